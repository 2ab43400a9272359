import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray
from tests.study.made import (
    FILM,
    FRAME_LAYERS,
    FRAMES,
    LENGTHS,
    STEP,
    TICKS,
    Light,
    Shots,
    begun,
    light,
    measure,
    segment_result,
    small_pictures,
    ticks,
    whole_study,
)

from cranework.errors import NewerStudy, NotAStudy, StudyInUse, StudyUnfinished
from cranework.study import tables
from cranework.study.layer import Column, Signal, SpanKind
from cranework.study.packing import unpack
from cranework.study.store import Study
from cranework.study.writer import StudyWriter


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Any:
    with Study.open(whole_study(tmp_path_factory.mktemp("kept") / "a.cranework")) as study:
        yield study


def test_a_study_says_what_it_is_of(study: Study, finished: Path) -> None:
    assert study.path == str(finished)
    assert study.film == replace(FILM, duration=FRAMES * STEP, damage=("damage 0", "damage 1"))
    assert study.frames == FRAMES
    assert [layer.name for layer in study.layers] == ["time", "light", "chapters", "shots", "appearance", "moves"]
    assert study.layers[1].gives == Light.gives and study.layers[1].seconds == 1.5
    assert study.layers[3].needs == ("light",) and study.layers[3].made.endswith("+00:00")


def test_signals_come_back_whole(study: Study) -> None:
    np.testing.assert_array_equal(study.signal("time.ticks"), ticks())
    np.testing.assert_array_equal(study.signal("light.small"), small_pictures())
    np.testing.assert_array_equal(study.signal("light.mean"), light())
    np.testing.assert_array_equal(study.signal("shots.tempo"), np.arange(FRAMES) / 7)
    assert study.signal("light.mean").dtype == np.float32


@given(st.one_of(st.none(), st.integers(-60, 60)), st.one_of(st.none(), st.integers(-60, 60)))
def test_signals_are_cut_as_slices_are(kept: Study, start: int | None, end: int | None) -> None:
    start = start or 0
    np.testing.assert_array_equal(kept.signal("light.small", start, end), small_pictures()[start:end])


def test_what_a_reader_does_with_an_array_stays_with_them(study: Study) -> None:
    study.signal("light.mean")[:] = 5
    np.testing.assert_array_equal(study.signal("light.mean"), light())


def test_only_the_chunks_that_are_needed_are_read(study: Study, monkeypatch: pytest.MonkeyPatch) -> None:
    unpacked: list[int] = []

    def watched(data: bytes, signal: Signal, frames: int) -> NDArray[Any]:
        unpacked.append(frames)
        return unpack(data, signal, frames)

    monkeypatch.setattr("cranework.study.store.unpack", watched)
    study.signal("light.small", 25, 30)
    study.signal("light.small", 30, 45)
    study.signal("light.small", 50, 60)
    assert unpacked == [LENGTHS[1]]
    monkeypatch.setattr("cranework.study.store.KEPT_BYTES", 100)
    study.signal("light.small")
    study.signal("light.small", 0, 5)
    assert unpacked == [LENGTHS[1], LENGTHS[0], LENGTHS[1], LENGTHS[0]] and len(study._chunks) == 1


def test_segments_tile_the_film(study: Study) -> None:
    assert study.segment_bounds() == [(0, 20), (20, 50)]


def test_times_are_exact(study: Study) -> None:
    assert study.frame_time(0) == 0 and study.frame_time(7) == 7 * STEP
    assert study.frame_time(FRAMES) == study.duration == FRAMES * STEP
    assert [span["end_time"] for span in study.spans("shots")] == [10 * STEP, 30 * STEP, 50 * STEP]


def test_spans_keep_the_times_that_their_source_gave(study: Study) -> None:
    assert study.spans("chapters")[1] == {
        "start": 25, "end": 50, "start_time": Fraction(1), "end_time": Fraction(1001, 500), "title": "@two",
    }  # fmt: skip


