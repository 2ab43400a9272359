"""Blocking keys: names that may be one share at least one of a few keys, so that likeness is asked of dozens only.

A key is made of bones: the consonants of a word in rough classes, vowels and doublings gone. A person is kept under the
bone of the family name with the class of the first name's letter, under the bone of the first name with the head of
the other, and under the family name alone; a title under the two ends of its bone. Whoever seeks a person also tries
the other order of its parts (``sought``), so that what is stored stays small. Keys are quick to make: imports bring
millions of names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cranework.references.names_given import FAMILIES, LETTERS
from cranework.references.names_people import BOUND, HONORS, person
from cranework.references.names_sounds import skeletons
from cranework.references.names_titles import UNPLAIN, title

HEAD = 6
"""Classes of a title's bone that stand in a key."""

_FIRST = dict(zip("aeiouyjbpvfwdtszgkqchxmnrl", "aaaaaaappfffttsskkkkkkmnrl", strict=True))
_SIMPLE = re.compile("[A-Z][a-z]{2,} [A-Z][a-z]{2,}")
_PLAIN_TITLE = re.compile("[A-Za-z][a-z]+(?: [A-Za-z][a-z]+)*")
Way = Sequence[tuple[str, bool]]


def _ways(name: str) -> list[Way]:
    """The words of a person's name, and whether each is short, in every way to join them."""
    if _SIMPLE.fullmatch(name):
        words = name.lower().split()
        if not (words[0] in HONORS or words[0] in BOUND):
            return [[(word, False) for word in words]]
    return [[(part.word, part.short) for part in way] for way in person(name).spellings]


def _family(word: str) -> Sequence[str]:
    known = FAMILIES.get(word)
    return [f"={number}" for number in sorted(known)] if known else skeletons(word)


def _letters(word: str, short: bool, every: bool) -> set[str]:
    """Classes of the letter that a first name begins with; of all its forms if ``every``."""
    letters = LETTERS.get(word, word[0]) if every and not short else word[0]
    classes = {_FIRST.get(c, c) for c in letters}
    if word[:2] in ("ch", "ce", "ci", "ts", "dz") or (short and word[0] == "c"):
        classes.add("s")
    return classes


def _person(first: tuple[str, bool], last: tuple[str, bool], every: bool) -> Iterator[str]:
    word, short = first
    for bone in _family(last[0]):
        for letter in _letters(word, short, every):
            yield f"{bone}:{letter}"
        if not short:
            for other in _family(word):
                yield f"{other}+{bone[:2]}"


def _title(name: str) -> Iterator[str]:
    plain = name.lower().split() if _PLAIN_TITLE.fullmatch(name) else []
    if len(plain) > 1 and plain[0] == "the":  # the commonest of articles, for imports of millions
        del plain[0]
    if plain and UNPLAIN.isdisjoint(plain):
        joined = {"".join(plain)}
    else:
        taken = title(name)
        joined = {"".join(taken.words), "".join(taken.main)}
    for words in joined:
        for bone in skeletons(words or "-"):
            yield f"#{bone[:HEAD]}"
            if len(bone) > HEAD:
                yield f"~{bone[-HEAD:]}"


def keys(name: str, kind: str = "") -> tuple[str, ...]:
    """The keys that a name is kept under; ``kind`` person or character leaves out those of titles, film all others."""
    out: list[str] = []
    if kind != "film":
        for way in _ways(name):
            out += (f"{bone};" for bone in _family(way[-1][0]))
            if kind in ("", "character"):
                out += (f"{bone};" for word, short in way[:-1] if not short for bone in skeletons(word))
            for first in way[:-1][:2]:
                out += _person(first, way[-1], True)
    if kind not in ("person", "character"):
        out += _title(name)
    return tuple(dict.fromkeys(out))


def sought(name: str, kind: str = "") -> tuple[str, ...]:
    """The keys under which a name is to be looked up: in both orders; the family name alone only if it is alone."""
    out: list[str] = []
    if kind != "film":
        for way in _ways(name):
            if len(way) == 1:
                out += (f"{bone};" for bone in (*_family(way[0][0]), *skeletons(way[0][0])))
                continue
            for first, last in ((way[0], way[-1]), (way[-1], way[0]), (way[1], way[0]), (way[-2], way[-1])):
                out += _person(first, last, False)
    if kind not in ("person", "character"):
        out += _title(name)
    return tuple(dict.fromkeys(out))
