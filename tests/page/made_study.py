"""A study made by hand, as large as one likes: what the page asks of a study, without a film and without a store."""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cache
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray
from tests.page.made_kinds import (
    APPEARANCE,
    BLACK,
    CHAPTERS,
    DIFFERENCE,
    LUMA,
    PICTURES,
    SHOTS,
    STATISTICS,
    STRIPS,
    SUBTITLES,
    SUPERIMPOSITIONS,
    TRANSITIONS,
    UNKNOWN,
)
from tests.page.made_moves import CAMERA, MOBILITY, MOVES, SPEED, held, made_mobility, made_moves, made_speed
from tests.study.made import VIDEO

from cranework.film.model import Film, Track
from cranework.study.layer import Signal, SpanKind, Stills

BASE = Fraction(1, 24)
HUES = 12


@dataclass
class MadeLayer:
    name: str
    title: str
    meaning: str
    gives: tuple[Any, ...]
    version: int = 1
    made: str = "2025-01-31T10:00:00Z"
    seconds: float = 1.0
    needs: tuple[str, ...] = ()
    parameters: dict[str, Any] = field(default_factory=dict)


@dataclass
class MadeStudy:
    """Holds what its maker put in, and answers as a study does."""

    film: Film
    frames: int | None
    layers: list[MadeLayer]
    signals: dict[str, NDArray[Any]]
    rows: dict[str, list[dict[str, Any]]]
    shots: list[dict[str, Any]]
    pictures: dict[int, bytes]
    path: str = "made.cranework"

    @property
    def duration(self) -> Fraction | None:
        return self.film.duration

    @property
    def kinds(self) -> dict[str, SpanKind]:
        return {gift.name: gift for layer in self.layers for gift in layer.gives if isinstance(gift, SpanKind)}

    def unchanged(self) -> AbstractContextManager[None]:
        return nullcontext()

    def signal(self, name: str, start: int = 0, end: int | None = None) -> NDArray[Any]:
        return self.signals[name][start:end]

    def segment_bounds(self) -> list[tuple[int, int]]:
        return [(0, self.frames or 0)]

    def spans(self, kind: str) -> list[dict[str, Any]]:
        return self.rows[kind]

    def still_frames(self) -> NDArray[np.int64]:
        return np.array(sorted(self.pictures), dtype=np.int64)

    def still(self, frame: int) -> bytes:
        return self.pictures[frame]


def made_film(
    name: str = "cranes.mp4", frames: int = 0, title: str | None = None, damage: tuple[str, ...] = ()
) -> Film:
    return Film(
        name=name,
        size=733_000_000,
        fingerprint="made",
        container="mov,mp4,m4a,3gp,3g2,mj2",
        video=VIDEO,
        time_base=BASE,
        start=0,
        frame_rate=1 / BASE,
        active_area=(0, 0, 640, 480),
        duration=frames * BASE,
        title=title,
        audio=(Track(1, "aac", "rus", None),),
        subtitles=(Track(2, "mov_text", "eng", None),),
        damage=damage,
    )


def made_still(number: int) -> bytes:
    """A picture of 320 x 240 with a color and a shape of its own (one of some hundred), in WebP."""
    return _made_still(number % 97)


