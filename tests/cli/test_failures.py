"""Every failure is one clear line on standard error and the exit code of the contract; nothing else is left."""

from __future__ import annotations

import os
import shutil
import sqlite3
from pathlib import Path

import pytest
from tests.cli.conftest import Command, Ended

from cranework.cli.main import cranework
from cranework.study import tables


def told(ended: Ended, code: int, *words: str) -> None:
    assert ended.code == code, ended
    assert ended.out == ""
    assert ended.err.startswith("cranework: ") and ended.err.count("\n") == 1 and ended.err.endswith("\n"), ended.err
    for word in words:
        assert word in ended.err, ended.err
    assert "Traceback" not in ended.err and "\x1b" not in ended.err


@pytest.mark.parametrize(
    "line",
    ["analyze", "analyze --wrong film.mp4", "analyze film.mp4 --workers 0", "analyze film.mp4 --workers many",
     "analyze film.mp4 --stream -1", "nonsense", "show", "show a.cranework nonsense", "export a.cranework", "report",
     "info", "--nonsense", "demo nonsense", "layers nonsense"],
)  # fmt: skip
def test_a_wrong_command_line(line: str, command: Command) -> None:
    told(command(*line.split()), 2, "--help")


def test_a_wrong_layer_is_told_once(command: Command, film: Path, other: Path, tmp_path: Path) -> None:
    told(command("analyze", film, other, "--layers", "luma,lumo"), 2, "'lumo'", "luma")
    assert not list(tmp_path.glob("*.cranework"))


UNUSABLE = {"missing.mp4": None, "empty.mp4": b"", "text.mp4": b"no film\n" * 100, "random.mkv": os.urandom(5000)}


@pytest.mark.parametrize("name", UNUSABLE)
@pytest.mark.parametrize("name_of_command", ["analyze", "info", "show", "report", "export"])
def test_what_is_no_film(name: str, name_of_command: str, command: Command, tmp_path: Path) -> None:
    content = UNUSABLE[name]
    if content is not None:
        (tmp_path / name).write_bytes(content)
    told(
        command(name_of_command, name, *(["json"] if name_of_command == "export" else [])),
        3,
        f"cranework: {name}: ",
        ";",
    )
    assert [path.name for path in tmp_path.iterdir()] == ([name] if content is not None else [])


