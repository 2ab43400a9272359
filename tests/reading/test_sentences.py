import time

import pytest

from cranework.reading.sentences import split
from cranework.reading.text import clean


def sentences(given: str, *titles: str) -> list[str]:
    return [sentence.text for sentence in split(clean(given), titles)]


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Smith met Dr. Jones at St. James vs. the rest.",
        "It was made by D. W. Griffith and J.R.R. Tolkien.",
        "It costs 1.5 million and lasts 97.5 min. long.",
        "Well... the film and Moscow ... Berlin are far apart.",
        "Airplane! is a funny film (really!) and so is that.",
        'He says "We won. We shall build. No more war!" and leaves.',
        "The U.S. Army and the U.S.S.R. were allies.",
        "It is the No. 1 film, e.g. Rocky.",
    ],
)
def test_one_sentence(text: str) -> None:
    assert sentences(text) == [text]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("A film. It is good.", ["A film.", "It is good."]),
        ("World War II.The film begins.", ["World War II.", "The film begins."]),
        ("It was good.The end was not!And so on.", ["It was good.", "The end was not!", "And so on."]),
        ('He said "no." Then he left.', ['He said "no."', "Then he left."]),
        ("after World War I. It ends.", ["after World War I.", "It ends."]),
        ("it ends here. nobody knows why.", ["it ends here.", "nobody knows why."]),
        ("In 1957. They won.", ["In 1957.", "They won."]),
        ("I waited.... Nothing came.", ["I waited....", "Nothing came."]),
        (
            "A film (which nobody has ever seen in this country before) of note.",
            ["A film", "(which nobody has ever seen in this country before)", "of note."],
        ),
        ("Heading<br /><br />A film", ["Heading", "A film"]),
    ],
)
def test_several_sentences(text: str, parts: list[str]) -> None:
    assert sentences(text) == parts


def test_titles_that_end_in_a_mark_are_kept_together() -> None:
    text = "He made Oliver! The year was good."
    assert sentences(text) == ["He made Oliver!", "The year was good."]
    assert (
        sentences("He made Oliver! Then Help! Everybody sang.", "Help! Everybody")[-1] == "Then Help! Everybody sang."
    )


def test_paragraphs_are_counted_and_offsets_are_those_of_the_copy() -> None:
    copy = clean("One. Two.\n\nThree.")
    found = split(copy)
    assert [sentence.paragraph for sentence in found] == [0, 0, 1]
    assert all(copy.text[sentence.start : sentence.end] == sentence.text for sentence in found)


@pytest.mark.parametrize("piece", ["word ", "(", "<", '"', "a. ", "A.B", "!", "'x", "A,", "AA ", "*a", "[a](", "&amp"])
def test_hostile_texts_take_linear_time(piece: str) -> None:
    given = piece * (100_000 // len(piece))
    began = time.process_time()
    found = split(clean(given))
    assert time.process_time() - began < 5
    assert all(len(sentence.text) <= 2_000 for sentence in found)
