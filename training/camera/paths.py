"""What the operator of the virtual camera does: moves drawn by chance, and where they take the camera.

Everything is held as arrays over the frames of one shot, since a shot is looked at as a whole.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from cranework.demo.camera import SIGNS, Pose
from training.camera.scenes import Array, Place, Random

FAMILIES = {
    "pan": 0.18, "tilt": 0.11, "roll": 0.06, "zoom": 0.14, "truck": 0.12, "pedestal": 0.1, "dolly": 0.1, "arc": 0.1,
    "dolly_zoom": 0.09,
}  # fmt: skip
"""Kinds of moves, with their share of the single ones."""
PAIRS = (
    ("pan", "tilt"), ("pan", "tilt"), ("pan", "zoom"), ("dolly", "pan"), ("dolly", "tilt"), ("truck", "pan"),
    ("pedestal", "tilt"), ("pedestal", "dolly"), ("truck", "pedestal"), ("truck", "dolly"), ("roll", "dolly"),
    ("roll", "zoom"), ("roll", "pan"), ("arc", "pedestal"), ("arc", "dolly"), ("tilt", "zoom"), ("pedestal", "pan"),
)  # fmt: skip
"""What is done at once."""
MANNERS = {"single": 0.42, "pair": 0.22, "turns": 0.14, "static": 0.22}
FARAWAY = ("pan", "tilt", "zoom", "roll", "truck", "pedestal", "dolly")
"""What can be seen where there is no subject near."""

SPEEDS = {"zoom": (0.03, 0.6), "dolly": (0.03, 0.6), "dolly_zoom": (0.08, 0.5), "roll": (2.0, 60.0), "arc": (0.04, 0.8)}
SPEEDS |= dict.fromkeys(("pan", "tilt", "truck", "pedestal"), (0.02, 1.5))
"""Slowest and fastest: frame widths a second at the median depth; share a second for the lens and for travel along
its axis; degrees a second for a roll."""
FASTEST_TRAVEL = 12.0
"""Metres a second."""
TURNS = {"pan": 2.0, "tilt": 0.7, "roll": 0.9, "arc": 1.4}
"""Radians that one move turns at most."""
LONGEST_ZOOM, FOCALS = 1.4, (0.4, 5.0)
"""Logarithm of the ratio of focal lengths; focal lengths, frame widths."""
SHORTEST = 0.35
"""Seconds: a whip takes no less."""
LENSES = (18.0, 135.0)
"""Millimetres for a picture 36 mm wide."""
NODAL = (0.05, 0.15)
"""Metres from the pivot of a head to the centre of the lens."""
SWAY, SHAKE, HAND_HERTZ = (0.0015, 0.007), (0.002, 0.015), (0.5, 4.0)
"""Of a hand: deviation of the angles (radians) and of the place (metres), and its band."""
DRIFT, DRIFT_HERTZ, WAVES = 0.0006, (0.15, 1.0), 6
"""Of a good head: radians, and its band; how many waves make a tremor."""
LOWEST = 0.3
"""Metres above the ground."""


@dataclass(frozen=True)
class Leg:
    """One intended move: label, seconds, radians or metres or ln of the ratio (with its sign), share of it that ramps.

    `subject` is in metres, for an arc and a dolly zoom.
    """

    label: str
    start: float
    end: float
    amount: float
    ramp: float
    subject: float = 4.0

    def share(self, seconds: Array) -> Array:
        """How much of the move is made, 0 to 1: gathering speed, steady, losing speed."""
        u, r = np.clip((seconds - self.start) / (self.end - self.start), 0, 1), max(self.ramp, 1e-6)
        rising, falling = u * u / (2 * r), 1 - r - (1 - u) ** 2 / (2 * r)
        return np.asarray(np.where(u < r, rising, np.where(u > 1 - r, falling, u - r / 2)) / (1 - r), np.float64)


@dataclass(frozen=True)
class Course:
    """Where a camera is in each frame.

    Attributes:
        turned: yaw right, pitch up, roll clockwise in radians, float64 (frames, 3).
        focal: picture widths, float64 (frames,).
        positions: metres, float64 (frames, 3).
    """

    turned: Array
    focal: Array
    positions: Array

    def pose(self, frame: float) -> Pose:
        """The camera at a frame, or between two."""
        low = min(int(frame), len(self.focal) - 1)
        high, part = min(low + 1, len(self.focal) - 1), frame - int(frame)
        yaw, pitch, roll = (self.turned[low] * (1 - part) + self.turned[high] * part).tolist()
        x, y, z = (self.positions[low] * (1 - part) + self.positions[high] * part).tolist()
        return Pose((x, y, z), yaw, pitch, roll, float(self.focal[low] * (1 - part) + self.focal[high] * part))

    def rotations(self) -> Array:
        """The camera's axes (right, down, forward) as columns, float64 (frames, 3, 3)."""
        return np.stack([self.pose(frame).rotation() for frame in range(len(self.focal))])


