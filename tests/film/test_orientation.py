"""A film is seen as its matrix asks: all eight ways to turn and mirror a picture."""

from __future__ import annotations

import doctest
import struct
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
from tests.film.made import write

from cranework.film import orientation as module
from cranework.film.orientation import ONE, Orientation, from_matrix
from cranework.film.probe import probe
from cranework.film.views import Batch

ALL = [Orientation(rotation, mirrored) for mirrored in (False, True) for rotation in (0, 90, 180, 270)]
CLOCKWISE, MIRROR = np.array([[0, -1], [1, 0]]), np.array([[-1, 0], [0, 1]])
"""What takes the place (x, y) of a point, y downwards, to its place after a quarter turn clockwise, or mirrored."""


def matrix_of(turn: Orientation) -> np.ndarray:
    """The (2, 2) matrix that takes a point of the coded picture to its place in the one that is seen."""
    turned = np.linalg.matrix_power(CLOCKWISE, turn.rotation // 90)
    return turned @ MIRROR if turn.mirrored else turned


def seen(picture: np.ndarray, matrix: np.ndarray) -> np.ndarray:
    """The picture with each point moved to where the matrix takes it."""
    height, width = picture.shape[:2]
    places = {(x, y): matrix @ (x, y) for y in range(height) for x in range(width)}
    left, top = np.min(list(places.values()), axis=0)
    right, bottom = np.max(list(places.values()), axis=0)
    moved = np.zeros((bottom - top + 1, right - left + 1, *picture.shape[2:]), picture.dtype)
    for (x, y), (to_x, to_y) in places.items():
        moved[to_y - top, to_x - left] = picture[y, x]
    return moved


def test_examples_in_the_docstrings() -> None:
    result = doctest.testmod(module)
    assert result.attempted and not result.failed


@pytest.mark.parametrize("turn", ALL, ids=str)
def test_a_matrix_turns_the_picture_as_it_takes_points(turn: Orientation) -> None:
    matrix = matrix_of(turn)
    (a, c), (b, d) = (matrix * ONE).tolist()
    assert from_matrix(a, b, c, d) == turn
    for picture in (np.arange(6).reshape(2, 3), np.arange(12).reshape(2, 3, 2), np.arange(1).reshape(1, 1)):
        assert np.array_equal(turn.apply(picture), seen(picture, matrix))


@pytest.mark.parametrize(
    "values", [(0, 0, 0, 0), (ONE, 0, 0, 2 * ONE), (ONE, ONE, -ONE, ONE), (-(2**31), 5, 7, 2**31 - 1)]
)
def test_a_matrix_that_is_no_turn_asks_for_nothing(values: tuple[int, int, int, int]) -> None:
    assert from_matrix(*values) == Orientation()


@pytest.mark.parametrize("turn", ALL, ids=str)
def test_a_film_with_a_matrix_is_seen_upright(turn: Orientation, tmp_path: Path) -> None:
    picture = np.full((48, 64, 3), 128, np.uint8)
    picture[:24, :32], picture[:24, 32:], picture[24:, :32] = 0, 80, 180
    film_file = write(tmp_path / "turned.mp4", [picture] * 3, options={"crf": "1"})
    set_matrix(film_file, matrix_of(turn))
    film = probe(str(film_file)).film
    assert (film.video.rotation, film.video.mirrored) == (turn.rotation, turn.mirrored)
    expected = seen(picture[:, :, 0], matrix_of(turn))
    assert (film.video.display_height, film.video.display_width) == expected.shape
    view = upright_luma(film_file)
    assert view.shape == expected.shape
    brightness = expected.astype(float) * 219 / 255 + 16
    assert np.abs(view.astype(float) - brightness).mean() < 4


def upright_luma(path: Path) -> np.ndarray:
    import av

    with av.open(str(path)) as container:
        frame = next(container.decode(video=0))
    return Batch(probe(str(path)).film, [frame], 0).luma[0]


def set_matrix(path: Path, matrix: np.ndarray) -> None:
    """Write the matrix into the track header of an MP4 file."""
    data = bytearray(path.read_bytes())
    header = data.index(b"tkhd")
    (a, c), (b, d) = (matrix * ONE).tolist()
    at = header + 4 + 4 + 20 + 8 + 8  # version and flags, times and track, reserved, layer to volume
    assert struct.unpack(">9i", data[at : at + 36])[0] == ONE
    struct.pack_into(">9i", data, at, a, b, 0, c, d, 0, 0, 0, 1 << 30)
    path.write_bytes(data)


def test_the_pixel_aspect_turns_with_the_picture(tmp_path: Path) -> None:
    def wide_pixels(stream: object) -> None:
        stream.codec_context.sample_aspect_ratio = Fraction(2)  # type: ignore[attr-defined]

    film_file = write(tmp_path / "wide.mp4", [np.zeros((48, 64, 3), np.uint8)] * 2, set_up=wide_pixels)
    set_matrix(film_file, matrix_of(Orientation(90)))
    video = probe(str(film_file)).film.video
    assert video.pixel_aspect == 2
    assert (video.display_width, video.display_height) == (48, 128)
