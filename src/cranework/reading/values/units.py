"""Units that reviews use, in seconds, metres and shares; currencies stay as they are."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

DAY = 86_400
YEAR = Fraction(36525, 100) * DAY
MONTH = YEAR / 12


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: what it measures, its size in the kind's own unit, how far plain words of it are off (in itself)."""

    kind: str
    symbol: str
    size: Fraction
    loose: Fraction = Fraction(0)


_HALF, _QUARTER = Fraction(1, 2), Fraction(1, 4)
_TABLE: tuple[tuple[str, Unit], ...] = (
    (r"seconds?|secs?", Unit("duration", "s", Fraction(1))),
    (r"minutes?|mins?|minuts?|mn", Unit("duration", "s", Fraction(60))),
    (r"hours?|hrs?|h", Unit("duration", "s", Fraction(3600), _QUARTER)),
    (r"days?|nights?", Unit("duration", "s", Fraction(DAY), _HALF)),
    (r"weeks?|wks?", Unit("duration", "s", Fraction(7 * DAY), _HALF)),
    (r"months?", Unit("duration", "s", MONTH, _HALF)),
    (r"years?|yrs?", Unit("duration", "s", YEAR, _HALF)),
    (r"decades?", Unit("duration", "s", 10 * YEAR, _HALF)),
    (r"centur(?:y|ies)", Unit("duration", "s", 100 * YEAR, _HALF)),
    (r"kilomet(?:re|er)s?|kms?", Unit("distance", "m", Fraction(1000))),
    (r"met(?:re|er)s?", Unit("distance", "m", Fraction(1))),
    (r"miles?|mi", Unit("distance", "m", Fraction(1609344, 1000))),
    (r"feet|foot|ft", Unit("distance", "m", Fraction(3048, 10000))),
    (r"yards?|yds?", Unit("distance", "m", Fraction(9144, 10000))),
    (r"inch(?:es)?", Unit("distance", "m", Fraction(254, 10000))),
    (r"per ?cents?|%|pct", Unit("share", "1", Fraction(1, 100))),
    (r"(?:US |american )?dollars?|bucks|usd", Unit("money", "dollar", Fraction(1))),
    (r"cents", Unit("money", "dollar", Fraction(1, 100))),
    (r"pounds?(?: sterling)?", Unit("money", "pound", Fraction(1))),
    (r"euros?", Unit("money", "euro", Fraction(1))),
    (r"rou?bles?", Unit("money", "rouble", Fraction(1))),
    (r"(?:french )?francs?", Unit("money", "franc", Fraction(1))),
    (r"(?:deutsche ?|german )?marks", Unit("money", "mark", Fraction(1))),
    (r"lir[ae]", Unit("money", "lira", Fraction(1))),
    (r"yen", Unit("money", "yen", Fraction(1))),
    (r"rupees?", Unit("money", "rupee", Fraction(1))),
)  # fmt: skip
CURRENCY = {"$": "dollar", "£": "pound", "€": "euro", "¥": "yen"}

AFTER = re.compile(
    r"(?:[ -]?(?:long |full |whole |short |brief )?)(?:" + "|".join(f"(?P<u{i}>{p})" for i, (p, _) in enumerate(_TABLE))
    + r")(?!\w|'(?!s\b))", re.IGNORECASE
)  # fmt: skip


def after(text: str, end: int) -> tuple[Unit, int] | None:
    """The unit that stands at ``end``, and where it ends."""
    found = AFTER.match(text, end)
    if found is None:
        return None
    index = next(i for i in range(len(_TABLE)) if found[f"u{i}"] is not None)
    return _TABLE[index][1], found.end()
