"""Makes the stills that the pass over the frames did not happen to keep: every shot is to have one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

from cranework.engine import tasks
from cranework.engine.pool import FilmPool
from cranework.film.model import Segment

if TYPE_CHECKING:
    from cranework.study.writer import StudyWriter


def complete_stills(study: StudyWriter, pool: FilmPool, planned: Sequence[Segment]) -> None:
    """Decode again the segments in which a shot names a still that is not kept."""
    if not {"shots", "stills"} <= study.fingerprints().keys():
        return
    kept = set(study.still_frames().tolist())
    wanted = {frame for shot in study.spans("shots") for frame in shot["stills"]} - kept
    places: dict[int, list[int]] = defaultdict(list)
    for segment, (start, end) in zip(planned, study.segment_bounds(), strict=True):
        for frame in sorted(wanted):
            if start <= frame < end:
                places[segment.index].append(frame - start)
    calls = [(study.film, planned[index], offsets) for index, offsets in sorted(places.items())]
    by_ticks = planned[0].by_ticks
    for index, stills in pool.each(tasks.stills_of_segment, calls, at_once=None if by_ticks else 1):
        study.add_stills("stills", index, stills)
