"""The shots between the transitions, and the stills to know them by."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from cranework.editing import shots as editing
from cranework.editing.spans import Span
from cranework.film.timing import MISSING, ticks_to_seconds
from cranework.study.layer import Column, Derived, DerivedLayer, Lane, Measurements, SpanKind

if TYPE_CHECKING:
    from numpy.typing import NDArray

MOST_STILLS = 12
"""Stills named for one shot: a take of minutes is told by so many as well as by hundreds."""


BEGINNING = 12
"""Frames of a shot among which the sharpest is looked for where none is kept: half a second."""


class Shots(DerivedLayer):
    """They tile the film."""

    name = "shots"
    version = 1
    title = "Shots"
    meaning = "What lies between the transitions; a gradual transition belongs half to each side."
    needs = ("transitions", "time", "frames", "sharpness", "stills")
    gives = (
        SpanKind(
            "shots",
            "From one transition to the next, without gap or overlap",
            columns=(
                Column("flags", "json", "What else is known of it", values=("plain",)),
                Column(
                    "stills", "json", "Frames of its stills, the sharpest first, none within a transition", "frames"
                ),
            ),
            lane=Lane("spans", "#6b7a8f", "shots"),
        ),
    )

    def derive(self, measured: Measurements) -> Derived:
        transitions = [Span(t["kind"], t["start"], t["end"], t["confidence"]) for t in measured.spans("transitions")]
        plain = [(row["start"], row["end"]) for row in measured.spans("plain_stretches")]
        ticks, film = measured.signal("time.ticks"), measured.film

        def seconds(frame: int) -> Any:
            return ticks_to_seconds(int(ticks[frame]), int(ticks[0]), film.time_base)

        found = editing.shots(transitions, plain, measured.frames, seconds)
        kept = measured.still_frames()
        rows = []
        for shot in found:
            sharpness = measured.signal("sharpness.gradient", shot.start, shot.end)
            findable = measured.signal("frames.pts", shot.start, shot.end) != MISSING
            stills = choose_stills(shot, transitions, kept, sharpness * findable)
            rows.append({"start": shot.start, "end": shot.end, "flags": list(shot.flags), "stills": stills})
        return Derived(spans={"shots": rows})


def choose_stills(
    shot: editing.Shot, transitions: Sequence[Span], kept: NDArray[np.int64], sharpness: NDArray[np.float32]
) -> list[int]:
    """The frames that show a shot, sharpest first.

    Where no still of its clear part is kept, one frame of its beginning is named, for a still to be made of it: coders
    set a key frame at a cut, so it is quickly found. Where it could not be found again, any still of the shot must do.

    Args:
        shot: the shot.
        transitions: all of the film.
        kept: frames of all stills of the film, int64, rising.
        sharpness: of the shot's frames, float32 (end - start,); 0 for those that cannot be found again.
    """
    start = max([shot.start, *(t.end for t in transitions if t.start < shot.start < t.end)])
    end = min([shot.end, *(t.start for t in transitions if t.start < shot.end < t.end)])
    if end <= start:  # two transitions meet within it
        start, end = shot.start, shot.end
    inside = kept[(kept >= start) & (kept < end)]
    beginning = sharpness[start - shot.start : end - shot.start][:BEGINNING]
    if not len(inside) and beginning.any():
        return [start + int(beginning.argmax())]
    if not len(inside):
        inside = kept[(kept >= shot.start) & (kept < shot.end)]
    order = inside[np.argsort(-sharpness[inside - shot.start], kind="stable")]
    return [int(frame) for frame in order[:MOST_STILLS]]
