"""The shots between the transitions, and the stills to know them by."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from cranework.editing import shots as editing
from cranework.editing.flags import FLAGS, Film, flagged
from cranework.editing.pictures import SHAPES, Pictures
from cranework.editing.spans import Span
from cranework.film.timing import MISSING, ticks_to_seconds
from cranework.layers.difference import LEVELS_OF_WHITE
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
    version = 3
    title = "Shots"
    meaning = "What lies between the transitions; a gradual transition belongs half to each side."
    needs = ("transitions", "time", "frames", "sharpness", "stills", "pictures", "difference")
    gives = (
        SpanKind(
            "shots",
            "From one transition to the next, without gap or overlap",
            columns=(
                Column("flags", "json", "What else is known of it, each by the rule that the docs state", values=FLAGS),
                Column(
                    "cadence", "json", "How long each picture is held, where frames are repeated in a beat", "frames"
                ),
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
        parts = [editing.clear_part(shot, transitions) for shot in found]
        kept = measured.still_frames()
        rows = []
        for shot, part, known in zip(found, parts, flagged(_looked_at(measured), found, parts), strict=True):
            sharpness = measured.signal("sharpness.gradient", shot.start, shot.end)
            findable = measured.signal("frames.pts", shot.start, shot.end) != MISSING
            rows.append(
                {
                    "start": shot.start,
                    "end": shot.end,
                    "flags": list(known.flags),
                    "cadence": list(known.cadence),
                    "stills": choose_stills(shot, part, kept, sharpness * findable),
                }
            )
        return Derived(spans={"shots": rows})


def _looked_at(measured: Measurements) -> Film:
    """What flags are told from."""

    def pictures(start: int, end: int) -> Pictures:
        return Pictures(**{name: measured.signal(f"pictures.{name}", start, end) for name in SHAPES})

    rate = measured.film.frame_rate
    change = measured.signal("difference.mean") * np.float32(LEVELS_OF_WHITE)
    return Film(pictures, change, measured.signal("sharpness.gradient"), None if rate is None else float(rate))


def choose_stills(
    shot: editing.Shot, part: tuple[int, int], kept: NDArray[np.int64], sharpness: NDArray[np.float32]
) -> list[int]:
    """The frames that show a shot, sharpest first.

    Where no still of its clear part is kept, one frame of its beginning is named, for a still to be made of it: coders
    set a key frame at a cut, so it is quickly found. Where it could not be found again, any still of the shot must do.

    Args:
        shot: the shot.
        part: its frames in which no transition is under way.
        kept: frames of all stills of the film, int64, rising.
        sharpness: of the shot's frames, float32 (end - start,); 0 for those that cannot be found again.
    """
    start, end = part
    inside = kept[(kept >= start) & (kept < end)]
    beginning = sharpness[start - shot.start : end - shot.start][:BEGINNING]
    if not len(inside) and beginning.any():
        return [start + int(beginning.argmax())]
    if not len(inside):
        inside = kept[(kept >= shot.start) & (kept < shot.end)]
    order = inside[np.argsort(-sharpness[inside - shot.start], kind="stable")]
    return [int(frame) for frame in order[:MOST_STILLS]]
