"""Tables of prizes, in CSV or YAML (under ``awards``): who won what, where and when.

Columns: ``festival`` (or whoever gives the prize), ``year``, ``category``, ``winner`` (several with semicolons
between), and if they are known ``film``, ``kind`` (person or film), ``for_year``, ``complete`` (these are all winners
of the category), ``nominated`` (it was not won), ``note``, ``source``. In YAML the head may say for all rows what is
the same in all, and describe its ``sources`` as a pack does.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from cranework.references.importers import Outcome, Request
from cranework.references.importers.pack import bring_in
from cranework.references.importers.rows_file import cell, listed, members, true
from cranework.references.store import Store

SHARED = ("festival", "year", "category", "source", "complete")
SAID = ("for_year", "note", "film")


def read(store: Store, request: Request) -> Outcome:
    """Imports a table of prizes. Raises NotImportable."""
    head, rows = listed(request.path, "awards", SHARED)
    facts: list[dict[str, Any]] = []
    for number, row in enumerate(rows, 1):
        facts += _facts(request.path, row, number)
    described = {name: head[name] for name in ("id", "sources", "entities", "as_of", "edition") if name in head}
    return bring_in(store, request, "awards", {**described, "facts": facts})


def _facts(path: str, row: Mapping[str, Any], number: int) -> list[dict[str, Any]]:
    """The festival's list, and the same told of each winner."""
    festival, year, category = (cell(path, row, number, name) for name in ("festival", "year", "category"))
    winners = members(cell(path, row, number, "winner") if "winners" not in row else row["winners"])
    said = {"category": category, **{name: row[name] for name in SAID if row.get(name)}}
    cited = {"src": members(row["source"])} if row.get("source") else {}
    event = festival if year in festival else f"{festival} {year}"
    predicate = "nomination" if true(row.get("nominated", "")) else "award"
    facts = []
    if predicate == "award":
        complete = {"complete": True} if true(row.get("complete", "")) else {}
        facts.append({"s": event, "p": "award_winner", "o": winners, "q": {**said, **complete}, **cited})
    told = {**said, "festival": festival, "year": int(year) if year.isdecimal() else year}
    facts += [{"s": winner, "p": predicate, "o": category, "q": told, **cited} for winner in winners]
    return facts
