"""Makes the stills that the pass over the frames did not happen to keep: every shot is to have one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cranework.engine import tasks
from cranework.engine.pool import FilmPool

if TYPE_CHECKING:
    from cranework.study.writer import StudyWriter

AT_ONCE = 8
"""Stills made in one task."""


def complete_stills(study: StudyWriter, pool: FilmPool) -> None:
    """Find again the frames that shots name as their stills and that are not kept, by their time stamps."""
    if not {"shots", "stills", "frames"} <= study.fingerprints().keys():
        return
    kept = set(study.still_frames().tolist())
    missing = sorted({frame for shot in study.spans("shots") for frame in shot["stills"]} - kept)
    by_tick = {int(study.signal("frames.pts", frame, frame + 1)[0]): frame for frame in missing}
    ticks = list(by_tick)
    calls = [(study.film, ticks[i : i + AT_ONCE]) for i in range(0, len(ticks), AT_ONCE)]
    for stills in pool.each(tasks.stills_at, calls):
        study.add_stills("stills", {by_tick[tick]: data for tick, data in stills.items()})
