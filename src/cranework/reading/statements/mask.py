"""A sentence in which every name and value is one sign, so that the cues of a family read as plain words.

``Directed by Mikhail Kalatozov in 1957`` becomes ``Directed by P in D``, with signs of the private use area for P, D.
A pattern writes ``@person`` for a sign that may stand for a person; `pattern` puts the signs in.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from cranework.reading.model import Mention, Sentence, Value

Item = Mention | Value

_NAMES = "words person character film prize festival event office country place"
_VALUES = "date duration count share distance ordinal money"
SIGNS = {name: chr(0xE000 + place) for place, name in enumerate(f"{_NAMES} {_VALUES}".split())}
"""The sign of every kind of name and value; ``words`` are names of which nothing is known."""

_ANY = "".join(SIGNS.values())
SLOTS = {
    "person": SIGNS["person"] + SIGNS["words"] + SIGNS["character"],
    "character": SIGNS["character"] + SIGNS["words"] + SIGNS["person"],
    "film": SIGNS["film"],
    "someone": SIGNS["person"],
    "title": SIGNS["film"] + SIGNS["words"],
    "number": SIGNS["count"] + SIGNS["ordinal"],
    "where": SIGNS["place"] + SIGNS["country"] + SIGNS["festival"] + SIGNS["words"],
    "name": "".join(SIGNS[kind] for kind in ("words", "person", "character", "film", "event", "place", "country")),
    "any": _ANY,
}

_NOUN = {
    "w": r"[\w'/&.-]*\w",
    "gap1": r"(?:\s[\w',&-]+){0,1}?",
    "gap2": r"(?:\s[\w',&-]+){0,2}?",
    "gap3": r"(?:\s[\w',&-]+){0,3}?",
    "gap5": r"(?:\s[\w',&-]+){0,5}?",
    "mixed3": rf"(?:\s[\w',&{_ANY}-]+){{0,3}}?",
    "mixed6": rf"(?:\s[\w',&{_ANY}-]+){{0,6}}?",
    "and": r"(?:\s?,\s?(?:and\s|as well as\s|&\s)?|\s(?:and|&|as well as|along with|with|or)\s|\s?/\s?)",
    "is": r"(?:is|was|are|were|has been|had been|'s|being|been)",
    "this": r"(?:this|the|it|that) ?(?:film|movie|picture|feature|one)?",
    "work": r"(?:films?|movies?|pictures?|flicks?|features?|documentar(?:y|ies)|shorts?|comed(?:y|ies)|dramas?"
    r"|westerns?|musicals?|thrillers?|epics?|versions?|remakes?|adaptations?|productions?|masterpieces?"
    r"|classics?|gems?|effort|debut|tale|series|mini-?series|noir|biopic|weepie|chillers?|shockers?)",
}


def pattern(text: str) -> str:
    """Put signs and stones in.

    ``@person`` is a sign, ``@people`` a list of such, ``@cast`` one with asides in brackets, ``@someone`` and
    ``@troupe`` the same of surely people, ``@run3`` one to three words or signs, as many as fit (``@lazy3``: as
    few); the other stones stand in `_NOUN`.
    """

    def put(found: re.Match[str]) -> str:
        name = found[1]
        if name == "people":
            return listed(SLOTS["person"])
        if name in ("cast", "troupe"):
            return _troupe(SLOTS["person" if name == "cast" else "someone"])
        if name == "characters":
            return listed(SLOTS["character"])
        if name == "films":
            return TITLES
        if name in _NOUN:
            return _NOUN[name]
        if size := re.fullmatch(r"(run|lazy)(\d)", name):
            word = rf"(?:[\w'-]+|[{_ANY}])"
            return rf"{word}(?:\s{word}){{0,{int(size[2]) - 1}}}" + ("?" if size[1] == "lazy" else "")
        return f"[{SLOTS.get(name) or SIGNS[name]}]"

    return re.sub(r"@(\w+)", put, text)


_Q = "['\"*_]{0,2}"
_TITLE = rf"(?:[{SIGNS['film']}]|(?<=['\"])[{SIGNS['words']}])"
TITLES = rf"{_TITLE}(?:{_Q}(?: \([^()]{{2,20}}\))?{_NOUN['and']}{_Q}{_TITLE}){{0,12}}"
"""A title, or a list of them; a name of which nothing is known is a title where it stands in quotes."""


@cache
def pieces(needs: str) -> tuple[str, ...]:
    """The pieces of ``word|@sign``, one of which a sentence must hold (in small letters) before it is searched."""
    return tuple(SIGNS[piece[1:]] if piece[0] == "@" else piece for piece in needs.split("|") if piece)


def listed(signs: str) -> str:
    """A sign, or a list of them with commas and conjunctions."""
    return rf"[{signs}](?:{_NOUN['and']}[{signs}]){{0,12}}"


def _troupe(signs: str) -> str:
    """A list of people as credits have it, with a word on some of them in brackets."""
    more = rf"(?:(?:Sir|Dame|the|an?|veteran|young|newcomer|a young)\s)?[{signs}]"
    aside = r"(?:\s?\([^()]{1,70}\)(?=\s?,|\sand\s|\s&))?"
    return rf"[{signs}](?:{aside}{_NOUN['and']}{more}){{0,14}}"


@cache
def compiled(text: str, flags: int = re.IGNORECASE) -> re.Pattern[str]:
    """A cue's pattern, compiled once."""
    return re.compile(pattern(text), flags)


