import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from tests.export.moving import PAN, moving_study
from tests.study.made import FRAMES, STEP, begun, whole_study

from cranework.errors import StudyUnfinished, UsageError
from cranework.export import camera_path, camera_path_json
from cranework.export.camera_path import COLUMNS, cumulated
from cranework.export.csv import decimal_text
from cranework.export.format import Export
from cranework.study.store import Study

HALF_A_WIDTH = 0.5 * float(STEP)  # of way in a frame


@pytest.fixture
def study(tmp_path: Path) -> Iterator[Study]:
    with Study.open(moving_study(tmp_path / "a.cranework")) as study:
        yield study


def rows_of(study: Study, shot: int | None = None) -> list[dict[str, str]]:
    stream = io.StringIO(newline="")
    camera_path.export.write(study, stream, shot=shot)
    assert stream.getvalue().count("\r\n") == stream.getvalue().count("\n")
    return list(csv.DictReader(io.StringIO(stream.getvalue(), newline="")))


def json_of(study: Study, shot: int | None = None) -> dict[str, Any]:
    stream = io.StringIO()
    camera_path_json.export.write(study, stream, shot=shot)
    told: dict[str, Any] = json.loads(stream.getvalue())
    return told


def column(rows: list[dict[str, str]], name: str) -> list[float]:
    return [float(row[name] or "nan") for row in rows]


def test_a_row_for_each_frame(study: Study) -> None:
    rows = rows_of(study)
    assert list(rows[0]) == [
        "frame", "time", "shot", "horizontal_widths_per_s", "vertical_widths_per_s", "zoom_percent_per_s",
        "roll_degrees_per_s", "x_widths", "y_widths", "scale", "roll_degrees", "yaw_degrees", "pitch_degrees",
        "inliers",
    ]  # fmt: skip
    assert [int(row["frame"]) for row in rows] == list(range(FRAMES))
    assert [row["time"] for row in rows] == [decimal_text(frame * STEP) for frame in range(FRAMES)]
    assert [rows[frame]["shot"] for frame in (0, 9, 10, 29, 30, 49)] == ["1", "1", "2", "2", "3", "3"]
    assert rows[5]["horizontal_widths_per_s"] == "0.5" and rows[5]["inliers"] == "0.75"


def test_what_was_not_measured_is_empty(study: Study) -> None:
    rows = rows_of(study)
    assert set(list(rows[0].values())[3:]) == {""} == set(list(rows[49].values())[3:])
    assert rows[5]["vertical_widths_per_s"] == rows[5]["y_widths"] == rows[5]["scale"] == ""


def test_the_path_adds_up_from_the_shots_first_measured_frame(study: Study) -> None:
    rows = rows_of(study)
    x = column(rows, "x_widths")
    np.testing.assert_allclose(x[1:10], np.arange(9) * HALF_A_WIDTH, atol=1e-6)
    np.testing.assert_allclose(x[10:30], np.arange(20) * HALF_A_WIDTH, atol=1e-6)
    np.testing.assert_allclose(column(rows, "scale")[29], 1.1 ** (19 * float(STEP)), atol=1e-6)
    np.testing.assert_allclose(column(rows, "roll_degrees")[29], -12 * 19 * float(STEP), atol=1e-6)


def test_what_happens_in_a_gap_is_not_counted(study: Study) -> None:
    y = column(rows_of(study), "y_widths")
    assert y[10] == 0 and np.isnan(y[20:24]).all()
    assert y[24] == y[19] > 0 and y[25] > y[24]


def test_degrees_where_the_field_of_view_is_known(study: Study) -> None:
    rows = rows_of(study)
    yaw = column(rows, "yaw_degrees")  # 20 degrees a second in the middle
    np.testing.assert_allclose(yaw[1:10], np.arange(9) * 20 * float(STEP), atol=1e-5)
    assert {row["yaw_degrees"] for row in rows[10:]} == {""}
    assert {row["pitch_degrees"] for row in rows} == {""}, "the tilt has no degrees"


