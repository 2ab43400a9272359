"""Formats of players that are gone: RealText, MPSub, AQTitle, the tables of Phoenix and PJS, JACOsub."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from cranework.dialogue.cues import RawCue
from cranework.dialogue.markup import without_tags
from cranework.dialogue.times import clock, frames_per_second

REALTEXT = re.compile(
    r"<time\s[^<>]{0,100}?begin\s{0,9}=\s{0,9}[\"']?([\d:.]{1,20})[\"']?([^<>]{0,100})>", re.IGNORECASE
)
REALTEXT_END = re.compile(r"\bend\s{0,9}=\s{0,9}[\"']?([\d:.]{1,20})", re.IGNORECASE)
CLEAR = re.compile(r"<clear\s{0,9}/?>", re.IGNORECASE)
MPSUB = re.compile(r"[ \t]{0,9}FORMAT=(TIME|\d{1,3}(?:\.\d{1,3})?)[ \t]{0,9}$", re.IGNORECASE)
MPSUB_TIMES = re.compile(r"[ \t]{0,9}(-?\d{1,7}(?:\.\d{1,6})?)[ \t]{1,9}(\d{1,7}(?:\.\d{1,6})?)[ \t]{0,9}$")
AQTITLE = re.compile(r"[ \t]{0,9}-->>[ \t]{0,9}(\d{1,9})[ \t]{0,9}$")
QUOTED = re.compile(r"[ \t]{0,9}(\d{1,9})[ \t]{0,9},[ \t]{0,9}(\d{1,9})[ \t]{0,9},[ \t]{0,9}\"(.*)\"[ \t]{0,9}$")
JACOSUB = re.compile(r"[ \t]{0,9}@(\d{1,9})[ \t]{1,9}@(\d{1,9})[ \t]{1,9}(?:[A-Z]{1,9}[A-Z\d]{0,9}[ \t]{1,9})?(.*)$")
TIME_UNIT, JACOSUB_RATE = Fraction(1), Fraction(30)


def _seconds(words: str) -> Fraction | None:
    """RealText's times: a clock, or seconds alone."""
    return Fraction(words) if re.fullmatch(r"\d{1,9}(?:\.\d{1,9})?", words) else clock(words)


def is_realtext(lines: Sequence[str]) -> bool:
    """Whether there is an element `time` with a begin."""
    return any(REALTEXT.search(line) for line in lines[:2000])


def realtext(lines: Sequence[str]) -> Iterator[RawCue]:
    """The cues of RealText."""
    text = "\n".join(lines)
    marks = REALTEXT.finditer(text)
    mark = next(marks, None)
    while mark:
        following = next(marks, None)
        end = REALTEXT_END.search(mark[2])
        words = CLEAR.sub("", text[mark.end() : following.start() if following else len(text)][:20_000])
        start = _seconds(mark[1])
        if start is not None:
            yield RawCue(start, _seconds(end[1]) if end else None, without_tags(words))
        mark = following


def is_mpsub(lines: Sequence[str]) -> bool:
    """Whether a line states the format of MPlayer's own subtitles."""
    return any(MPSUB.match(line) for line in lines[:100])


def mpsub(lines: Sequence[str]) -> Iterator[RawCue]:
    """The cues of MPSub: a pause since the last cue and a length, in seconds or frames, then the words."""
    unit, now = TIME_UNIT, Fraction(0)
    times: tuple[Fraction, Fraction] | None = None
    words: list[str] = []
    for line in [*lines, "0 0"]:
        head, match = MPSUB.match(line), MPSUB_TIMES.match(line)
        if head:
            rate = None if head[1].upper() == "TIME" else frames_per_second(head[1])
            unit = 1 / rate if rate else TIME_UNIT
        elif match:
            if times:
                yield RawCue(*times, "\n".join(words))
            start = now + Fraction(match[1]) * unit
            now = start + Fraction(match[2]) * unit
            times, words = (start, now), []
        else:
            words.append(line)


def counts_frames(lines: Sequence[str]) -> bool:
    """Whether it is AQTitle, Phoenix, PJS or JACOsub, which count frames."""
    return any(AQTITLE.match(line) or QUOTED.match(line) or JACOSUB.match(line) for line in lines)


def rate(lines: Sequence[str]) -> Fraction | None:
    """The rate that JACOsub states or has by its specification; None for the others."""
    if not any(JACOSUB.match(line) for line in lines):
        return None
    stated = (re.match(r"[ \t]{0,9}#T(?:IMERES)?[ \t]{1,9}(\d{1,3})", line) for line in lines)
    return next((frames_per_second(m[1]) for m in stated if m), None) or JACOSUB_RATE


def frames(lines: Sequence[str], rate: Fraction) -> Iterator[RawCue]:
    """The cues, at `rate` frames per second."""
    start: Fraction | None = None
    words: list[str] = []
    for line in [*lines, "-->> 0"]:
        if match := QUOTED.match(line) or JACOSUB.match(line):
            yield RawCue(int(match[1]) / rate, int(match[2]) / rate, match[3].replace("|", "\n").replace("\\n", "\n"))
        elif match := AQTITLE.match(line):
            if start is not None:
                yield RawCue(start, None, "\n".join(words))
            start, words = int(match[1]) / rate, []
        else:
            words.append(line)
