"""The subtitles that lie in the file itself, as text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from cranework.study.layer import Column, Derived, Lane, SourceLayer, SpanKind

if TYPE_CHECKING:
    from cranework.film.model import Film

MOST_CUES, CUE_LENGTH = 50_000, 2_000
"""Cues kept of one film, and characters of one cue: what is longer is not read by anybody."""

CODES = re.compile(r"\{\\[^{}]*\}")
"""What steers how a cue is drawn (Advanced SubStation: {\\i1}); decoders turn other kinds of markup into it."""

HARD_SPACE = "\\h"

UNTOLD_DURATION = Fraction(2)
"""Seconds that a cue is taken to stand where the file does not say."""


class Subtitles(SourceLayer):
    """Text subtitles of all subtitle streams; those that are pictures are left out."""

    name = "subtitles"
    version = 1
    title = "Subtitles"
    meaning = "The text of the subtitles in the film's file, stream by stream."
    gives = (
        SpanKind(
            "subtitles",
            "Subtitles as the file holds them",
            columns=(
                Column("stream", "integer", "The subtitle stream's number in the file"),
                Column("language", "text", "Its language, as the file states it"),
                Column("text", "text", "What is said; lines joined by a newline"),
            ),
            lane=Lane("spans", "#5c7fb8", "subtitles"),
        ),
    )

    def read(self, path: str, film: Film) -> Derived:
        from cranework.film.container import decoder_errors, opened

        languages = {track.stream: track.language for track in film.subtitles}
        rows: list[dict[str, Any]] = []
        with opened(path) as container, decoder_errors(path):
            streams = [s for s in container.streams.subtitles if s.codec_context is not None]
            for packet in container.demux(*streams) if streams else ():
                if len(rows) >= MOST_CUES:
                    break
                for text in _texts(packet):
                    tick = packet.time_base or Fraction(1, 1000)
                    start = (packet.pts or 0) * tick - film.start * film.time_base
                    length = packet.duration * tick if packet.duration else UNTOLD_DURATION
                    number = packet.stream.index
                    rows.append(
                        {
                            "start_time": max(Fraction(0), start),
                            "end_time": max(Fraction(0), start + length),
                            "stream": number,
                            "language": languages.get(number),
                            "text": text[:CUE_LENGTH],
                        }
                    )
        return Derived(spans={"subtitles": sorted(rows, key=lambda r: (r["start_time"], r["stream"]))})


def _texts(packet: Any) -> Iterator[str]:
    """The cues of one packet without codes, lines joined by a newline; nothing where it holds pictures or damage."""
    import av

    if packet.size == 0 or packet.pts is None:
        return
    try:
        cues = packet.decode()
    except (av.error.FFmpegError, ValueError):
        return
    for cue in cues:
        dialogue = getattr(cue, "dialogue", b"")
        text = CODES.sub("", bytes(dialogue).decode("utf-8", "replace"))
        text = text.replace(HARD_SPACE, " ").replace("\r", "").strip()
        if text:
            yield text
