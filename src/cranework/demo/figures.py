"""People, drawn as moving silhouettes: one texture for each phase of a step."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import cv2
import numpy as np

from cranework.demo.ink import Ink, Point, turned
from cranework.demo.stage import Texture

PHASES = 12
"""Drawings of one double step or one beat of the wings."""
PER_METRE = 110
"""Pixels for a metre of a person."""
TALL, BROAD = 2.1, 1.3
"""Metres of a person's drawing: a little more than a person."""


@dataclass(frozen=True)
class Dress:
    """How a person looks: tones are gray values, lengths metres above the ground."""

    coat: float = 60
    legs: float = 40
    skin: float = 175
    hem: float = 0.75
    wide: float = 0.3
    head: str = "cap"
    hat: float = 45
    height: float = 1.72
    carries: str = ""

    @classmethod
    def random(cls, rng: np.random.Generator) -> "Dress":
        """Somebody in the street in 1941."""
        woman = rng.random() < 0.55
        head = rng.choice(["scarf", "hair", "beret"] if woman else ["cap", "short", "hat"], p=[0.45, 0.35, 0.2])
        return cls(
            coat=float(rng.uniform(30, 165) if woman else rng.uniform(25, 95)),
            legs=float(rng.uniform(60, 150) if woman else 32),
            skin=float(rng.uniform(120, 158)),
            hem=float(rng.uniform(0.42, 0.55) if woman else rng.uniform(0.62, 0.8)),
            wide=float(rng.uniform(0.28, 0.36) if woman else 0.27),
            head=str(head),
            hat=float(rng.uniform(50, 112) if head == "scarf" else rng.uniform(25, 60)),
            height=float(rng.uniform(1.58, 1.68) if woman else rng.uniform(1.68, 1.8)),
            carries=str(rng.choice(["", "case", "flowers", "bundle"], p=[0.55, 0.2, 0.15, 0.1])),
        )


@dataclass(frozen=True)
class Figure:
    """The drawings of one person or bird, phase after phase."""

    draw: Callable[[float], Texture]
    phases: int = PHASES

    @cached_property
    def textures(self) -> list[Texture]:
        """One texture for each phase."""
        return [self.draw(2 * np.pi * k / self.phases) for k in range(self.phases)]

    @cached_property
    def shadows(self) -> list[Texture]:
        """The shadow of each phase: black, with a soft edge."""
        covers = [texture.levels[1][1] for texture in self.textures]
        return [Texture(np.zeros_like(one), cv2.GaussianBlur(one, (0, 0), 1.5)) for one in covers]

    def phase(self, turns: float) -> int:
        """Which drawing it is after so many double steps or beats."""
        return int(np.floor(turns * self.phases)) % self.phases

    def at(self, turns: float) -> Texture:
        """The drawing after so many double steps or beats."""
        return self.textures[self.phase(turns)]


def walker(dress: Dress, facing: int = 1) -> Figure:
    """Somebody who walks, seen from the side; ``facing`` 1 to the right, -1 to the left."""
    return Figure(lambda phase: _from_side(dress, phase, facing))


def stander(dress: Dress, raised: bool = False, back: bool = False) -> Figure:
    """Somebody who stands or comes towards us, seen from the front or from the ``back``; an arm ``raised`` to wave."""
    return Figure(lambda phase: _from_front(dress, phase, raised, back))


def _from_side(dress: Dress, phase: float, facing: int) -> Texture:
    """One phase of a step in profile: hips and knees after the swing of a pendulum, arms against the legs."""
    ink = Ink(BROAD, TALL, PER_METRE)
    tall = dress.height / 1.72
    bob = 0.025 * np.cos(2 * phase)
    hip, shoulder = 0.9 * tall + bob, 1.42 * tall + bob
    for side, shade in ((np.pi, 0.7), (0.0, 1.0)):
        swing = 0.42 * np.sin(phase + side)
        bend = 0.55 * max(0.0, np.sin(phase + side + 2.2))
        knee = (0.45 * tall * np.sin(swing), hip - 0.45 * tall * np.cos(swing))
        ankle = (knee[0] + 0.42 * tall * np.sin(swing - bend), max(0.06, knee[1] - 0.42 * tall * np.cos(swing - bend)))
        ink.limb(turned([(0.0, hip), knee, ankle], facing), 0.12, dress.legs * shade)
        ink.limb(turned([ankle, (ankle[0] + 0.16, ankle[1] - 0.02)], facing), 0.08, 25)
        if side:
            _arm(ink, dress, phase, shoulder, facing, far=True)
    sway = 0.05 * np.sin(phase)
    hem = dress.hem * tall
    ink.shape(
        turned(
            [
                (-0.13, shoulder + 0.05),
                (0.12, shoulder + 0.06),
                (0.16, hip + 0.18),
                (dress.wide * 0.8 + sway, hem),
                (-dress.wide * 0.8 + sway, hem),
                (-0.15, hip + 0.2),
            ],
            facing,
        ),
        dress.coat,
    )
    _arm(ink, dress, phase, shoulder, facing, far=False)
    ink.limb(turned([(0.0, shoulder), (0.03, shoulder + 0.12)], facing), 0.1, dress.skin * 0.7)
    _head(ink, dress, (0.04, shoulder + 0.22), facing, front=False)
    return ink.texture()


