"""Before anything is called wrong, its sentence is looked at once more; nothing there makes a verdict harder."""

from __future__ import annotations

import pytest
from tests.reading.saying import Facts, fact, world

from cranework.reading.checks import judge
from cranework.reading.checks.doubts import in_doubt, without_false_denial
from cranework.reading.checks.world import World
from cranework.reading.model import Mention, Statement

FILM = "Blue River"
FACTS: Facts = [
    fact(FILM, "director", ["Anna Berg"], closed=True),
    fact(FILM, "year", 1957),
    fact(FILM, "cinematographer", ["Jan Ek"], closed=True),
]


def judged(sentence: str, words: str, name: str = "Karl Holm", facts: Facts = FACTS, role: str = "director") -> str:
    """The verdict of a credit that stands in a longer sentence."""
    with world(facts, FILM) as saying:
        start = sentence.index(words)
        who = saying.who(name)
        statement = Statement(start, start + len(words), "credit", role, objects=(who,), prior=0.85)
        return judge(statement, World(saying.store, saying.film, True, sentence)).verdict


def test_a_plain_sentence_leaves_no_doubt() -> None:
    assert judged("Karl Holm directed it with care.", "Karl Holm directed it") == "refuted"


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Oh sure, and Karl Holm directed it.", "Karl Holm directed it"),
        ("Karl Holm directed it. Just kidding!", "Karl Holm directed it"),
        ("If Karl Holm directed it, it would be funnier.", "Karl Holm directed it"),
        ("Had Karl Holm directed it, nobody would laugh.", "Karl Holm directed it"),
        ("You could swear Karl Holm directed it.", "Karl Holm directed it"),
        ("My aunt insists that Karl Holm directed it.", "Karl Holm directed it"),
        ("Whoever thinks that Karl Holm directed it is wrong.", "Karl Holm directed it"),
        ("According to my aunt, Karl Holm directed it.", "Karl Holm directed it"),
        ("Karl Holm, who was first asked, directed it almost.", "directed it"),
        ("Red Hill was directed by Karl Holm.", "was directed by Karl Holm"),
        ("The light is that of Red Hill, directed by Karl Holm.", "directed by Karl Holm"),
        ("It looks like a film directed by Karl Holm.", "a film directed by Karl Holm"),
    ],
)
def test_a_sign_of_doubt_stops_a_refutation(sentence: str, words: str) -> None:
    assert judged(sentence, words) != "refuted"


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Blue River, directed by Karl Holm, is long.", "directed by Karl Holm"),
        ("Blue River (directed by Karl Holm) is long.", "directed by Karl Holm"),
        ("Photographed by Jan Ek, directed by Karl Holm.", "directed by Karl Holm"),
        ("This story from World War II was directed by Karl Holm.", "was directed by Karl Holm"),
        ("I think Karl Holm directed it.", "Karl Holm directed it"),
    ],
)
def test_no_sign_where_there_is_none(sentence: str, words: str) -> None:
    assert judged(sentence, words) == "refuted"


def test_a_namesake_is_named_by_its_maker_or_called_older() -> None:
    facts = [
        fact("Blue River (1932)", "director", ["Karl Holm"], closed=True),
        fact("Blue River (1957)", "director", ["Anna Berg"], closed=True),
        fact("Blue River (1957)", "color", "color"),
    ]
    with world(facts, "Blue River (1957)") as saying:
        for sentence in ("Karl Holm's Blue River was in black and white.", "The original was in black and white."):
            words = "was in black and white"
            statement = Statement(sentence.index(words), sentence.index(words) + len(words), "form", "color",
                                  objects=(Mention(0, 0, "black and white"),))  # fmt: skip
            assert judge(statement, World(saying.store, saying.film, True, sentence)).verdict == "unverified"
        here = "This Blue River was directed by Karl Holm."
        credit = Statement(5, len(here) - 1, "credit", "director", objects=(saying.who("Karl Holm"),))
        assert judge(credit, World(saying.store, saying.film, True, here)).verdict == "refuted"


def test_titles_are_no_words_of_their_sentence() -> None:
    facts = [fact("If Only", "director", ["Anna Berg"], closed=True)]
    with world(facts, "If Only") as saying:
        sentence = "If Only was directed by Karl Holm, who would have thought."
        statement = Statement(8, 33, "credit", "director", objects=(saying.who("Karl Holm"),))
        doubt = in_doubt(statement, World(saying.store, saying.film, True, "If Only was directed by Karl Holm."))
        assert sentence and doubt is None


@pytest.mark.parametrize(
    ("sentence", "polarity"),
    [
        ("I knew nothing except that Anna Berg directed it", "positive"),
        ("Anna Berg (who isn't named) directed it", "positive"),
        ("It is not true that Anna Berg directed it", "negative"),
        ("Anna Berg never directed it", "negative"),
    ],
)
def test_a_denial_must_stand_somewhere(sentence: str, polarity: str) -> None:
    with world(FACTS, FILM) as saying:
        statement = Statement(0, len(sentence), "credit", "director", polarity="negative")
        found = without_false_denial(statement, World(saying.store, saying.film, True, sentence))
        assert found.polarity == polarity
