"""Reviews as W3C Web Annotations (JSON-LD): each statement one annotation, on its words and on the film's witness.

Web Annotation Data Model, W3C Recommendation of 23 February 2017; places in the film are Media Fragments URI 1.0, W3C
Recommendation of 25 September 2012. Positions in the text are code points, as both we and the model count them.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from typing import IO, TYPE_CHECKING, Any
from urllib.parse import quote
from uuid import UUID, uuid5

from cranework import __version__
from cranework.study.reviewed import VOTES, word

if TYPE_CHECKING:
    from cranework.export.review_format import ReviewExport
    from cranework.study.reviewed import Reviewed

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
AROUND = 32  # code points before and after the words, which find them again where the text has been changed
NAMESPACE = UUID("6f1f0c62-6f0c-5c5e-9f55-8d2b3a3f3b52")  # ours, for names made from a text and a statement's id
VERDICT = "urn:cranework:verdict:"


class Annotations:
    """One collection of annotations."""

    suffix = ".jsonld"
    meaning = "W3C Web Annotations: each verdict tied to its words and to its place in the film"

    def write(self, reviews: Sequence[Reviewed], stream: IO[str]) -> None:
        """Writes all statements of all texts as one collection with one page."""
        items = [annotation for review in reviews for annotation in _annotations(review)]
        whole = identifier("\0".join(_digest(review) for review in reviews), "collection")
        collection = {
            "@context": CONTEXT,
            "id": whole,
            "type": "AnnotationCollection",
            "label": ", ".join(review.name for review in reviews),
            "total": len(items),
            "first": {"id": f"{whole}#1", "type": "AnnotationPage", "startIndex": 0, "items": items},
        }
        json.dump(collection, stream, ensure_ascii=False, allow_nan=False, indent=1)
        stream.write("\n")


export: ReviewExport = Annotations()


def identifier(text: str, name: str) -> str:
    """A name that is the same for the same text and statement, and no other."""
    return uuid5(NAMESPACE, f"{text}\0{name}").urn


def address(name: str) -> str:
    """A file's name as a relative address, whatever its characters."""
    return quote(name.encode("utf-8", "surrogatepass"))


def _digest(review: Reviewed) -> str:
    return hashlib.sha256(review.text.encode("utf-8", "surrogatepass")).hexdigest()


def _annotations(review: Reviewed) -> Iterator[dict[str, Any]]:
    document, digest = review.document(), _digest(review)
    film = (document.get("film") or {}).get("file")
    for statement in document["statements"]:
        targets = [_words(review, document["text"].get("language"), statement), *_places(film, statement)]
        yield {
            "id": identifier(digest, statement["id"]),
            "type": "Annotation",
            "motivation": "assessing",
            "generator": {"type": "Software", "name": f"Cranework {__version__}"},
            "body": [
                {"type": "TextualBody", "purpose": "assessing", "value": assessment(statement), "format": "text/plain",
                 "language": "en"},
                {"type": "SpecificResource", "purpose": "classifying", "source": VERDICT + statement["verdict"]},
            ],
            "target": targets[0] if len(targets) == 1 else targets,
        }  # fmt: skip


def assessment(statement: Mapping[str, Any]) -> str:
    """Verdict, kind and confidence of a statement, and what each witness says, a line each."""
    lines = [f"{word(statement['verdict'])} ({statement['confidence']:.2f}): {word(statement['kind'])}"]
    for evidence in statement["evidence"]:
        vote, dated = VOTES.get(evidence.get("vote", ""), ""), evidence["as_of"]
        source = evidence["source"] + (f" ({dated})" if dated else "")
        lines.append(f"{' '.join(filter(None, (source, vote)))}: {evidence['says']}")
    return "\n".join(lines)


def _words(review: Reviewed, language: str | None, statement: Mapping[str, Any]) -> dict[str, Any]:
    start, end, text = statement["start"], statement["end"], review.text
    quotation = {
        "exact": text[start:end],
        "prefix": text[max(0, start - AROUND) : start],
        "suffix": text[end : end + AROUND],
    }
    return {
        "type": "SpecificResource",
        "source": {"id": address(review.name), "type": "Text", "format": "text/plain"}
        | ({"language": language} if language else {}),
        "selector": [
            {"type": "TextPositionSelector", "start": start, "end": end},
            {"type": "TextQuoteSelector", **quotation},
        ],
    }


def _places(film: str | None, statement: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """Where in the film the evidence lies, each place once."""
    places = [tuple(one["at_time"]) for one in statement["evidence"] if film and one.get("at_time")]
    for start, end in dict.fromkeys(places):
        yield {"id": f"{address(film or '')}#t={_seconds(start)},{_seconds(end)}", "type": "Video"}


def _seconds(time: float) -> str:
    """Seconds as Media Fragments write them: to a thousandth, without needless zeros."""
    return f"{time:.3f}".rstrip("0").rstrip(".")
