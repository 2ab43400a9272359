"""Who made a film: complete lists exclude whom they don't hold, casts and producers never do."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cranework.reading.checks import likeness
from cranework.reading.checks.world import World, is_name, mentions, said
from cranework.reading.model import Mention, Statement
from cranework.reading.verdicts import Part, Vote
from cranework.references.model import Fact

WORD = {
    "director": re.compile(r"direct|helm|réalis|realiz", re.I),
    "cinematographer": re.compile(r"photograph|cinematograph|camera|lens|\bdp\b|\bd\.p\.|operator|shot by", re.I),
    "composer": re.compile(r"compos|music|score|soundtrack", re.I),
    "editor": re.compile(r"edit|\bcut\b|montage", re.I),
    "screenwriter": re.compile(r"writ|script|screenplay|scenario|wrote|penned", re.I),
}
"""Words that name the work itself; "his film" may be said of anybody who worked on it."""
_BY = re.compile(
    r"\b(?:film|movie|picture|work|masterpiece|classic|drama|comedy|made|version|it|one)\b.{0,16}\bby\b|\bmade\b", re.I
)
_LOOSE = {
    "composer": r"\bsongs?\b|theme|\buses\b|\busing\b|feature|piece|borrow|quot|arrang|classical|conduct|additional"
    r"|heard|\bplay(?:s|ed|ing)\b|background|radio|record|incidental|on the soundtrack",
    "screenwriter": r"\bstor(?:y|ies)\b|novel|book|\bplays?\b|dialogue|based|adapt|idea|inspired|source|co-?writ|rewr"
    r"|\bscores?\b|songs?\b|music|lyrics|poem|essay|review|letter|memoir",
    "director": r"segment|episode|second unit|parts? of|sequences?\b|scenes?\b|started|began|finished|took over"
    r"|present",
    "cinematographer": r"second unit|additional|some of|parts? of|assist|camera operator",
    "editor": r"re-?cut|re-?edit|additional|assist",
}
_THIS = re.compile(r"\bthis\b|\bhere\b", re.IGNORECASE)
_LOOSELY = {role: re.compile(words, re.I) for role, words in _LOOSE.items()}
"""Work on a part of the film, or for it beside those whom the lists name."""


def check(statement: Statement, world: World) -> Sequence[Part]:
    """One part for each person named."""
    film, role = world.film_of(statement), statement.predicate
    people = [person for person in mentions(statement.objects) if person.kind not in ("film", "country", "prize")]
    if film is None:
        return [Part(needs="a source on that film")]
    sure = world.film_is_sure(statement)
    return [_person(statement, world, film, role, person, sure) for person in people]


def _person(statement: Statement, world: World, film: str, role: str, person: Mention, sure: bool) -> Part:
    listed = world.facts(film, role)
    votes = [
        *_stated(world, person, listed, role),
        *_stated(world, person, world.facts(film, f"{role}_uncredited"), role),
    ]
    needs = f"a source that lists the film's {role}s"
    if role == "cast" and not votes and "cast" in world.work_of(person, film):
        votes = [Vote("+", f"{person.words} plays in it")]
    if any(vote.sign == "+" for vote in votes) or not listed or not world.closed(role, listed):
        return Part(votes, sure, needs=needs)
    if not _THIS.search(world.words(statement, before=6)):
        votes += [
            vote for other in world.namesakes(film) for vote in _stated(world, person, world.facts(other, role), role)
        ]
        if any(vote.sign == "+" for vote in votes):
            return Part(votes, sure, needs=needs)
    return Part([*votes, *_left_out(statement, world, film, person, listed)], sure, is_name(person), needs)


def _stated(world: World, person: Mention, facts: Sequence[Fact], role: str) -> list[Vote]:
    """Votes of the facts that name a person, or one who may be the same."""
    found = []
    for fact in facts:
        same = world.same(person, fact.object)
        uncredited = " (uncredited)" if fact.predicate.endswith("_uncredited") else ""
        if same == "yes":
            found.append(world.vote("+", fact, f"{role}: {world.shown(fact.object)}{uncredited}"))
        elif same == "maybe":
            found.append(world.vote("~", fact, f"{role}: {world.shown(fact.object)}{uncredited}, a name that is near"))
    return found


def _left_out(statement: Statement, world: World, film: str, person: Mention, listed: Sequence[Fact]) -> list[Vote]:
    """Votes of complete lists against somebody who is not on them."""
    role, words = statement.predicate, world.words(statement)
    around = world.words(statement, before=24) + world.following(statement)
    others = ({"cast", "producer", *WORD} & world.work_of(person, film)) - {role}
    loosely = role in _LOOSELY and _LOOSELY[role].search(world.untitled(around, film))
    plain = role not in WORD or not words or WORD[role].search(words) or (role == "director" and _BY.search(words))
    says = f"{role}: {', '.join(dict.fromkeys(world.shown(fact.object) for fact in listed))}"
    if loosely or not plain:
        worked = f"; {person.words} is named as {', '.join(sorted(others))}" if others else ""
        return [world.vote("0" if loosely and not others else "~", listed[0], says + worked)]
    return [world.vote("-", fact, says, binding=True, omission=True) for fact in listed]


def based_on(statement: Statement, world: World) -> Sequence[Part]:
    """The play or novel behind a film, by its title or its author; never refuted, since sources are many."""
    film = world.film_of(statement)
    facts = world.facts(film, statement.predicate) if film else []
    parts = []
    for named in mentions(statement.objects):
        votes = [
            world.vote("+", fact, f"{statement.predicate.replace('_', ' ')}: {world.shown(fact.object)}")
            for fact in facts
            if _is_work(world, named, fact)
        ]
        if not votes and named.kind == "person":
            votes = [world.vote("~", fact, _by_another(world, fact)) for fact in facts if _author(world, fact)]
        parts.append(Part(votes, needs="a source on what it is based on"))
    return parts


def _author(world: World, fact: Fact) -> str:
    """Who wrote the work that a fact names, as far as it says."""
    found = re.search(r"\bby ((?:[A-Z][\w.'-]*\s?){1,4})", fact.object or "")
    return world.shown(str(fact.qualifiers.get("by") or "")) or (found[1].strip() if found else "")


def _by_another(world: World, fact: Fact) -> str:
    return f"{fact.predicate.replace('_', ' ')}: {world.shown(fact.object)}, by {_author(world, fact)}"


def _is_work(world: World, named: Mention, fact: Fact) -> bool:
    by = fact.qualifiers.get("by")
    if isinstance(by, str) and world.same(named, by) == "yes":
        return True
    titles = [*world.called(fact.object or ""), *fact.qualifiers.get("aliases", ())]
    pieces = [piece for title in titles for piece in (title, *re.split(r"\bby\b|[,()]", title))]
    if named.entity and named.entity == fact.object:
        return True
    plain = [piece.strip() for piece in pieces if piece.strip()]
    return likeness.titles(named.words, plain) == "yes" or likeness.people(named.words, plain) == "yes"


def filmography(statement: Statement, world: World) -> Sequence[Part]:
    """Films that somebody made: each by the lists of its people, or by the list of somebody's films."""
    person = statement.subject
    if person is None:
        return [Part(needs="whose film it is")]
    role = said(statement, "role") or "director"
    roles = (role, *WORD) if role in ("director", "") else (role,)
    return [_film(world, person, film, roles) for film in mentions(statement.objects) if film.kind != "person"]


def _film(world: World, person: Mention, film: Mention, roles: Sequence[str]) -> Part:
    votes: list[Vote] = []
    for entity in (film.entity, *film.candidates) if film.entity else ():
        for role in dict.fromkeys((*roles, "cast", "producer")):
            votes += [vote for vote in _stated(world, person, world.facts(entity, role), role) if vote.sign == "+"]
        if votes:
            break
    if person.entity and not votes:
        for fact in world.facts(person.entity, "filmography"):
            if world.same(film, fact.object) == "yes":
                votes.append(world.vote("+", fact, f"made {world.shown(fact.object)}"))
    directed = world.facts(film.entity, "director") if film.entity else []
    if not votes and directed and any(fact.complete for fact in directed) and roles[0] == "director":
        says = f"director: {', '.join(world.shown(fact.object) for fact in directed)}"
        strange = all(world.same(person, fact.object) == "no" for fact in directed)
        votes = [world.vote("-" if strange else "~", fact, says, binding=True, omission=True) for fact in directed]
    return Part(votes, world.sure(film) and not film.doubtful, is_name(person), "a list of their films")
