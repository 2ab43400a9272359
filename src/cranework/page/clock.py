"""When each frame of a film is shown, in the seconds of the page."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import numpy as np

from cranework.page.curves import MOST_BUCKETS, packed

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from cranework.study.store import Study

TIME_DIGITS = 6
MICROSECONDS = 10**TIME_DIGITS  # in a second


class Clock:
    """Seconds from the first frame for each frame, and for the film's end."""

    def __init__(self, study: Study, frames: int) -> None:
        self._film = study.film
        self._ticks: NDArray[np.int64] = study.signal("time.ticks") if frames else np.empty(0, np.int64)
        self._end = seconds(study.duration or Fraction(0))

    def at(self, frame: int) -> float:
        """Seconds from the first frame at which a frame begins; for one beyond the last, the film's end."""
        if frame >= len(self._ticks):
            return self._end
        return seconds((int(self._ticks[max(frame, 0)]) - self._film.start) * self._film.time_base)

    def steps(self) -> str | None:
        """Microseconds from frame to frame, packed as int32; None where all are alike or each frame has its bucket."""
        if len(self._ticks) <= MOST_BUCKETS or len(np.unique(np.diff(self._ticks))) == 1:
            return None
        begins = (self._ticks - self._film.start) * float(self._film.time_base)
        steps = np.diff(np.rint(begins * MICROSECONDS))
        return packed(np.clip(steps, 0, np.iinfo(np.int32).max).astype("<i4").tobytes())

    def bounds(self, row: Mapping[str, Any]) -> list[float]:
        """Start and end of a span: its own times where it has them (subtitles lie between frames)."""
        start, end = row.get("start_time"), row.get("end_time")
        return [
            self.at(row["start"]) if start is None else seconds(start),
            self.at(row["end"]) if end is None else seconds(end),
        ]


def seconds(time: Fraction | float) -> float:
    """A time as the page tells it, to the microsecond."""
    return round(float(time), TIME_DIGITS)
