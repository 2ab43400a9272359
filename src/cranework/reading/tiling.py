"""What the strong cues left of a sentence: each stretch becomes a weak statement, or `unread` with the reason why.

Strong statements keep their spans. A stretch that one of them fills says nothing more; a longer one that holds some is
a statement of its own beside them; judging words beside a fact are an opinion by themselves.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from .clauses import WITHIN, Piece
from .cues import JUDGING
from .kinds import Weighed, weigh
from .model import Kind, Mention, Sentence, Statement, Unread, Value
from .nothing import why_nothing
from .stretches import pieces
from .words import (
    ADVERBS,
    CLOSED,
    CONJUNCTIONS,
    FINITE,
    FORMS,
    PREPOSITIONS,
    SAYING,
    SUBORDINATORS,
    Word,
    bag,
    finite,
    words,
)

MOSTLY = 0.4
"""From this part on, what strong statements cover of a stretch is not said again; the rest may say something."""

TOLD = 0.75
"""Share of its words from which strong statements tell all of a stretch."""

CLEAR_LEAD = 0.5
"""Log-odds by which a loose stretch must be of another kind than the one before, to be cut off."""

LEAST_WORDS = 3
MANY_WORDS = 4
"""Words of open class from which what stands beside a statement says something even without a verb."""

SURE, STEADY = 0.5, 10.0
"""A weak statement's prior: the first, and a tenth of its kind's lead (at most four)."""

_EDGES = CONJUNCTIONS | bag("although though while whereas because since until till where")
_WHEN = bag("when until if as before after so that")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Tokens of a sentence that say one thing, and what kind of thing."""

    piece: Piece
    weighed: Weighed


def tile(
    sentence: Sentence, strong: Sequence[Statement], mentions: Sequence[Mention] = (), values: Sequence[Value] = ()
) -> tuple[list[Statement], list[Unread]]:
    """Weak statements and unread stretches of a sentence; offsets are those of the clean copy."""
    tokens = words(sentence.text)
    weak: list[Statement] = []
    left: list[Unread] = []
    covered = _covered(sentence, strong)
    for stretch in _stretches(sentence, tokens, mentions, covered):
        inner = tokens[stretch.piece.begin : stretch.piece.stop]
        first, last = _trimmed(sentence.text, inner, stretch.piece)
        if first >= last:
            continue
        span = _remaining(sentence, inner, (first, last), strong, covered)
        if span is None:
            continue
        said = [word for word in inner if word.start >= span[0] and word.end <= span[1]]
        asked = "?" in sentence.text[span[1] : span[1] + 3]
        reason = why_nothing(sentence.text[span[0] : span[1]], said, asked, stretch.piece.verb >= 0)
        start, end = sentence.start + span[0], sentence.start + span[1]
        if reason:
            left.append(Unread(start, end, reason))
            continue
        weighed = stretch.weighed if span == (first, last) else weigh(said, (), tokens)
        if weighed.kind == "form" and any(one.kind == "form" and start <= one.start < end for one in strong):
            other: Kind = weighed.runner_up if weighed.runner_up in ("opinion", "plot") else "opinion"
            weighed = Weighed(other, "form", 0.0)
        weak.append(_statement(start, end, weighed))
    left += _values(strong, values, left)
    return weak, sorted(left, key=lambda unread: (unread.start, unread.end))


def _stretches(
    sentence: Sentence, tokens: Sequence[Word], mentions: Sequence[Mention], covered: bytearray
) -> Iterator[Stretch]:
    """The sentence's pieces with their kinds; loose ones of the same kind go back to the piece before."""
    held: Stretch | None = None
    grown = False
    for piece in pieces(tokens):
        new = Stretch(piece, _weigh(sentence, tokens, piece, mentions))
        parted = held is not None and (_parts(held.weighed, new.weighed) or _told(tokens, held.piece, piece, covered))
        if held is not None and piece.loose and not parted:
            held, grown = replace(held, piece=replace(held.piece, stop=piece.stop)), True
            continue
        if held is not None:
            yield replace(held, weighed=_weigh(sentence, tokens, held.piece, mentions)) if grown else held
        held, grown = new, False
    if held is not None:
        yield replace(held, weighed=_weigh(sentence, tokens, held.piece, mentions)) if grown else held


def _told(tokens: Sequence[Word], before: Piece, after: Piece, covered: bytearray) -> bool:
    """True if strong statements tell all of the first stretch, and not of the second."""
    shares = [
        sum(covered[word.start] for word in inner) / len(inner)
        for inner in (tokens[piece.begin : min(piece.stop, piece.begin + WITHIN)] for piece in (before, after))
    ]
    return shares[0] > TOLD and shares[1] < TOLD


def _parts(before: Weighed, after: Weighed) -> bool:
    return before.kind != after.kind and min(before.lead, after.lead) >= CLEAR_LEAD


