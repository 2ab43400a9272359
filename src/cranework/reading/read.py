"""A text read: its statements, and what of it could not be read, with offsets of the text as given."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from cranework.references.model import Entity
from cranework.references.store import Store

from . import statements as families
from . import values as numbers
from .entities import Names
from .frame import frame
from .friends import friends
from .language import foreign, language
from .model import Mention, Statement, Unread, Value
from .sentences import split
from .text import CleanText, clean
from .tiling import tile
from .words import CLOSED, words

READ_AT_ONCE = 250_000
"""Code points of a text that are read: forty thousand words, some seconds. What follows is said to be unread."""

NEAR = 5_000
"""Code points within which the years of a text tell what a year of two digits means."""

TOO_FAR = f"beyond the first {READ_AT_ONCE:,} characters"
NOT_ENGLISH = "not English: only English is read"


@dataclass(frozen=True, slots=True)
class Reading:
    """What a text says.

    Attributes:
        statements: in the order of the text; all offsets are those of the text as given.
        unread: stretches from which no statement came, and why.
        film: the film under review, if the references know it.
        film_sure: nothing else can be meant.
        language: ``en``, the code of another language, or ``und``; only English is read.
    """

    clean: CleanText
    statements: tuple[Statement, ...]
    unread: tuple[Unread, ...]
    film: Entity | None
    film_sure: bool
    language: str


def read(given: str, store: Store, film: str | None = None) -> Reading:
    """Find every statement of a text about a film.

    Args:
        given: plain text, HTML or Markdown.
        store: reference data, for names and the film.
        film: the film's title, if it is known.

    Raises:
        TextTooLong: more than `text.LONGEST_TEXT` code points.
    """
    copy = clean(given)
    code = language(copy.text)
    if code != "en":
        unread = [Unread(*copy.span(one.start, one.end), NOT_ENGLISH) for one in split(copy)]
        return Reading(copy, (), tuple(unread), None, False, code)
    head = copy if len(copy.text) <= READ_AT_ONCE else replace(copy, text=copy.text[:READ_AT_ONCE])
    names = Names(store, head.text, film, tuple(span for span in copy.emphasis if span[1] <= len(head.text)))
    found, left = _read(head, names)
    if head is not copy:
        left.append(Unread(len(head.text), len(copy.text), TOO_FAR))
    statements = sorted(_settled(found), key=lambda one: (one.start, one.end, one.kind, one.predicate))
    return Reading(
        copy,
        tuple(_given(copy, one) for one in statements),
        tuple(Unread(*copy.span(one.start, one.end), one.why) for one in _whole(copy, statements, left)),
        names.film,
        names.film_sure,
        code,
    )


def _read(copy: CleanText, names: Names) -> tuple[list[Statement], list[Unread]]:
    """Sentence by sentence: strong statements, weak ones, what is left."""
    sentences = split(copy, names.titles)
    context = families.Context(names=names, friends=friends(copy.text))
    values = _values(copy.text)
    starts = [value.start for value in values]
    found: list[Statement] = []
    left: list[Unread] = []
    for at, sentence in enumerate(sentences):
        if foreign(sentence.text):
            left.append(Unread(sentence.start, sentence.end, NOT_ENGLISH))
            continue
        inside = values[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
        mentions = names.mentions(sentence)
        context.after = sentences[at + 1] if at + 1 < len(sentences) else None
        strong = families.find(sentence, mentions, inside, context)
        weak, unread = tile(sentence, strong, mentions, inside)
        framed = [frame(statement, sentence, context) for statement in (*strong, *weak)]
        context.read(sentence, mentions, framed)
        found += [_named(statement) for statement in framed]
        left += unread
    return found, left


def _values(text: str) -> list[Value]:
    """All numbers and dates, part by part: a text full of dates takes no longer than another."""
    found: list[Value] = []
    start = 0
    while start < len(text):
        end = len(text) if len(text) - start <= NEAR else text.rfind(" ", start + NEAR // 2, start + NEAR) + 1
        end = end or start + NEAR
        found += [replace(one, start=one.start + start, end=one.end + start) for one in numbers.find(text[start:end])]
        start = end
    return found


def _named(statement: Statement) -> Statement:
    """Opinions about what never was have a word of their own."""
    if statement.predicate == "opinion" and statement.modality == "hypothetical":
        return replace(statement, predicate="hypothetical")
    return statement


def _settled(found: Sequence[Statement]) -> list[Statement]:
    """Without the same words twice under one predicate; statements that exclude each other are marked."""
    unique: dict[tuple[int, int, str, str], Statement] = {}
    for statement in found:
        unique.setdefault((statement.start, statement.end, statement.kind, statement.predicate), statement)
    kept = list(unique.values())
    bounds: dict[tuple[str, str, str], tuple[float, float]] = {}
    for one in kept:
        if (value := _only_value(one)) is not None:
            first_end, last_start = bounds.get(_about(one), (value.hi, value.lo))
            bounds[_about(one)] = min(first_end, value.hi), max(last_start, value.lo)
    return [replace(one, corrected=True) if _contradicted(one, bounds) else one for one in kept]


ONE_VALUE = ("runtime_min", "born", "died", "year")
"""What has one value only: a text that gives two has corrected one of them."""


def _about(statement: Statement) -> tuple[str, str, str]:
    subject = statement.subject
    return statement.predicate, statement.about, (subject.entity or "") if subject else ""


def _only_value(statement: Statement) -> Value | None:
    """The value of a plain statement about something known that has one value only."""
    plain = statement.modality == "asserted" and statement.polarity == "positive" and _about(statement)[2]
    if statement.predicate not in ONE_VALUE or not plain:
        return None
    return next((value for value in statement.objects if isinstance(value, Value)), None)


def _contradicted(statement: Statement, bounds: Mapping[tuple[str, str, str], tuple[float, float]]) -> bool:
    """True if another statement gives a value wholly before or behind this one's."""
    value = _only_value(statement)
    if value is None:
        return False
    first_end, last_start = bounds[_about(statement)]
    return first_end < value.lo or value.hi < last_start


