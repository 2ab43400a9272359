"""Bars within the film's active area: single shots may be narrower or lower than the film."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from cranework.study.layer import FrameLayer, Measured, Signal

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from cranework.film.model import Film, Segment
    from cranework.film.views import Batch

DARK = 28
"""Luma (video range) up to which a line belongs to a bar: black with the noise of compression and the fog of prints."""


class Bars(FrameLayer):
    """Dark lines at the four sides of each picture."""

    name = "bars"
    version = 1
    title = "Bars"
    meaning = "How many lines at each side of the picture are black."
    gives = (
        Signal(
            "bars.sides",
            "lines of 90, columns of 160",
            "Black lines at the top and bottom, black columns at the left and right, of the picture at 160 by 90",
            dtype="|u1",
            shape=(4,),
        ),
    )
    views = ("small",)

    def begin(self, film: Film, segment: Segment) -> _Measurer:
        return _Measurer()


class _Measurer:
    def __init__(self) -> None:
        self._sides: list[NDArray[np.uint8]] = []

    def add(self, batch: Batch) -> None:
        lines, columns = batch.small.max(2) > DARK, batch.small.max(1) > DARK
        sides = lines, lines[:, ::-1], columns, columns[:, ::-1]
        self._sides.append(np.stack([_dark(side) for side in sides], axis=1))

    def finish(self) -> Measured:
        return Measured({"bars.sides": np.concatenate([np.empty((0, 4), np.uint8), *self._sides])})


def _dark(bright: NDArray[np.bool_]) -> NDArray[np.uint8]:
    """How many lines come before the first bright one, (n,), of lines (n, lines)."""
    count: NDArray[np.intp] = np.where(bright.any(1), bright.argmax(1), bright.shape[1])
    return count.astype(np.uint8)
