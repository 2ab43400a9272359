"""Stands in for `names` until that is there."""

from __future__ import annotations

from anyascii import anyascii
from rapidfuzz.fuzz import token_sort_ratio


def keys(name: str) -> tuple[str, ...]:
    """First letters of the words."""
    words = "".join(c if c.isalnum() else " " for c in anyascii(name).lower()).split()
    return tuple(sorted({word[:3] for word in words}))


def likeness(a: str, b: str) -> float:
    """Likeness of two names."""
    return float(token_sort_ratio(anyascii(a).lower(), anyascii(b).lower())) / 100


title_likeness = likeness
