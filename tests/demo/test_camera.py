"""The virtual camera's moves, seen in the picture: signs as the operator means them, travel with parallax."""

import numpy as np
import pytest

from cranework.demo.camera import SIGNS, Matrix, Move, Path, Pose, Vector, eased, in_turn, projected

SIZE = (640, 360)
SUBJECT = 5.0
NEAR, HELD, FAR = (0.0, -1.6, 3.0), (0.0, -1.6, SUBJECT), (0.0, -1.6, 60.0)
RIGHT_NEAR, RIGHT_HELD, RIGHT_FAR = (0.6, -1.6, 3.0), (1.0, -1.6, SUBJECT), (12.0, -1.6, 60.0)


def shift(label: str, amount: float, *points: Vector) -> Matrix:
    """How far points of the world move in the picture during a whole move: pixels, (N, 2)."""
    path = in_turn(Pose(), (label, 2.0, amount, SUBJECT))
    return projected(path.pose(2.0), points, *SIZE) - projected(path.pose(0.0), points, *SIZE)


@pytest.mark.parametrize(
    ("label", "axis", "sign"),
    [("pan_right", 0, -1), ("pan_left", 0, 1), ("tilt_up", 1, 1), ("tilt_down", 1, -1)],
)
def test_turning_moves_near_and_far_alike(label: str, axis: int, sign: int) -> None:
    near, far = shift(label, 5, NEAR, FAR)
    assert np.sign(near[axis]) == sign
    assert near == pytest.approx(far)
    assert abs(near[1 - axis]) < 1e-6


@pytest.mark.parametrize(
    ("label", "axis", "sign"),
    [("truck_right", 0, -1), ("truck_left", 0, 1), ("pedestal_up", 1, 1), ("pedestal_down", 1, -1)],
)
def test_travelling_moves_near_things_faster(label: str, axis: int, sign: int) -> None:
    near, far = shift(label, 0.5, NEAR, FAR)
    assert np.sign(near[axis]) == np.sign(far[axis]) == sign
    assert abs(near[axis]) > 10 * abs(far[axis])
    assert abs(near[1 - axis]) < 1e-6


@pytest.mark.parametrize(("label", "sign"), [("roll_cw", -1), ("roll_ccw", 1)])
def test_rolling_turns_the_picture_the_other_way(label: str, sign: int) -> None:
    (moved,) = shift(label, 10, RIGHT_FAR)
    assert np.sign(moved[1]) == sign  # A thing on the right sinks when the picture turns clockwise.


@pytest.mark.parametrize(("label", "sign"), [("zoom_in", 1), ("zoom_out", -1)])
def test_zooming_scales_near_and_far_alike(label: str, sign: int) -> None:
    near, far = shift(label, 1.5, RIGHT_NEAR, RIGHT_FAR)
    assert np.sign(near[0]) == sign
    assert near == pytest.approx(far)


@pytest.mark.parametrize(("label", "sign"), [("dolly_in", 1), ("dolly_out", -1)])
def test_a_dolly_scales_near_things_more(label: str, sign: int) -> None:
    near, far = shift(label, 0.5, RIGHT_NEAR, RIGHT_FAR)
    assert np.sign(near[0]) == np.sign(far[0]) == sign
    assert abs(near[0]) > 5 * abs(far[0])


@pytest.mark.parametrize(("label", "sign"), [("arc_left", 1), ("arc_right", -1)])
def test_an_arc_holds_its_subject(label: str, sign: int) -> None:
    near, held, far = shift(label, 10, NEAR, HELD, FAR)
    assert np.abs(held).max() < 1e-6
    assert np.sign(near[0]) == sign  # Nearer than the subject: as with travel to that side.
    assert np.sign(far[0]) == -sign


@pytest.mark.parametrize(("travel", "sign"), [(1.5, -1), (-2.5, 1)])
def test_a_dolly_zoom_keeps_its_subject_and_not_what_is_behind(travel: float, sign: int) -> None:
    held, far = shift("dolly_zoom", travel, RIGHT_HELD, RIGHT_FAR)
    assert np.abs(held).max() < 1e-6
    assert np.sign(far[0]) == sign


def test_static_is_static() -> None:
    assert not shift("static", 0, NEAR, RIGHT_FAR).any()


def test_every_label_is_known() -> None:
    ways = {"left right": "pan truck arc", "up down": "tilt pedestal", "cw ccw": "roll", "in out": "zoom dolly"}
    pairs = [f"{name}_{way}" for both, names in ways.items() for name in names.split() for way in both.split()]
    assert set(SIGNS) == {"static", "dolly_zoom", *pairs}


def test_moves_follow_one_another_and_stay_where_they_ended() -> None:
    path = in_turn(Pose(), ("pan_right", 1.0, 10), ("static", 1.0, 0), ("tilt_up", 1.0, 5))
    assert path.pose(1.0).yaw == pytest.approx(np.radians(10)) == path.pose(3.0).yaw
    assert path.pose(1.5) == path.pose(2.0)
    assert path.pose(9.0).pitch == pytest.approx(np.radians(5))


def test_moves_may_hold_at_once() -> None:
    path = Path(Pose(), (Move("pan_left", 0, 2, 8), Move("pedestal_up", 0, 2, 1)))
    pose = path.pose(1.0)
    assert pose.yaw < 0
    assert pose.position[1] < -1.6


def test_speed_is_gathered_and_lost() -> None:
    way = [eased(k / 100) for k in range(101)]
    steps = np.diff(way)
    assert way[0] == 0.0
    assert way[-1] == pytest.approx(1.0)
    assert steps.min() > 0
    assert steps[0] < 0.2 * steps[50] > steps[-1]
