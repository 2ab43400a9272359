"""Dates: days, months, seasons, years, spans of years, decades and centuries; every reading that the words allow."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial

from cranework.reading.model import Value
from cranework.reading.values import calendar, nearby
from cranework.reading.values.calendar import MONTHS, SEASONS, Days
from cranework.reading.values.numbers import table

_MONTH = (
    r"(?P<month>January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b)\.?"
)
_YEAR = r"(?P<year>1\d{3}|20[0-3]\d)(?![\d%]|,\d{3}|\.\d)"
_SHORT = r"'(?P<short>\d\d)(?!\w|'s)"
_ANY_YEAR = rf"(?:{_YEAR}|{_SHORT})"
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_PART = (
    r"(?:(?:the )?(?P<early>early(?: part of| in)?|beginning of|start of|dawn of)"
    r"|(?:the )?(?P<mid>mid(?:dle)?(?: of)?)"
    r"|(?:the )?(?P<late>late(?: in)?|end of|close of|later part of|latter part of))"
    r"(?:[ -]|\b)(?:the )?"
)
_CIRCA = r"(?:(?P<circa>about|around|circa|c\.|ca\.?|roughly|approximately|some time in|sometime around) ?)?"
_TENS = r"(?P<tens>twenties|thirties|forties|fourties|fifties|sixties|seventies|eighties|nineties)"
_DECADES = table("twenties thirties forties fifties sixties seventies eighties nineties", 1920, 10)
_CENTURIES = table("fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first", 15)
_TEN = table("ten twenty thirty forty fifty sixty seventy eighty ninety", 10, 10)
_ONE = table("one two three four five six seven eight nine", 1)
_NO_YEAR_AFTER = re.compile(
    r"(?:-|\s)(?:minutes?|mins?|seconds?|hours?|days?|years?|miles?|km|kilomet|met(?:re|er)s?|feet|ft|yards|people"
    r"|soldiers?|men\b|women\b"
    r"|children|extras|copies|prints|theat|cinemas|screens|seats|dollars|pounds|percent|per cent"
    r"|times|votes|reviews|tanks|planes|prisoners|dead|tons|shots|frames|viewers|pages|characters|words)",
    re.IGNORECASE,
)
_YEARS_OPENING = re.compile(
    r"(?:in|of|since|until|till|by|from|to|after|before|year|during|around|about|circa|\() ?$", re.I
)
_AGES = re.compile(r"\b(?:his|her|their|my|your|our) (?:early |mid |mid-|late |late-)?$", re.IGNORECASE)

NUMERIC = re.compile(r"(?<![\w./-])(\d{1,4})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?![\w/-]|\.\d)")
_TO = r"(?: ?[-\u2013] ?| to | and )"
_OF = r"(?:,| of)? "
_UNTIL = _MONTH.replace("P<month>", "P<until>")
_IN_FRONT = r"(?:(?<=[\s(,;\"])|(?<=^))"
_CASED = "bare"
"""May and March are words too: only written as names, after a preposition."""
_PATTERNS: tuple[tuple[str, str], ...] = (
    ("days", rf"(?P<from>[0-3]?\d)(?:st|nd|rd|th)?{_TO}(?:the )?{_DAY}(?: of)? {_MONTH},? {_ANY_YEAR}"),
    ("days", rf"{_MONTH} (?P<from>[0-3]?\d)(?:st|nd|rd|th)?{_TO}(?:the )?{_DAY},? {_ANY_YEAR}"),
    ("day", rf"(?<![\w.,])(?:the )?{_DAY}(?: day)?(?: of)? {_MONTH}(?:,? (?:of )?{_ANY_YEAR})?(?!\w)"),
    ("day", rf"\b{_MONTH} (?:the )?{_DAY}(?![\d:%])(?:,? (?:of )?{_ANY_YEAR})?(?!\w)"),
    ("months", rf"\b{_MONTH}(?:{_TO}| or ){_UNTIL}{_OF}{_ANY_YEAR}"),
    ("month", rf"\b{_CIRCA}(?:{_PART})?{_MONTH}{_OF}{_ANY_YEAR}"),
    ("bare", rf"\b(?:in|of|by|since|until|early|late|after|before|during) {_MONTH}(?![\w'])(?! \d)"),
    ("season", rf"\b(?:the )?(?:{_PART})?(?P<season>{'|'.join(SEASONS)}){_OF}{_ANY_YEAR}"
               r"(?: ?[-/\u2013] ?(?P<to>\d{4}|\d\d))?(?!\w)"),
    ("decade", rf"\b(?:{_PART})?(?:the )?(?P<decade>1[0-9]\d0|20[0-2]0)'?s\b"),
    ("decade", rf"(?<![\w/])(?:\b{_PART})?'?(?P<two>[1-9]0)'?s\b"),
    ("decade", rf"\b(?:{_PART})?(?:nineteen[ -])?{_TENS}\b"),
    ("century", rf"\b(?:{_PART})?(?:the )?(?:(?P<nth>1[4-9]|2[01])(?:th|st)|(?P<word>{'|'.join(_CENTURIES)}))"
                r"[ -]century"),
    ("span", rf"(?<![\w./]){_YEAR} ?(?:-|\u2013|\u2014|/|to|until|till|through|and) ?"
             r"(?P<to>1\d{3}|20[0-3]\d|\d\d)(?![\w%/]|\.\d|-\d)"),
    ("year", rf"(?<![\w.,:$£€#/-])\b{_CIRCA}(?:{_PART})?(?:the )?(?:years? )?{_YEAR}(?![\w/])(?!-\d)"),
    ("words", rf"\bnineteen[ -](?:hundred (?:and )?)?(?P<ten>{'|'.join(_TEN)}|oh|o)(?:[ -](?P<one>{'|'.join(_ONE)}))?"
              r"\b"),
    ("year", rf"{_IN_FRONT}{_CIRCA}(?:\b{_PART})?{_SHORT}"),
)  # fmt: skip
_COMPILED = tuple((n, re.compile(p, re.NOFLAG if n == _CASED else re.IGNORECASE)) for n, p in _PATTERNS)
_ANCHOR = re.compile(
    r"\d\d|\d(?= [A-Z])|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|\b[a-z]+ties\b|\bcentury|\bnineteen", re.I
)
"""Every date holds one of these."""
_ALL_YEARS = range(1880, 2031)
"""Years that a date without one may belong to: those of the cinema, and of those who made it."""


def find(text: str) -> list[Value]:
    """All dates, in order of the text; the longest wins where two begin in one another."""
    century = _century(text)
    full_year = partial(_full_year, century)
    found: list[Value] = []
    for window in nearby.windows(text, (m.start() for m in _ANCHOR.finditer(text))):
        here = list(_numeric(text, window, century))
        for name, pattern in _COMPILED:
            for match in pattern.finditer(text, *window):
                if any(v.start < match.end() and match.start() < v.end for v in here):
                    continue
                if value := _READ[name](text, match, full_year):
                    here.append(value)
        found += here
    return sorted(found, key=lambda v: v.start)


def _century(text: str) -> int:
    """The century that the text's other years have."""
    counted = Counter(int(m.group()[:2]) for m in re.finditer(r"\b(?:1[89]|20)\d\d\b", text))
    return counted.most_common(1)[0][0] * 100 if counted else 1900


