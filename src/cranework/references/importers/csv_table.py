"""Any table in CSV, with a mapping file in YAML that says what its columns mean.

    id: my-films                       # what it is called in the store; a newer file of this id replaces it
    source: {title: "…", kind: reference, licence: "…"}
    delimiter: ";"                     # found by itself where it is left out
    entities:
      - {id: "film:{number}", kind: film, name: "{title}", aliases: "{also}", split: "|"}
    facts:
      - {s: "film:{number}", p: director, o: "{director}", split: ";", complete: true, q: {note: "{remark}"}}

A word in braces is a column. An entry whose subject or object has an empty cell is left out for that row; an empty
qualifier is left out alone. An object in plain words becomes an entity where the predicate wants one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from cranework.errors import NotImportable, UsageError
from cranework.references.importers import Outcome, Request
from cranework.references.importers.rows_file import Row, rows
from cranework.references.importers.run import kept, run
from cranework.references.importers.stream import Stream
from cranework.references.importers.yaml_file import load
from cranework.references.intervals import measured
from cranework.references.model import Source
from cranework.references.packs.linking import entity_id
from cranework.references.predicates import shape_of
from cranework.references.store import RANK, Store
from cranework.references.writing import Import

_COLUMN = re.compile(r"\{([^{}]+)\}")
MOST_REMEMBERED = 100_000
ROWS_WRITTEN_AT_ONCE = 1000
_ID = re.compile(r"[a-z]+:\S+|tt\d+|nm\d+|Q\d+")


def read(store: Store, request: Request) -> Outcome:
    """Imports a table by its mapping. Raises NotImportable, UsageError."""
    if request.mapping is None:
        raise UsageError(request.path, "what its columns mean is not known", "name a mapping file with --mapping")
    mapping = load(request.mapping)
    source = _source(request.mapping, mapping)
    with Stream(request.path) as stream:
        return run(
            store, request, "csv", source, stream, lambda writing, stream: _read(writing, stream, request, mapping)
        )


def _source(path: str, mapping: Mapping[str, Any]) -> Source:
    said = mapping.get("source", {})
    if not isinstance(said, Mapping) or not isinstance(mapping.get("id"), str) or not mapping["id"].split():
        raise NotImportable(path, "the mapping lacks its id, or its source is none", "see docs/references.md")
    kind = str(said.get("kind", "secondary"))
    if kind not in RANK:
        raise NotImportable(path, f"{kind!r} is no kind of source", f"one of {', '.join(RANK)}")
    for name, needed in (("entities", {"id", "kind", "name"}), ("facts", {"s", "p", "o"})):
        entries = mapping.get(name, [])
        if not isinstance(entries, list) or not all(isinstance(e, Mapping) and needed <= e.keys() for e in entries):
            raise NotImportable(path, f"each of its {name} needs {', '.join(sorted(needed))}", "mend the mapping")
    id = "csv:" + "_".join(mapping["id"].split())
    copies_of = str(said["copies_of"]) if "copies_of" in said else None
    title, licence = str(said.get("title", mapping["id"])), str(said.get("licence", ""))
    return Source(id, title, kind, licence=licence, copies_of=copies_of)


def _read(writing: Import, stream: Stream, request: Request, mapping: Mapping[str, Any]) -> int:
    number, table = 0, _Table(writing, mapping)
    for line, row in rows(stream, str(mapping.get("delimiter", ""))):
        number += 1
        if number == 1:
            _check_columns(request, mapping, row)
        if number <= writing.rows:
            continue
        table.take(row, line)
        if number % ROWS_WRITTEN_AT_ONCE == 0:
            kept(writing, stream, request, number)
    return number


def _check_columns(request: Request, mapping: Mapping[str, Any], row: Row) -> None:
    """Raises NotImportable where the mapping speaks of a column that is not there."""
    wanted = {name for part in ("entities", "facts") for name in _COLUMN.findall(str(mapping.get(part, "")))}
    if missing := sorted(wanted - row.keys()):
        remedy = f"its columns are {', '.join(row)}"
        raise NotImportable(request.path, f"there is no column {', '.join(missing)}", remedy)


class _Table:
    """A table while it is read: its mapping, and who has been named lately."""

    def __init__(self, writing: Import, mapping: Mapping[str, Any]) -> None:
        self._writing, self._mapping = writing, mapping
        self._named: set[str] = set()

    def take(self, row: Row, line: int) -> None:
        """All that the mapping makes of one row."""
        for entry in self._mapping.get("entities", []):
            id, name = _filled(entry["id"], row), _filled(entry["name"], row)
            if id and name:
                self._writing.entity(id, str(entry["kind"]), name, _filled(entry.get("note", ""), row))
                for called in dict.fromkeys((name, *_parts(entry.get("aliases", ""), row, entry))):
                    self._writing.name(id, called, "canonical" if called == name else "alias")
        for entry in self._mapping.get("facts", []):
            subject = _filled(entry["s"], row)
            for object in _parts(entry["o"], row, entry) if subject else ():
                self._fact(entry, row, subject, object, line)

    def _fact(self, entry: Mapping[str, Any], row: Row, subject: str, object: str, line: int) -> None:
        shape = shape_of(str(entry["p"]))
        said = entry.get("q", {})
        filled = {name: _filled(words, row) for name, words in said.items()} if isinstance(said, Mapping) else {}
        interval = measured(object, shape.value) if shape.value else None
        if shape.value and interval is None:
            return  # "about 1950", "?": no value that anything could be compared with
        if shape.object and not _ID.fullmatch(object):
            object = self._entity(object, shape.object)
        self._writing.fact(
            subject, str(entry["p"]), object, interval=interval, place=line, complete=bool(entry.get("complete")),
            qualifiers={name: words for name, words in filled.items() if words},
            certainty=str(entry.get("certainty", "sure")),
        )  # fmt: skip

    def _entity(self, name: str, kind: str) -> str:
        """The entity of a name in plain words: the same for the same words, all through the table."""
        id = entity_id(name, kind)
        if id not in self._named:
            if len(self._named) >= MOST_REMEMBERED:
                self._named.clear()  # a name that comes again is written again, and read once
            self._named.add(id)
            self._writing.entity(id, kind, name)
            self._writing.name(id, name, "canonical")
        return id


def _filled(template: Any, row: Row) -> str:
    """A template with the cells of a row; empty where one of its cells is."""
    words = str(template)
    cells = [row[name] for name in _COLUMN.findall(words)]
    return "" if cells and not all(cells) else _COLUMN.sub(lambda column: row[column[1]], words).strip()


def _parts(template: Any, row: Row, entry: Mapping[str, Any]) -> Iterator[str]:
    words = _filled(template, row)
    parts = words.split(str(entry["split"])) if entry.get("split") else [words]
    yield from (part.strip() for part in parts if part.strip())
