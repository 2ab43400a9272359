import pytest

from cranework.reading.language import language


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The film was made in 1957 and it is one of the best.", "en"),
        ("Kalatozov.", "en"),
        (
            "Der Film ist von Kalatosow und er wurde nicht für das Kino gedreht, aber auch so ist es ein gutes Werk.",
            "de",
        ),
        ("Le film est un chef-d'œuvre, et les acteurs sont dans une forme que je ne connais pas.", "fr"),
        ("Летят журавли", "und"),
    ],
)
def test_language(text: str, code: str) -> None:
    assert language(text) == code