@cache
def _made_still(number: int) -> bytes:
    hue = np.full((240, 320), number * 180 // HUES % 180, np.uint8)
    light = np.linspace(40, 220, 320, dtype=np.uint8)[None, :].repeat(240, axis=0)
    picture = cv2.cvtColor(np.dstack([hue, np.full_like(hue, 90), light]), cv2.COLOR_HSV2BGR)
    grain = np.random.default_rng(number).integers(0, 24, picture.shape, np.uint8)
    picture = cv2.add(picture, grain)
    cv2.circle(picture, (40 + number * 37 % 240, 120), 30, (230, 230, 230), -1)
    return bytes(cv2.imencode(".webp", picture, [cv2.IMWRITE_WEBP_QUALITY, 80])[1].tobytes())


def made_study(
    shot_frames: list[int],
    transitions: list[dict[str, Any]] | None = None,
    stills_per_shot: int = 1,
    still: Any = made_still,
    flags: Any = lambda index: [],
    film: Film | None = None,
    words: str = "A line of dialogue",
) -> MadeStudy:
    """A finished study of a film whose shots have these lengths; the signals are made from a seed."""
    bounds = np.concatenate([[0], np.cumsum(shot_frames)]).astype(int)
    frames = int(bounds[-1])
    random = np.random.default_rng(7)
    starts, ends = bounds[:-1].tolist(), bounds[1:].tolist()
    pictures: dict[int, bytes] = {}
    shots = []
    for index, (start, end) in enumerate(zip(starts, ends, strict=True)):
        kept = sorted({start + (end - start) * (2 * n + 1) // (2 * stills_per_shot) for n in range(stills_per_shot)})
        pictures |= {frame: still(frame) for frame in kept}
        shots.append(
            {
                "index": index,
                "start": start,
                "end": end,
                "start_time": start * BASE,
                "end_time": end * BASE,
                "duration": (end - start) * BASE,
                "flags": flags(index),
                "stills": kept,
                "luma_mean": float(random.random()),
                "color_kind": "color" if index % 3 else "black-and-white",
                "dominant_hues": [index * 30 % 360],
                "sharpness": float(random.random() * 900),
            }
        )
    for shot in shots:
        shot["moves"] = made_moves(shot)
        camera = held(shot)
        shot |= camera | {"flags": shot["flags"] + camera["flags"]}
    moves = [move for shot in shots for move in shot["moves"]]
    if transitions is None:
        transitions = [_transition(index, cut) for index, cut in enumerate(starts[1:], 1)]
    strips = [_strip(row["start"], row["end"], frames) for row in transitions if row["start"] < row["end"]]
    pictures |= {frame: still(frame) for strip in strips for frame in strip["stills"]}
    lengths = np.array(shot_frames or [0]) * float(BASE)
    walk = np.clip(np.cumsum(random.normal(0, 0.02, frames)) * 0.4 % 2 - 0.5, 0, 1)
    rows: dict[str, list[dict[str, Any]]] = {
        "transitions": transitions,
        "superimpositions": [{"start": frames // 3, "end": frames // 3 + 40, "confidence": 0.81}],
        "strips": strips,
        "moves": moves,
        "mobility": [made_mobility(moves, frames)],
        "statistics": [_figures(lengths, transitions)],
        "chapters": [{"start": frames * n // 4, "end": frames * (n + 1) // 4, "title": f"Part {n}"} for n in range(4)],
        "subtitles": [
            {"start": start + 4, "end": end - 4, "stream": 2, "language": "eng", "text": f"{words} {start}"}
            for start, end in zip(starts[::2], ends[::2], strict=True)
            if end - start > 24
        ],
    }
    return MadeStudy(
        film=film or made_film(frames=frames, title="Letyat zhuravli"),
        frames=frames,
        layers=[
            MadeLayer("time", "Time", "When each frame is shown", (Signal("time.ticks", "ticks", "Tick", "<i8"),)),
            MadeLayer("stills", "Stills", "Pictures of the film", (Stills("One or more for each shot"),)),
            MadeLayer("pictures", "Small pictures", "Tiny pictures of each frame", PICTURES),
            MadeLayer("luma", "Luma", "How light the picture is", (LUMA, BLACK)),
            MadeLayer("difference", "Difference", "How much changes from frame to frame", (DIFFERENCE,)),
            MadeLayer("transitions", "Transitions", "Cuts, dissolves, fades, wipes", (TRANSITIONS, SUPERIMPOSITIONS)),
            MadeLayer("strips", "Strips", "Stills across what is gradual", (STRIPS, Stills("Small ones", 160))),
            MadeLayer("shots", "Shots", "Stretches between transitions", (SHOTS,)),
            MadeLayer("appearance", "Appearance", "What each shot looks like", (APPEARANCE,)),
            MadeLayer("motion", "Motion", "How the camera moves, in numbers", (SPEED,)),
            MadeLayer("moves", "Moves", "What the camera does", (MOVES, CAMERA, MOBILITY)),
            MadeLayer("statistics", "Statistics", "The film in figures", (STATISTICS,), version=2),
            MadeLayer("chapters", "Chapters", "Chapters of the file", (CHAPTERS,)),
            MadeLayer("subtitles", "Subtitles", "Subtitle lines", (SUBTITLES,)),
            MadeLayer("aura", "Aura", "A layer of another package", (UNKNOWN,), made="2025-02-01T08:00:00Z"),
        ],
        signals={
            "time.ticks": np.arange(frames, dtype=np.int64),
            "luma.mean": walk,
            "pictures.luma": (16 + 219 * walk[:, None, None] * np.linspace(1, 0.5, 4)[:, None] * np.ones(6)).astype(
                "u1"
            ),
            "pictures.chroma": np.full((frames, 2, 3, 2), (120, 140), np.uint8),
            "luma.black": 1 - walk,
            "difference.mean": random.exponential(2, frames),
            "motion.mobility": made_speed(frames),
            "aura.glow": np.sin(np.arange(frames) / 50) * 20,
        },
        rows=rows,
        shots=shots,
        pictures=pictures,
    )


def without_moves(study: MadeStudy) -> MadeStudy:
    """The same as it was kept before any layer looked for moves."""
    study.layers = [layer for layer in study.layers if layer.name not in ("motion", "moves")]
    for shot in study.shots:
        shot |= {"moves": [], "steadiness": None, "mobility": None, "flags": []}
    return study


def _figures(lengths: NDArray[np.float64], transitions: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "shots": len(transitions) + 1,
        "average_shot_length_s": float(lengths.mean()),
        "median_shot_length_s": float(np.median(lengths)),
        "deviation_s": float(lengths.std()),
        "shortest_s": float(lengths.min()),
        "longest_s": float(lengths.max()),
        "cuts": sum(row["kind"] == "cut" for row in transitions),
        "dissolves": sum(row["kind"] == "dissolve" for row in transitions),
        "fades": 0,
        "wipes": None,
    }


def _transition(index: int, cut: int) -> dict[str, Any]:
    if index % 9:
        return {"start": cut, "end": cut, "kind": "cut", "confidence": 0.99}
    return {"start": cut - 12, "end": cut + 12, "kind": "dissolve", "confidence": 0.87}


def _strip(start: int, end: int, frames: int) -> dict[str, Any]:
    """Five stills from end to end, the ends first."""
    places = (0, 4, 2, 1, 3)
    stills = [max(0, min(frames - 1, start - 1 + (end - start + 1) * place // 4)) for place in places]
    return {"start": start, "end": end, "stills": stills}
