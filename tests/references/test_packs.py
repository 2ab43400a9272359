"""Packs: names become entities, lists become facts, dates and quantities become intervals."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from cranework.errors import NotImportable
from cranework.references import packs, shipped
from cranework.references.importers.yaml_file import parsed
from cranework.references.intervals import days, measured
from cranework.references.store import Store


def loaded(store: Store, *facts: dict[str, Any]) -> list[tuple[str, str, str | None]]:
    packs.load(store, {"facts": list(facts)})
    return [(fact.subject, fact.predicate, fact.object) for fact in store.facts()]


def day(*numbers: int) -> float:
    return float(date(*numbers).toordinal())


@pytest.mark.parametrize(
    ("words", "first", "after"),
    [
        ("1957-10-12", (1957, 10, 12), (1957, 10, 13)),
        ("1945-05", (1945, 5, 1), (1945, 6, 1)),
        ("1944-12", (1944, 12, 1), (1945, 1, 1)),
        (1957, (1957, 1, 1), (1958, 1, 1)),
        (date(1941, 6, 22), (1941, 6, 22), (1941, 6, 23)),
        ("1958-05-02/1958-05-18", (1958, 5, 2), (1958, 5, 19)),
        ("1939/1945-09-02", (1939, 1, 1), (1945, 9, 3)),
    ],
)
def test_dates_are_days(words: Any, first: tuple[int, ...], after: tuple[int, ...]) -> None:
    assert days(words) == (day(*first), day(*after))


@pytest.mark.parametrize(
    "words", ["", "soon", "1957-13-01", "1957-02-30", "0", "99999", "1958/1957", "1957-", None, "-5"]
)
def test_what_is_no_date_is_none(words: Any) -> None:
    assert days(words) is None


def test_quantities_are_in_si() -> None:
    assert measured(95, "minutes") == (5700, 5700, "s")
    assert measured([19, 30], "km") == (19_000, 30_000, "m")
    assert measured("28.5", "millions") == (28_500_000, 28_500_000, "1")
    assert measured([3, 2], "count") is measured("many", "count") is measured(1, "shoes") is None


def test_a_list_is_one_fact_for_each_and_complete_where_it_is_closed(store: Store) -> None:
    both = ["Michael Powell", "Emeric Pressburger"]
    assert loaded(store, {"s": "The Red Shoes", "p": "director", "o": both, "closed": True}) == [
        ("film:the_red_shoes", "director", "person:michael_powell"),
        ("film:the_red_shoes", "director", "person:emeric_pressburger"),
    ]
    assert all(fact.complete for fact in store.facts())


def test_a_range_of_numbers_is_one_fact_and_two_dates_are_two(store: Store) -> None:
    loaded(store, {"s": "approach", "p": "distance_km", "o": [19, 30]})
    packs.load(store, {"facts": [{"s": "end of the war", "p": "event_date", "o": ["1945-05-08", "1945-05-09"]}]})
    assert [(fact.lo, fact.hi) for fact in store.facts()] == [
        (19_000, 30_000), (day(1945, 5, 8), day(1945, 5, 9)), (day(1945, 5, 9), day(1945, 5, 10))
    ]  # fmt: skip


def test_two_films_of_one_title_are_told_by_their_years(store: Store) -> None:
    loaded(
        store, *({"s": f"Solaris ({year})", "p": "director", "o": [who]} for year, who in ((1972, "A"), (2002, "B")))
    )
    found = store.find("Solaris", {"film"})
    assert {one.entity.note for one in found} == {"1972", "2002"} and all(one.homonyms for one in found)
    assert store.facts("film:solaris_1972", "year")[0].lo == day(1972, 1, 1)


def test_who_wins_is_a_film_or_a_person(store: Store) -> None:
    facts: list[dict[str, Any]] = [
        {"s": "Academy Awards, 1944", "p": "award_winner", "o": ["Casablanca"], "q": {"category": "Best Picture"}},
        {"s": "Academy Awards, 1944", "p": "award_winner", "o": ["Paul Lukas"], "q": {"category": "Best Actor"}},
        {"s": "Rome, Open City", "p": "award", "o": "Grand Prix", "q": {"festival": "Cannes", "year": 1946}},
    ]
    assert loaded(store, *facts) == [
        ("festival:academy_awards_1944", "award_winner", "film:casablanca"),
        ("festival:academy_awards_1944", "award_winner", "person:paul_lukas"),
        ("film:rome_open_city", "award", "Grand Prix"),
    ]


def test_offices_either_way_round(store: Store) -> None:
    facts: list[dict[str, Any]] = [
        {"s": "premier of the Soviet Union", "p": "office", "o": [["Nikolai Bulganin", "1955-02-08", "1958-03-27"]]},
        {"s": "Mikhail Kalatozov", "p": "office", "o": "deputy minister", "q": {"from": 1946, "to": 1948}},
    ]
    assert [(s, o) for s, _, o in loaded(store, *facts)] == [
        ("office:premier_of_the_soviet_union", "person:nikolai_bulganin"),
        ("person:mikhail_kalatozov", "deputy minister"),
    ]
    assert store.facts()[0].qualifiers == {"from": "1955-02-08", "to": "1958-03-27"}


def test_titles_and_aliases_are_names(store: Store) -> None:
    facts: list[dict[str, Any]] = [
        {"s": "Bicycle Thieves", "p": "title", "o": ["Ladri di biciclette"], "q": {"kind": "original"}},
        {"s": "Marilyn Monroe", "p": "alias", "o": ["Norma Jeane Mortenson"]},
    ]
    assert [object for _, _, object in loaded(store, *facts)] == ["Ladri di biciclette", "Norma Jeane Mortenson"]
    assert store.find("Ladri di biciclette")[0].entity.name == "Bicycle Thieves"
    assert store.find("Norma Jeane Mortenson")[0].entity.id == "person:marilyn_monroe"


def test_a_character_of_a_film(store: Store) -> None:
    fact = {"s": "Vito Corleone", "p": "plays", "o": "Marlon Brando", "q": {"film": "The Godfather"}}
    assert loaded(store, fact) == [("character:vito_corleone", "plays", "person:marlon_brando")]
    assert store.facts()[0].qualifiers["film"] == "film:the_godfather"


def test_a_name_that_the_store_knows_is_that_entity() -> None:
    with shipped() as store:
        cast = {"s": "The Cranes Are Flying", "p": "cast", "o": ["Tatyana Samoilova", "N. N."]}
        packs.load(store, {"facts": [cast]}, "pack:mine")
        added = [fact.object for fact in store.facts("film:cranes", "cast") if fact.sources == ("pack:mine",)]
        assert added == ["person:samoilova", "person:n_n"]


def test_the_same_pack_twice_changes_nothing_and_a_newer_one_takes_its_place(store: Store) -> None:
    pack: dict[str, Any] = {"facts": [{"s": "M", "p": "year", "o": 1930}]}
    for _ in range(2):
        packs.load(store, pack, "pack:mine")
    assert [fact.object for fact in store.facts()] == ["1930"]
    packs.load(store, {"facts": [{"s": "M", "p": "year", "o": 1931}]}, "pack:mine")
    assert [fact.object for fact in store.facts()] == ["1931"]
    packs.load(store, pack)
    packs.load(store, pack)
    assert sorted(str(fact.object) for fact in store.facts()) == ["1930", "1931"]


def test_sources_of_two_packs_are_kept_apart(store: Store) -> None:
    for id, title in (("pack:a", "One book"), ("pack:b", "Another book")):
        sources = {"book": {"what": title, "kind": "reference"}}
        packs.load(store, {"sources": sources, "facts": [{"s": id, "p": "first", "o": "x", "src": ["book"]}]}, id)
    titles = [store.source(fact.sources[0]).title for fact in store.facts()]
    assert titles == ["One book", "Another book"]


@pytest.mark.parametrize(
    "pack",
    [
        None, [], {}, {"facts": {}}, {"facts": [1]}, {"facts": [{"s": "a", "p": "b"}]}, {"facts": [], "entities": {}},
        {"facts": [], "entities": [{"id": 1, "kind": "film", "name": "x"}]}, {"facts": [], "sources": {"a": "b"}},
        {"facts": [], "sources": {"a": {"kind": "gossip"}}}, {"facts": [{"s": "a", "p": "b", "o": {"c": 1}}]},
        {"facts": [{"s": "a", "p": "b", "o": "c", "src": "book"}]}, {"facts": [{"s": "a", "p": "b", "o": "c", "q": 1}]},
        {"facts": [{"s": ["a"], "p": "b", "o": "c"}]}, {"facts": [{"s": "a", "p": "b", "o": "c", "certainty": "so"}]},
    ],
)  # fmt: skip
def test_what_is_no_pack_leaves_nothing(store: Store, pack: Any) -> None:
    with pytest.raises(NotImportable):
        packs.load(store, pack)
    assert store.rows("SELECT * FROM import") == [] and not store.database.in_transaction


def test_yaml_of_strangers() -> None:
    bomb = "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]"
    for text in (bomb, "[" * 2000, "a: [", "- a", "!!python/object/apply:os.system ['x']", "a: 2024-99-99"):
        with pytest.raises(NotImportable):
            parsed(text, "pack.yaml")


def test_every_pack_that_ships_is_plain_yaml() -> None:
    for name, text in packs.shipped():
        assert parsed(text, name) == yaml.safe_load(text)


def test_the_shared_pack_and_the_traps_load(shared: Path) -> None:
    folder = shared / "data" / "reading"
    with Store.in_memory() as store:
        packs.load(store, yaml.safe_load((folder / "facts" / "cranes.yaml").read_text(encoding="utf-8")))
        assert store.facts("film:cranes", "director")[0].object == "person:kalatozov"
        assert store.facts("office:ussr_premier", "office")[5].object == "person:bulganin"
    for trap in json.loads((folder / "gold" / "traps.json").read_text(encoding="utf-8"))["traps"]:
        with Store.in_memory() as store:
            packs.load(store, {"facts": trap["facts"]})
            wanted = {fact["p"] for fact in trap["facts"]}
            assert wanted <= {fact.predicate for fact in store.facts()}
