"""Sets for the virtual camera: flat things at their depths, drawn by chance, and what moves among them.

World axes are those of `cranework.demo.camera`: x right, y down, z away; the ground is y = 0; metres.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from cranework.demo.stage import FLOOR, SKY, THING, WALL

Random = np.random.Generator
Array = NDArray[np.float64]
Mask = NDArray[np.bool_]

SKINS = {
    "brick": 1.0, "cloth": 0.8, "far": 0.7, "ground": 0.6, "leaves": 1.0, "face": 0.5, "water": 0.5, "bare": 0.2,
    "soft": 0.12, "plain": 0.0,
}  # fmt: skip
"""What surfaces look like, with how readily a corner is found on each."""


def _person(a: Array, b: Array) -> Mask:
    head = (a / 0.3) ** 2 + ((b + 0.86) / 0.13) ** 2 < 1
    return np.asarray(head | ((np.abs(a) < 0.75 - 0.2 * b) & (b > -0.72)), np.bool_)


def _bust(a: Array, b: Array) -> Mask:
    head = (a / 0.42) ** 2 + ((b + 0.4) / 0.58) ** 2 < 1
    return np.asarray(head | ((a / 0.98) ** 2 + ((b - 1.05) / 0.8) ** 2 < 1), np.bool_)


def _tree(a: Array, b: Array) -> Mask:
    crown = (a * a + ((b + 0.3) / 0.7) ** 2) < 0.72 + 0.25 * np.sin(9 * a + 5 * b) * np.cos(7 * b - 4 * a)
    return np.asarray(crown | ((np.abs(a) < 0.08) & (b > 0)), np.bool_)


def _ellipse(a: Array, b: Array) -> Mask:
    return np.asarray(a * a + b * b < 1, np.bool_)


SHAPES: dict[str, Callable[[Array, Array], Mask]] = {
    "person": _person,
    "bust": _bust,
    "tree": _tree,
    "ellipse": _ellipse,
}
"""Outlines of things that do not fill their parallelogram: which (a, b), both from -1 to 1, belong to them."""


@dataclass(frozen=True)
class Thing:
    """A flat thing: center + a * across + b * down, with a and b from -1 to 1, all float64 (3,) in metres.

    Attributes:
        skin: a key of `SKINS`.
        shape: a key of `SHAPES`, or "full".
        order: as in `cranework.demo.stage`.
        offsets: where it has gone since the first frame, float64 (frames, 3); None for what stands.
        free: goes its own way through the set, so that it says nothing of how far off the set is.
    """

    center: Array
    across: Array
    down: Array
    skin: str
    shape: str = "full"
    order: int = THING
    offsets: Array | None = None
    free: bool = False


@dataclass(frozen=True)
class Place:
    """A set, and how a camera may move in it.

    Attributes:
        eye: height of the camera, metres. pitch: radians upward.
        reach: metres that the camera may travel sideways, vertically and along its axis.
        subject: metres to what an arc goes around and a dolly zoom holds.
    """

    kind: str
    things: tuple[Thing, ...]
    eye: float
    pitch: float
    reach: tuple[float, float, float]
    subject: float = 4.0


def between(random: Random, low: float, high: float) -> float:
    """A number whose logarithm is uniform."""
    return float(np.exp(random.uniform(np.log(low), np.log(high))))


def _plane(
    center: Sequence[float], across: Sequence[float], down: Sequence[float], skin: str, shape: str = "full",
    order: int = THING,
) -> Thing:  # fmt: skip
    middle, half, other = (np.array(one, dtype=np.float64) for one in (center, across, down))
    return Thing(middle, half, other, skin, shape, order)


def _upright(
    x: float, z: float, width: float, height: float, skin: str, shape: str = "full", base: float = 0.0
) -> Thing:
    return _plane((x, -base - height / 2, z), (width / 2, 0, 0), (0, height / 2, 0), skin, shape)


def _box(random: Random, x: float, z: float, width: float, height: float, depth: float) -> list[Thing]:
    skin, y = str(random.choice(["brick", "brick", "cloth", "bare"])), -height / 2
    return [
        _upright(x, z, width, height, skin),
        _plane((x - width / 2, y, z + depth / 2), (0, 0, depth / 2), (0, height / 2, 0), skin),
        _plane((x + width / 2, y, z + depth / 2), (0, 0, depth / 2), (0, height / 2, 0), skin),
        _plane((x, -height, z + depth / 2), (width / 2, 0, 0), (0, 0, depth / 2), skin),
    ]


def _floor(size: float, skin: str = "ground", patches: int = 4) -> list[Thing]:
    """Ground to the horizon, and patches of `size` metres around the camera where it shows more."""
    base = [_plane((0, 0.01, 0), (400 * size, 0, 0), (0, 0, 400 * size), "plain", order=SKY - 1)]
    steps = [(i - (patches - 1) / 2) * size for i in range(patches)]
    return base + [
        _plane((x, 0, z + size), (size / 2, 0, 0), (0, 0, size / 2), skin, order=FLOOR) for x in steps for z in steps
    ]


def _horizon(random: Random, distance: float, height: float, skin: str = "far") -> list[Thing]:
    """Eight backdrops around the set."""
    walls, half = [], distance * np.tan(np.pi / 8)
    for turn in np.arange(8) * np.pi / 4:
        sine, cosine, tall = np.sin(turn), np.cos(turn), height * random.uniform(0.6, 1.4)
        center, across = (distance * sine, -tall / 2, distance * cosine), (half * cosine, 0, -half * sine)
        walls.append(_plane(center, across, (0, tall / 2, 0), skin, order=SKY))
    return walls


def _around(random: Random, nearest: float, farthest: float) -> tuple[float, float]:
    """A place before the camera, more often in the middle than at the sides."""
    distance, angle = between(random, nearest, farthest), np.clip(random.normal(0, 0.6), -1.5, 1.5)
    return float(distance * np.sin(angle)), float(distance * np.cos(angle))


def _swaying(random: Random, thing: Thing, seconds: Array, metres: float) -> Thing:
    """To and fro, as a twig in the wind, or somebody who stands."""
    hertz, phase = random.uniform(0.2, 1.5, 3), random.uniform(0, 2 * np.pi, 3)
    moved = metres * np.array([1, 0.3, 0.5]) * np.sin(2 * np.pi * hertz * seconds[:, None] + phase)
    return replace(thing, offsets=moved - moved[0])


def _going(random: Random, thing: Thing, seconds: Array, velocity: Sequence[float]) -> Thing:
    """Walking: a straight way with bobbing."""
    offsets = _swaying(random, thing, seconds, 0.03).offsets
    return replace(thing, offsets=offsets + seconds[:, None] * np.array(velocity), free=True)


def _people(random: Random, seconds: Array, count: int, farthest: float = 12.0) -> list[Thing]:
    """Standing people."""
    made = [_upright(*_around(random, 2.5, farthest), 0.55, 1.75, "cloth", "person") for _ in range(count)]
    return [_swaying(random, one, seconds, random.uniform(0, 0.03)) for one in made]


def _outdoor(random: Random, seconds: Array, focal: float) -> Place:
    things = _horizon(random, (far := between(random, 40, 200)), far * random.uniform(0.1, 0.4)) + _floor(14)
    for _ in range(random.integers(3, 9)):
        x, z = _around(random, 4, 35)
        things += _box(random, x, z, random.uniform(0.6, 5), random.uniform(0.6, 5), random.uniform(0.5, 4))
    wind = random.choice([0.0, 0.01, 0.03, 0.08])
    for _ in range(random.integers(4, 14)):
        tall = random.uniform(2, 8)
        tree = _upright(*_around(random, 4, 40), tall * random.uniform(0.5, 1), tall, "leaves", "tree")
        things.append(_swaying(random, tree, seconds, wind * random.uniform(0.3, 1)) if wind else tree)
    things += _people(random, seconds, int(random.integers(0, 4)))
    return Place("outdoor", tuple(things), random.uniform(0.8, 2.5), random.uniform(-0.08, 0.08), (14, 6, 8))


def _street(random: Random, seconds: Array, focal: float) -> Place:
    things = _horizon(random, between(random, 60, 150), 12) + _floor(14)
    wide = random.uniform(3, 8)
    for side in (-1, 1):
        z = random.uniform(-8, 2)
        while z < 60:
            long, tall, x = random.uniform(4, 12), random.uniform(4, 14), side * (wide + random.uniform(0, 1.5))
            things.append(_plane((x, -tall / 2, z + long / 2), (0, 0, long / 2), (0, tall / 2, 0), "brick"))
            things.append(_plane((x + side * 3, -tall / 2, z), (3, 0, 0), (0, tall / 2, 0), "brick"))
            z += long + random.uniform(0, 2)
    for _ in range(random.integers(1, 6)):
        x, z = random.uniform(-0.8, 0.8) * wide, between(random, 4, 25)
        things += _box(random, x, z, random.uniform(0.5, 2), random.uniform(0.5, 2), random.uniform(0.5, 4))
    things += _people(random, seconds, int(random.integers(0, 5)))
    return Place("street", tuple(things), random.uniform(1, 2.2), random.uniform(-0.05, 0.1), (4, 5, 10))


def _indoor(random: Random, seconds: Array, focal: float) -> Place:
    wide, back, behind, tall = random.uniform(2.2, 5), random.uniform(4, 11), 4.0, random.uniform(2.5, 4)
    skin, middle, half = str(random.choice(["brick", "cloth", "bare"])), (back - behind) / 2, (back + behind) / 2
    things = [
        _plane((0, -tall / 2, back), (wide, 0, 0), (0, tall / 2, 0), skin, order=WALL),
        _plane((0, -tall / 2, -behind), (wide, 0, 0), (0, tall / 2, 0), skin, order=WALL),
        _plane((-wide, -tall / 2, middle), (0, 0, half), (0, tall / 2, 0), skin, order=WALL),
        _plane((wide, -tall / 2, middle), (0, 0, half), (0, tall / 2, 0), skin, order=WALL),
        _plane((0, 0, middle), (wide, 0, 0), (0, 0, half), "ground", order=FLOOR),
        _plane((0, -tall, middle), (wide, 0, 0), (0, 0, half), "bare", order=FLOOR),
    ]
    for _ in range(random.integers(3, 9)):
        x, z = random.uniform(-0.85, 0.85) * wide, random.uniform(2, back - 0.6)
        things += _box(random, x, z, random.uniform(0.4, 1.6), random.uniform(0.4, 2), random.uniform(0.3, 0.6))
    for _ in range(random.integers(2, 7)):  # Pictures and windows on the walls.
        size, x, base = random.uniform(0.3, 0.9), random.uniform(-0.8, 0.8) * wide, random.uniform(0.8, 1.5)
        things.append(_upright(x, back - 0.03, size, size, "brick", base=base))
    things += _people(random, seconds, int(random.integers(0, 3)), back - 1)
    return Place("indoor", tuple(things), random.uniform(0.8, 1.9), random.uniform(-0.1, 0.05), (1.2 * wide, 1.4, 3))


def _closeup(random: Random, seconds: Array, focal: float) -> Place:
    """A large face before a background that is far out of focus."""
    distance, back = np.clip(focal * 0.5 / random.uniform(0.25, 0.8), 0.9, 2.2), random.uniform(4, 14)
    things = [_plane((0, -2, back), (4 * back, 0, 0), (0, 2 * back, 0), "soft", order=WALL)]
    for _ in range(random.integers(2, 9)):
        x, z = _around(random, 3, back)
        things.append(_upright(x, z, random.uniform(0.5, 2), random.uniform(0.5, 3), "soft"))
    bust = _upright(random.uniform(-0.15, 0.15), float(distance), 0.5, 0.75, "face", "bust", base=1.15)
    things.append(_swaying(random, bust, seconds, random.uniform(0.002, 0.03)))
    return Place("closeup", tuple(things), 1.6, 0.0, (1.5, 0.6, 0.5 * float(distance)), float(distance))


def _flat(random: Random, seconds: Array, focal: float) -> Place:
    distance = random.uniform(3, 8)
    side = 0.5 * distance
    things = [
        _plane((i * 2 * side, -j * 2 * side, distance), (side, 0, 0), (0, side, 0), "brick", order=WALL)
        for i in range(-5, 6)
        for j in range(-2, 4)
    ]
    return Place("flat", tuple(things), 1.6, 0.0, (3 * distance, 2 * distance, 0.6 * distance))


def _far(random: Random, seconds: Array, focal: float) -> Place:
    """A landscape, or what a drone sees."""
    eye = between(random, 20, 150)
    far = random.uniform(400, 2000)
    things = _horizon(random, far, far * random.uniform(0.05, 0.3)) + _floor(120, patches=5)
    return Place("far", tuple(things), eye, -random.uniform(0, 0.4), (40, 25, 60))


PLACES: dict[str, Callable[[Random, Array, float], Place]] = {
    "outdoor": _outdoor,
    "street": _street,
    "indoor": _indoor,
    "closeup": _closeup,
    "flat": _flat,
    "far": _far,
}
"""Every kind of set; each takes chance, the seconds of the frames (float64, frames) and the focal length (widths)."""


def with_subject(random: Random, place: Place, seconds: Array) -> Place:
    """The set with a thing in the middle, for the camera to go around."""
    if place.kind == "closeup":
        return place
    distance = between(random, 2, 6)
    if random.random() < 0.5:
        subject = _box(
            random, 0, distance, random.uniform(0.5, 1.4), random.uniform(1.1, 2.2), random.uniform(0.4, 1.2)
        )
    else:
        body = _upright(0, distance, 0.6, 1.8, "cloth", "person")
        subject = [_swaying(random, body, seconds, random.uniform(0, 0.03))]
    return replace(place, things=(*place.things, *subject), subject=distance)


def crowd(random: Random, seconds: Array, count: int) -> list[Thing]:
    """People who walk about."""
    made = []
    for _ in range(count):
        x, z = _around(random, 2.5, 16)
        velocity = (random.choice([-1, 1]) * random.uniform(0.2, 1.6), 0, random.uniform(-0.6, 0.6))
        made.append(_going(random, _upright(x, z, 0.55, 1.75, "cloth", "person"), seconds, velocity))
    return made


def restless(random: Random, seconds: Array, skin: str) -> list[Thing]:
    """Leaves before the camera, or waves on the ground: many small things, each on a way of its own."""
    made = []
    for _ in range(random.integers(20, 45)):
        x, z = _around(random, 3, 14)
        if skin == "leaves":
            size = 0.12 * z * random.uniform(0.4, 1)
            thing = _plane((x, random.uniform(-3, 0), z), (size, 0, 0), (0, size, 0), skin, "ellipse")
        else:
            thing = _plane((x, -0.02, z), (random.uniform(0.5, 2), 0, 0), (0, 0, random.uniform(0.3, 1.2)), skin)
        made.append(_swaying(random, thing, seconds, random.uniform(0.05, 0.4)))
    return made
