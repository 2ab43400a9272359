"""Whether a mapping is a pack: what a stranger's file may hold is looked at before anything of it is used."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from cranework.errors import NotImportable
from cranework.references.store import RANK

MEND = "mend it"
CERTAINTIES = ("sure", "likely", "disputed")


def check(mapping: Any) -> None:
    """Raises NotImportable where the mapping is no pack, with the place in it that is wrong."""
    if not isinstance(mapping, Mapping) or not isinstance(mapping.get("facts"), list):
        raise NotImportable("", "this is no fact pack: it has no list of facts", "see docs/references.md")
    for name in ("sources", "predicates"):
        parts = mapping.get(name, {})
        if not isinstance(parts, Mapping) or not all(isinstance(part, Mapping) for part in parts.values()):
            raise NotImportable("", f"its {name} are no mapping of mappings", MEND)
    for id, predicate in mapping.get("predicates", {}).items():
        if not isinstance(predicate.get("tolerance", 0), int | float | str):
            raise NotImportable("", f"predicate {id}: its tolerance is no number", MEND)
    if not isinstance(mapping.get("entities", []), list):
        raise NotImportable("", "its entities are no list", MEND)
    for id, source in mapping.get("sources", {}).items():
        if str(source.get("kind", "secondary")) not in RANK:
            raise NotImportable("", f"source {id}: this is no kind of source", f"one of {', '.join(RANK)}")
        if len(str(id).split()) != 1:
            raise NotImportable("", f"source {id}: an id is one word", MEND)
    for number, entity in enumerate(mapping.get("entities", []), 1):
        _check_entity(entity, number)
    for number, fact in enumerate(mapping["facts"], 1):
        _check_fact(fact, number)


def _check_entity(entity: Any, number: int) -> None:
    if not isinstance(entity, Mapping) or not all(isinstance(entity.get(part), str) for part in ("id", "kind", "name")):
        raise NotImportable("", f"entity {number} lacks its id, kind or name in words", MEND)
    if not isinstance(entity.get("film", ""), str):
        raise NotImportable("", f"entity {number}: its film is no id", MEND)
    for part in ("aliases", "same", "src"):
        if not _are_words(entity.get(part, [])):
            raise NotImportable("", f"entity {number}: its {part} are no list of words", MEND)


def _check_fact(fact: Any, number: int) -> None:
    if not isinstance(fact, Mapping) or not {"s", "p", "o"} <= fact.keys():
        raise NotImportable("", f"fact {number} lacks s, p or o", MEND)
    if not isinstance(fact["p"], str) or isinstance(fact["s"], list | Mapping | None) or fact["o"] in (None, "", []):
        raise NotImportable("", f"fact {number}: s and p must be words, and o must be there", MEND)
    members = fact["o"] if isinstance(fact["o"], list) else [fact["o"]]
    if any(isinstance(member, Mapping) for member in members):
        raise NotImportable("", f"fact {number}: o is a mapping", "say it in qualifiers")
    qualifiers = fact.get("q") or {}
    if not isinstance(qualifiers, Mapping) or not _are_words(qualifiers.get("aliases", [])):
        raise NotImportable("", f"the qualifiers of fact {number} are no mapping", MEND)
    if not _are_words(fact.get("src", [])):
        raise NotImportable("", f"fact {number}: src is no list of sources", MEND)
    if str(fact.get("certainty", "sure")) not in CERTAINTIES:
        raise NotImportable("", f"fact {number}: how certain it is cannot be told", f"one of {', '.join(CERTAINTIES)}")


def _are_words(listed: Any) -> bool:
    return isinstance(listed, list) and all(isinstance(word, str | int | float) for word in listed)
