"""What a stretch's clues are worth: the odds that a statement begins or ends at a place, and of each kind.

The odds were learnt from labelled reviews by `training.reading.kinds` (softmax regression) and lie in `kinds.tsv`: a
line for each clue, with its log-odds in tenths. Kinds without a strong cue are never refuted: a wrong choice costs
little.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from .model import Kind

TABLE = "kinds.tsv"
TENTHS = 10.0
ALWAYS = ""
"""The clue that every place and every stretch has."""

KINDS: tuple[Kind, ...] = (
    "opinion", "plot", "reception", "scene", "form", "credit", "role", "award", "date", "event_order", "duration",
    "quantity", "office", "first", "release", "title", "quotation",
)  # fmt: skip
CHECKABLE = np.array([kind not in ("opinion", "plot") for kind in KINDS])
"""Kinds that references, subtitles or the film may bear out: (kinds,)."""

NOTHING = len(KINDS)
"""Column of what is no statement, behind those of the kinds."""

Side = Literal["begin", "end"]


class Odds:
    """The table: log-odds of clues.

    Attributes:
        sides: for beginnings and for ends, the log-odds that a statement begins or ends there, by clue.
        rows: row of `table` by clue.
        table: log-odds (clues, kinds and nothing).
    """

    def __init__(self, sides: Mapping[Side, Mapping[str, float]], kinds: Mapping[str, Sequence[float]]) -> None:
        self.sides = sides
        self.rows = {clue: at for at, clue in enumerate(kinds)}
        self.table = np.array(list(kinds.values()), dtype=np.float64).reshape(-1, NOTHING + 1)

    def shares(self, side: Side, places: Mapping[int, Iterable[str]]) -> dict[int, float]:
        """How likely it is of each place that a statement begins or ends there."""
        known = self.sides[side]
        always = known.get(ALWAYS, 0.0)
        points = {at: always + sum(known.get(clue, 0.0) for clue in clues) for at, clues in places.items()}
        return {at: float(1 / (1 + np.exp(-point))) for at, point in points.items()}

    def kinds(self, stretches: Sequence[Iterable[str]]) -> NDArray[np.float64]:
        """How likely each kind is of each stretch: (stretches, kinds and nothing), each line with sum one."""
        points = np.empty((len(stretches), NOTHING + 1))
        for at, clues in enumerate(stretches):
            told = [self.rows[clue] for clue in {ALWAYS, *clues} if clue in self.rows]
            points[at] = self.table[sorted(told)].sum(axis=0)
        shares = np.exp(points - points.max(axis=1, keepdims=True))
        return np.asarray(shares / shares.sum(axis=1, keepdims=True))


def parse(lines: Iterable[str]) -> Odds:
    """A table from its lines: what it tells of, the clue, and the log-odds in tenths, parted by tabs."""
    sides: dict[Side, dict[str, float]] = {"begin": {}, "end": {}}
    kinds: dict[str, list[float]] = {}
    for line in lines:
        what, clue, *odds = line.rstrip("\n").split("\t")
        worth = [int(tenths) / TENTHS for tenths in odds]
        if what == "kind":
            kinds[clue] = worth
        else:
            sides["begin" if what == "begin" else "end"][clue] = worth[0]
    return Odds(sides, kinds)


@cache
def odds() -> Odds:
    """The table that comes with Cranework."""
    return parse(files("cranework.reading").joinpath(TABLE).read_text(encoding="utf-8").splitlines())
