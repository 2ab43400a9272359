"""Time is exact, never falls, and is taken from the film wherever the film's own is sound."""

from __future__ import annotations

import doctest
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from cranework.film import timing
from cranework.film.timing import MISSING, duration, frame_at, frame_rate, frames_before, repaired_ticks, usual_step

MOST_TICKS = 2**40
TIME_BASES = st.sampled_from([Fraction(1, n) for n in (1, 24, 25, 1000, 12800, 24000, 90000)])
RATES = st.one_of(st.none(), st.sampled_from([Fraction(25), Fraction(24000, 1001), Fraction(1, 10), Fraction(1000)]))
STAMPS = st.one_of(st.just(MISSING), st.integers(-MOST_TICKS, MOST_TICKS))


@st.composite
def rising(draw: st.DrawFn) -> NDArray[np.int64]:
    """Ticks that rise or stand still, seldom the latter: time as a sound film has it."""
    steps = draw(st.lists(st.integers(1, 5000), min_size=1, max_size=60))
    return np.cumsum([draw(st.integers(-MOST_TICKS, MOST_TICKS)), *steps]).astype(np.int64)


def test_examples_in_the_docstrings() -> None:
    result = doctest.testmod(timing)
    assert result.attempted and not result.failed


@given(st.lists(STAMPS, max_size=80), TIME_BASES, RATES)
def test_repaired_ticks_never_fall_and_keep_their_count(
    stamps: list[int], time_base: Fraction, rate: Fraction | None
) -> None:
    repaired = repaired_ticks(np.array(stamps, np.int64), time_base, rate)
    assert repaired.dtype == np.int64 and repaired.shape == (len(stamps),)
    assert (np.diff(repaired) >= 0).all()
    assert not (repaired == MISSING).any()


@given(rising(), TIME_BASES, RATES)
def test_sound_time_stamps_stay_as_they_are(ticks: NDArray[np.int64], time_base: Fraction, rate: Fraction) -> None:
    assert np.array_equal(repaired_ticks(ticks, time_base, rate), ticks)


@given(st.integers(5, 60), st.data())
def test_a_missing_stamp_of_an_even_film_is_filled(count: int, data: st.DataObject) -> None:
    ticks = data.draw(st.integers(-MOST_TICKS, MOST_TICKS)) + 40 * np.arange(count)
    with_gap = ticks.copy()
    with_gap[data.draw(st.integers(0, count - 1))] = MISSING
    assert np.array_equal(repaired_ticks(with_gap, Fraction(1, 1000), Fraction(25)), ticks)


def test_a_clock_that_jumps_back_goes_on_by_one_step() -> None:
    joined = np.concatenate([np.arange(0, 4000, 40), np.arange(0, 4000, 40)])
    assert np.array_equal(repaired_ticks(joined, Fraction(1, 1000), Fraction(25)), np.arange(0, 8000, 40))


def test_a_repeated_stamp_is_kept() -> None:
    pts = np.array([0, 40, 40, 80, 120, 160, 200, 240])
    assert np.array_equal(repaired_ticks(pts, Fraction(1, 1000), Fraction(25)), pts)


@pytest.mark.parametrize(
    "pts", [[0] * 10, [0, 80, 40, 120, 200, 160] * 3, [MISSING] * 10], ids=["zero", "falling", "none"]
)
def test_stamps_that_are_no_times_give_way_to_the_stated_rate(pts: list[int]) -> None:
    repaired = repaired_ticks(np.array(pts, np.int64), Fraction(1, 1000), Fraction(25))
    assert np.array_equal(repaired, np.arange(len(pts)) * 40)


@given(st.lists(st.integers(0, 200), max_size=30), TIME_BASES, st.fractions(-5, 300))
def test_places_in_time_against_counting(steps: list[int], time_base: Fraction, seconds: Fraction) -> None:
    ticks = np.cumsum([-70, *steps]).astype(np.int64)
    times = [(int(t) - int(ticks[0])) * time_base for t in ticks]
    begun = sum(time <= seconds for time in times)
    assert frame_at(seconds, ticks, time_base) == max(0, begun - 1)
    assert frames_before(seconds, ticks, time_base) == sum(time < seconds for time in times)


