"""Moves are cut where they come back, and begin and end where the camera does."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.motion.made import Floats, eased, steps_of

from cranework.motion.path import BACK, SIGNS, Steps, borders, one_way, smoothed

RATE = 12
LEAST = 0.05


def along(axis: str, way: Floats) -> Steps:
    """Steps of a camera that goes on one axis alone."""
    column = ["sideways", "upright", "depth", "roll"].index(axis)
    return steps_of(np.eye(4)[column] * way[:, None], RATE)


def seconds(length: float) -> Floats:
    return np.arange(round(length * RATE) + 1) / RATE


@pytest.mark.parametrize("axis", SIGNS)
def test_travel_has_the_cameras_sign(axis: str) -> None:
    steps = along(axis, 0.3 * seconds(1))
    assert steps.travel(axis).sum() == pytest.approx(0.3)
    assert steps.smooth_speed(axis) == pytest.approx([0.3] * RATE)
    assert all(not steps.travel(other).any() for other in SIGNS if other != axis)


class TestOneWay:
    def test_a_move_there_is_one(self) -> None:
        assert one_way(np.full(20, 0.02), LEAST) == [(0, 20)]

    @pytest.mark.parametrize("share", [0.5, 1.0, 1.5])
    def test_there_and_back_are_two(self, share: float) -> None:
        back = round(20 * share)
        assert one_way(np.concatenate([np.full(20, 0.02), np.full(back, -0.02)]), LEAST) == [(0, 20), (20, 20 + back)]

    def test_to_and_fro_and_to_are_three(self) -> None:
        travel = np.repeat([0.02, -0.02, 0.02], 15)
        assert one_way(travel, LEAST) == [(0, 15), (15, 30), (30, 45)]

    def test_a_little_back_is_still_one(self) -> None:
        travel = np.repeat([0.02, -0.02], [20, int(20 * BACK) - 1])
        assert one_way(travel, LEAST) == [(0, len(travel))]

    def test_sway_is_no_move(self) -> None:
        assert one_way(0.01 * np.sin(np.arange(60)), LEAST) == [(0, 60)]

    def test_of_no_steps_there_is_none(self) -> None:
        assert one_way(np.zeros(0), LEAST) == []

    @settings(max_examples=60)
    @given(st.lists(st.floats(-0.05, 0.05), min_size=1, max_size=60))
    def test_the_parts_tile_the_whole_and_each_goes_one_way(self, steps: list[float]) -> None:
        travel = np.array(steps)
        parts = one_way(travel, LEAST)
        assert parts[0][0] == 0 and parts[-1][1] == len(travel)
        assert all(a[1] == b[0] and a[0] < a[1] for a, b in pairwise(parts))
        limit = max(LEAST, BACK * float(np.ptp(np.concatenate([[0], np.cumsum(travel)]))))
        for a, b in parts:
            gone = np.cumsum(travel[a:b])
            left = gone[-1] - gone
            assert (np.minimum(np.abs(gone), np.abs(left))[gone * left < 0] <= limit + 1e-12).all()

    @given(st.lists(st.floats(-0.05, 0.05), min_size=1, max_size=60))
    def test_the_other_way_round_the_same(self, steps: list[float]) -> None:
        assert one_way(np.array(steps), LEAST) == one_way(-np.array(steps), LEAST)


class TestBorders:
    @settings(max_examples=60)
    @given(
        st.sampled_from(list(SIGNS)), st.sampled_from([-1, 1]), st.floats(0.5, 2.0), st.floats(0.8, 3.0),
        st.floats(0.02, 0.3), st.floats(-0.4, 0.4), st.floats(-0.4, 0.4),
    )  # fmt: skip
    def test_of_an_eased_move(
        self, axis: str, sign: int, start: float, length: float, ramp: float, early: float, late: float
    ) -> None:
        """Within 0.15 s of where a fifth of its speed is reached, which is a fifth of the ramp after it begins."""
        way = sign * 0.4 * eased(seconds(6), start, start + length, ramp)
        steps = along(axis, way)
        found = borders(steps, axis, start + early * length / 2, start + length + late * length / 2, sign)
        assert found is not None
        a, b = found
        assert steps.start_s[a] == pytest.approx(start + 0.2 * ramp * length, abs=0.15)
        assert steps.end_s[b - 1] == pytest.approx(start + length - 0.2 * ramp * length, abs=0.15)

    def test_a_short_pause_does_not_end_it_and_a_long_one_does(self) -> None:
        for pause, whole in ((0.25, True), (1.2, False)):
            t = seconds(5)
            speed = np.where((t < 1) | (t > 3.5) | ((t > 2) & (t < 2 + pause)), 0, 0.2)
            steps = along("sideways", np.cumsum(speed) / RATE)
            found = borders(steps, "sideways", 1.0, 3.5, 1)
            assert found is not None
            a, b = found
            assert (steps.end_s[b - 1] - steps.start_s[a] > 2.2) == whole

    def test_none_where_nothing_goes_its_way(self) -> None:
        steps = along("sideways", 0.1 * seconds(3))
        assert borders(steps, "sideways", 0, 3, -1) is None
        assert borders(steps, "upright", 0, 3, 1) is None
        assert borders(steps, "sideways", 10, 12, 1) is None


class TestSmoothed:
    @given(st.floats(-1, 1), st.integers(1, 40), st.floats(0.05, 2))
    def test_a_steady_pace_stays(self, speed: float, count: int, over_s: float) -> None:
        lengths = np.full(count, 1 / RATE)
        assert smoothed(speed * lengths, lengths, over_s) == pytest.approx(np.full(count, speed))

    def test_of_steps_of_other_lengths(self) -> None:
        lengths = np.array([1, 1, 2, 1, 3, 1, 1]) / RATE
        assert smoothed(0.3 * lengths, lengths, 0.25) == pytest.approx(np.full(7, 0.3))

    def test_of_none(self) -> None:
        assert len(smoothed(np.zeros(0), np.zeros(0), 0.25)) == 0
