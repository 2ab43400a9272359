"""Where points of the picture went while the camera moved, small enough for the page."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from cranework.page.curves import packed

if TYPE_CHECKING:
    from cranework.study.store import Study

MOVES, COLUMN = "moves", "tracks"  # the kind of span, and its column
STEPS = 1_000  # in a frame's width: a third of a pixel of the largest still
FARTHEST = 30.0  # frame widths; what a stranger's study puts farther away is no point
MOST_POINTS = 40  # of a move
BUDGET = 1_800_000  # characters of base64: every move of a feature film has its points
NUMBERS = 5  # of a point: x and y at the first frame, at the last, and whether it is near
# What is kept where that is too much, from most to least: the points of a move; of the headline moves alone or of all.
LADDER = ((MOST_POINTS, False), (MOST_POINTS, True), (16, True), (8, True), (4, True))

Point = tuple[float, ...]


class _Tracks(NamedTuple):
    """Place of the move among the rows of its kind, the two frames, and the points between them."""

    at: int
    first: int
    last: int
    points: list[Point]


def tracks(study: Study, budget: int = BUDGET) -> dict[str, Any] | None:
    """The points of the moves that have some; None where none has.

    Returns:
        `moves`: for each move its place among the rows, its two frames and how many points it has; `points`: base64 of
        zlib's stream of int16, all first places' x, then all y, then how far each goes in x and in y, all in
        thousandths of a frame width, then whether it is near (1), far (-1) or goes with the picture (0).
    """
    moves = study.spans(MOVES) if MOVES in study.kinds else []
    known = [found for at, row in enumerate(moves) if (found := _read(at, row.get(COLUMN)))]
    if not known:
        return None
    headlines = _headlines(study, moves, known)
    for most, headlines_only in LADDER:
        kept = [one._replace(points=_spread(one.points, most)) for one in (headlines if headlines_only else known)]
        told = _packed(kept)
        if len(told["points"]) <= budget:
            return told
    return None


def _read(at: int, told: Any) -> _Tracks | None:
    """A move's tracks as far as they are such; a stranger's study may hold anything in their place."""
    if not isinstance(told, Mapping) or not isinstance(told.get("points"), Sequence):
        return None
    first, last = told.get("first"), told.get("last")
    points = [tuple(map(float, point)) for point in told["points"][:MOST_POINTS] if _is_point(point)]
    if not (isinstance(first, int) and isinstance(last, int) and 0 <= first < last) or not points:
        return None
    return _Tracks(at, first, last, points)


def _is_point(point: Any) -> bool:
    if not isinstance(point, Sequence) or len(point) != NUMBERS or point[-1] not in (-1, 0, 1):
        return False
    return all(isinstance(one, int | float) and math.isfinite(one) and abs(one) < FARTHEST / 2 for one in point)


def _headlines(study: Study, moves: Sequence[Mapping[str, Any]], known: Sequence[_Tracks]) -> list[_Tracks]:
    """Of each shot the longest move that has points."""
    starts = [shot["start"] for shot in study.shots]
    longest: dict[int, _Tracks] = {}
    for one in known:
        home = bisect_right(starts, moves[one.at]["start"])
        if home not in longest or _frames(moves[one.at]) > _frames(moves[longest[home].at]):
            longest[home] = one
    return list(longest.values())


def _frames(move: Mapping[str, Any]) -> int:
    return int(move["end"]) - int(move["start"])


def _spread(points: list[Point], most: int) -> list[Point]:
    """No more than so many points, from all over the list."""
    return points[:: -(-len(points) // most)]


def _packed(kept: Sequence[_Tracks]) -> dict[str, Any]:
    numbers = np.array([point for one in kept for point in one.points])
    places = np.rint(numbers[:, :4] * STEPS).astype("<i2")
    places[:, 2:] -= places[:, :2]
    columns = np.column_stack([places, numbers[:, 4].astype("<i2")])
    return {
        "moves": [[one.at, one.first, one.last, len(one.points)] for one in kept],
        "points": packed(np.ascontiguousarray(columns.T, dtype="<i2").tobytes()),
    }
