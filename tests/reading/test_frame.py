"""How a thing is said: surely, hedged, from hearsay, as a joke, as a dream; affirmed or denied; and of whom."""

from __future__ import annotations

import pytest

from cranework.reading import statements, values
from cranework.reading.entities import Names
from cranework.reading.frame import frame
from cranework.reading.model import Statement
from cranework.reading.sentences import split
from cranework.reading.text import clean
from cranework.references import packs
from cranework.references.store import Store

PACK = {
    "entities": [
        {"id": "film:lights", "kind": "film", "name": "Harbour Lights"},
        {"id": "film:tide", "kind": "film", "name": "Letter Never Opened"},
        {"id": "person:lund", "kind": "person", "name": "Ida Lund"},
    ],
    "facts": [
        {"s": "film:lights", "p": "director", "o": "person:lund"},
        {"s": "film:tide", "p": "director", "o": "person:lund"},
    ],
}


@pytest.fixture(scope="module")
def store() -> Store:
    made = Store.in_memory()
    packs.load(made, PACK)
    return made


def framed(store: Store, text: str, kind: str) -> Statement:
    """The first statement of a kind in a text about Harbour Lights."""
    copy = clean(text)
    names = Names(store, copy.text, "Harbour Lights")
    context = statements.Context(names=names)
    sentences, numbers = split(copy, names.titles), values.find(copy.text)
    for place, sentence in enumerate(sentences):
        mentions = names.mentions(sentence)
        inside = [one for one in numbers if sentence.start <= one.start and one.end <= sentence.end]
        context.after = sentences[place + 1] if place + 1 < len(sentences) else None
        found = [frame(one, sentence, context) for one in statements.find(sentence, mentions, inside, context)]
        for one in found:
            if one.kind == kind:
                return one
        context.read(sentence, mentions, found)
    raise AssertionError(f"no {kind} in {text!r}")


MODALITIES = {
    "It was directed by Ida Lund.": ("credit", "asserted"),
    "Apparently it won the Golden Bear.": ("award", "hedged"),
    "If I remember correctly it lasts 90 minutes.": ("duration", "hedged"),
    "I think it was made in 1951.": ("release", "hedged"),
    "Some people on the net claim that Paul Denk directed it.": ("credit", "reported"),
    "It is said that the war ended in May 1945.": ("date", "reported"),
    "My grandmother says Paul Denk was still alive when it was made.": ("event_order", "reported"),
    "It could have won the Golden Bear.": ("award", "hypothetical"),
    "Oh sure, it was directed by Ida Lund.": ("credit", "ironic"),
    "It was shot in glorious Technicolor. I'm kidding.": ("form", "ironic"),
    "It was shot in glorious Technicolor. The harbour is wide.": ("form", "asserted"),
    "I thought it was good, and it was directed by Ida Lund.": ("credit", "asserted"),
}


@pytest.mark.parametrize(("text", "expected"), MODALITIES.items())
def test_modality(store: Store, text: str, expected: tuple[str, str]) -> None:
    kind, modality = expected
    if modality == "hypothetical":
        with pytest.raises(AssertionError):
            framed(store, text, kind)
        return
    assert framed(store, text, kind).modality == modality


POLARITIES = {
    "It was not directed by Ida Lund.": ("credit", "negative"),
    "It was never shown in Norway in 1951.": ("release", "negative"),
    "It was not Paul Denk who directed this film.": ("credit", "negative"),
    "It wasn't until 1951 that Ida Lund was able to make it.": ("release", "positive"),
    "It won no less than the Golden Bear.": ("award", "positive"),
    "She also made Letter Never Opened.": ("credit", "positive"),
    "I can't believe that it was directed by Ida Lund.": ("credit", "positive"),
    "It is not long, and it was directed by Ida Lund.": ("credit", "positive"),
    "Some people claim that Paul Denk directed it, which is nonsense.": ("credit", "negative"),
    "It is not true that it was directed by Ida Lund.": ("credit", "negative"),
    "Keiko Okada (who isn't in it enough) plays the baker.": ("role", "positive"),
}


@pytest.mark.parametrize(("text", "expected"), POLARITIES.items())
def test_polarity(store: Store, text: str, expected: tuple[str, str]) -> None:
    kind, polarity = expected
    assert framed(store, text, kind).polarity == polarity


ABOUT = {
    "It was directed by Ida Lund.": ("credit", "film"),
    "The war ended in May 1945.": ("date", "history"),
    "Ida Lund was born in 1903.": ("date", "person:lund"),
    "Prime Minister Paul Denk speaks.": ("office", "history"),
    "I prefer Ida Lund's Letter Never Opened.": ("credit", "film:tide"),
    "Letter Never Opened was directed by Paul Denk.": ("credit", "film:tide"),
    "Harbour Lights (1951) is short.": ("release", "film"),
    "Letter Never Opened (1960) is long.": ("release", "film:tide"),
}


@pytest.mark.parametrize(("text", "expected"), ABOUT.items())
def test_about(store: Store, text: str, expected: tuple[str, str]) -> None:
    kind, about = expected
    assert framed(store, text, kind).about == about
