import pytest

from cranework.reading.kinds import NEEDED, ODDS, WEAK, features, points, weigh
from cranework.reading.words import words


@pytest.mark.parametrize(
    ("stretch", "kind"),
    [
        ("This is a brilliant and deeply moving film", "opinion"),
        ("I think that the acting is awful", "opinion"),
        ("Anna marries her cousin and moves to the village", "plot"),
        ("He kills the guard and escapes with her brother", "plot"),
        ("The film was banned by the government and praised by critics", "reception"),
        ("it was nominated and the critics hailed it", "reception"),
        ("the scene where the soldiers cross the bridge", "scene"),
        ("In the final sequence we see her walk through the crowd", "scene"),
        ("filmed in black and white with hand-held cameras", "form"),
    ],
)
def test_kinds(stretch: str, kind: str) -> None:
    weighed = weigh(words(stretch))
    assert weighed.kind == kind
    assert weighed.runner_up != kind and weighed.lead >= 0


def test_every_class_has_odds_for_every_kind() -> None:
    names = features(words("A film."))
    assert set(ODDS) == {"", *names}
    assert all(len(odds) == len(WEAK) for odds in ODDS.values())
    assert all(name in ODDS for needed in NEEDED.values() for name in needed)


def test_without_a_word_of_its_own_a_kind_is_not_chosen() -> None:
    assert set(points(features(words("Anna leaves Paul")))) == {"opinion", "plot"}
