"""Shots of the virtual camera: a set, what goes on in it and the camera before it, all by the chance of one seed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from training.camera import paths
from training.camera.paths import Course, Leg
from training.camera.scenes import PLACES, Array, Place, Random, Thing, between, crowd, restless, with_subject
from training.camera.views import views

RATES, RATE_SHARES = (24.0, 25.0, 30.0), (0.6, 0.25, 0.15)
ASPECTS, ASPECT_SHARES = (9 / 16, 3 / 4, 1 / 2.39, 16 / 9), (0.5, 0.25, 0.17, 0.08)
SAMPLES_A_SECOND = 4
"""How often a tracker tells where its points are."""
LENGTH = (1.5, 6.0)
"""Seconds."""
KINDS = {"outdoor": 0.27, "street": 0.16, "indoor": 0.24, "closeup": 0.13, "flat": 0.08, "far": 0.12}
HANDHELD = 0.35
FOLLOWED = ("pan", "tilt", "truck", "dolly", "pedestal")
"""Moves by which a camera keeps somebody in the picture."""


@dataclass(frozen=True)
class Shot:
    """A set, what goes on in it, and the camera before it; everything of one seed.

    Attributes:
        things: with offsets for each frame where they move.
        course, intended: the camera's way, with and without the hand that holds it.
    """

    kind: str
    things: tuple[Thing, ...]
    course: Course
    intended: Course
    legs: tuple[Leg, ...]
    rate: float
    aspect: float
    steadiness: str

    @property
    def seconds(self) -> Array:
        """The time of each frame."""
        return np.arange(len(self.course.focal)) / self.rate


def shot(seed: int) -> Shot:
    """Everything that chance decides about a shot before anybody looks at it."""
    random = np.random.default_rng(seed)
    rate = float(random.choice(RATES, p=RATE_SHARES))
    aspect = float(random.choice(ASPECTS, p=ASPECT_SHARES))
    seconds = np.arange(round(rate * random.uniform(*LENGTH))) / rate
    kind = str(random.choice(list(KINDS), p=list(KINDS.values())))
    manner = str(random.choice(list(paths.MANNERS), p=list(paths.MANNERS.values())))
    focal = between(random, *paths.LENSES) / 36
    groups = paths.script(random, kind in ("flat", "far"), manner)
    place = PLACES[kind](random, seconds, focal)
    labels = {label for group in groups for label in group}
    if any(label.startswith(("arc", "dolly_zoom")) for label in labels):
        place = with_subject(random, place, seconds)
    legs = paths.legs(random, groups, float(seconds[-1]), place, focal, _depth(place, focal, aspect))
    intended = paths.course(random, legs, seconds, place, focal)
    steadiness = str(random.choice(["smooth" if legs else "locked", "handheld"], p=[1 - HANDHELD, HANDHELD]))
    course = paths.shaken(random, intended, seconds, steadiness)
    things, words = _joined(random, place, intended, seconds, aspect, labels)
    return Shot(
        " ".join([kind, *words]), (*place.things, *things), course, intended, tuple(legs), rate, aspect, steadiness
    )


def _depth(place: Place, focal: float, aspect: float) -> float:
    """The median depth of the set from where the camera looks at it first, metres."""
    still = Course(np.array([[0, place.pitch, 0]]), np.array([focal]), np.array([[0, -place.eye, 0]]))
    return float(views(place.things, still, np.zeros(1, np.int64)).depths(aspect)[0])


def _joined(
    random: Random, place: Place, course: Course, seconds: Array, aspect: float, labels: Iterable[str]
) -> tuple[list[Thing], list[str]]:
    """Who else is in the picture, and words for that."""
    moving, followed = bool(labels), any(label.startswith(FOLLOWED) for label in labels)
    things: list[Thing] = []
    words: list[str] = []
    if place.kind in ("outdoor", "street", "indoor") and random.random() < (0.15 if moving else 0.4):
        things += crowd(random, seconds, int(random.integers(4, 30)))
        words.append("crowd")
    if place.kind == "outdoor" and random.random() < (0.12 if moving else 0.3):
        words.append(str(random.choice(["leaves", "water"])))
        things += restless(random, seconds, words[-1])
    if random.random() < (0.08 if moving else 0.35):
        things += _mover(random, course, seconds, aspect)
        words.append("mover")
    elif followed and place.kind != "flat" and random.random() < 0.42:
        things += _kept(random, course, seconds, aspect)
        words.append("follow")
    return things, words


def _mover(random: Random, course: Course, seconds: Array, aspect: float) -> list[Thing]:
    """Somebody near who fills 30 to 80 % of the picture in the middle of the shot, and goes past or shifts about."""
    middle = len(seconds) // 2
    area, distance = random.uniform(0.3, 0.8), random.uniform(1.2, 3)
    tall = aspect * random.uniform(0.85, 1.15)
    wide = min(area * aspect / min(tall, aspect), 1.2)
    speed = wide * random.choice([-1, 1]) * between(random, 0.02, 0.5)
    way = np.column_stack([speed * (seconds - seconds[middle]), 0 * seconds, 0 * seconds])
    parts = int(random.integers(1, 4))
    kept = np.full(len(seconds), middle)
    made = []
    for part in range(parts):
        low, high = part / parts - 0.5, (part + 1) / parts - 0.5
        center = np.array([0, tall * (low + high) / 2, 0]) + way + _sways(random, seconds, random.uniform(0, 0.02))
        made.append(_held(course, kept, center, distance, wide / 2, tall / parts / 2, "cloth", "full"))
    return made


def _kept(random: Random, course: Course, seconds: Array, aspect: float) -> list[Thing]:
    """Somebody whom the camera keeps in the picture, not quite still there."""
    tall = aspect * random.uniform(0.35, 1)
    wide, distance = tall * random.uniform(0.35, 0.7), random.uniform(1.5, 8)
    place = np.array([random.uniform(-0.2, 0.2), random.uniform(-0.05, 0.1), 0])
    center = place + _sways(random, seconds, random.uniform(0.003, 0.03))
    shape = str(random.choice(["person", "bust", "full"]))
    return [_held(course, np.arange(len(seconds)), center, distance, wide / 2, tall / 2, "cloth", shape)]


def _sways(random: Random, seconds: Array, size: float) -> Array:
    hertz, phase = random.uniform(0.2, 1.8, 3), random.uniform(0, 2 * np.pi, 3)
    return np.asarray(size * np.sin(2 * np.pi * hertz * seconds[:, None] + phase), np.float64)


def _held(
    course: Course, frames: NDArray[np.int64], spots: Array, distance: float, wide: float, tall: float, skin: str,
    shape: str,
) -> Thing:  # fmt: skip
    """A thing that faces the camera at spots of its picture (frame widths, float64 (frames, 3)) in the given frames."""
    poses = [replace(course.pose(int(frame)), roll=0.0) for frame in frames]
    metres = distance / float(course.focal[int(frames[len(frames) // 2])])
    axes = np.stack([pose.rotation() for pose in poses])
    ways = np.column_stack([spots[:, :2] * metres, distance * (1 + spots[:, 2])])
    centers = np.array([pose.position for pose in poses]) + np.einsum("fij,fj->fi", axes, ways)
    across, down = (axes[len(axes) // 2][:, k] * half * metres for k, half in ((0, wide), (1, tall)))
    return Thing(centers[0], across, down, skin, shape, offsets=centers - centers[0], free=True)
