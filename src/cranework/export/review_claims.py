"""Facts that were checked, as ClaimReview (schema.org): what a text claims, and in words what it is worth.

Only what sources can settle is told, and only where they did; opinions never. No grade is invented: a rating here has a
name and no number.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from typing import IO, TYPE_CHECKING, Any

from cranework import __version__
from cranework.export.review_annotations import address, assessment, identifier
from cranework.study.reviewed import word

if TYPE_CHECKING:
    from cranework.export.review_format import ReviewExport
    from cranework.study.reviewed import Reviewed

CONTEXT = "https://schema.org"
FACTS = frozenset(
    ("credit", "role", "award", "date", "event_order", "duration", "quantity", "office", "first", "release", "title")
)
SETTLED = frozenset(("supported", "refuted", "differs"))


class Claims:
    """One graph of claims that were reviewed."""

    suffix = ".claims.jsonld"
    meaning = "ClaimReview of schema.org: the facts that sources settle"

    def write(self, reviews: Sequence[Reviewed], stream: IO[str]) -> None:
        """Writes the settled facts of all texts."""
        graph = [claim for review in reviews for claim in _claims(review)]
        json.dump({"@context": CONTEXT, "@graph": graph}, stream, ensure_ascii=False, allow_nan=False, indent=1)
        stream.write("\n")


export: ReviewExport = Claims()


def _claims(review: Reviewed) -> Iterator[dict[str, Any]]:
    document = review.document()
    digest = hashlib.sha256(review.text.encode("utf-8", "surrogatepass")).hexdigest()
    for statement in document["statements"]:
        if statement["kind"] in FACTS and statement["verdict"] in SETTLED:
            yield {
                "@type": "ClaimReview",
                "@id": identifier(digest, f"claim {statement['id']}"),
                "claimReviewed": " ".join(statement["text"].split()),
                "itemReviewed": _claim(review.name, document, statement),
                "reviewRating": {"@type": "Rating", "alternateName": word(statement["verdict"])},
                "reviewBody": assessment(statement),
                "author": {"@type": "Organization", "name": f"Cranework {__version__}"},
                "citation": list(dict.fromkeys(one["source"] for one in statement["evidence"])),
            }


def _claim(name: str, document: Mapping[str, Any], statement: Mapping[str, Any]) -> dict[str, Any]:
    """The claim and where it stands; who made it only where the document says so."""
    claim: dict[str, Any] = {
        "@type": "Claim",
        "appearance": {"@type": "CreativeWork", "name": name, "url": address(name)},
    }
    author, film = document["text"].get("author"), document.get("film") or {}
    if author:
        claim["author"] = {"@type": "Person", "name": author}
    if statement["about"] == "film" and film.get("title") and film.get("sure"):
        claim["about"] = {"@type": "Movie", "name": film["title"]}
    return claim
