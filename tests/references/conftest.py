"""Made files of reference data, and stores to bring them into."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from cranework.references.importers import Outcome, Request, importer
from cranework.references.importers.imdb import HEADS
from cranework.references.store import Store

Bring = Callable[..., Outcome]
WriteTable = Callable[..., Path]


@pytest.fixture
def store() -> Iterator[Store]:
    """An empty store in memory."""
    with Store.in_memory() as made:
        yield made


@pytest.fixture
def bring(store: Store) -> Bring:
    """`bring("imdb", path)` imports a file into the store."""

    def bring(kind: str, path: Path | str, **more: Any) -> Outcome:
        return importer(kind)(store, Request(str(path), **more))

    return bring


@pytest.fixture
def table(tmp_path: Path) -> WriteTable:
    """`table("title.basics", rows)` writes a table as IMDb does; a row is its cells without tabs."""

    def write(name: str, rows: Sequence[str], file: str | None = None) -> Path:
        path = tmp_path / (file or f"{name}.tsv")
        lines = ["\t".join(HEADS[name].split()), *("\t".join(row.split("|")) for row in rows)]
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        return path

    return write
