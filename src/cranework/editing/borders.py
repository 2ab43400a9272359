"""Signals of a moving border, as in a wipe: each block changes once, suddenly, at a time that is smooth in its place.

For each block the frame of its largest step is sought; a straight border makes those times linear in x and y, an iris
quadratic. What remains after such a fit tells a border from things that move about.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from cranework.editing.boundary import EPSILON
from cranework.editing.distances import BLOCKS, BLOCKS_X, Distances, Floats

HALVES = (4, 8, 16, 32)
"""Frames to each side in which a border is looked for: wipes of 4 to 56 frames. Powers of two."""

LOUD = 3  # a block has changed if it differs by more than three times the film's own noise


def borders(distances: Distances, noise: Floats) -> Iterator[tuple[str, Floats]]:
    """Name and values of each signal, in the order of the table."""
    widest = max(HALVES)
    steps = distances.block_steps(widest)
    now = np.sort(steps[:, widest:-widest].T.copy(), axis=1)[:, ::-1]
    mean = now.mean(1) + EPSILON * 10
    yield "top1", now[:, 0] / mean
    yield "top4", now[:, :4].mean(1) / mean
    for h in HALVES:
        around = steps[:, widest - h : steps.shape[1] - (widest - h)]
        largest, when = sliding_maximum(around, h)
        peak = largest / (_sliding_sum(around, 2 * h + 1) + EPSILON * 10)
        ab = distances.blocks(-h, h)
        weight = ab / (ab.sum(0) + EPSILON)
        spread, rough = border(when, weight)
        yield f"peak{h}", (peak * weight).sum(0)
        yield f"border_spread{h}", spread / h
        yield f"rough{h}", rough / (spread + 1)
        yield f"changed{h}", (np.sqrt(ab) > LOUD * noise).mean(0, dtype=np.float32)
        yield f"same{h}", (ab / (ab + EPSILON * 10)).mean(0)


def border(when: Floats, weight: Floats) -> tuple[Floats, Floats]:
    """Spread of the blocks' times of change, and what of it a border that sweeps evenly does not explain, in frames.

    Args:
        when: (24, count) frame of the largest step.
        weight: (24, count) how much each block changes, with sum 1.
    """
    spread = when - (when * weight).sum(0)
    left = _UNEXPLAINED @ when
    return np.sqrt((spread**2).mean(0)), np.sqrt((left**2).mean(0))


def sliding_maximum(values: Floats, half: int) -> tuple[Floats, Floats]:
    """Largest value in each window of 2 * half + 1, and its (first) place in the window; half a power of two.

    Windows of 1, 2, 4 ... are joined in pairs: as many passes as the width has bits, instead of one a place.
    """
    best = values
    place = np.zeros(values.shape, np.int32)
    width = 1
    while width <= half:
        best, place = _joined(best, place, width)
        width *= 2
    best, place = _joined(best, place, 1)
    return best, place.astype(np.float32)


def _joined(best: Floats, place: NDArray[np.int32], apart: int) -> tuple[Floats, NDArray[np.int32]]:
    first, second = best[:, :-apart], best[:, apart:]
    later = second > first
    return np.where(later, second, first), np.where(later, place[:, apart:] + apart, place[:, :-apart])


def _sliding_sum(values: Floats, width: int) -> Floats:
    total: NDArray[np.float64] = np.zeros((len(values), values.shape[1] + 1))
    np.cumsum(values, axis=1, dtype=np.float64, out=total[:, 1:])
    sums: Floats = (total[:, width:] - total[:, :-width]).astype(np.float32)
    return sums


def _unexplained() -> Floats:
    """(24, 24): takes from a value for each block all that 1, x, y, x^2 + y^2 explain."""
    y, x = np.divmod(np.arange(BLOCKS), BLOCKS_X)
    x, y = x - x.mean(), y - y.mean()
    design = np.stack([np.ones(BLOCKS), x, y, x * x + y * y], axis=1)
    left: Floats = np.eye(BLOCKS, dtype=np.float32) - (design @ np.linalg.pinv(design)).astype(np.float32)
    return left


_UNEXPLAINED = _unexplained()
