from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from cranework.editing.lamps import is_lamp
from cranework.editing.luma import Luma

Made = Callable[..., Any]


@pytest.mark.parametrize("gain", [0.4, 0.7, 1.3, 1.8])
def test_a_gain_of_the_same_picture_is_a_lamp(source_of: Made, still: Made, grainy: Made, gain: float) -> None:
    picture = still(1, 40, 120)
    source, count = source_of(grainy([picture, picture * [gain, 1, 1]], 2.0))
    assert is_lamp(Luma(source, count), 1)


def test_another_picture_black_and_a_jump_are_none(source_of: Made, still: Made) -> None:
    black = np.full_like(still(1), 16.0)
    moved = np.roll(still(1), 12, axis=1)
    for other in (still(2), black, moved):
        source, count = source_of([still(1), other])
        assert not is_lamp(Luma(source, count), 1)
