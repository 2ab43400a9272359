"""Numbers as people read them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fractions import Fraction


def clock(seconds: Fraction | float | None) -> str:
    """hh:mm:ss.mmm of a time in seconds.

    >>> clock(3661.5)
    '01:01:01.500'
    """
    if seconds is None:
        return "?"
    thousandths = round(seconds * 1000)
    minutes, rest = divmod(thousandths, 60_000)
    return f"{minutes // 60:02d}:{minutes % 60:02d}:{rest // 1000:02d}.{rest % 1000:03d}"


def printable(text: str) -> str:
    """A text without control characters: words and names of a stranger's film must not steer the terminal.

    >>> printable("The" + chr(27) + "[2J End")
    'The [2J End'
    """
    return "".join(c if c.isprintable() else " " for c in text)


def percent(share: float | None) -> str:
    """A share as a whole percentage.

    >>> percent(0.934)
    '93 %'
    """
    return "" if share is None else f"{share * 100:.0f} %"


def size(count: int) -> str:
    """Bytes in the unit that fits.

    >>> size(2_500_000)
    '2.5 MB'
    """
    if count < 1000:
        return f"{count} bytes"
    for unit, factor in (("kB", 1e3), ("MB", 1e6), ("GB", 1e9)):
        if count < factor * 1000 or unit == "GB":
            return f"{count / factor:.1f} {unit}"
    raise AssertionError
