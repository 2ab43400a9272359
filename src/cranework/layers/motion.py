"""How fast the camera moves, frame by frame."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from cranework.motion.path import SIGNS, Steps, smoothed
from cranework.motion.speeds import in_units
from cranework.study.layer import Derived, DerivedLayer, Lane, Measurements, Signal

if TYPE_CHECKING:
    from numpy.typing import NDArray

FEWEST_OBEYING = 0.15
"""Share of the points below which the picture as a whole has no motion to be measured: blur, darkness, chaos."""

SMOOTH_S, SHAKE_S = 0.25, 0.5
"""Seconds over which the curve of mobility is averaged, and the way against which shake is measured."""


class Motion(DerivedLayer):
    """Speeds on four axes, and what is left over."""

    name = "motion"
    version = 2
    title = "Motion"
    meaning = (
        "How fast the camera turns or travels sideways, up and down, how fast the picture grows, rolls and shakes."
    )
    needs = ("tracks", "time", "shots", "transitions")
    gives = (
        Signal("motion.horizontal", "frame widths/s", "The camera goes or turns right; left is below zero", gaps=True),
        Signal("motion.vertical", "frame widths/s", "The camera goes or turns up; down is below zero", gaps=True),
        Signal("motion.zoom", "%/s", "The picture grows; below zero it shrinks", gaps=True),
        Signal("motion.roll", "degrees/s", "The camera rolls clockwise, seen from behind it", gaps=True),
        Signal(
            "motion.inliers",
            "share",
            "Share of the points that move with the picture as a whole",
            low=0,
            high=1,
            gaps=True,
        ),
        Signal(
            "motion.residual", "frame widths/s", "How fast the others move against it, in the middle", low=0, gaps=True
        ),
        Signal("motion.shake", "frame widths", "What a smooth way leaves over, from step to step", low=0, gaps=True),
        Signal(
            "motion.mobility",
            "frame widths/s",
            "How much the picture moves by the camera: going, growing and rolling together",
            low=0,
            gaps=True,
            lane=Lane("curve", "#2a7f78", "mobility"),
        ),
    )

    def derive(self, measured: Measurements) -> Derived:
        names = [gift.name for gift in self.gives]
        signals = {name: np.full(measured.frames, np.nan, np.float32) for name in names}
        for start, end in clear_parts(measured):
            steps = steps_of(measured, start, end)
            if len(steps):
                _fill(signals, steps, measured, start)
        return Derived(signals)


def clear_parts(measured: Measurements) -> list[tuple[int, int]]:
    """For each shot, in order, its frames in which no transition is under way (may be empty)."""
    gradual = [(t["start"], t["end"]) for t in measured.spans("transitions") if t["start"] < t["end"]]
    parts = []
    for shot in measured.spans("shots"):
        start, end = shot["start"], shot["end"]
        for a, b in gradual:
            if a < end and b > start:  # it reaches in from one side
                start, end = (b, end) if (a + b) / 2 <= (shot["start"] + shot["end"]) / 2 else (start, a)
        parts.append((start, max(start, end)))
    return parts


def seconds_of(measured: Measurements) -> NDArray[np.float64]:
    """When each frame is shown, seconds from the first, float64 (frames,)."""
    ticks = measured.signal("time.ticks")
    return np.asarray((ticks - ticks[0]) * float(measured.film.time_base) if len(ticks) else np.zeros(0), np.float64)


def steps_of(measured: Measurements, start: int, end: int) -> Steps:
    """The steps that lie wholly in frames start..end."""
    span = measured.signal("tracks.span", start, end).astype(int)
    places = np.flatnonzero(span)
    places = places[places - span[places] >= 0]
    obeying = measured.signal("tracks.obeying", start, end)[places]
    places, obeying = places[obeying >= FEWEST_OBEYING], obeying[obeying >= FEWEST_OBEYING]
    times = measured.signal("time.ticks", start, end) * float(measured.film.time_base)
    origin = float(measured.signal("time.ticks", 0, 1)[0]) * float(measured.film.time_base)
    similarity = measured.signal("tracks.step", start, end)[places].astype(np.float64)
    begun = times[places - span[places]] - origin
    ended = np.maximum(times[places] - origin, begun + 1e-3)
    return Steps(places + start, begun, ended, similarity, obeying.astype(np.float64))


def _fill(signals: dict[str, NDArray[Any]], steps: Steps, measured: Measurements, start: int) -> None:
    end = int(steps.frames[-1]) + 1
    span = measured.signal("tracks.span", start, end).astype(int)
    leftover = measured.signal("tracks.leftover", start, end)
    speed = {axis: in_units(steps.travel(axis) / steps.seconds, axis) for axis in SIGNS}
    values = {
        "motion.horizontal": speed["sideways"],
        "motion.vertical": speed["upright"],
        "motion.zoom": speed["depth"],
        "motion.roll": speed["roll"],
        "motion.inliers": steps.obeying,
        "motion.residual": leftover[steps.frames - start] / steps.seconds,
        "motion.shake": _shake(steps),
        "motion.mobility": steps.widths_per_s(SMOOTH_S),
    }
    for k, frame in enumerate(steps.frames.tolist()):
        begun = frame - int(span[frame - start])
        for name, value in values.items():
            signals[name][begun + 1 : frame + 1] = value[k]


def _shake(steps: Steps) -> NDArray[np.float64]:
    """Size of each step's departure from a smooth way, frame widths."""
    smooth = [smoothed(steps.travel(axis), steps.seconds, SHAKE_S) * steps.seconds for axis in ("sideways", "upright")]
    return np.asarray(np.hypot(steps.travel("sideways") - smooth[0], steps.travel("upright") - smooth[1]))
