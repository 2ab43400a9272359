"""Numbers, dates, durations and quantities in a text, as intervals with all their readings.

A date without a year has one reading for every year from 1880 to 2030; its ``lo`` and ``hi`` are their hull.
"""

from __future__ import annotations

from cranework.reading.model import Value
from cranework.reading.values import dates, quantities


def find(text: str) -> list[Value]:
    """Every value of a text, in order; offsets are positions in ``text``, hedges belong to the span."""
    when = dates.find(text)
    amounts = quantities.find(text, [(v.start, v.end) for v in when])
    return sorted([*when, *amounts], key=lambda v: (v.start, v.end))
