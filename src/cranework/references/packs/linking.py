"""Names in a pack: which entity they are, and new entities for those that are none yet."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from anyascii import anyascii

from cranework.references.intervals import measured
from cranework.references.predicates import Shape, shape_of
from cranework.references.writing import Import

_YEAR_BEHIND = re.compile(r"(.+?) \((1[89]\d\d|20\d\d)\)")
_NAME_OF_A_PERSON = re.compile(
    r"(?:[^\W\d_a-z][\w.'\u2019-]* )(?:(?:[a-z]{1,3} )?[^\W\d_a-z][\w.'\u2019-]*(?: |$)){1,4}"
)
_ID = re.compile(r"([a-z]+):\S+")
_OF_PEOPLE = re.compile(r"\bact(?:or|ress|ing)\b|\bdirect", re.I)
_FESTIVAL = re.compile(r"festival|awards?\b|academy", re.I)
WORDS = frozenset(
    {"title", "alias", "main_prize_name", "scene", "subtitle", "first", "states", "relation", "profession"}
)
FILM_PRIZES = ("picture", "film", "palme", "golden bear", "golden lion", "grand prix", "documentary")


def entity_id(name: str, kind: str) -> str:
    """An id for an entity of which only the name is known."""
    return f"{kind}:{re.sub(r'[^a-z0-9]+', '_', anyascii(name).lower()).strip('_') or 'unnamed'}"


class Linker:
    """All names of a pack. An id stays as it is; entities are written when all are known."""

    def __init__(self, writing: Import, mapping: Mapping[str, Any]) -> None:
        self._writing = writing
        self._kinds: dict[str, str] = {}
        self._notes: dict[str, str] = {}
        self._shown: dict[str, str] = {}
        self._names: dict[str, dict[str, str]] = {}
        self._by_name: dict[str, list[str]] = {}
        for entity in mapping.get("entities", []):
            self._add(entity["id"], entity["kind"], str(entity["name"]), str(entity.get("note", "")))
            for alias in entity.get("aliases", ()):
                self.call(entity["id"], str(alias), "alias")
        for name, kind in mapping.get("kinds", {}).items():
            self.linked(str(name), str(kind))
        self._learn(mapping["facts"])

    def _add(self, id: str, kind: str, name: str, note: str = "") -> None:
        self._kinds[id], self._shown[id], self._notes[id] = kind, name, note
        self.call(id, name, "canonical")

    def call(self, id: str, name: str, kind: str) -> None:
        """Gives an entity one more name."""
        if id not in self._kinds:
            return
        names = self._names.setdefault(id, {})
        if names.get(name, "alias") == "alias":
            names[name] = kind  # what is said more closely later on: an alias may be the original title
        known = self._by_name.setdefault(name.casefold(), [])
        if id not in known:
            known.append(id)

    def _learn(self, facts: list[Mapping[str, Any]]) -> None:
        """What kind of thing every name is, by the predicates that say so: films before prizes that they won."""
        for fact in facts:
            kind = shape_of(fact["p"]).subject
            if kind and isinstance(fact["s"], str):
                self.linked(fact["s"], kind)
        for fact in facts:
            kind = shape_of(fact["p"]).object
            for member in fact["o"] if isinstance(fact["o"], list) else [fact["o"]]:
                name = member[0] if isinstance(member, list) and member else member
                if kind in ("person", "film") and isinstance(name, str):
                    self.linked(name, kind)

    def linked(self, name: str, kind: str = "") -> str:
        """The entity that a name is; a new one of this kind where there is none; the words where no kind is known."""
        if name in self._kinds:
            return name
        kind = "festival" if kind == "event" and _FESTIVAL.search(name) else kind
        of_name = self._by_name.get(name.casefold(), [])
        fitting = [id for id in of_name if not kind or self._kinds[id] == kind]
        if len(fitting) == 1:
            return fitting[0]
        if fitting or not kind:
            return name
        if id := _ID.fullmatch(name):
            self._add(name, id[1], name.partition(":")[2].replace("_", " "))
            return name
        return self._of_store(name, kind) or self._new(name, kind)

    def _of_store(self, name: str, kind: str) -> str | None:
        """The one entity of the store that is called exactly so."""
        known = self._writing.store.find(name, {kind})
        same = [found for found in known if found.name.casefold() == name.casefold()]
        if len(same) != 1 or same[0].entity.id in self._kinds:
            return None
        self._add(same[0].entity.id, kind, name)
        return same[0].entity.id

    def _new(self, name: str, kind: str) -> str:
        first = id = entity_id(name, kind)
        count = 1
        while id in self._kinds:
            count += 1
            id = f"{first}_{count}"
        self._add(id, kind, name)
        if dated := _YEAR_BEHIND.fullmatch(name):
            self._notes[id] = dated[2]
            self.call(id, dated[1], "alias")
        return id

    def subject(self, fact: Mapping[str, Any], shape: Shape) -> str:
        """The subject of a fact, as an id where it is one."""
        name, kind = str(fact["s"]), shape.subject
        if kind or self.linked(name) != name or name in self._kinds:
            return self.linked(name, kind)
        if fact["p"] == "office":
            kind = "person" if _NAME_OF_A_PERSON.fullmatch(name) and " of " not in name else "office"
        if fact["p"] in ("award", "nomination", "award_count"):
            prize = f"{fact['o']} {(fact.get('q') or {}).get('category', '')}"
            kind = "person" if _OF_PEOPLE.search(prize) else "film"
        return self.linked(name, kind)

    def object(self, fact: Mapping[str, Any], shape: Shape, name: str) -> str:
        """The object of a fact, as an id where it is one."""
        kind = shape.object
        if fact["p"] in WORDS:
            return name
        if fact["p"] == "award_winner":
            category = str((fact.get("q") or {}).get("category", "")).casefold()
            kind = (
                ""
                if self.linked(name) != name
                else "film"
                if any(word in category for word in FILM_PRIZES)
                else "person"
            )
        if fact["p"] == "office" and self._kinds.get(self.subject(fact, shape)) == "office":
            kind = "person"
        if kind == "work" or (kind == "person" and not name[:1].isupper()):
            kind = ""
        return self.linked(name, kind)

    def write(self) -> None:
        """Puts all entities and their names into the store."""
        for id, kind in self._kinds.items():
            self._writing.entity(id, kind, self._shown[id], self._notes[id])
            for name, what in self._names[id].items():
                self._writing.name(id, name, what)
            if dated := _YEAR_BEHIND.fullmatch(self._shown[id]):
                self._writing.fact(id, "year", dated[2], interval=measured(dated[2], "date"), certainty="likely")
