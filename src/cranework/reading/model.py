"""What reading passes on: sentences, values, mentions, statements, judgements. Every offset counts code points.

While a text is read, offsets are those of its clean copy (`text.CleanText`); only the finished document has those of
the text as given. What each predicate's parts mean:

credit      director, cinematographer, screenwriter, composer, editor, producer, production_designer, cast, based_on,
            sequel_of: subject the film, objects people (or the work);
            filmography: subject the person, objects films, qualifier role;
            author, remake_of, studio, lyrics, effects: found, and not compared with anything yet
role        plays: subject the character, objects people;
            relation, profession: subject the character, object a word (``sister``), qualifier of (a character);
            alias: found, and not compared with anything yet
award       award, nomination: subject who or what won (None: not said), object the prize,
            qualifiers category, festival, year, count
date        event_date, born, died, lifespan: subject the event or person, object a Value
event_order before, after, interval, alive_at: subject an event, film or person, object an event, person's death,
            film or Value, qualifier years;
            age: subject the person, qualifiers years, at (a film or a date)
duration    runtime_min, duration_years: subject the film or event, object a Value in seconds, qualifier version
quantity    admissions, losses, share, distance, count, budget: subject what is counted, object a Value,
            qualifiers of, who, place
office      office, jury_president: subject the person, object the office's words, qualifier at (a Value);
            profession: found, and not compared with anything yet
first       first, only, last, ordinal: subject the film or person, object words of the kind,
            qualifiers since, scope, number
release     year, premiere, country, year_country, decade, dvd: subject the film, objects a Value and, or words of
            countries, qualifiers place, kind
title       title, alias: subject the film or person, objects words, qualifier language
form        color, camera_movement, static_camera, handheld, crane, tracking, pan, tilt, zoom, spin, long_take,
            fast_cutting, slow_cutting, montage, dissolve, fade, wipe, superimposition, light, aspect, sound, form:
            subject the film or words of a scene, object a Value where one is named, qualifiers degree, where, count
scene, quotation, reception, opinion, plot: the kind's own word, or a finer one

A statement that no strong cue betrayed has the word of its kind as its predicate, whatever the kind, and no parts.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

Kind = Literal[
    "credit", "role", "award", "date", "event_order", "duration", "quantity", "office", "first", "release", "title",
    "form", "scene", "quotation", "reception", "opinion", "plot",
]  # fmt: skip
Modality = Literal["asserted", "hedged", "reported", "ironic", "hypothetical"]
Polarity = Literal["positive", "negative"]
Verdict = Literal["supported", "refuted", "differs", "unverified", "not_checkable"]

THE_FILM, HISTORY, WRITER = "film", "history", "writer"
"""The film under review, the world, the reviewer: what a statement may be about, beside ``film:ID``, ``person:ID``."""


@dataclass(frozen=True, slots=True)
class Value:
    """A number or a date in words, as an interval.

    Attributes:
        kind: date, duration, count, share, distance, ordinal or money.
        lo, hi: in ``unit``; a date is half open in days (``date.toordinal``), all else closed; infinite where a bound
            is open ("more than"). What is rounded or hedged is as wide as its words leave open.
        unit: ``day``, ``s``, ``1``, ``m`` or a currency's word.
        readings: every interval that the words allow (22/06/1941 has one, 3/4/1941 two); the first is (lo, hi).
        hedged: the words say that it is not exact.
    """

    start: int
    end: int
    words: str
    kind: str
    lo: float
    hi: float
    unit: str
    readings: tuple[tuple[float, float], ...] = ()
    hedged: bool = False


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name somebody or something, and what they mean if that is known.

    Attributes:
        kind: person, film, character, prize, festival, event, office, country, place, or ``words`` for plain words.
        entity: id in the reference store, or None.
        score: likeness of the words to the entity's name.
        doubtful: homonyms, kin or a surname alone: nothing may be refuted by this link.
        candidates: ids of all that it may mean, best first.
    """

    start: int
    end: int
    words: str
    kind: str = "words"
    entity: str | None = None
    score: float = 0.0
    doubtful: bool = False
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the clean copy, with the stretches that tile it (half-open offsets of the clean copy)."""

    start: int
    end: int
    text: str
    paragraph: int = 0
    stretches: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing that the text says.

    Attributes:
        prior: how often a statement found by this cue is one of this kind, from 0 to 1.
        runner_up: the kind that came second, where kinds were weighed.
        corrected: another statement of the text says otherwise, or takes it back.
    """

    start: int
    end: int
    kind: Kind
    predicate: str
    about: str = THE_FILM
    subject: Mention | None = None
    objects: tuple[Mention | Value, ...] = ()
    qualifiers: Mapping[str, Mention | Value | str] = field(default_factory=dict)
    modality: Modality = "asserted"
    polarity: Polarity = "positive"
    prior: float = 0.8
    runner_up: Kind | None = None
    corrected: bool = False


@dataclass(frozen=True, slots=True)
class Evidence:
    """What one witness says of a statement.

    Attributes:
        source: the source's title, ``the film`` or ``subtitles``.
        says: the value and the sentence, in words.
        vote: ``+`` states it, ``-`` excludes it, ``~`` is near it, ``0`` is silent.
        as_of: date or edition of the source.
        at: frames [start, end) of the film, where it is the witness.
        rule: the predicate, and the condition of the gate that stopped a refutation.
        kind: of the source (primary, reference, secondary, historical, fringe), ``film`` or ``subtitles``.
    """

    source: str
    says: str
    vote: str = "0"
    as_of: str = ""
    at: tuple[int, int] | None = None
    rule: str = ""
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a statement is worth: verdict, how sure, and why."""

    verdict: Verdict
    confidence: float
    evidence: Sequence[Evidence] = ()


@dataclass(frozen=True, slots=True)
class Unread:
    """A stretch of the text as given from which no statement came, and why."""

    start: int
    end: int
    why: str
