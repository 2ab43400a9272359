import pytest

from cranework.reading.model import Mention, Sentence, Statement, Value
from cranework.reading.tiling import tile


def tiled(text: str, *strong: str, values: tuple[str, ...] = ()) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    sentence = Sentence(100, 100 + len(text), text)
    facts = [
        Statement(100 + text.index(words), 100 + text.index(words) + len(words), "credit", "director")
        for words in strong
    ]
    numbers = [
        Value(100 + text.index(words), 100 + text.index(words) + len(words), words, "date", 0.0, 1.0, "day")
        for words in values
    ]
    weak, left = tile(sentence, facts, (), numbers)
    return (
        [(one.kind, text[one.start - 100 : one.end - 100]) for one in weak],
        [(one.why, text[one.start - 100 : one.end - 100]) for one in left],
    )


def test_a_stretch_without_strong_cues_becomes_a_weak_statement_without_its_edges() -> None:
    weak, left = tiled("The acting is superb, but the plot is dull.")
    assert weak == [("opinion", "The acting is superb"), ("opinion", "the plot is dull")] and not left


def test_a_stretch_that_a_strong_statement_fills_says_nothing_more() -> None:
    assert tiled("It was directed by Anna Smith.", "directed by Anna Smith")[0] == []


def test_a_longer_stretch_stands_beside_the_strong_statement_inside() -> None:
    text = "Her cousin Paul (John Doe) kills the guard and escapes with her brother."
    assert tiled(text, "Paul (John Doe)")[0] in ([("plot", text[:-1])], [("plot", text[27:-1])])


def test_judging_words_beside_a_fact_are_an_opinion_by_themselves() -> None:
    weak, _ = tiled(
        "Paul directed it in 1957 for a small studio, truly a magnificent work.",
        "Paul directed it in 1957 for a small studio",
    )
    assert weak == [("opinion", "truly a magnificent work")]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("I saw it last night.", "the writer's own viewing"),
        ("8/10", "no words"),
        ("Three stars from me.", "a rating"),
        ("Go for it.", "advice to the reader"),
        ("But what did I see?", "a question"),
        ("And then?", "a question"),
        ("According to the press.", "who says it"),
        ("I'm kidding.", "a word on what was said before"),
    ],
)
def test_what_is_no_statement_is_unread_with_a_reason(text: str, why: str) -> None:
    weak, left = tiled(text)
    assert weak == [] and [reason for reason, _ in left] == [why]


def test_values_that_no_statement_takes_up_are_said_to_be_unread() -> None:
    _, left = tiled("A fine year was 1957 for everybody.", values=("1957",))
    assert left == [("a date, but not what happened then", "1957")]


def test_characters_make_a_story() -> None:
    text = "Anna meets Paul in the garden."
    sentence = Sentence(0, len(text), text)
    mentions = [Mention(0, 4, "Anna", "character"), Mention(11, 15, "Paul", "character")]
    assert tile(sentence, [], mentions)[0][0].kind == "plot"


@pytest.mark.parametrize("text", ["", ".", "()", '"', "and", " - ", "\u00e9", "?!"])
def test_odd_sentences(text: str) -> None:
    tile(Sentence(0, len(text), text), [])
