"""Wikidata's entities: ranks, precisions, calendars, units, qualifiers; one, several, a dump; the newest revision."""

from __future__ import annotations

import bz2
import gzip
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.references.conftest import Bring
from tests.references.wikidata_made import FILM, HUMAN, Json, amount, claim, entity, item, time, words

from cranework.errors import NotImportable
from cranework.references.importers.wikidata_values import time as read_time
from cranework.references.store import Store

BringEntities = Callable[..., Any]


@pytest.fixture
def entities(bring: Bring, tmp_path: Path) -> BringEntities:
    """`entities(one, two, file="x.json")` imports entities."""

    def bring_in(*found: Json, file: str = "made.json", **more: Any) -> Any:
        path = tmp_path / file
        path.write_text(json.dumps({"entities": {one["id"]: one for one in found}}), encoding="utf-8")
        return bring("wikidata", path, **more)

    return bring_in


def objects(store: Store, subject: str, predicate: str) -> list[str | None]:
    return [fact.object for fact in store.facts(subject, predicate)]


def test_ranks(store: Store, entities: BringEntities) -> None:
    people = [entity(f"Q{n}", f"Person {n}", HUMAN) for n in (21, 22, 23, 24)]
    claims = {
        "P57": [claim(item("Q21")), claim(item("Q22"), "preferred"), claim(item("Q23"), "deprecated")],
        "P86": [claim(item("Q24")), claim(item("Q23"), "deprecated")],
    }
    entities(entity("Q20", "A Film", FILM, claims), *people)
    assert objects(store, "Q20", "director") == ["Q22"]
    assert objects(store, "Q20", "composer") == ["Q24"]
    assert not any(fact.complete for fact in store.facts("Q20"))


def test_no_value_and_unknown_value_are_none(store: Store, entities: BringEntities) -> None:
    claims = {"P57": [claim({"snaktype": "somevalue"})], "P86": [claim({"snaktype": "novalue"})]}
    entities(entity("Q20", "A Film", FILM, claims))
    assert store.facts("Q20") == []


@pytest.mark.parametrize(
    ("written", "precision", "first", "after"),
    [
        ("+1957-10-12T00:00:00Z", 11, date(1957, 10, 12), date(1957, 10, 13)),
        ("+1957-10-00T00:00:00Z", 10, date(1957, 10, 1), date(1957, 11, 1)),
        ("+1957-00-00T00:00:00Z", 9, date(1957, 1, 1), date(1958, 1, 1)),
        ("+1957-01-01T00:00:00Z", 9, date(1957, 1, 1), date(1958, 1, 1)),
        ("+1950-00-00T00:00:00Z", 8, date(1950, 1, 1), date(1960, 1, 1)),
        ("+00000001957-10-12T10:00:00Z", 14, date(1957, 10, 12), date(1957, 10, 13)),
    ],
)
def test_times_are_as_wide_as_their_precision(written: str, precision: int, first: date, after: date) -> None:
    found = read_time(time(written, precision))
    assert found is not None and found.interval == (first.toordinal(), after.toordinal())


@pytest.mark.parametrize(
    "snak",
    [
        time("-0043-03-15T00:00:00Z"), time("+1900-00-00T00:00:00Z", 7), time("+99999-01-01T00:00:00Z", 9), {},
        time("+1957-02-30T00:00:00Z"), time("soon"), words("1957"), {"snaktype": "value", "datavalue": {"value": 3}},
    ],
)  # fmt: skip
def test_times_that_no_calendar_has(snak: Json) -> None:
    assert read_time(snak) is None


def test_old_style_is_told_in_both(store: Store, entities: BringEntities) -> None:
    """Eisenstein was born on 10 January 1898 by the calendar of his country, on 22 January by ours."""
    claims = {"P569": [claim(time("+1898-01-10T00:00:00Z", calendar="Q1985786"))]}
    entities(entity("Q8003", "Sergei Eisenstein", HUMAN, claims))
    said = [(fact.object, fact.qualifiers["style"]) for fact in store.facts("Q8003", "born")]
    assert said == [("1898-01-22", "new"), ("1898-01-10", "old")]


def test_first_showings_and_years(store: Store, entities: BringEntities) -> None:
    claims = {
        "P577": [
            claim(time("+1957-10-12T00:00:00Z"), P291=item("Q15180"), id="a"),
            claim(time("+1960-00-00T00:00:00Z", 9), P291=item("Q30")),
        ]
    }
    entities(entity("Q20", "A Film", FILM, claims))
    [premiere] = store.facts("Q20", "premiere")
    assert (premiere.object, premiere.qualifiers, premiere.id) == ("1957-10-12", {"country": "SU"}, "a")
    assert objects(store, "Q20", "year") == ["1957", "1960"]


