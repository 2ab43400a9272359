"""YAML from strangers: plain values alone, no aliases (a few lines of them can mean millions), not too deep."""

from __future__ import annotations

from typing import Any

import yaml

from cranework.errors import NotImportable
from cranework.references.importers.stream import Stream

MOST_BYTES = 32 << 20
DEEPEST = 50

_Base: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Plain(_Base):  # type: ignore[misc]
    """A loader that takes no aliases."""

    depth = 0

    def compose_node(self, parent: Any, index: Any) -> Any:
        if self.check_event(yaml.events.AliasEvent):
            raise yaml.YAMLError("aliases are not taken")
        self.depth += 1
        if self.depth > DEEPEST:
            raise yaml.YAMLError("it is nested too deep")
        node = super().compose_node(parent, index)
        self.depth -= 1
        return node


def parsed(text: str, name: str) -> dict[str, Any]:
    """The mapping that a YAML text is. Raises NotImportable."""
    try:
        found = yaml.load(text, _Plain)
    except (yaml.YAMLError, ValueError, RecursionError, OverflowError) as error:
        problem = " ".join(str(error).split())[:120]
        raise NotImportable(name, f"it cannot be read as YAML ({problem})", "mend it", str(error)) from error
    if not isinstance(found, dict):
        raise NotImportable(name, "it is no mapping in YAML", "see docs/references.md")
    return found


def load(path: str) -> dict[str, Any]:
    """The mapping that a YAML file is. Raises NotImportable."""
    with Stream(path) as stream:
        return parsed(stream.text(MOST_BYTES), path)
