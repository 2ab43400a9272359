"""A hand sways; weave, grain and repeated frames only look as if."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.motion.made import Floats, eased, steps_of

from cranework.motion.steadiness import FEWEST_STEPS, Shake, mean_over, shake_of

RATE = 12
SECONDS = np.arange(6 * RATE + 1) / RATE
SEEDS = st.integers(0, 10_000)


def way(right: Floats | float = 0.0, up: Floats | float = 0.0, roll: Floats | float = 0.0) -> Floats:
    made = np.zeros((len(SECONDS), 4))
    made[:, 0], made[:, 1], made[:, 3] = right, up, roll
    return made


def shaken(made: Floats) -> Shake:
    found = shake_of(steps_of(made, RATE))
    assert found is not None
    return found


def hand(hertz: float = 2.0, widths: float = 0.007, roll: float = 0.002) -> Floats:
    phase = 2 * np.pi * hertz * SECONDS
    return way(widths * np.sin(phase), widths * np.sin(0.8 * phase + 1), roll * np.sin(1.1 * phase + 2))


@settings(max_examples=30)
@given(SEEDS, st.floats(0.0002, 0.003))
def test_weave_is_no_hand(seed: int, size: float) -> None:
    across, up = np.random.default_rng(seed).normal(0, size, (2, len(SECONDS)))
    assert not shaken(way(across, up)).by_hand
    assert not shaken(way(across + 0.1 * SECONDS, up)).by_hand


@settings(max_examples=30)
@given(SEEDS)
def test_grain_is_no_hand(seed: int) -> None:
    across, up, roll = np.random.default_rng(seed).normal(0, 1, (3, len(SECONDS))) * [[0.0005], [0.0005], [0.0003]]
    found = shaken(way(across + 0.1 * SECONDS, up, roll))
    assert not found.by_hand


@settings(max_examples=30)
@given(SEEDS, st.floats(0.02, 0.4), st.sampled_from([4, 5]))
def test_repeated_frames_are_no_hand(seed: int, speed: float, every: int) -> None:
    """A pan in which each frame of so many is shown twice, as of film at another rate."""
    frames = np.arange(len(SECONDS))
    held = frames - frames // every
    roll = np.random.default_rng(seed).normal(0, 0.0002, len(SECONDS))
    assert not shaken(way(speed * held / RATE * every / (every - 1), 0.0, roll)).by_hand


@settings(max_examples=20)
@given(st.floats(0.02, 0.6), st.floats(0.1, 0.4), st.floats(0.3, 2.0), st.floats(1.0, 3.5))
def test_a_smooth_move_is_none(size: float, ramp: float, start: float, length: float) -> None:
    assert not shaken(way(size * eased(SECONDS, start, start + length, ramp))).by_hand


@settings(max_examples=30)
@given(st.floats(1.6, 2.4), st.floats(0.006, 0.012), st.floats(0.003, 0.006), st.floats(-0.3, 0.3))
def test_a_sway_of_two_hertz_with_roll_is_a_hand(hertz: float, widths: float, roll: float, pan: float) -> None:
    made = hand(hertz, widths, roll)
    made[:, 0] += pan * SECONDS
    assert shaken(made).by_hand


def test_without_roll_it_is_none() -> None:
    assert not shaken(hand(roll=0)).by_hand


def test_sizes_are_root_mean_squares() -> None:
    found = shaken(way(0.01 * np.sin(2 * np.pi * 1.5 * SECONDS)))
    assert 0.004 < found.sway_widths < 0.01 / np.sqrt(2)
    assert found.sway_roll == 0


@pytest.mark.parametrize("drift", [0.0, 0.003, 0.02, -0.02])
def test_drift_is_how_far_it_goes_in_all(drift: float) -> None:
    found = shaken(way(drift * eased(SECONDS, 1, 5)))
    assert found.drift_widths == pytest.approx(abs(drift), abs=1e-3)
    assert found.drifts == (abs(drift) > 0.01)


def test_weave_does_not_drift() -> None:
    across, up = np.random.default_rng(2).normal(0, 0.0012, (2, len(SECONDS)))
    assert not shaken(way(across, up)).drifts


@pytest.mark.parametrize("count", range(FEWEST_STEPS + 2))
def test_a_few_steps_tell_nothing(count: int) -> None:
    found = shake_of(steps_of(np.zeros((count + 1, 4)), RATE))
    assert (found is None) == (count < FEWEST_STEPS)


@given(st.lists(st.floats(-1, 1), min_size=1, max_size=30), st.integers(1, 40))
def test_a_moving_mean_stays_within_its_values(values: list[float], length: int) -> None:
    column = np.array(values)[:, None]
    if length <= len(values):
        found = mean_over(column, length)
        assert found.shape == column.shape
        assert found.min() >= column.min() - 1e-9 and found.max() <= column.max() + 1e-9
