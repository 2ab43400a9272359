import csv
import errno
import io
import os
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any, ClassVar

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.export.moving import moving_study
from tests.study.made import FILM, FRAME_LAYERS, FRAMES, STEP, Shots, begun, light, segment_result, shots, whole_study

from cranework.errors import StudyUnfinished, UsageError
from cranework.export.csv import cell, decimal_text, export, harmless, tables, timecode
from cranework.study.layer import Column, Derived, DerivedLayer, Gift, Measurements, Signal, SpanKind
from cranework.study.store import Study
from cranework.study.writer import StudyWriter


@pytest.fixture
def study(tmp_path: Path) -> Iterator[Study]:
    with Study.open(whole_study(tmp_path / "a.cranework")) as study:
        yield study


def text_of(study: Study, table: str | None = None) -> str:
    stream = io.StringIO(newline="")
    export.write(study, stream, table=table)
    return stream.getvalue()


def rows_of(study: Study, table: str | None = None) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text_of(study, table), newline="")))


def test_the_shots_are_the_table_that_is_meant(study: Study) -> None:
    assert text_of(study) == text_of(study, "shots")
    assert text_of(study).split("\r\n")[0] == (
        "index,start,end,start_time,end_time,start_timecode,end_timecode,duration,moves,steadiness,mobility,flags,"
        "stills,luma_mean,color_kind,dominant_hues"
    )


def test_a_row_for_each_shot(study: Study) -> None:
    first, second, third = rows_of(study)
    assert (first["index"], first["start"], first["end"]) == ("0", "0", "10")
    assert (second["start_time"], second["start_timecode"], second["duration"]) == (
        "0.417083333", "00:00:00.417", "0.834166667",
    )  # fmt: skip
    assert (first["flags"], first["dominant_hues"], second["stills"]) == ("title; tracking", "10.0; 200.5", "12; 20")
    assert (second["moves"], third["moves"], third["steadiness"], third["luma_mean"]) == ("zoom_in; ?", "", "", "")
    assert second["color_kind"] == "'=1+1"


def test_other_tables(study: Study) -> None:
    assert [row["kind"] for row in rows_of(study, "transitions")] == ["cut", "dissolve"]
    assert rows_of(study, "transitions")[1]["confidence"] == "0.5"
    moves = rows_of(study, "moves")
    assert [(move["label"], move["start_timecode"]) for move in moves] == [
        ("pan_left", "00:00:00.000"), ("zoom_in", "00:00:00.417"), ("", "00:00:00.834"),
    ]  # fmt: skip
    assert moves[2]["ambiguous_with"] == "pan_left; roll_cw"
    assert [row["title"] for row in rows_of(study, "chapters")] == ['Überfahrt\n"1"', "'@two"]
    assert rows_of(study, "statistics") == [{"shots": "3", "note": "'-7"}]
    assert [row["luma_mean"] for row in rows_of(study, "appearance")] == ["0.25", "", ""]
    assert rows_of(study, "appearance")[1]["start"] == "10"


def test_moves_without_what_is_only_drawn(tmp_path: Path) -> None:
    with Study.open(moving_study(tmp_path / "moving.cranework")) as study:
        pan, tilt, *_, untold = rows_of(study, "moves")
        assert list(pan)[8:] == [
            "label", "why", "confidence", "speed", "speed_unit", "speed_word", "travel", "ambiguous_with", "evidence",
            "degrees_per_s",
        ]  # fmt: skip
        assert (pan["label"], pan["ambiguous_with"], pan["degrees_per_s"]) == ("pan_right", "truck_right", "10.0; 30.0")
        assert (tilt["evidence"], tilt["degrees_per_s"]) == ("'=the picture moves down", "")
        assert (untold["label"], untold["why"], untold["speed"]) == ("", "too few points", "")
        shot = rows_of(study)[1]
        assert (shot["moves"], shot["mobility"]) == ("tilt_up; roll_ccw; zoom_in", "0.5")


def test_a_row_for_each_frame(study: Study) -> None:
    rows = rows_of(study, "signals")
    assert list(rows[0]) == ["frame", "time", "timecode", "time.ticks", "light.mean", "shots.tempo"]
    assert [int(row["frame"]) for row in rows] == list(range(FRAMES))
    assert [int(row["time.ticks"]) for row in rows] == list(range(7, 57))
    np.testing.assert_array_equal(np.array([row["light.mean"] for row in rows], np.float32), light())
    np.testing.assert_array_equal(np.array([float(row["shots.tempo"]) for row in rows]), np.arange(FRAMES) / 7)
    assert [row["time"] for row in rows] == [decimal_text(frame * STEP) for frame in range(FRAMES)]