def test_rows_for_each_shot_have_their_shots_place(study: Study) -> None:
    rows = study.spans("appearance")
    assert [(row["start"], row["end"], row["luma_mean"]) for row in rows] == [
        (0, 10, 0.25),
        (10, 30, None),
        (30, 50, None),
    ]
    assert rows[0]["dominant_hues"] == [10.0, 200.5] and rows[2]["dominant_hues"] is None


def test_shots_have_what_every_layer_says_of_them(study: Study) -> None:
    first, second, third = study.shots
    assert first["index"] == 0 and first["duration"] == 10 * STEP and first["stills"] == [3]
    assert first["flags"] == ["title", "tracking"] and third["flags"] == ["plain"]
    assert (first["steadiness"], first["mobility"], first["luma_mean"]) == ("locked", 0.0, 0.25)
    assert [move["label"] for move in second["moves"]] == ["zoom_in", None] and third["moves"] == []


def test_transitions_and_statistics(study: Study) -> None:
    assert [(row["kind"], row["start"], row["end"]) for row in study.transitions] == [
        ("cut", 10, 10),
        ("dissolve", 25, 35),
    ]
    assert study.transitions[1]["confidence"] == 0.5
    assert study.statistics == {"shots": 3, "note": "-7"}


def test_stills(study: Study) -> None:
    assert study.still_frames().tolist() == [5, 25] and study.still_frames().dtype == np.int64
    assert study.still(25) == b"still 1"
    for frame in (0, 24, -1, 50, 10**20):
        with pytest.raises(StudyUnfinished, match="no still"):
            study.still(frame)


def test_stills_are_found_by_their_index(study: Study) -> None:
    from cranework.study.store import FINISHED_STILLS

    query = f"EXPLAIN QUERY PLAN SELECT data FROM {FINISHED_STILLS} AND segment = 1 AND offset = 2"
    plan = "; ".join(row["detail"] for row in study._rows(query))
    assert "SEARCH still USING INDEX" in plan and "SCAN still" not in plan


def test_what_was_not_looked_for_is_said(study: Study) -> None:
    with pytest.raises(StudyUnfinished, match=r"no signal 'luma\.mean'"):
        study.signal("luma.mean")
    with pytest.raises(StudyUnfinished, match="no superimpositions"):
        _ = study.superimpositions


def test_an_unfinished_study_opens_and_says_that_it_is(path: Path) -> None:
    begun(path).close()
    with Study.open(path) as study:
        assert study.frames is None and study.layers == [] and study.duration is None
        for ask in (study.document, study.segment_bounds, study.still_frames, lambda: study.signal("time.ticks")):
            with pytest.raises(StudyUnfinished, match="to its end"):
                ask()
        with pytest.raises(StudyUnfinished):
            _ = study.shots


@pytest.mark.parametrize(
    ("film", "steps", "end"),
    [
        (replace(FILM, duration=Fraction(9)), [1] * 49, Fraction(9)),
        (replace(FILM, frame_rate=Fraction(10)), [1] * 49, 49 * STEP + Fraction(1, 10)),
        (replace(FILM, frame_rate=None), [2] * 40 + [50] * 9, 530 * STEP + 2 * STEP),
        (replace(FILM, frame_rate=None), [0] * 49, Fraction(0)),
        (replace(FILM, frame_rate=None), [-1] * 49, -50 * STEP),
    ],
    ids=["known", "rate", "median", "standing", "falling"],
)
def test_the_end_of_the_last_frame(path: Path, film: Any, steps: list[int], end: Fraction) -> None:
    from cranework.study.packing import PackedMeasured, SegmentResult, pack

    times = np.cumsum([film.start, *steps])
    time_layer = FRAME_LAYERS[:1]
    with begun(path, film, time_layer) as writer:
        for index, cut in enumerate((times[:20], times[20:])):
            chunks = {"time.ticks": pack(cut, TICKS)}
            writer.add_segment(SegmentResult(index, len(cut), {"time": PackedMeasured(chunks)}))
        writer.finish_frame_layers(["time"], 0, film, FRAMES)
        writer.add_derived(Shots(), "s", _plain_shots(), 0)
        assert writer.frame_time(FRAMES) == end
        assert all(shot["duration"] >= 0 for shot in writer.shots)
        assert all(shot["duration"] >= 0 for shot in writer.document()["shots"])


