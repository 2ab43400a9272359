"""When and where a film was made and shown. A film has many years: only outside all of them is a year excluded."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cranework.reading.checks import countries, days
from cranework.reading.checks.days import Days
from cranework.reading.checks.world import World, said, values
from cranework.reading.model import Mention, Statement, Value
from cranework.reading.verdicts import Part, Vote
from cranework.references.model import Fact

YEAR_DAYS = 366.0
"""A year beside a film's years is near: made and released, festival and prize lie a year apart."""
_SHOT = re.compile(r"\b(?:shot|filmed|location|set in|takes place|shooting|born|emigr)", re.IGNORECASE)
_AGAIN = re.compile(
    r"re-?releas|re-?issue|restor|revival|dvd|video|blu-?ray|television|\bversion|\bedition|\bcopy\b|\btv\b"
    r"|director's cut",
    re.IGNORECASE,
)
_FIRST = re.compile(r"premier|open(?:ed|ing)|releas|came out|comes out|first|debut|distribut", re.IGNORECASE)
_FILM = re.compile(r"\b(?:film|movie|picture|drama|comedy|western|thriller|musical|epic|version)s?\b", re.IGNORECASE)
_OF_OTHERS = re.compile(
    r"\b(?:songs?|novels?|books?|plays?|poems?|story|stories|operas?|musicals?|awards?|oscars?|born|died|war|revolution"
    r"|career|interview|article|essay|cut to|festival|theat(?:er|re) piece)\b",
    re.IGNORECASE,
)
"""What else has a year."""
_MADE = re.compile(r"\b(?:made|shot|filmed|produced|film(?:s|ed)? of|finished|completed)\b", re.IGNORECASE)
_SHOWN = ("premiere", "release")


def check(statement: Statement, world: World) -> Sequence[Part]:
    """A part for the year and a part for the country, where both are said."""
    film = world.film_of(statement)
    if film is None:
        return [Part(needs="a source on that film")]
    dates, places = values(statement, "date"), _countries(statement)
    parts = []
    if dates and statement.predicate != "country":
        parts += [_year(statement, world, film, value, places) for value in dates[:2]]
    if places and (statement.predicate in ("country", "year_country") or not dates):
        parts.append(_country(statement, world, film, places))
    return parts or [Part(needs="a source on its release")]


def _countries(statement: Statement) -> set[str]:
    parts = [part for part in statement.objects if isinstance(part, Mention)]
    parts += [part for part in (statement.qualifiers.get("country"),) if isinstance(part, Mention)]
    return {name for part in parts for name in countries.named(part.words)}


def _year(statement: Statement, world: World, film: str, value: Value, places: set[str]) -> Part:
    needs = "a source on its releases"
    sure = world.film_is_sure(statement)
    words = world.untitled(world.words(statement), film)
    if _AGAIN.search(words) or statement.predicate == "dvd" or _AGAIN.search(said(statement, "kind")):
        return Part(needs=needs)
    stated = days.of_film(world, film)
    place = countries.named(said(statement, "place")) or _city(said(statement, "place"))
    place |= places if statement.predicate in _SHOWN else set()
    if place:
        there = [pair for pair in stated if _is_there(place, str(pair[0].qualifiers.get("country", "")))]
        return Part(_there(world, value, stated, there, bool(_FIRST.search(words))), sure, needs=needs)
    touching = [fact for fact, interval in stated if days.touches(value, interval)]
    if touching:
        return Part([world.vote("+", fact, _says(fact)) for fact in touching], sure, needs=needs)
    return Part(_outside(statement, world, value, stated), sure, needs=needs)


def _is_there(places: set[str], country: str) -> bool:
    """Whether a source's country is one of those named, or said loosely for it."""
    return any(a == b or countries.kin(a, b) for a in places for b in countries.named(country))


