"""Reviews as CSV (RFC 4180): a row for each statement, or a row for each piece of evidence.

The two tables belong together by text and id. A cell of text that a spreadsheet would take for a formula begins with an
apostrophe.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import IO, TYPE_CHECKING, Any

from cranework.export.csv import cell, harmless

if TYPE_CHECKING:
    from cranework.export.review_format import ReviewExport
    from cranework.study.reviewed import Reviewed

STATEMENTS = (
    "text", "id", "start", "end", "words", "kind", "runner_up", "predicate", "about", "subject", "objects", "modality",
    "polarity", "verdict", "confidence", "sources",
)  # fmt: skip
EVIDENCE = (
    "text", "id", "verdict", "source", "source_kind", "vote", "says", "as_of", "start", "end", "start_time", "end_time",
    "rule",
)  # fmt: skip
NOWHERE = (None, None)
Row = Iterable[Any]


class ReviewCsv:
    """A row a statement."""

    suffix = ".csv"
    meaning = "a table of the statements, one row each"

    def write(self, reviews: Sequence[Reviewed], stream: IO[str]) -> None:
        """Writes the statements of all texts as one table."""
        _write(stream, STATEMENTS, (_statement(text, one) for text, one in _statements(reviews)))


class EvidenceCsv:
    """A row a piece of evidence."""

    suffix = ".evidence.csv"
    meaning = "a table of the evidence, one row each"

    def write(self, reviews: Sequence[Reviewed], stream: IO[str]) -> None:
        """Writes the evidence for and against all statements of all texts as one table."""
        rows = (_evidence(text, one, evidence) for text, one in _statements(reviews) for evidence in one["evidence"])
        _write(stream, EVIDENCE, rows)


export: ReviewExport = ReviewCsv()
evidence_export: ReviewExport = EvidenceCsv()


def _write(stream: IO[str], header: Sequence[str], rows: Iterable[Row]) -> None:
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(map(harmless, header))
    writer.writerows([cell(value) for value in row] for row in rows)


def _statements(reviews: Iterable[Reviewed]) -> Iterator[tuple[str, dict[str, Any]]]:
    for review in reviews:
        for statement in review.document()["statements"]:
            yield review.name, statement


def _statement(text: str, one: Mapping[str, Any]) -> Row:
    more = {
        "text": text,
        "words": one["text"],
        "subject": (one.get("subject") or {}).get("words"),
        "objects": [part["words"] for part in one.get("objects", ())],
        "sources": list(dict.fromkeys(evidence["source"] for evidence in one["evidence"])),
    }
    told = {**one, **more}
    return [told.get(name) for name in STATEMENTS]


def _evidence(text: str, one: Mapping[str, Any], evidence: Mapping[str, Any]) -> Row:
    start, end = evidence["at"] or NOWHERE
    start_time, end_time = evidence.get("at_time") or NOWHERE
    told = {
        **evidence, "text": text, "id": one["id"], "verdict": one["verdict"], "source_kind": evidence.get("kind"),
        "start": start, "end": end, "start_time": start_time, "end_time": end_time,
    }  # fmt: skip
    return [told.get(name) for name in EVIDENCE]
