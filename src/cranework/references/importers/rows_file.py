"""Tables in CSV: rows as mappings from the names of their columns, some thousand at a time."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from pathlib import PurePath
from typing import Any

from cranework.errors import NotImportable
from cranework.references.importers.stream import Stream
from cranework.references.importers.yaml_file import load

LONGEST_CELL = 1 << 20
MOST_ROWS = 200_000  # of tables that are read whole: prizes and offices
MARKS = ",;\t|"

Row = dict[str, str]


def rows(stream: Stream, delimiter: str = "") -> Iterator[tuple[int, Row]]:
    """(number of the line on which it ends, row) of every row. Raises NotImportable."""
    csv.field_size_limit(LONGEST_CELL)
    lines = _lines(stream)
    head = next(lines, "")
    reader = csv.reader(_again(head, lines), delimiter=delimiter or max(MARKS, key=head.count), strict=True)
    try:
        columns = [name.strip() for name in next(reader, [])]
        if len(columns) < 2 or len(set(columns)) < len(columns):
            raise NotImportable(stream.path, "its first line names no columns", "name each column once")
        for cells in reader:
            if not cells:
                continue
            if len(cells) != len(columns):
                problem = f"line {reader.line_num} has {len(cells)} columns, not {len(columns)}"
                raise NotImportable(stream.path, problem, "mend that line")
            yield reader.line_num, dict(zip(columns, map(str.strip, cells), strict=True))
    except csv.Error as error:
        raise NotImportable(stream.path, f"line {reader.line_num}: {error}", "mend that line") from error


def _lines(stream: Stream) -> Iterator[str]:
    for piece in stream.pieces():
        for line in piece:
            yield line + "\n"


def _again(head: str, lines: Iterator[str]) -> Iterator[str]:
    yield head
    yield from lines


def listed(path: str, key: str, needed: tuple[str, ...]) -> tuple[Mapping[str, Any], list[Mapping[str, Any]]]:
    """(what it says of itself, its rows) of a small table in YAML, under `key`, or in CSV. Raises NotImportable."""
    if PurePath(path).suffix.lower() in (".yaml", ".yml", ".json"):
        mapping = load(path)
        found = mapping.get(key)
        if not isinstance(found, list) or not all(isinstance(row, Mapping) for row in found):
            raise NotImportable(path, f"it has no list of {key}", "see docs/references.md")
        return mapping, [{**_shared(mapping, needed), **row} for row in found]
    found = []
    with Stream(path) as stream:
        for _, row in rows(stream):
            found.append({name: value for name, value in row.items() if value})
            if len(found) > MOST_ROWS:
                raise NotImportable(path, f"it has more than {MOST_ROWS:,} rows", "divide it")
    return {}, found


def _shared(mapping: Mapping[str, Any], names: tuple[str, ...]) -> dict[str, Any]:
    """What the head of a YAML table says once for all its rows."""
    return {name: mapping[name] for name in names if name in mapping}


def cell(path: str, row: Mapping[str, Any], number: int, name: str) -> str:
    """A cell that must be there. Raises NotImportable."""
    value = row.get(name)
    if value is None or value == "" or isinstance(value, list | dict):
        raise NotImportable(path, f"row {number} has no {name}", "mend it")
    return str(value)


def members(value: Any) -> list[str]:
    """The members of a cell: a list, or words with semicolons between."""
    found = value if isinstance(value, list) else str(value or "").split(";")
    return [str(member).strip() for member in found if str(member).strip()]


def true(value: Any) -> bool:
    """Whether a cell says yes."""
    return str(value).strip().lower() in ("true", "yes", "1", "x")