def _there(
    world: World, value: Value, stated: Sequence[tuple[Fact, Days]], there: Sequence[tuple[Fact, Days]], first: bool
) -> list[Vote]:
    """A date of one country: its own first showing decides, where a source tells of it.

    A film may be shown again at any later time, so that a later date is excluded only where the words mean the first.
    """
    if not there:
        early = [pair for pair in stated if pair[0].predicate == "year" and value.hi <= pair[1][0] - YEAR_DAYS]
        inside = [] if early else [fact for fact, interval in stated if days.touches(value, interval)]
        near = [world.vote("~", fact, _says(fact)) for fact in inside]
        return [world.vote("-", fact, _says(fact), binding=True) for fact, _ in early] + near
    votes = []
    for fact, interval in there:
        since = value.lo >= interval[0] - 31 and value.lo < interval[1] + 31
        if days.touches(value, interval) or since:
            sign = "+"
        elif days.distance(value, interval) <= YEAR_DAYS:
            sign = "~"
        else:
            sign = "-" if first or value.hi <= interval[0] else "0"
        votes.append(world.vote(sign, fact, _says(fact), binding=True))
    if any(vote.sign == "+" for vote in votes):
        return [vote for vote in votes if vote.sign == "+"]
    inside = [fact for fact, interval in stated if days.touches(value, interval)]
    return [*votes, *(world.vote("~", fact, _says(fact)) for fact in inside)]


def _outside(statement: Statement, world: World, value: Value, stated: Sequence[tuple[Fact, Days]]) -> list[Vote]:
    """A date in none of the film's years: excluded where it lies more than a year outside all of them.

    A later year is excluded only if the words tell of the making, or the sources of showings in several countries:
    any film may have come to another country later.
    """
    whole = days.hull([interval for _, interval in stated])
    if whole is None:
        return []
    late = min(low for low, _ in value.readings or ((value.lo, value.hi),)) >= whole[1]
    shown = {str(fact.qualifiers.get("country", "")) for fact, _ in stated if fact.predicate == "premiere"}
    made = statement.predicate in ("year", "year_country", "decade") or bool(_MADE.search(world.words(statement)))
    near = days.distance(value, whole) <= YEAR_DAYS
    around = world.untitled(world.words(statement, before=40), world.film_of(statement))
    if _OF_OTHERS.search(around) and not _FILM.search(world.words(statement)):
        return [world.vote("0", fact, _says(fact)) for fact, _ in stated]
    known = not late or made or len(shown) > 1
    sign = "~" if near or not known or days.touches(value, whole) else "-"
    return [world.vote(sign, fact, _says(fact), binding=True) for fact, _ in stated]


def _says(fact: Fact) -> str:
    told = ", ".join(
        str(value) for name, value in fact.qualifiers.items() if name in ("country", "kind", "place", "part")
    )
    return f"{fact.predicate}: {fact.object}{f' ({told})' if told else ''}"


_CITIES = {
    "moscow": "soviet union", "leningrad": "soviet union", "new york": "united states", "los angeles": "united states",
    "hollywood": "united states", "chicago": "united states", "london": "united kingdom", "paris": "france",
    "cannes": "france", "berlin": "germany", "rome": "italy", "venice": "italy", "tokyo": "japan", "toronto": "canada",
    "warsaw": "poland", "stockholm": "sweden", "vienna": "austria", "madrid": "spain",
}  # fmt: skip


def _city(place: str) -> set[str]:
    return {country for city, country in _CITIES.items() if city in place.lower()}


def _country(statement: Statement, world: World, film: str, places: set[str]) -> Part:
    facts = world.facts(film, "country")
    shot = bool(_SHOT.search(world.words(statement))) or bool(_SHOT.search(said(statement, "kind")))
    complete = world.closed("country", facts)
    votes: list[Vote] = []
    for place in sorted(places):
        votes += _of_country(world, place, facts, shot, complete)
    return Part(votes, world.film_is_sure(statement), needs="a source on where it was made")


def _of_country(world: World, place: str, facts: Sequence[Fact], shot: bool, complete: bool) -> list[Vote]:
    known = [(fact, countries.named(fact.object or "")) for fact in facts]
    own = [fact for fact, named in known if place in named]
    if own:
        return [world.vote("+", fact, f"country: {fact.object}") for fact in own]
    loose = [fact for fact, named in known if any(countries.kin(place, one) for one in named)]
    if loose:
        return [world.vote("+", fact, f"country: {fact.object}, for which {place} is said loosely") for fact in loose]
    if shot or not complete or any(not named for _, named in known):
        return []
    return [world.vote("-", fact, f"country: {fact.object}", binding=True) for fact, _ in known]
