"""Numbers as reviews write them: digits, words, fractions, dozens; exact, with the place to which they are rounded."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction


def table(words: str, first: int, step: int = 1) -> dict[str, int]:
    """Words in order, each with its number."""
    return {word: first + step * n for n, word in enumerate(words.split())}


UNITS = table(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen",
    0,
)
TENS = table("twenty thirty forty fifty sixty seventy eighty ninety", 20, 10) | {"fourty": 40}
SCALES = {
    "hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "dozen": 12, "mln": 10**6, "bn": 10**9,
    "k": 1000,
}  # fmt: skip
PARTS = {"half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
         "tenth": 10}  # fmt: skip
ORDINALS = table(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth"
    " sixteenth seventeenth eighteenth nineteenth twentieth",
    1,
) | {"thirtieth": 30, "fortieth": 40, "fiftieth": 50, "sixtieth": 60, "hundredth": 100}
MANY = {"dozens": 12, "scores": 20, "hundreds": 100, "thousands": 1000, "millions": 10**6}
MARKS = {"½": Fraction(1, 2), "¼": Fraction(1, 4), "¾": Fraction(3, 4), "⅓": Fraction(1, 3), "⅔": Fraction(2, 3)}

_NAMES = "|".join(sorted({*UNITS, *TENS}, key=len, reverse=True))
_SCALE = "|".join(SCALES)
_PART = "|".join(PARTS)
_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3}(?:[ \u00a0]\d{3}){2,4}(?!\d)|\d+(?:\.\d+)?"
_MARK = "|".join(MARKS)
START = re.compile(
    rf"(?P<ordinal>(?<![\w.,])\d{{1,3}}(?:st|nd|rd|th)\b|\b(?:(?:{'|'.join(TENS)})[ -])?(?:{'|'.join(ORDINALS)})\b)"
    rf"|(?P<digits>(?<![\w.,/])(?:{_DIGITS})(?:[ -]?(?:and )?(?P<over>[1-7]/[2-8])(?![\d/])|[ ]?(?P<mark>{_MARK}))?"
    rf"(?:(?P<short>m|k|bn)\b)?|(?:{_MARK}))"
    rf"|(?P<many>\b(?:tens of |hundreds of )?(?:{'|'.join(MANY)})(?: of (?:thousands|millions))?\b)"
    r"|(?P<couple>\b(?:a couple(?: of\b|(?= (?:more|hundred|thousand|dozen|hours|years|days|weeks|months|minutes)\b))"
    r"|(?:(?:quite )?a few|several)\b))"
    rf"|(?P<half>\b(?:half|(?:a |one[ -])quarter of|three[ -]quarters of) an?\b)"
    rf"|(?P<words>\b(?:an? )?(?:{_SCALE})\b|\b(?:{_NAMES})\b)",
    re.IGNORECASE,
)
_WORD = re.compile("[0-9½¼¾⅓⅔]+|[A-Za-z]+")
_DIGIT = frozenset("0123456789½¼¾⅓⅔")
_STARTERS = frozenset({*UNITS, *TENS, *SCALES, *ORDINALS, *MANY, "a", "an", "half", "quite", "several", "tens"})
_NEXT = re.compile(rf"[ -](?:and )?(?P<name>{_NAMES})\b|[ -](?P<scale>{_SCALE})s?\b", re.IGNORECASE)
_AND_PART = re.compile(rf"[ -]and[ -](?:an?|one|three)[ -](?P<part>{_PART})s?\b", re.IGNORECASE)
_SOME = {"couple": (2, 3), "few": (2, 6), "several": (3, 10)}


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a text.

    Attributes:
        place: half of the last place that is not zero: what a round number leaves open (26,600,000: 50,000).
        high: the greatest value of a word as wide as "several"; else ``value``.
        ordinal: third, 3rd.
        digits: written in digits.
        scaled: a scale word (million) belongs to it.
    """

    start: int
    end: int
    value: Fraction
    place: Fraction
    high: Fraction
    ordinal: bool = False
    digits: bool = False
    scaled: bool = False
    vague: bool = False


