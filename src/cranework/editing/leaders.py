"""Leaders: what stands before and after a film for those who show it, countdowns and color bars.

A countdown goes round once a second, or once in sixteen frames of film, where it was made for feet: the hand or the
still ground about the middle is the same as one round before, the digit in the middle is another. A loop repeats its
middle as well; no other picture repeats all but its middle.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from cranework.editing.distances import Floats
from cranework.editing.ground import GROUND_SHARE, RIM_SHARE, Figure, figure
from cranework.editing.pictures import SHAPES, Bytes, Pictures
from cranework.editing.spans import runs

ROUNDS_S = (Fraction(1), Fraction(2, 3))  # of a countdown in seconds (SMPTE ST 55), and in feet of 16 frames (Academy)
ROUNDS_SEEN = 3  # digits that a countdown counts at least
DIGIT = 2  # levels of mean change in the middle from one digit to the next
TURN = 1  # levels of mean change about the middle, from which there is a hand that turns
SAME = 4  # times that a picture changes less from round to round than within one (or than the digit does)
MIDDLE = (slice(9, 19), slice(16, 32))  # cells where the digit stands
ABOUT_DIGIT = 0.25  # of the middle that is ground about a digit at least
LATE = 1  # frames by which a digit may come early or late

BARS = ((128, 128), (44, 142), (156, 44), (72, 58), (184, 198), (100, 212), (212, 114))
"""U and V of white, yellow, cyan, green, magenta, red, blue at 75 percent (ITU-R BT.471, EBU and SMPTE ECR 1); with a
bar of black after them they are eight."""
BLACK = (128, 128)
LIKE = 0.95  # least correlation with the colors of bars, however strong
UPRIGHT = 3  # levels of color by which a bar may vary from top to bottom
UPPER = 9  # rows of 14 in which SMPTE bars stand; EBU bars fill the picture


def countdown(luma: Bytes, rate: float) -> tuple[int, int] | None:
    """The frames of a countdown, or None.

    Args:
        luma: (n, 28, 48) uint8, the first or last minute of the film.
        rate: frames a second.
    """
    middle = np.zeros(SHAPES["luma"], np.bool_)
    middle[MIDDLE] = True
    cells = luma.astype(np.float32)
    inner, outer = cells[:, middle], cells[:, ~middle]
    for round_s in ROUNDS_S:
        period = round(rate * round_s)
        if period >= 4 and len(luma) >= ROUNDS_SEEN * period:
            for found in (_turning(inner, outer, period), _stepping(luma, inner, outer, period)):
                if found is not None:
                    return found
    return None


def _apart(cells: Floats, lag: int) -> Floats:
    """Mean difference of each frame's cells, (n, cells), from those `lag` frames before: (n,), 0 for the first ones."""
    apart = np.zeros(len(cells), np.float32)
    apart[lag:] = np.abs(cells[lag:] - cells[:-lag]).mean(1)
    return apart


def _turning(inner: Floats, outer: Floats, period: int) -> tuple[int, int] | None:
    """A countdown with a hand that turns."""
    same, digit = _apart(outer, period), _apart(inner, period)
    turned = np.maximum.reduce([_apart(outer, period * part // 4) for part in (1, 2, 3)])
    inside = (np.arange(len(inner)) >= period) & (turned >= TURN) & (digit >= DIGIT)
    inside &= (SAME * same <= turned) & (SAME * same <= digit)
    for held, start, end in runs(inside.astype(np.int8)):
        if held and end - start >= (ROUNDS_SEEN - 1) * period - LATE:
            return start - period, end
    return None


def _stepping(luma: Bytes, inner: Floats, outer: Floats, period: int) -> tuple[int, int] | None:
    """A countdown of digits alone, on a plain ground."""
    change, about = _apart(inner, 1), _apart(outer, 1)
    row = _in_step(np.flatnonzero((change >= DIGIT) & (SAME * about <= change)), period)
    if len(row) < ROUNDS_SEEN:
        return None
    start, end = max(0, row[0] - period), min(len(luma), row[-1] + period)
    between = np.delete(change[start + 1 : end], np.array(row) - start - 1)
    if SAME * np.quantile(between, 0.9) > np.median(change[row]):
        return None
    grounds = [figure(luma[step]) for step in row]
    return (start, end) if all(_is_digit(ground) for ground in grounds) else None


def _is_digit(figure: Figure) -> bool:
    """Whether ground lies about the middle, and in it about what stands there: a digit, and no picture in a frame."""
    ground = figure.ink == 0
    about = np.delete(ground, MIDDLE[0], 0).mean() >= GROUND_SHARE
    return bool(figure.rim >= RIM_SHARE and about and ground[MIDDLE].mean() >= ABOUT_DIGIT)


def _in_step(steps: NDArray[np.intp], period: int) -> list[int]:
    """The first steps that follow one another by a period, as many as a countdown has at least, or fewer."""
    row: list[int] = []
    for step in steps.tolist():
        if row and abs(step - row[-1] - period) > LATE:
            if len(row) >= ROUNDS_SEEN:
                break
            row = []
        row.append(step)
    return row


def is_bars(pictures: Pictures) -> bool:
    """Whether frames of one shot show color bars: upright stripes in the order that everyone sends them in."""
    colors = np.median(pictures.chroma[:, :UPPER], axis=0)
    if np.median(colors.std(0)) > UPRIGHT or len(pictures) == 0:
        return False
    stripe = colors.mean(0)
    return any(_likeness(stripe, _bars(bars)) >= LIKE for bars in (BARS, (*BARS, BLACK)))


def _bars(bars: Sequence[tuple[int, int]]) -> Floats:
    """Bars of equal width over the columns of the small color picture: (24, 2)."""
    columns = SHAPES["chroma"][1]
    return np.array([bars[column * len(bars) // columns] for column in range(columns)], np.float32)


def _likeness(first: Floats, second: Floats) -> float:
    a, b = (part.astype(np.float64) - 128 for part in (first, second))
    return float((a * b).sum() / np.sqrt((a * a).sum() * (b * b).sum() + 1e-9))
