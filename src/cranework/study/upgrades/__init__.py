"""Older studies are brought up to date here: one step for each version of the format, in a module of its own.

A step is a function of a connection, in `STEPS` under the version that it starts from, and leaves the next version. A
writer upgrades the file in one transaction; a reader upgrades a copy in memory and leaves the file as it is.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

from cranework.study.declarations import Malformed
from cranework.study.upgrades import from_1

STEPS: dict[int, Callable[[sqlite3.Connection], None]] = {1: from_1.step}


def upgrade(database: sqlite3.Connection, version: int, wanted: int) -> None:
    """Takes a study from `version` to `wanted`, step by step, within the caller's transaction."""
    for step in range(version, wanted):
        if step not in STEPS:
            raise Malformed(f"there is no way from version {step} on")
        STEPS[step](database)
        database.execute(f"PRAGMA user_version = {step + 1}")
