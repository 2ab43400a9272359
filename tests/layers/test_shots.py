"""The flags of shots, from a film file to its statistics."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray
from tests.film.made import write
from tests.layers.conftest import Measure

SIZE = (320, 180)
Picture = NDArray[np.uint8]


def taken(count: int, seed: int) -> list[Picture]:
    """A grainy picture over which the camera moves."""
    rng = np.random.default_rng(seed)
    coarse = rng.integers(60 * (seed % 3), 60 * (seed % 3) + 120, (5, 9), np.uint8)
    wide = cv2.resize(coarse, (SIZE[0] + 2 * count, SIZE[1]), interpolation=cv2.INTER_CUBIC).astype(np.float64)
    views = [wide[:, 2 * t : 2 * t + SIZE[0]] + rng.normal(0, 4, SIZE[::-1]) for t in range(count)]
    return [np.clip(view, 0, 255).astype(np.uint8) for view in views]


def title(count: int) -> list[Picture]:
    card = np.full(SIZE[::-1], 12, np.uint8)
    for line, words in enumerate(("Meanwhile,", "in the village")):
        cv2.putText(card, words, (60, 85 + 36 * line), cv2.FONT_HERSHEY_COMPLEX, 0.9, 225, 2, cv2.LINE_AA)
    return [card] * count


def digit(number: int) -> list[Picture]:
    card = np.full(SIZE[::-1], 130, np.uint8)
    cv2.circle(card, (160, 90), 70, 40, 3, cv2.LINE_AA)
    cv2.putText(card, str(number), (128, 120), cv2.FONT_HERSHEY_DUPLEX, 3, 20, 8, cv2.LINE_AA)
    return [card] * 24


def test_flags_and_what_is_counted(tmp_path: Path, measure: Measure) -> None:
    frozen = taken(30, 3)
    frozen += frozen[-1:] * 40
    parts = [
        [picture for number in (5, 4, 3, 2) for picture in digit(number)],
        taken(60, 1),
        title(48),
        [picture for picture in taken(24, 2) for _ in (0, 1)],
        frozen,
    ]
    pictures = [picture for part in parts for picture in part]
    with measure(write(tmp_path / "flags.mp4", pictures, rate=24, gop=100, options={"crf": "12"})) as study:
        told = {shot["start"]: (shot["flags"], shot["cadence"]) for shot in study.shots}
        assert told[96] == ([], [])
        assert told[156] == (["title"], [])
        assert told[204] == (["repeated_frames"], [2])
        assert told[252] == (["freeze"], [])
        leader = [shot for shot in study.shots if shot["end"] <= 96]
        assert all(shot["flags"] == ["leader"] for shot in leader)
        row = study.statistics
        assert (row["shots"], row["titles"], row["leaders"], row["plain_stretches"]) == (3, 1, len(leader), 0)
        assert row["average_shot_length_s"] == pytest.approx((60 + 48 + 70) / 24 / 3)
        assert row["average_with_titles_s"] == pytest.approx((60 + 48 + 48 + 70) / 24 / 4)
