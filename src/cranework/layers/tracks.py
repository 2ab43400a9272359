"""Follows points through the film: what all that is said of the camera rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from cranework.motion.windows import SLOTS, UNITS
from cranework.study.layer import FrameLayer, Measured, Signal

if TYPE_CHECKING:
    from cranework.film.model import Film, Segment
    from cranework.film.views import Batch

USUAL_RATE = 24
"""Frames a second assumed of a film that does not say how many it has."""


class Tracks(FrameLayer):
    """Points, and from one step to the next the similarity that most of them obey."""

    name = "tracks"
    version = 2
    title = "Tracks"
    meaning = "Points followed through the pictures, and how the picture as a whole moves from step to step."
    gives = (
        Signal(
            "tracks.points",
            f"1/{UNITS} frame width",
            "In frames that are samples, some four a second: x right and y down from the picture's centre, and age in "
            "samples, of each slot; age 0 where it is empty. Zero in other frames",
            dtype="<i2",
            shape=(SLOTS, 3),
        ),
        Signal("tracks.sampled", "", "1 where the frame is a sample", dtype="|u1"),
        Signal("tracks.span", "frames", "Frames since the last step that ends here; 0 where none does", dtype="|u1"),
        Signal(
            "tracks.step",
            "ln, radians, frame widths",
            "Since the last step: ln of the scale, turn clockwise in the picture, shift right, shift down",
            shape=(4,),
        ),
        Signal("tracks.obeying", "share", "Share of the points that obey this similarity", low=0, high=1),
        Signal("tracks.leftover", "frame widths", "Median distance by which the points miss it", low=0),
    )
    views = ("luma",)
    begins_anew = True

    def begin(self, film: Film, segment: Segment) -> _Measurer:
        return _Measurer(film)


class _Measurer:
    def __init__(self, film: Film) -> None:
        from cranework.motion.tracker import STEPS_A_SECOND, Tracker  # with OpenCV, which only they need who decode

        self._tracker = Tracker()
        self._frames = 0
        self._every = max(1, round((film.frame_rate or USUAL_RATE) / STEPS_A_SECOND))

    def add(self, batch: Batch) -> None:
        for i in range(-self._frames % self._every, len(batch), self._every):
            self._tracker.add(batch.luma[i], self._frames + i)
        self._frames += len(batch)

    def finish(self) -> Measured:
        from cranework.motion.similarity import STEP_TOLERANCE, fit

        points = np.zeros((self._frames, SLOTS, 3), np.int16)
        sampled, span = np.zeros(self._frames, np.uint8), np.zeros(self._frames, np.uint8)
        step = np.zeros((self._frames, 4), np.float32)
        obeying, leftover = np.zeros(self._frames, np.float32), np.zeros(self._frames, np.float32)
        for place, kept in self._tracker.samples:
            points[place], sampled[place] = kept, 1
        if self._tracker.steps:
            places = np.array([place for place, *_ in self._tracker.steps])
            before, now, known = (np.stack(part) for part in zip(*(s[1:] for s in self._tracker.steps), strict=True))
            step[places], obeying[places], off = fit(before, now, known, STEP_TOLERANCE)
            span[places] = self._every
            missed = np.where(known, off, np.nan)
            some = known.any(1)
            leftover[places[some]] = np.nanmedian(missed[some], axis=1)
        return Measured(
            {
                "tracks.points": points,
                "tracks.sampled": sampled,
                "tracks.span": span,
                "tracks.step": step,
                "tracks.obeying": obeying,
                "tracks.leftover": leftover,
            }
        )
