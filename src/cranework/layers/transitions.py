"""Cuts, dissolves, fades, wipes and superimpositions, told from the small pictures and from what is followed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from cranework.editing.followed import Followed
from cranework.editing.pictures import SHAPES, Pictures
from cranework.editing.transitions import find
from cranework.study.layer import Column, Derived, DerivedLayer, Lane, Measurements, Signal, SpanKind

if TYPE_CHECKING:
    from cranework.editing.spans import Span

CONFIDENCE = Column("confidence", "real", "Probability that it is one", "probability")

REPLACING = ("dissolve", "wipe")
"""Kinds in which one shot replaces another with both to be seen."""

AROUND = 60
"""Frames before and behind a transition among which the nearest samples lie: there are four a second, and hardly a film
has more than 240 frames in one."""


class Transitions(DerivedLayer):
    """What joins the shots."""

    name = "transitions"
    version = 4
    title = "Transitions"
    meaning = "Where one shot gives way to the next, and how: by cut, dissolve, fade or wipe."
    needs = ("pictures", "time", "tracks")
    gives = (
        SpanKind(
            "transitions",
            "From the last frame of one shot to the first of the next; a cut has no length",
            columns=(
                Column("kind", "text", "What it is", values=("cut", "dissolve", "fade_in", "fade_out", "wipe")),
                CONFIDENCE,
            ),
            lane=Lane("spans", "#c2543d", "transitions"),
        ),
        SpanKind(
            "superimpositions",
            "Two pictures held together without one replacing the other",
            columns=(CONFIDENCE,),
            lane=Lane("spans", "#7d5ba6", "transitions"),
        ),
        SpanKind("plain_stretches", "Frames of nothing but black, white or one color"),
        Signal("transitions.cut", "probability", "Probability that a new shot begins with the frame", low=0, high=1),
    )

    def derive(self, measured: Measurements) -> Derived:
        def pictures(start: int, end: int) -> Pictures:
            return Pictures(**{name: measured.signal(f"pictures.{name}", start, end) for name in SHAPES})

        rate = measured.film.frame_rate
        found = find(pictures, measured.frames, None if rate is None else float(rate))
        return Derived(
            {"transitions.cut": found.cut},
            {
                "transitions": [
                    {"kind": s.kind, **_place(s)}
                    for s in found.transitions
                    if s.kind not in REPLACING or not _goes_on(measured, s)
                ],
                "superimpositions": [_place(s) for s in found.superimpositions],
                "plain_stretches": [{"start": a, "end": b} for a, b in found.plain],
            },
        )


def _goes_on(measured: Measurements, span: Span) -> bool:
    """Whether one shot goes on through a transition; of a long film only what lies about it is looked at."""
    start, end = max(0, span.start - AROUND), min(measured.frames, span.end + AROUND)
    sampled = np.flatnonzero(measured.signal("tracks.sampled", start, end))
    points = measured.signal("tracks.points", start, end)[sampled]
    return Followed(points, sampled + start).goes_on(span.start, span.end)


def _place(span: Span) -> dict[str, Any]:
    return {"start": span.start, "end": span.end, "confidence": span.confidence}
