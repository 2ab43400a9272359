"""Stretches of the calendar in days (``date.toordinal``, half open): years, months, seasons, decades, parts of them."""

from __future__ import annotations

from datetime import date

Days = tuple[float, float]

MONTHS = {
    name: n
    for n, names in enumerate(
        ("january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
         "september sept sep", "october oct", "november nov", "december dec"), start=1
    )
    for name in names.split()
}  # fmt: skip
SEASONS = {"spring": (3, 7), "summer": (6, 10), "autumn": (9, 13), "fall": (9, 13), "winter": (12, 16)}
"""First month and the month after the last, wide: where a season begins is a matter of climate."""
PARTS = {"early": (0.0, 0.45), "mid": (0.25, 0.75), "late": (0.55, 1.0)}
"""Shares of a stretch; early, mid and late overlap, since writers use them loosely."""


def year(number: int) -> Days:
    """A whole year."""
    return years(number, number + 1)


def years(first: int, end: int) -> Days:
    """From the first day of one year to the first day of another."""
    return float(date(max(1, first), 1, 1).toordinal()), float(date(min(9999, end), 1, 1).toordinal())


def month(number: int, of: int) -> Days:
    """A whole month."""
    after = (of + 1, 1) if number == 12 else (of, number + 1)
    return float(date(of, number, 1).toordinal()), float(date(*after, 1).toordinal())


def day(number: int, month: int, of: int) -> Days | None:
    """One day, or None where the calendar has none."""
    try:
        start = date(of, month, number).toordinal()
    except ValueError:
        return None
    return float(start), float(start + 1)


def season(name: str, of: int) -> Days:
    """A season; the winter of a year is either of the two that touch it."""
    first, end = SEASONS[name]
    if name == "winter":
        return month(12, of - 1)[0], month(3, of + 1)[1]
    return month(first, of)[0], month((end - 1) % 12 + 1, of + (end - 1) // 12)[0]


def part(name: str | None, whole: Days) -> Days:
    """The early, middle or late part of a stretch."""
    if name is None:
        return whole
    low, high = PARTS[name]
    size = whole[1] - whole[0]
    return float(round(whole[0] + low * size)), float(round(whole[0] + high * size))
