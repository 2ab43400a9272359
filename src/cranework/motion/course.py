"""The most likely course of what a camera does on one axis of a shot."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

SWITCH, EXCHANGE = 1.5, 6.0
"""Natural logarithms of what must be more likely for a move to begin or end, and for one to become another on the same
axis without a rest: cameras hardly do that, and windows of one scene err alike."""


def most_likely(emission: Floats) -> NDArray[np.intp]:
    """The most likely state of each cell; the first state is none."""
    states = emission.shape[1]
    change = np.full((states, states), EXCHANGE)
    change[0], change[:, 0] = SWITCH, SWITCH
    np.fill_diagonal(change, 0)
    cost, back = emission[0].copy(), []
    for row in emission[1:]:
        come = cost[:, None] - change
        back.append(come.argmax(0))
        cost = come.max(0) + row
    course = [int(cost.argmax())]
    for before in reversed(back):
        course.append(int(before[course[-1]]))
    return np.array(course[::-1])


def runs(course: NDArray[np.intp]) -> list[tuple[int, int]]:
    """Where each state lasts, from and to."""
    changes = np.flatnonzero(np.diff(course)) + 1
    bounds = [0, *changes.tolist(), len(course)]
    return list(pairwise(bounds))
