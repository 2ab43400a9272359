"""Films and pictures made for the tests of what a film is, and a decoding of them that shares nothing with ours."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import numpy as np
from av.video.frame import VideoFrame
from numpy.typing import NDArray

from cranework.film.model import Film, Video

Decoded = list[tuple[int | None, str]]
"""For each frame its time stamp and the hash of its first plane."""


def film_of(width: int, height: int, **changes: Any) -> Film:
    """A film of this coded size, upright, with square pixels and no bars, but for `changes` of it or of its video."""
    video: dict[str, Any] = {
        "stream": 0, "codec": "h264", "width": width, "height": height, "display_width": width,
        "display_height": height, "rotation": 0, "mirrored": False, "pixel_aspect": Fraction(1),
        "pixel_format": "yuv420p", "bit_depth": 8, "interlaced": None, "color_range": None, "color_space": None,
        "color_primaries": None, "color_transfer": None, "hdr": None,
    }  # fmt: skip
    film: dict[str, Any] = {
        "name": "made", "size": 1, "fingerprint": "0", "container": "made", "time_base": Fraction(1, 24), "start": 0,
        "frame_rate": Fraction(24), "active_area": (0, 0, width, height),
    }  # fmt: skip
    video.update((name, changes.pop(name)) for name in list(changes) if name in video)
    return Film(video=Video(**video), **{**film, **changes})


def frame_of(planes: Sequence[NDArray[Any]], pix_fmt: str, padding: int = 0xAA) -> VideoFrame:
    """A frame whose planes hold these arrays (h, w), uint8 or uint16; the rest of each row holds `padding`."""
    height, width = planes[0].shape
    frame = VideoFrame(width, height, pix_fmt)
    for plane, values in zip(frame.planes, planes, strict=True):
        rows = np.full((plane.height, plane.line_size), padding, np.uint8)
        raw = np.ascontiguousarray(values).view(np.uint8)
        rows[:, : raw.shape[1]] = raw
        whole = np.full(plane.buffer_size, padding, np.uint8)
        whole[: rows.size] = rows.ravel()
        plane.update(whole.tobytes())
    return frame


def write(
    path: Path,
    pictures: Iterable[NDArray[np.uint8] | VideoFrame],
    *,
    codec: str = "libx264",
    container: str | None = None,
    pix_fmt: str = "yuv420p",
    rate: Fraction | int = 25,
    gop: int = 10,
    ticks: Sequence[int] | None = None,
    options: dict[str, str] | None = None,
    container_options: dict[str, str] | None = None,
    set_up: Any = None,
) -> Path:
    """A film of these pictures: RGB (h, w, 3), gray (h, w), or frames; `ticks` are time stamps in 1 / rate."""
    opened = av.open(str(path), "w", format=container, container_options=container_options or {})
    with _scheduling_kept(), opened as output:
        stream: Any = None
        for index, picture in enumerate(pictures):
            if not isinstance(picture, VideoFrame):
                picture = VideoFrame.from_ndarray(picture, format="rgb24" if picture.ndim == 3 else "gray")
            if stream is None:
                stream = output.add_stream(codec, rate=Fraction(rate))
                stream.width, stream.height, stream.pix_fmt = picture.width, picture.height, pix_fmt
                stream.gop_size, stream.options, stream.thread_count = gop, options or {}, 1
                if set_up is not None:
                    set_up(stream)
            picture.pts, picture.time_base = ticks[index] if ticks else index, 1 / Fraction(rate)
            output.mux(stream.encode(picture))
        output.mux(stream.encode(None))
    return path


@contextmanager
def _scheduling_kept() -> Iterator[None]:
    """Take back what SVT-AV1 does to the thread that calls it as root: it makes it a real-time one of the highest rank.

    Every process started by such a thread inherits that, and two busy ones of a browser hold a machine of two cores up
    for good.
    """
    if not hasattr(os, "sched_getscheduler"):
        yield
        return
    policy, rank = os.sched_getscheduler(0), os.sched_getparam(0)
    try:
        yield
    finally:
        os.sched_setscheduler(0, policy, rank)


def noise(count: int, size: tuple[int, int], seed: int = 0) -> list[NDArray[np.uint8]]:
    """Pictures (h, w, 3) that are all different: a bright square wanders over coarse noise."""
    rng = np.random.default_rng(seed)
    width, height = size
    ground = rng.integers(40, 200, (-(-height // 8), -(-width // 8), 3), np.uint8)
    ground = ground.repeat(8, 0).repeat(8, 1)[:height, :width]
    pictures = []
    for i in range(count):
        picture = ground.copy()
        x, y = 5 * i % max(1, width - 8), 3 * i % max(1, height - 8)
        picture[y : y + 8, x : x + 8] = 30 + 2 * i % 200
        pictures.append(picture)
    return pictures


def straight_decoding(path: Path, stream: int = 0) -> Decoded:
    """One decoding from beginning to end, by the library alone; what it refuses is passed over."""
    found: Decoded = []
    with av.open(str(path)) as container:
        video: Any = container.streams[stream]
        video.thread_count = 1
        packets = container.demux(video)
        while True:
            try:
                for frame in next(packets).decode():
                    found.append((frame.pts, hash_of(frame)))
            except (StopIteration, av.error.EOFError):
                return found
            except av.error.FFmpegError:
                continue


def hash_of(frame: Any) -> str:
    """The hash of a frame's first plane, without its padding."""
    plane = frame.planes[0]
    rows = np.frombuffer(plane, np.uint8)[: plane.height * plane.line_size].reshape(plane.height, -1)
    bytes_a_row = plane.width * max(1, -(-frame.format.components[0].bits // 8))
    return hashlib.sha256(np.ascontiguousarray(rows[:, :bytes_a_row]).data).hexdigest()[:16]
