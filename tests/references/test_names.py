"""Spellings of one name are joined, names that are near are not; titles as well."""

import random
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from benchmarks.reading_names import names_run
from hypothesis import given
from hypothesis import strategies as st

from cranework.references.names import (
    SAME,
    Canonicals,
    best,
    fold,
    keys,
    likeness,
    same_person,
    same_title,
    sought,
    title_likeness,
)

NO_KEY = {"Theodoros Aggelopoulos", "Kon Itikawa", "Gong Lee"}
"""Alike, but not found: a Greek "gg" is "ng", an Italian one is not; a Japanese "ti" is "chi"."""


def cases() -> dict[str, list[tuple[str, str]]]:
    """The pairs of `name_cases.txt` by their heading."""
    out: dict[str, list[tuple[str, str]]] = {}
    pairs: list[tuple[str, str]] = []
    for line in (Path(__file__).parent / "name_cases.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            pairs = out.setdefault(line.strip("[]"), [])
        elif " | " in line:
            a, _, b = line.partition(" | ")
            pairs.append((a, b))
    return out


CASES = cases()
TEXT = st.text(max_size=30)
WORDS = [word for pairs in CASES.values() for pair in pairs for name in pair for word in name.split()]
NAMES = st.lists(st.sampled_from(WORDS), max_size=5).map(" ".join)


@pytest.mark.parametrize(("a", "b"), CASES["same people"])
def test_spellings_of_one_person_are_joined(a: str, b: str) -> None:
    assert same_person(a, b)
    for one, other in ((a, b), (b, a)):
        assert a in NO_KEY or set(sought(one, "person")) & set(keys(other, "person"))


@pytest.mark.parametrize(("a", "b"), CASES["other people"])
def test_people_of_near_names_are_not_joined(a: str, b: str) -> None:
    assert not same_person(a, b)


@pytest.mark.parametrize(("a", "b"), CASES["same titles"])
def test_spellings_of_one_title_are_joined(a: str, b: str) -> None:
    assert same_title(a, b)
    assert set(sought(a, "film")) & set(keys(b, "film"))
    assert set(sought(b, "film")) & set(keys(a, "film"))


@pytest.mark.parametrize(("a", "b"), CASES["other titles"])
def test_near_titles_are_not_joined(a: str, b: str) -> None:
    assert not same_title(a, b)


@given(TEXT)
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert fold(text).isascii()


@given(TEXT | NAMES, TEXT | NAMES)
def test_likeness_has_no_direction_and_takes_any_text(a: str, b: str) -> None:
    alikes: tuple[Callable[[str, str], float], ...] = likeness, title_likeness
    for alike in alikes:
        assert 0 <= alike(a, b) <= 1
        assert alike(a, b) == pytest.approx(alike(b, a))
        assert alike(a, a) == 1


@given(TEXT | NAMES)
def test_a_name_is_found_under_its_own_keys(name: str) -> None:
    for kind in ("", "person", "film"):
        assert len(keys(name, kind)) <= 40
        assert set(sought(name, kind)) & set(keys(name, kind))
        assert not any(" " in key for key in keys(name, kind))


@pytest.mark.parametrize(
    ("variant", "known", "expected"),
    [
        ("A. Tarkovsky", ["Andrei Tarkovsky", "Arseny Tarkovsky"], None),
        ("A. Tarkovsky", ["Andrei Tarkovsky", "Marina Tarkovskaya"], "Andrei Tarkovsky"),
        ("Steve McQueen", ["Steve McQueen (actor)", "Steve McQueen (director)"], None),
        ("Steve McQueen (actor)", ["Steve McQueen (actor)", "Steve McQueen (director)"], "Steve McQueen (actor)"),
        ("Kalatozov", ["Mikhail Kalatozov"], None),
        ("", ["Mikhail Kalatozov"], None),
    ],
)
def test_the_best_is_the_only_one_that_fits(variant: str, known: list[str], expected: str | None) -> None:
    assert best(variant, known) == expected


def test_a_year_in_brackets_is_taken_where_no_other_film_has_the_title() -> None:
    assert best("Solaris (1972)", ["Solaris", "Stalker"], title_likeness) == "Solaris"
    assert best("Solaris", ["Solaris (1972)", "Solaris (2002)"], title_likeness) is None
    assert not same_title("Solaris (1972)", "Solaris")


def test_a_surname_alone_is_less_than_the_same_and_more_than_another() -> None:
    assert likeness("Mikhail Romm", "Kalatozov") < likeness("Mikhail Kalatozov", "Kalatosow") < SAME
    assert likeness("Veronika", "Veronica") >= SAME
    assert 0.5 < likeness("Veronika", "Veronica Bogdanova") < likeness("Bogdanova", "Veronika Bogdanowa") < SAME


@pytest.mark.parametrize("piece", ["a ", "(", ", a\n", "de ", "A.", "kh", "\u0301", "\U0001f600", "8 1/2 "])
def test_a_name_without_end_takes_no_time(piece: str) -> None:
    long = piece * 50_000
    began = time.process_time()
    for alike in (likeness, title_likeness):
        assert 0 <= alike(long, long + "x") <= 1
    assert keys(long) and sought(long)
    assert time.process_time() - began < 2


@pytest.mark.slow
def test_one_of_a_hundred_thousand_is_found_in_milliseconds() -> None:
    chance = random.Random(1)
    syllables = "ka lo ma ri ten sha vo ber gar lin dov ski mer ton ara bel cho ru zen fi".split()  # noqa: SIM905

    def word() -> str:
        return "".join(chance.choices(syllables, k=chance.randint(2, 4))).capitalize()

    known = Canonicals(f"{word()} {word()}" for _ in range(100_000))
    variants = [f"{word()} {word()}" for _ in range(100)]
    began = time.process_time()
    for variant in variants:
        known.best(variant)
    assert (time.process_time() - began) / len(variants) < 0.02


def test_the_shared_names_are_joined_and_their_near_misses_are_not(shared: Path) -> None:
    run = names_run(shared / "data" / "reading" / "names.json")
    assert not [pair for pair in run["pairs"] if pair["same"]]
    assert sum(match["canonical"] is not None for match in run["matches"]) > 240
