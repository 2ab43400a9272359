"""A river embankment: a stone parapet, lamps, the water, and the far bank in the haze; two people in love."""

import cv2
import numpy as np

from cranework.demo.actors import Person, Sun, crowd
from cranework.demo.figures import Dress, stander, walker
from cranework.demo.ground import floor
from cranework.demo.scenes.sky import heaven, skyline
from cranework.demo.scenes.street import lamp
from cranework.demo.stage import WALL, Fog, Plane, Scene, Texture, standing
from cranework.demo.textures import cobbles, plaster, water

AIR = Fog(208, 210)
MORNING = Sun(0.9, -0.35, 0.5)
PARAPET = 7.0
"""Metres from the camera to the parapet."""

VERONIKA = Dress(coat=205, legs=120, skin=172, hem=0.55, wide=0.34, head="hair", hat=35, height=1.63)
BORIS = Dress(coat=52, legs=34, skin=150, hem=0.8, wide=0.26, head="short", hat=38, height=1.78)


def balustrade(rng: np.random.Generator, metres: float) -> Texture:
    """A parapet of stone: a rail on round balusters, a pillar every four metres."""
    scale = 60
    height, width = round(1.15 * scale), round(metres * scale)
    gray, alpha = plaster(rng, height, width, 165, 40), np.zeros((height, width), np.uint8)
    for x in range(0, width, round(0.36 * scale)):
        cv2.ellipse(alpha, (x, height * 5 // 8), (5, height // 5), 0, 0, 360, 255, -1, cv2.LINE_AA)
        cv2.rectangle(alpha, (x - 3, height // 5), (x + 3, height), 255, -1)
        cv2.line(gray, (x + 3, height // 5), (x + 3, height), 85, 4)
    for top, low, tone in ((2, 13, 1.2), (13, 16, 0.55), (height - 10, height, 0.8)):
        alpha[top:low] = 255
        gray[top:low] = np.clip(gray[top:low] * tone, 0, 255).astype(np.uint8)
    for x in range(0, width, 4 * scale):
        alpha[:, x : x + 34] = 255
        gray[:, x + 22 : x + 34] = (gray[:, x + 22 : x + 34] * 0.6).astype(np.uint8)
    return Texture(gray, alpha)


def bridge_far(tone: float = 95) -> Texture:
    """A far bridge of three arches."""
    gray, alpha = np.full((120, 900), round(tone), np.uint8), np.zeros((120, 900), np.uint8)
    cv2.rectangle(alpha, (0, 22), (900, 120), 255, -1)
    for x in (150, 450, 750):
        cv2.ellipse(alpha, (x, 125), (128, 82), 0, 180, 360, 0, -1, cv2.LINE_AA)
    cv2.line(gray, (0, 24), (900, 24), round(tone * 1.6), 3)
    for x in range(10, 900, 60):
        cv2.line(alpha, (x, 2), (x, 22), 255, 2)
    return Texture(gray, alpha)


def shores(rng: np.random.Generator) -> list[Plane]:
    """Everything beyond the parapet and the pavement before it."""
    far = standing(skyline(rng, tone=62, width=3000, height=300), 40, 240, 62, -3.2, width=620, order=WALL)
    arches = standing(bridge_far(), -62, 215, 15, -3.5, width=112, order=WALL)
    river = floor(water(rng, gray=128), 30, -420, 420, PARAPET + 1, 245, AIR, height=-3.2, eye=4.8)
    stones = floor(cobbles(rng, gray=150, stones=10), 5.0, -60, 60, 0.6, PARAPET + 0.3, AIR)
    return [heaven(rng, far=800, wide=4.0, high=1.7, low=0.05, zenith=95, cover=0.6), far, arches, *river, *stones]


def furniture(rng: np.random.Generator) -> list[Plane]:
    """The parapet and its lamps."""
    rail = balustrade(rng, 40)
    planes = [standing(rail, x, PARAPET, 1.15, width=40, order=WALL) for x in (-60, -20, 20, 60)]
    post = lamp()
    return planes + [standing(post, x, PARAPET - 0.4, 4.6) for x in range(-62, 64, 9)]


def embankment_walk() -> Scene:
    """Two people walk along the river, others pass."""
    rng = np.random.default_rng(31)
    pair = [Person(walker(VERONIKA), -0.35, 4.4, 1.45), Person(walker(BORIS), -1.15, 4.6, 1.45, phase=0.4)]
    others = [
        Person(walker(Dress.random(rng), -1), x, 5.6 + 0.25 * (k % 3), -1.05, phase=k * 0.37)
        for k, x in enumerate((3.4, 8.2, 9.1, 14.5))
    ]
    return Scene((*shores(rng), *furniture(rng)), (crowd([*others, *pair], MORNING),), AIR)


def embankment_pair() -> Scene:
    """The two stand by the parapet, somebody passes."""
    rng = np.random.default_rng(31)
    pair = [
        Person(stander(VERONIKA, back=True), -0.24, 4.5, beats=0.2),
        Person(stander(BORIS, back=True), 0.24, 4.62, phase=0.4, beats=0.2),
    ]
    others = [
        Person(walker(Dress.random(rng), 1), -6.4, 6.0, 1.1),
        Person(walker(Dress.random(rng), -1), 6.2, 5.8, -1.0),
    ]
    return Scene((*shores(rng), *furniture(rng)), (crowd([*others, *pair], MORNING),), AIR)
