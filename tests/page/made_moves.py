"""Camera moves made by hand for a made study: composite ones, ones that cannot be told, and tracks of points."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from cranework.layers.motion import Motion
from cranework.layers.moves import LABELS, Moves
from cranework.study.layer import Signal, SpanKind

TWINS = {"pan": "truck", "tilt": "pedestal", "zoom": "dolly"}
LEAST_FRAMES = 12
POINTS = 30

MOVES, CAMERA, MOBILITY = (gift for gift in Moves.gives if isinstance(gift, SpanKind))
SPEED = next(gift for gift in Motion.gives if isinstance(gift, Signal) and gift.lane)


def made_moves(shot: dict[str, Any]) -> list[dict[str, Any]]:
    """Moves of a shot, in order: every label, some at once, some after another, some that cannot be told."""
    index, start, end = shot["index"], shot["start"], shot["end"]
    middle, label = (start + end) // 2, LABELS[shot["index"] % len(LABELS)]
    if end - start < LEAST_FRAMES:
        return []
    if index % 13 == 12:
        return [_move(None, start, end)]
    if index % 5 == 3:
        return [_move("static", start, middle), _move(label, middle, end)]
    if index % 7 == 1:
        return [_move(label, start, end), _move("tilt_up", start + (end - start) // 4, end)]
    return [_move(label, start, end)]


def held(shot: dict[str, Any]) -> dict[str, Any]:
    """How the camera is held in a shot, and its flags."""
    index, moves = shot["index"], shot["moves"]
    moving = sum(move["end"] - move["start"] for move in moves if move["label"] not in (None, "static"))
    mobility = min(1.0, moving / (shot["end"] - shot["start"]))
    flags = ["tracking"] if index % 17 == 3 else ["crane"] if index % 17 == 11 else []
    steadiness = ("smooth", "handheld", None, "smooth", "handheld")[index % 5] if moving else "locked"
    return {"steadiness": steadiness, "mobility": mobility, "flags": flags}


def made_mobility(rows: Sequence[dict[str, Any]], frames: int) -> dict[str, Any]:
    """The film's mobility."""
    time = {label: sum(row["end"] - row["start"] for row in rows if row["label"] == label) for label in (*LABELS, None)}
    shares = {label: held / max(frames, 1) for label, held in time.items() if held}
    untold = shares.pop(None, 0.0)
    return {
        "moving_share": 1 - shares.get("static", 0.0) - untold,
        "median_speed_widths_per_s": 0.14,
        "turning_share": 0.41,
        "travelling_share": 0.46,
        "zooming_share": 0.13,
        "path_length_widths": 211.5,
        "not_told_share": untold,
        "share_by_label": shares,
    }


def made_speed(frames: int) -> NDArray[np.float32]:
    """How much the camera moves at each frame; a twentieth of them not measured."""
    speed = np.abs(np.sin(np.arange(frames) / 31)).astype(np.float32) * 0.3
    speed[np.arange(frames) % 400 > 380] = np.nan
    return speed


def _move(label: str | None, start: int, end: int) -> dict[str, Any]:
    kind, _, toward = (label or "").partition("_")
    twin = TWINS.get(kind)
    told = label not in (None, "static")
    unit = "degrees/s" if kind == "roll" else "%/s" if kind in ("zoom", "dolly") else "frame widths/s"
    rests = label == "static"
    return {
        "start": start,
        "end": end,
        "label": label,
        "why": None if label else "too dark to follow any point",
        "confidence": 0.93 if rests else 0.71 if label else 0.38,
        "speed": {"degrees/s": 4.0, "%/s": 11.5}.get(unit, 0.12) if told else None,
        "speed_unit": unit if told else None,
        "speed_word": "slow" if told else None,
        "travel": 0.31 if told else None,
        "ambiguous_with": [f"{twin}_{toward}"] if twin else [] if label else ["pan_left", "truck_left"],
        "evidence": "the picture's border stands still" if rests else "near things pass faster than far ones",
        "degrees_per_s": [4.2, 6.9] if kind in ("pan", "tilt") else None,
        "tracks": _tracks(start, end) if told else None,
    }  # fmt: skip


def _tracks(start: int, end: int) -> dict[str, Any]:
    """Points that go left, those below faster, as where a camera travels to the right over ground."""
    points = []
    for number in range(POINTS):
        x, y = (number * 37 % POINTS) / POINTS - 0.4, (number / POINTS - 0.5) * 0.7
        near = 1 if y > 0.12 else -1 if y < -0.15 else 0
        points.append([x, y, x - 0.09 - 0.07 * near, y + 0.004 * near, near])
    return {"first": start + 2, "last": end - 3, "points": points}
