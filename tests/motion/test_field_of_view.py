"""How fast a pan turns in degrees is told where its bend shows the lens, and only there."""

from __future__ import annotations

import numpy as np
import pytest
from tests.motion.made import seen, spots, turned, windows_of
from training.camera.simulate import take

from cranework.motion.features import measure
from cranework.motion.field_of_view import EXACT, degrees_per_s
from cranework.motion.windows import Windows, windows

NOISE = 0.0005


def pan(rate: float, focal: float, count: int = 4, axis: str = "sideways", seed: int = 0) -> Windows:
    """Windows of a second of a camera that turns by `rate` (radians a second), with the noise of a tracker."""
    random = np.random.default_rng(seed)
    start = np.stack([spots(seed + k, 80) for k in range(count)])
    turns = [turned(**{"yaw" if axis == "sideways" else "pitch": rate * s}) for s in (0.5, 1)]
    middle, end = (seen(start, 1.0, focal, turn) + random.normal(0, NOISE, start.shape) for turn in turns)
    return windows_of(start, middle, end)


def told(w: Windows, axis: str = "sideways") -> tuple[float, float] | None:
    return degrees_per_s(np.arange(len(w)), axis, w, measure(w))


@pytest.mark.parametrize("axis", ["sideways", "upright"])
def test_nine_of_ten_intervals_hold_the_truth(axis: str) -> None:
    random, holds = np.random.default_rng(0), []
    for seed in range(60):
        focal, speed, sign = random.uniform(0.55, 3.5), random.uniform(0.1, 0.35), random.choice([-1, 1])
        rate = min(0.25, speed / focal)  # beyond, see below
        found = told(pan(sign * rate, focal, axis=axis, seed=seed), axis)
        if found is not None:
            assert 0 < found[0] <= found[1]
            holds.append(found[0] <= np.degrees(rate) <= found[1])
    assert len(holds) > 25 and np.mean(holds) >= 0.9


@pytest.mark.parametrize("focal", [0.7, 1.0, 1.4])
def test_a_long_pan_of_a_wide_lens_is_told(focal: float) -> None:
    found = told(pan(0.2 / focal, focal, 8))
    assert found is not None
    assert found[1] / found[0] < EXACT + 0.2


@pytest.mark.xfail(reason="of a whip the middle is told some four hundredths too low; the interval holds the truth")
def test_a_whip_turns_by_angles_not_by_sines() -> None:
    found = told(pan(0.6, 0.8, 8))
    assert found is not None
    assert (found[0] + found[1]) / 2 == pytest.approx(np.degrees(0.6), rel=0.03)


@pytest.mark.parametrize("focal", [0.8, 1.4, 2.5])
def test_short_pans_are_not_told(focal: float) -> None:
    assert told(pan(0.004 / focal, focal)) is None


def test_neither_are_slides_and_those_of_few_points() -> None:
    p = np.stack([spots(k, 80) for k in range(4)])
    assert told(windows_of(p, p - (0.1, 0), p - (0.2, 0))) is None
    w = pan(0.2, 1.0)
    few = np.zeros_like(w.known)
    few[:, :9] = True
    assert told(Windows(w.first, w.last, w.seconds, w.start, w.middle, w.end, few)) is None
    assert degrees_per_s(np.zeros(0, int), "sideways", w, measure(w)) is None


@pytest.mark.slow
@pytest.mark.xfail(reason="windows in which the move begins or ends make it slow, and the rest are too narrow")
def test_four_of_five_intervals_of_simulated_moves_hold_the_truth() -> None:
    """With all the windows that show some of the move, as they are given; the truth is its speed in the middle."""
    holds = []
    for seed in range(600):
        one = take(seed)
        moves = [move for move in one.moves if move.label != "static"]
        if len(moves) != 1 or moves[0].degrees_per_s is None:
            continue
        w = windows(one.points, one.frames, one.frames / one.rate)
        rows = np.flatnonzero((w.last > moves[0].start) & (w.first < moves[0].end))
        axis = "sideways" if moves[0].label.startswith("pan") else "upright"
        found = degrees_per_s(rows, axis, w, measure(w)) if len(rows) else None
        if found is not None:
            holds.append(found[0] <= moves[0].degrees_per_s <= found[1])
    assert len(holds) > 8
    assert np.mean(holds) >= 0.8
