"""Points go where the picture goes, begin anew at a cut and nowhere else, and stay off letters."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

import cv2
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from tests.motion.made import SIZE, Bytes, picture, similarity, take, texture

from cranework.motion.tracker import MARGIN, SAMPLE_STEPS, Tracker, corners, text_zone
from cranework.motion.windows import SLOTS, UNITS

CANVAS, OTHER = texture(1), texture(2)
Way = list[tuple[complex, complex]]


def followed(pictures: Iterable[Bytes]) -> Tracker:
    tracker = Tracker()
    for place, one in enumerate(pictures):
        tracker.add(one, place)
    return tracker


def misses(tracker: Tracker, way: Way) -> NDArray[np.float64]:
    """How far the points of each step end from where their content went, pixels."""
    found = []
    for place, was, now, known in tracker.steps:
        (a, b), (c, d) = way[place - 1], way[place]
        there = c * (was[known] @ [1, 1j] - b) / a + d
        found.append(np.abs(there - now[known] @ [1, 1j]))
    return np.concatenate(found) * SIZE[0]


def ages(tracker: Tracker) -> NDArray[np.int16]:
    """(samples, slots)."""
    return np.stack([kept[:, 2] for _, kept in tracker.samples])


class TestFollowing:
    @settings(max_examples=25)
    @given(
        st.floats(0.98, 1.02), st.floats(-0.02, 0.02), st.floats(-0.03, 0.03), st.floats(-0.03, 0.03), st.integers(0, 9)
    )
    def test_to_a_tenth_of_a_pixel(self, scale: float, turn: float, right: float, down: float, seed: int) -> None:
        way = [similarity(scale**k, turn * k, right * k, down * k) for k in range(-3, 4)]
        tracker = followed(take(texture(seed), way))
        assert [place for place, *_ in tracker.steps] == [1, 2, 3, 4, 5, 6]
        assert np.mean([np.count_nonzero(one) for one in ages(tracker)]) > 0.9 * SLOTS
        off = misses(tracker, way)
        assert np.median(off) < 0.1
        assert np.quantile(off, 0.9) < 0.25

    def test_what_stands_still_does_so_exactly(self) -> None:
        tracker = followed([picture(CANVAS, similarity(right=0.1))] * 13)
        assert misses(tracker, [similarity()] * 13).max() < 0.002
        assert np.ptp([kept[:, :2] for _, kept in tracker.samples], axis=0).max() <= 1
        assert (ages(tracker) == np.arange(1, 6)[:, None]).all()

    def test_a_shift_of_a_hundredth_of_a_pixel_a_step_is_seen_over_a_second(self) -> None:
        way = [similarity(right=0.04 * k / SIZE[0]) for k in range(13)]
        tracker = followed(take(CANVAS, way))
        first, last = tracker.samples[0][1].astype(int), tracker.samples[-1][1].astype(int)
        assert np.median(last[:, 0] - first[:, 0]) / UNITS * SIZE[0] == pytest.approx(0.48, abs=0.05)

    def test_places_are_frame_widths_from_the_centre(self) -> None:
        card = np.full((180, 320), 60, np.uint8)
        cv2.rectangle(card, (200, 40), (229, 69), 200, -1)
        _, kept = followed([card]).samples[0]
        found = kept[kept[:, 2] > 0, :2] / UNITS
        edges = (np.array([[200, 40], [229, 40], [200, 69], [229, 69]]) - (159.5, 89.5)) / 320
        assert len(found) >= 4
        assert np.abs(found[:, None] - edges).max(2).min(1).max() < 3 / 320
        assert np.abs(edges[:, None] - found).max(2).min(1).max() < 3 / 320

    def test_a_thing_that_passes_takes_its_own_points_along(self) -> None:
        ground, thing = picture(CANVAS, similarity()), picture(OTHER, similarity())[:90, :90]
        pictures = []
        for k in range(13):
            pictures.append(ground.copy())
            pictures[-1][40:130, 40 + 3 * k : 130 + 3 * k] = thing
        tracker = followed(pictures)
        for _, was, now, known in tracker.steps:
            gone = (now - was)[known] * SIZE[0]
            still, moving = (np.abs(gone - way).max(1) < 0.15 for way in ((0, 0), (3, 0)))
            assert still.sum() > 50 and moving.sum() > 5
            assert (still | moving).mean() > 0.75


class TestCuts:
    @pytest.mark.parametrize("low", [30, 110])
    def test_all_points_are_dropped_and_new_ones_begin_at_once(self, low: int) -> None:
        way = [similarity(right=0.005 * k) for k in range(10)]
        tracker = followed([*take(CANVAS, way), *take(texture(2, low, 220), way)])
        assert [place for place, _ in tracker.samples] == [0, 3, 6, 9, 10, 13, 16, 19]
        assert 10 not in {place for place, *_ in tracker.steps}
        assert (ages(tracker)[4] <= 1).all() and np.count_nonzero(ages(tracker)[4]) > 60
        assert (ages(tracker)[5:].max(1) == [2, 3, 4]).all()

    @pytest.mark.parametrize("fastest", [0.03, 0.06, 0.09])
    def test_a_fast_blurred_pan_is_none(self, fastest: float) -> None:
        speed = np.concatenate([np.zeros(6), np.linspace(0, fastest, 4), np.full(6, fastest), np.zeros(4)])
        place = np.cumsum(speed) - speed.sum() / 2
        pictures = []
        for a, b in pairwise(place.tolist()):  # the shutter is open half of the time
            shown = [picture(CANVAS, similarity(right=a + (b - a) * part)) for part in np.linspace(0, 0.5, 9)]
            pictures.append(np.mean(shown, axis=0).astype(np.uint8))
        tracker = followed(pictures)
        assert [place for place, *_ in tracker.steps] == list(range(1, len(pictures)))
        assert (ages(tracker).max(1)[1:] >= 2).all()

    def test_a_fade_is_none(self) -> None:
        shown = [one - 16.0 for one in take(CANVAS, [similarity(right=0.01 * k) for k in range(12)])]
        faded = [(16 + share * one).clip(0, 255) for share, one in zip(np.linspace(1, 0.4, 12), shown, strict=True)]
        tracker = followed(one.astype(np.uint8) for one in faded)
        assert [place for place, *_ in tracker.steps] == list(range(1, 12))
        going = [np.median((now - was)[known], axis=0) for _, was, now, known in tracker.steps]
        assert np.array(going) == pytest.approx(np.tile([0.01, 0], (11, 1)), abs=0.001)


class TestSlots:
    @settings(max_examples=15)
    @given(st.lists(st.tuples(st.integers(0, 3), st.integers(1, 8)), min_size=1, max_size=4), st.integers(0, 20))
    def test_ages_rise_by_one_and_never_skip(self, parts: list[tuple[int, int]], grain: int) -> None:
        random, pictures = np.random.default_rng(3), []
        for seed, length in parts:
            way = [similarity(1.01**k, 0, 0.05 * (seed - 1) * k, 0.01 * k) for k in range(length)]
            for one in take(texture(seed), way):
                grainy = one + random.normal(0, grain, one.shape)
                pictures.append(np.clip(grainy, 0, 255).astype(np.uint8))
        tracker = followed(pictures)
        places = [place for place, _ in tracker.samples]
        assert places[0] == 0 and set(np.diff(places)) <= set(range(1, SAMPLE_STEPS + 1))
        before = np.zeros(SLOTS, np.int16)
        for now in ages(tracker):
            assert ((now == 0) | (now == 1) | ((before > 0) & (now == before + 1))).all()
            before = now
        for _, kept in tracker.samples:
            assert kept.dtype == np.int16 and kept.shape == (SLOTS, 3)
            assert not kept[kept[:, 2] == 0].any()
            assert (np.abs(kept[:, 0]) <= UNITS / 2).all()

    def test_the_same_pictures_give_the_same_bytes(self) -> None:
        pictures = [*take(CANVAS, [similarity(1.01**k, 0.01 * k) for k in range(8)]), *take(OTHER, [similarity()] * 5)]
        one, two = followed(pictures), followed([p.copy() for p in pictures])
        for kind in ("samples", "steps"):
            first, second = getattr(one, kind), getattr(two, kind)
            assert [part[0] for part in first] == [part[0] for part in second]
            for a, b in zip(first, second, strict=True):
                assert all(x.tobytes() == y.tobytes() for x, y in zip(a[1:], b[1:], strict=True))

    def test_pictures_given_stay_as_they_are(self) -> None:
        given_, kept = take(CANVAS, [similarity(right=0.01 * k) for k in range(5)]), []
        kept = [one.copy() for one in given_]
        followed(given_)
        assert all(np.array_equal(a, b) for a, b in zip(given_, kept, strict=True))


class TestOddPictures:
    @pytest.mark.parametrize(
        "size", [(1, 1), (2, 200), (200, 2), (3, 3), (8, 8), (13, 40), (40, 13), (33, 320)], ids=str
    )
    @pytest.mark.parametrize("kind", ["black", "noise"])
    def test_tiny_ones(self, size: tuple[int, int], kind: str) -> None:
        random = np.random.default_rng(0)
        pictures = [
            np.full(size, 16, np.uint8) if kind == "black" else random.integers(0, 256, size, np.uint8)
            for _ in range(8)
        ]
        tracker = followed(pictures)
        assert tracker.samples[0][0] == 0
        assert all(np.isfinite(now).all() for _, _, now, _ in tracker.steps)

    @pytest.mark.parametrize("level", [0, 16, 128, 235, 255])
    def test_plain_ones_hold_no_points(self, level: int) -> None:
        tracker = followed([np.full((180, 320), level, np.uint8)] * 8)
        assert not ages(tracker).any()
        assert not any(known.any() for *_, known in tracker.steps)

    def test_grain_alone_is_not_followed(self) -> None:
        random = np.random.default_rng(1)
        tracker = followed(
            [np.clip(random.normal(120, 6, (180, 320)), 0, 255).astype(np.uint8) for _ in range(4 * SAMPLE_STEPS)]
        )
        assert (ages(tracker) >= 3).mean() < 0.02

    def test_points_begin_once_there_is_something_to_see(self) -> None:
        black = np.full((180, 320), 16, np.uint8)
        tracker = followed([*[black] * 7, *take(CANVAS, [similarity()] * 7)])
        assert np.count_nonzero(ages(tracker)[-1] >= 2) > 60

    def test_another_size_begins_anew(self) -> None:
        tracker = followed([picture(CANVAS, similarity(), size) for size in (SIZE, SIZE, (200, 200), (200, 200))])
        assert [place for place, _ in tracker.samples] == [0, 2]
        assert [place for place, *_ in tracker.steps] == [1, 3]


class TestCorners:
    def test_they_are_spread_and_keep_away_from_edges_text_and_living_points(self) -> None:
        shown = picture(CANVAS, similarity())
        living = np.array([[100.0, 50.0], [101.0, 90.0], [250.0, 120.0]], np.float32)
        text = np.zeros(shown.shape, bool)
        text[130:] = True
        found = corners(shown, living, text, SLOTS)
        assert found.dtype == np.float32 and 40 < len(found) <= SLOTS
        x, y = found.T
        assert x.min() >= MARGIN and x.max() < 320 - MARGIN and y.min() >= MARGIN and y.max() < 130
        assert np.abs(found[:, None] - living).max(2).min() >= 5
        assert len(np.unique(found, axis=0)) == len(found)

    def test_no_more_than_asked_for(self) -> None:
        shown = picture(CANVAS, similarity())
        none = np.zeros((0, 2), np.float32)
        for most in (0, 1, 10):
            assert len(corners(shown, none, None, most)) == most

    def test_a_poster_does_not_draw_all(self) -> None:
        shown = (picture(CANVAS, similarity()).astype(float) * 0.3 + 60).astype(np.uint8)
        poster = np.random.default_rng(0).integers(0, 2, (12, 12), np.uint8).repeat(5, 0).repeat(5, 1) * 220
        shown[60:120, 130:190] = poster
        found = corners(shown, np.zeros((0, 2), np.float32), None, SLOTS)
        on_poster = ((found > (125, 55)) & (found < (195, 125))).all(1)
        assert on_poster.mean() < 0.3


def subtitled(shown: Bytes, share: float, words: str = "Come in, old friend") -> tuple[Bytes, NDArray[np.bool_]]:
    """The picture with a subtitle whose capitals have this share of its height, and where its letters are.

    As in a film: white with a thin black rim, drawn four times as large.
    """
    height, width = 4 * shown.shape[0], 4 * shown.shape[1]
    tall, stroke = round(share * height), max(1, round(share * height / 7))
    large = cv2.resize(shown, (width, height), interpolation=cv2.INTER_CUBIC)
    letters = np.zeros_like(large)
    font = cv2.FONT_HERSHEY_SIMPLEX
    size = cv2.getFontScaleFromHeight(font, tall, stroke)
    (wide, _), _ = cv2.getTextSize(words, font, size, stroke)
    at = ((width - wide) // 2, round(0.92 * height))
    for over, level, thick in ((large, 16, stroke + 4), (large, 230, stroke), (letters, 255, stroke)):
        cv2.putText(over, words, at, font, size, level, thick, cv2.LINE_AA)
    small = [cv2.resize(one, (width // 4, height // 4), interpolation=cv2.INTER_AREA) for one in (large, letters)]
    return np.asarray(small[0], np.uint8), np.asarray(small[1] > 128)


class TestText:
    @pytest.mark.parametrize("seed", range(4))
    def test_subtitles_on_dark_ground_are_found(self, seed: int) -> None:
        shown, letters = subtitled(picture(texture(seed, 20, 85), similarity()), 0.06)
        zone = text_zone(shown)
        assert zone is not None and zone.dtype == bool and zone.shape == shown.shape
        assert zone[letters].mean() > 0.98
        assert not zone[:110].any() and zone.mean() < 0.15

    @pytest.mark.parametrize("seed", range(4))
    def test_there_are_none_in_a_picture_without(self, seed: int) -> None:
        assert text_zone(picture(texture(seed), similarity())) is None

    @pytest.mark.parametrize("share", [0.045, 0.06])
    @pytest.mark.parametrize("high", [85, 200])
    def test_points_keep_away_from_subtitles(self, share: float, high: int) -> None:
        way = [similarity(right=0.004 * k) for k in range(10)]
        pictures = [subtitled(one, share) for one in take(texture(1, 20, high), way)]
        tracker = followed(one for one, _ in pictures)
        near = cv2.dilate(pictures[0][1].astype(np.uint8), np.ones((3, 3), np.uint8)) > 0
        for _, kept in tracker.samples:
            at = np.round(kept[kept[:, 2] > 0, :2] / UNITS * 320 + (159.5, 89.5)).astype(int)
            assert near[at[:, 1], at[:, 0]].mean() < 0.02
        assert np.median((ages(tracker) > 0).sum(1)) > 60

    @pytest.mark.parametrize("level", [190, 225, 255])
    def test_a_bright_picture_is_none(self, level: int) -> None:
        assert text_zone(np.full((180, 320), level, np.uint8)) is None

    @pytest.mark.parametrize("horizon", [0.3, 0.5, 0.6, 0.7, 0.8, 0.9])
    def test_a_bright_sky_is_none(self, horizon: float) -> None:
        shown = np.full((180, 320), 225, np.uint8)
        shown[int(180 * horizon) :] = 50
        assert text_zone(cv2.GaussianBlur(shown, (0, 0), 0.8).astype(np.uint8)) is None