def _whole(copy: CleanText, statements: Sequence[Statement], left: Sequence[Unread]) -> list[Unread]:
    """Every word that tells something is in a statement or unread: what fell between them is added."""
    taken = bytearray(len(copy.text))
    for start, end in [(one.start, one.end) for one in statements] + [(one.start, one.end) for one in left]:
        taken[start:end] = b"\1" * (end - start)
    more = [Unread(start, end, "words beside a statement") for start, end in _gaps(copy.text, taken)]
    return sorted([*left, *more], key=lambda one: (one.start, one.end))


def _gaps(text: str, taken: bytearray) -> Iterator[tuple[int, int]]:
    """Stretches without a statement that hold a word of open class."""
    at = taken.find(0)
    while at >= 0:
        end = taken.find(1, at)
        end = len(text) if end < 0 else end
        inner = [word for word in words(text[at:end]) if not word.mark and word.low not in CLOSED]
        if inner and any(word.low[0].isalnum() for word in inner):
            part = words(text[at:end])
            part = [word for word in part if not word.mark]
            yield at + part[0].start, at + part[-1].end
        at = taken.find(0, end)


def _given(copy: CleanText, statement: Statement) -> Statement:
    """The statement with all its places in the text as given."""
    start, end = copy.span(statement.start, statement.end)
    qualifiers: Mapping[str, Mention | Value | str] = {
        name: part if isinstance(part, str) else _placed(copy, part) for name, part in statement.qualifiers.items()
    }
    return replace(
        statement,
        start=start,
        end=end,
        subject=None if statement.subject is None else _placed(copy, statement.subject),
        objects=tuple(_placed(copy, part) for part in statement.objects),
        qualifiers=qualifiers,
    )


Part = TypeVar("Part", bound=Mention | Value)


def _placed(copy: CleanText, part: Part) -> Part:
    start, end = copy.span(part.start, part.end)
    return replace(part, start=start, end=end)
