"""What a study says of a film's form, made ready for statements: shots with their moves, joins, light, color."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np

if TYPE_CHECKING:
    from cranework.study.store import Study

T = TypeVar("T")

NO_PICTURE = frozenset(("plain", "title", "leader"))
"""Flags of shots that no camera took: they are not counted, as in the statistics."""

STATIC = "static"
SURE_MOVE = 0.8
"""Confidence from which a move is counted where a statement is to be contradicted by it."""

LIKELY = 0.5
"""Confidence from which a thing found is taken for one."""


@dataclass(frozen=True, slots=True)
class Move:
    """A camera move, or a hold (``static``); ``label`` is None where it cannot be told."""

    label: str | None
    start: int
    end: int
    seconds: float
    confidence: float
    travel: float = 0.0
    speed: float = 0.0
    speed_unit: str = ""
    speed_word: str = ""
    may_be: tuple[str, ...] = ()

    @property
    def moves(self) -> bool:
        """Whether it is told, and no hold."""
        return self.label not in (None, STATIC)


@dataclass(frozen=True, slots=True)
class Shot:
    """A shot that a camera took. What no layer has measured is None."""

    index: int
    start: int
    end: int
    start_s: float
    seconds: float
    flags: frozenset[str] = frozenset()
    steadiness: str | None = None
    color: str | None = None
    luma: float | None = None
    contrast: float | None = None
    area: tuple[int, int, int, int] | None = None
    moves: tuple[Move, ...] = ()

    @property
    def told(self) -> bool:
        """Whether anything could be told of its camera."""
        return any(move.label is not None for move in self.moves)

    def moving_s(self, least: float = 0.0) -> float:
        """Seconds in which the camera moves, each weighted by how sure that is; with ``least``, sure ones in full."""
        return self._covered_s(
            [(m.start, m.end, 1.0 if least else m.confidence) for m in self.moves if m.moves and m.confidence >= least]
        )

    def untold_s(self) -> float:
        """Seconds for which it cannot be told whether the camera moves."""
        if not self.moves:
            return self.seconds
        return self._covered_s([(m.start, m.end, 1.0) for m in self.moves if m.label is None])

    def _covered_s(self, weighted: list[tuple[int, int, float]]) -> float:
        """Seconds covered by spans of frames, of those at one moment the weightiest."""
        edges = sorted(
            {self.start, self.end, *(min(max(e, self.start), self.end) for a, b, _ in weighted for e in (a, b))}
        )
        frames = sum(
            (b - a) * max((weight for start, end, weight in weighted if start < b and end > a), default=0.0)
            for a, b in pairwise(edges)
        )
        return frames * self.seconds / max(self.end - self.start, 1)


@dataclass(frozen=True, slots=True)
class Join:
    """A transition or a superimposition."""

    kind: str
    start: int
    end: int
    confidence: float
    start_s: float = 0.0
    seconds: float = 0.0


@dataclass(frozen=True)
class MeasuredFilm:
    """A film's form, or a part's of it (``within``).

    Attributes:
        layers: names of what has been measured: shots, transitions, moves, appearance, subtitles.
        ratio: width by height of the picture without bars, as a viewer sees it.
        seconds: its running time, None where no times are known.
    """

    name: str
    layers: frozenset[str]
    shots: tuple[Shot, ...]
    joins: tuple[Join, ...]
    superimpositions: tuple[Join, ...]
    ratio: float
    seconds: float | None
    rate: float | None
    sound: int = 0
    subtitle_streams: int = 0

    @classmethod
    def of(cls, study: Study) -> MeasuredFilm:
        """Everything that statements about form are held against; None of it is measured anew."""
        kinds, video = study.kinds, study.film.video
        rows = study.shots if "shots" in kinds else []
        layers = {"transitions", "shots", "moves", "appearance", "subtitles"} & kinds.keys()
        shots = tuple(_shot(row) for row in rows if not NO_PICTURE & set(row["flags"]))
        rate = study.film.frame_rate
        return cls(
            name=study.film.name,
            layers=frozenset(layers | ({"appearance"} if any(shot.color for shot in shots) else set())),
            shots=shots,
            joins=_joins(study, "transitions"),
            superimpositions=_joins(study, "superimpositions"),
            ratio=shown_ratio(study.film.active_area, video.pixel_aspect, video.rotation),
            seconds=None if study.duration is None else float(study.duration),
            rate=None if rate is None else float(rate),
            sound=len(study.film.audio),
            subtitle_streams=len(study.film.subtitles),
        )

    def within(self, start: int, end: int) -> MeasuredFilm:
        """The part between two frames: shots that lie in it for the most part, and what begins in it."""
        return replace(
            self,
            shots=_between(self.shots, start, end, lambda shot: (shot.start + shot.end) // 2),
            joins=_between(self.joins, start, end, lambda join: join.start),
            superimpositions=tuple(s for s in self.superimpositions if s.start < end and s.end > start),
        )

    @cached_property
    def shot_seconds(self) -> float:
        """Seconds of all shots together."""
        return sum(shot.seconds for shot in self.shots)

    def share(self, amount: Callable[[Shot], float]) -> float:
        """What the shots have of something in seconds, as a share of their time."""
        return sum(map(amount, self.shots)) / self.shot_seconds if self.shot_seconds else 0.0

    @cached_property
    def statistics(self) -> Mapping[str, float]:
        """The numbers of the film for which there is a baseline; what has not been measured is not in it."""
        found: dict[str, float] = {}
        lengths = np.array([shot.seconds for shot in self.shots])
        if len(lengths):
            found |= {
                "average_shot_length_s": float(lengths.mean()),
                "tenth_shot_length_s": float(np.quantile(lengths, 0.1)),
                "longest_shot_s": float(lengths.max()),
            }
            found |= self._of_camera() | self._of_light()
        if self.joins:
            for kind in ("dissolve", "fade", "wipe"):
                alike = [j for j in self.joins if j.kind.startswith(kind) and j.confidence >= LIKELY]
                found[f"{kind}_share"] = len(alike) / len(self.joins)
        return found

    def _of_camera(self) -> dict[str, float]:
        if "moves" not in self.layers or not any(shot.told for shot in self.shots):
            return {}
        told = [shot for shot in self.shots if shot.told]
        held = [shot for shot in told if shot.steadiness]
        return {
            "moving_share": self.share(Shot.moving_s),
            "shots_without_move": sum(not any(m.moves for m in shot.moves) for shot in told) / len(told),
            "handheld_share": sum(s.steadiness == "handheld" for s in held) / len(held) if held else 0.0,
        }

    def _of_light(self) -> dict[str, float]:
        found = {}
        for name in ("luma", "contrast"):
            known = [(getattr(s, name), s.seconds) for s in self.shots if getattr(s, name) is not None]
            if known:
                found[name] = sum(v * t for v, t in known) / max(sum(t for _, t in known), 1e-9)
        return found


def _between(things: tuple[T, ...], start: int, end: int, at: Callable[[T], int]) -> tuple[T, ...]:
    """Those of the things, in order, that lie from start to before end."""
    return things[bisect_left(things, start, key=at) : bisect_left(things, end, key=at)]


def _shot(row: Mapping[str, Any]) -> Shot:
    start, end, seconds = row["start"], row["end"], float(row["duration"] or 0)
    second = seconds / max(end - start, 1)
    area = row.get("active_area")
    return Shot(
        row["index"], start, end, float(row["start_time"] or 0), seconds, frozenset(row["flags"]),
        row.get("steadiness"), row.get("color_kind"), row.get("luma_mean"), row.get("contrast"),
        tuple(area) if area and len(area) == 4 else None, tuple(_move(move, second) for move in row["moves"]),
    )  # fmt: skip


def _move(row: Mapping[str, Any], frame_s: float) -> Move:
    return Move(
        row["label"], row["start"], row["end"], (row["end"] - row["start"]) * frame_s, row["confidence"] or 0.0,
        row.get("travel") or 0.0, row.get("speed") or 0.0, row.get("speed_unit") or "", row.get("speed_word") or "",
        tuple(row.get("ambiguous_with") or ()),
    )  # fmt: skip


def _joins(study: Study, kind: str) -> tuple[Join, ...]:
    """The spans of a kind, in order; none where it was not looked for."""
    rows = study.spans(kind) if kind in study.kinds else []
    return tuple(sorted((_join(row, row.get("kind", kind.removesuffix("s"))) for row in rows), key=lambda j: j.start))


def _join(row: Mapping[str, Any], kind: str) -> Join:
    start_s, end_s = (float(row.get(name) or 0) for name in ("start_time", "end_time"))
    return Join(
        kind, row["start"], row["end"], row["confidence"] or 0.0,
        start_s, max(end_s - start_s, 0.0),
    )  # fmt: skip


def shown_ratio(area: tuple[int, int, int, int], pixel_aspect: Any, rotation: int) -> float:
    """Width by height of a part of the coded picture, as it is shown."""
    width, height = area[2] * float(pixel_aspect), float(area[3])
    if rotation % 180:
        width, height = height, width
    return width / height if height else 0.0
