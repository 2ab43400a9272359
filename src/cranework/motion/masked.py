"""Statistics of what is known: N rows of P values (points of a window), of which each row knows some."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]

FEWEST = 4
"""Points of which a part of the picture must have so many to be asked."""


def quantiles(values: Floats, known: Bools, *shares: float) -> Floats:
    """Quantiles of the known values of each row, without interpolation: (N, len(shares)); 0 where none is known."""
    count = known.sum(1)
    order = np.sort(np.where(known, values, np.inf), axis=1)
    at = (np.array(shares)[None, :] * np.maximum(count - 1, 0)[:, None] + 0.5).astype(int)
    return np.asarray(np.where(count[:, None] > 0, np.take_along_axis(order, at, 1), 0.0))


def median(values: Floats, known: Bools) -> Floats:
    """The median of the known values of each row, (N,); 0 where none is known."""
    return quantiles(values, known, 0.5)[:, 0]


def mean(values: Floats, known: Bools) -> Floats:
    """The mean of the known values of each row; 0 where none is known."""
    return np.asarray((values * known).sum(1) / np.maximum(known.sum(1), 1))


def share(some: Bools, of: Bools) -> Floats:
    """How many there are of so many, row by row."""
    return np.asarray(some.sum(1) / np.maximum(of.sum(1), 1))


def median_in(values: Floats, where: Bools) -> Floats:
    """The median in a part of the picture; 0 where it has too few points."""
    return np.where(where.sum(1) >= FEWEST, median(values, where), 0.0)


def spread(values: Floats, known: Bools) -> Floats:
    """How far the middle seven of ten known values reach."""
    return np.asarray(np.ptp(quantiles(values, known, 0.15, 0.85), axis=1))


def signed(q: Floats, noise: float) -> tuple[Floats, Floats, Floats]:
    """The sign of the larger end of quantiles; the quantiles turned to it, in order, as shares of the largest; it."""
    sign = np.where(np.abs(q[:, -1]) >= np.abs(q[:, 0]), 1.0, -1.0)
    top = np.abs(q).max(1) + noise
    return sign, np.sort(sign[:, None] * q, axis=1) / top[:, None], top


def plane(x: Floats, y: Floats, values: Floats, known: Bools) -> tuple[Floats, Floats]:
    """The robust plane c0 + c1 x + c2 y through values (Huber's weights): (N, 3), and how far off each point is."""
    a = np.stack([np.ones_like(x), x, y], axis=2)
    weight = known.astype(float)
    for _ in range(4):
        weighted = a * weight[..., None]
        normal = weighted.transpose(0, 2, 1) @ a + 1e-8 * np.eye(3)
        c = np.linalg.solve(normal, weighted.transpose(0, 2, 1) @ values[..., None])[..., 0]
        off = np.abs(values - (a @ c[..., None])[..., 0])
        weight = known / np.maximum(1, off / (1.5 * median(off, known) + 1e-5)[:, None])
    return c, off


def correlation(a: Floats, b: Floats, known: Bools) -> Floats:
    """Of the known values, with the outermost twentieth on each side pulled in; 0 where too few are known."""
    centred = []
    for one in (a, b):
        low, high = quantiles(one, known, 0.05, 0.95).T
        clipped = np.clip(one, low[:, None], high[:, None])
        centred.append((clipped - mean(clipped, known)[:, None]) * known)
    a, b = centred
    strength = (a * b).sum(1) / np.sqrt((a * a).sum(1) * (b * b).sum(1) + 1e-12)
    return np.where(known.sum(1) > 6, strength, 0.0)
