"""The film as a witness: where its subtitles come from, scenes it finds, and how long that takes."""

from __future__ import annotations

import time
from fractions import Fraction
from pathlib import Path

import pytest
from tests.reading.witness.made import A, Made, judged, said

from cranework.dialogue.cues import Cue
from cranework.reading.witness import Witness
from cranework.study.store import Study

WORDS = (
    (4, 6, "Look, the cranes over the river!"), (44, 46, "Grandmother, where is my belt?"),
    (84, 86, "Boris, your train is leaving."), (124, 126, "The bridge has been bombed tonight."),
    (164, 166, "Stepan has come back from the front."), (204, 206, "They are flying over Moscow again."),
)  # fmt: skip
SPOKEN = Made([A(4) for _ in range(60)], words=WORDS)


def scene(film: Made, text: str) -> tuple[str, list[tuple[int, int] | None], str]:
    judgement = film.witness().scene(*said("scene", text, kind="scene"))
    return judgement.verdict, [e.at for e in judgement.evidence], judgement.evidence[0].says


@pytest.mark.parametrize(
    ("text", "second"),
    [
        ("In the scene where his grandmother looks for the belt, nobody speaks of the war.", 45),
        ("The moment when the train is leaving and Boris does not see her is unforgettable.", 85),
        ("A soldier has come back from the front and speaks from the train: Stepan is alive.", 165),
        ("In the final scene the cranes are flying over Moscow.", 205),
    ],
)
def test_a_scene_is_found_by_what_is_spoken_in_it(text: str, second: int) -> None:
    verdict, at, says = scene(SPOKEN, text)
    assert verdict == "not_checkable", says
    assert at[0] is not None
    assert at[0][0] <= second * 24 < at[0][1]
    assert "score" in says


def test_where_several_may_be_meant_the_best_three_are_shown() -> None:
    film = Made([A(4) for _ in range(60)], words=[(t, t + 2, "The train is leaving now.") for t in (40, 120, 200)])
    verdict, at, _ = scene(film, "The scene of the leaving train.")
    assert verdict == "unverified"
    assert len(at) == 3


def test_a_scene_of_which_nothing_is_known_is_said_so() -> None:
    verdict, at, says = scene(SPOKEN, "The quarrel about the piano is overlong.")
    assert (verdict, at) == ("unverified", [None])
    assert "neither words" in says
    _, _, says = scene(Made([A(4)] * 20), "The quarrel about the piano is overlong.")
    assert "no subtitles" in says


def test_scenes_without_shots_and_without_a_film() -> None:
    _, _, says = scene(Made([A(4)] * 20, without=("shots",)), "The last scene.")
    assert "shots" in says
    judgement = Witness.of(None).scene(*said("scene", "The last scene."))
    assert judgement.verdict == "unverified"
    assert "no film is at hand" in judgement.evidence[0].says


def test_form_and_position_find_a_scene_without_words() -> None:
    shots = [A(4) for _ in range(60)]
    shots[30] = A(8, (("roll_cw", 0.95, 200.0, 30.0),))
    verdict, at, _ = scene(Made(shots), "About the middle of the film the birches are whirling over him.")
    assert verdict == "not_checkable"
    assert at[0] is not None
    assert at[0][0] <= 124 * 24 < at[0][1]


def test_form_of_a_scene_is_looked_for_there_first() -> None:
    shots = [A(4) for _ in range(60)]
    shots[21] = A(4, ("truck_left",))
    film = Made(shots, words=WORDS)
    text = "In the scene where the train is leaving without Boris, a tracking shot follows her."
    judgement = judged(film, "tracking", "a tracking shot follows her", text, qualifiers={"where": "scene"})
    assert judgement.verdict == "supported"
    assert "in the scene at" in judgement.evidence[0].says
    assert judgement.evidence[0].at == (21 * 96, 22 * 96)


def test_form_of_a_scene_that_is_not_found_there_is_no_error() -> None:
    text = "In the scene where the train is leaving without Boris, the camera never moves."
    film = Made([A(4, ("truck_left",)) for _ in range(60)], words=WORDS)
    assert judged(film, "static_camera", "the camera never moves", text, qualifiers={"where": "scene"}).verdict == (
        "unverified"
    )


def test_form_somewhere_in_the_film_supports_what_is_said_of_a_scene() -> None:
    shots = [A(4) for _ in range(59)]
    judgement = judged(Made([*shots, A(4, ("tilt_up",))]), "tilt", "tilts up", qualifiers={"where": "the quarrel"})
    assert judgement.verdict == "supported"
    assert "somewhere in the film" in judgement.evidence[0].says


# Subtitles


def cue(text: str, language: str | None = None) -> Cue:
    return Cue(Fraction(1), Fraction(2), text, language)


