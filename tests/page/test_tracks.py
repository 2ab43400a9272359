from __future__ import annotations

import base64
import zlib
from typing import Any, cast

import numpy as np
import pytest
from numpy.typing import NDArray
from tests.page.made_study import MadeStudy, made_study

from cranework.page.payload import payload
from cranework.page.tracks import tracks
from cranework.study.store import Study


def told(study: MadeStudy, budget: int = 1_000_000) -> dict[str, Any]:
    found = tracks(cast(Study, study), budget)
    assert found is not None
    return found


def points_of(found: dict[str, Any]) -> NDArray[np.int16]:
    return np.frombuffer(zlib.decompress(base64.b64decode(found["points"])), "<i2").reshape(5, -1).T


def test_the_points_of_a_move_come_to_the_thousandth_of_a_frame_width() -> None:
    study = made_study([48, 48])
    (move,) = (row for row in study.rows["moves"] if row["label"] == "pan_left")
    found = told(study)
    place, first, last, count = found["moves"][0]
    assert study.rows["moves"][place] is move
    assert (first, last, count) == (move["tracks"]["first"], move["tracks"]["last"], len(move["tracks"]["points"]))
    given = np.array(move["tracks"]["points"])
    x, y, right, down, near = points_of(found)[:count].T
    assert np.abs(np.column_stack([x, y, x + right, y + down]) / 1000 - given[:, :4]).max() <= 0.0005
    assert near.tolist() == given[:, 4].tolist()


def test_where_room_is_short_each_shot_keeps_the_points_of_its_longest_move() -> None:
    study = made_study([48] * 300)
    whole = told(study)
    short = told(study, len(whole["points"]) - 1)
    moves = study.rows["moves"]
    homes = [moves[at]["start"] // 48 for at, *_ in short["moves"]]
    assert homes == sorted(set(homes)) == sorted({moves[at]["start"] // 48 for at, *_ in whole["moves"]})
    assert len(short["moves"]) < len(whole["moves"])
    fewer = told(study, len(whole["points"]) // 3)
    assert [row[:3] for row in fewer["moves"]] == [row[:3] for row in short["moves"]]
    assert len(fewer["points"]) <= len(whole["points"]) // 3
    assert tracks(cast(Study, study), 10) is None


def test_the_points_are_told_once() -> None:
    data = payload(cast(Study, made_study([48, 48])))
    moves = next(kind for kind in data["kinds"] if kind["name"] == "moves")
    assert "tracks" not in [column["name"] for column in moves["columns"]]
    assert len(data["tracks"]["moves"]) == 2


@pytest.mark.parametrize(
    "listed",
    [
        5, "abc", [], {}, {"first": 1, "last": 2}, {"first": 1, "last": 2, "points": "abcde"},
        {"first": 2, "last": 1, "points": [[0, 0, 0, 0, 0]]}, {"first": "1", "last": 2, "points": [[0, 0, 0, 0, 0]]},
        {"first": 1, "last": 2, "points": [[0, 0, 0, 0], [0, 0, 0, 0, 2], [None] * 5, [1e9, 0, 0, 0, 1], ["1"] * 5]},
        {"first": 1, "last": 2, "points": [[float("nan"), 0, 0, 0, 1]]},
    ],
)  # fmt: skip
def test_what_a_stranger_lists_as_tracks_does_no_harm(listed: Any) -> None:
    study = made_study([48])
    for row in study.rows["moves"]:
        row["tracks"] = listed
    assert tracks(cast(Study, study)) is None
