"""The way of a camera through one shot, step by step: speeds on four axes, and where on each a move begins and ends."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

SIGNS = {"sideways": (2, -1.0), "upright": (3, 1.0), "depth": (0, 1.0), "roll": (1, -1.0)}
"""For each axis the column of a similarity (ln of the scale, turn, shift right, shift down), and the sign by which the
picture's motion becomes the camera's: right, up, in, clockwise."""

WIDTHS_OF = {"sideways": 1.0, "upright": 1.0, "depth": 0.25, "roll": 0.25}
"""Frame widths that the picture's points move, on average, for one of each axis's units (growth by e, a radian)."""

SMOOTH_S = 0.25
"""Seconds over which a speed is averaged to see where a move begins."""

BEGUN = 0.2
"""Share of a move's median speed at which it has begun."""

REACH_S = 0.75
"""Seconds by which a move's border may lie outside of the windows that show it, or inside."""

PAUSE_S = 0.3
"""Seconds of slowness that do not end a move."""

BACK = 0.35
"""Share of a move that must be taken back for it to be two."""


@dataclass(frozen=True)
class Steps:
    """K steps of one shot, in order, none across a gap of more than one step.

    `frames` (K,) ends of the steps; `start_s`, `end_s` (K,) seconds; `similarity` (K, 4) as in `SIGNS`; `obeying` (K,).
    """

    frames: NDArray[np.int64]
    start_s: Floats
    end_s: Floats
    similarity: Floats
    obeying: Floats

    def __len__(self) -> int:
        return len(self.frames)

    @property
    def seconds(self) -> Floats:
        """Length of each step, (K,)."""
        return np.asarray(self.end_s - self.start_s)

    def travel(self, axis: str) -> Floats:
        """How far the camera goes on an axis in each step, (K,): frame widths, ln of the scale, or radians."""
        column, sign = SIGNS[axis]
        return np.asarray(sign * self.similarity[:, column])

    def smooth_speed(self, axis: str, over_s: float = SMOOTH_S) -> Floats:
        """Speed on an axis a second, averaged over `over_s` around each step, (K,)."""
        return smoothed(self.travel(axis), self.seconds, over_s)

    def widths_per_s(self, over_s: float = 0.0) -> Floats:
        """How fast the picture moves by the camera, on all axes together, averaged over `over_s`, (K,)."""
        parts = [WIDTHS_OF[axis] * self.smooth_speed(axis, over_s) for axis in SIGNS]
        return np.asarray(np.sqrt(np.sum(np.square(parts), axis=0)))


def smoothed(travel: Floats, seconds: Floats, over_s: float) -> Floats:
    """Travel a second, by a moving mean of about `over_s`."""
    if not len(travel):
        return np.zeros(0)
    wanted = max(1, round(over_s / float(np.median(seconds))) | 1)
    kernel = np.ones(min(wanted, len(travel)))
    return np.asarray(np.convolve(travel, kernel, "same") / np.convolve(seconds, kernel, "same"))


def one_way(travel: Floats, least: float) -> list[tuple[int, int]]:
    """Stretches of steps in which a move goes one way: cut where more than `BACK` of it, and `least`, is taken back.

    The largest way back, against where the stretch ends, is cut out, and what is left on both sides is asked again.
    """
    way = np.concatenate([[0.0], np.cumsum(travel)])
    limit = max(least, BACK * float(np.ptp(way)))

    def cut(a: int, b: int) -> list[tuple[int, int]]:
        along = way[a : b + 1] * (1 if way[b] >= way[a] else -1)
        back = np.maximum.accumulate(along) - along
        last = int(back.argmax())
        if back[last] <= limit:
            return [(a, b)]
        first = int(along[: last + 1].argmax())
        parts = ((a, a + first), (a + first, a + last), (a + last, b))
        return [piece for start, end in parts if start < end for piece in cut(start, end)]

    return cut(0, len(travel)) if len(travel) else []


def borders(steps: Steps, axis: str, start_s: float, end_s: float, sign: float) -> tuple[int, int] | None:
    """The steps of a move that windows show from `start_s` to `end_s`: from where it reaches `BEGUN` of its speed.

    Gives (first step, end), or None where no step goes its way.
    """
    speed = sign * steps.smooth_speed(axis)
    inside = (steps.end_s > start_s) & (steps.start_s < end_s)
    if not inside.any():
        return None
    going = speed[inside & (speed > 0)]
    if not len(going):
        return None
    near = (steps.end_s > start_s - REACH_S) & (steps.start_s < end_s + REACH_S)
    fast = near & (speed > BEGUN * float(np.median(going)))
    runs = _bridged(fast, steps.end_s, steps.start_s)
    touching = [(a, b) for a, b in runs if inside[a:b].any()]
    if not touching:
        return None
    return max(touching, key=lambda run: float(speed[run[0] : run[1]].sum()))


def _bridged(fast: NDArray[np.bool_], end_s: Floats, start_s: Floats) -> list[tuple[int, int]]:
    """Runs of True, those with less than a pause between them joined."""
    edges = np.flatnonzero(np.diff(np.concatenate([[False], fast, [False]]).astype(int)))
    runs: list[tuple[int, int]] = []
    for a, b in edges.reshape(-1, 2).tolist():
        if runs and start_s[a] - end_s[runs[-1][1] - 1] < PAUSE_S:
            runs[-1] = runs[-1][0], b
        else:
            runs.append((a, b))
    return runs
