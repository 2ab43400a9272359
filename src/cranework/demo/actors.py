"""Who moves before the camera: people who walk or wait, each with a shadow on the ground, and flocks of cranes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from cranework.demo.birds import crane
from cranework.demo.figures import BROAD, TALL, Dress, Figure, stander, walker
from cranework.demo.stage import SHADOW, Actor, Plane, standing

DOUBLE_STEP = 1.35
"""Metres that a walker goes with one double step."""
SHADOW_OPACITY = 0.5


@dataclass(frozen=True)
class Sun:
    """Where shadows fall: metres of shadow for a metre of height, to the right and away from the camera."""

    right: float = 0.9
    away: float = 0.5
    opacity: float = SHADOW_OPACITY


@dataclass(frozen=True)
class Person:
    """One of a crowd: where they are at second 0 and how fast they go (metres, metres a second)."""

    figure: Figure
    x: float
    z: float
    speed: float = 0.0
    away: float = 0.0
    phase: float = 0.0
    beats: float = 0.35
    base: float = 0.0

    def planes(self, second: float, sun: Sun | None) -> Iterable[Plane]:
        """The figure and its shadow; who does not walk shifts from foot to foot, ``beats`` times a second."""
        pace = float(np.hypot(self.speed, self.away)) / DOUBLE_STEP
        turns = self.phase + (pace or self.beats) * second
        x, z = self.x + self.speed * second, self.z + self.away * second
        if sun is not None:
            shadow = self.figure.shadows[self.figure.phase(turns)]
            middle = (x + sun.right * TALL / 2, -self.base - 0.01, z + sun.away * TALL / 2)
            down = (-sun.right * TALL / 2, 0.0, -sun.away * TALL / 2)
            yield Plane(shadow, middle, (BROAD / 2, 0, 0), down, SHADOW, sun.opacity)
        yield standing(self.figure.at(turns), x, z, TALL, self.base, width=BROAD)


def crowd(people: Sequence[Person], sun: Sun | None = None) -> Actor:
    """All of them together."""
    return lambda second: [plane for person in people for plane in person.planes(second, sun)]


def wardrobe(rng: np.random.Generator, count: int, kind: str) -> list[Figure]:
    """So many people of one kind.

    ``left`` and ``right`` walk that way, ``front`` and ``back`` show that side, ``waving`` have an arm raised.
    """
    dresses = [Dress.random(rng) for _ in range(count)]
    if kind in ("left", "right"):
        return [walker(dress, 1 if kind == "right" else -1) for dress in dresses]
    return [stander(dress, raised=kind == "waving", back=kind == "back") for dress in dresses]


def flock(
    rng: np.random.Generator,
    leader: tuple[float, float, float],
    speed: tuple[float, float],
    *,
    birds: int = 13,
    size: float = 9.0,
    tone: float = 40,
) -> Actor:
    """Cranes in a wedge that fly sideways: ``leader`` is where the first one is at second 0 (x, height, z)."""
    figure = crane(1 if speed[0] >= 0 else -1, tone)
    way = 1 if speed[0] >= 0 else -1
    places = [
        (-way * ((k + 1) // 2) * size * 0.95, ((k + 1) // 2) * size * (0.34 if k % 2 else -0.2)) for k in range(birds)
    ]
    shaken = [
        (x + rng.normal(0, size * 0.09), y + rng.normal(0, size * 0.06), rng.random(), rng.uniform(0.95, 1.1))
        for x, y in places
    ]

    def planes(second: float) -> Iterable[Plane]:
        for x, y, phase, beats in shaken:
            drift = 0.12 * size * np.sin(0.7 * second + 6 * phase)
            bird = standing(
                figure.at(beats * 1.15 * second + phase),
                leader[0] + x + speed[0] * second,
                leader[2],
                size,
                leader[1] + y + drift + speed[1] * second,
            )
            yield replace(bird, fogged=False)

    return planes
