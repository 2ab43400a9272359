"""Frames spread over a stretch, so ordered that however many of the first are taken, they lie all over it."""

from __future__ import annotations

from collections import deque


def spread(first: int, last: int, count: int) -> list[int]:
    """At most `count` frames from `first` to `last`: both ends, the middle, the middles of what is left, and so on."""
    steps = min(count, last - first + 1) - 1
    if steps <= 0:
        return [first]
    order, halves = [0, steps], deque([(0, steps)])
    while halves:
        low, high = halves.popleft()
        middle = (low + high) // 2
        if low < middle:
            order.append(middle)
            halves += [(low, middle), (middle, high)]
    return [first + round(step * (last - first) / steps) for step in order]
