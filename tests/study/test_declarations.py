import json
from dataclasses import replace
from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.study.made import FILM, Appearance, Chapters, Light, LightParameters, Moves, Shots, Time

from cranework.film.model import Film
from cranework.study.declarations import (
    Malformed,
    declaration,
    from_json,
    layer_record,
    plain,
    ratio,
    restored,
    to_json,
)
from cranework.study.layer import Layer

LAYERS: list[Layer] = [Time(), Light(), Shots(), Appearance(), Moves(), Chapters()]


def row(layer: Layer, **changes: Any) -> dict[str, Any]:
    made = {
        "name": layer.name, "version": layer.version, "title": layer.title, "fingerprint": "f", "made": "now",
        "parameters": to_json(layer.parameters), "declaration": to_json(declaration(layer)), "seconds": 1,
    }  # fmt: skip
    return made | changes


@pytest.mark.parametrize("layer", LAYERS, ids=lambda layer: layer.name)
def test_a_declaration_comes_back_as_it_was(layer: Layer) -> None:
    record = layer_record(row(layer))
    assert record.gives == layer.gives and record.needs == layer.needs
    assert (record.name, record.version, record.title, record.meaning) == (
        layer.name, layer.version, layer.title, layer.meaning,
    )  # fmt: skip
    assert record.seconds == 1.0 and record.made == "now"


def test_the_kind_of_layer_and_its_parameters_are_told() -> None:
    assert [layer_record(row(layer)).kind for layer in LAYERS] == [
        "frame", "frame", "derived", "derived", "derived", "source",
    ]  # fmt: skip
    assert layer_record(row(Light())).parameters == {"factor": "1/3", "names": ["a", "b"]}
    assert LightParameters() == restored(LightParameters, plain(LightParameters()))


def test_a_film_comes_back_as_it_was() -> None:
    for film in (FILM, replace(FILM, frame_rate=None, duration=Fraction(-7, 3), title="x", damage=("a", "b"))):
        assert restored(Film, from_json(to_json(film))) == film


@given(st.fractions())
def test_fractions_come_back(value: Fraction) -> None:
    if len(str(abs(value.numerator))) <= 24 and len(str(value.denominator)) <= 24:
        assert ratio(plain(value)) == value


@pytest.mark.parametrize("text", ["1/0", "1", "1e9/1", "1/-2", " 1/2", "1/2\n", "٣/٤", "9" * 30 + "/1", None, 1, 0.5])
def test_what_is_no_fraction_is_refused(text: object) -> None:
    with pytest.raises(Malformed):
        ratio(text)


def test_numbers_of_numpy_and_numbers_that_are_none() -> None:
    value = {"a": np.float32(0.5), "b": np.arange(2), "c": (np.int64(3), float("nan"), float("-inf")), "d": np.True_}
    assert json.loads(to_json(value)) == {"a": 0.5, "b": [0, 1], "c": [3, None, None], "d": True}


def test_what_cannot_be_kept_is_a_defect() -> None:
    with pytest.raises(TypeError):
        to_json(object())


def test_text_that_utf8_cannot_hold_is_cleaned() -> None:
    film = replace(FILM, name="bad\udcff.mkv")
    assert restored(Film, from_json(to_json(film))).name == "bad?.mkv"
    assert from_json('"\\ud800 \\ud83d\\ude00"') == "? 😀"
    assert from_json(to_json("C:\\ud800")) == "C:\\ud800"


@pytest.mark.parametrize("text", ["", "{", "NaN", "[Infinity]", "[" * 100_000, None, b"{}", 3, "1" * 5000])
def test_what_is_no_json_is_refused(text: object) -> None:
    with pytest.raises(Malformed):
        from_json(text)


@pytest.mark.parametrize(
    "change",
    [
        {"size": "1"}, {"size": True}, {"size": None}, {"name": 3}, {"video": None}, {"video": []}, {"video": {}},
        {"active_area": [1, 2, 3]}, {"active_area": "abcd"}, {"time_base": "1/0"}, {"time_base": 1}, {"audio": [1]},
        {"damage": "words"}, {"frame_rate": 25.0},
    ],
    ids=str,
)  # fmt: skip
def test_a_film_with_another_kind_of_value_is_refused(change: dict[str, Any]) -> None:
    with pytest.raises(Malformed):
        restored(Film, plain(FILM) | change)


def test_members_of_a_later_version_are_passed_over() -> None:
    assert restored(Film, plain(FILM) | {"later": 1}) == FILM


@pytest.mark.parametrize("name", [field for field in ("name", "size", "video", "time_base")])
def test_a_film_without_a_member_is_refused(name: str) -> None:
    stored = plain(FILM)
    del stored[name]
    with pytest.raises(Malformed):
        restored(Film, stored)


GIFT = {"gift": "signal", "name": "a.b", "unit": "", "meaning": ""}


@pytest.mark.parametrize(
    "gives",
    [None, {}, [1], [{"gift": "code"}], [{**GIFT, "gift": ["signal"]}], [{**GIFT, "shape": [1.5]}],
     [{**GIFT, "low": 10**400}], [{**GIFT, "lane": {"form": "window", "color": ""}}],
     [{"gift": "spans", "name": "a", "meaning": "", "columns": [{"name": "a", "type": "blob", "meaning": ""}]}]],
    ids=str,
)  # fmt: skip
def test_a_layer_that_gives_what_is_not_known_is_refused(gives: object) -> None:
    with pytest.raises(Malformed):
        layer_record(row(Time(), declaration=json.dumps({**declaration(Time()), "gives": gives})))


@pytest.mark.parametrize(
    "change", [{"declaration": "[]"}, {"name": None}, {"version": "1"}, {"seconds": "x"}, {"made": 5}]
)
def test_a_damaged_layer_is_refused(change: dict[str, Any]) -> None:
    with pytest.raises(Malformed):
        layer_record(row(Time(), **change))
