"""The demonstration film against its own truth: what is known of it is what is measured."""

from __future__ import annotations

import json
import statistics
from pathlib import Path
from typing import Any

import pytest

from cranework.study.store import Study

pytestmark = pytest.mark.slow

OVERLAP = 0.55
"""Overlap / union that a gradual transition's span must reach; the soft end of the wipe is told ten frames late."""

NEAR_FRAMES = 4
"""How far a boundary may lie from the script's: the middle of a gradual transition moves with its ends."""


@pytest.fixture
def folder(demonstration_study: Path) -> Path:
    """Where the film, its truth and its study lie."""
    return demonstration_study.parent


@pytest.fixture
def truth(folder: Path) -> dict[str, Any]:
    """What is known of the film."""
    return dict(json.loads((folder / "truth.json").read_text(encoding="utf-8")))


@pytest.fixture
def document(folder: Path) -> dict[str, Any]:
    """What was measured."""
    with Study.open(folder / "film.cranework") as study:
        return study.document()


def overlap(a: dict[str, Any], b: dict[str, Any]) -> float:
    common = max(0, min(a["end"], b["end"]) - max(a["start"], b["start"]))
    union = max(a["end"], b["end"]) - min(a["start"], b["start"])
    return common / union if union else 0.0


def cuts(transitions: list[dict[str, Any]]) -> list[int]:
    return [t["start"] for t in transitions if t["kind"] == "cut"]


def test_frames_and_rate(truth: dict[str, Any], document: dict[str, Any]) -> None:
    assert document["film"]["frames"] == truth["frames"]
    assert document["film"]["frame_rate"] == "24/1"


def test_every_cut_is_found_to_the_frame_and_none_invented(truth: dict[str, Any], document: dict[str, Any]) -> None:
    assert cuts(document["transitions"]) == cuts(truth["transitions"])


def test_every_gradual_transition_is_found_by_its_kind(truth: dict[str, Any], document: dict[str, Any]) -> None:
    for known in truth["transitions"]:
        if known["kind"] != "cut":
            alike = [t for t in document["transitions"] if t["kind"] == known["kind"]]
            assert max(overlap(known, found) for found in alike) >= OVERLAP, known


def test_nothing_is_invented_but_at_the_double_exposure(truth: dict[str, Any], document: dict[str, Any]) -> None:
    """Where a picture is laid over another or taken away, its ramp still passes for a dissolve."""
    for found in document["transitions"]:
        if found["kind"] != "cut" and all(overlap(known, found) < OVERLAP for known in truth["transitions"]):
            assert any(overlap(known, found) > 0 for known in truth["superimpositions"]), found


def test_shots_are_those_of_the_script(truth: dict[str, Any], document: dict[str, Any]) -> None:
    boundaries = {shot["start"] for shot in document["shots"]}
    for shot in truth["shots"]:
        assert min(abs(shot["start"] - b) for b in boundaries) <= NEAR_FRAMES, shot


def test_moves_of_the_script_are_told(truth: dict[str, Any], document: dict[str, Any]) -> None:
    """Every kind of move is found in its shot; of one arc the direction is told wrong."""
    told = [move for shot in document["shots"] for move in shot["moves"] if move["label"]]
    missed = []
    for known in (move for shot in truth["shots"] for move in shot["moves"] if move["label"] != "static"):
        there = [move for move in told if overlap(known, move) > 0]
        if known["label"] not in {move["label"] for move in there}:
            missed.append(known["label"])
    assert set(missed) <= {"arc_right"}
    known_labels = {move["label"] for shot in truth["shots"] for move in shot["moves"]}
    assert {move["label"] for move in told} <= known_labels


def test_statistics_are_those_of_the_shots(document: dict[str, Any]) -> None:
    lengths = [shot["duration"] for shot in document["shots"] if "plain" not in shot["flags"]]
    numbers = document["statistics"]
    assert numbers["shots"] == len(lengths)
    assert numbers["average_shot_length_s"] == pytest.approx(statistics.fmean(lengths), abs=1e-4)
    assert numbers["median_shot_length_s"] == pytest.approx(statistics.median(lengths), abs=1e-4)
    assert numbers["deviation_s"] == pytest.approx(statistics.pstdev(lengths), abs=1e-4)
    assert sum(shot["duration"] for shot in document["shots"]) == pytest.approx(document["film"]["duration"], abs=1e-6)


def test_it_is_black_and_white_and_speaks(document: dict[str, Any]) -> None:
    assert {shot["color_kind"] for shot in document["shots"]} == {"black-and-white"}
    assert len(document["chapters"]) == 4
    assert any("Wait for me" in cue["text"] for cue in document["subtitles"])


def test_every_shot_has_its_still(folder: Path) -> None:
    with Study.open(folder / "film.cranework") as study:
        for shot in study.shots:
            assert shot["stills"]
            for frame in shot["stills"]:
                assert study.still(frame)[8:12] == b"WEBP"
                assert shot["start"] <= frame < shot["end"]
