"""The families of statements: what each finds in a sentence, by its table of cues."""

from __future__ import annotations

from collections.abc import Sequence

from cranework.reading.model import Mention, Sentence, Statement, Value
from cranework.reading.statements import (
    award,
    credit,
    date,
    duration,
    event_order,
    first,
    form,
    office,
    quantity,
    quotation,
    release,
    role,
    scene,
    title,
)
from cranework.reading.statements.clause import filled
from cranework.reading.statements.context import Context
from cranework.reading.statements.mask import mask

FAMILIES = tuple(
    module.FAMILY
    for module in (
        credit, role, award, date, event_order, duration, quantity, office, first, release, title, form, quotation,
        scene,
    )
)  # fmt: skip


SWALLOWED = frozenset(
    {
        ("first", "award"), ("release", "date"),
        ("release", "event_order"), ("quantity", "release"), ("quantity", "first"), ("event_order", "date"),
        ("award", "first"),
        ("credit", "credit"), ("role", "credit"), ("office", "credit"), ("award", "release"),
        ("date", "release"), ("quotation", "quotation"), ("form", "scene"),
    }
)  # fmt: skip
"""Kinds that bring the other along: the first film to win a prize tells of no second statement, the prize."""


WIDE = frozenset({"plays", "based_on"})
"""Predicates that swallow others of their kind: whose novel a film was made from is told with the novel."""


def find(sentence: Sentence, mentions: Sequence[Mention], values: Sequence[Value], context: Context) -> list[Statement]:
    """All statements of the strong families in a sentence, in the order of the text."""
    masked = mask(sentence, (*mentions, *values), context.friends)
    found = _outer([statement for family in FAMILIES for statement in family.find(masked, context)])
    found = filled(sentence, found)
    return sorted(found, key=lambda statement: (statement.start, statement.end, statement.kind))


def _outer(found: Sequence[Statement]) -> list[Statement]:
    """Without those that only repeat, in its own words, a part of a larger statement."""
    return [
        inner
        for inner in found
        if not _dated(inner, found)
        and not any(
            (outer.kind, inner.kind) in SWALLOWED and _holds(outer, inner)
            for outer in found
            if outer is not inner
            and not (outer.kind == "role" and inner.kind == "credit" and inner.predicate != "cast")
            and (outer.kind != inner.kind or (outer.predicate in WIDE and inner.predicate not in WIDE))
        )
    ]


def _dated(loose: Statement, found: Sequence[Statement]) -> bool:
    """Whether a statement only says when, and its date stands in another."""
    return loose.predicate in ("when", "decade") and any(
        one.start < loose.end and loose.start < one.end for one in found if one.predicate not in ("when", "decade")
    )


def _holds(outer: Statement, inner: Statement) -> bool:
    """Whether one statement lies within another and is shorter."""
    return outer.start <= inner.start and inner.end <= outer.end and outer.end - outer.start > inner.end - inner.start


__all__ = ["FAMILIES", "Context", "find"]
