"""Finds the scene that a sentence speaks of: by words spoken in it, names, place in the film, form, quotations."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from cranework.reading.model import Mention, Statement
from cranework.reading.witness.findings import clock
from cranework.reading.witness.form import Place
from cranework.reading.witness.measured import MeasuredFilm
from cranework.reading.witness.places import fit_of_position, looks_of, position_of
from cranework.reading.witness.ranking import STOP, Ranking, stem, stems
from cranework.reading.witness.wording import sentence_of

SHOTS = 12
"""Shots of a window; short films are cut into eight windows at least."""
FEWEST_WINDOWS = 8

WORDS, NAMES, POSITION, LOOK, ANCHOR = 1.0, 0.6, 0.8, 0.5, 2.0
"""What each kind of evidence weighs at its best: a quotation found is nearly proof, form is shared by many scenes."""

SEVERAL = 2
"""Words that must be spoken in one scene to count in full: one alone is spoken anywhere."""

MARGIN = 1.5
"""By which the best scene must surpass every other before it is the one that is meant."""
LEAST = 0.3
"""Score below which nothing was found."""
LEVEL = 0.9
"""Neighbors that reach this share of the best score belong to the same scene."""
SHOWN = 3

CAPITAL = re.compile(r"(?<![.!?]\s)(?<!^)\b[A-Z][a-z]{2,}")


@dataclass(frozen=True, slots=True)
class Spoken:
    """A subtitle with its frames."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch that may be the scene: frames, score, and what speaks for it."""

    start: int
    end: int
    score: float
    why: tuple[str, ...]


class Scenes:
    """The film in overlapping windows of shots, ready to be asked."""

    def __init__(self, film: MeasuredFilm, spoken: Sequence[Spoken]) -> None:
        self._film, self._spoken = film, spoken
        self._windows = windows(film)

    @cached_property
    def _parts(self) -> list[MeasuredFilm]:
        return [self._film.within(start, end) for start, end in self._windows]

    @cached_property
    def _ranking(self) -> Ranking:
        starts = [cue.start for cue in self._spoken]
        texts = []
        for start, end in self._windows:
            inside = self._spoken[bisect_right(starts, start - 1) : bisect_right(starts, end - 1)]
            texts.append(" ".join(cue.text for cue in inside))
        return Ranking(texts)

    def candidates(self, statement: Statement, text: str, anchors: Sequence[tuple[int, int]] = ()) -> list[Candidate]:
        """The scenes that may be meant, best first; none where nothing speaks for any.

        Args:
            statement: the statement, whose sentence counts as well.
            text: that its offsets are of.
            anchors: frames of quotations in the sentence that were found in the subtitles.
        """
        if not self._windows:
            return []
        evidence = self._evidence(statement, sentence_of(statement, text), anchors)
        total = sum((scores for _, scores in evidence), np.zeros(len(self._windows)))
        return _merged(self._windows, total, evidence)

    def locate(self, statement: Statement, text: str, anchors: Sequence[tuple[int, int]] = ()) -> Place | None:
        """The scene that is meant, if it is surely one."""
        found = self.candidates(statement, text, anchors)
        if not found or not surely(found):
            return None
        best = found[0]
        return Place(best.start, best.end, f"in the scene at {self.when(best)}: {', '.join(best.why)}")

    def when(self, candidate: Candidate) -> str:
        """The time at which a scene begins and ends, in words."""
        shots = [s for s in self._film.shots if s.start < candidate.end and s.end > candidate.start]
        end_s = shots[-1].start_s + shots[-1].seconds
        return f"{clock(shots[0].start_s)} to {clock(end_s)}, shots {shots[0].index + 1} to {shots[-1].index + 1}"

    def _evidence(
        self, statement: Statement, sentence: str, anchors: Sequence[tuple[int, int]]
    ) -> list[tuple[str, NDArray[np.float64]]]:
        names = {n: word for n, word in names_of(statement, sentence).items() if n in self._ranking}
        words = {s: word for s, word in stems(sentence).items() if s not in names and s in self._ranking}
        several = np.minimum(1.0, self._ranking.held(words) / SEVERAL)
        found = [
            (f"words spoken ({_listed(words)})", WORDS * several * self._ranking.scores(words)),
            (f"names spoken ({_listed(names)})", NAMES * self._ranking.share(names)),
        ]
        if (position := position_of(sentence)) is not None:
            fits = [fit_of_position(*position, at) for at in self._middles()]
            found.append(("its place in the film", POSITION * np.array(fits)))
        for look in looks_of(sentence):
            fits = [look.fit(part) for part in self._parts]
            rare = 1.0 - float(np.mean(fits))  # what many scenes show tells none of them
            found.append((look.name, LOOK * rare * np.array(fits)))
        if anchors:
            held = [any(start <= a < end for a, _ in anchors) for start, end in self._windows]
            found.append(("the words quoted", ANCHOR * np.array(held, np.float64)))
        return [(why, scores) for why, scores in found if scores.any()]

    def _middles(self) -> list[float]:
        end = self._film.shots[-1].end
        first, last = 0.5 * sum(self._windows[0]), 0.5 * sum(self._windows[-1])
        span = max(last - first, 1.0) if end else 1.0
        return [(0.5 * (start + stop) - first) / span for start, stop in self._windows]


def windows(film: MeasuredFilm) -> list[tuple[int, int]]:
    """Overlapping runs of shots, frames (start, end), that cover the film."""
    shots = film.shots
    length = max(1, min(SHOTS, len(shots) // FEWEST_WINDOWS))
    step = max(1, length // 2)
    firsts = range(0, max(len(shots) - length, 0) + 1, step)
    found = [(shots[k].start, shots[min(k + length, len(shots)) - 1].end) for k in firsts] if shots else []
    if found and found[-1][1] < shots[-1].end:
        found.append((shots[-length].start, shots[-1].end))
    return found


def names_of(statement: Statement, sentence: str) -> dict[str, str]:
    """Names that may be spoken, by their stems: capitalised words within the sentence, and those that were linked."""
    linked = [part for part in (statement.subject, *statement.objects) if isinstance(part, Mention)]
    spoken = " ".join(m.words for m in linked if m.kind in ("character", "place"))
    found = [*CAPITAL.findall(sentence), *spoken.split()]
    return {stem(word.lower()): word for word in found if word.lower() not in STOP}


def surely(found: Sequence[Candidate]) -> bool:
    """Whether the first candidate stands out."""
    return len(found) == 1 or found[0].score >= MARGIN * found[1].score


def _merged(
    places: Sequence[tuple[int, int]],
    total: NDArray[np.float64],
    evidence: Sequence[tuple[str, NDArray[np.float64]]],
) -> list[Candidate]:
    """Peaks of the score: windows that overlap a better one belong to it."""
    found: list[Candidate] = []
    for k in sorted(range(len(places)), key=lambda k: (-total[k], k)):
        if total[k] < LEAST or len(found) >= SHOWN + 1:
            break
        start, end = places[k]
        near = next((n for n, c in enumerate(found) if start <= c.end and end >= c.start), None)
        if near is None:
            why = tuple(name for name, scores in evidence if scores[k] > 0)
            found.append(Candidate(start, end, round(float(total[k]), 3), why))
        elif total[k] >= LEVEL * found[near].score:
            best = found[near]
            found[near] = replace(best, start=min(start, best.start), end=max(end, best.end))
    return found


def _listed(words: Mapping[str, str]) -> str:
    return ", ".join(list(words.values())[:5])
