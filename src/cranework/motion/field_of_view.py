"""How wide a lens sees, where turning reveals it: a pan bends the more, the wider the lens.

Places at the border move faster than those in the middle by 1 + x^2 / f^2 (f and x in frame widths), so the focal
length is the one whose turn leaves least over (Hartley, Self-calibration of stationary cameras, 1997).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from cranework.motion import rotation
from cranework.motion.features import Measured
from cranework.motion.windows import Windows

Floats = NDArray[np.float64]

FOCALS = tuple(np.geomspace(0.45, 4.5, 27).tolist())
"""Focal lengths tried, frame widths: 16 to 162 mm on 36 mm film."""

LIMIT = 0.01
"""Frame widths: what is farther off is no part of the background."""

INDEPENDENT = 0.08
"""Share of the points that count as measurements of their own: neighbours, and windows that overlap, err alike."""

CLOSE = 3.0
"""Twice the logarithm of the likelihood by which a focal length may be worse than the best."""

EXACT = 1.4
"""Widest interval, high over low, that is worth telling."""

WIDEST_WINDOWS = 8


def degrees_per_s(rows: NDArray[np.intp], axis: str, w: Windows, measured: Measured) -> tuple[float, float] | None:
    """The interval of how fast a camera turns in some windows; None where the bend does not tell.

    Args:
        rows: the windows of a pan or a tilt.
        axis: `sideways` or `upright`.
        w: the windows of the shot.
        measured: what they show.
    """
    rows = rows[np.argsort(-measured.motion[rows], kind="stable")][:WIDEST_WINDOWS]
    known = measured.known[rows]
    if not len(rows) or known.sum() < 40:
        return None
    p, q = w.start[rows], w.end[rows]
    near = np.hypot(*np.moveaxis(measured.leftover[rows], 2, 0)) < LIMIT
    start = known & near
    costs, speeds = [], []
    for focal in FOCALS:
        turn, left = rotation.fit(p, q, focal, start, known)
        off = np.minimum(np.hypot(left[..., 0], left[..., 1]), LIMIT)
        costs.append(float((off[known] ** 2).sum()))
        angle = np.abs(turn[:, 0 if axis == "sideways" else 1])
        speeds.append(float(np.degrees(np.median(angle / w.seconds[rows]))))
    cost = np.array(costs)
    worse = INDEPENDENT * known.sum() * np.log(cost / cost.min())
    likely = np.array(speeds)[worse <= CLOSE]
    step = FOCALS[1] / FOCALS[0]  # the truth lies between those tried, and may lie beyond the last that is likely
    low, high = float(likely.min()) / step, float(likely.max()) * step
    ends = worse[0] <= CLOSE or worse[-1] <= CLOSE
    return None if ends or low <= 0 or high / low > EXACT else (round(low, 2), round(high, 2))
