"""The formulas, on made pictures where the answer is known."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays
from numpy.typing import NDArray

from cranework.editing.borders import border, sliding_maximum
from cranework.editing.distances import REACH
from cranework.editing.judging import standing_still
from cranework.editing.mixtures import mixture
from cranework.editing.signals import measure

Made = Callable[..., Any]

WAY = np.clip((np.arange(120) - 48) / 24, 0, 1)  # a dissolve of 24 frames


@pytest.fixture
def signals(source_of: Made) -> Made:
    def make(frames: Any) -> Any:
        source, count = source_of(frames)
        measured = measure(standing_still(source, -REACH, count + REACH, count), 0, count)
        return dict(zip(measured.names, measured.values, strict=True))

    return make


def test_there_are_319_signals_with_names_of_their_own(signals: Made, still: Made) -> None:
    assert len(signals([still(0)])) == 319


def test_a_perfect_dissolve_leaves_no_residual(signals: Made, still: Made) -> None:
    a, b = still(1), still(2)
    measured = signals([(1 - w) * a + w * b for w in WAY])
    middle = slice(57, 64)
    assert (measured["residual12"][middle] < -2.5).all()
    assert measured["alpha12"][60] == pytest.approx(0.5, abs=0.01)
    assert measured["cosine12"][60] == pytest.approx(1, abs=0.05)
    assert measured["hard12"][60] == pytest.approx(0.25, abs=0.01)
    assert measured["spread12"][60] < 0.03
    assert measured["dip12"][60] < 0.8


def test_alpha_is_the_share_of_the_new_picture() -> None:
    rng = np.random.default_rng(0)
    a, b = rng.random((2, 24, 56))
    for share in (0.0, 0.2, 0.5, 0.9):
        m = (1 - share) * a + share * b
        square = [np.square(x - y).mean(1)[:, None] for x, y in ((a, m), (m, b), (a, b))]
        fit = mixture(*square)
        assert fit.share[0] == pytest.approx(share, abs=1e-3)
        assert fit.residual.max() < 1e-6
        assert fit.spread[0] < 1e-3


def test_in_a_wipe_each_block_is_one_picture_or_the_other() -> None:
    rng = np.random.default_rng(0)
    a, b = rng.random((2, 24, 56))
    m = np.where(np.arange(24)[:, None] < 12, a, b)
    fit = mixture(*(np.square(x - y).mean(1)[:, None] for x, y in ((a, m), (m, b), (a, b))))
    assert fit.hard[0] == 0
    assert fit.spread[0] == pytest.approx(0.5, abs=0.02)


def test_across_a_flash_the_pictures_are_near(signals: Made, still: Made) -> None:
    frames = np.array([still(1, 30, 150)] * 40)
    frames[20:22, ..., 0] += 70
    measured = signals(frames)
    assert measured["rms-1,0"][20] > 1
    assert measured["rms-1,2"][20] < -2
    cut = signals([still(1)] * 20 + [still(2)] * 20)
    assert min(cut[f"rms{a},{b}"][20] for a in range(-4, 0) for b in range(4)) > 1


def test_a_straight_border_leaves_nothing_rough() -> None:
    y, x = np.divmod(np.arange(24.0), 6)
    weight = np.full((24, 1), 1 / 24)
    for when in (3 * x, 2 * y - x, (x - 2.5) ** 2 + (y - 1.5) ** 2):
        spread, rough = border(when[:, None].astype(np.float32), weight)
        assert spread[0] > 1
        assert rough[0] < 1e-4
    spread, rough = border(np.random.default_rng(0).integers(0, 17, (24, 1)).astype(np.float32), weight)
    assert rough[0] > 0.5 * spread[0]


@given(
    arrays.arrays(np.float32, st.tuples(st.just(2), st.integers(33, 60)), elements=st.integers(0, 9)),
    st.sampled_from([1, 2, 4, 8, 16]),
)
def test_sliding_maximum_finds_the_first_largest(values: NDArray[np.float32], half: int) -> None:
    largest, place = sliding_maximum(values, half)
    windows = np.lib.stride_tricks.sliding_window_view(values, 2 * half + 1, axis=1)
    assert (largest == windows.max(2)).all()
    assert (place == windows.argmax(2)).all()