def _plain_shots() -> Any:
    from tests.study.made import shots

    return shots()


def test_a_film_without_frames(path: Path) -> None:
    with begun(path) as writer:
        for index in (0, 1):
            empty = segment_result(index, FRAME_LAYERS, frames=0)
            for packed in empty.layers.values():
                packed.stills.clear()
            writer.add_segment(empty)
        writer.finish_frame_layers(["time", "light"], 0, FILM, 0)
        assert writer.segment_bounds() == [(0, 0), (0, 0)]
        assert writer.signal("light.small").shape == (0, 3, 4)
        assert writer.duration == 0 and writer.document()["film"]["frames"] == 0


# Files that are no studies


def test_nothing_is_made_where_nothing_is(tmp_path: Path) -> None:
    for name in ("no.cranework", "no/no.cranework", "a\0b"):
        with pytest.raises(NotAStudy, match="no such file"):
            Study.open(f"{tmp_path}/{name}")
    assert os.listdir(tmp_path) == []


@pytest.mark.parametrize(
    "content", [b"", b"x", b"SQLite format 3\0", b"SQLite format 3\0" + bytes(4096), bytes(10_000)]
)
def test_other_files_are_no_studies(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    with pytest.raises(NotAStudy):
        Study.open(path)
    if content:
        with pytest.raises(NotAStudy):
            StudyWriter.hold(path, FILM)
    assert path.read_bytes() == content and os.listdir(path.parent) == [path.name]


@pytest.mark.parametrize("name", [".", "/dev/zero", "pipe"])
@pytest.mark.skipif(os.name == "nt", reason="files as POSIX has them")
def test_folders_devices_and_pipes_are_no_studies(tmp_path: Path, name: str) -> None:
    os.mkfifo(tmp_path / "pipe")
    for take in (Study.open, lambda path: StudyWriter.hold(path, FILM)):
        with pytest.raises(NotAStudy, match="folder or a device"):
            take(tmp_path / name)


@pytest.mark.parametrize("journal", ["delete", "wal"])
def test_another_programs_database_is_no_study_and_stays_as_it_is(path: Path, journal: str) -> None:
    with closing(sqlite3.connect(path)) as database:
        database.execute(f"PRAGMA journal_mode = {journal}")
        database.execute("CREATE TABLE film (id)")
    before = path.read_bytes()
    for take in (Study.open, lambda path: StudyWriter.hold(path, FILM)):
        with pytest.raises(NotAStudy, match="not a study of Cranework"):
            take(path)
    assert path.read_bytes() == before


def test_a_newer_study_is_left_alone(finished: Path) -> None:
    with closing(sqlite3.connect(finished)) as database:
        database.execute(f"PRAGMA user_version = {tables.VERSION + 1}")
    before = finished.read_bytes()
    for take in (Study.open, lambda path: StudyWriter.hold(path, FILM)):
        with pytest.raises(NewerStudy, match="newer Cranework"):
            take(finished)
    assert finished.read_bytes() == before


def test_a_study_cut_short_is_damaged(finished: Path) -> None:
    whole = finished.read_bytes()
    for length in (100, 4096, len(whole) // 2):
        finished.write_bytes(whole[:length])
        with pytest.raises(NotAStudy):
            Study.open(finished)


# Reading where one may not write, and beside others


@pytest.mark.skipif(os.name == "nt", reason="rights as POSIX has them")
def test_a_study_on_a_read_only_disk_can_be_read(finished: Path) -> None:
    finished.chmod(0o444)
    finished.parent.chmod(0o555)
    try:
        with Study.open(finished) as study:
            assert len(study.document()["shots"]) == 3
    finally:
        finished.parent.chmod(0o755)


def test_reading_leaves_the_file_as_it_is(finished: Path) -> None:
    before = finished.read_bytes()
    with Study.open(finished) as study:
        study.document()
        with pytest.raises(sqlite3.OperationalError):
            study._database.execute("DELETE FROM film")
    assert finished.read_bytes() == before and os.listdir(finished.parent) == [finished.name]


def test_many_may_read_at_once(finished: Path) -> None:
    with Study.open(finished) as one, Study.open(finished) as other, one.unchanged(), other.unchanged():
        assert one.document() == other.document()


def test_a_reader_who_is_in_the_middle_keeps_writers_out(finished: Path) -> None:
    with Study.open(finished) as study:
        with study.unchanged(), pytest.raises(StudyInUse):
            StudyWriter.hold(finished, FILM)
        with StudyWriter.hold(finished, FILM) as writer:
            assert writer.frames == FRAMES
            with pytest.raises(StudyInUse):
                study.signal("light.mean")
        np.testing.assert_array_equal(study.signal("light.mean"), light())


def test_a_write_that_was_cut_off_is_taken_back_by_the_next_reader(finished: Path, tmp_path: Path) -> None:
    torn = tmp_path / "torn.cranework"
    script = f"""if True:
        import os, sqlite3
        database = sqlite3.connect({str(finished)!r}, isolation_level=None)
        database.execute("PRAGMA cache_size = 1")
        database.execute("BEGIN")
        database.execute("DELETE FROM chunk")
        database.execute("UPDATE film SET details = hex(zeroblob(300000))")
        os._exit(0)
    """
    whole = finished.read_bytes()
    subprocess.run([sys.executable, "-c", script], check=True)
    journal = Path(f"{finished}-journal")
    assert journal.stat().st_size > 0 and finished.read_bytes() != whole, "the write was not torn"
    shutil.copy(finished, torn)
    shutil.copy(journal, f"{torn}-journal")
    with Study.open(torn) as study:
        assert len(study.shots) == 3
    assert not Path(f"{torn}-journal").exists()


def test_a_view_can_be_read_with_any_sqlite_tool(finished: Path) -> None:
    with closing(sqlite3.connect(finished)) as database:
        database.row_factory = sqlite3.Row
        shots = [dict(row) for row in database.execute("SELECT * FROM shots")]
        assert database.execute("SELECT label FROM moves WHERE start_seconds < 0.1").fetchone()[0] == "pan_left"
        assert database.execute("SELECT shots FROM statistics").fetchone()[0] == 3
        assert database.execute("PRAGMA journal_mode").fetchone()[0] == "delete"
    assert shots[1]["start_frame"] == 10 and shots[1]["start_seconds"] == pytest.approx(10 * float(STEP))
    assert shots[1]["duration_seconds"] == pytest.approx(20 * float(STEP)) and shots[1]["steadiness"] == "handheld"


def test_a_film_of_wide_kinds_with_the_same_columns(path: Path) -> None:
    """Two layers may say the same of a shot: the first is shown, in the study and in the view."""
    from tests.study.made import Appearance

    from cranework.study.layer import Derived

    class Twice(Appearance):
        name = "twice"
        gives = (SpanKind("twice", "", (Column("luma_mean", "real", ""),), per="shots"),)

    whole_study(path)
    with StudyWriter.hold(path, FILM) as writer:
        rows = [{"luma_mean": 9.0}] * 3
        writer.add_derived(Twice(), "1", Derived({}, {"twice": rows}), 0)
        assert writer.shots[0]["luma_mean"] == 0.25
    with closing(sqlite3.connect(path)) as database:
        assert database.execute("SELECT luma_mean FROM shots").fetchone() == (0.25,)


def test_measuring_again_changes_nothing_of_a_document_but_its_dates(path: Path, tmp_path: Path) -> None:
    documents = []
    for name in (path, tmp_path / "again.cranework"):
        with Study.open(whole_study(name)) as study:
            documents.append(study.document())
    for document in documents:
        for layer in document["layers"].values():
            del layer["made"]
    assert documents[0] == documents[1]


def test_measuring_without_the_time_layer(path: Path) -> None:
    with begun(path, layers=FRAME_LAYERS[1:]) as writer:
        measure(writer, FRAME_LAYERS[1:], replace(FILM))
        writer.add_derived(Shots(), "1", _plain_shots(), 0)
        assert writer.shots[0]["start_time"] is None and writer.shots[0]["duration"] is None
