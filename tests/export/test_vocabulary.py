import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from tests.export.moving import moving_study
from tests.study.made import whole_study

from cranework.errors import UsageError
from cranework.export.json import export
from cranework.export.vocabulary import Vocabulary, names, vocabulary_named
from cranework.layers.moves import LABELS
from cranework.study.document import schema
from cranework.study.store import Study

SHOT: dict[str, Any] = {"steadiness": "locked", "flags": [], "moves": []}


@pytest.fixture
def study(tmp_path: Path) -> Iterator[Study]:
    with Study.open(moving_study(tmp_path / "a.cranework")) as study:
        yield study


def exported(study: Study, name: str) -> dict[str, Any]:
    stream = io.StringIO()
    export.write(study, stream, vocabulary=vocabulary_named(name))
    document: dict[str, Any] = json.loads(stream.getvalue())
    jsonschema.validate(document, schema(), cls=jsonschema.Draft202012Validator)
    return document


def terms(name: str, label: str | None, shot: dict[str, Any] | None = None, **more: Any) -> dict[str, list[str]]:
    return vocabulary_named(name).of_move({"label": label, **more}, SHOT | (shot or {}))


@pytest.fixture(params=names())
def vocabulary(request: pytest.FixtureRequest) -> Vocabulary:
    return vocabulary_named(request.param)


def test_those_that_are_there() -> None:
    assert names() == ["ada", "camerabench", "movieshots", "trecvid"]


def test_one_that_is_not_there() -> None:
    for name in ("esperanto", "", "../ada", "ada.toml"):
        with pytest.raises(UsageError, match="no such vocabulary; there are: ada, camerabench, movieshots, trecvid"):
            vocabulary_named(name)


def test_every_vocabulary_says_where_its_words_come_from(vocabulary: Vocabulary) -> None:
    assert vocabulary.origin["title"] and vocabulary.origin["source"] and vocabulary.origin["note"]
    assert vocabulary.moves


def test_every_rule_asks_for_our_own_words(vocabulary: Vocabulary) -> None:
    known: dict[str, set[str]] = {
        "label": set(LABELS),
        "speed_word": {"slow", "medium", "fast", "whip"},
        "steadiness": {"locked", "smooth", "handheld"},
        "flags": {"tracking", "crane"},
    }
    for rule in (*vocabulary.moves, *vocabulary.shots):
        assert rule.terms and rule.conditions
        for column, wanted in rule.conditions.items():
            assert column == "travel" or set(wanted) <= known[column]


def test_every_label_has_a_term_where_the_vocabulary_has_one(vocabulary: Vocabulary) -> None:
    without = {label for label in LABELS if not vocabulary.of_move({"label": label}, SHOT)}
    unknown_there = {"camerabench": {"dolly_zoom"}, "movieshots": {"dolly_zoom"},
                     "trecvid": {"static", "roll_cw", "roll_ccw"}}  # fmt: skip
    assert without == unknown_there.get(vocabulary.name, set())


def test_ada_tells_type_direction_and_speed() -> None:
    assert terms("ada", "pan_left", speed_word="slow", travel=0.5) == {
        "Camera Movement Type": ["pan"], "Camera Movement Direction": ["left"], "Camera Movement Speed": ["slow"],
    }  # fmt: skip
    assert terms("ada", "tilt_up", travel=0.02)["Camera Movement Type"] == ["tilt", "minimal"]
    assert terms("ada", "dolly_in", travel=0.02)["Camera Movement Type"] == ["tracking shot"], "a ratio of sizes"
    assert terms("ada", "static", {"steadiness": "handheld"}) == {"Camera Movement Direction": ["undirected"]}


def test_a_followed_subject_in_camerabench() -> None:
    following = terms("camerabench", "truck_left", {"flags": ["leader", "tracking"]})
    assert following == {"translation": ["truck left"], "tracking shot": ["side-tracking"]}
    assert terms("camerabench", "truck_left") == {"translation": ["truck left"]}


def test_a_move_that_cannot_be_told_has_what_all_it_may_be_share() -> None:
    twins: dict[str, Any] = {"ambiguous_with": ["pan_left", "truck_left"], "speed_word": "slow"}
    assert terms("ada", None, **twins) == {
        "Camera Movement Direction": ["left"], "Camera Movement Speed": ["slow"],
    }  # fmt: skip
    assert terms("trecvid", None, **twins) == {"low-level feature": ["pan (left or right) or track"]}
    assert terms("camerabench", None, **twins) == {}
    assert terms("trecvid", None, ambiguous_with=["pan_left", "tilt_up"]) == {}
    assert terms("ada", None, ambiguous_with=[]) == terms("ada", None) == {}


def test_terms_in_the_document(study: Study) -> None:
    document = exported(study, "ada")
    first, second, third = document["shots"]
    assert first["moves"][0]["terms"] == {
        "ada": {"Camera Movement Type": ["pan"], "Camera Movement Direction": ["right"],
                "Camera Movement Speed": ["fast"]},
    }  # fmt: skip
    assert second["terms"]["ada"] == {
        "Camera Movement Type": ["tilt", "minimal", "zoom", "shaking"],
        "Camera Movement Direction": ["up", "canted", "forward"],
        "Camera Movement Speed": ["medium", "slow"],
        "Camera Movement Unit": ["tilt up, medium; roll ccw; zoom in, slow"],
    }
    assert third["terms"] == third["moves"][0]["terms"] == {"ada": {"Camera Movement Direction": ["left"]}}
    origin = document["vocabularies"]["ada"]
    assert origin["version"] == "1.8" and "CC BY-SA 3.0" in origin["license"] and "ProjectAdA" in origin["source"]


def test_all_else_stays_as_it_is(study: Study, vocabulary: Vocabulary) -> None:
    document = exported(study, vocabulary.name)
    assert list(document["vocabularies"]) == [vocabulary.name]
    del document["vocabularies"]
    for shot in document["shots"]:
        del shot["terms"]
        for move in shot["moves"]:
            del move["terms"]
    assert document == study.document()


def test_a_study_in_which_moves_were_measured_otherwise(tmp_path: Path) -> None:
    with Study.open(whole_study(tmp_path / "a.cranework")) as study:
        document = exported(study, "movieshots")
    assert document["shots"][0]["moves"][0]["terms"] == {"movieshots": {"movement": ["Motion"]}}
