"""A review of a film, read and checked: what `cranework review` and `cranework.review` give."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, get_args

from cranework import __version__
from cranework.reading.model import Evidence, Judgement, Mention, Statement, Value, Verdict

if TYPE_CHECKING:
    from cranework.dialogue.cues import Cue
    from cranework.reading.read import Reading
    from cranework.references.store import Store
    from cranework.study.store import Study

REVIEW_VERSION = 1
CONFIDENCE_DIGITS = 3


@dataclass(frozen=True)
class Review:
    """A text, its statements in order, and what each is worth."""

    name: str
    reading: Reading
    judgements: Sequence[Judgement]
    encoding: str | None = None
    file: str | None = None
    frame_times: Sequence[float] = ()

    @property
    def text(self) -> str:
        """The text as given."""
        return self.reading.clean.given

    @cached_property
    def _document(self) -> dict[str, Any]:
        reading = self.reading
        statements = [
            self._statement(f"s{n}", statement, judgement)
            for n, (statement, judgement) in enumerate(zip(reading.statements, self.judgements, strict=True), 1)
        ]
        counts = Counter(one["verdict"] for one in statements)
        film = reading.film
        return {
            "cranework": {"version": __version__, "review": REVIEW_VERSION},
            "text": {"name": self.name, "characters": len(self.text), "language": reading.language},
            "film": None
            if film is None and self.file is None
            else {
                "title": film.name if film else None,
                "entity": film.id if film else None,
                "sure": reading.film_sure,
                "file": self.file,
            },
            "counts": {verdict: counts[verdict] for verdict in get_args(Verdict)},
            "statements": statements,
            "unread": [{"start": one.start, "end": one.end, "why": one.why} for one in reading.unread],
        }

    def document(self) -> dict[str, Any]:
        """The review document (see `schema/review.schema.json`): plain JSON values, the same for the same input."""
        return self._document

    def _statement(self, id_: str, one: Statement, judgement: Judgement) -> dict[str, Any]:
        return {
            "id": id_,
            "start": one.start,
            "end": one.end,
            "text": self.text[one.start : one.end],
            "kind": one.kind,
            "runner_up": one.runner_up,
            "predicate": one.predicate,
            "about": one.about,
            "subject": None if one.subject is None else _part(one.subject),
            "objects": [_part(part) for part in one.objects],
            "qualifiers": {
                name: part if isinstance(part, str) else _part(part) for name, part in one.qualifiers.items()
            },
            "modality": one.modality,
            "polarity": one.polarity,
            "verdict": judgement.verdict,
            "confidence": round(judgement.confidence, CONFIDENCE_DIGITS),
            "evidence": [self._evidence(evidence) for evidence in judgement.evidence],
        }

    def _evidence(self, one: Evidence) -> dict[str, Any]:
        times = self.frame_times
        at_time = None
        if one.at is not None and one.at[0] < len(times):
            at_time = [times[one.at[0]], times[min(one.at[1], len(times) - 1)]]
        return {
            "source": one.source,
            "kind": one.kind or None,
            "says": one.says,
            "vote": one.vote,
            "as_of": one.as_of or None,
            "at": None if one.at is None else list(one.at),
            "at_time": at_time,
            "rule": one.rule,
        }


def _part(part: Mention | Value) -> dict[str, Any]:
    place = {"words": part.words, "start": part.start, "end": part.end, "kind": part.kind}
    if isinstance(part, Mention):
        return place | {"entity": part.entity, "doubtful": part.doubtful}
    bounds = {"lo": part.lo, "hi": part.hi}
    return (
        place | {name: value if math.isfinite(value) else None for name, value in bounds.items()} | {"unit": part.unit}
    )


def review(
    text: str | bytes,
    study: Study | None = None,
    film: str | None = None,
    references: Store | None = None,
    name: str = "text",
    subtitles: Sequence[Cue] | None = None,
) -> Review:
    """Read a text about a film, and check every statement against the references and the film.

    Args:
        text: plain text, HTML or Markdown; bytes are decoded, in whatever encoding they are.
        study: the film's, where there is one; without it, statements about form stay unverified.
        film: its title, where the text does not make it plain.
        references: what facts are checked against; the packs that come with Cranework by default.
        name: of the text, for the document.
        subtitles: the film's, beside those in its file.

    Raises NotAText where it is no text, InputError where it is longer than can be read.
    """
    from cranework.reading.checks import judge
    from cranework.reading.checks.world import World
    from cranework.reading.read import read
    from cranework.reading.text import decode
    from cranework.references import shipped

    given, encoding = (text, None) if isinstance(text, str) else decode(text, name)
    store = references if references is not None else shipped()
    reading = read(given, store, film if film is not None else _title_of(study))
    world = World(store, reading.film, reading.film_sure, given, _witness(study, subtitles))
    judgements = tuple(judge(statement, world) for statement in reading.statements)
    file, times = (None, ()) if study is None else (study.film.name, _frame_times(study))
    return Review(name, reading, judgements, encoding, file, times)


def _title_of(study: Study | None) -> str | None:
    return study.film.title if study is not None else None


def _witness(study: Study | None, subtitles: Sequence[Cue] | None) -> Any:
    if study is None and subtitles is None:
        return None
    from cranework.reading.witness import Witness

    return Witness.of(study, subtitles)


def _frame_times(study: Study) -> list[float]:
    """Seconds from the first frame of every frame, and of the film's end."""
    ticks = study.signal("time.ticks")
    if not len(ticks):
        return []
    base, duration = study.film.time_base, study.duration
    times: list[float] = [float((int(tick) - int(ticks[0])) * base) for tick in ticks]
    return [*times, max(times[-1], float(duration or 0))]
