"""The luma and chroma planes of a decoded frame as arrays, whatever the film's pixel format."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from av.video.format import VideoFormat
    from av.video.frame import VideoFrame
    from numpy.typing import NDArray

    from cranework.film.model import Film

GRAY_CHROMA = 128

SWSCALE_FORMAT = "yuv420p"
"""What pictures in other formats (RGB, palette, packed, one bit) are brought to first."""

FULL_RANGE = 2
"""FFmpeg's number for pictures in which black is 0 and white 255."""


@dataclass(frozen=True)
class Planes:
    """The planes of one frame, cut to the active area, not turned: views into the decoder's memory.

    `luma` (h, w) and the two of `chroma` are uint8, or uint16 with `shift` bits more than 8. `full_range`: black is 0.
    """

    luma: NDArray[Any]
    chroma: tuple[NDArray[Any], NDArray[Any]]
    shift: int
    full_range: bool
    interlaced: bool


def planes(frame: VideoFrame, film: Film) -> Planes:
    """The planes of a frame; pictures in formats without such planes are converted."""
    name = frame.format.name
    bits = _bits_of_planes(name)
    full = int(frame.color_range) == FULL_RANGE or name.startswith("yuvj")
    interlaced = frame.interlaced_frame
    if bits is None:
        frame, bits = frame.reformat(format=SWSCALE_FORMAT), 8  # which keeps the range that it is told
    area = active_area(frame, film)
    parts = [_array(plane, bits, frame, area) for plane in frame.planes[:3]]
    gray = np.full((2, 2), GRAY_CHROMA, np.uint8)
    chroma = (parts[1], parts[2]) if len(parts) == 3 else (gray, gray)
    return Planes(parts[0], chroma, bits - 8, full, interlaced)


def active_area(frame: VideoFrame, film: Film) -> tuple[int, int, int, int]:
    """The active area of a frame: the film's, or all of it where a frame has another size than the film's."""
    if (frame.width, frame.height) == (film.video.width, film.video.height):
        return film.active_area
    return 0, 0, frame.width, frame.height


@lru_cache(maxsize=64)
def _bits_of_planes(name: str) -> int | None:
    """Bits of a value in the planes of a pixel format; None where it does not have luma and chroma in planes."""
    from av.video.format import VideoFormat

    kind: VideoFormat = VideoFormat(name)
    bits = max(c.bits for c in kind.components)
    plain = kind.is_planar and not (kind.is_rgb or kind.has_palette or kind.is_bit_stream)
    plain |= name.startswith("gray")
    apart = len({c.plane for c in kind.components}) == len(kind.components)
    return bits if plain and apart and bits <= 16 and not kind.is_big_endian else None


def _array(plane: Any, bits: int, frame: VideoFrame, area: tuple[int, int, int, int]) -> NDArray[Any]:
    """One plane, cut to the active area.

    Rows of a decoded plane carry padding of random content: it is cut off here and nowhere else.
    """
    size, kind = (2, np.uint16) if bits > 8 else (1, np.uint8)
    height, width = plane.height, plane.width
    values: NDArray[Any] = np.frombuffer(memoryview(plane), kind)
    values = values[: height * plane.line_size // size].reshape(height, -1)[:, :width]
    x, y, w, h = area
    if (w, h) == (frame.width, frame.height):
        return values
    across, down = width / frame.width, height / frame.height
    return values[int(y * down) : round((y + h) * down), int(x * across) : round((x + w) * across)]
