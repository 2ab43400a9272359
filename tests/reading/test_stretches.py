import random
from itertools import pairwise

import pytest

from cranework.reading.sentences import split
from cranework.reading.stretches import cut, pieces
from cranework.reading.text import clean
from cranework.reading.words import bag, words


def stretches(sentence: str) -> list[str]:
    return [sentence[start:end].strip(" ,;:-.") for start, end in cut(sentence)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Anna hides with a family and ends up marrying the son.",
        "In the early years of the war, the city was half empty.",
        "When she learns of it, she leaves.",
        "Driven by hunger, Anna agrees to marry Paul.",
        "The bright, quick and funny film ends too soon.",
        "He says that the war is over and the men come home.",
        "It helped not only the soldiers, but also their wives.",
        "Anna - working in a hospital - receives the news.",
        "Paul (who is hardly in it) plays her brother.",
        "It was Anna who directed it and the writer Paul who paid.",
    ],
)
def test_one_thing_is_one_stretch(sentence: str) -> None:
    assert len(stretches(sentence)) == 1


@pytest.mark.parametrize(
    ("sentence", "parts"),
    [
        ("Anna leaves, but Paul stays", ["Anna leaves", "but Paul stays"]),
        ("The music is loud and the camera never rests", ["The music is loud", "and the camera never rests"]),
        ("Anna loves Paul, who is poor", ["Anna loves Paul", "who is poor"]),
        ("The war ends; nobody cheers", ["The war ends", "nobody cheers"]),
        ("He follows her, a breathtaking movement", ["He follows her", "a breathtaking movement"]),
        ("Although the plot is thin, the acting is superb", ["Although the plot is thin", "the acting is superb"]),
        ("It is good..simply a great film", ["It is good", "simply a great film"]),
    ],
)
def test_two_things_are_two_stretches(sentence: str, parts: list[str]) -> None:
    assert stretches(sentence) == parts


COMMON = sorted(bag("Anna the film is was good leaves never and but who which when as well"))
MARKS = sorted(bag(", ; : - ( ) ' [ .. \""))


@pytest.mark.parametrize("seed", range(20))
def test_stretches_tile_the_sentence(seed: int) -> None:
    chance = random.Random(seed)
    parts = [*COMMON, *MARKS]
    sentence = " ".join(chance.choice(parts) for _ in range(60))
    tiles = cut(sentence)
    assert "".join(sentence[start:end] for start, end in tiles) == sentence
    tokens = words(sentence)
    found = pieces(tokens)
    assert found[0].begin == 0 and found[-1].stop == len(tokens)
    assert all(one.stop == other.begin for one, other in pairwise(found))


def test_sentences_carry_their_stretches() -> None:
    copy = clean("One. Anna leaves, but Paul stays.")
    sentence = split(copy)[1]
    assert [copy.text[start:end].strip(" ,.") for start, end in sentence.stretches] == ["Anna leaves", "but Paul stays"]
