from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as some

from cranework.page.curves import MOST_BUCKETS, bucket_edges, reduce_curve


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
