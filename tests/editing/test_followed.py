import numpy as np
import pytest
from numpy.typing import NDArray

from cranework.editing.followed import FEWEST, Followed
from cranework.motion.windows import UNITS

SLOTS, EVERY = 96, 6
Floats = NDArray[np.float64]


def followed(living: int, step: tuple[float, float], spread: tuple[float, float] = (0.3, 0.2)) -> Followed:
    """Ten samples; in half of them so many points go on through the fifth, by `step` frame widths each."""
    random = np.random.default_rng(5)
    places = random.uniform(-1, 1, (SLOTS, 2)) * spread
    points = np.zeros((10, SLOTS, 3), np.int16)
    for sample in range(10):
        points[sample, :, :2] = np.round((places + np.array(step) * sample) * UNITS)
        age = sample + 1 - np.where(np.arange(SLOTS) < living, 0, 5 * (sample >= 5))
        points[sample, :, 2] = age
    return Followed(points, np.arange(10) * EVERY)


def test_a_shot_goes_on_where_points_move_through() -> None:
    assert followed(30, (0.01, 0.0)).goes_on(20, 36)
    assert followed(30, (0.0, -0.01)).goes_on(20, 36)


def test_where_most_points_go_on_a_little_way_is_enough() -> None:
    assert followed(70, (0.0015, 0.0)).goes_on(20, 36)
    assert not followed(30, (0.0015, 0.0)).goes_on(20, 36)
    assert not followed(70, (0.0005, 0.0)).goes_on(20, 36)


@pytest.mark.parametrize(
    ("living", "step", "spread"),
    [
        (0, (0.01, 0.0), (0.3, 0.2)),  # nothing goes through: one shot replaces another
        (FEWEST - 1, (0.01, 0.0), (0.3, 0.2)),  # some points stray through it
        (30, (0.0005, 0.0), (0.3, 0.2)),  # a logo, or a camera that stands in both shots
        (30, (0.01, 0.0), (0.3, 0.01)),  # words that crawl in a line
    ],
)
def test_what_stays_or_strays_is_no_sign_of_one_shot(
    living: int, step: tuple[float, float], spread: tuple[float, float]
) -> None:
    assert not followed(living, step, spread).goes_on(20, 36)


def test_without_a_sample_on_both_sides_nothing_is_said() -> None:
    assert not followed(90, (0.01, 0.0)).goes_on(40, 9 * EVERY + 1)
    empty = Followed(np.zeros((0, SLOTS, 3), np.int16), np.zeros(0, np.intp))
    assert not empty.goes_on(0, 10)
