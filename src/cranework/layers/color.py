"""How much color a picture holds, and which."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np

from cranework.study.layer import FrameLayer, Lane, Measured, Signal

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from cranework.film.model import Film, Segment
    from cranework.film.views import Batch

HUES = 12
"""Hues told apart, each 30 degrees wide, the first around red."""

POINT_STEP = 2
"""Every second point of every second line of the chroma view is looked at: 900 or so say what all 3600 say."""

GRAY, RANGE = 128, 224
"""Chroma of gray, and from one end to the other, in video range (ITU-R BT.601-7, 2011)."""

WEIGHTS_601, WEIGHTS_709, WEIGHTS_2020 = (0.299, 0.114), (0.2126, 0.0722), (0.2627, 0.0593)
"""Shares of red and blue in luma (ITU-R BT.601-7, BT.709-6, BT.2020-2)."""

HD_HEIGHT = 720
"""Where a film does not say which color space it is in: pictures of so many lines are taken for BT.709."""


class Color(FrameLayer):
    """Colorfulness and dominant hues."""

    name = "color"
    version = 2
    title = "Color"
    meaning = "How colorful each picture is, and how its color is spread over the hues."
    gives = (
        Signal(
            "color.colorfulness",
            "",
            "Colorfulness after Hasler and Suesstrunk (2003): 0 is gray, 15 slight, 45 average, 100 extreme",
            low=0,
            lane=Lane("curve", "#b5509c", "color"),
        ),
        Signal("color.tint", "", "Distance of the mean color from gray", low=0),
        Signal(
            "color.variety",
            "",
            "How far apart colors lie in the picture: standard deviation around the mean color",
            low=0,
        ),
        Signal(
            "color.hues",
            "of 255",
            "Share of the picture's color in each of 12 hues of 30 degrees, beginning with red",
            dtype="|u1",
            shape=(HUES,),
            low=0,
            high=255,
        ),
    )
    views = ("chroma",)

    def begin(self, film: Film, segment: Segment) -> _Measurer:
        return _Measurer(_luma_weights(film))


def _luma_weights(film: Film) -> tuple[float, float]:
    space = film.video.color_space
    if space is None:
        space = "bt709" if min(film.video.width, film.video.height) >= HD_HEIGHT else "smpte170m"
    return {"bt709": WEIGHTS_709, "bt2020nc": WEIGHTS_2020, "bt2020c": WEIGHTS_2020}.get(space, WEIGHTS_601)


class _Measurer:
    def __init__(self, luma_weights: tuple[float, float]) -> None:
        self._opponents = opponent_matrix(*luma_weights)
        self._hue, self._strength = _hue_tables(luma_weights)
        self._moments: list[NDArray[np.float64]] = []
        self._amounts: list[NDArray[Any]] = []

    def add(self, batch: Batch) -> None:
        points = batch.chroma.view("<u2")[:, ::POINT_STEP, ::POINT_STEP].reshape(len(batch), -1)
        self._moments.append(moments(points))
        bins = self._hue[points] + HUES * np.arange(len(batch), dtype=np.intp)[:, None]
        amounts = np.bincount(bins.ravel(), self._strength[points].ravel(), minlength=HUES * len(batch))
        self._amounts.append(amounts.reshape(len(batch), HUES))

    def finish(self) -> Measured:
        numbers = colorfulness(np.concatenate([np.empty((0, 5)), *self._moments]), self._opponents)
        names = "color.colorfulness", "color.tint", "color.variety"
        amounts = np.concatenate([np.empty((0, HUES)), *self._amounts])
        hues = np.rint(amounts * (255 / np.maximum(amounts.sum(1, keepdims=True), 1e-6))).astype(np.uint8)
        return Measured({**dict(zip(names, numbers.T, strict=True)), "color.hues": hues})


def opponent_matrix(red: float, blue: float) -> NDArray[np.float64]:
    """(2, 2): what turns U and V (video range, around gray) into red-green and yellow-blue on a scale of 0 to 255.

    Both are free of luma: R = Y + 2 (1 - red) V, B = Y + 2 (1 - blue) U; G follows from Y = red R + green G + blue B.
    """
    green = 1 - red - blue
    r = np.array([0, 2 * (1 - red)])
    b = np.array([2 * (1 - blue), 0])
    g = -(red * r + blue * b) / green
    return np.stack([r - g, (r + g) / 2 - b]) * (255 / RANGE)


def moments(points: NDArray[np.uint16]) -> NDArray[np.float64]:
    """Means of U, V, U^2, UV and V^2 around gray, float64 (frames, 5), of points U + 256 V, (frames, n)."""
    u, v = ((part.astype(np.float32) - np.float32(GRAY)) for part in (points & 255, points >> 8))
    sums = [u.sum(1), v.sum(1), *(np.einsum("fn,fn->f", a, b) for a, b in ((u, u), (u, v), (v, v)))]
    means: NDArray[np.float64] = np.divide(np.stack(sums, 1), points.shape[1], dtype=np.float64)
    return means


def colorfulness(moments: NDArray[np.float64], opponents: NDArray[np.float64]) -> NDArray[np.float32]:
    """Colorfulness, tint and variety, float32 (frames, 3), from the moments of each frame (frames, 5).

    M = sqrt(var rg + var yb) + 0.3 sqrt(mean rg^2 + mean yb^2): Hasler and Suesstrunk, "Measuring colourfulness in
    natural images", 2003. The two opponents are linear in U and V, so their moments follow from those of U and V.
    """
    u, v, uu, uv, vv = moments.T
    weight = opponents.T @ opponents
    center = np.stack([u, v], 1) @ opponents.T
    variance = weight[0, 0] * (uu - u * u) + 2 * weight[0, 1] * (uv - u * v) + weight[1, 1] * (vv - v * v)
    spread = np.sqrt(np.maximum(variance, 0))
    tint = np.hypot(*center.T)
    return np.stack([spread + 0.3 * tint, tint, spread], 1).astype(np.float32)


@cache
def _hue_tables(luma_weights: tuple[float, float]) -> tuple[NDArray[np.uint8], NDArray[np.float32]]:
    """For each U + 256 V: the hue (one of `HUES`) and the strength of the color, uint8 and float32 (65536,).

    The hue is that of the usual circle of red, green and blue, for a color of middling luma.
    """
    v, u = np.meshgrid(np.arange(256) - GRAY, np.arange(256) - GRAY, indexing="ij")
    red, blue = luma_weights
    r, b = 2 * (1 - red) * v, 2 * (1 - blue) * u
    g = -(red * r + blue * b) / (1 - red - blue)
    angle = np.degrees(np.arctan2(np.sqrt(3) * (g - b), 2 * r - g - b))
    hue = np.floor((angle % 360 + 180 / HUES) % 360 / (360 / HUES)).astype(np.uint8)
    return hue.ravel(), np.hypot(u, v).astype(np.float32).ravel()
