"""All that is said of the camera in one shot: its moves, how steadily it is held, whom it follows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cranework.motion.features import BORDER_X, BORDER_Y, Measured, measure
from cranework.motion.judge import STATIC, Judge
from cranework.motion.naming import CALM, HELD_S, SURE_OF_CALM, UNSURE, Named, Shown, moves, moves_of_the_whole_picture
from cranework.motion.path import Steps
from cranework.motion.steadiness import Shake, shake_of
from cranework.motion.windows import UNITS, Windows, living, windows

Floats = NDArray[np.float64]

EXACTLY = 0.001
"""Frame widths that a point on a tripod does not move in a quarter of a second."""

FEW_AT_BORDER = 4
SUBTITLES_Y, SUBTITLES_X = 0.15, 0.3
"""Where subtitles stand, frame widths from the centre: what is still there may be letters."""

SEEN_SHARE = 0.3
"""Share of a shot's time that windows must cover for it to be told at all."""

FOLLOWABLE = 0.3
"""Share of the points that must obey one similarity for the picture as a whole to have a motion."""

SHORTEST_S = 0.5
"""Seconds of a shot below which no move is named."""

STAYS = {"sideways": 0.012, "upright": 0.012, "depth": 0.015, "roll": 0.015}
"""Frame widths, ln of the scale, radians a second: what goes faster is no hold."""

LOW_QUARTER, HALF = 0.25, 0.5


@dataclass(frozen=True)
class Tracks:
    """What was followed in one shot, without its gradual transitions.

    `points` (S, P, 3) of its samples, `frames` (S,) and `times_s` (S,) of them.
    """

    points: NDArray[np.int16]
    frames: NDArray[np.int64]
    times_s: Floats


@dataclass(frozen=True)
class Seen:
    """What the camera does in a shot."""

    moves: tuple[Named, ...]
    shake: Shake | None
    windows: Windows
    measured: Measured | None
    window_s: Floats
    calm: Floats
    """(N,) share of exactly still points at the border of each window."""
    told: bool
    """False where too few points could be followed through most of it."""

    @property
    def steadiness(self) -> str | None:
        """locked, smooth or handheld; None where it cannot be told."""
        if self.shake is None:
            return None
        if self.moves:
            return "handheld" if self.shake.by_hand else "smooth"
        stands = len(self.calm) > 0 and float(np.mean(self.calm >= CALM)) >= HALF
        return "handheld" if self.shake.drifts and not stands else "locked"


def see(tracks: Tracks, steps: Steps, judge: Judge, start_s: float, end_s: float) -> Seen:
    """Look at one shot, from `start_s` to `end_s`."""
    w = windows(tracks.points, tracks.frames, tracks.times_s)
    shake = shake_of(steps)
    at = {int(frame): k for k, frame in enumerate(tracks.frames)}
    ends = np.array([[at[int(a)], at[int(b)]] for a, b in zip(w.first, w.last, strict=True)], int).reshape(-1, 2)
    window_s = tracks.times_s[ends]
    if not len(w) or covered_s(window_s) < SEEN_SHARE * (end_s - start_s):
        follows = steps.obeying >= FOLLOWABLE
        long_enough = len(steps) > 0 and end_s - start_s >= SHORTEST_S
        told = long_enough and float(steps.seconds[follows].sum()) >= HALF * (end_s - start_s)
        found = moves_of_the_whole_picture(steps) if told else []
        return Seen(tuple(found), shake, w, None, window_s, np.zeros(len(w)), told)
    measured = measure(w)
    calm = _calm(tracks, ends)
    found = moves(Shown(steps, measured, window_s, calm, shake is not None and shake.by_hand), judge)
    return Seen(tuple(found), shake, w, measured, window_s, calm, told=True)


def _calm(tracks: Tracks, ends: NDArray[np.intp]) -> Floats:
    """For each window the share of the border's points that stand exactly still, in the lower quarter of its parts."""
    shares = np.array([_still_share(tracks.points, k) for k in range(len(tracks.frames) - 1)])
    return np.array(
        [np.quantile(part, LOW_QUARTER) if len(part := shares[a:b][~np.isnan(shares[a:b])]) else 0.0 for a, b in ends]
    )


def _still_share(points: NDArray[np.int16], k: int) -> float:
    """Share of the border's points that do not move from sample k to the next; NaN where there are too few."""
    both = living(points, k, k + 1)
    before, after = points[k, both, :2] / UNITS, points[k + 1, both, :2] / UNITS
    if not len(before):
        return float("nan")
    x, y = np.abs(before[:, 0]), before[:, 1]
    half_height = max(0.2, float(np.abs(y).max()))
    border = (x > BORDER_X) | (np.abs(y) > BORDER_Y * half_height)
    border &= ~((y > SUBTITLES_Y) & (x < SUBTITLES_X))
    if np.count_nonzero(border) <= FEW_AT_BORDER:
        return float("nan")
    return float((np.abs(after - before).max(1) < EXACTLY)[border].mean())


def covered_s(spans: Iterable[Sequence[float]]) -> float:
    """Seconds that spans cover together."""
    length, at = 0.0, -np.inf
    for a, b in sorted(map(tuple, spans)):
        length += max(0.0, b - max(a, at))
        at = max(at, b)
    return length


def holds(seen: Seen, steps: Steps, start_s: float, end_s: float) -> list[tuple[float, float]]:
    """Stretches of at least `HELD_S` in which the camera stays between its moves; all of a shot that has none."""
    if not seen.moves:
        return [(start_s, end_s)]
    free, at = [], start_s
    for a, b in [*sorted((move.start_s, move.end_s) for move in seen.moves), (end_s, end_s)]:
        if a - at >= HELD_S and _stays(steps, at, a):
            free.append((at, a))
        at = max(at, b)
    return free


def _stays(steps: Steps, start_s: float, end_s: float) -> bool:
    inside = (steps.start_s >= start_s) & (steps.end_s <= end_s)
    speeds = {axis: (steps.travel(axis) / steps.seconds)[inside] for axis in STAYS}
    return bool(inside.any()) and all(abs(float(np.median(speeds[axis]))) < STAYS[axis] for axis in STAYS)


def sure_of_static(seen: Seen, judge: Judge, start_s: float, end_s: float) -> float:
    """How likely nothing is done on any axis from `start_s` to `end_s`."""
    if seen.measured is None:
        return UNSURE
    inside = (seen.window_s[:, 0] >= start_s) & (seen.window_s[:, 1] <= end_s)
    if not inside.any():  # windows that reach into a move say what it is, not how still the rest is
        return UNSURE
    logs = judge.kinds(seen.measured.features[inside])
    none = np.sum([log[:, 0] for log in logs.values()], axis=0)
    none[seen.calm[inside] >= CALM] = np.log(SURE_OF_CALM)
    return judge.sure(STATIC, float(np.exp(none.mean())))
