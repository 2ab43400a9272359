"""From version 1: a text has a name of its own, and may have its review."""

from __future__ import annotations

import sqlite3

COLUMNS = "id, name, content, review, made"
STATEMENTS = (
    f"CREATE TEMPORARY TABLE text_of_1 AS SELECT {COLUMNS} FROM main.text",
    "DROP TABLE main.text",
    """CREATE TABLE text (  -- what has been written about the film
        id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, content TEXT NOT NULL,
        review TEXT,  -- the review document, as JSON; NULL where nobody has read it
        made TEXT
    )""",
    f"INSERT OR REPLACE INTO main.text ({COLUMNS}) SELECT {COLUMNS} FROM text_of_1 ORDER BY id",
    "DROP TABLE text_of_1",
)


def step(database: sqlite3.Connection) -> None:
    """Makes the table of texts anew, with what was in it; of texts of one name the last."""
    for statement in STATEMENTS:
        database.execute(statement)
