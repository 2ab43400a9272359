from __future__ import annotations

import base64
from typing import Any

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray
from tests.page.made_study import made_still

from cranework.page.stills import LADDER, small_pictures, webp_size


def picture_of(image: str) -> NDArray[Any]:
    decoded = cv2.imdecode(np.frombuffer(base64.b64decode(image), np.uint8), cv2.IMREAD_COLOR)
    assert decoded is not None
    return decoded


def test_pictures_that_have_room_stay_as_they_are() -> None:
    pictures = small_pictures([[3, 1], [7]], made_still)
    assert (pictures.width, pictures.height) == (320, 240)
    assert {frame: base64.b64decode(image) for frame, image in pictures.images.items()} == {
        frame: made_still(frame) for frame in (1, 3, 7)
    }


def test_pictures_without_room_become_small_webp() -> None:
    pictures = small_pictures([[shot] for shot in range(60)], made_still, budget=300_000)
    assert (pictures.width, pictures.height) == (160, 120)
    assert all(picture_of(image).shape == (120, 160, 3) for image in pictures.images.values())


def lossless(width: int, height: int) -> bytes:
    return bytes(cv2.imencode(".webp", np.zeros((height, width, 3), np.uint8), [cv2.IMWRITE_WEBP_QUALITY, 101])[1])


def test_the_size_is_read_without_unpacking() -> None:
    assert webp_size(made_still(1)) == (320, 240)
    assert webp_size(lossless(33, 7)) == (33, 7)
    extended = b"RIFF\0\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0" + bytes([41, 1, 0, 19, 0, 0])
    assert webp_size(extended) == (298, 20)


def test_a_still_that_would_unpack_to_gigabytes_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = lossless(8_000, 8_000)
    assert len(bomb) < 100_000
    monkeypatch.setattr(cv2, "imdecode", lambda *_: pytest.fail("it was unpacked"))
    assert small_pictures([[1]], lambda frame: bomb).images == {}


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
