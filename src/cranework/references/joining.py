"""Films and people of our own packs, found again in data bases: then all that both say is said of one and the same.

Without that, a film that a pack and a data base tell of would be two films of one title, and nothing could be checked
against either. A film is the same if title, year and director are; a person, if the name stands in the credits of the
same film. What is not sure stays apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from cranework.references import database as door
from cranework.references import identity, names
from cranework.references.model import Fact
from cranework.references.predicates import shape_of
from cranework.references.store import Store

A_YEAR = 366.0
SAME_TITLE = 0.99


def join(store: Store) -> None:
    """Notes which films and people of packs are also others of the store, as a part of the newest import."""
    origin = store.rows("SELECT max(number) FROM import WHERE finished")[0][0]
    query = (
        "SELECT DISTINCT entity.id, entity.name FROM entity JOIN import ON number = origin "
        "WHERE finished AND entity.id >= 'film:' AND entity.id < 'film;'"  # all ids that begin with film:
    )
    with door.telling(store.path):
        for row in store.rows(query):
            _note(store, origin, _same_film(store, row["id"], row["name"]))
            _note(store, origin, _same_people(store, row["id"]))


def _note(store: Store, origin: int, pairs: Iterable[tuple[str, str]]) -> None:
    rows = [(id, main, origin) for id, main in pairs]
    if rows:
        store.database.execute("BEGIN IMMEDIATE")
        store.database.executemany("INSERT OR IGNORE INTO same VALUES (?, ?, ?)", rows)
        store.database.execute("COMMIT")


def _same_film(store: Store, film: str, title: str) -> Iterator[tuple[str, str]]:
    """The one film outside of packs with this title, year and director."""
    alike = [
        found.entity.id
        for found in store.find(title, {"film"})
        if found.score >= SAME_TITLE and ":" not in found.entity.id
    ]
    ours = store.facts(subject=film) if alike else []
    same = [other for other in alike if _agree(store, ours, store.facts(subject=other))]
    if len(same) == 1:
        yield same[0], film


def _agree(store: Store, one: list[Fact], other: list[Fact]) -> bool:
    """Whether years and directors are the same, as far as both tell; both must tell of a director."""
    years = [[fact for fact in facts if fact.predicate == "year" and fact.lo is not None] for facts in (one, other)]
    directors = [_names(store, facts, "director") for facts in (one, other)]
    near = any(a.lo is not None and b.lo is not None and abs(a.lo - b.lo) <= A_YEAR for a in years[0] for b in years[1])
    return near and any(_alike(a, b) for a in directors[0].values() for b in directors[1].values())


def _same_people(store: Store, film: str) -> Iterator[tuple[str, str]]:
    """People of other sources in the credits of the film whose name only one of ours has."""
    if len(identity.all_ids(store.database, film)) < 2:
        return
    people = _names(store, store.facts(subject=film))
    ours = {id: called for id, called in people.items() if id.startswith("person:")}
    for other in people.keys() - ours.keys():
        same = [id for id, called in ours.items() if _alike(called, people[other])]
        if len(same) == 1:
            yield other, same[0]


def _names(store: Store, facts: Iterable[Fact], predicate: str = "") -> Mapping[str, list[str]]:
    """The names of the people whom credits name, by their ids; of those with one predicate if it is given."""
    credits = (fact for fact in facts if predicate in ("", fact.predicate))
    ids = {fact.object for fact in credits if fact.object and shape_of(fact.predicate).object == "person"}
    return {id: [name for name, _ in entity.names] for id, entity in store.entities(ids).items()}


def _alike(one: Iterable[str], other: Iterable[str]) -> bool:
    return any(names.same_person(a, b) for a in one for b in other)
