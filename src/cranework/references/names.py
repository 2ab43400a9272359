"""Names and titles in many spellings: are they the same? By rules of writing alone, so that any name may come."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from anyascii import anyascii
from rapidfuzz.fuzz import token_sort_ratio

SAME, LIKELY = 0.9, 0.85
"""Likeness from which two names are taken for one; from which the only candidate of a list is taken."""


@lru_cache(1 << 16)
def fold(text: str) -> str:
    """Lower-case ASCII letters and digits, one space between words: what is left of a name without its dress."""
    plain = anyascii("".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)))
    return " ".join("".join(c if c.isalnum() else "" if c in "'`" else " " for c in plain.lower()).split())


def keys(name: str) -> tuple[str, ...]:
    """Blocking keys of a name or title: names that may be the same share at least one."""
    return tuple(sorted({"".join(c for c in word if c not in "aeiouy") or word for word in fold(name).split()}))


def likeness(a: str, b: str) -> float:
    """How alike two people's names are, from 0 to 1."""
    return token_sort_ratio(fold(a), fold(b)) / 100


def title_likeness(a: str, b: str) -> float:
    """How alike two titles are, from 0 to 1."""
    return token_sort_ratio(fold(a), fold(b)) / 100


def same_person(a: str, b: str) -> bool:
    """Whether two names are one, as far as letters tell."""
    return likeness(a, b) >= SAME


def same_title(a: str, b: str) -> bool:
    """Whether two titles are one, as far as letters tell."""
    return title_likeness(a, b) >= SAME


def best(variant: str, canonicals: Iterable[str]) -> str | None:
    """The one of the names that the variant means, or None where none or several fit."""
    scored = sorted(((likeness(variant, c), c) for c in canonicals), reverse=True)
    return scored[0][1] if scored and scored[0][0] >= LIKELY else None
