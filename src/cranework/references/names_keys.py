"""Blocking keys: names that may be one share at least one of a few keys, so that likeness is asked of dozens only.

A key is made of bones: the consonants of a word in rough classes, vowels and doublings gone. A person is kept under the
bone of the family name with the class of the first name's letter, under the bone of the first name with the head of
the other, and under the family name alone; a title under the two ends of its bone. Whoever seeks a person also tries
the other order of its parts (``sought``), so that what is stored stays small. Keys are quick to make: imports bring
millions of names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from cranework.references.names_given import FAMILIES, LETTERS
from cranework.references.names_people import Part, person
from cranework.references.names_titles import title

HEAD = 6
"""Classes of a title's bone that stand in a key."""

_SIBILANTS = "schtsch shch szcz tsch chtch dsch sch tch dzh cz sz sh zh rz ts tz dz dj"
_GROUPS = dict.fromkeys(_SIBILANTS.split(), "s") | {"ph": "f", "th": "t", "gh": "k", "kh": "k", "ck": "k", "wh": "f"}
_GROUP = re.compile("|".join(_GROUPS) + "|c(?=[eiy])|^h(?=[aeiouy])|j$|ch|j")
_BONES = str.maketrans("bpvfwdtszgkqcmnrl", "ppfffttsskkkkmnrl", "aeiouyh")
_TWICE = re.compile(r"(.)\1+")
_FIRST = dict(zip("aeiouyjbpvfwdtszgkqchxmnrl", "aaaaaaappfffttsskkkkkkmnrl", strict=True))


def _group(match: re.Match[str], ambiguous: str) -> str:
    seen = match[0]
    if seen == "ch":
        return "s" if ambiguous else "k"
    if seen == "j":
        return ambiguous if match.end() < len(match.string) else ""
    return "s" if seen == "c" else "k" if seen == "h" else _GROUPS[seen]


@lru_cache(1 << 16)
def _bones(word: str) -> tuple[str, ...]:
    """The bone of a word; two, where "ch" or "j" may be a sibilant or something else."""
    word = word.replace("x", "ks")
    both = [word]
    if _GROUP.search(word):
        both = [_GROUP.sub(lambda m: _group(m, "s"), word), _GROUP.sub(lambda m: _group(m, ""), word)]
    return tuple(dict.fromkeys(_TWICE.sub(r"\1", w.translate(_BONES)) or word[:1] for w in both))


@lru_cache(1 << 14)
def _family_bones(word: str) -> tuple[str, ...]:
    known = FAMILIES.get(word)
    return tuple(f"={number}" for number in sorted(known)) if known else _bones(word)


@lru_cache(1 << 14)
def _letters(part: Part, every: bool) -> tuple[str, ...]:
    """Classes that a first name's letter may be of; of all its forms if ``every``."""
    letters = {part.word[0], *(LETTERS.get(part.word, ()) if every and not part.short else ())}
    classes = {_FIRST.get(c, c) for c in letters}
    if part.word[:2] in ("ch", "ce", "ci", "ts", "dz") or (part.short and part.word[0] == "c"):
        classes.add("s")
    return tuple(sorted(classes))


def _person(first: Part, last: Part, every: bool) -> Iterator[str]:
    for bone in _family_bones(last.word):
        for letter in _letters(first, every):
            yield f"{bone}:{letter}"
        if not first.short:
            for other in _bones(first.word):
                yield f"{other}+{bone[:2]}"


def _title(name: str) -> Iterator[str]:
    taken = title(name)
    for words in {taken.words, taken.main}:
        for bone in _bones("".join(words)):
            yield f"#{bone[:HEAD]}"
            if len(bone) > HEAD:
                yield f"~{bone[-HEAD:]}"


def keys(name: str, kind: str = "") -> tuple[str, ...]:
    """The keys that a name is kept under; ``kind`` person or character leaves out those of titles, film all others."""
    out: dict[str, None] = {}
    if kind != "film":
        for way in person(name).spellings:
            out |= dict.fromkeys(f"{bone};" for bone in _family_bones(way[-1].word))
            if kind in ("", "character"):
                out |= dict.fromkeys(f"{bone};" for part in way[:-1] if not part.short for bone in _bones(part.word))
            if len(way) > 1:
                out |= dict.fromkeys(_person(way[0], way[-1], True))
            if len(way) > 2:
                out |= dict.fromkeys(_person(way[1], way[-1], True))
    if kind not in ("person", "character"):
        out |= dict.fromkeys(_title(name))
    return tuple(out)


def sought(name: str, kind: str = "") -> tuple[str, ...]:
    """The keys under which a name is to be looked up: in both orders; the family name alone only if it is alone."""
    out: dict[str, None] = {}
    if kind != "film":
        for way in person(name).spellings:
            if len(way) == 1:
                out |= dict.fromkeys(f"{bone};" for bone in (*_family_bones(way[0].word), *_bones(way[0].word)))
                continue
            for first, last in ((way[0], way[-1]), (way[-1], way[0]), (way[1], way[0]), (way[-2], way[-1])):
                out |= dict.fromkeys(_person(first, last, False))
    if kind not in ("person", "character"):
        out |= dict.fromkeys(_title(name))
    return tuple(out)
