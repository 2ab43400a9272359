"""Makes the baseline of statements about form from studies.

    python -m training.reading.baseline STUDIES... [-o FILE] [--made-of WORDS]

STUDIES are studies and folders of them (`cranework analyze FILM... -o FOLDER` makes them). The table says of how many
films it is made and of what kind; until a corpus of whole films fills it, those are the clips at hand.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import cranework
from cranework.reading.witness.baseline import PERCENTILES, TABLE, percentiles_of
from cranework.reading.witness.measured import MeasuredFilm
from cranework.study.store import Study

MADE_OF = "short clips of edited video, not whole films"
SHIPPED = Path(cranework.__file__).parent / "reading" / "witness" / TABLE


def studies(paths: Iterable[Path]) -> Iterator[Path]:
    """The studies themselves, those in folders in the order of their names."""
    for path in paths:
        yield from sorted(path.glob("*.cranework")) if path.is_dir() else (path,)


def table_of(paths: Iterable[Path], made_of: str) -> dict[str, Any]:
    """The table: one cell of all films."""
    values: dict[str, list[float]] = defaultdict(list)
    lengths: list[float] = []
    films = 0
    for path in studies(paths):
        with Study.open(path) as study:
            film = MeasuredFilm.of(study)
        films += 1
        lengths += [shot.seconds for shot in film.shots]
        for name, value in film.statistics.items():
            values[name].append(value)
    rows = {name: percentiles_of(values[name]) for name in sorted(values)}
    if lengths:
        rows["shot_length_s"] = percentiles_of(lengths)
    cell = {"decade": None, "country": None, "films": films, "made_of": made_of, "statistics": rows}
    return {"percentiles": list(PERCENTILES), "cells": [cell]}


def main() -> None:
    """Reads the studies and writes the table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("studies", nargs="+", type=Path, metavar="STUDIES")
    parser.add_argument("-o", "--output", type=Path, default=SHIPPED, metavar="FILE")
    parser.add_argument("--made-of", default=MADE_OF, metavar="WORDS")
    given = parser.parse_args()
    table = table_of(given.studies, given.made_of)
    given.output.write_text(json.dumps(table, indent=1) + "\n", encoding="utf-8")
    print(f"{given.output}: {table['cells'][0]['films']} films")


if __name__ == "__main__":
    main()
