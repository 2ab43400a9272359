"""Names of a file of variants and near misses, decided by the library alone: the run that the scorer reads.

    python -m benchmarks.reading names NAMES.json -o RUN.json

Every variant is sought among all canonical names of its kind, both sides of the near misses among them.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from cranework.references.names import Canonicals, likeness, same_person, same_title, title_likeness


def names_run(path: Path) -> dict[str, Any]:
    """What the library says of every variant and of every near miss of a file."""
    names = json.loads(path.read_text(encoding="utf-8"))
    canonicals: dict[str, set[str]] = {"person": set(), "title": set()}
    for pair in names["pairs"]:
        canonicals[pair["kind"]].add(pair["canonical"])
    for miss in names["near_misses"]:
        canonicals[miss["kind"]] |= {miss["a"], miss["b"]}
    lists = {
        "person": Canonicals(sorted(canonicals["person"]), likeness),
        "title": Canonicals(sorted(canonicals["title"]), title_likeness),
    }
    same = {"person": same_person, "title": same_title}
    return {
        "matches": [
            {"variant": pair["variant"], "canonical": lists[pair["kind"]].best(pair["variant"])}
            for pair in names["pairs"]
        ],
        "pairs": [
            {"a": miss["a"], "b": miss["b"], "same": same[miss["kind"]](miss["a"], miss["b"])}
            for miss in names["near_misses"]
        ],
    }
