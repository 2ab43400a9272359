"""One row of a span table: checked and made plain on its way in, checked again on its way out."""

from __future__ import annotations

import math
import sqlite3
from collections.abc import Callable
from fractions import Fraction
from typing import Any

from cranework.study.declarations import Malformed, clean, from_json, plain, ratio, to_json
from cranework.study.layer import Column, Row, SpanKind
from cranework.study.tables import has_frames

PLACE = ("start", "end", "start_time", "end_time")
SQLITE_INTEGERS = range(-(1 << 63), 1 << 63)


def stored_row(kind: SpanKind, row: Row, frames: int | None, time_of: Callable[[int], Fraction | None]) -> list[Any]:
    """The values of `tables.stored_columns(kind)` for a row that a layer gave.

    `time_of` gives a frame's time where the row does not bring its own. Raises ValueError where the row is not what
    the kind declares: a defect of the layer.
    """
    unknown = set(row) - {column.name for column in kind.columns} - set(PLACE)
    if unknown:
        raise ValueError(f"{kind.name} does not declare {', '.join(sorted(unknown))}")
    place: list[Any] = []
    if has_frames(kind):
        start, end = int(row["start"]), int(row["end"])
        _check_place(kind, start, end, frames)
        times = [row.get("start_time"), row.get("end_time")]
        times = [
            time_of(frame) if time is None else Fraction(time) for time, frame in zip(times, (start, end), strict=True)
        ]
        place = [start, end, *map(plain, times), *(None if time is None else float(time) for time in times)]
    return [*place, *(_stored(column, row.get(column.name)) for column in kind.columns)]


def _check_place(kind: SpanKind, start: int, end: int, frames: int | None) -> None:
    if not 0 <= start <= end or (frames is not None and end > frames):
        raise ValueError(f"{kind.name}: {start}..{end} does not lie in the film's {frames} frames")


def _stored(column: Column, value: Any) -> Any:
    value = plain(value)
    if column.type == "json":
        return to_json(value)
    if value is None:
        return None
    if column.type == "text":
        return clean(str(value))
    return int(value) if column.type == "integer" else float(value)


def read_row(kind: SpanKind, row: sqlite3.Row, frames: int | None) -> dict[str, Any]:
    """A stored row as a dict: the place (frames, exact seconds) where the kind has one, and the columns' values."""
    span: dict[str, Any] = {}
    if has_frames(kind):
        start, end = row["start_frame"], row["end_frame"]
        if type(start) is not int or type(end) is not int:
            raise Malformed(f"{kind.name} without a place")
        try:
            _check_place(kind, start, end, frames)
        except ValueError as error:
            raise Malformed(str(error)) from None
        times = (None if row[name] is None else ratio(row[name]) for name in PLACE[2:])
        span = dict(zip(PLACE, (start, end, *times), strict=True))
    return span | {column.name: _read(column, row[column.name]) for column in kind.columns}


def _read(column: Column, value: Any) -> Any:
    if column.type == "json":
        return from_json("null" if value is None else value)
    kind = {"integer": int, "real": float, "text": str}[column.type]
    if value is None or type(value) is kind:
        return None if isinstance(value, float) and not math.isfinite(value) else value
    raise Malformed(f"{column.name} is not {column.type}")
