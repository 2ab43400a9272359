from cranework.reading.clues import Clues
from cranework.reading.model import Sentence
from cranework.reading.word_classes import DEPTHS, parse, word_classes


def test_words_used_alike_share_their_wider_classes() -> None:
    known = word_classes()
    actor, actress, husband = known["actor"], known["actress"], known["husband"]
    assert actor == actress and len(actor) == len(DEPTHS)
    assert actor[0] == husband[0] and actor[-1] != husband[-1]


def test_a_class_is_a_path_cut_at_each_depth_and_remarks_are_no_words() -> None:
    known = parse(["# a remark\n", "00101101101\tsaw seen\n", "0011\tno\n"])
    assert set(known) == {"saw", "seen", "no"}
    assert known["seen"] == ("*0010", "*0010110", "*0010110110")
    assert set(known["no"]) == {"*0011"}


def test_a_clue_names_the_class_of_a_word_and_names_have_none() -> None:
    clues = Clues(Sentence(0, 21, "The actress met Boris"))
    told = set(clues.within(0, 4))
    assert {f"like {name}" for name in word_classes()["actress"]} <= told
    assert not any(f"like {name}" in set(clues.within(3, 4)) for name in word_classes()["the"])
    assert f"at {word_classes()['actress'][0]}" in clues.begins()[1]
