"""Pictures laid over others: where a second picture rises over the first, and where it is taken off again.

Each ramp looks like a dissolve, F = (1 - q) A + q B with q rising; but it ends where A still shows through, and the
other ramp ends where A stands alone again. So two ramps within one shot are weighed as a pair, by what the judge says
of each. One that finds no other is a dissolve unless what was before it can still be seen after it (its ghost).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import numpy as np

from cranework.editing.distances import Floats
from cranework.editing.judge import KINDS
from cranework.editing.luma import Luma
from cranework.editing.spans import MIXTURES, Span

LONGEST = 960  # frames from a rise to the end of its fall: forty seconds
SHORTEST = 8  # frames in all: what takes less is a flash of another picture
BEFORE, AFTER = 2, 1  # frames before and after a ramp that stand for the pictures there
SHIFT = 2  # cells that a picture may have moved during a ramp
UNSEEN, CLEAR = 0.15, 0.3  # correlations: unlike pictures reach 0.1; beyond the other, more says no more
DISSOLVE_AFTER_ALL = 0.3  # least share of a dissolve in what is said of a ramp that found no other
PAIR_ODDS = 0.5  # of a pair of ramps in edited films, beside those in the films that the judge learnt from
DOUBT = 0.02  # added to probabilities, so that their logarithms stay small


def paired(spans: Sequence[Span], cuts: Sequence[int], kinds: Floats, luma: Luma) -> tuple[list[Span], list[Span]]:
    """What is laid over a shot, and all other spans.

    Args:
        spans: by the judge, sorted; ramps are those of the kinds `MIXTURES`.
        cuts: frames of the cuts, sorted.
        kinds: (N, 7) float32, the judge's probabilities.
        luma: the film's pictures.
    """
    found: list[Span] = []
    left = list(spans)
    weighed = [(probability(a, b, kinds), a, b) for a, b in candidates(spans, cuts)]
    for sure, first, second in sorted(weighed, key=lambda one: (-one[0], one[1].start)):
        if sure >= 0.5 and first in left and second in left:
            left.remove(first)
            left.remove(second)
            found.append(Span("superimposition", first.start, second.end, sure))
    return sorted(found, key=lambda s: s.start), [one for span in left for one in _dissolve(span, kinds, luma)]


def candidates(spans: Sequence[Span], cuts: Sequence[int]) -> list[tuple[Span, Span]]:
    """Pairs of neighboring ramps that may be the rise and the fall of one picture over a shot."""
    return [
        (first, second)
        for first, second in pairwise(spans)
        if first.kind in MIXTURES
        and second.kind in MIXTURES
        and SHORTEST <= second.end - first.start <= LONGEST
        and not any(first.end < cut < second.start for cut in cuts)
    ]


def probability(first: Span, second: Span, kinds: Floats) -> float:
    """That two neighboring ramps are the rise and the fall of one picture, and not two dissolves.

    The odds of each ramp by the judge, and those of such a pair in films, multiplied: as if the three were independent.
    """
    odds = _odds(kinds, first, "rise", "fall") + _odds(kinds, second, "fall", "rise") + np.log(PAIR_ODDS)
    return float(1 / (1 + np.exp(-odds)))


def _beside(ramp: Span, luma: Luma) -> tuple[Floats, Floats]:
    """The pictures (1344,) before and after a ramp."""
    before, after = max(0, ramp.start - BEFORE), min(luma.frames - 1, ramp.end + AFTER)
    return luma(before, before + 1)[0], luma(after, after + 1)[0]


def _odds(kinds: Floats, ramp: Span, wanted: str, other: str) -> float:
    said = kinds[ramp.start : ramp.end].mean(0) + DOUBT
    named = dict(zip(KINDS, said.tolist(), strict=True))
    return float(np.log(named[wanted] / (named["dissolve"] + named[other])))


def ghost(first: Floats, second: Floats) -> float:
    """Best correlation of the details of two pictures (1344,) over small shifts: what one still shows of the other."""
    a, b = (_details(picture.reshape(28, 48)) for picture in (first, second))
    height, width = a.shape
    shifts = [(y, x) for y in range(-SHIFT, SHIFT + 1) for x in range(-SHIFT, SHIFT + 1)]
    best = max(
        _correlation(
            a[max(y, 0) : height + min(y, 0), max(x, 0) : width + min(x, 0)],
            b[max(-y, 0) : height - max(y, 0), max(-x, 0) : width - max(x, 0)],
        )
        for y, x in shifts
    )
    return min(max(best, 0.0), CLEAR)


def _details(picture: Floats) -> Floats:
    """Each cell against the mean of its eight neighbors: (26, 46)."""
    rows = picture[:-2] + picture[1:-1] + picture[2:]
    return np.asarray(9 * picture[1:-1, 1:-1] - (rows[:, :-2] + rows[:, 1:-1] + rows[:, 2:]))


def _correlation(a: Floats, b: Floats) -> float:
    """Of values whose mean is 0."""
    return float((a * b).sum() / np.sqrt((a * a).sum() * (b * b).sum() + 1e-9))


def _dissolve(span: Span, kinds: Floats, luma: Luma) -> list[Span]:
    """A ramp that found no other is the dissolve that it looks like, if it may be one or if it leaves no ghost."""
    if span.kind not in ("rise", "fall"):
        return [span]
    share = float(kinds[span.start : span.end, KINDS.index("dissolve")].mean())
    dissolve = share >= DISSOLVE_AFTER_ALL * span.confidence or ghost(*_beside(span, luma)) < UNSEEN
    return [replace(span, kind="dissolve")] if dissolve else []
