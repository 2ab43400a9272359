"""Small pictures of each frame, computed once and shared by all layers that look at frames.

| view | shape | what |
|---|---|---|
| `luma` | (n, h, w) | the Y plane without bars, upright, halved until its longer side is 320 to 639 |
| `small` | (n, 90, 160) | `luma` at one fixed size, whatever the film's |
| `gradient` | (n, 90, 160) | how strongly `small` changes from point to point |
| `chroma` | (n, h, w, 2) | the U and V planes without bars, upright, halved until the longer side is 48 to 95 |

All are unsigned bytes in video range (luma 16 to 235, chroma 16 to 240 with gray at 128), whatever the film's depth and
range. Halving again and again averages lines of both fields, so interlaced pictures show no combs. Large progressive
pictures are not read whole, see `MOST_LINE_STEP`.
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

MOST_LINE_STEP = 4
"""Where a plane is halved several times, the first time reads only every second line, or every fourth: large pictures
lie outside of the processor's caches, and reading them is what takes time. Of interlaced ones all lines are read."""

SMALL_WIDTH, SMALL_HEIGHT = 160, 90

STILL_SIDE, STILL_QUALITY, STILL_EFFORT = 320, 75, 0
"""Pixels of a still's longer side, its WebP quality, and how hard the coder tries (of 6; the default, 4, takes more
than three times as long for a fifth of the size): a picture to recognise a shot by in about 9 kB."""

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
        if self.luma.shape[1:] == (3 * SMALL_HEIGHT, 3 * SMALL_WIDTH):
            return _thirds(self.luma)
        size = (SMALL_WIDTH, SMALL_HEIGHT)
        return np.stack([cv2.resize(p, size, interpolation=cv2.INTER_AREA) for p in self.luma])

    @cached_property
    def gradient(self) -> Bytes:
        """See the table above: half the sum of the Sobel filter's two magnitudes, cut off at 255."""
        return _gradients(self.small)

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
        small = _eight_bits(_halved(one.luma, LUMA_SIDE, one.interlaced), one.shift)
        if one.interlaced and small.shape[0] == one.luma.shape[0]:
            small = _fields_blended(small)
        upright = _sized(self._turn.apply(small), self._luma_shape)
        return _LUMA_FROM_FULL[upright] if one.full_range else upright

    def _chroma(self, one: Planes) -> Bytes:
        halved = (_halved(plane, CHROMA_SIDE, one.interlaced) for plane in one.chroma)
        both = cv2.merge([_eight_bits(plane, one.shift) for plane in halved])
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


def _halved(plane: NDArray[Any], side: int, interlaced: bool) -> NDArray[Any]:
    """Halved again and again, each time by the mean of four neighbors, while the longer side has 2 * `side` or more."""
    step = 1 if interlaced else _line_step(plane.shape, side)
    if step > 1:
        lines = plane[: len(plane) // (2 * step) * 2 * step : step]
        plane = np.repeat(_half(lines), step, axis=0)
    while max(plane.shape) >= 2 * side:
        plane = _half(plane)
    return plane


def _line_step(shape: tuple[int, ...], side: int) -> int:
    """Of how many lines the first halving reads one: 1, 2 or 4, at most as many as those after it make one line of."""
    longer, step = max(shape), 1
    while step < MOST_LINE_STEP and longer >= 4 * side * step and shape[0] >= 4 * step:
        step *= 2
    return step


def _half(plane: NDArray[Any]) -> NDArray[Any]:
    height, width = plane.shape
    even = plane[: max(1, height // 2 * 2), : max(1, width // 2 * 2)]
    return cv2.resize(even, (max(1, width // 2), max(1, height // 2)), interpolation=cv2.INTER_AREA)


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


def _thirds(pictures: Bytes) -> Bytes:
    """Pictures (n, 3 h, 3 w) at a third of their sides, (n, h, w): of 1080 and 2160 lines, among others.

    Just what INTER_AREA gives, which takes half as long again for it.
    """
    count, height, width = pictures.shape
    tall = cv2.blur(pictures.reshape(-1, width), (3, 3))  # of all at once; the means kept never reach over an edge
    return np.asarray(tall[1::3, 1::3], np.uint8, order="C").reshape(count, height // 3, width // 3)


def _gradients(small: Bytes) -> Bytes:
    """Of all at once, as one tall picture with mirrored lines between: a call costs more than a picture."""
    tall = np.concatenate([small[:, 1:2], small, small[:, -2:-1]], axis=1).reshape(-1, SMALL_WIDTH)
    across, down = (cv2.convertScaleAbs(slope, alpha=0.5) for slope in cv2.spatialGradient(tall))
    both = cv2.add(across, down).reshape(len(small), -1, SMALL_WIDTH)
    return np.asarray(both[:, 1:-1], np.uint8, order="C")


def still(frame: VideoFrame, film: Film, side: int = STILL_SIDE) -> bytes:
    """A frame as WebP, `side` pixels on its longer side: without bars, upright, in its display aspect."""
    x, y, w, h = active_area(frame, film)
    aspect = float(film.video.pixel_aspect)
    scale = side / max(w * aspect, h)
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
