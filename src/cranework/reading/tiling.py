"""What the strong cues left of a sentence: likely stretches become weak statements, the rest is `unread` with a reason.

Strong statements keep their spans. A stretch that says what one of them says is none; a longer one that holds some is
a statement of its own beside them, if it is likely enough.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .clues import Clues
from .likely import Likely, likely
from .model import THE_FILM, Kind, Mention, Sentence, Statement, Unread, Value
from .nothing import why_nothing
from .statements.context import OTHER_FILM
from .stretches import pieces
from .words import CLOSED, CONJUNCTIONS, Word

LEAST_PRIOR, MOST_PRIOR = 0.3, 0.9
"""A weak statement's prior is the share of its kind, within these."""

ASKS_NO_SOURCE: tuple[Kind, ...] = ("opinion", "plot", "reception", "scene", "form", "quotation")
"""Kinds for which whoever is meant is asked of the film, or of nobody. Of all others it is not known who or which film
is meant where no cue has told it: nothing may be refuted.
"""

OUTWEIGHED = ("about the writer or the reader", "too short to say anything")
"""Reasons against a statement that a likely stretch outweighs."""

NO_STATEMENT = "no likely statement"


def tile(
    sentence: Sentence, strong: Sequence[Statement], mentions: Sequence[Mention] = (), values: Sequence[Value] = ()
) -> tuple[list[Statement], list[Unread]]:
    """Weak statements and unread stretches of a sentence; offsets are those of the clean copy."""
    clues = Clues(sentence, strong, mentions, values)
    weak: list[Statement] = []
    left: list[Unread] = []
    for one in likely(clues):
        said = clues.tokens[one.begin : one.stop]
        reason = _why_nothing(sentence, said)
        start, end = sentence.start + said[0].start, sentence.start + said[-1].end
        if reason and reason not in OUTWEIGHED:
            left.append(Unread(start, end, reason))
        else:
            weak.append(_statement(start, end, one))
    left += _rest(sentence, clues, (*strong, *weak), left)
    left += _values(strong, values, left)
    return sorted(weak, key=lambda one: (one.start, one.end)), sorted(left, key=lambda one: (one.start, one.end))


def _why_nothing(sentence: Sentence, said: Sequence[Word]) -> str:
    asked = "?" in sentence.text[said[-1].end : said[-1].end + 3]
    return why_nothing(sentence.text[said[0].start : said[-1].end], said, asked)


def _statement(start: int, end: int, one: Likely) -> Statement:
    prior = min(MOST_PRIOR, max(LEAST_PRIOR, one.lead))
    about = THE_FILM if one.kind in ASKS_NO_SOURCE else OTHER_FILM
    return Statement(start, end, one.kind, one.kind, about, prior=prior, runner_up=one.runner_up)


def _rest(sentence: Sentence, clues: Clues, told: Sequence[Statement], left: Sequence[Unread]) -> Iterator[Unread]:
    """Pieces of the sentence that no statement touches, and why."""
    taken = [(one.start - sentence.start, one.end - sentence.start) for one in told]
    taken += [(one.start - sentence.start, one.end - sentence.start) for one in left]
    for piece in pieces(clues.tokens):
        said = list(clues.tokens[piece.begin : piece.stop])
        while said and (said[0].mark or said[0].low in CONJUNCTIONS):
            del said[0]
        while said and said[-1].mark:
            del said[-1]
        if not said or any(start < said[-1].end and said[0].start < end for start, end in taken):
            continue
        if all(word.mark or word.low in CLOSED for word in said) and not _why_nothing(sentence, said):
            continue
        reason = _why_nothing(sentence, said) or NO_STATEMENT
        yield Unread(sentence.start + said[0].start, sentence.start + said[-1].end, reason)


def _values(strong: Sequence[Statement], values: Sequence[Value], left: Sequence[Unread]) -> list[Unread]:
    """Numbers and dates which no strong statement took up: the program says what it could not read."""
    known = [(statement.start, statement.end) for statement in strong] + [(unread.start, unread.end) for unread in left]
    return [
        Unread(value.start, value.end, _WHY.get(value.kind, "a number, but not what it counts"))
        for value in values
        if value.kind not in ("ordinal",)
        and (value.kind != "count" or value.hi >= 10)
        and not any(start < value.end and value.start < end for start, end in known)
    ]


_WHY = {
    "date": "a date, but not what happened then",
    "duration": "a duration, but not what lasted",
    "distance": "a distance, but not from where",
    "share": "a share, but not of what",
    "money": "a sum, but not what it paid",
}
