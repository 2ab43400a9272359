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
    title,
)
from cranework.reading.statements.context import Context
from cranework.reading.statements.mask import mask

FAMILIES = tuple(
    module.FAMILY
    for module in (
        credit, role, award, date, event_order, duration, quantity, office, first, release, title, form, quotation
    )
)  # fmt: skip


def find(sentence: Sentence, mentions: Sequence[Mention], values: Sequence[Value], context: Context) -> list[Statement]:
    """All statements of the strong families in a sentence, in the order of the text."""
    masked = mask(sentence, (*mentions, *values), context.friends)
    found = [statement for family in FAMILIES for statement in family.find(masked, context)]
    return sorted(found, key=lambda statement: (statement.start, statement.end, statement.kind))


__all__ = ["FAMILIES", "Context", "find"]
