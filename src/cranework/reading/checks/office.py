"""Who held which office at the date of the clause; on the day of a change both did."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from cranework.reading.checks import countries, days, likeness
from cranework.reading.checks.days import Days
from cranework.reading.checks.world import World, mentions, said, values
from cranework.reading.model import Mention, Statement, Value
from cranework.reading.values import find
from cranework.reading.verdicts import Part, Vote
from cranework.references.intervals import days as read_days
from cranework.references.model import Fact

_OFFICES = (
    ("deputy minister", r"(?:deputy|vice)[ -]minister"),
    ("government", r"prime[ -]minister|premier\b|head of (?:the )?government|chairman of the council of ministers"
                   r"|chancellor"
                   r"|\bpm\b"),
    ("general secretary", r"general secretary|secretary[ -]general"),
    ("first secretary", r"first secretary"),
    ("party", r"party (?:leader|chief|boss|secretary|head)|head of (?:the )?(?:communist )?party"
              r"|leader of the (?:communist )?party"),
    ("state", r"president|head of state"),
    ("leader", r"(?:soviet|russian|german|chinese|cuban) (?:leader|ruler|dictator|boss|chief)|\bleader\b|dictator"
           r"|in power"
               r"|\bunder\b|\brul(?:ed|er)\b|in the kremlin"),
    ("foreign minister", r"foreign minister|minister of foreign affairs|commissar of foreign affairs"),
    ("minister", r"\bminister\b|commissar"),
    ("cinema", r"(?:film|cinema)\w* (?:committee|administration|production)|main committee|cinematography"),
)  # fmt: skip
_OFFICE = tuple((name, re.compile(words, re.IGNORECASE)) for name, words in _OFFICES)
_LEADING = {"government", "general secretary", "first secretary", "party", "state", "leader"}
"""Offices at the head of a country; loose talk confuses them."""
_ONE_SEAT = ({"general secretary", "first secretary", "party"}, {"government"}, {"state"})
_MOVED = re.compile(
    r"\b(?:later|future|former(?:ly)?|ex|then[ -]to[ -]be|to be|would become|became|becoming|soon|until recently"
    r"|acting|once"
    r"|previous(?:ly)?|eventual(?:ly)?|one-time|had (?:become|been))\b[ -]?",
    re.IGNORECASE,
)
"""Words that move an office to another time."""
OPEN_END = 10**6


@dataclass(frozen=True, slots=True)
class Held:
    """An office that a source gives to somebody, from a day to a day."""

    fact: Fact
    holder: str
    office: set[str]
    words: str
    days: Days

    def at(self, value: Value) -> bool:
        """Whether a date touches the time in office; the day of the change belongs to both."""
        return days.touches(value, (self.days[0], self.days[1] + 1))


def kinds(words: str) -> set[str]:
    """The kinds of office that words name."""
    found = {name for name, pattern in _OFFICE if pattern.search(words)}
    return found - {"minister"} if len(found & {"government", "deputy minister", "foreign minister"}) else found


def check(statement: Statement, world: World) -> Sequence[Part]:
    """The holder at a date: supported by a source that names them, excluded by one that names another."""
    person = statement.subject
    words = " ".join([*(part.words for part in statement.objects), said(statement, "of")])
    if person is None or not words.strip():
        return [Part(needs="a list of who held that office")]
    asked = kinds(words)
    at = _date(statement, world)
    held = [
        one for one in _all(world) if (asked & one.office or _alike(words, one.words)) and _same_country(words, one)
    ]
    own = [one for one in held if world.same(person, one.holder) == "yes"]
    moved = bool(_MOVED.search(world.words(statement, before=24)))
    if own and (at is None or moved or any(one.at(at) for one in own)):
        votes = [_vote(world, "+", one) for one in own if at is None or moved or one.at(at)]
        return [Part(votes)]
    if at is None:
        return [Part(needs="the date meant, and a list of who held that office")]
    votes = _others(world, person, held, asked, at)
    return [Part(votes, world.one_person(person), needs="a list of who held that office")]


def _others(world: World, person: Mention, held: Sequence[Held], asked: set[str], at: Value) -> list[Vote]:
    """Who held it instead; another seat at the head of the country that the person held then makes it near."""
    near = [
        one
        for one in _all(world)
        if one.at(at) and one.office & _LEADING and asked & _LEADING and world.same(person, one.holder) == "yes"
    ]
    if near:
        return [_vote(world, "~", one) for one in near]
    if not _one_seat(asked):
        return []
    there = [one for one in held if one.at(at)]
    strange = [one for one in there if world.same(person, one.holder) == "no"]
    return [_vote(world, "-", one) for one in strange] if strange and len(strange) == len(there) else []


def _one_seat(asked: set[str]) -> bool:
    return any(asked & seat for seat in _ONE_SEAT) and "leader" not in asked


def _vote(world: World, sign: str, one: Held) -> Vote:
    says = f"{world.shown(one.holder)}: {one.words}, {days.shown(one.days)}"
    return world.vote(sign, one.fact, says, binding=True)


def _date(statement: Statement, world: World) -> Value | None:
    """The date of the clause: said, or of the event that it tells of."""
    at = statement.qualifiers.get("at")
    found = [at] if isinstance(at, Value) else values(statement, "date")
    if found:
        return found[0]
    if not isinstance(at, Mention):
        near = [value for value in find(world.sentence(statement)) if value.kind == "date"]
        return near[0] if len(near) == 1 and len(near[0].readings) <= 2 else None
    for id in days.events(world, at, at.words):
        for _, interval in days.stated(world, id, "event_date"):
            return Value(0, 0, world.shown(id), "date", *interval, "day", (interval,))
    return None


def _all(world: World) -> list[Held]:
    return world.once("offices", lambda: _held(world))


def _held(world: World) -> list[Held]:
    """All offices of the store: lists of holders, and offices of people."""
    found = []
    for fact in world.facts(predicate="office"):
        subject = world.entity(fact.subject)
        of_person = subject is not None and subject.kind == "person"
        holder, office = (fact.subject, fact.object or "") if of_person else (fact.object or "", fact.subject)
        called = [*world.called(office), *map(str, fact.qualifiers.get("aliases", ()))]
        words = " ".join([*called, office.replace("_", " ").replace(":", " ")])
        first, last = read_days(fact.qualifiers.get("from", "")), read_days(fact.qualifiers.get("to", ""))
        span = (first[0] if first else 1.0, last[1] if last else float(OPEN_END))
        shown = called[0] if called else office
        found.append(Held(fact, holder, _of_source(words), world.shown(shown), span))
    return found


def _of_source(words: str) -> set[str]:
    """The kinds of an office by all its names in a source; a party's leader is whatever its leaders are called."""
    found = kinds(words)
    if found & {"general secretary", "first secretary", "party"}:
        found |= {"party", "leader"}
    return found


