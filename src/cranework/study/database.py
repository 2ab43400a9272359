"""The door to SQLite: opens a study's file safely and says in Cranework's own words what went wrong.

A study may come from a stranger, may lie on a disk that is full or may not be written, and may be in use. The file is
never opened but by SQLite: closing any other handle on it would set its locks free within this process.
"""

from __future__ import annotations

import os
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Literal

from cranework.errors import CraneworkError, NewerStudy, NoPermission, NoSpace, NotAStudy, StudyInUse
from cranework.sqlite_file import take_back_cut_off_write, uri
from cranework.study import tables
from cranework.study.atomic import surroundings_error
from cranework.study.declarations import Malformed
from cranework.study.upgrades import upgrade

BUSY_SECONDS = 0.3  # long enough for another's short reading to end, too short to seem hung
MOST_VALUE_BYTES = 1 << 29  # one value in the file; a packed chunk of small pictures has some megabytes
LEAST_BYTES = 512  # of a database with anything in it: its smallest page; SQLite would write over less
Mode = Literal["ro", "rw", "rwc"]

READ_FAILURES = (sqlite3.SQLITE_IOERR_READ, sqlite3.SQLITE_IOERR_SHORT_READ, sqlite3.SQLITE_IOERR_FSTAT)
LOCK_FAILURES = (sqlite3.SQLITE_IOERR_LOCK, sqlite3.SQLITE_IOERR_RDLOCK, sqlite3.SQLITE_IOERR_CHECKRESERVEDLOCK)
READ_ONLY_WORDS = "the study may not be written", "make it and its folder writable, or choose another place with -o"


def connect(path: str, mode: Mode) -> sqlite3.Connection:
    """A connection in autocommit mode to the file of that very name. Raises sqlite3.Error, NotAStudy, OSError."""
    _check_is_file(path, must_exist=mode != "rwc")
    database = sqlite3.connect(f"{uri(path)}?mode={mode}", uri=True, timeout=BUSY_SECONDS, isolation_level=None)
    database.row_factory = sqlite3.Row
    database.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, MOST_VALUE_BYTES)
    database.execute("PRAGMA trusted_schema = OFF")
    database.execute("PRAGMA cell_size_check = ON")
    database.execute("PRAGMA foreign_keys = ON")
    return database


def _check_is_file(path: str, must_exist: bool) -> None:
    """SQLite would wait for ever at a pipe, and has no words for a folder."""
    try:
        found = os.stat(path)
    except (FileNotFoundError, NotADirectoryError, ValueError):  # ValueError: a NUL in the name
        if must_exist or "\0" in path:
            raise NotAStudy(path, "there is no such file", "check the name") from None
        if not os.path.isdir(os.path.dirname(os.path.abspath(path))):
            raise NoPermission(path, "its folder does not exist", "make the folder first") from None
        return
    if not stat.S_ISREG(found.st_mode):
        raise NotAStudy(path, "this is a folder or a device, not a study", "name a .cranework file")
    if 0 < found.st_size < LEAST_BYTES:
        raise NotAStudy(path, "this is not a study of Cranework", "name a .cranework file")


def version_of(database: sqlite3.Connection, path: str) -> int:
    """The study's version, 0 for an empty file. Raises NotAStudy, NewerStudy."""
    version: int = database.execute("PRAGMA user_version").fetchone()[0]
    application = database.execute("PRAGMA application_id").fetchone()[0]
    if application == version == database.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0] == 0:
        return 0
    if application != tables.APPLICATION_ID or version < 1:
        raise NotAStudy(path, "this is not a study of Cranework", "name a .cranework file")
    if version > tables.VERSION:
        raise NewerStudy(path, f"the study was made by a newer Cranework (format {version})", "update Cranework")
    return version


def check_schema(database: sqlite3.Connection) -> None:
    """Only plain tables may hold what is read: triggers, virtual and computed tables would run a stranger's words."""
    if database.execute("SELECT 1 FROM sqlite_schema WHERE type = 'trigger'").fetchone():
        raise Malformed("it has triggers")
    listed = "SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite!_%' ESCAPE '!'"
    sources = {row["name"]: row["sql"] for row in database.execute(listed)}
    if missing := tables.CORE_TABLES - sources.keys():
        raise Malformed(f"it lacks {', '.join(sorted(missing))}")
    for name, source in sources.items():
        hidden = "SELECT 1 FROM pragma_table_xinfo(?) WHERE hidden <> 0"
        if not str(source).upper().startswith("CREATE TABLE") or database.execute(hidden, (name,)).fetchone():
            raise Malformed(f"{name} is no plain table")


@contextmanager
def telling(path: str) -> Iterator[None]:
    """Turns what SQLite, the system and checks of the content raise into Cranework's errors about the study `path`."""
    try:
        yield
    except (sqlite3.ProgrammingError, sqlite3.InterfaceError):
        raise  # a defect of ours, or a study that was closed
    except sqlite3.Error as error:
        raise _said(path, error) from error
    except (Malformed, UnicodeDecodeError) as error:  # a damaged file may spoil SQLite's own words
        raise _damaged(path, str(error)) from error
    except OSError as error:
        raise surroundings_error(path, error) from error
    except CraneworkError as error:
        if error.subject:
            raise
        raise type(error)(path, error.problem, error.remedy, error.detail) from error


def _said(path: str, error: sqlite3.Error) -> CraneworkError:
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR)
    detail = f"{getattr(error, 'sqlite_errorname', '')} {error}".strip()
    match code & 0xFF:
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return StudyInUse(path, "the study is in use by another process", "wait until it is done", detail)
        case sqlite3.SQLITE_IOERR if code in READ_FAILURES:
            return NotAStudy(path, "the study cannot be read from its disk", "copy it to another disk", detail)
        case sqlite3.SQLITE_IOERR if code in LOCK_FAILURES:
            return NoPermission(path, "its disk does not let files be locked", "keep the study on another disk", detail)
        case sqlite3.SQLITE_FULL | sqlite3.SQLITE_IOERR:
            remedy = "free some space; what was finished is kept"
            return NoSpace(path, "the disk is full, or cannot be written", remedy, detail)
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_PERM | sqlite3.SQLITE_AUTH:
            return NoPermission(path, *READ_ONLY_WORDS, detail)
        case sqlite3.SQLITE_CANTOPEN:
            return NoPermission(path, "the study cannot be opened", "check who may read and write it", detail)
    return _damaged(path, detail)


def _damaged(path: str, detail: str) -> NotAStudy:
    return NotAStudy(path, "this is not a study, or a damaged one", "analyze the film anew", detail)


def open_for_reading(path: str) -> sqlite3.Connection:
    """A checked connection that cannot write: to the file, or to an upgraded copy in memory of an older study.

    A write that was cut off is taken back first, if the file may be written. Raises what `telling` translates.
    """
    database = connect(path, "ro")
    try:
        take_back_cut_off_write(database, lambda: connect(path, "rw"))
        version = version_of(database, path)
        if version == 0:
            raise NotAStudy(path, "the file is empty, not a study", "analyze the film first")
        check_schema(database)
        if version < tables.VERSION:
            older, database = database, sqlite3.connect(":memory:", isolation_level=None)
            database.row_factory = sqlite3.Row
            older.backup(database)
            older.close()
            upgrade(database, version, tables.VERSION)
        return database
    except BaseException:
        database.close()
        raise
