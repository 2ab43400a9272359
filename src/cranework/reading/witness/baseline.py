"""The baseline: how films lie in each statistic, so that "very" and "many" mean very much for a film."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np

FEWEST_FILMS = 20
"""Films that a cell must hold before percentiles are read from it; else the wider cell is asked."""

PERCENTILES = (0, 1, 5, 10, 20, 25, 33, 50, 65, 67, 75, 80, 90, 95, 99, 100)
TABLE = "baseline.json"


@dataclass(frozen=True)
class Cell:
    """The films of one decade and country, or of all where these are None.

    Attributes:
        films: how many were measured.
        made_of: in words, what kind of films they are.
        statistics: for each statistic the values at ``PERCENTILES``.
    """

    films: int
    made_of: str
    statistics: Mapping[str, tuple[float, ...]]
    decade: int | None = None
    country: str | None = None

    def at(self, statistic: str, percentile: float) -> float | None:
        """The value below which so many of 100 films lie; None where the statistic has no row."""
        values = self.statistics.get(statistic)
        return None if values is None else float(np.interp(percentile, PERCENTILES, values))

    def rank(self, statistic: str, value: float) -> float | None:
        """The percentile at which a value lies, in the middle where many films share it."""
        values = self.statistics.get(statistic)
        if values is None:
            return None
        below, upto = (float(np.interp(value + e, values, PERCENTILES)) for e in (-1e-9, 1e-9))
        return (below + upto) / 2


@dataclass(frozen=True)
class Baseline:
    """All cells of a table."""

    cells: Sequence[Cell]

    def cell(self, year: int | None = None, country: str | None = None) -> Cell | None:
        """The narrowest cell for a film that holds enough films; None where none does."""
        decade = None if year is None else year // 10 * 10
        keys = ((decade, country), (decade, None), (None, country), (None, None))
        for key in keys:
            for cell in self.cells:
                if (cell.decade, cell.country) == key and cell.films >= FEWEST_FILMS:
                    return cell
        return None


def percentiles_of(values: Sequence[float]) -> list[float]:
    """The row of the table for these values, one a film."""
    return [round(float(v), 4) for v in np.percentile(np.array(values), PERCENTILES)]


def from_table(table: Mapping[str, Any]) -> Baseline:
    """A table as ``json`` reads it: ``cells`` with decade, country, films, made_of, statistics."""
    return Baseline(
        tuple(
            Cell(c["films"], c["made_of"], {k: tuple(v) for k, v in c["statistics"].items()}, c["decade"], c["country"])
            for c in table["cells"]
        )
    )


@cache
def shipped() -> Baseline:
    """The table that comes with the package."""
    text = files("cranework.reading.witness").joinpath(TABLE).read_text(encoding="utf-8")
    return from_table(json.loads(text))
