"""Values of Wikidata's snaks: times with their precision and calendar, amounts with their bounds, words and items."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from cranework.references.importers.wikidata_words import UNITS
from cranework.references.intervals import LAST_YEAR, days

DAY, MONTH, YEAR, DECADE = 11, 10, 9, 8
JULIAN = "Q1985786"
_TIME = re.compile(r"\+?(\d{1,16})-(\d\d)-(\d\d)T")


@dataclass(frozen=True, slots=True)
class Time:
    """A time in days: in the calendar of today, and as it is written where that was the Julian one."""

    words: str
    precision: int
    interval: tuple[float, float]
    old_style: tuple[float, float] | None = None


def value_of(snak: Mapping[str, Any]) -> Any:
    """The value of a snak as it stands; None where it says that there is none, or that it is not known."""
    if snak.get("snaktype", "value") != "value":
        return None
    found = snak.get("datavalue")
    return found.get("value") if isinstance(found, Mapping) else None


def item(snak: Mapping[str, Any]) -> str | None:
    """The id of the item that a snak names."""
    value = value_of(snak)
    if not isinstance(value, Mapping):
        return None
    if isinstance(value.get("id"), str):
        return str(value["id"])
    return f"Q{value['numeric-id']}" if isinstance(value.get("numeric-id"), int) else None


def words(snak: Mapping[str, Any]) -> tuple[str, str] | None:
    """(words, language) of a snak that holds a string."""
    value = value_of(snak)
    if isinstance(value, Mapping) and isinstance(value.get("text"), str):
        return str(value["text"]), str(value.get("language", ""))
    return (value, "") if isinstance(value, str) else None


def time(snak: Mapping[str, Any]) -> Time | None:
    """The time of a snak, if it is told to the decade at least and lies in the years that a calendar has."""
    value = value_of(snak)
    if not isinstance(value, Mapping) or not isinstance(value.get("precision"), int):
        return None
    found, precision = _TIME.match(str(value.get("time", ""))), min(value["precision"], DAY)
    if not found or precision < DECADE:
        return None
    year, month, day = (int(part) for part in found.groups())
    if not 1 <= year <= LAST_YEAR:
        return None
    if precision == DECADE:
        first = year - year % 10
        begin, end = days(max(first, 1)), days(min(first + 9, LAST_YEAR))
        return Time(f"{first}s", precision, (begin[0], end[1])) if begin and end else None
    written = "-".join((f"{year:04}", f"{month:02}", f"{day:02}")[: precision - YEAR + 1])
    interval = days(written)
    if interval is None:
        return None
    if precision == DAY and str(value.get("calendarmodel", "")).endswith(JULIAN):
        shift = _julian_shift(year, month)
        return Time(written, precision, (interval[0] + shift, interval[1] + shift), interval)
    return Time(written, precision, interval)


def _julian_shift(year: int, month: int) -> int:
    """By how many days the Julian calendar is behind the Gregorian one.

    E. G. Richards, Mapping Time (1998), chapter 24: centuries less centuries of leap years, less two.
    """
    century = (year - (month < 3)) // 100
    return century - century // 4 - 2


def iso(interval: tuple[float, float]) -> str:
    """The first day of an interval, in ISO form."""
    return date.fromordinal(int(interval[0])).isoformat()


def seconds(snak: Mapping[str, Any]) -> tuple[str, tuple[float, float, str]] | None:
    """(minutes in words, interval in seconds) of a duration whose unit is known."""
    value = value_of(snak)
    if not isinstance(value, Mapping):
        return None
    scale = UNITS.get(str(value.get("unit", "")).rpartition("/")[2])
    try:
        amount = float(value["amount"])
        low, high = float(value.get("lowerBound", amount)), float(value.get("upperBound", amount))
    except (KeyError, TypeError, ValueError):
        return None
    if scale is None or not 0 <= low <= high < 1e9:
        return None
    return f"{amount * scale / 60:g}", (low * scale, high * scale, "s")
