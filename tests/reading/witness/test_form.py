"""Every thing that can be said of form: a film that bears it out, and one that does not, which seldom refutes it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from tests.reading.witness.made import A, Made, judged, said, seconds

from cranework.reading.witness import Witness
from cranework.reading.witness.rules import RULES

GRAY = "black-and-white"
STILL = Made([A(5) for _ in range(12)])
MOBILE = Made([A(5, ("truck_right",)) for _ in range(12)])
HALF = Made([A(5, ("pan_left",) if n % 10 < 3 else ("static",)) for n in range(20)])
DISSOLVES = Made([A(4, join="dissolve", join_confidence=0.97) if n % 2 else A(4) for n in range(30)])
CUTS = Made([A(3) for _ in range(60)])
LONG = Made([A(4), A(95, ("dolly_in",)), A(4), A(40)])
QUICK = Made([A(1.2) for _ in range(80)])
SLOW = Made([A(22) for _ in range(30)])
BLACK_AND_WHITE = Made([A(color=GRAY) for _ in range(12)])
COLORED = Made([A() for _ in range(12)])
OVERLAID = replace(STILL, overlays=[(5, 9, 0.8)])
BURST = Made([*[A(8) for _ in range(10)], *[A(0.8) for _ in range(8)], *[A(8) for _ in range(10)]])


def one(*moves: Any, **shot: Any) -> Made:
    """A film with one such shot among still ones."""
    return Made([*[A() for _ in range(6)], A(4, moves, **shot), *[A() for _ in range(6)]])


Case = tuple[str, str, dict[str, Any], Made, Made, str]
CASES: list[Case] = [
    ("camera_movement", "the camera is highly mobile", {}, MOBILE, STILL, "refuted"),
    ("camera_movement", "the camera never sits still", {}, MOBILE, STILL, "refuted"),
    ("camera_movement", "a mobile camera", {}, MOBILE, STILL, "differs"),
    ("static_camera", "the camera never moves", {}, STILL, MOBILE, "refuted"),
    ("static_camera", "the camera hardly ever moves", {}, STILL, MOBILE, "refuted"),
    ("static_camera", "a static camera", {}, STILL, MOBILE, "differs"),
    ("static_camera", "hardly a static shot", {}, MOBILE, STILL, "differs"),
    ("handheld", "shaky hand-held shots", {}, Made([A(held="handheld")] * 5), STILL, "unverified"),
    ("handheld", "all of it hand-held", {}, Made([A(held="handheld")] * 5), STILL, "differs"),
    ("crane", "a crane shot", {}, one(("pedestal_up", 0.7, 0.6, 0.1)), STILL, "unverified"),
    ("crane", "a crane shot", {}, one("dolly_in", flags=("crane",)), one(("pedestal_up", 0.7, 0.1)), "unverified"),
    ("tracking", "a tracking shot", {}, one("truck_left"), one("zoom_in"), "unverified"),
    ("tracking", "follows her", {}, one("pan_left", flags=("tracking",)), one("pan_left"), "unverified"),
    ("tracking", "a long tracking shot", {}, LONG, one("dolly_in"), "unverified"),
    ("pan", "the camera pans left", {}, one("pan_left"), one("pan_right"), "unverified"),
    ("pan", "a whip pan", {}, one(("pan_left", 0.9, 2.0, 2.5)), one("pan_left"), "unverified"),
    ("tilt", "tilts up", {}, one("tilt_up"), one("tilt_down"), "unverified"),
    ("zoom", "zooms in on her face", {}, one("zoom_in"), STILL, "unverified"),
    ("zoom", "a dolly zoom", {}, one("dolly_zoom"), one("zoom_in"), "unverified"),
    ("spin", "the birches whirl", {}, one(("roll_cw", 0.9, 200.0, 30.0)), one(("roll_cw", 0.9, 90.0, 20.0)), "differs"),
    ("spin", "the birches spin", {}, one(("roll_cw", 0.9, 30.0, 70.0)), STILL, "unverified"),
    ("spin", "the picture turns", {}, one(("roll_ccw", 0.9, -60.0, 20.0)), STILL, "unverified"),
    ("long_take", "long takes", {}, LONG, CUTS, "differs"),
    ("long_take", "a take of a minute and a half", {"objects": (seconds("90 s", 90),)}, LONG, CUTS, "differs"),
    ("long_take", "the whole film is one single take", {}, Made([A(600)]), CUTS, "refuted"),
    ("long_take", "the entire film runs without a single cut", {}, Made([A(600)]), CUTS, "refuted"),
    ("fast_cutting", "extremely fast cutting", {}, QUICK, SLOW, "refuted"),
    ("fast_cutting", "some rapid editing", {}, BURST, HALF, "differs"),
    ("slow_cutting", "very slow editing", {}, SLOW, QUICK, "refuted"),
    ("fast_cutting", "average shot length: 22 seconds", {"objects": (seconds("22 s", 22),)}, SLOW, QUICK, "differs"),
    ("montage", "a montage sequence", {}, BURST, STILL, "unverified"),
    ("dissolve", "dissolves", {}, DISSOLVES, CUTS, "unverified"),
    ("dissolve", "many dissolves", {}, DISSOLVES, Made([A(), A(join="dissolve"), *[A()] * 40]), "differs"),
    ("dissolve", "there is no dissolve", {"polarity": "negative"}, CUTS, DISSOLVES, "refuted"),
    ("fade", "a fade to black", {}, Made([A(), A(join="fade_out")]), CUTS, "unverified"),
    ("wipe", "a wipe", {}, Made([A(), A(join="wipe")]), CUTS, "unverified"),
    ("superimposition", "the wedding lies over the birches", {}, OVERLAID, STILL, "unverified"),
    ("superimposition", "laid over for four seconds", {"objects": (seconds("four seconds", 4),)},
     OVERLAID, replace(STILL, overlays=[(5, 25, 0.8)]), "differs"),
    ("color", "shot in black and white", {}, BLACK_AND_WHITE, COLORED, "differs"),
    ("color", "in glorious color", {}, COLORED, BLACK_AND_WHITE, "refuted"),
    ("color", "not in black and white", {"polarity": "negative"}, COLORED, BLACK_AND_WHITE, "refuted"),
    ("color", "it is not in colour", {"polarity": "negative"}, BLACK_AND_WHITE, COLORED, "differs"),
    ("color", "both color and black and white", {}, Made([A(color=GRAY), A()]), COLORED, "differs"),
    ("light", "dark images", {}, Made([A(luma=0.1)]), Made([A(luma=0.8)]), "differs"),
    ("light", "high-key images", {}, Made([A(luma=0.8)]), Made([A(luma=0.1)]), "differs"),
    ("light", "stark contrasts", {}, Made([A(contrast=0.3)]), Made([A(contrast=0.1)]), "differs"),
    ("aspect", "in 1.33:1", {}, STILL, replace(STILL, film={"active_area": (0, 0, 640, 272)}), "differs"),
    ("aspect", "in widescreen", {}, replace(STILL, film={"active_area": (0, 0, 640, 272)}), STILL, "differs"),
    ("sound", "a sound film", {}, STILL, replace(STILL, film={"audio": ()}), "unverified"),
    ("sound", "a silent film", {}, replace(STILL, film={"audio": ()}), STILL, "unverified"),
    ("sound", "subtitled", {}, STILL, replace(STILL, film={"subtitles": ()}), "unverified"),
    ("runtime_min", "lasts one minute", {"objects": (seconds("one minute", 60),)}, STILL, SLOW, "differs"),
]  # fmt: skip
NAMES = [f"{case[0]}: {case[1]}" for case in CASES]


@pytest.mark.parametrize(("predicate", "words", "parts", "film", "other", "verdict"), CASES, ids=NAMES)
def test_borne_out(predicate: str, words: str, parts: dict[str, Any], film: Made, other: Made, verdict: str) -> None:
    judgement = judged(film, predicate, words, **parts)
    assert judgement.verdict == "supported", judgement
    assert judgement.evidence[0].vote == "+"
    assert 0.3 < judgement.confidence < 1


@pytest.mark.parametrize(("predicate", "words", "parts", "film", "other", "verdict"), CASES, ids=NAMES)
def test_not_borne_out(
    predicate: str, words: str, parts: dict[str, Any], film: Made, other: Made, verdict: str
) -> None:
    judgement = judged(other, predicate, words, **parts)
    assert judgement.verdict == verdict, judgement
    assert judgement.evidence[0].says


def test_every_row_of_the_table_is_tested() -> None:
    assert {rule.predicate for rule in RULES} == {case[0] for case in CASES}


@pytest.mark.parametrize("case", [case for case in CASES if case[5] == "refuted"], ids=lambda case: case[1])
def test_what_is_refuted_is_only_said_to_differ_where_doubt_remains(case: Case) -> None:
    """Irony, another's words, a scene of the film, the writer's own correction: none of them lets it stand."""
    predicate, words, parts, _, other, _ = case
    for change in ({"modality": "reported"}, {"modality": "ironic"}, {"corrected": True}):
        assert judged(other, predicate, words, **parts, **change).verdict == "differs"
    assert judged(other, predicate, words, **parts, about="film:other").verdict == "unverified"
    assert judged(other, predicate, words, **parts, modality="hypothetical").verdict == "not_checkable"
    assert judged(other, predicate, words, f"In one scene, {words}.", **parts).verdict != "refuted"
    assert judged(other, predicate, words, f"It is a myth that {words}.", **parts).verdict != "refuted"
    assert judged(other, predicate, words, **parts, qualifiers={"where": "the farewell"}).verdict != "refuted"


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.layer], ids=lambda rule: rule.predicate)
def test_a_layer_that_is_missing_is_named(rule: Any) -> None:
    film = replace(STILL, without=("shots", "transitions", "moves", "appearance"))
    judgement = judged(film, rule.predicate, "the film looks like that")
    assert judgement.verdict == "unverified"
    assert f"the layer {rule.layer} was not measured" in judgement.evidence[0].says
    assert f"cranework analyze cranes.mp4 --layers {rule.layer}" in judgement.evidence[0].says


def test_without_a_film_it_is_said_what_would_tell() -> None:
    judgement = Witness.of(None).form(*said("handheld", "a hand-held camera"))
    assert judgement.verdict == "unverified"
    assert "no film is at hand" in judgement.evidence[0].says
    assert "layer moves" in judgement.evidence[0].says


def test_a_move_that_is_not_found_refutes_nothing_however_it_is_said() -> None:
    for predicate, words in (("zoom", "zooms all the time"), ("pan", "pans constantly"), ("crane", "many crane shots")):
        assert judged(STILL, predicate, words).verdict == "unverified"


def test_what_is_denied_and_found_again_and_again_is_refuted_only_where_finds_are_right() -> None:
    pans = Made([A(4, ("pan_left",)) for _ in range(10)])
    zooms = Made([A(4, ("zoom_in",)) for _ in range(10)])
    assert judged(pans, "pan", "never pans", polarity="negative").verdict == "refuted"
    assert judged(zooms, "zoom", "never zooms", polarity="negative").verdict == "differs"
    assert judged(STILL, "zoom", "never zooms", polarity="negative").verdict == "supported"
    assert judged(STILL, "crane", "there is no crane shot", polarity="negative").verdict == "unverified"


def test_a_double_denial_claims_the_more() -> None:
    pans = Made([A(4, ("pan_left",)) for _ in range(10)])
    for words in ("the camera never stops panning", "nothing but pans", "no end of pans"):
        for polarity in ("positive", "negative"):
            assert judged(pans, "pan", words, polarity=polarity).verdict == "supported", words
        assert judged(STILL, "pan", words).verdict == "unverified"


def test_a_camera_that_pans_is_asked_for_pans() -> None:
    assert judged(one("pan_right"), "camera_movement", "the camera slowly pans").verdict == "supported"
    assert judged(STILL, "camera_movement", "the camera slowly pans").verdict == "unverified"


@pytest.mark.parametrize(
    ("predicate", "words"),
    [
        ("tilt", "odd camera angles"),
        ("crane", "aerial shots"),
        ("sound", "a voice-over"),
        ("light", "natural light"),
        ("camera_movement", "the camera loves her"),
        ("form", "a wide-angle lens on the camera"),
    ],
)
def test_what_is_not_measured_is_said_so(predicate: str, words: str) -> None:
    for film in (STILL, MOBILE):
        judgement = judged(film, predicate, words)
        assert judgement.verdict == "unverified"
        assert "measure" in judgement.evidence[0].says or "taste" in judgement.evidence[0].says


def test_a_take_without_a_cut_denies_nothing_else() -> None:
    words = "the thrilling long tracking shot, no cuts"
    assert judged(LONG, "tracking", words).verdict == "supported"
    assert judged(STILL, "tracking", words).verdict == "unverified"


def test_it_is_the_camera_that_is_to_move() -> None:
    words = "the camera is placed on a tower, and far below it the people run towards the river"
    assert judged(STILL, "camera_movement", words).verdict == "unverified"


def test_cranes_are_birds_unless_there_is_a_camera() -> None:
    film = one(("pedestal_up", 0.7, 0.6, 0.1))
    assert judged(film, "crane", "cranes over a city").verdict == "unverified"
    assert judged(film, "crane", "cranes over a city", "The camera cranes over a city.").verdict == "supported"


def test_a_name_with_control_characters_is_told_without_them() -> None:
    film = replace(STILL, without=("moves",), film={"name": "a\x1b[2J b\n.mp4"})
    says = judged(film, "pan", "pans").evidence[0].says
    assert "'a?[2J b?.mp4'" in says


def test_few_shots_contradict_nobody() -> None:
    assert judged(Made([A(40)] * 5), "camera_movement", "the camera never sits still").verdict == "differs"
    assert judged(Made([A(40)] * 5), "fast_cutting", "extremely fast cutting").verdict == "differs"
    assert judged(SLOW, "fast_cutting", "rapid editing").verdict == "differs"


def test_a_length_in_the_words_counts() -> None:
    assert judged(LONG, "long_take", "a take of 95 seconds").verdict == "supported"
    assert judged(CUTS, "long_take", "a take of 95 seconds").verdict == "differs"


def test_words_are_read_as_given_with_markup_and_broken_lines() -> None:
    text = "A great film.<br /><br />It\u2019s all shot\nin gorgeous\n<i>colour</i>, they say.\n\nNot a scene is cut."
    words = "all shot\nin gorgeous\n<i>colour</i>"
    assert judged(BLACK_AND_WHITE, "color", words, text).verdict == "refuted"


def test_one_take_that_only_seems_so() -> None:
    text = "The whole film is made to look as if it were one single take."
    assert judged(CUTS, "long_take", "one single take", text).verdict == "differs"


def test_a_shot_must_show_all_that_is_said_of_it() -> None:
    apart = Made([A(40, held="handheld"), A(4, ("truck_left",)), A(4)])
    assert judged(apart, "tracking", "a long hand-held tracking shot").verdict == "unverified"
    together = Made([A(40, ("truck_left",), held="handheld"), A(4), A(4)])
    assert judged(together, "tracking", "a long hand-held tracking shot").verdict == "supported"


def test_television_runs_faster() -> None:
    film = Made([A(95 * 60)])
    judgement = judged(film, "runtime_min", "91 minutes", objects=(seconds("91 minutes", 91 * 60),))
    assert judgement.verdict == "supported"
    assert "25 frames a second" in judgement.evidence[0].says


def test_evidence_says_number_threshold_and_frames() -> None:
    evidence = judged(MOBILE, "camera_movement", "the camera never sits still").evidence
    assert "95 % of the time" in evidence[0].says
    assert "are asked of a very mobile camera" in evidence[0].says
    assert evidence[0].at == (0, 120)
    assert [e.at for e in evidence[1:]] == [(120, 240), (240, 360)]


def test_what_cannot_be_told_of_the_camera_is_no_stillness() -> None:
    dark = Made([A(5, (None,)) for _ in range(12)])
    assert judged(dark, "camera_movement", "the camera never sits still").verdict == "unverified"
    half = Made([A(5, (None,) if n % 2 else ("static",)) for n in range(12)])
    assert judged(half, "camera_movement", "the camera never sits still").verdict == "differs"


def test_taste_is_no_color() -> None:
    assert judged(BLACK_AND_WHITE, "color", "a colorful film").verdict == "unverified"
    assert judged(BLACK_AND_WHITE, "color", "the color of his eyes").verdict != "refuted"


def test_of_a_predicate_not_known_the_wording_tells() -> None:
    assert judged(BLACK_AND_WHITE, "form", "black-and-white photography").verdict == "supported"
    assert judged(STILL, "form", "an unseen narrator").verdict == "unverified"


@pytest.mark.parametrize("words", ["it runs 95 minutes", "no film", "", "....", "the camera"])
def test_anything_may_be_said(words: str) -> None:
    for rule in RULES:
        assert judged(HALF, rule.predicate, words).verdict != "refuted"
