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
