"""The study's table of layers, written: declared, finished, dropped with all that they gave.

Functions of a connection, within the caller's transaction.
"""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime

from cranework.errors import NotAStudy
from cranework.study.declarations import LayerRecord, Malformed, clean, declaration, layer_record, to_json
from cranework.study.layer import Layer, Signal, SpanKind
from cranework.study.packing import frame_shape, stored_dtype
from cranework.study.tables import create_view, drop_span_table, span_table


def declare(database: sqlite3.Connection, layer: Layer, fingerprint: str) -> None:
    """Keeps the declaration, as not finished; results made with another fingerprint are dropped.

    Raises ValueError where the declaration cannot be kept: a defect of the layer.
    """
    _check(database, layer)
    before = database.execute("SELECT fingerprint FROM layer WHERE name = ?", (layer.name,)).fetchone()
    if before is not None and before["fingerprint"] != fingerprint:
        drop(database, layer.name)
    told = layer.name, layer.version, clean(layer.title), to_json(layer.parameters), fingerprint
    database.execute(
        "INSERT INTO layer (name, version, title, parameters, fingerprint, declaration) VALUES (?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (name) DO UPDATE SET title = excluded.title, declaration = excluded.declaration, finished = 0",
        (*told, to_json(declaration(layer))),
    )
    signals = [(layer.name, gift.name) for gift in layer.gives if isinstance(gift, Signal)]
    database.executemany("INSERT INTO signal (layer, name) VALUES (?, ?) ON CONFLICT (name) DO NOTHING", signals)


def _check(database: sqlite3.Connection, layer: Layer) -> None:
    """What the layer gives has names and shapes that a study can keep, and that no other layer has taken."""
    taken = {
        gift.name: record.name
        for record in records(database)
        for gift in record.gives
        if isinstance(gift, Signal | SpanKind) and record.name != layer.name
    }
    try:
        for gift in layer.gives:
            if isinstance(gift, SpanKind):
                span_table(gift)
            elif isinstance(gift, Signal):
                stored_dtype(gift), frame_shape(gift)
            if isinstance(gift, Signal | SpanKind) and gift.name in taken:
                raise ValueError(f"{layer.name}: the layer {taken[gift.name]} gives {gift.name} already")
    except (Malformed, NotAStudy) as error:
        raise ValueError(f"{layer.name}: {error}") from error


def records(database: sqlite3.Connection, finished: bool = False) -> list[LayerRecord]:
    """The layers, or the finished ones, in the order in which they were begun. Raises Malformed."""
    rows = database.execute("SELECT * FROM layer ORDER BY rowid").fetchall()
    return [layer_record(dict(row)) for row in rows if row["finished"] or not finished]


def finish(database: sqlite3.Connection, name: str, seconds: float) -> None:
    """Marks the layer finished, today. Raises ValueError where it was not begun."""
    made = datetime.now(UTC).isoformat(timespec="seconds")
    done = database.execute(
        "UPDATE layer SET finished = 1, made = ?, seconds = ? WHERE name = ?", (made, seconds, name)
    )
    if done.rowcount != 1:
        raise ValueError(f"the layer {name} was not begun")


def drop(database: sqlite3.Connection, name: str) -> None:
    """Takes the layer away, with its signals, stills and spans."""
    for record in records(database):
        if record.name == name:
            for kind in record.kinds:
                for statement in drop_span_table(kind):
                    database.execute(statement)
    database.execute("DELETE FROM layer WHERE name = ?", (name,))


def make_views(database: sqlite3.Connection) -> None:
    """Makes the views anew: what stands beside the shots depends on all layers."""
    kinds = [kind for record in records(database, finished=True) for kind in record.kinds]
    for kind in kinds:
        database.execute(f'DROP VIEW IF EXISTS "{kind.name}"')
        database.execute(create_view(kind, kinds))
