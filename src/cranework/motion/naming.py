"""From windows and steps to the moves of one shot, each with its name, its span and how sure it is.

Each axis is asked by itself: along the shot, the most likely course of what the camera does there (Viterbi, The error
bounds of convolutional codes, 1967), then the exact borders by the speed of the steps. A border that stands exactly
still outvotes any mover.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from cranework.motion.course import most_likely, runs
from cranework.motion.features import NOISE, Measured
from cranework.motion.judge import AXES, DIRECTED, NONE, SIGNED, Judge
from cranework.motion.path import WIDTHS_OF, Steps, borders, one_way
from cranework.motion.windows import HOP_S

Floats = NDArray[np.float64]

CELL_S = 0.25
"""Seconds of the cells in which the course is sought."""

CALM, SURE_OF_CALM = 0.25, 0.97
"""Share of exactly still points at the border from which the camera is locked off, and the probability given to it."""

LEAST = {"sideways": 0.05, "upright": 0.05, "depth": 0.05, "roll": 0.06}
LEAST_BY_HAND = {"sideways": 0.12, "upright": 0.12, "depth": 0.1, "roll": 0.12}
"""How far a move must go to be one, frame widths, ln of the scale, radians; with a hand's sway more. Film scholars
call less than a thirtieth of the frame's width minimal (AdA filmontology)."""

SURE_OF_DIRECTION = 0.5
"""How surely near things must tell a direction (of 1) to outvote the picture as a whole."""

SHORTEST_S = 0.3
"""Seconds: what is shorter is a jerk, no move."""

HELD_S = 1.0
"""Seconds without a move, at least, that are called static within a shot that moves elsewhere."""

HARDLY_NONE = 0.25
"""Probability of no move below which one is told even where its kind is unsure, with what it may be as well."""

BESIDE, UNSURE = 0.35, 0.5
"""Share of the largest axis from which another is told beside it, and the probability given to a move told without
looking for parallax."""

AS_LIKELY = 0.35
"""Share of the winner's probability from which another kind is named beside it."""

UNSEEN, UNBENT = 0.004, 0.012
"""Frame widths: with less left over by turning, and less bend of a long lens, near and far cannot be told apart."""

LONG_LENS = 1.9
TWINS = {
    "pan": "truck", "truck": "pan", "tilt": "pedestal", "pedestal": "tilt", "zoom": "dolly", "dolly": "zoom",
    "arc": "truck", "dolly_zoom": "dolly",
}  # fmt: skip
"""What a move cannot be told from where no parallax is seen."""

TRAVELS = ("truck", "pedestal", "dolly")
"""Moves that far things take no part in."""

WHOLE = ("arc", "dolly_zoom")
"""Moves that hold their subject: the picture as a whole need not go their way; their spans come from windows."""

FILM = {
    "sideways": (0.62, 0.19, 0.13, 0.06), "upright": (0.8, 0.14, 0.06), "depth": (0.72, 0.09, 0.185, 0.005),
    "roll": (0.96, 0.04),
}  # fmt: skip
"""How often a camera does what in films: guesses, not counts."""

PRIOR = 0.5
"""How much of the ratio between those and the judge's training is believed (a power)."""


@dataclass(frozen=True)
class Named:
    """One move: what it is, its steps, and the windows that show it (indices)."""

    kind: str
    label: str
    axis: str
    start_s: float
    end_s: float
    confidence: float
    ambiguous_with: tuple[str, ...]
    travel: float
    """Net: frame widths, ln of the scale, or radians, above zero right, up, in, clockwise; 0 for what is held."""
    windows: NDArray[np.intp]


@dataclass(frozen=True)
class Shown:
    """What is known of one shot: its steps, what its windows show, and how it is held.

    `window_s` (N, 2): seconds in which each window begins and ends. `calm` (N,): exactly still share of its border.
    `by_hand`: whether a hand carries the camera.
    """

    steps: Steps
    measured: Measured
    window_s: Floats
    calm: Floats
    by_hand: bool


def moves(shown: Shown, judge: Judge) -> list[Named]:
    """The moves of one shot, in order; none where the camera stays."""
    logs = judge.kinds(shown.measured.features)
    found: list[Named] = []
    for axis, kinds in AXES.items():
        log = logs[axis] + PRIOR * (np.log(FILM[axis]) - np.log(judge.shares[axis]))
        log -= np.log(np.exp(log).sum(1, keepdims=True))
        still = np.full(len(kinds), (1 - SURE_OF_CALM) / (len(kinds) - 1))
        still[0] = SURE_OF_CALM
        log[shown.calm >= CALM] = np.log(still)
        found += _on_axis(axis, log, shown, judge)
    return sorted(found, key=lambda move: (move.start_s, move.end_s))


