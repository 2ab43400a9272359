"""SubStation Alpha (SSA v4) and Advanced SubStation (ASS): the lines of the section [Events].

Source: "SSA/ASS specifications", as handed on with Matroska.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cranework.dialogue.cues import RawCue
from cranework.dialogue.markup import without_codes
from cranework.dialogue.times import clock

COLUMNS = ("layer", "start", "end", "style", "name", "marginl", "marginr", "marginv", "effect", "text")
"""What a file without a line of its own for them has."""

MOST_COLUMNS = 50
SECTIONS = re.compile(r"[ \t]{0,9}\[(?:Script Info|Events|V4\+? Styles)\]", re.IGNORECASE)
OLD = re.compile(
    r"[ \t]{0,9}(?:ScriptType:[ \t]{0,9}v4\.00[ \t]{0,9}$|\[V4 Styles\]|Dialogue:[ \t]{0,9}Marked)", re.IGNORECASE
)
DIALOGUE = re.compile(r"[ \t]{0,9}Dialogue:[^,]{0,40},[ \t]{0,20}\d{1,6}:\d", re.IGNORECASE)


def recognised(lines: Sequence[str]) -> bool:
    """Whether a section or a line of dialogue is there."""
    return any(SECTIONS.match(line) or DIALOGUE.match(line) for line in lines)


def is_old(lines: Sequence[str]) -> bool:
    """Whether it is SSA: its version, its section of styles or its first column."""
    return any(OLD.match(line) for line in lines[:2000])


def read(lines: Sequence[str]) -> Iterator[RawCue]:
    """The cues: comments and drawings are none."""
    columns: Sequence[str] = COLUMNS
    section = "[events]"
    for line in lines:
        kind, _, rest = line.partition(":")
        kind = kind.strip().lower()
        if line.lstrip().startswith("[") and line.rstrip().endswith("]"):
            section = line.strip().lower()
        elif kind == "format" and section == "[events]":
            named = [name.strip().lower() for name in rest.split(",", MOST_COLUMNS)]
            columns = named if {"start", "text"} <= set(named) else COLUMNS
        elif kind == "dialogue":
            values = dict(zip(columns, rest.split(",", len(columns) - 1), strict=False))
            start, end = clock(values.get("start", "")), clock(values.get("end", ""))
            if start is not None:
                yield RawCue(start, end, without_codes(values.get("text", "")))
