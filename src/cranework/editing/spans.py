"""From the judge's probabilities to spans: peaks for cuts, the likeliest path of states for all that lasts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cranework.editing.distances import Floats
from cranework.editing.judge import KINDS

SWITCH_NATS = 2.0  # cost of entering or leaving a state: keeps single frames from becoming a span
LEAST = np.float32(1e-4)  # no probability counts as less
CUT = 0.5  # probability from which a cut is reported
APART = 2  # frames around a cut in which there is no other


MIXTURES = ("dissolve", "rise", "fall")
"""Kinds in which one picture is mixed with another."""

_MIXTURES = [k for k, kind in enumerate(KINDS) if kind in MIXTURES]
_OTHERS = [k for k, kind in enumerate(KINDS) if kind not in MIXTURES]
_ORDER = [1, 0, *range(2, len(_OTHERS) + 1)]  # none first, then mixtures, then the others


@dataclass(frozen=True)
class Span:
    """A stretch of frames, half open, that is of one kind."""

    kind: str
    start: int
    end: int
    confidence: float


def gradual(kinds: Floats) -> list[Span]:
    """Stretches that are part of something, by the likeliest path; kinds (N, 7), the probability of each of KINDS.

    A dissolve, a rise and a fall are one state on the way, since all are mixtures and which of them is told best over
    the whole stretch. Confidence: mean probability of the state.
    """
    mixed = kinds[:, _MIXTURES].sum(1, keepdims=True)
    states = np.concatenate([mixed, kinds[:, _OTHERS]], axis=1)[:, _ORDER]
    found = []
    for state, start, end in runs(likeliest_path(states)):
        if state:
            said = kinds[start:end].mean(0, dtype=np.float64)
            names = _MIXTURES if state == 1 else [_OTHERS[state - 1]]
            found.append(Span(KINDS[max(names, key=lambda k: said[k])], start, end, float(said[names].sum())))
    return found


def cut_peaks(cut: Floats) -> list[int]:
    """Frames where the probability of a cut, (N,), is at its peak."""
    found: list[int] = []
    for t in np.flatnonzero(cut >= CUT).tolist():
        around = cut[max(0, t - APART) : t + APART + 1]
        if cut[t] >= around.max() and (not found or t - found[-1] > APART):
            found.append(t)
    return found


def runs(path: NDArray[np.integer]) -> Iterator[tuple[int, int, int]]:
    """(value, start, end) of each run of equal values."""
    bounds = np.flatnonzero(np.diff(path, prepend=-1, append=-1))
    for start, end in zip(bounds[:-1].tolist(), bounds[1:].tolist(), strict=True):
        yield int(path[start]), start, end


def likeliest_path(kinds: Floats) -> NDArray[np.int8]:
    """The likeliest state of each frame, (N,), where every change of state costs SWITCH_NATS (Viterbi, 1967).

    Wherever "none" leads every other state by two changes' cost, the best path goes through it: whatever else the path
    does there, a detour by "none" pays. So only the short stretches between such frames have to be searched.
    """
    scores = np.log(np.maximum(kinds, LEAST))
    path = np.zeros(len(kinds), np.int8)
    open_ = scores[:, 0] - scores[:, 1:].max(1) <= 2 * SWITCH_NATS
    for undecided, start, end in runs(open_.astype(np.int8)):
        if undecided:
            first, last = max(0, start - 1), min(len(kinds), end + 1)
            path[first:last] = _searched(scores[first:last].tolist())
    return path


def _searched(scores: list[list[float]]) -> list[int]:
    states = range(len(scores[0]))
    total = list(scores[0])
    came_from: list[list[int]] = []
    for score in scores[1:]:
        best = max(states, key=total.__getitem__)
        jump = total[best] - SWITCH_NATS
        came_from.append([k if total[k] >= jump else best for k in states])
        total = [max(total[k], jump) + score[k] for k in states]
    path = [max(states, key=total.__getitem__)]
    for back in reversed(came_from):
        path.append(back[path[-1]])
    return path[::-1]
