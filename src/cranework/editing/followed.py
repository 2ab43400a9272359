"""Whether one shot goes on through what looks like a gradual transition: by the points that are followed through it.

Where one shot gives way to another, no point of the first is in the second. What stays through a true dissolve is what
lies over the pictures (a logo, a subtitle, the film's border), or what both shots have in common because the camera
stood still between them: all of it stays where it is. A slow tilt, a zoom or a walk down a corridor can look like a
dissolve in small pictures; there, points go through, and move.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cranework.motion.windows import UNITS, living

FEWEST = 12
"""Points: an eighth of those followed. Points that stray through a true dissolve by chance are fewer."""

MOVED = 0.02
"""Frame widths that the middle one of them must move: several times what points on a thing at rest stray by."""

MOST, STIRRED = 0.5, 0.004
"""Share of the points that were followed before: of two shots that stand alike half may seem to go on, but they stand;
frame widths that the middle one must move then, twice what points at rest stray by."""

SPREAD = 0.05
"""Frame widths by which their places must vary both ways: words that crawl across a dissolve lie in one line."""


@dataclass(frozen=True)
class Followed:
    """Points followed through a film: `points` (S, P, 3) of its samples, as `tracks.points`; `frames` (S,) of them."""

    points: NDArray[np.int16]
    frames: NDArray[np.intp]

    def goes_on(self, start: int, end: int) -> bool:
        """Whether points moved on from before frame `start` to behind the transition that ends before frame `end`."""
        before = int(np.searchsorted(self.frames, max(start - 1, 0), side="right")) - 1
        behind = int(np.searchsorted(self.frames, end))
        if before < 0 or behind >= len(self.frames):
            return False
        through = living(self.points, before, behind)
        if np.count_nonzero(through) < FEWEST:
            return False
        places = self.points[before, through, :2] / UNITS
        if places.std(0).min() < SPREAD:
            return False
        way = float(np.median(np.abs(self.points[behind, through, :2] / UNITS - places).max(1)))
        most = np.count_nonzero(through) >= MOST * np.count_nonzero(self.points[before, :, 2])
        return way >= (STIRRED if most else MOVED)
