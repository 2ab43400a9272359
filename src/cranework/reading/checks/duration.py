"""How long a film runs, in all its versions and at television speed; how long an event lasted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from cranework.reading.checks import days
from cranework.reading.checks.world import World, said, values
from cranework.reading.model import Statement, Value
from cranework.reading.values.units import DAY, YEAR
from cranework.reading.verdicts import Part, Vote
from cranework.references.model import Fact

NEAR_SHARE, NEAR_S = 0.03, 60.0
"""Within three hundredths and a minute of a stated running time is the same."""
FAR_SHARE, FAR_S = 0.12, 600.0
"""Beyond twelve hundredths and ten minutes of every version is another."""
PAL = 24 / 25
"""Television of fifty fields shows 24 pictures a second as 25."""
SOUND_SPEED = date(1930, 1, 1).toordinal()
"""Films before ran at any speed."""
_PIECE = re.compile(
    r"\b(?:first|last|final|opening|closing|next|remaining|another|every|each|extra|additional|missing|previous"
    r"|scenes?|shots?|sequence|footage|takes?|shorter|longer|cut from|added|into (?:the|it)|before the end"
    r"|wait(?:ed|ing)?"
    r"|later|ago)\b",
    re.IGNORECASE,
)
"""Words by which a length is that of a piece of the film."""
_BESIDE = re.compile(
    r"\b(?:documentar\w+|extras?|featurettes?|commentar\w+|interviews?|bonus|trailers?|prologue|intermission|overture"
    r"|short film|pilot|concert|play|opera|miniseries|series|party|flight|journey|war|battle)\b",
    re.IGNORECASE,
)
"""What else lasts."""
_VERSION = re.compile(
    r"\b(?:versions?|edition|cut(?: (?:to|by|down|from))?|shortened|abridged|trimmed|re-?edited|extended|restored"
    r"|censored"
    r"|print|reels?|part (?:one|two|i|ii|1|2)|episodes?)\b",
    re.IGNORECASE,
)
"""Words that tell of a version of which the sources may not know."""
EVENT_SHARE = 0.12
HALF_A_YEAR = float(YEAR) / 2


def runtime(statement: Statement, world: World) -> Sequence[Part]:
    """The running time: within any version supports; outside all of them, and far, excludes."""
    film, lasting = world.film_of(statement), values(statement, "duration")
    if film is None or not lasting:
        return [Part(needs="a source with its running time")]
    facts = [fact for fact in world.facts(film, "runtime_min") if fact.lo is not None and fact.hi is not None]
    silent = any(interval[0] < SOUND_SPEED for _, interval in days.of_film(world, film))
    beside = world.words(statement, before=48)
    if _BESIDE.search(beside) or _PIECE.search(world.words(statement, before=16) + world.following(statement)):
        return [Part(needs="the film")]
    parts = []
    for value in lasting[:3]:
        votes = [_runs(world, value, fact, silent) for fact in facts]
        if any(vote.sign == "+" for vote in votes):
            votes = [vote for vote in votes if vote.sign == "+"]
        elif _between(value, facts):
            votes = [Vote("~", vote.says, vote.source) if vote.sign == "-" else vote for vote in votes]
        if _VERSION.search(world.sentence(statement)):
            votes = [replace(vote, sign="~") if vote.sign == "-" else vote for vote in votes]
        parts.append(Part(votes, world.film_is_sure(statement), needs="a source with its running time, or the film"))
    return parts


def _runs(world: World, value: Value, fact: Fact, silent: bool) -> Vote:
    assert fact.lo is not None and fact.hi is not None
    version = fact.qualifiers.get("version")
    says = f"runs {fact.lo / 60:g} minutes{f' ({version})' if version else ''}"
    if _touches(value, fact.lo * (1 - NEAR_SHARE) - NEAR_S, fact.hi * (1 + NEAR_SHARE) + NEAR_S):
        return world.vote("+", fact, says)
    fast = fact.lo * PAL
    if _touches(value, fast - NEAR_S, fact.hi * PAL + NEAR_S):
        return world.vote("~", fact, f"{says}; {fast / 60:.0f} at 25 pictures a second")
    low = fact.lo - max(FAR_SHARE * fact.lo, FAR_S)
    high = fact.hi + max(FAR_SHARE * fact.hi, FAR_S)
    sign = "~" if silent or _touches(value, low, high) else "-"
    return world.vote(sign, fact, says, binding=True)


def _between(value: Value, facts: Sequence[Fact]) -> bool:
    """Whether a length lies between two versions: there may be a third."""
    low = min((fact.lo for fact in facts if fact.lo is not None), default=0.0)
    high = max((fact.hi for fact in facts if fact.hi is not None), default=0.0)
    return low < value.lo and value.hi < high


def _touches(value: Value, low: float, high: float) -> bool:
    return value.lo <= high and low <= value.hi


def lasted(statement: Statement, world: World) -> Sequence[Part]:
    """How long an event lasted: as a source says, or from its first day to its last."""
    lasting = values(statement, "duration")
    if not lasting:
        return [Part(needs="a source on how long it lasted")]
    value, votes = lasting[0], []
    clause = f"{statement.subject.words if statement.subject else ''} {said(statement, 'of')} {world.words(statement)}"
    for subject, fact, low, high in _spans(world, statement, clause):
        slack = max(HALF_A_YEAR if value.hi > YEAR else 0.0, EVENT_SHARE * high)
        inside, near = _touches(value, low, high), _touches(value, low - slack, high + slack)
        says = f"{world.shown(subject)} lasted {low / float(YEAR):.1f} years"
        votes.append(world.vote("+" if inside else "~" if near else "-", fact, says, binding=True))
    if any(vote.sign == "+" for vote in votes):
        votes = [vote for vote in votes if vote.sign == "+"]
    sure = statement.subject is not None and not statement.subject.doubtful and len(votes) == 1
    return [Part(votes, sure, needs="a source on how long it lasted")]


def _spans(world: World, statement: Statement, clause: str) -> list[tuple[str, Fact, float, float]]:
    found = []
    meant = days.kinds_of(clause)
    for fact in world.facts(predicate="duration_years"):
        called = " ; ".join([*world.called(fact.subject), fact.subject.partition(":")[2].replace("_", " ")])
        own = statement.subject is not None and statement.subject.entity == fact.subject
        if fact.lo is not None and fact.hi is not None and (own or meant & days.kinds_of(_war(called))):
            found.append((fact.subject, fact, fact.lo, fact.hi))
    for id in days.events(world, statement.subject, clause):
        for fact, (low, high) in days.stated(world, id, "event_date"):
            if high - low > 1:
                found.append((id, fact, (high - low) * DAY, (high - low) * DAY))
    return found


def _war(called: str) -> str:
    """The words of an id made readable for the table of events."""
    return called.replace("eastern war", "german-soviet war")
