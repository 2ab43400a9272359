"""Films and people of packs and of data bases: the same are one, the others stay apart."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.references.conftest import Bring, WriteTable

from cranework.references import keep_shipped, packs
from cranework.references.store import Store

FILM = r"tt0000001|movie|Letter Never Sent|Neotpravlennoye pismo|0|1960|\N|96|Drama"
DIRECTOR = r"tt0000001|1|nm0000001|director|\N|\N"
PHOTOGRAPHER = r"tt0000001|2|nm0000002|cinematographer|\N|\N"
ACTOR = r"tt0000001|3|nm0000003|actor|\N|\N"
PEOPLE = [
    r"nm0000001|Mikhail Kalatozov|1903|1973|director|\N",
    r"nm0000002|Sergey Urusevskiy|1908|1974|cinematographer|\N",
    r"nm0000003|Innokentiy Smoktunovskiy|1925|1994|actor|\N",
]
Imported = Callable[..., None]


@pytest.fixture
def imported(bring: Bring, table: WriteTable) -> Imported:
    def bring_all(film: str = FILM, people: list[str] = PEOPLE) -> None:
        bring("imdb", table("name.basics", people))
        bring("imdb", table("title.basics", [film]))
        bring("imdb", table("title.principals", [DIRECTOR, PHOTOGRAPHER, ACTOR]))

    return bring_all


def test_a_film_and_its_people_are_found_again(store: Store, imported: Imported) -> None:
    keep_shipped(store)
    imported()
    [film] = store.find("Letter Never Sent", {"film"})
    assert film.entity.id == "film:letter" and film.homonyms == ()
    sources = {fact.sources[0] for fact in store.facts("film:letter", "director", "person:kalatozov")}
    assert sources == {"encyclopedia", "imdb:title.principals"}
    [person] = store.find("Sergei Urusevsky", {"person"})
    assert person.entity.id == "person:urusevsky" and person.homonyms == ()
    assert {fact.predicate for fact in store.facts("tt0000001")} >= {"runtime_min", "year", "cinematographer"}
    assert [one.entity.id for one in store.find("Innokenty Smoktunovsky", {"person"})] == ["nm0000003"]


def test_packs_that_come_later_are_joined_as_well(
    store: Store, imported: Imported, bring: Bring, tmp_path: Path
) -> None:
    imported()
    (tmp_path / "pack.yaml").write_text(
        "entities:\n  - {id: 'film:x', kind: film, name: Letter Never Sent}\n"
        "  - {id: 'person:k', kind: person, name: Mikhail Kalatozov}\nfacts:\n"
        "  - {s: 'film:x', p: year, o: 1959}\n  - {s: 'film:x', p: director, o: 'person:k'}\n",
        encoding="utf-8",
    )
    bring("pack", tmp_path / "pack.yaml")
    for id, main in (("tt0000001", "film:x"), ("nm0000001", "person:k")):
        entity = store.entity(id)
        assert entity is not None and entity.id == main


@pytest.mark.parametrize(
    ("film", "people"),
    [
        (FILM.replace("1960", "1990"), PEOPLE),
        (FILM, [PEOPLE[0].replace("Mikhail Kalatozov", "Andrei Tarkovsky"), *PEOPLE[1:]]),
        (FILM.replace("Letter Never Sent", "Letters"), PEOPLE),
    ],
)
def test_what_is_not_sure_stays_apart(store: Store, imported: Imported, film: str, people: list[str]) -> None:
    keep_shipped(store)
    imported(film, people)
    assert store.rows("SELECT * FROM same WHERE id LIKE 'tt0000001' OR id LIKE 'nm%'") == []


def test_two_of_one_name_in_a_film_stay_apart(store: Store, imported: Imported) -> None:
    facts: list[dict[str, Any]] = [
        {"s": "film:x", "p": "year", "o": 1960},
        {"s": "film:x", "p": "director", "o": ["person:a", "person:b"]},
    ]
    people = [{"id": f"person:{n}", "kind": "person", "name": "Mikhail Kalatozov"} for n in "ab"]
    film = {"id": "film:x", "kind": "film", "name": "Letter Never Sent"}
    packs.load(store, {"entities": [film, *people], "facts": facts})
    imported()
    assert store.rows("SELECT * FROM same WHERE id LIKE 'nm%'") == []


def test_forgotten_with_the_import(store: Store, imported: Imported) -> None:
    from cranework.references.writing import take_out

    keep_shipped(store)
    imported()
    for row in store.rows("SELECT number FROM import WHERE id LIKE 'imdb%'"):
        take_out(store, row["number"])
    assert [row["id"] for row in store.rows("SELECT id FROM same")] == ["tt0050634"]
