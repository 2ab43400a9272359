"""People and birds move: their drawings differ from phase to phase, return, and stay whole."""

import numpy as np
import pytest

from cranework.demo.actors import flock, wardrobe
from cranework.demo.birds import crane
from cranework.demo.figures import Dress, Figure, stander, walker


@pytest.mark.parametrize(
    "figure", [walker(Dress()), stander(Dress(), raised=True), crane()], ids=["walker", "stander", "crane"]
)
def test_phases_differ_and_return(figure: Figure) -> None:
    covers = [texture.levels[0][1] for texture in figure.textures]
    assert not np.array_equal(covers[0], covers[figure.phases // 4])
    assert figure.at(0.26) is figure.at(1.26)
    for cover in covers:
        assert not cover[0].any() and not cover[:, 0].any() and not cover[:, -1].any()


def test_a_walker_faces_where_it_goes() -> None:
    right, left = (walker(Dress(), way).textures[3].levels[0][1] for way in (1, -1))
    assert np.abs(right.astype(int) - left[:, ::-1]).mean() < 8


def test_the_same_seed_dresses_the_same_people() -> None:
    looks = [
        [figure.textures[0].levels[0][0].tobytes() for figure in wardrobe(np.random.default_rng(5), 3, "left")]
        for _ in range(2)
    ]
    assert looks[0] == looks[1]


def test_cranes_fly_in_a_wedge_and_stay_together() -> None:
    birds = flock(np.random.default_rng(0), (0, 100, 400), (15, 0))
    now, later = (np.array([plane.center for plane in birds(second)]) for second in (0.0, 2.0))
    moved = later - now
    assert moved[:, 0] == pytest.approx(30)
    assert np.abs(moved[:, 1]).max() < 5
    assert (now[1:, 0] < now[0, 0] + 2).all()  # The leader is ahead.
    assert (now[1:, 1] > now[0, 1]).any() and (now[1:, 1] < now[0, 1]).any()
