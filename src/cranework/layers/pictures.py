"""Keeps the small pictures that transitions are judged by, so that a better judge needs no second decoding."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

import numpy as np

from cranework.editing.pictures import SHAPES, Pictures
from cranework.study.layer import FrameLayer, Measured, Signal

if TYPE_CHECKING:
    from cranework.film.model import Film, Segment
    from cranework.film.views import Batch

MEANINGS = {
    "luma": "Luma at 48 by 28, in video range",
    "chroma": "Chroma at 24 by 14, gray at 128",
    "edges": "Strength of edges at 24 by 14",
    "bins": "Histogram of luma (32 bins) and chroma (8 and 8): 255 times the square root of each share",
    "cols": "Mean luma of 80 columns",
    "rows": "Mean luma of 45 rows",
}


STEPS = {"chroma": 2, "edges": 2}
"""Levels to which some pictures are rounded: half of that noise costs nothing that can be measured (F1 of cuts and of
gradual transitions on labelled films the same within 0.004), and a tenth of the study's size is saved. Luma is kept as
it is: with 2 levels, gradual transitions lost 0.026."""


class SmallPictures(FrameLayer):
    """About 2.5 kB a frame, before packing."""

    name = "pictures"
    version = 1
    title = "Small pictures"
    meaning = "A few tiny pictures of each frame, from which cuts, dissolves, fades and wipes are told."
    gives = tuple(
        Signal(
            f"pictures.{name}", "levels", MEANINGS[name], dtype="|u1", shape=shape, delta=True, step=STEPS.get(name, 1)
        )
        for name, shape in SHAPES.items()
    )
    views = ("small", "gradient", "chroma")

    def begin(self, film: Film, segment: Segment) -> _Measurer:
        return _Measurer()


class _Measurer:
    def __init__(self) -> None:
        self._batches: list[Pictures] = []

    def add(self, batch: Batch) -> None:
        from cranework.editing.reduction import reduce  # with OpenCV, which only they need who decode

        self._batches.append(reduce(batch.small, batch.chroma, batch.gradient))

    def finish(self) -> Measured:
        signals = {}
        for part in fields(Pictures):
            empty = np.empty((0, *SHAPES[part.name]), np.uint8)
            signals[f"pictures.{part.name}"] = np.concatenate([empty, *(getattr(b, part.name) for b in self._batches)])
        return Measured(signals)
