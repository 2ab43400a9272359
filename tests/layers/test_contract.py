"""What every layer must hold to: what is declared comes out, whoever computes it and wherever the film is cut."""

from __future__ import annotations

import dataclasses
import re
from concurrent.futures import ThreadPoolExecutor
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest
from tests.conftest import MakeFilm
from tests.engine.contents import contents
from tests.engine.executors import Inline
from tests.film.made import write
from tests.layers.conftest import Measure

from cranework.engine import registry
from cranework.engine.run import analyze
from cranework.engine.workers import WorkerPool
from cranework.errors import InputError
from cranework.film import segments
from cranework.film.model import Film, Segment
from cranework.film.probe import probe
from cranework.film.views import VIEWS, Batch
from cranework.study.layer import (
    Column,
    DerivedLayer,
    FrameLayer,
    Gift,
    Layer,
    Measured,
    Signal,
    SourceLayer,
    SpanKind,
    Stills,
)
from cranework.study.store import Study

LAYERS = registry.layers()
TYPES: dict[str, tuple[type, ...]] = {"integer": (int,), "real": (float, int), "text": (str,), "json": (list, dict)}
COLOR = re.compile(r"#[0-9a-f]{6}")


# The declaration


def gifts_of(layer: Layer, kind: type) -> list[Any]:
    return [gift for gift in layer.gives if isinstance(gift, kind)]


def said(text: str) -> bool:
    return text == text.strip() and len(text) > 3 and "\n" not in text


@pytest.mark.parametrize("layer", LAYERS.values(), ids=LAYERS)
class TestDeclaration:
    def test_says_what_it_is(self, layer: Layer) -> None:
        assert re.fullmatch("[a-z][a-z0-9_]*", layer.name)
        assert layer.version >= 1
        assert said(layer.title) and said(layer.meaning) and layer.meaning.endswith(".")
        assert type(layer).__doc__
        assert isinstance(layer, FrameLayer | SourceLayer | DerivedLayer)
        assert layer.gives

    def test_parameters_cannot_change(self, layer: Layer) -> None:
        assert dataclasses.is_dataclass(layer.parameters)
        for field in dataclasses.fields(layer.parameters):
            with pytest.raises(dataclasses.FrozenInstanceError):
                setattr(layer.parameters, field.name, None)

    def test_needs_are_there(self, layer: Layer) -> None:
        assert set(layer.needs) <= LAYERS.keys() - {layer.name}
        assert list(LAYERS).index(layer.name) >= max((list(LAYERS).index(n) for n in layer.needs), default=0)
        if isinstance(layer, FrameLayer):
            assert set(layer.views) <= set(VIEWS)
            assert layer.lead_in >= 0 and layer.lead_out >= 0

    def test_signals(self, layer: Layer) -> None:
        for signal in gifts_of(layer, Signal):
            assert signal.name.startswith(f"{layer.name}.")
            assert said(signal.meaning)
            assert np.dtype(signal.dtype).kind in "biuf" and signal.dtype[0] in "<|"
            assert signal.low is None or signal.high is None or signal.low < signal.high
            assert signal.lane is None or signal.shape == ()

    def test_spans(self, layer: Layer) -> None:
        for kind in gifts_of(layer, SpanKind):
            assert said(kind.meaning)
            for column in kind.columns:
                assert re.fullmatch("[a-z][a-z0-9_]*", column.name) and said(column.meaning)
                assert column.type in TYPES

    def test_lanes(self, layer: Layer) -> None:
        lanes = [gift.lane for gift in layer.gives if isinstance(gift, Signal | SpanKind) and gift.lane]
        assert all(COLOR.fullmatch(lane.color) for lane in lanes)


def test_names_are_given_once() -> None:
    names = [gift.name for layer in LAYERS.values() for gift in layer.gives if not isinstance(gift, Stills)]
    assert len(names) == len(set(names))


# What comes out


def check(study: Study, layer: Layer) -> None:
    record = next(r for r in study.layers if r.name == layer.name)
    assert (record.version, record.title, record.meaning) == (layer.version, layer.title, layer.meaning)
    assert tuple(record.gives) == layer.gives
    for gift in layer.gives:
        check_gift(study, gift)


def check_gift(study: Study, gift: Gift) -> None:
    if isinstance(gift, Signal):
        values = study.signal(gift.name)
        assert values.dtype == np.dtype(gift.dtype) and values.shape == (study.frames, *gift.shape)
        if values.dtype.kind == "f":
            values = values[~np.isnan(values)] if gift.gaps else values
            assert np.isfinite(values).all(), gift.name
        assert gift.low is None or values.min(initial=gift.low) >= gift.low, gift.name
        assert gift.high is None or values.max(initial=gift.high) <= gift.high, gift.name
    elif isinstance(gift, SpanKind):
        rows = study.spans(gift.name)
        assert len(rows) == (1 if gift.whole else len(study.shots) if gift.per else len(rows))
        for row in rows:
            check_row(study, gift, row)
    else:
        assert all(len(study.still(int(frame))) for frame in study.still_frames())


