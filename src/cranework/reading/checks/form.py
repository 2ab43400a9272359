"""What only the film can tell: form, scenes, lines. Where it is not at hand the facts are asked, or nobody can tell."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cranework.reading import verdicts
from cranework.reading.checks import likeness
from cranework.reading.checks.world import World, mentions
from cranework.reading.model import Judgement, Statement
from cranework.reading.verdicts import Part, Vote

_COLORS = (
    ("black_and_white", r"black[ -]?(?:and|&|n|'n'|-)[ -]?white|\bb ?(?:&|/|and) ?w\b|monochrom|\bbw\b|black-white"),
    ("color", r"\bcolou?r|\w+color\b|\w+colou?r\b|technicolor|\bin colou?r|eastman|agfa|kodachrome"),
)
_COLOR = tuple((name, re.compile(words, re.IGNORECASE)) for name, words in _COLORS)
_STOCK = re.compile(r"\b\w{3,}colou?r\b|\bin (?:\w+ )?colou?r\b|black[ -]and[ -]white|monochrome", re.IGNORECASE)
_PARTLY = re.compile(
    r"colou?ri[sz]|tint|tone[ds]?\b|sequence|scene|shot in part|restor|partly|except|moments|hand-colou?red|switch"
    r"|turns"
    r"|colou?rful|local colou?r|begins|ends|prologue|epilogue",
    re.IGNORECASE,
)
_LAYERS = {
    "color": "the layer of color", "long_take": "the layer of shots", "fast_cutting": "the layer of shots",
    "slow_cutting": "the layer of shots", "montage": "the layer of shots", "dissolve": "the layer of transitions",
    "fade": "the layer of transitions", "wipe": "the layer of transitions",
    "superimposition": "the layer of superimpositions", "light": "the layer of light", "aspect": "the picture's format",
    "sound": "the film's streams",
}  # fmt: skip
_SCENE_SHARE, _SCENE_WORDS = 0.5, 3
"""Share of the words of a scene, and number of them, from which a source tells of the same."""
_LINE_SAME, _LINE_NEAR = 0.9, 0.6


def form(statement: Statement, world: World) -> Judgement:
    """By the measured film; else by what sources say of its color; else nobody can tell."""
    if statement.modality in ("hypothetical", "ironic"):
        return verdicts.weigh(statement, ())
    seen = world.witness.form(statement, world.text) if world.witness is not None and _own(statement, world) else None
    if seen is not None and seen.verdict != "unverified":
        return _softened(statement, seen)
    if statement.predicate == "color" or (statement.predicate == "form" and _STOCK.search(world.words(statement))):
        told = verdicts.weigh(statement, _color(statement, world))
        if told.verdict != "unverified":
            return told
    return seen or verdicts.silent(
        statement.predicate, f"the film would tell: {_LAYERS.get(statement.predicate, 'the layer of camera moves')}"
    )


def length(statement: Statement, world: World, told: Judgement) -> Judgement:
    """A running time that no source supports, held against the film at hand, which is one version of several."""
    if world.witness is None or told.verdict in ("supported", "not_checkable") or not _own(statement, world):
        return told
    seen = world.witness.form(statement, world.text)
    if seen.verdict == "supported":
        return seen
    if told.verdict != "unverified" or seen.verdict == "unverified":
        return told
    return Judgement("differs", seen.confidence, seen.evidence)


def _own(statement: Statement, world: World) -> bool:
    """Whether it is said of the film that was measured."""
    film = world.film_of(statement)
    return statement.about == "film" or (film is not None and world.film is not None and film == world.film.id)


def _softened(statement: Statement, seen: Judgement) -> Judgement:
    """What others are said to say, or what the text takes back, is no error of the text."""
    plain = statement.modality in ("asserted", "hedged") and not statement.corrected
    return seen if plain or seen.verdict != "refuted" else Judgement("differs", seen.confidence, seen.evidence)


def _color(statement: Statement, world: World) -> Sequence[Part]:
    film = world.film_of(statement)
    said = " ".join(part.words for part in statement.objects) or world.words(statement)
    asked = next((name for name, pattern in _COLOR if pattern.search(said)), None)
    if film is None or asked is None:
        return []
    votes = []
    for fact in world.facts(film, "color"):
        says = f"color: {(fact.object or '').replace('_', ' ')}"
        if fact.object == asked:
            votes.append(world.vote("+", fact, says))
        elif fact.object == "mixed" or _PARTLY.search(world.words(statement)):
            votes.append(world.vote("~", fact, says))
        else:
            votes.append(world.vote("-", fact, says, binding=world.functional("color")))
    return [Part(votes, world.film_is_sure(statement))]


def scene(statement: Statement, world: World) -> Judgement:
    """Where it stands in the film; else what a source tells of it, which may support and never refute."""
    if statement.modality in ("hypothetical", "ironic"):
        return verdicts.weigh(statement, ())
    if world.witness is not None and _own(statement, world):
        seen = world.witness.scene(statement, world.text)
        if seen.verdict == "supported":
            return seen
    else:
        seen = None
    film, words = world.film_of(statement), world.words(statement)
    votes: list[Vote] = []
    for fact in world.facts(film, "scene") if film else ():
        place = str(fact.qualifiers.get("where", ""))
        told = likeness.stems(f"{fact.object} {place}")
        spoken = likeness.stems(words)
        both = len(told & spoken)
        if both >= _SCENE_WORDS and both >= _SCENE_SHARE * min(len(told), len(spoken)):
            votes.append(world.vote("+", fact, f"{place}: {fact.object}".lstrip(": ")))
    if votes and statement.polarity == "positive":
        return verdicts.weigh(statement, [Part(votes)])
    return seen or verdicts.silent("scene", "the film with its subtitles")


def quotation(statement: Statement, world: World) -> Judgement:
    """By the film's subtitles; else by a line that a source gives. A quotation is never refuted: it is translated."""
    words = " ".join(part.words for part in mentions(statement.objects)) or world.words(statement)
    ours = statement.predicate == "quotation" and statement.modality != "reported"
    if world.witness is not None and ours:
        seen = world.witness.quotation(statement, world.text)
        if seen.verdict != "unverified":
            return seen
    film = world.film_of(statement)
    votes: list[Vote] = []
    for fact in world.facts(film, "subtitle") if film and ours else ():
        share = likeness.shared(fact.object or "", words)
        if share >= _LINE_NEAR and len(likeness.stems(words)) >= _SCENE_WORDS:
            votes.append(world.vote("+" if share >= _LINE_SAME else "~", fact, f"subtitle: {fact.object}"))
    if votes:
        return verdicts.weigh(statement, [Part(votes)])
    return verdicts.silent("quotation", "the film's subtitles")
