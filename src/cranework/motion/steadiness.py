"""How a camera is held: told from how its way departs from a smooth one.

A hand sways at one to four hertz, and turns about the lens axis as it does. Gate weave and grain place each frame anew,
repeated frames halt and jump: both are gone from a mean over a quarter of a second, a hand's sway is not.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cranework.motion.path import Steps

Floats = NDArray[np.float64]

FAST_S, SLOW_S = 0.25, 1.0
"""Sway is what a mean over the first leaves, and a mean over the second takes away."""

SWAY_WIDTHS, SWAY_ROLL = 0.003, 0.0007
"""Of a hand, at least: frame widths, radians. The hands of `training.camera` sway by 0.0015 to 0.007 radians, 0.0015 to
0.01 widths with usual lenses; its heads on tripods by at most 0.0006."""

DRIFT_WIDTHS = 0.005
"""What is locked off drifts by less than this share of the frame's width over a shot."""

FEWEST_STEPS = 6


@dataclass(frozen=True)
class Shake:
    """Of one shot: sway in frame widths and in radians of roll (root mean squares), and drift in frame widths."""

    sway_widths: float
    sway_roll: float
    drift_widths: float

    @property
    def by_hand(self) -> bool:
        """Whether a hand carries the camera while it moves."""
        return self.sway_widths > SWAY_WIDTHS and self.sway_roll > SWAY_ROLL

    @property
    def drifts(self) -> bool:
        """Whether a camera that makes no move is not locked off."""
        return self.drift_widths > DRIFT_WIDTHS


def shake_of(steps: Steps) -> Shake | None:
    """The shake of a shot; None where there are too few steps."""
    if len(steps) < FEWEST_STEPS:
        return None
    way = np.cumsum(steps.similarity[:, 1:], axis=0)
    usual = float(np.median(steps.seconds))
    slow_steps = max(3, round(SLOW_S / usual) | 1)
    calm = mean_over(way, max(1, round(FAST_S / usual) | 1))
    sway = calm - mean_over(way, slow_steps)
    edge = slow_steps // 2  # where the mean is lopsided, any move looks like sway
    sway = sway[edge:-edge] if len(sway) > 2 * edge + FEWEST_STEPS else sway
    return Shake(
        float(np.sqrt((sway[:, 1:] ** 2).sum(1).mean())),
        float(np.sqrt((sway[:, 0] ** 2).mean())),
        float(np.ptp(calm[:, 1:], axis=0).max()),
    )


def mean_over(values: Floats, length: int) -> Floats:
    """A moving mean over so many rows, fewer at the ends."""
    kernel = np.ones(min(length, len(values)))
    counts = np.convolve(np.ones(len(values)), kernel, "same")
    return np.stack([np.convolve(column, kernel, "same") / counts for column in values.T], axis=1)
