"""The tables of a reference store, and why they differ from the plainest ones.

A fact is one row: its sources stand in it as words with spaces between, because five million facts of a data base cite
one source each, and a table of their own would double the rows to write and to read. Where a fact came from (the
import, and its line or the source's own number) stands beside it, so that an import can be taken out again whole.
Entities and names belong to an import as well: what two sources call somebody is kept apart until it is read.
`name_key` and `fact_object` are tables and no indexes, because an import fills them at its end and in their own order:
millions of rows in the order of a file would go to as many places of an index.
"""

from __future__ import annotations

APPLICATION_ID = 0x43775266  # "CwRf": tells a reference store from every other SQLite file
VERSION = 1

TABLES = """
CREATE TABLE import (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL,                       -- what is replaced by a newer edition: imdb:title.basics, pack:cranes
    kind TEXT NOT NULL,                     -- the importer
    file TEXT NOT NULL DEFAULT '',
    fingerprint TEXT NOT NULL DEFAULT '',   -- of the file's bytes: the same file is not read twice
    edition TEXT NOT NULL DEFAULT '',
    as_of TEXT NOT NULL DEFAULT '',
    rows INTEGER NOT NULL DEFAULT 0,        -- how far the import has come
    finished INTEGER NOT NULL DEFAULT 0     -- nothing is read from an import that is not finished
);
CREATE TABLE source (
    id TEXT PRIMARY KEY, title TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('primary', 'reference', 'secondary', 'historical', 'fringe')),
    edition TEXT NOT NULL DEFAULT '', as_of TEXT NOT NULL DEFAULT '', licence TEXT NOT NULL DEFAULT '',
    copies_of TEXT, origin INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE entity (
    id TEXT NOT NULL, origin INTEGER NOT NULL, kind TEXT NOT NULL, name TEXT NOT NULL, note TEXT NOT NULL DEFAULT '',
    revision INTEGER NOT NULL DEFAULT 0,    -- the source's own count of changes, where it has one
    PRIMARY KEY (id, origin)
) WITHOUT ROWID;
CREATE TABLE name (
    number INTEGER PRIMARY KEY, entity TEXT NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL,
    lang TEXT NOT NULL DEFAULT '', origin INTEGER NOT NULL
);
CREATE TABLE name_key (key TEXT NOT NULL, name INTEGER NOT NULL, PRIMARY KEY (key, name)) WITHOUT ROWID;
CREATE TABLE predicate (
    id TEXT PRIMARY KEY, functional INTEGER NOT NULL, closed INTEGER NOT NULL, tolerance REAL NOT NULL,
    compare TEXT NOT NULL, origin INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE fact (
    number INTEGER PRIMARY KEY, id TEXT, subject TEXT NOT NULL, predicate TEXT NOT NULL, object TEXT, lo REAL, hi REAL,
    unit TEXT NOT NULL DEFAULT '', qualifiers TEXT, complete INTEGER NOT NULL DEFAULT 0,
    certainty TEXT NOT NULL DEFAULT 'sure', obsolete INTEGER NOT NULL DEFAULT 0, fringe INTEGER NOT NULL DEFAULT 0,
    sources TEXT NOT NULL DEFAULT '',       -- ids with spaces between; empty: the import itself is the source
    origin INTEGER NOT NULL,
    place                                   -- the line, or the statement's own number, within the import
);
CREATE INDEX fact_subject ON fact (subject, predicate);
CREATE INDEX name_entity ON name (entity);
CREATE TABLE fact_object (
    object TEXT NOT NULL, fact INTEGER NOT NULL, PRIMARY KEY (object, fact)
) WITHOUT ROWID;
CREATE TABLE same (
    id TEXT PRIMARY KEY, main TEXT NOT NULL, origin INTEGER NOT NULL  -- two sources' ids of one and the same entity
) WITHOUT ROWID;
CREATE INDEX same_main ON same (main);
"""

CORE_TABLES = frozenset({"import", "source", "entity", "name", "name_key", "predicate", "fact", "fact_object", "same"})
