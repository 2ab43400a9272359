"""The reference store, read: what sources say, found by name or by subject, predicate and object.

While it is read nothing is written. Facts of an import that was cut off are not seen before it is finished.
"""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any, Self

from cranework.references import database as door
from cranework.references import finding
from cranework.references.model import Candidate, Entity, Fact, Predicate, Source
from cranework.references.predicates import shape_of

RANK = {"primary": 0, "reference": 1, "secondary": 2, "historical": 3, "fringe": 4}
IN_ONE_QUESTION = 500  # ids in one SQL statement; SQLite takes more, its parser grows slow


class Store:
    """Reference data in one SQLite file, or in memory. A context manager; raises NotReferences, ReferencesInUse."""

    path: str

    def __init__(self, path: str, database: sqlite3.Connection) -> None:
        self.path, self.database = path, database

    @classmethod
    def open(cls, path: str | os.PathLike[str], write: bool = False) -> Store:
        """Opens a store; one that is to be written is made where there is none."""
        name = os.fspath(path)
        with door.telling(name):
            return cls(name, door.open_file(name, "rwc" if write else "ro"))

    @classmethod
    def in_memory(cls) -> Store:
        """An empty store that is gone when it is closed."""
        return cls(":memory:", door.open_memory())

    def close(self) -> None:
        """Nothing can be asked after that."""
        self.database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def rows(self, query: str, values: Sequence[object] = ()) -> list[sqlite3.Row]:
        """What SQL gives. Raises NotReferences, ReferencesInUse."""
        with door.telling(self.path):
            return self.database.execute(query, values).fetchall()

    @property
    def unfinished(self) -> frozenset[int]:
        """The imports that were begun and not finished."""
        return frozenset(row[0] for row in self.rows("SELECT number FROM import WHERE NOT finished"))

    def find(
        self, name: str, kinds: Collection[str] | None = None, within: Iterable[str] | None = None, limit: int = 10
    ) -> list[Candidate]:
        """What a name may mean, best first; of these kinds and among these entities alone, where they are given."""
        return finding.find(self, name, kinds, None if within is None else frozenset(within), limit)

    def entity(self, id: str) -> Entity | None:
        """An entity with all its names, or None."""
        return self.entities([id]).get(id)

    def entities(self, ids: Iterable[str]) -> dict[str, Entity]:
        """Several entities at once, by id; those that are not in the store are left out."""
        asked, found, unfinished = list(dict.fromkeys(ids)), {}, self.unfinished
        for start in range(0, len(asked), IN_ONE_QUESTION):
            part = asked[start : start + IN_ONE_QUESTION]
            marks = ", ".join("?" * len(part))
            names: dict[str, dict[tuple[str, str], None]] = {}
            for row in self.rows(f"SELECT * FROM name WHERE entity IN ({marks}) ORDER BY number", part):
                if row["origin"] not in unfinished:
                    names.setdefault(row["entity"], {})[row["name"], row["kind"]] = None
            for row in self.rows(f"SELECT * FROM entity WHERE id IN ({marks}) ORDER BY id, origin", part):
                if row["origin"] not in unfinished and row["id"] not in found:
                    called = tuple(names.get(row["id"], ()))
                    found[row["id"]] = Entity(row["id"], row["kind"], row["name"], row["note"], called)
        return found

    def facts(self, subject: str | None = None, predicate: str | None = None, object: str | None = None) -> list[Fact]:
        """The facts that have these parts, in the order in which they came in."""
        parts = {"subject": subject, "predicate": predicate, "object": object}
        asked = {name: value for name, value in parts.items() if value is not None}
        where = " AND ".join(f"fact.{name} = ?" for name in asked) or "1"
        query = (
            "SELECT fact.*, import.id AS import_id FROM fact JOIN import ON import.number = fact.origin "
            f"WHERE {where} AND import.finished ORDER BY fact.number"
        )
        return [_fact(row) for row in self.rows(query, list(asked.values()))]

    def predicate(self, id: str) -> Predicate:
        """How statements of a relation are compared; plain words where nobody has said."""
        for row in self.rows("SELECT * FROM predicate WHERE id = ?", [id]):
            return Predicate(id, bool(row["functional"]), bool(row["closed"]), row["tolerance"], row["compare"])
        return shape_of(id).predicate

    def source(self, id: str) -> Source:
        """A source. One that nobody described is a secondary one of that name."""
        for row in self.rows("SELECT * FROM source WHERE id = ?", [id]):
            return _source(row)
        return Source(id, id, "secondary")

    def sources(self) -> list[Source]:
        """All sources, the best kind first."""
        found = [_source(row) for row in self.rows("SELECT * FROM source")]
        return sorted(found, key=lambda source: (RANK[source.kind], source.id))

    def names(self, kinds: Collection[str] | None = None) -> Iterator[tuple[str, str, str]]:
        """(entity, name, kind of entity) of every name of entities of these kinds."""
        wanted = sorted(kinds) if kinds is not None else []
        where = f"AND entity.kind IN ({', '.join('?' * len(wanted))})" if kinds is not None else ""
        query = (
            "SELECT DISTINCT name.entity, name.name, entity.kind FROM name JOIN entity "
            "ON entity.id = name.entity AND entity.origin = name.origin JOIN import ON import.number = name.origin "
            f"WHERE import.finished {where} ORDER BY name.number"
        )
        with door.telling(self.path):
            for row in self.database.execute(query, wanted):
                yield row[0], row[1], row[2]


def _fact(row: sqlite3.Row) -> Fact:
    qualifiers: dict[str, Any] = json.loads(row["qualifiers"]) if row["qualifiers"] else {}
    return Fact(
        row["id"] or f"{row['import_id']}:{row['place']}",
        row["subject"],
        row["predicate"],
        row["object"],
        row["lo"],
        row["hi"],
        row["unit"],
        qualifiers,
        bool(row["complete"]),
        row["certainty"],
        bool(row["obsolete"]),
        bool(row["fringe"]),
        tuple(row["sources"].split()),
    )


def _source(row: sqlite3.Row) -> Source:
    return Source(*(row[name] for name in ("id", "title", "kind", "edition", "as_of", "licence", "copies_of")))
