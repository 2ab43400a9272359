"""First, only, last, second: by complete lists alone; a counterexample excludes, silence never supports."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from cranework.reading.checks import likeness, prizes
from cranework.reading.checks.world import World, mentions, said
from cranework.reading.model import Mention, Statement, Value
from cranework.reading.verdicts import Part, Vote
from cranework.references.model import Fact

_FEATURE = re.compile(r"feature|full[ -]length", re.IGNORECASE)
_SHORT = re.compile(r"\bshorts?\b|documentar", re.IGNORECASE)
_FROM_THE_END = re.compile(
    r"last (?:\w+ )?but (?P<one>one|two)|next[ -]to[ -]last|penultimate|second[ -](?:to[ -])?last", re.I
)
_QUALIFIED = re.compile(
    r"\b(?:with|in|since|after|sound|colou?r|silent|american|soviet|russian|french|international|major|big|great|post"
    r"|war|best|good|important|successful|western|to|starring|together)\b",
    re.IGNORECASE,
)
"""Words that narrow what is counted, of which the store knows nothing."""
_SAID_ENOUGH = 0.6
"""Share of a source's words in a statement from which they say the same."""


@dataclass(frozen=True, slots=True)
class Made:
    """A film in somebody's list."""

    fact: Fact
    film: str
    year: int


def check(statement: Statement, world: World) -> Sequence[Part]:
    """What the sources say in words, the place in somebody's list of films, and kin prizes of other films."""
    clause = " ".join(
        [world.words(statement, after=12), *(part.words for part in statement.objects), said(statement, "scope")]
    )
    votes = [*_in_words(world, statement, clause), *_in_list(world, statement, clause)]
    if not votes and prizes.prize(clause).category and statement.predicate in ("first", "only"):
        votes = _kin_prizes(world, statement, clause)
    sure = world.film_is_sure(statement) or world.sure(statement.subject)
    return [Part(votes, sure, needs="a complete list of what it is the first or only one of")]


def _in_words(world: World, statement: Statement, clause: str) -> list[Vote]:
    """What a source says in words; read loosely, so that it may support and never exclude."""
    found = []
    subject = world.film_of(statement) or (statement.subject.entity if statement.subject is not None else None)
    for fact in world.facts(subject, "first") if subject else ():
        stated = " ".join([fact.object or "", str(fact.qualifiers.get("note", ""))])
        if (
            likeness.shared(clause, fact.object or "") >= _SAID_ENOUGH
            or likeness.shared(stated, clause) >= _SAID_ENOUGH
        ):
            found.append(world.vote("+", fact, fact.object or ""))
        elif likeness.shared(clause, fact.object or "") >= _SAID_ENOUGH / 2:
            found.append(world.vote("~", fact, fact.object or ""))
    return found


def _in_list(world: World, statement: Statement, clause: str) -> list[Vote]:
    """The place of a film among all that its director made, where the list is said to be complete."""
    film = world.film_of(statement) or _named_film(statement)
    place = _place(statement, clause)
    if film is None or place is None:
        return []
    votes = []
    for person, films, complete in _lists(world, statement, film, clause):
        order = [made for made in films if not (_FEATURE.search(clause) and _is_short(made))]
        years = [made.year for made in order]
        words = world.words(statement).casefold()
        named = [made for made in order if any(name.casefold() in words for name in world.called(made.film))]
        own = named[0] if named else next((made for made in order if made.film == film), None)
        if own is None:
            continue
        before, after = sum(year < own.year for year in years), sum(year > own.year for year in years)
        ties = sum(year == own.year for year in years) - 1
        at = before + 1 if place > 0 else after + 1
        right = at <= abs(place) <= at + ties
        says = f"{world.shown(person)}: {', '.join(f'{world.shown(made.film)} ({made.year})' for made in order)}"
        if right:
            votes.append(world.vote("+", own.fact, says))
        elif not _QUALIFIED.search(clause) and (complete or (abs(place) == 1 and at > 1)):
            votes.append(world.vote("-", own.fact, says, binding=True))
    return votes


def _place(statement: Statement, clause: str) -> int | None:
    """The place said: from the front, or negative from the end."""
    if found := _FROM_THE_END.search(clause):
        return -3 if found["one"] and found["one"].lower() == "two" else -2
    if statement.predicate == "last" or re.search(r"\b(?:last|final)\b", clause, re.IGNORECASE):
        return -1
    number = statement.qualifiers.get("number")
    if isinstance(number, Value):
        return int(number.lo)
    if statement.predicate == "first" or re.search(r"\b(?:first|debut)\b", clause, re.IGNORECASE):
        return 1
    ordinals = (part for part in statement.objects if isinstance(part, Value) and part.kind == "ordinal")
    return next((int(part.lo) for part in ordinals), None)


def _lists(world: World, statement: Statement, film: str, clause: str) -> list[tuple[str, list[Made], bool]]:
    """(person, films with years, complete) of those who made the film and are named, or of its director."""
    parts = (statement.subject, *mentions(statement.objects), statement.qualifiers.get("scope"))
    named = [p.entity for p in parts if isinstance(p, Mention) and p.kind == "person" and p.entity]
    people = named or [fact.object for fact in world.facts(film, "director") if fact.object] or _of_list(world, film)
    found = []
    for person in dict.fromkeys(people):
        films = []
        complete = False
        for fact in world.facts(person, "filmography"):
            year = re.search(r"\d{4}", str(fact.qualifiers.get("year", "")))
            if year and fact.object:
                films.append(Made(fact, fact.object, int(year[0])))
            complete = complete or fact.complete or bool(fact.qualifiers.get("complete_from"))
        if films:
            found.append((person, films, complete and not _since(films, clause)))
    return found


def _of_list(world: World, film: str) -> list[str]:
    return [fact.subject for fact in world.facts(predicate="filmography", object=film)]


def _since(films: Sequence[Made], clause: str) -> bool:
    """Whether a list that is complete from a year on says nothing of what came first."""
    partial = any(made.fact.qualifiers.get("complete_from") for made in films)
    return partial and not re.search(r"\b(?:last|final|penultimate)\b", clause, re.IGNORECASE)


def _is_short(made: Made) -> bool:
    """Whether a list says of a film that it is short."""
    told = " ".join(str(value) for name, value in made.fact.qualifiers.items() if name != "year")
    return bool(_SHORT.search(told)) and (str(made.year) in told or not re.search(r"\d{4}", told))


def _named_film(statement: Statement) -> str | None:
    return next((part.entity for part in mentions(statement.objects) if part.kind == "film"), None)


def _kin_prizes(world: World, statement: Statement, clause: str) -> list[Vote]:
    """Prizes under another name, or shared, that other films hold: near, for nobody knows how they are counted."""
    film, asked = world.film_of(statement), prizes.prize(clause)
    own = [fact for fact in world.facts(predicate="award") if fact.subject == film]
    others = [fact for fact in world.facts(predicate="award") if fact.subject != film]
    if not own:
        return []
    kin = [fact for fact in others if prizes.prize(fact.object or "").category == asked.category]
    return [world.vote("~", fact, f"{world.shown(fact.subject)}: {fact.object}") for fact in kin]
