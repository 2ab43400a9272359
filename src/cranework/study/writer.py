"""A study, written: one process holds the file alone, and everything that belongs together is one transaction.

The lock is SQLite's own, on the open file: the system takes it back when the process dies, however it dies.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from fractions import Fraction
from typing import Self

from cranework.errors import InputError, StudyInUse
from cranework.film.model import Film, Segment
from cranework.study import database as door
from cranework.study import layer_table, texts
from cranework.study.declarations import from_json, to_json
from cranework.study.holding import close, delete, delete_empty, put_film, take, whole
from cranework.study.layer import Derived, Layer, Row, Signal, SpanKind
from cranework.study.packing import SegmentResult, pack
from cranework.study.reviewed import Reviewed
from cranework.study.spans import stored_row
from cranework.study.store import TICKS, Study
from cranework.study.tables import create_span_table, span_table, stored_columns


class StudyWriter(Study):
    """A study that this process alone may write until it is closed.

    Every method that writes may raise NoSpace, NoPermission; what was written before stays.

    Attributes:
        created: whether there was no study before.
    """

    created: bool = False

    @classmethod
    def hold(cls, path: str | os.PathLike[str], film: Film) -> Self:
        """Makes the study of a film, or opens it for writing, and holds it until `close`.

        Raises StudyInUse, NoSpace, NoPermission, NotAStudy, NewerStudy; UsageError where it is another film's.
        """
        name = os.fspath(path)
        existed = os.path.exists(name)
        try:
            return cls._taken(name, film)
        except StudyInUse:
            raise
        except BaseException:
            if not existed:
                delete_empty(name)
            raise

    @classmethod
    def _taken(cls, name: str, film: Film) -> Self:
        with door.telling(name):
            database = door.connect(name, "rwc")
            try:
                created = take(database, name, film)
                writer = cls(name, database)
            except BaseException:
                close(database)
                raise
        writer.created = created
        return writer

    def discard(self) -> None:
        """Closes the study, and deletes its file if this writer made it."""
        self.close()
        if self.created:
            delete(self.path)

    def close(self) -> None:
        """Lets the study go; others may read and write it then."""
        self._chunks.clear()
        close(self._database)

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        """All that happens in the block is kept, or none of it; what is known of the study is read anew after it."""
        with door.telling(self.path), whole(self._database):
            yield self._database
            layer_table.make_views(self._database)
        with door.telling(self.path):
            self._load()

    # Frame layers

    def plan(self, segments: Sequence[Segment], fingerprint: str) -> None:
        """Keeps the plan of segments. Another plan than before drops all results: they are cut along segments."""
        row = self._row("SELECT plan FROM film WHERE id = 1")
        if row is not None and row["plan"] == fingerprint:
            return
        with self._transaction() as database:
            for name in [row["name"] for row in self._rows("SELECT name FROM layer")]:
                layer_table.drop(database, name)
            database.execute("DELETE FROM segment")
            rows = [(segment.index, segment.start, segment.end, segment.by_ticks) for segment in segments]
            database.executemany(
                "INSERT INTO segment (idx, start_ticks, end_ticks, by_ticks) VALUES (?, ?, ?, ?)", rows
            )
            database.execute("UPDATE film SET plan = ?, frames = NULL", (fingerprint,))

    def fingerprints(self) -> dict[str, str]:
        """The fingerprint of each finished layer."""
        return {layer.name: layer.fingerprint for layer in self.layers}

    def begin_layer(self, layer: Layer, fingerprint: str) -> None:
        """Keeps the layer's declaration, as not finished; results made with another fingerprint are dropped."""
        with self._transaction() as database:
            layer_table.declare(database, layer, fingerprint)

    def forget(self, layers: Collection[str]) -> None:
        """Drops these layers and all that they have measured."""
        with self._transaction() as database:
            for name in layers:
                layer_table.drop(database, name)

    def finished_segments(self, layers: Collection[str]) -> set[int]:
        """The indexes of the segments in which all these layers have been measured."""
        rows = self._rows("SELECT layer, segment FROM measured")
        seen = {(row["layer"], row["segment"]) for row in rows}
        segments = [row["idx"] for row in self._rows("SELECT idx FROM segment")]
        return {segment for segment in segments if all((layer, segment) in seen for layer in layers)}

    def add_segment(self, result: SegmentResult) -> None:
        """Keeps one segment's results, in one transaction, in place of what these layers had there before.

        Raises InputError where the segment has other frames than other layers saw in it.
        """
        with door.telling(self.path), whole(self._database) as database:
            self._count_frames(result)
            for name, measured in result.layers.items():
                self._put_chunks(name, result, measured.chunks)
                place = name, result.index
                database.execute("INSERT OR REPLACE INTO measured VALUES (?, ?)", place)
                database.execute("DELETE FROM still WHERE layer = ? AND segment = ?", place)
                database.executemany(
                    "INSERT INTO still VALUES (?, ?, ?, ?)",
                    [(*place, offset, data) for offset, data in measured.stills],
                )

    def _count_frames(self, result: SegmentResult) -> None:
        before = self._row("SELECT frames FROM segment WHERE idx = ?", (result.index,))
        if before is None:
            raise ValueError(f"segment {result.index} is not in the plan")
        others = {row["layer"] for row in self._rows("SELECT layer FROM measured WHERE segment = ?", (result.index,))}
        if before["frames"] != result.frames:
            if others - result.layers.keys():
                problem = f"a part of the film has {result.frames} frames now, and had {before['frames']}"
                raise InputError(self.film.name, problem, "measure everything anew with --force")
            self._database.execute("UPDATE film SET frames = NULL")
        self._database.execute(
            "UPDATE segment SET frames = ?, damage = ? WHERE idx = ?",
            (result.frames, to_json(result.damage), result.index),
        )

    def _put_chunks(self, layer: str, result: SegmentResult, chunks: dict[str, bytes]) -> None:
        declared = {row["name"] for row in self._rows("SELECT name FROM signal WHERE layer = ?", (layer,))}
        begun = self._row("SELECT 1 FROM layer WHERE name = ?", (layer,))
        if begun is None or declared != chunks.keys():
            raise ValueError(f"{layer} does not give the signals that it declares")
        for signal, data in chunks.items():
            self._put_chunk(layer, signal, result.index, result.frames, data)

    def _put_chunk(self, layer: str, signal: str, segment: int, frames: int, data: bytes) -> None:
        done = self._database.execute(
            "INSERT OR REPLACE INTO chunk SELECT id, ?, ?, ? FROM signal WHERE layer = ? AND name = ?",
            (segment, frames, data, layer, signal),
        )
        if done.rowcount != 1:
            raise ValueError(f"{layer} does not declare {signal}")

    def finish_frame_layers(self, names: Collection[str], seconds: float, film: Film, frames: int) -> None:
        """Numbers the segments' first frames, keeps the film as it is known now, marks the layers finished."""
        with self._transaction() as database:
            at = 0
            for row in self._rows("SELECT idx, frames FROM segment ORDER BY idx"):
                database.execute("UPDATE segment SET first_frame = ? WHERE idx = ?", (at, row["idx"]))
                at += row["frames"]
            if at != frames:
                raise ValueError(f"the segments have {at} frames, the film {frames}")
            put_film(database, film)
            database.execute("UPDATE film SET frames = ?", (frames,))
            for name in names:
                layer_table.finish(database, name, seconds)

    @property
    def plan_fingerprint(self) -> str | None:
        """The fingerprint of the plan of segments that is kept, None where there is none."""
        row = self._row("SELECT plan FROM film WHERE id = 1")
        return None if row is None or row["plan"] is None else str(row["plan"])

    def counted_frames(self) -> int:
        """How many frames the segments measured so far have."""
        row = self._row("SELECT total(frames) AS frames FROM segment")
        return 0 if row is None else int(row["frames"])

    def store_film(self, film: Film) -> None:
        """Keeps the film as it is known now."""
        with self._transaction() as database:
            put_film(database, film)

    def add_stills(self, layer: str, stills: Mapping[int, bytes]) -> None:
        """Keeps more stills: WebP by frame."""
        rows = []
        for frame, data in stills.items():
            position = self._segment_of(frame)
            rows.append((layer, self._segments[position], frame - self._bounds[position][0], data))
        with door.telling(self.path), whole(self._database) as database:
            database.executemany("INSERT OR REPLACE INTO still VALUES (?, ?, ?, ?)", rows)

    def segment_damage(self) -> list[str]:
        """What could not be read, in words, of all segments in order."""
        with door.telling(self.path):
            rows = self._rows("SELECT damage FROM segment ORDER BY idx")
            return [str(words) for row in rows for words in from_json(row["damage"])]

    # Texts

    def keep_reviews(self, reviews: Iterable[Reviewed]) -> None:
        """Keeps texts about the film with their reviews, all or none, each in place of the one of the same name.

        Raises InputError where one is too large or there are too many.
        """
        with door.telling(self.path), whole(self._database) as database:
            for review in reviews:
                texts.put(database, review)

    # Derived and source layers

    def add_derived(self, layer: Layer, fingerprint: str, derived: Derived, seconds: float) -> None:
        """Keeps all that a derived or a source layer gives, in one transaction, in place of what it gave before.

        Raises ValueError where that is not what the layer declares.
        """
        with self._transaction() as database:
            layer_table.drop(database, layer.name)
            layer_table.declare(database, layer, fingerprint)
            signals = {gift.name: gift for gift in layer.gives if isinstance(gift, Signal)}
            kinds = {gift.name: gift for gift in layer.gives if isinstance(gift, SpanKind)}
            if signals.keys() != derived.signals.keys() or kinds.keys() != derived.spans.keys():
                given = ", ".join([*derived.signals, *derived.spans]) or "nothing"
                raise ValueError(f"{layer.name} does not give what it declares, but {given}")
            for signal in signals.values():
                self._put_signal(layer.name, signal, derived)
            for name, kind in kinds.items():
                self._put_spans(kind, derived.spans[name])
            layer_table.finish(database, layer.name, seconds)

    def _put_signal(self, layer: str, signal: Signal, derived: Derived) -> None:
        """Cuts a signal of the whole film along the segments, as the frame layers' signals are."""
        values = derived.signals[signal.name]
        if len(values) != self._all_frames():
            raise ValueError(f"{signal.name} has {len(values)} values, the film {self.frames} frames")
        for index, (first, end) in zip(self._segments, self._bounds, strict=True):
            self._put_chunk(layer, signal.name, index, end - first, pack(values[first:end], signal))

    def _put_spans(self, kind: SpanKind, rows: Sequence[Row]) -> None:
        database = self._database
        database.execute(create_span_table(kind))
        columns = ["number", *stored_columns(kind)]
        names, marks = ", ".join(f'"{name}"' for name in columns), ", ".join("?" * len(columns))
        database.executemany(
            f"INSERT INTO {span_table(kind)} ({names}) VALUES ({marks})",
            ([number, *stored_row(kind, row, self.frames, self._known_time)] for number, row in enumerate(rows)),
        )

    def _known_time(self, frame: int) -> Fraction | None:
        return self.frame_time(frame) if self.frames is not None and TICKS in self.signals else None
