"""Makes the small pictures of frames, while they are decoded. Apart, as whoever judges them needs no OpenCV."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from cranework.editing.pictures import SHAPES, Bytes, Pictures

SMALL = (90, 160)
"""Height and width of the luma that the pictures are made from."""

HALF = (45, 80)
LUMA_BINS, CHROMA_BINS = 32, 8
CHROMA_RANGE = (96, 160)  # values near gray, where nearly all colors of films lie


def reduce(small: Bytes, chroma: Bytes, gradient: Bytes) -> Pictures:
    """Make the small pictures of a batch of frames.

    Args:
        small: (N, 90, 160) uint8 luma in video range, the active area alone, reduced with INTER_AREA.
        chroma: (N, h, w, 2) uint8, of the same area, of any size.
        gradient: (N, 90, 160) uint8, |Sobel x| / 2 + |Sobel y| / 2 of `small` (kernel 3), each and the sum saturated.
    """
    count = len(small)
    out = Pictures(**{name: np.empty((count, *shape), np.uint8) for name, shape in SHAPES.items()})
    half, steep = _halved(small), _halved(gradient)
    np.floor_divide(half.sum(1, dtype=np.uint16) + HALF[0] // 2, HALF[0], out=out.cols, casting="unsafe")
    np.floor_divide(half.sum(2, dtype=np.uint16) + HALF[1] // 2, HALF[1], out=out.rows, casting="unsafe")
    for i in range(count):
        out.luma[i] = cv2.resize(half[i], SHAPES["luma"][::-1], interpolation=cv2.INTER_AREA)
        out.edges[i] = cv2.resize(steep[i], SHAPES["edges"][::-1], interpolation=cv2.INTER_AREA)
        out.chroma[i] = cv2.resize(chroma[i], SHAPES["chroma"][1::-1], interpolation=cv2.INTER_AREA)
    np.rint(255 * np.sqrt(_shares(small, out.chroma)), out=out.bins, casting="unsafe")
    return out


def _halved(pictures: Bytes) -> Bytes:
    """(N, 90, 160) to (N, 45, 80): as one tall picture, since both sides halve evenly and a call costs more than it."""
    if len(pictures) == 0:
        return np.empty((0, *HALF), np.uint8)
    tall = np.ascontiguousarray(pictures).reshape(-1, SMALL[1])
    half = cv2.resize(tall, (HALF[1], len(tall) // 2), interpolation=cv2.INTER_AREA)
    return np.asarray(half, np.uint8).reshape(-1, *HALF)


def _shares(small: Bytes, chroma: Bytes) -> NDArray[np.float32]:
    """Histograms: (N, 48), the luma's and each color's with sum 1 (but for colors out of range)."""
    counts = np.empty((len(small), *SHAPES["bins"]), np.float32)
    for i, row in enumerate(counts):
        row[:LUMA_BINS] = cv2.calcHist([small[i]], [0], None, [LUMA_BINS], [0, 256]).ravel()
        for j in (0, 1):
            part = row[LUMA_BINS + j * CHROMA_BINS :][:CHROMA_BINS]
            part[:] = cv2.calcHist([chroma[i]], [j], None, [CHROMA_BINS], CHROMA_RANGE).ravel()
    counts[:, :LUMA_BINS] /= SMALL[0] * SMALL[1]
    counts[:, LUMA_BINS:] /= chroma.shape[1] * chroma.shape[2]
    return counts
