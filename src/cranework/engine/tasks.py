"""What a worker process does: look at a film, measure one segment of it, make stills of given frames.

Each task is a plain function of plain values, so that any executor can run it anywhere the film can be read. Layers
come along as values too: a worker loads those that it is given, and need not look for them.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from cranework.engine import workers
from cranework.errors import DecoderFailed
from cranework.film.model import Film, Segment
from cranework.study.layer import Signal
from cranework.study.packing import PackedMeasured, SegmentResult, pack

if TYPE_CHECKING:
    from cranework.film.decode import Damage, Reader
    from cranework.film.probe import Probe
    from cranework.film.views import Batch
    from cranework.study.layer import Derived, FrameLayer, Measurer, SourceLayer


class _Open(threading.local):
    """The film that a worker has open: opening a long one anew for each segment would take longer than reading it."""

    reader: Reader | None = None


_open = _Open()


def probe_film(path: str, stream: int | None) -> Probe:
    """Look at a film file, within the limits of a worker."""
    from cranework.film.probe import probe

    with _within_limits(path):
        return probe(path, stream)


def read_source(path: str, film: Film, layer: SourceLayer) -> Derived:
    """Run one source layer."""
    with _within_limits(path):
        return layer.read(path, film)


def measure_segment(
    path: str, film: Film, segment: Segment, layers: Sequence[FrameLayer], before: int | None
) -> SegmentResult:
    """Decode one segment and let layers measure it; `before` as in `Reader.segment`."""
    measurers = [layer.begin(film, segment) for layer in layers]
    frames = 0
    with _within_limits(path):
        reader = _reader_of(path, film)
        for batch in _batches(reader, film, segment, layers, before):
            frames += len(batch) if batch.part == "inside" else 0
            for layer, measurer in zip(layers, measurers, strict=True):
                _show(batch, layer, measurer, frames)
        packed = {layer.name: _packed(layer, m) for layer, m in zip(layers, measurers, strict=True)}
        return SegmentResult(segment.index, frames, packed, _in_words(reader.damage))


def stills_at(path: str, film: Film, stretches: Sequence[Sequence[int]], side: int) -> dict[int, bytes]:
    """Stills of the frames with these time stamps, by time stamp, without those that cannot be found by it.

    Seeking need not be exact here: a frame is known by its time stamp. Each stretch (rising) is decoded in one go.
    `side`: pixels of a still's longer side.
    """
    with _within_limits(path):
        from cranework.film.views import still

        reader = _reader_of(path, film)
        stills: dict[int, bytes] = {}
        for ticks in stretches:
            stills |= {tick: still(frame, film, side) for tick, frame in reader.frames_at(ticks).items()}
            workers.watch()
        return stills


@contextmanager
def _within_limits(path: str) -> Iterator[None]:
    """Work under the watchdog's eye; too little memory becomes an error that can be told."""
    workers.watch()
    try:
        yield
    except MemoryError as error:
        problem = "decoding it takes more memory than a film may have"
        raise DecoderFailed(path, problem, "the file is damaged or hostile", str(error)) from None
    finally:
        workers.rest()


def _reader_of(path: str, film: Film) -> Reader:
    if _open.reader is None or (_open.reader.path, _open.reader.film) != (path, film):
        from cranework.film.decode import Reader

        if _open.reader is not None:
            _open.reader.close()
        workers.limit_memory(workers.memory_for(film.video.width, film.video.height))
        _open.reader = Reader(path, film)
    return _open.reader


def _batches(
    reader: Reader, film: Film, segment: Segment, layers: Sequence[FrameLayer], before: int | None
) -> Iterator[Batch]:
    """The segment's frames in batches; a batch lies wholly before, in or after the segment."""
    from cranework.film.views import Batch, batch_size

    lead_in = max((layer.lead_in for layer in layers), default=0)
    lead_out = max((layer.lead_out for layer in layers), default=0)
    size, position = batch_size(film), 0
    batch = Batch(film, [], 0)
    for part, frame in reader.segment(segment, lead_in, lead_out, before):
        full = len(batch) == (lead_in if batch.part == "lead_in" else size)
        if batch.frames and (full or part != batch.part):
            yield batch
            workers.watch()
            batch = Batch(film, [], position)
        batch.part = part
        batch.frames.append(frame)
        if part == "lead_in":
            batch.offset = -len(batch)
        else:
            position += 1
    if batch.frames:
        yield batch


def _show(batch: Batch, layer: FrameLayer, measurer: Measurer, frames: int) -> None:
    """Give a layer what it asked for: its own lead-in and lead-out, not the longest of all layers."""
    if batch.part == "lead_in":
        batch = batch[max(0, len(batch) - layer.lead_in) :]
    elif batch.part == "lead_out":
        batch = batch[: max(0, layer.lead_out - (batch.offset - frames))]
    if len(batch):
        measurer.add(batch)


def _packed(layer: FrameLayer, measurer: Measurer) -> PackedMeasured:
    measured = measurer.finish()
    signals = [gift for gift in layer.gives if isinstance(gift, Signal)]
    return PackedMeasured({s.name: pack(measured.signals[s.name], s) for s in signals}, measured.stills)


def _in_words(damage: Damage) -> tuple[str, ...]:
    words = []
    if damage.refused:
        words.append(f"{damage.refused} packets could not be decoded")
    if damage.corrupt:
        words.append(f"{damage.corrupt} pictures are marked as damaged")
    return tuple(words)
