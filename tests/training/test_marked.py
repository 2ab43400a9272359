from pathlib import Path

import pytest
from training.reading import marked

REVIEWS = Path(marked.__file__).parent / "reviews"


def test_marks_within_marks_become_places_of_the_bare_text() -> None:
    text, statements = marked.unmarked("So {{opinion|{{credit|Lang's M}} is great}}. {{plot|He flees}}!")
    assert text == "So Lang's M is great. He flees!"
    assert [(text[one["start"] : one["end"]], one["kind"]) for one in statements] == [
        ("Lang's M is great", "opinion"),
        ("Lang's M", "credit"),
        ("He flees", "plot"),
    ]


@pytest.mark.parametrize("text", ["{{opinion|never closed", "never opened}}", "{{rumor|of no kind}}"])
def test_marks_that_do_not_fit_are_named(text: str, tmp_path: Path) -> None:
    with pytest.raises(marked.MarkError):
        marked.unmarked(text)
    (tmp_path / "odd.txt").write_text(f"film: M (1931)\n\n{text}\n", encoding="utf-8")
    with pytest.raises(marked.MarkError, match=r"odd\.txt"):
        marked.reviews(tmp_path)


def test_the_marked_reviews_are_many_and_well_formed() -> None:
    reviews = marked.reviews(REVIEWS)
    assert len(reviews) == len({one["film"] + one["text"][:40] for one in reviews}) >= 160
    for one in reviews:
        assert one["film"] and "{{" not in one["text"] and "}}" not in one["text"]
        assert all(0 <= label["start"] < label["end"] <= len(one["text"]) for label in one["statements"])
        assert all(one["text"][label["start"] : label["end"]].strip() for label in one["statements"])
