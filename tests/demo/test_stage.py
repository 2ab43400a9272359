"""Planes are drawn where the camera says that they are, far ones behind near ones, and fogged."""

import cv2
import numpy as np
import pytest

from cranework.demo.camera import Pose, in_turn, projected
from cranework.demo.ground import floor
from cranework.demo.stage import Fog, Picture, Plane, Scene, Texture, standing, wall

SIZE = (320, 180)
BLACK = Fog(0)


def spot(x: float, z: float, height: float = 0.3, base: float = 1.45, tone: int = 255) -> Plane:
    """A bright square around eye level."""
    return standing(Texture(np.full((32, 32), tone, np.uint8)), x, z, height, base)


def middle(picture: Picture) -> tuple[float, float]:
    """The center of what is bright: x, y in pixels."""
    moments = cv2.moments(picture)
    return moments["m10"] / moments["m00"], moments["m01"] / moments["m00"]


@pytest.mark.parametrize(
    "label", ["pan_right", "tilt_up", "roll_ccw", "zoom_in", "truck_left", "pedestal_down", "dolly_in", "arc_left"]
)
def test_a_plane_is_where_the_camera_sees_it(label: str) -> None:
    amount = (
        1.2
        if label == "zoom_in"
        else 0.5
        if "_" in label and label.split("_")[0] in ("truck", "pedestal", "dolly")
        else 6
    )
    pose = in_turn(Pose(), (label, 1.0, amount)).pose(1.0)
    picture = Scene((spot(0.5, 5.0),), fog=BLACK).picture(pose, 0, *SIZE)
    ((x, y),) = projected(pose, [(0.5, -1.6, 5.0)], *SIZE)
    assert middle(picture) == pytest.approx((x, y), abs=0.4)


def test_near_hides_far() -> None:
    scene = Scene((spot(0, 4, tone=80), spot(0, 8, height=2, base=0.6, tone=250)), fog=BLACK)
    picture = scene.picture(Pose(), 0, *SIZE)
    assert picture[90, 160] == 80
    assert picture[90, 160 + 25] == 250


def test_fog_takes_what_is_far() -> None:
    fog = Fog(200, 20)
    tones = [
        int(Scene((spot(0, z, height=2, base=0.6, tone=0),), fog=fog).picture(Pose(), 0, *SIZE)[90, 160])
        for z in (3, 10, 60)
    ]
    assert tones == sorted(tones)
    assert tones[0] == pytest.approx(200 * (1 - np.exp(-3 / 20)), abs=2)
    assert tones[2] > 185


def test_what_is_behind_the_lens_is_not_drawn() -> None:
    behind = wall(Texture(np.full((32, 32), 255, np.uint8)), (-2, -9), (2, -3), 3)
    assert not Scene((behind, spot(0, -5)), fog=BLACK).picture(Pose(), 0, *SIZE).any()


def test_a_wall_that_passes_the_lens_fills_its_side_only() -> None:
    passing = wall(Texture(np.full((32, 32), 255, np.uint8)), (1, -5), (1, 30), 3)
    picture = Scene((passing,), fog=BLACK).picture(Pose(), 0, *SIZE)
    assert picture[90, 315] == 255
    assert not picture[:, :155].any()


@pytest.mark.parametrize("roll", [0.0, 0.3])
def test_a_floor_ends_at_the_horizon(roll: float) -> None:
    white = np.full((64, 64), 255, np.uint8)
    planes = floor(white, 2.0, -400, 400, 0.6, 400, Fog())
    picture = Scene(planes, fog=BLACK).picture(Pose(roll=roll), 0, *SIZE)
    assert picture[175, 160] == 255
    assert not picture[5, 160]
    assert (picture[100:, 160] > 250).all()  # No seam between the strips.


def test_half_transparent_lets_half_through() -> None:
    plane = spot(0, 4, height=2, base=0.6, tone=200)
    glass = Plane(plane.texture, plane.center, plane.across, plane.down, opacity=0.5)
    assert Scene((glass,), fog=BLACK).picture(Pose(), 0, *SIZE)[90, 160] == pytest.approx(100, abs=2)
