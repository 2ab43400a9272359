"""The dialogue that lies inside a film's own file: its tracks of text subtitles."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from cranework.dialogue.cues import MOST_CUES, Cues, RawCue, settled
from cranework.dialogue.markup import entities, without_codes, without_tags
from cranework.errors import NotSubtitles, PictureSubtitles

MOST_STREAMS = 200
DRAWN = {"dvd_subtitle", "hdmv_pgs_subtitle", "dvb_subtitle", "xsub", "dvb_teletext", "arib_caption"}
"""FFmpeg's names of subtitles that are pictures, or that need a decoder which is not built in."""

MARKED_UP = {"subrip", "webvtt", "mov_text", "text"}
"""Codecs whose words FFmpeg hands on with tags of their own."""


@dataclass(frozen=True)
class TrackCues:
    """The cues of one stream; `language` and `title` as the file states them."""

    stream: int
    codec: str | None
    language: str | None
    title: str | None
    cues: Cues


def tracks(path: str | os.PathLike[str]) -> list[TrackCues]:
    """The cues of each text track inside a film, in the order of the file; times count from its first frame.

    Raises `NotSubtitles` where it has no subtitles, `PictureSubtitles` where all are pictures, `NotAFilm` and the
    other errors of a film where it is none.
    """
    from cranework.film.container import decoder_errors, opened

    name = os.fspath(path)
    with opened(name) as container, decoder_errors(name):
        streams = [s for s in container.streams.subtitles[:MOST_STREAMS] if s.codec_context is not None]
        codecs = {s.index: s.codec_context.codec.canonical_name for s in streams}
        drawn = [codec for codec in codecs.values() if codec in DRAWN]
        written = [s for s in streams if codecs[s.index] not in DRAWN]
        if not container.streams.subtitles:
            raise NotSubtitles(name, "there are no subtitles in this film", "name a subtitle file")
        if not written and drawn:
            problem = f"the subtitles in this film ({', '.join(dict.fromkeys(drawn))}) are pictures, not text"
            raise PictureSubtitles(name, problem, "look for the same subtitles as text")
        raw = _raw(container, written, codecs)
        origin = _origin(container)
        return [
            TrackCues(
                s.index,
                codecs[s.index],
                s.metadata.get("language"),
                s.metadata.get("title"),
                Cues(settled(_from(raw[s.index], origin, s.metadata.get("language"))), codecs[s.index], "utf-8"),
            )
            for s in written
        ]


def _origin(container: Any) -> Fraction:
    """Seconds at which the moving picture begins."""
    for stream in container.streams.video:
        if stream.start_time and stream.time_base:
            return Fraction(stream.start_time * stream.time_base)
    return Fraction(0)


def _from(raw: list[RawCue], origin: Fraction, language: str | None) -> Iterator[RawCue]:
    for cue in raw:
        yield RawCue(cue.start - origin, None if cue.end is None else cue.end - origin, cue.text, language)


def _raw(container: Any, streams: list[Any], codecs: dict[int, str]) -> dict[int, list[RawCue]]:
    """The cues of each stream by its number, until there are too many or the file breaks off."""
    import av

    found: dict[int, list[RawCue]] = {s.index: [] for s in streams}
    count = 0
    packets = container.demux(*streams) if streams else iter(())
    while count < MOST_CUES:
        try:
            packet = next(packets)
        except (StopIteration, av.error.FFmpegError, ValueError):
            break
        if packet.size == 0 or packet.pts is None:
            continue
        number = packet.stream.index
        tick = packet.time_base or Fraction(1, 1000)
        start = packet.pts * tick
        end = start + packet.duration * tick if packet.duration else None
        for text in _texts(packet, codecs[number]):
            found[number].append(RawCue(start, end, text))
            count += 1
    return found


def _texts(packet: Any, codec: str) -> Iterator[str]:
    """The words of one packet; none where it holds pictures or damage."""
    import av

    try:
        cues = packet.decode()
    except (av.error.FFmpegError, OSError, ValueError):
        return
    for cue in cues:
        words = bytes(getattr(cue, "dialogue", b"")).decode("utf-8", "replace")
        words = without_codes(words)
        yield without_tags(words) if codec in MARKED_UP else entities(words)
