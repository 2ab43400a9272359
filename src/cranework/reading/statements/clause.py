"""A statement that fills its clause: where the clause begins and ends, by the stretches that tile the sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from cranework.reading.model import Sentence, Statement
from cranework.reading.statements.family import CLAUSE, clause_end, trimmed
from cranework.reading.stretches import cut

LONGEST_CLAUSE = 220
"""Characters; a longer clause says more than one thing."""

_SAID = re.compile(
    r"\b(?:notes?|noted|know|wonder|says?|said|think|believe|fact|illustrates?|interesting|seems?|means|true|clear|feel"
    r"|realize|guess|suppose|shows?|suggests?|claims?|heard|odd|strange|surpris\w+|pity|shame|remember|learn\w*)\b"
    r"(?: [\w-]+){0,2} that\s|^(?:i|we) (?:think|realized?|know|believe|guess|suppose|feel|heard|read|understand)\s"
    r"(?:that\s)?",
    re.IGNORECASE,
)
"""Words that tell how sure a clause is, and no part of it."""

_HEADS = re.compile(r"(?:^|[\s,])(who|which)\s|(?<=\w),\s()(?=\w)", re.IGNORECASE)
"""Where within a stretch the clause begins that counts."""
SHORTEST_REST = 4

_stretches = lru_cache(maxsize=4)(cut)


def filled(sentence: Sentence, statements: Sequence[Statement]) -> list[Statement]:
    """The statements, those that tell with their whole clause as long as it; a kind says its words once."""
    kept = [one for one in statements if CLAUSE not in one.qualifiers]
    for one in statements:
        if CLAUSE not in one.qualifiers:
            continue
        grown = _grown(sentence, one)
        alike = [other for other in kept if other.kind == grown.kind]
        if any(_most(other, grown) for other in alike):
            continue
        kept = [other for other in kept if other.kind != grown.kind or other.objects or not _within(other, grown)]
        kept.append(grown)
    return kept


def _within(inner: Statement, outer: Statement) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _most(told: Statement, grown: Statement) -> bool:
    """Whether a statement tells at least half of what another would."""
    shared = min(told.end, grown.end) - max(told.start, grown.start)
    return 2 * shared >= grown.end - grown.start


def _grown(sentence: Sentence, statement: Statement) -> Statement:
    """A statement over the stretches that it touches, unless they are too long."""
    qualifiers = {name: value for name, value in statement.qualifiers.items() if name != CLAUSE}
    first, last = statement.start - sentence.start, statement.end - sentence.start
    touched = [piece for piece in _stretches(sentence.text) if piece[0] < last and first < piece[1]]
    start = min(first, touched[0][0])
    frame = [found.end() for found in _SAID.finditer(sentence.text, start, first + 1)]
    heads = [max(found.start(1), found.start(2)) for found in _HEADS.finditer(sentence.text, start, first)]
    end = max(last, touched[-1][1])
    stop = clause_end(sentence.text, last)
    if stop - last >= SHORTEST_REST:
        end = min(end, stop)
    start, end = trimmed(sentence.text, max([start, *frame, *heads]), max(last, end))
    if end - start > LONGEST_CLAUSE:
        start, end = first, last
    return replace(statement, start=sentence.start + start, end=sentence.start + end, qualifiers=qualifiers)