def moves_of_the_whole_picture(steps: Steps) -> list[Named]:
    """Moves of a shot whose points do not live long enough to tell near from far: the axis alone is known of them.

    They are called by the names of turning and of the lens, with their twins beside.
    """
    widths = {axis: float(np.abs(steps.travel(axis)).sum()) * WIDTHS_OF[axis] for axis in AXES}
    found = []
    for axis, kinds in AXES.items():
        if widths[axis] < BESIDE * max(widths.values()):
            continue
        kind, travel = kinds[1], steps.travel(axis)
        for a, b in one_way(travel, LEAST_BY_HAND[axis]):
            net = float(travel[a:b].sum())
            if abs(net) < LEAST_BY_HAND[axis]:
                continue
            place = borders(steps, axis, float(steps.start_s[a]), float(steps.end_s[b - 1]), np.sign(net))
            begin, end = place or (a, b)
            twins = [TWINS[kind]] if kind in TWINS else []
            label, *others = (SIGNED[one][0 if net > 0 else 1] for one in (kind, *twins))
            span = float(steps.start_s[begin]), float(steps.end_s[end - 1])
            found.append(Named(kind, label, axis, *span, UNSURE, tuple(others), net, np.zeros(0, np.intp)))
    return sorted(found, key=lambda move: (move.start_s, move.end_s))


@dataclass(frozen=True)
class _Stretch:
    """A stretch that the judge gives one name: kind, logarithms of the axis's probabilities, seconds, windows."""

    axis: str
    kind: str
    log: Floats
    start_s: float
    end_s: float
    rows: NDArray[np.intp]

    @property
    def probability(self) -> float:
        """Of the kind, as the networks say."""
        probability = np.exp(self.log)
        return float(probability[AXES[self.axis].index(self.kind)] / probability.sum())

    @property
    def rivals(self) -> list[str]:
        """Other kinds that are nearly as likely."""
        least = self.log[AXES[self.axis].index(self.kind)] + np.log(AS_LIKELY)
        return [
            k for k, log in zip(AXES[self.axis], self.log, strict=True) if k not in (self.kind, NONE) and log > least
        ]


def _on_axis(axis: str, log: Floats, shown: Shown, judge: Judge) -> list[Named]:
    kinds, window_s = AXES[axis], shown.window_s
    cells = np.arange(window_s[:, 0].min(), window_s[:, 1].max() - 1e-6, CELL_S)
    overlap = np.minimum(window_s[:, 1], cells[:, None] + CELL_S) - np.maximum(window_s[:, 0], cells[:, None])
    share = np.maximum(overlap, 0) / (window_s[:, 1] - window_s[:, 0])
    seen = share.sum(1) > 0
    emission = np.where(seen[:, None], (share @ log) / np.maximum(share.sum(1), 1e-9)[:, None], 0.0)
    states = most_likely(emission * (CELL_S / HOP_S))
    found: list[Named] = []
    for a, b in runs(states):
        if kinds[states[a]] == NONE:
            continue
        rows = np.flatnonzero(share[a:b].sum(0) > 0)
        mean = emission[a:b][seen[a:b]].mean(0)
        span = float(cells[a]), float(cells[b - 1]) + CELL_S
        stretches = [_Stretch(axis, kind, mean, *span, rows) for kind in kinds if kind != NONE]
        best = max(stretches, key=lambda one: judge.sure(one.kind, one.probability))
        moves_somehow = mean[0] < np.log(HARDLY_NONE)
        if moves_somehow or judge.sure(best.kind, best.probability) >= judge.likely:
            found += _whole(best, shown, judge) if best.kind in WHOLE else _split(best, shown, judge)
    return _joined(found)


def _whole(stretch: _Stretch, shown: Shown, judge: Judge) -> list[Named]:
    sign = _direction(stretch.kind, stretch.rows, shown.measured, judge) if stretch.kind in DIRECTED else 1.0
    sure = judge.sure(stretch.kind, stretch.probability)
    return [_named(stretch, sign, stretch.start_s, stretch.end_s, 0.0, stretch.rows, shown.measured, sure)]


