from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from cranework.editing.luma import BLOCK, Luma
from cranework.editing.superimpositions import returns

Made = Callable[..., Any]


def test_what_was_before_must_come_back(source_of: Made, still: Made) -> None:
    over = np.interp(np.arange(80), [20, 30, 50, 60], [0, 0.5, 0.5, 0])[:, None, None, None]
    source, count = source_of((1 - over) * still(1) + over * still(2))
    assert returns(Luma(source, count), 21, 60)
    way = np.interp(np.arange(80), [20, 60], [0, 1])[:, None, None, None]
    source, count = source_of((1 - way) * still(1) + way * still(2))
    assert not returns(Luma(source, count), 21, 60)


def test_a_moment_is_none(source_of: Made, still: Made) -> None:
    source, count = source_of([still(i) for i in (1, 1, 1, 2, 2, 1, 1)])
    assert not returns(Luma(source, count), 3, 5)


def test_luma_reads_across_blocks(source_of: Made) -> None:
    frames = np.broadcast_to((16 + np.arange(1100) % 200)[:, None, None, None], (1100, 90, 160, 3))
    luma = Luma(*source_of(frames))
    stretch = luma(BLOCK - 3, 2 * BLOCK + 5)
    assert stretch.shape == (BLOCK + 8, 1344)
    assert stretch[:, 0] * 219 == pytest.approx((np.arange(BLOCK - 3, 2 * BLOCK + 5) % 200).astype(float), abs=1e-3)
