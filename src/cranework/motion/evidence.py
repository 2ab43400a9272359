"""Why a move has its name, in words and in a picture's worth of tracks; and whom the camera follows."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from cranework.motion.features import BORDER_X, BORDER_Y, NOISE, Measured
from cranework.motion.masked import median
from cranework.motion.naming import TRAVELS, UNSEEN, WHOLE, Named
from cranework.motion.windows import Windows

Floats = NDArray[np.float64]

MOST_TRACKS = 40
MOST_TIMES = 9
"""Beyond it, far things hardly move at all, and a number would say more than is known."""

NEARER, FARTHER = 1.25, 0.8
"""How many times as fast as the middle point one moves that is drawn as near, or as far."""

BACKGROUND_S, HELD, HOLDERS = 0.1, 0.3, 0.04
"""A subject is followed where the background moves so many frame widths a second, and points of which it would take
along move less than this share of that: so many of all points, on average over the shot."""

FEWEST_AT_EDGE = 6

CRANE_WIDTHS, CRANE_S, CRANE_SURE, CRANE_NEAR_S = 0.25, 1.5, 0.5, 1.0
"""A crane's path: so far up or down, so long, so surely, and other travel or a tilt at most so many seconds from it."""

ALONG = {"sideways": 0, "upright": 1}

SLOWEST, FASTEST = 0.15, 0.85
"""Shares of the points that stand for the far ones and for the near ones."""

UNEVEN = 1.1
"""How many times as fast near things must move for their parallax to be seen."""

MIDDLE = 0.08
"""Frame widths from the centre within which growth cannot be told from noise."""


def words(move: Named, w: Windows, measured: Measured | None) -> str:
    """The evidence in one sentence."""
    if measured is None or not len(move.windows):
        return "told by the course of the whole picture alone: no point lives long enough to tell near from far"
    rows = move.windows
    weight = measured.motion[rows]
    obeying = float(np.average(measured.obeying[rows], weights=weight))
    ratio = _near_to_far(move, w, measured)
    left = float(np.average(measured.parallax[rows], weights=weight))
    unseen = " (no parallax is seen, so it may be the other as well)" if move.ambiguous_with and left < UNSEEN else ""
    match move.kind:
        case "pan" | "tilt":
            return f"turning: one turn of the camera explains {_turns(move, measured):.0%} of the points{unseen}"
        case "roll":
            return f"the whole picture turns about its middle; {obeying:.0%} of the points agree"
        case "zoom":
            agree = f"{_turns(move, measured):.0%} agree{unseen}"
            return f"everything grows or shrinks by one factor, near and far alike: {agree}"
        case "dolly" | "truck" | "pedestal":
            verb = "grow" if move.kind == "dolly" else "move"
            if ratio > UNEVEN and not unseen:
                return f"parallax: near things {verb} {_times(ratio)} as fast as far ones"
            return f"things {verb} as before a camera that travels, without the bend that turning gives{unseen}"
        case "arc":
            return "what is in the middle stays, what is before and behind it moves opposite ways"
    return "the subject keeps its size while what is behind it grows or shrinks"


def _times(ratio: float) -> str:
    return f"{ratio:.1f} times" if ratio < MOST_TIMES else f"more than {MOST_TIMES} times"


def _turns(move: Named, measured: Measured) -> float:
    rows = move.windows
    share = measured.features[rows, measured.names.index("turns_only")]
    return float(np.average(share, weights=measured.motion[rows]))


def _flow(move: Named, w: Windows, row: int) -> Floats:
    """How fast each point of a window moves on the move's axis, (P,)."""
    moved = w.end[row] - w.start[row]
    if move.axis in ALONG:
        return np.asarray(moved[:, ALONG[move.axis]])
    at = w.start[row]
    radius = np.maximum(np.hypot(at[:, 0], at[:, 1]), MIDDLE)
    if move.axis == "roll":
        return np.asarray((moved[:, 1] * at[:, 0] - moved[:, 0] * at[:, 1]) / radius**2)
    return np.asarray((moved * at).sum(1) / radius**2)


