"""What the camera does in each shot: every move by its name, with its span and its evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from cranework.layers.motion import clear_parts, seconds_of, steps_of
from cranework.motion.evidence import crane_like, follows, tracks, words
from cranework.motion.field_of_view import degrees_per_s
from cranework.motion.judge import STATIC, Judge
from cranework.motion.naming import Named
from cranework.motion.shot import SHORTEST_S, Seen, Tracks, covered_s, holds, see, sure_of_static
from cranework.motion.speeds import UNITS, speed_of, travel_of, word_of
from cranework.study.layer import Column, Derived, DerivedLayer, Lane, Measurements, SpanKind

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from cranework.motion.path import Steps

LABELS = (
    STATIC, "pan_left", "pan_right", "tilt_up", "tilt_down", "roll_cw", "roll_ccw", "zoom_in", "zoom_out", "dolly_in",
    "dolly_out", "truck_left", "truck_right", "pedestal_up", "pedestal_down", "arc_left", "arc_right", "dolly_zoom",
)  # fmt: skip
TURNING, TRAVELLING, ZOOMING = ("pan", "tilt", "roll"), ("truck", "pedestal", "dolly", "arc"), ("zoom", "dolly_zoom")
NOTHING_TO_SEE = "plain"
"""The flag of shots in which there is no picture whose movement could be asked for."""

TOO_SHORT = "the shot is too short"
TOO_FEW = "too few points can be followed: it is too dark, too blurred or too plain"


class Moves(DerivedLayer):
    """Moves of the camera."""

    name = "moves"
    version = 3
    title = "Camera moves"
    meaning = "What the camera does in each shot: pans, tilts, dollies, cranes …, how fast, how surely, and why."
    needs = ("tracks", "time", "shots", "transitions")
    gives = (
        SpanKind(
            "moves",
            "What the camera does, and from when to when; several may hold at once",
            columns=(
                Column("label", "text", "What it does; empty where it cannot be told", values=LABELS),
                Column("why", "text", "Why it cannot be told"),
                Column("confidence", "real", "Probability that it is this move", "probability"),
                Column("speed", "real", "How fast, in the middle"),
                Column("speed_unit", "text", "Of the speed"),
                Column("speed_word", "text", "How fast, in a word", values=("slow", "medium", "fast", "whip")),
                Column("travel", "real", "How far: frame widths; zoom, dolly: ratio of sizes; roll: degrees"),
                Column("ambiguous_with", "json", "What it may be as well"),
                Column("evidence", "text", "Why it is called so"),
                Column("degrees_per_s", "json", "How fast a pan or tilt turns, from and to, if known"),
                Column("tracks", "json", "Points at two of its frames, to be drawn", for_drawing=True),
            ),
            lane=Lane("spans", "#2a7f78", "moves"),
        ),
        SpanKind(
            "camera",
            "How the camera of each shot is held, and how much it moves",
            per="shots",
            columns=(
                Column("steadiness", "text", "How it is held", values=("locked", "smooth", "handheld")),
                Column("mobility", "real", "Share of the shot's time in which it moves", "share"),
                Column(
                    "flags",
                    "json",
                    "Whether it follows a subject, whether it goes as on a crane",
                    values=("tracking", "crane"),
                ),
            ),
        ),
        SpanKind(
            "mobility",
            "How much the camera moves in the whole film",
            whole=True,
            columns=(
                Column("moving_share", "real", "Share of the time in which it moves", "share"),
                Column("median_speed_widths_per_s", "real", "Median speed while it moves", "frame widths/s"),
                Column("turning_share", "real", "Share of that time in which it pans, tilts or rolls", "share"),
                Column(
                    "travelling_share",
                    "real",
                    "Share of that time in which it travels, any way",
                    "share",
                ),
                Column("zooming_share", "real", "Share of that time in which the lens zooms", "share"),
                Column("path_length_widths", "real", "How far the picture goes, all in all", "frame widths"),
                Column("not_told_share", "real", "Share of the time for which it cannot be told", "share"),
                Column("share_by_label", "json", "For each move its share of the film's time"),
            ),
        ),
    )

    def derive(self, measured: Measurements) -> Derived:
        return moves_of(measured, Judge())


def moves_of(measured: Measurements, judge: Judge) -> Derived:
    """What a judge says of the moves of a film."""
    times = np.append(seconds_of(measured), 0.0)
    if measured.frames:
        usual = float(np.median(np.diff(times[:-1]))) if measured.frames > 1 else 0.0
        times[-1] = times[-2] + usual
    rows: list[dict[str, Any]] = []
    cameras: list[dict[str, Any]] = []
    film = _Film(float(times[-1]) if measured.frames else 0.0)
    for shot, (start, end) in zip(measured.spans("shots"), clear_parts(measured), strict=True):
        moves, camera, steps = _of_shot(measured, shot, start, end, times, judge)
        rows += moves
        cameras.append({"start": shot["start"], "end": shot["end"], **camera})
        film.add(moves, times, steps)
    return Derived(spans={"moves": rows, "camera": cameras, "mobility": [film.row()]})


def _of_shot(
    measured: Measurements, shot: dict[str, Any], start: int, end: int, times: NDArray[np.float64], judge: Judge
) -> tuple[list[dict[str, Any]], dict[str, Any], Steps]:
    """The moves of one shot, what is said of its camera, and its steps."""
    steps = steps_of(measured, start, end)
    nothing: dict[str, Any] = {"steadiness": None, "mobility": None, "flags": []}
    if NOTHING_TO_SEE in shot["flags"]:
        return [], nothing, steps
    sampled = np.flatnonzero(measured.signal("tracks.sampled", start, end))
    points = measured.signal("tracks.points", start, end)[sampled]
    from_s, to_s = float(times[start]), float(times[end])
    seen = see(Tracks(points, sampled + start, times[sampled + start]), steps, judge, from_s, to_s)
    if not seen.told:
        why = TOO_SHORT if to_s - from_s < SHORTEST_S else TOO_FEW
        return [_row(shot["start"], shot["end"], None, 0.0, why=why)], nothing, steps

    last_step_s = float(steps.end_s[-1]) if len(steps) else from_s

    def frame(second: float) -> int:
        if second >= last_step_s - 1e-6:  # what goes on to the last step goes on to the end
            return end
        return int(np.clip(np.searchsorted(times, second - 1e-6), start, end))

    found = [_move(move, frame(move.start_s), frame(move.end_s), seen, steps) for move in seen.moves]
    for a, b in holds(seen, steps, from_s, to_s):
        sure = sure_of_static(seen, judge, a, b)
        first, last = (shot["start"], shot["end"]) if not seen.moves else (frame(a), frame(b))
        found.append(_row(first, last, STATIC, sure, evidence="the picture as a whole stays where it is"))
    found = [row for row in found if row["start"] < row["end"]]
    moving = covered_s([(m.start_s, m.end_s) for m in seen.moves])
    camera = {
        "steadiness": seen.steadiness,
        "mobility": round(min(1.0, moving / max(to_s - from_s, 1e-9)), 4),
        "flags": _flags(seen),
    }
    return sorted(found, key=lambda row: (row["start"], row["end"])), camera, steps


def _flags(seen: Seen) -> list[str]:
    kinds = {move.kind for move in seen.moves}
    moves_and_is_no_arc = bool(kinds) and "arc" not in kinds  # which holds its subject by its nature
    flags = []
    if seen.measured is not None and moves_and_is_no_arc and follows(seen.windows, seen.measured):
        flags.append("tracking")
    if crane_like(seen.moves):
        flags.append("crane")
    return flags


def _move(move: Named, start: int, end: int, seen: Seen, steps: Steps) -> dict[str, Any]:
    speed = speed_of(move, steps)
    row = _row(start, end, move.label, move.confidence, words(move, seen.windows, seen.measured))
    row["ambiguous_with"] = list(move.ambiguous_with)
    if speed is not None:
        unit = UNITS[move.axis]
        row |= {"speed": round(speed, 4), "speed_unit": unit, "speed_word": word_of(speed, unit)}
        travel = travel_of(move)
        row["travel"] = None if travel is None else round(travel, 4)
    if move.kind in ("pan", "tilt") and seen.measured is not None:
        window_s = seen.window_s[move.windows]
        whole = move.windows[(window_s[:, 0] >= move.start_s) & (window_s[:, 1] <= move.end_s)]
        turn = degrees_per_s(whole, move.axis, seen.windows, seen.measured)
        row["degrees_per_s"] = None if turn is None else list(turn)
    row["tracks"] = tracks(move, seen.windows, seen.measured)
    return row


def _row(
    start: int, end: int, label: str | None, confidence: float, evidence: str | None = None, why: str | None = None
) -> dict[str, Any]:
    return {
        "start": start, "end": end, "label": label, "why": why, "confidence": round(confidence, 4), "speed": None,
        "speed_unit": None, "speed_word": None, "travel": None, "ambiguous_with": [], "evidence": evidence,
        "degrees_per_s": None, "tracks": None,
    }  # fmt: skip


class _Film:
    """Adds up what the moves of all shots come to."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._moving, self._not_told, self._path = 0.0, 0.0, 0.0
        self._kinds = dict.fromkeys(("turning", "travelling", "zooming"), 0.0)
        self._by_label: dict[str, float] = {}
        self._speeds: list[NDArray[np.float64]] = []

    def add(self, moves: list[dict[str, Any]], times: NDArray[np.float64], steps: Steps) -> None:
        """One shot."""
        spans = [(float(times[m["start"]]), float(times[m["end"]]), m["label"]) for m in moves]
        real = [(a, b, label) for a, b, label in spans if label not in (None, STATIC)]
        self._moving += covered_s([(a, b) for a, b, _ in real])
        self._not_told += covered_s([(a, b) for a, b, label in spans if label is None])
        for name, families in (("turning", TURNING), ("travelling", TRAVELLING), ("zooming", ZOOMING)):
            self._kinds[name] += covered_s([(a, b) for a, b, label in real if label.startswith(families)])
        for label in LABELS:
            self._by_label[label] = self._by_label.get(label, 0.0) + covered_s(
                [(a, b) for a, b, name in spans if name == label]
            )
        speeds = steps.widths_per_s()
        inside = np.zeros(len(steps), bool)
        for a, b, _ in real:
            inside |= (steps.start_s >= a) & (steps.end_s <= b)
        self._path += float((speeds * steps.seconds)[inside].sum())
        self._speeds.append(speeds[inside])

    def row(self) -> dict[str, Any]:
        """The film's numbers."""
        speeds = np.concatenate(self._speeds) if self._speeds else np.zeros(0)

        def share(part: float, whole: float) -> float | None:
            return round(min(1.0, part / whole), 4) if whole > 0 else None

        return {
            "moving_share": share(self._moving, self._seconds),
            "median_speed_widths_per_s": round(float(np.median(speeds)), 4) if len(speeds) else None,
            **{f"{name}_share": share(part, self._moving) for name, part in self._kinds.items()},
            "path_length_widths": round(self._path, 3),
            "not_told_share": share(self._not_told, self._seconds),
            "share_by_label": {label: share(s, self._seconds) for label, s in self._by_label.items() if s > 0},
        }
