"""What is known of a shot besides its place: whether it is a picture of a camera at all, and in which beat it moves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from cranework.editing.cadence import cadence
from cranework.editing.cards import SHORTEST_S, is_card, on_ground
from cranework.editing.clock import Source
from cranework.editing.distances import Floats
from cranework.editing.ground import figure, is_even
from cranework.editing.leaders import countdown, is_bars
from cranework.editing.pictures import Pictures
from cranework.editing.shots import Shot
from cranework.editing.stillness import STILL, freezes

FLAGS = ("plain", "title", "leader", "freeze", "repeated_frames")

SAMPLES = 24  # frames of a shot that tell what it shows
APART = 64  # frames between two samples from which on each is read by itself, and not all between them
USUAL_HZ = 25.0  # frames a second where the rate varies
ENDS_S = 60  # seconds at the beginning and at the end of a film in which a countdown may stand
MOSTLY = 0.8  # of a shot that lies in a countdown


@dataclass(frozen=True)
class Film:
    """What the flags are told from, of a film of N frames.

    Attributes:
        pictures: gives the small pictures of frames start..end.
        change: (N,) mean change of luma into each frame from the one before, in levels.
        sharpness: (N,) slope of luma, in levels a pixel.
        rate: frames a second, None where it varies.
    """

    pictures: Source
    change: Floats
    sharpness: Floats
    rate: float | None


@dataclass(frozen=True)
class Flagged:
    """A shot's flags, in the order of `FLAGS`, and its cadence, empty where it has none."""

    flags: tuple[str, ...]
    cadence: tuple[int, ...] = ()


def flagged(film: Film, shots: Sequence[Shot], parts: Sequence[tuple[int, int]]) -> list[Flagged]:
    """The flags of all shots of a film.

    Args:
        film: what was measured.
        shots: all of them, with the flag `plain` where their frames have next to no contrast.
        parts: frames of each shot in which no transition is under way.
    """
    rate = film.rate or USUAL_HZ
    leaders = list(_countdowns(film)) if film.rate else []
    found = [Flagged(_ground_flags(film, shot, part, leaders)) for shot, part in zip(shots, parts, strict=True)]
    unmoved = [part for part, known in zip(parts, found, strict=True) if known.flags]
    held = [stretch for stretch in freezes(film.change, parts, unmoved, rate) if _is_held(film, *stretch)]
    return [
        known if known.flags else _with_beat(film, part, any(part[0] <= a < part[1] for a, _ in held))
        for part, known in zip(parts, found, strict=True)
    ]


def _ground_flags(film: Film, shot: Shot, part: tuple[int, int], leaders: Sequence[tuple[int, int]]) -> tuple[str, ...]:
    """Whether a shot is a leader, a title or plain: one of them at most."""
    inside = sum(max(0, min(end, shot.end) - max(start, shot.start)) for start, end in leaders)
    pictures, sharpness = _sample(film, part)
    if inside >= MOSTLY * (shot.end - shot.start) or is_bars(pictures):
        return ("leader",)
    if part[1] - part[0] >= SHORTEST_S * (film.rate or USUAL_HZ) and is_card(pictures, sharpness):
        return ("title",)
    return ("plain",) if "plain" in shot.flags and is_even(pictures.luma) else ()


def _with_beat(film: Film, part: tuple[int, int], freeze: bool) -> Flagged:
    beat = cadence(film.change[part[0] + 1 : part[1]])
    flags = (*(("freeze",) if freeze else ()), *(("repeated_frames",) if beat else ()))
    return Flagged(flags, beat)


def _sample(film: Film, part: tuple[int, int]) -> tuple[Pictures, Floats]:
    """Frames spread over a part of the film, and their sharpness."""
    start, end = part
    frames = np.unique(np.linspace(start, end - 1, min(SAMPLES, end - start)).astype(np.intp))
    runs = np.split(frames, np.flatnonzero(np.diff(frames) > APART) + 1)
    read = [film.pictures(int(run[0]), int(run[-1]) + 1).take(run - run[0]) for run in runs]
    together = {name: np.concatenate([getattr(p, name) for p in read]) for name in Pictures.__dataclass_fields__}
    return Pictures(**together), film.sharpness[frames]


def _countdowns(film: Film) -> Iterator[tuple[int, int]]:
    """The countdowns at the film's beginning and end."""
    assert film.rate
    frames = len(film.change)
    reach = min(frames, round(ENDS_S * film.rate))
    for first in sorted({0, frames - reach}):
        found = countdown(film.pictures(first, first + reach).luma, film.rate)
        if found is not None:
            yield first + found[0], first + found[1]


def _is_held(film: Film, start: int, end: int) -> bool:
    """Whether a stretch ends with the picture that it begins with, and not on a plain ground, which has no grain.

    A slow fade changes as little from frame to frame, but not from end to end.
    """
    first, last = (film.pictures(frame, frame + 1) for frame in (start, end - 1))
    change = np.abs(first.luma[0].astype(np.float32) - last.luma[0]).mean()
    return bool(change <= 2 * STILL) and not on_ground(figure(last.luma[0]), last.bins[0])
