"""Texts about the film that a study keeps, each with its review."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from tests.page.made_review import TEXT, MadeReview
from tests.study.made import FILM

from cranework.errors import InputError, StudyInUse
from cranework.study import texts
from cranework.study.store import Study
from cranework.study.writer import StudyWriter


def keep(path: Path, *reviews: MadeReview) -> None:
    with StudyWriter.hold(path, FILM) as writer:
        writer.keep_reviews(reviews)


def told(path: Path) -> list[tuple[str, str, dict[str, Any]]]:
    with Study.open(path) as study:
        return [(review.name, review.text, review.document()) for review in study.reviews]


def plain(name: str, text: str = "Nothing.") -> MadeReview:
    return MadeReview(name, text, (), (), None)


def pointing(*at: int) -> MadeReview:
    evidence = {"source": "the film", "says": "so", "as_of": None, "at": list(at), "at_time": [0.0, 1.0]}
    return MadeReview("a", "Long takes.", (("Long takes", "form", "long_take", "supported", 0.9, [evidence]),), ())


def test_a_new_study_keeps_none(finished: Path) -> None:
    assert told(finished) == []


def test_a_review_comes_back_as_it_was(finished: Path) -> None:
    keep(finished, pointing(3, 50))
    assert told(finished) == [("a", "Long takes.", pointing(3, 50).document())]


def test_what_was_measured_stays(finished: Path) -> None:
    with Study.open(finished) as study:
        before = study.document(), study.signal("light.mean").tolist()
    keep(finished, plain("a"))
    with Study.open(finished) as study:
        assert (study.document(), study.signal("light.mean").tolist()) == before


def test_a_text_of_the_same_name_takes_the_place_of_the_first(finished: Path) -> None:
    keep(finished, plain("a"), plain("b"))
    keep(finished, plain("a", "Something else."))
    assert [(name, text) for name, text, _ in told(finished)] == [("a", "Something else."), ("b", "Nothing.")]


@pytest.mark.parametrize("words", ["", "\0", "'); DROP TABLE film; --", "\U0001f3ee é\r\n", "\ud800 half", "x" * 300])
def test_any_name_and_any_text(finished: Path, words: str) -> None:
    keep(finished, plain(words, words), plain("other", words))
    clean = words.replace("\ud800", "?")
    assert [(name, text) for name, text, _ in told(finished)] == [(clean, clean), ("other", clean)]


def test_it_says_when(finished: Path) -> None:
    keep(finished, plain("a"))
    with Study.open(finished) as study:
        assert study.reviews[0].made.endswith("+00:00")


def test_a_reader_sees_what_is_kept_while_it_reads(finished: Path) -> None:
    with Study.open(finished) as study:
        keep(finished, plain("a"))
        assert [review.name for review in study.reviews] == ["a"]


def test_all_or_none(finished: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(texts, "MOST_TEXTS", 2)
    keep(finished, plain("a"))
    with pytest.raises(InputError, match="2 reviews already"):
        keep(finished, plain("b"), plain("c"))
    keep(finished, plain("b"), plain("a", "Anew."))
    assert [(name, text) for name, text, _ in told(finished)] == [("a", "Anew."), ("b", "Nothing.")]


def test_what_is_too_large_to_be_read_back_is_not_kept(finished: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(texts, "MOST_BYTES", {"name": 9, "content": 100, "review": 1000})
    for large in (plain("ten letters"), plain("a", "é" * 51), MadeReview("a", TEXT[:99], (), (("THE", "x" * 1000),))):
        with pytest.raises(InputError, match="too large to be kept"):
            keep(finished, large)
    keep(finished, plain("nine char", "é" * 50))
    assert len(told(finished)) == 1


def test_a_document_that_is_none_is_a_defect(finished: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(MadeReview, "document", lambda self: {"statements": []})
    with pytest.raises(ValueError, match="not what a review is"):
        keep(finished, plain("a"))
    assert told(finished) == []


def test_evidence_beyond_the_film_of_today_has_lost_its_place(finished: Path) -> None:
    keep(finished, pointing(40, 51))
    ((_, _, document),) = told(finished)
    assert document["statements"][0]["evidence"] == [
        {"source": "the film", "says": "so", "as_of": None, "at": None, "at_time": None}
    ]  # fmt: skip


def test_a_study_that_is_read_or_written_elsewhere_is_in_use(finished: Path) -> None:
    with Study.open(finished) as study, study.unchanged(), pytest.raises(StudyInUse):
        keep(finished, plain("a"))
    with closing(sqlite3.connect(finished)) as database:
        database.execute("BEGIN EXCLUSIVE")
        with pytest.raises(StudyInUse):
            keep(finished, plain("a"))
    assert told(finished) == []
