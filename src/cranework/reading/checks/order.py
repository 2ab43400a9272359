"""What came before what, how many years apart, who was alive when, and how old they were."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cranework.reading.checks import days
from cranework.reading.checks.days import Days
from cranework.reading.checks.world import World, values
from cranework.reading.model import Mention, Statement, Value
from cranework.reading.values.units import YEAR
from cranework.reading.verdicts import Part, Vote
from cranework.references.model import Fact

_DAYS_A_YEAR = 365.25
_LOOSE_YEARS, _LOOSE_SHARE = 2.0, 0.2
"""Years, and share of the stated ones, by which loose talk is off."""

_BIRTHDAY = re.compile(
    r"\b(?:turn(?:s|ed|ing)?|birthday|almost|nearly|about to be|not (?:yet|quite)|just)\b", re.IGNORECASE
)
_MONTH = 31
"""Days around a birthday that count where the words tell of it."""

Dated = tuple[Days, Fact | None]


def check(statement: Statement, world: World) -> Sequence[Part]:
    """Before, after, N years after: by the intervals of both."""
    left = _when(statement, world, statement.subject, film=True)
    beside = [part for name, part in statement.qualifiers.items() if name != "years" and not isinstance(part, str)]
    others = [p for p in (*statement.objects, *beside) if isinstance(p, Mention) or p.kind == "date"]
    right = next((found for part in others if (found := _when(statement, world, part))), None)
    if left is None or right is None:
        return [Part(needs="sources that date both")]
    apart = _years(statement)
    vote = _apart(world, left, right, apart) if apart else _ordered(world, statement.predicate, left, right)
    return [Part([vote], _sure(statement, world))]


def _ordered(world: World, predicate: str, left: Dated, right: Dated) -> Vote:
    (first, fact), (second, other) = left, right
    before = first[1] <= second[0]
    after = first[0] >= second[1]
    wanted, contrary = (before, after) if predicate == "before" else (after, before)
    sign = "+" if wanted else "-" if contrary else "0"
    return _vote(world, sign, fact or other, f"{days.shown(first)} and {days.shown(second)}")


def _apart(world: World, left: Dated, right: Dated, apart: tuple[float, float]) -> Vote:
    """The years between, as far as the days are known; one more or less by whole years is right."""
    (first, fact), (second, other) = left, right
    low = (first[0] - second[1]) / _DAYS_A_YEAR
    high = (first[1] - second[0]) / _DAYS_A_YEAR
    if high < 0:
        low, high = -high, -low
    wide = max(_LOOSE_YEARS, apart[1] * _LOOSE_SHARE)
    inside = apart[0] <= high and low <= apart[1]
    near = apart[0] - wide <= high and low <= apart[1] + wide
    sign = "+" if inside else "~" if near else "-"
    return _vote(world, sign, fact or other, f"{days.shown(first)} and {days.shown(second)}")


def _vote(world: World, sign: str, fact: Fact | None, says: str) -> Vote:
    return Vote(sign, says, binding=True) if fact is None else world.vote(sign, fact, says, binding=True)


def alive(statement: Statement, world: World) -> Sequence[Part]:
    """Whether somebody lived at a date, an event, or when a film was made."""
    person = _person(statement)
    if person is None or person.entity is None:
        return [Part(needs="a source on that life")]
    at = _date_said(statement, world)
    if at is None and world.film is not None:
        at = _film(world, world.film.id)
    if at is None:
        return [Part(needs="a date")]
    votes = []
    for fact, (low, high) in days.stated(world, person.entity, "died"):
        sign = "-" if high <= at[0][0] else "+" if at[0][1] <= high else "0"
        votes.append(world.vote(sign, fact, f"died: {days.shown((low, high))}", binding=True))
    for fact, (low, high) in days.stated(world, person.entity, "born"):
        if low >= at[0][1]:
            votes.append(world.vote("-", fact, f"born: {days.shown((low, high))}", binding=True))
    return [Part(votes, world.one_person(person), needs="a source on that life")]


def _person(statement: Statement) -> Mention | None:
    """Who is said to have lived: the subject, or an object where the film is the subject."""
    parts = (statement.subject, *statement.objects)
    return next((part for part in parts if isinstance(part, Mention) and part.kind == "person"), None)


def age(statement: Statement, world: World) -> Sequence[Part]:
    """An age at a date: exact to the day where both days are known; by years alone one more or less is right."""
    person = _person(statement)
    stated = _years(statement)
    if person is None or person.entity is None or stated is None:
        return [Part(needs="a date of birth")]
    at = _date_said(statement, world) or (_film(world, world.film.id) if world.film is not None else None)
    if at is None:
        return [Part(needs="the date meant")]
    said = (stated[0] + stated[1]) / 2
    slack = _MONTH if _BIRTHDAY.search(world.words(statement)) else 0
    votes = []
    for fact, (low, high) in days.stated(world, person.entity, "born"):
        least = int((at[0][0] - high + 1 - slack) / _DAYS_A_YEAR + 0.001)
        most = int((at[0][1] - 1 - low + slack) / _DAYS_A_YEAR + 0.001)
        exact = high - low <= 1 and at[0][1] - at[0][0] <= 1
        sign = "+" if least <= said <= most else "~" if least - 1 <= said <= most + 1 and not exact else "-"
        sign = "~" if sign == "-" and abs(said - least) <= 1 else sign
        votes.append(world.vote(sign, fact, f"born: {days.shown((low, high))}", binding=True))
    return [Part(votes, world.one_person(person), needs="a date of birth")]


def _date_said(statement: Statement, world: World) -> Dated | None:
    """The date, event or film among the objects and the qualifiers, dates first."""
    parts = [part for part in (*statement.objects, *statement.qualifiers.values()) if not isinstance(part, str)]
    dates: list[Mention | Value] = [part for part in parts if isinstance(part, Value) and part.kind == "date"]
    named: list[Mention | Value] = [part for part in parts if isinstance(part, Mention) and part.kind != "person"]
    return next((found for part in (*dates, *named) if (found := _when(statement, world, part))), None)


def _when(statement: Statement, world: World, part: Mention | Value | None, film: bool = False) -> Dated | None:
    """The interval of a date, an event, a film, or somebody's death."""
    if isinstance(part, Value):
        return ((part.lo, part.hi), None) if part.kind == "date" and len(part.readings) == 1 else None
    if part is None or part.kind == "film" or (film and part.entity is None):
        entity = part.entity if part is not None and part.entity else world.film_of(statement)
        return _film(world, entity) if entity else None
    if part.kind == "person" and part.entity is not None:
        found = days.stated(world, part.entity, "died")
        return (found[0][1], found[0][0]) if found else None
    named = days.events(world, part, part.words)
    intervals = [pair for id in named for pair in days.stated(world, id, "event_date")]
    whole = days.hull([interval for _, interval in intervals])
    return (whole, intervals[0][0]) if whole and len(named) == 1 else None


