"""Color is told as people name it: gray films, sepia films, red ones, many-colored ones."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.film.made import noise, write
from tests.layers.conftest import Measure

from cranework.layers.appearance import color_kind, dominant_hues
from cranework.layers.color import HUES, WEIGHTS_601, WEIGHTS_709, colorfulness, moments, opponent_matrix

SEPIA = np.array([[0.393, 0.769, 0.189], [0.349, 0.686, 0.168], [0.272, 0.534, 0.131]])


def shades(seed: int = 1) -> np.ndarray:
    """A gray picture (120, 160) of smooth tones."""
    rng = np.random.default_rng(seed)
    return cv2.resize(rng.integers(20, 235, (12, 16), np.uint8), (160, 120), interpolation=cv2.INTER_LINEAR)


def colored(red: float, green: float, blue: float) -> np.ndarray:
    return np.clip(shades()[..., None] * np.array([red, green, blue]), 0, 255).astype(np.uint8)


def sepia() -> np.ndarray:
    return np.clip(np.repeat(shades()[..., None], 3, 2) @ SEPIA.T, 0, 255).astype(np.uint8)


def wheel() -> np.ndarray:
    """All hues, side by side."""
    hsv = np.stack([np.tile(np.linspace(0, 179, 160), (120, 1)), *[np.full((120, 160), 220)] * 2], -1)
    return cv2.cvtColor(hsv.astype(np.uint8), cv2.COLOR_HSV2RGB)


FILMS: dict[str, tuple[Any, str, list[int] | None]] = {
    "gray": (np.repeat(shades()[..., None], 3, 2), "black-and-white", []),
    "sepia": (sepia(), "tinted", [30]),
    "red": (colored(1, 0, 0), "color", [0]),
    "green": (colored(0, 1, 0), "color", [120]),
    "blue": (colored(0, 0, 1), "color", [240]),
    "wheel": (wheel(), "color", None),
    "scene": (noise(1, (160, 120))[0], "color", None),
}


@pytest.mark.parametrize("name", FILMS)
@pytest.mark.parametrize("codec", ["ffv1", "libx264"])
def test_films_of_one_kind(name: str, codec: str, tmp_path: Path, measure: Measure) -> None:
    picture, kind, hues = FILMS[name]
    with measure(write(tmp_path / f"{name}.mkv", [picture] * 12, codec=codec)) as study:
        (shot,) = study.shots
        kinds = (
            {kind, "tinted"} if name in ("red", "green", "blue") else {kind}
        )  # one light, or one dye: both are right
        assert shot["color_kind"] in kinds
        if hues is not None:
            assert shot["dominant_hues"][:1] == hues
        if name == "gray":
            assert study.signal("color.colorfulness").max() < 2
        if name == "wheel":
            assert study.signal("color.hues").min() > 8
            assert study.signal("color.colorfulness").min() > 100


def test_colorfulness_is_that_of_hasler_and_suesstrunk(tmp_path: Path, measure: Measure) -> None:
    """Against their formula in RGB, for colors that the chroma planes can hold."""
    picture = cv2.resize(noise(1, (160, 120))[0], (160, 120), interpolation=cv2.INTER_AREA).astype(np.uint8) // 2 + 60
    red, green, blue = (picture[..., i].astype(float) for i in range(3))
    first, second = red - green, (red + green) / 2 - blue
    expected = np.hypot(first.std(), second.std()) + 0.3 * np.hypot(first.mean(), second.mean())
    with measure(write(tmp_path / "scene.mkv", [picture] * 2, codec="ffv1", pix_fmt="yuv444p"), "color") as study:
        assert study.signal("color.colorfulness") == pytest.approx([expected] * 2, rel=0.15)


@given(st.integers(16, 240), st.integers(16, 240), st.sampled_from([WEIGHTS_601, WEIGHTS_709]))
def test_an_even_picture_has_tint_and_no_variety(u: int, v: int, weights: tuple[float, float]) -> None:
    points = np.full((1, 50), u + 256 * v, np.uint16)
    total, tint, variety = colorfulness(moments(points), opponent_matrix(*weights))[0]
    assert variety == pytest.approx(0, abs=0.5)
    assert total == pytest.approx(0.3 * tint + variety, abs=0.01)
    assert (tint == 0) == (u == v == 128)


@given(st.lists(st.floats(0, 1), min_size=HUES, max_size=HUES), st.floats(0, 200), st.floats(0, 200))
def test_kinds_and_dominant_hues(amounts: list[float], tint: float, variety: float) -> None:
    hues = np.array(amounts) / max(1e-9, sum(amounts))
    assert color_kind(tint, variety, hues) in ("black-and-white", "tinted", "color")
    dominant = dominant_hues(hues)
    shares = [hues[angle * HUES // 360] for angle in dominant]
    assert shares == sorted(shares, reverse=True) and len(dominant) <= 5


def test_a_gray_film_has_no_hues_at_all(tmp_path: Path, measure: Measure) -> None:
    with measure(write(tmp_path / "gray.mkv", [shades()] * 3, codec="ffv1", pix_fmt="gray"), "color") as study:
        assert not study.signal("color.hues").any()
        assert not study.signal("color.colorfulness").any()
