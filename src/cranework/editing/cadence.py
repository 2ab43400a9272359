"""Repeated frames, and the beat in which they come: what was shot at another rate than the file is shown at.

Animation on twos holds each drawing for two frames; telecine holds film frames for two and three fields in turn;
silent films at 18 pictures a second are stretched by showing some twice. Each leaves a period in the sequence of
changed and unchanged frames. Chance leaves none, so the sequence is told at less length by its period than without.
"""

from __future__ import annotations

from math import comb

import numpy as np
from numpy.typing import NDArray

from cranework.editing.distances import Floats

REPEATED = 0.2  # a frame that changes by less than this share of what its neighbors change by is a repeated one
AROUND = 3  # frames to each side that are neighbors: where pictures are held for four, one of them is new
MOVING = 0.5  # levels: where even the neighbors change by less, nothing moves, and no frame can be called repeated
LONGEST = 25  # frames of a period: 24 pictures a second shown at 25
SEEN = 3  # times that a period must have gone by
MOST_HELD = 4  # frames: 6 pictures a second at 24, which is the fewest that still passes for movement
SLIPS = 0.05  # share of frames that may fall out of step: edits, pictures that hardly move
SURE_NATS = 9.2  # ten thousand times likelier than chance


def largest_around(change: Floats) -> Floats:
    """The largest change of each frame and its neighbors, (n,), of the change into each frame, (n,)."""
    if not len(change):
        return change
    padded = np.pad(change, AROUND, mode="edge")
    return np.asarray(np.lib.stride_tricks.sliding_window_view(padded, 2 * AROUND + 1).max(1))


def cadence(change: Floats) -> tuple[int, ...]:
    """For how many frames each picture of a period is held, nothing where there is no beat of repeated frames.

    (2,) is on twos, (2, 3) a film at 24 pictures a second among 60, (1, 1, 1, 2) the same among 30, (1, 2) 16 among 24.

    Args:
        change: (n,) mean change into each frame of one shot from the frame before, in levels.
    """
    around = largest_around(change)
    told = around >= MOVING
    new = change >= REPEATED * around
    found = [(_gain(new, told, period), -period) for period in range(2, min(LONGEST, len(change) // SEEN) + 1)]
    gain, period = max(found, default=(0.0, 0))
    if gain < SURE_NATS:
        return ()
    beat, _ = _beat(new, told, -period)
    first = np.flatnonzero(beat).tolist()
    held = tuple(after - at for at, after in zip(first, [*first[1:], first[0] + len(beat)], strict=True))
    return _from_shortest(held) if max(held) <= MOST_HELD else ()


def _beat(new: NDArray[np.bool_], told: NDArray[np.bool_], period: int) -> tuple[NDArray[np.bool_], int]:
    """Which frames of a period are new, (period,), and how many frames of all fall out of that step."""
    place = np.arange(len(new)) % period
    total, changed = (np.bincount(place[mask], minlength=period) for mask in (told, told & new))
    beat = 2 * changed > total
    return beat, int(np.where(beat, total - changed, changed).sum())


def _gain(new: NDArray[np.bool_], told: NDArray[np.bool_], period: int) -> float:
    """Nats by which a period tells the sequence in fewer words than its share of new frames alone."""
    count, changed = int(told.sum()), int((told & new).sum())
    if not 0 < changed < count:
        return 0.0
    beat, slips = _beat(new, told, period)
    if beat.all() or not beat.any() or slips > SLIPS * count or count < SEEN * period:
        return 0.0
    which = np.log(LONGEST) + np.log(period) + np.log(comb(period, int(beat.sum())))
    return _words(changed, count) - _words(slips, count) - float(which)


def _words(some: int, count: int) -> float:
    """Nats that tell which `some` of `count` frames, one by one, where only their share is known."""
    share = (some + 1) / (count + 2)
    return float(-some * np.log(share) - (count - some) * np.log(1 - share))


def _from_shortest(held: tuple[int, ...]) -> tuple[int, ...]:
    """A period from the place in it that reads smallest, so that it is the same whichever frame a shot begins with."""
    return min(held[i:] + held[:i] for i in range(len(held)))
