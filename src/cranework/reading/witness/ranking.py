"""Ranks stretches of dialogue by the words they share with a sentence (BM25)."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

import numpy as np
from anyascii import anyascii
from numpy.typing import NDArray

SATURATION, LENGTH = 1.2, 0.75
"""k1 and b: how soon a repeated word counts no more, and how much a long text is held against itself (S. Robertson and
H. Zaragoza, The Probabilistic Relevance Framework, 2009)."""

WORD = re.compile(r"[a-z0-9]+(?:'[a-z]+)?")
ENDINGS = ("'s", "ing", "ed", "es", "s")
LEAST_STEM = 3

STOP = frozenset(
    """a an the and or but if of to in on at by for from with into onto over under as is are was were be been being am
    do does did has have had having will would shall should can could may might must not no nor so than then that this
    these those there here it its he she they them him her hers their theirs we us our you your i me my mine who whom
    whose which what when where why how all any both each few more most other some such only own same too very just
    about after again against before between down during off out through until up while also one two film movie
    picture scene scenes sequence shot shots camera moment story director audience viewer""".split()  # noqa: SIM905
)
"""Words that tell no scene from another, those about films among them."""


def stems(text: str) -> dict[str, str]:
    """The telling words of a text by their stems, in order."""
    return {stem(word): word for word in _telling(text)}


def _telling(text: str) -> list[str]:
    return [word for word in WORD.findall(anyascii(text).lower()) if word not in STOP]


def stem(word: str) -> str:
    """A word without a regular ending: enough to join "dances" with "dancing"."""
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= LEAST_STEM:
            return word.removesuffix(ending)
    return word


class Ranking:
    """Texts that can be asked which of them fits a query best."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._found: dict[str, list[tuple[int, int]]] = defaultdict(list)
        lengths = np.zeros(len(texts))
        for number, text in enumerate(texts):
            words = [stem(word) for word in _telling(text)]
            lengths[number] = len(words)
            for word, count in Counter(words).items():
                self._found[word].append((number, count))
        spoken = lengths[lengths > 0]  # silent stretches make no other one long
        mean = spoken.mean() if len(spoken) else 0.0
        self._norm = SATURATION * (1 - LENGTH + LENGTH * lengths / max(mean, 1e-9))

    def __contains__(self, word: str) -> bool:
        return word in self._found

    def scores(self, words: Iterable[str]) -> NDArray[np.float64]:
        """How well each text fits, as a share of the best fit that there could be: float64 (texts,)."""
        count = len(self._norm)
        total, best = np.zeros(count), 0.0
        for word in sorted(set(words)):
            found = self._found.get(word, ())
            weight = math.log(1 + (count - len(found) + 0.5) / (len(found) + 0.5))
            best += weight * (SATURATION + 1)
            for number, times in found:
                total[number] += weight * times * (SATURATION + 1) / (times + self._norm[number])
        return total / best if best else total

    def held(self, words: Iterable[str]) -> NDArray[np.float64]:
        """How many of the words each text holds: float64 (texts,)."""
        total = np.zeros(len(self._norm))
        for word in set(words):
            for number, _ in self._found.get(word, ()):
                total[number] += 1
        return total

    def share(self, words: Iterable[str]) -> NDArray[np.float64]:
        """Which share of the words each text holds: float64 (texts,)."""
        wanted = set(words)
        return self.held(wanted) / max(len(wanted), 1)
