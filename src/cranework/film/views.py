"""Small pictures of each frame, computed once and shared by all layers that look at frames.

| view | shape | what |
|---|---|---|
| `luma` | (n, h, w) | the Y plane without bars, upright, halved until its longer side is 320 to 639 |
| `small` | (n, 90, 160) | `luma` at one fixed size, whatever the film's |
| `gradient` | (n, 90, 160) | how strongly `small` changes from point to point |
| `chroma` | (n, h, w, 2) | the U and V planes without bars, upright, halved until the longer side is 48 to 95 |

All are unsigned bytes in video range (luma 16 to 235, chroma 16 to 240 with gray at 128), whatever the film's depth and
range. Halving again and again averages lines of both fields, so interlaced pictures show no combs.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING, Any

import av
import cv2
import numpy as np

from cranework.film.orientation import Orientation
from cranework.film.planes import GRAY_CHROMA, Planes, active_area, planes
from cranework.film.timing import MISSING

if TYPE_CHECKING:
    from av.video.frame import VideoFrame
    from numpy.typing import NDArray

    from cranework.film.decode import Part
    from cranework.film.model import Film

    Bytes = NDArray[np.uint8]

VIEWS = ("luma", "small", "gradient", "chroma")

LUMA_SIDE, CHROMA_SIDE = 320, 48
"""Least length in pixels of the longer side, to which planes are halved."""

SMALL_WIDTH, SMALL_HEIGHT = 160, 90

STILL_SIDE, STILL_QUALITY, STILL_EFFORT = 320, 75, 2
"""Pixels of a still's longer side, its WebP quality, and how hard the coder tries (of 6; the default, 4, takes twice as
long for a twentieth of the size): a picture to recognise a shot by in about 8 kB."""

BATCH_BYTES, BATCH_FRAMES = 12 << 20, 16
"""A batch holds decoded frames of at most so many bytes (and frames): two workers must fit in a small laptop."""


def batch_size(film: Film) -> int:
    """Frames in a batch: depends on the film alone."""
    bytes_a_frame = film.video.width * film.video.height * (3 if film.video.bit_depth > 8 else 1.5)
    return int(max(1, min(BATCH_FRAMES, BATCH_BYTES // bytes_a_frame)))


@dataclass
class Batch:
    """Some successive frames of a segment, and their views, each computed when first asked for.

    `offset` is the place of the first frame in its segment (negative in the lead-in).
    """

    film: Film
    frames: list[VideoFrame]
    offset: int
    part: Part = "inside"

    def __len__(self) -> int:
        return len(self.frames)

    def __getitem__(self, some: slice) -> Batch:
        """Some of the frames; the whole batch keeps what has been computed of it."""
        start, stop, _ = some.indices(len(self))
        return (
            self if stop - start == len(self) else Batch(self.film, self.frames[some], self.offset + start, self.part)
        )

    @cached_property
    def pts(self) -> NDArray[np.int64]:
        """Presentation ticks as the decoder gives them, int64 (n,); `MISSING` where there are none."""
        return np.array([MISSING if f.pts is None else f.pts for f in self.frames], np.int64)

    @cached_property
    def luma(self) -> Bytes:
        """See the table above."""
        return np.stack([self._luma(one) for one in self._planes])

    @cached_property
    def small(self) -> Bytes:
        """See the table above."""
        size = (SMALL_WIDTH, SMALL_HEIGHT)
        return np.stack([cv2.resize(p, size, interpolation=cv2.INTER_AREA) for p in self.luma])

    @cached_property
    def gradient(self) -> Bytes:
        """See the table above: half the sum of the Sobel filter's two magnitudes, cut off at 255."""
        return np.stack([_gradient(p) for p in self.small])

    @cached_property
    def chroma(self) -> Bytes:
        """See the table above."""
        return np.stack([self._chroma(one) for one in self._planes])

    def still(self, index: int) -> bytes:
        """One frame as WebP: without bars, upright, in its display aspect."""
        return still(self.frames[index], self.film)

    @cached_property
    def _turn(self) -> Orientation:
        return Orientation(self.film.video.rotation, self.film.video.mirrored)

    @cached_property
    def _luma_shape(self) -> tuple[int, int]:
        return _view_shape(self.film, LUMA_SIDE, 1)

    @cached_property
    def _chroma_shape(self) -> tuple[int, int]:
        return _view_shape(self.film, CHROMA_SIDE, 2)

    @cached_property
    def _planes(self) -> list[Planes]:
        return [planes(frame, self.film) for frame in self.frames]

    def _luma(self, one: Planes) -> Bytes:
        small = _eight_bits(_halved(one.luma, LUMA_SIDE), one.shift)
        if one.interlaced and small.shape[0] == one.luma.shape[0]:
            small = _fields_blended(small)
        upright = _sized(self._turn.apply(small), self._luma_shape)
        return _LUMA_FROM_FULL[upright] if one.full_range else upright

    def _chroma(self, one: Planes) -> Bytes:
        both = cv2.merge([_eight_bits(_halved(plane, CHROMA_SIDE), one.shift) for plane in one.chroma])
        upright = _sized(self._turn.apply(both), self._chroma_shape)
        return _CHROMA_FROM_FULL[upright] if one.full_range else upright


