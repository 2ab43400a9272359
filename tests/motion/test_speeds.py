import math

import numpy as np
import pytest

from cranework.motion.naming import Named
from cranework.motion.speeds import travel_of


def named(axis: str, travel: float) -> Named:
    return Named("dolly", "dolly_in", axis, 0.0, 2.0, 0.9, (), travel, np.zeros(0, np.intp))


@pytest.mark.parametrize(
    ("axis", "travel", "told"),
    [("depth", math.log(2), 2.0), ("depth", -math.log(4), 0.25), ("roll", -math.pi / 2, -90.0), ("sideways", 0.3, 0.3)],
)
def test_how_far_is_told_in_the_units_of_the_axis(axis: str, travel: float, told: float) -> None:
    assert travel_of(named(axis, travel)) == pytest.approx(told)


@pytest.mark.parametrize("travel", [10.1, -10.1])
def test_nothing_grows_twenty_thousand_times_on_the_way_down_a_corridor(travel: float) -> None:
    assert travel_of(named("depth", travel)) is None