def _full_year(century: int, match: re.Match[str]) -> int:
    groups = match.groupdict()
    return int(groups["year"]) if groups.get("year") else century + int(groups["short"])


_Year = Callable[[re.Match[str]], int]


def _value(text: str, match: re.Match[str], *readings: Days, hedged: bool = False) -> Value:
    start, end = match.span()
    hedged = hedged or bool(match.groupdict().get("circa"))
    words = text[start:end]
    trimmed = words.rstrip(" .,") if words.endswith((" ", ",")) else words
    return Value(start, start + len(trimmed), trimmed, "date", *readings[0], "day", readings, hedged)


def _part(match: re.Match[str]) -> str | None:
    return next((name for name in ("early", "mid", "late") if match.groupdict().get(name)), None)


def _numeric(text: str, window: tuple[int, int], century: int) -> Iterator[Value]:
    """22/06/1941, 22.6.41, 1941-06-22: every order of day and month that the calendar allows."""
    for match in NUMERIC.finditer(text, *window):
        first, second, third = match[1], int(match[3]), match[4]
        orders = []
        if len(first) == 4 and len(third) == 2:
            orders = [(int(third), second, int(first))]
        elif len(first) <= 2:
            full = int(third) if len(third) == 4 else century + int(third)
            orders = [(int(first), second, full), (second, int(first), full)]
            if len(third) == 2 and int(first) > 31:
                orders = [(int(third), second, century + int(first))]
        readings = dict.fromkeys(days for order in orders if (days := calendar.day(*order)))
        if readings:
            yield _value(text, match, *readings)


def _read_day(text: str, match: re.Match[str], year: _Year) -> Value | None:
    day, month = int(match["day"]), MONTHS[match["month"].lower()]
    if match["month"] == "may" or not 1 <= day <= 31 or match["month"] == "march":
        return None
    if match["year"] or match["short"]:
        days = calendar.day(day, month, year(match))
        return _value(text, match, days) if days else None
    readings = [days for of in _ALL_YEARS if (days := calendar.day(day, month, of))]
    if not readings:
        return None
    hull = (readings[0][0], readings[-1][1])
    return Value(*match.span(), match.group(), "date", *hull, "day", tuple(readings), hedged=True)


