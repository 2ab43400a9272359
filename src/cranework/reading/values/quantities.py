"""Counts, durations, distances, shares, sums of money and ordinals: numbers with what stands around them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import accumulate

from cranework.reading.model import Value
from cranework.reading.values import hedges, nearby, units
from cranework.reading.values.nearby import search
from cranework.reading.values.numbers import PARTS, UNITS, Number, numbers
from cranework.reading.values.units import Unit

_SIGN = re.compile(r"(?:US ?)?[$£€¥] ?$")
_JOIN = re.compile(r"(?:-|\u2013|\u2014| - | to | or |-to-)(?:[$£€¥])?$|(?P<and> and )$")
_BETWEEN = re.compile(r"(?:between|from) (?:[$£€¥])?$", re.IGNORECASE)
_IN = re.compile(r"(?: in| out of(?: every)?| of every|-in-) $|-in-$", re.IGNORECASE)
_PARTS = "|".join(PARTS)
_FRACTION = re.compile(
    rf"(?:(?<!and )(?P<top>\b(?:an?|one|two|three|four))[ -](?P<part>(?:{_PARTS})s?)(?= of\b(?! an?\b)| the\b)"
    r"|(?<![\w-])(?<!and a )(?P<half>half)(?= of\b(?! an?\b)))"
    r"|\bevery (?P<every>second|third|fourth|fifth|sixth|seventh|eighth|tenth)(?= [a-z])",
    re.IGNORECASE,
)
_HALF_OF = re.compile(r"(?:first|second|other|last|latter|final|next|better|third|this) $", re.IGNORECASE)
_ARTICLE = re.compile(
    r"\ban? (?=(?:hour|year|month|week|day|decade|century|mile)\b(?:(?<=hour)|(?= and an? (?:half|quarter)\b"
    r"|[ -](?:later|long|after|before|earlier|ago|and more|or so|or more)\b)))",
    re.IGNORECASE,
)
_AND_PART = re.compile(rf",? and (?:an?|one|three)[ -](?P<part>{_PARTS})s?\b", re.IGNORECASE)
_CLOCK = re.compile(
    r"(?<![\w.,:])(?P<h>\d{1,2}) ?(?:h|hrs?\.?|hours?)(?:,? and |,? )?(?P<m>[0-5]?\d)"
    r"(?: ?(?:m|mins?\.?|minutes?))?(?![\w'])"
    r"|(?<![\w'.,:/])(?P<prime>\d{2,3}) ?['\u2032](?![\w'])"
    r"|(?:(?<=time )|(?<=time: )|(?<=time of ))(?P<long>\d):(?P<over>[0-5]\d)(?![\d:]| ?[ap]\.?m)"
    r"|(?<![\w-])(?<!and )(?<!and a )(?:(?:one|a) )?(?P<half>half)[ -]hour\b"
    r"|(?:(?<=first )|(?<=last )|(?<=final )|(?<=opening )|(?<=closing ))(?P<whole>hour)\b",
    re.IGNORECASE,
)
_SMALL = "one|two|three|four|five|six|seven|eight|nine|ten"
_ANCHOR = re.compile(
    rf"\d|[½¼¾]|\b(?:{_SMALL}|stars?|half|hours?|years?|months?|weeks?|days?|decade|century|mile|third|quarter|every)\b",
    re.I,
)
"""Every value that is more than a number holds one of these."""
_NO_QUANTITY = re.compile(
    r"(?<![\w.])\d{1,3}(?:[.,]\d+)? ?/ ?(?:10|5|4|6|100|20)\b(?!/)"
    rf"|\b(?:[\d.]+|{_SMALL})½? (?:and a half )?(?:out of|of) (?:10|ten|5|five|4|four|100)\b(?! [a-z]+s\b(?<!stars))"
    r"|\b\d{1,2}(?::\d\d)? ?(?:[ap]\.?m\b|o'clock)|\b\d{1,3} ?mm\b|\b\d{1,2}:\d\d(?::\d\d)?\b"
    r"|\b(?:no|nr|number|part|chapter|vol|volume|episode|season|act|reel|page|p|pp|channel|take(?!s)|disc|region|scene|rule"
    r"|version)(?:\.|s)? ?(?:\d+|one|two|three|four|five|six)\b|#\d+|\b[A-Za-z]+-\d+\b(?<!mid-\d)"
    r"|\b(?:[\d.½]+|[a-z]+)(?: and a half)?[ -]stars?\b|\bone (?:day|another|of|by one)\b",
    re.IGNORECASE,
)
"""Ratings, times of day, gauges, parts, pages."""
_RATIO = re.compile(r"(?<![\w.:])(?P<w>[12]\.\d{1,3}|4|16)(?::| ?x ?| to )(?P<h>1|3|9)(?![\w:.]\w)", re.IGNORECASE)
_CAPITAL_AFTER = re.compile(r"[ -](?P<word>[A-Z][a-z]+)")
_CAPITAL_BEFORE = re.compile(r"(?P<word>[A-Z][\w']+)[ -]$")
_TITLE = re.compile(r"8 ?1/2|8½|\d{4}: \w")
"""Numerals that are films."""
_COUNTED = re.compile(
    "(?:soviet|german|russian|american|european|jew|oscar|bafta|emmy|palestinian)s?|british|french|italian|polish|nazis?"
    "|allied|japanese|chinese|jewish|english|swedish|spanish|red|academy|golden|best|cannes|vietnamese"
)
_BEFORE_COUNT = re.compile(
    "in|on|at|of|for|with|about|over|under|only|some|the|a|an|and|but|or|by|from|to|after|before|nearly|almost|around"
    "|roughly|approximately|more|less|between|all|these|those|their|his|her|its|our|my|when|while|within|there|we|i|he"
    "|she|they|it|than|up|perhaps|since|until|during|through"
)
"""Words that may be capitalised before a number without making a name of both."""


@dataclass(frozen=True, slots=True)
class _Span:
    """A stretch of the text with a low and a high number, before its unit is known."""

    start: int
    end: int
    low: Number
    high: Number


def find(text: str, taken: Sequence[tuple[int, int]]) -> list[Value]:
    """All quantities outside the stretches that are taken (by dates)."""
    candidates = list(numbers(text))
    near = nearby.windows(text, (m.start() for m in _ANCHOR.finditer(text)))
    found = [*_ratios(text, near), *_clocks(text, near), *_fractions(text, near)]
    spans = sorted([*taken, *((v.start, v.end) for v in found), *(m.span() for m in search(_NO_QUANTITY, text, near))])
    barred = _Barred(spans)
    every = [n for n in candidates if not barred.touch(n.start, n.end)]
    every += [_article(m) for m in search(_ARTICLE, text, near) if not barred.touch(*m.span())]
    every.sort(key=lambda n: n.start)
    used = -1
    for index, number in enumerate(every):
        if number.start < used:
            continue
        value = _value(text, every, index)
        if value is not None:
            found.append(value)
            used = value.end
    return found


class _Barred:
    """Stretches in which no number is looked for, asked in ascending order of their starts."""

    def __init__(self, spans: Sequence[tuple[int, int]]) -> None:
        self._starts = [start for start, _ in spans]
        self._ends = list(accumulate((end for _, end in spans), max))

    def touch(self, start: int, end: int) -> bool:
        before = bisect_left(self._starts, end)
        return before > 0 and self._ends[before - 1] > start


def _article(found: re.Match[str]) -> Number:
    one = Fraction(1)
    return Number(found.start(), found.end() - 1, one, Fraction(0), one)


def _value(text: str, every: Sequence[Number], index: int) -> Value | None:
    number = every[index]
    if number.ordinal:
        n = float(number.value)
        return Value(number.start, number.end, text[number.start : number.end], "ordinal", n, n, "1", ((n, n),))
    following = every[index + 1] if index + 1 < len(every) else None
    if following is not None and not following.ordinal:
        if _IN.fullmatch(text[number.end : following.start]) and number.value < following.value:
            return _one_in(text, number, following)
        if joined := _range(text, number, following):
            return _measured(text, joined, every[index + 2] if index + 2 < len(every) else None)
    return _measured(text, _Span(number.start, number.end, number, number), following)


def _range(text: str, low: Number, high: Number) -> _Span | None:
    join = _JOIN.fullmatch(text[low.end : high.start])
    opening = _BETWEEN.search(text[max(0, low.start - 10) : low.start])
    if join is None or (join["and"] and (opening is None or "rom" in opening.group())):
        return None
    if not low.scaled and high.scaled:
        scale = high.value / max(Fraction(1), _mantissa(high.value))
        if low.value < _mantissa(high.value):
            low = Number(low.start, low.end, low.value * scale, low.place * scale, low.high * scale, scaled=True)
    if low.value >= high.value:
        return None
    start = max(0, low.start - 10) + opening.start() if opening else low.start
    return _Span(start, high.end, low, high)


def _mantissa(value: Fraction) -> Fraction:
    for scale in (10**9, 10**6, 1000, 100):
        if value >= scale:
            return value / scale
    return value


def _one_in(text: str, top: Number, bottom: Number) -> Value:
    """One in seven: whatever rounds to it (one in 6.5 to 7.5)."""
    half = Fraction(1, 2)
    low, high = top.value / (bottom.value + half), top.value / (bottom.value - half)
    return _hedged(text, top.start, bottom.end, "share", "1", low, high, Fraction(0))


def _measured(text: str, span: _Span, following: Number | None) -> Value | None:
    """The value of a number or a range with the unit or the sign that stands beside it."""
    sign = _SIGN.search(text[max(0, span.start - 5) : span.start])
    low, high = span.low.value, span.high.high
    vague = span.low.vague or span.high.vague
    if sign is not None:
        start = max(0, span.start - 5) + sign.start()
        loose = min(span.low.place, low / 4) if low >= 100 else Fraction(0)
        return _hedged(
            text, start, span.end, "money", units.CURRENCY[sign.group().strip()[-1]], low, high, loose, vague
        )
    late, plain_end = hedges.after(text, span.end)
    for inner, end in ((None, span.end), (late, plain_end)):
        if beside := units.after(text, end):
            unit, end = beside
            return _in_unit(text, span, unit, end, following, inner)
    if not _counts(text, span):
        return None
    loose = min(span.low.place, low / 4) if low >= 100 and span.low is span.high else Fraction(0)
    return _hedged(text, span.start, span.end, "count", "1", low, high, loose, vague)


def _in_unit(text: str, span: _Span, unit: Unit, end: int, following: Number | None, inner: str | None) -> Value | None:
    low, high = span.low.value * unit.size, span.high.high * unit.size
    place = min(span.low.place, span.low.value / (20 if unit.kind == "duration" else 4)) * unit.size
    loose = (
        Fraction(0) if span.low is not span.high or span.low.vague else max(place, min(unit.loose * unit.size, low / 6))
    )
    if unit.kind == "duration" and span.low is span.high:
        if part := _AND_PART.match(text, end):
            more = Fraction(3 if "three" in part.group() else 1, PARTS[part["part"].lower()]) * unit.size
            low, high, end = low + more, high + more, part.end()
        elif following is not None and (compound := _compound(text, unit, end, following)):
            more, end = compound
            low, high, loose = low + more, high + more, Fraction(0)
    return _hedged(text, span.start, end, unit.kind, unit.symbol, low, high, loose, span.low.vague, inner)


def _compound(text: str, unit: Unit, end: int, following: Number) -> tuple[Fraction, int] | None:
    """The smaller part of "two hours and twenty minutes", "two hours twenty", "3 years 10 months"."""
    if not re.fullmatch(r"\.?,?(?: and)? ?", text[end : following.start]) or following.vague or following.ordinal:
        return None
    beside = units.after(text, following.end)
    if beside is not None and beside[0].kind == "duration" and beside[0].size < unit.size:
        return following.value * beside[0].size, beside[1]
    alone = re.match(r"\s*(?:[.,;:!?)]|$)", text[following.end :])
    if unit.size == 3600 and alone and "and" not in text[end : following.start] and 0 < following.value < 60:
        return following.value * 60, following.end
    return None


def _counts(text: str, span: _Span) -> bool:
    """Whether a number without a unit counts something: no lone one, no numeral of a title or a name."""
    words = text[span.start : span.end].lower()
    if words in ("one", "zero", "1", "0"):
        return False
    if _TITLE.match(words + text[span.end : span.end + 3]):
        return False
    after = _CAPITAL_AFTER.match(text, span.end)
    written = text[span.start].isdigit() or text[span.start].isupper()
    if after and written and not span.low.scaled and not _COUNTED.fullmatch(after["word"].lower()):
        return False
    before = _CAPITAL_BEFORE.search(text[max(0, span.start - 24) : span.start])
    return before is None or bool(_BEFORE_COUNT.fullmatch(before["word"].lower())) or after is not None


def _hedged(
    text: str, start: int, end: int, kind: str, unit: str, low: Fraction, high: Fraction, loose: Fraction,
    vague: bool = False, inner: str | None = None,
) -> Value:  # fmt: skip
    hedge, start = hedges.before(text, start)
    late, end = hedges.after(text, end)
    late = late or inner
    if hedge in (None, hedges.ABOUT, hedges.EXACTLY) and late is not None:
        hedge = late
    if hedge == hedges.EXACTLY and loose and kind != "count":
        hedge = None
    lo, hi = hedges.widen(low, high, loose, hedge)
    lo = max(lo, 0.0)
    open_ended = hedge not in (None, hedges.EXACTLY)
    return Value(start, end, text[start:end], kind, lo, hi, unit, ((lo, hi),), hedged=vague or open_ended)


def _ratios(text: str, near: Sequence[tuple[int, int]]) -> list[Value]:
    """Aspect ratios: 2.35:1, 4:3."""
    values = []
    for m in search(_RATIO, text, near):
        ratio = float(Fraction(m["w"]) / int(m["h"]))
        if 1 < ratio < 3:
            values.append(Value(*m.span(), m.group(), "count", ratio, ratio, "1", ((ratio, ratio),)))
    return values


def _clocks(text: str, near: Sequence[tuple[int, int]]) -> list[Value]:
    """Running times in signs: 1h37, 2 hrs 5, 95'."""
    values = []
    for m in search(_CLOCK, text, near):
        if m["prime"] and _open_quote(text, m.start()):
            continue
        seconds = Fraction(_clock_minutes(m) * 60)
        values.append(_hedged(text, m.start(), m.end(), "duration", "s", seconds, seconds, Fraction(0)))
    return values