def half_place(value: Fraction) -> Fraction:
    """Half of the last decimal place of a number that is not zero, if that lies before the point; else 0."""
    if value.denominator != 1 or value == 0:
        return Fraction(0)
    place, rest = 1, int(value)
    while rest % 10 == 0:
        place, rest = place * 10, rest // 10
    return Fraction(place, 2) if place > 1 else Fraction(0)


def numbers(text: str) -> Iterator[Number]:
    """All numbers of a text, in order, none within another."""
    end = 0
    for word in _WORD.finditer(text):
        if word.start() < end or not (word.group()[0] in _DIGIT or word.group().lower() in _STARTERS):
            continue
        if found := START.match(text, word.start()):
            number = _number(text, found)
            yield number
            end = number.end


def _number(text: str, found: re.Match[str]) -> Number:
    start, end, words = found.start(), found.end(), found.group().lower()
    if found["ordinal"]:
        value = Fraction(_ordinal(words))
        return Number(start, end, value, Fraction(0), value, ordinal=True)
    if found["couple"]:
        low, high = next(pair for word, pair in _SOME.items() if word in words)
        return Number(start, end, Fraction(low), Fraction(0), Fraction(high), vague=True)
    if found["many"]:
        return _many(start, end, words)
    if found["half"]:
        part = Fraction(1, 2) if words.startswith("half") else Fraction(3 if "three" in words else 1, 4)
        value, end, scaled = _tail(text, end, part, alone=True)
    elif found["digits"]:
        value, end, scaled = _tail(text, end, _digits(found), alone=True)
        if short := found["short"]:
            value, scaled = value * {"m": 10**6, "k": 1000, "bn": 10**9}[short.lower()], True
    else:
        first = words.split()[-1]
        value = Fraction(UNITS.get(first, TENS.get(first, SCALES.get(first, 0))))
        value, end, scaled = _tail(text, end, value, alone=False)
        scaled = scaled or first in SCALES
    return Number(start, end, value, half_place(value), value, digits=bool(found["digits"]), scaled=scaled)


def _ordinal(words: str) -> int:
    if words[0].isdigit():
        return int(words[:-2])
    parts = re.split("[ -]", words)
    return sum(TENS.get(part, ORDINALS.get(part, 0)) for part in parts)


def _many(start: int, end: int, words: str) -> Number:
    low = 1
    for word in re.findall(r"tens|[a-z]+s\b", words):
        low *= MANY.get(word, 10 if word == "tens" else 1)
    value = Fraction(low if low > 12 else 20)
    return Number(start, end, value, Fraction(0), value * 20, scaled=True, vague=True)


def _digits(found: re.Match[str]) -> Fraction:
    words = found["digits"]
    if words in MARKS:
        return MARKS[words]
    plain = re.match(_DIGITS, words)
    assert plain is not None
    value = Fraction(re.sub(r"[,\s]", "", plain.group()))
    if found["over"]:
        top, bottom = found["over"].split("/")
        value += Fraction(int(top), int(bottom))
    return value + MARKS.get(found["mark"] or "", Fraction(0))


def _tail(text: str, end: int, value: Fraction, alone: bool) -> tuple[Fraction, int, bool]:
    """Take in the words of one number that follow its first; digits (``alone``) only take scales and halves."""
    total, scaled = Fraction(0), False
    while True:
        if part := _AND_PART.match(text, end):
            top = 3 if "three" in part.group() else 1
            value, end = value + Fraction(top, PARTS[part["part"].lower()]), part.end()
            continue
        follows = _NEXT.match(text, end)
        if follows is None:
            break
        if scale := follows["scale"]:
            size = SCALES[scale.lower()]
            if size == 100 or scale.lower() == "dozen":
                value = (value or Fraction(1)) * size
            else:
                total, value = total + (value or Fraction(1)) * size, Fraction(0)
            scaled, end = True, follows.end()
            continue
        name = follows["name"].lower()
        more = UNITS.get(name, TENS.get(name, 0))
        joins = " and " not in follows.group() or (value % 100 == 0 and (value > 0 or scaled))
        room = scaled if value == 0 else value % 100 == 0 or (value % 10 == 0 and value % 100 >= 20 > 2 * more)
        if alone or not joins or not room:
            break
        value, end = value + more, follows.end()
    return total + value, end, scaled
