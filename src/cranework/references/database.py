"""The door to the reference store's SQLite file: opened safely, failures said in one line.

A store may come from a stranger, may lie where nothing may be written, and may be in use.
"""

from __future__ import annotations

import os
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Literal

from cranework.errors import (
    CraneworkError,
    NewerReferences,
    NoPermission,
    NoSpace,
    NotImportable,
    NotReferences,
    ReferencesInUse,
)
from cranework.references import tables
from cranework.sqlite_file import take_back_cut_off_write, uri

BUSY_SECONDS = 2.0
CACHE_KIB = 32_768
LEAST_BYTES = 512  # of a database with anything in it; SQLite would write over less
WHAT_IT_SHOULD_BE = "name a file that `cranework reference import` made"
Mode = Literal["ro", "rwc"]


def open_file(path: str, mode: Mode) -> sqlite3.Connection:
    """A checked connection in autocommit mode; makes the tables where the file is new. Raises what `telling` says."""
    _check_is_file(path, must_exist=mode == "ro")
    database = _connect(path, mode)
    try:
        if mode == "ro":
            take_back_cut_off_write(database, lambda: _connect(path, "rw"))
        return _prepared(database, path, write=mode != "ro")
    except BaseException:
        database.close()
        raise


def _connect(path: str, mode: str) -> sqlite3.Connection:
    return sqlite3.connect(f"{uri(path)}?mode={mode}", uri=True, timeout=BUSY_SECONDS, isolation_level=None)


def open_memory() -> sqlite3.Connection:
    """An empty store in memory."""
    database = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    return _prepared(database, ":memory:", write=True)


def _prepared(database: sqlite3.Connection, path: str, write: bool) -> sqlite3.Connection:
    database.row_factory = sqlite3.Row
    database.execute("PRAGMA trusted_schema = OFF")
    database.execute("PRAGMA cell_size_check = ON")
    database.execute(f"PRAGMA cache_size = -{CACHE_KIB}")
    if _version_of(database, path) == 0:
        if not write:
            raise NotReferences(path, "the file is empty, not a reference store", WHAT_IT_SHOULD_BE)
        _make_tables(database)
    _check_schema(database, path)
    if not write:
        database.execute("PRAGMA query_only = ON")
    return database


def _make_tables(database: sqlite3.Connection) -> None:
    database.execute("BEGIN IMMEDIATE")
    for statement in tables.TABLES.split(";\n"):
        if statement.strip():
            database.execute(statement)
    database.execute(f"PRAGMA application_id = {tables.APPLICATION_ID}")
    database.execute(f"PRAGMA user_version = {tables.VERSION}")
    database.execute("COMMIT")


def _check_is_file(path: str, must_exist: bool) -> None:
    """SQLite would wait for ever at a pipe, and has no words for a folder."""
    try:
        found = os.stat(path)
    except (FileNotFoundError, NotADirectoryError, ValueError):  # ValueError: a NUL in the name
        if must_exist or "\0" in path:
            raise NotReferences(path, "there is no such file", "check the name") from None
        return
    if not stat.S_ISREG(found.st_mode):
        raise NotReferences(path, "this is a folder or a device, not a reference store", WHAT_IT_SHOULD_BE)
    if 0 < found.st_size < LEAST_BYTES:
        raise NotReferences(path, "this is not a reference store", WHAT_IT_SHOULD_BE)


def _version_of(database: sqlite3.Connection, path: str) -> int:
    """The store's version, 0 for an empty file. Raises NotReferences, NewerReferences."""
    version: int = database.execute("PRAGMA user_version").fetchone()[0]
    application = database.execute("PRAGMA application_id").fetchone()[0]
    if application == version == database.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0] == 0:
        return 0
    if application != tables.APPLICATION_ID or version < 1:
        raise NotReferences(path, "this is not a reference store", WHAT_IT_SHOULD_BE)
    if version > tables.VERSION:
        raise NewerReferences(path, f"it was made by a newer Cranework (format {version})", "update Cranework")
    return version


def _check_schema(database: sqlite3.Connection, path: str) -> None:
    """Only plain tables may hold what is read: triggers and virtual tables would run a stranger's words."""
    rows = database.execute("SELECT type, name, sql FROM sqlite_schema").fetchall()
    plain = {row["name"] for row in rows if str(row["sql"]).upper().startswith("CREATE TABLE")}
    odd = [row for row in rows if row["type"] in ("trigger", "view")]
    if odd or not plain >= tables.CORE_TABLES:
        raise NotReferences(path, "this is not a reference store, or a damaged one", WHAT_IT_SHOULD_BE)


@contextmanager
def telling(path: str) -> Iterator[None]:
    """Turns what SQLite and the system raise into Cranework's errors about the store `path`."""
    try:
        yield
    except (sqlite3.ProgrammingError, sqlite3.InterfaceError):
        raise  # a defect of ours, or a store that was closed
    except sqlite3.Error as error:
        raise _said(path, error) from error
    except UnicodeEncodeError as error:
        raise NotImportable("", "there is half a character in it, which no text has", "mend it", str(error)) from error
    except OSError as error:
        from cranework.study.atomic import surroundings_error

        raise surroundings_error(path, error) from error


def _said(path: str, error: sqlite3.Error) -> CraneworkError:
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR)
    detail = f"{getattr(error, 'sqlite_errorname', '')} {error}".strip()
    match code & 0xFF:
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return ReferencesInUse(path, "the reference store is in use by another process", "wait until it is done")
        case sqlite3.SQLITE_FULL | sqlite3.SQLITE_IOERR:
            remedy = "free some space; what was finished is kept"
            return NoSpace(path, "the disk is full, or cannot be written", remedy, detail)
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_PERM | sqlite3.SQLITE_AUTH:
            return NoPermission(path, "the reference store may not be written", "check its rights", detail)
        case sqlite3.SQLITE_CANTOPEN:
            return NoPermission(path, "the reference store cannot be opened", "check its folder and rights", detail)
    return NotReferences(path, "this is not a reference store, or a damaged one", WHAT_IT_SHOULD_BE, detail)
