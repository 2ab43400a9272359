"""What derived layers may see of a study, and how what a file says gets its place among the frames."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from cranework.film.timing import frame_at, frames_before
from cranework.study.layer import Derived, Layer, Row, Stills

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from cranework.study.writer import StudyWriter


class StudyMeasurements:
    """The results of the layers that one derived layer needs; asking for others is a defect of that layer."""

    def __init__(self, study: StudyWriter, layer: Layer) -> None:
        from cranework.engine import registry

        self._study = study
        self._layer = layer.name
        gifts = [gift for need in layer.needs for gift in registry.layers()[need].gives]
        self._allowed = {gift.name for gift in gifts if not isinstance(gift, Stills)}
        self._stills = [n for n in layer.needs for g in registry.layers()[n].gives if isinstance(g, Stills)]
        self.film = study.film
        self.frames = sum(end - start for start, end in study.segment_bounds())

    def signal(self, name: str, start: int = 0, end: int | None = None) -> NDArray[Any]:
        """The values of a signal for frames start..end."""
        self._check(name)
        return self._study.signal(name, start, end)

    def spans(self, kind: str) -> list[dict[str, Any]]:
        """The rows of a kind of span, in order."""
        self._check(kind)
        return self._study.spans(kind)

    def still_frames(self) -> NDArray[np.int64]:
        """The frames of which a still is kept by the layer that keeps them, rising."""
        assert len(self._stills) == 1, f"{self._layer} does not say that it needs the stills of one layer"
        return self._study.still_frames(self._stills[0])

    def segment_bounds(self) -> Iterator[tuple[int, int]]:
        """(first frame, end) of each segment."""
        return iter(self._study.segment_bounds())

    def _check(self, name: str) -> None:
        assert name in self._allowed, f"{self._layer} does not say that it needs {name}"


def placed_in_time(study: StudyWriter, derived: Derived) -> Derived:
    """Rows with `start_time` and `end_time` (seconds from the first frame) get the frames shown at those times."""
    ticks, time_base = study.signal("time.ticks"), study.film.time_base
    placed: dict[str, Sequence[Row]] = {}
    for kind, rows in derived.spans.items():
        places = []
        for row in rows:
            start = frame_at(row["start_time"], ticks, time_base)
            places.append((start, max(start + 1, frames_before(row["end_time"], ticks, time_base))))
        placed[kind] = [{"start": a, "end": b, **row} for (a, b), row in zip(places, rows, strict=True)]
    return Derived(derived.signals, placed)
