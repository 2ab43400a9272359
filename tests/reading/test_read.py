import gzip
import json
import random
import time
import unicodedata
from pathlib import Path

import pytest

from cranework.errors import TextTooLong
from cranework.reading.model import Mention, Statement
from cranework.reading.read import NOT_ENGLISH, READ_AT_ONCE, TOO_FAR, Reading, read
from cranework.reading.text import LONGEST_TEXT, clean
from cranework.reading.words import CLOSED, words
from cranework.references import shipped
from cranework.references.store import Store

REVIEW = (
    "The Cranes Are Flying was directed by Mikhail Kalatozov. It came out in 1957 and won the Palme d'Or at Cannes "
    "in 1958!\n\nVeronika (Tatiana Samoilova) waits for Boris, who has gone to the front; his cousin Mark, "
    'a pianist, marries her. "You can dream when the war is over," he says. The hand-held camera '
    "runs through the crowd, and it's shot in black and white. I saw it on TV. A superb, moving film - one of the "
    "best ever made. It lasts 97 minutes."
)


@pytest.fixture(scope="module")
def store() -> Store:
    return shipped()


def said(reading: Reading) -> list[tuple[str, str, str, str, str]]:
    """Statements without their places and marks."""
    given = reading.clean.given
    return sorted(
        (one.kind, one.predicate, one.modality, one.polarity, "".join(clean(given[one.start : one.end]).text.split()))
        for one in reading.statements
    )


def spans(reading: Reading) -> list[tuple[int, int]]:
    """Where statements and unread stretches lie."""
    return [(one.start, one.end) for one in reading.statements] + [(one.start, one.end) for one in reading.unread]


def uncovered(reading: Reading) -> list[str]:
    """Words of open class that are neither in a statement nor unread."""
    given = reading.clean.given
    taken = bytearray(len(given))
    for start, end in spans(reading):
        taken[start:end] = b"\1" * (end - start)
    text, places = reading.clean.text, reading.clean.map
    return [
        word.text
        for word in words(text)
        if not word.mark and word.low not in CLOSED and not any(taken[places[at]] for at in range(word.start, word.end))
    ]


def test_a_review_is_read(store: Store) -> None:
    reading = read(REVIEW, store)
    assert reading.language == "en" and reading.film is not None and reading.film_sure
    kinds = {one.kind for one in reading.statements}
    assert {"credit", "release", "award", "role", "plot", "quotation", "form", "opinion", "duration"} <= kinds
    assert ("the writer's own viewing", "I saw it on TV") in [
        (one.why, REVIEW[one.start : one.end]) for one in reading.unread
    ]


def test_everything_ends_in_a_statement_or_unread(store: Store) -> None:
    assert uncovered(read(REVIEW, store)) == []


def test_twice_is_the_same(store: Store) -> None:
    one, other = read(REVIEW, store), read(REVIEW, store)
    assert one.statements == other.statements and one.unread == other.unread


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace("\n", "\r\n"),
        lambda text: unicodedata.normalize("NFD", text),
        lambda text: text.replace("'", "\u2019"),
        lambda text: text.replace(" ", "  "),
        lambda text: text.replace(" ", "\u00a0"),
        lambda text: text.replace("a", "a\u200b"),
        lambda text: text.replace("\n\n", "<br /><br />"),
        lambda text: "<p>" + text.replace("\n\n", "</p><p>").replace("'", "&#39;") + "</p>",
    ],
)
def test_another_dress_says_the_same(change: object, store: Store) -> None:
    assert said(read(change(REVIEW), store)) == said(read(REVIEW, store))  # type: ignore[operator]


def test_sentences_in_another_order_say_the_same(store: Store) -> None:
    parts = ["It is a superb film.", "The hand-held camera runs through the crowd.", "It was shot in black and white."]
    head = "The Cranes Are Flying was directed by Mikhail Kalatozov. "
    assert said(read(head + " ".join(parts), store)) == said(read(head + " ".join(reversed(parts)), store))


