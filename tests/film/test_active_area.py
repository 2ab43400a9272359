"""The film's picture between its bars is found, and nothing of the picture is taken for a bar."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from tests.film.made import noise, write

from cranework.film.probe import probe

WIDTH, HEIGHT, FRAMES = 320, 240, 40
Area = tuple[int, int, int, int]
WHOLE = (0, 0, WIDTH, HEIGHT)


def area(path: Path, pictures: list[NDArray[np.uint8]]) -> Area:
    options = {"crf": "10", "preset": "ultrafast"}
    return probe(str(write(path / "film.mp4", pictures, options=options))).film.active_area


def in_bars(found: Area, black: int = 0, count: int = FRAMES) -> list[NDArray[np.uint8]]:
    """Pictures of noise within an area, `black` around it."""
    x, y, w, h = found
    pictures = []
    for picture in noise(count, (WIDTH, HEIGHT)):
        framed = np.full_like(picture, black)
        framed[y : y + h, x : x + w] = picture[y : y + h, x : x + w]
        pictures.append(framed)
    return pictures


def near(found: Area, wanted: Area, pixels: int) -> bool:
    """Whether the area lies within the wanted one, at most some pixels from each of its sides."""
    x, y, w, h = found
    a, b, c, d = wanted
    return all(0 <= gap <= pixels for gap in (x - a, y - b, a + c - x - w, b + d - y - h))


@pytest.mark.parametrize(
    "wanted",
    [(0, 30, 320, 180), (40, 0, 240, 240), (40, 30, 240, 180), (0, 52, 320, 136), (0, 0, 320, 200), (64, 0, 256, 240)],
    ids=["letterbox", "pillarbox", "both", "scope", "below", "left"],
)
@pytest.mark.parametrize("black", [0, 10])
def test_bars_are_found(wanted: Area, black: int, tmp_path: Path) -> None:
    found = area(tmp_path, in_bars(wanted, black))
    assert near(found, wanted, 4), found
    assert all(number % 2 == 0 for number in found)


def test_a_film_without_bars_is_whole(tmp_path: Path) -> None:
    assert area(tmp_path, noise(FRAMES, (WIDTH, HEIGHT))) == WHOLE


def test_soft_edges_are_cut_off(tmp_path: Path) -> None:
    pictures = in_bars((40, 0, 240, 240))
    for picture in pictures:
        for i, share in enumerate((0.3, 0.5, 0.8)):
            picture[:, 40 + i] = picture[:, 40 + i] * share
            picture[:, 279 - i] = picture[:, 279 - i] * share
    x, y, w, h = area(tmp_path, pictures)
    assert 40 <= x <= 46 and 274 <= x + w <= 280 and (y, h) == (0, HEIGHT)


def test_a_dark_film_shows_no_bars(tmp_path: Path) -> None:
    pictures = [picture // 12 for picture in in_bars((0, 30, 320, 180))]
    assert area(tmp_path, pictures) == WHOLE


def test_a_dark_beginning_is_no_bar(tmp_path: Path) -> None:
    dark = [np.zeros((HEIGHT, WIDTH, 3), np.uint8)] * FRAMES
    assert area(tmp_path, dark + noise(FRAMES, (WIDTH, HEIGHT))) == WHOLE


def test_one_shot_in_bars_does_not_make_the_film_narrow(tmp_path: Path) -> None:
    assert area(tmp_path, in_bars((80, 0, 160, 240)) + noise(FRAMES, (WIDTH, HEIGHT))) == WHOLE


def test_a_logo_in_a_bar_does_not_make_it_picture(tmp_path: Path) -> None:
    wanted = (0, 36, 320, 168)
    pictures = in_bars(wanted)
    for picture in pictures:
        picture[8:20, 296:308] = 220
    assert near(area(tmp_path, pictures), wanted, 4)


def test_a_small_thing_on_a_dark_ground_is_no_picture_between_bars(tmp_path: Path) -> None:
    pictures = in_bars((140, 100, 40, 40))
    for picture in pictures:
        picture[100:140, 140:180] = 255
    assert area(tmp_path, pictures) == WHOLE


@pytest.mark.parametrize("size", [(1, 1), (2, 2), (2, 60), (161, 3)], ids=str)
@pytest.mark.parametrize("level", [0, 255])
def test_the_smallest_films(size: tuple[int, int], level: int, tmp_path: Path) -> None:
    picture = np.full((size[1], size[0], 3), level, np.uint8)
    film = probe(str(write(tmp_path / "tiny.mkv", [picture] * 8, codec="ffv1", pix_fmt="yuv444p"))).film
    assert film.active_area == (0, 0, *size)
