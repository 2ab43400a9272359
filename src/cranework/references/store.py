"""The reference store, read: what sources say, found by name or by subject, predicate and object.

While it is read nothing is written. Facts of an import that was cut off are not seen before it is finished.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Self

from cranework.references import database as door
from cranework.references import finding, identity, rows
from cranework.references.identity import IN_ONE_QUESTION
from cranework.references.model import Candidate, Entity, Fact, Predicate, Source
from cranework.references.predicates import shape_of

RANK = {"primary": 0, "reference": 1, "secondary": 2, "historical": 3, "fringe": 4}


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

    def find(
        self, name: str, kinds: Collection[str] | None = None, within: Iterable[str] | None = None, limit: int = 10
    ) -> list[Candidate]:
        """What a name may mean, best first; of these kinds and among these entities alone, where they are given."""
        name = name.encode("utf-8", "replace").decode()  # a text may hold half a character, SQLite takes none
        with door.telling(self.path):
            return finding.find(self, name, kinds, None if within is None else frozenset(within), limit)

    def entity(self, id: str) -> Entity | None:
        """An entity with all its names, or None."""
        return self.entities([id]).get(id)

    def entities(self, ids: Iterable[str]) -> dict[str, Entity]:
        """Several entities at once, by the ids asked for; those that are not in the store are left out."""
        with door.telling(self.path):
            circles = {id: identity.all_ids(self.database, id) for id in dict.fromkeys(ids)}
        members = list(dict.fromkeys(member for circle in circles.values() for member in circle))
        known_rows, names = self._entity_rows(members), self._names_of(members)
        found = {}
        for id, circle in circles.items():
            if known := [known_rows[member] for member in circle if member in known_rows]:
                called = dict.fromkeys(name for member in circle for name in names.get(member, ()))
                first = known[0]
                found[id] = Entity(circle[0], first["kind"], first["name"], first["note"], tuple(called))
        return found

    def _entity_rows(self, ids: Sequence[str]) -> dict[str, sqlite3.Row]:
        query = (
            "SELECT entity.* FROM entity JOIN import ON number = origin "
            "WHERE finished AND entity.id IN ({}) ORDER BY origin DESC"
        )
        return {row["id"]: row for row in self._in_parts(query, ids)}  # the first import's row is the last of them

    def _names_of(self, ids: Sequence[str]) -> dict[str, list[tuple[str, str]]]:
        query = (
            "SELECT name.entity, name.name, name.kind FROM name JOIN import ON import.number = name.origin "
            "WHERE finished AND name.entity IN ({}) ORDER BY name.number"
        )
        found: dict[str, list[tuple[str, str]]] = {}
        for row in self._in_parts(query, ids):
            found.setdefault(row[0], []).append((row[1], row[2]))
        return found

    def _in_parts(self, query: str, ids: Sequence[str]) -> Iterator[sqlite3.Row]:
        for start in range(0, len(ids), IN_ONE_QUESTION):
            part = ids[start : start + IN_ONE_QUESTION]
            yield from self.rows(query.format(", ".join("?" * len(part))), part)

    def facts(self, subject: str | None = None, predicate: str | None = None, object: str | None = None) -> list[Fact]:
        """The facts that have these parts, in the order in which they came in; what one source says twice is said once.

        Numbers and dates are no objects to ask for: ask for their subjects.
        """
        with door.telling(self.path):
            tables, where, values = ["fact"], ["import.finished"], list[str]()
            for column, id in (("subject", subject), ("object", object)):
                if id is not None:
                    ids = identity.all_ids(self.database, id)
                    table = "fact_object" if column == "object" and subject is None else "fact"
                    where.append(f"{table}.{column} IN ({', '.join('?' * len(ids))})")
                    values += ids
                    if table == "fact_object":
                        tables = ["fact_object CROSS JOIN fact ON fact.number = fact_object.fact"]
            if predicate is not None:
                where.append("fact.predicate = ?")
                values.append(predicate)
            query = (
                f"SELECT fact.*, import.id AS import_id FROM {tables[0]} JOIN import ON import.number = fact.origin "
                f"WHERE {' AND '.join(where)} ORDER BY fact.number"
            )
            return rows.facts(self.database, query, values)

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
            "ON entity.id = name.entity JOIN import ON import.number = name.origin "
            f"WHERE import.finished {where} ORDER BY name.number"
        )
        with door.telling(self.path):
            found = self.database.execute(query, wanted)
            while part := found.fetchmany(IN_ONE_QUESTION):
                main = identity.main_ids(self.database, (row[0] for row in part))
                for row in part:
                    yield main.get(row[0], row[0]), row[1], row[2]


def _source(row: sqlite3.Row) -> Source:
    return Source(*(row[name] for name in ("id", "title", "kind", "edition", "as_of", "licence", "copies_of")))
