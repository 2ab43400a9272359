"""Cranes in the sky: a far wedge of birds before clouds, over the roofs of a city."""

import cv2
import numpy as np

from cranework.demo.actors import flock
from cranework.demo.stage import FLOOR, SKY, Fog, Picture, Plane, Scene, Texture, standing
from cranework.demo.textures import sky

FAR = 900.0
"""Metres to the clouds: so far that nothing but turning and zooming moves them."""


def heaven(
    rng: np.random.Generator,
    *,
    far: float = FAR,
    wide: float = 3.4,
    high: float = 1.7,
    low: float = 0.14,
    **look: float,
) -> Plane:
    """A painted sky, ``wide`` and ``high`` as shares of its distance, its foot ``low`` below the eye."""
    height = 760
    paint = sky(rng, height, round(height * wide / high), **look)
    middle = (0.0, (low - high / 2) * far, far)
    return Plane(Texture(paint), middle, (wide * far / 2, 0, 0), (0, high * far / 2, 0), SKY, fogged=False)


def skyline(rng: np.random.Generator, *, tone: float = 60, width: int = 2600, height: int = 300) -> Texture:
    """Roofs, chimneys, towers and domes against the light."""
    gray, alpha = np.full((height, width), tone, np.uint8), np.zeros((height, width), np.uint8)
    x = -20
    while x < width:
        wide, high = int(rng.uniform(30, 120)), int(rng.uniform(0.18, 0.42) * height)
        top = height - high
        shade = float(tone * rng.uniform(0.8, 1.35))
        for sheet, value in ((gray, shade), (alpha, 255)):
            cv2.rectangle(sheet, (x, top), (x + wide, height), value, -1)
        _roof(rng, gray, alpha, x, top, wide, shade)
        for row in range(top + 12, height - 6, 16):
            for column in range(x + 8, x + wide - 8, 13):
                cv2.rectangle(
                    gray, (column, row), (column + 5, row + 8), shade * (0.6 if rng.random() < 0.9 else 2.2), -1
                )
        x += wide - 2
    return Texture(gray, alpha)


def _roof(rng: np.random.Generator, gray: Picture, alpha: Picture, x: int, top: int, wide: int, shade: float) -> None:
    """What a house carries: a gable, a dome with a spire, or chimneys."""
    middle, kind = x + wide // 2, rng.random()
    if kind < 0.22:
        outline = [np.array([[x - 3, top], [middle, top - wide // 3], [x + wide + 3, top]], np.int32)]
        for sheet, value in ((gray, shade * 0.8), (alpha, 255)):
            cv2.fillPoly(sheet, outline, value, cv2.LINE_AA)
    elif kind < 0.34:
        across = wide // 4
        for sheet, value in ((gray, shade * 1.2), (alpha, 255)):
            cv2.rectangle(sheet, (middle - across, top - across), (middle + across, top), value, -1)
            cv2.ellipse(
                sheet, (middle, top - across), (across + 2, round(across * 1.5)), 0, 180, 360, value, -1, cv2.LINE_AA
            )
            cv2.line(sheet, (middle, top - across * 2), (middle, top - across * 4), value, 2, cv2.LINE_AA)
    else:
        for _ in range(int(rng.integers(1, 4))):
            spot = x + int(rng.integers(4, max(5, wide - 8)))
            for sheet, value in ((gray, shade * 0.75), (alpha, 255)):
                cv2.rectangle(sheet, (spot, top - int(rng.integers(8, 22))), (spot + 5, top), value, -1)


def cranes_over_the_city() -> Scene:
    """A wide sky over far roofs, cranes crossing from left to right."""
    rng = np.random.default_rng(1)
    city = standing(skyline(rng, tone=70), 0, 700, 190, -98, width=1500, order=FLOOR)
    return Scene(
        (heaven(rng, zenith=55, cover=0.58, cells=2.0), city),
        (flock(rng, (-70, 128, 420), (17, 1.5), birds=15, size=12.5),),
        Fog(215, 900),
    )
