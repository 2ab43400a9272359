"""A study of a film in which the camera moves: 50 frames at 24000/1001, shots 0-10, 10-30, 30-50."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from tests.study.made import FRAMES, Shots, begun, measure, shots

from cranework.layers.motion import Motion
from cranework.layers.moves import Moves
from cranework.study.layer import Derived, Signal
from cranework.study.writer import StudyWriter

NAN = float("nan")


def motion() -> dict[str, NDArray[np.float32]]:
    """The camera turns right at half a width a second, then up with a gap, then nothing is measured."""
    signals = {one.name: np.full(FRAMES, NAN, np.float32) for one in Motion.gives if isinstance(one, Signal)}
    signals["motion.horizontal"][1:30] = 0.5
    signals["motion.vertical"][10:20] = 0.25
    signals["motion.vertical"][24:30] = 0.25
    signals["motion.zoom"][10:30] = 10
    signals["motion.roll"][10:30] = -12
    signals["motion.inliers"][1:30] = 0.75
    return signals


def move(label: str | None, start: int, end: int, **more: Any) -> dict[str, Any]:
    return {"label": label, "start": start, "end": end, "confidence": 0.9, "ambiguous_with": [], **more}


TRACKS = {"first": 0, "last": 9, "points": [[-0.25, 0.1, -0.3, 0.1, 1], [0.2, 0.0, 0.15, 0.0, 0]]}
PAN = move(
    "pan_right", 0, 10, speed=0.5, speed_unit="frame widths/s", speed_word="fast", travel=0.21,
    ambiguous_with=["truck_right"], evidence="all moves left", degrees_per_s=[10.0, 30.0],
    tracks=TRACKS,
)  # fmt: skip
TILT = move(
    "tilt_up", 10, 30, speed=0.25, speed_unit="frame widths/s", speed_word="medium", travel=0.02,
    evidence="=the picture moves down",
)  # fmt: skip
ROLL = move("roll_ccw", 10, 30, speed=12.0, speed_unit="degrees/s", travel=10.0)
ZOOM = move("zoom_in", 20, 30, speed=10.0, speed_unit="%/s", speed_word="slow", travel=1.04)
UNTOLD = move(None, 30, 50, confidence=0.3, ambiguous_with=["pan_left", "truck_left"], why="too few points")
MOVES = (PAN, TILT, ROLL, ZOOM, UNTOLD)
CAMERA: tuple[dict[str, Any], ...] = (
    {"steadiness": "smooth", "mobility": 1.0, "flags": ["tracking"]},
    {"steadiness": "handheld", "mobility": 0.5, "flags": []},
    {"steadiness": None, "mobility": 0.0, "flags": []},
)
MOBILITY: dict[str, Any] = {"moving_share": 0.4, "share_by_label": {"pan_right": 0.2}}


def moving_study(path: Path, moves: tuple[dict[str, Any], ...] = MOVES) -> Path:
    """A finished study with motion and moves."""
    with begun(path) as writer:
        measure(writer)
        writer.add_derived(Shots(), "1", shots(), 0)
        add_motion(writer, motion(), moves)
    return path


def add_motion(writer: StudyWriter, signals: dict[str, NDArray[np.float32]], moves: tuple[dict[str, Any], ...]) -> None:
    """Adds the layers of camera movement."""
    writer.add_derived(Motion(), "1", Derived(dict(signals)), 0)
    writer.add_derived(Moves(), "1", Derived({}, {"moves": moves, "camera": CAMERA, "mobility": [MOBILITY]}), 0)
