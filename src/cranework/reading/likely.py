"""Which stretches of a sentence are likely statements, and of what kind: all that may be one are weighed together.

Where a statement may begin and end is weighed first; every pair of likely places is a stretch, and for each stretch
every kind is weighed, and that it is none. Stretches of nearly the same words speak for one statement: their shares
are added, and the best of them is taken.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .clues import Clues
from .kinds import CHECKABLE, KINDS, NOTHING, Odds, odds
from .model import Kind

LEAST, LEAST_BOTH = 0.04, 0.01
"""Share from which a place is taken for a beginning or an end, and both together for a stretch."""

MOST_PLACES, LONGEST = 14, 60
"""Likely places kept in a sentence, tokens of a stretch."""

SAME = 0.5
"""Shared characters, over those of both, from which two stretches are one statement in other words."""

ENOUGH, NESTED, CROSSED = 0.35, 0.2, 0.3
"""Share from which a stretch is a statement; what it must have more, inside another one or crossing it."""

PLAUSIBLE = 0.3
"""What a stretch must have by itself, as part of what the best of its neighbors has: no odd bounds between two."""

OWN = 0.3
"""How much a stretch's own share counts beside those of its neighbors, for its exact bounds."""


@dataclass(frozen=True, slots=True)
class Likely:
    """A stretch of tokens [begin, stop) that is likely a statement.

    Attributes:
        share: how likely, from 0 to about 1.
        lead: share of its kind among all kinds.
    """

    begin: int
    stop: int
    kind: Kind
    runner_up: Kind
    share: float
    lead: float


def likely(clues: Clues) -> list[Likely]:
    """The likely statements of a sentence beside the strong ones, surest first."""
    found = stretches(clues, odds())
    if not found:
        return []
    rows = [row(clues, *one) for one in found]
    return chosen(clues, [(begin, stop) for begin, stop, _, _ in found], odds().kinds(rows))


def stretches(clues: Clues, table: Odds) -> list[tuple[int, int, float, float]]:
    """Pairs of likely places: begin, stop, and the shares of both."""
    return pairs(table.shares("begin", clues.begins()), table.shares("end", clues.ends()))


def pairs(begins: dict[int, float], ends: dict[int, float]) -> list[tuple[int, int, float, float]]:
    """Every likely beginning with every likely end behind it."""
    firsts, lasts = (
        sorted((share, at) for at, share in places.items() if share >= LEAST)[-MOST_PLACES:]
        for places in (begins, ends)
    )
    return [
        (begin, stop, opened, closed)
        for opened, begin in firsts
        for closed, stop in lasts
        if begin < stop <= begin + LONGEST and opened * closed >= LEAST_BOTH
    ]


def row(clues: Clues, begin: int, stop: int, opened: float, closed: float) -> list[str]:
    """All that speaks for and against a stretch."""
    return [*clues.within(begin, stop), f"opened {_step(opened)}", f"closed {_step(closed)}", *clues.edges(begin, stop)]


def _step(share: float) -> int:
    """A share as a whole number of log-odds."""
    return int(max(-6.0, np.log(share / (1 - share + 1e-6))))


def chosen(clues: Clues, places: Sequence[tuple[int, int]], shares: NDArray[np.float64]) -> list[Likely]:
    """The best stretch again and again, each time without those that are the same statement in other words.

    Args:
        clues: of the sentence, with its strong statements.
        places: stretches of tokens.
        shares: (stretches, kinds and nothing).
    """
    spans = np.array([_span(clues, begin, stop) for begin, stop in places])
    strong = [_span(clues, begin, stop) for begin, stop, _ in clues.strong if begin < stop]
    alike = _alike(spans, spans)
    near = alike >= SAME
    live = ~(_alike(spans, np.array(strong)) >= SAME).any(axis=1) if strong else np.ones(len(spans), bool)
    more = np.zeros(len(spans))
    for start, end in strong:
        more = np.maximum(more, _handicap(spans, start, end))
    free = live.copy()
    own = 1 - shares[:, NOTHING]
    found: list[Likely] = []
    while True:
        mass = near @ (own * live)
        plain = own >= PLAUSIBLE * (near * (own * live)).max(axis=1)
        points = np.where(free & plain, mass - more, -1.0)
        best = int((points + OWN * own * (points >= ENOUGH)).argmax())
        if points[best] < ENOUGH:
            return found
        voices = (near[best] * live * alike[best]) @ shares[:, :NOTHING]
        first, second = _two_kinds(voices)
        lead = float(voices[first] / voices.sum())
        found.append(Likely(*places[best], KINDS[first], KINDS[second], float(mass[best]), lead))
        more = np.maximum(more, _handicap(spans, int(spans[best, 0]), int(spans[best, 1])))
        live &= ~near[best]
        free &= ~near[best]


def _two_kinds(voices: NDArray[np.float64]) -> tuple[int, int]:
    """The best kind and the next one; first it is settled whether it is one that can be checked.

    Many kinds can be checked: each alone seldom outweighs opinion, which is one.
    """
    checkable = float(voices[CHECKABLE].sum()) >= voices.sum() / 2
    first = int(np.where(checkable == CHECKABLE, voices, -1.0).argmax())
    others = voices.copy()
    others[first] = -1.0
    return first, int(others.argmax())


def _span(clues: Clues, begin: int, stop: int) -> tuple[int, int]:
    return clues.tokens[begin].start, clues.tokens[stop - 1].end


def _alike(ones: NDArray[np.int64], others: NDArray[np.int64]) -> NDArray[np.float64]:
    """Characters that two spans share, over those of both."""
    shared = np.minimum(ones[:, None, 1], others[:, 1]) - np.maximum(ones[:, None, 0], others[:, 0])
    both = np.maximum(ones[:, None, 1], others[:, 1]) - np.minimum(ones[:, None, 0], others[:, 0])
    return np.asarray(np.maximum(shared, 0) / both, dtype=np.float64)


def _handicap(spans: NDArray[np.int64], start: int, end: int) -> NDArray[np.float64]:
    """What each stretch must have more because it lies in another one, holds it or crosses it."""
    touching = np.minimum(spans[:, 1], end) > np.maximum(spans[:, 0], start)
    inside = (start <= spans[:, 0]) & (spans[:, 1] <= end) | (spans[:, 0] <= start) & (end <= spans[:, 1])
    return np.where(touching, np.where(inside, NESTED, CROSSED), 0.0)
