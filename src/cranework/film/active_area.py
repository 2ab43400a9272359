"""Finds the film's picture between bars: letterbox, pillarbox, and the soft dark edges of old film.

Some frames, spread over the whole film, are looked at before it is measured. A line belongs to a bar when it is dark in
all of them. Bars of single shots are another matter (the layer `bars`).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

import av
import numpy as np

from cranework.film.container import choose_stream, opened
from cranework.film.decode import decoded
from cranework.film.timing import MISSING
from cranework.film.views import Batch

if TYPE_CHECKING:
    from av.container import InputContainer
    from av.video.frame import VideoFrame
    from av.video.stream import VideoStream
    from numpy.typing import NDArray

    from cranework.film.model import Film
    from cranework.film.packets import PacketTable

SAMPLES = 60
"""Frames looked at: enough to meet some that are bright up to each edge."""

FEW_KEYS, FRAMES_OF_FEW_KEYS, STEP = 24, 120, 4
"""Where a film has fewer key frames than that: frames decoded in all, of which every fourth is looked at."""

DARK = 28
"""Luma (video range, black is 16) up to which a line is dark: black with compression noise and print fog."""

LIT_SHARE = 0.05
"""A line belongs to the picture where more of its points are lit: a logo in a bar does not make it picture."""

BLACK = 16
"""Luma of black in video range."""

BRIGHT, BRIGHT_SAMPLES = 40, 3
"""So many samples must have a mean luma above this before bars are believed: a dark film shows no bars."""

SOFT_EDGE = 0.015
"""Share of a side that may be cut off further where the picture fades out towards a bar."""

LEAST_SHARE = 0.25
"""Less of a side than this is no picture between bars but a small thing on a dark ground."""


def find(path: str, film: Film, table: PacketTable) -> tuple[int, int, int, int]:
    """The active area: x, y, width, height in coded pixels, even numbers; the whole picture where there are no bars."""
    whole = (0, 0, film.video.width, film.video.height)
    lines, columns, means = [], [], []
    reached = np.zeros(4, bool)
    for luma in _samples(path, film, table):
        lit = luma > DARK
        lines.append((lit.mean(1) > LIT_SHARE, luma.mean(1)))
        columns.append((lit.mean(0) > LIT_SHARE, luma.mean(0)))
        means.append(luma.mean())
        reached |= [side[-1][0][end] for side in (lines, columns) for end in (0, -1)]
        if reached.all():  # no bar is left at any side: further samples, each a key frame to decode, change nothing
            return whole
    if sum(m > BRIGHT for m in means) < BRIGHT_SAMPLES:
        return whole
    (top, bottom), (left, right) = (_edges(*map(np.array, zip(*side, strict=True))) for side in (lines, columns))
    x, width = _in_pixels(left, right, film.video.width, len(columns[0][0]))
    y, height = _in_pixels(top, bottom, film.video.height, len(lines[0][0]))
    if width < LEAST_SHARE * film.video.width or height < LEAST_SHARE * film.video.height:
        return whole
    return x, y, width, height


def _edges(lit: NDArray[np.bool_], means: NDArray[np.float64]) -> tuple[int, int]:
    """First and last + 1 line of the picture, from what each line is in each sample: lit or not, its mean luma.

    Both arrays are (samples, lines).
    """
    count = lit.shape[1]
    inside = np.flatnonzero(lit.any(0))
    if not len(inside):
        return 0, count
    first, end = int(inside[0]), int(inside[-1]) + 1
    typical = np.median(means, 0)
    limit = max(1, round(SOFT_EDGE * count))
    half = (np.median(typical[first:end]) + BLACK) / 2
    if first:
        first += next((i for i in range(limit) if typical[min(first + i, count - 1)] >= half), limit)
    if end < count:
        end -= next((i for i in range(limit) if typical[max(0, end - 1 - i)] >= half), limit)
    return (first, end) if end > first else (0, count)


def _in_pixels(first: int, end: int, full: int, lines: int) -> tuple[int, int]:
    """Start and length in coded pixels, even numbers, from lines of the reduced picture."""
    if first == 0 and end == lines:
        return 0, full
    scale = full / lines
    start = min(full, -(-int(first * scale) // 2) * 2)
    stop = full if end == lines else int(end * scale) // 2 * 2
    return start, max(0, stop - start)


def _samples(path: str, film: Film, table: PacketTable) -> Iterator[NDArray[np.uint8]]:
    """Luma pictures (h, w) spread over the film, reduced, with bars and all, as coded (not turned)."""
    upright = replace(film, video=replace(film.video, rotation=0, mirrored=False))
    for frame in _frames(path, film, table):
        if (frame.width, frame.height) == (film.video.width, film.video.height):
            yield Batch(upright, [frame], 0).luma[0]


def _frames(path: str, film: Film, table: PacketTable) -> Iterator[VideoFrame]:
    """Key frames spread over the film; where it has few, some of the frames that follow them as well."""
    keys = table.pts[table.key & (table.pts != MISSING)]
    chosen = keys[np.unique(np.linspace(0, len(keys) - 1, SAMPLES).round().astype(int))] if len(keys) else []
    with opened(path) as container:
        stream = choose_stream(path, container, film.video.stream)
        if len(chosen) < FEW_KEYS:
            after = FRAMES_OF_FEW_KEYS // max(1, len(chosen))
            for at in chosen if len(chosen) > 1 else [None]:
                if at is None or _sought(container, stream, int(at)):
                    yield from islice(decoded(container, stream, path), 0, after, STEP)
            return
        for at in chosen:
            if _sought(container, stream, int(at)) and (frame := _first(container, stream)) is not None:
                yield frame


def _sought(container: InputContainer, stream: VideoStream, tick: int) -> bool:
    with suppress(av.error.FFmpegError, OSError, ValueError):
        container.seek(tick, stream=stream, backward=True)
        return True
    return False


def _first(container: InputContainer, stream: VideoStream) -> VideoFrame | None:
    """The frame of the next packet alone: the decoder is emptied after it, instead of fed until it gives one."""
    with suppress(av.error.FFmpegError, ValueError, StopIteration):
        packet = next(p for p in container.demux(stream) if p.size)
        frames = [*packet.decode(), *stream.codec_context.decode(None)]
        return frames[0] if frames else None
    return None
