"""The reading page before a browser sees it: what it knows, what it may do, where it is written."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path
from typing import Any, cast

import pytest
from tests.page.made_review import TEXT, MadeReview, said
from tests.page.made_study import made_study
from tests.page.test_build import HOSTILE, Elements

from cranework.errors import NoPermission
from cranework.page.build import REVIEW_PAGE, render, write
from cranework.page.payload import payload
from cranework.page.review import alone, build_review, with_reviews
from cranework.study.reviewed import VERDICTS
from cranework.study.store import Study


def a_study(shots: int = 50) -> Study:
    return cast(Study, made_study([48] * shots))


def hostile_review() -> MadeReview:
    """A text and evidence that try to be more than words; every name of the document that may hold any text does."""
    odd = f"{HOSTILE} \u202e\x00\r\n\U0001f3ee \ud83d"
    rows = tuple(
        (HOSTILE, kind, HOSTILE, verdict, 0.5,
         [said(HOSTILE, HOSTILE, vote, HOSTILE, HOSTILE, rule=HOSTILE, at=[0, 48])])
        for kind, verdict, vote in zip(("credit", "form", "award", "plot", "date"), VERDICTS, "+-~0+", strict=True)
    )  # fmt: skip
    film = {"title": HOSTILE, "entity": HOSTILE, "sure": False, "file": HOSTILE}
    return MadeReview(HOSTILE, odd, rows, ((HOSTILE, HOSTILE),), film)


def page_of(review: MadeReview, study: Study | None = None) -> str:
    return render(alone([review], study), REVIEW_PAGE)


def data_of(page: str) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(Elements(page).texts["script application/json"])
    return data


def test_hostile_words_stay_words() -> None:
    plain, hostile = Elements(page_of(MadeReview())), Elements(page_of(hostile_review(), a_study(5)))
    assert [tag for tag, _ in hostile.found] == [tag for tag, _ in plain.found]
    data = json.loads(hostile.texts["script application/json"])
    assert data["reviews"][0]["statements"][0]["evidence"][0]["says"] == HOSTILE
    assert HOSTILE in Elements(page_of(hostile_review())).texts["h1"]


def test_it_names_no_address_and_only_its_own_script_may_act() -> None:
    page = page_of(MadeReview(), a_study())
    assert not re.search(r"(?:https?|wss?|ftp):|src=[\"']//|@import|url\(", page)
    policy = next(said["content"] for _, said in Elements(page).found if said.get("http-equiv"))
    assert policy is not None and policy.startswith("default-src 'none'; img-src data:; ")
    assert "unsafe" not in policy and "connect" not in policy


def test_the_text_is_kept_as_given() -> None:
    assert data_of(page_of(MadeReview()))["reviews"][0]["text"] == TEXT
    odd = "a\r\nb\u2028c &lt;br&gt; \U0001f3ee e\u0301"
    assert data_of(page_of(MadeReview(text=odd, rows=(), unread=())))["reviews"][0]["text"] == odd


def test_half_a_character_takes_the_place_of_one() -> None:
    text = data_of(page_of(hostile_review()))["reviews"][0]["text"]
    assert len(text) == len(hostile_review().text) and text.endswith("?")


def test_without_a_study_there_is_no_film_and_places_are_frames() -> None:
    data = alone([MadeReview()])
    assert data["film"] == {"name": "", "title": None, "frames": 0, "duration": None} and data["stills"] is None
    evidence = [one for row in data["reviews"][0]["statements"] for one in row["evidence"] if one["at"]]
    assert evidence and all(one["at_time"] is None for one in evidence)


def test_times_of_the_document_stand_where_there_is_no_study() -> None:
    evidence = said("the film", "a long take", "+", at=[24, 48], at_time=[1.0, 2.0])
    row = ("a film", "form", "long_take", "supported", 0.9, [evidence])
    [statement] = alone([MadeReview(text="a film", rows=(row,), unread=())])["reviews"][0]["statements"]
    assert statement["evidence"][0]["at_time"] == [1.0, 2.0]


def test_with_a_study_evidence_has_times_and_pictures() -> None:
    data = alone([MadeReview()], a_study())
    evidence = [one for row in data["reviews"][0]["statements"] for one in row["evidence"] if one["at"]]
    assert [36 / 24, round(160 / 24, 6)] in [one["at_time"] for one in evidence]
    assert data["film"]["duration"] == 100 and data["barcode"] and len(data["shots"]["rows"]) == 50
    touched = {frame // 48 for frame in data["stills"]["frames"]}
    assert {0, 1, 2, 3, 49} <= touched, "a statement on the whole film points to all of it"


def test_only_the_shots_that_are_pointed_to_have_pictures() -> None:
    row = ("LANTERN", "form", "long_take", "supported", 0.9, [said("the film", "long", "+", at=[96, 192])])
    stills = alone([MadeReview(rows=(row,))], a_study())["stills"]
    assert [frame // 48 for frame in stills["frames"]] == [2, 3]


def test_the_page_is_the_same_each_time() -> None:
    assert page_of(MadeReview(), a_study()) == page_of(MadeReview(), a_study())


def test_the_document_is_not_changed_by_being_shown() -> None:
    class Kept(MadeReview):
        def document(self) -> dict[str, Any]:
            return kept

    kept = MadeReview().document()
    before = json.dumps(kept)
    alone([Kept()], a_study())
    assert json.dumps(kept) == before


def test_the_film_s_page_has_a_section_and_a_lane_of_it() -> None:
    study = a_study()
    data = with_reviews(payload(study), study, [MadeReview(), MadeReview(name="other.txt")])
    assert [review["name"] for review in data["reviews"]] == ["lantern.txt", "other.txt"]
    kind = data["kinds"][-1]
    assert (kind["name"], len(kind["rows"])) == ("statements", 14)
    assert kind["columns"][0]["values"] == ["supported", "refuted", "differs"]
    assert kind["rows"][0][4:] == ["supported", "✓ It is extremely mobile, hardly ever at rest", 0.86]


def test_a_review_that_points_nowhere_adds_no_lane() -> None:
    study = a_study(5)
    data = with_reviews(payload(study), study, [MadeReview(text="a film", rows=(), unread=())])
    assert "statements" not in [kind["name"] for kind in data["kinds"]] and len(data["reviews"]) == 1


def test_it_is_written_to_a_file_or_a_stream(tmp_path: Path) -> None:
    stream = io.StringIO()
    build_review(MadeReview(), stream)
    build_review([MadeReview()], tmp_path / "page.html")
    assert (tmp_path / "page.html").read_text("utf-8") == stream.getvalue()
    assert "<title>The Lantern on the Quay</title>" in stream.getvalue()
    with pytest.raises(NoPermission):
        build_review(MadeReview(), tmp_path / "no folder" / "page.html")
    film = io.StringIO()
    write(a_study(5), film, [MadeReview()])
    assert "lantern.txt" in film.getvalue()


def test_a_review_of_no_known_film_is_called_by_its_name() -> None:
    assert "<title>lantern.txt</title>" in page_of(MadeReview(film=None))


def test_a_page_without_a_film_weighs_little() -> None:
    assert len(page_of(MadeReview()).encode()) < 120_000
