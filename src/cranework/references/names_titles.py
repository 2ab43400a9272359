"""Titles, taken apart and laid beside each other: articles, numbers, subtitles, years in brackets."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from cranework.references.names_fold import fold
from cranework.references.names_people import LONGEST, ONE_SIDED, OTHER, SAME
from cranework.references.names_sounds import apart
from cranework.references.names_words import common


def _numbered(words: str, *numbers: int) -> dict[str, int]:
    return dict(zip(words.split(), numbers, strict=True))


_THE = (
    "the a an le la les l un une des der die das ein eine il lo gli i uno una el los las o os as um uma den det de het"
    " een"
)
_ARTICLES = frozenset(_THE.split())
_UNITS = (
    _numbered("zero one two three four five six seven eight nine ten eleven twelve", *range(13))
    | _numbered("thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty", *range(13, 21))
    | _numbered("thirty forty fifty sixty seventy eighty ninety", *range(30, 100, 10))
    | _numbered("deux trois quatre cinq sept huit neuf dix", 2, 3, 4, 5, 7, 8, 9, 10)
    | _numbered("zwei drei vier funf sechs sieben acht neun zehn", *range(2, 11))
)
_ROMANS = _numbered("ii iii iv vi vii viii ix xi xii xiii xiv xv xvi", 2, 3, 4, 6, 7, 8, 9, *range(11, 17))
_VOLUME = ("part", "pt", "vol", "volume", "chapter", "episode")
_TAG = re.compile(r"[(\[]([^()\[\]]{1,60})[)\]]\s*$")
_INVERTED = re.compile(r"^(.*), (the|a|an|le|la|les|l'|der|die|das|il|el)$", re.I)
_KIND = re.compile(
    r"(?:[,;:\u2013\u2014(]\s*|\s-\s+)(?:or|ou|oder|an?|eine?|une?|una?)[\s:,].+$|\s(?:or|ou|oder)\s?[:,(].+$", re.I
)
_WHICH = re.compile(r"\b(?:that|which|who) (?:is|was|were|are)\b", re.I)
_INITIALS = re.compile(r"\b([A-Za-z])\.(?=[A-Za-z]\b)")
_SHORT = {"dr": "doctor", "mr": "mister", "mrs": "missus", "st": "saint", "vs": "versus", "och": "and", "und": "and"}
_ORDINALS = dict(
    zip(("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth"), "12345678", strict=True)
)
_ELISION = re.compile(r"\b([ldLD])['\u2019](?=\w)")
_HALF = re.compile(r"(\d+)\s*(?:\u00bd|1/2)")
UNPLAIN = frozenset(
    (
        *_ARTICLES,
        *_UNITS,
        *_ROMANS,
        *_VOLUME,
        *_SHORT,
        *_ORDINALS,
        "hundred",
        "thousand",
        "half",
        "or",
        "which",
        "that",
        "who",
    )
)
"""Words that make more of a title than its words in a row."""


@dataclass(frozen=True, slots=True)
class Title:
    """A title's words without articles, numbers as figures; the same without a subtitle that only says the kind."""

    words: tuple[str, ...]
    main: tuple[str, ...]
    tag: str


@lru_cache(1 << 16)
def title(name: str) -> Title:
    """Take a title apart."""
    name = name[:LONGEST]
    main = _KIND.sub("", name)
    found = _TAG.search(name)
    tag = fold(found[1]) if found and found.start() and (len(main) == len(name) or found[1].isdigit()) else ""
    rest = name[: found.start()] if found and tag else name
    words = _words(rest)
    return Title(words, _words(main) if len(main) < len(rest) and fold(main) else words, tag)


