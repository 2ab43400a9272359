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
        self._sides: list[tuple[int, int, int, int]] = []

    def add(self, batch: Batch) -> None:
        for picture in batch.small:
            lines, columns = picture.max(1) > DARK, picture.max(0) > DARK
            self._sides.append((_dark(lines), _dark(lines[::-1]), _dark(columns), _dark(columns[::-1])))

    def finish(self) -> Measured:
        return Measured({"bars.sides": np.array(self._sides, np.uint8).reshape(-1, 4)})


def _dark(bright: NDArray[np.bool_]) -> int:
    """How many lines come before the first bright one."""
    first = int(bright.argmax())
    return first if bright[first] else len(bright)