def _film(world: World, film: str) -> Dated | None:
    """When a film was made and first shown."""
    found = days.of_film(world, film)
    made = [pair for pair in found if pair[0].predicate == "year" and not pair[0].qualifiers] or found
    whole = days.hull([interval for _, interval in made])
    return (whole, made[0][0]) if whole else None


def _years(statement: Statement) -> tuple[float, float] | None:
    """The years said, as an interval."""
    said = statement.qualifiers.get("years")
    found = [said] if isinstance(said, Value) else [v for v in values(statement) if v.kind in ("duration", "count")]
    if not found:
        return None
    scale = 1.0 / float(YEAR) if found[0].unit == "s" else 1.0
    return found[0].lo * scale, found[0].hi * scale


def _sure(statement: Statement, world: World) -> bool:
    """Whether the film and everybody named are surely linked."""
    parts = (statement.subject, *statement.objects, *statement.qualifiers.values())
    linked = [part for part in parts if isinstance(part, Mention)]
    people = [part for part in linked if part.kind == "person"]
    others = [part for part in linked if part.kind != "person"]
    ours = statement.subject is None or statement.subject.kind == "film"
    alike = all(world.one_person(part) for part in people) and not any(part.doubtful for part in others)
    return alike and (world.film_is_sure(statement) or not ours)