def test_a_turn_back_ends_where_the_first_turn_began(tmp_path: Path) -> None:
    there = PAN | {"start": 10, "end": 20, "label": "pan_right"}
    back = PAN | {"start": 20, "end": 30, "label": "pan_left"}
    with Study.open(moving_study(tmp_path / "a.cranework", (there, back))) as study:
        yaw = column(rows_of(study, 2), "yaw_degrees")
    np.testing.assert_allclose(yaw, np.arange(20) * 20 * float(STEP), atol=1e-5)  # by the measured sign, not the label


@pytest.mark.parametrize("interval", [None, "x", 3, [], [1], ["a", "b"], [1, 2, 3], {"low": 1}])
def test_degrees_that_are_none(interval: Any, tmp_path: Path) -> None:
    with Study.open(moving_study(tmp_path / "a.cranework", (PAN | {"degrees_per_s": interval},))) as study:
        assert {row["yaw_degrees"] for row in rows_of(study)} == {""}


@pytest.mark.parametrize("speed", [None, 0.0])
def test_degrees_without_a_speed(speed: float | None, tmp_path: Path) -> None:
    with Study.open(moving_study(tmp_path / "a.cranework", (PAN | {"speed": speed},))) as study:
        assert {row["yaw_degrees"] for row in rows_of(study)} == {""}


def test_one_shot(study: Study) -> None:
    assert rows_of(study, 2) == rows_of(study)[10:30]
    assert [row["frame"] for row in json_of(study, 3)["frames"]] == list(range(30, 50))


@pytest.mark.parametrize("shot", [0, 4])
def test_a_shot_that_is_not_there(shot: int, study: Study) -> None:
    with pytest.raises(UsageError, match=f"no shot {shot} in it; it has 3 shots"):
        rows_of(study, shot)


def test_json_says_the_same(study: Study) -> None:
    told = json_of(study)
    assert told["film"]["name"] == "a film.mkv" and told["film"]["frame_rate"] == "24000/1001" and told["shot"] is None
    assert list(told["columns"]) == list(told["frames"][0]) == [column.name for column in COLUMNS]
    assert told["columns"]["x_widths"]["unit"] == "frame widths"
    for row, frame in zip(rows_of(study), told["frames"], strict=True):
        assert [float(text) if text else None for text in row.values()] == list(frame.values())
    assert told["frames"][49]["x_widths"] is None and told["frames"][10]["x_widths"] == 0


@pytest.mark.parametrize("export", [camera_path.export, camera_path_json.export], ids=lambda export: export.name)
@pytest.mark.parametrize("shot", [None, 1])
def test_without_motion(export: Export, shot: int | None, tmp_path: Path) -> None:
    begun(tmp_path / "begun.cranework").close()
    for path in (whole_study(tmp_path / "whole.cranework"), tmp_path / "begun.cranework"):
        with Study.open(path) as study:
            stream = io.StringIO()
            with pytest.raises(StudyUnfinished, match="motion has not been measured; run: cranework analyze"):
                export.write(study, stream, shot=shot)
            assert not stream.getvalue(), "nothing is written before it fails"


NAN = np.nan


@pytest.mark.parametrize(
    ("speed", "way"),
    [
        ([], []),
        ([1], [0]),
        ([NAN], [NAN]),
        ([1, 1, 1], [0, 1, 2]),
        ([0, 2, 4], [0, 1, 4]),
        ([NAN, 1, 1, NAN, NAN, 1, 1], [NAN, 0, 1, NAN, NAN, 1, 2]),
        ([1, np.inf, 1], [0, NAN, 0]),
    ],
)
def test_ways(speed: list[float], way: list[float]) -> None:
    seconds = np.arange(len(speed), dtype=np.float64)
    np.testing.assert_array_equal(cumulated(np.array(speed, np.float64), seconds), way)


def test_times_that_jump_back_take_no_way_back() -> None:
    np.testing.assert_array_equal(cumulated(np.ones(3), np.array([0.0, 5.0, 4.0])), [0, 5, 5])
