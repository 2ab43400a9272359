"""How sharp a picture is."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import cv2
import numpy as np

from cranework.study.layer import FrameLayer, Lane, Measured, Signal

if TYPE_CHECKING:
    from cranework.film.model import Film, Segment
    from cranework.film.views import Batch


class Sharpness(FrameLayer):
    """Fine detail, as the strength of the Laplacian."""

    name = "sharpness"
    version = 1
    title = "Sharpness"
    meaning = "How much fine detail each picture holds; it falls with defocus, blur by movement and dissolves."
    gives = (
        Signal(
            "sharpness.laplacian",
            "levels",
            "Effective value of the Laplacian of the luma (Pertuz, Puig and Garcia, 2013)",
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
        for picture in batch.luma:
            # The mean of a Laplacian is nearly 0, so its effective value is its deviation, at a twentieth of the cost.
            self._values.append(cv2.norm(cv2.Laplacian(picture, cv2.CV_16S), cv2.NORM_L2) / math.sqrt(picture.size))

    def finish(self) -> Measured:
        return Measured({"sharpness.laplacian": np.array(self._values, np.float32)})
