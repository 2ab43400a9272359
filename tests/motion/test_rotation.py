"""A camera that turns and zooms is found from its points; one that travels leaves parallax over."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.motion.made import Floats, seen, spots, turned

from cranework.motion.masked import median, quantiles
from cranework.motion.rotation import fit

ALL = np.ones((1, 60), bool)
ANGLES = st.floats(-0.08, 0.08)
FOCAL = st.sampled_from([0.6, 0.9, 1.4, 1.9, 3.0])


def fitted(q: Floats, focal: float, seed: int = 0) -> tuple[Floats, Floats]:
    """Of one window."""
    turn, left = fit(spots(seed)[None], q[None], focal, ALL, ALL)
    return turn[0], left[0]


@settings(max_examples=60)
@given(ANGLES, ANGLES, ANGLES, st.floats(-0.3, 0.3), FOCAL)
def test_the_turn_and_the_zoom_are_found(yaw: float, pitch: float, roll: float, zoom: float, focal: float) -> None:
    turn, left = fitted(seen(spots(), 1.0, focal, turned(yaw, pitch, roll), zoom=zoom), focal)
    # turns one after another are not quite those about three axes at once: their products are left out
    assert turn == pytest.approx([yaw, pitch, roll, zoom], abs=1.5 * 0.08**2)
    assert np.abs(left).max() < 1e-5


@pytest.mark.parametrize(("yaw", "pitch", "roll"), [(0.12, 0, 0), (0, -0.12, 0), (0, 0, 0.12)])
@pytest.mark.parametrize("sign", [-1, 1])
def test_signs_are_right_up_and_clockwise(yaw: float, pitch: float, roll: float, sign: int) -> None:
    q = seen(spots(), 1.0, 1.2, turned(sign * yaw, sign * pitch, sign * roll))
    step = np.median(q - spots(), axis=0)
    if yaw:
        assert sign * step[0] < 0
    if pitch:
        assert sign * pitch * step[1] > 0
    turn, _ = fitted(q, 1.2)
    assert turn == pytest.approx([sign * yaw, sign * pitch, sign * roll, 0], abs=5e-4)


@pytest.mark.parametrize("axis", range(3))
def test_large_turns_are_angles_too(axis: int) -> None:
    angles = [0.0, 0.0, 0.0]
    angles[axis] = 0.4
    turn, left = fitted(seen(spots(), 1.0, 1.2, turned(*angles)), 1.2)
    assert np.abs(left).max() < 1e-4
    assert turn[axis] == pytest.approx(0.4, rel=0.01)


@settings(max_examples=30)
@given(ANGLES, ANGLES, FOCAL, st.integers(0, 1000))
def test_outliers_do_not_pull(yaw: float, pitch: float, focal: float, seed: int) -> None:
    random = np.random.default_rng(seed)
    q = seen(spots(seed), 1.0, focal, turned(yaw, pitch))
    astray = random.permutation(60)[:15]
    q[astray] += random.uniform(0.02, 0.1, (15, 2)) * random.choice([-1, 1], (15, 2))
    turn, left = fitted(q, focal, seed)
    obeys = np.setdiff1d(np.arange(60), astray)
    assert np.quantile(np.abs(left[obeys]), 0.9) < 0.004
    assert turn[:2] * focal == pytest.approx(np.array([yaw, pitch]) * focal, abs=0.006)


def test_travel_leaves_parallax_over() -> None:
    depth = np.random.default_rng(1).uniform(2, 12, 60)
    _, left = fitted(seen(spots(), depth, 1.2, travel=(0.5, 0, 0)), 1.2)
    assert np.ptp(left[:, 0]) > 0.05 and np.median(np.abs(left[:, 1])) < 0.01
    _, flat = fitted(seen(spots(), 6.0, 1.2, travel=(0.1, 0, 0)), 1.2)
    assert np.abs(flat).max() < 0.01


def test_the_wrong_focal_length_leaves_its_bend_over() -> None:
    q = seen(spots(), 1.0, 0.7, turned(yaw=0.3))
    right, wrong = (np.median(np.hypot(*fitted(q, focal)[1].T)) for focal in (0.7, 1.9))
    assert right < 1e-4 < 0.004 < wrong


@settings(max_examples=20)
@given(st.lists(st.tuples(ANGLES, ANGLES, ANGLES, st.floats(-0.2, 0.2)), min_size=2, max_size=5))
def test_together_as_one_by_one(turns: list[tuple[float, float, float, float]]) -> None:
    q = np.stack([seen(spots(), 1.0, 1.2, turned(*angles), zoom=zoom) for *angles, zoom in turns])
    p = np.broadcast_to(spots(), q.shape)
    known = np.random.default_rng(0).random(q.shape[:2]) < 0.7
    angles, left = fit(p, q, 1.2, known, known)
    for k in range(len(q)):
        one, its = fit(p[k : k + 1], q[k : k + 1], 1.2, known[k : k + 1], known[k : k + 1])
        assert angles[k] == pytest.approx(one[0], abs=1e-9)
        assert left[k] == pytest.approx(its[0], abs=1e-9)


def test_no_points_no_turn() -> None:
    none = np.zeros((1, 60), bool)
    turn, left = fit(spots()[None], spots(1)[None], 1.2, none, none)
    assert turn[0] == pytest.approx([0, 0, 0, 0]) and np.isfinite(left).all()


@given(st.lists(st.floats(-5, 5), min_size=1, max_size=30), st.integers(0, 10))
def test_quantiles_are_values_in_order(values: list[float], unknown: int) -> None:
    row = np.array([*values, *[99.0] * unknown])[None]
    known = row < 99
    found = quantiles(row, known, 0.0, 0.25, 0.5, 1.0)[0]
    assert found[0] == min(values) and found[-1] == max(values)
    assert (np.diff(found) >= 0).all() and set(found) <= set(values)
    assert median(row, known)[0] == found[2]
    assert not quantiles(row, np.zeros_like(known), 0.5).any()
