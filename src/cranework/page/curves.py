"""A signal has a value for each frame, a screen has a pixel for some hundred frames.

The whole film is drawn from buckets, which lie in the page as plain numbers; what one sees closer comes from a packed
row of all frames, which the page unpacks when it is first needed.
"""

from __future__ import annotations

import base64
import zlib
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

MOST_BUCKETS = 2_000  # about one for each pixel of a wide screen; a curve of it weighs some 40 KB
DIGITS = 4  # significant ones: finer than a lane's height in pixels and than its readout
STEPS = 4_094  # of a packed value, from the lowest to the highest: a hundredth of a lane's pixel
LOW_BYTE = 0xFF


def bucket_edges(frames: int, most: int = MOST_BUCKETS) -> NDArray[np.int64]:
    """First frame of each bucket and, last, the number of frames: int64, shape (buckets + 1,)."""
    buckets = min(frames, most)
    return np.arange(buckets + 1, dtype=np.int64) * frames // max(buckets, 1)


def reduce_curve(values: NDArray[Any], edges: NDArray[np.int64]) -> dict[str, list[float | None]]:
    """The lowest, highest and mean value of each bucket, None where a bucket holds no number.

    Args:
        values: one number for each frame, shape (frames,).
        edges: as `bucket_edges` gives them.

    Returns:
        `mean` and, where buckets hold more than one frame, `low` and `high`: a list with one entry for each bucket.
    """
    starts = edges[:-1]
    if not len(starts):
        return {"mean": []}
    exact = np.asarray(values, dtype=np.float64)
    known = np.isfinite(exact)
    count = np.add.reduceat(known, starts, dtype=np.int64)
    total = np.add.reduceat(np.where(known, exact, 0.0), starts)
    reduced = {"mean": _numbers(total / np.maximum(count, 1), count)}
    if len(starts) < len(exact):
        reduced["low"] = _numbers(np.minimum.reduceat(np.where(known, exact, np.inf), starts), count)
        reduced["high"] = _numbers(np.maximum.reduceat(np.where(known, exact, -np.inf), starts), count)
    return reduced


def pack_curve(values: NDArray[Any]) -> dict[str, Any] | None:
    """Every frame's value in steps of the signal's range, packed for the browser; None where no frame has one.

    Args:
        values: one number for each frame, shape (frames,).

    Returns:
        `low` and `step`, and `bytes`: base64 of zlib's stream of two rows of bytes, the low and the high ones of
        16-bit numbers, each the difference from the frame before. A number n means low + (n - 1) * step; 0: unknown.
    """
    exact = np.asarray(values, dtype=np.float64)
    known = np.isfinite(exact)
    if not known.any():
        return None
    low, high = float(exact[known].min()), float(exact[known].max())
    step = (high - low) / STEPS
    if not (0 < step < np.inf):  # one value throughout, or values farther apart than numbers reach
        return None
    numbers = np.where(known, np.rint((np.where(known, exact, low) - low) / step) + 1, 0).astype(np.uint16)
    differences = np.diff(numbers, prepend=numbers.dtype.type(0))
    rows = np.concatenate([differences & LOW_BYTE, differences >> 8]).astype(np.uint8)
    return {"low": low, "step": step, "bytes": packed(rows.tobytes())}


def packed(content: bytes) -> str:
    """Base64 of zlib's stream, which every browser unpacks by itself."""
    return base64.b64encode(zlib.compress(content, 9)).decode("ascii")


def _numbers(values: NDArray[np.float64], count: NDArray[np.int64]) -> list[float | None]:
    return [float(f"{value:.{DIGITS}g}") if known else None for value, known in zip(values, count, strict=True)]