def test_signals_are_read_in_blocks(study: Study, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = text_of(study, "signals")
    monkeypatch.setattr("cranework.export.csv.BLOCK_FRAMES", 7)
    assert text_of(study, "signals") == whole


class Odd(DerivedLayer):
    name, version, title, meaning = "odd", 1, "Odd", "Odd values."
    gives: ClassVar[tuple[Gift, ...]] = (
        Signal("odd.value", "", ""),
        SpanKind("nothing", ""),
        SpanKind("empty", "", (Column("a", "text", ""),)),
    )

    def derive(self, measured: Measurements) -> Derived:
        raise AssertionError("only declared: nothing is ever measured with it")


def test_values_that_are_none_and_tables_without_rows(study: Study) -> None:
    path = study.path
    study.close()
    values = np.full(FRAMES, np.nan, np.float32)
    values[:3] = 0.1, np.inf, 1e-9
    with StudyWriter.hold(path, FILM) as writer:
        writer.add_derived(Odd(), "1", Derived({"odd.value": values}, {"nothing": [], "empty": []}), 0)
        assert [row["odd.value"] for row in rows_of(writer, "signals")][:4] == ["0.1", "", "1e-09", ""]
        assert text_of(writer, "empty") == (
            "index,start,end,start_time,end_time,start_timecode,end_timecode,duration,a\r\n"
        )
        assert set(tables(writer)) >= {"shots", "transitions", "signals", "empty", "nothing", "chapters"}


def test_tables_that_are_not_there(study: Study) -> None:
    with pytest.raises(StudyUnfinished, match="no superimpositions"):
        text_of(study, "superimpositions")
    with pytest.raises(UsageError, match=r"no table 'shot' in it; it has: .*shots"):
        text_of(study, "shot")


class FullDisk(io.StringIO):
    def write(self, text: str) -> int:
        raise OSError(errno.ENOSPC, "no space")


def test_a_full_disk_is_the_disks_and_not_the_studys(study: Study) -> None:
    with pytest.raises(OSError, match="no space"):
        export.write(study, FullDisk())
    assert len(study.shots) == 3


def test_a_study_that_is_not_finished(tmp_path: Path) -> None:
    with begun(tmp_path / "b.cranework") as writer:
        for table in ("shots", "signals", "moves"):
            with pytest.raises(StudyUnfinished):
                text_of(writer, table)


def test_shots_without_times(tmp_path: Path) -> None:
    with begun(tmp_path / "b.cranework", layers=FRAME_LAYERS[1:]) as writer:
        for index in (0, 1):
            writer.add_segment(segment_result(index, FRAME_LAYERS[1:]))
        writer.finish_frame_layers(["light"], 0, FILM, FRAMES)
        writer.add_derived(Shots(), "1", shots(), 0)
        assert rows_of(writer)[1]["start_timecode"] == rows_of(writer)[1]["duration"] == ""
        assert rows_of(writer, "signals")[1]["time"] == ""


@given(st.text(max_size=5))
def test_no_text_is_a_formula(text: str) -> None:
    for start in ("", "=", "+", "-", "@", "\t", "\r"):
        told = harmless(start + text)
        assert not told.startswith(("=", "+", "-", "@", "\t", "\r")) and told.endswith(text)


CELLS = st.lists(st.one_of(st.text(max_size=8), st.none(), st.integers(), st.lists(st.text(max_size=3))), min_size=1)


@given(CELLS)
def test_what_is_written_can_be_read_back(values: list[Any]) -> None:
    stream = io.StringIO(newline="")
    cells = [cell(value) for value in values]
    csv.writer(stream, lineterminator="\r\n").writerow(cells)
    assert next(csv.reader(io.StringIO(stream.getvalue(), newline="")), [""]) == cells


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""), (3, "3"), (0.25, "0.25"), (Fraction(1, 3), "0.333333333"), ("a", "a"), ([], ""),
        (["a", "=b"], "a; =b"),
        (["=a"], "'=a"), ([1, -2.5], "1; -2.5"), ({"a": [1]}, '{"a": [1]}'), ([["a"]], '[["a"]]'), ([-1], "-1"),
    ],
)  # fmt: skip
def test_cells(value: Any, text: str) -> None:
    assert cell(value) == text


@pytest.mark.parametrize(
    ("seconds", "decimal", "code"),
    [
        (Fraction(0), "0", "00:00:00.000"),
        (Fraction(3, 2), "1.5", "00:00:01.500"),
        (Fraction(59_999_600, 1_000_000), "59.9996", "00:01:00.000"),
        (Fraction(-1, 25), "-0.04", "-00:00:00.040"),
        (Fraction(-1, 10**12), "0", "00:00:00.000"),
        (Fraction(360_000), "360000", "100:00:00.000"),
    ],
)
def test_times(seconds: Fraction, decimal: str, code: str) -> None:
    assert decimal_text(seconds) == decimal and timecode(seconds) == code


def test_what_it_says_of_itself() -> None:
    assert (export.name, export.suffix) == ("csv", ".csv") and "moves" in export.meaning


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="memory as POSIX has it")
def test_a_long_film_takes_little_memory(tmp_path: Path) -> None:
    """Two hours, a row a frame: written in passing."""
    import tracemalloc

    from tests.study.made import TICKS, Time

    from cranework.film.model import Segment
    from cranework.study.packing import PackedMeasured, SegmentResult, pack

    frames, segments = 1_500, 113  # 170,000 frames
    with StudyWriter.hold(tmp_path / "long.cranework", FILM) as writer:
        writer.plan([Segment(index, index, None, True) for index in range(segments)], "p")
        writer.begin_layer(Time(), "1")
        for index in range(segments):
            chunks = {"time.ticks": pack(np.arange(frames) + index * frames, TICKS)}
            writer.add_segment(SegmentResult(index, frames, {"time": PackedMeasured(chunks)}))
        writer.finish_frame_layers(["time"], 0, FILM, frames * segments)
    with Study.open(tmp_path / "long.cranework") as study, open(os.devnull, "w") as stream:
        tracemalloc.start()
        export.write(study, stream, table="signals")
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
    assert peak < 10_000_000