def test_subtitles_are_those_of_the_file_else_those_handed_over() -> None:
    beside = [cue("from beside")]
    assert [c.text for c in Witness.of(SPOKEN.study(), beside).cues] == [text for _, _, text in WORDS]
    assert [c.text for c in Witness.of(Made([A()]).study(), beside).cues] == ["from beside"]
    assert [c.text for c in Witness.of(None, beside).cues] == ["from beside"]
    assert list(Witness.of(None).cues) == []


def test_frames_of_times() -> None:
    witness = SPOKEN.witness()
    assert [witness.frame(Fraction(t)) for t in (0, 1, 4)] == [0, 24, 96]
    assert witness.frame(Fraction(10_000)) == 60 * 96 - 1


@pytest.mark.parametrize(
    ("text", "words", "verdict"),
    [
        ('A voice says: "Boris, your train is leaving."', '"Boris, your train is leaving."', "supported"),
        ('Then: "Boris, your train has left."', '"Boris, your train has left."', "differs"),
        ('The line "Nobody ever tells me anything."', '"Nobody ever tells me anything."', "unverified"),
    ],
)
def test_quotations_are_held_against_the_subtitles(text: str, words: str, verdict: str) -> None:
    judgement = SPOKEN.witness().quotation(*said("quotation", words, text, kind="quotation"))
    assert judgement.verdict == verdict, judgement
    assert judgement.evidence[0].source == "subtitles"
    if verdict != "unverified":
        assert "0:01:24" in judgement.evidence[0].says
        assert judgement.evidence[0].at == (84 * 24, 86 * 24 + 1)


def test_quotations_without_subtitles_and_without_a_film() -> None:
    statement, text = said("quotation", '"Boris, your train is leaving."', kind="quotation")
    assert "there are no subtitles" in Witness.of(None).quotation(statement, text).evidence[0].says
    alone = Witness.of(None, [cue("Boris, your train is leaving.")]).quotation(statement, text)
    assert (alone.verdict, alone.evidence[0].at) == ("supported", None)


def test_a_quotation_finds_the_scene() -> None:
    text = 'The scene with the words "Stepan has come back from the front" is too short.'
    verdict, at, says = scene(SPOKEN, text)
    assert verdict == "not_checkable"
    assert "the words quoted" in says
    assert at[0] is not None
    assert at[0][0] <= 165 * 24 < at[0][1]


def test_a_long_film_is_asked_within_a_second() -> None:
    shots = [A(2.4, ("truck_left",) if n % 3 else ("static",)) for n in range(3000)]
    words = [(t * 1.4, t * 1.4 + 1, f"Word{t % 997} of dialogue {t % 13} spoken to Boris{t % 7}") for t in range(5000)]
    film = Made(shots, words=words)
    study = film.study()
    begun = time.process_time()
    witness = Witness.of(study)
    witness.scene(*said("scene", "In the final scene Boris3 whirls and speaks word12 while the camera follows her."))
    witness.form(*said("camera_movement", "the camera never sits still"))
    witness.form(*said("tracking", "a tracking shot in the scene of word500", qualifiers={"where": "scene"}))
    assert time.process_time() - begun < 1


@pytest.mark.slow
def test_the_demonstration_film(demonstration_study: Path) -> None:
    with Study.open(demonstration_study) as study:
        witness = Witness.of(study)
        assert len(witness.cues) == 7
        for predicate, words, verdict in (
            ("color", "shot in black and white", "supported"),
            ("color", "in gorgeous colour", "refuted"),
            ("camera_movement", "a mobile camera", "supported"),
            ("static_camera", "the camera hardly ever moves", "refuted"),
            ("spin", "the picture turns", "supported"),
            ("dissolve", "dissolves", "supported"),
            ("superimposition", "a wedding is superimposed on the birches", "supported"),
            ("zoom", "zooms in", "supported"),
            ("zoom", "a dolly zoom", "supported"),
            ("wipe", "a wipe", "supported"),
            ("long_take", "the whole film is one single take", "refuted"),
            ("sound", "a silent film", "unverified"),
        ):
            judgement = witness.form(*said(predicate, words))
            assert judgement.verdict == verdict, (words, judgement)
        found = witness.scene(*said("scene", "In the last scene the cranes are flying again."))
        assert found.verdict == "not_checkable"
        at = found.evidence[0].at
        assert at is not None
        assert at[0] <= 1560 < at[1]


def test_evidence_says_whether_the_film_or_its_subtitles_tell() -> None:
    witness = SPOKEN.witness()
    scene = witness.scene(*said("scene", "The moment when the train is leaving.", kind="scene"))
    form = witness.form(*said("long_take", "There are long takes."))
    spoken = witness.quotation(*said("quotation", "Boris, your train is leaving", kind="quotation"))
    found = [{one.kind for one in judgement.evidence} for judgement in (scene, form, spoken)]
    assert found == [{"film"}, {"film"}, {"subtitles"}]
