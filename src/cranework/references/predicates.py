"""The predicates that are known without a pack: how their facts are compared, and what stands at both their ends."""

from __future__ import annotations

from dataclasses import dataclass

from cranework.references.model import Predicate


@dataclass(frozen=True, slots=True)
class Shape:
    """A predicate, and what its facts are made of.

    Attributes:
        subject, object: the kind of entity at each end; an empty string where it is no entity.
        value: date, minutes, years, km, millions or count where the object is a number; an empty string else.
    """

    predicate: Predicate
    subject: str = ""
    object: str = ""
    value: str = ""


WHOLE = frozenset({"director", "cinematographer", "composer", "editor", "screenwriter", "country"})
"""Lists that a source may give whole. Whether it does is said by each fact: data bases cut theirs, or leave gaps, and a
list that is taken for complete refutes what is true."""


def _credits() -> list[Shape]:
    open_ = ["producer", "production_designer", "cast", "archive_cast"]
    uncredited = [f"{role}_uncredited" for role in ("director", "screenwriter", "composer", "cast")]
    roles = sorted(WHOLE - {"country"})
    return [Shape(Predicate(role, compare="entity"), "film", "person") for role in (*roles, *open_, *uncredited)]


def _values() -> list[Shape]:
    def value(name: str, subject: str, measure: str, functional: bool = False, tolerance: float = 0.0) -> Shape:
        compare = "interval" if measure == "date" else "number"
        return Shape(Predicate(name, functional, tolerance=tolerance, compare=compare), subject, value=measure)

    return [
        value("year", "film", "date"),
        value("premiere", "film", "date", functional=True),
        value("born", "person", "date", functional=True),
        value("died", "person", "date", functional=True),
        value("event_date", "event", "date", functional=True),
        value("runtime_min", "film", "minutes", tolerance=0.03),
        value("duration_years", "event", "years", functional=True, tolerance=0.13),
        value("closest_km", "event", "km", functional=True),
        value("distance_km", "event", "km"),
        value("admissions_millions", "film", "millions", functional=True, tolerance=0.1),
        value("quantity", "quantity", "count"),
        value("award_count", "film", "count", functional=True),
        value("feature_films_1951", "quantity", "count", functional=True),
    ]


def _words() -> list[Shape]:
    def words(name: str, subject: str, object: str = "", **kinds: bool) -> Shape:
        compare = "entity" if object else "text"
        return Shape(Predicate(name, kinds.get("functional", False), compare=compare), subject, object)

    sets = [Shape(Predicate("country", compare="set"), "film")]
    sets += [Shape(Predicate(name, compare="set"), "film") for name in ("language", "genre", "studio")]
    return [
        *sets,
        words("title", "film"),
        words("color", "film", functional=True),
        words("based_on", "film", "work"),
        words("sequel_of", "film", "film"),
        words("character_of", "character", "film"),
        words("plays", "character", "person", functional=True),
        words("relation", "character", functional=True),
        words("profession", ""),
        words("origin", "person"),
        words("alias", "person"),
        words("filmography", "person", "film"),
        words("award", ""),
        words("nomination", ""),
        words("award_winner", "festival"),
        words("jury_president", "festival", "person", functional=True),
        words("main_prize_name", "festival", functional=True),
        words("office", "", functional=True),
        words("first", ""),
        words("scene", "film"),
        words("subtitle", "film"),
        words("states", ""),
    ]


SHAPES: dict[str, Shape] = {shape.predicate.id: shape for shape in (*_credits(), *_values(), *_words())}


def shape_of(predicate: str) -> Shape:
    """The shape of a predicate; of plain words where it is not known."""
    return SHAPES.get(predicate) or Shape(Predicate(predicate))
