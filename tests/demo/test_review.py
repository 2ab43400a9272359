"""The review of the demonstration film: what is said in it is found, and worth what it is worth."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from cranework.demo import review as demo
from cranework.references import packs
from cranework.references.store import Store
from cranework.study.store import Study

LEAST_OVERLAP = 0.4
"""Overlap / union from which a statement is the one that is meant: where a clause is cut is taste."""


def test_every_expectation_stands_in_the_review_once() -> None:
    for expected in demo.EXPECTED:
        assert demo.text().count(expected.words) == 1, expected.words
    verdicts = [expected.verdicts[0] for expected in demo.EXPECTED]
    assert {"supported", "refuted", "differs", "unverified"} <= set(verdicts)


def test_its_facts_can_be_loaded_and_are_the_truth_of_the_script() -> None:
    from cranework.demo.editing import FRAME_RATE
    from cranework.demo.script import demonstration

    with store() as loaded:
        (film,) = [candidate.entity for candidate in loaded.find(demo.TITLE, kinds=["film"])][:1]
        (runtime,) = loaded.facts(film.id, "runtime_min")
        assert runtime.lo is not None
        assert abs(runtime.lo - demonstration().frames / FRAME_RATE) < 1
        assert [fact.complete for fact in loaded.facts(film.id, "director")] == [True]


def store() -> Store:
    """The facts that come with the program, and those about the film."""
    import yaml

    made = Store.in_memory()
    for name, text in packs.shipped():
        packs.load(made, yaml.safe_load(text), name)
    packs.load(made, demo.facts(), "demonstration")
    return made


@pytest.fixture(scope="module")
def statements(demonstration_study: Path) -> Iterator[list[dict[str, Any]]]:
    """What is found in the review, and what it is worth."""
    from cranework.reading.review import review

    with store() as references, Study.open(demonstration_study) as study:
        found = review(demo.text(), study, demo.TITLE, references, "review.txt")
        yield found.document()["statements"]


def overlap(a: tuple[int, int], b: tuple[int, int]) -> float:
    return max(0, min(a[1], b[1]) - max(a[0], b[0])) / (max(a[1], b[1]) - min(a[0], b[0]))


@pytest.mark.slow
@pytest.mark.parametrize("expected", demo.EXPECTED, ids=lambda expected: expected.words)
def test_the_review_of_the_demonstration_film(expected: demo.Expected, statements: list[dict[str, Any]]) -> None:
    start = demo.text().index(expected.words)
    place = (start, start + len(expected.words))
    of_kind = [one for one in statements if one["kind"] in expected.kinds]
    near = [one for one in of_kind if overlap((one["start"], one["end"]), place) >= LEAST_OVERLAP]
    assert near, [one["text"] for one in statements if overlap((one["start"], one["end"]), place) > 0]
    nearest = max(near, key=lambda one: overlap((one["start"], one["end"]), place))
    assert nearest["verdict"] in expected.verdicts, nearest


@pytest.mark.slow
def test_nothing_else_is_refuted(statements: list[dict[str, Any]]) -> None:
    false = [expected.words for expected in demo.EXPECTED if expected.verdicts[0] == "refuted"]
    for one in statements:
        if one["verdict"] == "refuted":
            start, end = one["start"], one["end"]
            places = [(demo.text().index(words), demo.text().index(words) + len(words)) for words in false]
            assert any(overlap((start, end), place) > 0 for place in places), one
