"""How bright a picture is, how far its tones reach, how much of it is black."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from cranework.study.layer import FrameLayer, Lane, Measured, Signal

if TYPE_CHECKING:
    from cranework.film.model import Film, Segment
    from cranework.film.views import Batch

BLACK, RANGE = 16, 219
"""Luma of black, and from black to white, in video range (ITU-R BT.601-7, 2011)."""

STILL_BLACK = 28
"""Luma up to which a point counts as black: black with the noise of compression and the fog of prints."""


class Luma(FrameLayer):
    """Mean, standard deviation and share of black of the luma."""

    name = "luma"
    version = 1
    title = "Luma"
    meaning = "How bright each picture is, how far apart its tones lie, and how much of it is black."
    gives = (
        Signal(
            "luma.mean",
            "of white",
            "Mean luma: 0 is black, 1 is white",
            low=0,
            high=1,
            lane=Lane("curve", "#c9952b", "luma"),
        ),
        Signal("luma.contrast", "of white", "Standard deviation of luma", low=0, high=0.5),
        Signal("luma.black", "share", "Share of the picture that is black", low=0, high=1),
    )
    views = ("luma",)

    def begin(self, film: Film, segment: Segment) -> _Measurer:
        return _Measurer()


class _Measurer:
    def __init__(self) -> None:
        self._rows: list[tuple[float, float, float]] = []

    def add(self, batch: Batch) -> None:
        import cv2  # only where frames are measured: whoever reads the declaration alone can do without

        for picture in batch.luma:
            mean, deviation = cv2.meanStdDev(picture)
            black = np.count_nonzero(picture <= STILL_BLACK)
            self._rows.append(((mean.item() - BLACK) / RANGE, deviation.item() / RANGE, black / picture.size))

    def finish(self) -> Measured:
        mean, contrast, black = np.array(self._rows, np.float32).reshape(-1, 3).T
        return Measured({"luma.mean": np.clip(mean, 0, 1), "luma.contrast": contrast, "luma.black": black})
