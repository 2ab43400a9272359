"""How fast the film is cut, from moment to moment."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from cranework.study.layer import Derived, DerivedLayer, Lane, Measurements, Signal

if TYPE_CHECKING:
    from numpy.typing import NDArray

WINDOW_SHOTS = 11
"""Shots averaged for the local tempo, half of them on each side: a moving average, as Cinemetrics draws it."""


class Tempo(DerivedLayer):
    """Shot lengths as curves over time."""

    name = "tempo"
    version = 1
    title = "Tempo"
    meaning = "How long the shot of each moment is, and how long shots are around it: low is fast."
    needs = ("shots",)
    gives = (
        Signal("tempo.shot_length_s", "s", "Length of the shot that the frame belongs to", low=0),
        Signal(
            "tempo.local_s",
            "s",
            "Mean length of the eleven shots around (moving average over shots, as Cinemetrics has it)",
            low=0,
            lane=Lane("curve", "#3f7d58", "tempo"),
        ),
    )

    def derive(self, measured: Measurements) -> Derived:
        shots = measured.spans("shots")
        lengths = np.array([float(shot["end_time"] - shot["start_time"]) for shot in shots], np.float32)
        frames = [shot["end"] - shot["start"] for shot in shots]
        local = moving_average(lengths, WINDOW_SHOTS)
        return Derived({"tempo.shot_length_s": np.repeat(lengths, frames), "tempo.local_s": np.repeat(local, frames)})


def moving_average(lengths: NDArray[np.float32], window: int) -> NDArray[np.float32]:
    """Mean of up to `window` neighbors around each value (n,), fewer at the ends: float32 (n,)."""
    half = window // 2
    total = np.concatenate([[0.0], np.cumsum(lengths, dtype=np.float64)])
    at = np.arange(len(lengths))
    first, end = np.maximum(at - half, 0), np.minimum(at + half + 1, len(lengths))
    mean: NDArray[np.float32] = ((total[end] - total[first]) / np.maximum(end - first, 1)).astype(np.float32)
    return mean
