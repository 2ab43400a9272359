"""The pass over a film's frames: segments go to workers, what comes back is kept, each segment in one step."""

from __future__ import annotations

import time
from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import replace
from typing import TYPE_CHECKING

from cranework.engine import tasks
from cranework.engine.pool import FilmPool
from cranework.engine.progress import Meter
from cranework.errors import DamagedFilm
from cranework.film.model import Segment
from cranework.study.layer import FrameLayer

if TYPE_CHECKING:
    from cranework.film.packets import PacketTable
    from cranework.film.probe import Probe
    from cranework.study.packing import SegmentResult
    from cranework.study.writer import StudyWriter


class Inexact(Exception):
    """Segments turned out not to give what a straight decoding gives: the film shows damage."""


def measure_frames(
    study: StudyWriter,
    pool: FilmPool,
    probe: Probe,
    planned: Sequence[Segment],
    layers: Sequence[FrameLayer],
    meter: Meter,
) -> None:
    """Measure the segments that are not in the study yet.

    Raises `Inexact` where damage shows in segments that were decoded one by one: a decoder that meets damage after
    seeking need not give the frames that it gives when it comes from the film's beginning.
    """
    begun = time.monotonic()
    names = [layer.name for layer in layers]
    finished = study.finished_segments(names)
    todo = [s for s in planned if s.index not in finished]
    before = _lead_in_starts(probe.packets, planned, max(layer.lead_in for layer in layers))
    meter.expect(len(probe.packets), len(probe.packets) * len(finished) // len(planned))
    calls = [(probe.film, segment, layers, before[segment.index]) for segment in todo]
    by_ticks = planned[0].by_ticks
    with nullcontext(pool) if by_ticks else pool.one_worker() as those:
        for result in those.each(tasks.measure_segment, calls, at_once=None if by_ticks else 1):
            _keep(study, result, by_ticks)
            meter.add(result.frames)
    frames = study.counted_frames()
    if not frames:
        raise DamagedFilm(pool.path, "not one picture of its video can be decoded", "copy it again")
    # What an earlier run learned of the film's times stays true as long as the same stream is studied.
    film = study.film if study.film.video == probe.film.video and study.film.duration is not None else probe.film
    film = replace(film, damage=tuple(study.segment_damage()))
    study.finish_frame_layers(names, time.monotonic() - begun, film, frames)


def _keep(study: StudyWriter, result: SegmentResult, by_ticks: bool) -> None:
    if by_ticks and result.damage:
        raise Inexact
    study.add_segment(result)


def _lead_in_starts(packets: PacketTable, planned: Sequence[Segment], lead_in: int) -> list[int | None]:
    """For each segment the tick of the latest key frame with at least `lead_in` frames between it and the segment."""
    starts: list[int | None] = []
    for segment in planned:
        if not (segment.by_ticks and lead_in and segment.start is not None):
            starts.append(None)
            continue
        earlier = packets.pts[packets.pts < segment.start]
        keys = packets.pts[packets.key & (packets.pts < segment.start)]
        enough = [int(k) for k in keys.tolist() if (earlier >= k).sum() >= lead_in]
        starts.append(enough[-1] if enough else int(keys[0]))
    return starts
