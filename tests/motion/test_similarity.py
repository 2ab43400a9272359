"""The similarity that most points obey is found to the last digit, whatever the others do."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from tests.motion.made import spots

from cranework.motion.similarity import STEP_TOLERANCE, fit

Floats = NDArray[np.float32]
MOTIONS = st.tuples(st.floats(-0.3, 0.3), st.floats(-0.4, 0.4), st.floats(-0.3, 0.3), st.floats(-0.3, 0.3))


def moved(places: NDArray[np.float64], motion: tuple[float, ...]) -> NDArray[np.float64]:
    """By ln of the scale, turn, shift right and down."""
    there = np.exp(motion[0] + 1j * motion[1]) * (places @ [1, 1j]) + complex(motion[2], motion[3])
    return np.stack([there.real, there.imag], axis=-1)


def scene(
    motion: tuple[float, ...], astray: float, seed: int, count: int = 60
) -> tuple[Floats, Floats, NDArray[np.bool_]]:
    """Places before and after, (1, P, 2), and which of them obey; those astray go anywhere."""
    random = np.random.default_rng(seed)
    p = spots(seed, count)
    q = moved(p, motion)
    obeys = np.ones(count, bool)
    obeys[random.permutation(count)[: int(astray * count)]] = False
    q[~obeys] = random.uniform(-0.5, 0.5, (count - obeys.sum(), 2))
    return p[None].astype(np.float32), q[None].astype(np.float32), obeys[None]


@settings(max_examples=60)
@given(MOTIONS, st.sampled_from([0.0, 0.1, 0.25, 0.4]), st.integers(0, 10_000))
def test_a_known_similarity_is_found_among_outliers(
    motion: tuple[float, float, float, float], astray: float, seed: int
) -> None:
    p, q, obeys = scene(motion, astray, seed)
    found, share, off = fit(p, q, np.ones((1, 60), bool), STEP_TOLERANCE)
    assert found[0] == pytest.approx(motion, abs=3e-4)
    assert off[obeys].max() < 5e-4
    assert share[0] == pytest.approx(1 - astray, abs=0.15)


@given(MOTIONS)
def test_to_the_last_digit_where_all_obey(motion: tuple[float, float, float, float]) -> None:
    p, q, _ = scene(motion, 0, 1)
    found, share, off = fit(p, q, np.ones((1, 60), bool), STEP_TOLERANCE)
    assert found[0] == pytest.approx(motion, abs=1e-6)
    assert share[0] == pytest.approx(1) and off.max() < 1e-6


@settings(max_examples=30)
@given(MOTIONS, st.integers(0, 1000))
def test_noise_is_averaged_out(motion: tuple[float, float, float, float], seed: int) -> None:
    p, q, _ = scene(motion, 0.2, seed)
    q += np.random.default_rng(seed).normal(0, 0.0005, q.shape).astype(np.float32)
    found, _, _ = fit(p, q, np.ones((1, 60), bool), STEP_TOLERANCE)
    assert found[0, 2:] == pytest.approx(motion[2:], abs=5e-4)
    assert found[0, :2] == pytest.approx(motion[:2], abs=2e-3)


def test_a_mover_as_large_as_the_still_border_does_not_win() -> None:
    p = spots(4, 80)
    mover = (np.abs(p[:, 0]) < 0.3) & (np.abs(p[:, 1]) < 0.18)
    assert 0.3 < mover.mean() < 0.5
    q = p + np.where(mover[:, None], (0.05, 0.0), (0.0, 0.0))
    found, _, _ = fit(p[None].astype(np.float32), q[None].astype(np.float32), np.ones((1, 80), bool), STEP_TOLERANCE)
    assert found[0] == pytest.approx([0, 0, 0, 0], abs=1e-6)


@pytest.mark.parametrize("count", range(4))
def test_fewer_than_four_points_tell_nothing(count: int) -> None:
    p, q, _ = scene((0.1, 0.1, 0.1, 0.1), 0, 2)
    known = np.zeros((1, 60), bool)
    known[0, 5 : 5 + count] = True
    found, share, off = fit(p, q, known, STEP_TOLERANCE)
    assert not found.any() and not share.any() and np.isfinite(off).all()


def test_what_is_not_known_does_not_count() -> None:
    p, q, _ = scene((0.05, -0.1, 0.02, 0.01), 0, 3)
    known = np.arange(60)[None] % 3 > 0
    q[~known] = 0
    p[~known] = 0
    found, share, _ = fit(p, q, known, STEP_TOLERANCE)
    assert found[0] == pytest.approx((0.05, -0.1, 0.02, 0.01), abs=1e-6)
    assert share[0] == pytest.approx(1)


def test_points_on_one_spot_are_no_error() -> None:
    p = np.full((1, 10, 2), 0.1, np.float32)
    found, share, off = fit(p, p + np.float32(0.01), np.ones((1, 10), bool), STEP_TOLERANCE)
    assert np.isfinite(found).all() and np.isfinite(off).all()
    assert share[0] == pytest.approx(1)


@settings(max_examples=20)
@given(st.lists(st.tuples(MOTIONS, st.sampled_from([0.0, 0.3]), st.integers(0, 99)), min_size=1, max_size=5))
def test_together_as_one_by_one(scenes: list[tuple[tuple[float, float, float, float], float, int]]) -> None:
    random = np.random.default_rng(0)
    parts = [(*scene(motion, astray, seed)[:2], random.random((1, 60)) < 0.8) for motion, astray, seed in scenes]
    p, q, known = (np.concatenate(one) for one in zip(*parts, strict=True))
    together = fit(p, q, known, STEP_TOLERANCE)
    for k, part in enumerate(parts):
        for all_, one in zip(together, fit(*part, STEP_TOLERANCE), strict=True):
            assert all_[k] == pytest.approx(one[0], abs=1e-6)


def test_the_types_are_small() -> None:
    found, share, off = fit(*scene((0, 0, 0.1, 0), 0, 5)[:2], np.ones((1, 60), bool), STEP_TOLERANCE)
    assert found.dtype == share.dtype == off.dtype == np.float32
    assert found.shape == (1, 4) and share.shape == (1,) and off.shape == (1, 60)
