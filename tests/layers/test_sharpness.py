"""What is in focus is sharper than what is not."""

from __future__ import annotations

from pathlib import Path

import av
import cv2
import numpy as np
import pytest
from tests.film.made import write
from tests.layers.conftest import Measure


def test_blur_makes_a_picture_less_sharp(tmp_path: Path, measure: Measure) -> None:
    rng = np.random.default_rng(3)
    picture = rng.integers(0, 255, (120, 160), np.uint8)
    blurred = [picture, *(cv2.GaussianBlur(picture, (0, 0), sigma) for sigma in (0.7, 1.5, 3, 6))]
    film = write(tmp_path / "blur.mkv", [*blurred, np.full_like(picture, 128)], codec="ffv1")
    with measure(film, "sharpness") as study:
        values = study.signal("sharpness.gradient")
    assert (np.diff(values) < 0).all()
    assert values[-1] == 0


def test_against_plain_arithmetic(tmp_path: Path, measure: Measure) -> None:
    picture = np.random.default_rng(4).integers(0, 255, (90, 122, 3), np.uint8)
    film = write(tmp_path / "a.mkv", [picture], codec="ffv1")
    with av.open(str(film)) as container:
        plane = next(container.decode(video=0)).to_ndarray()[:90, :122].astype(float)
    around = np.pad(plane, 1, mode="reflect")
    smooth_down = around[:-2] + 2 * around[1:-1] + around[2:]
    smooth_across = around[:, :-2] + 2 * around[:, 1:-1] + around[:, 2:]
    across, down = smooth_down[:, 2:] - smooth_down[:, :-2], smooth_across[2:] - smooth_across[:-2]
    with measure(film, "sharpness") as study:
        assert study.signal("sharpness.gradient")[0] == pytest.approx(np.sqrt((across**2 + down**2).mean()) / 8)
