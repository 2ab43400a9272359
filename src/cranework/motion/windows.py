"""Stretches of about a second in which points live from beginning to end: what turning and travelling is told from."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]

SLOTS = 96
"""Points followed at once. More cost time and named no better; with far fewer, near and far cannot be told apart."""

UNITS = 32_000
"""Units of a frame width in which the places of points are kept: a hundredth of a pixel of the pictures at hand."""

LENGTH_S, HOP_S = 1.0, 0.5
"""Seconds of a window, and from the start of one to the start of the next."""

SHORT, LONG = 0.5, 2.0
"""Lengths in seconds: short where too few points live for a whole second; long where the picture moves so little in one
that its noise would hide what near and far do differently."""

SLOW = 0.012
"""Frame widths that the middle point moves in a second, below which a long window is looked at."""

ENOUGH, LEAST = 20, 14
"""Points that a window of full length must have, and that any must have."""


@dataclass(frozen=True)
class Windows:
    """N windows of P slots. Places are frame widths from the picture's centre, x right, y down."""

    first: NDArray[np.int64]
    """(N,) the frame in which each begins."""
    last: NDArray[np.int64]
    """(N,) the frame in which each ends."""
    seconds: Floats
    """(N,) their length."""
    start: Floats
    """(N, P, 2) where the points are at first."""
    middle: Floats
    """(N, P, 2) where they are half way."""
    end: Floats
    """(N, P, 2) where they are at last."""
    known: Bools
    """(N, P) which slots hold a point that lived all through."""

    def __len__(self) -> int:
        return len(self.first)


def windows(points: NDArray[np.int16], frames: NDArray[np.int64], times_s: Floats) -> Windows:
    """The windows of one shot.

    Args:
        points: (S, P, 3) of its samples: x, y in `UNITS`, age in samples.
        frames: (S,) the frame of each sample, rising.
        times_s: (S,) its time.
    """
    chosen: list[tuple[int, int]] = []
    next_start_s = -np.inf
    for i in range(len(frames)):
        if times_s[i] < next_start_s:
            continue
        window = _window_from(i, points, times_s)
        if window is not None:
            chosen.append(window)
            next_start_s = times_s[i] + HOP_S - 0.02
    return _gathered(chosen, points, frames, times_s)


def _window_from(i: int, points: NDArray[np.int16], times_s: Floats) -> tuple[int, int] | None:
    """The window that begins with sample i: as long as its points allow and its motion asks for."""
    j = _sample_after(i, LENGTH_S, times_s)
    if j is not None:
        both = living(points, i, j)
        if np.count_nonzero(both) >= ENOUGH:
            moved = np.abs(points[j, both, :2].astype(int) - points[i, both, :2]).max(1)
            if np.median(moved) < SLOW * UNITS:
                longer = _sample_after(i, LONG, times_s)
                if longer is not None and np.count_nonzero(living(points, i, longer)) >= ENOUGH:
                    return i, longer
            return i, j
    j = _sample_after(i, SHORT, times_s)
    if j is not None and np.count_nonzero(living(points, i, j)) >= LEAST:
        return i, j
    return None


def _sample_after(i: int, seconds: float, times_s: Floats) -> int | None:
    """The sample nearest to so many seconds after sample i, unless it is more than a quarter off."""
    j = int(np.searchsorted(times_s, times_s[i] + seconds))
    near = [k for k in (j - 1, j) if i < k < len(times_s)]
    if not near:
        return None
    best = min(near, key=lambda k: abs(times_s[k] - times_s[i] - seconds))
    return best if abs(times_s[best] - times_s[i] - seconds) <= 0.25 * seconds else None


def living(points: NDArray[np.int16], i: int, j: int) -> Bools:
    """Which slots hold one and the same point from sample i to sample j."""
    alive = points[i, :, 2] > 0
    return np.asarray(alive & (points[j, :, 2] - points[i, :, 2] == j - i), bool)


def _gathered(
    chosen: list[tuple[int, int]], points: NDArray[np.int16], frames: NDArray[np.int64], times_s: Floats
) -> Windows:
    i, j = np.array(chosen, int).reshape(-1, 2).T
    m = (i + j) // 2
    places = points[..., :2] / UNITS
    known = np.array([living(points, a, b) for a, b in chosen], bool).reshape(len(chosen), points.shape[1])
    return Windows(frames[i], frames[j], times_s[j] - times_s[i], places[i], places[m], places[j], known)
