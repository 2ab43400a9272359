"""Where sentences end: at a mark that closes one, not at the stop of an abbreviation, an initial, a title or a number.

Writers of reviews forget blanks and capitals, quote titles that end in marks and put whole sentences into brackets;
pattern and parser alike fail where a sentence is cut wrongly.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from .model import Sentence
from .stretches import cut
from .text import CleanText
from .words import bag

LONGEST_SENTENCE = 2_000
"""Code points; what is longer is cut at a comma or a blank, so that no pattern ever works on a whole book."""

LONG_BRACKET = 8
"""Words from which what stands in brackets is a sentence of its own."""

LONGEST_QUOTATION = 300
"""Code points up to which quotation marks hold the sentences between them together."""

_TITLES = bag(
    "mr mrs ms dr st prof gen col lt sgt capt cpt maj adm rev hon gov sen rep pres messrs mme mlle fr vs cf no nr vol "
    "fig ca ed eds dir approx e.g i.e al"
)
_NEVER_BEFORE_NUMBERS = bag("no nr vol p pp fig ch pt nos ca c approx")
_MAYBE = bag(
    "jr sr etc inc ltd co corp bros dept est min mins hr hrs sec secs ft in yd mi km cm mm lb lbs oz a.m p.m u.s u.k "
    "u.s.a u.s.s.r a.k.a d.c l.a n.y b.c a.d ph.d d.p i.e e.g jan feb mar apr jun jul aug sep sept oct nov dec mon "
    "tue wed thu fri sat sun aka incl esp ave blvd univ pt ch"
)
_STARTERS = bag(
    "the a an this that these those it its he she they we you his her their our my your i in on at by for from with "
    "of to and but or so yet if when while as after before since though although because there here what who why how "
    "where which not no all some many most even also then now once only one two both however perhaps maybe overall"
)
_NUMBERED = bag("war part act chapter volume episode section division world reich book")

_END = re.compile(r"""(?<![.!?])(?P<mark>[.!?]{1,24})(?P<close>["')\]}*]{0,4})(?=\s|$)""")
_GLUED = re.compile(
    r"""(?<=[a-z\d)"'!?][a-z\d)"'!?])(?<!www)[.!?]{1,4}["')]{0,2}(?=["'(]?[A-Z][a-z' ])"""
    r"""|(?<=\b[A-Z]I)\.(?=[A-Z][a-z ])"""
)
_BEFORE = re.compile(r"[\w'&.-]{1,24}$")
_NEXT = re.compile(r"""\s*(?P<open>["'(\[{*-]*)(?P<word>[\w']*)""")
_QUOTED = re.compile(r"""(?<![\w"])"(?=[\w'.(])[^"\n]{1,300}"(?!\w)""")
_QUOTED_TITLE = re.compile(r"""(?<!\w)(["'])(?=[A-Z\d])[^"'\n.!?]{1,60}[.!?]{1,3}\1(?!\w)""")
_CAPITALS = re.compile(r"\b[A-Z][A-Z\d'&:,-]{0,30}(?: [A-Z\d'&:,-]{1,30}){0,9}[!?]")
_BRACKET = re.compile(r"\([^()\n]{20,1500}\)|\{[^{}\n]{20,1500}\}|\[[^\[\]\n]{20,1500}\]")
_SPACE = re.compile(r"[, ]")

Span = tuple[int, int]


def split(clean: CleanText, titles: Sequence[str] = ()) -> list[Sentence]:
    """The sentences of a text, in order, without the blanks between them.

    Args:
        clean: the clean copy of the text.
        titles: names that are known to stand in the text; those that hold a mark keep it.
    """
    text = clean.text
    held = _held(text, titles, clean.emphasis)
    sentences: list[Sentence] = []
    start = 0
    for number, paragraph in enumerate(text.split("\n")):
        for begin, end in _bracketed(text, _sentences(text, start, start + len(paragraph), held)):
            for first, last in _short(text, begin, end):
                tiles = tuple((first + begin, first + end) for begin, end in cut(text[first:last]))
                sentences.append(Sentence(first, last, text[first:last], number, tiles))
        start += len(paragraph) + 1
    return sentences


def _held(text: str, titles: Sequence[str], emphasis: Sequence[Span]) -> list[Span]:
    """Stretches in which no sentence ends, by their start."""
    spans = [found.span() for pattern in (_QUOTED, _QUOTED_TITLE) for found in pattern.finditer(text)]
    spans += [(start, end) for start, end in emphasis if end - start <= 60]
    for found in _CAPITALS.finditer(text):
        after = text[found.end() : found.end() + 2]
        if " " in found.group() and (after[1:].islower() or after[:1] in ",;:"):
            spans.append(found.span())
    for title in {title for title in titles if any(mark in title for mark in ".!?")}:
        at = text.find(title)
        while at >= 0:
            spans.append((at, at + len(title)))
            at = text.find(title, at + len(title))
    return sorted(spans)


def _sentences(text: str, start: int, stop: int, held: list[Span]) -> Iterator[Span]:
    """Cut one paragraph at its marks."""
    at = start
    inside = _Inside(held)
    for end in _ends(text, start, stop):
        if inside.holds(end):
            continue
        yield at, end
        at = end
    yield at, stop


class _Inside:
    """Whether a place lies inside one of many stretches; places are asked for in order."""

    def __init__(self, spans: list[Span]) -> None:
        self.spans, self.next, self.reach = spans, 0, 0

    def holds(self, place: int) -> bool:
        while self.next < len(self.spans) and self.spans[self.next][0] < place:
            self.reach = max(self.reach, self.spans[self.next][1])
            self.next += 1
        return place < self.reach


def _ends(text: str, start: int, stop: int) -> Iterator[int]:
    """Ends of sentences between two places, each behind its marks."""
    ends = [found.end() for found in _END.finditer(text, start, stop) if _closes(text, start, stop, found)]
    glued = [found.end() for found in _GLUED.finditer(text, start, stop)]
    yield from sorted({*ends, *glued})


def _closes(text: str, start: int, stop: int, found: re.Match[str]) -> bool:
    """True if a mark followed by a blank ends its sentence."""
    mark, begin = found["mark"], found.start()
    follows = _NEXT.match(text, found.end(), stop)
    word = follows["word"] if follows else ""
    if not word and not (follows and follows["open"]):
        return True
    capital = word[:1].isupper() or word[:1].isdigit() or bool(follows and follows["open"])
    if mark[0] in "!?":
        return capital and not (text[begin - 1 : begin] == "(" and found["close"][:1] == ")")
    if len(mark) in (2, 3) and set(mark) == {"."}:
        return word.lower() in _STARTERS and word[:1].isupper()
    before = _BEFORE.search(text, max(start, begin - 24), begin)
    last = before.group().lower() if before else ""
    bare = last.strip(".'")
    if found["close"]:
        return capital
    if bare in _TITLES or (bare in _NEVER_BEFORE_NUMBERS and word[:1].isdigit()):
        return False
    if bare in _MAYBE:
        return word[:1].isupper() and word.lower() in _STARTERS
    if _initial(last, text, start, begin):
        return word[:1].isupper() and word.lower() in _STARTERS
    if last.isdigit() and len(last) <= 2 and not text[start : begin - len(last)].strip():
        return False
    return capital or (len(bare) > 1 and bare.isalpha() and len(mark) == 1)


def _initial(last: str, text: str, start: int, begin: int) -> bool:
    """True for the letter of a first name ("D. W. Griffith"), not for the number of a war or a part."""
    letter = last.rpartition(".")[2]
    if len(letter) != 1 or not text[begin - 1].isupper():
        return False
    words = text[max(start, begin - 16) : begin - 1].split()
    return not (letter in "iv" and words and words[-1].lower() in _NUMBERED)


def _bracketed(text: str, spans: Iterator[Span]) -> Iterator[Span]:
    """Long brackets become sentences of their own."""
    for start, end in spans:
        at = start
        for found in _BRACKET.finditer(text, start, end):
            if found.group().count(" ") + 1 < LONG_BRACKET:
                continue
            tail = found.end()
            while tail < end and text[tail] in ".,;:!?":
                tail += 1
            yield at, found.start()
            yield found.start(), tail
            at = tail
        yield at, end


def _short(text: str, start: int, end: int) -> Iterator[Span]:
    """The stretch without blanks at its ends, in pieces where it is longer than a sentence may be."""
    while start < end:
        while start < end and (text[start].isspace() or text[start] in ",;:"):
            start += 1
        stop = end
        if end - start > LONGEST_SENTENCE:
            stop = start + LONGEST_SENTENCE
            room = text.rfind(", ", start + LONGEST_SENTENCE // 2, stop)
            room = room + 1 if room > 0 else text.rfind(" ", start + LONGEST_SENTENCE // 2, stop)
            stop = room if room > 0 else stop
        last = stop
        while last > start and text[last - 1].isspace():
            last -= 1
        if last > start:
            yield start, last
        start = stop
