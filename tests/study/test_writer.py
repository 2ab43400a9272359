import os
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from tests.study.made import (
    FILM,
    FRAME_LAYERS,
    FRAMES,
    SEGMENTS,
    Appearance,
    Chapters,
    Light,
    Shots,
    Time,
    appearance,
    begun,
    chapters,
    measure,
    segment_result,
    shots,
)

from cranework.errors import InputError, StudyInUse, StudyUnfinished, UsageError
from cranework.film.model import Segment
from cranework.study.layer import Column, Derived, Signal, SpanKind
from cranework.study.packing import PackedMeasured
from cranework.study.store import Study
from cranework.study.writer import StudyWriter


def count(path: Path, table: str) -> int:
    with closing(sqlite3.connect(path)) as database:
        number: int = database.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
        return number


def test_a_study_is_made_and_found_again(path: Path) -> None:
    with StudyWriter.hold(path, FILM) as writer:
        assert writer.created and writer.film == FILM and writer.frames is None
    with StudyWriter.hold(path, FILM) as writer:
        assert not writer.created
    assert os.listdir(path.parent) == [path.name]


def test_an_empty_file_is_filled(path: Path) -> None:
    """A process that was killed at its very beginning leaves one."""
    path.touch()
    StudyWriter.hold(path, FILM).close()
    with Study.open(path) as study:
        assert study.film == FILM


def test_a_renamed_film_is_the_same_film(finished: Path) -> None:
    with StudyWriter.hold(finished, replace(FILM, name="other.mkv")) as writer:
        assert writer.film.name == "other.mkv" and writer.film.duration is not None and writer.frames == FRAMES


def test_another_film_is_not_written_over_the_first(finished: Path) -> None:
    before = finished.read_bytes()
    with pytest.raises(UsageError, match=r"another film \(a film\.mkv\)"):
        StudyWriter.hold(finished, replace(FILM, fingerprint="f2"))
    assert finished.read_bytes() == before


def test_discard_takes_away_what_was_made(path: Path, tmp_path: Path) -> None:
    begun(path).discard()
    assert os.listdir(tmp_path) == []


def test_discard_leaves_what_was_there(path: Path) -> None:
    begun(path).close()
    with StudyWriter.hold(path, FILM) as writer:
        writer.discard()
    assert count(path, "layer") == 2


def test_segments_are_finished_when_all_the_layers_have_them(writer: StudyWriter) -> None:
    writer.add_segment(segment_result(0, [FRAME_LAYERS[0]]))
    writer.add_segment(segment_result(1, FRAME_LAYERS))
    assert writer.finished_segments(["time"]) == {0, 1}
    assert writer.finished_segments(["time", "light"]) == {1}
    assert writer.finished_segments(["no"]) == set() and writer.finished_segments([]) == {0, 1}


def test_layers_that_are_not_finished_are_not_shown(writer: StudyWriter) -> None:
    writer.add_segment(segment_result(0, FRAME_LAYERS))
    assert writer.layers == [] and writer.fingerprints() == {}
    with pytest.raises(StudyUnfinished):
        writer.signal("light.mean")
    writer.add_segment(segment_result(1, FRAME_LAYERS))
    writer.finish_frame_layers(["time"], 1, FILM, FRAMES)
    assert writer.fingerprints() == {"time": "time 1"} and writer.still_frames().size == 0


def test_work_goes_on_where_it_was_left(path: Path) -> None:
    with begun(path) as writer:
        writer.add_segment(segment_result(1, FRAME_LAYERS))
    with begun(path) as writer:
        assert writer.finished_segments(["time", "light"]) == {1}
        writer.add_segment(segment_result(0, FRAME_LAYERS))
        writer.finish_frame_layers(["time", "light"], 1, FILM, FRAMES)
        assert writer.signal("time.ticks").tolist() == list(range(7, 57))


def test_a_layer_with_another_fingerprint_is_measured_anew(finished: Path) -> None:
    with StudyWriter.hold(finished, FILM) as writer:
        writer.begin_layer(Light(), "light 2")
        assert writer.finished_segments(["time"]) == {0, 1} and writer.finished_segments(["light"]) == set()
        assert "light" not in writer.fingerprints() and writer.still_frames().size == 0
        with pytest.raises(StudyUnfinished):
            writer.signal("light.mean")
        measure(writer, [Light()])
        assert writer.fingerprints()["light"] == "light 2" and writer.still_frames().size == 2


def test_another_plan_drops_all_results(finished: Path) -> None:
    with StudyWriter.hold(finished, FILM) as writer:
        writer.plan(SEGMENTS, "p1")
        assert len(writer.layers) == 6
        writer.plan([*SEGMENTS, Segment(2, 40, None, False)], "p2")
        assert writer.layers == [] and writer.frames is None and writer.finished_segments([]) == {0, 1, 2}
    for table in ("chunk", "still", "measured", "signal", "layer"):
        assert count(finished, table) == 0
    with closing(sqlite3.connect(finished)) as database:
        names = [row[0] for row in database.execute("SELECT name FROM sqlite_schema WHERE type IN ('view', 'table')")]
    assert not {"shots", "span_shots"} & set(names)


