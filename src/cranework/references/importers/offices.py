"""Tables of offices, in CSV or YAML (under ``offices``): who held what, from when to when.

Columns: ``office``, ``holder``, ``from``, ``to`` (a year, a month or a day; empty where it is not known or still
holds), and if they are known ``aliases`` of the office (with semicolons between), ``acting``, ``note``, ``source``.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from cranework.errors import NotImportable
from cranework.references.importers import Outcome, Request
from cranework.references.importers.pack import bring_in
from cranework.references.importers.rows_file import cell, listed, members, true
from cranework.references.intervals import days
from cranework.references.store import Store

SHARED = ("office", "aliases", "source")


def read(store: Store, request: Request) -> Outcome:
    """Imports a table of offices. Raises NotImportable."""
    head, rows = listed(request.path, "offices", SHARED)
    facts = [_fact(request.path, row, number) for number, row in enumerate(rows, 1)]
    described = {name: head[name] for name in ("id", "sources", "entities", "as_of", "edition") if name in head}
    offices = {fact["s"]: "office" for fact in facts}
    return bring_in(store, request, "offices", {**described, "facts": facts, "kinds": offices})


def _fact(path: str, row: Mapping[str, Any], number: int) -> dict[str, Any]:
    office, holder = (cell(path, row, number, name) for name in ("office", "holder"))
    said: dict[str, Any] = {}
    for end in ("from", "to"):
        if row.get(end) not in (None, ""):
            said[end] = str(row[end])
            if days(said[end]) is None:
                problem = f"row {number}: {said[end]!r} is no year, month or day"
                raise NotImportable(path, problem, "write it like 1958-03-27")
    if true(row.get("acting", "")):
        said["acting"] = True
    if row.get("note"):
        said["note"] = str(row["note"])
    if aliases := members(row.get("aliases")):
        said["aliases"] = aliases
    cited = {"src": members(row["source"])} if row.get("source") else {}
    return {"s": office, "p": "office", "o": holder, "q": said, **cited}
