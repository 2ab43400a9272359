"""Films of walls before which a camera moves, and how their moves are asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import cv2
import numpy as np
from tests.motion.made import CANVAS, SIZE, Bytes, picture, similarity, take, texture, turned

from cranework.study.store import Study

RATE = 24
NEAR_S = 0.25
WALL, OTHER = texture(1), texture(2)
STILL = picture(WALL, similarity())
TWINS = {"pan": "truck", "tilt": "pedestal", "zoom": "dolly"}
Content = Callable[[float], tuple[complex, complex]]


def seconds(length: float) -> list[float]:
    return [frame / RATE for frame in range(round(length * RATE))]


def shot(content: Content, length: float = 3.0, canvas: Bytes = WALL) -> list[Bytes]:
    """Pictures of a wall that goes, grows and turns as `content` says at each second."""
    return take(canvas, [content(t) for t in seconds(length)])


def turning(angles: list[float], focal: float, canvas: Bytes = WALL) -> list[Bytes]:
    """Pictures of a camera that turns right by these angles (radians), focal length in frame widths."""
    wide = focal * SIZE[0]
    here, there = (
        np.array([[wide, 0, (w - 1) / 2], [0, wide, (h - 1) / 2], [0, 0, 1]], float) for w, h in (SIZE, CANVAS)
    )
    flags, border = cv2.INTER_CUBIC, cv2.BORDER_REFLECT
    ways = [here @ turned(yaw) @ np.linalg.inv(there) for yaw in angles]
    return [np.asarray(cv2.warpPerspective(canvas, w, SIZE, flags=flags, borderMode=border), np.uint8) for w in ways]


def dissolved(first: list[Bytes], second: list[Bytes], frames: int) -> list[Bytes]:
    shares = (np.arange(frames) + 1) / (frames + 1)
    over = [(1 - s) * a + s * b for s, a, b in zip(shares, first[-frames:], second, strict=False)]
    return [*first[:-frames], *(one.round().astype(np.uint8) for one in over), *second[frames:]]


PAN = shot(lambda t: similarity(right=-0.15 * (t - 1.5)), 3.2)
ZOOM = shot(lambda t: similarity(scale=1.1**t), canvas=OTHER)


def is_or_may_be(move: dict[str, Any], label: str) -> bool:
    """Whether a move is called so; where nothing shows depth, by the name of its twin with this one beside."""
    kind, _, way = label.partition("_")
    if move["label"] == label:
        return True
    return bool(move["label"] == f"{TWINS.get(kind)}_{way}" and label in move["ambiguous_with"])


def only(study: Study) -> dict[str, Any]:
    """The one move of a film."""
    rows = study.spans("moves")
    assert len(rows) == 1, [row["label"] for row in rows]
    return rows[0]
