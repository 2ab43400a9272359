"""Whether a value out of a stranger's JSON keeps a schema: as much of JSON Schema as the schemas beside this use."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from typing import Any

Schema = Mapping[str, Any]
TYPES: dict[str, type | tuple[type, ...]] = {
    "object": dict, "array": list, "string": str, "integer": int, "number": (int, float), "boolean": bool,
    "null": type(None),
}  # fmt: skip


def keeps(value: Any, schema: Schema, root: Schema) -> bool:
    """Whether the value is what `schema`, a part of `root`, says (JSON Schema, draft 2020-12)."""
    if "$ref" in schema:
        return keeps(value, root["$defs"][schema["$ref"].rpartition("/")[2]], root)
    if "anyOf" in schema and not any(keeps(value, one, root) for one in schema["anyOf"]):
        return False
    names = schema.get("type", list(TYPES))
    if not any(_is(value, name) for name in ([names] if isinstance(names, str) else names)):
        return False
    if value not in schema.get("enum", [value]) or value != schema.get("const", value):
        return False
    if isinstance(value, dict):
        return _members_keep(value, schema, root)
    if isinstance(value, list):
        least, most = schema.get("minItems", 0), schema.get("maxItems", len(value))
        return least <= len(value) <= most and all(keeps(item, schema.get("items", {}), root) for item in value)
    if isinstance(value, str):
        return re.search(schema.get("pattern", ""), value) is not None
    return value is None or schema.get("minimum", value) <= value <= schema.get("maximum", value)


def _is(value: Any, name: str) -> bool:
    return isinstance(value, TYPES[name]) and (not isinstance(value, bool) or name == "boolean")


def _members_keep(value: dict[str, Any], schema: Schema, root: Schema) -> bool:
    known, other = schema.get("properties", {}), schema.get("additionalProperties", {})
    return all(name in value for name in schema.get("required", ())) and all(
        keeps(content, known.get(name, other), root) for name, content in value.items()
    )


def is_tame(value: Any, most_levels: int) -> bool:
    """Whether nothing in it lies deeper than that, and each number is one: it can be written as JSON again."""
    level = [value]
    for _ in range(most_levels):
        if any(isinstance(one, float) and not math.isfinite(one) for one in level):
            return False
        inner = [one.values() if isinstance(one, dict) else one for one in level if isinstance(one, dict | list)]
        level = [one for within in inner for one in within]
        if not level:
            return True
    return False
