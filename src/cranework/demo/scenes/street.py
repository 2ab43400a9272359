"""A street of old houses, half in the sun and half in shadow, with a crowd that sees soldiers off."""

import cv2
import numpy as np

from cranework.demo.actors import Person, Sun, crowd, flock, wardrobe
from cranework.demo.ground import floor
from cranework.demo.scenes.sky import heaven, skyline
from cranework.demo.stage import FLOOR, THING, Actor, Fog, Plane, Scene, Texture, standing, wall
from cranework.demo.textures import cobbles, facade

HALF = 8.0
"""Metres from the middle of the street to the houses."""
LENGTH = 110.0
LANE, LANE_END = 0.7, 7.0
"""Metres: nobody stands so near the middle before that distance, so that the camera can go through the crowd."""
AIR = Fog(216, 95)
NOON = Sun(0.75, 0.45, 0.55)


def lamp(tall: float = 5.0) -> Texture:
    """A street lamp: a post on a foot, two arms, two globes."""
    gray, alpha = np.full((500, 160), 38, np.uint8), np.zeros((500, 160), np.uint8)
    cv2.line(alpha, (80, 60), (80, 500), 255, 7, cv2.LINE_AA)
    cv2.rectangle(alpha, (70, 430), (90, 500), 255, -1)
    cv2.ellipse(alpha, (80, 92), (52, 40), 0, 180, 360, 255, 5, cv2.LINE_AA)
    for x in (28, 132):
        cv2.circle(alpha, (x, 104), 17, 255, -1, cv2.LINE_AA)
        cv2.circle(gray, (x - 2, 102), 16, 225, -1, cv2.LINE_AA)
    cv2.line(gray, (78, 60), (78, 500), 95, 2)
    return Texture(gray, alpha)


def houses(rng: np.random.Generator) -> list[Plane]:
    """Both rows of houses, the left one in shadow, the right one in the sun."""
    planes: list[Plane] = []
    for side, tones in ((-1, (48, 70)), (1, (190, 235))):
        z = -6.0
        while z < LENGTH:
            columns, floors = int(rng.integers(4, 7)), int(rng.integers(4, 6))
            long = 3.2 * columns
            front = Texture(facade(rng, floors, columns, float(rng.uniform(*tones)), cell=84))
            setback = HALF + float(rng.uniform(0, 0.5))
            ends = ((side * setback, z), (side * setback, z + long))
            planes.append(wall(front, *(ends if side < 0 else ends[::-1]), 3.5 * floors))
            z += long
    return planes


def pavement(rng: np.random.Generator) -> list[Plane]:
    """Cobbles, dark where the left houses throw their shadow, and sidewalks of lighter slabs."""
    shade, light = cobbles(rng, gray=62), cobbles(rng, gray=148)
    slabs = cobbles(rng, stones=8, gray=175)
    return [
        *floor(shade, 5.0, -HALF, -1.2, 0.6, LENGTH, AIR),
        *floor(light, 5.0, -1.2, HALF, 0.6, LENGTH, AIR),
        *floor(slabs, 5.0, HALF - 2.2, HALF + 1, 0.6, LENGTH, AIR),
    ]


def set_of_the_street(rng: np.random.Generator) -> list[Plane]:
    """Everything that stands still in the street."""
    end = standing(skyline(rng, tone=110, width=900), 0, LENGTH + 20, 30, -2, width=100, order=FLOOR)
    post = lamp()
    lamps = [standing(post, side * 5.6, z, 5.0, order=THING) for z in range(6, 80, 11) for side in (-1, 1)]
    return [
        heaven(rng, wide=3.0, high=1.8, low=0.1, zenith=60, horizon=222, cover=0.56),
        end,
        *houses(rng),
        *pavement(rng),
        *lamps,
    ]


def people(rng: np.random.Generator, count: int, near: float, far: float) -> Actor:
    """A crowd between two distances: some wave, some come towards us, some go across or away."""
    kinds = ("back", "waving", "left", "back", "right", "front")
    closets = {kind: wardrobe(rng, 5, kind) for kind in dict.fromkeys(kinds)}
    crowded = []
    for k in range(count):
        kind = kinds[k % len(kinds)]
        z = near * (far / near) ** ((k + rng.random()) / count)
        x = float(rng.uniform(-5.2, 5.6))
        if z < LANE_END and abs(x) < LANE:
            x += 2 * LANE * np.sign(x)
        speed = {"left": -1.0, "right": 1.0}.get(kind, 0.0) * float(rng.uniform(0.7, 1.2))
        away = {"front": -0.55, "back": 0.8}.get(kind, 0.0) * float(rng.choice([0, 1]))
        figure = closets[kind][int(rng.integers(5))]
        crowded.append(
            Person(figure, x - 2 * speed, z, speed, away, float(rng.random()), float(rng.uniform(0.25, 0.5)))
        )
    return crowd(crowded, NOON)


def street_with_a_crowd() -> Scene:
    """The street, full of people, cranes over its far end."""
    rng = np.random.default_rng(21)
    cranes = flock(rng, (-60, 128, 260), (13, 1.0), birds=11, size=6.5)
    return Scene(tuple(set_of_the_street(rng)), (people(rng, 52, 3.2, 60), cranes), AIR)


def quiet_street() -> Scene:
    """The same street in the early morning: a few people, and cranes over the roofs."""
    rng = np.random.default_rng(21)
    cranes = flock(rng, (-62, 128, 250), (17, 0.5), birds=11, size=7)
    return Scene(tuple(set_of_the_street(rng)), (people(rng, 9, 7, 60), cranes), AIR)
