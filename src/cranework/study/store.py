"""A study, read: what is known of one film, out of one SQLite file, no more at a time than is asked for."""

from __future__ import annotations

import os
import sqlite3
from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Self

import numpy as np
from numpy.typing import NDArray

from cranework.errors import StudyUnfinished
from cranework.film.model import Film
from cranework.study import database as door
from cranework.study import layer_table
from cranework.study.declarations import LayerRecord, Malformed, from_json, restored
from cranework.study.layer import Signal, SpanKind
from cranework.study.packing import frame_shape, stored_dtype, unpack
from cranework.study.spans import read_row
from cranework.study.tables import span_table, stored_columns

if TYPE_CHECKING:
    from cranework.study.texts import KeptReview

TICKS = "time.ticks"  # the signal that holds each frame's presentation tick
KEPT_BYTES = 12 << 20  # of unpacked chunks: what a judge of transitions looks at together
FINISHED_STILLS = "layer CROSS JOIN still ON still.layer = layer.name WHERE finished"  # in this order: by the index
MEASURE_AGAIN = "run: cranework analyze"


class Study:
    """What is known of a film. Read only; also a context manager. Every method may raise NotAStudy or StudyInUse.

    Attributes:
        path: the file's name as it was given.
        film: the film that was studied.
        frames: how many frames it has; None where not all have been seen yet.
        layers: the layers that have been measured to the end, in the order in which they were begun.
        signals: the declarations of their signals, by name.
        kinds: the declarations of their kinds of span, by name.
    """

    path: str
    film: Film
    frames: int | None
    layers: list[LayerRecord]
    signals: dict[str, Signal]
    kinds: dict[str, SpanKind]

    def __init__(self, path: str, database: sqlite3.Connection) -> None:
        self.path, self._database = path, database
        self._load()

    @classmethod
    def open(cls, path: str | os.PathLike[str]) -> Study:
        """Opens a study for reading. Raises NotAStudy, NewerStudy, StudyInUse, NoPermission."""
        name = os.fspath(path)
        with door.telling(name):
            database = door.open_for_reading(name)
            try:
                return Study(name, database)
            except BaseException:
                database.close()
                raise

    def close(self) -> None:
        """Closes the file; nothing can be asked after that."""
        self._chunks.clear()
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _load(self) -> None:
        """Reads what is small and asked for all the time."""
        row = self._row("SELECT details, frames FROM film WHERE id = 1")
        if row is None:
            raise Malformed("no film")
        self.film, self.frames = restored(Film, from_json(row["details"])), row["frames"]
        self.layers = layer_table.records(self._database, finished=True)
        self.signals = {signal.name: signal for layer in self.layers for signal in layer.signals}
        if TICKS in self.signals and (self.signals[TICKS].shape or stored_dtype(self.signals[TICKS]).kind != "i"):
            raise Malformed("its times are no whole numbers")
        self.kinds = {kind.name: kind for layer in self.layers for kind in layer.kinds}
        segments = "SELECT idx, frames, first_frame FROM segment ORDER BY idx"
        rows = self._rows(segments) if self.frames is not None else []
        self._segments = [row["idx"] for row in rows]
        self._bounds = _checked_bounds([(row["first_frame"], row["frames"]) for row in rows], self.frames)
        self._chunks: OrderedDict[tuple[str, int], NDArray[Any]] = OrderedDict()

    def _rows(self, query: str, values: Sequence[object] = ()) -> list[sqlite3.Row]:
        with door.telling(self.path):
            return self._database.execute(query, values).fetchall()

    def _row(self, query: str, values: Sequence[object] = ()) -> sqlite3.Row | None:
        with door.telling(self.path):
            row: sqlite3.Row | None = self._database.execute(query, values).fetchone()
            return row

    @contextmanager
    def unchanged(self) -> Iterator[None]:
        """While the block lasts, no other process writes the study: what is read in it belongs together."""
        if self._database.in_transaction:
            yield
            return
        with door.telling(self.path):
            self._database.execute("BEGIN")
            self._database.execute("SELECT 1 FROM film").fetchone()  # the lock comes with the first reading
        try:
            yield
        finally:
            with suppress(sqlite3.Error):  # closed, or taken back by SQLite itself
                self._database.execute("ROLLBACK")

    # Signals

    def segment_bounds(self) -> list[tuple[int, int]]:
        """(first frame, end) of each segment, in order. Raises StudyUnfinished."""
        self._all_frames()
        return list(self._bounds)

    def _all_frames(self) -> int:
        if self.frames is None:
            raise StudyUnfinished(self.path, "the film has not been measured to its end", MEASURE_AGAIN)
        return self.frames

    def signal(self, name: str, start: int = 0, end: int | None = None) -> NDArray[Any]:
        """A signal's values for frames start..end, cut as slices are: shape (frames, *signal.shape), its dtype.

        The array is the caller's own. Raises StudyUnfinished where the signal has not been measured.
        """
        frames = self._all_frames()
        signal = self.signals.get(name)
        if signal is None:
            raise StudyUnfinished(self.path, f"there is no signal {name!r} in it", MEASURE_AGAIN)
        start, end, _ = slice(start, end).indices(frames)
        with door.telling(self.path):
            parts = [np.empty((0, *frame_shape(signal)), stored_dtype(signal))]
            for position in range(*self._touched(start, end)):
                first, after = self._bounds[position]
                parts.append(self._chunk(signal, position)[max(start - first, 0) : min(end, after) - first])
        return np.concatenate(parts)  # not filled in place: how many frames there are is known when all are unpacked

    def _touched(self, start: int, end: int) -> tuple[int, int]:
        """Which segments have frames in start..end: (position of the first, end)."""
        if start >= end:
            return 0, 0
        return self._segment_of(start), self._segment_of(end - 1) + 1

    def _segment_of(self, frame: int) -> int:
        """The position of the segment in which the frame lies."""
        return bisect_right(self._bounds, frame, key=lambda bounds: bounds[0]) - 1

    def _chunk(self, signal: Signal, position: int) -> NDArray[Any]:
        """All values of the signal in one segment; the last ones asked for are kept."""
        key = signal.name, position
        if key in self._chunks:
            self._chunks.move_to_end(key)
            return self._chunks[key]
        row = self._row(
            "SELECT data FROM chunk JOIN signal ON chunk.signal = signal.id WHERE name = ? AND segment = ?",
            (signal.name, self._segments[position]),
        )
        first, after = self._bounds[position]
        if row is None or not isinstance(row["data"], bytes):
            raise Malformed(f"{signal.name} is missing from a segment")
        self._chunks[key] = unpack(row["data"], signal, after - first)
        while len(self._chunks) > 1 and sum(chunk.nbytes for chunk in self._chunks.values()) > KEPT_BYTES:
            self._chunks.popitem(last=False)
        return self._chunks[key]

    def frame_time(self, frame: int) -> Fraction:
        """Seconds from the film's first frame to the frame; for `frames` itself, to the film's end."""
        frames = self._all_frames()
        if frame < frames:
            return (int(self.signal(TICKS, frame, frame + 1)[0]) - self.film.start) * self.film.time_base
        if self.film.duration is not None:
            return self.film.duration
        return self.frame_time(frames - 1) + self._usual_step() if frames else Fraction(0)

    @property
    def duration(self) -> Fraction | None:
        """Seconds from the first frame to the end of the last; None where no times are known yet."""
        known = self.film.duration is not None or (TICKS in self.signals and self.frames is not None)
        return self.frame_time(self.frames or 0) if known else None

    def _usual_step(self) -> Fraction:
        """How long a frame lasts: by the frame rate, or the median of all steps."""
        if self.film.frame_rate:
            return 1 / self.film.frame_rate
        steps = np.diff(self.signal(TICKS))
        return int(np.median(steps)) * self.film.time_base if steps.size else Fraction(0)

    # Spans

    def spans(self, kind: str) -> list[dict[str, Any]]:
        """The rows of a kind of span, in order: start, end (frames), start_time, end_time (seconds), its columns.

        Times are None where the film's are not known. A row for each shot has its shot's place; one for the whole film
        has none. Raises StudyUnfinished where the kind has not been measured.
        """
        found = self.kinds.get(kind)
        if found is None:
            raise StudyUnfinished(self.path, f"there are no {kind} in it", MEASURE_AGAIN)
        with door.telling(self.path):
            table = span_table(found)
            names = ", ".join(f'{table}."{name}"' for name in ("number", *stored_columns(found)))
            rows = self._rows(f"SELECT {names} FROM {table} ORDER BY number")
            spans = [read_row(found, row, self.frames) for row in rows]
        if found.per is None or found.per not in self.kinds:
            return spans
        places = [
            {name: shot[name] for name in ("start", "end", "start_time", "end_time")} for shot in self.spans(found.per)
        ]
        return [{**place, **span} for place, span in zip(places, spans, strict=False)]

    @property
    def shots(self) -> list[dict[str, Any]]:
        """The shots, in order, with all that is known of each (see `document.shots`). Raises StudyUnfinished."""
        from cranework.study.document import shots

        return shots(self)

    @property
    def transitions(self) -> list[dict[str, Any]]:
        """The rows of the kind `transitions`. Raises StudyUnfinished."""
        return self.spans("transitions")

    @property
    def superimpositions(self) -> list[dict[str, Any]]:
        """The rows of the kind `superimpositions`. Raises StudyUnfinished."""
        return self.spans("superimpositions")

    @property
    def statistics(self) -> dict[str, Any]:
        """The figures of the whole film. Raises StudyUnfinished."""
        return next(iter(self.spans("statistics")), {})

    @property
    def reviews(self) -> list[KeptReview]:
        """The texts about the film that were read with this study, each with its review document."""
        from cranework.study.texts import kept

        with door.telling(self.path):
            return kept(self._database, self.frames)

    def document(self) -> dict[str, Any]:
        """All of it but the signals, as JSON knows it (see `document.document`). Raises StudyUnfinished."""
        from cranework.study.document import document

        return document(self)

    # Stills

    def still_frames(self, layer: str | None = None) -> NDArray[np.int64]:
        """The frames of which a still is kept (by one layer): shape (stills,), rising. Raises StudyUnfinished."""
        self._all_frames()
        first = {index: bounds[0] for index, bounds in zip(self._segments, self._bounds, strict=True)}
        kept = f"SELECT segment, offset FROM {FINISHED_STILLS}"
        rows = self._rows(kept) if layer is None else self._rows(f"{kept} AND still.layer = ?", (layer,))
        frames = {first[row["segment"]] + row["offset"] for row in rows if row["segment"] in first}
        return np.array(sorted(frames), np.int64)

    def still(self, frame: int) -> bytes:
        """The still of a frame, as WebP, the largest there is. Raises StudyUnfinished where none is kept."""
        if 0 <= frame < self._all_frames():
            position = self._segment_of(frame)
            row = self._row(
                f"SELECT data FROM {FINISHED_STILLS} AND segment = ? AND offset = ? ORDER BY length(data) DESC",
                (self._segments[position], frame - self._bounds[position][0]),
            )
            if row is not None and isinstance(row["data"], bytes):
                return row["data"]
        raise StudyUnfinished(self.path, f"there is no still of frame {frame} in it", MEASURE_AGAIN)


def _checked_bounds(rows: list[tuple[Any, Any]], frames: Any) -> list[tuple[int, int]]:
    """(first frame, end) of each segment, which must tile the film's frames. Raises Malformed."""
    bounds: list[tuple[int, int]] = []
    at = 0
    for first, count in rows:
        if first != at or type(count) is not int or count < 0:
            raise Malformed("its segments do not tile the film")
        at += count
        bounds.append((first, at))
    if frames is not None and (type(frames) is not int or at != frames):
        raise Malformed("its segments do not tile the film")
    return bounds
