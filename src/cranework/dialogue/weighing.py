# ruff: noqa: RUF001
"""Weighs how much a text is like a language: what tells a right decoding of its bytes from a wrong one."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import cache

from cranework.dialogue.letters import ALPHABETS, CHARACTERS, SIGNS

WRONG, ODD, MISPLACED, RARE_HAN = -3.0, -1.0, -1.0, 0.1
RAREST_LETTER = 0.4
MANY_MARKS = 0.9
"""Nearly every marked letter is one of Vietnamese: that a few of them are says less."""

SIGN = {sign: re.compile(pattern) for sign, pattern in SIGNS.items()}
CAPITAL_WITHIN = re.compile(r"(?<=[^\W\d_])[^\W\d_]")
BESIDE_ASCII = re.compile(r"(?<=[A-Za-z])[^\x00-\x7f]|[^\x00-\x7f](?=[A-Za-z])")
WIDE_SIGNS = set("、。，．！？：；「」『』（）〈〉《》【】～…—‘’“”・ー　♪々〜－―·")


def weight(sample: bytes, encoding: str, use: str) -> float:
    """How much the sample, read in this encoding, is like text of the languages that use it: at most 1."""
    text = sample.decode(encoding, "replace")
    if encoding == "cp1258":
        text = unicodedata.normalize("NFC", text)
    beyond = Counter(char for char in text if char > "\x7f")
    total = beyond.total()
    if not total:
        return 0.0
    if use in CHARACTERS:
        return _characters(text, beyond, use) / total
    alphabets = ALPHABETS[use]
    faults = _faults(text, use)
    signs = _signs(text, beyond)
    letters = {char: count for char, count in beyond.items() if char not in SIGN}
    best = max(sum(count * _letter(char, use, name) for char, count in letters.items()) for name in alphabets)
    return ((best if use != "vietnamese" else MANY_MARKS * best) + signs - faults) / total


def _signs(text: str, beyond: Counter[str]) -> float:
    found = 0.0
    for sign in beyond.keys() & SIGN.keys():
        placed = len(SIGN[sign].findall(text))
        found += placed + MISPLACED * (beyond[sign] - placed)
    return found


@cache
def _ranks(use: str, language: str) -> dict[str, float]:
    letters = ALPHABETS[use][language]
    step = (1 - RAREST_LETTER) / len(letters)
    return {char: 1 - step * i for i, char in enumerate(letters)}


def _letter(char: str, use: str, language: str) -> float:
    """What one letter is worth in one language."""
    known = _ranks(use, language).get(char.lower() if char != "İ" else "i")
    if known is not None:
        return known
    if language == "tr" and char == "İ":
        return 1.0
    category = unicodedata.category(char)
    if char == "\ufffd" or category in ("Cc", "Co", "Cn"):
        return WRONG
    if use == "hebrew" and "\u0591" <= char <= "\u05c7":
        return RAREST_LETTER
    return -0.5 if category[0] == "L" else ODD


def _faults(text: str, use: str) -> float:
    """Capitals after small letters, letters of two scripts side by side, marks without a letter."""
    faults = 0.0
    if use in ("western", "central", "baltic", "turkish", "vietnamese", "cyrillic", "greek"):
        for match in CAPITAL_WITHIN.finditer(text):
            at = match.start()
            faults += match[0].isupper() and text[at - 1].islower() and not (match[0] + text[at - 1]).isascii()
    if use in ("cyrillic", "greek", "hebrew", "arabic", "thai"):
        faults += 0.5 * sum(m[0].isalpha() for m in BESIDE_ASCII.finditer(text))
    if use in ("thai", "hebrew", "arabic"):
        for before, char in zip(" " + text, text, strict=False):
            if char > "\x7f" and unicodedata.category(char) == "Mn" and not (before.isalpha() or _stacks(before, char)):
                faults += 1
    if use == "thai":
        faults += sum(2 for m in re.finditer(r"[เแโใไ](?![ก-ฮ])|[ะาำ](?=[ะาำ])", text))
    return faults


def _stacks(before: str, char: str) -> bool:
    """Whether two marks may stand on one letter: in Thai a tone on a vowel."""
    return unicodedata.category(before) == "Mn" and (
        not "\u0e00" < char < "\u0e7f" or "\u0e47" <= char <= "\u0e4e" != before
    )


def _characters(text: str, beyond: Counter[str], use: str) -> float:
    frequent = _frequent(use)
    found = sum(count * _character(char, use, frequent) for char, count in beyond.items())
    beside = sum(unicodedata.category(m[0]) == "Lo" for m in BESIDE_ASCII.finditer(text))
    return found - 0.5 * beside


@cache
def _frequent(use: str) -> frozenset[str]:
    return frozenset(CHARACTERS[use])


def _character(char: str, use: str, frequent: frozenset[str]) -> float:
    """What one character is worth in text of Chinese, Japanese or Korean."""
    if char in frequent:
        return 1.0
    if char in WIDE_SIGNS or "\uff01" <= char <= "\uff5e":
        return 0.7
    if "\u3041" <= char <= "\u30fe":
        return 1.0 if use == "japanese" else -0.3
    if "\uac00" <= char <= "\ud7a3":
        return 0.3 if use == "korean" else ODD
    if "\u4e00" <= char <= "\u9fff":
        return -0.2 if use == "korean" else RARE_HAN
    category = unicodedata.category(char)
    return WRONG if char == "\ufffd" or category in ("Cc", "Co", "Cn") else -0.5
