"""Formats with bare clock times: TMPlayer, SubViewer 2, the SBV of a video site, Spruce STL, tables with tabs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from cranework.dialogue.cues import RawCue
from cranework.dialogue.markup import without_tags
from cranework.dialogue.times import clock, time_code

TMPLAYER = re.compile(
    r"[ \t]{0,9}(\d{1,3}:\d{1,2}:\d{1,2}(?:\.\d{1,3})?)(?:,(\d{1,2}))?(?:[ \t]{0,9}[:=]|[ \t])[ \t]{0,9}(.*)$"
)
PAIR = re.compile(r"[ \t]{0,9}(\d{1,3}:\d{1,2}:\d{1,2}(?:[.:]\d{1,3})?)[ \t]{0,9},[ \t]{0,9}"
                  r"(\d{1,3}:\d{1,2}:\d{1,2}(?:[.:]\d{1,3})?)[ \t]{0,9}$")  # fmt: skip
SUBVIEWER_HEAD = re.compile(r"[ \t]{0,9}\[(?:INFORMATION|SUBTITLE|COLF|END INFORMATION)\]", re.IGNORECASE)
SUBVIEWER_BREAK = re.compile(r"\[br\]", re.IGNORECASE)
SPRUCE = re.compile(r"[ \t]{0,9}(\d{1,2}):(\d\d):(\d\d)([:;.])(\d\d)[ \t]{0,9},[ \t]{0,9}"
                    r"(\d{1,2}):(\d\d):(\d\d)[:;.](\d\d)[ \t]{0,9},[ \t]{0,9}(.*)$")  # fmt: skip
SPRUCE_CODE = re.compile(r"\^[BIUbiu]")
TABLE = re.compile(r"(\d{1,9}(?:\.\d{1,6})?)\t(\d{1,9}(?:\.\d{1,6})?)\t(.*)$")

PAL, NTSC = Fraction(25), Fraction(30)
"""Frames that a time code of a disc counts in a second."""


def is_spruce(lines: Sequence[str]) -> bool:
    """Whether there is a line of two time codes with frames and words, parted by commas."""
    return any(SPRUCE.match(line) for line in lines)


def spruce_rate(lines: Sequence[str]) -> Fraction:
    """The rate that its frames' numbers allow: Spruce STL does not state it."""
    frames = (int(f) for m in map(SPRUCE.match, lines) if m for f in (m[5], m[9]))
    return NTSC if any(f >= PAL for f in frames) else PAL


def spruce(lines: Sequence[str], rate: Fraction) -> Iterator[RawCue]:
    """The cues of Spruce STL; time codes are those of a film of `rate` frames per second."""
    for line in lines:
        if match := SPRUCE.match(line):
            numbers = [int(match[i]) for i in (1, 2, 3, 5, 6, 7, 8, 9)]
            drop = match[4] == ";"
            start, end = (time_code(four, rate, drop) for four in (numbers[:4], numbers[4:]))
            yield RawCue(start, end, SPRUCE_CODE.sub("", match[10]).replace("|", "\n"))


def is_pair(lines: Sequence[str]) -> bool:
    """Whether there is a line of two times parted by a comma, and nothing else."""
    return any(PAIR.match(line) for line in lines)


def is_subviewer(lines: Sequence[str]) -> bool:
    """Whether it is SubViewer 2: its head, or hundredths of a second, or its breaks of lines."""
    first = next((m[1] for m in map(PAIR.match, lines) if m), "")
    return any(SUBVIEWER_HEAD.match(line) for line in lines[:1000]) or len(first.rpartition(".")[2]) != 3


def pairs(lines: Sequence[str]) -> Iterator[RawCue]:
    """The cues of SubViewer 2 and SBV: a line of two times, then the words."""
    times: tuple[Fraction, Fraction | None] | None = None
    words: list[str] = []
    for line in lines:
        match = PAIR.match(line)
        if match and (start := clock(match[1])) is not None:
            if times:
                yield RawCue(*times, _joined(words))
            times, words = (start, clock(match[2])), []
        elif not SUBVIEWER_HEAD.match(line):
            words.append(line)
    if times:
        yield RawCue(*times, _joined(words))


def _joined(words: Sequence[str]) -> str:
    return without_tags(SUBVIEWER_BREAK.sub("\n", "\n".join(words)).replace("|", "\n"))


def is_tmplayer(lines: Sequence[str]) -> bool:
    """Whether there is a line of a time and words after a colon, an equals sign or a blank."""
    return any(TMPLAYER.match(line) for line in lines)


def tmplayer(lines: Sequence[str]) -> Iterator[RawCue]:
    """The cues of TMPlayer: lines of the same time belong together."""
    time: Fraction | None = None
    words: list[str] = []
    for line in lines:
        match = TMPLAYER.match(line)
        found = clock(match[1]) if match else None
        if not match or found is None:
            continue
        if time is not None and not (found == time and match[2]):
            yield RawCue(time, None, "\n".join(words))
            words = []
        time = found
        words += match[3].split("|")
    if time is not None:
        yield RawCue(time, None, "\n".join(words))


def is_table(lines: Sequence[str]) -> bool:
    """Whether it is a speech recognizer's table: start, end and words, parted by tabs."""
    first = [line for line in lines[:20] if line.strip()][:2]
    return len(first) == 2 and bool(TABLE.match(first[1])) and first[0].lower().startswith("start\tend\ttext")


def table(lines: Sequence[str]) -> Iterator[RawCue]:
    """The cues of such a table; whole numbers are milliseconds."""
    for line in lines:
        if match := TABLE.match(line):
            start, end = (Fraction(t) / (1 if "." in t else 1000) for t in (match[1], match[2]))
            yield RawCue(start, end, match[3])