def _split(stretch: _Stretch, shown: Shown, judge: Judge) -> list[Named]:
    """The moves of one stretch, one for each way it goes, each from where the steps begin to where they end."""
    steps, measured, rows, axis = shown.steps, shown.measured, stretch.rows, stretch.axis
    least = (LEAST_BY_HAND if shown.by_hand else LEAST)[axis]
    within = np.flatnonzero((steps.end_s > stretch.start_s) & (steps.start_s < stretch.end_s))
    travel = steps.travel(axis)
    travels = stretch.kind in TRAVELS
    found = []
    for a, b in one_way(travel[within], least):
        first, last = within[a], within[b - 1]
        way = np.sign(travel[first : last + 1].sum())
        place = borders(steps, axis, float(steps.start_s[first]), float(steps.end_s[last]), way)
        if place is None:
            continue
        net = float(travel[place[0] : place[1]].sum())
        from_s, to_s = float(steps.start_s[place[0]]), float(steps.end_s[place[1] - 1])
        if abs(net) < least or to_s - from_s < SHORTEST_S:
            continue
        here = rows[(shown.window_s[rows, 1] > from_s) & (shown.window_s[rows, 0] < to_s)]
        told = _direction(stretch.kind, here, measured, judge) if travels and len(here) else 0.0
        sign = np.sign(told) if abs(told) > SURE_OF_DIRECTION else np.sign(net)
        sure = judge.sure(stretch.kind, stretch.probability)
        found.append(_named(stretch, sign, from_s, to_s, net, here, measured, sure))
    if travels and not found and _near_things_move(stretch, shown) > least:
        return _whole(stretch, shown, judge)
    return found


def _near_things_move(stretch: _Stretch, shown: Shown) -> float:
    """How far what moves most goes in a stretch, frame widths: far things hide that the camera travels."""
    rows, measured = stretch.rows, shown.measured
    fast = np.exp(measured.features[rows, measured.names.index("log_fast")]) - NOISE
    pace = float(np.average(fast / (shown.window_s[rows, 1] - shown.window_s[rows, 0])))
    return pace * (stretch.end_s - stretch.start_s)


def _named(
    stretch: _Stretch,
    sign: float,
    start_s: float,
    end_s: float,
    travel: float,
    rows: NDArray[np.intp],
    measured: Measured,
    sure: float,
) -> Named:
    kind, others = stretch.kind, stretch.rivals
    if len(rows) and _no_parallax(rows, measured) and kind in TWINS and TWINS[kind] not in others:
        others.append(TWINS[kind])
    names = tuple(SIGNED[other][0 if sign >= 0 else 1] for other in others)
    label = SIGNED[kind][0 if sign >= 0 else 1]
    return Named(kind, label, stretch.axis, start_s, end_s, sure, names, travel, rows)


def _no_parallax(inside: NDArray[np.intp], measured: Measured) -> bool:
    """Whether near and far could not be told apart: turning leaves nothing over, and is too little to show its bend."""
    left = float(np.average(measured.parallax[inside], weights=measured.motion[inside]))
    longest = float(measured.motion[inside].max())
    return left < UNSEEN and 0.25 / LONG_LENS**2 * longest < UNBENT


def _direction(kind: str, inside: NDArray[np.intp], measured: Measured, judge: Judge) -> float:
    """How surely a kind of move goes right, up, in: above zero so, from -1 to 1."""
    odd = {name: values[inside] for name, values in measured.odd.items()}
    return float(np.average(judge.direction(kind, odd), weights=measured.motion[inside]))


def _joined(found: list[Named]) -> list[Named]:
    """Moves of one label that touch, or nearly, are one."""
    joined: list[Named] = []
    for move in found:
        last = joined[-1] if joined else None
        if last is not None and last.label == move.label and move.start_s - last.end_s < 2 * CELL_S:
            length, more = last.end_s - last.start_s, move.end_s - move.start_s
            sure = (last.confidence * length + move.confidence * more) / (length + more)
            others = tuple(dict.fromkeys((*last.ambiguous_with, *move.ambiguous_with)))
            both = np.union1d(last.windows, move.windows)
            joined[-1] = replace(
                last,
                end_s=move.end_s,
                confidence=sure,
                ambiguous_with=others,
                travel=last.travel + move.travel,
                windows=both,
            )
        else:
            joined.append(move)
    return joined
