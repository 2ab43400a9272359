"""What a piece of a sentence is, as far as closed classes tell: a judgement, an apposition, a clause of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .cues import JUDGING
from .words import ADVERBS, CONJUNCTIONS, DETERMINERS, FINITE, FORMS, PREPOSITIONS, RELATIVES, SAYING, Word, bag, finite

STRONG = bag("; : - -- \u2013 \u2014 .. ... ....")
"""Marks that always part two stretches."""

APPOSED = bag("a an one the simply truly quite very all each both not")
"""What judges behind a comma without a verb begins with one of these."""

BEFORE_SUBJECT = bag("that how why where when if did do does")

SAID = SAYING | bag("announces announced reveals revealed shows showed learns learned discovers discovered realizes")

APPOSITION_WORDS = 3
WITHIN = 60
"""Tokens that are looked at for one question: more would make long sentences slow."""


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


def judges(tokens: Sequence[Word], part: Piece) -> bool:
    """True for a piece with a word that judges."""
    return any(word.low in JUDGING for word in tokens[part.begin : min(part.stop, part.begin + WITHIN)])


def says(tokens: Sequence[Word], piece: Piece) -> bool:
    """True for a piece without a verb before ", but" that is no mere adverb."""
    return piece.stop - piece.begin >= APPOSITION_WORDS or judges(tokens, piece)


def alone(tokens: Sequence[Word], part: Piece) -> bool:
    """True for a piece without a verb that says something: an apposition that judges, a side of a strong mark."""
    sorts = set(part.sort.split())
    inner = [word for word in tokens[part.begin : min(part.stop, part.begin + WITHIN)] if not word.mark]
    if sorts & STRONG:
        return len(inner) >= 2
    if "," not in sorts or len(inner) < APPOSITION_WORDS:
        return False
    opening = inner[0].low if inner[0].low not in CONJUNCTIONS else inner[1].low
    if FORMS.get(opening) == "ing" or (opening.endswith("ing") and opening not in JUDGING):
        return True
    return opening in APPOSED and judges(tokens, part)


def two_subjects(tokens: Sequence[Word], part: Piece) -> bool:
    """True if "and" joins two nouns before one verb: "that A and B became", "did A and B"."""
    for at in range(part.begin - 1, max(part.begin - 9, -1), -1):
        if tokens[at].low in BEFORE_SUBJECT or tokens[at].low == ",":
            return part.begin - at > 1
        if finite(tokens, at):
            return False
    return False


def that_clause(tokens: Sequence[Word], piece: Piece) -> bool:
    """True if the piece hands something on with "that": what "and" adds is handed on as well."""
    return any(
        tokens[at].low == "that" and tokens[at - 1].low in SAID
        for at in range(piece.verb + 1, min(piece.stop, piece.verb + WITHIN))
    )


def inner(tokens: Sequence[Word], piece: Piece) -> int:
    """The first token of a piece that is neither a mark nor joins it."""
    at = piece.begin
    while at + 1 < piece.stop and (tokens[at].mark or tokens[at].low in CONJUNCTIONS):
        at += 1
    return at


def relative_inside(tokens: Sequence[Word], piece: Piece) -> bool:
    """True if the piece is a subject with a clause behind a comma, and its own verb is still to come."""
    for at in range(max(piece.begin + 1, piece.verb - WITHIN), piece.verb):
        if tokens[at].low in RELATIVES and tokens[at - 1].low == ",":
            return True
    return False


def apposed(tokens: Sequence[Word], part: Piece) -> bool:
    """True for "a ..." or "one ..." that judges, behind a comma."""
    opening = next((word.low for word in tokens[part.begin : part.stop] if not word.mark), "")
    return opening in ("a", "an", "one") and judges(tokens, part)


def begins_with_participle(tokens: Sequence[Word], part: Piece) -> bool:
    """True for a piece that begins with "...ing"."""
    opening = [word.low for word in tokens[part.begin : part.begin + 4] if not word.mark and word.low not in ADVERBS]
    opening = [low for low in opening if not low.endswith("ly") and low not in CONJUNCTIONS]
    return (
        bool(opening)
        and opening[0].endswith("ing")
        and "-" not in opening[0]
        and (opening[0] in FORMS or opening[0] not in JUDGING)
    )


def own_subject(tokens: Sequence[Word], part: Piece) -> bool:
    """True if a noun or a pronoun stands before the piece's verb."""
    between = [
        word
        for word in tokens[max(part.begin, part.verb - WITHIN) : part.verb]
        if not word.mark and word.low not in ADVERBS | CONJUNCTIONS | FINITE and not word.low.endswith("ly")
    ]
    if tokens[part.verb].low.endswith(("'s", "'re", "'ve", "'ll", "'d", "'m")) and not between:
        return True
    return any(
        word.low not in PREPOSITIONS | DETERMINERS | {"to"} or word.low in ("this", "that", "all", "some")
        for word in between
    )
