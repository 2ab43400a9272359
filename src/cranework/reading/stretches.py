"""Where a sentence falls into stretches that each say one thing: at marks, and at words before a verb.

The stretches tile the sentence. What has no verb goes back to its neighbour, unless it judges by itself; what shares
its subject with the stretch before is loose: it stays there unless it turns out to be of another kind.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import islice, pairwise, takewhile

from .cues import JUDGING, STORY_WORDS
from .words import (
    ADVERBS,
    CONJUNCTIONS,
    DETERMINERS,
    FINITE,
    FORMS,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
    Word,
    bag,
    finite,
    words,
)

STRONG = bag("; : - -- \u2013 \u2014 ...")
"""Marks that always part two stretches."""

OWN_CLAUSE = bag("although though while whereas because since unless until till when whenever as before after once so")
"""Words behind a comma that begin a clause of its own."""

FOLDED = bag("if when whenever as after before once unless until till where wherever that")
"""A clause that begins a sentence with one of these belongs to the clause behind its comma."""

APPOSED = bag("a an one the simply truly quite very all each both not")
"""What judges behind a comma without a verb begins with one of these."""

BEFORE_SUBJECT = bag("that how why where when if did do does")
SHORT_BRACKET = 8
APPOSITION_WORDS = 3
_OPEN, _CLOSE = bag("( { ["), bag(") } ]")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch as tokens [begin, stop).

    Attributes:
        sort: the marks and words of the cut before it.
        verb: its first finite verb, or -1.
        loose: it belongs to the piece before, unless it is of another kind.
    """

    begin: int
    stop: int
    sort: str = ""
    verb: int = -1
    loose: bool = False


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
    bracket = 0
    for at, word in enumerate(tokens):
        if word.low in _OPEN and _bracket(tokens, at):
            bracket = max(bracket, _bracket(tokens, at))
        if at < bracket:
            continue
        sort = _sort(tokens, at)
        if not sort or at == 0:
            continue
        if (
            all(tokens[place].mark or tokens[place].low in CONJUNCTIONS for place in range(starts[-1], at))
            and starts[-1]
        ):
            sorts[-1] += " " + sort
        else:
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


def _bracket(tokens: Sequence[Word], at: int) -> int:
    """Behind the end of a short bracket that opens at `at`; 0 if there is none."""
    for place in range(at + 1, min(at + SHORT_BRACKET + 6, len(tokens))):
        if tokens[place].low in _CLOSE:
            return place + 1
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
        elif following and _opens(part, following, bool(found)) and not _alone(tokens, part):
            waiting = part
        elif found and not _alone(tokens, part):
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


def _judges(tokens: Sequence[Word], part: Piece) -> bool:
    return any(word.low in JUDGING for word in tokens[part.begin : part.stop])


def _alone(tokens: Sequence[Word], part: Piece) -> bool:
    """True for a piece without a verb that says something: an apposition that judges, a side of a strong mark."""
    sorts = set(part.sort.split())
    inner = [word for word in tokens[part.begin : part.stop] if not word.mark]
    if sorts & STRONG:
        return len(inner) >= 2
    if "," not in sorts or len(inner) < APPOSITION_WORDS:
        return False
    opening = inner[0].low if inner[0].low not in CONJUNCTIONS else inner[1].low
    if FORMS.get(opening) == "ing" or (opening.endswith("ing") and opening not in JUDGING):
        return True
    return opening in APPOSED and _judges(tokens, part)


def _choice(tokens: Sequence[Word], found: list[Piece], part: Piece) -> str:
    """``cut``, ``join`` or ``loose`` for the place between what was found and the next piece."""
    before = found[-1]
    sorts = part.sort.split()
    if set(sorts) & STRONG or "(" in sorts:
        return "cut"
    last = sorts[-1]
    comma = "," in sorts
    if before.verb < 0 and not (last == "but" and comma and before.stop - before.begin >= APPOSITION_WORDS):
        return "join"
    if part.verb < 0:
        return "loose" if _begins_with_participle(tokens, part) else "cut"
    subject = _own_subject(tokens, part)
    if last in RELATIVES:
        return "cut" if comma else "loose"
    if last == "about":
        return "loose"
    if last in SUBORDINATORS and last not in CONJUNCTIONS:
        return "cut" if comma and last in OWN_CLAUSE else "join"
    if last == "but":
        return "cut" if comma or subject else "loose"
    if last in CONJUNCTIONS:
        if not comma and (last == "or" or _two_subjects(tokens, part)):
            return "join"
        return "cut" if subject else "loose"
    return _at_comma(tokens, found, part, subject)


def _at_comma(tokens: Sequence[Word], found: list[Piece], part: Piece, subject: bool) -> str:
    """The choice at a plain comma before a verb."""
    before = found[-1]
    opening = next((word.low for word in tokens[before.begin : before.stop] if not word.mark), "")
    if not subject:
        return "cut" if set(before.sort.split()) & RELATIVES or _relative_inside(tokens, before) else "loose"
    if opening in FOLDED and not _apposed(tokens, part) and (len(found) == 1 or not before.sort.startswith(",")):
        return "join"
    return "loose" if _begins_with_participle(tokens, part) else "cut"


def _two_subjects(tokens: Sequence[Word], part: Piece) -> bool:
    """True if "and" joins two nouns before one verb: "that A and B became", "did A and B"."""
    for at in range(part.begin - 1, max(part.begin - 9, -1), -1):
        if tokens[at].low in BEFORE_SUBJECT:
            return part.begin - at > 1
        if finite(tokens, at):
            return False
    return False


def _relative_inside(tokens: Sequence[Word], piece: Piece) -> bool:
    """True if the piece is a subject with a clause behind a comma, and its own verb is still to come."""
    for at in range(piece.begin + 1, piece.verb if piece.verb > 0 else piece.begin):
        if tokens[at].low in RELATIVES and tokens[at - 1].low == ",":
            return True
    return False


def _apposed(tokens: Sequence[Word], part: Piece) -> bool:
    opening = next((word.low for word in tokens[part.begin : part.stop] if not word.mark), "")
    return opening in ("a", "an", "one") and _judges(tokens, part)


def _begins_with_participle(tokens: Sequence[Word], part: Piece) -> bool:
    opening = [word.low for word in tokens[part.begin : part.begin + 4] if not word.mark and word.low not in ADVERBS]
    opening = [low for low in opening if not low.endswith("ly") and low not in CONJUNCTIONS]
    return bool(opening) and opening[0].endswith("ing") and (opening[0] in FORMS or opening[0] not in JUDGING)


def _own_subject(tokens: Sequence[Word], part: Piece) -> bool:
    """True if a noun or a pronoun stands before the piece's verb."""
    between = [
        word
        for word in tokens[part.begin : part.verb]
        if not word.mark and word.low not in ADVERBS | CONJUNCTIONS | FINITE and not word.low.endswith("ly")
    ]
    if tokens[part.verb].low.endswith(("'s", "'re", "'ve", "'ll", "'d", "'m")) and not between:
        return True
    return any(
        word.low not in PREPOSITIONS | DETERMINERS | {"to"} or word.low in ("this", "that", "all", "some")
        for word in between
    )
