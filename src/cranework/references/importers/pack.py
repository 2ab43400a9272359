"""Fact packs in YAML: facts with their sources, written by hand (`cranework.references.packs` says how)."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePath
from typing import Any

from cranework.errors import NotImportable
from cranework.references import packs
from cranework.references.importers import Outcome, Request
from cranework.references.importers.run import known
from cranework.references.importers.stream import Stream
from cranework.references.importers.yaml_file import load
from cranework.references.joining import join
from cranework.references.store import Store


def read(store: Store, request: Request) -> Outcome:
    """Imports a pack. Raises NotImportable."""
    return bring_in(store, request, "pack", load(request.path))


def bring_in(store: Store, request: Request, kind: str, mapping: Mapping[str, Any]) -> Outcome:
    """Imports what a file says as a pack; its id is the one it states, or else its name."""
    id = f"{kind}:{'_'.join(str(mapping.get('id', PurePath(request.path).stem)).split())}"
    with Stream(request.path) as stream:
        as_of = request.as_of or str(mapping.get("as_of", stream.date))
        fingerprint = stream.fingerprint()
    if (before := known(store, id, request, as_of, fingerprint)) is not None:
        return before
    edition = request.edition or str(mapping.get("edition", mapping.get("version", "")))
    details = {"file": request.path, "fingerprint": fingerprint, "edition": edition, "as_of": as_of}
    try:
        packs.load(store, mapping, id, **details)
    except NotImportable as error:
        raise NotImportable(request.path, error.problem, error.remedy, error.detail) from error
    join(store)
    return Outcome(id, len(mapping["facts"]))
