"""Whether a camera is locked off, moves smoothly, or is carried by hand: told from how it shakes from step to step.

A hand sways at one to four hertz and turns about the lens axis; gate weave and grain place each frame anew, so their
shake goes back and forth from step to step and does not turn.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

BASELINE_S = 0.5
"""Seconds of the moving mean from which shake is what is left."""

SHAKE, ROLL_SHAKE, SWAY = 0.0009, 0.00022, 0.05
"""Of a hand, at least, between steps of a twelfth of a second: median shake in frame widths, median roll shake in
radians, and the correlation of one step's shake with the next."""

STRONG_SHAKE, STRONG_SWAY = 0.0025, 0.2
"""As much of both as no other thing makes, whatever the roll."""

USUAL_STEP_S = 1 / 12


@dataclass(frozen=True)
class Shake:
    """Medians over a shot: size in frame widths, roll in radians, correlation of neighbouring steps."""

    size: float
    roll: float
    sway: float

    @property
    def by_hand(self) -> bool:
        """Whether a hand carries the camera."""
        return (self.size > SHAKE and self.roll > ROLL_SHAKE and self.sway > SWAY) or (
            self.size > STRONG_SHAKE and self.sway > STRONG_SWAY
        )


def shake_of(step: Floats, seconds: Floats) -> Shake | None:
    """The shake of a shot's steps; None where there are too few.

    Args:
        step: (K, 4) ln of the scale, turn, shift right, shift down, one row a step without gaps.
        seconds: (K,) length of each step.
    """
    jitter = jitter_of(step[:, 1:], seconds)
    if jitter is None:
        return None
    size = np.hypot(jitter[:, 1], jitter[:, 2])
    sway = [float((one[1:] * one[:-1]).sum() / ((one**2).sum() + 1e-12)) for one in (jitter[:, 1], jitter[:, 2])]
    return Shake(float(np.median(size)), float(np.median(np.abs(jitter[:, 0]))), float(np.mean(sway)))


def jitter_of(values: Floats, seconds: Floats) -> Floats | None:
    """What a moving mean over `BASELINE_S` leaves over, a row a step; None where there are too few steps."""
    usual = float(np.median(seconds)) if len(seconds) else USUAL_STEP_S
    length = max(3, round(BASELINE_S / usual) | 1)
    if len(values) < length + 2:
        return None
    padded = np.pad(values, ((length // 2, length // 2), (0, 0)), mode="reflect")
    kernel = np.ones(length) / length
    mean = np.stack([np.convolve(padded[:, c], kernel, "valid") for c in range(values.shape[1])], axis=1)
    return np.asarray(values - mean)
