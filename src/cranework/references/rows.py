"""Rows of the table of facts become facts: ids are the main ones, and what one source says twice is said once."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from cranework.references import identity
from cranework.references.model import Fact


def facts(database: sqlite3.Connection, query: str, values: Sequence[object]) -> list[Fact]:
    """The facts that a query on `fact` gives, which also gives their import's id as `import_id`."""
    rows = database.execute(query, values).fetchall()
    main = identity.main_ids(database, (row[end] for row in rows for end in ("subject", "object") if row[end]))
    found: dict[tuple[object, ...], Fact] = {}
    for row in rows:
        fact = _fact(row, main)
        family = fact.sources[0].partition(":")[0] if not row["sources"] else row["sources"]
        key = (fact.subject, fact.predicate, fact.object, fact.lo, fact.hi, row["qualifiers"], family)
        said = found.get(key)
        found[key] = fact if said is None else replace(said, complete=said.complete or fact.complete)
    return list(found.values())


def _fact(row: sqlite3.Row, main: dict[str, str]) -> Fact:
    qualifiers: dict[str, Any] = json.loads(row["qualifiers"]) if row["qualifiers"] else {}
    return Fact(
        row["id"] or f"{row['import_id']}:{row['place']}",
        main.get(row["subject"], row["subject"]),
        row["predicate"],
        main.get(row["object"], row["object"]),
        row["lo"],
        row["hi"],
        row["unit"],
        qualifiers,
        bool(row["complete"]),
        row["certainty"],
        bool(row["obsolete"]),
        bool(row["fringe"]),
        tuple(row["sources"].split()) or (row["import_id"],),
    )
