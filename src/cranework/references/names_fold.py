"""The dress of letters taken off: script, marks, case, punctuation."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from anyascii import anyascii

_MARKS = re.compile(r"[^a-z0-9]+")
_INSIDE = re.compile(r"['`\u2019\u02bc\u2032]")
_VULGAR = re.compile("[\u00bc-\u00be\u2150-\u215e\u2189]")
_GREEK = re.compile("\u03b3[\u03b3\u03ba]|\u03bf[\u03c5\u03cd]", re.I)
_SOUNDS = {"\u03b3\u03b3": "ng", "\u03b3\u03ba": "g", "\u03bf\u03c5": "ou", "\u03bf\u03cd": "ou"}


def ascii_of(text: str) -> str:
    """ASCII for any script, case kept; a syllable of Chinese or Korean begins with a capital."""
    if text.isascii():
        return text
    text = unicodedata.normalize("NFKC", _VULGAR.sub(r" \g<0>", text))
    return anyascii(_GREEK.sub(lambda pair: _SOUNDS[pair[0].lower()], text))


@lru_cache(1 << 16)
def fold(text: str) -> str:
    """Lower-case ASCII letters and digits, one space between words. Folding twice changes nothing."""
    return _MARKS.sub(" ", _INSIDE.sub("", ascii_of(text)).lower()).strip()
