"""Names by their look: runs of capitalised words, titles in quotes, in italics, in capitals.

What they name is not said here; `entities` asks the reference store and the text itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from cranework.reading.gazetteer import COMMON, CONNECTORS, PARTICLES, UNNAMED

Look = Literal["run", "title", "quoted", "caps"]

_WORD = re.compile(r"[^\W_]+(?:'(?!s\b)[^\W_]+|-(?=[^\W_a-z])[^\W_]+)*")
_QUOTED = re.compile(
    r"\"(?P<a>[^\"\n]{2,70}?)[,.]?\"|(?<![\w'])'(?P<b>[A-Z0-9][^\n\"]{1,60}?)[,.]?'(?!\w)|\*(?P<c>[^*\n]{2,60})\*"
    r"|(?<!\w)_(?P<d>[^_\n]{2,60})_(?!\w)|`(?P<e>[^`'\n]{2,60})'"
)
_NUMERAL = re.compile(r"(?:\d{1,3}|[IVX]{1,4})$")
_INITIAL = re.compile(r"[A-Z]\.?$")
_TITLES = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "dr",
        "sir",
        "lady",
        "lord",
        "miss",
        "captain",
        "sgt",
        "pvt",
        "lt",
        "col",
        "prof",
        "general",
        "uncle",
        "aunt",
        "father",
    ]
)
_BEFORE_TITLE = frozenset(
    [
        "in",
        "like",
        "unlike",
        "from",
        "see",
        "with",
        "and",
        "but",
        "as",
        "by",
        "for",
        "on",
        "at",
        "of",
        "to",
        "after",
        "before",
        "since",
        "while",
        "when",
    ]
)
CAPS_SHARE = 0.4
"""A text with more capital letters than this is shouted; its capitals mean nothing."""


@dataclass(frozen=True, slots=True)
class Found:
    """Words that look like a name.

    Attributes:
        look: a run of capitalised words, one with small words between (``title``), in quotes or italics, in capitals.
        head: it opens a sentence, where every word has a capital.
    """

    start: int
    end: int
    words: str
    look: Look
    head: bool = False


@dataclass(frozen=True, slots=True)
class _Token:
    start: int
    end: int
    text: str

    @property
    def low(self) -> str:
        return self.text.lower().rstrip(".")

    @property
    def capital(self) -> bool:
        return self.text[0].isupper() or (self.text[0].isdigit() and self.text[-1].isupper())

    @property
    def shouted(self) -> bool:
        return len(self.text) > 1 and self.text.upper() == self.text and any(sign.isalpha() for sign in self.text)


def found(text: str) -> list[Found]:
    """All that looks like a name, in the order of the text; stretches may overlap."""
    names = list(_quoted(text))
    letters = sum(sign.isalpha() for sign in text)
    shouted = letters and sum(sign.isupper() for sign in text) > CAPS_SHARE * letters
    tokens = [_token(word) for word in _WORD.finditer(text)]
    if not shouted:
        names.extend(_capitals(text, tokens))
    names.extend(_runs(text, tokens))
    return sorted(names, key=lambda name: (name.start, name.start - name.end))


def _token(word: re.Match[str]) -> _Token:
    """A word; of two joined by a hyphen only the second where the first is no name (``Dir-Somebody``)."""
    first = word[0].partition("-")[0]
    skip = len(first) + 1 if "-" in word[0] and first.lower() in COMMON | UNNAMED else 0
    return _Token(word.start() + skip, word.end(), word[0][skip:])


def _quoted(text: str) -> Iterator[Found]:
    for quote in _QUOTED.finditer(text):
        group = quote.lastgroup or "a"
        words = quote[group].strip()
        heavy = [word for word in re.findall(r"[\w'-]+", words) if word.lower() not in CONNECTORS]
        if (
            heavy
            and len(heavy) <= 8
            and sum(word[0].isupper() or word[0].isdigit() for word in heavy) >= 0.7 * len(heavy)
        ):
            start = quote.start(group) + len(quote[group]) - len(quote[group].lstrip())
            yield Found(start, start + len(words), words, "quoted")


def _capitals(text: str, tokens: list[_Token]) -> Iterator[Found]:
    """Runs of words in capitals; a single one only if it is long and no common word."""
    run: list[_Token] = []
    for token in [*tokens, None]:
        between = text[run[-1].end : token.start] if token and run else ""
        abbreviated = between == ". " and run[-1].low in ("vs", "dr", "mr", "mrs", "st")
        joined = between if abbreviated or re.fullmatch(r"[ ,:&'!-]{1,3}", between) else ""
        number = token and joined == " " and token.text.isdigit() and len(token.text) < 4
        if token and not run and token.text.isdigit() and re.match(r": [A-Z]{1,9}\b", text[token.end : token.end + 12]):
            run = [token]
            continue
        if token and (token.shouted or (run and joined and (number or token.text in ("I", "A")))):
            if run and not joined:
                yield from _shouted(text, run)
                run = []
            if run or token.shouted:
                run.append(token)
        else:
            yield from _shouted(text, run)
            run = [token] if token and token.text in ("A", "I") else []


def _shouted(text: str, run: list[_Token]) -> Iterator[Found]:
    if run and run[-1].text in ("I", "A"):
        run = run[:-1]
    heavy = [token for token in run if token.low not in CONNECTORS and token.low not in UNNAMED]
    if not heavy or not any(token.shouted for token in heavy):
        return
    if len(run) == 1 and (len(run[0].text) < 4 or run[0].low in COMMON):
        return
    start, end = run[0].start, run[-1].end
    yield Found(start, end, text[start:end], "caps")


def _runs(text: str, tokens: list[_Token]) -> Iterator[Found]:
    """Runs of capitalised words, with particles and initials; and the longer ones that may be titles."""
    at = 0
    while at < len(tokens):
        token = tokens[at]
        if not token.capital:
            at += 1
            continue
        last = _reach(text, tokens, at, PARTICLES)
        wide = _reach(text, tokens, at, CONNECTORS)
        head = _heads(text, token.start)
        if wide > last:
            first = at + (token.low in _BEFORE_TITLE)
            yield Found(
                tokens[first].start, tokens[wide].end, text[tokens[first].start : tokens[wide].end], "title", head
            )
        first = at
        while first < last and tokens[first].low in COMMON and not _INITIAL.match(tokens[first].text):
            if first == at and last > first:
                yield Found(token.start, tokens[last].end, text[token.start : tokens[last].end], "title", head)
            first += 1
        if tokens[first].low not in COMMON | UNNAMED or last > first:
            start, end = tokens[first].start, tokens[last].end
            yield Found(start, end, text[start:end], "run", head and first == at)
        at = last + 1


def _reach(text: str, tokens: list[_Token], at: int, small: frozenset[str]) -> int:
    """Index of the last token of the run that begins at a token, with small words allowed between."""
    last = at
    for place in range(at + 1, min(at + 9, len(tokens))):
        gap = text[tokens[place - 1].end : tokens[place].start]
        initial = _INITIAL.match(tokens[place - 1].text) or tokens[place - 1].low in _TITLES | {"jr", "st"}
        if gap != " " and not (gap in (". ", ".") and initial):
            break
        token = tokens[place]
        if token.capital or (place > at and _NUMERAL.match(token.text) and small is CONNECTORS and last == place - 1):
            last = place
        elif token.low not in small:
            break
    return last


def _heads(text: str, start: int) -> bool:
    """Whether a sentence begins here."""
    before = text[max(0, start - 3) : start].rstrip(" \"'(*_[{-")
    return not before or before[-1] in ".!?:\n" or "\n" in text[max(0, start - 2) : start]
