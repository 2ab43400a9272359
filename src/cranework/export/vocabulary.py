"""Other people's words for camera moves: each vocabulary is one file of rules in `vocabularies/`.

A rule names conditions on a row and the terms that hold where all of them are met. A row is a move together with its
shot's `steadiness` and `flags` (`[[moves]]`), or a shot (`[[shots]]`). A condition is a column and the words of which
it must hold one; or `{ below = number }`, for a number that must be nearer to 0.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from cranework.errors import UsageError

FOLDER = files("cranework.export").joinpath("vocabularies")
SUFFIX = ".toml"
TERMS = "terms"  # of a rule; all other keys are conditions. And where they stand in the document
ORIGIN = ("title", "version", "source", "license", "note")  # what a file says of itself
OF_THE_SHOT = ("steadiness", "flags")  # what a rule for moves may ask of the shot
Terms = dict[str, list[str]]


@dataclass(frozen=True)
class Rule:
    """Where all conditions are met, these terms hold."""

    conditions: Mapping[str, Any]
    terms: Mapping[str, list[str]]

    def holds(self, row: Mapping[str, Any]) -> bool:
        """Whether the row meets all conditions."""
        return all(_met(row.get(column), wanted) for column, wanted in self.conditions.items())


def _met(value: Any, wanted: Any) -> bool:
    if isinstance(wanted, dict):
        return value is not None and abs(value) < wanted["below"]
    return any(word in wanted for word in (value if isinstance(value, list) else [value]))


@dataclass(frozen=True)
class Vocabulary:
    """One vocabulary: where its words come from, and when they hold.

    `sentence` is the kind of term under which a shot's moves stand in one line of words, where the vocabulary has one.
    """

    name: str
    origin: Mapping[str, str | None]
    moves: tuple[Rule, ...]
    shots: tuple[Rule, ...]
    sentence: str | None

    def of_move(self, move: Mapping[str, Any], shot: Mapping[str, Any]) -> Terms:
        """The terms of a move; of one that cannot be told, the terms that all it may be have in common."""
        row = {name: shot.get(name) for name in OF_THE_SHOT} | dict(move)
        if move.get("label") is not None:
            return _terms(self.moves, row)
        candidates = [_terms(self.moves, row | {"label": label}) for label in move.get("ambiguous_with") or [None]]
        return _common(candidates)

    def of_shot(self, shot: Mapping[str, Any], moves: Iterable[Terms]) -> Terms:
        """The terms of a shot: those of its moves, and what holds of it as a whole."""
        result = _joined([*moves, _terms(self.shots, shot)])
        told = [_words(move) for move in shot["moves"] if move.get("label") is not None]
        return result | ({self.sentence: ["; ".join(told)]} if self.sentence and told else {})

    def add_to(self, document: dict[str, Any]) -> None:
        """Adds the terms of each shot and each move to a document, and says once where they come from."""
        for shot in document["shots"]:
            found = [self.of_move(move, shot) for move in shot["moves"]]
            for move, terms in zip(shot["moves"], found, strict=True):
                move[TERMS] = {self.name: terms}
            shot[TERMS] = {self.name: self.of_shot(shot, found)}
        document["vocabularies"] = {self.name: dict(self.origin)}


def _terms(rules: Iterable[Rule], row: Mapping[str, Any]) -> Terms:
    return _joined(rule.terms for rule in rules if rule.holds(row))


def _joined(several: Iterable[Mapping[str, list[str]]]) -> Terms:
    """All terms, each once, in the order in which they come."""
    result: Terms = {}
    for terms in several:
        for kind, words in terms.items():
            known = result.setdefault(kind, [])
            known += [word for word in words if word not in known]
    return result


def _common(several: list[Terms]) -> Terms:
    """The terms that stand in all of them."""
    first, *others = several
    common = {kind: [word for word in words if all(word in other.get(kind, ()) for other in others)]
              for kind, words in first.items()}  # fmt: skip
    return {kind: words for kind, words in common.items() if words}


def _words(move: Mapping[str, Any]) -> str:
    """What the camera does, as one says it: "pan left, slow"."""
    name = str(move["label"]).replace("_", " ")
    return f"{name}, {move['speed_word']}" if move.get("speed_word") else name


def names() -> list[str]:
    """The vocabularies that are there, in the order of the alphabet."""
    return sorted(file.name.removesuffix(SUFFIX) for file in FOLDER.iterdir() if file.name.endswith(SUFFIX))


def vocabulary_named(name: str) -> Vocabulary:
    """Reads a vocabulary. Raises UsageError where there is none of that name."""
    if name not in names():
        raise UsageError(name, "there is no such vocabulary", f"there are: {', '.join(names())}")
    told = tomllib.loads(FOLDER.joinpath(name + SUFFIX).read_text(encoding="utf-8"))
    origin = {fact: told.get(fact) for fact in ORIGIN}
    moves, shots = (tuple(map(_rule, told.get(kind, ()))) for kind in ("moves", "shots"))
    return Vocabulary(name, origin, moves, shots, told.get("sentence"))


def _rule(told: dict[str, Any]) -> Rule:
    return Rule({name: value for name, value in told.items() if name != TERMS}, told[TERMS])
