"""Whether the words of a text mean what a fact names: surely, perhaps, or surely not.

That two names are of different people is harder to say than that they are one: who shares a first name or a surname
with another may be the same under another name, so that such a pair is only "perhaps".
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal

from cranework.references import names

Sameness = Literal["yes", "maybe", "no"]

PART, KIN = 0.9, 0.8
"""Likeness from which two parts of names are one; from which they may be."""
SHORT = 3
"""Letters that a pet name keeps: Hitch, Bogie."""
_PIECES = re.compile(r"\s*(?:,|;|\band\b|&|/|\(|\))\s*")
_ARTICLES = "a an the of and in on de la le les el il von van der du da di"
_SMALL = frozenset(_ARTICLES.split())
_WORD = re.compile(r"[^\W\d_]{3,}|\d+")
_ENDINGS = re.compile(r"(?:'s|ings?|ed|es|s|ly|al|ion|ions|or|er|ers|ors)$")


def people(said: str, known: Iterable[str]) -> Sameness:
    """Whether a name is one of somebody's names."""
    return _best(_person(said, name) for name in known)


def characters(said: str, known: Iterable[str]) -> Sameness:
    """Whether a name is one of a character's, who may be called by any part of it."""
    names_known = list(known)
    parts = [part for name in names_known for part in name.split()] if " " not in said.strip() else []
    return _best(_person(said, name) for name in (*names_known, *parts))


def titles(said: str, known: Iterable[str]) -> Sameness:
    """Whether a title is one of a work's titles."""
    return _best(_title(said, name) for name in known)


def pieces(words: str) -> list[str]:
    """The names that a source puts into one line: "A, B and C, Film (Original)"."""
    return [piece for piece in _PIECES.split(words) if piece]


def stems(words: str) -> frozenset[str]:
    """The words that carry what is meant, without their endings."""
    found = _WORD.findall(names.fold(words))
    return frozenset(_ENDINGS.sub("", word) if len(word) > 4 else word for word in found if word not in _SMALL)


def shared(a: str, b: str) -> float:
    """Share of the stems of ``b`` that ``a`` has."""
    left, right = stems(a), stems(b)
    return len(left & right) / len(right) if right else 0.0


def _best(found: Iterable[Sameness]) -> Sameness:
    all_found = set(found)
    return "yes" if "yes" in all_found else "maybe" if "maybe" in all_found else "no"


def _person(said: str, known: str) -> Sameness:
    left, right = names.fold(said).split(), names.fold(known).split()
    if not left or not right:
        return "no"
    if names.same_person(said, known):
        return "yes"
    if len(left) == 1 or len(right) == 1:
        surname = names.likeness(left[-1], right[-1])
        if surname >= PART:
            return "yes"
        near = max(names.likeness(a, b) for a in left for b in right)
        short = any(a[:SHORT] == b[:SHORT] for a in left for b in right if min(len(a), len(b)) >= SHORT)
        return "maybe" if near >= KIN or short else "no"
    alike = [names.likeness(a, b) for a in left for b in right if min(len(a), len(b)) > 1]
    return "maybe" if max(alike, default=0.0) >= KIN else "no"


def _title(said: str, known: str) -> Sameness:
    if names.same_title(said, known):
        return "yes"
    left, right = stems(said), stems(known)
    return "maybe" if left and right and (left <= right or right <= left) else "no"
