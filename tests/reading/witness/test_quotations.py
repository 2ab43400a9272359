"""Quoted words in made subtitles: spoken, nearly spoken, said in other words, not there; never refuted."""

import random
import time
from collections.abc import Sequence
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cranework.dialogue.cues import Cue
from cranework.reading.witness.alignment import aligned
from cranework.reading.witness.heard import words_in
from cranework.reading.witness.quotations import Heard, locate

LINES = (
    "The river is frozen early this year.",
    "MARTHA: You can't go out there\nwithout your coat!",
    "[door slams]",
    "I told your father that the harvest",
    "would not wait for the soldiers.",
    "Two hundred men came down the hill,",
    "and not one of them knew the song.",
    "\u266a O bright star above the orchard \u266a",
    "We shall build the bridge again,\nstone by stone.",
    "- It's never too late, is it?\n- No. Never.",
    "Nobody leaves the island before the ferry returns.",
)


def cues(lines: Sequence[str] = LINES) -> list[Cue]:
    return [Cue(Fraction(10 * n), Fraction(10 * n + 4), line) for n, line in enumerate(lines)]


@pytest.mark.parametrize(
    ("words", "start"),
    [
        ("The river is frozen early this year", 0),
        ("you cannot go out there without your coat", 10),
        ("I told your father that the harvest would not wait for the soldiers.", 30),
        ('"I told your father \u2026 would not wait for the soldiers"', 30),
        ('"Two hundred men came down the hill," she recalls, "and not one of them knew the song."', 50),
        ("and not 1 of them knew the song", 60),
        ("O bright star above the orchard", 70),
        ("\u201cWe shall build the bridge again, stone by stone\u201d", 80),
        ("It is never too late, is it?", 90),
        ("O BRIGHT STAR ABOVE THE ORCHARDS", 70),
    ],
)
def test_words_that_are_spoken_are_found_with_their_time(words: str, start: int) -> None:
    found = locate(words, cues())
    assert (found.verdict, found.start, found.how) == ("supported", Fraction(start), "in order")
    assert found.coverage >= 0.9
    assert found.confidence > 0.6


def test_a_quotation_over_the_border_of_subtitles_has_the_time_of_all() -> None:
    found = locate("the harvest would not wait", cues())
    assert (found.start, found.end) == (Fraction(30), Fraction(44))
    assert found.words == "I told your father that the harvest / would not wait for the soldiers."


@pytest.mark.parametrize(
    "words",
    [
        "We shall build the tower again, brick by brick",
        "You can go out there without your coat",
        "I told your father that the harvest would wait for the soldiers",
        "Nobody ever leaves this island until the ferry returns",
    ],
)
def test_words_that_are_nearly_spoken_differ(words: str) -> None:
    found = locate(words, cues())
    assert (found.verdict, found.how) == ("differs", "in order")
    assert found.words


def test_other_words_for_the_same_are_a_paraphrase() -> None:
    found = locate("the soldiers, as father was told, must wait: harvests come first", cues())
    assert (found.verdict, found.how, found.start) == ("differs", "in other words", Fraction(30))


def test_the_nearest_line_is_shown_where_the_words_are_not_found() -> None:
    found = locate("Every soldier dreams of a harvest that feeds the village children", cues())
    assert (found.verdict, found.how) == ("unverified", "nearest line")
    assert "harvest" in found.words


@pytest.mark.parametrize(
    "words", ["", "\u2026", "Elephants dance upon marble ceilings", "of the and to it", "one of the best"]
)
def test_nothing_near_is_unverified(words: str) -> None:
    found = locate(words, cues())
    assert (found.verdict, found.words) == ("unverified", "")
    assert locate(words, []).verdict == "unverified"


@given(st.text(max_size=200), st.lists(st.text(max_size=60), max_size=8))
def test_no_text_is_refuted_or_breaks_it(words: str, lines: list[str]) -> None:
    found = locate(words, cues(lines))
    assert found.verdict in ("supported", "differs", "unverified")
    assert 0 <= found.coverage <= 1 and 0 <= found.confidence <= 1


@given(st.integers(0, len(LINES) - 1))
def test_every_line_is_found_in_its_place(number: int) -> None:
    if len(words_in(LINES[number])) > 4:
        found = locate(LINES[number].partition(": ")[2] or LINES[number], cues())
        assert found.verdict == "supported" and found.start is not None and found.end is not None
        assert found.start <= 10 * number < found.end


def long_film(count: int) -> list[Cue]:
    chance = random.Random(3)
    vocabulary = ["".join(chance.choices("abcdefghiklmnoprstuvw", k=chance.randint(2, 9))) for _ in range(4000)]
    weights = [1 / rank for rank in range(1, 4001)]
    return [
        Cue(Fraction(2 * n), Fraction(2 * n + 1), " ".join(chance.choices(vocabulary, weights, k=8)))
        for n in range(count)
    ]


def cost(words: str, film: Sequence[Cue]) -> float:
    times = []
    for _ in range(3):
        began = time.process_time()
        locate(words, film)
        times.append(time.process_time() - began)
    return min(times)


def test_a_long_film_takes_little_time() -> None:
    film = long_film(5000)
    spoken = " ".join(cue.text for cue in film[4000:4003])
    assert locate(spoken, film).start == 8000
    assert cost(spoken, film) < 0.15
    assert cost("quite other words than these are never heard in here", film) < 0.15
    heard = Heard(film)
    began = time.process_time()
    heard.locate(spoken)
    assert time.process_time() - began < 0.08


def test_a_quotation_of_great_length_is_bounded() -> None:
    film = long_film(1000)
    assert cost(" ".join(cue.text for cue in film), film) < 1.0


def test_alignment_pairs_words_and_their_misspellings_in_order() -> None:
    few, many = "stone by stone brigde".split(), "a stone by the stone bridge too".split()  # noqa: SIM905
    _, pairs = aligned(few, many)
    assert pairs == [(0, 1), (1, 2), (2, 4)] or pairs == [(0, 1), (1, 2), (2, 4), (3, 5)]