def _sized(picture: Bytes, shape: tuple[int, int]) -> Bytes:
    """Brought to the size that the film's usual pictures have, for films whose size changes on the way."""
    if picture.shape[:2] == shape:
        return picture
    return np.asarray(cv2.resize(picture, shape[::-1], interpolation=cv2.INTER_AREA), np.uint8)


def _view_shape(film: Film, side: int, divisor: int) -> tuple[int, int]:
    """Height and width of a view of the film's usual pictures (as `_halved` makes them)."""
    width, height = -(-film.active_area[2] // divisor), -(-film.active_area[3] // divisor)
    while max(width, height) >= 2 * side:
        width, height = max(1, width // 2), max(1, height // 2)
    return (width, height) if film.video.rotation % 180 else (height, width)


def _halved(plane: NDArray[Any], side: int) -> NDArray[Any]:
    """Halved again and again, each time by the mean of four neighbors, while the longer side has 2 * `side` or more."""
    while max(plane.shape) >= 2 * side:
        height, width = plane.shape
        even = plane[: max(1, height // 2 * 2), : max(1, width // 2 * 2)]
        size = (max(1, width // 2), max(1, height // 2))
        plane = cv2.resize(even, size, interpolation=cv2.INTER_AREA)
    return plane


def _eight_bits(plane: NDArray[Any], shift: int) -> Bytes:
    if plane.dtype == np.uint8:
        return plane
    return np.minimum(plane >> shift, 255).astype(np.uint8) if shift else plane.astype(np.uint8)


def _fields_blended(picture: Bytes) -> Bytes:
    """Each line averaged with the next, of the other field: pictures too small to be halved keep no combs."""
    below = np.concatenate([picture[1:], picture[-1:]])
    return cv2.addWeighted(picture, 0.5, below, 0.5, 0).astype(np.uint8)


_LUMA_FROM_FULL = np.round(16 + np.arange(256) * 219 / 255).astype(np.uint8)
_CHROMA_FROM_FULL = np.round(GRAY_CHROMA + (np.arange(256) - GRAY_CHROMA) * 224 / 255).astype(np.uint8)


def _gradient(small: Bytes) -> Bytes:
    across = cv2.convertScaleAbs(cv2.Sobel(small, cv2.CV_16S, 1, 0, ksize=3), alpha=0.5)
    down = cv2.convertScaleAbs(cv2.Sobel(small, cv2.CV_16S, 0, 1, ksize=3), alpha=0.5)
    return cv2.add(across, down).astype(np.uint8)


def still(frame: VideoFrame, film: Film) -> bytes:
    """A frame as WebP, `STILL_SIDE` pixels on its longer side: without bars, upright, in its display aspect."""
    x, y, w, h = active_area(frame, film)
    aspect = float(film.video.pixel_aspect)
    scale = STILL_SIDE / max(w * aspect, h)
    width, height = max(1, round(frame.width * aspect * scale)), max(1, round(frame.height * scale))
    picture = frame.reformat(width=width, height=height, format="bgr24").to_ndarray()
    left, top = round(x * aspect * scale), round(y * scale)
    cut = picture[top : top + max(1, round(h * scale)), left : left + max(1, round(w * aspect * scale))]
    upright = Orientation(film.video.rotation, film.video.mirrored).apply(cut)
    return _webp(upright)


def _webp(picture: Bytes) -> bytes:
    """A picture (h, w, 3), blue first, as WebP. By FFmpeg's coder, since OpenCV's cannot be told to take less time."""
    shown = av.VideoFrame.from_ndarray(np.ascontiguousarray(picture), format="bgr24").reformat(format="yuv420p")
    shown.pts = 0
    coder = av.CodecContext.create("libwebp", "w")
    coder.width, coder.height, coder.pix_fmt, coder.time_base = shown.width, shown.height, "yuv420p", Fraction(1)
    coder.options = {"quality": str(STILL_QUALITY), "compression_level": str(STILL_EFFORT)}
    return b"".join(bytes(packet) for packet in (*coder.encode(shown), *coder.encode(None)))
