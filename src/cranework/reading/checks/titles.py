"""What a film or a person is also called. Lists of titles are open: they support, and never refute."""

from __future__ import annotations

from collections.abc import Sequence

from cranework.reading.checks import likeness
from cranework.reading.checks.world import World, mentions
from cranework.reading.model import Mention, Statement
from cranework.reading.verdicts import Part
from cranework.references.model import Fact


def check(statement: Statement, world: World) -> Sequence[Part]:
    """One part for each title or name; a title that only words it otherwise is near."""
    subject = statement.subject
    person = subject is not None and subject.kind == "person"
    entity = subject.entity if subject is not None and subject.entity else None if person else world.film_of(statement)
    named = [*mentions(statement.objects)] or ([subject] if subject is not None else [])
    if entity is None:
        return [Part(needs="a list of its titles")]
    return [_called(world, entity, one, person) for one in named]


def _called(world: World, entity: str, said: Mention, person: bool) -> Part:
    facts = [*world.facts(entity, "title"), *world.facts(entity, "alias")]
    alike = likeness.people if person else likeness.titles
    needs = "a list of its titles"
    votes = [
        world.vote("+", fact, f"{fact.predicate}: {fact.object}")
        for fact in facts
        if _is(alike(said.words, [fact.object or ""]))
    ]
    known = world.called(entity)
    if not votes and (said.entity == entity or _is(alike(said.words, known))):
        like = next((name for name in known if _is(alike(said.words, [name]))), known[0])
        votes = [world.vote("+", Fact("", entity, "title", like), f"called {like}")]
    if not votes:
        literal = [fact for fact in facts if _is(alike(said.words, [str(fact.qualifiers.get("literally", "-"))]))]
        votes = [world.vote("+", fact, f"{fact.object}: {fact.qualifiers.get('literally')}") for fact in literal]
    return Part(votes, needs=needs)


def _is(sameness: str) -> bool:
    return sameness == "yes"
