"""Times as subtitle files write them, as exact fractions of a second."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

CLOCK = r"-?\s?(?:\d{1,6}\s?:\s?)?\d{1,6}\s?:\s?\d{1,6}(?:\s?[.,:;]\s?\d{1,9})?"
"""A clock of hours (or not), minutes, seconds and a decimal part (or not), as files in the wild write it."""

_CLOCK = re.compile(r"(-?)\s?(?:(\d{1,6})\s?:\s?)?(\d{1,6})\s?:\s?(\d{1,6})(?:\s?[.,;]\s?(\d{1,9}))?$")
_COLONS = re.compile(r"(-?)\s?(\d{1,6})\s?:\s?(\d{1,6})\s?:\s?(\d{1,6})\s?:\s?(\d{1,9})$")

NTSC = {24: Fraction(24000, 1001), 30: Fraction(30000, 1001), 60: Fraction(60000, 1001)}
"""Rates that are written as 23.976, 29.97 and 59.94."""

SLOWEST, FASTEST = 1, 1000
"""Frames per second beyond which a rate is a mistake."""


def clock(words: str) -> Fraction | None:
    """Seconds of a clock's time, or None where it is none.

    >>> clock("00:01:02,5")
    Fraction(125, 2)
    """
    match = _COLONS.match(words.strip()) or _CLOCK.match(words.strip())
    if not match:
        return None
    sign, hours, minutes, seconds, part = match.groups()
    whole = int(hours or 0) * 3600 + int(minutes) * 60 + int(seconds)
    time = whole + (Fraction(int(part), 10 ** len(part)) if part else 0)
    return Fraction(-time if sign else time)


def frames_per_second(words: str) -> Fraction | None:
    """A rate in words as a fraction, the NTSC ones exact; None where it is no rate that a film can have."""
    match = re.fullmatch(r"\s*(\d{1,4}(?:[.,]\d{1,6})?)\s*(?:fps)?\s*", words, re.IGNORECASE)
    return sound_rate(Fraction(match[1].replace(",", "."))) if match else None


def sound_rate(given: Fraction | float | None) -> Fraction | None:
    """The rate, snapped to the NTSC rate that it is a rounding of; None where no film has it."""
    if given is None or not SLOWEST <= given <= FASTEST:
        return None
    rate = Fraction(given)
    for exact in NTSC.values():
        if abs(rate - exact) < Fraction(1, 100):
            return exact
    return rate


def time_code(code: Sequence[int], rate: Fraction, drop: bool = False) -> Fraction:
    """Seconds of a time code (SMPTE ST 12-1, 2014) of hours, minutes, seconds and frames.

    It counts frames, in whole numbers a second.
    """
    hours, minutes, seconds, frames = code
    nominal = -(-rate.numerator // rate.denominator)
    minute = hours * 60 + minutes
    count = (minute * 60 + seconds) * nominal + frames
    if drop:
        count -= nominal // 15 * (minute - minute // 10)
    return count / rate
