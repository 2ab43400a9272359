"""The store: what is in it is found; what is no store is said in one line; reading writes nothing."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from cranework.errors import NewerReferences, NotReferences, ReferencesInUse
from cranework.references import default_path, opened, packs, shipped
from cranework.references.model import Predicate, Source
from cranework.references.store import Store
from cranework.references.writing import Import, take_out

FILMS: dict[str, Any] = {
    "sources": {"book": {"what": "A book", "kind": "reference", "as_of": "1999"}},
    "entities": [
        {"id": "film:a", "kind": "film", "name": "The Red Balloon", "aliases": ["Le Ballon rouge"]},
        {"id": "person:l", "kind": "person", "name": "Albert Lamorisse"},
    ],
    "facts": [
        {"s": "film:a", "p": "director", "o": "person:l", "closed": True, "src": ["book"]},
        {"s": "film:a", "p": "year", "o": 1956, "src": ["book"]},
    ],
}


def test_everything_is_found_again(store: Store) -> None:
    packs.load(store, FILMS)
    [found] = store.find("Albert Lamorise")
    assert found.entity.id == "person:l" and found.score > 0.9 and found.homonyms == ()
    assert store.find("ballon rouge", kinds=["film"])[0].name == "Le Ballon rouge"
    assert store.find("ballon rouge", kinds=["person"]) == []
    assert store.find("The Red Balloon", within=["film:b"]) == []
    [fact] = store.facts(subject="film:a", predicate="director")
    assert (fact.object, fact.complete, fact.sources) == ("person:l", True, ("book",))
    assert store.facts(object="person:l") == [fact] == store.facts("film:a", object="person:l")
    assert store.source("book") == Source("book", "A book", "reference", as_of="1999")
    assert store.source("nobody").kind == "secondary"
    film = store.entity("film:a")
    assert film is not None and ("Le Ballon rouge", "alias") in film.names
    assert store.entity("film:b") is None
    assert set(store.names(["person"])) == {("person:l", "Albert Lamorisse", "person")}


def test_a_predicate_is_known_with_a_pack_and_without(store: Store) -> None:
    assert store.predicate("plays").functional and not store.predicate("director").closed
    assert store.predicate("shoe_size") == Predicate("shoe_size")
    packs.load(store, {"predicates": {"shoe_size": {"functional": True, "tolerance": "10 percent"}}, "facts": []})
    assert store.predicate("shoe_size") == Predicate("shoe_size", functional=True, tolerance=0.1)


def test_two_of_one_name_are_homonyms(store: Store) -> None:
    people = [{"id": f"person:{n}", "kind": "person", "name": "Steve McQueen"} for n in (1, 2)]
    packs.load(store, {"entities": people, "facts": []})
    first, second = store.find("Steve McQueen")
    assert first.homonyms == (second.entity.id,) and second.homonyms == (first.entity.id,)


def test_one_under_several_ids(store: Store) -> None:
    film, person = FILMS["entities"]
    packs.load(store, {**FILMS, "entities": [{**film, "same": ["tt1"]}, person]})
    other = Import.begin(store, "data", "test")
    other.entity("tt1", "film", "The Red Balloon")
    other.name("tt1", "The Red Balloon", "canonical")
    other.name("tt1", "Punainen ilmapallo", "translated")
    other.fact("tt1", "runtime_min", "34", interval=(2040.0, 2040.0, "s"), place=7)
    other.same("Q9", "tt1")
    other.finish()
    [found] = store.find("The Red Balloon")
    assert (found.entity.id, found.homonyms) == ("film:a", ())
    for id in ("film:a", "tt1", "Q9"):
        assert [fact.predicate for fact in store.facts(subject=id)] == ["director", "year", "runtime_min"]
        assert {fact.subject for fact in store.facts(subject=id)} == {"film:a"}
        entity = store.entity(id)
        assert entity is not None and ("Punainen ilmapallo", "translated") in entity.names
    assert store.facts("Q9", "runtime_min")[0].id == "data:7"


def test_what_is_not_finished_is_not_seen(store: Store) -> None:
    packs.load(store, FILMS)
    cut_off = Import.begin(store, "data", "test", fingerprint="f")
    cut_off.entity("film:z", "film", "Zvenigora")
    cut_off.name("film:z", "Zvenigora", "canonical")
    cut_off.fact("film:a", "year", "1957")
    cut_off.commit(1)
    cut_off.undo()
    assert store.find("Zvenigora") == [] and len(store.facts("film:a", "year")) == 1
    assert store.entity("film:z") is None and "film:z" not in {id for id, _, _ in store.names()}
    again = Import.begin(store, "data", "test", fingerprint="f")
    assert (again.number, again.rows) == (cut_off.number, 1)
    again.finish()
    assert store.find("Zvenigora") and len(store.facts("film:a", "year")) == 2


def test_taken_out_is_gone(store: Store) -> None:
    packs.load(store, FILMS, "pack:films")
    [row] = store.rows("SELECT number FROM import")
    take_out(store, row["number"])
    for table in ("import", "source", "entity", "name", "name_key", "fact", "fact_object", "same"):
        assert store.rows(f"SELECT * FROM {table}") == []


def test_reading_writes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a store's name?.db"
    with Store.open(path, write=True) as made:
        packs.load(made, FILMS)
    before = path.read_bytes()
    with Store.open(path) as read:
        assert read.facts()
        with pytest.raises(sqlite3.OperationalError):
            read.database.execute("DELETE FROM fact")
    assert path.read_bytes() == before and [file.name for file in tmp_path.iterdir()] == [path.name]


def test_what_is_no_store_is_said(tmp_path: Path) -> None:
    for name, content in {"empty.db": b"", "short.db": b"SQLite", "text.db": b"words " * 500}.items():
        (tmp_path / name).write_bytes(content)
        with pytest.raises(NotReferences):
            Store.open(tmp_path / name)
    for name in ("nowhere.db", ".", "a\0b"):
        with pytest.raises(NotReferences):
            Store.open(tmp_path / name)
    other = sqlite3.connect(tmp_path / "other.db")
    other.execute("CREATE TABLE fact (a)")
    other.close()
    with pytest.raises(NotReferences, match="not a reference store"):
        Store.open(tmp_path / "other.db")


def test_a_store_of_a_newer_program_or_with_a_trigger(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    Store.open(path, write=True).close()
    database = sqlite3.connect(path)
    database.execute("CREATE TRIGGER evil AFTER INSERT ON fact BEGIN DELETE FROM fact; END")
    database.commit()
    with pytest.raises(NotReferences):
        Store.open(path)
    database.execute("DROP TRIGGER evil")
    database.execute("PRAGMA user_version = 99")
    database.close()
    with pytest.raises(NewerReferences, match="format 99"):
        Store.open(path)


def test_a_store_that_another_writes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cranework.references.database.BUSY_SECONDS", 0.05)
    path = tmp_path / "store.db"
    with Store.open(path, write=True) as one, Store.open(path, write=True) as other:
        writing = Import.begin(one, "data", "test")
        with pytest.raises(ReferencesInUse):
            Import.begin(other, "data", "test")
        writing.undo()


def test_a_writer_that_died(tmp_path: Path) -> None:
    """What it had not kept is taken back by whoever reads next."""
    path = tmp_path / "store.db"
    with Store.open(path, write=True) as made:
        packs.load(made, FILMS)
    script = """
