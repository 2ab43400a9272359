from __future__ import annotations

import base64
import zlib
from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as some

from cranework.page.curves import MOST_BUCKETS, STEPS, bucket_edges, pack_curve, reduce_curve


@given(some.integers(0, 200_000))
def test_buckets_tile_the_film_and_none_is_empty(frames: int) -> None:
    edges = bucket_edges(frames)
    assert edges[0] == 0 and edges[-1] == frames
    assert len(edges) - 1 == min(frames, MOST_BUCKETS)
    assert frames == 0 or np.diff(edges).min() >= 1


@given(some.lists(some.floats(-1e3, 1e3, width=32), min_size=1, max_size=60), some.integers(1, 20))
def test_a_bucket_keeps_the_extremes_and_the_mean(values: list[float], most: int) -> None:
    edges = bucket_edges(len(values), most)
    reduced = reduce_curve(np.array(values), edges)
    for at, (start, end) in enumerate(pairwise(edges)):
        part = np.array(values[start:end])
        expected = {"mean": part.mean(), "low": part.min(), "high": part.max()}
        for name in reduced:
            assert reduced[name][at] == pytest.approx(expected[name], rel=1e-3, abs=1e-6)


def test_what_was_not_measured_stays_unsaid() -> None:
    reduced = reduce_curve(np.array([np.nan, np.nan, 1.0, np.nan, np.inf, 3.0]), np.array([0, 2, 4, 6]))
    assert reduced == {"mean": [None, 1.0, 3.0], "low": [None, 1.0, 3.0], "high": [None, 1.0, 3.0]}


def test_a_film_of_no_frames_has_an_empty_curve() -> None:
    assert reduce_curve(np.empty(0), bucket_edges(0)) == {"mean": []}


def unpacked(told: dict[str, Any]) -> np.ndarray:
    rows = np.frombuffer(zlib.decompress(base64.b64decode(told["bytes"])), np.uint8).astype(np.uint16)
    low, high = np.split(rows, 2)
    numbers = np.cumsum(low + (high << 8), dtype=np.uint16).astype(np.float64)
    return np.where(numbers == 0, np.nan, told["low"] + (numbers - 1) * told["step"])


@given(some.lists(some.floats(-1e6, 1e6) | some.just(float("nan")) | some.just(float("inf")), min_size=1, max_size=60))
def test_packed_frames_are_told_to_a_step(values: list[float]) -> None:
    told = pack_curve(np.array(values))
    finite = [value for value in values if np.isfinite(value)]
    if told is None:
        assert len(set(finite)) < 2 or max(finite) - min(finite) < 1e-300
        return
    assert told["step"] == (max(finite) - min(finite)) / STEPS
    for value, back in zip(values, unpacked(told), strict=True):
        assert abs(value - back) <= 0.51 * told["step"] if np.isfinite(value) else np.isnan(back)


def test_a_packed_feature_film_is_small() -> None:
    walk = np.cumsum(np.random.default_rng(1).normal(0, 0.01, 170_000))
    told = pack_curve(walk)
    assert told is not None and len(told["bytes"]) < 350_000
