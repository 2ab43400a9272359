import pytest

from cranework.reading.words import finite, words


def verbs(sentence: str) -> list[str]:
    tokens = words(sentence)
    return [token.text for at, token in enumerate(tokens) if finite(tokens, at)]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("The camera follows the girl off a bus", ["follows"]),
        ("Anna marries Paul and leaves the village", ["marries", "leaves"]),
        ("She never forgets, but he does", ["forgets", "does"]),
        ("Many early films of the time", []),
        ("a long tracking shot through the crowd", []),
        ("The director shot it in Rome", ["shot"]),
        ("It won the prize", ["won"]),
        ("the prize won by Anna", []),
        ("Superb acting and wonderful sets", []),
        ("when the war starts, he waits", ["starts", "waits"]),
        ("a movement that offers scope", ["offers"]),
        ("wind rustles the curtains", ["rustles"]),
        ("They aren't here", ["aren't"]),
    ],
)
def test_finite_verbs(sentence: str, found: list[str]) -> None:
    assert verbs(sentence) == found


def test_names_have_capitals_that_no_sentence_needs() -> None:
    assert [word.text for word in words("The camera loves Anna in ROME, I think") if word.name] == ["Anna", "ROME"]
