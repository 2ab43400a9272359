"""What reference data is made of: sources, entities with their names, predicates, facts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Source:
    """Where facts come from.

    Attributes:
        kind: primary, reference, secondary, historical or fringe; the first outranks the next.
        as_of: the date or the edition that its facts hold for, as the source states it.
        copies_of: another source that this one copies; both count as one voice.
    """

    id: str
    title: str
    kind: str
    edition: str = ""
    as_of: str = ""
    licence: str = ""
    copies_of: str | None = None


@dataclass(frozen=True, slots=True)
class Entity:
    """A film, person, character, festival, event, office, country or place, and all that it is called.

    Attributes:
        id: ``kind:word`` in packs of ours, the source's own id elsewhere (``tt0050634``, ``Q123``).
        name: the name that it is shown by.
        names: all names and titles with their kind (canonical, alias, birth, original, translated, spelling).
    """

    id: str
    kind: str
    name: str
    note: str = ""
    names: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Predicate:
    """A relation, and how statements of it are compared with facts.

    Attributes:
        functional: at most one value is true of a subject under the same qualifiers.
        closed: the store's list is complete unless a fact says otherwise, so that what is not in it is excluded.
        tolerance: share of the value by which statements may differ from a source (0.03 = 3 %).
        compare: entity, interval, number, set or text.
    """

    id: str
    functional: bool = False
    closed: bool = False
    tolerance: float = 0.0
    compare: str = "text"


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that one source or several state.

    Attributes:
        subject: an entity's id, or plain words where the source names something that is no entity.
        object: an entity's id or words; a list in a source gives one fact for each of its members.
        lo, hi: the value as an interval, where it is one: days (``date.toordinal``) for dates, half open; SI units
            (seconds, metres), counts and shares else, closed.
        qualifiers: what the fact holds for: category, festival, country, from, to, film, of, kind, note ...
        complete: this fact belongs to a list that the source calls complete.
        certainty: sure, likely or disputed.
        obsolete, fringe: such a fact neither refutes nor supports alone.
    """

    id: str
    subject: str
    predicate: str
    object: str | None = None
    lo: float | None = None
    hi: float | None = None
    unit: str = ""
    qualifiers: Mapping[str, Any] = field(default_factory=dict)
    complete: bool = False
    certainty: str = "sure"
    obsolete: bool = False
    fringe: bool = False
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entity that a name may mean.

    Attributes:
        name: the entity's name that fits best.
        score: likeness from 0 to 1 (``names.likeness``).
        homonyms: other entities of the store that the name fits as well; then the link is doubtful.
    """

    entity: Entity
    name: str
    score: float
    homonyms: tuple[str, ...] = ()
