"""Reference data: what sources say of films, people and history, each fact with where it comes from."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cranework.references.store import Store

PLACE = "CRANEWORK_REFERENCES"
"""The environment's word for where the user's store lies."""


def shipped() -> Store:
    """A store in memory of the fact packs that come with the program."""
    from cranework.references.store import Store

    store = Store.in_memory()
    keep_shipped(store)
    return store


def keep_shipped(store: Store) -> None:
    """Sees that the packs of this version of the program are in a store that may be written."""
    from cranework.references import packs
    from cranework.references.importers.yaml_file import parsed

    for name, text in packs.shipped():
        id, fingerprint = f"pack:{name}", hashlib.sha256(text.encode()).hexdigest()
        same = "SELECT 1 FROM import WHERE id = ? AND fingerprint = ? AND finished"
        if not store.rows(same, [id, fingerprint]):
            packs.load(store, parsed(text, name), id, file="(comes with Cranework)", fingerprint=fingerprint)


def default_path() -> Path:
    """Where the user's store lies, or would lie."""
    if named := os.environ.get(PLACE):
        return Path(named)
    from platformdirs import user_data_path

    return user_data_path("cranework") / "references.db"


def opened(path: str | os.PathLike[str] | None = None) -> Store:
    """The store of this name to read from; without a name the user's own, or else what comes with the program.

    Raises NotReferences, NewerReferences, ReferencesInUse, NoPermission.
    """
    from cranework.references.store import Store

    if path is None and PLACE not in os.environ and not default_path().exists():
        return shipped()
    return Store.open(path if path is not None else default_path())
