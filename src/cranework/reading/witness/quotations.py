"""Finds quoted words in a film's subtitles. A quotation is never refuted: subtitles are one translation of several."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from cranework.dialogue.cues import Cue
from cranework.reading.witness.alignment import Pair, aligned
from cranework.reading.witness.heard import Stream, telling, words_in

SPOKEN, NEARLY = 0.9, 0.6
"""Share of the quoted words that the subtitles have in their order: above, they are spoken; between, nearly."""
LOOSE = 0.7
"""Share of the words between first and last found that are quoted: below, too much is said in between."""
TELLING, FEWEST = 0.25, 4
"""Share of the telling words that is found at least, and words of a quotation, for it to be nearly spoken: "one of the"
is in every film."""
PARAPHRASE, HINT = 0.6, 0.2
"""Share of the weight of the quoted words that is in neighboring subtitles: said in other words; worth showing."""
BESIDE = 2
"""Subtitles before and after one, in which the words of a paraphrase may lie."""
SEED, MOST_SEEDS, TRIED = 3, 2_000, 4
"""Words in a row by which places are found; how many such places are heeded, and how many are looked at closely."""
CHUNK, MOST_WORDS = 40, 400
"""Words that are sought together, and words of a quotation that are sought at all: bounds on the time."""
REACH = 120
"""Words between two parts of one quotation at most."""
SHOWN = 300

_QUOTED = re.compile(r"[\"\u201c\u00ab\u201e]([^\"\u201c\u201d\u00ab\u00bb\u201e]{2,4000})[\"\u201d\u00bb\u201c]?")
_LEFT_OUT = re.compile(r"\.\s?\.\s?\.+|\u2026|\[[^\]]{0,40}\]|\s/\s")
_DENIALS = frozenset(("not", "no", "never", "nobody", "nothing", "none", "neither", "nor", "without"))


@dataclass(frozen=True, slots=True)
class Found:
    """Where quoted words are spoken, and how nearly.

    Attributes:
        coverage: share of the quoted words found in their order, or of their weight for a paraphrase.
        start, end: seconds from the first subtitle to the end of the last; None where nothing is near.
        words: those subtitles, or the nearest ones; empty where nothing is near.
        how: ``in order``, ``in other words``, ``nearest line`` or ``nothing``.
    """

    verdict: Literal["supported", "differs", "unverified"]
    confidence: float
    coverage: float
    start: Fraction | None = None
    end: Fraction | None = None
    words: str = ""
    how: str = "nothing"


def locate(words: str, cues: Sequence[Cue]) -> Found:
    """Where in a film quoted words are spoken; where ``words`` has quotation marks, only what is in them counts."""
    return Heard(cues).locate(words)


class Heard:
    """A film's subtitles, to be asked for many quotations."""

    def __init__(self, cues: Sequence[Cue]) -> None:
        self._stream = Stream(cues)

    def locate(self, words: str) -> Found:
        """As the function `locate`."""
        parts = _parts(words)
        quoted = [word for part in parts for word in part]
        if not quoted or not self._stream.words:
            return Found("unverified", 0.5, 0.0)
        found = self._in_order(parts)
        coverage = sum(map(len, found)) / len(quoted)
        met = [part[i] for part, pairs in zip(parts, found, strict=True) for i, _ in pairs]
        meant = len(telling(met)) >= TELLING * len(telling(quoted)) and bool(telling(met))
        if coverage >= SPOKEN or (coverage >= NEARLY and meant and len(quoted) >= FEWEST):
            return self._judged(parts, found, coverage)
        return self._otherwise(quoted)

    # In order

    def _in_order(self, parts: Sequence[Sequence[str]]) -> list[list[Pair]]:
        """Of each part, the pairs (place in it, place in the stream) of its words that are found in their order.

        The longest part leads; the others are sought before and after it, each within reach of its neighbor.
        """
        out: list[list[Pair]] = [[] for _ in parts]
        main = max(range(len(parts)), key=lambda n: len(parts[n]))
        out[main] = self._best(parts[main], 0, len(self._stream.words))
        if not out[main]:
            return out
        high = out[main][0][1]
        for number in range(main - 1, -1, -1):
            out[number] = self._best(parts[number], max(0, high - REACH), high)
            high = out[number][0][1] if out[number] else high
        low = out[main][-1][1] + 1
        for number in range(main + 1, len(parts)):
            out[number] = self._best(parts[number], low, min(low + REACH, len(self._stream.words)))
            low = out[number][-1][1] + 1 if out[number] else low
        return out

    def _best(self, part: Sequence[str], low: int, high: int) -> list[Pair]:
        """The best alignment of some words with the stream between two places."""
        best: tuple[int, list[Pair]] = (0, [])
        pad = max(4, len(part) // 2)
        for offset in self._offsets(part, low, high):
            first, last = max(low, offset - pad), min(high, offset + len(part) + pad)
            score, pairs = aligned(part, self._stream.words[first:last])
            if score > best[0]:
                best = score, [(i, first + j) for i, j in pairs]
        return best[1]

    def _offsets(self, part: Sequence[str], low: int, high: int) -> list[int]:
        """Where the words may begin: those places that most seeds agree on."""
        words = self._stream.words
        for length in range(min(SEED, len(part)), 0, -1):
            seeds = {tuple(part[i : i + length]): i for i in range(len(part) - length + 1)}
            if length == 1:  # a single word leads anywhere, unless it is a telling one
                seeds = {seed: i for seed, i in seeds.items() if telling(seed)}
            rows = zip(*(words[low + shift : high] for shift in range(length)), strict=False)
            hits = (low + at - seeds[seed] for at, seed in enumerate(rows) if seed in seeds)
            votes = Counter(offset // 4 for offset, _ in zip(hits, range(MOST_SEEDS), strict=False))
            if votes:
                return [4 * place for place, _ in votes.most_common(TRIED)]
        return []

    def _judged(self, parts: Sequence[Sequence[str]], found: Sequence[Sequence[Pair]], coverage: float) -> Found:
        stream = self._stream
        met = [(part, pairs) for part, pairs in zip(parts, found, strict=True) if pairs]
        quoted = [word for part, pairs in met for word in part[pairs[0][0] : pairs[-1][0] + 1]]
        heard = [word for _, pairs in met for word in stream.words[pairs[0][1] : pairs[-1][1] + 1]]
        dense = sum(map(len, found)) / len(heard) >= LOOSE
        denied = sum(word in _DENIALS for word in quoted) != sum(word in _DENIALS for word in heard)
        spoken = coverage >= SPOKEN and dense and not denied
        sure = min(1.0, 0.55 + 0.1 * len(set(telling(quoted))) + 0.02 * len(quoted))
        return self._at(
            "supported" if spoken else "differs",
            round(0.98 * sure if spoken else 0.85 * sure, 2),
            round(coverage, 3),
            stream.cue[met[0][1][0][1]],
            stream.cue[met[-1][1][-1][1]],
            "in order",
        )

    # In other words

    def _otherwise(self, quoted: Sequence[str]) -> Found:
        """The subtitles that share most of the telling words, weighed by how rare they are in the film."""
        stems = [*dict.fromkeys(telling(quoted))]
        stream = self._stream
        where = self._places(set(stems))
        weight = {s: math.log(1 + len(stream.cues) / (1 + len(where.get(s, ())))) for s in stems}
        whole = sum(weight.values())
        share, first, last, shared = _densest(where, weight, whole)
        if len(shared) >= 3 and share >= PARAPHRASE:
            return self._at("differs", round(0.8 * share, 2), round(share, 3), first, last, "in other words")
        if share >= HINT:
            return self._at("unverified", 0.7, round(share, 3), first, last, "nearest line")
        return Found("unverified", 0.7, round(share, 3))

    def _places(self, stems: Iterable[str]) -> dict[str, list[int]]:
        """The subtitles that each of some stems is in."""
        wanted = set(stems)
        stem_of = {word: stem[0] for word in set(self._stream.words) if (stem := telling([word])) and stem[0] in wanted}
        where: dict[str, list[int]] = defaultdict(list)
        for word, cue in zip(self._stream.words, self._stream.cue, strict=True):
            if word in stem_of and where[stem_of[word]][-1:] != [cue]:
                where[stem_of[word]].append(cue)
        return where

    def _at(
        self, verdict: Literal["supported", "differs", "unverified"], confidence: float, coverage: float, first: int,
        last: int, how: str,
    ) -> Found:  # fmt: skip
        cues = self._stream.cues
        end = max(cue.end for cue in cues[first : last + 1])
        words = self._stream.text(first, last)
        words = words if len(words) <= SHOWN else words[: SHOWN - 1].rstrip() + "\u2026"
        return Found(verdict, confidence, coverage, cues[first].start, end, words, how)


def _parts(words: str) -> list[list[str]]:
    """The words of a quotation, in parts between which something was left out or said by the reviewer."""
    inside = [found[1] for found in _QUOTED.finditer(words)] or [words]
    parts = [words_in(piece) for text in inside for piece in _LEFT_OUT.split(text)]
    out: list[list[str]] = []
    left = MOST_WORDS
    for part in parts:
        part = part[:left]
        left -= len(part)
        out += [part[i : i + CHUNK] for i in range(0, len(part), CHUNK)]
    return out


def _densest(
    where: dict[str, list[int]], weight: dict[str, float], whole: float
) -> tuple[float, int, int, frozenset[str]]:
    """The run of 2 * BESIDE + 1 subtitles with the most weight: share, its first and last with a word, the words."""
    best: tuple[float, int, int, frozenset[str]] = (0.0, 0, 0, frozenset())
    window: deque[tuple[int, str]] = deque()
    inside: Counter[str] = Counter()
    for cue, stem in sorted((cue, stem) for stem, cues in where.items() for cue in cues):
        window.append((cue, stem))
        inside[stem] += 1
        while window[0][0] < cue - 2 * BESIDE:
            inside[window.popleft()[1]] -= 1
        shared = frozenset(s for s, count in inside.items() if count > 0)
        share = sum(weight[s] for s in sorted(shared)) / whole
        if share > best[0] + 1e-9:
            best = share, window[0][0], cue, shared
    return best
