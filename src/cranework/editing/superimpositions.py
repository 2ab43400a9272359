"""Pictures laid over others: where a second picture rises over the first, and where it is taken off again.

Each ramp looks like a dissolve, F = (1 - q) A + q B with q rising; but it ends where A still shows through, and the
other ramp ends where A stands alone again. So two ramps within one shot are weighed as a pair: by what the judge says
of each, by what of the picture before a ramp can be seen after it (its ghost), and by what comes back in the end.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import numpy as np

from cranework.editing.distances import Floats
from cranework.editing.judge import KINDS, Judge
from cranework.editing.luma import Luma
from cranework.editing.spans import MIXTURES, Span

LONGEST = 960  # frames from a rise to the end of its fall: forty seconds
SHORTEST = 8  # frames in all: what takes less is a flash of another picture
BEFORE, AFTER = 2, 1  # frames before and after a ramp that stand for the pictures there
SHIFT = 2  # cells that a picture may have moved during a ramp
CLEAR = 0.3  # a correlation beyond which more says no more: unlike pictures reach 0.1
DISSOLVE_AFTER_ALL = 0.3  # least share of a dissolve in what is said of a ramp that found no other
DOUBT = 0.02  # added to probabilities, so that their logarithms stay small


def paired(
    spans: Sequence[Span], cuts: Sequence[int], kinds: Floats, luma: Luma, judge: Judge
) -> tuple[list[Span], list[Span]]:
    """What is laid over a shot, and all other spans.

    Args:
        spans: by the judge, sorted; ramps are those of the kinds `MIXTURES`.
        cuts: frames of the cuts, sorted.
        kinds: (N, 7) float32, the judge's probabilities.
        luma: the film's pictures.
        judge: weighs the pairs.
    """
    found: list[Span] = []
    left = list(spans)
    weighed = [(judge.pair(signs(a, b, kinds, luma)), a, b) for a, b in candidates(spans, cuts)]
    for probability, first, second in sorted(weighed, key=lambda one: (-one[0], one[1].start)):
        if probability >= 0.5 and first in left and second in left:
            left.remove(first)
            left.remove(second)
            found.append(Span("superimposition", first.start, second.end, probability))
    return sorted(found, key=lambda s: s.start), [one for span in left for one in _dissolve(span, kinds)]


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


def signs(first: Span, second: Span, kinds: Floats, luma: Luma) -> Floats:
    """What a pair of ramps is weighed by: (5,) float32.

    How much likelier the first is a rise, and the second a fall; the lesser and the greater of the ghosts that they
    leave; how alike the pictures before and after both are. Not how long it lasts: that is up to the film.
    """
    last = luma.frames - 1
    before, over, still_over, after = (
        luma(frame, frame + 1)[0]
        for frame in (
            max(0, first.start - BEFORE),
            min(last, first.end + AFTER),
            max(0, second.start - BEFORE),
            min(last, second.end + AFTER),
        )
    )
    risen, fallen = _odds(kinds, first, "rise", "fall"), _odds(kinds, second, "fall", "rise")
    ghosts = sorted([ghost(before, over), ghost(still_over, after)])
    returned = _correlation(before - before.mean(), after - after.mean())
    return np.array([risen, fallen, *ghosts, returned], np.float32)


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


def _dissolve(span: Span, kinds: Floats) -> list[Span]:
    """A ramp that found no other is the dissolve that it looks like, if it may be one."""
    if span.kind not in ("rise", "fall"):
        return [span]
    share = float(kinds[span.start : span.end, KINDS.index("dissolve")].mean())
    return [replace(span, kind="dissolve")] if share >= DISSOLVE_AFTER_ALL * span.confidence else []