def _words(text: str) -> tuple[str, ...]:
    text = _HALF.sub(r"\1point5", _INVERTED.sub(r"\2 \1", text.strip()))
    text = _WHICH.sub(" ", _ELISION.sub(r"\1 ", text.replace("&", " and ").replace("+", " and ")))
    words = [_SHORT.get(word, word) for word in fold(_INITIALS.sub(r"\1", text)).split()]
    if len(words) > 2 and words[-2] == "the" and words[-1] in _ORDINALS:  # Henry the Fifth
        words[-2:] = [_ORDINALS[words[-1]]]
    while len(words) > 1 and words[0] in _ARTICLES:
        words.pop(0)
    return tuple(_figures([word for i, word in enumerate(words) if not i or not _light(words, i)]))


def _light(words: list[str], place: int) -> bool:
    """Whether a word may be left out: an article that is neither that of "and a half" nor one of single letters."""
    beside = words[place - 1 : place] + words[place + 1 : place + 2]
    if words[place] == "a":
        return beside != ["and", "half"] and min(map(len, beside)) > 1
    return words[place] in ("an", "the")


def _figures(words: list[str]) -> list[str]:
    """Number words and Roman numbers as figures; "Part" and its like before a number are left out."""
    out: list[str] = []
    for place, word in enumerate(words):
        last = out[-1] if out and out[-1].isdigit() and not words[place - 1].isdigit() else ""
        if word in _UNITS:
            value = _UNITS[word]
            if last and int(last) >= 20 and int(last) % 10 == 0 and value < (100 if int(last) % 100 == 0 else 10):
                out[-1] = str(int(last) + value)
                continue
            out.append(str(value))
        elif word in ("hundred", "thousand") and last:
            out[-1] = str(int(last) * (100 if word == "hundred" else 1000))
        elif (
            word == "and"
            and words[place - 1] in ("hundred", "thousand")
            and not _UNITS.keys().isdisjoint(words[place + 1 : place + 2])
        ):
            continue
        elif word in _ROMANS:
            out.append(str(_ROMANS[word]))
        elif word in ("i", "v", "x") and (place == len(words) - 1 > 0 or (out and out[-1] in _VOLUME)):
            out.append(str({"i": 1, "v": 5, "x": 10}[word]))
        elif word == "half" and out[-2:] == ["and", "a"] and len(out) > 2 and out[-3].isdigit():
            out[-3:] = [out[-3] + "point5"]
        else:
            out.append(word)
    return [w for w, after in zip(out, [*out[1:], ""], strict=False) if not (w in _VOLUME and after.isdigit())]


def title_likeness(a: str, b: str) -> float:
    """How alike two titles are, from 0 to 1; ``SAME`` and more is one title."""
    if fold(a) == fold(b):
        return 1.0 if fold(a) else float(a == b)
    one, other = title(a), title(b)
    if one.tag and other.tag and one.tag != other.tag:
        return OTHER
    marks = 1.0 if one.tag == other.tag else ONE_SIDED
    return marks * max(_alike(p, q) for p in {one.words, one.main} for q in {other.words, other.main})


def _alike(p: tuple[str, ...], q: tuple[str, ...]) -> float:
    if p == q or "".join(p) == "".join(q):
        return 0.99
    if len(p) != len(q):
        shared = len({*p} & {*q})
        return OTHER * shared / max(len(p), len(q), 1)
    wrong = [(x, y) for x, y in zip(p, q, strict=True) if x != y]
    steps = [_misspelt(x, y) for x, y in wrong]
    if None in steps or sum(map(bool, steps)) > max(1, len(p) // 3):
        return OTHER * (1 - len(wrong) / len(p))
    total, letters = sum(s or 0 for s in steps), sum(map(len, p))
    return SAME + (1 - SAME) * (1 - min(1.0, total / letters * 4)) * 0.9


def _misspelt(x: str, y: str) -> int | None:
    """Steps between two spellings of one word of a title, None where they are two words or two numbers."""
    if any(c.isdigit() for c in x + y) or (common(x) and common(y)):
        return None
    shorter, longer = sorted((x, y), key=len)
    if len(shorter) < 4 or (longer in (shorter + "s", shorter + "es") and shorter[-1] != "s"):
        return None
    steps, _ = apart(x, y)
    return steps if steps <= (2 if len(shorter) >= 9 or sorted(x) == sorted(y) else 1) else None
