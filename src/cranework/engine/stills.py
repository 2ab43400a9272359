"""Makes the stills that derived layers ask for and that the pass over the frames did not happen to keep."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cranework.engine import registry, tasks
from cranework.engine.pool import FilmPool
from cranework.study.layer import DerivedLayer, SpanKind, Stills

if TYPE_CHECKING:
    from cranework.study.writer import StudyWriter

AT_ONCE = 8
"""Stretches of which stills are made in one task."""

COMMON = "stills"
"""The layer that keeps the stills of layers that keep none of their own."""


def complete_stills(study: StudyWriter, pool: FilmPool) -> None:
    """Find again the frames that derived layers name in columns `stills`, by their time stamps."""
    finished = study.fingerprints().keys()
    if not {COMMON, "frames"} <= finished:
        return
    for layer in registry.layers().values():
        if isinstance(layer, DerivedLayer) and layer.name in finished:
            own = [gift for gift in layer.gives if isinstance(gift, Stills)]
            common = [gift for gift in registry.layers()[COMMON].gives if isinstance(gift, Stills)]
            for kind in (gift for gift in layer.gives if isinstance(gift, SpanKind)):
                if any(column.name == "stills" for column in kind.columns):
                    _complete(study, pool, kind.name, layer.name if own else COMMON, (own or common)[0].side)


def _complete(study: StudyWriter, pool: FilmPool, kind: str, keeper: str, side: int) -> None:
    """Make the stills that the spans of one kind ask for; those of one span are decoded in one go."""
    kept = set(study.still_frames(keeper).tolist())
    frame_of: dict[int, int] = {}
    stretches = []
    for span in study.spans(kind):
        missing = sorted(set(span["stills"]) - kept)
        ticks = [int(study.signal("frames.pts", frame, frame + 1)[0]) for frame in missing]
        frame_of |= zip(ticks, missing, strict=True)
        stretches += [sorted(ticks)] if ticks else []
    calls = [(study.film, stretches[i : i + AT_ONCE], side) for i in range(0, len(stretches), AT_ONCE)]
    for stills in pool.each(tasks.stills_at, calls):
        study.add_stills(keeper, {frame_of[tick]: data for tick, data in stills.items()})
