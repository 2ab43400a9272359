"""What has been written about the film: each text with its review document, kept in the study under its name.

Functions of a connection. What is read back may come from a stranger: no size, place or member in it is trusted.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from typing import Any

from cranework.errors import InputError
from cranework.study.declarations import Malformed, clean, from_json, to_json
from cranework.study.reviewed import Reviewed, schema
from cranework.study.shape import is_tame, keeps

MOST_TEXTS = 1_000  # in one study
MOST_BYTES = {"name": 4_096, "content": 8_000_000, "review": 32_000_000}  # a text may have two million characters
MOST_LEVELS = 12  # of lists and members within each other in a document; there are six


@dataclass(frozen=True)
class KeptReview:
    """A text about the film, as it was read on the day `made` (ISO 8601, UTC)."""

    name: str
    text: str
    made: str
    kept: Mapping[str, Any]

    def document(self) -> dict[str, Any]:
        """The review document (see `schema/review.schema.json`)."""
        return dict(self.kept)


def put(database: sqlite3.Connection, review: Reviewed) -> None:
    """Keeps a review, in place of the one of a text of the same name.

    Raises InputError where it is too large or there are too many, ValueError where its document is none.
    """
    told = {"name": clean(review.name), "content": clean(review.text), "review": to_json(review.document())}
    if any(len(value.encode()) > MOST_BYTES[name] for name, value in told.items()):
        raise InputError("", "the review is too large to be kept", "split the text")
    try:
        _checked(from_json(told["review"]), len(told["content"]))
    except Malformed as error:
        raise ValueError(f"{review.name}: {error}") from error
    made = datetime.now(UTC).isoformat(timespec="seconds")
    database.execute(
        "INSERT INTO text (name, content, review, made) VALUES (?, ?, ?, ?) ON CONFLICT (name) DO UPDATE"
        " SET content = excluded.content, review = excluded.review, made = excluded.made",
        (*told.values(), made),
    )
    if database.execute("SELECT count(*) FROM text").fetchone()[0] > MOST_TEXTS:
        raise InputError("", f"it keeps {MOST_TEXTS:,} reviews already", "make another study with -o")


def kept(database: sqlite3.Connection, frames: int | None) -> list[KeptReview]:
    """The reviews, in the order in which their names came. Raises Malformed.

    `frames` is how many the film has now; evidence that points beyond them has lost its place.
    """
    sizes = ", ".join(f"coalesce(length(CAST({name} AS BLOB)), 0) AS {name}" for name in MOST_BYTES)
    listed = f"SELECT id, {sizes} FROM text WHERE review IS NOT NULL ORDER BY id LIMIT ?"
    found = database.execute(listed, (MOST_TEXTS + 1,)).fetchall()
    if len(found) > MOST_TEXTS or any(row[name] > most for row in found for name, most in MOST_BYTES.items()):
        raise Malformed("it has larger texts, or more, than are kept")
    one = "SELECT name, content, review, made FROM text WHERE id = ?"
    return [_review(database.execute(one, (row["id"],)).fetchone(), frames) for row in found]


def _review(row: sqlite3.Row, frames: int | None) -> KeptReview:
    if not all(isinstance(row[name], str) for name in ("name", "content", "made")):
        raise Malformed("a text has no name or no words")
    document = _checked(from_json(row["review"]), len(row["content"]))
    for statement in document["statements"]:
        for evidence in statement["evidence"]:
            if evidence["at"] and frames is not None and not _lies_within(evidence["at"], frames):
                evidence.update(at=None, at_time=None)
    return KeptReview(row["name"], row["content"], row["made"], document)


def _checked(document: Any, characters: int) -> dict[str, Any]:
    """The document, if it keeps its schema and speaks of a text of that length. Raises Malformed."""
    if not is_tame(document, MOST_LEVELS) or not keeps(document, _schema(), _schema()):
        raise Malformed("a review is not what a review is")
    if not all(_lies_within((one["start"], one["end"]), characters) for one in _spans(document)):
        raise Malformed("a review speaks of another text")
    checked: dict[str, Any] = document
    return checked


def _spans(document: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    return [*document["statements"], *document["unread"]]


def _lies_within(place: Any, length: int) -> bool:
    start, end = place
    return bool(0 <= start <= end <= length)


@cache
def _schema() -> dict[str, Any]:
    return schema()