def test_durations_in_their_units(store: Store, entities: BringEntities) -> None:
    claims = {
        "P2047": [
            claim(amount("+95")), claim(amount("+1.5", "Q25235")), claim(amount("+5820", "Q11574")),
            claim(amount("+95", upperBound="+96", lowerBound="+94")), claim(amount("+3", "Q573")), claim(amount("x")),
        ]
    }  # fmt: skip
    entities(entity("Q20", "A Film", FILM, claims))
    said = [(fact.object, fact.lo, fact.hi) for fact in store.facts("Q20", "runtime_min")]
    assert said == [("95", 5700, 5700), ("90", 5400, 5400), ("97", 5820, 5820), ("95", 5640, 5760)]


def test_qualifiers(store: Store, entities: BringEntities) -> None:
    claims = {
        "P161": [claim(item("Q21"), P453=item("Q31"), P4633=words("Veronika"))],
        "P166": [claim(item("Q41"), P585=time("+1958-05-18T00:00:00Z"), P1686=item("Q20"))],
    }
    office = {
        "P39": [claim(item("Q51"), P580=time("+1946-00-00T00:00:00Z", 9), P582=time("+1948-01-00T00:00:00Z", 10))]
    }
    named = [entity("Q41", "Palme d'Or", "Q618779"), entity("Q51", "deputy minister", "Q618779")]
    entities(entity("Q20", "A Film", FILM, claims), entity("Q21", "An Actress", HUMAN, office), *named)
    [cast] = store.facts("Q20", "cast")
    assert (cast.object, cast.qualifiers) == ("Q21", {"as": "Veronika", "character": "Q31"})
    assert store.facts("Q31", "plays")[0].qualifiers == {"film": "Q20"}
    [award] = store.facts("Q20", "award")
    assert (award.object, award.qualifiers["year"], award.qualifiers["film"]) == ("Palme d'Or", 1958, "Q20")
    [held] = store.facts("Q21", "office")
    assert (held.object, held.qualifiers) == ("deputy minister", {"from": "1946", "to": "1948-01"})


def test_a_list_with_a_member_that_nobody_can_name_says_nothing(store: Store, entities: BringEntities) -> None:
    """A list of countries that is complete but for one would refute what is true of that one."""
    known = {"P495": [claim(item("Q15180")), claim(item("Q38"))], "P136": [claim(item("Q777"))]}
    unknown = {"P495": [claim(item("Q15180")), claim(item("Q999999"))], "P57": [claim(item("Q999998"))]}
    entities(entity("Q20", "A Film", FILM, known), entity("Q25", "Another", FILM, unknown))
    assert objects(store, "Q20", "country") == ["Soviet Union", "Italy"]
    assert objects(store, "Q20", "genre") == []
    assert store.facts("Q25") == []
    entities(entity("Q777", "war film", "Q618779"), file="later.json")
    assert objects(store, "Q20", "genre") == ["war film"]


def test_names_of_all_kinds(store: Store, entities: BringEntities) -> None:
    film = entity("Q20", "The Cranes Are Flying", FILM, {"P1476": [claim(words("Летят журавли", "ru"))]})
    film["labels"]["fr"] = {"language": "fr", "value": "Quand passent les cigognes"}
    film["aliases"] = {"en": [{"value": "Letyat zhuravli"}, {"value": "The Cranes Are Flying"}, {"value": ""}]}
    person = entity("Q21", "Audrey Hepburn", HUMAN, {"P1477": [claim(words("Audrey Kathleen Ruston", "en"))]})
    entities(film, person)
    known = store.entity("Q20")
    assert known is not None and known.names == (
        ("The Cranes Are Flying", "canonical"), ("Летят журавли", "original"),
        ("Quand passent les cigognes", "translated"), ("Letyat zhuravli", "alias"),
    )  # fmt: skip
    assert store.find("Audrey Ruston", {"person"})[0].entity.id == "Q21"


def test_one_with_imdb(store: Store, entities: BringEntities) -> None:
    year = time("+1957-00-00T00:00:00Z", 9)
    entities(entity("Q20", "A Film", FILM, {"P345": [claim(words("tt0050634"))], "P577": [claim(year)]}))
    assert objects(store, "tt0050634", "year") == ["1957"] == objects(store, "Q20", "year")


