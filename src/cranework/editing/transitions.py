"""Finds the transitions of a film from its small pictures: the one function that the rest of the program calls."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

import numpy as np

from cranework.editing import dissolves, fades, superimpositions
from cranework.editing.clock import Clock, Source
from cranework.editing.distances import Floats
from cranework.editing.judge import KINDS, Judge
from cranework.editing.judging import judge
from cranework.editing.lamps import is_lamp
from cranework.editing.luma import Luma
from cranework.editing.spans import Span, cut_peaks, gradual

SURE_CUT, UNSURE_SPAN = 0.9, 0.8  # a cut this sure within a gradual span no surer than that takes its place
MOST_SURE = 0.99  # no confidence is stated higher
SURELY_ELSE = 0.9  # mean probability of another kind (or of none) over a fade by rule that overrules it
SHORTEST = 2  # frames of the film: what takes less is a cut


@dataclass(frozen=True)
class Findings:
    """What was found in a film of N frames.

    Attributes:
        transitions: sorted, not overlapping; a cut has `start == end`, the first frame of the new shot.
        superimpositions: sorted; kind "superimposition".
        plain: (start, end) of each stretch of plain pictures.
        cut: (N,) float32, probability that a shot begins with the frame, as the judge gave it.
    """

    transitions: tuple[Span, ...]
    superimpositions: tuple[Span, ...]
    plain: tuple[tuple[int, int], ...]
    cut: Floats


def find(pictures: Source, frames: int, rate: float | None = None) -> Findings:
    """Find the transitions of a film.

    Args:
        pictures: gives the pictures of frames start..end. Asked for the whole film once in order, in overlapping
            chunks of some 2300 frames, and again in blocks of 512 around what was found.
        frames: length of the film.
        rate: frames a second, None where it varies.
    """
    clock = Clock.of(frames, rate)
    shown = clock.pictures(pictures)
    judged = judge(Judge(), shown, clock.length)
    luma = Luma(shown, clock.length)
    cuts = [frame for frame in cut_peaks(judged.cut) if frame == 0 or not is_lamp(luma, frame)]
    above, spans = superimpositions.paired(gradual(judged.kinds), cuts, judged.kinds, luma)
    found = list(_measured(luma, judged.std, _joined(spans)))
    found = _with_fades(found, (f for f in fades.fades(luma, judged.std) if not _denied(f, judged.kinds)))
    found = _with_cuts(found, cuts, judged.cut)
    film = luma if shown is pictures else Luma(pictures, frames)
    return Findings(
        _apart([_in_film(s, clock, film) for s in found]),
        tuple(_in_film(s, clock, film) for s in above),
        tuple((clock.frame(a), clock.frame(b)) for a, b in fades.plain_stretches(judged.std)),
        _on_film(judged.cut, clock),
    )


def _joined(spans: Iterable[Span]) -> Iterator[Span]:
    """A dissolve and a wipe that touch are one transition, as between two there is a picture; the longer names it."""
    before: Span | None = None
    for span in spans:
        if before is not None and span.start <= before.end and {before.kind, span.kind} == {"dissolve", "wipe"}:
            longer = max(before, span, key=lambda s: s.end - s.start)
            before = replace(longer, start=before.start, end=span.end)
            continue
        if before is not None:
            yield before
        before = span
    if before is not None:
        yield before


def _measured(luma: Luma, std: Floats, spans: Iterable[Span]) -> Iterator[Span]:
    """Gradual spans, with ends measured on the pictures."""
    for span in spans:
        if span.end - span.start < dissolves.SHORTEST:
            continue
        start, end = span.start, span.end
        if span.kind == "dissolve":
            start, end = dissolves.ends(luma, start, end)
        elif span.kind in ("fade_in", "fade_out"):
            start, end = fades.ends(std, start, end, out=span.kind == "fade_out")
        yield replace(span, start=start, end=end)


def _denied(fade: Span, kinds: Floats) -> bool:
    """Whether the judge is sure that a fade of the rule is something else, or nothing."""
    said = kinds[fade.start : fade.end].mean(0)
    said[KINDS.index(fade.kind)] = 0
    return bool(said.max() >= SURELY_ELSE)


def _with_fades(found: list[Span], by_rule: Iterable[Span]) -> list[Span]:
    """Put the fades of the rule in the place of whatever was found there."""
    for fade in by_rule:
        inside = [s for s in found if s.start < fade.end and fade.start < s.end]
        confidence = max([fade.confidence, *(s.confidence for s in inside)])
        found = [s for s in found if s not in inside] + [replace(fade, confidence=confidence)]
    return found


def _with_cuts(found: list[Span], peaks: Iterable[int], cut: Floats) -> list[Span]:
    """Add the cuts; one inside a gradual span is part of it, unless the cut is sure and the span is not."""
    for frame in peaks:
        inside = [s for s in found if s.start < frame < s.end]
        if inside and (cut[frame] < SURE_CUT or inside[0].confidence > UNSURE_SPAN):
            continue
        found = [s for s in found if s not in inside] + [Span("cut", frame, frame, float(cut[frame]))]
    return found


def _in_film(span: Span, clock: Clock, film: Luma) -> Span:
    """The span in frames of the film, where the judge was shown others."""
    start, end = clock.frame(span.start), clock.frame(span.end)
    kind = span.kind
    if kind != "superimposition" and end - start < SHORTEST:
        kind = "cut"
        start = end = min(max(1, (start + end) // 2), film.frames - 1)
    if kind == "cut" and clock.step > 1:
        start = end = _largest_step(film, max(1, start - clock.step + 1), start + 1)
    return Span(kind, start, end, round(min(span.confidence, MOST_SURE), 3))


def _largest_step(film: Luma, start: int, end: int) -> int:
    """The frame of start..end that differs most from the one before it."""
    frames = film(start - 1, end)
    return start + int(np.square(np.diff(frames, axis=0)).mean(1).argmax())


def _apart(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Sorted and without overlap: cuts stay, and of two spans that overlap the less sure one gives way."""
    kept: dict[tuple[int, int], Span] = {}
    for span in sorted(spans, key=lambda s: (s.kind != "cut", -s.confidence, s.start, s.end)):
        start, end = span.start, span.end
        for other in kept.values():
            if start < other.end and other.start < end:
                start, end = max((start, other.start), (other.end, end), key=lambda side: side[1] - side[0])
        if span.kind == "cut" or end - start >= SHORTEST:
            kept.setdefault((start, end), replace(span, start=start, end=end))
    return tuple(kept[place] for place in sorted(kept))


def _on_film(cut: Floats, clock: Clock) -> Floats:
    """The judge's probabilities, frame by frame of the film."""
    return np.repeat(cut[:: clock.hold], clock.step)[: clock.frames]
