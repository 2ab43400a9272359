"""The judge: small networks that say of a window, axis by axis, whether the camera moves and how.

Each axis has its own answer: sideways (nothing, pan, truck, arc), upright (nothing, tilt, pedestal), in depth (nothing,
zoom, dolly, dolly zoom), about the lens (nothing, roll). Directions come from linear functions of numbers whose sign
turns with a mirror. The table `judge.npz` is learnt from tracks that `training.camera` simulates from seeds: no film
took part. docs/measurements.md says how to make it again.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

NONE, STATIC = "none", "static"
LIKELY = 0.5
FLOOR = 0.003
"""The nearest to impossible, or to certain, that is ever said."""

AXES: dict[str, tuple[str, ...]] = {
    "sideways": (NONE, "pan", "truck", "arc"),
    "upright": (NONE, "tilt", "pedestal"),
    "depth": (NONE, "zoom", "dolly", "dolly_zoom"),
    "roll": (NONE, "roll"),
}
"""The axes, and what a camera can do on each."""

DIRECTED = {
    "pan": "sideways", "truck": "sideways", "arc": "sideways", "tilt": "upright", "pedestal": "upright",
    "zoom": "depth", "dolly": "depth", "roll": "roll",
}  # fmt: skip
"""What has a direction, and the family of numbers that it is told from."""

SIGNED = {
    "pan": ("pan_right", "pan_left"), "truck": ("truck_right", "truck_left"), "arc": ("arc_right", "arc_left"),
    "tilt": ("tilt_up", "tilt_down"), "pedestal": ("pedestal_up", "pedestal_down"), "roll": ("roll_cw", "roll_ccw"),
    "zoom": ("zoom_in", "zoom_out"), "dolly": ("dolly_in", "dolly_out"), "dolly_zoom": ("dolly_zoom", "dolly_zoom"),
}  # fmt: skip
"""The label for a direction above zero, and below."""

_TABLE = Path(__file__).with_name("judge.npz")


class Judge:
    """Networks and directions read from a table; the one that ships with the program if none is named."""

    def __init__(self, table: Path = _TABLE) -> None:
        with np.load(table, allow_pickle=False) as arrays:
            self._weights = {name: arrays[name].astype(np.float64) for name in arrays.files}
        self.shares = {axis: self._weights[f"shares.{axis}"] for axis in AXES}
        """For each axis, how often the networks were shown what."""
        self.likely = LIKELY
        """Probability from which a move is told."""
        self.calibration = {kind: self._calibration(kind) for kind in (STATIC, *SIGNED)}
        """For each kind the slope and the shift by which log odds become those of labelled clips (Platt, Probabilistic
        outputs for support vector machines, 1999)."""
        self._networks = sorted({name.split(".")[0] for name in self._weights if name.startswith("network")})

    def kinds(self, features: Floats) -> dict[str, Floats]:
        """Natural logarithms of the probabilities of what each axis does, (N, kinds), for features (N, F)."""
        answers = np.mean([self._logits(name, features) for name in self._networks], axis=0)
        found, start = {}, 0
        for axis, kinds in AXES.items():
            logits = answers[:, start : start + len(kinds)]
            found[axis] = logits - _log_sum(logits)
            start += len(kinds)
        return found

    def sure(self, kind: str, probability: float) -> float:
        """The probability that a stretch is what it is called, as labelled clips bear out."""
        slope, shift = self.calibration[kind]
        odds = np.log(np.clip(probability, FLOOR, 1 - FLOOR) / (1 - np.clip(probability, FLOOR, 1 - FLOOR)))
        return float(1 / (1 + np.exp(-(slope * odds + shift))))

    def _calibration(self, kind: str) -> tuple[float, float]:
        slope, shift = self._weights.get(f"calibration.{kind}", np.array([1.0, 0.0])).tolist()
        return slope, shift

    def direction(self, kind: str, odd: dict[str, Floats]) -> Floats:
        """How surely (-1 to 1) a kind of move goes right, up, in or clockwise, (N,)."""
        return np.asarray(np.tanh(odd[DIRECTED[kind]] @ self._weights[f"direction.{kind}"]))

    def _logits(self, network: str, features: Floats) -> Floats:
        w = self._weights
        x = np.clip((features - w["mean"]) / w["deviation"], -4, 4)
        first = np.maximum(x @ w[f"{network}.w0"] + w[f"{network}.b0"], 0)
        second = np.maximum(first @ w[f"{network}.w1"] + w[f"{network}.b1"], 0)
        return np.asarray(second @ w[f"{network}.w2"] + w[f"{network}.b2"])


def _log_sum(logits: Floats) -> Floats:
    top = logits.max(1, keepdims=True)
    return np.asarray(top + np.log(np.exp(logits - top).sum(1, keepdims=True)))
