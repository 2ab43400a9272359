"""From transitions to shots: they tile the film, and a gradual transition belongs half to each side."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from cranework.editing.spans import Span

PLAIN_SHOT_S = 2
"""Seconds of plain picture between transitions from which it is a shot of its own."""

FADES = ("fade_in", "fade_out")
NEARLY_ALL = Fraction(9, 10)  # of a stretch that counts as plain: a title may flash up in black


@dataclass(frozen=True)
class Shot:
    """A shot: frames start..end, half open. Flag `plain`: nothing but black, white or one color."""

    start: int
    end: int
    flags: tuple[str, ...] = ()


def shots(
    transitions: Sequence[Span],
    plain: Sequence[tuple[int, int]],
    frames: int,
    seconds: Callable[[int], Fraction | float],
) -> list[Shot]:
    """Shots of a film.

    A fade out, plain picture and a fade in are one boundary, the middle of the plain stretch, unless that lasts longer
    than two seconds: then it is a shot, flagged `plain`. Where a fade meets plain picture that a cut ends or begins (or
    the film itself), the plain picture belongs to the shot of the fade. Between two cuts it is a shot of its own.

    Args:
        transitions: sorted, not overlapping.
        plain: stretches of plain pictures, sorted.
        frames: length of the film.
        seconds: time of a frame (0 <= frame < frames).
    """
    if frames == 0:
        return []
    edge = [Span("cut", 0, 0, 1.0), *transitions, Span("cut", frames, frames, 1.0)]
    covered = _Cover(plain)
    bounds = [_middle(t) for t in edge]
    for i, (before, after) in enumerate(pairwise(edge)):
        if _one_boundary(before, after, covered, frames, seconds):
            at = _boundary(before, after)
            bounds[i] = bounds[i + 1] = at
    flags = {}
    for i, (before, after) in enumerate(pairwise(edge)):
        if before.end < after.start and covered(before.end, after.start):
            flags[bounds[i], bounds[i + 1]] = ("plain",)
    places = sorted({0, frames, *(b for b in bounds if 0 < b < frames)})
    return [Shot(a, b, flags.get((a, b), ())) for a, b in pairwise(places)]


def clear_part(shot: Shot, transitions: Sequence[Span]) -> tuple[int, int]:
    """The frames of a shot in which no transition is under way; all of them where there are none such."""
    start = max([shot.start, *(t.end for t in transitions if t.start < shot.start < t.end)])
    end = min([shot.end, *(t.start for t in transitions if t.start < shot.end < t.end)])
    return (start, end) if start < end else (shot.start, shot.end)  # two transitions may meet within it


def _middle(span: Span) -> int:
    return (span.start + span.end) // 2


def _one_boundary(
    before: Span, after: Span, covered: _Cover, frames: int, seconds: Callable[[int], Fraction | float]
) -> bool:
    """Whether two neighbors and the plain picture between them are one change of shot."""
    if not (before.kind == "fade_out" or after.kind == "fade_in"):
        return False
    if before.kind not in ("cut", "fade_out") or after.kind not in ("cut", "fade_in"):
        return False
    start, end = before.end, after.start
    if start < end and not covered(start, end):
        return False
    return seconds(min(end, frames - 1)) - seconds(min(start, frames - 1)) <= PLAIN_SHOT_S


def _boundary(before: Span, after: Span) -> int:
    """Where it lies: at the cut, if one of them is; else in the middle of the plain stretch."""
    if before.kind == "cut":
        return before.start
    if after.kind == "cut":
        return after.start
    return (before.end + after.start) // 2


class _Cover:
    """Whether a stretch of frames is (nearly) all plain."""

    def __init__(self, plain: Sequence[tuple[int, int]]) -> None:
        self._starts = [start for start, _ in plain]
        self._plain = plain

    def __call__(self, start: int, end: int) -> bool:
        total = 0
        for i in range(max(0, bisect_right(self._starts, start) - 1), len(self._plain)):
            a, b = self._plain[i]
            if a >= end:
                break
            total += max(0, min(b, end) - max(a, start))
        return total >= NEARLY_ALL * (end - start)