def _signed(random: Random, family: str, right: bool) -> str:
    if family == "dolly_zoom":
        return family
    return next(label for label, sign in SIGNS.items() if label.rsplit("_", 1)[0] == family and (sign > 0) == right)


def script(random: Random, far: bool, manner: str) -> list[tuple[str, ...]]:
    """Labels, those made at once together, one group after another; none for a static shot."""
    families = [one for one in FAMILIES if not far or one in FARAWAY]
    shares = np.array([FAMILIES[one] for one in families])
    shares /= shares.sum()
    pairs = [pair for pair in PAIRS if not far or set(pair) <= set(FARAWAY)]

    def pair() -> tuple[str, ...]:
        one, other = pairs[random.integers(len(pairs))]
        right = bool(random.random() < 0.5)
        same = right if {one, other} == {"truck", "pan"} else bool(random.random() < 0.5)
        return _signed(random, one, right), _signed(random, other, same)

    def single() -> tuple[str, ...]:
        return (_signed(random, str(random.choice(families, p=shares)), bool(random.random() < 0.5)),)

    match manner:
        case "single":
            return [single()]
        case "pair":
            return [pair()]
        case "turns":
            drawn = [single() if random.random() < 0.8 else pair() for _ in range(random.choice([2, 2, 2, 3]))]
            return [group for i, group in enumerate(drawn) if not i or not set(group) & set(drawn[i - 1])]
    return []


def timed(random: Random, groups: Sequence[tuple[str, ...]], length: float) -> list[tuple[float, float]]:
    """When each group of moves is made, seconds: the whole shot, or with holds before, between and after."""
    if not groups:
        return []
    held = random.random(len(groups) + 1) < (0.35 if len(groups) < 2 else 0.4)
    rests = np.where(held, random.uniform(0.15, 0.5, len(groups) + 1), 0)
    parts = np.empty(2 * len(groups) + 1)
    parts[::2], parts[1::2] = rests, random.uniform(0.6, 1.4, len(groups))
    ends = np.cumsum(parts) / parts.sum() * length
    return [(float(ends[2 * i]), float(ends[2 * i + 1])) for i in range(len(groups))]


def legs(random: Random, groups: Sequence[tuple[str, ...]], length: float, place: Place, focal: float, depth: float
) -> list[Leg]:  # fmt: skip
    """The moves with what each brings about; `depth` is the median one of what is seen, metres."""
    made: list[Leg] = []
    ramp = 0.0 if random.random() < 0.3 else float(random.uniform(0.08, 0.4))
    for group, (start, end) in zip(groups, timed(random, groups, length), strict=True):
        pace = random.uniform()
        wanted = [_wanted(random, label, end - start, pace, place, focal, depth) for label in group]
        end = start + max(seconds for seconds, _ in wanted)
        for label, (_, amount) in zip(group, wanted, strict=True):
            sign = SIGNS[label] if label != "dolly_zoom" else float(random.choice([-1, 1]))
            made.append(Leg(label, start, end, sign * amount, ramp, place.subject))
    return made


def _wanted(
    random: Random, label: str, seconds: float, pace: float, place: Place, focal: float, depth: float
) -> tuple[float, float]:
    """Seconds and size of one move: a fast one ends early rather than leave the set."""
    family = label.rsplit("_", 1)[0] if label != "dolly_zoom" else label
    slowest, fastest = SPEEDS[family]
    speed = slowest * (fastest / slowest) ** float(np.clip(pace + random.normal(0, 0.15), 0, 1))
    side, up, ahead = place.reach
    match family:
        case "pan" | "tilt":
            rate, most = speed / focal, TURNS[family]
        case "arc":
            rate, most = speed / focal, min(TURNS[family], side / place.subject)
        case "roll":
            rate, most = np.radians(speed), TURNS[family]
        case "zoom":
            rate, most = np.log1p(speed), LONGEST_ZOOM
        case "dolly":
            rate, most = speed * depth, min(ahead, 0.6 * depth)
        case "dolly_zoom":
            rate, most = speed * place.subject, 0.5 * place.subject
        case _:
            rate, most = speed * depth / focal, side if family == "truck" else up
    if family in ("dolly", "dolly_zoom", "truck", "pedestal"):
        rate = min(rate, FASTEST_TRAVEL)
    seconds = max(min(seconds, most / rate), min(SHORTEST, seconds))
    return float(seconds), float(min(rate * seconds, most))


