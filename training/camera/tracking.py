"""A tracker of points that needs no pictures: it follows surfaces as they are seen, with the faults of a real one."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cranework.motion.windows import SLOTS, UNITS
from training.camera.scenes import Array, Random, between
from training.camera.views import GRID, NOTHING, Numbers, Views, grid

LOOKED_AT = 320
"""Pixels of the width of the picture that a tracker looks at."""
NOISE = (0.03, 0.35)
"""Deviation of a point, pixels of such a picture."""
STRAYS = (0.01, 0.1)
FULL, FEWEST = 0.8, 40
"""Share of the takes in which every slot finds its point, and the least that the others fill."""
DRIFTERS, DRIFT = 0.1, 0.3
"""Share of points that creep, and how far in a sample against their noise."""
WEAVERS, WEAVE = 0.15, (0.0003, 0.003)
"""Share of the takes whose picture is not steady in its gate; deviation of that, frame widths."""
SUBTITLED = 0.08
MARGIN = 0.008
"""Frame widths at the border where nothing is followed."""
LOST = (0.004, 0.09)
"""Share of the points that are lost from one sample to the next, whatever happens."""
ENDURED = (0.25, 0.7)
"""Frame widths a sample at which two of three points are lost."""
EDGE, EDGES = 0.012, 0.35
"""Frame widths from a spot to what may be another thing; share of the points found that are looked at for that."""
FOUND = 0.25
"""How rich a spot must be for a corner to be found."""
FOLLOWS, STICKS, SLIDES, STANDS = range(4)
"""What becomes of a point: as it should; held by what has passed before it; slides; stands on the glass."""


@dataclass
class Slots:
    """The points at hand; arrays over the slots.

    `thing`, `place` is where a point lies; with the share `mixed` it goes with `other`, `other_place` instead.
    `fault` (x, y in widths) has gathered up, and grows by `slide` a sample.
    """

    age: Numbers
    thing: Numbers
    place: Array
    other: Numbers
    other_place: Array
    mixed: Array
    fate: Numbers
    noise: Array
    creep: Array
    fault: Array
    slide: Array
    spot: Array

    @classmethod
    def empty(cls) -> Slots:
        """No points."""

        def numbers() -> Numbers:
            return np.zeros(SLOTS, np.int64)

        def reals(*shape: int) -> Array:
            return np.zeros((SLOTS, *shape))

        return cls(
            age=numbers(), thing=numbers(), place=reals(2), other=numbers(), other_place=reals(2), mixed=reals(),
            fate=numbers(), noise=reals(), creep=reals(), fault=reals(2), slide=reals(2), spot=reals(2),
        )  # fmt: skip


@dataclass(frozen=True)
class Eye:
    """How good a tracker, a print and a picture are in one take."""

    limit: int
    noise: float
    strays: float
    weave: float
    lost: float
    endured: float
    richness: float
    subtitle: Array | None

    @classmethod
    def drawn(cls, random: Random, aspect: float) -> Eye:
        """By chance."""
        subtitle = None
        if random.random() < SUBTITLED:
            wide, low = random.uniform(0.1, 0.35), random.uniform(0.3, 0.42) * aspect
            subtitle = np.array([-wide, low, wide, low + 0.05])
        return cls(
            limit=SLOTS if random.random() < FULL else int(random.integers(FEWEST, SLOTS + 1)),
            noise=between(random, *NOISE) / LOOKED_AT,
            strays=random.uniform(*STRAYS),
            weave=between(random, *WEAVE) if random.random() < WEAVERS else 0.0,
            lost=random.uniform(*LOST),
            endured=random.uniform(*ENDURED),
            richness=between(random, 0.5, 1.5),
            subtitle=subtitle,
        )


def tracked(random: Random, seen: Views, aspect: float) -> tuple[NDArray[np.int16], list[str]]:
    """The points of every sample, int16 (samples, 96, 3), and words for what troubled them."""
    eye, slots = Eye.drawn(random, aspect), Slots.empty()
    points = np.zeros((len(seen.frames), SLOTS, 3), np.int16)
    for sample in range(len(seen.frames)):
        if sample:
            _follow(random, eye, slots, seen, sample, aspect)
        _fill(random, eye, slots, seen, sample, aspect)
        speed = np.abs(slots.slide).max(1)
        there = slots.age > 0
        shown = slots.spot + slots.fault + random.normal(0, 1, (SLOTS, 2)) * (slots.noise * (1 + 4 * speed))[:, None]
        shown += eye.weave * random.normal(0, 1, 2)
        points[sample, there, :2] = np.round(np.clip(shown[there], -1, 1) * UNITS)
        points[sample, there, 2] = slots.age[there]
    words = [word for word, one in (("weave", eye.weave), ("subtitle", eye.subtitle is not None)) if one]
    return points, words


def _follow(random: Random, eye: Eye, slots: Slots, seen: Views, sample: int, aspect: float) -> None:
    """From the last sample to this one."""
    before = slots.spot
    now, depth = seen.spots(sample, slots.thing, slots.place)
    beside, behind = seen.spots(sample, slots.other, slots.other_place)
    now += slots.mixed[:, None] * (beside - now)
    glass = slots.fate == STANDS
    now[glass] = before[glass]
    step = np.hypot(*(now - before).T)
    alive = (slots.age > 0) & ((glass) | ((depth > 0) & ((behind > 0) | (slots.mixed == 0)))) & (slots.fate != STICKS)
    alive &= random.random(SLOTS) < (1 - eye.lost) * np.exp(-((step / eye.endured) ** 2))
    slots.slide[slots.fate != SLIDES] *= 0  # a jump is made once
    slots.fault += slots.slide + random.normal(0, 1, (SLOTS, 2)) * slots.creep[:, None]
    inside = np.abs(now + slots.fault) < np.array([0.5, aspect / 2]) - MARGIN
    alive &= inside.all(1)
    jumps = alive & (random.random(SLOTS) < eye.strays / 4)
    slots.fault[jumps] += random.normal(0, 0.02, (int(jumps.sum()), 2))
    rows = np.flatnonzero(alive & ~glass & (slots.mixed == 0))
    thing, place, nearer = seen.hit(sample, now[rows])
    hidden = (thing != slots.thing[rows]) & (thing != NOTHING) & (nearer < 0.98 * depth[rows])
    rows, thing, place = rows[hidden], thing[hidden], place[hidden]
    held = random.random(len(rows)) < 0.4
    alive[rows[~held]] = False
    slots.fate[rows[held]], slots.thing[rows[held]], slots.place[rows[held]] = STICKS, thing[held], place[held]
    slots.spot = now
    slots.age = np.where(alive, slots.age + 1, 0)


def _fill(random: Random, eye: Eye, slots: Slots, seen: Views, sample: int, aspect: float) -> None:
    """Find new points in the cells that hold the fewest, the richest first."""
    free = np.flatnonzero(slots.age == 0)
    room = eye.limit - (SLOTS - len(free))
    if room <= 0:
        return
    cell = np.array([1 / GRID[0], aspect / GRID[1]])
    spots = grid(aspect) + random.uniform(-0.5, 0.5, (GRID[0] * GRID[1], 2)) * cell
    spots = np.clip(spots, [-0.5 + MARGIN, -aspect / 2 + MARGIN], [0.5 - MARGIN, aspect / 2 - MARGIN])
    thing, place, _ = seen.hit(sample, spots)
    rich = np.where(thing >= 0, seen.richness[thing], 0) * eye.richness * random.lognormal(0, 0.5, len(spots))
    printed = np.zeros(len(spots), np.bool_)
    if eye.subtitle is not None:
        printed = ((spots > eye.subtitle[:2]) & (spots < eye.subtitle[2:])).all(1)
        rich[printed] += random.random(int(printed.sum())) < 0.6
    at = slots.spot[slots.age > 0] + slots.fault[slots.age > 0]
    column = np.clip((at[:, 0] + 0.5) // cell[0], 0, GRID[0] - 1).astype(np.int64)
    row = np.clip((at[:, 1] + aspect / 2) // cell[1], 0, GRID[1] - 1).astype(np.int64)
    held = np.bincount(row * GRID[0] + column, minlength=len(spots))
    good = np.flatnonzero((rich > FOUND) & (held < 2))
    chosen = good[np.lexsort((-rich[good], held[good]))][:room]
    into = free[: len(chosen)]
    count = len(into)
    slots.spot[into], slots.age[into], slots.fault[into], slots.mixed[into] = spots[chosen], 1, 0, 0
    slots.thing[into], slots.place[into] = thing[chosen], place[chosen]
    slots.noise[into] = eye.noise * random.lognormal(0, 0.4, count)
    slots.creep[into] = np.where(random.random(count) < DRIFTERS, DRIFT * slots.noise[into], 0)
    stray = random.random(count) < eye.strays
    stuck = printed[chosen] | (stray & (random.random(count) < 0.2))
    slots.fate[into] = np.where(stuck, STANDS, np.where(stray, SLIDES, FOLLOWS))
    slides = random.normal(0, 1, (count, 2)) * random.choice([0.004, 0.02], (count, 1))
    slots.slide[into] = np.where((stray & ~stuck)[:, None], slides, 0)
    _edges(random, slots, seen, sample, into[~stuck])


def _edges(random: Random, slots: Slots, seen: Views, sample: int, rows: Numbers) -> None:
    """Some of the new points lie on an edge between two things, and go with both."""
    rows = rows[random.random(len(rows)) < EDGES]
    angle = random.uniform(0, 2 * np.pi, len(rows))
    beside = slots.spot[rows] + EDGE * np.column_stack([np.cos(angle), np.sin(angle)])
    thing, _, _ = seen.hit(sample, beside)
    other = (thing != slots.thing[rows]) & (thing != NOTHING)
    rows, thing = rows[other], thing[other]
    back = seen.back[sample, thing] @ np.column_stack([slots.spot[rows], np.ones(len(rows))])[..., None]
    slots.other[rows], slots.mixed[rows] = thing, random.uniform(0.15, 0.85, len(rows))
    slots.other_place[rows] = back[:, :2, 0] / back[:, 2:, 0]
