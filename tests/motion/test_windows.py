"""Windows hold the points that live all through them, and are as long as the points allow and the motion asks for."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from cranework.motion.windows import ENOUGH, HOP_S, LEAST, LENGTH_S, LONG, SHORT, UNITS, Windows, living, windows

SLOTS = 96
Points = NDArray[np.int16]


def tracks(samples: int, alive: int = SLOTS, speed: float = 0.1, seed: int = 0) -> Points:
    """Points that all move right by `speed` frame widths a second, and never die; four samples a second."""
    random = np.random.default_rng(seed)
    points = np.zeros((samples, SLOTS, 3), np.int16)
    places = random.uniform(-0.2, 0.2, (alive, 2))
    for k in range(samples):
        points[k, :alive, :2] = np.round((places + np.array([speed * k / 4, 0])) * UNITS)
        points[k, :alive, 2] = k + 1
    return points


def seconds(samples: int) -> NDArray[np.float64]:
    return np.arange(samples) / 4


def looked_at(points: Points) -> Windows:
    count = len(points)
    return windows(points, np.arange(count, dtype=np.int64) * 6, seconds(count))


def test_a_second_long_every_half_second() -> None:
    found = looked_at(tracks(13))
    assert found.seconds == pytest.approx([LENGTH_S] * 5 + [SHORT])  # the last has no more room
    assert found.first.tolist() == [0, 12, 24, 36, 48, 60] and found.last.tolist() == [24, 36, 48, 60, 72, 72]
    assert np.diff(found.first) / 24 == pytest.approx([HOP_S] * 5)
    assert found.known.all() and found.start.shape == (6, SLOTS, 2)


def test_places_are_those_at_first_half_way_and_last() -> None:
    points = tracks(5, speed=0.08)
    found = looked_at(points)
    for places, k in ((found.start, 0), (found.middle, 2), (found.end, 4)):
        assert places[0] == pytest.approx(points[k, :, :2] / UNITS)
    assert found.end[0, :, 0] - found.start[0, :, 0] == pytest.approx(0.08, abs=1e-4)


def test_long_where_the_picture_is_slow() -> None:
    assert looked_at(tracks(17, speed=0.004)).seconds == pytest.approx([LONG] * 5 + [1.5, LENGTH_S, SHORT])
    assert looked_at(tracks(17, speed=0.03)).seconds == pytest.approx([LENGTH_S] * 7 + [SHORT])


def test_half_as_long_where_few_points_live() -> None:
    points = tracks(9)
    points[:, ENOUGH - 1 :, 2] = np.array([1, 2, 3, 1, 2, 3, 1, 2, 3])[:, None]
    found = looked_at(points)
    assert len(found) and (found.seconds == SHORT).all()
    assert (found.known.sum(1) >= LEAST).all()


def test_none_where_hardly_any_do() -> None:
    assert len(looked_at(tracks(9, alive=LEAST - 1))) == 0
    assert (looked_at(tracks(9, alive=LEAST)).seconds == SHORT).all()
    assert looked_at(tracks(9, alive=ENOUGH)).seconds.tolist() == [LENGTH_S] * 3 + [SHORT]


@pytest.mark.parametrize("samples", [0, 1, 2])
def test_too_short_for_any(samples: int) -> None:
    found = looked_at(tracks(samples))
    assert len(found) == 0
    assert found.start.shape == (0, SLOTS, 2) and found.known.shape == (0, SLOTS)


def test_none_across_a_gap_in_time() -> None:
    points = tracks(8)
    times = seconds(8) + np.where(np.arange(8) >= 4, 5.0, 0.0)
    frames = np.round(times * 24).astype(np.int64)
    found = windows(points, frames, times)
    assert len(found) and not ((found.first < 96) & (found.last >= 96)).any()


def test_samples_may_come_at_odd_times() -> None:
    times = np.cumsum([0, 0.2, 0.3, 0.25, 0.24, 0.27, 0.2, 0.3, 0.25, 0.25])
    points = tracks(10)
    found = windows(points, np.arange(10, dtype=np.int64) * 6, times)
    assert len(found) >= 2
    assert (np.abs(found.seconds[:-1] - LENGTH_S) <= 0.25 * LENGTH_S).all()
    assert abs(found.seconds[-1] - SHORT) <= 0.25 * SHORT
    assert (np.diff(found.first) > 0).all()


@settings(max_examples=60)
@given(st.integers(0, 10_000), st.integers(2, 24), st.floats(0, 0.3), st.sampled_from([0.0, 0.003, 0.1]))
def test_only_points_that_live_all_through(seed: int, samples: int, dying: float, speed: float) -> None:
    random = np.random.default_rng(seed)
    points, alive = tracks(samples, speed=speed, seed=seed), np.zeros(SLOTS, bool)
    born = np.zeros((samples, SLOTS), int)  # how many points each slot has held so far
    for k in range(samples):
        dies = random.random(SLOTS) < dying
        stays = alive & ~dies
        filled = stays | (random.random(SLOTS) < 0.7)
        points[k, :, 2] = np.where(stays, points[k - 1, :, 2] + 1, np.where(filled, 1, 0))
        born[k] = born[k - 1] + (filled & ~stays)
        alive = filled
    points[points[..., 2] == 0] = 0
    found = looked_at(points)
    for row in range(len(found)):
        a, b = found.first[row] // 6, found.last[row] // 6
        lived = (points[a : b + 1, :, 2] > 0).all(0) & (born[a] == born[b])
        assert np.array_equal(found.known[row], lived)
        assert np.array_equal(living(points, a, b), lived)
        assert lived.sum() >= (ENOUGH if found.seconds[row] > SHORT else LEAST)
        assert found.seconds[row] == (b - a) / 4
        assert min(abs(found.seconds[row] / told - 1) for told in (SHORT, LENGTH_S, LONG)) <= 0.25
    assert (np.diff(found.first) >= HOP_S * 24 - 1).all()
