"""The review document as JSON, as the schema that ships with the package describes it; of several texts, a list."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from cranework.export.review_format import ReviewExport
    from cranework.study.reviewed import Reviewed

INDENT = 1  # a person can read it, and it grows little


class ReviewJson:
    """One JSON object."""

    suffix = ".json"
    meaning = "the whole document, described by a JSON Schema"

    def write(self, reviews: Sequence[Reviewed], stream: IO[str]) -> None:
        """Writes the document; of several texts, a list of documents."""
        documents = [review.document() for review in reviews]
        told = documents[0] if len(documents) == 1 else documents
        json.dump(told, stream, ensure_ascii=False, allow_nan=False, indent=INDENT)
        stream.write("\n")


export: ReviewExport = ReviewJson()
