"""SubRip and WebVTT: a line with two times and an arrow, then the words.

SubRip has no specification; what players accept is read. WebVTT: W3C Candidate Recommendation, 2019, section 6, with
the times of SubRip let pass.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from cranework.dialogue.cues import RawCue
from cranework.dialogue.markup import MOST, entities, without_tags
from cranework.dialogue.times import CLOCK, clock

TIMES = re.compile(rf"[ \t]{{0,40}}({CLOCK})[ \t]{{0,40}}-{{1,4}}(?:>|&gt;)[ \t]{{0,40}}({CLOCK}(?![\w.])|$)")
HEADLESS = re.compile(r"[ \t]{0,9}\d\d:\d\d\.\d{3}[ \t]{0,9}-->")
NUMBER = re.compile(r"[ \t]{0,9}(\d{1,9})[ \t]{0,9}$")
VOICE = re.compile(r"<[^<>]{0,500}>")
RUBY = re.compile(r"<rt[^<>]{0,100}>[^<>]{0,500}(?:</rt>|$)")

Times = tuple[Fraction, Fraction | None]


def is_webvtt(lines: Sequence[str]) -> bool:
    """Whether the first words are WebVTT's, or the first times are such as only WebVTT writes."""
    first = next((line.strip() for line in lines if line.strip()), "")
    if re.match(r"WEBVTT(?:[ \t#-]|$)", first):
        return True
    return bool(HEADLESS.match(next((line for line in lines if _times(line)), "")))


def is_subrip(lines: Sequence[str]) -> bool:
    """Whether there is a line of two times and an arrow."""
    return any(_times(line) for line in lines)


def _times(line: str) -> Times | None:
    match = TIMES.match(line) if ">" in line or "&gt;" in line else None
    start = clock(match[1]) if match else None
    return (start, clock(match[2])) if match and start is not None else None


def webvtt(lines: Sequence[str]) -> Iterator[RawCue]:
    """Cues of WebVTT; remarks, styles and regions have no times and are none."""
    times: Times | None = None
    words: list[str] = []
    for line in [*lines, ""]:
        found = _times(line)
        if found or not line:
            if times:
                yield RawCue(*times, _spoken("\n".join(words)))
            times, words = found, []
        elif times:
            words.append(line)


def _spoken(text: str) -> str:
    return entities(VOICE.sub("", RUBY.sub("", text[:MOST])))


def subrip(lines: Sequence[str]) -> Iterator[RawCue]:
    """Cues of SubRip: numbers may be wrong or missing, and blank lines may stand within a cue."""
    times: Times | None = None
    words: list[str] = []
    number = 0
    for line in lines:
        if not (found := _times(line)):
            words.append(line)
            continue
        following = _take_number(words, number)
        if times:
            yield RawCue(*times, _own(words, number))
        times, words, number = found, [], following
    if times:
        yield RawCue(*times, _own(words, number))


def _take_number(words: list[str], number: int) -> int:
    """Take the number or name of the next cue off the end of the lines of cue `number`."""
    last = words[-1] if words else ""
    apart = len(words) > 1 and not words[-2].strip()
    match = NUMBER.match(last)
    if last.strip() and (apart or not number or (match and int(match[1]) == number + 1)):
        words.pop()
        return int(match[1]) if match else number + 1
    return number + 1


def _own(words: Sequence[str], number: int) -> str:
    """The text of cue `number`, to where the next number begins a cue whose times are missing or broken."""
    own: list[str] = []
    for i, line in enumerate(words):
        match = NUMBER.match(line)
        if match and i and not words[i - 1].strip() and int(match[1]) == number + 1:
            break
        own.append(line)
    return without_tags("\n".join(own))
