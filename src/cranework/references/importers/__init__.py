"""Importers: each reads one kind of file into a reference store. A further one is one more file and an entry point.

An importer is a function ``(store, request) -> Outcome``, registered under its kind in the entry points
``cranework.importers``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import entry_points
from typing import TYPE_CHECKING, cast

from cranework.errors import UsageError

if TYPE_CHECKING:
    from cranework.references.store import Store

GROUP = "cranework.importers"


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an import is: rows read of the file, and the share of its bytes (None where that is not known)."""

    file: str
    rows: int
    share: float | None


@dataclass(frozen=True, slots=True)
class Request:
    """What is to be imported, and how.

    Attributes:
        path: the file; of `wikidata-query`, what is asked for.
        edition: what its maker calls this edition.
        as_of: the ISO date that it holds for; the date of the file where it is empty.
        mapping: the file that says what the columns of a CSV mean.
        films_only: films and what belongs to them, no series, episodes and games.
        progress: is told how far the import is.
    """

    path: str
    edition: str = ""
    as_of: str = ""
    mapping: str | None = None
    films_only: bool = False
    progress: Callable[[Progress], None] | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of an import.

    Attributes:
        id: what it is called in the store.
        rows: rows (or entities) of the file.
        changed: False where the store had this very file already.
    """

    id: str
    rows: int
    changed: bool = True


Importer = Callable[["Store", Request], Outcome]


def kinds() -> list[str]:
    """The kinds of files that can be imported."""
    return sorted(entry.name for entry in entry_points(group=GROUP))


def importer(kind: str) -> Importer:
    """The importer of a kind. Raises UsageError."""
    for entry in entry_points(group=GROUP):
        if entry.name == kind:
            return cast(Importer, entry.load())
    raise UsageError("", f"there is no importer {kind!r}", f"one of {', '.join(kinds())}")
