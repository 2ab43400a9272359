"""Values of sources as intervals: dates in days, durations in seconds, ways in metres, all else as it is counted."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

MINUTE, DAY_SECONDS, DAYS_OF_A_YEAR, KM, MILLION = 60.0, 86_400.0, 365.25, 1000.0, 1_000_000.0
SCALES = {
    "minutes": (MINUTE, "s"),
    "years": (DAYS_OF_A_YEAR * DAY_SECONDS, "s"),
    "km": (KM, "m"),
    "millions": (MILLION, "1"),
    "count": (1.0, "1"),
}
LAST_YEAR = 9998
_ISO = re.compile(r"(\d{1,4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")

Interval = tuple[float, float, str]


def days(words: Any) -> tuple[float, float] | None:
    """The days of a date, a month, a year, or a span ``from/to``, half open; None for what is none of these.

    >>> days("1945-05")
    (710152.0, 710183.0)
    """
    first, slash, last = str(words).strip().partition("/")
    begin, end = _one(first), _one(last if slash else first)
    if begin is None or end is None or end[1] <= begin[0]:
        return None
    return float(begin[0]), float(end[1])


def _one(words: str) -> tuple[int, int] | None:
    found = _ISO.fullmatch(words.strip())
    if not found:
        return None
    year, month, day = (int(part) if part else 0 for part in found.groups())
    if not 1 <= year <= LAST_YEAR:
        return None
    try:
        if day:
            start = date(year, month, day).toordinal()
            return start, start + 1
        if month:
            after = date(year + month // 12, month % 12 + 1, 1)
            return date(year, month, 1).toordinal(), after.toordinal()
    except ValueError:
        return None
    return date(year, 1, 1).toordinal(), date(year + 1, 1, 1).toordinal()


def year_of(interval: tuple[float, float]) -> tuple[float, float]:
    """The whole year, or years, in which an interval of days lies."""
    first, last = (date.fromordinal(int(day)).year for day in (interval[0], interval[1] - 1))
    return float(date(first, 1, 1).toordinal()), float(date(last + 1, 1, 1).toordinal())


def measured(value: Any, measure: str) -> Interval | None:
    """A value, or a [least, greatest] pair, as an interval with its unit; None for what is no number or date."""
    if measure == "date":
        interval = days(value)
        return (*interval, "day") if interval else None
    ends = value if isinstance(value, list | tuple) else [value, value]
    if measure not in SCALES or len(ends) != 2:
        return None
    try:
        low, high = float(ends[0]), float(ends[1])
    except (TypeError, ValueError):
        return None
    scale, unit = SCALES[measure]
    return (low * scale, high * scale, unit) if low <= high else None
