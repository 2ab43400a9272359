"""The judge's clock: the judge knows films of 24 to 30 frames a second, so others are shown to it at about that rate.

At 48 frames a second and more every second frame is shown; at a frame a second or so (slides) each frame is held, as
a viewer would see it. Signals count in frames on purpose, since a transition is made in frames; so nothing else is
done about the rate, and nothing at all where it varies.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from cranework.editing.pictures import Pictures

Source = Callable[[int, int], Pictures]
"""Gives the pictures of the frames start..end (half open) of a film."""

FAST_HZ, SLOW_HZ = 45.0, 3.0
HELD = 8  # times that a slide is held: as long as the judge looks at a boundary


@dataclass(frozen=True)
class Clock:
    """Shows frame `j * step // hold` of a film as the judge's frame j."""

    frames: int
    step: int = 1
    hold: int = 1

    @classmethod
    def of(cls, frames: int, rate: float | None) -> Clock:
        """The clock for a film of that many frames, at a rate in frames a second, None where it varies."""
        if rate is None or rate <= 0:
            return cls(frames)
        return cls(frames, step=2 if rate >= FAST_HZ else 1, hold=HELD if rate <= SLOW_HZ else 1)

    @property
    def length(self) -> int:
        """How many frames the judge is shown."""
        return -(-self.frames // self.step) * self.hold

    def pictures(self, source: Source) -> Source:
        """The pictures as the judge is shown them."""
        if self.step == self.hold == 1:
            return source

        def shown(start: int, end: int) -> Pictures:
            frames = np.arange(start, end) * self.step // self.hold
            first = int(frames[0]) if len(frames) else 0
            last = int(frames[-1]) + 1 if len(frames) else 0
            return source(first, last).take(frames - first)

        return shown

    def frame(self, shown: int) -> int:
        """The film's frame for a bound between frames shown."""
        return min(self.frames, (2 * shown * self.step + self.hold) // (2 * self.hold))