def test_places_are_those_of_the_text_as_given(store: Store) -> None:
    given = "<p>It is &quot;great&quot;.</p>\r\n<p>Directed by <span>Mikhail Kalatozov</span>.</p>"
    reading = read(given, store)
    credit = next(one for one in reading.statements if one.kind == "credit")
    assert given[credit.start : credit.end] == "Directed by <span>Mikhail Kalatozov"
    person = credit.objects[0]
    assert isinstance(person, Mention) and given[person.start : person.end] == "Mikhail Kalatozov"


def test_another_language_is_said_to_be_unsupported(store: Store) -> None:
    reading = read("Der Film ist von Kalatosow. Er wurde nicht in Berlin gedreht, und das ist auch gut so.", store)
    assert reading.language == "de" and not reading.statements
    assert {one.why for one in reading.unread} == {NOT_ENGLISH}


def test_a_text_that_gives_two_values_corrects_itself(store: Store) -> None:
    reading = read("The Cranes Are Flying by Mikhail Kalatozov lasts 97 minutes. It lasts 150 minutes.", store)
    lasting = [one for one in reading.statements if one.predicate == "runtime_min"]
    assert len(lasting) == 2 and all(one.corrected for one in lasting)


def test_nothing_and_too_much(store: Store) -> None:
    assert read("", store).statements == () and read(" \n ", store).unread == ()
    with pytest.raises(TextTooLong):
        read("x" * (LONGEST_TEXT + 1), store)


def test_a_very_long_text_is_read_in_part_and_says_so(store: Store) -> None:
    given = "The film is superb. " * (READ_AT_ONCE // 20 + 50)
    reading = read(given, store)
    assert reading.unread[-1].why == TOO_FAR and reading.unread[-1].end == len(given.rstrip())
    assert reading.statements[-1].end <= READ_AT_ONCE


HOSTILE = (
    *"([<\"'*_&.!", ". ", "a. ", "A ", "<b>", "</b>", "<script>", "<!--", "\u200b", "\u202e", "\u2066", "\0", "film",
    "Boris", "directed by ", "in 1957 ", ", and ", "who ", "\U0001f600", "e\u0301", "\r", "\n\n", "27 million ",
    "Palme d'Or ",
)  # fmt: skip


@pytest.mark.parametrize("piece", HOSTILE)
def test_one_thing_over_and_over(piece: str, store: Store) -> None:
    given = piece * (20_000 // len(piece))
    began = time.process_time()
    reading = read(given, store)
    assert time.process_time() - began < 10
    assert all(0 <= start <= end <= len(given) for start, end in spans(reading))


@pytest.mark.parametrize("seed", range(60))
def test_fuzz(seed: int, store: Store) -> None:
    chance = random.Random(seed)
    pieces = [*HOSTILE, *REVIEW.split(" ")]
    given = "".join(chance.choice(pieces) + chance.choice(["", " "]) for _ in range(300))
    reading = read(given, store)
    assert uncovered(reading) == []
    for one in reading.statements:
        assert 0 <= one.start < one.end <= len(given)
        assert_inside(one, given)


def assert_inside(statement: Statement, given: str) -> None:
    parts = [statement.subject, *statement.objects, *statement.qualifiers.values()]
    for part in parts:
        if part is not None and not isinstance(part, str):
            assert 0 <= part.start <= part.end <= len(given)


def test_the_seed_is_read_in_full(shared: Path, store: Store) -> None:
    given = (shared / "data/reading/reviews/seed.txt").read_text(encoding="utf-8")
    reading = read(given, store)
    taken = bytearray(len(given))
    for one in reading.statements:
        taken[one.start : one.end] = b"\1" * (one.end - one.start)
    assert len(reading.statements) >= 45
    assert sum(taken) >= 0.8 * len(given)
    assert uncovered(reading) == []


@pytest.mark.slow
def test_many_reviews_are_read_in_full(shared: Path, store: Store) -> None:
    with gzip.open(shared / "data/reading/reviews/reviews.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            review = json.loads(line)
            reading = read(review["text"], store)
            assert reading.language == "en" and reading.statements
            assert uncovered(reading) == [], review["id"]
