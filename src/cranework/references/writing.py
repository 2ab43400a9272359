"""Writes one import into a reference store: begun, filled batch by batch, finished, or taken out again.

What an import brings is not seen before it is finished; then an older edition of the same is gone in the same moment.
One that is cut off is kept as far as it came, and goes on from there when its file is imported again.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from cranework.references import database as door
from cranework.references import names
from cranework.references.finding import exact_key, key_kind
from cranework.references.model import Predicate, Source
from cranework.references.store import Store

INSERT_FACT = (
    "INSERT INTO fact (id, subject, predicate, object, lo, hi, unit, qualifiers, complete, certainty, obsolete, "
    f"fringe, sources, origin, place) VALUES ({', '.join('?' * 15)})"
)
INSERT_CREDIT = (
    "INSERT INTO fact (subject, predicate, object, qualifiers, complete, origin, place) VALUES (?,?,?,?,?,?,?)"
)
INSERT_VALUE = "INSERT INTO fact (subject, predicate, object, lo, hi, unit, origin, place) VALUES (?,?,?,?,?,?,?,?)"
INSERT_ENTITY = "INSERT OR REPLACE INTO entity (id, origin, kind, name, note, revision) VALUES (?,?,?,?,?,?)"
INSERT_NAME = "INSERT INTO name (entity, name, kind, lang, origin) VALUES (?,?,?,?,?)"
OWNED = ("fact", "name", "entity", "predicate", "source", "same")
NOT_SOUGHT = ("genre", "language", "title", "alias", "scene", "subtitle")  # nobody asks what all is called a drama
TITLES = ("original", "translated")  # kinds of names that only titles are
DROPPED = ""  # the id of an import that is being taken out


class Import:
    """One import while it is written. Everything that goes in belongs to it, and can be taken out with it.

    Attributes:
        number: its number in the store.
        rows: how many rows of its file are in the store for good.
        credits, values, entities, names: buffers of rows for the SQL above, for whoever has millions of them.
    """

    def __init__(self, store: Store, number: int, rows: int = 0) -> None:
        self.store, self.number, self.rows = store, number, rows
        self.credits: list[tuple[Any, ...]] = []
        self.values: list[tuple[Any, ...]] = []
        self._facts: list[tuple[Any, ...]] = []
        self.entities: list[tuple[Any, ...]] = []
        self.names: list[tuple[Any, ...]] = []
        self._database = store.database

    @classmethod
    def begin(cls, store: Store, id: str, kind: str, **details: str) -> Import:
        """A new import, or one that was cut off; `details`: file, fingerprint, edition, as_of.

        What is left of other attempts at the same id is taken out. The transaction is open after that.
        """
        with door.telling(store.path):
            remains = "SELECT number, id, fingerprint, rows FROM import WHERE NOT finished AND id IN (?, ?)"
            for row in store.database.execute(remains, [id, DROPPED]).fetchall():
                if row["id"] == id and row["fingerprint"] == details.get("fingerprint", "") != "":
                    store.database.execute("BEGIN IMMEDIATE")
                    return cls(store, row["number"], row["rows"])
                take_out(store, row["number"])
            store.database.execute("BEGIN IMMEDIATE")
            columns = ["id", "kind", *details]
            cursor = store.database.execute(
                f"INSERT INTO import ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})",
                [id, kind, *details.values()],
            )
        return cls(store, cursor.lastrowid or 0)

    def source(self, source: Source) -> None:
        """Describes a source; what was known of one of this id is replaced."""
        values = source.id, source.title, source.kind, source.edition, source.as_of, source.licence, source.copies_of
        self._do(f"INSERT OR REPLACE INTO source VALUES ({', '.join('?' * 8)})", [*values, self.number])

    def predicate(self, predicate: Predicate) -> None:
        """Says how a relation is compared."""
        row = predicate.id, predicate.functional, predicate.closed, predicate.tolerance, predicate.compare, self.number
        self._do(f"INSERT OR REPLACE INTO predicate VALUES ({', '.join('?' * 6)})", row)

    def same(self, id: str, main: str) -> None:
        """Two ids mean the same; `main` is shown."""
        if id != main:
            self._do("INSERT OR REPLACE INTO same VALUES (?, ?, ?)", (id, main, self.number))

    def _do(self, statement: str, values: Iterable[object]) -> None:
        with door.telling(self.store.path):
            self._database.execute(statement, tuple(values))

    def entity(self, id: str, kind: str, name: str, note: str = "", revision: int = 0) -> None:
        """An entity; its name is not yet one of its names."""
        self.entities.append((id, self.number, kind, name, note, revision))

    def name(self, entity: str, name: str, kind: str, lang: str = "") -> None:
        """A name of an entity."""
        self.names.append((entity, name, kind, lang, self.number))

    def fact(
        self,
        subject: str,
        predicate: str,
        object: str | None = None,
        *,
        id: str | None = None,
        interval: tuple[float, float, str] | None = None,
        qualifiers: Mapping[str, Any] | None = None,
        complete: bool = False,
        certainty: str = "sure",
        obsolete: bool = False,
        fringe: bool = False,
        sources: Iterable[str] = (),
        place: int | str | None = None,
    ) -> None:
        """One fact; without sources, the import itself is its source."""
        lo, hi, unit = interval or (None, None, "")
        said = {str(name): value for name, value in qualifiers.items()} if qualifiers else None
        words = json.dumps(said, ensure_ascii=False, default=str) if said else None
        self._facts.append((
            id, subject, predicate, object, lo, hi, unit, words, complete, certainty, obsolete, fringe,
            " ".join(sources), self.number, place,
        ))  # fmt: skip

    def flush(self) -> None:
        """Writes what is in the buffers; `commit` keeps it for good."""
        with door.telling(self.store.path):
            self._flush()

    def _flush(self) -> None:
        buffers = {
            INSERT_CREDIT: self.credits,
            INSERT_VALUE: self.values,
            INSERT_FACT: self._facts,
            INSERT_ENTITY: self.entities,
            INSERT_NAME: self.names,
        }
        for statement, rows in buffers.items():
            if rows:
                self._database.executemany(statement, rows)
                rows.clear()

    def commit(self, rows: int) -> None:
        """All that came in up to this row of the file is kept, whatever happens."""
        with door.telling(self.store.path):
            self.flush()
            self._database.execute("UPDATE import SET rows = ? WHERE number = ?", [rows, self.number])
            self._database.execute("COMMIT")
            self.rows = rows
            self._database.execute("BEGIN IMMEDIATE")

    def finish(self) -> None:
        """From now on what came in is seen, and older editions of the same are gone."""
        with door.telling(self.store.path):
            execute = self._database.execute
            self.flush()
            self._make_findable()
            row = execute("SELECT id FROM import WHERE number = ?", [self.number]).fetchone()
            older = [
                old["number"]
                for old in execute("SELECT number FROM import WHERE id = ? AND number <> ?", [row["id"], self.number])
            ]
            execute(f"UPDATE import SET id = '', finished = 0 WHERE number IN ({', '.join('?' * len(older))})", older)
            execute("UPDATE import SET finished = 1 WHERE number = ?", [self.number])
            execute("COMMIT")
            for number in older:
                take_out(self.store, number)

    def _make_findable(self) -> None:
        """Fills the tables by which names and objects are found, in their own order."""
        execute = self._database.execute
        execute("CREATE TEMP TABLE IF NOT EXISTS new_key (key TEXT, name INTEGER)")
        execute("DELETE FROM new_key")
        self._database.executemany("INSERT INTO new_key VALUES (?, ?)", self._keys())
        execute("INSERT OR IGNORE INTO name_key SELECT key, name FROM new_key ORDER BY key, name")
        execute("DELETE FROM new_key")
        execute(
            "INSERT OR IGNORE INTO fact_object SELECT object, number FROM fact "
            "WHERE origin = ? AND object IS NOT NULL AND lo IS NULL "
            f"AND predicate NOT IN ({', '.join('?' * len(NOT_SOUGHT))}) ORDER BY object, number",
            [self.number, *NOT_SOUGHT],
        )

    def _keys(self) -> Iterator[tuple[str, int]]:
        """(key, number) of every name; one whose entity comes with another import is a title, or may be anything."""
        query = (
            "SELECT number, name.name, name.kind, entity.kind FROM name LEFT JOIN entity "
            "ON entity.id = name.entity AND entity.origin = name.origin WHERE name.origin = ?"
        )
        for number, name, name_kind, entity_kind in self._database.execute(query, [self.number]):
            kind = key_kind(entity_kind or ("film" if name_kind in TITLES else ""))
            yield exact_key(name), number
            for key in names.keys(name, kind):
                yield key, number

    def undo(self) -> None:
        """Takes back what was not committed."""
        if self._database.in_transaction:
            self._database.execute("ROLLBACK")


def take_out(store: Store, number: int) -> None:
    """Removes an import and everything that came with it."""
    with door.telling(store.path):
        execute = store.database.execute
        execute("BEGIN IMMEDIATE")
        execute("UPDATE import SET id = ?, finished = 0 WHERE number = ?", [DROPPED, number])
        execute("COMMIT")  # not seen any more, whatever happens from here on
        execute("BEGIN IMMEDIATE")
        execute("DELETE FROM name_key WHERE name IN (SELECT number FROM name WHERE origin = ?)", [number])
        execute("DELETE FROM fact_object WHERE fact IN (SELECT number FROM fact WHERE origin = ?)", [number])
        for table in OWNED:
            execute(f"DELETE FROM {table} WHERE origin = ?", [number])
        execute("DELETE FROM import WHERE number = ?", [number])
        execute("COMMIT")
