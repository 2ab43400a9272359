"""Entities of Wikidata, made for tests."""

from __future__ import annotations

from typing import Any

Json = dict[str, Any]


def item(id: str) -> Json:
    return {"snaktype": "value", "datavalue": {"type": "wikibase-entityid", "value": {"entity-type": "item", "id": id}}}


def words(text: str, lang: str | None = None) -> Json:
    value: Any = {"text": text, "language": lang} if lang else text
    return {"snaktype": "value", "datavalue": {"type": "string", "value": value}}


def time(written: str, precision: int = 11, calendar: str = "Q1985727") -> Json:
    model = f"http://www.wikidata.org/entity/{calendar}"
    value = {"time": written, "precision": precision, "calendarmodel": model}
    return {"snaktype": "value", "datavalue": {"type": "time", "value": value}}


def amount(number: str, unit: str = "Q7727", **more: str) -> Json:
    value = {"amount": number, "unit": f"http://www.wikidata.org/entity/{unit}", **more}
    return {"snaktype": "value", "datavalue": {"type": "quantity", "value": value}}


def claim(snak: Json, rank: str = "normal", id: str = "", **qualifiers: Json) -> Json:
    return {"mainsnak": snak, "rank": rank, "id": id, "qualifiers": {name: [one] for name, one in qualifiers.items()}}


def entity(id: str, name: str, kind: str, claims: dict[str, list[Json]] | None = None, revision: int = 1) -> Json:
    return {
        "id": id, "type": "item", "lastrevid": revision,
        "labels": {"en": {"language": "en", "value": name}},
        "claims": {"P31": [claim(item(kind))], **(claims or {})},
    }  # fmt: skip


FILM, HUMAN = "Q11424", "Q5"
