"""Distances between frame t and frame t + k: every signal of transitions is read from these alone.

Of the small pictures only the squared distances are kept, for a few lags k, whole and in 24 blocks. Cuts, mixtures,
returns, persistence and borders are all visible in them; so is the distance of normalised pictures, by algebra.
The pictures are bytes, so the sums are whole numbers that float32 holds exactly: in whatever order and in whatever
chunks they are added, the result is the same.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from cranework.editing.pictures import Pictures

Floats = NDArray[np.floating[Any]]
"""float32 in fact, wherever there is one value for each frame or more."""

REACH = 96
"""Frames on each side that the signals of a frame look at: to the ends of the longest mixture, and as far beyond."""

BLOCKS_Y, BLOCKS_X = 4, 6
BLOCKS = BLOCKS_Y * BLOCKS_X
RANGE_LUMA, RANGE_CHROMA = 219.0, 224.0  # code values from black to white, and of the full range of color
BLACK, GRAY = 16.0, 128.0
STEADY_LUMA, STEADY_EDGES = 0.01, 0.004  # added to deviations, so that plain pictures do not blow up their noise
PLAIN = 0.035
"""Deviation of luma (0..1) under which a picture counts as plain."""

SHIFT = 16  # largest shift undone on the projections, in 80ths of the width: a whip pan between two frames


class Distances:
    """Distances within a run of frames: REACH frames, then those spoken of, then REACH frames again.

    Each answer has one value (or one column of 24 blocks) for each frame spoken of; a pair (a, b) means the frames
    t + a and t + b. Luma counts from 0 (black) to 1 (white). The deviation, `std`, is that of the small picture.
    """

    def __init__(self, pictures: Pictures) -> None:
        self._frames = len(pictures)
        self.count = self._frames - 2 * REACH
        blocks = pictures.luma.reshape(self._frames, BLOCKS_Y, 7, BLOCKS_X, 8).transpose(0, 1, 3, 2, 4)
        self._luma = _Lags(blocks.reshape(self._frames, BLOCKS, -1))
        self._details = _Lags(_details(pictures.luma).reshape(self._frames, 1, -1))
        self._edges = _Lags(pictures.edges.reshape(self._frames, 1, -1))
        self._chroma = _Lags(pictures.chroma.reshape(self._frames, 1, -1), zero=GRAY)
        self._bins = _Lags(pictures.bins.reshape(self._frames, 1, -1))
        self._cols, self._rows = (np.ascontiguousarray(p.T) for p in (pictures.cols, pictures.rows))
        self._moments = _moments(self._luma, BLACK, RANGE_LUMA)
        self._edge_moments = _moments(self._edges, 0.0, RANGE_LUMA)
        self._cache: dict[tuple[str, int], Floats] = {}

    def mean(self, offset: int = 0) -> Floats:
        """Mean luma of frame t + offset."""
        return self._row(self._moments[0].astype(np.float32), offset)

    def std(self, offset: int = 0) -> Floats:
        """Deviation of the luma of frame t + offset."""
        return self._row(np.sqrt(self._moments[1]).astype(np.float32), offset)

    def energy(self, offset: int = 0) -> Floats:
        """Mean strength of edges in frame t + offset."""
        return self._row(self._edge_moments[0].astype(np.float32), offset)

    def step(self, offset: int = 0) -> Floats:
        """Root mean square change of luma into frame t + offset, from the frame before."""
        return self._row(self.steps, offset - 1)

    @cached_property
    def steps(self) -> Floats:
        """The same for the whole run, without its first frame: (frames - 1,)."""
        return np.asarray(np.sqrt(self._lag("luma", 1).mean(0)))

    def blocks(self, a: int, b: int) -> Floats:
        """(24, count) mean squared difference of luma, block by block."""
        return self._row(self._lag("luma", b - a), a)

    def block_steps(self, around: int) -> Floats:
        """(24, count + 2 * around) mean squared change of each block into each frame, with frames around."""
        steps = self._lag("luma", 1)
        return steps[:, REACH - 1 - around : REACH - 1 + self.count + around]

    def rms(self, a: int, b: int) -> Floats:
        """Mean over the blocks of the root mean square difference."""
        return self._row(self._lag("rms", b - a), a)

    def low(self, a: int, b: int) -> Floats:
        """The seventh smallest root mean square difference of a block: something stayed where it was."""
        return self._row(self._lag("low", b - a), a)

    def ncc(self, a: int, b: int) -> Floats:
        """Mean squared distance of the normalised luma: 2 (1 - correlation); deaf to lamp and exposure."""
        return self._row(self._lag("ncc", b - a), a)

    def edges(self, a: int, b: int) -> Floats:
        """The same for edges: deaf to light, sees structure (Zabih, Miller, Mai, 1995)."""
        return self._row(self._lag("edges", b - a), a)

    def ghost(self, a: int, b: int) -> Floats:
        """Correlation of the details: what one picture still (or already) shows of the other, laid over it or not."""
        return self._row(self._lag("ghost", b - a), a)

    def chroma(self, a: int, b: int) -> Floats:
        """Mean squared difference of color."""
        return self._row(self._lag("chroma", b - a), a)

    def bins(self, a: int, b: int) -> Floats:
        """Hellinger distance of the histograms (squared, per bin): insensitive to movement."""
        return self._row(self._lag("bins", b - a), a)

    def shifted(self, a: int, b: int) -> Floats:
        """Difference of the projections after the best shift of the whole picture: pans and jolts become small."""
        return self._row(self._lag("shifted", b - a), a)

    def _row(self, values: Floats, offset: int) -> Floats:
        return values[..., REACH + offset : REACH + offset + self.count]

    def _lag(self, name: str, lag: int) -> Floats:
        if (name, lag) not in self._cache:
            measure: dict[str, Callable[[int], Floats]] = {
                "luma": lambda k: self._luma.mean_square(k) / np.float32(RANGE_LUMA**2),
                "chroma": lambda k: self._chroma.mean_square(k)[0] / np.float32(RANGE_CHROMA**2),
                "bins": lambda k: self._bins.mean_square(k)[0] / np.float32(255**2),
                "rms": lambda k: np.sqrt(self._lag("luma", k)).mean(0),
                "low": lambda k: np.sqrt(np.partition(self._lag("luma", k).T.copy(), 6, axis=1)[:, 6]),
                "ncc": lambda k: _normalised(self._lag("luma", k).mean(0), self._moments, k, STEADY_LUMA),
                "edges": lambda k: _normalised(
                    self._edges.mean_square(k)[0] / RANGE_LUMA**2, self._edge_moments, k, STEADY_EDGES
                ),
                "ghost": lambda k: self._details.correlation(k)[0],
                "shifted": lambda k: _shifted(self._cols, k) + _shifted(self._rows, k),
            }
            self._cache[name, lag] = measure[name](lag)
        return self._cache[name, lag]


class _Lags:
    """Mean squared differences of rows of bytes at any lag, by |a - b|^2 = |a|^2 + |b|^2 - 2 ab."""

    def __init__(self, values: NDArray[np.uint8] | NDArray[np.int16], zero: float = 0.0) -> None:
        self.values = values.astype(np.float32) - np.float32(zero)
        self.squares = np.einsum("nbi,nbi->bn", self.values, self.values)

    def mean_square(self, lag: int) -> Floats:
        """(blocks, frames - lag) for the pairs (t, t + lag)."""
        cross = np.einsum("nbi,nbi->bn", self.values[:-lag], self.values[lag:])
        total = self.squares[:, :-lag] + self.squares[:, lag:] - 2 * cross
        return np.asarray(np.maximum(total, 0) / np.float32(self.values.shape[-1]))

    def correlation(self, lag: int) -> Floats:
        """(blocks, frames - lag) of values whose mean is 0, for the pairs (t, t + lag)."""
        cross = np.einsum("nbi,nbi->bn", self.values[:-lag], self.values[lag:])
        return np.asarray(cross / np.sqrt(self.squares[:, :-lag] * self.squares[:, lag:] + np.float32(1)))


def _details(luma: NDArray[np.uint8]) -> NDArray[np.int16]:
    """(n, 28, 48) to (n, 26, 46): each cell against the mean of its eight neighbors, times eight."""
    wide = luma.astype(np.int16)
    rows = wide[:, :-2] + wide[:, 1:-1] + wide[:, 2:]
    around = rows[:, :, :-2] + rows[:, :, 1:-1] + rows[:, :, 2:]
    return np.asarray(9 * wide[:, 1:-1, 1:-1] - around, np.int16)


def _moments(lags: _Lags, zero: float, span: float) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Mean and variance of each frame, with `zero` taken as 0 and `zero + span` as 1."""
    size = lags.values.shape[1] * lags.values.shape[2]
    mean = lags.values.sum(2).sum(1, dtype=np.float64) / size
    square = lags.squares.sum(0, dtype=np.float64) / size
    return (mean - zero) / span, np.maximum(square - mean * mean, 0) / span**2


