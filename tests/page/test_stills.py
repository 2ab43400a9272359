from __future__ import annotations

import base64

import cv2
import numpy as np
import pytest
from tests.page.made_study import made_still

from cranework.page.stills import LADDER, small_pictures


def test_pictures_become_small_webp() -> None:
    pictures = small_pictures([[3, 1], [7]], made_still)
    assert sorted(pictures.images) == [1, 3, 7]
    assert (pictures.width, pictures.height) == (160, 120)
    for image in pictures.images.values():
        decoded = cv2.imdecode(np.frombuffer(base64.b64decode(image), np.uint8), cv2.IMREAD_COLOR)
        assert decoded is not None and decoded.shape == (120, 160, 3)


@pytest.mark.parametrize("budget", [400_000, 100_000, 40_000])
def test_the_budget_is_kept_by_fewer_then_poorer_pictures(budget: int) -> None:
    shots = [[shot * 10 + still for still in range(4)] for shot in range(60)]
    pictures = small_pictures(shots, made_still, budget)
    assert sum(map(len, pictures.images.values())) <= budget
    assert {frame // 10 for frame in pictures.images} == set(range(60)), "every shot keeps its best still"


def test_no_budget_is_too_small_for_the_smallest_pictures() -> None:
    assert small_pictures([[1]], made_still, budget=1).width == LADDER[-1].width


@pytest.mark.parametrize("damaged", [b"", b"no picture", made_still(1)[:40]])
def test_a_damaged_still_is_left_out(damaged: bytes) -> None:
    pictures = small_pictures([[1], [2]], lambda frame: damaged if frame == 1 else made_still(frame))
    assert list(pictures.images) == [2]