def test_texts_and_corrections_stay(finished: Path) -> None:
    with closing(sqlite3.connect(finished)) as database, database:
        database.execute("INSERT INTO correction (kind, change) VALUES ('shots', '{}')")
        database.execute("INSERT INTO text (name, content) VALUES ('review', 'words')")
    with StudyWriter.hold(finished, FILM) as writer:
        writer.plan(SEGMENTS, "p2")
    assert count(finished, "correction") == count(finished, "text") == 1


def test_forgetting_layers(finished: Path) -> None:
    with StudyWriter.hold(finished, FILM) as writer:
        writer.forget(["light", "shots", "nothing"])
        assert [layer.name for layer in writer.layers] == ["time", "chapters", "appearance", "moves"]
    with closing(sqlite3.connect(finished)) as database:
        assert database.execute("SELECT luma_mean FROM appearance").fetchone() == (0.25,)


def test_a_segment_takes_the_place_of_what_was_there(writer: StudyWriter) -> None:
    for _ in range(2):
        measure(writer)
    assert writer.signal("light.mean").shape == (FRAMES,) and writer.still_frames().tolist() == [5, 25]


def test_a_segment_with_other_frames_than_before_is_told(writer: StudyWriter) -> None:
    writer.add_segment(segment_result(0, [FRAME_LAYERS[0]]))
    with pytest.raises(InputError, match="has 19 frames now, and had 20; measure everything anew"):
        writer.add_segment(segment_result(0, [FRAME_LAYERS[1]], frames=19))
    assert writer.finished_segments(["light"]) == set()


def test_defects_of_a_frame_layer_are_told_and_nothing_of_them_is_kept(writer: StudyWriter) -> None:
    good = segment_result(0, FRAME_LAYERS)
    light = good.layers["light"]
    bad_chunks = [{}, {**light.chunks, "light.other": b""}, {"light.mean": b""}]
    for chunks in bad_chunks:
        with pytest.raises(ValueError, match="light does not give the signals"):
            writer.add_segment(replace(good, layers={**good.layers, "light": PackedMeasured(chunks)}))
    with pytest.raises(ValueError, match="not in the plan"):
        writer.add_segment(replace(good, index=9))
    with pytest.raises(ValueError, match="other does not give"):
        writer.add_segment(replace(good, layers={"other": PackedMeasured()}))
    assert writer.finished_segments(["time"]) == set() and writer.segment_damage() == []


def test_frame_layers_cannot_be_finished_with_other_frames(writer: StudyWriter) -> None:
    writer.add_segment(segment_result(0, FRAME_LAYERS))
    writer.add_segment(segment_result(1, FRAME_LAYERS))
    with pytest.raises(ValueError, match="the segments have 50 frames, the film 51"):
        writer.finish_frame_layers(["time"], 1, FILM, 51)
    assert writer.frames is None and writer.layers == []


def test_a_derived_layer_takes_the_place_of_what_it_gave_before(finished: Path) -> None:
    with StudyWriter.hold(finished, FILM) as writer:
        new = shots()
        new.spans["shots"] = [{"start": 0, "end": 50, "flags": ["one"], "stills": []}]
        writer.add_derived(Shots(), "shots 2", new, 0)
        assert [shot["flags"] for shot in writer.spans("shots")] == [["one"]]
        assert writer.fingerprints()["shots"] == "shots 2" and len(writer.spans("moves")) == 3


class Other(Shots):
    gives = (SpanKind("shots", "", (Column("length", "integer", ""),)),)


def test_a_new_version_may_have_other_columns(finished: Path) -> None:
    with StudyWriter.hold(finished, FILM) as writer:
        writer.add_derived(Other(), "2", Derived({}, {"shots": [{"start": 0, "end": 50, "length": 7}]}), 0)
        assert writer.spans("shots")[0]["length"] == 7 and "transitions" not in writer.kinds
    with closing(sqlite3.connect(finished)) as database:
        assert database.execute("SELECT length, luma_mean FROM shots").fetchone() == (7, 0.25)
        with pytest.raises(sqlite3.OperationalError, match="no such table"):
            database.execute("SELECT * FROM transitions")


def test_source_layers_need_no_frames(path: Path) -> None:
    with begun(path) as writer:
        writer.add_derived(Chapters(), "1", chapters(), 0)
        assert [span["title"] for span in writer.spans("chapters")] == ['Überfahrt\n"1"', "@two"]


def changed(derived: Derived, kind: str, row: dict[str, Any]) -> Derived:
    return Derived(derived.signals, {**derived.spans, kind: [row]})


