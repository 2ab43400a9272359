"""How sharp a picture is."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from cranework.study.layer import FrameLayer, Lane, Measured, Signal

if TYPE_CHECKING:
    from cranework.film.model import Film, Segment
    from cranework.film.views import Batch

SOBEL_GAIN = 8
"""A Sobel filter gives eight times the slope in levels a pixel."""


class Sharpness(FrameLayer):
    """Fine detail, as the strength of the gradient."""

    name = "sharpness"
    version = 1
    title = "Sharpness"
    meaning = "How steep the edges in each picture are; it falls with defocus, blur by movement and dissolves."
    gives = (
        Signal(
            "sharpness.gradient",
            "levels a pixel",
            "Effective slope of luma (Tenengrad: Krotkov, Focusing, 1988)",
            low=0,
            lane=Lane("curve", "#4a90a4", "sharpness"),
        ),
    )
    views = ("luma",)

    def begin(self, film: Film, segment: Segment) -> _Measurer:
        return _Measurer()


class _Measurer:
    def __init__(self) -> None:
        self._values: list[float] = []

    def add(self, batch: Batch) -> None:
        import cv2  # only where frames are measured: whoever reads the declaration alone can do without

        for picture in batch.luma:
            across, down = (cv2.norm(slope, cv2.NORM_L2) for slope in cv2.spatialGradient(picture))
            self._values.append(math.hypot(across, down) / (SOBEL_GAIN * math.sqrt(picture.size)))

    def finish(self) -> Measured:
        return Measured({"sharpness.gradient": np.array(self._values, np.float32)})
