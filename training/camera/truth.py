"""What is true of the camera of a shot: what it does to the picture, frame by frame, and in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from training.camera.paths import Course, Leg
from training.camera.scenes import Array

AXES = {"pan": 0, "tilt": 1, "roll": 2, "zoom": 3, "truck": 4, "pedestal": 5, "dolly": 6, "arc": 4, "dolly_zoom": 6}
"""Which of the effects a family of moves shows in."""
HALF_WAY = 0.25
"""Frame widths from the centre."""
SHORTEST_REST = 0.5
"""Seconds without any move that count as one of their own: static."""


@dataclass(frozen=True)
class Truth:
    """One intended move, or a stretch without any.

    Attributes:
        label: as in `cranework.demo.camera.SIGNS`.
        start, end: frames, half open.
        speed: the middle one, without sign: frame widths a second for turning and travelling, ln a second for zoom,
            dolly and dolly zoom, degrees a second for a roll.
        travel: what it has done to the picture in all, without sign: frame widths, ln, degrees.
        shown: the same in frame widths, at a point half-way to the border for what grows or rolls.
        degrees_per_s: of a pan or a tilt, else None.
    """

    label: str
    start: int
    end: int
    speed: float
    travel: float
    shown: float
    degrees_per_s: float | None = None


def effects(course: Course, depths: Array) -> Array:
    """What the camera has done to the picture since its first frame, float64 (frames, 7).

    Pan right, tilt up, roll clockwise (radians), zoom in (ln), truck right, pedestal up, dolly in (ln). Turning is the
    angle times the focal length in frame widths; travel goes along the camera's axes, times the focal length, over
    ``depths`` (metres, float64 (frames,)); dolly is travel over that depth.
    """
    axes, focal = course.rotations(), course.focal
    steps = np.zeros((len(focal), 7))
    between = axes[:-1].transpose(0, 2, 1) @ axes[1:]
    length = np.sqrt(focal[1:] * focal[:-1])
    steps[1:, 0], steps[1:, 1] = between[:, 0, 2] * length, -between[:, 1, 2] * length
    steps[1:, 2], steps[1:, 3] = between[:, 1, 0], np.diff(np.log(focal))
    travel = np.einsum("fij,fi->fj", axes[:-1], np.diff(course.positions, axis=0)) / depths[1:, None]
    steps[1:, 4], steps[1:, 5], steps[1:, 6] = travel[:, 0] * length, -travel[:, 1] * length, travel[:, 2]
    return np.asarray(np.cumsum(steps, 0), np.float64)


def truths(legs: Sequence[Leg], intended: Array, course: Course, rate: float) -> tuple[Truth, ...]:
    """The moves with their frames and speeds, and the stretches without any between them."""
    count, found, rest = len(intended), [], 0
    for leg in legs:
        start, end = round(leg.start * rate), round(leg.end * rate)
        end = end if end < count - 1 else count  # the way into the last frame is made, and that frame belongs to it
        family = leg.label if leg.label == "dolly_zoom" else leg.label.rsplit("_", 1)[0]
        made = intended[start:end]
        speed = float(np.median(np.abs(np.diff(made[:, AXES[family]])))) * rate
        degrees = None
        if family in ("pan", "tilt"):
            degrees = float(np.degrees(speed / np.median(course.focal[start:end])))
        travel, axis = float(np.ptp(made[:, AXES[family]])), AXES[family]
        shown = travel * (HALF_WAY if axis in (2, 3, 6) else 1)
        if family == "roll":
            speed, travel = float(np.degrees(speed)), float(np.degrees(travel))
        found.append(Truth(leg.label, start, end, speed, travel, shown, degrees))
    rests = []
    for start, end in [*sorted((one.start, one.end) for one in found), (count, count)]:
        if start - rest >= SHORTEST_REST * rate:
            rests.append(Truth("static", rest, start, 0.0, 0.0, 0.0))
        rest = max(rest, end)
    return tuple(sorted([*found, *rests], key=lambda one: (one.start, one.end, one.label)))
