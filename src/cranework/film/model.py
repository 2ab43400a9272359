"""What a film file is, as plain data: made by `probe`, kept in the study, shown in the document."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction


@dataclass(frozen=True)
class Video:
    """The video stream that is studied.

    `width` and `height` are those of the coded picture; `display_width` and `display_height` those that a viewer sees,
    after rotation and pixel aspect. `rotation` is in degrees clockwise that the coded picture is turned for display.
    """

    stream: int
    codec: str
    width: int
    height: int
    display_width: int
    display_height: int
    rotation: int
    mirrored: bool
    pixel_aspect: Fraction
    pixel_format: str
    bit_depth: int
    interlaced: str | None
    color_range: str | None
    color_space: str | None
    color_primaries: str | None
    color_transfer: str | None
    hdr: str | None


@dataclass(frozen=True)
class Track:
    """A sound or subtitle stream of the file."""

    stream: int
    codec: str | None
    language: str | None
    title: str | None


@dataclass(frozen=True)
class Film:
    """One film file.

    `time_base` is seconds for one tick; `start` the tick of the first frame, 0 where the file gives no times.
    `frame_rate` is None where frames do not follow at one rate. `active_area` is x, y, width, height in coded pixels:
    the picture without bars. `duration` is seconds from the first frame to the end of the last, known once all frames
    have been seen. `damage` says in words what could not be read. `fingerprint` tells the film whatever its name is.
    """

    name: str
    size: int
    fingerprint: str
    container: str
    video: Video
    time_base: Fraction
    start: int
    frame_rate: Fraction | None
    active_area: tuple[int, int, int, int]
    duration: Fraction | None = None
    title: str | None = None
    audio: tuple[Track, ...] = ()
    subtitles: tuple[Track, ...] = ()
    damage: tuple[str, ...] = field(default=())


@dataclass(frozen=True)
class Segment:
    """A run of frames that is decoded by itself; depends on the film alone, never on the number of workers.

    With `by_ticks`, `start` and `end` are presentation ticks of key frames, half open, None where the film begins or
    ends. Without, they are numbers of frames in one straight decoding of the film, and `end` is None for the last.
    `last_packet` is the tick of the last packet, in the order of the file, that the segment's frames are made of.
    """

    index: int
    start: int | None
    end: int | None
    by_ticks: bool
    last_packet: int | None = None
