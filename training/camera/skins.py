"""What the things before the virtual camera are covered with, when they are drawn."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import cv2
import numpy as np

from cranework.demo import textures
from cranework.demo.stage import Picture, Texture
from training.camera.scenes import SHAPES, Random

VARIANTS = 12
"""Textures of one skin to choose from."""
TALL, WIDE = 512, 1024


def _scattered(random: Random, height: int, width: int, count: int) -> Picture:
    """Clouds with rectangles and ellipses on them: posters, stones, windows, whatever has corners."""
    ground = textures.toned(textures.noise(random, height, width, 4, 6), 40, 210)
    for _ in range(count):
        x, y = int(random.integers(width)), int(random.integers(height))
        a, b = (int(random.integers(4, side // 6)) for side in (width, height))
        gray = float(random.uniform(15, 240))
        if random.random() < 0.7:
            cv2.rectangle(ground, (x, y), (x + a, y + b), gray, -1)
        else:
            cv2.ellipse(ground, (x, y), (a // 2, b // 2), float(random.uniform(0, 180)), 0, 360, gray, -1, cv2.LINE_AA)
    return cv2.GaussianBlur(ground, (0, 0), 0.8)


def _brick(random: Random) -> Picture:
    gray = float(random.uniform(80, 180))
    if random.random() < 0.4:
        return textures.facade(random, int(random.integers(3, 7)), int(random.integers(4, 9)), gray)
    if random.random() < 0.4:
        return textures.cobbles(random, TALL, int(random.integers(8, 24)), gray)
    return _scattered(random, TALL, TALL, 90)


def _cloth(random: Random) -> Picture:
    return _scattered(random, TALL, TALL // 2, 35)


def _far(random: Random) -> Picture:
    """Woods and houses under hills."""
    far = _scattered(random, TALL, WIDE, 250).astype(np.float32)
    return textures.toned(far / 255, 60, 210)


def _ground(random: Random) -> Picture:
    gray = float(random.uniform(70, 160))
    if random.random() < 0.5:
        tile = textures.cobbles(random, TALL // 2, int(random.integers(8, 20)), gray)
    else:
        tile = textures.earth(random, TALL // 2, gray)
    light = textures.toned(textures.noise(random, WIDE, WIDE, 5, 3), 190, 255)
    return cv2.multiply(np.tile(tile, (4, 4)), light, scale=1 / 235)


def _leaves(random: Random) -> Picture:
    return textures.toned(textures.noise(random, TALL, TALL, 24, 4), 0, 230)


def _water(random: Random) -> Picture:
    return textures.water(random, TALL, float(random.uniform(80, 160)))


def _bare(random: Random) -> Picture:
    return textures.plaster(random, TALL, TALL, float(random.uniform(90, 200)), 40)


def _soft(random: Random) -> Picture:
    return cv2.GaussianBlur(_scattered(random, TALL, TALL, 40), (0, 0), float(random.uniform(14, 40)))


def _plain(random: Random) -> Picture:
    return np.full((64, 64), int(random.integers(90, 170)), np.uint8)


def _face(random: Random) -> Picture:
    """Head and shoulders in the outline of a bust: eyes, brows, mouth, hair, a coat."""
    skin = textures.toned(textures.noise(random, TALL, TALL // 2, 3, 6), 120, 215)
    wide, middle = TALL // 2, TALL // 4
    for side in (-1, 1):
        x, y = middle + side * round(0.16 * wide / 2), round(0.29 * TALL)
        cv2.ellipse(skin, (x, y), (11, 6), 0, 0, 360, 235, -1, cv2.LINE_AA)
        cv2.circle(skin, (x, y), 5, 25, -1, cv2.LINE_AA)
        cv2.ellipse(skin, (x, y - 14), (15, 4), 0, 180, 360, 45, 3, cv2.LINE_AA)
    cv2.ellipse(skin, (middle, round(0.44 * TALL)), (20, 6), 0, 0, 360, 80, -1, cv2.LINE_AA)
    cv2.line(skin, (middle, round(0.3 * TALL)), (middle + 6, round(0.38 * TALL)), 110, 2, cv2.LINE_AA)
    cv2.ellipse(skin, (middle, round(0.1 * TALL)), (wide // 4, round(0.1 * TALL)), 0, 0, 360, 40, -1)
    coat = round(0.62 * TALL)
    skin[coat:] = _scattered(random, TALL, wide, 12)[coat:]
    return cv2.GaussianBlur(skin, (0, 0), 1.5)


DRAWN: dict[str, Callable[[Random], Picture]] = {
    "brick": _brick, "cloth": _cloth, "far": _far, "ground": _ground, "leaves": _leaves, "face": _face,
    "water": _water, "bare": _bare, "soft": _soft, "plain": _plain,
}  # fmt: skip
"""How each skin of `scenes.SKINS` is drawn."""
SOFT_EDGED = {"bust": 5.0}
"""Shapes that are out of focus at their outline: texels."""


@cache
def texture(skin: str, shape: str, variant: int) -> Texture:
    """One of the textures of a skin, in an outline; the same in every process."""
    gray = DRAWN[skin](np.random.default_rng([variant, list(DRAWN).index(skin)]))
    if shape == "full":
        return Texture(gray)
    height, width = gray.shape
    b, a = (((np.arange(side) + 0.5) / side * 2 - 1) for side in (height, width))
    across, down = np.meshgrid(a, b)
    alpha = SHAPES[shape](across, down).astype(np.uint8) * 255
    return Texture(gray, cv2.GaussianBlur(alpha, (0, 0), SOFT_EDGED.get(shape, 0.8)))
