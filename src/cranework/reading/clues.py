"""What a sentence shows of its stretches: short strings that tell where one begins and ends and what it is about.

Words in small letters and pairs of them, classes of words (those of a theme, and those used alike), shapes of names and
numbers, turns of phrase, and what the strong families found. How much each of them tells was learnt (`kinds`).
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from . import cues
from .model import Mention, Sentence, Statement, Value
from .stretches import pieces
from .word_classes import word_classes
from .words import FORMS, Word, bag, finite, words

MOST = 3
"""More of one sort than this tell nothing more."""

TOLD = ("holds ", "covered ", "inside ", "crosses")
"""How the clues begin that say what the strong families found."""

_CLASSES: Mapping[str, frozenset[str]] = {
    "judging": cues.JUDGING,
    "feeling": cues.FEELING,
    "film": cues.FILM_WORDS,
    "people": cues.PEOPLE,
    "plotting": cues.PLOTTING,
    "received": cues.RECEIVED,
    "scenes": cues.SCENES,
    "shapes": cues.SHAPES,
    "history": cues.HISTORY,
    "writer": cues.WRITER,
}
_TURNS = {
    name: re.compile(pattern)
    for name, pattern in {
        "scene of": r"\b(?:scenes?|sequences?|shots?|moments?|images?|ending|finale?|opening)\b(?: \S+){0,6} "
        r"(?:where|when|which|in which|with|of|as)\b",
        "shown": r"\bwe (?:\S+ )?(?:see|are shown|watch|follow|hear)\b|\b(?:is|are) (?:seen|shown)\b|\bon screen\b",
        "colors": r"\bblack (?:and|&) white\b|\bb&w\b|\b(?:in|of) colou?r\b|\btechnicolor\b",
        "tells of": r"\b(?:story|tale|film|movie|plot|it) (?:\S+ ){0,2}"
        r"(?:of|about|tells|follows|concerns|involves|centers|centres|depicts|revolves)\b",
        "is about": r"\b(?:film|movie|story|plot|it|it's|picture|which|that|this|drama|series|book|version) "
        r"(?:is |was )?(?:\S+ ){0,1}(?:about|follows|concerns|revolves|deals|narrates|depicts|centers|centres|tells"
        r"|recounts|chronicles|portrays)\b",
        "regarded": r"\b(?:widely|generally|often|frequently|highly|best|critically|universally|commonly|long) ?-?"
        r"(?:regarded|considered|known|linked|bundled|remembered|compared|praised|acclaimed|thought|seen|cited|loved"
        r"|rated|said)\b|\bat the time\b|\bbox[- ]office\b|\bto this day\b|\bover the years\b"
        r"|\bhistory of (?:the )?(?:cinema|film)",
        "at the end": r"\b(?:at|in|near|towards?|by|from|over) (?:the|its) (?:very )?(?:\S+ )?"
        r"(?:end|ending|beginning|start|opening|final|finale|last|climax|credits)\b",
    }.items()
}
_NOW = bag("is are has isn't aren't doesn't don't it's that's he's she's there's")
_THEN = bag("was were had did wasn't weren't didn't")
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_DECADE = re.compile(r"(?:'?\d0|\d{4})'?s")
_HEAD, _TAIL = "^", "$"


class Clues:
    """A sentence, asked for what speaks for a stretch of its tokens; places are numbers of tokens."""

    def __init__(
        self,
        sentence: Sentence,
        strong: Sequence[Statement] = (),
        mentions: Sequence[Mention] = (),
        values: Sequence[Value] = (),
    ) -> None:
        self.tokens = words(sentence.text)
        self._first = [word.start for word in self.tokens]
        self._last = [word.end for word in self.tokens]
        self._shapes = [_shape(word) for word in self.tokens]
        self._finite = [finite(self.tokens, at) for at in range(len(self.tokens))]
        self._halts = [at for at, word in enumerate(self.tokens) if word.mark or self._finite[at]]
        parts = pieces(self.tokens)
        self._cuts = {piece.begin for piece in parts}
        self._firm = {piece.begin for piece in parts if not piece.loose}
        self._stops = {piece.stop for piece in parts}
        self._named = self._names(sentence.start, mentions, values)
        self.strong = [(*self.place(sentence, one), one.kind) for one in strong]
        known = word_classes()
        self._alike = [known.get(shape, ()) for shape in self._shapes]
        lows = [word.low.removesuffix("'s") for word in self.tokens]
        self._classes = [[name for name, known in _CLASSES.items() if low in known] for low in lows]
        self._around = [
            f"around {name} {least}"
            for name, count in Counter(name for names in self._classes for name in names).items()
            for least in (1, MOST)
            if count >= least
        ]

    def place(self, sentence: Sentence, statement: Statement) -> tuple[int, int]:
        """The tokens that a statement holds, as [begin, stop); begin is stop where it holds none."""
        begin = bisect_right(self._last, statement.start - sentence.start)
        stop = bisect_left(self._first, statement.end - sentence.start)
        return (begin, stop) if begin < stop else (0, 0)

    def _names(self, offset: int, mentions: Sequence[Mention], values: Sequence[Value]) -> list[str]:
        """What each token names: the kind of its mention or value, or nothing."""
        named = [""] * len(self.tokens)
        parts: tuple[Mention | Value, ...] = (*mentions, *values)
        for part in parts:
            kind = part.kind if isinstance(part, Mention) else f"value {part.kind}"
            for at in range(bisect_left(self._first, part.start - offset), bisect_left(self._first, part.end - offset)):
                named[at] = kind
        return named

    def begins(self) -> dict[int, list[str]]:
        """Places where a statement may begin, with what speaks for and against each."""
        return {
            at: list(self._begin(at))
            for at, word in enumerate(self.tokens)
            if not word.mark or word.low in ('"', "(", "'")
        }

    def ends(self) -> dict[int, list[str]]:
        """Places where a statement may end: that of the first token behind it."""
        return {
            at + 1: list(self._end(at + 1))
            for at, word in enumerate(self.tokens)
            if not word.mark or word.low in ('"', ")", "'")
        }

    def _at(self, at: int) -> str:
        return _HEAD if at < 0 else _TAIL if at >= len(self.tokens) else self._shapes[at]

    def _like(self, where: str, at: int) -> Iterator[str]:
        """The classes of the word at a place."""
        if 0 <= at < len(self.tokens):
            yield from (f"{where} {name}" for name in self._alike[at])

    def _mark(self, at: int) -> bool:
        return at < len(self.tokens) and self.tokens[at].mark

    def _next(self, at: int) -> str:
        """What comes first from a place on, a verb or a mark, and how far off."""
        found = bisect_left(self._halts, at)
        if found == len(self._halts):
            return "nothing"
        place = self._halts[found]
        return f"{'verb' if self._finite[place] else 'mark'} {min(MOST, place - at)}"

    def _before(self, at: int) -> str:
        """What comes first from a place back, a verb or a mark."""
        found = bisect_left(self._halts, at)
        if found == 0:
            return _HEAD
        place = self._halts[found - 1]
        return "verb" if self._finite[place] else self.tokens[place].low

    def _begin(self, at: int) -> Iterator[str]:
        here, before, after = self._at(at), self._at(at - 1), self._at(at + 1)
        yield from (f"at {here}", f"before {before}", f"before {before} {here}", f"second before {self._at(at - 2)}")
        yield from (f"at {here} {after}", f"after {after}", f"names {self._named[at]}", f"next {self._next(at)}")
        for where, place in (("at", at), ("before", at - 1), ("second before", at - 2), ("after", at + 1)):
            yield from self._like(where, place)
        if at in self._cuts:
            yield "cut"
        if at in self._firm:
            yield "firm cut"
        if at and self._mark(at - 1) and at - 1 in self._cuts:
            yield "behind a mark"
        if at and at - 1 in self._cuts and before in ("and", "but", "or", "that", "as"):
            yield "behind a conjunction"
        if at == 0:
            yield "head"
        else:
            yield f"names before {self._named[at - 1]}"
        if self._finite[at]:
            yield "verb"
        if FORMS.get(self.tokens[at].low) == "ing":
            yield "ing"
        yield f"last {self._before(at)}"

    def _end(self, at: int) -> Iterator[str]:
        last, here, after = self._at(at - 1), self._at(at), self._at(at + 1)
        yield from (f"last {last}", f"at {here}", f"last {last} {here}", f"at {here} {after}", f"after {after}")
        yield from (f"names {self._named[at - 1]}", f"next {self._next(at)}")
        for where, place in (("last", at - 1), ("at", at), ("after", at + 1)):
            yield from self._like(where, place)
        if at < len(self.tokens):
            yield f"names behind {self._named[at]}"
            if self._finite[at]:
                yield "before a verb"
            if self._mark(at) and at + 1 in self._cuts:
                yield "before a mark"
        if at in self._stops:
            yield "cut"
        if at in self._firm:
            yield "firm cut"
        if at >= len(self.tokens) - 1 and (at == len(self.tokens) or self._mark(at)):
            yield "tail"
        if self._finite[at - 1]:
            yield "verb"

    def edges(self, begin: int, stop: int) -> list[str]:
        """The words at both sides of each edge of a stretch."""
        return [
            f"begin {self._at(begin)}",
            f"before begin {self._at(begin - 1)}",
            f"end {self._at(stop - 1)}",
            f"behind end {self._at(stop)}",
        ]

    def within(self, begin: int, stop: int) -> Iterator[str]:
        """What the tokens of a stretch tell of its kind, and of whether it is a statement at all."""
        shapes = _joined(self._shapes[begin:stop])
        yield from {f"word {shape}" for shape in shapes}
        yield from {f"like {name}" for names in self._alike[begin:stop] for name in names}
        yield from {f"pair {first} {second}" for first, second in pairwise(shapes)}
        yield from self._measure(begin, stop)
        counts = Counter(name for names in self._classes[begin:stop] for name in names)
        yield from (f"class {name} {n}" for name, count in counts.items() for n in range(1, min(MOST, count) + 1))
        yield from self._around
        yield from (f"names {name}" for name in set(self._named[begin:stop]) if name)
        said = " ".join(word.low for word in self.tokens[begin:stop] if not word.mark)
        yield from (f"turn {name}" for name, turn in _TURNS.items() if turn.search(said))
        yield from self._told(begin, stop)

    def _measure(self, begin: int, stop: int) -> Iterator[str]:
        """Length, verbs and their tense, cuts, marks that are not closed."""
        inner = self.tokens[begin:stop]
        length = stop - begin
        verbs = [self.tokens[at].low for at in range(begin, stop) if self._finite[at]]
        yield f"length {length if length < 6 else 6 + int(math.log(length / 6) * 3)}"
        yield f"verbs {min(MOST, len(verbs))}"
        yield f"length and verbs {min(4, length // 4)} {min(2, len(verbs))}"
        yield f"commas {min(MOST, sum(word.low == ',' for word in inner))}"
        if any(FORMS.get(low) == "s" or (low not in FORMS and low.endswith("s")) for low in verbs):
            yield "story verb"
        if any(low in _NOW for low in verbs):
            yield "now"
        if any(low in _THEN or FORMS.get(low) == "past" for low in verbs):
            yield "then"
        yield f"firm cuts {min(MOST, sum(at in self._firm for at in range(begin + 1, stop)))}"
        yield f"loose cuts {min(MOST, sum(at in self._cuts - self._firm for at in range(begin + 1, stop)))}"
        if sum(word.low in "([" for word in inner) != sum(word.low in ")]" for word in inner):
            yield "half a bracket"
        if sum(word.low == '"' for word in inner) % 2:
            yield "half a quote"
        if begin == 0 and stop >= len(self.tokens) - 1:
            yield "whole sentence"

    def _told(self, begin: int, stop: int) -> Iterator[str]:
        """What the strong families found there."""
        for first, last, kind in self.strong:
            if begin <= first and last <= stop:
                yield f"holds {kind}"
                yield f"covered {4 * (last - first) // (stop - begin)}"
            elif first <= begin and stop <= last:
                yield f"inside {kind}"
            elif first < stop and begin < last:
                yield "crosses"


def _shape(word: Word) -> str:
    """A word in small letters; years, decades, numbers and names as such."""
    if _YEAR.fullmatch(word.low):
        return "@year"
    if _DECADE.fullmatch(word.low):
        return "@decade"
    if word.low[0].isdigit():
        return "@number"
    if word.name:
        return "@name's" if word.low.endswith("'s") else "@name"
    return word.low


def _joined(shapes: Sequence[str]) -> list[str]:
    """Shapes with the parts of a name as one."""
    joined: list[str] = []
    for shape in shapes:
        if joined and shape.startswith("@name") and joined[-1].startswith("@name"):
            joined.pop()
        joined.append(shape)
    return joined