def _weigh(sentence: Sentence, tokens: Sequence[Word], piece: Piece, mentions: Sequence[Mention]) -> Weighed:
    inner = tokens[piece.begin : piece.stop]
    if not inner:
        return weigh(inner)
    first, last = sentence.start + inner[0].start, sentence.start + inner[-1].end
    return weigh(inner, [mention for mention in mentions if first <= mention.start < last], tokens)


def _trimmed(text: str, inner: Sequence[Word], piece: Piece) -> tuple[int, int]:
    """The stretch without the marks at its edges and the words that only join it to what stands before."""
    begin, stop = 0, len(inner)
    while begin < stop and (inner[begin].mark or inner[begin].low in _EDGES or _joins(inner, begin, piece)):
        begin += 1
    while stop > begin and (inner[stop - 1].mark or inner[stop - 1].low in CONJUNCTIONS | {"because", "while"}):
        stop -= 1
    if begin >= stop:
        return 0, 0
    first, last = inner[begin].start, inner[stop - 1].end
    while first > 0 and text[first - 1] in "\"'([{" and inner[0].start < first and _closes(text, first, last):
        first -= 1
    while last < inner[-1].end and text[last] in "\"')]}" and _opens(text, first, last):
        last += 1
    return first, last


def _joins(inner: Sequence[Word], at: int, piece: Piece) -> bool:
    """True for "when" and the like behind a comma: there they only say when."""
    return (
        inner[at].low in ("when", "until", "if", "as", "before", "after", "so", "that")
        and inner[at].low in piece.sort.split()
    )


def _closes(text: str, first: int, last: int) -> bool:
    other = {"(": ")", "[": "]", "{": "}"}.get(text[first - 1], text[first - 1])
    return text.count(other, first, last + 1) > text.count(text[first - 1], first, last) * (other != text[first - 1])


def _opens(text: str, first: int, last: int) -> bool:
    mark = text[last]
    if mark in "\"'":
        return text.count(mark, first, last) % 2 == 1
    other = {")": "(", "]": "[", "}": "{"}[mark]
    return text.count(other, first, last) > text.count(mark, first, last)


def _covered(sentence: Sentence, strong: Sequence[Statement]) -> bytearray:
    """One byte for each character of the sentence: 1 where a strong statement stands."""
    covered = bytearray(len(sentence.text))
    for statement in strong:
        first, last = max(0, statement.start - sentence.start), min(len(covered), statement.end - sentence.start)
        covered[first:last] = b"\1" * max(0, last - first)
    return covered


def _remaining(
    sentence: Sentence, inner: Sequence[Word], span: tuple[int, int], strong: Sequence[Statement], covered: bytearray
) -> tuple[int, int] | None:
    """What of a stretch is not said by strong statements yet: all of it, the longest run of words, or nothing."""
    first, last = span
    if not any(covered[first:last]):
        return span
    start, stop = sentence.start + first, sentence.start + last
    if any(one.start <= start and stop <= one.end for one in strong):
        return None
    verb = next((at for at in range(len(inner)) if finite(inner, at) and inner[at].low not in SAYING), -1)
    runs = _runs(inner, covered, first, last)
    telling = sum(_open(word) for run in runs for word in run)
    if telling >= 2 and verb >= 0 and not covered[inner[verb].start]:
        return span
    if verb < 0 and sum(covered[first:last]) < MOSTLY * (last - first):
        return span
    longest = max(runs, key=len, default=[])
    if not longest:
        return None
    if not _tells(longest):
        return None
    return longest[0].start, longest[-1].end


def _tells(run: Sequence[Word]) -> bool:
    """True if words beside a statement say something by themselves: with a verb, a judgement, or by their number."""
    told = sum(_open(word) for word in run)
    if told < 2:
        return False
    if any(finite(run, at) or FORMS.get(run[at].low) == "ing" for at in range(len(run))):
        return len(run) > LEAST_WORDS
    judged = any(word.low in JUDGING for word in run)
    return run[0].low not in PREPOSITIONS and (judged or told >= MANY_WORDS)


def _open(word: Word) -> bool:
    return not word.mark and word.low not in CLOSED and word.low not in FINITE and word.low not in SAYING


def _runs(inner: Sequence[Word], covered: bytearray, first: int, last: int) -> list[list[Word]]:
    """Runs of words that no strong statement covers, without the words that only join them."""
    runs: list[list[Word]] = [[]]
    for word in inner:
        if covered[word.start] or word.start < first or word.end > last:
            runs.append([])
        else:
            runs[-1].append(word)
    for run in runs:
        while run and (run[0].mark or run[0].low in CONJUNCTIONS | SUBORDINATORS):
            del run[0]
        while run and (run[-1].mark or run[-1].low in CLOSED - ADVERBS):
            del run[-1]
    return [run for run in runs if run]


def _statement(start: int, end: int, weighed: Weighed) -> Statement:
    prior = SURE + min(4.0, weighed.lead) / STEADY
    return Statement(start, end, weighed.kind, weighed.kind, prior=prior, runner_up=weighed.runner_up)


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