def course(random: Random, legs: Sequence[Leg], seconds: Array, place: Place, focal: float) -> Course:
    """The way of the moves, laid so that the middle of the shot looks at the set.

    Travel follows the camera's own axes, as it looks at the moment; only what is raised goes straight up.
    """
    turned, lens = np.zeros((len(seconds), 3)), np.full(len(seconds), np.log(focal))
    right, up, ahead = np.zeros((3, len(seconds)))
    for leg in legs:
        done = leg.amount * leg.share(seconds)
        match leg.label.rsplit("_", 1)[0]:
            case "pan":
                turned[:, 0] += done
            case "tilt":
                turned[:, 1] += done
            case "roll":
                turned[:, 2] += done
            case "zoom":
                lens += done
            case "truck":
                right += done
            case "pedestal":
                up += done
            case "arc":
                right += leg.subject * done
                turned[:, 0] -= done
            case _:
                ahead += done
        if leg.label == "dolly_zoom":
            lens += np.log((leg.subject - done) / leg.subject)
    turned[:, :2] += (0, place.pitch) - _middle(turned[:, :2])
    lens += max(0, np.log(FOCALS[0]) - lens.min()) + min(0, np.log(FOCALS[1]) - lens.max())
    axes = np.array([Pose(yaw=yaw, pitch=place.pitch).rotation() for yaw in turned[:, 0].tolist()])
    axes[1:] = (axes[1:] + axes[:-1]) / 2  # a step is made along the way between two frames
    steps = np.diff(np.column_stack([right, ahead]), axis=0, prepend=0)
    positions = np.cumsum(np.einsum("fij,fj->fi", axes[:, :, [0, 2]], steps), 0)
    positions[:, 1] -= up
    positions -= _anchor(legs, seconds, positions)
    positions[:, 1] += min(-place.eye, -LOWEST - positions[:, 1].max())
    if any(leg.label.startswith(("pan", "tilt")) for leg in legs):  # the lens sits before the pivot
        offset = random.uniform(*NODAL)
        positions += offset * (np.stack([Pose(yaw=y, pitch=p).rotation()[:, 2] for y, p in turned[:, :2].tolist()]))
    return Course(turned, np.exp(lens), positions)


def _middle(values: Array) -> Array:
    return np.asarray((values.min(0) + values.max(0)) / 2, np.float64)


def _anchor(legs: Sequence[Leg], seconds: Array, positions: Array) -> Array:
    """Which point of the way comes to lie before the set: where a held subject has its distance, else the middle."""
    for leg in legs:
        if leg.label.startswith("arc"):
            return np.asarray(positions[np.searchsorted(seconds, (leg.start + leg.end) / 2)], np.float64)
        if leg.label == "dolly_zoom":
            return np.asarray(positions[np.searchsorted(seconds, leg.start)], np.float64)
    return _middle(positions)


def shaken(random: Random, course: Course, seconds: Array, steadiness: str) -> Course:
    """The same way by hand, or with the small drift of a good head or a dolly; `locked` leaves it as it is."""
    if steadiness == "locked":
        return course
    if steadiness == "handheld":
        angle, metres = random.uniform(*SWAY), random.uniform(*SHAKE)
        turned = _tremor(random, seconds, angle * np.array([1, 1, 0.6]), HAND_HERTZ)
        return replace(
            course,
            turned=course.turned + turned,
            positions=course.positions + _tremor(random, seconds, np.full(3, metres), HAND_HERTZ),
        )
    drift = _tremor(random, seconds, random.uniform(0, DRIFT) * np.array([1, 1, 0.3]), DRIFT_HERTZ)
    return replace(course, turned=course.turned + drift)


def _tremor(random: Random, seconds: Array, size: Array, hertz: tuple[float, float]) -> Array:
    """Smooth noise: waves of a band, the slow ones larger; deviation `size` on each axis, float64 (frames, 3)."""
    rates = np.exp(random.uniform(np.log(hertz[0]), np.log(hertz[1]), (WAVES, 3)))
    waves = np.sin(2 * np.pi * rates * (seconds[:, None, None] + random.uniform(0, 60, (WAVES, 3)))) / rates
    return np.asarray(size * waves.sum(1) * np.sqrt(2 / (rates**-2.0).sum(0)), np.float64)
