"""One file, one family of predicates: each lets the sources vote on a statement; `judge` asks the one that fits."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from cranework.reading import verdicts
from cranework.reading.checks import (
    award,
    credit,
    dates,
    doubts,
    duration,
    first,
    form,
    office,
    order,
    quantity,
    release,
    role,
    titles,
)
from cranework.reading.checks.world import World
from cranework.reading.model import Judgement, Kind, Statement
from cranework.reading.verdicts import Part

Check = Callable[[Statement, World], Sequence[Part]]

BY_PREDICATE: Mapping[str, Check] = {
    "based_on": credit.based_on, "sequel_of": credit.based_on, "filmography": credit.filmography,
    "plays": role.plays, "relation": role.relation, "profession": role.profession,
    "nomination": award.nomination,
    "born": dates.life, "died": dates.life, "lifespan": dates.lifespan, "event_date": dates.event,
    "alive_at": order.alive, "age": order.age,
    "runtime_min": duration.runtime, "duration_years": duration.lasted,
    "jury_president": office.president,
}  # fmt: skip
BY_KIND: Mapping[Kind, Check] = {
    "credit": credit.check, "role": role.plays, "award": award.check, "date": dates.event, "event_order": order.check,
    "duration": duration.lasted, "quantity": quantity.check, "office": office.check, "first": first.check,
    "release": release.check, "title": titles.check,
}  # fmt: skip
BY_FILM: Mapping[Kind, Callable[[Statement, World], Judgement]] = {
    "form": form.form, "scene": form.scene, "quotation": form.quotation,
}  # fmt: skip
JUDGED_BY_NOBODY: Mapping[Kind, str] = {
    "opinion": "an opinion", "plot": "a telling of the story, which is nowhere written down to compare with",
}  # fmt: skip


def judge(statement: Statement, world: World) -> Judgement:
    """What a statement is worth, by the sources and the film, with the evidence."""
    statement = doubts.without_false_denial(statement, world)
    if statement.kind in JUDGED_BY_NOBODY:
        return verdicts.unasked(JUDGED_BY_NOBODY[statement.kind], statement.predicate)
    if statement.kind in BY_FILM:
        return _asked(BY_FILM[statement.kind], statement, world)
    if statement.kind == "reception":
        return _reception(statement)
    check = BY_PREDICATE.get(statement.predicate) or BY_KIND[statement.kind]
    judgement = _asked(lambda said, world: verdicts.weigh(said, check(said, world)), statement, world)
    return form.length(statement, world, judgement) if statement.predicate == "runtime_min" else judgement


def _asked(check: Callable[[Statement, World], Judgement], statement: Statement, world: World) -> Judgement:
    """A judgement; before `refuted`, the sentence is looked at once more.

    A statement without a cue is only likely to say what was asked of it: it may be supported, and no more.
    """
    judgement = check(statement, world)
    if statement.runner_up is not None and judgement.verdict in ("refuted", "differs"):
        evidence = tuple(replace(one, rule=f"{statement.predicate}: no cue") for one in judgement.evidence)
        return Judgement("unverified", verdicts.UNTOLD, evidence)
    doubted = doubts.in_doubt(statement, world) if judgement.verdict == "refuted" else None
    return judgement if doubted is None else check(doubted, world)


def _reception(statement: Statement) -> Judgement:
    """What critics and audiences said: sources of that kind are not at hand."""
    if statement.modality in ("hypothetical", "ironic"):
        return verdicts.weigh(statement, ())
    return verdicts.silent(statement.predicate, "reviews and reports of the time")
