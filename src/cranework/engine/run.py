"""From a film to its study: one pass over the frames in worker processes, then what follows from it."""

from __future__ import annotations

import os
import time
from collections.abc import Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from threadpoolctl import threadpool_limits

from cranework.engine import plan, registry, tasks
from cranework.engine.derived import StudyMeasurements, placed_in_time
from cranework.engine.frames import Inexact, measure_frames
from cranework.engine.pool import FilmPool, film_pool
from cranework.engine.progress import Callback, Meter
from cranework.engine.stills import complete_stills
from cranework.errors import DamagedFilm, InputError
from cranework.film import segments, timing
from cranework.film.container import check_file
from cranework.film.model import Film, Segment
from cranework.study.layer import DerivedLayer, FrameLayer, Layer, SourceLayer

if TYPE_CHECKING:
    from cranework.film.probe import Probe
    from cranework.study.writer import StudyWriter


@dataclass(frozen=True)
class Analysis:
    """What an analysis did: the study's path, the layers computed now, and those that were still good."""

    study: str
    computed: tuple[str, ...]
    kept: tuple[str, ...]


def study_name(film: str) -> str:
    """Where the study of a film lies if nothing else is said: in the current folder, under the film's name."""
    return os.path.splitext(os.path.basename(os.path.abspath(film)))[0] + ".cranework"


def analyze(
    film: str | os.PathLike[str],
    study: str | os.PathLike[str] | None = None,
    *,
    layers: Sequence[str] | None = None,
    workers: int | None = None,
    stream: int | None = None,
    force: bool = False,
    progress: Callback | None = None,
    executor: Executor | None = None,
) -> Analysis:
    """Measure a film and keep the results in a study; what is there and still good is kept.

    `layers`: names (those that they need come with them), all by default. `workers`: processes, as many as there are
    cores by default. `executor`: takes the place of our own processes; it must reach the film by the same path.

    Raises errors of `cranework.errors`; what was finished before them is kept, but a film of which nothing can be
    measured leaves nothing behind.
    """
    path = os.fspath(film)
    chosen = registry.chosen(layers)
    check_file(path)
    target = os.fspath(study) if study is not None else study_name(path)
    with film_pool(path, workers, executor) as pool:
        return _analyze(pool, target, chosen, stream, force, Meter(path, progress))


def _analyze(
    pool: FilmPool, target: str, layers: Sequence[Layer], stream: int | None, force: bool, meter: Meter
) -> Analysis:
    from cranework.study.writer import StudyWriter

    meter.stage("looking at the film")
    probe: Probe = pool.do(tasks.probe_film, stream)
    with StudyWriter.hold(target, probe.film) as study:
        try:
            computed = _bring_up_to_date(study, pool, probe, layers, force, meter)
        except InputError:
            study.discard()
            raise
    kept = tuple(layer.name for layer in layers if layer.name not in computed)
    return Analysis(target, computed, kept)


def _bring_up_to_date(
    study: StudyWriter, pool: FilmPool, probe: Probe, layers: Sequence[Layer], force: bool, meter: Meter
) -> tuple[str, ...]:
    """Compute what is stale; gives the names of the layers computed."""
    straight = segments.straight(len(probe.packets))
    planned = segments.plan(probe.packets, probe.film.time_base)
    if study.plan_fingerprint == plan.plan_fingerprint(probe.film, straight):
        planned = straight  # an earlier run found that this film must be decoded straight through
    try:
        return _with_segments(study, pool, probe, planned, layers, force, meter)
    except Inexact:
        return _with_segments(study, pool, probe, straight, layers, force, meter)


def _with_segments(
    study: StudyWriter,
    pool: FilmPool,
    probe: Probe,
    planned: Sequence[Segment],
    layers: Sequence[Layer],
    force: bool,
    meter: Meter,
) -> tuple[str, ...]:
    ground = plan.plan_fingerprint(probe.film, planned)
    wanted = plan.fingerprints(layers, probe.film, ground)
    study.plan(list(planned), ground)
    todo = plan.stale(layers, wanted, study.fingerprints(), force)
    if force:
        study.forget([layer.name for layer in todo])
    for layer in todo:
        study.begin_layer(layer, wanted[layer.name])
    frame_layers = [layer for layer in todo if isinstance(layer, FrameLayer)]
    if frame_layers:
        meter.stage("measuring")
        measure_frames(study, pool, probe, planned, frame_layers, meter)
    meter.stage("finding shots")
    _derive(study, pool, probe.film, todo, wanted)
    complete_stills(study, pool)
    return tuple(layer.name for layer in todo)


def _derive(study: StudyWriter, pool: FilmPool, film: Film, todo: Sequence[Layer], wanted: Mapping[str, str]) -> None:
    """Source and derived layers, in order; with one thread of linear algebra, so that sums are always the same."""
    for layer in todo:
        begun = time.monotonic()
        if isinstance(layer, SourceLayer):
            derived = placed_in_time(study, pool.do(tasks.read_source, film, layer))
        elif isinstance(layer, DerivedLayer):
            with threadpool_limits(1):
                derived = layer.derive(StudyMeasurements(study, layer))
        else:
            continue
        study.add_derived(layer, wanted[layer.name], derived, time.monotonic() - begun)
        if layer.name == "time":
            _store_times(study)


def _store_times(study: StudyWriter) -> None:
    """Keep the film's start, rate and duration as its frames show them, which is not always what the header says."""
    ticks = study.signal("time.ticks")
    if not len(ticks):
        raise DamagedFilm(study.film.name, "not one picture of its video can be decoded", "copy it again")
    film = study.film
    rate = timing.frame_rate(ticks, film.time_base, film.frame_rate)
    duration = timing.duration(ticks, film.time_base, rate)
    study.store_film(replace(film, start=int(ticks[0]), frame_rate=rate, duration=duration))
