"""Camera moves on the command line: the table of moves, the camera's path, other people's words."""

import csv
import io
import json
from pathlib import Path

import pytest
from tests.cli.conftest import Command
from tests.export.moving import moving_study
from tests.study.made import whole_study


@pytest.fixture
def moving(tmp_path: Path) -> Path:
    return moving_study(tmp_path / "moving.cranework")


def test_the_table_of_moves(command: Command, moving: Path) -> None:
    ended = command("show", moving, "moves")
    assert (ended.code, ended.err) == (0, "") and "\x1b" not in ended.out
    head, pan, tilt, roll, zoom, untold = ended.out.splitlines()
    assert head.split() == [
        "shot", "move", "from", "to", "begins", "seconds", "speed", "travel", "confidence", "or", "evidence",
    ]  # fmt: skip
    assert pan.split()[:6] == ["1", "pan_right", "0", "10", "00:00:00.000", "0.42"]
    assert "0.500 frame widths/s, fast, " in pan and " degrees/s" in pan and "0.210 widths" in pan and "90 %" in pan
    assert pan.split("90 %")[1].split() == ["truck_right", "all", "moves", "left"]
    assert "=the picture moves down" in tilt
    assert "12.0 degrees/s" in roll and "10.0 degrees" in roll
    assert "10.0 %/s, slow" in zoom and "1.040 times" in zoom
    assert untold.split()[:2] == ["3", "?"] and untold.rstrip().endswith("too few points")
    assert "pan_left, truck_left" in untold


def test_the_table_of_moves_measured_otherwise(command: Command, tmp_path: Path) -> None:
    ended = command("show", whole_study(tmp_path / "a.cranework"), "moves")
    assert (ended.code, ended.err) == (0, "") and "too dark" in ended.out


def test_the_camera_path(command: Command, moving: Path, tmp_path: Path) -> None:
    whole = command("export", moving, "camera-path")
    assert (whole.code, whole.err) == (0, "")
    assert len(list(csv.reader(io.StringIO(whole.out)))) == 51
    part = command("export", moving, "camera-path", "--shot", "2").out.splitlines()
    assert part == [whole.out.splitlines()[0], *whole.out.splitlines()[11:31]]


def test_the_files_suffix_chooses_the_form(command: Command, moving: Path, tmp_path: Path) -> None:
    for name in ("path.json", "PATH.JSON"):
        assert command("export", moving, "camera-path", "--shot", "1", "-o", name).code == 0
        told = (tmp_path / name).read_text(encoding="utf-8")
        assert told == command("export", moving, "camera-path-json", "--shot", "1").out
        assert len(json.loads(told)["frames"]) == 10 and json.loads(told)["shot"] == 1
    assert command("export", moving, "camera-path", "-o", "path.csv").code == 0
    assert (tmp_path / "path.csv").read_bytes().startswith(b"frame,time,shot,")
    assert command("export", moving, "csv", "-o", "table.json").code == 0
    assert (tmp_path / "table.json").read_bytes().startswith(b"index,start,end,")


def test_a_study_without_motion(command: Command, tmp_path: Path) -> None:
    study = whole_study(tmp_path / "a.cranework")
    ended = command("export", study, "camera-path", "-o", "path.csv")
    assert ended.code == 3 and ended.out == "" and not (tmp_path / "path.csv").exists()
    assert ended.err == f"cranework: {study}: the camera's motion has not been measured; run: cranework analyze\n"


def test_a_vocabularys_terms(command: Command, moving: Path) -> None:
    ended = command("export", moving, "json", "--vocabulary", "trecvid")
    assert (ended.code, ended.err) == (0, "")
    document = json.loads(ended.out)
    assert document["shots"][0]["moves"][0]["terms"]["trecvid"] == {
        "low-level feature": ["pan (left or right) or track"]
    }
    assert "terms" not in command("export", moving, "json").out


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("json", "--vocabulary", "klingon"), "there are: ada, camerabench, movieshots, trecvid"),
        (("csv", "--vocabulary", "ada"), "csv: this format has no --vocabulary"),
        (("json", "--table", "shots"), "json: this format has no --table"),
        (("json", "--shot", "1"), "json: this format has no --shot"),
        (("camera-path", "--table", "moves"), "camera-path: this format has no --table"),
        (("camera-path", "--shot", "4"), "there is no shot 4 in it; it has 3 shots"),
        (("camera-path", "--shot", "0"), "0"),
        (("path",), "there are: camera-path, camera-path-json, csv, json"),
    ],
)
def test_what_makes_no_sense(words: tuple[str, ...], says: str, command: Command, moving: Path) -> None:
    ended = command("export", moving, *words)
    assert ended.code == 2 and ended.out == "" and ended.err.count("\n") == 1 and says in ended.err


def test_help_tells_the_vocabularies(command: Command) -> None:
    from cranework.export.vocabulary import names

    told = " ".join(command("export", "--help").out.split())
    assert all(name in told for name in names())
