"""A shot in narrower bars than its film's is told as such."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from tests.film.made import film_of, noise, write
from tests.layers.conftest import Measure

from cranework.layers.appearance import area

WIDE, HIGH = (0, 0, 320, 180), (80, 0, 160, 180)


def framed(pictures: list[NDArray[np.uint8]], place: tuple[int, int, int, int]) -> list[NDArray[np.uint8]]:
    x, y, w, h = place
    found = [np.zeros_like(p) for p in pictures]
    for to, picture in zip(found, pictures, strict=True):
        to[y : y + h, x : x + w] = picture[y : y + h, x : x + w]
    return found


def test_bars_of_one_shot(tmp_path: Path, measure: Measure) -> None:
    first, second = (noise(30, (320, 180), seed) for seed in (1, 2))
    pictures = [*first, *framed([255 - p for p in second], HIGH)]
    with measure(write(tmp_path / "shots.mkv", pictures, options={"crf": "8"})) as study:
        assert study.film.active_area == WIDE
        sides = study.signal("bars.sides")
        assert not sides[:30].any()
        assert (np.abs(sides[30:].astype(int) - (0, 0, 40, 40)) <= 1).all()
        areas = [shot["active_area"] for shot in study.shots]
        assert areas[0] == list(WIDE) and len(areas) == 2
        assert areas[1] == pytest.approx(list(HIGH), abs=4)


@pytest.mark.parametrize(
    ("rotation", "mirrored", "expected"),
    [
        (0, False, [0, 36, 320, 108]),
        (180, False, [0, 36, 320, 108]),
        (90, False, [64, 0, 192, 180]),
        (270, False, [64, 0, 192, 180]),
        (90, True, [64, 0, 192, 180]),
    ],
)
def test_areas_are_in_coded_pixels(rotation: int, mirrored: bool, expected: list[int]) -> None:
    film = film_of(320, 180, rotation=rotation, mirrored=mirrored)
    assert area(film, np.array([[18, 18, 0, 0]] * 3, np.uint8)) == expected


def test_one_dark_side_is_part_of_the_picture() -> None:
    film = film_of(320, 180)
    for sides in ([30, 0, 0, 0], [0, 30, 0, 0], [0, 0, 50, 0], [30, 20, 0, 0], [2, 2, 2, 2]):
        assert area(film, np.array([sides], np.uint8)) == list(WIDE)


def test_a_shot_without_a_lit_frame_has_the_area_of_the_film() -> None:
    assert area(film_of(320, 180), np.empty((0, 4), np.uint8)) == list(WIDE)
