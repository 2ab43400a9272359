"""When each frame is shown: time stamps, mended where the file's are missing, falling or none at all."""

from __future__ import annotations

from cranework.film.timing import repaired_ticks
from cranework.study.layer import Derived, DerivedLayer, Measurements, Signal


class Time(DerivedLayer):
    """The table of presentation times."""

    name = "time"
    version = 1
    title = "Time"
    meaning = "When each frame is shown, in ticks of the film's time base."
    needs = ("frames",)
    gives = (Signal("time.ticks", "ticks", "When the frame is shown; never falls", dtype="<i8"),)

    def derive(self, measured: Measurements) -> Derived:
        pts = measured.signal("frames.pts")
        return Derived({"time.ticks": repaired_ticks(pts, measured.film.time_base, measured.film.frame_rate)})
