"""The review document: what a text says about a film and what that is worth, described by `schema/review.schema.json`.

Whoever reads a text makes one; the page, the exports and the terminal show it, and none of them knows how it was made.
"""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any, Protocol

DOCUMENT_VERSION = 1
# In the order in which they are told. A sign tells a verdict where there is no color, a word where there is no sign.
SIGNS = {"supported": "✓", "refuted": "✗", "differs": "≈", "unverified": "?", "not_checkable": "○"}
VERDICTS = tuple(SIGNS)
VOTES = {"+": "states it", "-": "states otherwise", "~": "is near it", "0": "does not say"}
KINDS = (
    "credit", "role", "award", "date", "event_order", "duration", "quantity", "office", "first", "release", "title",
    "form", "scene", "quotation", "reception", "opinion", "plot",
)  # fmt: skip


class Reviewed(Protocol):
    """A text that has been read."""

    @property
    def name(self) -> str:
        """Of the text: a file's name, or what else it is called."""

    @property
    def text(self) -> str:
        """As it was given; all offsets count its code points."""

    def document(self) -> dict[str, Any]:
        """The review document, as `schema` describes it."""


def word(name: str) -> str:
    """A name of the document as one says it.

    >>> word("not_checkable")
    'not checkable'
    """
    return name.replace("_", " ")


def schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) that every review document keeps."""
    text = files("cranework.study").joinpath("schema/review.schema.json").read_text(encoding="utf-8")
    result: dict[str, Any] = json.loads(text)
    return result