@cache
def whole(text: str, flags: int = re.IGNORECASE) -> re.Pattern[str]:
    """A cue's pattern that begins and ends with whole words."""
    return re.compile(rf"(?<!\w)(?<!\w')(?:{pattern(text)})(?:(?<=[)\]\"'])|(?!\w|-\w))", flags)


@dataclass(frozen=True, slots=True)
class Masked:
    """The masked sentence, and for each of its characters where it lies in the clean copy.

    Attributes:
        items: what stands behind a sign, by its place in `text`.
        starts, ends: offsets of the clean copy for every character of `text`.
        low: the text in small letters.
    """

    sentence: Sentence
    text: str
    items: Mapping[int, Item]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    low: str = ""

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the clean copy behind text[start:end]."""
        return self.starts[start], self.ends[end - 1]

    def original(self, start: int, end: int) -> str:
        """The words of the clean copy behind text[start:end]."""
        first, last = self.span(start, end)
        return self.sentence.text[first - self.sentence.start : last - self.sentence.start]

    def within(self, start: int, end: int) -> list[Item]:
        """The items whose signs lie in text[start:end]."""
        return [item for place, item in self.items.items() if start <= place < end]


def mask(sentence: Sentence, items: Iterable[Item], friends: Mapping[str, str] | None = None) -> Masked:
    """Put signs for names and values into a sentence, and true friends for false ones where a text is translated."""
    chosen = _apart(items)
    text: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    places: dict[int, Item] = {}

    def plain(start: int, end: int) -> None:
        words = sentence.text[start - sentence.start : end - sentence.start]
        for piece, offset, changed in _pieces(words, friends):
            text.append(piece)
            count = len(piece)
            if changed is None:
                starts.extend(range(start + offset, start + offset + count))
                ends.extend(range(start + offset + 1, start + offset + count + 1))
            else:
                starts.extend([start + offset] * count)
                ends.extend([start + offset + changed] * count)

    at = sentence.start
    for item in chosen:
        plain(at, item.start)
        places[len(starts)] = item
        text.append(SIGNS[item.kind])
        starts.append(item.start)
        ends.append(item.end)
        at = item.end
    plain(at, sentence.end)
    return Masked(sentence, "".join(text), places, tuple(starts), tuple(ends), "".join(text).lower())


def _apart(items: Iterable[Item]) -> list[Item]:
    """Items that do not overlap, in the order of the text: the longest wins, a name before a value."""
    ranked = sorted(items, key=lambda item: (item.start - item.end, isinstance(item, Value), item.start))
    chosen: list[Item] = []
    taken: set[int] = set()
    for item in ranked:
        places = range(item.start, item.end)
        plain = item.kind == "ordinal" and item.words.isalpha()
        if item.kind in SIGNS and not plain and not taken.intersection((item.start, item.end - 1)):
            taken.update(places)
            chosen.append(item)
    return sorted(chosen, key=lambda item: item.start)


def _pieces(words: str, friends: Mapping[str, str] | None) -> Iterable[tuple[str, int, int | None]]:
    """Stretches of plain words: (text, offset, length of what was replaced or None)."""
    if not friends:
        return [(words, 0, None)]
    pieces: list[tuple[str, int, int | None]] = []
    at = 0
    for found in any_of(tuple(friends)).finditer(words):
        pieces.append((words[at : found.start()], at, None))
        pieces.append((friends[found[0].lower()], found.start(), found.end() - found.start()))
        at = found.end()
    pieces.append((words[at:], at, None))
    return pieces


@cache
def any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    """A pattern of whole words, the longest first."""
    return re.compile(r"\b(?:" + "|".join(sorted(words, key=len, reverse=True)) + r")\b", re.IGNORECASE)
