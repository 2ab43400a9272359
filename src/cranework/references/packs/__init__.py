"""Fact packs: facts with their sources, written by hand, one mapping (of YAML or JSON) to a pack.

A pack has ``sources``, ``predicates``, ``entities`` and ``facts`` (``s`` subject, ``p`` predicate, ``o`` object, ``q``
qualifiers, ``certainty``, ``src``, ``closed``, ``obsolete``, ``fringe``); only ``facts`` must be there. Subjects and
objects may be ids, or names: a name becomes the entity that it is, or a new one where the predicate wants one.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import replace
from importlib import resources
from typing import Any

from cranework.references.intervals import measured, year_of
from cranework.references.model import Predicate, Source
from cranework.references.packs.checking import check
from cranework.references.packs.linking import Linker
from cranework.references.predicates import Shape, shape_of
from cranework.references.store import RANK, Store
from cranework.references.writing import Import

LINKED_QUALIFIERS = {"film": "film", "of": "character", "speaker": "person", "with": "person"}
NAMES_OF = {"title": "translated", "alias": "alias"}


def load(store: Store, mapping: Mapping[str, Any], id: str | None = None, **details: str) -> None:
    """Reads a pack into a store, all of it or nothing; an older pack of the same id is replaced.

    Without an id, a pack is the same as another if it says the same. `details`: file, fingerprint, edition, as_of.
    Raises NotImportable where it is no pack, with the place in it that is wrong.
    """
    check(mapping)
    id = "_".join((id or f"pack:{_digest(mapping)}").split())
    writing = Import.begin(store, id, "pack", **details)
    try:
        pack = _Pack(writing, mapping, id, details)
        pack.describe()
        for number, fact in enumerate(mapping["facts"], 1):
            pack.fact(fact, number)
        pack.linker.write()
        writing.finish()
    except BaseException:
        writing.undo()
        raise


def shipped() -> Iterable[tuple[str, str]]:
    """(name, text) of every pack that comes with the program."""
    folder = resources.files(__name__)
    for file in sorted(folder.iterdir(), key=lambda file: file.name):
        if file.name.endswith(".yaml"):
            yield file.name.removesuffix(".yaml"), file.read_text(encoding="utf-8")


def _digest(mapping: Mapping[str, Any]) -> str:
    """A word that tells packs apart by what they say."""
    return hashlib.sha256(repr(mapping).encode("utf-8", "replace")).hexdigest()[:12]


class _Pack:
    """A pack while it is read in."""

    def __init__(self, writing: Import, mapping: Mapping[str, Any], id: str, details: Mapping[str, str]) -> None:
        self.writing, self.mapping, self.id = writing, mapping, id
        self.edition, self.as_of = details.get("edition", ""), details.get("as_of", "")
        self.linker = Linker(writing, mapping)
        self.cited = {str(source): self._free(str(source)) for source in mapping.get("sources", {})}

    def _free(self, source: str) -> str:
        """The id of a source; one that another import uses for something else is told apart by the pack's own id."""
        query = "SELECT 1 FROM source JOIN import ON number = origin WHERE source.id = ? AND import.id NOT IN (?, '')"
        return f"{self.id}/{source}" if self.writing.store.rows(query, [source, self.id]) else source

    def describe(self) -> None:
        """Sources, predicates, and the entities that the pack names itself. Facts without a source cite the pack."""
        title, kind = str(self.mapping.get("title", self.id)), self.mapping.get("kind", "secondary")
        kind = kind if kind in RANK else "secondary"
        self.writing.source(
            Source(self.id, title, kind, self.edition, self.as_of, str(self.mapping.get("licence", "")))
        )
        for id, source in self.mapping.get("sources", {}).items():
            kind, copied = source.get("kind", "secondary"), source.get("copies_of")
            title, as_of = str(source.get("what", source.get("title", id))), str(source.get("as_of", self.as_of))
            edition, licence = str(source.get("edition", "")), str(source.get("licence", ""))
            copies_of = None if copied is None else self.cited.get(str(copied), str(copied))
            self.writing.source(Source(self.cited[str(id)], title, kind, edition, as_of, licence, copies_of))
        for id, said in self.mapping.get("predicates", {}).items():
            self.writing.predicate(_predicate(id, said))
        for entity in self.mapping.get("entities", []):
            for other in entity.get("same", ()):
                self.writing.same(str(other), entity["id"])
            if "film" in entity:
                place, sources = f"{entity['id']} in its entities", self._sources(entity)
                self.writing.fact(entity["id"], "character_of", entity["film"], sources=sources, place=place)

    def _sources(self, entry: Mapping[str, Any]) -> list[str]:
        return [self.cited.get(str(source), "_".join(str(source).split())) for source in entry.get("src", ())]

    def fact(self, fact: Mapping[str, Any], number: int) -> None:
        """All that one entry says: one fact for each member of a list."""
        shape, said = shape_of(fact["p"]), fact["o"]
        qualifiers = self._qualifiers(fact)
        complete = bool(fact.get("closed") or qualifiers.get("complete"))
        subject, id = self.linker.subject(fact, shape), str(fact["id"]) if "id" in fact else None
        for alias in qualifiers.get("aliases", ()) if fact["p"] != "based_on" else ():
            self.linker.call(subject, str(alias), "alias")
        for member in _members(said, shape):
            object, interval, more = self._object(fact, shape, member, qualifiers)
            if fact["p"] in NAMES_OF and object is not None:
                original = qualifiers.get("kind") == "original"
                self.linker.call(subject, object, "original" if original else NAMES_OF[fact["p"]])
            self.writing.fact(
                subject, fact["p"], object, id=id, interval=interval, qualifiers={**qualifiers, **more},
                complete=complete, certainty=str(fact.get("certainty", "sure")), obsolete=bool(fact.get("obsolete")),
                fringe=bool(fact.get("fringe")), sources=self._sources(fact), place=number,
            )  # fmt: skip

    def _qualifiers(self, fact: Mapping[str, Any]) -> dict[str, Any]:
        """The qualifiers, names in them linked."""
        found = dict(fact.get("q") or {})
        for name, kind in LINKED_QUALIFIERS.items():
            if isinstance(found.get(name), str):
                found[name] = self.linker.linked(found[name], kind if fact["p"] in ("plays", "award_winner") else "")
        return found

    def _object(
        self, fact: Mapping[str, Any], shape: Shape, member: Any, qualifiers: Mapping[str, Any]
    ) -> tuple[str | None, tuple[float, float, str] | None, dict[str, Any]]:
        """(the object in words or an id, its interval, further qualifiers) of one member."""
        more: dict[str, Any] = {}
        if shape.value:
            interval = measured(member, shape.value)
            if interval and qualifiers.get("precision") == "year" and interval[2] == "day":
                interval = (*year_of(interval[:2]), "day")
            return _words(member), interval, more
        if isinstance(member, list) and member:
            names = {2: ("year",), 3: ("from", "to")}.get(len(member), ())
            more = {name: value for name, value in zip(names, member[1:], strict=False) if value is not None}
            member = member[0]
        return self.linker.object(fact, shape, _words(member)), None, more


def _members(said: Any, shape: Shape) -> list[Any]:
    """What a list lists; a pair of numbers is a range, and one member."""
    if not isinstance(said, list):
        return [said]
    pair = len(said) == 2 and all(isinstance(end, int | float) for end in said)
    return [said] if pair and shape.value not in ("", "date") else said


def _words(member: Any) -> str:
    return " to ".join(str(end) for end in member) if isinstance(member, list) else str(member)


def _predicate(id: str, said: Mapping[str, Any]) -> Predicate:
    usual = shape_of(id).predicate
    tolerance = said.get("tolerance", usual.tolerance)
    if isinstance(tolerance, str):
        number, _, rest = tolerance.partition(" ")
        share = 0.01 if rest.startswith("percent") else 1.0
        tolerance = float(number) * share if number.replace(".", "", 1).isdigit() else usual.tolerance
    return replace(
        usual,
        functional=bool(said.get("functional", usual.functional)),
        closed=bool(said.get("closed", usual.closed)),
        tolerance=float(tolerance),
        compare=str(said.get("compare", usual.compare)),
    )
