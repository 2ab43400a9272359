"""Keeps stills across what is gradual, so that one can see at a glance whether it is what it is called."""

from __future__ import annotations

from cranework.editing.spread import spread
from cranework.film.timing import MISSING
from cranework.study.layer import Column, Derived, DerivedLayer, Measurements, SpanKind, Stills

MOST = 9
"""Stills of one transition: the last frame before it, the first after it, and seven between."""

SIDE = 160
"""Pixels of a still's longer side: half of a shot's, as many stand side by side. Some 3 kB each."""


class Strips(DerivedLayer):
    """A row of stills for each gradual transition and each superimposition."""

    name = "strips"
    version = 1
    title = "Strips"
    meaning = "Small pictures across each gradual transition and each superimposition."
    needs = ("transitions", "frames")
    gives = (
        SpanKind(
            "strips",
            "Gradual transitions and superimpositions, each with its stills",
            columns=(
                Column("stills", "json", "Frames of its stills; however many of the first lie all over it", "frames"),
            ),
        ),
        Stills("Frames before, across and after what is gradual", SIDE),
    )

    def derive(self, measured: Measurements) -> Derived:
        findable = measured.signal("frames.pts") != MISSING
        spans = {
            (span["start"], span["end"])
            for kind in ("transitions", "superimpositions")
            for span in measured.spans(kind)
            if span["start"] < span["end"]
        }
        rows = []
        for start, end in sorted(spans):
            frames = spread(max(0, start - 1), min(end, measured.frames - 1), MOST)
            rows.append({"start": start, "end": end, "stills": [f for f in frames if findable[f]]})
        return Derived(spans={"strips": rows})
