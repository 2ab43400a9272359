"""Tells the format of a text by what stands in it, never by the file's name, and reads its cues."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from cranework.dialogue import arrows, json_forms, numbered, older, sami, scc, substation, timed_lines, ttml
from cranework.dialogue.cues import RawCue
from cranework.dialogue.refusals import Unreadable

LONGEST_LINE, MOST_LINES = 20_000, 400_000
"""Characters kept of one line; lines of one file."""

WEB_PAGE = re.compile(r"\s{0,99}(?:<!DOCTYPE html|<html|<head|<body)", re.IGNORECASE)
INDEX = "# VobSub index file"

Lines = Sequence[str]


@dataclass(frozen=True)
class Found:
    """What a text turned out to be; `assumed` is what it does not say, in words."""

    format: str
    cues: Iterator[RawCue]
    assumed: str = ""


Forms = tuple[tuple[Callable[[Lines], bool], str, Callable[[Lines], Iterator[RawCue]]], ...]

SURE: Forms = (
    (arrows.is_webvtt, "webvtt", arrows.webvtt),
    (scc.recognised, "scc", scc.read),
    (arrows.is_subrip, "srt", arrows.subrip),
)
"""Formats without questions that nothing else is taken for: whether it is one, its name, its cues."""

OTHERS: Forms = (
    (numbered.is_mpl2, "mpl2", numbered.mpl2),
    (timed_lines.is_pair, "sbv", timed_lines.pairs),
    (numbered.is_old_subviewer, "subviewer1", numbered.old_subviewer),
    (numbered.is_lyrics, "lrc", numbered.lyrics),
    (timed_lines.is_tmplayer, "tmp", timed_lines.tmplayer),
    (timed_lines.is_table, "tsv", timed_lines.table),
    (older.is_realtext, "realtext", older.realtext),
    (older.is_mpsub, "mpsub", older.mpsub),
)
"""The same for those that may be found by chance, the surest first."""


def recognize(text: str, film_rate: Fraction | None = None) -> Found:
    """The format of a text and its cues; raises `Unreadable` where it is none that has words."""
    if not text.strip("\0\n\t \ufeff"):
        raise Unreadable("there is nothing in it")
    if text.lstrip().startswith(INDEX):
        raise Unreadable("it is the index of VobSub subtitles", pictures=True)
    if ttml.recognised(text):
        cues, pictures = ttml.read(text)
        read = list(cues)
        if pictures and not any(cue.text.strip() for cue in read):
            raise Unreadable("it holds captions (TTML)", pictures=True)
        return Found("ttml", iter(read))
    if sami.recognised(text):
        return Found("sami", sami.read(text))
    if json_forms.recognised(text) and (form := json_forms.read(text)):
        return Found(*form)
    if text.count("\n") > MOST_LINES:
        raise Unreadable("it has more lines than the subtitles of any film")
    lines = [line[:LONGEST_LINE] for line in text.split("\n")]
    return _plain(lines, SURE) or _with_rates(lines, film_rate) or _plain(lines, OTHERS) or _nothing(text)


def _with_rates(lines: Lines, film_rate: Fraction | None) -> Found | None:
    """Formats that count frames, or have two versions."""
    if substation.recognised(lines):
        return Found("ssa" if substation.is_old(lines) else "ass", substation.read(lines))
    if numbered.is_microdvd(lines):
        stated = numbered.microdvd_rate(lines)
        rate = stated or film_rate or numbered.DEFAULT_RATE
        return Found("microdvd", numbered.microdvd(lines, rate), "" if stated or film_rate else _assumed(rate))
    if timed_lines.is_spruce(lines):
        rate = film_rate or timed_lines.spruce_rate(lines)
        return Found("spruce-stl", timed_lines.spruce(lines, rate), "" if film_rate else _assumed(rate))
    if older.counts_frames(lines):
        rate = film_rate or older.rate(lines) or numbered.DEFAULT_RATE
        return Found("frames", older.frames(lines, rate), "" if film_rate else _assumed(rate))
    return None


def _assumed(rate: Fraction) -> str:
    return f"{float(rate):.6g} frames per second"


def _plain(lines: Lines, forms: Forms) -> Found | None:
    for recognised, name, read in forms:
        if recognised(lines):
            return Found("subviewer2" if name == "sbv" and timed_lines.is_subviewer(lines) else name, read(lines))
    return None


def _nothing(text: str) -> Found:
    if WEB_PAGE.match(text):
        raise Unreadable("it is a web page")
    raise Unreadable("no times of subtitles are in it")
