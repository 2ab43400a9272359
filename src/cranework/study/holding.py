"""How one process takes a study's file for itself: made if it is not there, brought up to date if it is older."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace

from cranework.errors import UsageError
from cranework.film.model import Film
from cranework.study import database as door
from cranework.study import tables
from cranework.study.declarations import Malformed, clean, from_json, plain, restored, to_json
from cranework.study.upgrades import upgrade


@contextmanager
def whole(database: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    """One transaction: committed at the end, taken back on any exception, a stop by the user among them."""
    database.execute("BEGIN EXCLUSIVE")
    try:
        yield database
        database.execute("COMMIT")
    except BaseException:
        with suppress(sqlite3.Error):  # SQLite has taken it back itself where the disk is full
            database.execute("ROLLBACK")
        raise


def take(database: sqlite3.Connection, path: str, film: Film) -> bool:
    """Takes the file for this process alone, fills it if it is empty. Returns whether it was.

    In the exclusive mode SQLite keeps the lock of its first write until the connection is closed. The mode is set only
    once the lock is had: two who wait in it for each other would both be told that the study is in use.
    """
    with whole(database):
        database.execute("PRAGMA locking_mode = EXCLUSIVE")
        version = door.version_of(database, path)
        if version == 0:
            for statement in (*tables.SCHEMA, f"PRAGMA application_id = {tables.APPLICATION_ID}"):
                database.execute(statement)
        else:
            door.check_schema(database)
            upgrade(database, version, tables.VERSION)
            film = _known_film(database, path, film)
        database.execute(f"PRAGMA user_version = {tables.VERSION}")
        put_film(database, film)
    return version == 0


def _known_film(database: sqlite3.Connection, path: str, film: Film) -> Film:
    """The film as the study has it once all of it was seen, under its name of today. Raises UsageError."""
    row = database.execute("SELECT details, frames FROM film").fetchone()
    if row is None:
        raise Malformed("no film")
    known = restored(Film, from_json(row["details"]))
    if known.fingerprint != film.fingerprint:
        raise UsageError(path, f"this is the study of another film ({known.name})", "choose another name with -o")
    return film if row["frames"] is None else replace(known, name=film.name)


def put_film(database: sqlite3.Connection, film: Film) -> None:
    """Keeps the film: everything as JSON, and beside it what a person looks for."""
    told = {
        "name": film.name, "title": film.title, "fingerprint": film.fingerprint, "container": film.container,
        "codec": film.video.codec, "width": film.video.width, "height": film.video.height,
        "frame_rate": plain(film.frame_rate),
        "duration_seconds": None if film.duration is None else float(film.duration), "details": to_json(film),
    }  # fmt: skip
    names, marks = ", ".join(told), ", ".join("?" * len(told))
    values = [clean(value) if isinstance(value, str) else value for value in told.values()]
    changes = ", ".join(f"{name} = excluded.{name}" for name in told)
    database.execute(
        f"INSERT INTO film (id, {names}) VALUES (1, {marks}) ON CONFLICT (id) DO UPDATE SET {changes}", values
    )


def close(database: sqlite3.Connection) -> None:
    """Closes the connection; SQLite takes its journal away with it."""
    with suppress(sqlite3.Error):
        database.close()


def delete(path: str) -> None:
    """Deletes a study that was just made, and what SQLite may have left beside it."""
    for name in (path, f"{path}-journal"):
        with suppress(FileNotFoundError):
            os.unlink(name)


def delete_empty(path: str) -> None:
    """Deletes what is left of a study that could not be made: SQLite has taken all back, the file has no bytes."""
    with suppress(OSError):
        if os.path.getsize(path) == 0:
            delete(path)
