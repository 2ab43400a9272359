"""The film as a witness: a study and subtitles, asked about form, scenes and quotations."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction
from functools import cached_property
from math import floor
from typing import TYPE_CHECKING

import numpy as np

from cranework.dialogue.cues import Cue
from cranework.reading.model import Evidence, Judgement, Mention, Statement
from cranework.reading.witness.baseline import shipped
from cranework.reading.witness.findings import FILM, KINDS, SUBTITLES, VOTES, clock, percent
from cranework.reading.witness.form import Place, judge, no_film, unheard
from cranework.reading.witness.measured import MeasuredFilm
from cranework.reading.witness.quotations import Found, Heard
from cranework.reading.witness.scenes import Candidate, Scenes, Spoken, surely
from cranework.reading.witness.wording import claim_of, sentence_of, words_of
from cranework.study.store import TICKS

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from cranework.study.store import Study

ENGLISH = ("en", "eng", "english")
QUOTED = re.compile(r"[\"\u201c\u201d\u00ab]([^\"\u201c\u201d\u00ab\u00bb]{8,400})[\"\u201c\u201d\u00bb]")
HOW = {
    "in order": "in this order",
    "in other words": "by weight, in other words",
    "nearest line": "by weight; the nearest line, and another translation may have it",
    "nothing": "",
}
LEAST_WORDS = 3
"""Words of a quotation that can serve to find a scene."""


class Witness:
    """What the film at hand says of statements about it; any part of it may be missing.

    Attributes:
        study: the film measured, or None.
        cues: its subtitles, in order; those in the file, or those that were handed over.
        source: where the subtitles are from, in words.
    """

    def __init__(self, study: Study | None, cues: Sequence[Cue] | None = None, year: int | None = None) -> None:
        self.study = study
        own = own_cues(study)
        foreign = bool(own) and not any(is_english(cue) for cue in own) and all(cue.language for cue in own)
        self.cues: Sequence[Cue] = cues if cues and (foreign or not own) else own or cues or ()
        self.source = "the subtitles in the file" if self.cues is own else "the subtitles beside the film"
        self._cell = shipped().cell(year)

    @classmethod
    def of(cls, study: Study | None, subtitles: Sequence[Cue] | None = None) -> Witness:
        """The witness that a study and subtitles make."""
        return cls(study, subtitles)

    @cached_property
    def film(self) -> MeasuredFilm | None:
        """The film's form, read from the study when it is first asked for."""
        return None if self.study is None else MeasuredFilm.of(self.study)

    @cached_property
    def _scenes(self) -> Scenes:
        assert self.film is not None
        spoken = [Spoken(self.frame(cue.start), self.frame(cue.end), cue.text) for cue in self.cues]
        return Scenes(self.film, spoken)

    @cached_property
    def _heard(self) -> Heard:
        return Heard(self.cues)

    @cached_property
    def _ticks(self) -> NDArray[np.int64] | None:
        """The tick of every frame, from the first; None where the study has none."""
        if self.study is None or not self.study.frames or TICKS not in self.study.signals:
            return None
        ticks = self.study.signal(TICKS)
        return np.asarray(ticks - ticks[:1], np.int64)

    def frame(self, seconds: Fraction) -> int:
        """The frame that is shown at a time; by the frame rate alone where frames' times are not known."""
        if self.study is None:
            return 0
        last = max((self.study.frames or 1) - 1, 0)
        if self._ticks is not None and len(self._ticks):
            tick = floor(seconds / self.study.film.time_base)
            return min(max(int(np.searchsorted(self._ticks, tick, "right")) - 1, 0), last)
        return min(int(seconds * (self.study.film.frame_rate or 24)), last)

    # What it is asked

    def form(self, statement: Statement, text: str) -> Judgement:
        """What the film's measured form says of a statement; ``text`` is what its offsets count in."""
        if self.film is None:
            return no_film(statement, text)
        place = self._place(statement, text) if claim_of(statement, text).of_scene else None
        return judge(statement, text, self.film, self._cell, place)

    def scene(self, statement: Statement, text: str) -> Judgement:
        """Where in the film the scene lies that a statement speaks of; its story is not judged."""
        if self.film is None:
            return unheard(statement, "no film is at hand; a study's shots and its subtitles would show the scene")
        if not self.film.shots:
            return unheard(statement, "the layer shots was not measured, by which scenes are found")
        found = self._scenes.candidates(statement, text, self._anchors(statement, text))
        heard = "" if self.cues else "; there are no subtitles to find it by"
        if not found:
            return unheard(statement, f"neither words, names, place nor form told which scene is meant{heard}")
        if surely(found):
            return Judgement("not_checkable", 0.8, (self._shown(found[0], "located", heard),))
        evidence = tuple(self._shown(candidate, "may be meant", heard) for candidate in found[:3])
        return Judgement("unverified", 0.5, evidence)

    def quotation(self, statement: Statement, text: str) -> Judgement:
        """Whether quoted words are spoken in the film; they are never refuted, as subtitles are translations."""
        if not self.cues:
            return unheard(statement, "there are no subtitles; they would tell", SUBTITLES)
        quoted = " ".join(part.words for part in statement.objects if isinstance(part, Mention))
        found = self._heard.locate(quoted or words_of(statement, text))
        return self._quoted(statement, found)

    def _quoted(self, statement: Statement, found: Found) -> Judgement:
        if found.start is None or found.end is None:
            return unheard(
                statement, f"nothing like it is in {self.source}; another translation may have it", SUBTITLES
            )
        at = (self.frame(found.start), self.frame(found.end) + 1) if self.study is not None else None
        line = " ".join(found.words.split())
        says = f"{clock(float(found.start))}: \u201c{line}\u201d ({percent(found.coverage)} of it {HOW[found.how]})"
        evidence = Evidence(SUBTITLES, says, VOTES[found.verdict], at=at, rule="quotation", kind=KINDS[SUBTITLES])
        return Judgement(found.verdict, found.confidence, (evidence,))

    # Scenes

    def _place(self, statement: Statement, text: str) -> Place | None:
        if self.film is None or not self.film.shots:
            return None
        return self._scenes.locate(statement, text, self._anchors(statement, text))

    def _shown(self, candidate: Candidate, how: str, heard: str) -> Evidence:
        when = self._scenes.when(candidate)
        says = f"{how}: {when}, by {' and '.join(candidate.why)}, score {candidate.score:.2f}{heard}"
        return Evidence(FILM, says, at=(candidate.start, candidate.end), rule="scene", kind=KINDS[FILM])

    def _anchors(self, statement: Statement, text: str) -> list[tuple[int, int]]:
        """Frames of the quotations in the statement's sentence that are spoken in the film."""
        found = []
        for quoted in QUOTED.finditer(sentence_of(statement, text)) if self.cues else ():
            if len(quoted[1].split()) >= LEAST_WORDS:
                spoken = self._heard.locate(quoted[0])
                if spoken.start is not None and spoken.end is not None and spoken.verdict != "unverified":
                    found.append((self.frame(spoken.start), self.frame(spoken.end) + 1))
        return found


def own_cues(study: Study | None) -> list[Cue]:
    """The subtitles of the film's file, in order: the English ones where the file says which those are."""
    if study is None or SUBTITLES not in study.kinds:
        return []
    cues = []
    for row in study.spans(SUBTITLES):
        start, end = row.get("start_time"), row.get("end_time")
        if start is None or end is None:
            start, end = study.frame_time(row["start"]), study.frame_time(row["end"])
        cues.append(Cue(start, max(start, end), row["text"], row.get("language")))
    return [cue for cue in cues if is_english(cue)] or cues


def is_english(cue: Cue) -> bool:
    """Whether the file calls a subtitle English."""
    return (cue.language or "").lower().startswith(ENGLISH)
