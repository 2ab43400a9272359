# ruff: noqa: RUF001
"""EBU STL: the binary subtitles of broadcasters.

Source: EBU Tech 3264-E, "Specification of the EBU Subtitling data exchange format", 1991. Letters: ISO 6937 (accents
stand before their letter) or a part of ISO 8859.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from fractions import Fraction
from itertools import islice

from cranework.dialogue.cues import LONGEST_CUE, MOST_CUES, RawCue
from cranework.dialogue.refusals import Unreadable
from cranework.dialogue.times import time_code

HEAD, BLOCK = 1024, 128
"""Bytes of the general block (GSI) and of each block of text (TTI)."""

TABLES = {b"01": "iso8859-5", b"02": "iso8859-6", b"03": "iso8859-7", b"04": "iso8859-8"}
RATES = {b"23": Fraction(24000, 1001), b"24": Fraction(24), b"25": Fraction(25), b"30": Fraction(30)}
LAST_BLOCK, USER_DATA = 0xFF, 0xFE
NEW_LINE, UNUSED = 0x8A, 0x8F

ACCENTS = dict(
    zip(
        range(0xC1, 0xD0),
        "\u0300\u0301\u0302\u0303\u0304\u0306\u0307\u0308\u0308\u030a\u0327\u0332\u030b\u0328\u030c",
        strict=True,
    )
)
SIGNS = dict(
    zip(
        range(0xA0, 0x100),
        "\xa0¡¢£$¥#§¤‘“«←↑→↓°±²³×µ¶·÷’”»¼½¾¿" + "\0" * 16 + "―¹®©™♪¬¦\0\0\0\0⅛⅜⅝⅞ΩÆĐªĦ\0ĲĿŁØŒºÞŦŊŉĸæđðħıĳŀłøœßþŧŋ\xad",
        strict=True,
    )
)


def recognised(content: bytes) -> bool:
    """Whether the general block names the format."""
    return bool(re.match(rb"\d{3}STL\d\d\.\d\d", content))


def read(content: bytes) -> Iterator[RawCue]:
    """The cues, from the programme's start on; raises `Unreadable` where the head is cut short."""
    if len(content) < HEAD + BLOCK:
        raise Unreadable("it is an EBU STL file that breaks off in its head")
    rate = RATES.get(content[6:8], Fraction(25))
    table = TABLES.get(content[12:14])
    cues = list(islice(_cues(content, rate, table), MOST_CUES + 1))
    start = _programme_start(content, rate)
    if any(cue.start < start for cue in cues):
        start = Fraction(0)
    return (RawCue(c.start - start, c.end - start if c.end is not None else None, c.text) for c in cues)


def _programme_start(content: bytes, rate: Fraction) -> Fraction:
    digits = content[256:264]
    if not digits.isdigit():
        return Fraction(0)
    return time_code([int(digits[i : i + 2]) for i in (0, 2, 4, 6)], rate)


def _cues(content: bytes, rate: Fraction, table: str | None) -> Iterator[RawCue]:
    """One cue for each run of blocks that a last block ends; remarks and user data are none."""
    field = b""
    for at in range(HEAD, len(content) - BLOCK + 1, BLOCK):
        block = content[at : at + BLOCK]
        if block[3] == USER_DATA or block[15] == 1:
            continue
        if len(field) < 2 * LONGEST_CUE:
            field += block[16:].split(bytes([UNUSED]), 1)[0]
        if block[3] == LAST_BLOCK:
            start, end = (time_code(block[i : i + 4], rate) for i in (5, 9))
            yield RawCue(start, end, text(field, table))
            field = b""


def text(field: bytes, table: str | None) -> str:
    """A text field in letters; what steers the screen becomes a blank."""
    parts: list[str] = []
    accent = ""
    for byte in field:
        if byte == NEW_LINE:
            parts.append("\n")
        elif byte < 0x20 or 0x7F <= byte < 0xA0:
            parts.append(" " if byte < 0x20 else "")
        elif table or byte < 0x80:
            letter = bytes([byte]).decode(table or "ascii", "replace")
            parts.append(unicodedata.normalize("NFC", letter + accent) if accent else letter)
            accent = ""
        elif byte in ACCENTS:
            accent = ACCENTS[byte]
        else:
            parts.append(SIGNS.get(byte, "").replace("\0", ""))
            accent = ""
    return "".join(parts)
