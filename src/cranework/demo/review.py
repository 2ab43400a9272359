"""A review of the demonstration film with what is true, false and nobody's to say in it, and facts to check it by.

Nobody wrote it to be believed: it shows what reading finds. `EXPECTED` says what each statement is worth.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

TITLE = "The Demonstration Film"
TEXT, FACTS = "review.txt", "facts.yaml"
SEED = "seed.txt"
"""The review of The Cranes Are Flying with which Cranework began, as it was found: a translation with wrong facts."""


@dataclass(frozen=True, slots=True)
class Expected:
    """A statement of the review.

    Attributes:
        words: where it stands; they stand in the review once.
        kinds: what it may be taken for.
        verdicts: what it may be found to be worth, the best answer first.
    """

    words: str
    kinds: tuple[str, ...]
    verdicts: tuple[str, ...]


def _said(words: str, kind: str, *verdicts: str) -> Expected:
    return Expected(words, tuple(kind.split("|")), verdicts)


EXPECTED = (
    # what is so
    _said("directed by the Cranework authors", "credit", "supported"),
    _said("shot in black and white", "form", "supported"),
    _said('"Like ships across the sky."', "quotation", "supported"),
    _said('"Has anybody seen Boris?"', "quotation", "supported"),
    _said("the camera tilts down into a stairwell where a runner comes too late", "form", "supported"),
    _said("A horizontal wipe", "form", "supported"),
    _said("a dolly zoom", "form", "supported"),
    _said("superimposed", "form", "supported"),
    _said('"The birches are turning"', "quotation", "supported"),
    _said(
        "In the last scene the cranes come back and fly over the city again",
        "scene|plot|opinion",
        "supported",
        "not_checkable",
    ),
    # what is not
    _said("The camera hardly ever moves", "form", "refuted"),
    _said("there is not a single dissolve", "form", "refuted"),
    _said("without a single cut", "form", "refuted"),
    _said("photographed by Sergei Urusevsky", "credit", "refuted"),
    _said("The running time is 90 minutes", "duration", "refuted", "differs"),
    _said('"He will never come back."', "quotation", "differs"),
    # what nobody here can say
    _said('"We shall dance together when the spring is here"', "quotation", "unverified"),
    _said("It won a prize", "award", "unverified"),
    _said("Perhaps the most touching minute in the history of cinema", "opinion", "not_checkable"),
)


def text() -> str:
    """The review."""
    return files("cranework.demo").joinpath(TEXT).read_text(encoding="utf-8")


def seed() -> str:
    """The review with which Cranework began."""
    return files("cranework.demo").joinpath(SEED).read_text(encoding="utf-8")


def facts() -> Mapping[str, Any]:
    """The facts about the film, a pack as `references.packs.load` reads it."""
    import yaml

    content: Mapping[str, Any] = yaml.safe_load(files("cranework.demo").joinpath(FACTS).read_text(encoding="utf-8"))
    return content
