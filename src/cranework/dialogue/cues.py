"""What every reader of subtitles gives: lines of dialogue with their times, bounded, without what steers a screen."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import islice
from typing import NamedTuple, overload

MOST_CUES, LONGEST_CUE = 50_000, 2_000
"""Cues of one file, and characters kept of one cue: what is longer is not read by anybody in a cinema."""

LONGEST_UNTOLD = Fraction(8)
"""Seconds that a cue stands at most where the file does not say when it ends."""

LATEST = Fraction(1000 * 3600)
"""Seconds: no film is longer than a thousand hours; later times are damage."""

TERMINAL = re.compile(r"\x1b\[[0-9;?]{0,20}[A-Za-z]")
CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ufeff\ufffe\uffff\ud800-\udfff]")
BLANKS = re.compile(r"[ \t\xa0]+")


@dataclass(frozen=True, slots=True)
class Cue:
    """Words on the screen from `start` to `end` (seconds); `text` without codes, its lines joined by a newline."""

    start: Fraction
    end: Fraction
    text: str
    language: str | None = None


class RawCue(NamedTuple):
    """A cue as a format has it: the end may be untold, and a cue without text ends the one before it."""

    start: Fraction
    end: Fraction | None
    text: str
    language: str | None = None


class Cues(Sequence[Cue]):
    """The cues of one file in the order of their times.

    Attributes:
        format: the kind of file, as in ``srt``, ``webvtt``, ``ass``.
        encoding: Python's name of the encoding of its letters, ``binary`` where the format has its own.
        assumed: in words, what the file does not say and was taken for granted, or an empty string.
    """

    def __init__(self, cues: Iterable[Cue], format: str, encoding: str, assumed: str = "") -> None:
        self._cues = tuple(cues)
        self.format, self.encoding, self.assumed = format, encoding, assumed

    @overload
    def __getitem__(self, index: int) -> Cue: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Cue, ...]: ...
    def __getitem__(self, index: int | slice) -> Cue | tuple[Cue, ...]:
        return self._cues[index]

    def __len__(self) -> int:
        return len(self._cues)

    def __repr__(self) -> str:
        return f"Cues({len(self)} cues, format={self.format!r}, encoding={self.encoding!r})"


def settled(raw: Iterable[RawCue]) -> Iterator[Cue]:
    """Cues with text, in order of time: untold ends told, negative times cut off, texts bounded and cleaned.

    An end that is not told is where the next cue of the same language begins. Reads at most one cue more than
    `MOST_CUES`, so that a caller sees that there are too many.
    """
    ordered = sorted((c for c in islice(raw, MOST_CUES + 1) if c.start < LATEST), key=lambda c: c.start)
    nexts = _nexts(ordered)
    for cue, following in zip(ordered, nexts, strict=True):
        text = clean(cue.text)
        end = cue.end
        if end is None:
            end = cue.start + LONGEST_UNTOLD if following is None else min(following, cue.start + LONGEST_UNTOLD)
        if text and (end > 0 or cue.start >= 0):
            start = max(Fraction(0), cue.start)
            yield Cue(start, min(max(start, end), LATEST), text, cue.language)


def _nexts(ordered: Sequence[RawCue]) -> list[Fraction | None]:
    """For each cue the start of the first later one of its language."""
    nexts: list[Fraction | None] = [None] * len(ordered)
    seen: dict[str | None, tuple[Fraction, Fraction | None]] = defaultdict(lambda: (LATEST, None))
    for i in range(len(ordered) - 1, -1, -1):
        start, after = seen[ordered[i].language]
        if start > ordered[i].start:
            after = start if start < LATEST else None
        seen[ordered[i].language] = (ordered[i].start, after)
        nexts[i] = after
    return nexts


def clean(text: str) -> str:
    """Text without control characters, blank lines and runs of blanks."""
    text = CONTROLS.sub("", TERMINAL.sub("", text[: 4 * LONGEST_CUE].replace("\u2028", "\n")))
    lines = (BLANKS.sub(" ", line).strip() for line in text.split("\n"))
    return "\n".join(line for line in lines if line)[:LONGEST_CUE].rstrip()
