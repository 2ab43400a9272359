"""Where a sentence falls into stretches that each say one thing: at marks, and at words before a verb.

The stretches tile the sentence. What has no verb goes back to its neighbour, unless it judges by itself; what shares
its subject with the stretch before is loose: it stays there unless it turns out to be of another kind.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice, pairwise, takewhile

from .clauses import (
    STRONG,
    Piece,
    alone,
    apposed,
    begins_with_participle,
    inner,
    own_subject,
    relative_inside,
    says,
    that_clause,
    two_subjects,
)
from .cues import STORY_WORDS
from .words import (
    ADVERBS,
    CONJUNCTIONS,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
    Word,
    bag,
    finite,
    words,
)

OWN_CLAUSE = bag("although though while whereas because since unless until till when whenever as before after once so")
"""Words behind a comma that begin a clause of its own."""

FOLDED = bag("if when whenever as after before once unless until till where wherever that")
"""A clause that begins a sentence with one of these belongs to the clause behind its comma."""

LONGEST_SORT = 20
SHORT_BRACKET = 8
"""Words up to which what stands in brackets parts nothing."""

_OPEN, _CLOSE, _DASHES = bag("( { ["), bag(") } ]"), bag("- -- \u2013 \u2014")


def cut(sentence: str) -> tuple[tuple[int, int], ...]:
    """Offsets in the sentence of the stretches that tile it."""
    tokens = words(sentence)
    firm = [piece for piece in pieces(tokens) if not piece.loose]
    starts = [0] + [tokens[piece.begin].start for piece in firm[1:]] + [len(sentence)]
    return tuple(pairwise(starts)) if sentence else ()


def pieces(tokens: Sequence[Word]) -> list[Piece]:
    """The stretches of a sentence, from left to right; every token is in one of them."""
    verbs = [at for at in range(len(tokens)) if finite(tokens, at)]
    parts = _segments(tokens, verbs)
    parts = _gather(tokens, parts)
    found: list[Piece] = []
    for part in parts:
        if not found:
            found.append(part)
            continue
        choice = _choice(tokens, found, part)
        if choice == "join":
            before = found[-1]
            found[-1] = replace(before, stop=part.stop, verb=before.verb if before.verb >= 0 else part.verb)
        else:
            found.append(replace(part, loose=choice == "loose"))
    return found


def _segments(tokens: Sequence[Word], verbs: list[int]) -> list[Piece]:
    """Pieces between all places where a cut may be made; marks belong to the piece behind them."""
    starts, sorts = [0], [""]
    bracket = told = 0
    for at in range(len(tokens)):
        if at >= bracket:
            bracket = _aside(tokens, verbs, starts[-1], at)
        if at < bracket:
            continue
        sort = _sort(tokens, at)
        if not sort or at == 0:
            continue
        while told < at and (tokens[told].mark or tokens[told].low in CONJUNCTIONS):
            told += 1
        if told == at and starts[-1]:
            if len(sorts[-1]) < LONGEST_SORT:
                sorts[-1] += " " + sort
        else:
            told = at
            starts.append(at)
            sorts.append(sort)
    found = []
    place = 0
    for begin, stop, sort in zip(starts, [*starts[1:], len(tokens)], sorts, strict=True):
        while place < len(verbs) and verbs[place] < begin:
            place += 1
        inside = list(takewhile(stop.__gt__, islice(verbs, place, None)))
        found.append(Piece(begin, stop, sort, _main(tokens, begin, inside)))
    return found


def _main(tokens: Sequence[Word], begin: int, verbs: list[int]) -> int:
    """The first verb that is not that of a clause with "that" inside; -1 if there is none."""
    for verb in verbs:
        before = verb - 1
        while before > begin and (tokens[before].low in ADVERBS or tokens[before].low.endswith("ly")):
            before -= 1
        if before < begin + 1 or tokens[before].low != "that":
            return verb
    return -1


def _aside(tokens: Sequence[Word], verbs: list[int], start: int, at: int) -> int:
    """Behind the end of a short aside that opens at `at`: a bracket, or dashes before the verb; 0 if there is none."""
    low = tokens[at].low
    if low not in _OPEN and not (low in _DASHES and at):
        return 0
    for place in range(at + 1, min(at + SHORT_BRACKET + 6, len(tokens))):
        if low in _OPEN and tokens[place].low in _CLOSE:
            return place + 1
        if low in _DASHES and tokens[place].low == low:
            told = bisect_left(verbs, start) < bisect_left(verbs, at)
            return 0 if told else place + 1
    return 0


def _sort(tokens: Sequence[Word], at: int) -> str:
    """What kind of place for a cut a token is, or nothing."""
    low = tokens[at].low
    after = tokens[at + 1].low if at + 1 < len(tokens) else ""
    if low in STRONG or low == ",":
        return low
    if low in _OPEN | _CLOSE:
        return "("
    if low == "as":
        return "" if after == "well" or tokens[at - 1].low in ("well", "such", "just", "same", "as") else low
    if low == "so" and tokens[at - 1].low not in (",", ";"):
        return ""
    if low in CONJUNCTIONS or low in RELATIVES or (low in SUBORDINATORS and low != "that"):
        return "" if tokens[at - 1].low in PREPOSITIONS and low in RELATIVES else low
    if low == "about" and any(word.low in STORY_WORDS for word in tokens[max(0, at - 3) : at]):
        return low
    return ""


def _gather(tokens: Sequence[Word], parts: list[Piece]) -> list[Piece]:
    """Pieces without a verb go to a neighbour: openings to the right, all else to the left."""
    found: list[Piece] = []
    waiting: Piece | None = None
    for at, part in enumerate(parts):
        if waiting is not None:
            part = replace(part, begin=waiting.begin, sort=waiting.sort)
            waiting = None
        following = parts[at + 1].sort.split() if at + 1 < len(parts) else []
        if part.verb >= 0:
            found.append(part)
        elif following and _opens(part, following, bool(found)) and not alone(tokens, part):
            waiting = part
        elif found and not alone(tokens, part):
            found[-1] = replace(found[-1], stop=part.stop)
        else:
            found.append(part)
    return found


def _opens(part: Piece, following: list[str], inside: bool) -> bool:
    """True if a piece without a verb belongs to what follows it."""
    sorts = part.sort.split()
    if set(following) & STRONG or "(" in following:
        return False
    if set(sorts) & RELATIVES or (not inside and following != [",", "but"]):
        return True
    return bool(set(sorts) & STRONG or set(sorts[1:]) & CONJUNCTIONS) and not set(following) & CONJUNCTIONS


def _choice(tokens: Sequence[Word], found: list[Piece], part: Piece) -> str:
    """``cut``, ``join`` or ``loose`` for the place between what was found and the next piece."""
    before = found[-1]
    sorts = part.sort.split()
    if set(sorts) & STRONG or "(" in sorts:
        return "cut"
    last = sorts[-1]
    comma = "," in sorts
    if (
        before.verb < 0
        and not (last == "but" and comma and says(tokens, before))
        and not (comma and "," in before.sort and alone(tokens, before))
    ):
        return "join"
    if part.verb < 0:
        return "loose" if begins_with_participle(tokens, part) else "cut"
    subject = own_subject(tokens, part)
    if last in RELATIVES:
        return "cut" if comma else "loose"
    if last == "about":
        return "loose"
    if last in SUBORDINATORS and last not in CONJUNCTIONS:
        return "cut" if comma and last in OWN_CLAUSE else "join"
    if last == "but" and tokens[inner(tokens, part)].low == "also":
        return "join"
    if last == "but":
        return "cut" if comma or subject else "loose"
    if last in CONJUNCTIONS:
        if not comma and (last == "or" or two_subjects(tokens, part) or that_clause(tokens, before)):
            return "join"
        return "cut" if subject else "loose"
    return _at_comma(tokens, found, part, subject)


def _at_comma(tokens: Sequence[Word], found: list[Piece], part: Piece, subject: bool) -> str:
    """The choice at a plain comma before a verb."""
    before = found[-1]
    opening = next((word.low for word in tokens[before.begin : before.stop] if not word.mark), "")
    if not subject:
        return "cut" if set(before.sort.split()) & RELATIVES or relative_inside(tokens, before) else "loose"
    if opening in FOLDED and not apposed(tokens, part) and (len(found) == 1 or not before.sort.startswith(",")):
        return "join"
    return "loose" if begins_with_participle(tokens, part) else "cut"
