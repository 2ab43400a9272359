"""How light the upper third of the picture is, frame by frame: bright skies, dark ceilings."""

from __future__ import annotations

import numpy as np

from cranework.film.model import Film, Segment
from cranework.film.views import Batch
from cranework.study.layer import FrameLayer, Lane, Measured, Measurer, Signal

BLACK, WHITE = 16, 235
"""Luma of black and of white in the view `luma` (ITU-R BT.601 and 709, video range)."""


class SkylineMeasurer:
    """Measures one segment."""

    def __init__(self) -> None:
        self.values: list[np.ndarray] = [np.empty(0, np.float32)]

    def add(self, batch: Batch) -> None:
        """Take the mean of the upper third; `batch.luma` is uint8 (frames, height, width), without bars, upright."""
        upper = batch.luma[:, : max(1, batch.luma.shape[1] // 3)]
        mean = upper.mean(axis=(1, 2), dtype=np.float64)
        self.values.append(((mean - BLACK) / (WHITE - BLACK)).clip(0, 1).astype(np.float32))

    def finish(self) -> Measured:
        """Give one value for each frame, float32 (frames,), 0 to 1."""
        return Measured(signals={"skyline.luma": np.concatenate(self.values)})


class Skyline(FrameLayer):
    """The mean luma of the upper third of each frame."""

    name = "skyline"
    version = 1
    title = "Skyline"
    meaning = "How light the upper third of the picture is: bright skies, dark ceilings."
    views = ("luma",)
    gives = (
        Signal(
            "skyline.luma",
            unit="of white",
            meaning="Mean luma of the upper third: 0 is black, 1 is white",
            low=0.0,
            high=1.0,
            lane=Lane("curve", "#3a86c8"),
        ),
    )

    def begin(self, film: Film, segment: Segment) -> Measurer:
        """A measurer for one segment."""
        return SkylineMeasurer()
