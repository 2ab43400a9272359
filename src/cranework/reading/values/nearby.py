"""Where it is worth looking: patterns are tried only around what every value holds, so that long texts cost little."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

REACH = 48
"""Characters to both sides of an anchor within which a pattern may begin or end."""
_BLANK = re.compile(r"\s|$")


def windows(text: str, anchors: Iterable[int]) -> list[tuple[int, int]]:
    """Stretches around the anchors (ascending), joined where they meet, from blank to blank."""
    found: list[tuple[int, int]] = []
    for at in anchors:
        if found and at + REACH <= found[-1][1]:
            continue
        start = max(0, text.rfind(" ", 0, max(0, at - REACH)) + 1)
        end = at + REACH
        blank = _BLANK.search(text, end, min(len(text), end + REACH)) if end < len(text) else None
        end = blank.start() if blank else min(len(text), end + REACH)
        if found and start <= found[-1][1]:
            start, _ = found.pop()
        found.append((start, end))
    return found


def search(pattern: re.Pattern[str], text: str, stretches: Iterable[tuple[int, int]]) -> Iterator[re.Match[str]]:
    """All matches within the stretches."""
    for start, end in stretches:
        yield from pattern.finditer(text, start, end)