def _alike(words: str, stated: str) -> bool:
    return likeness.shared(words, stated) >= 0.6 and len(likeness.stems(stated)) > 1


def _same_country(words: str, one: Held) -> bool:
    left, right = countries.named(words), countries.named(f"{one.words} {one.fact.subject.replace('_', ' ')}")
    return not left or not right or any(a == b or countries.kin(a, b) for a in left for b in right)


def president(statement: Statement, world: World) -> Sequence[Part]:
    """Who presided over a jury."""
    person = statement.subject
    words = " ".join([world.words(statement), *(part.words for part in mentions(statement.objects))])
    votes = []
    for fact in world.facts(predicate="jury_president"):
        if person is None:
            break
        same = world.same(person, fact.object)
        years = set(re.findall(r"\b(?:19|20)\d\d\b", " ".join([words, said(statement, "year"), said(statement, "at")])))
        dated = set(re.findall(r"\d{4}", " ".join([fact.subject, *world.called(fact.subject)])))
        here = not years or not dated or bool(years & dated)
        sign = "+" if same == "yes" and here else "-" if same == "no" and years & dated else "0"
        says = f"president of the jury, {world.shown(fact.subject)}: {world.shown(fact.object)}"
        votes.append(world.vote(sign, fact, says, binding=True))
    return [Part(votes, person is not None, needs="a list of juries")]
