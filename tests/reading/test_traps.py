"""Whole sentences, read and checked: true ones that a hasty checker calls refuted, and false ones that must be found.

Every sentence of `traps.yaml` was called wrong once, or stands for a kind of sentence that may be.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from cranework.reading.review import review
from cranework.references import packs
from cranework.references.store import Store

FILMS: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "traps.yaml").read_text(encoding="utf-8"))


def sentences(truth: str) -> list[Any]:
    return [pytest.param(film, sentence, id=sentence) for film in FILMS for sentence in film[truth]]


def verdicts(film: dict[str, Any], sentence: str) -> list[str]:
    with Store.in_memory() as store:
        packs.load(store, {"facts": film["facts"]})
        document = review(sentence, film=film["film"], references=store).document()
    return [one["verdict"] for one in document["statements"]]


@pytest.mark.parametrize(("film", "sentence"), sentences("right"))
def test_a_true_sentence_is_not_called_refuted(film: dict[str, Any], sentence: str) -> None:
    assert "refuted" not in verdicts(film, sentence)


@pytest.mark.parametrize(("film", "sentence"), sentences("wrong"))
def test_a_false_sentence_is_found(film: dict[str, Any], sentence: str) -> None:
    assert "refuted" in verdicts(film, sentence)


def lowered(sentence: str) -> str:
    """A sentence as it stands behind other words."""
    first = sentence.split()[0]
    return (
        sentence[0].lower() + sentence[1:]
        if first in ("It", "The", "This", "At", "Five", "A", "Director")
        else sentence
    )


@pytest.mark.parametrize(
    "prefix", ["Some say that ", "According to a critic, ", "I doubt that ", "It is not true that "]
)
@pytest.mark.parametrize(("film", "sentence"), sentences("wrong"))
def test_a_false_sentence_that_is_not_claimed_is_not_called_refuted(
    film: dict[str, Any], sentence: str, prefix: str
) -> None:
    assert "refuted" not in verdicts(film, prefix + lowered(sentence))


@pytest.mark.parametrize(
    "sentence",
    [
        "it was directed by Mikhail Kalatozov", "it was made in 1957", "Batalov plays Boris", "it won the Palme d'Or",
        "it runs 95 minutes", "it is a Soviet film", "the music is by Mieczyslaw Weinberg",
        "Germany attacked the Soviet Union on 22 June 1941",
    ],
)  # fmt: skip
def test_it_is_not_true_that_turns_the_verdict(sentence: str) -> None:
    film = FILMS[0]
    assert "supported" in verdicts(film, f"{sentence[0].upper()}{sentence[1:]}.")
    assert "refuted" in verdicts(film, f"It is not true that {sentence}.")
