"""Takes away what tells a player how to show a cue, so that the words are left."""

from __future__ import annotations

import re
from html.entities import html5

from cranework.dialogue.cues import LONGEST_CUE

MOST = 10 * LONGEST_CUE
"""Characters of one cue that are looked at: markup may be longer than the words."""

BREAK = re.compile(r"<\s{0,9}br\s{0,9}/?\s{0,9}>", re.IGNORECASE)
TAG = re.compile(r"</?[A-Za-z][^<>]{0,500}>")
CODES = re.compile(r"\{\\[^{}]{0,500}\}")
"""Codes of Advanced SubStation that have found their way into other formats."""

BRACES = re.compile(r"\{([^{}]{0,2000})\}")
DRAWING = re.compile(r"\\p(\d{1,3})")
ENTITY = re.compile(r"&(#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")


def _character(match: re.Match[str]) -> str:
    name = match[1]
    if not name.startswith("#"):
        return html5.get(name + ";", match[0])
    code = int(name[2:], 16) if name[1] in "xX" else int(name[1:])
    return chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else ""


def entities(text: str) -> str:
    """Text with `&amp;` and its kin as the characters that they mean."""
    return ENTITY.sub(_character, text) if "&" in text else text


def without_comments(text: str) -> str:
    """Text without what stands between `<!--` and `-->`."""
    kept, begin = [], 0
    while (mark := text.find("<!--", begin)) >= 0 and (end := text.find("-->", mark)) >= 0:
        kept.append(text[begin:mark])
        begin = end + 3
    return "".join(kept) + text[begin:]


def without_tags(text: str) -> str:
    """Text without tags of the kind of HTML, codes of SubStation and entities."""
    text = without_comments(text[:MOST])
    text = TAG.sub("", BREAK.sub("\n", text))
    return entities(CODES.sub("", text).replace("\\N", "\n").replace("\\h", " "))


def without_codes(text: str) -> str:
    """A line of SubStation without what stands in braces and without drawings."""
    parts, drawing, done = [], False, 0
    text = text[:MOST]
    for match in BRACES.finditer(text):
        if not drawing:
            parts.append(text[done : match.start()])
        done = match.end()
        for scale in DRAWING.findall(match[1]):
            drawing = int(scale) > 0
    if not drawing:
        parts.append(text[done:])
    return "".join(parts).replace("\\N", "\n").replace("\\n", "\n").replace("\\h", " ")
