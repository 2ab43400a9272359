"""Views hold what they promise, whatever the depth, range, layout and size of the decoded pictures."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import cv2
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray
from tests.film.made import film_of, frame_of, write

from cranework.film.model import Film
from cranework.film.views import BATCH_BYTES, CHROMA_SIDE, LUMA_SIDE, STILL_SIDE, VIEWS, Batch, batch_size

SIZES = [(1, 1), (2, 2), (3, 5), (1, 200), (161, 121), (175, 99), (639, 2), (640, 360), (641, 361), (1283, 723)]
"""Widths and heights, most of them odd."""


def planes_of(
    size: tuple[int, int], depth: int = 8, across: int = 2, down: int = 2, seed: int = 0
) -> list[NDArray[Any]]:
    """Random Y, U and V planes of smooth pictures: within video range, `depth` bits deep."""
    rng = np.random.default_rng(seed)
    width, height = size
    kind, scale = (np.uint8 if depth == 8 else np.uint16), 2 ** (depth - 8)
    shapes = [(height, width), *[(-(-height // down), -(-width // across))] * 2]
    return [rng.integers(16 * scale, 235 * scale, shape).astype(kind) for shape in shapes]


def halved(plane: NDArray[Any], side: int) -> NDArray[np.float64]:
    """What the table of views says, word for word: the mean of four neighbors, again and again, of every line or of
    every second or fourth one."""
    values = plane.astype(np.float64)
    for step in (4, 2):
        if max(values.shape) >= 2 * side * step and len(values) >= 2 * step:
            values = np.repeat(values[::step], step, axis=0)[: len(values)]
            break
    while max(values.shape) >= 2 * side:
        height, width = (max(1, length // 2) for length in values.shape)
        values = np.stack([values[i : 2 * height : 2][:height] for i in (0, min(1, values.shape[0] - 1))]).mean(0)
        values = np.stack([values[:, i : 2 * width : 2][:, :width] for i in (0, min(1, values.shape[1] - 1))]).mean(0)
    return values


def views_of(film: Film, *frames: Any) -> dict[str, NDArray[np.uint8]]:
    batch = Batch(film, list(frames), 0)
    return {name: getattr(batch, name) for name in VIEWS}


def close(found: NDArray[np.uint8], expected: NDArray[np.float64], levels: float = 1.51) -> None:
    assert found.dtype == np.uint8 and found.shape == expected.shape
    assert np.abs(found - expected).max() <= levels


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize(("pix_fmt", "depth"), [("yuv420p", 8), ("yuv420p10le", 10), ("yuv420p12le", 12)])
def test_against_plain_arithmetic(size: tuple[int, int], pix_fmt: str, depth: int) -> None:
    planes = planes_of(size, depth)
    views = views_of(film_of(*size, bit_depth=depth), frame_of(planes, pix_fmt))
    levels = 2.0 if depth == 8 else 2.6  # each halving rounds; deeper ones are cut off to 8 bits besides
    close(views["luma"][0], halved(planes[0], LUMA_SIDE) / 2 ** (depth - 8), levels)
    chroma = np.dstack([halved(plane, CHROMA_SIDE) for plane in planes[1:]]) / 2 ** (depth - 8)
    assert views["chroma"].shape[1:3] == chroma.shape[:2]
    assert np.abs(views["chroma"][0] - chroma).max() <= levels + 1.5
    assert views["small"].shape == views["gradient"].shape == (1, 90, 160)


@given(st.integers(1, 1400), st.integers(1, 1400))
def test_sides_are_as_long_as_the_table_says(width: int, height: int) -> None:
    film = film_of(width, height)
    batch = Batch(film, [frame_of([np.zeros(s, np.uint8) for s in plane_shapes(width, height)], "yuv420p")], 0)
    longer = max(batch.luma.shape)
    assert longer < 2 * LUMA_SIDE and (longer >= LUMA_SIDE or longer == max(width, height))
    assert max(batch.chroma.shape[1:3]) < 2 * CHROMA_SIDE


def plane_shapes(width: int, height: int) -> list[tuple[int, int]]:
    return [(height, width), *[(-(-height // 2), -(-width // 2))] * 2]


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_padding_is_never_read(size: tuple[int, int]) -> None:
    planes = planes_of(size)
    one, other = (views_of(film_of(*size), frame_of(planes, "yuv420p", padding)) for padding in (0, 255))
    assert all(np.array_equal(one[name], other[name]) for name in VIEWS)


@pytest.mark.parametrize(
    ("pix_fmt", "across", "down"),
    [("yuv444p", 1, 1), ("yuv422p", 2, 1), ("yuv411p", 4, 1), ("yuv440p", 1, 2), ("yuv410p", 4, 4)],
)
@pytest.mark.parametrize("size", [(1, 1), (94, 60), (161, 121), (640, 360)], ids=str)
def test_other_layouts_of_chroma_have_views_of_the_same_shape(
    pix_fmt: str, across: int, down: int, size: tuple[int, int]
) -> None:
    planes = planes_of(size, across=across, down=down)
    planes[1][:], planes[2][:] = 90, 170
    views = views_of(film_of(*size), frame_of(planes, pix_fmt))
    usual = views_of(film_of(*size), frame_of(planes_of(size), "yuv420p"))
    assert {name: view.shape for name, view in views.items()} == {name: view.shape for name, view in usual.items()}
    assert (views["chroma"] == (90, 170)).all()
    close(views["luma"][0], halved(planes[0], LUMA_SIDE))


@pytest.mark.parametrize(("pix_fmt", "depth"), [("gray", 8), ("gray10le", 10), ("gray16le", 16)])
def test_gray_films_have_no_color(pix_fmt: str, depth: int) -> None:
    plane = planes_of((161, 121), depth)[0]
    views = views_of(film_of(161, 121, bit_depth=depth), frame_of([plane], pix_fmt))
    close(views["luma"][0], plane.astype(float) / 2 ** (depth - 8))
    assert (views["chroma"] == 128).all()


RGB_LIKE, YUV_LIKE = ("rgb24", "bgra", "gbrp", "rgb8", "gbrp10le"), ("nv12", "yuyv422", "p010le")


@pytest.mark.parametrize(
    ("pix_fmt", "color_range"),
    [*((name, mark) for name in RGB_LIKE for mark in (None, 1, 2)), *((name, None) for name in YUV_LIKE)],
)
def test_other_kinds_of_picture_are_brought_to_video_range(pix_fmt: str, color_range: int | None) -> None:
    rgb = np.zeros((120, 160, 3), np.uint8)
    rgb[:60], rgb[60:, :80] = 255, (255, 0, 0)
    frame = av.VideoFrame.from_ndarray(rgb, format="rgb24")
    if pix_fmt != "rgb24":
        frame = frame.reformat(format=pix_fmt)
    if color_range is not None:
        frame.color_range = color_range
    views = views_of(film_of(160, 120), frame)
    luma = views["luma"][0]
    assert abs(int(luma[30, 80]) - 235) <= 3 and abs(int(luma[90, 120]) - 16) <= 3
    assert abs(int(luma[90, 40]) - (16 + 0.299 * 219)) <= 5
    assert np.abs(views["chroma"][0][-2, 2].astype(int) - (90, 240)).max() <= 5


@pytest.mark.parametrize("told_by", ["range", "format"])
def test_full_range_is_brought_to_video_range(told_by: str) -> None:
    planes = [np.full((120, 160), 255, np.uint8), np.full((60, 80), 0, np.uint8), np.full((60, 80), 255, np.uint8)]
    planes[0][:, :80] = 0
    frame = frame_of(planes, "yuvj420p" if told_by == "format" else "yuv420p")
    if told_by == "range":
        frame.color_range = 2
    views = views_of(film_of(160, 120, color_range="full"), frame)
    assert (views["luma"][0, :, :80] == 16).all() and (views["luma"][0, :, 80:] == 235).all()
    assert (views["chroma"] == (16, 240)).all()


@pytest.mark.parametrize("size", [(64, 48), (1280, 736)], ids=str)
def test_interlaced_pictures_show_no_combs(size: tuple[int, int], tmp_path: Path) -> None:
    picture = np.zeros((size[1], size[0], 3), np.uint8)
    picture[::2], picture[1::2] = 40, 215
    options = {"x264-params": "interlaced=1:tff=1", "crf": "1"}
    path = write(tmp_path / "interlaced.mkv", [picture] * 2, options=options)
    with av.open(str(path)) as container:
        frame = next(container.decode(video=0))
    assert frame.interlaced_frame
    smooth = views_of(film_of(*size, interlaced="tff"), frame)["luma"][0]
    inside = smooth[1:-1].astype(int)
    assert np.abs(inside - (16 + 127.5 * 219 / 255)).max() <= 4


def test_bars_are_cut_off_and_the_rest_is_untouched() -> None:
    planes = planes_of((160, 120))
    film = film_of(160, 120, active_area=(10, 20, 140, 80))
    views = views_of(film, frame_of(planes, "yuv420p"))
    assert np.array_equal(views["luma"][0], planes[0][20:100, 10:150])
    assert np.array_equal(views["chroma"][0], halved(np.dstack(planes[1:])[10:50, 5:75], CHROMA_SIDE))


def test_a_frame_of_another_size_has_views_of_the_usual_shape() -> None:
    film = film_of(160, 120, active_area=(0, 20, 160, 80), rotation=90)
    usual, other = (frame_of(planes_of(size), "yuv420p") for size in ((160, 120), (97, 201)))
    batch = Batch(film, [usual, other], 0)
    assert batch.luma.shape == (2, 160, 80) and batch.chroma.shape == (2, 80, 40, 2)


def test_gradient_is_that_of_the_sobel_filter() -> None:
    planes = planes_of((320, 180))
    batch = Batch(film_of(320, 180), [frame_of(planes, "yuv420p")], 0)
    small = batch.small[0].astype(int)
    around = np.pad(small, 1, mode="reflect")
    across = sum(
        w * (around[1 + dy : 91 + dy, 2:162] - around[1 + dy : 91 + dy, 0:160]) for dy, w in ((-1, 1), (0, 2), (1, 1))
    )
    down = sum(
        w * (around[2:92, 1 + dx : 161 + dx] - around[0:90, 1 + dx : 161 + dx]) for dx, w in ((-1, 1), (0, 2), (1, 1))
    )
    expected = np.minimum(255, np.minimum(255, np.abs(across) / 2) + np.minimum(255, np.abs(down) / 2))
    assert np.abs(batch.gradient[0] - expected).max() <= 1


def test_a_third_is_the_mean_of_nine_points() -> None:
    planes = planes_of((480, 270))
    batch = Batch(film_of(480, 270), [frame_of(planes, "yuv420p")] * 2, 0)
    for small in batch.small:
        close(small, planes[0].reshape(90, 3, 160, 3).mean((1, 3)), 0.51)


def test_views_of_a_picture_do_not_depend_on_its_neighbors_in_the_batch() -> None:
    frames = [frame_of(planes_of((480, 270), seed=i), "yuv420p") for i in range(3)]
    film = film_of(480, 270)
    together = views_of(film, *frames)
    for i, frame in enumerate(frames):
        assert all(np.array_equal(view[0], together[name][i]) for name, view in views_of(film, frame).items())


def test_some_of_a_batch() -> None:
    frames = [frame_of(planes_of((16, 12), seed=i), "yuv420p") for i in range(5)]
    batch = Batch(film_of(16, 12), frames, -5, "lead_in")
    some = batch[2:4]
    assert (len(some), some.offset, some.part) == (2, -3, "lead_in")
    assert np.array_equal(some.luma, batch.luma[2:4])
    assert batch[0:5] is batch


@pytest.mark.parametrize(("size", "depth"), [((1, 1), 8), ((1920, 1080), 8), ((1920, 1080), 10), ((16000, 8000), 8)])
def test_batches_fit_in_little_memory(size: tuple[int, int], depth: int) -> None:
    count = batch_size(film_of(*size, bit_depth=depth))
    assert count >= 1
    assert count == 1 or count * size[0] * size[1] * 1.5 <= BATCH_BYTES


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
@pytest.mark.parametrize(
    ("size", "aspect", "area", "seen"),
    [
        ((160, 120), Fraction(1), (0, 0, 160, 120), (320, 240)),
        ((160, 120), Fraction(1), (0, 20, 160, 80), (320, 160)),
        ((144, 120), Fraction(16, 11), (0, 0, 144, 120), (320, 183)),
        ((1, 1), Fraction(1), (0, 0, 1, 1), (320, 320)),
        ((2000, 2), Fraction(1), (0, 0, 2000, 2), (320, 1)),
        ((160, 120), Fraction(100), (0, 0, 160, 120), (320, 2)),
    ],
)
def test_stills_are_as_a_viewer_sees_them(
    rotation: int, size: tuple[int, int], aspect: Fraction, area: tuple[int, int, int, int], seen: tuple[int, int]
) -> None:
    film = film_of(*size, pixel_aspect=aspect, active_area=area, rotation=rotation)
    webp = Batch(film, [frame_of(planes_of(size), "yuv420p")], 0).still(0)
    picture = cv2.imdecode(np.frombuffer(webp, np.uint8), cv2.IMREAD_COLOR)
    assert picture is not None
    height, width = picture.shape[:2]
    assert max(width, height) == STILL_SIDE
    assert (width, height) == (seen if rotation % 180 == 0 else seen[::-1])
