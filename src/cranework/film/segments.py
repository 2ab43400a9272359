"""Cuts a film into segments that can be decoded one by one; they depend on the film alone."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from cranework.film.model import Segment

if TYPE_CHECKING:
    from cranework.film.packets import PacketTable

SEGMENT_SECONDS = 12
"""Seconds of film in a segment, at least. Short enough that two workers end at nearly the same time on a film of five
minutes and little is lost when the program is killed; long enough that seeking costs nothing."""

STRAIGHT_FRAMES = 512
"""Frames in a segment where the film must be decoded straight through."""


def plan(table: PacketTable, time_base: Fraction) -> list[Segment]:
    """The segments of a film: at key frames where seeking is exact, else by counted frames of one straight decoding."""
    return _at_key_frames(table, time_base) if table.exact else straight(len(table))


def straight(packets: int) -> list[Segment]:
    """Segments of a straight decoding; the last is open, since packets and frames are not the same."""
    count = max(1, -(-packets // STRAIGHT_FRAMES))
    last = count - 1
    return [
        Segment(i, i * STRAIGHT_FRAMES, (i + 1) * STRAIGHT_FRAMES if i < last else None, by_ticks=False)
        for i in range(count)
    ]


def _at_key_frames(table: PacketTable, time_base: Fraction) -> list[Segment]:
    least = SEGMENT_SECONDS / time_base
    starts: list[int | None] = [None]
    before = int(table.pts[0])
    for tick in table.pts[table.key].tolist():
        if tick - before >= least:
            starts.append(tick)
            before = tick
    ends = [*starts[1:], None]
    last = [None if end is None else int(table.pts[table.pts < end][-1]) for end in ends]
    bounds = zip(starts, ends, last, strict=True)
    return [Segment(i, start, end, by_ticks=True, last_packet=packet) for i, (start, end, packet) in enumerate(bounds)]
