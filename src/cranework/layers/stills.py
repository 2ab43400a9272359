"""Keeps pictures to know shots by: during the pass over the frames, since going back for them would cost as much again.

Shots are not known yet, so the film is cut wherever the picture jumps, and at the latest every few seconds; of each
piece the sharpest frame is kept. Shots choose among them afterwards.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from cranework.study.layer import FrameLayer, Measured, Stills

if TYPE_CHECKING:
    from av.video.frame import VideoFrame
    from numpy.typing import NDArray

    from cranework.film.model import Film, Segment
    from cranework.film.views import Batch

JUMP_LEVELS, JUMP_RATIO = 8.0, 2.0
"""The picture jumps where its mean change reaches so many levels of 255 and so many times the usual change."""

USUAL_FADES = 0.95
"""What is usual is the largest change of late; it is forgotten by so much each frame: flicker is no series of jumps."""

LONGEST_PIECE = 96
"""Frames after which a still is kept in any case: four seconds, so that a long take shows how it goes on."""

SHORTEST_PIECE = 3
"""Frames: flicker and strobe must not make a still of every frame."""


class StillsLayer(FrameLayer):
    """Pictures to know shots by."""

    name = "stills"
    version = 2
    title = "Stills"
    meaning = "Small pictures of frames, sharp ones, at least one for each shot and one every four seconds."
    gives = (Stills("A sharp frame of each piece of the film"),)
    views = ("small", "gradient")

    def begin(self, film: Film, segment: Segment) -> _Measurer:
        return _Measurer(film)


class _Measurer:
    def __init__(self, film: Film) -> None:
        self._film = film
        self._stills: list[tuple[int, bytes]] = []
        self._before: NDArray[np.uint8] | None = None
        self._usual = 0.0
        self._length = 0
        self._best: tuple[float, int, VideoFrame] | None = None

    def add(self, batch: Batch) -> None:
        import cv2  # only where frames are measured: whoever reads the declaration alone can do without

        for i, (small, gradient) in enumerate(zip(batch.small, batch.gradient, strict=True)):
            if self._jumps(small) or self._length >= LONGEST_PIECE:
                self._keep()
            sharpness = cv2.mean(gradient)[0]
            if self._best is None or sharpness > self._best[0]:
                self._best = sharpness, batch.offset + i, batch.frames[i]
            self._length += 1

    def finish(self) -> Measured:
        self._keep()
        return Measured(stills=self._stills)

    def _jumps(self, small: NDArray[np.uint8]) -> bool:
        import cv2

        if self._before is None:
            self._before = small
            return False
        change = cv2.mean(cv2.absdiff(small, self._before))[0]
        jumps = change > JUMP_LEVELS and change > JUMP_RATIO * self._usual and self._length >= SHORTEST_PIECE
        self._before = small
        if not jumps:
            self._usual = max(change, USUAL_FADES * self._usual)
        return jumps

    def _keep(self) -> None:
        if self._best is not None:
            from cranework.film.views import still

            _, offset, frame = self._best
            self._stills.append((offset, still(frame, self._film)))
        self._best, self._length = None, 0
