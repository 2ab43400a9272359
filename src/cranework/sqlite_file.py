"""How a SQLite file is opened, whatever it holds: by its very name, and with what a cut-off write left taken back."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from urllib.parse import quote


def uri(path: str) -> str:
    """The file's URI, so that no character of its name means anything to SQLite."""
    whole = os.path.abspath(path)
    if os.sep != "/":
        whole = whole.replace(os.sep, "/")
    return f"file://{'' if whole.startswith('/') else '/'}{quote(os.fsencode(whole), safe='/:')}"


def take_back_cut_off_write(database: sqlite3.Connection, connect_to_write: Callable[[], sqlite3.Connection]) -> None:
    """A process that died while it wrote leaves a journal; only a connection that may write can play it back."""
    try:
        database.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode not in (sqlite3.SQLITE_READONLY_ROLLBACK, sqlite3.SQLITE_CANTOPEN):
            raise
        writing = connect_to_write()
        try:
            writing.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        finally:
            writing.close()