def test_kinds_without_interest_are_passed_over(store: Store, entities: BringEntities) -> None:
    directed = {"P57": [claim(item("Q21"))]}
    entities(
        entity("Q1", "Universe", "Q36906466"), entity("Q20", "Odd", "Q17013749", directed), entity("Q21", "P", HUMAN)
    )
    assert store.entity("Q1") is None
    odd = store.entity("Q20")
    assert odd is not None and odd.kind == "film"


@pytest.mark.parametrize("packing", ["", "gz", "bz2"])
@pytest.mark.parametrize("form", ["dump", "lines"])
def test_dumps(bring: Bring, store: Store, tmp_path: Path, packing: str, form: str) -> None:
    lines = [json.dumps(entity(f"Q{n}", f"Film {n}", FILM)) for n in range(1, 301)]
    text = "[\n" + ",\n".join(lines) + "\n]\n" if form == "dump" else "\n".join(lines) + "\n"
    packs: dict[str, Callable[[bytes], bytes]] = {"": bytes, "gz": gzip.compress, "bz2": bz2.compress}
    path = tmp_path / f"latest-20240101.json.{packing}"
    path.write_bytes(packs[packing](text.encode()))
    assert bring("wikidata", path).id == "wikidata:latest"
    assert not bring("wikidata", path).changed
    assert [row[0] for row in store.rows("SELECT count(*) FROM entity")] == [300]
    assert store.find("Film 300")[0].entity.id == "Q300"


def test_of_an_entity_in_two_files_the_newest_revision_stands(store: Store, entities: BringEntities) -> None:
    def film(year: int, revision: int) -> Json:
        written = time(f"+{year}-00-00T00:00:00Z", 9)
        return entity("Q20", f"Film of {year}", FILM, {"P577": [claim(written)]}, revision)

    entities(film(1957, 5), file="a.json")
    entities(film(1958, 6), file="b.json")
    assert objects(store, "Q20", "year") == ["1958"]
    assert "Film of 1957" not in {found.name for found in store.find("Film of 1957")}
    entities(film(1956, 4), file="c.json")
    assert objects(store, "Q20", "year") == ["1958"]
    entities(film(1959, 7), file="b.json", as_of="2999-01-01")
    assert objects(store, "Q20", "year") == ["1959"]


@pytest.mark.parametrize(
    "content",
    [
        b"", b"{", b"[]", b"[1, 2]", b'{"entities": 3}', b'{"entities": {"Q1": []}}', b'{"id": 3}', b"[" * 100_000,
        b'[\n{"id": "Q1"},\n{"id": \n]\n', b"\xff\xfe", b'{"id": "Q1"}\n{"id": \n', b"BZh9broken" + b"x" * 2000,
    ],
)  # fmt: skip
def test_what_is_no_entity_leaves_nothing(bring: Bring, store: Store, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "x.json").write_bytes(content)
    with pytest.raises(NotImportable) as caught:
        bring("wikidata", tmp_path / "x.json")
    assert "\n" not in str(caught.value)
    assert store.rows("SELECT * FROM import") == [] == store.rows("SELECT * FROM entity")


def test_odd_entities_are_borne(store: Store, entities: BringEntities) -> None:
    cast = {"mainsnak": item("Q5"), "qualifiers": {"P453": []}}
    odd: list[Json] = [
        {"id": "Q1", "claims": []},
        {"id": "Q2", "claims": {"P31": [{"mainsnak": None}, None, {"rank": "normal"}, 5]}},
        {"id": "Q3", "labels": [], "aliases": [], "claims": {"P31": [claim(item(FILM))], "P577": [claim(words("x"))]}},
        {"id": "Q4", "labels": {"en": 3}, "claims": {"P31": [claim(item(FILM))], "P161": [cast]}},
    ]  # fmt: skip
    entities(*odd)
    assert {row["id"] for row in store.rows("SELECT id FROM entity")} == {"Q3", "Q4"}


def test_the_shared_samples(bring: Bring, store: Store, shared: Path) -> None:
    folder = shared / "data" / "reading" / "facts" / "samples"
    for path in sorted(folder.glob("Q*.json")):
        assert bring("wikidata", path).changed and not bring("wikidata", path).changed
    [film] = store.find("City Streets", {"film"})
    said = {(fact.predicate, fact.object) for fact in store.facts(film.entity.id)}
    wanted = {("color", "black_and_white"), ("country", "United States"), ("language", "English"), ("year", "1931")}
    assert wanted | {("runtime_min", "82")} <= said
    assert objects(store, "Q42", "born") == ["1952-03-11"]
