"""YAML from strangers: plain values alone, no aliases (a few lines of them can mean millions), not too deep."""

from __future__ import annotations

from typing import Any

import yaml

from cranework.errors import NotImportable
from cranework.references.importers.stream import Stream

MOST_BYTES = 32 << 20
DEEPEST = 50

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def parsed(text: str, name: str) -> dict[str, Any]:
    """The mapping that a YAML text is. Raises NotImportable."""
    try:
        _check(text)
        found = yaml.load(text, _Loader)
    except (yaml.YAMLError, ValueError, RecursionError, OverflowError) as error:
        problem = " ".join(str(error).split())[:120]
        raise NotImportable(name, f"it cannot be read as YAML ({problem})", "mend it", str(error)) from error
    if not isinstance(found, dict):
        raise NotImportable(name, "it is no mapping in YAML", "see docs/references.md")
    return found


def _check(text: str) -> None:
    """Raises YAMLError where there is an alias, or something is too deep: before anything is built."""
    depth = 0
    for event in yaml.parse(text, _Loader):
        if isinstance(event, yaml.AliasEvent):
            raise yaml.YAMLError("aliases are not taken")
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > DEEPEST:
                raise yaml.YAMLError("it is nested too deep")
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1


def load(path: str) -> dict[str, Any]:
    """The mapping that a YAML file is. Raises NotImportable."""
    with Stream(path) as stream:
        return parsed(stream.text(MOST_BYTES), path)
