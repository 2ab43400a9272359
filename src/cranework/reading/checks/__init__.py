"""One file, one family of predicates: each lets the sources vote on a statement; `judge` asks the one that fits."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from cranework.reading import verdicts
from cranework.reading.checks import (
    award,
    credit,
    dates,
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
from cranework.reading.model import Judgement, Kind, Mention, Statement
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
    if statement.polarity == "negative" and not denied(statement, world):
        statement = replace(statement, polarity="positive")
    if statement.kind in JUDGED_BY_NOBODY:
        return verdicts.unasked(JUDGED_BY_NOBODY[statement.kind], statement.predicate)
    if statement.kind in BY_FILM:
        return BY_FILM[statement.kind](statement, world)
    if statement.kind == "reception":
        return _reception(statement)
    check = BY_PREDICATE.get(statement.predicate) or BY_KIND[statement.kind]
    return verdicts.weigh(statement, check(statement, world))


_DENIAL = re.compile(
    r"\b(?:not|never|no|nobody|no one|none|neither|nor|without|hardly|nothing(?! (?:but|except|else|more))|cannot"
    r"|untrue|false(?:ly)?|wrong(?:ly)?|nonsense|myth|den(?:y|ies|ied)|far from|fail(?:s|ed)?|anything but|instead of"
    r"|rather than|contrary|mistaken(?:ly)?|other than)\b|n't\b",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"\([^()]{0,200}\)")


def denied(statement: Statement, world: World) -> bool:
    """Whether a denial stands in a negated statement or near it; one in a title or a bracket denies nothing.

    Without the text there is nothing to look at, and the statement is taken as it is.
    """
    if not world.text:
        return True
    words = world.words(statement)
    parts = [statement.subject, *statement.objects, *statement.qualifiers.values()]
    for part in parts:
        if isinstance(part, Mention) and part.kind == "film":
            words = words.replace(part.words, " ")
    before = world.text[max(0, statement.start - 40) : statement.start]
    after = world.text[statement.end : statement.end + 40]
    return bool(_DENIAL.search(f"{before} {_ASIDE.sub(' ', words)} {after}"))


def _reception(statement: Statement) -> Judgement:
    """What critics and audiences said: sources of that kind are not at hand."""
    if statement.modality in ("hypothetical", "ironic"):
        return verdicts.weigh(statement, ())
    return verdicts.silent(statement.predicate, "reviews and reports of the time")
