"""Signals of the boundary before a frame: every pair of the eight frames around it.

The self-similarity kernel of Cooper and Foote ("Scene boundary detection via video self-similarity analysis", 2001),
left to the judge to weigh: at a cut all pairs across are far and those on either side near; a flash comes back, so
pairs across it are near; a pan becomes near once the picture is shifted.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from cranework.editing.distances import Distances, Floats

BEFORE, AFTER = 4, 4  # frames looked at on each side: shots of three frames, flashes of up to three
CLOSELY = frozenset(
    [(-1, 0), (-2, 0), (-1, 1), (-2, 1), (-3, 2), (-4, 3), (-2, -1), (0, 1), (-1, 2), (-1, 3), (-3, 0)]
)  # pairs whose color, edges and histogram are looked at as well
DEVIATIONS = (-8, -2, -1, 0, 1, 7)
SHIFTED_LAGS = (1, 2, 3)
EPSILON = np.float32(1e-6)
LOG10 = np.float32(1 / np.log(10))


def log(values: Floats) -> Floats:
    """Decimal logarithm that takes a zero."""
    return np.asarray(np.log(values + EPSILON) * LOG10)


def boundary(distances: Distances, noise: Floats, wide: Floats) -> Iterator[tuple[str, Floats]]:
    """Name and values (count,) of each signal, in the order that the judge's table expects."""
    for a in range(-BEFORE, AFTER):
        for b in range(a + 1, AFTER):
            yield f"rms{a},{b}", log(distances.rms(a, b) / noise)
            yield f"low{a},{b}", log(distances.low(a, b) / noise)
            yield f"ncc{a},{b}", distances.ncc(a, b)
            if (a, b) in CLOSELY:
                yield f"color{a},{b}", log(distances.chroma(a, b))
                yield f"edges{a},{b}", distances.edges(a, b)
                yield f"bins{a},{b}", log(distances.bins(a, b))
    for lag in SHIFTED_LAGS:
        for a in range(-lag - 1, 2):
            yield f"shifted{a},{a + lag}", log(distances.shifted(a, a + lag))
    yield "noise", log(noise)
    yield "wide", log(wide / noise)
    yield "mean", distances.mean()
    for offset in DEVIATIONS:
        yield f"std{offset}", log(distances.std(offset))
