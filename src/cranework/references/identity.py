"""One and the same under several ids: what one source calls film:cranes is tt0050634 in another.

Whoever asks with one of the ids is answered for all of them, and answers name the main one.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

LONGEST_CHAIN = 4  # a pack's id, a data base's, another's, and one to spare
IN_ONE_QUESTION = 500  # ids in one SQL statement; SQLite takes more, its parser grows slow


def main_ids(database: sqlite3.Connection, ids: Iterable[str]) -> dict[str, str]:
    """The main id of each of the ids that has another one."""
    found = dict(_asked(database, "id", "main", ids))
    ends = found
    for _ in range(LONGEST_CHAIN):
        further = dict(_asked(database, "id", "main", ends.values())) if ends else {}
        ends = {id: further[main] for id, main in ends.items() if main in further}
        found.update(ends)
    return found


def all_ids(database: sqlite3.Connection, id: str) -> list[str]:
    """All ids of what this id means, the main one first."""
    main = main_ids(database, [id]).get(id, id)
    known, newest = {main: None}, [main]
    for _ in range(LONGEST_CHAIN):
        newest = [other for _, other in _asked(database, "main", "id", newest) if other not in known]
        known.update(dict.fromkeys(newest))
        if not newest:
            break
    return list(known)


def _asked(database: sqlite3.Connection, column: str, wanted: str, values: Iterable[str]) -> list[tuple[str, str]]:
    asked, rows = list(dict.fromkeys(values)), []
    for start in range(0, len(asked), IN_ONE_QUESTION):
        part = asked[start : start + IN_ONE_QUESTION]
        query = (
            f"SELECT same.{column}, same.{wanted} FROM same JOIN import ON import.number = same.origin "
            f"WHERE same.{column} IN ({', '.join('?' * len(part))}) AND finished ORDER BY same.id"
        )
        rows += [(row[0], row[1]) for row in database.execute(query, part)]
    return rows
