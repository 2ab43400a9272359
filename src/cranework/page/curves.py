"""A signal has a value for each frame, a screen has a pixel for some hundred frames: curves are reduced to buckets."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

MOST_BUCKETS = 2_000  # about one for each pixel of a wide screen; a curve of it weighs some 40 KB
DIGITS = 4  # significant ones: finer than a lane's height in pixels and than its readout


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


def _numbers(values: NDArray[np.float64], count: NDArray[np.int64]) -> list[float | None]:
    return [float(f"{value:.{DIGITS}g}") if known else None for value, known in zip(values, count, strict=True)]
