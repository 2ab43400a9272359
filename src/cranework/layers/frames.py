"""What the decoder says of each frame: its time stamp, and whether it is whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from cranework.study.layer import FrameLayer, Measured, Signal

if TYPE_CHECKING:
    from cranework.film.model import Film, Segment
    from cranework.film.views import Batch


class Frames(FrameLayer):
    """Time stamps as the file gives them."""

    name = "frames"
    version = 1
    title = "Frames"
    meaning = "The frames as the decoder gives them: their time stamps, and which are damaged."
    gives = (
        Signal("frames.pts", "ticks", "Presentation time stamp; the lowest integer where there is none", dtype="<i8"),
        Signal("frames.corrupt", "", "1 where the decoder marks the picture as damaged", dtype="|u1"),
    )
    views = ()

    def begin(self, film: Film, segment: Segment) -> _Measurer:
        return _Measurer()


class _Measurer:
    def __init__(self) -> None:
        self._pts: list[int] = []
        self._corrupt: list[bool] = []

    def add(self, batch: Batch) -> None:
        self._pts += batch.pts.tolist()
        self._corrupt += [bool(frame.is_corrupt) for frame in batch.frames]

    def finish(self) -> Measured:
        pts, corrupt = np.array(self._pts, np.int64), np.array(self._corrupt, np.uint8)
        return Measured({"frames.pts": pts, "frames.corrupt": corrupt})
