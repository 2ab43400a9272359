"""The film's own recent change, which every distance is held against, so that grain and shake cost little."""

from __future__ import annotations

import numpy as np

from cranework.editing.distances import REACH, Distances, Floats

NEAR, WIDE = 12, 40  # frames to each side: half a second, and a shot's order of length
FLOOR = np.float32(0.002)  # half a level of 8 bits
STILL = np.float32(0.25 / 219)  # a change under a quarter of a level is a repeated frame, not a change
ENOUGH = 9  # changes in the nearer window, below which those missing count as none


def noise(distances: Distances, radius: int) -> Floats:
    """Running median of the root mean square change, plus a floor: (count,).

    Repeated frames do not count: a film that holds each frame three times changes as much as it does when it changes.
    Where next to nothing changes, there is nothing to take a median of: an odd change is then no measure of itself.
    """
    first, last = REACH - 1 - radius, REACH + distances.count + radius
    steps = distances.steps[first : last - 1]
    steps = np.where(steps > STILL, steps, np.float32(np.inf))
    windows = np.sort(np.lib.stride_tricks.sliding_window_view(steps, 2 * radius + 1), axis=1)
    changes = np.isfinite(windows).sum(1)
    missing = np.maximum(ENOUGH - changes, 0)
    rank = (changes + missing - 1) // 2 - missing
    median = np.take_along_axis(windows, np.maximum(rank, 0)[:, None], axis=1)[:, 0]
    return np.where(rank >= 0, median, np.float32(0)) + FLOOR
