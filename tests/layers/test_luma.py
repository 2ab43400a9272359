"""Light is told as one sees it: black is 0, white is 1, bars do not count."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from tests.film.made import write
from tests.layers.conftest import Measure

SIZE = (120, 160)


def level(value: int) -> np.ndarray:
    return np.full(SIZE, value, np.uint8)


def test_even_pictures(tmp_path: Path, measure: Measure) -> None:
    levels = [0, 51, 128, 204, 255]
    film = write(tmp_path / "levels.mkv", [level(v) for v in levels], codec="ffv1", pix_fmt="yuv420p")
    with measure(film, "luma") as study:
        assert study.signal("luma.mean") == pytest.approx([v / 255 for v in levels], abs=0.005)
        assert study.signal("luma.contrast") == pytest.approx([0] * 5, abs=0.002)
        assert study.signal("luma.black").tolist() == [1, 0, 0, 0, 0]


def test_half_black_half_white(tmp_path: Path, measure: Measure) -> None:
    picture = level(0)
    picture[:, 80:] = 255
    with measure(write(tmp_path / "halves.mkv", [picture] * 2, codec="ffv1"), "luma") as study:
        assert study.signal("luma.mean") == pytest.approx([0.5] * 2, abs=0.002)
        assert study.signal("luma.contrast") == pytest.approx([0.5] * 2, abs=0.002)
        assert study.signal("luma.black") == pytest.approx([0.5] * 2, abs=0.002)


@pytest.mark.parametrize("pix_fmt", ["yuv420p10le", "yuv444p", "yuv410p", "bgr0", "gbrp10le"])
def test_the_same_light_in_any_kind_of_picture(pix_fmt: str, tmp_path: Path, measure: Measure) -> None:
    picture = np.repeat(np.linspace(0, 255, 160).astype(np.uint8)[None], 120, 0)
    with measure(write(tmp_path / "ramp.mkv", [picture] * 2, codec="ffv1", pix_fmt=pix_fmt), "luma") as study:
        assert study.signal("luma.mean") == pytest.approx([0.5] * 2, abs=0.01)
        assert study.signal("luma.contrast") == pytest.approx([0.2903] * 2, abs=0.01)


def test_the_same_light_in_full_range(tmp_path: Path, measure: Measure) -> None:
    picture = np.repeat(np.linspace(0, 255, 160).astype(np.uint8)[None], 120, 0)
    film = write(tmp_path / "ramp.avi", [picture] * 2, codec="mjpeg", pix_fmt="yuvj420p")
    with measure(film, "luma") as study:
        assert study.film.video.color_range == "full"
        assert study.signal("luma.mean") == pytest.approx([0.5] * 2, abs=0.01)
        assert study.signal("luma.contrast") == pytest.approx([0.2903] * 2, abs=0.01)


def test_bars_do_not_count(tmp_path: Path, measure: Measure) -> None:
    picture = level(200)
    picture[:30] = picture[-30:] = 0
    with measure(write(tmp_path / "bars.mkv", [picture] * 20, codec="ffv1"), "luma") as study:
        assert study.film.active_area == (0, 30, 160, 60)
        assert study.signal("luma.mean") == pytest.approx([200 / 255] * 20, abs=0.005)
        assert not study.signal("luma.black").any()
