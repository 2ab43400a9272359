"""The similarity that most of a picture's points obey: shift, turn and scale, robust against what moves by itself.

In complex numbers q = a p + b, with p and q places of points in frame widths from the centre (x right, y down),
a = s exp(i turn). Candidates are no motion at all, the median shift, and the similarities of pairs of points (Fischler
& Bolles, Random sample consensus, 1981); the best is refined with weights that forget what lies far off (Odobez &
Bouthemy, Robust multiresolution estimation of parametric motion models, 1995).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Bools = NDArray[np.bool_]

PAIRS = 32
"""Pairs of points tried: with half of the points astray one in four pairs is good."""

APART = 0.08
"""Frame widths by which the points of a pair must lie apart for their turn to be exact."""

LARGEST_SCALE = 0.7
"""Natural logarithm of the largest change of scale in one step."""

STEP_TOLERANCE = 0.0025
"""Frame widths within which points obey the similarity of a step: some six times what their places are uncertain by."""

ROUNDS = 3
RING_X, RING_Y = 0.33, 0.34
"""Beyond this share of the frame's width (and of its height), points weigh double: what moves by itself is mostly in
the middle, the set at the border."""


def fit(p: Floats, q: Floats, known: Bools, tolerance: float, seed: int = 0) -> tuple[Floats, Floats, Floats]:
    """Similarities of N pictures at once.

    Args:
        p: places before, (N, P, 2).
        q: places after.
        known: which of the points count, (N, P).
        tolerance: frame widths within which a point obeys.
        seed: of the choice of pairs.

    Returns:
        (N, 4): ln of the scale, turn in radians (above zero: clockwise in the picture), shift x and y in frame widths;
        (N,): share of the points (by weight) that obey, 0 where there are fewer than four;
        (N, P): how far each point is off, in frame widths.
    """
    z, y = _complex(p), _complex(q)
    weight = known * (1.0 + _at_the_border(p, known))
    a, b = _best_candidate(z, y, known, weight, tolerance, seed)
    for _ in range(ROUNDS):
        off = np.abs(a[:, None] * z + b[:, None] - y)
        v = weight / (1 + (off / tolerance) ** 2) ** 2 * (off < 4 * tolerance)
        total = v.sum(1) + 1e-9
        middle_z, middle_y = (v * z).sum(1) / total, (v * y).sum(1) / total
        dz, dy = z - middle_z[:, None], y - middle_y[:, None]
        spread = (v * np.abs(dz) ** 2).sum(1)
        enough = (v > 0).sum(1) >= 4
        refined = (v * np.conj(dz) * dy).sum(1) / (spread + 1e-9)
        a = np.where(enough & (np.abs(refined) > 1e-3), refined, a)
        b = np.where(enough, middle_y - a * middle_z, b)
    off = np.abs(a[:, None] * z + b[:, None] - y)
    obeying = (weight * (off < 1.5 * tolerance)).sum(1) / (weight.sum(1) + 1e-9)
    few = known.sum(1) < 4
    found = np.stack([np.log(np.abs(a)), np.angle(a), b.real, b.imag], axis=1)
    found[few] = 0
    return found.astype(np.float32), np.where(few, 0, obeying).astype(np.float32), off.astype(np.float32)


def _complex(places: Floats) -> NDArray[np.complex128]:
    return np.asarray(places[..., 0].astype(np.float64) + 1j * places[..., 1], np.complex128)


def _at_the_border(p: Floats, known: Bools) -> Bools:
    half_height = np.maximum(np.abs(p[..., 1] * known).max(1, keepdims=True), 1e-6)
    return np.asarray((np.abs(p[..., 0]) > RING_X) | (np.abs(p[..., 1]) > 2 * RING_Y * half_height), bool)


def _best_candidate(
    z: NDArray[np.complex128],
    y: NDArray[np.complex128],
    known: Bools,
    weight: NDArray[np.float64],
    tolerance: float,
    seed: int,
) -> tuple[NDArray[np.complex128], NDArray[np.complex128]]:
    count = len(z)
    order = np.argsort(~known, axis=1, kind="stable")  # those that are known come first
    draws = np.random.default_rng(seed).random((2, 1, PAIRS))
    chosen = (draws * np.maximum(known.sum(1), 1)[None, :, None]).astype(int)
    first, second = (np.take_along_axis(order, one, 1) for one in chosen)
    dz = np.take_along_axis(z, second, 1) - np.take_along_axis(z, first, 1)
    dy = np.take_along_axis(y, second, 1) - np.take_along_axis(y, first, 1)
    usable = np.abs(dz) > APART
    a = np.where(usable, dy / np.where(usable, dz, 1), 1)
    a = np.where(np.abs(np.log(np.abs(a) + 1e-9)) < LARGEST_SCALE, a, 1)
    b = np.take_along_axis(y, first, 1) - a * np.take_along_axis(z, first, 1)
    moved = np.where(known, y - z, np.nan)
    shift = np.zeros(count, np.complex128)
    some = known.any(1)
    shift[some] = np.nanmedian(moved[some].real, axis=1) + 1j * np.nanmedian(moved[some].imag, axis=1)
    a = np.concatenate([a, np.ones((count, 2))], axis=1)
    b = np.concatenate([b, shift[:, None], np.zeros((count, 1))], axis=1)
    off = np.abs(a[:, :, None] * z[:, None] + b[:, :, None] - y[:, None])
    best = ((off < tolerance) * weight[:, None]).sum(2).argmax(1)[:, None]
    return np.take_along_axis(a, best, 1)[:, 0], np.take_along_axis(b, best, 1)[:, 0]
