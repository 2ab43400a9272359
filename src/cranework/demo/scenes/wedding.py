"""A wedding that somebody sees before him as he falls: bride and groom between their guests, in candle light."""

import cv2
import numpy as np

from cranework.demo.actors import Person, crowd, wardrobe
from cranework.demo.figures import BROAD, PER_METRE, TALL, Dress, Figure, stander
from cranework.demo.ground import floor
from cranework.demo.ink import Ink
from cranework.demo.stage import FLOOR, Fog, Plane, Scene, Texture, standing
from cranework.demo.textures import cobbles, plaster

AIR = Fog(22, 14)
GROOM = Dress(coat=58, legs=40, skin=160, hem=0.78, wide=0.26, head="short", hat=38, height=1.78)


def bride() -> Figure:
    """A woman in white with a long veil, from the front, swaying."""
    return Figure(_bride)


def _bride(phase: float) -> Texture:
    ink = Ink(BROAD, TALL, PER_METRE)
    sway = 0.025 * float(np.sin(phase))
    ink.shape(
        [(-0.1 + sway, 1.7), (0.1 + sway, 1.7), (0.3, 0.9), (0.46 + sway, 0.05), (-0.46 + sway, 0.05), (-0.3, 0.9)], 196
    )
    for side in (-1, 1):
        ink.limb([(side * 0.16 + sway, 1.32), (side * 0.24, 1.12), (side * 0.05, 1.04)], 0.085, 226)
    ink.shape(
        [(-0.16 + sway, 1.36), (0.16 + sway, 1.36), (0.1, 1.02), (0.4 - sway, 0.03), (-0.4 - sway, 0.03), (-0.1, 1.02)],
        248,
    )
    for x in (-0.22, -0.08, 0.07, 0.2):
        ink.limb([(x * 0.3, 0.95), (x - sway, 0.05)], 0.014, 205)
    for k in range(9):
        ink.disc(
            (0.11 * np.cos(2.4 * k) * (k / 9) ** 0.5, 1.06 + 0.1 * np.sin(2.4 * k) * (k / 9) ** 0.5),
            0.045,
            0.045,
            250 - 9 * k,
        )
    ink.disc((sway, 1.52), 0.105, 0.13, 45)
    ink.disc((sway, 1.505), 0.08, 0.108, 190)
    for side in (-1, 1):
        ink.disc((sway + side * 0.033, 1.52), 0.013, 0.008, 90)
    ink.limb([(sway - 0.02, 1.45), (sway + 0.02, 1.45)], 0.012, 125)
    ink.limb([(sway - 0.1, 1.6), (sway, 1.65), (sway + 0.1, 1.6)], 0.03, 252)
    return ink.texture(0.2)


def candle() -> Texture:
    """A flame out of focus: a soft disc of light."""
    x, y = np.meshgrid(np.linspace(-1, 1, 96), np.linspace(-1, 1, 96))
    away = np.hypot(x, y)
    cover = np.clip(1.15 * np.exp(-((away / 0.28) ** 2)) + 0.35 * np.exp(-((away / 0.6) ** 2)), 0, 1) * np.clip(
        (1 - away) * 4, 0, 1
    )
    return Texture(np.full((96, 96), 255, np.uint8), np.round(255 * cover).astype(np.uint8))


def hall(rng: np.random.Generator) -> list[Plane]:
    """A dark hall with columns and candles."""
    planes = [standing(Texture(plaster(rng, 300, 600, 34, 22)), 0, 13, 7, width=26, order=FLOOR)]
    planes += floor(cobbles(rng, stones=8, gray=70), 5.0, -12, 12, 0.6, 13, AIR)
    shaft = plaster(rng, 400, 60, 150, 30).astype(np.float32) * np.sin(np.linspace(0.15, np.pi - 0.1, 60))[None, :]
    column, flame = Texture(cv2.convertScaleAbs(shaft)), candle()
    for z in (6.0, 9.0, 12.0):
        for x in (-3.0, 3.0):
            planes.append(standing(column, x, z, 6.0, width=0.55))
    for k in range(26):
        side = -1 if k % 2 else 1
        planes.append(
            standing(
                flame, side * float(rng.uniform(1.0, 4.5)), float(rng.uniform(6, 12)), 0.5, float(rng.uniform(1.6, 3.6))
            )
        )
    return planes


def wedding() -> Scene:
    """Bride and groom come towards us between two rows of guests who wave."""
    rng = np.random.default_rng(61)
    guests = [*wardrobe(rng, 5, "waving"), *wardrobe(rng, 3, "front")]
    rows = [
        Person(guests[k % 8], side * (1.35 + 0.06 * k), 4.2 + 0.75 * k, phase=0.17 * k, beats=0.5)
        for k in range(8)
        for side in (-1, 1)
    ]
    pair = [
        Person(bride(), -0.34, 4.6, 0.0, -0.18, beats=0.4),
        Person(stander(GROOM), 0.36, 4.7, 0.0, -0.18, phase=0.3),
    ]
    return Scene(tuple(hall(rng)), (crowd(rows), crowd(pair)), AIR)