def _near_to_far(move: Named, w: Windows, measured: Measured) -> float:
    """How many times as fast near things move as far ones, the same way: the median of the move's windows."""
    ratios = []
    for row in move.windows:
        flow = _flow(move, w, row)[measured.known[row]]
        flow = flow * np.sign(np.median(flow) or 1)
        slow, fast = np.quantile(flow, [SLOWEST, FASTEST])
        ratios.append(fast / max(slow, NOISE, fast / (2 * MOST_TIMES)) if fast > NOISE else 1.0)
    return float(np.median(ratios))


def tracks(move: Named, w: Windows, measured: Measured | None) -> dict[str, Any] | None:
    """Points at two frames of the move, in the window that shows most of it: to be drawn over its stills."""
    if measured is None or not len(move.windows):
        return None
    row = int(move.windows[measured.motion[move.windows].argmax()])
    known = np.flatnonzero(measured.known[row])
    if not len(known):
        return None
    chosen = known[np.unique(np.linspace(0, len(known) - 1, MOST_TRACKS).astype(int))]
    near = np.zeros(len(chosen), int)
    if move.kind in (*TRAVELS, *WHOLE):
        flow = _flow(move, w, row)
        middle = float(np.median(flow[known]))
        ratio = flow[chosen] / middle if abs(middle) > NOISE else np.ones(len(chosen))
        near = np.where(ratio > NEARER, 1, np.where(ratio < FARTHER, -1, 0))
    points = np.round(np.concatenate([w.start[row, chosen], w.end[row, chosen]], axis=1), 3)
    lines = [[*map(float, place), int(n)] for place, n in zip(points, near, strict=True)]
    return {"first": int(w.first[row]), "last": int(w.last[row]), "points": lines}


def follows(w: Windows, measured: Measured) -> bool:
    """Whether a subject stays in the frame while the background passes."""
    half_height = np.maximum(0.2, np.abs(w.start[..., 1] * measured.known).max(1, keepdims=True))
    border = (np.abs(w.start[..., 0]) > BORDER_X) | (np.abs(w.start[..., 1]) > BORDER_Y * half_height)
    moved = w.end - w.start
    edge = measured.known & border
    at_edge = (
        np.stack([median(moved[..., k], edge) for k in range(2)], axis=1) * (edge.sum(1) >= FEWEST_AT_EDGE)[:, None]
    )
    shares = [_held(_predicted(w, measured), measured.known & ~border, w, measured)]
    shares.append(_held(np.broadcast_to(at_edge[:, None], moved.shape), measured.known & ~border, w, measured))
    share = np.fmax(*shares)
    return bool(np.isfinite(share).any() and np.nanmean(share) >= HOLDERS)


def _held(background: Floats, central: NDArray[np.bool_], w: Windows, measured: Measured) -> Floats:
    """For each window the share of its points that stay while the background would take them along; NaN where it stays.

    `background`: how it would move each point, (N, P, 2).
    """
    pace = np.hypot(background[..., 0], background[..., 1])
    moved = np.hypot(*np.moveaxis(w.end - w.start, 2, 0))
    passes = measured.known & (pace > BACKGROUND_S * w.seconds[:, None])
    held = (passes & central & (moved < HELD * pace)).sum(1) / np.maximum(measured.known.sum(1), 1)
    return np.where(passes.sum(1) > measured.known.sum(1) / 2, held, np.nan)


def _predicted(w: Windows, measured: Measured) -> Floats:
    """How the similarity of its window would move each point, (N, P, 2)."""
    scale, turn, right, down = measured.similarity.T
    z = w.start[..., 0] + 1j * w.start[..., 1]
    there = np.exp(scale + 1j * turn)[:, None] * z + (right + 1j * down)[:, None]
    return np.stack([there.real, there.imag], axis=2) - w.start


def crane_like(moves: tuple[Named, ...]) -> bool:
    """Whether the path is one that a crane makes: up or down together with other travel or a tilt."""
    others = ("tilt", "dolly", "truck", "arc")
    for move in moves:
        far = abs(move.travel) >= CRANE_WIDTHS or move.travel == 0
        if move.kind != "pedestal" or not far or move.end_s - move.start_s < CRANE_S or move.confidence < CRANE_SURE:
            continue
        for other in moves:
            apart = max(move.start_s - other.end_s, other.start_s - move.end_s)
            if other.kind in others and apart <= CRANE_NEAR_S:
                return True
    return False