def _normalised(
    square: Floats, moments: tuple[NDArray[np.float64], NDArray[np.float64]], lag: int, steady: float
) -> Floats:
    """Mean squared distance of (F - mean) / (deviation + steady), from that of F: no second look at the pictures.

    With u, v = 1 / (deviation + steady) of the two pictures: u^2 var F + v^2 var G - 2 u v cov(F, G).
    """
    mean, variance = moments
    scale = 1 / (np.sqrt(variance) + steady)
    u, v, p, q = scale[:-lag], scale[lag:], variance[:-lag], variance[lag:]
    drift = mean[lag:] - mean[:-lag]
    distance = (u - v) * (u * p - v * q) + u * v * (square - drift * drift)
    return np.maximum(distance, 0).astype(np.float32)


def _shifted(profile: NDArray[np.uint8], lag: int) -> Floats:
    """Smallest mean absolute difference over shifts of a profile (length, frames), for the pairs (t, t + lag)."""
    length = len(profile)
    first, second = profile[:, :-lag], profile[:, lag:]
    best = np.full(first.shape[1], np.inf, np.float32)
    for shift in range(-SHIFT, SHIFT + 1):
        a = first[max(shift, 0) : length + min(shift, 0)]
        b = second[max(-shift, 0) : length - max(shift, 0)]
        total = cv2.reduce(cv2.absdiff(a, b), 0, cv2.REDUCE_SUM, dtype=cv2.CV_32S)[0]
        np.minimum(best, total.astype(np.float32) / np.float32(len(a)), out=best)
    return best / np.float32(RANGE_LUMA)
