from __future__ import annotations

import base64
import hashlib
import io
import json
import re
from html.parser import HTMLParser
from importlib.resources import files
from pathlib import Path
from typing import cast

import pytest
from tests.page.made_study import MadeStudy, made_film, made_study

from cranework.errors import NoPermission
from cranework.page.build import embedded, render, write
from cranework.page.payload import payload
from cranework.study.store import Study

HOSTILE = "</script><img src=x onerror=alert(1)><!--<script>\u2028'\"&amp;{{ 7 * 7 }}"
FEATURE_SHOTS = 3_600
MOST_BYTES = 12_000_000


def page_of(study: MadeStudy) -> str:
    return render(payload(cast(Study, study)))


def hostile_study() -> MadeStudy:
    film = made_film(name=HOSTILE, frames=240, title=HOSTILE, damage=(HOSTILE,))
    study = made_study([48] * 5, film=film, flags=lambda index: [HOSTILE], words=HOSTILE)
    for row in study.rows["chapters"]:
        row["title"] = HOSTILE
    for row in study.rows["moves"]:
        row |= dict.fromkeys(("why", "evidence", "speed_word", "speed_unit"), HOSTILE) | {"ambiguous_with": [HOSTILE]}
    study.rows["moves"][0]["label"] = HOSTILE
    study.rows["moves"][1] |= {"label": "constructor", "tracks": {"first": HOSTILE, "points": [HOSTILE, [1] * 5]}}
    study.rows["moves"][2] |= {"ambiguous_with": HOSTILE, "degrees_per_s": HOSTILE, "travel": HOSTILE, "speed": HOSTILE}
    study.rows["mobility"][0]["share_by_label"] = {HOSTILE: 0.5, "__proto__": 0.1, "static": HOSTILE}
    study.shots[0] |= {"steadiness": HOSTILE, "mobility": HOSTILE}
    for layer in study.layers:
        layer.title = layer.meaning = HOSTILE
    return study


class Elements(HTMLParser):
    """The elements of a page with their attributes, and the text of the scripts."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.texts: dict[str, str] = {}
        self._open = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

        self._open = f"{tag} {dict(attrs).get('type', '')}".strip()

    def handle_endtag(self, tag: str) -> None:
        self._open = ""

    def handle_data(self, data: str) -> None:
        self.texts[self._open] = self.texts.get(self._open, "") + data


def test_hostile_words_stay_words() -> None:
    plain, hostile = Elements(page_of(made_study([48] * 5))), Elements(page_of(hostile_study()))
    assert [tag for tag, _ in hostile.found] == [tag for tag, _ in plain.found]
    data = json.loads(hostile.texts["script application/json"])
    assert data["film"]["title"] == data["film"]["name"] == HOSTILE
    assert HOSTILE in hostile.texts["h1"] and HOSTILE in hostile.texts["title"]


def test_no_character_of_the_data_means_anything_to_a_parser() -> None:
    text = embedded({"name": HOSTILE})
    assert not set("<>&\u2028\u2029") & set(text)
    assert json.loads(text) == {"name": HOSTILE}


def test_the_page_names_no_address() -> None:
    page = page_of(made_study([24, 24]))
    assert not re.search(r"(?:https?|wss?|ftp):|src=[\"']//|@import|url\(", page)


def test_only_the_page_s_own_style_and_script_may_act() -> None:
    elements = Elements(page_of(made_study([24])))
    policy = next(said["content"] for _, said in elements.found if said.get("http-equiv") == "Content-Security-Policy")
    assert policy is not None and policy.startswith("default-src 'none'; img-src data:; ")
    assert "unsafe" not in policy and "connect" not in policy
    for directive, text in (("style", elements.texts["style"]), ("script", elements.texts["script module"])):
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"{directive}-src 'sha256-{digest}'" in policy


def test_no_module_has_a_way_to_make_markup_or_to_ask_a_host() -> None:
    for source in files("cranework.page").joinpath("modules").iterdir():
        text = source.read_text("utf-8")
        for forbidden in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "fetch(", "eval("):
            assert forbidden not in text, source.name
        assert text.count("\n") < 300, source.name


def test_no_name_is_declared_in_two_modules() -> None:
    texts = [source.read_text("utf-8") for source in files("cranework.page").joinpath("modules").iterdir()]
    declared = re.compile(r"^(?:export )?(?:async )?(?:const|let|function|class) (\w+)", re.MULTILINE)
    names = [name for text in texts for name in declared.findall(text)]
    assert sorted(names) == sorted(set(names)), "on the page they share one scope"


def test_the_page_is_the_same_each_time() -> None:
    assert page_of(made_study([24, 30])) == page_of(made_study([24, 30]))


def test_a_name_that_is_no_text_is_shown_as_far_as_it_is() -> None:
    study = made_study([24], film=made_film(name="caf\udce9.mp4", frames=24))
    page_of(study).encode("utf-8")


def test_it_is_written_to_a_file_or_a_stream(tmp_path: Path) -> None:
    study = cast(Study, made_study([24]))
    stream = io.StringIO()
    write(study, stream)
    write(study, tmp_path / "page.html")
    assert (tmp_path / "page.html").read_text("utf-8") == stream.getvalue()
    assert stream.getvalue().startswith("<!DOCTYPE html>")
    with pytest.raises(NoPermission):
        write(study, tmp_path / "no folder" / "page.html")


@pytest.mark.slow
def test_the_page_of_a_feature_film_keeps_its_weight() -> None:
    page = page_of(made_study([42] * FEATURE_SHOTS, stills_per_shot=2))
    assert len(page.encode("utf-8")) < MOST_BYTES
