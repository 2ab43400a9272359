"""Studies of films whose form is known, made by hand from a few words, and statements about them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import Any, cast

import numpy as np
from tests.page.made_study import MadeLayer, MadeStudy, made_film

from cranework.film.model import Film
from cranework.layers.appearance import Appearance
from cranework.layers.moves import Moves
from cranework.layers.shots import Shots
from cranework.layers.subtitles import Subtitles
from cranework.layers.time import Time
from cranework.layers.transitions import Transitions
from cranework.reading.model import Judgement, Statement, Value
from cranework.reading.witness import Witness
from cranework.study.layer import Layer
from cranework.study.store import Study

RATE = 24
LAYERS: tuple[type[Layer], ...] = (Time, Transitions, Shots, Moves, Appearance, Subtitles)


@dataclass(frozen=True)
class A:
    """A shot: so many seconds, with moves "label" or ("label", confidence) or ("label", confidence, travel, speed)."""

    seconds: float = 4.0
    moves: tuple[Any, ...] = ("static",)
    color: str = "color"
    luma: float = 0.4
    contrast: float = 0.2
    held: str | None = "smooth"
    flags: tuple[str, ...] = ()
    join: str = "cut"
    join_confidence: float = 0.99


@dataclass(frozen=True)
class Made:
    """A film: shots, overlays (start, end in seconds, confidence), words spoken (start, end in seconds, text)."""

    shots: Sequence[A]
    overlays: Sequence[tuple[float, float, float]] = ()
    words: Sequence[tuple[float, float, str]] = ()
    without: Sequence[str] = ()
    film: dict[str, Any] = field(default_factory=dict)

    def study(self) -> Study:
        rows: list[dict[str, Any]] = []
        joins: list[dict[str, Any]] = []
        at = 0
        for index, shot in enumerate(self.shots):
            end = at + round(shot.seconds * RATE)
            if index:
                span = {"start": at, "end": at} if shot.join == "cut" else {"start": max(at - 12, 0), "end": at + 12}
                joins.append(timed(span) | {"kind": shot.join, "confidence": shot.join_confidence})
            rows.append(_shot_row(index, at, end, shot))
            at = end
        overlays = [timed({"start": round(a * RATE), "end": round(b * RATE)}) | {"confidence": c}
                    for a, b, c in self.overlays]  # fmt: skip
        spoken = [timed({"start": round(a * RATE), "end": round(b * RATE)})
                  | {"text": text, "stream": 2, "language": None}
                  for a, b, text in self.words]  # fmt: skip
        kept = [layer for layer in LAYERS if layer.name not in self.without]
        made: Film = replace(made_film(frames=at), **self.film)
        study = MadeStudy(
            film=made,
            frames=at,
            layers=[MadeLayer(layer.name, layer.title, layer.meaning, layer.gives) for layer in kept],
            signals={"time.ticks": np.arange(at, dtype=np.int64)},
            rows={"transitions": joins, "superimpositions": overlays, "subtitles": spoken, "shots": rows},
            shots=[_without(row, self.without) for row in rows],
            pictures={},
        )
        return cast(Study, study)

    def witness(self) -> Witness:
        return Witness.of(self.study())


def timed(span: dict[str, int]) -> dict[str, Any]:
    return {**span, "start_time": Fraction(span["start"], RATE), "end_time": Fraction(span["end"], RATE)}


def _shot_row(index: int, start: int, end: int, shot: A) -> dict[str, Any]:
    return {
        **timed({"start": start, "end": end}), "index": index, "duration": Fraction(end - start, RATE),
        "flags": list(shot.flags), "steadiness": shot.held, "color_kind": shot.color, "luma_mean": shot.luma,
        "contrast": shot.contrast, "active_area": [0, 0, 640, 480], "stills": [],
        "moves": [_move_row(start, end, move) for move in shot.moves],
    }  # fmt: skip


def _move_row(start: int, end: int, move: Any) -> dict[str, Any]:
    label, confidence, travel, speed = (*((move,) if isinstance(move, str | None) else move), 0.95, None, None)[:4]
    unit = "degrees/s" if (label or "").startswith("roll") else "frame widths/s"
    return timed({"start": start, "end": end}) | {
        "label": label, "confidence": confidence, "travel": travel, "speed": speed, "speed_unit": unit,
        "speed_word": "whip" if speed and speed > 2 else "medium", "ambiguous_with": [], "why": None, "evidence": "",
    }  # fmt: skip


def _without(row: dict[str, Any], layers: Sequence[str]) -> dict[str, Any]:
    gone: dict[str, Any] = {}
    if "moves" in layers:
        gone |= {"moves": [], "steadiness": None}
    if "appearance" in layers:
        gone |= {"color_kind": None, "luma_mean": None, "contrast": None, "active_area": None}
    return row | gone


def said(predicate: str, words: str, within: str = "", **parts: Any) -> tuple[Statement, str]:
    """A statement with these words, alone or within a text, and the text."""
    text = within or words
    start = text.index(words)
    kind = parts.pop("kind", "form")
    return Statement(start, start + len(words), kind, predicate, **parts), text


def seconds(words: str, low: float, high: float | None = None) -> Value:
    return Value(0, len(words), words, "duration", low, low if high is None else high, "s")


def judged(film: Made, predicate: str, words: str, within: str = "", **parts: Any) -> Judgement:
    statement, text = said(predicate, words, within, **parts)
    return film.witness().form(statement, text)
