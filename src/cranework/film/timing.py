"""Time in ticks and fractions: exact, and never derived from a frame's index while the film states it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from fractions import Fraction
from math import ceil, floor
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

MISSING = -(2**63)
"""Stands for a time stamp that the file does not give."""

LARGEST = 2**60
"""Time stamps beyond this, either way, are no times: sums and differences of them would not fit in 64 bits."""

FALLING_SHARE = 0.05
"""Share of frames with falling time stamps above which they are no times at all (AVI with B-frames)."""

REPEATED_SHARE = 0.5
"""Share of repeated time stamps above which they are no times at all (all zero)."""

STEADY_SHARE = 0.8
"""Share of steps that must be alike for a film to have one frame rate."""

RATE_TOLERANCE = Fraction(1, 2000)
"""Half of the distance between a rate and its NTSC neighbor (25 and 25000/1001): as near must a stated rate be."""

STATED_TOLERANCE = Fraction(1, 100_000)
"""As near to a rate in use, a stated one means it: Matroska, in whole nanoseconds, says 19001/317 for 60000/1001."""

DEFAULT_RATE = Fraction(25)
"""Frames a second where a file states neither times nor a rate: what FFmpeg assumes of bare streams."""

MAX_RATE = 1000
"""A stated rate above this is a lie of the container (DV in a bare file: 60000)."""


def ticks_to_seconds(ticks: int, start: int, time_base: Fraction) -> Fraction:
    """Seconds from the first frame, exactly.

    >>> ticks_to_seconds(3003, 1001, Fraction(1, 24000))
    Fraction(1001, 12000)
    """
    return (ticks - start) * time_base


def frame_at(seconds: Fraction, ticks: NDArray[np.int64], time_base: Fraction) -> int:
    """The frame that is shown at a time, given the ticks (n,) int64 of all frames; the nearest one outside the film.

    >>> import numpy as np
    >>> frame_at(Fraction(3, 50), np.array([0, 1, 2]), Fraction(1, 25))
    1
    """
    if not len(ticks):
        return 0
    # Compared as a whole number: a fraction would be multiplied out in 64 bits, and run over.
    return max(0, bisect_right(ticks, floor(int(ticks[0]) + seconds / time_base)) - 1)


def frames_before(seconds: Fraction, ticks: NDArray[np.int64], time_base: Fraction) -> int:
    """How many frames begin before a time, given the ticks (n,) int64 of all frames: the end of a half-open span.

    >>> import numpy as np
    >>> frames_before(Fraction(2, 25), np.array([0, 1, 2]), Fraction(1, 25))
    2
    """
    return bisect_left(ticks, ceil(int(ticks[0]) + seconds / time_base)) if len(ticks) else 0


def usual_step(ticks: NDArray[np.int64], time_base: Fraction, rate: Fraction | None) -> int:
    """Ticks from one frame to the next: the median of those seen, or what the stated rate says.

    `ticks`: int64 (n,).
    """
    import numpy as np

    steps = np.diff(ticks)
    steps = steps[steps > 0]
    if len(steps):
        return int(np.sort(steps)[len(steps) // 2])
    return max(1, round(1 / (time_base * (rate or DEFAULT_RATE))))


def repaired_ticks(pts: NDArray[np.int64], time_base: Fraction, rate: Fraction | None) -> NDArray[np.int64]:
    """Time stamps as the decoder gave them (n,) int64 -> ticks that never fall (n,) int64.

    Missing ones follow the frame before by one step. A clock that jumps back (joined films) goes on by one step from
    there. Where time stamps fall all the time, or mostly repeat, they are no times: frames then follow at the stated
    rate. Repeated ones are kept as they are.
    """
    import numpy as np

    count = len(pts)
    pts = np.where((pts > LARGEST) | (pts < -LARGEST), MISSING, pts)
    known = pts != MISSING
    given = pts[known]
    even = max(1, round(1 / (time_base * (rate or DEFAULT_RATE))))
    steps = np.diff(given)
    if (
        len(given) < 2
        or (steps < 0).mean() > FALLING_SHARE
        or (steps == 0).mean() > REPEATED_SHARE
        or known.mean() < REPEATED_SHARE
    ):
        first = int(given[0]) if len(given) and known[0] else 0
        return first + even * np.arange(count, dtype=np.int64)
    if known.all() and (steps >= 0).all():
        return pts.astype(np.int64)
    return _continued(pts, usual_step(given, time_base, rate))


def _continued(pts: NDArray[np.int64], step: int) -> NDArray[np.int64]:
    """Ticks in which missing stamps are filled and backward jumps are taken out, one step after the frame before."""
    import numpy as np

    ticks = np.empty(len(pts), np.int64)
    offset, known = 0, np.flatnonzero(pts != MISSING)
    previous = int(pts[known[0]]) - step * (int(known[0]) + 1)
    for i, stamp in enumerate(pts.tolist()):
        if stamp == MISSING:
            previous += step
        else:
            if stamp + offset < previous:
                offset = previous + step - stamp
            previous = stamp + offset
        ticks[i] = min(previous, 2 * LARGEST)
    return ticks


def frame_rate(ticks: NDArray[np.int64], time_base: Fraction, stated: Fraction | None) -> Fraction | None:
    """The one rate at which frames follow, or None where they do not (variable rate).

    A rate counts where nearly every step is as long as it says, within two ticks (or a millisecond, for coarse
    clocks): a recording with a gap or a repeated time stamp still has its rate. The stated rate, or else one in use, is
    told where all steps together are as long as it says, within a tick or a little. `ticks`: int64 (n,).
    """
    import numpy as np

    steps = np.diff(ticks)
    if not len(steps):
        return stated
    usual = np.sort(steps)[len(steps) // 2] if (steps > 0).any() else 0
    near = steps[np.abs(steps - usual) <= _tolerance_ticks(time_base)]
    if usual <= 0 or len(near) < STEADY_SHARE * len(steps):
        return None
    length = int(near.sum()) * time_base
    mean = len(near) / length
    if stated == mean:
        return stated
    for rate in (_meant(stated) if stated else None, _common_rate(mean)):
        if rate and (abs(rate - mean) <= mean * RATE_TOLERANCE or abs(len(near) / rate - length) <= time_base):
            return rate
    return mean.limit_denominator(1001)


def _meant(stated: Fraction) -> Fraction:
    common = _common_rate(stated)
    return common if abs(common - stated) <= stated * STATED_TOLERANCE else stated


def _tolerance_ticks(time_base: Fraction) -> int:
    return max(2, int(1 / (1000 * time_base)))


def _common_rate(mean: Fraction) -> Fraction:
    """The rate in use that is nearest to a mean: a whole number, or one times 1000/1001 (NTSC)."""
    whole = Fraction(max(1, round(mean)))
    ntsc = Fraction(max(1, round(mean * 1001 / 1000)) * 1000, 1001)
    return min(whole, ntsc, key=lambda rate: abs(rate - mean))


def duration(ticks: NDArray[np.int64], time_base: Fraction, rate: Fraction | None) -> Fraction:
    """Seconds from the first frame to the end of the last, which lasts as long as frames usually do."""
    if not len(ticks):
        return Fraction(0)
    last = 1 / rate if rate else usual_step(ticks, time_base, rate) * time_base
    return int(ticks[-1] - ticks[0]) * time_base + last
