"""SAMI: HTML of a kind, in which every SYNC replaces what its class showed before.

Source: Microsoft, "Understanding SAMI 1.0", 2001.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from cranework.dialogue.cues import LONGEST_CUE, RawCue
from cranework.dialogue.markup import without_comments, without_tags

MARK = re.compile(r"<sami[\s>]", re.IGNORECASE)
SYNC = re.compile(r"<sync\s[^<>]{0,200}?start\s{0,9}=\s{0,9}[\"']?\s{0,9}(-?\d{1,12})[^<>]{0,200}>", re.IGNORECASE)
END = re.compile(r"\send\s{0,9}=\s{0,9}[\"']?\s{0,9}(\d{1,12})", re.IGNORECASE)
PARAGRAPH = re.compile(r"<p(?:\s[^<>]{0,300})?>", re.IGNORECASE)
CLASS = re.compile(r"\sclass\s{0,9}=\s{0,9}[\"']?\s{0,9}([\w-]{1,60})", re.IGNORECASE)
LANGUAGE = re.compile(r"\.([\w-]{1,60})\s{0,20}\{[^{}]{0,400}?\blang\s{0,9}:\s{0,9}([\w-]{2,20})", re.IGNORECASE)


def recognised(text: str) -> bool:
    """Whether it says so of itself, or has a SYNC."""
    return bool(MARK.search(text[:5000]) or SYNC.search(text[:100_000]))


def read(text: str) -> Iterator[RawCue]:
    """The cues of all its languages."""
    first = SYNC.search(text)
    if not first:
        return
    languages = {name.lower(): code for name, code in LANGUAGE.findall(text[: first.start()][:50_000])}
    syncs = SYNC.finditer(text)
    sync: re.Match[str] | None = next(syncs)
    while sync:
        following = next(syncs, None)
        block = text[sync.end() : following.start() if following else len(text)][: 20 * LONGEST_CUE]
        end = END.search(sync[0])
        for name, words in _paragraphs(without_comments(block)):
            spoken = without_tags(re.sub(r"\s+", " ", words))
            told = Fraction(int(end[1]), 1000) if end else None
            yield RawCue(Fraction(int(sync[1]), 1000), told, spoken, languages.get(name, name or None))
        sync = following


def _paragraphs(block: str) -> Iterator[tuple[str, str]]:
    """Class (small letters) and words of each paragraph of one SYNC."""
    marks = list(PARAGRAPH.finditer(block))
    before = block[: marks[0].start()] if marks else block
    if before.strip() or not marks:
        yield "", before
    for mark, following in zip(marks, [*marks[1:], None], strict=False):
        name = CLASS.search(mark[0])
        yield name[1].lower() if name else "", block[mark.end() : following.start() if following else len(block)]
