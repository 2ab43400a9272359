"""Writes one import into a reference store: begun, filled batch by batch, finished, or taken out again."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from cranework.references import database as door
from cranework.references import names
from cranework.references.model import Predicate, Source
from cranework.references.store import Store

FACT_COLUMNS = (
    "id, subject, predicate, object, lo, hi, unit, qualifiers, complete, certainty, obsolete, fringe, sources, origin, "
    "place"
)
INSERT_FACT = f"INSERT INTO fact ({FACT_COLUMNS}) VALUES ({', '.join('?' * 15)})"
OWNED = ("fact", "name", "entity", "predicate", "source")


class Import:
    """One import while it is written. Everything that goes in belongs to it, and can be taken out with it.

    Attributes:
        number: its number in the store.
        rows: how many rows of its file have been committed.
    """

    def __init__(self, store: Store, number: int, rows: int = 0) -> None:
        self.store, self.number, self.rows = store, number, rows
        self._database = store.database

    @classmethod
    def begin(cls, store: Store, id: str, kind: str, **details: str) -> Import:
        """A new import; `details`: file, fingerprint, edition, as_of. The transaction is open after that."""
        with door.telling(store.path):
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

    def entity(self, id: str, kind: str, name: str, note: str = "", revision: int = 0) -> None:
        """An entity; its name is not yet one of its names."""
        self._do(
            "INSERT OR REPLACE INTO entity VALUES (?, ?, ?, ?, ?, ?)", [id, self.number, kind, name, note, revision]
        )

    def name(self, entity: str, name: str, kind: str, lang: str = "") -> None:
        """A name of an entity, and the keys by which it is found."""
        with door.telling(self.store.path):
            cursor = self._database.execute(
                "INSERT INTO name (entity, name, kind, lang, origin) VALUES (?, ?, ?, ?, ?)",
                (entity, name, kind, lang, self.number),
            )
            rows = [(key, cursor.lastrowid) for key in set(names.keys(name))]
            self._database.executemany("INSERT OR IGNORE INTO name_key VALUES (?, ?)", rows)

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
        """One fact."""
        lo, hi, unit = interval or (None, None, "")
        words = json.dumps(dict(qualifiers), ensure_ascii=False, default=str) if qualifiers else None
        row = (
            id, subject, predicate, object, lo, hi, unit, words, complete, certainty, obsolete, fringe,
            " ".join(sources), self.number, place,
        )  # fmt: skip
        self._do(INSERT_FACT, row)

    def _do(self, statement: str, values: Iterable[object]) -> None:
        with door.telling(self.store.path):
            self._database.execute(statement, tuple(values))

    def finish(self) -> None:
        """From now on what came in is seen, and an older edition of the same is gone."""
        with door.telling(self.store.path):
            row = self._database.execute("SELECT id FROM import WHERE number = ?", [self.number]).fetchone()
            older = "SELECT number FROM import WHERE id = ? AND number <> ?"
            for (number,) in self._database.execute(older, [row["id"], self.number]).fetchall():
                take_out(self.store, number)
            self._database.execute(
                "UPDATE import SET finished = 1, rows = ? WHERE number = ?", [self.rows, self.number]
            )
            self._database.execute("COMMIT")

    def undo(self) -> None:
        """Takes back what was not committed."""
        if self._database.in_transaction:
            self._database.execute("ROLLBACK")


def take_out(store: Store, number: int) -> None:
    """Removes an import and everything that came with it."""
    execute = store.database.execute
    execute("DELETE FROM name_key WHERE name IN (SELECT number FROM name WHERE origin = ?)", [number])
    for table in OWNED:
        execute(f"DELETE FROM {table} WHERE origin = ?", [number])
    execute("DELETE FROM import WHERE number = ?", [number])
