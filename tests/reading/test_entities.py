"""Who and what a text names, which film it is about, and when that is sure."""

from __future__ import annotations

import pytest

from cranework.reading.entities import Names
from cranework.reading.model import Mention
from cranework.references import packs
from cranework.references.store import Store

PACK = {
    "entities": [
        {"id": "film:lights", "kind": "film", "name": "Harbour Lights", "aliases": ["Luces del puerto"]},
        {"id": "film:tide", "kind": "film", "name": "The Turning Tide"},
        {"id": "film:fog1", "kind": "film", "name": "Fog"},
        {"id": "person:lund", "kind": "person", "name": "Ida Lund", "aliases": ["Ida Lunde"]},
        {"id": "person:okada", "kind": "person", "name": "Keiko Okada"},
        {"id": "person:uusi", "kind": "person", "name": "Sergei Bondarchuk"},
        {"id": "person:uusi2", "kind": "person", "name": "Fyodor Bondarchuk"},
        {"id": "character:greta", "kind": "character", "name": "Greta", "film": "film:lights"},
        {"id": "character:tom", "kind": "character", "name": "Tom Brandt", "aliases": ["Tom"], "film": "film:lights"},
    ],
    "facts": [
        {"s": "film:lights", "p": "director", "o": "person:lund"},
        {"s": "film:tide", "p": "director", "o": "person:lund"},
        {"s": "character:greta", "p": "plays", "o": "person:okada", "q": {"film": "film:lights"}},
    ],
}


@pytest.fixture(scope="module")
def store() -> Store:
    made = Store.in_memory()
    packs.load(made, PACK)
    return made


def named(store: Store, text: str, film: str | None = "Harbour Lights") -> dict[str, Mention]:
    return {one.words: one for one in Names(store, text, film)._mentions}


def test_people_and_characters_of_the_film_are_linked_by_surname_and_first_name(store: Store) -> None:
    found = named(store, "Then Greta meets Tom, and Lund films it. Okada is cold.")
    assert {words: one.entity for words, one in found.items()} == {
        "Greta": "character:greta", "Tom": "character:tom", "Lund": "person:lund", "Okada": "person:okada",
    }  # fmt: skip


def test_a_title_is_found_in_capitals_in_quotes_and_with_a_year(store: Store) -> None:
    for text in ("I love THE TURNING TIDE.", 'I love "The Turning Tide".', "I love The Turning Tide (1960)."):
        assert "film:tide" in {one.entity for one in named(store, text).values()}


def test_titles_that_nobody_knows_are_titles_all_the_same(store: Store) -> None:
    text = 'It is quiet and slow, like "Seven Empty Rooms" and THE LAST FERRY OF ALL, and like Glass (1961).'
    found = named(store, text)
    assert {one.words for one in found.values() if one.kind == "film"} == {
        "Seven Empty Rooms", "THE LAST FERRY OF ALL", "Glass",
    }  # fmt: skip


def test_a_surname_that_two_people_share_is_doubtful(store: Store) -> None:
    found = named(store, "I met Sergei Bondarchuk and Fyodor Bondarchuk, and Bondarchuk smiled.", None)
    assert found["Bondarchuk"].doubtful


def test_a_name_that_the_text_gives_in_full_holds_for_its_surname(store: Store) -> None:
    found = named(store, "It stars Paul Denk. Later Denk sings.")
    assert found["Denk"].kind == "person"


def test_the_text_itself_brings_in_characters(store: Store) -> None:
    found = named(store, "A thief called Milo (Paul Denk) hides. Then Milo sings.")
    assert found["Milo"].kind == "character"


def test_shouted_words_and_opening_words_are_no_names(store: Store) -> None:
    assert named(store, "NEVER again! Slowly the boat sinks. Wonderful.") == {}


def test_prizes_festivals_countries_and_events(store: Store) -> None:
    text = "It won the Palm d'Or at the Cannes Film Festival, the first Soviet film since World War II to do so."
    kinds = {one.words: one.kind for one in named(store, text, None).values()}
    assert kinds == {
        "Palm d'Or": "prize", "Cannes Film Festival": "festival", "Soviet": "country", "World War II": "event",
    }  # fmt: skip


def test_the_film_is_found_by_its_title(store: Store) -> None:
    names = Names(store, "Harbour Lights is a quiet film. Greta waits for Tom.")
    assert names.film is not None
    assert names.film.id == "film:lights"
    assert names.film_sure


def test_the_film_is_found_by_its_people_and_characters_alone(store: Store) -> None:
    names = Names(store, "A sad story: Greta waits, and Keiko Okada plays her with great calm for Ida Lund.")
    assert names.film is not None
    assert names.film.id == "film:lights"


def test_a_film_named_beside_another_is_not_sure(store: Store) -> None:
    assert not Names(store, "It reminds me of The Turning Tide, and of Harbour Lights too.").film_sure


def test_an_unknown_film_is_none(store: Store) -> None:
    names = Names(store, "A man walks through Lisbon and finds nothing.", "Nothing of That Name")
    assert names.film is None
    assert not names.film_sure


def test_a_name_stands_where_its_words_stand(store: Store) -> None:
    text = "With Ida Lund's help, GRETA won. (The Turning Tide was shown.)"
    for one in Names(store, text, "Harbour Lights")._mentions:
        assert text[one.start : one.end] == one.words


def test_a_word_that_is_no_name_alone_may_be_a_surname(store: Store) -> None:
    assert named(store, "It was directed by Satyajit Ray in May.")["Satyajit Ray"].kind == "person"
