"""Shots in numbers: statistics, tempo, differences and stills of films whose cuts are known."""

from __future__ import annotations

import statistics
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

import cv2
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.film.made import noise, write
from tests.layers.conftest import Measure

from cranework.layers.statistics import numbers
from cranework.layers.tempo import WINDOW_SHOTS, moving_average

LENGTHS = (24, 48, 36, 60, 12, 30)


def test_a_film_of_known_shots(tmp_path: Path, measure: Measure) -> None:
    shots = [noise(length, (160, 96), seed) for seed, length in enumerate(LENGTHS)]
    pictures = [picture // 2 + 110 if seed % 2 else picture for seed, shot in enumerate(shots) for picture in shot]
    with measure(write(tmp_path / "cuts.mp4", pictures, rate=24)) as study:
        shots = study.shots
        assert [shot["end"] - shot["start"] for shot in shots] == list(LENGTHS)
        assert [shot["duration"] for shot in shots] == [Fraction(n, 24) for n in LENGTHS]
        row = study.statistics
        assert (row["shots"], row["cuts"], row["dissolves"], row["plain_stretches"]) == (6, 5, 0, 0)
        assert row["average_shot_length_s"] == pytest.approx(sum(LENGTHS) / 24 / 6)
        assert row["median_shot_length_s"] == pytest.approx(statistics.median(LENGTHS) / 24)
        assert (row["shortest_s"], row["longest_s"]) == (0.5, 2.5)
        lengths = study.signal("tempo.shot_length_s")
        assert lengths == pytest.approx(np.repeat(np.array(LENGTHS) / 24, LENGTHS))
        local = moving_average((np.array(LENGTHS) / 24).astype(np.float32), WINDOW_SHOTS)
        assert study.signal("tempo.local_s") == pytest.approx(np.repeat(local, LENGTHS))
        difference = study.signal("difference.mean")
        cuts = np.cumsum(LENGTHS)[:-1]
        assert set(np.argsort(-difference)[: len(cuts)]) == set(cuts.tolist())
        assert difference[0] == 0
        for shot in shots:
            assert shot["stills"] and all(shot["start"] <= frame < shot["end"] for frame in shot["stills"])
            assert set(shot["stills"]) <= set(study.still_frames().tolist())


def test_difference_is_the_mean_change_of_light(tmp_path: Path, measure: Measure) -> None:
    levels = [0, 0, 255, 255, 51]
    pictures = [np.full((56, 96), v, np.uint8) for v in levels]
    with measure(write(tmp_path / "steps.mkv", pictures, codec="ffv1"), "difference") as study:
        expected = [0, *(abs(b - a) / 255 for a, b in pairwise(levels))]
        assert study.signal("difference.mean") == pytest.approx(expected, abs=0.01)


def test_the_sharpest_frame_is_the_first_still(tmp_path: Path, measure: Measure) -> None:
    picture = np.random.default_rng(5).integers(0, 255, (90, 160), np.uint8)
    blurred = [cv2.GaussianBlur(picture, (0, 0), 1 + abs(i - 20) / 4).astype(np.uint8) for i in range(40)]
    with measure(write(tmp_path / "focus.mkv", blurred, codec="ffv1", gop=40)) as study:
        (shot,) = study.shots
        assert abs(shot["stills"][0] - 20) <= 1


@given(st.lists(st.floats(0.001, 5000), min_size=1, max_size=60))
def test_numbers_against_the_standard_library(lengths: list[float]) -> None:
    found = numbers(lengths)
    assert found["average_shot_length_s"] == pytest.approx(statistics.fmean(lengths), rel=1e-6, abs=1e-6)
    assert found["median_shot_length_s"] == pytest.approx(statistics.median(lengths), rel=1e-6, abs=1e-6)
    assert found["deviation_s"] == pytest.approx(statistics.pstdev(lengths), rel=1e-4, abs=1e-4)
    assert (found["shortest_s"], found["longest_s"]) == pytest.approx((min(lengths), max(lengths)), abs=1e-6)
    assert found["shortest_s"] <= found["lower_quartile_s"] <= found["median_shot_length_s"]
    assert found["median_shot_length_s"] <= found["upper_quartile_s"] <= found["longest_s"]


def test_no_shots_no_numbers() -> None:
    assert numbers([]) == {}


@given(st.lists(st.floats(0, 1000, width=32), max_size=40), st.integers(1, 15).map(lambda n: 2 * n - 1))
def test_moving_average_against_counting(lengths: list[float], window: int) -> None:
    half = window // 2
    expected = [np.mean(lengths[max(0, i - half) : i + half + 1]) for i in range(len(lengths))]
    found = moving_average(np.array(lengths, np.float32), window)
    assert found.shape == (len(lengths),) and found.tolist() == pytest.approx(expected, rel=1e-4, abs=1e-3)