import os, sys
from cranework.references.store import Store
store = Store.open(sys.argv[1], write=True)
store.database.execute("PRAGMA cache_size = 1")
store.database.execute("BEGIN")
store.database.execute("DELETE FROM fact")
many = "WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n LIMIT 90000) SELECT i FROM n"
store.database.execute(f"CREATE TABLE filler AS {many}")
os._exit(1)
"""
    subprocess.run([sys.executable, "-c", script, str(path)], check=False)
    assert (tmp_path / "store.db-journal").exists()
    with Store.open(path) as read:
        assert len(read.facts()) == 2


def test_a_damaged_store(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    with Store.open(path, write=True) as made:
        packs.load(made, FILMS)
    whole = bytearray(path.read_bytes())
    whole[4096:] = b"\xff" * (len(whole) - 4096)
    path.write_bytes(whole)
    with pytest.raises(NotReferences), Store.open(path) as read:
        read.facts()


def test_the_user_has_a_store_or_what_is_shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CRANEWORK_REFERENCES", raising=False)
    monkeypatch.setattr("platformdirs.user_data_path", lambda name: tmp_path / name)
    assert default_path() == tmp_path / "cranework" / "references.db"
    with opened() as store:
        assert store.path == ":memory:" and store.entity("film:cranes") is not None
    monkeypatch.setenv("CRANEWORK_REFERENCES", str(tmp_path / "mine.db"))
    with pytest.raises(NotReferences):
        opened()
    Store.open(tmp_path / "mine.db", write=True).close()
    with opened() as store:
        assert store.facts() == []


def test_the_shipped_store_says_where_every_fact_comes_from() -> None:
    with shipped() as store:
        described = {source.id for source in store.sources()}
        facts = store.facts()
        assert len(facts) > 150
        for fact in facts:
            assert fact.sources and described.issuperset(fact.sources), fact
            assert store.entity(fact.subject) is not None, fact
            if fact.object and fact.object.startswith(("person:", "film:", "character:", "work:")):
                assert store.entity(fact.object) is not None, fact
