"""A statement that has no cue is only likely to say what is asked of it: it may be supported, and never more."""

from __future__ import annotations

import pytest

from cranework import review
from cranework.reading.checks import judge
from cranework.reading.checks.world import World
from cranework.reading.model import Statement
from cranework.references import shipped

FILM = "The Cranes Are Flying"


def form(words: str, runner_up: str | None) -> str:
    text = f"{FILM} opened in 1957. {words}."
    start = text.index(words)
    likely = {} if runner_up is None else {"runner_up": runner_up}
    statement = Statement(start, start + len(words), "form", "form", "film", **likely)  # type: ignore[arg-type]
    judged = judge(statement, World(shipped(), shipped().entity("film:cranes"), True, text))
    assert all(one.rule == "form: no cue" for one in judged.evidence if one.vote == "-" and runner_up)
    return judged.verdict


def test_it_may_be_supported() -> None:
    assert form("filmed in black and white", "opinion") == "supported"


def test_it_is_never_refuted() -> None:
    assert form("filmed in colour", None) == "refuted"
    assert form("filmed in colour", "opinion") == "unverified"


@pytest.mark.parametrize("sentence", ["The posters were in colour.", "His socks are in lurid colour."])
def test_what_is_no_film_is_not_held_against_the_film(sentence: str) -> None:
    found = review(f"{FILM} was directed by Kalatozov. {sentence}", film=FILM).document()["statements"]
    assert "refuted" not in [one["verdict"] for one in found]
