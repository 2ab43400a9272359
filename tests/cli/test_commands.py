"""What the commands print: results on standard output, everything else on standard error."""

from __future__ import annotations

import csv
import io
import json
import shutil
from pathlib import Path
from typing import Any

import av
import pytest
from tests.cli.conftest import Command
from tests.film.made import noise

from cranework.engine import registry
from cranework.study.store import Study


def test_analyze_and_then_again(command: Command, film: Path, tmp_path: Path) -> None:
    first = command("analyze", film)
    assert first.code == 0 and first.err == ""
    assert first.out.startswith(f"{film}: 50 frames, 00:00:02.083, 160x120, 2 shots") and first.out.count("\n") == 1
    assert (tmp_path / "film.cranework").exists()
    second = command("analyze", film)
    assert second.out == first.out and "nothing was computed" in second.err


def test_quiet_says_nothing_but_results(command: Command, film: Path) -> None:
    for _ in range(2):
        assert command("analyze", film, "--quiet")[:] == (0, "", "")
    assert command("analyze", film, "--quiet", "--json").out


def test_json_is_one_document_a_line(command: Command, film: Path, other: Path) -> None:
    ended = command("analyze", film, other, "--json")
    assert (ended.code, ended.err) == (0, "")
    documents = [json.loads(line) for line in ended.out.splitlines()]
    assert [document["film"]["name"] for document in documents] == [film.name, other.name]
    exported = command("export", "film.cranework", "json").out
    assert json.loads(exported) == documents[0]


def test_some_layers_and_then_the_others(command: Command, film: Path) -> None:
    assert command("analyze", film, "--layers", "luma, chapters").code == 0
    ended = command("analyze", film)
    assert "computed" in ended.err and "are current" in ended.err


def test_several_films_of_one_name(command: Command, film: Path, tmp_path: Path) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        shutil.copy(film, tmp_path / folder / "film.mp4")
    ended = command("analyze", "a/film.mp4", "b/film.mp4")
    assert ended.code == 0 and len(ended.out.splitlines()) == 2


def test_a_study_in_a_folder(command: Command, film: Path, tmp_path: Path) -> None:
    (tmp_path / "studies").mkdir()
    assert command("analyze", film, "-o", "studies").code == 0
    assert [path.name for path in (tmp_path / "studies").iterdir()] == ["film.cranework"]


def test_a_film_in_place_of_its_study(command: Command, film: Path, tmp_path: Path) -> None:
    made = command("show", film)
    assert made.code == 0 and "measured" in made.err
    found = command("show", film)
    assert (found.out, found.err) == (made.out, "")
    assert command("show", "film.cranework").out == made.out
    assert command("export", film, "csv").out == command("export", "film.cranework", "csv").out
    assert command("report", film).code == 0
    assert sorted(path.name for path in tmp_path.iterdir())[0] == "film.cranework"


@pytest.mark.parametrize("what", ["shots", "moves", "transitions", "layers", "statistics", "reviews"])
def test_show(what: str, command: Command, measured: Path) -> None:
    ended = command("show", measured, what)
    assert (ended.code, ended.err) == (0, "")
    lines = ended.out.splitlines()
    assert len(lines) >= (1 if what in ("moves", "reviews") else 2) and "\x1b" not in ended.out
    assert all(line == line.rstrip() or line for line in lines)
    if what == "shots":
        assert ended.out == command("show", measured).out and len(lines) == 3


@pytest.mark.parametrize("table", ["shots", "transitions", "superimpositions", "signals"])
def test_csv(table: str, command: Command, measured: Path, tmp_path: Path) -> None:
    ended = command("export", measured, "csv", "--table", table)
    assert (ended.code, ended.err) == (0, "")
    rows = list(csv.reader(io.StringIO(ended.out)))
    assert len({len(row) for row in rows}) == 1
    with Study.open(measured) as study:
        count = {"shots": len(study.shots), "transitions": len(study.transitions), "signals": study.frames}
        assert len(rows) == 1 + int(count.get(table) or 0)
    command("export", measured, "csv", "--table", table, "-o", "file.csv")
    assert (tmp_path / "file.csv").read_bytes().decode("utf-8-sig") == ended.out.removeprefix("\ufeff")


def test_report(command: Command, measured: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr("webbrowser.open", opened.append)
    ended = command("report", measured, "-o", "page.html", "--open")
    assert ended[:] == (0, "page.html\n", "")
    assert opened == [(tmp_path / "page.html").as_uri()]
    assert command("report", measured).out == "film.html\n"


def test_layers(command: Command) -> None:
    ended = command("layers")
    assert (ended.code, ended.err) == (0, "")
    for layer in registry.layers().values():
        assert any(line.startswith(layer.name) for line in ended.out.splitlines())


def test_info(command: Command, film: Path, tmp_path: Path) -> None:
    ended = command("info", film)
    assert (ended.code, ended.err) == (0, "")
    for words in ("film.mp4", "h264", "160x120", "24", "50"):
        assert words in ended.out
    assert not list(tmp_path.glob("*.cranework")), "nothing is measured"


def titled(path: Path, title: str) -> Path:
    with av.open(str(path), "w") as output:
        output.metadata["title"] = title
        stream: Any = output.add_stream("libx264", rate=25)
        stream.width, stream.height, stream.pix_fmt = 64, 48, "yuv420p"
        for picture in noise(4, (64, 48)):
            output.mux(stream.encode(av.VideoFrame.from_ndarray(picture, format="rgb24")))
        output.mux(stream.encode(None))
    return path


@pytest.mark.parametrize("color", [True, False])
def test_a_films_words_do_not_steer_the_terminal(
    color: bool, command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    film = titled(tmp_path / "bad \x1b[31m name.mkv", "bad \x1b]0;title\x07 \x9b2J")
    monkeypatch.setattr("click._compat.should_strip_ansi", lambda *_, **__: not color)
    for words in (("info", film), ("analyze", film), ("show", film), ("analyze", tmp_path / "no \x1b[2J film.mkv")):
        ended = command(*words)
        assert not {"\x1b", "\x07", "\x9b"} & set(ended.out + ended.err), words


def test_undecodable_names(command: Command, film: Path, tmp_path: Path) -> None:
    import os

    name = os.fsdecode(b"caf\xe9.mp4")
    try:
        shutil.copy(film, tmp_path / name)
    except OSError:
        pytest.skip("this system has no such names")
    assert command("analyze", name).code == 0
    ended = command("analyze", name, "--json")
    assert ended.code == 0, ended.err
    assert json.loads(ended.out)["film"]["frames"] == 50
    assert command("info", name).code == 0
    assert command("analyze", os.fsdecode(b"missing\xe9.mp4")).code == 3
