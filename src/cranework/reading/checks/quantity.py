"""Numbers of people, tickets, miles; shares of a whole, computed where the parts are known.

Two numbers are compared only if the same thing is counted: its topic, its people and its place are read from the words
on both sides; what is counted of others (Russians for Soviet people) is at most near.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from cranework.reading.checks import countries
from cranework.reading.checks.world import World, said, values
from cranework.reading.model import Statement, Value
from cranework.reading.verdicts import Part, Vote
from cranework.references.model import Fact

WIDER = 0.1
"""Share by which a number may lie outside all estimates without being excluded."""
CITY_M = 15_000.0
"""Metres from the limit of a large city to its centre: who measures from which is seldom said."""
ANOTHER = 20.0
"""Times by which numbers of one thing never differ: then something else is counted."""

_TOPICS = (
    ("admissions", r"admission|ticket|cinema-?goer|movie-?goer|viewer|spectator|audience|seen by|watched by"
                   r"|\bsold\b|box office|bought a|saw (?:it|the film)|people (?:saw|have seen)"),
    ("budget", r"budget|cost|dollar|rouble|gross|earned|takings"),
    ("population", r"population|inhabitants"),
    ("losses", r"\bloss|lost|dead|died|dying|killed|perish|fell\b|fallen|victims?|casualt|lives|deaths?|slain|slaughter"
               r"|murder|\bdie\b|sacrificed|claimed"),
    ("distance", r"distance|kilomet|\bkm\b|mile|metres?\b|meters?\b|approach|from (?:the )?(?:moscow|kremlin)|closest"),
    ("films", r"(?:films?|features?|movies?|pictures?)\b.{0,30}(?:released|made|produced|shot|came out|completed)"
              r"|feature_films"
              r"|film production"),
    ("awards", r"\boscars?\b|academy awards?|prizes?|awards?"),
)  # fmt: skip
_TOPIC = tuple((name, re.compile(words, re.IGNORECASE)) for name, words in _TOPICS)
_LOSSES = dict(_TOPIC)["losses"]
_MILITARY = re.compile(r"soldier|military|army|troops|servicemen|combat|fleet|\bmen\b|red army|officers", re.IGNORECASE)
_CIVILIAN = re.compile(r"civilian", re.IGNORECASE)
_EVERYBODY = re.compile(r"soldiers and civilians|civilians and soldiers|all causes", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:18|19|20)\d\d\b")


@dataclass(frozen=True, slots=True)
class Estimate:
    """A number of a source, with what it counts in words."""

    fact: Fact
    low: float
    high: float
    unit: str
    words: str


def topic(words: str) -> str | None:
    """What is counted."""
    return next((name for name, pattern in _TOPIC if pattern.search(words)), None)


def check(statement: Statement, world: World) -> Sequence[Part]:
    """A number against the hull of all estimates of the same thing; a share against a stated or a computed one."""
    said_values = [value for value in values(statement) if value.kind in ("count", "share", "distance", "money")]
    if not said_values:
        return [Part(needs="a source that counts it")]
    value = said_values[0]
    clause = _clause(statement, world)
    if value.kind == "share":
        return [_share(world, value, f"{clause} {world.words(statement, before=50)}" if _partly(clause) else clause)]
    film = world.film_of(statement)
    about = _named(statement, clause)
    asked = (
        about if about not in (None, "films") or statement.predicate in ("quantity", "count") else statement.predicate
    )
    estimates = [one for one in _estimates(world, film) if one.unit == value.unit and _same_thing(one, asked, clause)]
    return [
        Part(_compared(world, value, estimates, clause), _sure(statement, world), needs="a source that counts the same")
    ]


def _partly(clause: str) -> bool:
    """Whether a clause only names the whole ("20 % of the population"), so that the words before must tell of what."""
    return topic(clause) in (None, "population")


def _named(statement: Statement, clause: str) -> str | None:
    own = {"admissions", "losses", "distance", "budget"}
    return statement.predicate if statement.predicate in own else topic(clause)


def _clause(statement: Statement, world: World) -> str:
    parts = [statement.subject.words if statement.subject is not None else "", world.words(statement)]
    return " ".join([*parts, *(said(statement, name) for name in ("of", "who", "place"))])


def _estimates(world: World, film: str | None) -> list[Estimate]:
    """All numbers of the store: of quantities, and of the film."""
    facts = [
        fact for predicate in ("quantity", "distance_km", "closest_km") for fact in world.facts(predicate=predicate)
    ]
    facts += [fact for fact in world.facts(film, "admissions_millions")] if film else []
    facts += [fact for name in _film_counts(world) for fact in world.facts(predicate=name)]
    found = []
    for fact in facts:
        if fact.lo is None or fact.hi is None:
            continue
        about = " ".join([*world.called(fact.subject), fact.subject.replace("_", " ").replace(":", " ")])
        told = " ".join(str(value) for value in fact.qualifiers.values())
        predicate = fact.predicate.replace("_", " ")
        found.append(Estimate(fact, fact.lo, fact.hi, fact.unit, f"{about} {told} {predicate} {fact.predicate}"))
    return found


def _film_counts(world: World) -> list[str]:
    """Predicates that count films of a year."""
    return [f"feature_films_{year}" for year in range(1951, 1952)]


def _same_thing(one: Estimate, asked: str | None, clause: str) -> bool:
    """Whether topic, people, place and year of an estimate are those of a clause."""
    counted = "population" if "population" in one.words else topic(one.words)
    if asked is None or counted != asked:
        return False
    left, right = countries.named(clause), countries.named(one.words)
    if right and left and not any(a == b or countries.said_for(a, b) for a in left for b in right):
        return False
    if counted == "admissions" and right and not left:
        return True
    years, stated = set(_YEAR.findall(clause)), set(_YEAR.findall(one.fact.predicate))
    if stated and years and not stated & years:
        return False
    if counted == "losses":
        military, stated_military = bool(_MILITARY.search(clause)), bool(_MILITARY.search(one.words))
        everybody = bool(_EVERYBODY.search(one.words))
        return everybody or not stated_military if not military else stated_military and not everybody
    return True


def _compared(world: World, value: Value, estimates: Sequence[Estimate], clause: str) -> list[Vote]:
    """Votes by the hull of all estimates that are neither fringe nor obsolete."""
    if not estimates:
        return []
    standing = [one for one in estimates if not (one.fact.fringe or one.fact.obsolete)]
    places = {place for one in standing for place in countries.named(_country(one))}
    strict = not places or bool(countries.named(clause) & places) or topic(clause) == "distance"
    low, high = _hull(standing) if standing else (float("inf"), float("-inf"))
    votes = []
    for one in estimates:
        says = f"{world.shown(one.fact.subject)}: {_number(one)}{_who(one)}"
        weak = one.fact.fringe or one.fact.obsolete
        inside = value.lo <= one.high and one.low <= value.hi
        hull = value.lo <= high and low <= value.hi
        wide = CITY_M if one.unit == "m" else 0.0
        near = value.lo <= high * (1 + WIDER) + wide and low * (1 - WIDER) - wide <= value.hi
        if value.lo > high * ANOTHER or value.hi < low / ANOTHER:
            continue
        sign = "+" if inside or (hull and not weak) else "~" if (near and not weak) or weak else "-"
        sign = {"+": "+", "-": "-" if strict else "0"}.get(sign, sign)
        if sign == "~" and weak and not inside:
            continue
        votes.append(
            world.vote("~" if sign == "+" and not _people_same(one, clause) else sign, one.fact, says, binding=True)
        )
    return votes


def _people_same(one: Estimate, clause: str) -> bool:
    """Whether the very same people are counted, not those said for them."""
    left, right = countries.named(clause), countries.named(one.words)
    return not left or not right or bool(left & right)


def _country(one: Estimate) -> str:
    return str(one.fact.qualifiers.get("country", "")) if one.fact.predicate == "admissions_millions" else one.words


def _hull(estimates: Sequence[Estimate]) -> tuple[float, float]:
    return min(one.low for one in estimates), max(one.high for one in estimates)


def _number(one: Estimate) -> str:
    if one.unit == "m":
        return f"{one.low / 1000:g} km" if one.low == one.high else f"{one.low / 1000:g} to {one.high / 1000:g} km"
    return f"{one.low:,.4g}" if one.low == one.high else f"{one.low:,.4g} to {one.high:,.4g}"


def _who(one: Estimate) -> str:
    who = one.fact.qualifiers.get("who") or one.fact.qualifiers.get("country")
    return f" ({who})" if who else ""


def _share(world: World, value: Value, clause: str) -> Part:
    """A share of a whole: as a source states it, or the hull of the parts over the hull of the whole."""
    needs = "sources for the part and the whole"
    if not _LOSSES.search(clause) or _MILITARY.search(clause) or _CIVILIAN.search(clause):
        return Part(needs=needs)
    every = [one for one in _estimates(world, None) if not (one.fact.fringe or one.fact.obsolete)]
    stated = [one for one in every if one.high <= 1 and _LOSSES.search(one.words)]
    lost = [one for one in every if topic(one.words) == "losses" and one.low > 1 and _of_everybody(one)]
    whole = [one for one in every if one.low > 1 and topic(one.words) == "population"]
    base = stated[:1] or (whole[:1] if lost else [])
    if not base:
        return Part(needs=needs)
    low, high = _hull(stated) if stated else (_hull(lost)[0] / _hull(whole)[1], _hull(lost)[1] / _hull(whole)[0])
    left, right = countries.named(clause), {place for one in (*base, *lost) for place in countries.named(one.words)}
    if right and not any(a == b or countries.said_for(a, b) for a in left for b in right):
        return Part(needs=needs)
    inside = value.lo <= high and low <= value.hi
    near = value.lo <= high * (1 + WIDER) and low * (1 - WIDER) <= value.hi
    says = f"{100 * low:.1f} to {100 * high:.1f} percent"
    if not stated:
        says += f", computed from {_number(lost[0])} of {_number(whole[0])}"
    loosely = bool(left) and not left & right
    sign = "~" if near or loosely else "-"
    return Part([world.vote("+" if inside and not loosely else sign, base[0].fact, says, binding=True)], needs=needs)


def _of_everybody(one: Estimate) -> bool:
    return not _MILITARY.search(one.words) or bool(_EVERYBODY.search(one.words))


def _sure(statement: Statement, world: World) -> bool:
    if statement.predicate in ("admissions", "budget", "count"):
        return world.film_is_sure(statement)
    return statement.subject is None or not statement.subject.doubtful
