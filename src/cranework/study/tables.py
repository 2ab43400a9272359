"""What stands in a study's file: its tables, and the views that a person finds in any SQLite tool.

A kind of span has a table of its own, `span_NAME`, with real columns, and a view NAME with seconds beside the frames.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from cranework.study.declarations import Malformed
from cranework.study.layer import SpanKind

APPLICATION_ID = 0x43524E57  # "CRNW", in SQLite's header, so that `file` can tell a study
VERSION = 2  # of the format; a step in `upgrades` for each raise

SCHEMA = (
    """CREATE TABLE film (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        name TEXT NOT NULL, title TEXT, fingerprint TEXT NOT NULL, container TEXT NOT NULL, codec TEXT NOT NULL,
        width INTEGER NOT NULL, height INTEGER NOT NULL, frame_rate TEXT, duration_seconds REAL,
        frames INTEGER,        -- NULL until every frame has been seen
        plan TEXT,             -- the fingerprint of the plan of segments
        details TEXT NOT NULL  -- everything, as JSON; fractions are "n/d"
    )""",
    """CREATE TABLE layer (
        name TEXT PRIMARY KEY, version INTEGER NOT NULL, title TEXT NOT NULL, parameters TEXT NOT NULL,
        fingerprint TEXT NOT NULL,  -- of what its results depend on
        declaration TEXT NOT NULL,  -- what it needs and gives, as JSON
        made TEXT, seconds REAL, finished INTEGER NOT NULL DEFAULT 0
    )""",
    """CREATE TABLE segment (
        idx INTEGER PRIMARY KEY,
        start_ticks INTEGER, end_ticks INTEGER,  -- numbers of frames where by_ticks is 0
        by_ticks INTEGER NOT NULL, frames INTEGER, first_frame INTEGER, damage TEXT NOT NULL DEFAULT '[]'
    )""",
    """CREATE TABLE measured (  -- which frame layers have seen which segments
        layer TEXT NOT NULL REFERENCES layer (name) ON DELETE CASCADE,
        segment INTEGER NOT NULL REFERENCES segment (idx) ON DELETE CASCADE,
        PRIMARY KEY (layer, segment)
    )""",
    """CREATE TABLE signal (
        id INTEGER PRIMARY KEY,
        layer TEXT NOT NULL REFERENCES layer (name) ON DELETE CASCADE, name TEXT NOT NULL UNIQUE
    )""",
    """CREATE TABLE chunk (  -- one signal in one segment: little-endian values, zlib; see the layer's declaration
        signal INTEGER NOT NULL REFERENCES signal (id) ON DELETE CASCADE,
        segment INTEGER NOT NULL REFERENCES segment (idx) ON DELETE CASCADE,
        frames INTEGER NOT NULL, data BLOB NOT NULL,
        PRIMARY KEY (signal, segment)
    )""",
    """CREATE TABLE still (
        layer TEXT NOT NULL REFERENCES layer (name) ON DELETE CASCADE,
        segment INTEGER NOT NULL REFERENCES segment (idx) ON DELETE CASCADE,
        offset INTEGER NOT NULL,  -- frames from the segment's first
        data BLOB NOT NULL,       -- WebP
        PRIMARY KEY (layer, segment, offset)
    )""",
    """CREATE TABLE correction (  -- what people have set right; beside what was measured, never over it
        id INTEGER PRIMARY KEY,
        kind TEXT NOT NULL, start_frame INTEGER, end_frame INTEGER, change TEXT NOT NULL, author TEXT, made TEXT
    )""",
    """CREATE TABLE text (  -- what has been written about the film
        id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, content TEXT NOT NULL,
        review TEXT,  -- the review document, as JSON; NULL where nobody has read it
        made TEXT
    )""",
)
CORE_TABLES = {statement.split()[2] for statement in SCHEMA}

NAME = re.compile(r"[a-z][a-z0-9_]{0,59}")
OWN_COLUMNS = ("start_frame", "end_frame", "start_time", "end_time", "start_seconds", "end_seconds")
TAKEN_COLUMNS = {"number", "index", "start", "end", "duration", "duration_seconds", *OWN_COLUMNS}
PLACED_KINDS = {"shots", "transitions", "superimpositions", "moves"}  # the document relies on their places
COLUMN_TYPES = {"integer": "INTEGER", "real": "REAL", "text": "TEXT", "json": "TEXT"}


def has_frames(kind: SpanKind) -> bool:
    """Whether the kind's rows have a place of their own in the film."""
    return not kind.whole and kind.per is None


def span_table(kind: SpanKind) -> str:
    """The quoted name of the kind's table. Raises Malformed where a name in its declaration could not be one."""
    columns = [column.name for column in kind.columns]
    if not NAME.fullmatch(kind.name) or kind.name in CORE_TABLES or kind.name.startswith(("span_", "sqlite_")):
        raise Malformed(f"{kind.name!r:.80} cannot be the name of a kind of span")
    if kind.name in PLACED_KINDS and not has_frames(kind):
        raise Malformed(f"{kind.name} must have places in the film")
    for name in columns:
        if not NAME.fullmatch(name) or name in TAKEN_COLUMNS or columns.count(name) > 1:
            raise Malformed(f"{name!r:.80} cannot be a column of {kind.name}")
    return f'"span_{kind.name}"'


def stored_columns(kind: SpanKind) -> list[str]:
    """The columns of the kind's table, in order, without `number`."""
    return [*(OWN_COLUMNS if has_frames(kind) else ()), *(column.name for column in kind.columns)]


def create_span_table(kind: SpanKind) -> str:
    """The statement that makes the kind's table. `start_time` and `end_time` are exact, "n/d" seconds."""
    table = span_table(kind)
    types = dict(
        zip(OWN_COLUMNS, ("INTEGER NOT NULL", "INTEGER NOT NULL", "TEXT", "TEXT", "REAL", "REAL"), strict=True)
    )
    types |= {column.name: COLUMN_TYPES[column.type] for column in kind.columns}
    columns = "".join(f', "{name}" {types[name]}' for name in stored_columns(kind))
    return f"CREATE TABLE {table} (number INTEGER PRIMARY KEY{columns})"


def drop_span_table(kind: SpanKind) -> tuple[str, str]:
    """The statements that take the kind's table and its view away, if they are there."""
    table = span_table(kind)
    return f'DROP VIEW IF EXISTS "{kind.name}"', f"DROP TABLE IF EXISTS {table}"


def create_view(kind: SpanKind, kinds: Iterable[SpanKind]) -> str:
    """The statement that makes the kind's view; beside the shots stands what other layers say of each shot."""
    table, joined = span_table(kind), ""
    columns = [f"{table}.number"]
    shown = {column.name for column in kind.columns}
    if has_frames(kind):
        columns += [f"{table}.{name}" for name in ("start_frame", "end_frame", "start_seconds", "end_seconds")]
        columns.append(f"max({table}.end_seconds - {table}.start_seconds, 0.0) AS duration_seconds")
    columns += [f'{table}."{column.name}"' for column in kind.columns]
    for other in kinds if kind.name == "shots" else ():
        if other.per == "shots":
            beside = span_table(other)
            joined += f" LEFT JOIN {beside} ON {beside}.number = {table}.number"
            columns += [f'{beside}."{column.name}"' for column in other.columns if column.name not in shown]
            shown |= {column.name for column in other.columns}
    return f'CREATE VIEW "{kind.name}" AS SELECT {", ".join(columns)} FROM {table}{joined}'
