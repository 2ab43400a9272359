"""How much the picture changes from one frame to the next."""

from __future__ import annotations

import numpy as np

from cranework.study.layer import Derived, DerivedLayer, Lane, Measurements, Signal


class Difference(DerivedLayer):
    """Mean absolute change of the small luma picture."""

    name = "difference"
    version = 1
    title = "Difference"
    meaning = "How much each picture differs from the one before: cuts stand out as single peaks."
    needs = ("pictures",)
    gives = (
        Signal(
            "difference.mean",
            "of white",
            "Mean absolute difference of luma from the frame before, at 48 by 28; 0 for the first frame",
            low=0,
            high=1,
            lane=Lane("curve", "#7a7f87", "difference"),
        ),
    )

    def derive(self, measured: Measurements) -> Derived:
        values = np.zeros(measured.frames, np.float32)
        for start, end in measured.segment_bounds():
            first = max(0, start - 1)
            luma = measured.signal("pictures.luma", first, end).astype(np.float32)
            if len(luma) > 1:
                change = np.abs(np.diff(luma, axis=0)).mean((1, 2))
                values[first + 1 : end] = change / LEVELS_OF_WHITE
        return Derived({"difference.mean": values})


LEVELS_OF_WHITE = 219
"""Levels between black and white in video range."""
