"""What a film file is: looked at without measuring it, in a worker process, since the file may be hostile."""

from __future__ import annotations

import os
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from cranework.errors import DamagedFilm
from cranework.film import packets, timing
from cranework.film.container import choose_stream, decoder_errors, opened
from cranework.film.decode import decoded
from cranework.film.fingerprint import fingerprint
from cranework.film.model import Film, Track, Video
from cranework.film.orientation import orientation

if TYPE_CHECKING:
    from av.container import InputContainer
    from av.video.frame import VideoFrame
    from av.video.stream import VideoStream

COLOR_RANGES = {1: "limited", 2: "full"}
COLOR_SPACES = {1: "bt709", 4: "fcc", 5: "bt470bg", 6: "smpte170m", 7: "smpte240m", 9: "bt2020nc", 10: "bt2020c"}
COLOR_PRIMARIES = {
    1: "bt709",
    4: "bt470m",
    5: "bt470bg",
    6: "smpte170m",
    7: "smpte240m",
    8: "film",
    9: "bt2020",
    12: "p3",
}
COLOR_TRANSFERS = {
    1: "bt709",
    4: "gamma22",
    5: "gamma28",
    6: "smpte170m",
    8: "linear",
    13: "srgb",
    16: "smpte2084",
    18: "arib-std-b67",
}
HDR = {"smpte2084": "PQ", "arib-std-b67": "HLG"}
"""Numbers of ITU-T H.273 (Coding-independent code points, 2021), tables 2 to 4, in FFmpeg's names."""

MAX_ASPECT = 100
"""A pixel more than a hundred times wider than high (or the reverse) is a lie of the header: taken as square."""

TITLE_LENGTH = 300
"""Characters of a film's own title that are kept."""


@dataclass(frozen=True)
class Probe:
    """A film and what is needed to cut it into segments."""

    film: Film
    packets: packets.PacketTable
    streams: tuple[str, ...]


def probe(path: str, stream: int | None = None) -> Probe:
    """Look at a film file.

    Raises `NotAFilm`, `DamagedFilm`, `DecoderFailed` or `NoPermission`.
    """
    with opened(path) as container, decoder_errors(path):
        chosen = choose_stream(path, container, stream)
        film, streams = _film(path, container, chosen), _streams(container)
    table = packets.read(path, film.video.stream)
    from cranework.film import active_area  # with OpenCV and PyAV, which only they need who look at pictures

    area = active_area.find(path, film, table)
    return Probe(_with_area(film, area), table, streams)


def _with_area(film: Film, area: tuple[int, int, int, int]) -> Film:
    from dataclasses import replace

    return replace(film, active_area=area)


def _film(path: str, container: InputContainer, stream: VideoStream) -> Film:
    frame = next(decoded(container, stream, path), None)
    if frame is None:
        raise DamagedFilm(
            path, "not one picture of its video can be decoded", "it may be encrypted or damaged; copy it again"
        )
    video = _video(stream, frame)
    assert stream.time_base is not None
    return Film(
        name=os.path.basename(path),
        size=os.path.getsize(path),
        fingerprint=fingerprint(path),
        container=container.format.name,
        video=video,
        time_base=stream.time_base,
        start=frame.pts if frame.pts is not None else 0,
        frame_rate=_stated_rate(stream),
        active_area=(0, 0, video.width, video.height),
        title=container.metadata.get("title", "").strip()[:TITLE_LENGTH] or None,
        audio=tuple(_track(s) for s in container.streams.audio),
        subtitles=tuple(_track(s) for s in container.streams.subtitles),
    )


def _video(stream: VideoStream, frame: VideoFrame) -> Video:
    turn = orientation(frame)
    aspect = _pixel_aspect(stream)
    shown = (max(1, round(frame.width * aspect)), frame.height)
    wide, high = shown[::-1] if turn.rotation % 180 else shown
    transfer = COLOR_TRANSFERS.get(int(frame.color_trc))
    return Video(
        stream=stream.index,
        codec=stream.codec_context.name,
        width=frame.width,
        height=frame.height,
        display_width=wide,
        display_height=high,
        rotation=turn.rotation,
        mirrored=turn.mirrored,
        pixel_aspect=aspect,
        pixel_format=frame.format.name,
        bit_depth=max((c.bits for c in frame.format.components), default=8),
        interlaced=_field_order(stream, frame),
        color_range=COLOR_RANGES.get(int(frame.color_range)),
        color_space=COLOR_SPACES.get(int(frame.colorspace)),
        color_primaries=COLOR_PRIMARIES.get(int(frame.color_primaries)),
        color_transfer=transfer,
        hdr=HDR.get(transfer or ""),
    )


def _pixel_aspect(stream: VideoStream) -> Fraction:
    aspect = stream.sample_aspect_ratio
    if stream.codec_context.name == "h263":  # its headers say 12:11 of every picture, whatever was filmed
        return Fraction(1)
    if not aspect or not Fraction(1, MAX_ASPECT) <= aspect <= MAX_ASPECT:
        return Fraction(1)
    return Fraction(aspect)


def _field_order(stream: VideoStream, frame: VideoFrame) -> str | None:
    """`tff`, `bff` or `unknown order` for interlaced pictures, None for progressive ones."""
    order = int(getattr(stream.codec_context, "field_order", 0) or 0)
    if order in (2, 4):  # AV_FIELD_TT, AV_FIELD_TB: the top field is shown (or coded) first
        return "tff"
    if order in (3, 5):
        return "bff"
    return "unknown order" if frame.interlaced_frame else None


def _stated_rate(stream: VideoStream) -> Fraction | None:
    for rate in (stream.average_rate, stream.guessed_rate, stream.base_rate):
        if rate and 0 < rate <= timing.MAX_RATE:
            return Fraction(rate)
    return None


def _track(stream: Any) -> Track:
    context = stream.codec_context
    return Track(
        stream=stream.index,
        codec=context.name if context else None,
        language=stream.language if stream.language not in (None, "und") else None,
        title=stream.metadata.get("title", "")[:TITLE_LENGTH] or None,
    )


def _streams(container: InputContainer) -> tuple[str, ...]:
    """One line for each stream of the file, for `info`."""
    lines = []
    for s in container.streams:
        context = s.codec_context
        lines.append(f"{s.index}: {s.type or 'unknown'}{f', {context.name}' if context else ', no decoder'}")
    return tuple(lines)
