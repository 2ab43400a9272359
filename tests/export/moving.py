"""A study of a film in which the camera moves: 50 frames at 24000/1001, shots 0-10, 10-30, 30-50."""

from __future__ import annotations

from pathlib import Path
from typing import Any, ClassVar

import numpy as np
from numpy.typing import NDArray
from tests.study.made import FRAMES, Shots, begun, measure, shots

from cranework.study.layer import Column, Derived, DerivedLayer, Gift, Lane, Measurements, Signal, SpanKind
from cranework.study.writer import StudyWriter

NAN = float("nan")
PARTS = ("horizontal", "vertical", "zoom", "roll", "inliers", "residual", "shake", "mobility")
LABELS = (
    "static", "pan_left", "pan_right", "tilt_up", "tilt_down", "roll_cw", "roll_ccw", "zoom_in", "zoom_out",
    "truck_left", "truck_right", "pedestal_up", "pedestal_down", "dolly_in", "dolly_out", "arc_left", "arc_right",
    "dolly_zoom",
)  # fmt: skip


class Motion(DerivedLayer):
    name, version, title, meaning = "motion", 1, "Motion", "How the picture moves."
    gives: ClassVar[tuple[Gift, ...]] = tuple(Signal(f"motion.{part}", "", part) for part in PARTS)

    def derive(self, measured: Measurements) -> Derived:
        raise NotImplementedError


class Moves(DerivedLayer):
    name, version, title, meaning = "moves", 1, "Moves", "What the camera does."
    needs = ("shots", "motion")
    gives: ClassVar[tuple[Gift, ...]] = (
        SpanKind(
            "moves",
            "camera moves",
            (
                Column("label", "text", "", values=LABELS),
                Column("why", "text", ""),
                Column("confidence", "real", ""),
                Column("speed", "real", ""),
                Column("speed_unit", "text", ""),
                Column("speed_word", "text", ""),
                Column("travel", "real", ""),
                Column("ambiguous_with", "json", ""),
                Column("evidence", "text", ""),
                Column("degrees_per_s", "json", ""),
                Column("tracks", "json", "", for_drawing=True),
            ),
            Lane("spans", "#2a7f78", "moves"),
        ),
        SpanKind(
            "camera",
            "each shot's camera",
            (Column("steadiness", "text", ""), Column("mobility", "real", ""), Column("flags", "json", "")),
            per="shots",
        ),
    )

    def derive(self, measured: Measurements) -> Derived:
        raise NotImplementedError


def motion() -> dict[str, NDArray[np.float32]]:
    """The camera turns right at half a width a second, then up with a gap, then nothing is measured."""
    signals = {f"motion.{part}": np.full(FRAMES, NAN, np.float32) for part in PARTS}
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
    writer.add_derived(Moves(), "1", Derived({}, {"moves": moves, "camera": CAMERA}), 0)
