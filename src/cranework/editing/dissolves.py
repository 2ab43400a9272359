"""Where a dissolve begins and ends: from the share of the new picture in each frame, which rises along a line."""

from __future__ import annotations

import numpy as np

from cranework.editing.distances import Floats
from cranework.editing.luma import Luma

BEFORE, AFTER = 2, 1  # frames before and after the span that stand for the pure pictures
STRAIGHT = (0.12, 0.88)  # shares between which the line is fitted: nearer the ends, movement is as large
LIKE_A_LINE = 0.9  # least correlation of share and time
SHORTEST = 4  # frames: what is shorter is left to the judge of cuts


def ends(luma: Luma, start: int, end: int) -> tuple[int, int]:
    """The ends of a dissolve found at start..end: moved by a quarter of its length (or three frames) at most."""
    most = max(3, (end - start) // 4)
    low, high = max(0, start - most), min(luma.frames, end + most)
    before, after = max(0, start - BEFORE), min(luma.frames - 1, end + AFTER)
    share = shares(luma(low, high), luma(before, before + 1)[0], luma(after, after + 1)[0])
    time = np.arange(low, high)
    use = (share > STRAIGHT[0]) & (share < STRAIGHT[1]) & (time >= start - 2) & (time < end + 2)
    if use.sum() < 4:
        return start, end
    slope, begins, correlation = _line(time[use].astype(np.float64), share[use].astype(np.float64))
    if slope <= 0 or correlation < LIKE_A_LINE:
        return start, end
    first = int(np.clip(np.floor(begins) + 1, start - most, start + most))
    last = int(np.clip(np.ceil(begins + 1 / slope), end - most, end + most))
    first, last = max(0, first), min(luma.frames, last)
    return (first, last) if last - first >= SHORTEST else (start, end)


def shares(frames: Floats, before: Floats, after: Floats) -> Floats:
    """Share of `after` (cells,) in each of the frames (N, cells), if the rest is `before`: least squares. (N,)."""
    change = after - before
    return np.asarray(((frames - before) * change).sum(1) / ((change * change).sum() + np.float32(1e-6)))


def _line(x: np.ndarray, y: np.ndarray) -> tuple[float, float, float]:
    """Slope of the straight line through the points, where it meets 0, and the correlation."""
    dx, dy = x - x.mean(), y - y.mean()
    slope = float((dx * dy).sum() / (dx * dx).sum())
    correlation = float((dx * dy).sum() / np.sqrt((dx * dx).sum() * (dy * dy).sum() + 1e-12))
    return slope, float(x.mean() - y.mean() / slope) if slope else 0.0, correlation
