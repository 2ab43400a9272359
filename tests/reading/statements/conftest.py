"""A small world of our own: a film, its people and characters, and what a sentence says of them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from cranework.reading import statements, values
from cranework.reading.entities import Names
from cranework.reading.frame import frame
from cranework.reading.friends import friends
from cranework.reading.model import Statement
from cranework.reading.sentences import split
from cranework.reading.statements.mask import Masked, mask
from cranework.reading.text import clean
from cranework.references import packs
from cranework.references.store import Store

WORLD = {
    "entities": [
        {"id": "film:lights", "kind": "film", "name": "Harbour Lights", "aliases": ["Luces del puerto"]},
        {"id": "film:tide", "kind": "film", "name": "The Turning Tide"},
        {"id": "person:lund", "kind": "person", "name": "Ida Lund"},
        {"id": "person:marsh", "kind": "person", "name": "Peter Marsh"},
        {"id": "person:okada", "kind": "person", "name": "Keiko Okada"},
        {"id": "character:tom", "kind": "character", "name": "Tom Brandt", "aliases": ["Tom"], "film": "film:lights"},
        {"id": "character:greta", "kind": "character", "name": "Greta", "film": "film:lights"},
    ],
    "facts": [
        {"s": "film:lights", "p": "director", "o": "person:lund", "closed": True},
        {"s": "film:lights", "p": "cinematographer", "o": "person:marsh", "closed": True},
        {"s": "film:tide", "p": "director", "o": "person:lund", "closed": True},
        {"s": "character:greta", "p": "plays", "o": "person:okada", "q": {"film": "film:lights"}},
        {"s": "film:lights", "p": "cast", "o": "person:okada"},
    ],
}


@pytest.fixture(scope="session")
def store() -> Store:
    """References that know one film and its makers."""
    made = Store.in_memory()
    packs.load(made, WORLD)
    return made


Said = Callable[[str], list[tuple[Statement, str]]]


@pytest.fixture(scope="session")
def said(store: Store) -> Said:
    """What a text about *Harbour Lights* says: framed statements with their words."""

    def read(text: str) -> list[tuple[Statement, str]]:
        copy = clean(text)
        names = Names(store, copy.text, "Harbour Lights")
        context = statements.Context(names=names, friends=friends(copy.text))
        found: list[tuple[Statement, str]] = []
        sentences = split(copy, names.titles)
        numbers = values.find(copy.text)
        for place, sentence in enumerate(sentences):
            mentions = names.mentions(sentence)
            inside = [one for one in numbers if sentence.start <= one.start and one.end <= sentence.end]
            context.after = sentences[place + 1] if place + 1 < len(sentences) else None
            framed = [frame(one, sentence, context) for one in statements.find(sentence, mentions, inside, context)]
            context.read(sentence, mentions, framed)
            found += [(one, copy.text[one.start : one.end]) for one in framed]
        return found

    return read


@pytest.fixture(scope="session")
def masked(store: Store) -> Callable[[str], list[Masked]]:
    """The sentences of a text with signs for names and values."""

    def read(text: str) -> list[Masked]:
        copy = clean(text)
        names = Names(store, copy.text, "Harbour Lights")
        numbers = values.find(copy.text)
        return [
            mask(one, (*names.mentions(one), *(n for n in numbers if one.start <= n.start and n.end <= one.end)))
            for one in split(copy, names.titles)
        ]

    return read
