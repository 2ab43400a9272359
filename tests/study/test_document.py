import json
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.study.made import FILM, FRAME_LAYERS, STEP, Moves, Shots, begun, measure, shots, whole_study

from cranework import __version__
from cranework.errors import StudyInUse
from cranework.study.document import decimal, length, schema
from cranework.study.layer import Column, Derived, SpanKind
from cranework.study.store import Study
from cranework.study.writer import StudyWriter


@pytest.fixture(scope="module")
def document(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    with Study.open(whole_study(tmp_path_factory.mktemp("document") / "a.cranework")) as study:
        return study.document()


def valid(document: dict[str, Any]) -> bool:
    jsonschema.validate(json.loads(json.dumps(document)), schema(), cls=jsonschema.Draft202012Validator)
    return True


def test_the_schema_is_one_and_the_document_keeps_it(document: dict[str, Any]) -> None:
    jsonschema.Draft202012Validator.check_schema(schema())
    assert valid(document)


def test_the_document_is_plain_json(document: dict[str, Any]) -> None:
    assert json.loads(json.dumps(document, allow_nan=False)) == document


def test_what_stands_at_the_top_and_in_which_order(document: dict[str, Any]) -> None:
    assert document["cranework"] == {"version": __version__, "document": 1}
    assert list(document) == [
        "cranework", "film", "transitions", "superimpositions", "shots", "statistics", "chapters", "layers",
    ]  # fmt: skip


def test_the_film(document: dict[str, Any]) -> None:
    film = document["film"]
    assert list(film) == [
        "name", "title", "size", "fingerprint", "container", "video", "frames", "frame_rate", "time_base", "start",
        "duration", "active_area", "audio", "subtitles", "damage",
    ]  # fmt: skip
    assert (film["frames"], film["frame_rate"], film["time_base"], film["start"]) == (50, "24000/1001", "1001/24000", 7)
    assert film["duration"] == 2.085416667 and film["active_area"] == [0, 60, 640, 360]
    assert film["video"]["pixel_aspect"] == "1/1" and film["video"]["display_width"] == 640
    assert film["audio"] == [{"stream": 1, "codec": "aac", "language": "fr", "title": None}]
    assert film["damage"] == ["damage 0", "damage 1"]


def test_the_shots(document: dict[str, Any]) -> None:
    first, second, third = document["shots"]
    assert list(first)[:11] == [
        "index", "start", "end", "start_time", "end_time", "duration", "moves", "steadiness", "mobility", "flags",
        "stills",
    ]  # fmt: skip
    assert (first["start"], first["end"], first["end_time"]) == (0, 10, 0.417083333)
    assert (first["color_kind"], first["dominant_hues"], second["color_kind"]) == ("color", [10.0, 200.5], "=1+1")
    untold = second["moves"][1]
    assert (
        untold["label"] is None and untold["why"] == "too dark" and untold["start_time"] == round(20 * 1001 / 24000, 9)
    )
    assert (third["moves"], third["steadiness"], third["flags"]) == ([], None, ["plain"])


def test_the_layers(document: dict[str, Any]) -> None:
    assert list(document["layers"]) == ["time", "light", "chapters", "shots", "appearance", "moves"]
    light = document["layers"]["light"]
    assert light["version"] == 3 and light["parameters"] == {"factor": "1/3", "names": ["a", "b"]}
    assert light["seconds"] == 1.5 and light["made"].startswith("20")


def test_where_little_was_measured(path: Path) -> None:
    with begun(path) as writer:
        measure(writer)
        document = writer.document()
    assert valid(document)
    assert document["shots"] == document["transitions"] == document["superimpositions"] == []
    assert document["statistics"] == {} and "chapters" not in document


def test_where_moves_were_not_looked_for(path: Path) -> None:
    with begun(path) as writer:
        measure(writer)
        writer.add_derived(Shots(), "1", shots(), 0)
        document = writer.document()
    assert valid(document)
    assert all((shot["moves"], shot["steadiness"], shot["mobility"]) == ([], None, None) for shot in document["shots"])


def test_a_move_that_begins_before_its_shot_lies_where_it_begins(path: Path) -> None:
    class OnlyMoves(Moves):
        gives = (SpanKind("moves", "", (Column("label", "text", ""),)),)

    whole_study(path)
    with StudyWriter.hold(path, FILM) as writer:
        rows = [{"label": "static", "start": start, "end": start + 1} for start in (0, 9, 10, 29, 30, 49)]
        writer.add_derived(OnlyMoves(), "2", Derived({}, {"moves": rows}), 0)
        assert [[move["start"] for move in shot["moves"]] for shot in writer.shots] == [[0, 9], [10, 29], [30, 49]]


def test_a_variable_rate_and_unknown_times(path: Path) -> None:
    film = replace(FILM, frame_rate=None)
    with begun(path, film, FRAME_LAYERS[1:]) as writer:
        measure(writer, FRAME_LAYERS[1:], film)
        writer.finish_frame_layers(["light"], 0, film, 50)
        writer.add_derived(Shots(), "1", shots(), 0)
        document = writer.document()
    assert valid(document)
    assert document["film"]["frame_rate"] is None and document["film"]["duration"] is None
    assert document["shots"][0]["duration"] is None and document["transitions"][0]["start_time"] is None


def test_what_is_read_for_a_document_belongs_together(finished: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []

    def spans(study: Study, kind: str) -> list[dict[str, Any]]:
        if type(study) is Study:
            with pytest.raises(StudyInUse):
                StudyWriter.hold(finished, FILM)
            seen.append(kind)
        return []

    with Study.open(finished) as study:
        monkeypatch.setattr(Study, "spans", spans)
        study.document()
    assert "transitions" in seen


@given(st.integers(0, 10**9), st.sampled_from([STEP, Fraction(1, 25), Fraction(1, 90_000), Fraction(1, 10**6)]))
def test_times_are_exact_to_the_tick(tick: int, base: Fraction) -> None:
    if tick * base < 10**6:  # seconds: more than eleven days
        assert round(Fraction(decimal(tick * base)) / base) == tick


def test_a_length_is_never_less_than_none() -> None:
    assert length(Fraction(2), Fraction(1)) == 0 and length(Fraction(1), Fraction(3, 2)) == Fraction(1, 2)
    assert length(None, Fraction(1)) is None