@pytest.mark.parametrize(
    ("derived", "words"),
    [
        (Derived({}, {}), "does not give what it declares"),
        (Derived(shots().signals, {**shots().spans, "more": []}), "does not give what it declares"),
        (Derived({"shots.tempo": np.zeros(49)}, shots().spans), "49 values, the film 50"),
        (Derived({"shots.tempo": np.zeros((50, 2))}, shots().spans), "shape"),
        (changed(shots(), "shots", {"start": 0, "end": 51}), "does not lie in the film"),
        (changed(shots(), "shots", {"start": -1, "end": 5}), "does not lie in the film"),
        (changed(shots(), "shots", {"start": 9, "end": 5}), "does not lie in the film"),
        (changed(shots(), "shots", {"start": 0, "end": 5, "color": 1}), "does not declare color"),
        (changed(shots(), "transitions", {"start": 0, "end": 5, "confidence": "high"}), "could not convert"),
    ],
)
def test_defects_of_a_derived_layer_are_told_and_what_was_there_stays(
    finished: Path, derived: Derived, words: str
) -> None:
    with StudyWriter.hold(finished, FILM) as writer:
        with pytest.raises(ValueError, match=words):
            writer.add_derived(Shots(), "shots 2", derived, 0)
        assert writer.fingerprints()["shots"] == "shots 1" and len(writer.shots) == 3


@pytest.mark.parametrize(
    "name", ["Film", "film", "sqlite_a", "span_a", "a b", 'a"; DROP TABLE film; --', "", "a" * 61, "é"]
)
def test_a_kind_needs_a_plain_name(writer: StudyWriter, name: str) -> None:
    class Bad(Shots):
        gives = (SpanKind(name, ""),)

    with pytest.raises(ValueError, match="shots: "):
        writer.add_derived(Bad(), "1", Derived({}, {name: []}), 0)
    assert writer.film == FILM


@pytest.mark.parametrize("columns", [["start"], ["number"], ["a", "a"], ['a" INTEGER, "b'], ["A"], ["start_seconds"]])
def test_a_column_needs_a_plain_name_of_its_own(writer: StudyWriter, columns: list[str]) -> None:
    class Bad(Shots):
        gives = (SpanKind("bad", "", tuple(Column(name, "text", "") for name in columns)),)

    with pytest.raises(ValueError, match="shots: "):
        writer.add_derived(Bad(), "1", Derived({}, {"bad": []}), 0)


@pytest.mark.parametrize("word", ["select", "order", "group", "table", "index_", "view"])
def test_words_of_sql_are_names_like_others(writer: StudyWriter, word: str) -> None:
    class Sql(Shots):
        gives = (SpanKind(word, "", (Column("from", "text", ""), Column(f"{word}_", "integer", ""))),)

    row = {"start": 0, "end": 1, "from": "'\"", f"{word}_": 2}
    writer.add_derived(Sql(), "1", Derived({}, {word: [row]}), 0)
    assert writer.spans(word)[0]["from"] == "'\""


def test_one_writer_at_a_time(writer: StudyWriter, path: Path) -> None:
    with pytest.raises(StudyInUse, match="in use by another process"):
        StudyWriter.hold(path, FILM)
    with pytest.raises(StudyInUse):
        Study.open(path)
    writer.add_segment(segment_result(0, FRAME_LAYERS))
    assert writer.finished_segments(["time"]) == {0}


def test_text_and_numbers_that_sqlite_would_not_take(writer: StudyWriter) -> None:
    measure(writer)
    told = appearance()
    told.spans["appearance"] = [
        {"luma_mean": float("inf"), "color_kind": "a\udcff\0b", "dominant_hues": [float("nan")]}
    ]
    writer.add_derived(Appearance(), "1", told, 0)
    row = writer.spans("appearance")[0]
    assert row["luma_mean"] is None and row["color_kind"] == "a?\0b" and row["dominant_hues"] == [None]


def test_signals_of_two_layers_may_not_have_one_name(writer: StudyWriter) -> None:
    class Thief(Time):
        name = "thief"
        gives = (Signal("time.ticks", "", ""),)

    with pytest.raises(ValueError, match=r"thief: the layer time gives time\.ticks already"):
        writer.begin_layer(Thief(), "1")


def test_a_film_that_now_decodes_otherwise_is_measured_anew_by_force(finished: Path) -> None:
    with StudyWriter.hold(finished, FILM) as writer:
        writer.forget(["time", "light"])
        for layer in FRAME_LAYERS:
            writer.begin_layer(layer, "2")
        empty = segment_result(1, FRAME_LAYERS, frames=0)
        for packed in empty.layers.values():
            packed.stills.clear()
        writer.add_segment(empty)
    with Study.open(finished) as study:
        assert study.frames is None, "what is known of other frames may not be shown"


def test_the_plan_the_film_and_the_frames_so_far(writer: StudyWriter) -> None:
    assert writer.plan_fingerprint == "p1" and writer.counted_frames() == 0
    writer.add_segment(segment_result(1, FRAME_LAYERS))
    assert writer.counted_frames() == 30 and writer.segment_damage() == ["damage 1"]
    writer.store_film(replace(FILM, start=3))
    assert writer.film.start == 3 and writer.frames is None


def test_more_stills_may_come_later(writer: StudyWriter) -> None:
    measure(writer)
    writer.add_stills("light", {25: b"better", 49: b"last"})
    assert writer.still_frames().tolist() == [5, 25, 49]
    assert (writer.still(25), writer.still(49)) == (b"better", b"last")
