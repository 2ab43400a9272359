"""Trap sentences, each read as a review and checked against its own facts only, in the form that a scorer reads.

A true sentence that is called refuted is a defect; a false one that is not is a pity.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from cranework.reading.review import review
from cranework.references import packs
from cranework.references.store import Store

GRAVITY = ("refuted", "differs", "supported", "unverified", "not_checkable")


def traps_run(file: Path) -> dict[str, Any]:
    """The gravest verdict for each sentence, with the words that it was given for."""
    traps = json.loads(file.read_text("utf-8"))["traps"]
    return {"verdicts": {trap["id"]: _verdict(trap) for trap in traps}}


def _verdict(trap: Mapping[str, Any]) -> dict[str, str]:
    with Store.in_memory() as store:
        packs.load(store, {"facts": trap["facts"]})
        found = review(trap["sentence"], film=trap["about"], references=store, name=trap["id"]).document()["statements"]
    if not found:
        return {"verdict": "unverified", "reason": "nothing read"}
    gravest = min(found, key=lambda statement: GRAVITY.index(statement["verdict"]))
    says = "; ".join(item["says"] for item in gravest["evidence"])
    return {"verdict": gravest["verdict"], "reason": f"{gravest['predicate']}: {gravest['text']!r}: {says}"}
