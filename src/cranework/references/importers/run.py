"""What all imports share: nothing twice, the newer edition instead of the older, and on from where it was cut off."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace

from cranework.errors import InputError, NotImportable
from cranework.references.importers import Outcome, Progress, Request
from cranework.references.importers.stream import Stream
from cranework.references.joining import join
from cranework.references.model import Source
from cranework.references.store import Store
from cranework.references.writing import Import, take_out

ROWS_KEPT_AT_ONCE = 50_000

Reader = Callable[[Import, Stream], int]
"""Reads a file into an import; gives how many rows it has."""


def run(store: Store, request: Request, kind: str, source: Source, stream: Stream, read: Reader) -> Outcome:
    """One import of one file, whose id is the source's. A file that turns out bad leaves nothing behind.

    Raises NotImportable where the store has a newer edition, or the file cannot be read.
    """
    as_of, fingerprint = request.as_of or stream.date, stream.fingerprint()
    if (before := known(store, source.id, request, as_of, fingerprint)) is not None:
        return before
    source = replace(source, as_of=as_of, edition=request.edition or source.edition)
    details = {"file": request.path, "fingerprint": fingerprint, "edition": source.edition, "as_of": as_of}
    writing = Import.begin(store, source.id, kind, **details)
    try:
        with _uncollected():
            writing.source(source)
            rows = read(writing, stream)
            writing.commit(max(rows, writing.rows))
            _tell(request, writing.rows, None)
            writing.finish()
        join(store)
    except InputError as error:
        writing.undo()
        take_out(store, writing.number)
        if error.subject:
            raise
        raise NotImportable(request.path, error.problem, error.remedy, error.detail) from error
    except BaseException:
        writing.undo()
        raise
    return Outcome(source.id, writing.rows)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Garbage is not looked for while rows come in: millions of small tuples, and none of them in a circle."""
    collected = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collected:
            gc.enable()


def known(store: Store, id: str, request: Request, as_of: str, fingerprint: str) -> Outcome | None:
    """What came of this very file before. Raises NotImportable where the store has a newer one."""
    query = "SELECT rows, as_of, edition, fingerprint FROM import WHERE id = ? AND finished"
    for row in store.rows(query, [id]):
        if row["fingerprint"] == fingerprint and request.edition in ("", row["edition"]):
            return Outcome(id, row["rows"], changed=False)
        if row["as_of"] > as_of:
            remedy = f"say --as-of if it is newer, or first: cranework reference forget {id}"
            raise NotImportable(request.path, f"the store has {id} of {row['as_of']}, this is of {as_of}", remedy)
    return None


def batches(writing: Import, stream: Stream, request: Request) -> Iterator[tuple[int, list[str]]]:
    """(number of the first line, lines) of all that is not in the store yet; kept for good every so many rows."""
    for lines in stream.pieces():
        first = stream.line - len(lines) + 1
        if stream.line <= writing.rows:
            continue
        known = max(writing.rows - first + 1, 0)
        yield first + known, lines[known:]
        kept(writing, stream, request, stream.line)


def kept(writing: Import, stream: Stream, request: Request, rows: int) -> None:
    """Keeps all up to this row for good, if that is worth it."""
    writing.flush()
    if rows - writing.rows >= ROWS_KEPT_AT_ONCE:
        writing.commit(rows)
        _tell(request, rows, stream.share)


def _tell(request: Request, rows: int, share: float | None) -> None:
    if request.progress is not None:
        request.progress(Progress(request.path, rows, share))
