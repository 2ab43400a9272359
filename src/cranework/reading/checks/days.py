"""When something was: intervals of days of events, people and films, and how dates in words compare with them."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from datetime import date

from cranework.reading.checks import countries, likeness
from cranework.reading.checks.world import World
from cranework.reading.model import Mention, Value
from cranework.references.model import Fact

Days = tuple[float, float]

NEAR_DAYS = 14
"""Days by which calendars of old and new style, time zones and announcements differ."""

_EVENTS: tuple[tuple[str, str], ...] = (
    ("barbarossa", r"(?:german\w*|hitler|nazis?|wehrmacht|fascist\w*).{0,40}(?:attack|invad|invasion|assault"
                   r"|overr[au]n|march\w* into)"
                   r"|(?:attack|invasion|assault) (?:on|of|against) (?:the )?(?:soviet|russia|u\.?s\.?s\.?r)"
                   r"|operation barbarossa|great patriotic war (?:began|begins|broke out|started)|\bbarbarossa"
                   r"|(?:soviet union|russia|u\.?s\.?s\.?r) (?:was|is) (?:attacked|invaded)"
                   r"|^(?:the )?(?:german )?(?:attack|invasion)$"),
    ("war end", r"(?:war|fighting|hostilities).{0,20}(?:ended|ends|was over|over|came to an end|finished)"
                r"|end of (?:the )?"
                r"(?:\w+ )?(?:\w+ )?war|\bv-?e day|victory day|germany\w* (?:surrender|capitulat)\w*"
                r"|surrender of germany"
                r"|(?:german )?(?:surrender|capitulation)|victory over (?:germany|hitler|fascism)"),
    ("secret speech", r"secret speech|speech.{0,40}(?:stalin|personality|cult)|denounc\w+.{0,20}stalin"
                      r"|cult of (?:the )?personality"),
    ("20th congress", r"(?:20th|twentieth|xxth?) (?:party )?congress|(?:20th|twentieth) party day"),
    ("october revolution", r"october revolution|bolshevik (?:revolution|coup)|russian revolution"),
    ("german-soviet war", r"great patriotic war|german-soviet war|soviet-german war|eastern front|"
                          r"(?:soviet union|russia|u\.?s\.?s\.?r).{0,20}(?:fought|at war with|war (?:with"
                          r"|against)).{0,12}(?:german|hitler|nazi)"),
    ("second world war", r"second world war|world war (?:ii|2|two)|\bww ?(?:ii|2)\b"),
    ("first world war", r"first world war|world war (?:i|1|one)\b|\bww ?(?:i|1)\b|great war(?! of)"),
    ("pearl harbor", r"pearl harbou?r"),
    ("d-day", r"d-?day|normandy landing|landings? (?:in|on) (?:the )?normandy|allied invasion"),
    ("hiroshima", r"hiroshima|atom(?:ic)? bomb"),
    ("berlin wall", r"berlin wall"),
    ("stalingrad", r"stalingrad"),
    ("kennedy", r"(?:kennedy|jfk).{0,20}(?:assassinat|shot|kill|death)|assassination of (?:president )?(?:kennedy"
                r"|jfk)"),
)  # fmt: skip
_PATTERNS = tuple((name, re.compile(words, re.IGNORECASE)) for name, words in _EVENTS)
"""Events of history in the words that stand for them, so that a source's name of one is found by another."""


_EAST = {"soviet union", "russia", "ukraine", "belarus"}
_WARS = {"german-soviet war", "second world war", "first world war"}
"""Events that last: their beginning and their end are events of their own."""


def kinds_of(words: str) -> set[str]:
    """The events of the table that words mean."""
    found = {name for name, pattern in _PATTERNS if pattern.search(words)}
    places = countries.named(words)
    if places - {"germany"} and not places & _EAST:
        found.discard("barbarossa")
    if places & {"japan", "italy"} and "germany" not in places:
        found.discard("war end")
    return found


def events(world: World, said: Mention | None, words: str) -> list[str]:
    """Events of the store that a mention or a clause means; a festival with its year is found by both."""
    own = said.entity if said is not None and said.kind in ("event", "festival") and not said.doubtful else None
    if own is not None and stated(world, own, "event_date"):
        return [own]
    found = []
    clause = f"{said.words if said is not None else ''} {words}"
    meant = kinds_of(clause)
    if said is not None and kinds_of(said.words) - _WARS:
        meant = kinds_of(said.words)
    elif "war end" in meant:
        meant -= _WARS
    years = set(re.findall(r"\b(?:19|20)\d\d\b", clause))
    for id in dict.fromkeys(fact.subject for fact in dated(world)):
        called = " ; ".join([*world.called(id), id.partition(":")[2].replace("_", " ")])
        named = kinds_of(called)
        exact = said is not None and likeness.titles(said.words, world.called(id)) == "yes"
        festival = _festival(called) & _festival(clause)
        if exact or (meant and meant & named) or (festival and years & set(re.findall(r"\d{4}", called))):
            found.append(id)
    return found


def _festival(words: str) -> set[str]:
    return set(re.findall(r"cannes|venice|berlinale|locarno|academy awards?|moscow festival", words.lower()))


def dated(world: World) -> Iterator[Fact]:
    """All facts that date an event."""
    for fact in world.facts(predicate="event_date"):
        if fact.lo is not None and fact.hi is not None:
            yield fact


def stated(world: World, id: str, predicate: str) -> list[tuple[Fact, Days]]:
    """The intervals that sources give."""
    facts = world.facts(id, predicate)
    return [(fact, (fact.lo, fact.hi)) for fact in facts if fact.lo is not None and fact.hi is not None]


def of_film(world: World, film: str) -> list[tuple[Fact, Days]]:
    """Every interval in which a film was made or shown somewhere."""
    return [pair for predicate in ("year", "premiere") for pair in stated(world, film, predicate)]


def hull(intervals: Sequence[Days]) -> Days | None:
    """The stretch that holds all intervals."""
    if not intervals:
        return None
    return min(low for low, _ in intervals), max(high for _, high in intervals)


def touches(value: Value, days: Days) -> bool:
    """Whether one of a date's readings shares a day with an interval."""
    return any(low < days[1] and days[0] < high for low, high in value.readings or ((value.lo, value.hi),))


def distance(value: Value, days: Days) -> float:
    """Days between a date's nearest reading and an interval; 0 where they touch."""
    return min(
        max(0.0, low - days[1] + 1, days[0] - high + 1) for low, high in value.readings or ((value.lo, value.hi),)
    )


def shown(days: Days) -> str:
    """An interval of days in words."""
    if not (math.isfinite(days[0]) and math.isfinite(days[1])):
        return "unknown"
    first, last = date.fromordinal(int(days[0])), date.fromordinal(max(int(days[0]), int(days[1]) - 1))
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return str(first.year) if first.year == last.year else f"{first.year} to {last.year}"
    return first.isoformat() if first == last else f"{first.isoformat()} to {last.isoformat()}"
