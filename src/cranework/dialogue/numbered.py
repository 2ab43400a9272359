"""Formats in which every cue is one line that begins with its times in brackets: MicroDVD, MPL2, LRC, SubViewer 1."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from cranework.dialogue.cues import RawCue
from cranework.dialogue.times import NTSC, clock, frames_per_second

MICRODVD = re.compile(r"[ \t]{0,9}\{\s?(-?\d{1,9})\s?\}\{\s?(\d{0,9})\s?\}(.*)$")
CODE = re.compile(r"\{[A-Za-z]{1,2}:[^{}]{0,100}\}")
RATE = re.compile(r"\s{0,9}[\d.,]{1,12}\s{0,9}(?:fps)?\s{0,9}", re.IGNORECASE)
SLASH = re.compile(r"^[ \t]{0,9}[/\\_]{1,3}", re.MULTILINE)
MPL2 = re.compile(r"[ \t]{0,9}\[\s?(-?\d{1,9})\s?\][ \t]{0,9}\[\s?(\d{0,9})\s?\](.*)$")
LYRIC = re.compile(r"[ \t]{0,9}\[(\d{1,5}:\d{1,2}(?::\d{1,2})?(?:[.:,]\d{1,3})?)\]")
LYRIC_WORD = re.compile(r"<\d{1,5}:\d{1,2}(?:[.:]\d{1,3})?>")
LYRIC_TAG = re.compile(r"[ \t]{0,9}\[(?:ti|ar|al|au|by|re|ve|length|offset|la|id|#):.*\][ \t]{0,9}$", re.IGNORECASE)
OFFSET = re.compile(r"[ \t]{0,9}\[offset:\s{0,9}([+-]?\d{1,9})\s{0,9}\]", re.IGNORECASE)
OLD_SUBVIEWER = re.compile(r"[ \t]{0,9}\[(\d{1,3}:\d{1,2}:\d{1,2}(?:[.,]\d{1,3})?)\][ \t]{0,9}$")
FOOT = re.compile(r"[ \t]{0,9}(?:\[END\]|\*{3})", re.IGNORECASE)

TENTH = Fraction(1, 10)
MOST_STAMPS = 100
DEFAULT_RATE = NTSC[24]
"""What players take where a MicroDVD file does not say for which rate it was made."""


def is_microdvd(lines: Sequence[str]) -> bool:
    """Whether there is a line that begins with two frames' numbers in braces."""
    return any(MICRODVD.match(line) for line in lines)


def microdvd_rate(lines: Sequence[str]) -> Fraction | None:
    """The rate that the first line states, if it states one."""
    for line in lines:
        if match := MICRODVD.match(line):
            return frames_per_second(match[3]) if _is_head(match) else None
    return None


def _is_head(match: re.Match[str]) -> bool:
    return match[1] in ("0", "1") and match[2] in ("0", "1")


def microdvd(lines: Sequence[str], rate: Fraction) -> Iterator[RawCue]:
    """The cues, at `rate` frames per second; a first line that states a rate is none."""
    first = True
    for line in lines:
        if match := MICRODVD.match(line):
            start, end, text = match.groups()
            if not (first and _is_head(match) and RATE.fullmatch(text)):
                yield RawCue(int(start) / rate, int(end) / rate if end else None, _bars(CODE.sub("", text)))
            first = False


def is_mpl2(lines: Sequence[str]) -> bool:
    """Whether there is a line that begins with two numbers in square brackets."""
    return any(MPL2.match(line) for line in lines)


def mpl2(lines: Sequence[str]) -> Iterator[RawCue]:
    """The cues; times are tenths of a second."""
    for line in lines:
        if match := MPL2.match(line):
            start, end, text = match.groups()
            yield RawCue(int(start) * TENTH, int(end) * TENTH if end else None, _bars(CODE.sub("", text)))


def _bars(text: str) -> str:
    """Lines are parted by bars; a slash at the beginning of one sets it in italics."""
    return SLASH.sub("", text.replace("|", "\n"))


def is_lyrics(lines: Sequence[str]) -> bool:
    """Whether there is a line of LRC: a time in square brackets before the words."""
    return any(LYRIC.match(line) for line in lines)


def lyrics(lines: Sequence[str]) -> Iterator[RawCue]:
    """The cues of LRC: a line may have several times; a positive offset means earlier."""
    offset = next((int(m[1]) for m in map(OFFSET.match, lines) if m), 0)
    for line in lines:
        stamps: list[str] = []
        while (match := LYRIC.match(line)) and len(stamps) < MOST_STAMPS:
            stamps.append(match[1])
            line = line[match.end() :]
        for stamp in stamps:
            if (time := _lyric_time(stamp)) is not None:
                yield RawCue(time - Fraction(offset, 1000), None, LYRIC_WORD.sub("", line))


def _lyric_time(stamp: str) -> Fraction | None:
    """Minutes and seconds; a third part after a colon is hundredths, as some players write it."""
    return clock(stamp[::-1].replace(":", ".", 1)[::-1] if stamp.count(":") == 2 and "." not in stamp else stamp)


def is_old_subviewer(lines: Sequence[str]) -> bool:
    """Whether there is a line that is nothing but a time of hours, minutes and seconds in square brackets."""
    return any(OLD_SUBVIEWER.match(line) for line in lines)


def old_subviewer(lines: Sequence[str]) -> Iterator[RawCue]:
    """The cues of SubViewer 1: a time, the words, and a time with no words, at which they go."""
    start: Fraction | None = None
    words: list[str] = []
    for line in [*lines, "[0:00:00]"]:
        if match := OLD_SUBVIEWER.match(line):
            if start is not None:
                yield RawCue(start, None, "\n".join(words).replace("|", "\n"))
            start, words = clock(match[1]), []
        elif not FOOT.match(line):
            words.append(line)