def test_places_in_a_film_of_no_frames() -> None:
    nothing = np.empty(0, np.int64)
    assert frame_at(Fraction(1), nothing, Fraction(1, 25)) == frames_before(Fraction(1), nothing, Fraction(1, 25)) == 0
    assert duration(nothing, Fraction(1, 25), Fraction(25)) == 0


@pytest.mark.parametrize(
    "time_base", [Fraction(1, 90000), Fraction(1, 1000), Fraction(1, 24000), Fraction(1, 15360)], ids=str
)
@pytest.mark.parametrize(
    "rate",
    [Fraction(24000, 1001), Fraction(24), Fraction(25), Fraction(30000, 1001), Fraction(50), Fraction(60000, 1001),
     Fraction(1), Fraction(1, 10), Fraction(12), Fraction(18)],
    ids=str,
)  # fmt: skip
@pytest.mark.parametrize("stated", [True, False])
def test_frame_rate_of_even_films(rate: Fraction, time_base: Fraction, stated: bool) -> None:
    ticks = np.array([round(i / rate / time_base) for i in range(500)], np.int64)
    assert frame_rate(ticks, time_base, rate if stated else None) == rate
    assert duration(ticks, time_base, rate) == int(ticks[-1]) * time_base + 1 / rate


@pytest.mark.parametrize("count", [2, 3, 6, 60, 5000])
def test_a_coarse_clock_does_not_hide_the_stated_rate(count: int) -> None:
    for rate, stated in (
        (Fraction(24000, 1001),) * 2,
        (Fraction(60000, 1001), Fraction(19001, 317)),
        (Fraction(25, 2),) * 2,
    ):
        ticks = np.array([round(1000 * i / rate) for i in range(count)])
        assert frame_rate(ticks, Fraction(1, 1000), stated) == rate


def test_a_rate_that_is_just_what_the_ticks_say_is_kept() -> None:
    assert frame_rate(np.arange(0, 10000, 100), Fraction(1, 2997), Fraction(2997, 100)) == Fraction(2997, 100)


def test_a_lying_header_does_not_make_the_rate() -> None:
    ticks = np.arange(0, 10000, 40)
    assert frame_rate(ticks, Fraction(1, 1000), Fraction(60)) == 25


def test_uneven_films_have_no_rate() -> None:
    steps = np.tile([20, 100, 40, 300], 20)
    assert frame_rate(np.cumsum(steps), Fraction(1, 1000), Fraction(25)) is None


def test_one_frame_has_the_stated_rate_and_lasts_as_long_as_it_says() -> None:
    one = np.array([7])
    assert frame_rate(one, Fraction(1, 1000), Fraction(25)) == 25
    assert duration(one, Fraction(1, 1000), Fraction(25)) == Fraction(1, 25)
    assert duration(one, Fraction(1, 1000), None) == Fraction(1, 25)


@given(rising(), TIME_BASES, RATES)
def test_a_film_lasts_longer_than_to_its_last_frame(ticks: NDArray[np.int64], base: Fraction, rate: Fraction) -> None:
    assert duration(ticks, base, frame_rate(ticks, base, rate)) > int(ticks[-1] - ticks[0]) * base
    assert usual_step(ticks, base, rate) in np.diff(ticks)


@given(
    st.lists(st.sampled_from([0, 1, 5, 2**60, -(2**60), 2**62, -(2**62), 2**63 - 1, MISSING, MISSING + 1]), max_size=30)
)
def test_stamps_that_no_clock_shows_break_nothing(stamps: list[int]) -> None:
    pts = np.array(stamps, np.int64)
    ticks = repaired_ticks(pts, Fraction(1, 1000), Fraction(25))
    assert len(ticks) == len(pts) and (np.diff(ticks) >= 0).all()
    assert duration(ticks, Fraction(1, 1000), None) >= 0