def check_row(study: Study, kind: SpanKind, row: dict[str, Any]) -> None:
    assert study.frames is not None
    if not kind.whole and not kind.per:
        assert 0 <= row["start"] <= row["end"] <= study.frames
    for column in kind.columns:
        value = row[column.name]
        assert value is None or isinstance(value, TYPES[column.type]), (kind.name, column.name, value)
        if column.values and value is not None:
            assert set(words_of(column, value)) <= set(column.values)


def depends_on_segments(layer: Layer) -> bool:
    """Whether it follows things through a segment, or rests on a layer that does."""
    own = isinstance(layer, FrameLayer) and layer.begins_anew
    return own or any(depends_on_segments(LAYERS[need]) for need in layer.needs)


WITH_SEGMENTS = {name for name, layer in LAYERS.items() if depends_on_segments(layer)}


def words_of(column: Column, value: Any) -> list[str]:
    return value if column.type == "json" else [value]


@pytest.fixture(scope="module")
def measured(films: list[Path], tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The studies of the films, measured in this process."""
    studies = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(segments, "SEGMENT_SECONDS", Fraction(1, 2))
        patch.setattr(segments, "STRAIGHT_FRAMES", 13)
        for film in films:
            studies.append(tmp_path_factory.mktemp("measured") / f"{film.name}.cranework")
            analyze(film, studies[-1], executor=Inline())
    return studies


@pytest.mark.parametrize("layer", LAYERS.values(), ids=LAYERS)
def test_what_is_declared_comes_out(layer: Layer, measured: list[Path]) -> None:
    for path in measured:
        with Study.open(path) as study:
            assert len(study.segment_bounds()) > 2
            check(study, layer)


def test_the_same_for_any_number_of_workers(measured: list[Path], films: list[Path], tmp_path: Path) -> None:
    for film, expected in zip(films, measured, strict=True):
        for workers in (1, 2, 3):
            with ThreadPoolExecutor(workers) as pool:
                analyze(film, tmp_path / "a.cranework", executor=pool, workers=workers, force=True)
            assert contents(tmp_path / "a.cranework") == contents(expected), workers
        (tmp_path / "a.cranework").unlink()


def test_the_same_from_real_processes(measured: list[Path], films: list[Path], tmp_path: Path) -> None:
    with WorkerPool(2) as pool:
        for film, expected in zip(films, measured, strict=True):
            analyze(film, tmp_path / f"{film.name}.cranework", executor=pool)
            assert contents(tmp_path / f"{film.name}.cranework") == contents(expected)


@pytest.mark.parametrize(("seconds", "frames"), [(Fraction(1, 3), 7), (1, 20), (100, 1000)], ids=str)
def test_the_same_when_cut_into_other_segments(
    seconds: Fraction, frames: int, measured: list[Path], films: list[Path], tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setattr(segments, "SEGMENT_SECONDS", seconds)
    monkeypatch.setattr(segments, "STRAIGHT_FRAMES", frames)
    for film, expected in zip(films, measured, strict=True):
        study = tmp_path / f"{film.name}.cranework"
        analyze(film, study, executor=Inline())
        assert contents(study, False, WITH_SEGMENTS) == contents(expected, False, WITH_SEGMENTS)


@pytest.mark.parametrize("suffix", [".mp4", ".mkv", ".ts"])
@pytest.mark.parametrize("frames", [1, 2, 3])
def test_films_of_few_frames(frames: int, suffix: str, make_film: MakeFilm, tmp_path: Path, measure: Measure) -> None:
    with measure(make_film(tmp_path / f"few{suffix}", (frames,), codec="mpeg2video", rate=25)) as study:
        assert study.frames == frames
        if frames > 1 or suffix != ".ts":  # of one field pair a transport stream says no rate
            assert study.film.duration == Fraction(frames, 25)
        assert sum(shot["end"] - shot["start"] for shot in study.shots) == frames
        for layer in LAYERS.values():
            check(study, layer)
        study.document()


def test_a_film_of_no_frames_is_none(make_film: MakeFilm, tmp_path: Path) -> None:
    film = make_film(tmp_path / "none.mp4", ())
    with pytest.raises(InputError):
        analyze(film, tmp_path / "none.cranework", executor=Inline())
    assert not (tmp_path / "none.cranework").exists()


@pytest.mark.parametrize("size", [(1, 1), (2, 2), (1, 200), (2000, 2), (3, 5)], ids=str)
@pytest.mark.parametrize("pix_fmt", ["yuv444p", "yuv420p", "gray"])
def test_the_smallest_films(size: tuple[int, int], pix_fmt: str, tmp_path: Path, measure: Measure) -> None:
    pictures = [np.full((size[1], size[0], 3), 40 * i, np.uint8) for i in range(6)]
    with measure(
        write(tmp_path / "tiny.mkv", pictures, codec="ffv1", pix_fmt=pix_fmt, options={"level": "1"})
    ) as study:
        assert study.frames == 6
        for layer in LAYERS.values():
            check(study, layer)


# What a frame layer sees


class WatchedBatch(Batch):
    """Remembers the views that were asked for."""

    def __getattribute__(self, name: str) -> Any:
        if name not in VIEWS:
            return super().__getattribute__(name)
        state = self.__dict__.setdefault("state", {"seen": set(), "within": False})
        if state["within"]:  # a view that is made from another
            return super().__getattribute__(name)
        state["seen"].add(name)
        state["within"] = True
        try:
            return super().__getattribute__(name)
        finally:
            state["within"] = False


FRAME_LAYERS = {name: layer for name, layer in LAYERS.items() if isinstance(layer, FrameLayer)}


@pytest.mark.parametrize("layer", FRAME_LAYERS.values(), ids=FRAME_LAYERS)
def test_views_looked_at_are_those_declared(layer: FrameLayer, films: list[Path]) -> None:
    film = probe(str(films[0])).film
    with av.open(str(films[0])) as container:
        frames = list(container.decode(video=0))
    batch = WatchedBatch(film, frames, 0)
    measurer = layer.begin(film, Segment(0, None, None, by_ticks=True))
    measurer.add(batch)
    measured = measurer.finish()
    assert batch.__dict__.get("state", {"seen": set()})["seen"] == set(layer.views)
    assert measured.signals.keys() == {signal.name for signal in gifts_of(layer, Signal)}
    assert all(0 <= offset < len(frames) for offset, _ in measured.stills)


@pytest.mark.parametrize("layer", FRAME_LAYERS.values(), ids=FRAME_LAYERS)
def test_a_segment_of_no_frames(layer: FrameLayer, films: list[Path]) -> None:
    measured = layer.begin(probe(str(films[0])).film, Segment(1, 5, 5, by_ticks=True)).finish()
    for signal in gifts_of(layer, Signal):
        assert measured.signals[signal.name].shape == (0, *signal.shape)


class Around(FrameLayer):
    """The time stamps of each frame and of its neighbors."""

    name = "around"
    version = 1
    title = "Around"
    meaning = "Time stamps of the frames around each frame."
    views = ()
    lead_in, lead_out = 5, 3
    gives = (Signal("around.pts", "ticks", "From five before to three after, -1 where there is none", "<i8", (9,)),)

    def begin(self, film: Film, segment: Segment) -> AroundMeasurer:
        return AroundMeasurer()


class AroundMeasurer:
    def __init__(self) -> None:
        self.seen: list[tuple[str, int]] = []
        self.offsets: list[int] = []

    def add(self, batch: Batch) -> None:
        self.seen += [(batch.part, int(pts)) for pts in batch.pts]
        self.offsets += range(batch.offset, batch.offset + len(batch))

    def finish(self) -> Measured:
        parts, stamps = [part for part, _ in self.seen], [-1] * 5 + [pts for _, pts in self.seen] + [-1] * 3
        first, count = parts.count("lead_in"), parts.count("inside")
        assert parts == ["lead_in"] * first + ["inside"] * count + ["lead_out"] * parts.count("lead_out")
        assert first <= 5 and parts.count("lead_out") <= 3
        assert self.offsets == list(range(-first, len(parts) - first))
        rows = [stamps[i : i + 9] for i in range(first, first + count)]
        return Measured({"around.pts": np.array(rows, np.int64).reshape(-1, 9)})


class Far(Around):
    """Asks for more than the other, so that the other must be given less than what is decoded."""

    name = "far"
    lead_in, lead_out = 14, 11
    gives = (Signal("far.frames", "", "Frames seen before and after the segment, at most", "<i8", (2,)),)

    def begin(self, film: Film, segment: Segment) -> FarMeasurer:
        return FarMeasurer()


class FarMeasurer(AroundMeasurer):
    def finish(self) -> Measured:
        parts = [part for part, _ in self.seen]
        row = [parts.count("lead_in"), parts.count("lead_out")]
        return Measured({"far.frames": np.array([row] * parts.count("inside"), np.int64).reshape(-1, 2)})


@pytest.mark.parametrize("together", [False, True])
def test_a_layer_sees_the_neighbors_that_it_asks_for(
    together: bool, films: list[Path], measure: Measure, monkeypatch: pytest.MonkeyPatch
) -> None:
    extended = {**LAYERS, "around": Around(), "far": Far()}
    monkeypatch.setattr(registry, "layers", lambda: extended)
    for film in films:
        with measure(film, "frames", "around", *(["far"] if together else [])) as study:
            pts = study.signal("frames.pts")
            padded = np.concatenate([[-1] * 5, pts, [-1] * 3])
            expected = np.stack([padded[i : i + 9] for i in range(len(pts))])
            assert np.array_equal(study.signal("around.pts"), expected)
            if together:
                for first, end in study.segment_bounds():
                    seen = study.signal("far.frames", first, end)
                    assert (seen == (min(14, first), min(11, len(pts) - end))).all()