def test_a_folder_is_no_film(command: Command, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    told(command("analyze", "folder"), 3, "folder")


def test_one_bad_film_among_several(command: Command, film: Path, other: Path, tmp_path: Path) -> None:
    ended = command("analyze", "missing.mp4", film, tmp_path, other, "-o", "studies")
    assert ended.code == 3
    assert ended.out.count("\n") == 2 and str(film) in ended.out and str(other) in ended.out
    failures = [line for line in ended.err.splitlines() if line.startswith("cranework: ")]
    assert len(failures) == 2 and "missing.mp4" in failures[0] and "folder" in failures[1]
    assert sorted(path.name for path in (tmp_path / "studies").iterdir()) == ["film.cranework", "other.cranework"]


def test_the_code_is_that_of_the_first_failure(
    command: Command, film: Path, other: Path, measured: Path, tmp_path: Path
) -> None:
    (tmp_path / "studies").mkdir()
    shutil.copy(measured, tmp_path / "studies" / "other.cranework")
    ended = command("analyze", other, "missing.mp4", film, "-o", "studies")
    assert ended.code == 2 and "another film" in ended.err
    assert (tmp_path / "studies" / "film.cranework").exists()
    assert command("analyze", "missing.mp4", other, "-o", "studies").code == 3


def test_the_study_of_another_film_is_kept(command: Command, other: Path, measured: Path, tmp_path: Path) -> None:
    study = Path(shutil.copy(measured, tmp_path / "a.cranework"))
    before = study.read_bytes()
    told(command("analyze", other, "-o", study), 2, "a.cranework", "film.mp4")
    assert study.read_bytes() == before


@pytest.mark.parametrize("content", [b"precious words", b"precious words " * 500], ids=["short", "long"])
def test_a_file_that_is_no_study_is_never_written_over(
    content: bytes, command: Command, film: Path, tmp_path: Path
) -> None:
    (tmp_path / "letter.txt").write_bytes(content)
    told(command("analyze", film, "-o", "letter.txt"), 3, "letter.txt")
    assert (tmp_path / "letter.txt").read_bytes() == content


def test_the_film_itself_as_output(command: Command, film: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copy(film, tmp_path / "copy.mp4"))
    assert command("analyze", copy, "-o", copy).code == 3
    assert copy.read_bytes() == film.read_bytes()


def test_output_in_a_folder_that_is_not_there(command: Command, film: Path) -> None:
    told(command("analyze", film, "-o", "nowhere/a.cranework"), 4, "folder")


def test_output_where_a_file_stands_in_the_way(command: Command, film: Path, other: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("precious")
    ended = command("analyze", film, other, "-o", "file")
    assert ended.code == 2 and "file" in ended.err
    assert (tmp_path / "file").read_text() == "precious"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="everything may be written here")
def test_a_folder_that_may_not_be_written(command: Command, film: Path, tmp_path: Path) -> None:
    (tmp_path / "locked").mkdir(mode=0o500)
    told(command("analyze", film, "-o", "locked/a.cranework"), 4)


@pytest.mark.parametrize("line", ["show {}", "export {} json", "export {} csv", "report {}"])
def test_what_is_no_study(line: str, command: Command, measured: Path, tmp_path: Path) -> None:
    files = {"missing": None, "empty": b"", "words": b"words\n" * 400, "cut": measured.read_bytes()[:9000]}
    for name, content in files.items():
        study = tmp_path / f"{name}.cranework"
        if content is not None:
            study.write_bytes(content)
        told(command(*line.format(study.name).split()), 3, f"cranework: {study.name}: ")
        assert not list(tmp_path.glob("*.html"))


def test_a_newer_study(command: Command, measured: Path, tmp_path: Path) -> None:
    study = shutil.copy(measured, tmp_path / "newer.cranework")
    database = sqlite3.connect(study)
    database.execute(f"PRAGMA user_version = {tables.VERSION + 1}")
    database.close()
    told(command("show", study), 3, "newer")


@pytest.mark.parametrize("line", ["export {} pdf", "export {} csv --table nonsense", "export {} json --table shots"])
def test_an_unknown_format_or_table(line: str, command: Command, measured: Path) -> None:
    ended = command(*line.format(measured).split())
    told(ended, 2)


def test_an_export_to_nowhere_leaves_nothing(command: Command, measured: Path, tmp_path: Path) -> None:
    told(command("export", measured, "json", "-o", "nowhere/a.json"), 4)
    told(command("report", measured, "-o", "nowhere/a.html"), 4)
    assert list(tmp_path.iterdir()) == []


def test_what_has_not_been_measured(command: Command, film: Path) -> None:
    assert command("analyze", film, "--layers", "luma", "-o", "some.cranework").code == 0
    for line in ("show some.cranework", "show some.cranework statistics", "export some.cranework csv"):
        told(command(*line.split()), 3, "some.cranework")


def test_a_name_with_a_newline_is_still_one_line(command: Command) -> None:
    told(command("analyze", "new\nline.mp4"), 3)


def test_a_defect_is_told_and_reported(command: Command, film: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("of all\nthings")

    monkeypatch.setattr("cranework.engine.run.analyze", broken)
    ended = command("analyze", film)
    told(ended, 1, "ZeroDivisionError: of all things", "report")
    report = Path(ended.err.split("the report ")[1].strip())
    assert "ZeroDivisionError" in report.read_text(encoding="utf-8")
    verbose = command("analyze", film, "--verbose")
    assert "Traceback" in verbose.err


def test_verbose_says_what_the_library_said(command: Command, tmp_path: Path) -> None:
    (tmp_path / "text.mp4").write_text("no film\n" * 100)
    quiet, verbose = command("analyze", "text.mp4"), command("analyze", "text.mp4", "--verbose")
    assert verbose.code == quiet.code == 3
    assert verbose.err.startswith(quiet.err) and len(verbose.err) > len(quiet.err)


def test_ctrl_c(command: Command, film: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("cranework.engine.tasks.measure_segment", stopped)
    told(command("analyze", film), 130, "stopped")


@pytest.mark.parametrize("name", ["", *cranework.commands])
def test_help(name: str, command: Command) -> None:
    ended = command(*filter(None, [name]), "--help")
    assert (ended.code, ended.err) == (0, "")
    assert ended.out.startswith("Usage: cranework") and "--help" in ended.out
    assert command(*filter(None, [name]), "-h").out == ended.out
