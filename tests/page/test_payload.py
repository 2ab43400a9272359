from __future__ import annotations

import json
from pathlib import Path
from typing import Any, cast

import pytest
from tests.page.made_study import MadeStudy, made_study, without_moves
from tests.study.made import whole_study

from cranework.errors import StudyUnfinished
from cranework.page.payload import payload
from cranework.page.stills import STRIPS_BUDGET
from cranework.study.store import Study


def told(study: MadeStudy) -> dict[str, Any]:
    return payload(cast(Study, study))


def test_shots_carry_the_columns_of_every_layer_that_speaks_of_them() -> None:
    shots = told(made_study([24, 48, 24]))["shots"]
    assert [column["name"] for column in shots["columns"]] == [
        "flags", "luma_mean", "color_kind", "dominant_hues", "sharpness", "steadiness", "mobility",
    ]  # fmt: skip
    assert [row[:4] for row in shots["rows"]] == [[0, 24, 0, 1], [24, 72, 1, 3], [72, 96, 3, 4]]


def test_figures_come_in_the_declared_order_with_their_units() -> None:
    statistics = told(made_study([24, 48]))["statistics"]
    assert [(row["name"], row["unit"], row["value"]) for row in statistics[:2]] == [
        ("shots", "", 2), ("average_shot_length_s", "s", 1.5),
    ]  # fmt: skip


def test_lanes_come_from_declarations_also_of_layers_nobody_knows() -> None:
    data = told(made_study([24, 48]))
    lanes = {signal["name"]: signal["lane"] for signal in data["signals"]}
    assert lanes["aura.glow"] == {"form": "curve", "color": "#b2507f", "group": ""}
    assert "time.ticks" not in lanes, "what asks for no lane gets none"
    assert {kind["name"] for kind in data["kinds"]} == {
        "transitions", "superimpositions", "moves", "chapters", "subtitles",
    }  # fmt: skip


def test_a_long_film_is_reduced() -> None:
    data = told(made_study([9_000]))
    assert len(data["buckets"]["frames"]) == 2_001
    assert all(len(signal[name]) == 2_000 for signal in data["signals"] for name in ("mean", "low", "high"))


def test_strips_are_pictures_and_nothing_else() -> None:
    study = made_study([24] * 12)
    data = told(study)
    (dissolve,) = (row for row in study.rows["transitions"] if row["end"] > row["start"])
    across = data["strips"]["frames"]
    assert (across[0], across[-1], len(across)) == (dissolve["start"] - 1, dissolve["end"], 5)
    assert "strips" not in {kind["name"] for kind in data["kinds"]}
    assert len(data["stills"]["frames"]) == 12, "the shots keep theirs"
    study.layers = [layer for layer in study.layers if layer.name != "strips"]
    assert told(study)["strips"] is None


def test_strips_never_take_the_room_of_the_shots() -> None:
    lengths, cuts = [48] * 700, range(48, 48 * 700, 48)
    study = made_study(lengths, [{"start": c - 12, "end": c + 12, "kind": "dissolve", "confidence": 0.6} for c in cuts])
    data = told(study)
    assert sum(map(len, data["strips"]["images"])) <= STRIPS_BUDGET
    assert len(data["strips"]["frames"]) >= 3 * 699


def test_what_no_layer_looked_at_is_said() -> None:
    study = without_moves(made_study([24, 24]))
    assert told(study)["missing"] == ["camera moves"]
    study.layers = [layer for layer in study.layers if layer.name in ("time", "luma")]
    data = told(study)
    assert data["stills"] is None and data["shots"]["rows"] == [] and data["statistics"] == []
    assert "shots" in data["missing"] and "stills" in data["missing"]


def test_a_film_of_no_frames_has_a_page() -> None:
    study = made_study([])
    study.layers = [layer for layer in study.layers if layer.name in ("time", "luma")]
    assert told(study)["buckets"] == {"frames": [0], "times": [0.0], "steps": None}


@pytest.mark.parametrize("listed", [None, 5, "abc", {"0": 1}, [None, 1.5, "x", 10**30]])
def test_what_a_stranger_lists_as_stills_does_no_harm(listed: Any) -> None:
    study = made_study([24, 24])
    study.shots[0]["stills"] = listed
    assert len(told(study)["stills"]["images"]) == 1


def test_a_value_of_a_stranger_may_lie_as_deep_as_it_likes() -> None:
    study = made_study([24, 24])
    deep: Any = 1
    for _ in range(900):
        deep = [deep]
    study.shots[0]["dominant_hues"] = deep
    json.dumps(told(study))


def test_an_unfinished_study_has_none() -> None:
    study = made_study([24])
    study.frames = None
    with pytest.raises(StudyUnfinished):
        told(study)


def test_the_payload_of_a_stored_study_is_json(tmp_path: Path) -> None:
    with Study.open(whole_study(tmp_path / "a.cranework")) as study:
        data = payload(study)
    assert json.loads(json.dumps(data, allow_nan=False)) == data
    assert len(data["shots"]["rows"]) == 3
    names = [column["name"] for column in data["shots"]["columns"]]
    assert names.count("flags") == 1 and "steadiness" in names
    assert data["shots"]["rows"][0][4] == ["title", "tracking"]
    chapters = next(kind for kind in data["kinds"] if kind["name"] == "chapters")
    assert chapters["rows"][1][:5] == [25, 50, 1.0, 2.002, "@two"], "times of a source are its own"
    assert data["stills"]["images"] == [], "stills that are no pictures are left out"