def _arm(ink: Ink, dress: Dress, phase: float, shoulder: float, facing: int, *, far: bool) -> None:
    """One arm in profile; the near one may carry something."""
    carrying = bool(dress.carries) and not far
    swing = (0.12 if carrying else 0.5) * np.sin(phase + (0 if far else np.pi))
    elbow = (0.3 * np.sin(swing), shoulder - 0.3 * np.cos(swing))
    fore = swing + (1.3 if dress.carries in ("flowers", "bundle") and carrying else 0.25)
    hand = (elbow[0] + 0.27 * np.sin(fore), elbow[1] - 0.27 * np.cos(fore))
    tone = dress.coat * (0.6 if far else 0.84)
    ink.limb(turned([(0.0, shoulder - 0.02), elbow, hand], facing), 0.095, tone)
    ink.disc(turned([hand], facing)[0], 0.045, 0.05, dress.skin)
    if carrying:
        _burden(ink, dress.carries, turned([hand], facing)[0])


def _burden(ink: Ink, what: str, hand: Point) -> None:
    """What somebody carries."""
    x, y = hand
    if what == "case":
        ink.shape([(x - 0.22, y - 0.04), (x + 0.22, y - 0.04), (x + 0.22, y - 0.36), (x - 0.22, y - 0.36)], 88)
        ink.limb([(x - 0.2, y - 0.14), (x + 0.2, y - 0.14)], 0.02, 40)
    elif what == "bundle":
        ink.disc((x, y + 0.04), 0.15, 0.12, 105)
        ink.disc((x - 0.02, y + 0.17), 0.04, 0.04, 85)
    else:
        for k in range(7):
            ink.disc(
                (x + 0.1 * np.cos(k * 2.4) * (k / 7) ** 0.5, y + 0.14 + 0.09 * np.sin(k * 2.4)),
                0.045,
                0.045,
                245 - 12 * k,
            )


def _from_front(dress: Dress, phase: float, raised: bool, back: bool) -> Texture:
    """One phase of a step from the front: the lifted foot seems shorter, the shoulders sway; at rest nearly nothing."""
    ink = Ink(BROAD, TALL, PER_METRE)
    tall = dress.height / 1.72
    sway = 0.018 * np.sin(phase)
    hip, shoulder, hem = 0.9 * tall, 1.42 * tall, dress.hem * tall
    for side in (-1, 1):
        lift = 0.07 * max(0.0, side * np.sin(phase))
        ink.limb(
            [(side * 0.08 + sway, hip), (side * 0.09, 0.48 * tall + lift), (side * 0.09, 0.07 + lift)],
            0.125,
            dress.legs,
        )
        ink.disc((side * 0.1, 0.05 + lift), 0.065, 0.05, 25)
    wide = dress.wide
    ink.shape(
        [
            (-0.21 + sway, shoulder + 0.02),
            (-0.08 + sway, shoulder + 0.08),
            (0.08 + sway, shoulder + 0.08),
            (0.21 + sway, shoulder + 0.02),
            (0.17 + sway, hip + 0.16),
            (wide, hem),
            (-wide, hem),
            (-0.17 + sway, hip + 0.16),
        ],
        dress.coat,
    )
    if not back:
        ink.limb([(sway, shoulder), (sway, hem + 0.05)], 0.015, dress.coat * 0.6)
    for side in (-1, 1):
        top = (side * 0.2 + sway, shoulder - 0.03)
        if raised and side > 0:
            wave = 0.22 * np.sin(2 * phase)
            elbow = (0.34 + sway, shoulder + 0.12)
            hand = (0.34 + 0.26 * np.sin(wave), shoulder + 0.12 + 0.26 * np.cos(wave))
        else:
            elbow = (side * 0.27 + sway, shoulder - 0.32)
            hand = (side * 0.25 + sway, shoulder - 0.58 + 0.03 * side * np.sin(phase))
        ink.limb([top, elbow, hand], 0.1, dress.coat * 0.82)
        ink.disc(hand, 0.045, 0.05, dress.skin)
        if side < 0 and dress.carries and not back:
            _burden(ink, dress.carries, (hand[0], hand[1] + (0.0 if dress.carries == "case" else 0.22)))
    ink.limb([(sway, shoulder + 0.04), (sway, shoulder + 0.14)], 0.1, dress.skin * 0.7)
    _head(ink, dress, (sway, shoulder + 0.23), 1, front=True, back=back)
    return ink.texture()


