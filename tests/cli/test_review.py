"""`cranework review`: what is read is made here by hand; what is printed, written and refused is looked at."""

from __future__ import annotations

import io
import json
import os
import sys
from pathlib import Path
from typing import Any

import pytest
from tests.cli.conftest import Ended
from tests.page.made_review import TEXT, MadeReview

from cranework.cli import failures
from cranework.cli import review as review_module
from cranework.cli.review import command as review_command
from cranework.reading import review as reading

NO_TEXT = b"\x00\x01\x02\x03" * 100


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """What the readers were asked for; every text is read as the made one is."""
    calls: list[dict[str, Any]] = []

    def review(text: str, **options: Any) -> MadeReview:
        calls.append({"text": text, **options})
        return MadeReview(options["name"]) if text == TEXT else MadeReview(options["name"], text, (), (), None)

    monkeypatch.setattr(reading, "review", review)
    return calls


@pytest.fixture
def run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], asked: list[dict[str, Any]]
) -> Any:
    """`run("lantern.txt")` in an empty folder with a text of that name, without references of the user's own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.delenv("CRANEWORK_REFERENCES", raising=False)
    Path("lantern.txt").write_text(TEXT, encoding="utf-8", newline="")

    def run_(*words: str | Path) -> Ended:
        arguments = [str(word) for word in words]
        monkeypatch.setattr(sys, "argv", ["cranework", "review", *arguments])
        code = failures.run(lambda: review_command.main(arguments, prog_name="cranework review", standalone_mode=False))
        return Ended(code, *capfd.readouterr())

    return run_


def test_a_text_is_told_as_a_table(run: Any) -> None:
    ended = run("lantern.txt")
    assert (ended.code, ended.err) == (0, "")
    lines = ended.out.splitlines()
    assert lines[0] == "lantern.txt: about The Lantern on the Quay"
    assert lines[1] == ("27 statements  ✓ 13 supported  ✗ 3 refuted  ≈ 3 differs  ? 3 unverified  ○ 5 not checkable")
    assert lines[2].split() == ["at", "verdict", "sure", "kind", "statement", "what", "speaks"]
    award = next(line for line in lines if "Best Actress" in line)
    assert "✗ refuted" in award and "0.96" in award and "Newsreel of the closing night: the acting" in award
    assert lines[-1] == "5 that nothing can settle are not listed; 2 stretches were not read"
    assert "one does not forget" not in ended.out and "\x1b" not in ended.out


def test_the_witness_that_decided_is_shown(run: Any) -> None:
    composed = "".join(run("lantern.txt").out.split())
    assert "DemographicSurvey:26.6of196.7million" in composed


def test_json_is_one_document_a_line(run: Any) -> None:
    ended = run("lantern.txt", "lantern.txt", "--json")
    assert (ended.code, ended.err) == (0, "")
    documents = [json.loads(line) for line in ended.out.splitlines()]
    assert documents == [MadeReview().document()] * 2


def test_a_text_comes_from_standard_input(run: Any, monkeypatch: pytest.MonkeyPatch, asked: Any) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
    assert run("-").out.startswith("standard input: about The Lantern")
    assert asked[0]["text"] == TEXT and asked[0]["name"] == "standard input"


def test_every_kind_of_file_is_written(run: Any) -> None:
    names = ["a.html", "a.json", "a.csv", "a.evidence.csv", "a.jsonld", "a.claims.jsonld"]
    ended = run("lantern.txt", *(word for name in names for word in ("-o", name)))
    assert ended.code == 0 and ended.out.splitlines() == names
    assert ended.err.startswith("lantern.txt: 27 statements  ✓ 13 supported")
    assert Path("a.html").read_text("utf-8").startswith("<!DOCTYPE html>")
    assert json.loads(Path("a.json").read_text("utf-8")) == MadeReview().document()
    assert Path("a.csv").read_bytes().startswith(b"text,id,start,end,words,") and b"\r\n" in Path("a.csv").read_bytes()
    assert run("lantern.txt", "-o", "b.html", "--quiet")[:] == (0, "b.html\n", "")


def test_a_name_that_says_nothing_is_refused_before_anything_is_read(run: Any, asked: Any) -> None:
    ended = run("lantern.txt", "-o", "page.pdf")
    assert ended.code == 2 and ended.out == "" and asked == []
    assert ended.err == (
        "cranework: page.pdf: its name does not say what it is to hold; "
        "end it in .html, .json, .csv, .evidence.csv, .jsonld, .claims.jsonld\n"
    )


def test_each_text_that_cannot_be_read_has_its_line_and_the_others_are_read(run: Any) -> None:
    Path("no-text.txt").write_bytes(NO_TEXT)
    Path("folder").mkdir()
    ended = run("missing.txt", "no-text.txt", "folder", "lantern.txt", "--json")
    assert ended.code == 3 and len(ended.out.splitlines()) == 1
    assert ended.err.splitlines() == [
        "cranework: missing.txt: there is no such file; check its name",
        "cranework: no-text.txt: is no text; give plain text, HTML or Markdown",
        "cranework: folder: this is a folder; name the texts in it",
    ]


def test_nothing_is_written_where_nothing_could_be_read(run: Any) -> None:
    ended = run("missing.txt", "-o", "page.html")
    assert ended.code == 3 and ended.out == "" and not Path("page.html").exists()


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="who may read all is refused nothing")
def test_a_text_that_may_not_be_read(run: Any) -> None:
    Path("lantern.txt").chmod(0)
    assert run("lantern.txt").code == 4


def test_a_folder_that_is_not_there(run: Any) -> None:
    ended = run("lantern.txt", "-o", "nowhere/page.html")
    assert ended.code == 4 and ended.err.count("\n") == 1 and "its folder does not exist" in ended.err


@pytest.mark.parametrize(
    ("words", "code"),
    [((), 2), (("lantern.txt", "--subtitles", "a.srt"), 3), (("lantern.txt", "--references", "lantern.txt"), 3),
     (("lantern.txt", "--study", "missing.cranework"), 3), (("lantern.txt", "--loud"), 2)],
)  # fmt: skip
def test_what_cannot_be_is_one_line(run: Any, words: tuple[str, ...], code: int) -> None:
    ended = run(*words)
    assert (ended.code, ended.out, ended.err.count("\n")) == (code, "", 1) and ended.err.startswith("cranework: ")


def test_film_and_study_are_handed_over(run: Any, asked: Any, tmp_path: Path) -> None:
    from tests.study.made import whole_study

    whole_study(tmp_path / "film.cranework")
    ended = run("lantern.txt", "--study", "film.cranework", "--film", "The Lantern", "-o", "page.html")
    assert ended.code == 0 and asked[0]["film"] == "The Lantern" and asked[0]["study"].path == "film.cranework"
    assert "Letyat" not in ended.out and Path("page.html").exists()


def test_nothing_steers_the_terminal(run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    evil = "\x1b[2J[red]x[/red]\u202e"
    row = (evil, "credit", "director", "refuted", 0.9, [{"source": evil, "says": evil, "as_of": evil, "at": None}])
    made = MadeReview(evil, evil, (row,), (), {"title": evil, "entity": None, "sure": False})
    monkeypatch.setattr(reading, "review", lambda *_, **__: made)
    ended = run("lantern.txt")
    assert ended.code == 0 and "\x1b" not in ended.out and "\u202e" not in ended.out
    assert "[red]x[/red]" in ended.out and ", as it seems" in ended.out


def test_a_text_without_statements(run: Any) -> None:
    Path("empty.txt").write_text("", encoding="utf-8")
    ended = run("empty.txt")
    assert ended.code == 0
    assert ended.out.splitlines() == ["empty.txt: it is not known which film it is about", "0 statements"]


def test_another_language_is_said() -> None:
    document = MadeReview("brief.txt", "Ein sehr langer Brief.", (), (), None).document()
    document["text"]["language"] = "de"
    told = review_module.remarks(document)
    assert told is not None and told.plain.startswith("this is not English, and only English is read")
