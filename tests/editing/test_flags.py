"""Flags of made films: titles, freezes, leaders, beats of repeated frames; and what must not be taken for them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Any

import cv2
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cranework.editing.cadence import cadence
from cranework.editing.flags import Film, Flagged, flagged
from cranework.editing.pictures import Pictures
from cranework.editing.shots import Shot
from cranework.editing.stillness import freezes

RATE = 24.0
Frames = Any


@pytest.fixture
def look(pictures_of: Callable[[Any], Pictures]) -> Callable[..., list[Flagged]]:
    """`look(shot, shot, ...)`: the flags of shots, each frames (n, 90, 160, 3) of luma and color."""

    def flags_of(*shots: Frames, plain: Sequence[int] = (), rate: float = RATE) -> list[Flagged]:
        frames = np.concatenate(shots)
        pictures = pictures_of(frames)
        bounds = np.cumsum([0, *map(len, shots)]).tolist()
        change = np.abs(np.diff(pictures.luma.astype(np.float32), axis=0)).mean((1, 2))
        film = Film(
            lambda start, end: pictures.take(np.arange(start, end)),
            np.concatenate([[0], change]).astype(np.float32),
            np.array([slope(frame[..., 0]) for frame in frames], np.float32),
            rate,
        )
        parts = list(pairwise(bounds))
        return flagged(film, [Shot(a, b, ("plain",) if i in plain else ()) for i, (a, b) in enumerate(parts)], parts)

    return flags_of


def slope(luma: Frames) -> float:
    return float(np.hypot(*(cv2.Sobel(luma, cv2.CV_64F, dx, 1 - dx) / 8 for dx in (1, 0))).std())


def written(words: str, ground: float = 20, ink: float = 210, size: float = 0.7) -> Frames:
    """A frame with words about its middle."""
    luma = np.full((360, 640), ground, np.uint8)
    for line, text in enumerate(words.splitlines()):
        (wide, high), _ = cv2.getTextSize(text, cv2.FONT_HERSHEY_TRIPLEX, size * 3, 3)
        at = (320 - wide // 2, 200 + int((line - words.count("\n") / 2) * 2 * high))
        cv2.putText(luma, text, at, cv2.FONT_HERSHEY_TRIPLEX, size * 3, ink, 3, cv2.LINE_AA)
    frame = np.full((90, 160, 3), 128.0)
    frame[..., 0] = cv2.resize(luma, (160, 90), interpolation=cv2.INTER_AREA)
    return frame


def moving(still: Callable[..., Frames], seed: int, count: int) -> Frames:
    """A picture that drifts to the side."""
    return np.stack([np.roll(still(seed), t, axis=1) for t in range(count)])


def of(found: Sequence[Flagged]) -> list[tuple[str, ...]]:
    return [known.flags for known in found]


@pytest.mark.parametrize("ground, ink", [(20, 210), (200, 40)])
def test_a_title_stands_on_a_plain_ground(ground: float, ink: float, look: Any, still: Any, grainy: Any) -> None:
    title = np.stack([written("THE END\nof the reel", ground, ink)] * 48)
    assert of(look(grainy(moving(still, 1, 48)), grainy(title, 2), grainy(moving(still, 2, 48)))) == [
        (),
        ("title",),
        (),
    ]


def test_a_title_may_fade_in_and_out_and_be_small(look: Any) -> None:
    ground, words = written("", 18), written("directed by", 18, 190, 0.4)
    weights = np.concatenate([np.zeros(10), np.linspace(0, 1, 10), np.ones(30), np.linspace(1, 0, 10)])
    fading = np.stack([ground + w * (words - ground) for w in weights])
    assert of(look(fading)) == [("title",)]
    assert of(look(fading, plain=[0])) == [("title",)]


def test_no_titles(look: Any, still: Any) -> None:
    y, x = np.mgrid[0:90, 0:160]
    moon, lamps = written(""), written("")
    moon[..., 0] += 180 * (np.hypot(x - 80, y - 40) < 18)
    for at in ((50, 40), (90, 45), (110, 38)):
        lamps[..., 0] += 170 * np.exp(-((x - at[0]) ** 2 + (y - at[1]) ** 2) / 60)
    crawl = np.stack([np.roll(written("WORDS THAT\nMOVE ON"), -t, axis=0) for t in range(48)])
    over = still(3)
    over[..., 0] = np.maximum(over[..., 0], written("words over a picture", 16)[..., 0])
    shots = [np.stack([frame] * 48) for frame in (moon, lamps, over)]
    assert of(look(*shots, crawl)) == [(), (), (), ()]


def test_plain_is_even_and_a_dark_scene_is_not(look: Any, still: Any, grainy: Any) -> None:
    logo = written("")
    logo[8:14, 140:150, 0] = 90
    scene = still(4)
    scene[..., 0] = 18 + (scene[..., 0] - 30) / 12
    shots = [grainy(np.stack([frame] * 60), 2) for frame in (written(""), logo, scene)]
    assert of(look(*shots, plain=[0, 1, 2])) == [("plain",), ("plain",), ()]


def test_a_freeze_stands_stiller_than_the_film(look: Any, still: Any, grainy: Any) -> None:
    taken = grainy(moving(still, 5, 40))
    frozen = np.concatenate([taken, np.stack([taken[-1]] * 40)])
    locked_off = grainy(np.stack([still(6)] * 60), seed=3)
    assert of(look(locked_off, frozen)) == [(), ("freeze",)]


def test_drawn_films_hold_their_cels_and_do_not_freeze(look: Any, still: Any) -> None:
    drawn = np.concatenate([moving(still, 7, 30), np.stack([still(7)] * 40), moving(still, 7, 30)])
    cel = np.stack([still(8)] * 60)
    assert of(look(drawn, cel)) == [(), ()]


def test_a_slow_fade_is_no_freeze(look: Any, still: Any, grainy: Any) -> None:
    dimming = np.stack([still(9) * (1 - t / 1500) for t in range(60)])
    assert of(look(grainy(moving(still, 5, 60)), dimming)) == [(), ()]


def sweep(seconds: int, rate: int, hand: bool) -> Frames:
    """A countdown: a digit a second, with or without a hand that turns."""
    y, x = np.mgrid[0:90, 0:160]
    angle = (np.arctan2(x - 79.5, 44.5 - y) / (2 * np.pi)) % 1
    frames = []
    for t in range(seconds * rate):
        frame = written(str(seconds + 1 - t // rate), 120, 20, 1.4)
        if hand:
            frame[..., 0] -= 50 * ((angle < t % rate / rate) & (frame[..., 0] > 100))
        frames.append(frame)
    return np.stack(frames)


@pytest.mark.parametrize("hand", [True, False])
@pytest.mark.parametrize("rate", [24, 25])
def test_a_countdown_is_a_leader(hand: bool, rate: int, look: Any, still: Any, grainy: Any) -> None:
    counted = grainy(sweep(6, rate, hand), 1)
    parts = [counted[:rate], counted[rate : 3 * rate], counted[3 * rate :]]
    found = of(look(*parts, grainy(moving(still, 1, 60)), rate=rate))
    assert found == [("leader",)] * 3 + [()]


def test_slides_in_a_frame_are_no_countdown(look: Any, still: Any) -> None:
    slides = []
    for seed in range(6):
        slide = written("", 230)
        slide[20:70, 40:120] = still(seed)[20:70, 40:120]
        slides.append(np.stack([slide] * 24))
    assert not any(known.flags for known in look(*slides))


@pytest.mark.parametrize("black", [True, False])
def test_color_bars_are_a_leader(black: bool, look: Any, still: Any) -> None:
    from cranework.editing.leaders import BARS

    bars = [*BARS, (128, 128)] if black else BARS
    frame = np.zeros((90, 160, 3))
    for column in range(160):
        place = column * len(bars) // 160
        frame[:, column] = (200 - 22 * place, *bars[place])
    assert of(look(np.stack([frame] * 30), moving(still, 1, 30))) == [("leader",), ()]


BEATS = [
    (2,), (3,), (1, 2), (2, 3), (1, 1, 1, 2), (1, 1, 1, 1, 2), (1, 1, 2), (2, 3, 3, 2), (*[1] * 23, 2), (3, 4, 4, 4),
]  # fmt: skip


@pytest.mark.parametrize("beat", BEATS)
@given(data=st.data())
def test_a_beat_is_found_wherever_a_shot_begins(beat: tuple[int, ...], data: st.DataObject) -> None:
    rng = np.random.default_rng(data.draw(st.integers(0, 1000)))
    one = np.concatenate([np.eye(1, held, dtype=np.float32)[0] for held in beat])
    new = np.tile(one, 1000 // len(one))[data.draw(st.integers(0, len(one) - 1)) :][:200]
    change = np.where(new, rng.uniform(2, 6), rng.uniform(0, 0.2)) * rng.uniform(0.8, 1.2, len(new))
    assert cadence(change.astype(np.float32)) == min(beat[i:] + beat[:i] for i in range(len(beat)))


@given(st.integers(0, 1000), st.integers(0, 200))
def test_movement_without_repeats_has_no_beat(seed: int, count: int) -> None:
    rng = np.random.default_rng(seed)
    change = np.abs(3 + 2 * np.sin(np.arange(count) / rng.uniform(2, 20)) + rng.normal(0, 0.4, count))
    assert cadence(change.astype(np.float32)) == ()


@given(st.integers(0, 1000), st.floats(0.2, 0.9))
def test_frames_repeated_by_chance_have_no_beat(seed: int, share: float) -> None:
    rng = np.random.default_rng(seed)
    assert cadence(np.where(rng.random(150) < share, 4, 0).astype(np.float32)) == ()


def test_where_nothing_moves_there_is_no_beat() -> None:
    assert cadence(np.tile([0.3, 0.0], 100).astype(np.float32)) == ()


def test_repeated_frames_are_flagged_with_their_beat(look: Any, still: Any, grainy: Any) -> None:
    taken = grainy(moving(still, 1, 64))
    telecined = np.repeat(taken, np.tile([1, 1, 1, 2], 16), axis=0)
    (on_twos, plain, pulled) = look(np.repeat(taken, 2, axis=0), taken, telecined)
    assert (on_twos.flags, on_twos.cadence) == (("repeated_frames",), (2,))
    assert (plain.flags, plain.cadence) == ((), ())
    assert (pulled.flags, pulled.cadence) == (("repeated_frames",), (1, 1, 1, 2))


def test_a_film_of_one_frozen_shot_has_nothing_to_compare_with() -> None:
    assert freezes(np.zeros(100, np.float32), [(0, 100)], [], RATE) == []
    assert freezes(np.empty(0, np.float32), [], [], RATE) == []


@pytest.mark.parametrize("frames", [1, 2, 3])
def test_the_shortest_films(frames: int, look: Any, still: Any) -> None:
    assert of(look(np.stack([still(1)] * frames))) == [()]
