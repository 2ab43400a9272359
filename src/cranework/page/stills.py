"""The film's pictures on the page: small, and never more of them than the page may weigh."""

from __future__ import annotations

import base64
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import cv2
import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

BUDGET = 9_000_000  # characters of base64: leaves 3 MB of a 12 MB page to numbers, curves and words
SAMPLE = 48  # pictures that tell beforehand what all of them will weigh
MOST_PICTURES = 12_000  # more than a screen can show, or a page may take time to make


@dataclass(frozen=True)
class Quality:
    """How much of the stills is kept: pictures for each shot, width in pixels, WebP quality of 100."""

    per_shot: int
    width: int
    quality: int


# From best to smallest; the first that keeps the budget is taken.
LADDER = (
    Quality(4, 160, 75),
    Quality(3, 160, 75),
    Quality(2, 160, 70),
    Quality(1, 160, 75),
    Quality(1, 160, 60),
    Quality(1, 160, 45),
    Quality(1, 160, 30),
    Quality(1, 128, 30),
    Quality(1, 96, 25),
    Quality(1, 64, 20),
)


@dataclass(frozen=True)
class Pictures:
    """Stills as the page keeps them: base64 of WebP by frame, and the size of a picture."""

    images: dict[int, str]
    width: int
    height: int


def small_pictures(shots: Sequence[Sequence[int]], still: Callable[[int], bytes], budget: int = BUDGET) -> Pictures:
    """The stills of the shots, re-encoded so that all of them together keep the budget.

    Args:
        shots: for each shot the frames of its stills, best first.
        still: gives the WebP bytes of a frame.
        budget: characters of base64.
    """
    smallest = len(LADDER) - 1
    for step, quality in enumerate(LADDER):
        frames = _chosen(shots, quality.per_shot)
        if step < smallest and (len(frames) > MOST_PICTURES or _estimate(frames, still, quality) > budget):
            continue
        pictures = _encode(frames, still, quality)
        if step == smallest or sum(map(len, pictures.images.values())) <= budget:
            return pictures
    raise AssertionError("the smallest step is always taken")


def _chosen(shots: Sequence[Sequence[int]], per_shot: int) -> list[int]:
    return sorted({frame for frames in shots for frame in frames[:per_shot]})


def _estimate(frames: list[int], still: Callable[[int], bytes], quality: Quality) -> float:
    """Characters that all the frames will take, told from a few spread over the film; a tenth more, to be safe."""
    sample = frames[:: max(1, len(frames) // SAMPLE)]
    encoded = _encode(sample, still, quality).images.values()
    return 1.1 * sum(map(len, encoded)) * len(frames) / max(len(sample), 1)


def _encode(frames: list[int], still: Callable[[int], bytes], quality: Quality) -> Pictures:
    images: dict[int, str] = {}
    height = 0
    for frame in frames:
        picture = _decoded(still(frame))
        if picture is None:
            continue
        small = _reduced(picture, quality.width)
        height = height or small.shape[0]
        _, encoded = cv2.imencode(".webp", small, [cv2.IMWRITE_WEBP_QUALITY, quality.quality])
        images[frame] = base64.b64encode(encoded.tobytes()).decode("ascii")
    return Pictures(images, quality.width, height)


def _decoded(webp: bytes) -> NDArray[Any] | None:
    """BGR uint8 (height, width, 3); None for a damaged still: its shot is shown without it."""
    try:
        return cv2.imdecode(np.frombuffer(webp, np.uint8), cv2.IMREAD_COLOR)
    except cv2.error:
        return None


def _reduced(picture: NDArray[Any], width: int) -> NDArray[Any]:
    height = max(1, round(picture.shape[0] * width / picture.shape[1]))
    return cv2.resize(picture, (width, height), interpolation=cv2.INTER_AREA)
