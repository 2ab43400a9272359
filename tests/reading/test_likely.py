import numpy as np
import pytest

from cranework.reading.clues import Clues
from cranework.reading.kinds import KINDS, NOTHING
from cranework.reading.likely import chosen, likely, pairs
from cranework.reading.model import Mention, Sentence, Statement, Value


def clues(text: str, *strong: str) -> Clues:
    facts = [Statement(text.index(one), text.index(one) + len(one), "credit", "director") for one in strong]
    return Clues(Sentence(0, len(text), text), facts)


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("This is a brilliant and deeply moving film.", "opinion"),
        ("I think that the acting is awful.", "opinion"),
        ("Anna marries her cousin and moves to the village.", "plot"),
        ("He kills the guard and escapes with her brother.", "plot"),
        ("In the last scene we see the soldiers cross the bridge.", "scene"),
        ("The film was banned by the government and praised by critics.", "reception"),
    ],
)
def test_a_sentence_is_a_likely_statement_of_its_kind(sentence: str, kind: str) -> None:
    found = likely(clues(sentence))
    assert found and found[0].kind == kind and found[0].runner_up != kind
    assert 0 < found[0].lead <= 1


def test_what_a_strong_statement_says_is_not_said_again() -> None:
    assert likely(clues("It was directed by Anna Smith.", "directed by Anna Smith")) == []


def test_every_likely_beginning_is_paired_with_every_likely_end_behind_it() -> None:
    found = pairs({0: 0.9, 3: 0.5, 5: 0.01}, {3: 0.8, 8: 0.9})
    assert [(begin, stop) for begin, stop, _, _ in sorted(found)] == [(0, 3), (0, 8), (3, 8)]


def test_stretches_of_nearly_the_same_words_are_one_statement() -> None:
    said = clues("The acting of the whole cast is superb")
    shares = np.zeros((3, NOTHING + 1))
    shares[:, KINDS.index("opinion")] = 0.3, 0.3, 0.02
    shares[:, NOTHING] = 1 - shares.sum(axis=1)
    found = chosen(said, [(0, 8), (1, 8), (6, 8)], shares)
    assert [(one.begin, one.stop, one.kind) for one in found] in ([(0, 8, "opinion")], [(1, 8, "opinion")])
    assert found[0].share == pytest.approx(0.6)


def test_clues_tell_words_shapes_names_and_what_strong_families_found() -> None:
    text = "Anna Smith made it in 1957 (a dull film)."
    said = Clues(
        Sentence(10, 10 + len(text), text),
        [Statement(10, 29, "credit", "director")],
        [Mention(10, 20, "Anna Smith", "person")],
        [Value(32, 36, "1957", "date", 0, 1, "day")],
    )
    told = set(said.within(0, 11))
    assert {"word @name", "word @year", "pair in @year", "names person", "names value date"} <= told
    assert {"holds credit", "class judging 1", "whole sentence"} <= told and "word anna" not in told
    assert "half a bracket" in set(said.within(0, 8)) and "inside credit" in set(said.within(0, 2))
    assert "head" in said.begins()[0] and "tail" in said.ends()[11]
