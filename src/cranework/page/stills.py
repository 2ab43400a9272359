"""The film's pictures on the page: small, and never more of them than the page may weigh."""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import cv2
import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

BUDGET = 9_000_000  # characters of base64: leaves 3 MB of a 12 MB page to numbers, curves and words
STRIPS_BUDGET = 2_500_000  # the same for the strips across transitions, where the shots leave them so much
SAMPLE = 48  # pictures that tell beforehand what all of them will weigh
MOST_PICTURES = 6_000  # what can be made smaller in some ten seconds
WIDEST = 2_048  # pixels in either direction; a still that says to be larger is none, and is not unpacked
THREADS = 2  # OpenCV works outside of Python's lock; more would ask for more than the smallest machine has
HEADER = 30  # bytes of a WebP file that tell its size
ANIMATED = 0x02


@dataclass(frozen=True)
class Quality:
    """How much of the stills is kept: pictures for each shot (or strip), width in pixels, WebP quality of 100.

    A still that is no wider stays as it is.
    """

    each: int
    width: int
    quality: int


# From best to smallest; the first that keeps the budget is taken.
LADDER = (
    Quality(4, 320, 80),
    Quality(2, 320, 80),
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


# The same for what goes across a transition: nine, five or three pictures, each time spread over all of it.
STRIP_LADDER = (
    Quality(9, 160, 75),
    Quality(5, 160, 75),
    Quality(5, 160, 50),
    Quality(5, 112, 50),
    Quality(3, 112, 40),
    Quality(3, 80, 30),
    Quality(3, 64, 20),
)


def small_pictures(
    groups: Sequence[Sequence[int]],
    still: Callable[[int], bytes],
    budget: int = BUDGET,
    ladder: Sequence[Quality] = LADDER,
) -> Pictures:
    """The stills of the shots (or of whatever else has some), reduced so that all of them together keep the budget.

    Args:
        groups: for each shot the frames of its stills, best first.
        still: gives the WebP bytes of a frame.
        budget: characters of base64.
        ladder: how they may be reduced, from best to smallest.
    """
    smallest = len(ladder) - 1
    for step, quality in enumerate(ladder):
        frames = _chosen(groups, quality.each)
        if step < smallest and (len(frames) > MOST_PICTURES or _estimate(frames, still, quality) > budget):
            continue
        pictures = _reduced(frames, still, quality)
        if step == smallest or sum(map(len, pictures.images.values())) <= budget:
            return pictures
    raise AssertionError("the smallest step is always taken")


def _chosen(groups: Sequence[Sequence[int]], each: int) -> list[int]:
    return sorted({frame for frames in groups for frame in frames[:each]})


def _estimate(frames: list[int], still: Callable[[int], bytes], quality: Quality) -> float:
    """Characters that all the frames will take, told from a few spread over the film; a tenth more, to be safe."""
    sample = frames[:: max(1, len(frames) // SAMPLE)]
    encoded = _reduced(sample, still, quality).images.values()
    return 1.1 * sum(map(len, encoded)) * len(frames) / max(len(sample), 1)


def _reduced(frames: list[int], still: Callable[[int], bytes], quality: Quality) -> Pictures:
    images: dict[int, str] = {}
    width, height = quality.width, 0
    for frame, made in zip(frames, _made(map(still, frames), quality), strict=True):
        if made is not None:
            images[frame] = base64.b64encode(made[0]).decode("ascii")
            width, height = (width, height) if height else made[1]
    return Pictures(images, width, height)


def _made(stills: Iterator[bytes], quality: Quality) -> Iterator[tuple[bytes, tuple[int, int]] | None]:
    """Each still as the page keeps it, with width and height; they are read here and worked on side by side."""
    with ThreadPoolExecutor(THREADS) as pool:
        yield from pool.map(lambda webp: _small(webp, quality), stills)


def _small(webp: bytes, quality: Quality) -> tuple[bytes, tuple[int, int]] | None:
    picture = _decoded(webp)
    if picture is None:
        return None
    if picture.shape[1] > quality.width:
        picture = _narrowed(picture, quality.width)
        webp = cv2.imencode(".webp", picture, [cv2.IMWRITE_WEBP_QUALITY, quality.quality])[1].tobytes()
    return webp, (picture.shape[1], picture.shape[0])


def _decoded(webp: bytes) -> NDArray[Any] | None:
    """BGR uint8 (height, width, 3); None for a still that is damaged or too large: its shot is shown without it."""
    wide, high = webp_size(webp)
    if not (0 < wide <= WIDEST and 0 < high <= WIDEST):
        return None
    try:
        return cv2.imdecode(np.frombuffer(webp, np.uint8), cv2.IMREAD_COLOR)
    except cv2.error:
        return None


def webp_size(webp: bytes) -> tuple[int, int]:
    """Width and height of a still picture as its header says them, (0, 0) where it is none (RFC 9649, section 2).

    They are read before anything is unpacked: a few hundred bytes may say to be a picture of gigabytes.
    """
    if len(webp) < HEADER or webp[:4] != b"RIFF" or webp[8:12] != b"WEBP":
        return 0, 0
    kind = webp[12:16]
    if kind == b"VP8 ":
        return _number(webp[26:28]) & 0x3FFF, _number(webp[28:30]) & 0x3FFF
    if kind == b"VP8L":
        packed = _number(webp[21:25])
        return (packed & 0x3FFF) + 1, (packed >> 14 & 0x3FFF) + 1
    if kind == b"VP8X" and not webp[20] & ANIMATED:
        return _number(webp[24:27]) + 1, _number(webp[27:30]) + 1
    return 0, 0


def _number(content: bytes) -> int:
    return int.from_bytes(content, "little")


def _narrowed(picture: NDArray[Any], width: int) -> NDArray[Any]:
    height = max(1, round(picture.shape[0] * width / picture.shape[1]))
    return cv2.resize(picture, (width, height), interpolation=cv2.INTER_AREA)
