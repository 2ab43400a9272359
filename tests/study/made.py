"""Studies made by hand: a film of two segments with signals, stills and spans, without decoding anything.

Run as a script, this is another process that writes or holds a study: `made.py WHAT PATH`.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path
from typing import Any, ClassVar

import numpy as np
from numpy.typing import NDArray

from cranework.film.model import Film, Segment, Track, Video
from cranework.study.layer import (
    Column,
    Derived,
    DerivedLayer,
    FrameLayer,
    Gift,
    Lane,
    Measurements,
    Measurer,
    Signal,
    SourceLayer,
    SpanKind,
    Stills,
)
from cranework.study.packing import PackedMeasured, SegmentResult, pack
from cranework.study.writer import StudyWriter

VIDEO = Video(
    stream=0, codec="h264", width=640, height=480, display_width=640, display_height=480, rotation=0, mirrored=False,
    pixel_aspect=Fraction(1), pixel_format="yuv420p", bit_depth=8, interlaced=None, color_range="tv",
    color_space=None, color_primaries=None, color_transfer=None, hdr=None,
)  # fmt: skip
FILM = Film(
    name="a film.mkv", size=1000, fingerprint="f1", container="matroska", video=VIDEO,
    time_base=Fraction(1001, 24000), start=7, frame_rate=Fraction(24000, 1001), active_area=(0, 60, 640, 360),
    audio=(Track(1, "aac", "fr", None),), subtitles=(Track(2, None, None, "=cmd()"),),
)  # fmt: skip
SEGMENTS = (Segment(0, None, 27, True), Segment(1, 27, None, True))
LENGTHS = (20, 30)
FRAMES = sum(LENGTHS)
STEP = FILM.time_base
TICKS = Signal("time.ticks", "ticks", "presentation tick", "<i8")
MEAN = Signal("light.mean", "", "mean luma", low=0, high=1, lane=Lane("curve", "#abc", "light"))
SMALL = Signal("light.small", "", "small pictures", "|u1", (3, 4), delta=True)


class Time(FrameLayer):
    name, version, title, meaning = "time", 1, "Time", "When each frame is shown."
    views = ()
    gives: ClassVar[tuple[Gift, ...]] = (TICKS,)

    def begin(self, film: Film, segment: Segment) -> Measurer:
        raise AssertionError("only declared: nothing is ever measured with it")


@dataclass(frozen=True)
class LightParameters:
    factor: Fraction = Fraction(1, 3)
    names: tuple[str, ...] = ("a", "b")


class Light(FrameLayer):
    name, version, title, meaning = "light", 3, "Light", "How light the picture is."
    views = ("luma",)
    gives: ClassVar[tuple[Gift, ...]] = (MEAN, SMALL, Stills("one a segment"))
    parameters = LightParameters()

    def begin(self, film: Film, segment: Segment) -> Measurer:
        raise AssertionError("only declared: nothing is ever measured with it")


class Shots(DerivedLayer):
    name, version, title, meaning = "shots", 1, "Shots", "Shots and what joins them."
    needs = ("light",)
    gives: ClassVar[tuple[Gift, ...]] = (
        SpanKind("transitions", "what joins shots", (Column("kind", "text", "", values=("cut", "dissolve")),
                                                     Column("confidence", "real", ""))),
        SpanKind("shots", "the shots", (Column("flags", "json", ""), Column("stills", "json", ""))),
        Signal("shots.tempo", "s", "local length", "<f8"),
    )  # fmt: skip

    def derive(self, measured: Measurements) -> Derived:
        raise AssertionError("only declared: nothing is ever measured with it")


class Appearance(DerivedLayer):
    name, version, title, meaning = "appearance", 1, "Appearance", "How each shot looks."
    needs = ("shots",)
    gives: ClassVar[tuple[Gift, ...]] = (
        SpanKind("appearance", "each shot's look", (Column("luma_mean", "real", ""), Column("color_kind", "text", ""),
                                                    Column("dominant_hues", "json", "")), per="shots"),
        SpanKind("statistics", "the whole film", (Column("shots", "integer", ""), Column("note", "text", "")),
                 whole=True),
    )  # fmt: skip

    def derive(self, measured: Measurements) -> Derived:
        raise AssertionError("only declared: nothing is ever measured with it")


class Moves(DerivedLayer):
    name, version, title, meaning = "moves", 1, "Moves", "What the camera does."
    needs = ("shots",)
    gives: ClassVar[tuple[Gift, ...]] = (
        SpanKind("moves", "camera moves", (Column("label", "text", ""), Column("confidence", "real", ""),
                                           Column("ambiguous_with", "json", ""), Column("why", "text", ""))),
        SpanKind("movement", "each shot's camera", (Column("steadiness", "text", ""), Column("mobility", "real", ""),
                                                    Column("flags", "json", "")), per="shots"),
    )  # fmt: skip

    def derive(self, measured: Measurements) -> Derived:
        raise AssertionError("only declared: nothing is ever measured with it")


class Chapters(SourceLayer):
    name, version, title, meaning = "chapters", 1, "Chapters", "The file's own chapters."
    gives: ClassVar[tuple[Gift, ...]] = (SpanKind("chapters", "chapters", (Column("title", "text", ""),)),)

    def read(self, path: str, film: Film) -> Derived:
        raise AssertionError("only declared: nothing is ever measured with it")


def ticks() -> NDArray[np.int64]:
    return np.arange(FRAMES, dtype=np.int64) + FILM.start


def small_pictures() -> NDArray[np.uint8]:
    return np.random.default_rng(1).integers(0, 256, (FRAMES, 3, 4), np.uint8)


def light() -> NDArray[np.float32]:
    return np.linspace(0, 1, FRAMES, dtype=np.float32)


def segment_result(index: int, layers: Sequence[FrameLayer], frames: int | None = None) -> SegmentResult:
    """What a worker gives for a segment of the made film (or with that many frames of nothing)."""
    first = sum(LENGTHS[:index])
    values: dict[str, NDArray[Any]] = {
        "time.ticks": ticks(), "light.mean": light(), "light.small": small_pictures(),
    }  # fmt: skip
    packed = {}
    for layer in layers:
        signals = [gift for gift in layer.gives if isinstance(gift, Signal)]
        stills = [(5, f"still {index}".encode())] if any(isinstance(gift, Stills) for gift in layer.gives) else []
        cut = {signal.name: values[signal.name][first : first + LENGTHS[index]] for signal in signals}
        packed[layer.name] = PackedMeasured({s.name: pack(cut[s.name], s) for s in signals}, stills)
    return SegmentResult(index, LENGTHS[index] if frames is None else frames, packed, (f"damage {index}",))


FRAME_LAYERS = (Time(), Light())


def shots() -> Derived:
    return Derived(
        {"shots.tempo": np.arange(FRAMES) / 7},
        {
            "transitions": [{"kind": "cut", "start": 10, "end": 10, "confidence": 0.75},
                            {"kind": "dissolve", "start": 25, "end": 35, "confidence": np.float32(0.5)}],
            "shots": [{"start": 0, "end": 10, "flags": ["title"], "stills": [3]},
                      {"start": 10, "end": np.int64(30), "flags": [], "stills": [12, 20]},
                      {"start": 30, "end": 50, "flags": ["plain"], "stills": []}],
        },
    )  # fmt: skip


def appearance() -> Derived:
    rows: list[dict[str, Any]] = [
        {"luma_mean": mean, "color_kind": kind, "dominant_hues": hues}
        for mean, kind, hues in ((0.25, "color", [10.0, 200.5]), (None, "=1+1", []), (float("nan"), None, None))
    ]
    figures: list[dict[str, Any]] = [{"shots": np.int32(3), "note": "-7"}]
    return Derived({}, {"appearance": rows, "statistics": figures})


def moves() -> Derived:
    made: list[dict[str, Any]] = [
        {"label": "pan_left", "start": 0, "end": 8, "confidence": 0.9, "ambiguous_with": ["truck_right"]},
        {"label": "zoom_in", "start": 10, "end": 20, "confidence": 0.8, "ambiguous_with": []},
        {
            "label": None,
            "start": 20,
            "end": 30,
            "confidence": 0.7,
            "ambiguous_with": ["pan_left", "roll_cw"],
            "why": "too dark",
        },
    ]
    movement: list[dict[str, Any]] = [
        {"steadiness": "locked", "mobility": 0.0, "flags": ["tracking", "title"]},
        {"steadiness": "handheld", "mobility": 0.5, "flags": []},
        {"steadiness": None, "flags": None},
    ]
    return Derived({}, {"moves": made, "movement": movement})  # fmt: skip


def chapters() -> Derived:
    rows = [
        {"title": 'Überfahrt\n"1"', "start": 0, "end": 25, "start_time": Fraction(0), "end_time": Fraction(1)},
        {"title": "@two", "start": 25, "end": 50, "start_time": Fraction(1), "end_time": Fraction(1001, 500)},
    ]
    return Derived({}, {"chapters": rows})


DERIVED = ((Chapters(), chapters), (Shots(), shots), (Appearance(), appearance), (Moves(), moves))


def begun(path: Path, film: Film = FILM, layers: Sequence[FrameLayer] = FRAME_LAYERS) -> StudyWriter:
    """A writer with a plan and its frame layers begun."""
    writer = StudyWriter.hold(path, film)
    writer.plan(SEGMENTS, "p1")
    for layer in layers:
        writer.begin_layer(layer, f"{layer.name} 1")
    return writer


def measure(writer: StudyWriter, layers: Sequence[FrameLayer] = FRAME_LAYERS, film: Film = FILM) -> None:
    """Adds all segments and finishes the frame layers."""
    for segment in SEGMENTS:
        writer.add_segment(segment_result(segment.index, layers))
    whole = replace(film, duration=FRAMES * film.time_base, damage=tuple(writer.segment_damage()))
    writer.finish_frame_layers([layer.name for layer in layers], 1.5, whole, FRAMES)


def whole_study(path: Path) -> Path:
    """A finished study of everything above."""
    with begun(path) as writer:
        measure(writer)
        for layer, derive in DERIVED:
            writer.add_derived(layer, f"{layer.name} 1", derive(), 0.25)
    return path


def write_for_ever(path: Path) -> None:
    """Adds segment after segment until it is killed, and says each time that one is kept."""
    layer = Light()
    with StudyWriter.hold(path, FILM) as writer:
        writer.plan([Segment(index, index, None, True) for index in range(100_000)], "p1")
        writer.begin_layer(layer, "l1")
        noise = np.random.default_rng(2).integers(0, 256, (200, 3, 4), np.uint8)
        chunks = {"light.mean": pack(noise[:, 0, 0], MEAN), "light.small": pack(noise, SMALL)}
        for index in range(100_000):
            writer.add_segment(SegmentResult(index, 200, {"light": PackedMeasured(chunks)}))
            print(index, flush=True)


def hold_for_ever(path: Path) -> None:
    """Holds the study until it is killed."""
    with StudyWriter.hold(path, FILM):
        print("held", flush=True)
        time.sleep(600)


if __name__ == "__main__":
    {"write": write_for_ever, "hold": hold_for_ever}[sys.argv[1]](Path(sys.argv[2]))
