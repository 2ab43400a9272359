"""Rows of the table of facts become facts: ids are the main ones, and what one source says twice is said once."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from cranework.references import identity
from cranework.references.labels import LABELS
from cranework.references.model import Fact
from cranework.references.predicates import WHOLE, shape_of

_ITEM = re.compile(r"Q\d+")  # of Wikidata


def facts(database: sqlite3.Connection, query: str, values: Sequence[object]) -> list[Fact]:
    """The facts that a query on `fact` gives, which also gives their import's id as `import_id`."""
    rows = database.execute(query, values).fetchall()
    main = identity.main_ids(database, (row[end] for row in rows for end in ("subject", "object") if row[end]))
    found: dict[tuple[object, ...], Fact] = {}
    for row in _understood(database, rows, main):
        fact = _fact(row, main)
        key = (fact.subject, fact.predicate, fact.object, fact.lo, fact.hi, row["qualifiers"], _family(row))
        said = found.get(key)
        found[key] = fact if said is None else replace(said, complete=said.complete or fact.complete)
    return list(found.values())


def _family(row: sqlite3.Row) -> str:
    """Who speaks: the files of one data base are one voice."""
    return str(row["sources"] or row["import_id"].partition(":")[0])


def _understood(database: sqlite3.Connection, rows: list[sqlite3.Row], main: dict[str, str]) -> Iterable[sqlite3.Row]:
    """The rows whose objects somebody can name; labels of plain words are added to `main`.

    Of a list that refutes what is not in it nothing is left if one member has no name.
    """
    items = {row["object"] for row in rows if row["object"] and _ITEM.fullmatch(row["object"])}
    if not items:
        return rows
    labels = {**LABELS, **_names(database, items)}
    words = {row["object"] for row in rows if row["object"] in items and not shape_of(row["predicate"]).object}
    main.update({item: labels[item] for item in words if item in labels})
    unknown = [row for row in rows if row["object"] in items and row["object"] not in labels.keys() | main.keys()]
    spoiled = {_list_of(row) for row in unknown if _refutes(row["predicate"])}
    return [row for row in rows if row not in unknown and _list_of(row) not in spoiled]


def _refutes(predicate: str) -> bool:
    return predicate in WHOLE or shape_of(predicate).predicate.functional


def _list_of(row: sqlite3.Row) -> tuple[str, str, str]:
    return row["subject"], row["predicate"], _family(row)


def _names(database: sqlite3.Connection, ids: Iterable[str]) -> dict[str, str]:
    asked, found = sorted(ids), dict[str, str]()
    for start in range(0, len(asked), identity.IN_ONE_QUESTION):
        part = asked[start : start + identity.IN_ONE_QUESTION]
        query = f"SELECT id, name FROM entity WHERE id IN ({', '.join('?' * len(part))})"
        found.update({row[0]: row[1] for row in database.execute(query, part)})
    return found


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
