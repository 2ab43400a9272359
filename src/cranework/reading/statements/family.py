"""How a family of statements finds its own: a table of cues over masked sentences, and what their groups mean.

Groups of a pattern: ``s`` the subject, ``o`` the objects, ``span`` the stretch that is the statement where it is less
than the whole match; every other group is a qualifier of its name.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from cranework.reading.model import Kind, Mention, Statement, Value
from cranework.reading.statements.context import OTHER_FILM, Context, same
from cranework.reading.statements.mask import Item, Masked, compiled, pieces, whole

Subject = Literal["film", "none"]
Finish = Callable[[Statement, "re.Match[str]", Masked, Context], Statement | None]

_STOP = re.compile(
    r"[,;:()\[\]{}]|[.!?](?=\s|$|[\"'])|\s[-\u2013\u2014]+\s|--|\s(?:but|while|although|though|before|until|which"
    r"|because|except)\s",
)
_ANCHOR = re.compile(
    r"\b(?:it|it's|its|this|which|here)\b|\b(?:the|present) (?:film|movie|picture|running|whole)\b|\b(?:is|was)\s|'s\s"
    r"|directed|made|shot|filmed|released|produced|came out|running|runs|lasts",
    re.IGNORECASE,
)
_POINTS = re.compile(r"(?:\b(?:is|was|this|its|as|of this|see|being)|\bit's|[:;,.(])\s?$", re.IGNORECASE)
_ASIDE = re.compile(r"\([^()]{1,30}\)(?= [a-z])")
_EDGE = " ,;:.-\u2013\u2014(){}[]\"'"
_HEAD = re.compile(r"(?:and|but|or|so|though|although|while|because|yet)\s", re.IGNORECASE)
_TAIL = re.compile(
    r"\s(?:and|but|or|the|an?|in|of|at|on|to|for|by|with|from|as|which|who|that|was|is|are|were|has|his|her|its"
    r"|their|like|when)$",
    re.IGNORECASE,
)
_MORE = re.compile(r"\b(?!(?:and|as|well|along|with|or|the|an?|to|both|s)\b)[a-z]", re.IGNORECASE)
"""Words that make more of a group than a list of names."""

CLAUSE = "clause"
"""The qualifier of a statement that is to fill its clause, until it does."""

_PAIRS = {")": "(", "]": "[", "}": "{"}


@dataclass(frozen=True, slots=True)
class Cue:
    """One line of a family's table.

    Attributes:
        predicate: the relation; group ``role`` of the pattern may name it through the family's `roles`.
        unless: what must not stand in the match, nor in its clause before it.
        behind: what must not stand right before the match.
        prior: how often the line is right.
        subject: whom the statement is about where the pattern has no subject: the film, or nobody known.
        fixed: qualifiers that the line itself brings.
        cased: capitals count.
        once: it tells in passing what a full clause may have told before; said again, it is no statement.
        needs: words, parts of words or signs, parted by ``|``; without any of them the line cannot match.
        reach: the statement goes on to the end of its clause.
        clause: the statement is the whole clause around its words.
        bare: nothing in it is surely enough linked to be compared with anything.
    """

    predicate: str
    pattern: str
    unless: str = ""
    behind: str = ""
    needs: str = ""
    prior: float = 0.85
    subject: Subject = "film"
    kind: Kind | None = None
    fixed: Mapping[str, str] = field(default_factory=dict)
    cased: bool = False
    once: bool = False
    reach: bool = False
    clause: bool = False
    bare: bool = False


@dataclass(frozen=True, slots=True)
class Family:
    """A kind of statements and the cues that betray it.

    Attributes:
        trigger: like a cue's `needs`, for all of its lines.
        roles: words of group ``role`` and the predicates that they mean.
        nested: one of its statements may lie within another, as a kinship within a part that is played.
        finish: a last look at a statement with its match: changed, or None where it is none after all.
    """

    kind: Kind
    trigger: str
    cues: tuple[Cue, ...]
    roles: Mapping[str, str] = field(default_factory=dict)
    finish: Finish | None = None
    nested: bool = False

    def find(self, masked: Masked, context: Context) -> list[Statement]:
        """All statements of the family in a sentence, without those that say the same thing in the same words."""
        if not _holds(masked.low, self.trigger):
            return []
        return apart((found for cue in self.cues for found in self._by(cue, masked, context)), self.nested)

    def _by(self, cue: Cue, masked: Masked, context: Context) -> Iterator[Statement]:
        if not _holds(masked.low, cue.needs):
            return
        flags = 0 if cue.cased else re.IGNORECASE
        for match in whole(cue.pattern, flags).finditer(masked.text):
            lead = before(masked.text, match.start())
            if cue.unless and compiled(cue.unless).search(lead + match[0]):
                continue
            if cue.behind and compiled(rf"(?:{cue.behind})\W*$").search(lead):
                continue
            made = statement(self, cue, match, masked, context)
            if made is not None and self.finish is not None:
                made = self.finish(made, match, masked, context)
            if made is not None and cue.bare:
                made = replace(made, subject=None, objects=(), about=OTHER_FILM)
            if made is not None and not (cue.once and _told(made, context)):
                yield made


def _holds(low: str, needs: str) -> bool:
    """Whether a sentence in small letters holds one of the pieces that a line needs."""
    return not needs or any(piece in low for piece in pieces(needs))


def _told(statement: Statement, context: Context) -> bool:
    """Whether the text has said the same of the same people before."""
    return all((statement.predicate, same(item)) in context.told for item in statement.objects)


def before(text: str, start: int) -> str:
    """The words of the clause before a match, at most sixty characters."""
    return re.split(r"[;:.!?(){}]", text[max(0, start - 60) : start])[-1]


def statement(family: Family, cue: Cue, match: re.Match[str], masked: Masked, context: Context) -> Statement | None:
    """What a match says; None where its words name no relation of the family."""
    groups = {name: words for name, words in match.groupdict().items() if words}
    predicate = cue.predicate
    if "role" in groups:
        predicate = named(family.roles, groups["role"]) or predicate
    if not predicate:
        return None
    start, end = match.span("span" if "span" in groups else 0)
    if cue.reach:
        end = clause_end(masked.text, end)
    start, end = closed(masked.text, *trimmed(masked.text, start, end))
    first, last = masked.span(start, end)
    subject = one(masked, match, "s") if "s" in groups else (context.film if cue.subject == "film" else None)
    objects = tuple(many(masked, match, "o")) if "o" in groups else ()
    qualifiers: dict[str, Mention | Value | str] = dict(cue.fixed)
    if cue.clause:
        qualifiers[CLAUSE] = "whole"
    for name in groups:
        if name not in ("s", "o", "span", "role"):
            value = one(masked, match, name)
            if value is not None:
                qualifiers[name] = value
    return Statement(
        first, last, cue.kind or family.kind, predicate,
        subject=subject if isinstance(subject, Mention) else None, objects=objects,
        qualifiers=qualifiers, prior=cue.prior,
    )  # fmt: skip


def clause_end(text: str, start: int) -> int:
    """Where the clause ends that goes on at a place; a short aside in brackets does not end it."""
    stop = _STOP.search(text, start)
    while stop and stop[0] == "(":
        aside = _ASIDE.match(text, stop.start())
        if not aside:
            break
        stop = _STOP.search(text, aside.end())
    return stop.start() if stop else len(text)


def named(table: Mapping[str, str], words: str) -> str | None:
    """The meaning of words by a table whose keys are patterns."""
    return next((meaning for key, meaning in table.items() if compiled(key).search(words)), None)


def many(masked: Masked, match: re.Match[str], group: str) -> list[Item]:
    """What a group names: its items where it is one or a list of them, else all its words as one."""
    start, end = match.span(group)
    items = masked.within(start, end)
    if items and not _MORE.search(masked.text[start:end]):
        return items
    first, last = masked.span(*trimmed(masked.text, start, end))
    values = [item for item in items if isinstance(item, Value)]
    return [Mention(first, last, masked.original(start, end).strip()), *values]


def one(masked: Masked, match: re.Match[str], group: str) -> Item | None:
    """The first thing that a group names."""
    if match.start(group) < 0 or match.start(group) == match.end(group):
        return None
    return many(masked, match, group)[0]


def of_this_film(match: re.Match[str], masked: Masked) -> bool:
    """Whether words without a named subject mean the film under review: *it is*, *this film*, a sentence's head.

    *A film from 1939* in the midst of a sentence may be any film.
    """
    lead = masked.text[: match.start()]
    return (
        _ANCHOR.search(match[0]) is not None
        or not re.search(r"\w", lead)
        or _POINTS.search(lead) is not None
        or _ANCHOR.search(before(masked.text, match.start())) is not None
    )


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """A stretch without marks, conjunctions and dangling words at its edges; what it brackets itself stays."""
    start, end = _stripped(text, start, end)
    while True:
        head, tail = _HEAD.match(text, start, end), _TAIL.search(text[start:end])
        if not head and not tail:
            return start, end
        start, end = _stripped(text, head.end() if head else start, start + tail.start() if tail else end)


def closed(text: str, start: int, end: int) -> tuple[int, int]:
    """A stretch with the other half of the quotation marks and brackets that it cuts through."""
    mark = text[end : end + 1]
    halved = text.count('"', start, end) % 2 == 1
    if (mark == '"' and halved) or (mark == ")" and text.count("(", start, end) > text.count(")", start, end)):
        end += 1
    elif text[start - 1 : start] == '"' and halved:
        start -= 1
    return start, end


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in _EDGE and not _closes(text, start, end):
        start += 1
    while end > start and text[end - 1] in _EDGE and not _opened(text, start, end):
        end -= 1
    return start, end


def _closes(text: str, start: int, end: int) -> bool:
    """Whether the mark at the head of a stretch is a quote or bracket that closes within."""
    mark = text[start]
    other = {"(": ")", "[": "]", "{": "}"}.get(mark, mark)
    return mark in "([{\"'" and other in text[start + 1 : end]


def _opened(text: str, start: int, end: int) -> bool:
    """Whether the mark at the end of a stretch is a quote or bracket that opens within."""
    mark = text[end - 1]
    if mark in _PAIRS:
        return text.count(_PAIRS[mark], start, end) >= text.count(mark, start, end)
    return mark in "\"'" and text.count(mark, start, end) % 2 == 0


def is_bare(statement: Statement) -> bool:
    """Whether nothing in a statement can be compared with anything."""
    return statement.about == OTHER_FILM and not statement.objects and statement.subject is None


def apart(statements: Iterable[Statement], nested: bool = False) -> list[Statement]:
    """One statement for the same words: the longest, and of equals the surest; where they may nest, one a predicate.

    What can be compared with something comes before what cannot.
    """
    kept: list[Statement] = []
    ranked = sorted(statements, key=lambda s: (is_bare(s), s.start - s.end, -s.prior, s.start))
    for found in ranked:
        rivals = (one for one in kept if one.predicate == found.predicate or not nested)
        if not any(one.start < found.end and found.start < one.end for one in rivals):
            kept.append(found)
    return sorted(kept, key=lambda s: (s.start, s.end))
