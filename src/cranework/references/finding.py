"""Finds what a name may mean: by keys that all spellings of a name share, then by likeness."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from cranework.references import identity, names
from cranework.references.model import Candidate

if TYPE_CHECKING:
    from cranework.references.store import Store

PEOPLE = frozenset({"person", "character"})
LEAST_LIKENESS = 0.5
MOST_NAMES = 300  # whose likeness is asked for in one look-up
AS_LIKE = 0.02  # two entities whose names fit this nearly alike are homonyms


def key_kind(kind: str) -> str:
    """Which keys names of this kind of entity have: those of people, or those of titles."""
    return kind if kind in PEOPLE or not kind else "film"


def exact_key(name: str) -> str:
    """The key that only names of the same letters have."""
    plain = name.isascii() and name.replace(" ", "x").isalnum() and name.split(" ") == name.split()
    return f"={name.lower() if plain else names.fold(name)}"  # the short way for nearly all of millions of names


def find(
    store: Store, name: str, kinds: Collection[str] | None, within: frozenset[str] | None, limit: int
) -> list[Candidate]:
    """Candidates for a name, best first; see `Store.find`."""
    best: dict[str, tuple[float, str]] = {}
    for entity, known, kind in _of_like_keys(store, name, kinds):
        if (kinds is not None and kind not in kinds) or (within is not None and entity not in within):
            continue
        like = names.likeness if kind in PEOPLE else names.title_likeness
        score = 1.0 if known == name else like(name, known)
        if score >= LEAST_LIKENESS and score > best.get(entity, (0.0, ""))[0]:
            best[entity] = score, known
    ranked = sorted(best, key=lambda entity: (-best[entity][0], entity))[:limit]
    entities = store.entities(ranked)
    return [Candidate(entities[id], best[id][1], best[id][0], _homonyms(id, best)) for id in ranked if id in entities]


def _of_like_keys(store: Store, name: str, kinds: Collection[str] | None) -> list[tuple[str, str, str]]:
    """(entity, name, kind) of all whose names share a key with this one, if they are not too many."""
    sought = {key for kind in {key_kind(kind) for kind in kinds or [""]} for key in names.sought(name, kind)}
    numbers = _numbers(store, exact_key(name), sought)
    found: list[tuple[str, str, str]] = []
    for start in range(0, len(numbers), identity.IN_ONE_QUESTION):
        part = numbers[start : start + identity.IN_ONE_QUESTION]
        query = (
            "SELECT DISTINCT name.entity, name.name, entity.kind FROM name JOIN entity ON entity.id = name.entity "
            "JOIN import ON import.number = name.origin "
            f"WHERE name.number IN ({', '.join('?' * len(part))}) AND finished"
        )
        found += [(row[0], row[1], row[2]) for row in store.rows(query, part)]
    main = identity.main_ids(store.database, (row[0] for row in found))
    return [(main.get(entity, entity), known, kind) for entity, known, kind in found]


def _numbers(store: Store, exact: str, sought: Collection[str]) -> list[int]:
    """Names of the same letters, and those under the keys that fewest share, up to a number that is quickly looked at.

    Among millions there are keys that thousands share, for short and common names; who is spelt right is found anyway.
    """
    query = f"SELECT name FROM name_key WHERE key = ? LIMIT {MOST_NAMES}"
    found = dict.fromkeys(row[0] for row in store.rows(query, [exact]))
    for block in sorted(([row[0] for row in store.rows(query, [key])] for key in sought), key=len):
        if found and len(found) + len(block) > MOST_NAMES:
            break
        found.update(dict.fromkeys(block))
    return list(found)


def _homonyms(id: str, best: dict[str, tuple[float, str]]) -> tuple[str, ...]:
    least = best[id][0] - AS_LIKE
    return tuple(sorted(other for other, (score, _) in best.items() if other != id and score >= least))
