"""Words before and after a number that leave it open: about, nearly, more than, at most, or so."""

from __future__ import annotations

import re
from fractions import Fraction

ABOUT, NEARLY, OVER, UNDER, EXACTLY = "about", "nearly", "over", "under", "exactly"
WIDE, SHORT_OF = Fraction(1, 10), Fraction(15, 100)
"""About: a tenth to both sides; nearly: up to fifteen hundredths less."""

_BEFORE = (
    (NEARLY, r"nearly|almost|just under|just short of|close to|near to|not quite|practically|virtually|approaching"
             r"|getting on for|bordering on|nigh on|a little under|slightly under|a bit under|a bit less than"
             r"|slightly less than|a little less than|just shy of|not far short of|barely under"),
    (OVER, r"(?:well |far |way |just |a little |slightly |a bit |much |considerably |somewhat )?(?:over|more than)"
           r"|more as|at least|upwards? of|no less than|no fewer than|not less than|in excess of|above|exceeding|past"
           r"|a minimum of|better than|greater than|longer than|later than"
           r"|>"),
    (UNDER, r"(?:well |far |way |much |considerably |somewhat )?(?:under|less than|fewer than|below)|at most|up to"
            r"|no more than|not more than|as (?:many|much|long) as|within|a maximum of|shorter than|not even"
            r"|<"),
    (EXACTLY, r"exactly|precisely|only|a mere|a total of|all of"),
    (ABOUT, r"about|around|roughly|approximately|approx\.?|circa|c\.|ca\.?|some|somewhere around|something like"
            r"|in the region of|in the neighbou?rhood of|an estimated|maybe|perhaps|probably|or so|more or less|~"
            r"|an average of|on the order of|the best part of|the better part of|say|like|apparently"),
)  # fmt: skip
_PATTERN = re.compile(
    r"(?:(?<=[\s(\[\"'-])|^)(?:" + "|".join(f"(?P<{name}>{words})" for name, words in _BEFORE) + r")[ ]?"
    r"(?:(?:the|a|an|its|whole|full|good|solid|short|long|brief|very|staggering|whopping) ){0,2}$", re.IGNORECASE
)  # fmt: skip
_AFTER = re.compile(
    r"(?P<about>,? or so\b|,? or thereabouts\b|[ -]odd\b|-ish\b|,? more or less\b|,? give or take\b|,? approximately\b)"
    r"|(?P<over>\+|,? or more\b|,? and more\b|,? at least\b|,? plus\b)|(?P<under>,? or less\b|,? at most\b|,? tops\b)",
    re.IGNORECASE,
)
REACH = 44
"""Characters before a number within which its hedge stands."""


def before(text: str, start: int) -> tuple[str | None, int]:
    """The hedge that ends where a number starts, and where the hedge starts."""
    found = _PATTERN.search(text[max(0, start - REACH) : start])
    if found is None:
        return None, start
    return found.lastgroup, max(0, start - REACH) + found.start()


def after(text: str, end: int) -> tuple[str | None, int]:
    """The hedge that follows a number or its unit, and where it ends."""
    found = _AFTER.match(text, end)
    return (None, end) if found is None else (found.lastgroup, found.end())


def widen(low: Fraction, high: Fraction, loose: Fraction, hedge: str | None) -> tuple[float, float]:
    """The interval that a value leaves open: ``loose`` is what plain words of it leave open by themselves."""
    if hedge == OVER:
        return float(low), float("inf")
    if hedge == UNDER:
        return float("-inf"), float(high)
    if hedge == EXACTLY:
        return float(low), float(high)
    if hedge == NEARLY:
        return float(low - max(low * SHORT_OF, loose)), float(high)
    if hedge == ABOUT:
        return float(low - max(low * WIDE, loose)), float(high + max(high * WIDE, loose))
    return float(low - loose), float(high + loose)
