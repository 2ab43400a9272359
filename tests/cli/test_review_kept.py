"""What `cranework review` keeps in a study, how it is shown again, and the subtitles that it finds beside a film."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest
from tests.cli.conftest import Command
from tests.page.made_review import TEXT, MadeReview
from tests.study.made import whole_study

from cranework.cli import review as told
from cranework.reading import review as reading
from cranework.study.store import Study
from cranework.study.writer import StudyWriter

KEEPS = "film.cranework: keeps what was read of lantern.txt\n"
IN_USE = "film.cranework: the study is in use by another process; it does not keep what was read\n"


def cue(words: str) -> str:
    return f"1\n00:00:01,000 --> 00:00:02,000\n{words}\n"


ENGLISH = cue("They said that there is nothing to be done about it, and they were right.")
FRENCH = cue("Il ne faut pas que les gens le sachent, mais elle est dans la maison avec son ami.")
GERMAN = cue("Ich habe nicht gewusst, dass er noch in der Stadt ist und auf mich wartet.")


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """What the readers were asked for; every text is read as the made one is."""
    calls: list[dict[str, Any]] = []

    def review(text: str, **options: Any) -> MadeReview:
        calls.append(options)
        return MadeReview(options["name"])

    monkeypatch.setattr(reading, "review", review)
    return calls


@pytest.fixture
def cranework(command: Command, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, asked: Any) -> Command:
    """The command line in a folder with a study, `film.cranework`, and a text, `lantern.txt`."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    whole_study(tmp_path / "film.cranework")
    (tmp_path / "lantern.txt").write_text(TEXT, encoding="utf-8", newline="")
    return command


def test_a_review_is_kept_and_a_line_says_so(cranework: Command) -> None:
    ended = cranework("review", "lantern.txt", "--study", "film.cranework")
    assert (ended.code, ended.err) == (0, KEEPS) and ended.out.startswith("lantern.txt: about The Lantern")
    with Study.open("film.cranework") as study:
        assert [(review.name, review.text) for review in study.reviews] == [("lantern.txt", TEXT)]


def test_without_a_study_nothing_is_kept(cranework: Command) -> None:
    assert cranework("review", "lantern.txt").err == ""
    with Study.open("film.cranework") as study:
        assert study.reviews == []


def test_several_are_kept_each_once(cranework: Command) -> None:
    Path("other.txt").write_text("Other.", encoding="utf-8")
    words = ("review", "lantern.txt", "other.txt", "missing.txt", "--study", "film.cranework", "--json")
    for _ in range(2):
        ended = cranework(*words)
        assert ended.code == 3 and [json.loads(line)["text"]["name"] for line in ended.out.splitlines()] == [
            "lantern.txt", "other.txt",
        ]  # fmt: skip
        assert ended.err.splitlines()[-1] == "film.cranework: keeps 2 reviews"
    shown = cranework("show", "film.cranework", "reviews").out.splitlines()
    assert shown[0].split() == [
        "text", "statements", "supported", "refuted", "differs", "unverified", "not", "checkable", "read",
    ]  # fmt: skip
    assert [line.split()[:7] for line in shown[1:]] == [
        ["lantern.txt", "27", "13", "3", "3", "3", "5"], ["other.txt", "27", "13", "3", "3", "3", "5"],
    ]  # fmt: skip


def test_the_page_of_the_film_shows_them(cranework: Command) -> None:
    cranework("report", "film.cranework", "-o", "before.html")
    cranework("review", "lantern.txt", "--study", "film.cranework", "--quiet")
    assert cranework("report", "film.cranework", "-o", "after.html").code == 0
    before, after = (Path(name).read_text("utf-8") for name in ("before.html", "after.html"))
    assert "Directed by Mikhail Orlov" in after and "Directed by Mikhail Orlov" not in before


def test_nothing_steers_the_terminal(cranework: Command) -> None:
    with Study.open("film.cranework") as study, StudyWriter.hold("film.cranework", study.film) as writer:
        writer.keep_reviews([MadeReview("\x1b[2J[red]a[/red]\n")])
    ended = cranework("show", "film.cranework", "reviews")
    assert "\x1b" not in ended.out and "[red]a[/red]" in ended.out and len(ended.out.splitlines()) == 2


def test_a_study_in_use_keeps_nothing_and_the_review_is_told(cranework: Command) -> None:
    with Study.open("film.cranework") as study, study.unchanged():
        ended = cranework("review", "lantern.txt", "--study", "film.cranework", "-o", "page.html")
    assert ended.code == 0 and ended.out == "page.html\n" and Path("page.html").exists()
    assert ended.err.endswith(IN_USE) and ended.err.count("\n") == 2


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="who may write all is refused nothing")
def test_a_study_that_may_not_be_written(cranework: Command) -> None:
    Path("film.cranework").chmod(0o444)
    ended = cranework("review", "lantern.txt", "--study", "film.cranework")
    assert ended.code == 0 and ended.out and "may not be written; it does not keep" in ended.err


# Subtitles beside a film


@pytest.fixture
def beside(cranework: Command, monkeypatch: pytest.MonkeyPatch, asked: list[dict[str, Any]]) -> Any:
    """`beside({"film.srt": …})` is the text that the reader is given of the subtitles, and what is said of them."""
    monkeypatch.setattr(told, "study_of", lambda *_: Study.open("film.cranework"))

    def run(files: dict[str, str], *words: str, study: str = "film.mkv") -> tuple[str | None, str]:
        for name, content in files.items():
            Path(name).write_text(content, encoding="utf-8")
        ended = cranework("review", "lantern.txt", "--study", study, *words)
        assert ended.code == 0
        cues = asked[-1]["subtitles"]
        return None if cues is None else cues[0].text.split()[0], ended.err.removesuffix(KEEPS)

    return run


def test_english_subtitles_are_found_by_their_words(beside: Any) -> None:
    files = {"film.srt": FRENCH, "film.1.srt": GERMAN, "film.en.forced.srt": ENGLISH, "film.txt": TEXT}
    assert beside(files) == ("They", "film.en.forced.srt: taken for the film's subtitles\n")


def test_the_only_subtitles_are_taken(beside: Any) -> None:
    assert beside({"film.fr.srt": FRENCH, "film.txt": TEXT, "film 2.srt": ENGLISH}) == (
        "Il", "film.fr.srt: taken for the film's subtitles\n",
    )  # fmt: skip


def test_of_several_in_other_languages_none_is_taken(beside: Any) -> None:
    line = "film.mkv: none of the 2 subtitle files beside it is English; name one with --subtitles\n"
    assert beside({"film.fr.srt": FRENCH, "film.de.srt": GERMAN}) == (None, line)


def test_those_that_are_named_are_taken(beside: Any) -> None:
    files = {"film.srt": ENGLISH, "other.srt": FRENCH}
    assert beside(files, "--subtitles", "other.srt") == ("Il", "")


def test_nothing_is_sought_beside_a_study_or_where_nothing_lies(beside: Any) -> None:
    assert beside({}) == (None, "")
    assert beside({"film.srt": ENGLISH}, study="film.cranework") == (None, "")


def test_nothing_is_sought_where_the_film_has_its_own(beside: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    spans = Study.spans
    monkeypatch.setattr(Study, "spans", lambda study, kind: [{}] if kind == "subtitles" else spans(study, kind))
    monkeypatch.setattr(told, "study_of", lambda *_: _with_subtitles())
    assert beside({"film.srt": ENGLISH}) == (None, "")


def _with_subtitles() -> Study:
    study = Study.open("film.cranework")
    study.kinds["subtitles"] = study.kinds["chapters"]
    return study
