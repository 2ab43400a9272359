"""Which film a text is about, and that film's world: its people, its characters, its titles.

Said by the caller, or found from the titles in the text, weighed by the people and characters that it names.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from cranework.reading.shapes import Found
from cranework.references.model import Candidate, Entity
from cranework.references.store import Store

TITLE_LIKENESS = 0.9
"""From here on two titles are taken for one; titles are short, and a wrong film spoils every verdict."""

GIVEN_LIKENESS = 0.8
HEAD = 400
"""Code points within which a review mostly names its film."""

NAME_LIKENESS = 0.88
PEOPLE_ASKED = 12
"""Names of people that are looked up where no title tells the film; more would cost time and tell nothing new."""

TITLES_ASKED = 80
"""Titles in a text that are looked up; its film is among the first."""

SURE_POINTS = 3
SURE_LEAD = 2
_ASIDE = re.compile(
    r"(?:like|unlike|than|with|also|reminds? (?:me )?of|made|did|directed|earlier|later|after|before|another"
    r"|similar to)\s(?:(?:[\w-]+\s){0,3}(?:films?|movies?|classics?)(?:\sby\s[\w.-]+)?,?\s|the\s)?[\"'*_(]{0,2}"
    r"(?:[\w.-]+\s?){0,3}(?:'s?\s)?[\"'*_]{0,2}$",
    re.IGNORECASE,
)
_AND = re.compile(r"[\"'*_]{0,2},?\s(?:and|or|nor|&)\s(?:of\s|than\s|like\s|with\s)?[\"'*_]{0,2}")
_CREDITS = (
    "director",
    "screenwriter",
    "cinematographer",
    "composer",
    "editor",
    "producer",
    "cast",
    "production_designer",
)


@dataclass(frozen=True, slots=True)
class World:
    """A film with all that belongs to it; empty where no film is known."""

    film: Entity | None = None
    people: tuple[Entity, ...] = ()
    characters: tuple[Entity, ...] = ()
    films: tuple[Entity, ...] = ()

    @classmethod
    def of(cls, store: Store, film: Entity) -> World:
        """The world of a film, as far as the store tells of it."""
        about = store.facts(subject=film.id)
        ids = [fact.object for fact in about if fact.object]
        of_film = [fact.subject for fact in store.facts(predicate="character_of", object=film.id)]
        plays = [fact for fact in about if fact.predicate == "plays"]
        cast = [id for fact in about if fact.predicate in _CREDITS and (id := fact.object)]
        for id in of_film:
            ids += [fact.object for fact in store.facts(subject=id, predicate="plays") if fact.object]
        of_film += [fact.qualifiers["character"] for fact in plays if "character" in fact.qualifiers]
        makers = [fact.object for fact in about if fact.predicate in ("director", "cinematographer") and fact.object]
        films = [
            fact.subject
            for id in makers
            for role in ("director", "cinematographer")
            for fact in store.facts(object=id, predicate=role)
        ]
        entities = store.entities([*ids, *cast, *of_film, *films]).values()
        return cls(
            film,
            tuple(entity for entity in entities if entity.kind == "person"),
            tuple(entity for entity in entities if entity.kind == "character"),
            tuple(entity for entity in entities if entity.kind == "film" and entity.id != film.id),
        )

    def named_in(self, words: frozenset[str]) -> int:
        """How many of its people and characters have a name all of whose words (or whose last word) stand in a text."""
        return sum(
            any(
                words.issuperset(name.lower().split()) or name.lower().split()[-1:][0] in words
                for name in _names(entity)
            )
            for entity in (*self.people, *self.characters)
        )


def _names(entity: Entity) -> list[str]:
    return [name for name, _ in entity.names if name] or [entity.name]


def identify(
    store: Store, text: str, titles: Sequence[Found], people: Sequence[str], given: str | None = None
) -> tuple[World, bool]:
    """(the world of the film under review, whether that is sure).

    Every title that the store knows gives points to its film, more at the head of the text, fewer beside words of
    comparison; so does everyone of a film's world whom the text names.
    """
    words = frozenset(re.findall(r"\w+", text.lower()))
    if given is not None:
        return _given(store, given, words)
    points: dict[str, float] = {}
    entities: dict[str, Entity] = {}
    doubtful: set[str] = set()
    beside = -1
    for title in titles[:TITLES_ASKED]:
        aside = _ASIDE.search(text[max(0, title.start - 40) : title.start]) is not None
        aside = aside or (beside >= 0 and _AND.fullmatch(text, beside, title.start) is not None)
        for candidate in films_called(store, title.words):
            id = candidate.entity.id
            beside = title.end if aside else beside
            first = id not in points
            points[id] = points.get(id, 0.0) + (0.5 if aside else 1.0)
            points[id] += 2.0 if first and not aside and title.start < HEAD else 0.0
            entities[id] = candidate.entity
            if candidate.homonyms:
                doubtful.add(id)
    titled = frozenset(points)
    votes = _of_people(store, people)
    for id, entity in store.entities(list(votes)).items():
        if entity.kind == "film":
            entities.setdefault(id, entity)
            points.setdefault(id, 0.0)
    worlds = {id: World.of(store, entity) for id, entity in list(entities.items())[:12]}
    for id, world in worlds.items():
        points[id] = min(points[id], 4.0) + min(max(world.named_in(words), votes.get(id, 0)), 6)
    worlds = {id: world for id, world in worlds.items() if id in titled or points[id] >= SURE_POINTS}
    if not worlds:
        return World(), False
    ranked = sorted(worlds, key=lambda id: (-points[id], id))
    best, lead = ranked[0], points[ranked[0]] - (points[ranked[1]] if len(ranked) > 1 else 0.0)
    sure = points[best] >= SURE_POINTS and lead >= SURE_LEAD
    if best in doubtful:
        sure = sure and worlds[best].named_in(words) > 0
    return worlds[best], sure


def _of_people(store: Store, people: Sequence[str]) -> dict[str, int]:
    """Of how many people with these names everything is a part, films among others; a character counts for two."""
    votes: dict[str, int] = {}
    for name in people[:PEOPLE_ASKED]:
        for candidate in store.find(name, kinds=("person", "character"), limit=3):
            if candidate.score < NAME_LIKENESS:
                continue
            id = candidate.entity.id
            facts = [*store.facts(object=id), *store.facts(subject=id, predicate="character_of")]
            plays = [fact.subject for fact in facts if fact.predicate == "plays"]
            facts += [fact for subject in plays for fact in store.facts(subject=subject, predicate="character_of")]
            ends = {end for fact in facts for end in (fact.subject, fact.object) if end}
            for end in ends:
                votes[end] = votes.get(end, 0) + (2 if candidate.entity.kind == "character" else 1)
    ranked = sorted(votes, key=lambda id: (-votes[id], id))[:PEOPLE_ASKED]
    return {id: votes[id] for id in ranked}


def _given(store: Store, given: str, words: frozenset[str]) -> tuple[World, bool]:
    """The film that the caller names, by title or id; of several of one title, the one whose people are named."""
    entity = store.entity(given)
    if entity is not None and entity.kind == "film":
        return World.of(store, entity), True
    year = re.search(r"\(?\b((?:18|19|20)\d\d)\)?\s*$", given)
    title = given[: year.start()].strip() if year else given
    found = films_called(store, title or given, GIVEN_LIKENESS) or films_called(store, given, GIVEN_LIKENESS)
    if not found:
        return World(), False
    best = [one for one in found if one.score >= found[0].score - 0.02]
    worlds = [World.of(store, one.entity) for one in best]
    if year and len(worlds) > 1:
        worlds.sort(key=lambda world: not _of_year(store, world, int(year[1])))
        sure = _of_year(store, worlds[0], int(year[1])) and not _of_year(store, worlds[1], int(year[1]))
        return worlds[0], sure
    worlds.sort(key=lambda world: -world.named_in(words))
    sure = len(worlds) == 1 or worlds[0].named_in(words) > worlds[1].named_in(words) + 1
    return worlds[0], sure


def _of_year(store: Store, world: World, year: int) -> bool:
    facts = store.facts(subject=world.film.id, predicate="year") if world.film else []
    return any(str(year) in (fact.object or "") for fact in facts)


def films_called(store: Store, title: str, least: float = TITLE_LIKENESS) -> list[Candidate]:
    """Films that a title may mean, best first."""
    return [one for one in store.find(title, kinds=("film",), limit=5) if one.score >= least]
