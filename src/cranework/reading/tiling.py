"""What the strong cues left of a sentence: each stretch becomes a weak statement, or `unread` with the reason why.

Strong statements keep their spans. A stretch that one of them fills says nothing more; a longer one that holds some is
a statement of its own beside them; judging words beside a fact are an opinion by themselves.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from .cues import FILM_WORDS, JUDGING
from .kinds import Weighed, weigh
from .model import Mention, Sentence, Statement, Unread, Value
from .stretches import Piece, pieces
from .words import ADVERBS, CLOSED, CONJUNCTIONS, FINITE, SUBORDINATORS, Word, bag, words

MOSTLY = 0.4
"""From this part on, what strong statements cover of a stretch is not said again; the rest may say something."""

CLEAR_LEAD = 0.7
"""Log-odds by which a loose stretch must be of another kind than the one before, to be cut off."""

LEAST_WORDS = 3
SURE, STEADY = 0.5, 10.0
"""A weak statement's prior: the first, and a tenth of its kind's lead (at most four)."""

_EDGES = CONJUNCTIONS | bag("although though while whereas because since until till where ")
_WHEN = bag("when until if as before after so that")
_RATING = re.compile(
    r"\d(?:\.\d)?\s?/\s?(?:10|5|4|\*)|\bout of (?:\*+|\d+|ten|five|four)\b|\*{2,}"
    r"|\b(?:[\d.]+|one|two|three|four|no) stars?\b|\bgrade:?",
    re.IGNORECASE,
)
_VIEWING = re.compile(
    r"\b(?:i|we|i've|we've)\b(?: \S+){0,4} (?:saw|seen|watched|watch|rented|bought|caught|viewed|taped|recorded|read"
    r"|borrowed|downloaded|stumbled|heard|own|checked|looked)\b",
    re.IGNORECASE,
)
_ADVICE = re.compile(
    r"^\W*(?:please |so |just |and |do ){0,3}"
    r"(?:see|watch|go|don't|rent|avoid|skip|buy|check|take|give|try|look|miss|trust|get"
    r"|keep|do yourself|stay|enjoy|hang|read|run|find|grab|let)\b",
    re.IGNORECASE,
)
_ADDRESS = re.compile(
    r"\bspoilers?\b|\bif you (?:have|haven't|like|love|enjoy|want|are)\b|\bby the way\b|\bsumming up\b"
    r"|\b(?:i|my|me|i'm|i've|i'd)\b",
    re.IGNORECASE,
)


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
    for stretch in _stretches(sentence, tokens, mentions):
        inner = tokens[stretch.piece.begin : stretch.piece.stop]
        first, last = _trimmed(sentence.text, inner, stretch.piece)
        if first >= last:
            continue
        span = _remaining(sentence, inner, (first, last), strong, covered)
        if span is None:
            continue
        said = [word for word in inner if word.start >= span[0] and word.end <= span[1]]
        reason = _nothing(sentence.text[span[0] : span[1]], said)
        start, end = sentence.start + span[0], sentence.start + span[1]
        if reason:
            left.append(Unread(start, end, reason))
            continue
        weighed = stretch.weighed if span == (first, last) else weigh(said, (), tokens)
        weak.append(_statement(start, end, weighed))
    left += _values(strong, values, left)
    return weak, sorted(left, key=lambda unread: (unread.start, unread.end))


def _stretches(sentence: Sentence, tokens: Sequence[Word], mentions: Sequence[Mention]) -> Iterator[Stretch]:
    """The sentence's pieces with their kinds; loose ones of the same kind go back to the piece before."""
    held: Stretch | None = None
    for piece in pieces(tokens):
        new = Stretch(piece, _weigh(sentence, tokens, piece, mentions))
        if held is not None and piece.loose and not _parts(held.weighed, new.weighed):
            whole = replace(held.piece, stop=piece.stop)
            held = Stretch(whole, _weigh(sentence, tokens, whole, mentions))
            continue
        if held is not None:
            yield held
        held = new
    if held is not None:
        yield held


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
    share = sum(covered[first:last]) / (last - first)
    if share < MOSTLY:
        return span
    runs: list[list[Word]] = [[]]
    for word in inner:
        if covered[word.start] or word.start < first or word.end > last:
            runs.append([])
        else:
            runs[-1].append(word)
    longest = max(runs, key=lambda run: sum(not word.mark for word in run))
    while longest and (longest[0].mark or longest[0].low in CONJUNCTIONS | SUBORDINATORS):
        longest = longest[1:]
    while longest and (longest[-1].mark or longest[-1].low in CLOSED - ADVERBS):
        longest = longest[:-1]
    judged = any(word.low in JUDGING for word in longest)
    if not judged or sum(word.low not in CLOSED for word in longest) < 2:
        return None
    return longest[0].start, longest[-1].end


def _nothing(text: str, said: Sequence[Word]) -> str:
    """Why a stretch is no statement, or an empty string."""
    lows = [word.low for word in said if not word.mark]
    telling = [low for low in lows if low not in CLOSED and low not in FINITE]
    judged = any(low in JUDGING for low in lows)
    if not any(character.isalpha() for character in text):
        return "no words"
    if judged and len(telling) > 1:
        return ""
    if _RATING.search(text):
        return "a rating"
    if _VIEWING.search(text) and not judged:
        return "the writer's own viewing"
    if _ADVICE.search(text) and len(lows) <= 12:
        return "advice to the reader"
    if text.endswith("?") and len(lows) <= 12:
        return "a question"
    if not telling and not judged:
        return "words that tell nothing by themselves"
    if _ADDRESS.search(text) and not judged and not any(low in FILM_WORDS for low in lows):
        return "about the writer or the reader"
    if len(lows) < LEAST_WORDS and not judged and not any(low in FINITE for low in lows):
        return "too short to say anything"
    return ""


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