def _head(ink: Ink, dress: Dress, center: Point, facing: int, *, front: bool, back: bool = False) -> None:
    """A head with what is worn on it; from the back there is hair instead of a face."""
    x, y = center[0] * (1 if front else facing), center[1]
    ahead = 0.0 if front else 0.035 * facing
    if dress.head == "hair":
        ink.disc((x - ahead * 1.6, y - 0.03), 0.095 if not front else 0.108, 0.135, dress.hat)
    ink.disc((x + ahead * 0.4, y - 0.01), 0.085, 0.118, dress.hat if back else dress.skin)
    if not front:
        ink.disc((x + 0.092 * facing, y - 0.025), 0.02, 0.028, dress.skin)
        ink.disc((x + 0.062 * facing, y + 0.012), 0.014, 0.012, dress.skin * 0.4)
    elif not back:
        _face(ink, x, y, dress.skin)
    _worn(ink, dress, (x, y), ahead, back=back)


def _face(ink: Ink, x: float, y: float, skin: float) -> None:
    """A face from the front, no more than a hint: one side in shadow, brows, eyes, nose, mouth."""
    turn = np.linspace(-np.pi / 2, np.pi / 2, 10)
    ink.shape([(x + 0.025 + 0.06 * np.cos(a), y - 0.01 + 0.114 * np.sin(a)) for a in turn], skin * 0.84)
    for side in (-1, 1):
        ink.disc((x + side * 0.032, y + 0.01), 0.013, 0.007, skin * 0.45)
        ink.limb([(x + side * 0.02, y + 0.032), (x + side * 0.046, y + 0.031)], 0.009, skin * 0.62)
    ink.limb([(x + 0.004, y), (x + 0.01, y - 0.032)], 0.012, skin * 0.74)
    ink.limb([(x - 0.018, y - 0.064), (x + 0.02, y - 0.064)], 0.011, skin * 0.6)


def _worn(ink: Ink, dress: Dress, at: Point, ahead: float, *, back: bool) -> None:
    """What is on a head: a scarf, a cap, a beret, hair, a hat or a helmet."""
    x, y = at
    hat = dress.hat
    match dress.head:
        case "scarf":
            ink.shape(_arch(x - ahead, y, 0.112, 0.142, 0.05 if not back else -0.13), hat)
            for side in (-1, 1) if not ahead else (-float(np.sign(ahead)),):
                ink.limb(
                    [(x + side * 0.085, y + 0.06), (x + side * 0.09, y - 0.06), (x + side * 0.03, y - 0.14)],
                    0.05,
                    hat * 0.92,
                )
        case "hat" | "helmet":
            ink.shape(_arch(x, y, 0.11, 0.17, 0.055), hat)
            ink.limb([(x - 0.15, y + 0.065), (x + 0.15, y + 0.065)], 0.03, hat * 0.8)
        case _:
            ink.shape(_arch(x - ahead * 0.8, y, 0.105, 0.14, 0.062), hat)
            if dress.head == "cap":
                ink.limb([(x - 0.08 + ahead * 2, y + 0.062), (x + 0.08 + ahead * 2, y + 0.062)], 0.03, hat * 0.7)


def _arch(x: float, y: float, across: float, high: float, cut: float) -> list[Point]:
    """The upper part of an ellipse, above ``y + cut``."""
    first = np.arcsin(np.clip(cut / high, -0.98, 0.98))
    return [(x + across * np.cos(a), y + high * np.sin(a)) for a in np.linspace(first, np.pi - first, 14)]
