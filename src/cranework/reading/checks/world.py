"""What statements are checked against: the store, the film under review, the text, and the measured film if any."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from cranework.reading.checks import likeness
from cranework.reading.checks.likeness import Sameness
from cranework.reading.model import Mention, Statement, Value
from cranework.reading.verdicts import SURE, Vote
from cranework.references.model import Entity, Fact, Source
from cranework.references.names import fold

if TYPE_CHECKING:
    from cranework.reading.witness import Witness
    from cranework.references.store import Store

_END = re.compile(r"[.!?;\n]+(?=\s|$)")
_CREDITS = ("director", "screenwriter", "cinematographer", "composer", "editor", "producer", "production_designer")

T = TypeVar("T")


class World:
    """The store and the film, asked in the way of checks.

    Args:
        film, film_sure: the film under review, and whether nothing else can be meant.
        text: the text in which the statements' offsets are positions.
        witness: the measured film, or None.
    """

    def __init__(
        self, store: Store, film: Entity | None, film_sure: bool, text: str = "", witness: Witness | None = None
    ) -> None:
        self.store, self.film, self.film_sure, self.text, self.witness = store, film, film_sure, text, witness
        self._entities: dict[str, Entity | None] = {}
        self._facts: dict[tuple[str | None, str | None, str | None], list[Fact]] = {}
        self._sources: dict[str, Source] = {}
        self._kept: dict[str, Any] = {}

    def once(self, name: str, make: Callable[[], T]) -> T:
        """What is made of the store alone, and asked for again and again."""
        if name not in self._kept:
            self._kept[name] = make()
        kept: T = self._kept[name]
        return kept

    def facts(self, subject: str | None = None, predicate: str | None = None, object: str | None = None) -> list[Fact]:
        """The store's facts with these parts; each question is put to it once."""
        key = subject, predicate, object
        if key not in self._facts:
            self._facts[key] = self.store.facts(subject, predicate, object)
        return self._facts[key]

    def entity(self, id: str | None) -> Entity | None:
        """An entity of the store, or None where ``id`` is only words."""
        if id is None:
            return None
        if id not in self._entities:
            self._entities[id] = self.store.entity(id)
        return self._entities[id]

    def shown(self, id: str | None) -> str:
        """How an entity is called; words stay as they are."""
        entity = self.entity(id)
        return entity.name if entity is not None else (id or "")

    def called(self, id: str) -> list[str]:
        """All names of an entity, or the names that plain words list."""
        entity = self.entity(id)
        if entity is None:
            return [id, *likeness.pieces(id)]
        return list(dict.fromkeys([entity.name, *(name for name, _ in entity.names)]))

    def words(self, statement: Statement, before: int = 0, after: int = 0) -> str:
        """The statement's own words, and some of the text to both sides."""
        return self.text[max(0, statement.start - before) : statement.end + after]

    def untitled(self, words: str, film: str | None) -> str:
        """Words without the titles of a film, whose words mean nothing else ("The Story of ...")."""
        for title in sorted(self.called(film), key=len, reverse=True) if film else ():
            words = re.sub(rf"(?<!\w){re.escape(title)}(?!\w)", "_", words, flags=re.IGNORECASE)
        return words

    def following(self, statement: Statement) -> str:
        """The text behind a statement, as far as it may still belong to it."""
        rest = re.match(r"[^,;:.!?]{0,40}", self.text[statement.end : statement.end + 40])
        return rest[0] if rest else ""

    def sentence(self, statement: Statement) -> str:
        """The sentence, or the line, in which a statement stands, as far as marks tell."""
        start = max(
            (m.end() for m in _END.finditer(self.text, max(0, statement.start - 300), statement.start)), default=0
        )
        end = _END.search(self.text, statement.end)
        return self.text[max(start, statement.start - 300) : end.start() if end else statement.end + 300]

    def source(self, fact: Fact) -> Source | None:
        """The best of a fact's sources."""
        if not fact.sources:
            return None
        for id in fact.sources:
            if id not in self._sources:
                self._sources[id] = self.store.source(id)
        return min((self._sources[id] for id in fact.sources), key=lambda source: Vote("0", "", source).rank)

    def vote(
        self, sign: str, fact: Fact, says: str, binding: bool = False, omission: bool = False, same: bool = True
    ) -> Vote:
        """A fact's vote."""
        source = self.source(fact)
        return Vote(sign, says, source, binding, omission, same, fact.obsolete, fact.fringe, fact.certainty)

    def functional(self, predicate: str) -> bool:
        """Whether at most one value is true."""
        return self.store.predicate(predicate).functional

    def closed(self, predicate: str, facts: Iterable[Fact]) -> bool:
        """Whether the store's list is complete: by the nature of the predicate, or since a source says so."""
        return self.store.predicate(predicate).closed or any(fact.complete for fact in facts)

    def film_of(self, statement: Statement) -> str | None:
        """The film that a statement is about, as an entity."""
        subject = statement.subject
        if subject is not None and subject.kind == "film":
            return subject.entity
        if statement.about.startswith("film:"):
            return self._about(statement.about)
        return self.film.id if self.film is not None and statement.about == "film" else None

    def film_is_sure(self, statement: Statement) -> bool:
        """Whether no other film can be meant."""
        subject, film = statement.subject, self.film_of(statement)
        if film is None:
            return False
        if subject is not None and subject.kind == "film" and (subject.doubtful or subject.score < SURE):
            return False
        own = self.film is not None and film == self.film.id
        return self.film_sure and statement.about in ("film", film) if own else subject is not None or ":" in film

    def _about(self, about: str) -> str:
        """An entity's id out of ``film:ID``; ids of packs begin with ``film:`` themselves."""
        return about if self.entity(about) is not None else about.removeprefix("film:")

    def work_of(self, said: Mention, film: str) -> set[str]:
        """What somebody did for a film, by all lists of its people."""
        found = {
            role
            for role in (*_CREDITS, "cast", *(f"{role}_uncredited" for role in (*_CREDITS, "cast")))
            for fact in self.facts(film, role)
            if self.same(said, fact.object) == "yes"
        }
        if said.entity and any(self.in_film(fact, film) for fact in self.facts(None, "plays", said.entity)):
            found.add("cast")
        return found

    def namesakes(self, film: str) -> list[str]:
        """Other films of the same title."""
        title = re.sub(r"\s*\(\d{4}\)$", "", self.shown(film))
        found = [one.entity.id for one in self.store.find(title, kinds=("film",), limit=5)]
        return [id for id in found if id != film and title.casefold() in (name.casefold() for name in self.called(id))]

    def makers(self, film: str) -> list[str]:
        """The names of a film's makers and players."""
        facts = [fact for role in (*_CREDITS, "cast") for fact in self.facts(film, role)]
        return [self.shown(fact.object) for fact in facts if fact.object]

    def in_film(self, fact: Fact, film: str | None) -> bool:
        """Whether a character is played in this film; or else in which films the character is."""
        if film is None or "film" in fact.qualifiers:
            return film is None or fact.qualifiers["film"] == film
        films = [of.object for of in self.facts(fact.subject, "character_of")]
        return film in films or not films

    def characters(self, said: Mention, film: str | None) -> list[str]:
        """The characters of a film that a mention may mean, best first."""
        own = [said.entity] if said.entity is not None and said.kind == "character" else []
        named = [id for id in self._cast_of(film) if self.same_character(said, id)]
        found = list(dict.fromkeys([*own, *named]))
        return found or [one.entity.id for one in self.store.find(said.words, kinds=("character",), limit=3)][:1]

    def plays_in(self, said: Mention, film: str | None) -> bool:
        """Whether a mention may mean a character of a film of whom a player is known."""
        return any(self.same_character(said, id) for id in self._cast_of(film))

    def same_character(self, said: Mention, id: str) -> bool:
        """Whether a mention may mean a character."""
        return said.entity == id or likeness.characters(said.words, self.called(id)) == "yes"

    def _cast_of(self, film: str | None) -> list[str]:
        """The characters of a film of whom a source says who plays them."""
        if film is None:
            return []
        played = [fact.subject for fact in self.facts(predicate="plays") if fact.qualifiers.get("film") == film]
        return [*(fact.subject for fact in self.facts(None, "character_of", film)), *played]

    def plays(self, character: str, film: str | None) -> list[Fact]:
        """Who plays a character, in this film alone where the sources say in which."""
        return [fact for fact in self.facts(character, "plays") if self.in_film(fact, film)]

    def same(self, said: Mention, object: str | None) -> Sameness:
        """Whether a mention means what a fact names."""
        if not object:
            return "no"
        if object in (said.entity, *said.candidates):
            return "yes"
        known = self.entity(object)
        if known is not None and known.kind == "film":
            return likeness.titles(said.words, self.called(object))
        own = self.entity(said.entity)
        if own is not None and known is not None and not said.doubtful and said.score >= SURE:
            folded = {name.casefold() for name in self.called(own.id)}
            return "maybe" if folded & {name.casefold() for name in self.called(object)} else "no"
        spoken = [said.words, *(self.called(own.id) if own is not None and not said.doubtful else ())]
        found = {likeness.people(words, self.called(object)) for words in dict.fromkeys(spoken)}
        return "yes" if "yes" in found else "maybe" if "maybe" in found else "no"

    def sure(self, mention: Mention | None) -> bool:
        """Whether a mention is surely linked to one entity."""
        return mention is not None and mention.entity is not None and mention.score >= SURE and not mention.doubtful

    def one_person(self, mention: Mention | None) -> bool:
        """Whether a link is sure, or a surname that one person of the store alone has."""
        if mention is None or mention.entity is None or self.sure(mention):
            return self.sure(mention)
        surname = fold(mention.words).split()[-1:]
        own = any(fold(name).split()[-1:] == surname for name in self.called(mention.entity))
        return own and len(mention.candidates) <= 1


_PERSON = re.compile(r"[A-Z\u00c0-\u00de\u0400-\u042f]")


def is_name(mention: Mention) -> bool:
    """Whether the words are somebody's name, and no "his brother" or "a local boy"."""
    return mention.entity is not None or (
        mention.kind in ("person", "words", "character", "film")
        and bool(_PERSON.match(mention.words.split()[-1] if mention.words.split() else ""))
    )


def mentions(parts: Sequence[Mention | Value]) -> list[Mention]:
    """The mentions among a statement's objects."""
    return [part for part in parts if isinstance(part, Mention)]


def values(statement: Statement, kind: str | None = None) -> list[Value]:
    """The values among a statement's objects and qualifiers, those of the objects first."""
    found = [part for part in (*statement.objects, *statement.qualifiers.values()) if isinstance(part, Value)]
    return [value for value in found if kind is None or value.kind == kind]


def said(statement: Statement, name: str) -> str:
    """The words of a qualifier, or nothing."""
    part = statement.qualifiers.get(name, "")
    return part if isinstance(part, str) else part.words
