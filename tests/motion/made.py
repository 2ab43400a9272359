"""Pictures, tracks and ways of a camera made for the tests of its moves: plain arrays whose truth is known."""

from __future__ import annotations

from collections.abc import Iterable

import cv2
import numpy as np
from numpy.typing import NDArray

from cranework.motion.path import Steps
from cranework.motion.windows import Windows

Floats = NDArray[np.float64]
Bytes = NDArray[np.uint8]

SIZE = 320, 180
"""Width and height of the pictures, pixels."""

CANVAS = 960, 640
"""Of the texture that they are cut out of."""


def texture(seed: int = 0, low: float = 30, high: float = 220) -> Bytes:
    """A smooth random picture of `CANVAS`: blots of several sizes, none finer than some pixels."""
    random = np.random.default_rng(seed)
    width, height = CANVAS
    canvas = np.zeros((height, width))
    for cell in (48, 16, 6):
        coarse = random.random((height // cell + 3, width // cell + 3)).astype(np.float32)
        canvas += cv2.resize(coarse, (width, height), interpolation=cv2.INTER_CUBIC)
    canvas = np.asarray(cv2.GaussianBlur(canvas, (0, 0), 1.2), np.float64)
    return np.asarray(low + (high - low) * (canvas - canvas.min()) / np.ptp(canvas), np.uint8)


def similarity(scale: float = 1.0, turn: float = 0.0, right: float = 0.0, down: float = 0.0) -> tuple[complex, complex]:
    """(a, b) of q = a p + b: how content moves. `turn` in radians, clockwise in the picture; shifts in frame widths."""
    return scale * np.exp(1j * turn), complex(right, down)


def picture(canvas: Bytes, moved: tuple[complex, complex], size: tuple[int, int] = SIZE) -> Bytes:
    """What a frame shows after its content has moved by a similarity from the middle of the canvas."""
    (a, b), (width, height) = moved, size
    a, b = 1 / a, -b / a * width  # from the frame back to the canvas
    here = np.array([(width - 1) / 2, (height - 1) / 2])
    there = np.array([(canvas.shape[1] - 1) / 2 + b.real, (canvas.shape[0] - 1) / 2 + b.imag])
    linear = np.array([[a.real, -a.imag], [a.imag, a.real]])
    matrix = np.column_stack([linear, there - linear @ here])
    flags = cv2.INTER_CUBIC | cv2.WARP_INVERSE_MAP
    return np.asarray(cv2.warpAffine(canvas, matrix, size, flags=flags, borderMode=cv2.BORDER_REFLECT), np.uint8)


def take(canvas: Bytes, way: Iterable[tuple[complex, complex]], size: tuple[int, int] = SIZE) -> list[Bytes]:
    """The pictures of a way."""
    return [picture(canvas, moved, size) for moved in way]


def spots(seed: int = 0, count: int = 60, half_height: float = 0.28) -> Floats:
    """Places spread over a picture, frame widths from the centre, (count, 2)."""
    return np.random.default_rng(seed).uniform(-1, 1, (count, 2)) * (0.48, half_height)


def turned(yaw: float = 0.0, pitch: float = 0.0, roll: float = 0.0) -> Floats:
    """What a camera's turn right, up and clockwise (radians) does to the directions that it sees, (3, 3)."""
    a, b, c = yaw, pitch, roll
    right = np.array([[np.cos(a), 0, -np.sin(a)], [0, 1, 0], [np.sin(a), 0, np.cos(a)]])
    up = np.array([[1, 0, 0], [0, np.cos(b), np.sin(b)], [0, -np.sin(b), np.cos(b)]])
    clockwise = np.array([[np.cos(c), np.sin(c), 0], [-np.sin(c), np.cos(c), 0], [0, 0, 1]])
    return np.asarray(clockwise @ up @ right)


def seen(
    places: Floats, depth: Floats | float, focal: float, turn: Floats | None = None,
    travel: tuple[float, float, float] = (0, 0, 0), zoom: float = 0.0,
) -> Floats:  # fmt: skip
    """Where places (..., 2) of a picture go when the camera travels (right, up, in: as `depth`), then turns and zooms.

    `turn` is one of `turned`; `zoom` is the ln of the ratio of focal lengths, `focal` the first of them.
    """
    depth = np.broadcast_to(np.asarray(depth, float), places.shape[:-1])[..., None]
    things = np.concatenate([places / focal, np.ones_like(depth)], axis=-1) * depth
    things = (things - (travel[0], -travel[1], travel[2])) @ (np.eye(3) if turn is None else turn).T
    return np.asarray(focal * np.exp(zoom) * things[..., :2] / things[..., 2:])


def windows_of(start: Floats, middle: Floats, end: Floats, seconds: float = 1.0) -> Windows:
    """Windows all of whose points are known; places (N, P, 2)."""
    count = len(start)
    first = np.arange(count) * 12
    known = np.ones(start.shape[:2], bool)
    return Windows(first, first + round(24 * seconds), np.full(count, seconds), start, middle, end, known)


def steps_of(way: Floats, rate: float = 12.0, obeying: float = 0.9) -> Steps:
    """Steps of a camera whose way is (K + 1, 4): right and up (frame widths), in (ln), clockwise (radians)."""
    right, up, depth, roll = np.diff(way, axis=0).T
    places = np.arange(1, len(way))
    similarities = np.stack([depth, -roll, -right, up], axis=1)
    return Steps(2 * places, (places - 1) / rate, places / rate, similarities, np.full(len(places), obeying))


def eased(seconds: Floats, start: float, end: float, ramp: float = 0.2) -> Floats:
    """The share of a move that is made at each time: it gathers speed and loses it over shares `ramp` of its time."""
    u = np.clip((seconds - start) / (end - start), 0, 1)
    speed = np.interp(np.linspace(0, 1, 2001), [0, ramp, 1 - ramp, 1], [0, 1, 1, 0])
    way = np.concatenate([[0], np.cumsum((speed[1:] + speed[:-1]) / 2)])
    return np.interp(u, np.linspace(0, 1, 2001), way / way[-1])
