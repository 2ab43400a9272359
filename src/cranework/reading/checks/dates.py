"""When something happened, when somebody was born and died."""

from __future__ import annotations

from collections.abc import Sequence

from cranework.reading.checks import days
from cranework.reading.checks.days import NEAR_DAYS
from cranework.reading.checks.world import World, mentions, values
from cranework.reading.model import Statement, Value
from cranework.reading.verdicts import Part, Vote


def event(statement: Statement, world: World) -> Sequence[Part]:
    """An event's day: old and new style, both days of a night, and the whole span of what lasted."""
    said = statement.subject or next((part for part in mentions(statement.objects) if part.kind == "event"), None)
    found = days.events(world, said, world.words(statement))
    when = values(statement, "date")
    if not found or not when:
        return [Part(needs="a source that dates the event")]
    votes = []
    for id in found:
        votes += _votes(world, id, "event_date", when[0])
    sure = len(found) == 1 and (said is None or not said.doubtful)
    return [Part(votes, sure, needs="a source that dates the event")]


def life(statement: Statement, world: World) -> Sequence[Part]:
    """Born, died: by the person's own dates."""
    person, when = statement.subject, values(statement, "date")
    if person is None or person.entity is None or not when:
        return [Part(needs=f"a source that says when they were {statement.predicate}")]
    votes = _votes(world, person.entity, statement.predicate, when[0])
    return [Part(votes, world.sure(person), needs="a source on that life")]


def lifespan(statement: Statement, world: World) -> Sequence[Part]:
    """From birth to death: a part for each end."""
    person, when = statement.subject, values(statement, "date")
    if person is None or person.entity is None or not when:
        return [Part(needs="a source on that life")]
    if len(when) > 1:
        ends = when[0], when[1]
    else:
        low, high = when[0].lo, when[0].hi
        ends = _year(when[0], low, low + 365), _year(when[0], high - 365, high)
    sure = world.sure(person)
    return [
        Part(_votes(world, person.entity, predicate, end), sure, needs="a source on that life")
        for predicate, end in zip(("born", "died"), ends, strict=True)
    ]


def _year(value: Value, low: float, high: float) -> Value:
    return Value(value.start, value.end, value.words, "date", low, high, "day", ((low, high),), value.hedged)


def _votes(world: World, id: str, predicate: str, when: Value) -> list[Vote]:
    """Votes on a date: all that is stated is one span, or one of several that are all right."""
    stated = days.stated(world, id, predicate)
    touching = [fact for fact, interval in stated if days.touches(when, interval)]
    name = predicate.removeprefix("event_")
    if not touching and (whole := days.hull([interval for _, interval in stated])):
        touching = [stated[0][0]] if whole and days.touches(when, whole) else []
    if touching:
        return [world.vote("+", fact, f"{name} of {world.shown(id)}: {fact.object}") for fact in touching]
    votes = []
    for fact, interval in stated:
        near = days.distance(when, interval) <= NEAR_DAYS
        says = f"{name} of {world.shown(id)}: {days.shown(interval)}"
        votes.append(world.vote("~" if near else "-", fact, says, binding=world.functional(predicate)))
    return votes
