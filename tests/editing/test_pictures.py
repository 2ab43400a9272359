from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from cranework.editing.pictures import SHAPES
from cranework.editing.reduction import reduce

Made = Callable[..., Any]


@pytest.mark.parametrize("count", [0, 1, 5])
def test_each_picture_has_its_shape(pictures_of: Made, still: Made, count: int) -> None:
    pictures = pictures_of([still(i) for i in range(count)])
    for name, shape in SHAPES.items():
        array = getattr(pictures, name)
        assert array.shape == (count, *shape)
        assert array.dtype == np.uint8


def test_a_plain_picture_stays_plain(pictures_of: Made) -> None:
    pictures = pictures_of([np.full((90, 160, 3), (120, 128, 128))])
    assert (pictures.luma == 120).all() and (pictures.cols == 120).all() and (pictures.rows == 120).all()
    assert (pictures.edges == 0).all() and (pictures.chroma == 128).all()
    shares = (pictures.bins[0] / 255.0) ** 2
    assert shares[120 // 8] == 1 and shares.sum() == pytest.approx(3)


def test_projections_are_means_of_columns_and_rows(pictures_of: Made) -> None:
    ramp = np.broadcast_to(np.linspace(20, 230, 160), (90, 160))
    pictures = pictures_of([np.stack([ramp] * 3, axis=-1)])
    assert np.abs(pictures.cols[0].astype(float) - ramp[0].reshape(80, 2).mean(1)).max() <= 1
    assert (np.abs(pictures.rows[0].astype(float) - 125) <= 1).all()


@pytest.mark.parametrize("size", [(1, 1), (1, 100), (45, 80), (270, 480)])
def test_color_may_come_in_any_size(size: tuple[int, int]) -> None:
    small = np.full((2, 90, 160), 100, np.uint8)
    chroma = np.full((2, *size, 2), (100, 150), np.uint8)
    pictures = reduce(small, chroma, np.zeros_like(small))
    assert (pictures.chroma == (100, 150)).all()


def test_frames_do_not_depend_on_their_batch(pictures_of: Made, still: Made) -> None:
    frames = [still(i) for i in range(6)]
    together, alone = pictures_of(frames), pictures_of(frames[3:4])
    for name in SHAPES:
        assert (getattr(together, name)[3] == getattr(alone, name)[0]).all()
