"""One entity of Wikidata: its names, and its statements as facts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from cranework.references.importers import wikidata_values as values
from cranework.references.importers import wikidata_words as known
from cranework.references.intervals import days
from cranework.references.labels import COUNTRIES
from cranework.references.writing import Import

SHOWN_IN = ("en", "en-gb", "en-us", "mul")
MOST_REVISIONS = 1 << 62
Claim = Mapping[str, Any]


def take(writing: Import, entity: Mapping[str, Any], films_only: bool = False) -> None:
    """Brings in an entity of a kind that texts about films speak of; others are passed over."""
    claims = entity.get("claims")
    claims = claims if isinstance(claims, Mapping) else {}  # an empty one is a list in old dumps
    kind = _kind(claims)
    if kind is None or (films_only and kind not in ("film", "person", "festival", "award")):
        return
    id, labels = str(entity["id"]), _texts(entity.get("labels"))
    name = next((labels[lang] for lang in SHOWN_IN if lang in labels), next(iter(labels.values()), id))
    description = _texts(entity.get("descriptions")).get("en", "")
    revision = entity.get("lastrevid")
    revision = revision if isinstance(revision, int) and 0 < revision < MOST_REVISIONS else 0
    writing.entity(id, kind, name, description, revision)
    for text, what, lang in _names(entity, labels, name, claims):
        writing.name(id, text, what, lang)
    for claim in best(claims, known.IMDB_ID):
        if other := values.words(claim["mainsnak"]):
            writing.same(id, other[0])
    for predicate, properties in FACTS:
        for property in properties:
            for claim in best(claims, property):
                predicate(writing, id, property, claim)
    _span(writing, id, kind, claims)


def _kind(claims: Mapping[str, Any]) -> str | None:
    classes = [values.item(claim["mainsnak"]) for claim in best(claims, known.INSTANCE_OF)]
    found = next((known.KINDS[one] for one in classes if one in known.KINDS), None)
    if found is None and "P57" in claims:
        return "film"  # some of the many classes of films: somebody directed it
    if found is None and any(property in claims for property in (known.POINT_IN_TIME, known.BEGUN)):
        return "event"
    return found


def _texts(found: Any) -> dict[str, str]:
    """Language to text, of labels or descriptions."""
    if not isinstance(found, Mapping):
        return {}
    return {
        str(lang): one["value"]
        for lang, one in found.items()
        if isinstance(one, Mapping) and isinstance(one.get("value"), str)
    }


def _names(
    entity: Mapping[str, Any], labels: Mapping[str, str], name: str, claims: Mapping[str, Any]
) -> Iterator[tuple[str, str, str]]:
    """(text, kind of name, language) of all that it is called, each text once."""
    said = {name}
    yield name, "canonical", ""

    def new(text: str) -> bool:
        fresh = bool(text.strip()) and text not in said
        said.add(text)
        return fresh

    for property, kind in known.NAMES.items():
        for claim in best(claims, property):
            found = values.words(claim["mainsnak"])
            if found and new(found[0]):
                yield found[0], kind, found[1]
    for lang, text in labels.items():
        if new(text):
            yield text, "translated", lang
    aliases = entity.get("aliases")
    for lang, listed in aliases.items() if isinstance(aliases, Mapping) else ():
        for one in listed if isinstance(listed, list) else ():
            alias = one.get("value") if isinstance(one, Mapping) else None
            if isinstance(alias, str) and new(alias):
                yield alias, "alias", str(lang)


def best(claims: Mapping[str, Any], property: str) -> list[Claim]:
    """The statements that hold: the preferred ones, or else the normal ones."""
    listed = claims.get(property)
    found = [
        claim
        for claim in (listed if isinstance(listed, list) else ())
        if isinstance(claim, Mapping)
        and isinstance(claim.get("mainsnak"), Mapping)
        and claim.get("rank", "normal") in ("normal", "preferred")
        and values.value_of(claim["mainsnak"]) is not None
    ]
    preferred = [claim for claim in found if claim.get("rank") == "preferred"]
    return preferred or found


def _qualified(claim: Claim, property: str) -> Mapping[str, Any] | None:
    """The first qualifier of this property."""
    qualifiers = claim.get("qualifiers")
    snaks = qualifiers.get(property) if isinstance(qualifiers, Mapping) else None
    return snaks[0] if isinstance(snaks, list) and snaks and isinstance(snaks[0], Mapping) else None


def _when(claim: Claim) -> dict[str, str]:
    """Qualifiers at, from and to of a statement."""
    asked = {"at": known.POINT_IN_TIME, "from": known.BEGUN, "to": known.ENDED}
    found = {name: values.time(snak) for name, property in asked.items() if (snak := _qualified(claim, property))}
    return {name: time.words for name, time in found.items() if time is not None}


def _credit(writing: Import, id: str, property: str, claim: Claim) -> None:
    if (person := values.item(claim["mainsnak"])) is None:
        return
    said: dict[str, str] = {"kind": "voice"} if property == "P725" else {}
    if (snak := _qualified(claim, known.CHARACTER_NAME)) and (name := values.words(snak)):
        said["as"] = name[0]
    guid = str(claim.get("id", ""))
    if (snak := _qualified(claim, known.CHARACTER)) and (character := values.item(snak)):
        said["character"] = character
        writing.fact(character, "plays", person, id=guid, qualifiers={"film": id})
    writing.fact(id, known.CREDITS[property], person, id=guid, qualifiers=said)


def _word(writing: Import, id: str, property: str, claim: Claim) -> None:
    if (object := values.item(claim["mainsnak"])) is None:
        return
    said: dict[str, Any] = _when(claim)
    if property in ("P166", "P1411") and "at" in said:
        said["year"] = int(said["at"][:4])
    if (snak := _qualified(claim, known.FOR_WORK)) and (work := values.item(snak)):
        said["film"] = work
    object = known.COLORS.get(object, object) if property == "P462" else object
    writing.fact(id, known.WORDS[property], object, id=str(claim.get("id", "")), qualifiers=said)


def _date(writing: Import, id: str, property: str, claim: Claim) -> None:
    if found := values.time(claim["mainsnak"]):
        _dated(writing, id, known.DATES[property], found, claim, {})


def _dated(writing: Import, id: str, predicate: str, found: values.Time, claim: Claim, said: Mapping[str, str]) -> None:
    """A date as a fact; one of the old calendar as two, since texts give either."""
    guid = str(claim.get("id", ""))
    if found.old_style is None:
        writing.fact(id, predicate, found.words, id=guid, interval=(*found.interval, "day"), qualifiers=said)
        return
    for style, interval in (("new", found.interval), ("old", found.old_style)):
        words, both = values.iso(interval), {**said, "style": style}
        writing.fact(id, predicate, words, id=guid, interval=(*interval, "day"), qualifiers=both)


def _published(writing: Import, id: str, property: str, claim: Claim) -> None:
    """A day is that of a first showing in a country; each makes its year one of the film's."""
    if (found := values.time(claim["mainsnak"])) is None or found.precision < values.YEAR:
        return
    snak = _qualified(claim, known.PLACE)
    place = values.item(snak) if snak else None
    said = {"country": COUNTRIES[place][1] if place in COUNTRIES else place} if place else {}
    year, guid = found.words[:4], str(claim.get("id", ""))
    if found.precision > values.YEAR:
        _dated(writing, id, "premiere", found, claim, said)
    interval = days(year)
    if interval:
        writing.fact(id, "year", year, id=guid, interval=(*interval, "day"), qualifiers=said)


def _duration(writing: Import, id: str, property: str, claim: Claim) -> None:
    if found := values.seconds(claim["mainsnak"]):
        writing.fact(id, "runtime_min", found[0], id=str(claim.get("id", "")), interval=found[1])


def _span(writing: Import, id: str, kind: str, claims: Mapping[str, Any]) -> None:
    """From when to when an event lasted."""
    ends = [best(claims, property)[:1] for property in (known.BEGUN, known.ENDED)]
    if kind not in ("event", "festival") or not all(ends):
        return
    begun, ended = (values.time(end[0]["mainsnak"]) for end in ends)
    if begun and ended and begun.interval[0] < ended.interval[1]:
        interval = (begun.interval[0], ended.interval[1], "day")
        guid = str(ends[0][0].get("id", ""))
        writing.fact(id, "event_date", f"{begun.words}/{ended.words}", id=guid, interval=interval)


FACTS: tuple[tuple[Callable[[Import, str, str, Claim], None], tuple[str, ...]], ...] = (
    (_credit, tuple(known.CREDITS)),
    (_word, tuple(known.WORDS)),
    (_date, tuple(known.DATES)),
    (_published, (known.PUBLISHED,)),
    (_duration, (known.DURATION,)),
)
