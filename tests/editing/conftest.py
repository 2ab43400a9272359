"""Made films for the mathematics of transitions: plain arrays, no file, no decoding."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from cranework.editing.clock import Source
from cranework.editing.pictures import Pictures
from cranework.editing.reduction import reduce

Frames = NDArray[Any]


@pytest.fixture(scope="session")
def still() -> Callable[..., Frames]:
    """`still(seed)`: a picture (90, 160, 3) float, luma and color, with shapes of all sizes like a photograph."""

    def shapes(rng: np.random.Generator) -> Frames:
        octaves = [rng.random((9 * k, 16 * k), np.float32) / k for k in (1, 2, 4, 8)]
        picture = sum(cv2.resize(o, (160, 90), interpolation=cv2.INTER_CUBIC).astype(np.float64) for o in octaves)
        return np.asarray((picture - np.min(picture)) / np.ptp(picture))

    def make(seed: int, low: float = 30, high: float = 220) -> Frames:
        rng = np.random.default_rng(seed)
        luma = low + (high - low) * shapes(rng) ** rng.uniform(0.5, 2)
        return np.stack([luma, *(128 + rng.uniform(-20, 20) + 30 * (shapes(rng) - 0.5) for _ in (0, 1))], axis=-1)

    return make


@pytest.fixture(scope="session")
def pictures_of() -> Callable[[Any], Pictures]:
    """Small pictures of frames (N, 90, 160, 3)."""
    return _pictures_of


@pytest.fixture(scope="session")
def source_of() -> Callable[[Any], tuple[Source, int]]:
    """What `find` and `judge` want: a source of pictures, and the number of frames."""

    def make(frames: Any) -> tuple[Source, int]:
        pictures = _pictures_of(frames)

        def source(start: int, end: int) -> Pictures:
            assert 0 <= start <= end <= len(pictures), "asked for frames outside the film"
            return pictures.take(np.arange(start, end))

        return source, len(pictures)

    return make


@pytest.fixture(scope="session")
def grainy() -> Callable[..., Frames]:
    """`grainy(frames)`: the same with grain, as films have: nothing is ever quite still."""

    def make(frames: Any, sigma: float = 3.0, seed: int = 0) -> Frames:
        array = np.asarray(frames, np.float64)
        return array + np.random.default_rng(seed).normal(0, sigma, array.shape)

    return make


def _pictures_of(frames: Any) -> Pictures:
    rounded = np.clip(np.rint(np.asarray(frames, np.float64)), 16, 235).astype(np.uint8).reshape(-1, 90, 160, 3)
    small, chroma = np.ascontiguousarray(rounded[..., 0]), rounded[:, ::2, ::2, 1:]
    gradient = np.zeros_like(small)
    for i, picture in enumerate(small):
        x, y = (cv2.Sobel(picture, cv2.CV_16S, dx, 1 - dx, ksize=3) for dx in (1, 0))
        gradient[i] = cv2.add(cv2.convertScaleAbs(x, alpha=0.5), cv2.convertScaleAbs(y, alpha=0.5))
    return reduce(small, np.ascontiguousarray(chroma), gradient)
