"""Wikidata's entities in JSON: one, several, or a whole dump, one a line (mediawiki.org/wiki/Wikibase/DataModel/JSON).

Deprecated statements are left out, preferred ones stand for all; "no value" and "unknown value" are no values. Its
lists are never called complete.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import PurePath
from typing import Any

from cranework.errors import NotImportable
from cranework.references import database as door
from cranework.references.importers import Outcome, Request
from cranework.references.importers.run import batches, run
from cranework.references.importers.stream import Stream
from cranework.references.importers.wikidata_entity import take
from cranework.references.model import Source
from cranework.references.store import Store
from cranework.references.writing import Import

FAMILY = "wikidata"
_DATE_IN_NAME = re.compile(r"[-_.]?20\d{6}(?=\D|$)")


def read(store: Store, request: Request) -> Outcome:
    """Imports entities, plain or packed. Raises NotImportable."""
    stem = PurePath(request.path).name.partition(".")[0]
    stem = _DATE_IN_NAME.sub("", stem) or "dump"  # so that next month's dump replaces this one
    source = source_of(f"{FAMILY}:{'_'.join(stem.split())}", PurePath(request.path).name)
    with Stream(request.path) as stream:
        one_a_line = _is_one_a_line(request.path)

        def reader(writing: Import, stream: Stream) -> int:
            count = _lines(writing, stream, request) if one_a_line else _whole(writing, stream)
            supersede(writing)
            return count

        return run(store, request, FAMILY, source, stream, reader)


def source_of(id: str, file: str) -> Source:
    """How a file of Wikidata is cited."""
    return Source(id, f"Wikidata ({file})", "reference", licence="CC0", copies_of=FAMILY)


def _is_one_a_line(path: str) -> bool:
    """Whether the first line is the beginning of a list, or an entity of its own."""
    with Stream(path) as head:
        for lines in head.pieces():
            first = next((line.strip() for line in lines if line.strip()), "")
            if first == "[":
                return True
            return first.startswith("{") and len(lines) > 1 and _entity(first) is not None
    return False


def _entity(line: str) -> dict[str, Any] | None:
    try:
        found = json.loads(line.rstrip().rstrip(","))
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def _lines(writing: Import, stream: Stream, request: Request) -> int:
    for first, lines in batches(writing, stream, request):
        for number, line in enumerate(lines, first):
            if line.strip() in ("", "[", "]"):
                continue
            entity = _entity(line)
            if entity is None:
                raise NotImportable(request.path, f"line {number} is no entity in JSON", "fetch it again")
            take(writing, entity, request.films_only)
    return stream.line


def _whole(writing: Import, stream: Stream) -> int:
    try:
        found = json.loads(stream.text())
    except (ValueError, RecursionError) as error:
        raise NotImportable(stream.path, "this is no JSON", "name Wikidata's JSON of an entity", str(error)) from error
    count = 0
    for entity in entities(found):
        count += 1
        take(writing, entity)
    if not count:
        raise NotImportable(stream.path, "there is no entity in it", "name Wikidata's JSON of an entity")
    return count


def entities(found: Any) -> Iterator[Mapping[str, Any]]:
    """The entities of a JSON text: those of ``entities``, of a list, or the one that it is."""
    if isinstance(found, Mapping) and isinstance(found.get("entities"), Mapping | list):
        found = found["entities"]
        found = list(found.values()) if isinstance(found, Mapping) else found
    for entity in found if isinstance(found, list) else [found]:
        if isinstance(entity, Mapping) and isinstance(entity.get("id"), str):
            yield entity


def supersede(writing: Import) -> None:
    """Entities that other imports of Wikidata have as well are kept in their newest revision alone."""
    writing.commit(writing.rows)
    with door.telling(writing.store.path):
        _supersede(writing)


def _supersede(writing: Import) -> None:
    other = "SELECT number FROM import WHERE kind LIKE 'wikidata%' AND finished AND number <> ?"
    for row in writing.store.rows(other, [writing.number]):
        _drop_older(writing, writing.number, row["number"], "<=")
        _drop_older(writing, row["number"], writing.number, "<")


def _drop_older(writing: Import, newer: int, older: int, compare: str) -> None:
    execute = writing.store.database.execute
    query = (
        "SELECT a.id FROM entity AS a JOIN entity AS b ON a.id = b.id "
        f"WHERE a.origin = ? AND b.origin = ? AND a.revision {compare} b.revision"
    )
    for row in execute(query, [older, newer]).fetchall():
        id = row["id"]
        names = "SELECT number FROM name WHERE entity = ? AND origin = ?"
        execute(f"DELETE FROM name_key WHERE name IN ({names})", [id, older])
        facts = "SELECT number FROM fact WHERE subject = ? AND origin = ?"
        execute(f"DELETE FROM fact_object WHERE fact IN ({facts})", [id, older])
        for table, column in (("name", "entity"), ("fact", "subject"), ("entity", "id")):
            execute(f"DELETE FROM {table} WHERE {column} = ? AND origin = ?", [id, older])
