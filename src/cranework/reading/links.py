"""Words linked to what the reference store knows: people, characters, films, festivals; each question asked once.

A link found here has no place in the text yet; `entities` puts it where the words stand.
"""

from __future__ import annotations

from collections.abc import Callable

from cranework.reading.film import TITLE_LIKENESS, World, films_called
from cranework.reading.gazetteer import CONNECTORS
from cranework.reading.model import Mention
from cranework.references import names as likening
from cranework.references.model import Candidate, Entity
from cranework.references.store import Store

PERSON_LIKENESS = 0.86
SINGLE_LIKENESS = 0.92
AS_LIKE = 0.02
"""Two of the film's world that are like a name to so little a difference cannot be told apart by it."""

SHORT = 4
"""Letters up to which a single word must be a name exactly: too many short names differ by one letter."""

SURNAME_SCORE = 0.8


class Links:
    """What words may mean, with the film's own world first."""

    def __init__(self, store: Store, world: World) -> None:
        self._store, self._world = store, world
        self._known: dict[tuple[str, str], Mention | None] = {}
        self._circle = [
            (entity, name)
            for entity in (*world.characters, *world.people)
            for name in dict.fromkeys((entity.name, *(name for name, _ in entity.names)))
            if "(" not in name
        ]

    def _once(self, question: str, words: str, answer: Callable[[str], Mention | None]) -> Mention | None:
        if (question, words) not in self._known:
            self._known[question, words] = answer(words)
        return self._known[question, words]

    def title(self, words: str, marked: bool) -> Mention | None:
        """A film that is called so; a single word that is not marked as a title must be the title exactly."""
        return self._once("marked title" if marked else "title", words, lambda title: self._title(title, marked))

    def _title(self, words: str, marked: bool) -> Mention | None:
        best = films_called(self._store, words, TITLE_LIKENESS)
        heavy = [word for word in words.split() if word.lower() not in CONNECTORS]
        if not marked and len(heavy) < 2:
            best = [one for one in best if one.name.lower() == words.lower()]
        own = next((one for one in best if self._world.film and one.entity.id == self._world.film.id), None)
        one = own or (best[0] if best else None)
        return _link(words, one, surely=own is not None) if one else None

    def own_title(self, words: str) -> Mention | None:
        """The film under review, where these words are exactly one of its names."""
        film = self._world.film
        if film is None or words not in (film.name, *(name for name, _ in film.names)):
            return None
        return Mention(0, 0, words, "film", film.id, 1.0, False, (film.id,))

    def known(self, words: str, kind: str) -> Mention | None:
        """What of a kind the store knows under a name; None where nothing is like enough."""
        return self._once(kind, words, lambda name: self._known_as(name, kind))

    def _known_as(self, words: str, kind: str) -> Mention | None:
        best = [one for one in self._store.find(words, kinds=(kind,), limit=5) if one.score >= PERSON_LIKENESS]
        return _link(words, best[0]) if best else None

    def person(self, words: str) -> Mention | None:
        """Somebody named in full: of the film's world, or of the store."""
        return self.of_world(words) or self.known(words, "person") or self.known(words, "character")

    def of_world(self, words: str) -> Mention | None:
        """A person or a character of the film."""
        return self._once("world", words, self._near)

    def _near(self, words: str) -> Mention | None:
        single, folded = " " not in words, likening.fold(words)
        scores: dict[str, float] = {}
        entities: dict[str, Entity] = {}
        for entity, name in self._circle:
            score = self._likeness(words, folded, name, entity.kind) if single else _full(words, name)
            if score >= (SINGLE_LIKENESS if single else PERSON_LIKENESS) and score > scores.get(entity.id, 0.0):
                scores[entity.id], entities[entity.id] = score, entity
        if not scores:
            return None
        ranked = sorted(scores, key=lambda id: (-scores[id], entities[id].kind == "person", id))
        best = entities[ranked[0]]
        rivals = [id for id in ranked[1:] if scores[id] >= scores[best.id] - AS_LIKE and entities[id].kind == best.kind]
        return Mention(0, 0, words, best.kind, best.id, scores[best.id], bool(rivals), tuple(ranked))

    def _likeness(self, words: str, folded: str, name: str, kind: str) -> float:
        """Likeness of a single word to a surname, or to a character's first name."""
        parts = name.split() or [""]
        part = parts[-1] if kind == "person" and len(parts) > 1 else parts[0]
        if folded == likening.fold(part):
            return 1.0
        if len(words) <= SHORT or abs(len(words) - len(part)) > SHORT:
            return 0.0
        return likening.likeness(words, part)

    def of_this_film(self, words: str) -> Mention | None:
        """A character of whom the store says no more than who plays it in this film."""
        return self._once("played", words, self._played)

    def _played(self, words: str) -> Mention | None:
        film = self._world.film
        if film is None:
            return None
        folded = likening.fold(words)
        found = [
            one.entity.id
            for one in self._store.find(words, kinds=("character",), limit=5)
            if any(likening.fold(name) == folded for name, _ in one.entity.names)
            and any(fact.qualifiers.get("film") == film.id for fact in self._store.facts(one.entity.id, "plays"))
        ]
        return Mention(0, 0, words, "character", found[0], 1.0, False, (found[0],)) if len(found) == 1 else None

    def surname(self, words: str) -> Mention | None:
        """The one person of the store with this surname; what hangs on a surname alone is doubtful."""
        return self._once("surname", words, self._surname)

    def _surname(self, words: str) -> Mention | None:
        folded = likening.fold(words)
        found = [
            one.entity.id
            for one in self._store.find(words, kinds=("person",), limit=5)
            if any(likening.fold(name).split()[-1:] == [folded] for name, _ in one.entity.names)
        ]
        only = found[0] if len(found) == 1 else None
        return Mention(0, 0, words, "person", only, SURNAME_SCORE, True, (only,)) if only else None


def _full(words: str, name: str) -> float:
    """Likeness of two names of several words."""
    return likening.likeness(words, name) if " " in name else 0.0


def _link(words: str, one: Candidate, surely: bool = False) -> Mention:
    """Words linked to an entity; doubtfully where others are called so too."""
    ids = (one.entity.id, *one.homonyms)
    return Mention(0, 0, words, one.entity.kind, one.entity.id, one.score, bool(one.homonyms) and not surely, ids)