def _clock_minutes(m: re.Match[str]) -> int:
    if minutes := m["prime"] or (m["half"] and 30) or (m["whole"] and 60):
        return int(minutes)
    return int(m["h"] or m["long"]) * 60 + int(m["m"] or m["over"])


def _open_quote(text: str, at: int) -> bool:
    """Whether a single quotation mark stands open shortly before."""
    before = text[max(0, at - 60) : at]
    return len(re.findall(r"(?:^|[\s(])'(?=\w)", before)) > len(re.findall(r"[\w.,!?]'(?=[\s.,;:!?)]|$)", before))


def _fractions(text: str, near: Sequence[tuple[int, int]]) -> list[Value]:
    """Two thirds of, half of, every seventh."""
    values = []
    for m in search(_FRACTION, text, near):
        if _HALF_OF.search(text[max(0, m.start() - 10) : m.start()]):
            continue
        if m["every"]:
            share = Fraction(1, PARTS.get(m["every"].lower(), 2))
        elif m["half"]:
            share = Fraction(1, 2)
        else:
            top = m["top"].lower()
            share = Fraction(UNITS.get(top, 1), PARTS[m["part"].lower().removesuffix("s").replace("halve", "half")])
        values.append(_hedged(text, m.start(), m.end(), "share", "1", share, share, share / 10))
    return values