def _read_days(text: str, match: re.Match[str], year: _Year) -> Value | None:
    month, of = MONTHS[match["month"].lower()], year(match)
    first, last = calendar.day(int(match["from"]), month, of), calendar.day(int(match["day"]), month, of)
    return _value(text, match, (first[0], last[1])) if first and last and first < last else None


def _read_months(text: str, match: re.Match[str], year: _Year) -> Value | None:
    first = calendar.month(MONTHS[match["month"].lower()], year(match))
    last = calendar.month(MONTHS[match["until"].lower()], year(match))
    return _value(text, match, (first[0], last[1])) if first <= last else None


def _read_month(text: str, match: re.Match[str], year: _Year) -> Value | None:
    days = calendar.part(_part(match), calendar.month(MONTHS[match["month"].lower()], year(match)))
    return _value(text, match, days)


def _read_bare(text: str, match: re.Match[str], year: _Year) -> Value | None:
    name, start = match["month"], match.start("month")
    readings = tuple(calendar.month(MONTHS[name.lower()], of) for of in _ALL_YEARS)
    hull = (readings[0][0], readings[-1][1])
    return Value(start, start + len(name), name, "date", *hull, "day", readings, hedged=True)


def _read_season(text: str, match: re.Match[str], year: _Year) -> Value | None:
    of = year(match)
    days = calendar.season(match["season"].lower(), of)
    if match["to"]:
        winter = match["season"].lower() == "winter"
        days = (calendar.month(12, of)[0] if winter else days[0], calendar.season(match["season"].lower(), of + 1)[1])
    return _value(text, match, days)


def _read_decade(text: str, match: re.Match[str], year: _Year) -> Value | None:
    groups = match.groupdict()
    if _AGES.search(text[max(0, match.start() - 20) : match.start()]):
        return None
    if groups.get("decade"):
        first = int(groups["decade"])
    elif groups.get("two"):
        first = 1900 + int(groups["two"])
    else:
        first = _DECADES[groups["tens"].lower().replace("fourties", "forties")]
    decade = calendar.part(_part(match), calendar.years(first, first + 10))
    if first % 100 == 0:
        return _value(text, match, decade, calendar.part(_part(match), calendar.years(first, first + 100)))
    return _value(text, match, decade)


def _read_century(text: str, match: re.Match[str], year: _Year) -> Value | None:
    number = int(match["nth"]) if match["nth"] else _CENTURIES[match["word"].lower()]
    whole = calendar.years(100 * (number - 1), 100 * number + 1)
    return _value(text, match, calendar.part(_part(match), whole))


def _read_span(text: str, match: re.Match[str], year: _Year) -> Value | None:
    first, words = year(match), match["to"]
    last = int(words) if len(words) == 4 else first - first % 100 + int(words)
    if not first < last <= first + 150 or (" and " in match.group() and not _between(text, match.start())):
        return None
    if len(words) == 2 and _NO_YEAR_AFTER.match(text, match.end()):
        return None
    if len(words) == 2 and not re.search(r"\d ?[-\u2013/] ?\d", match.group()):
        return None
    return _value(text, match, calendar.years(first, last + 1))


def _between(text: str, start: int) -> bool:
    return text[max(0, start - 8) : start].lower() == "between "


def _read_year(text: str, match: re.Match[str], year: _Year) -> Value | None:
    of = year(match)
    before, part = text[max(0, match.start() - 8) : match.start()], _part(match)
    if _NO_YEAR_AFTER.match(text, match.end()) or re.match(r": [A-Z]", text[match.end() : match.end() + 3]):
        return None
    if of < 1800 and not _YEARS_OPENING.search(before) and part is None:
        return None
    days = calendar.part(part, calendar.year(of))
    if match["circa"]:
        days = (calendar.years(of - 2, of)[0], calendar.years(of, of + 3)[1])
    return _value(text, match, days)


def _read_words(text: str, match: re.Match[str], year: _Year) -> Value | None:
    """Nineteen fifty-seven."""
    ten, one = match["ten"].lower(), _ONE.get((match["one"] or "").lower(), 0)
    if not one and ten not in _TEN:
        return None
    return _value(text, match, calendar.year(1900 + _TEN.get(ten, 0) + one))


_READ: dict[str, Callable[[str, re.Match[str], _Year], Value | None]] = {
    "day": _read_day, "days": _read_days, "months": _read_months, "month": _read_month, "bare": _read_bare,
    "season": _read_season, "decade": _read_decade, "century": _read_century, "span": _read_span, "year": _read_year,
    "words": _read_words,
}  # fmt: skip
