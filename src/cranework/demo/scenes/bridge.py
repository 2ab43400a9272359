"""A railway bridge over a river: a train with lit windows and smoke passes, somebody runs along the bank."""

from collections.abc import Iterable
from dataclasses import replace

import cv2
import numpy as np

from cranework.demo.actors import Person, Sun, crowd, wardrobe
from cranework.demo.figures import Dress, walker
from cranework.demo.ground import floor
from cranework.demo.scenes.sky import heaven, skyline
from cranework.demo.scenes.train import CAR, carriage, engine, puff
from cranework.demo.stage import THING, WALL, Actor, Fog, Plane, Scene, Texture, standing
from cranework.demo.textures import earth, water

AIR = Fog(200, 150)
DUSK = Sun(-1.2, -0.3, 0.45)
DECK = 6.2
"""Metres from the ground to the rails."""
TRACK = 30.0
"""Metres from the camera to the rails."""
SPEED = 11.0
"""Metres a second, to the left."""
PUFFS_PER_S, PUFF_LIFE_S = 7.0, 3.6


def truss(metres: float = 30.0, high: float = 6.5) -> Texture:
    """One span of a lattice bridge: chords, posts, diagonals, and the girder under the rails."""
    scale = 34
    height, width = round((high + 1.4) * scale), round(metres * scale)
    gray, alpha = np.full((height, width), 46, np.uint8), np.zeros((height, width), np.uint8)
    deck, top = round(high * scale), 8
    cv2.rectangle(alpha, (0, deck), (width, height), 255, -1)
    cv2.line(gray, (0, deck + 2), (width, deck + 2), 120, 3)
    for x in range(0, width, 24):
        cv2.line(gray, (x, deck + 8), (x, height), 30, 3)
    bays = 8
    posts = [round(k * width / bays) for k in range(bays + 1)]
    arch = [top + round(70 * ((2 * k / bays - 1) ** 2)) for k in range(bays + 1)]
    for k in range(bays):
        cv2.line(alpha, (posts[k], arch[k]), (posts[k + 1], arch[k + 1]), 255, 10, cv2.LINE_AA)
        slant = (
            ((posts[k], deck), (posts[k + 1], arch[k + 1]))
            if k < bays / 2
            else ((posts[k], arch[k]), (posts[k + 1], deck))
        )
        cv2.line(alpha, *slant, 255, 6, cv2.LINE_AA)
        cv2.line(alpha, (posts[k], deck), (posts[k], arch[k]), 255, 7, cv2.LINE_AA)
    cv2.line(alpha, (width - 4, deck), (width - 4, arch[-1]), 255, 8, cv2.LINE_AA)
    return Texture(gray, alpha)


def pier() -> Texture:
    """A pier of stone that widens to its foot."""
    gray, alpha = np.full((240, 120), 92, np.uint8), np.zeros((240, 120), np.uint8)
    cv2.fillPoly(alpha, [np.array([[22, 0], [98, 0], [112, 240], [8, 240]], np.int32)], 255, cv2.LINE_AA)
    gray[:, 66:] = 55
    for y in range(0, 240, 20):
        gray[y : y + 2] = 44
    cv2.rectangle(gray, (0, 0), (120, 14), 130, -1)
    return Texture(gray, alpha)


def train(start: float, cars: int) -> Actor:
    """An engine and its cars on the bridge, the engine's front at ``start`` metres at second 0, and its smoke."""
    rng = np.random.default_rng(71)
    head, wagon, cloud = engine(), carriage(rng), puff(rng)
    wind = [
        (float(rng.normal(0, 0.5)), float(rng.uniform(0.8, 1.25)), float(rng.uniform(0.75, 1.2))) for _ in range(64)
    ]

    def planes(second: float) -> Iterable[Plane]:
        front = start - SPEED * second
        yield standing(head.at(SPEED * second / 5.0), front + CAR / 2, TRACK, 4.6, DECK, width=CAR, order=WALL)
        for k in range(1, cars):
            yield standing(wagon[k % len(wagon)], front + CAR * (k + 0.5), TRACK, 4.6, DECK, width=CAR, order=WALL)
        last = int(np.floor(second * PUFFS_PER_S))
        for number in range(last - int(PUFF_LIFE_S * PUFFS_PER_S), last + 1):
            age = second - number / PUFFS_PER_S
            side, rise, size = wind[number % 64]
            x = start - SPEED * (number / PUFFS_PER_S) + 1.9 + 1.2 * age
            high, share = size * (1.0 + 1.7 * age), min(age / PUFF_LIFE_S, 1.0)
            yield replace(
                standing(
                    cloud, x + side * age, TRACK + 0.1, high, DECK + 4.3 + rise * 1.5 * age - high / 2, order=WALL
                ),
                opacity=0.9 * (1 - share) ** 1.3,
            )

    return planes


def landscape(rng: np.random.Generator) -> list[Plane]:
    """River, banks, bridge, and the town behind them at dusk."""
    planes = [heaven(rng, far=700, wide=4.2, high=1.8, low=0.06, zenith=38, horizon=205, cover=0.6, cells=2.2)]
    planes.append(standing(skyline(rng, tone=48, width=3000), -30, 230, 46, -2, width=620, order=WALL))
    planes += floor(water(rng, gray=104, glint=1.0), 26, -330, 330, 10, 235, AIR, height=-1.2, eye=2.8)
    planes += floor(earth(rng, gray=62), 6, -70, 70, 0.6, 11, AIR)
    span, foot = truss(), pier()
    for k in range(-4, 5):
        planes.append(standing(span, 30.0 * k, TRACK - 1.6, 7.9, DECK - 1.4, width=30.0, order=WALL))
        planes.append(standing(foot, 30.0 * k + 15, TRACK, DECK, -1.3, width=3.4, order=WALL))
    return planes


def grasses(rng: np.random.Generator) -> list[Plane]:
    """Dark reeds on the near bank."""
    gray, alpha = np.full((120, 600), 22, np.uint8), np.zeros((120, 600), np.uint8)
    for _ in range(420):
        x, tall = int(rng.integers(600)), int(abs(rng.normal(0, 34)) + 10)
        cv2.line(alpha, (x, 120), (x + int(rng.normal(4, 10)), 120 - tall), 255, 1, cv2.LINE_AA)
    reeds = Texture(gray, alpha)
    return [standing(reeds, 5.5 * k, z, 0.9, -0.1, width=6.0, order=THING) for k in range(-8, 9) for z in (10.4, 8.9)]


def bridge_with_a_train() -> Scene:
    """The train comes from the right; people on the bank look after it."""
    rng = np.random.default_rng(72)
    watchers = [
        Person(figure, x, 9.4, phase=0.3 * x, beats=0.3)
        for figure, x in zip(wardrobe(rng, 5, "back"), (-7.5, -6.6, 1.2, 6.8, 7.6), strict=True)
    ]
    return Scene((*landscape(rng), *grasses(rng)), (train(24, 9), crowd(watchers, DUSK)), AIR)


def bridge_with_a_runner() -> Scene:
    """She runs along the bank, against the train."""
    rng = np.random.default_rng(72)
    dress = Dress(coat=36, legs=90, skin=160, hem=0.5, wide=0.34, head="scarf", hat=225, height=1.64)
    runner = Person(walker(dress, 1), -2.2, 5.2, 1.9)
    return Scene((*landscape(rng), *grasses(rng)), (train(4, 9), crowd([runner], DUSK)), AIR)
