"""How much the words claim, which way they go, and of which part of the film they speak."""

from __future__ import annotations

import pytest
from tests.reading.witness.made import said

from cranework.reading.witness.places import position_of
from cranework.reading.witness.ranking import Ranking, stem
from cranework.reading.witness.wording import Degree, claim_of, degree_of, movement_of, sentence_of, tidy


@pytest.mark.parametrize(
    ("words", "degree"),
    [
        ("a zoom", Degree.SOME),
        ("many zooms", Degree.MUCH),
        ("extremely mobile", Degree.EXTREME),
        ("all of it", Degree.ALL),
        ("nothing at all", Degree.NONE),
        ("above all a zoom", Degree.SOME),
        ("never zooms", Degree.NONE),
        ("doesn't zoom", Degree.NONE),
        ("hardly ever zooms", Degree.LITTLE),
        ("almost no zooms", Degree.LITTLE),
        ("not only zooms", Degree.SOME),
        ("no doubt a zoom", Degree.SOME),
        ("never stops zooming", Degree.ALL),
        ("nothing but zooms", Degree.ALL),
        ("knows a knot", Degree.SOME),
    ],
)
def test_degrees(words: str, degree: Degree) -> None:
    assert degree_of(words) is degree


@pytest.mark.parametrize(
    ("words", "predicate", "polarity", "moves", "degree"),
    [
        ("the camera never sits still", "camera_movement", "positive", True, Degree.EXTREME),
        ("the camera never sits still", "static_camera", "negative", True, Degree.EXTREME),
        ("the camera hardly ever moves", "camera_movement", "positive", False, Degree.LITTLE),
        ("the camera hardly ever moves", "static_camera", "positive", False, Degree.LITTLE),
        ("the camera does not move", "camera_movement", "negative", False, Degree.NONE),
        ("a restless camera", "camera_movement", "positive", True, Degree.EXTREME),
        ("the camera keeps perfectly still", "static_camera", "positive", False, Degree.SOME),
        ("the camera doesn't stop moving", "camera_movement", "negative", True, Degree.EXTREME),
        ("the camera is mobile", "camera_movement", "negative", False, Degree.SOME),
    ],
)
def test_which_way_the_camera_is_said_to_go(
    words: str, predicate: str, polarity: str, moves: bool, degree: Degree
) -> None:
    movement = movement_of(claim_of(*said(predicate, words, polarity=polarity)))
    assert movement is not None
    assert (movement.moves, movement.degree) == (moves, degree)


def test_of_a_camera_that_loves_nothing_is_said() -> None:
    assert movement_of(claim_of(*said("camera_movement", "the camera loves an ecstatic face"))) is None


@pytest.mark.parametrize(
    ("text", "of_scene", "in_scene"),
    [
        ("The film has zooms.", False, False),
        ("It is shot in colour and has zooms.", False, False),
        ("In one sequence there are zooms.", False, True),
        ("It ends on a long and terrible shot, with zooms.", False, True),
    ],
)
def test_what_speaks_of_a_scene(text: str, of_scene: bool, in_scene: bool) -> None:
    claim = claim_of(*said("zoom", "zooms", text))
    assert (claim.of_scene, claim.in_scene) == (of_scene, in_scene)


def test_what_is_qualified_by_a_scene_is_of_that_scene() -> None:
    assert claim_of(*said("zoom", "zooms", qualifiers={"where": "the farewell"})).of_scene
    assert not claim_of(*said("zoom", "zooms", qualifiers={"where": "film"})).of_scene
    assert claim_of(*said("zoom", "zooms", qualifiers={"degree": "high"})).degree is Degree.MUCH


def test_sentences_are_read_on_one_line_and_to_their_ends() -> None:
    text = "First.<br /><br />The camera\nzooms &amp; pans. Last."
    assert sentence_of(*said("zoom", "zooms", text)).strip() == "The camera zooms & pans"
    assert tidy("a\u201cb\u201d\u00a0 c") == 'a"b" c'


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("in the opening scene", 0.0), ("in the final sequence", 0.88), ("halfway through", 0.35),
        ("towards the end", 0.7), ("after the war", 0.6), ("the last of the Mohicans", None), ("in the kitchen", None),
    ],
)  # fmt: skip
def test_positions(words: str, place: float | None) -> None:
    found = position_of(words)
    assert (found[0] if found else None) == place


def test_ranking() -> None:
    ranking = Ranking(["the train leaves", "", "trains and more trains", "nobody sings"])
    assert ranking.scores(["train"]).argmax() == 2
    assert ranking.scores(["train"])[1] == 0
    assert ranking.scores([]).tolist() == [0, 0, 0, 0]
    assert ranking.share(["train", "leav"]).tolist()[0] >= 0.5
    assert stem("dancing") == stem("dances") == "danc"
    assert Ranking([]).scores(["x"]).tolist() == []


@pytest.mark.parametrize(
    ("text", "polarity", "clear", "outer"),
    [
        ("There is not a dissolve in it.", "negative", True, False),
        ("There is a dissolve in it.", "negative", False, False),
        ("It is not true that there is a dissolve in it.", "negative", False, True),
        ("It is a myth that there is a dissolve in it.", "positive", True, True),
        ("It is no comedy, but there is a dissolve in it.", "positive", True, False),
    ],
)
def test_denials_before_the_words(text: str, polarity: str, clear: bool, outer: bool) -> None:
    claim = claim_of(*said("dissolve", "a dissolve", text, polarity=polarity))
    assert (claim.clear, claim.outer) == (clear, outer)
