"""The virtual camera: where it stands, how it is turned, how long its lens is, and the moves it makes.

World axes: x right, y DOWN, z away from the camera; the ground is y = 0 and a standing eye is near y = -1.6 (metres).
A yaw above zero looks right, a pitch above zero looks up, a roll above zero turns the camera clockwise as seen from
behind it. The names of the moves are the operator's: they say what the camera does, not what the picture does.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

Vector = tuple[float, float, float]
Matrix = NDArray[np.float64]

RAMP = 0.18
"""Share of a move in which it gathers speed, and again loses it: hand-cranked heads do not start at once."""

SIGNS = {
    "pan_right": 1.0, "pan_left": -1.0, "tilt_up": 1.0, "tilt_down": -1.0, "roll_cw": 1.0, "roll_ccw": -1.0,
    "zoom_in": 1.0, "zoom_out": -1.0, "truck_right": 1.0, "truck_left": -1.0, "pedestal_up": 1.0,
    "pedestal_down": -1.0, "dolly_in": 1.0, "dolly_out": -1.0, "arc_right": 1.0, "arc_left": -1.0,
    "dolly_zoom": 1.0, "static": 0.0,
}  # fmt: skip
"""Every label of a move, with the sign that it gives its amount."""


@dataclass(frozen=True)
class Pose:
    """A camera at one moment: position in metres, angles in radians, focal length in picture widths."""

    position: Vector = (0.0, -1.6, 0.0)
    yaw: float = 0.0
    pitch: float = 0.0
    roll: float = 0.0
    focal: float = 1.0

    def rotation(self) -> Matrix:
        """The camera's own axes (right, down, forward) as columns in world coordinates, float64 (3, 3)."""
        (a, b, c), (d, e, f) = np.cos([self.yaw, self.pitch, self.roll]), np.sin([self.yaw, self.pitch, self.roll])
        turned = np.array([[a, 0, d], [0, 1, 0], [-d, 0, a]])
        tilted = np.array([[1, 0, 0], [0, b, -e], [0, e, b]])
        rolled = np.array([[c, -f, 0], [f, c, 0], [0, 0, 1]])
        return np.asarray(turned @ tilted @ rolled, dtype=np.float64)

    def travelled(self, way: Matrix) -> "Pose":
        """The same camera, carried by ``way`` (metres, world axes)."""
        x, y, z = (float(here + step) for here, step in zip(self.position, way, strict=True))
        return replace(self, position=(x, y, z))


@dataclass(frozen=True)
class Move:
    """One move of a camera.

    Attributes:
        label: a key of ``SIGNS``.
        start, end: seconds from the beginning of the shot.
        amount: degrees for turning and for an arc, metres for travelling, the ratio of the focal lengths (above 1)
            for a zoom; for a dolly zoom metres forward (below zero: back). The label gives the direction.
        subject: metres to the thing that an arc goes around or a dolly zoom holds.
    """

    label: str
    start: float
    end: float
    amount: float = 0.0
    subject: float = 5.0

    def applied(self, pose: Pose, share: float) -> Pose:
        """The pose after ``share`` (0 to 1) of this move."""
        family, amount = self.label.rsplit("_", 1)[0], SIGNS[self.label] * self.amount * share
        angle = float(np.radians(amount))
        if self.label == "dolly_zoom":
            carried = pose.travelled(pose.rotation()[:, 2] * amount)
            return replace(carried, focal=pose.focal * (self.subject - amount) / self.subject)
        match family:
            case "pan":
                return replace(pose, yaw=pose.yaw + angle)
            case "tilt":
                return replace(pose, pitch=pose.pitch + angle)
            case "roll":
                return replace(pose, roll=pose.roll + angle)
            case "zoom":
                return replace(pose, focal=pose.focal * self.amount ** (SIGNS[self.label] * share))
            case "truck":
                return pose.travelled(pose.rotation()[:, 0] * amount)
            case "pedestal":
                return pose.travelled(np.array([0.0, -amount, 0.0]))
            case "dolly":
                return pose.travelled(pose.rotation()[:, 2] * amount)
            case "arc":
                turned = replace(pose, yaw=pose.yaw - angle)
                return turned.travelled((pose.rotation()[:, 2] - turned.rotation()[:, 2]) * self.subject)
        return pose


@dataclass(frozen=True)
class Path:
    """A first pose and the moves made from there, each on top of those before it in the list."""

    start: Pose
    moves: tuple[Move, ...] = ()

    def pose(self, second: float) -> Pose:
        """Where the camera is ``second`` seconds after the beginning of the shot."""
        pose = self.start
        for move in self.moves:
            if second > move.start:
                pose = move.applied(pose, eased((second - move.start) / (move.end - move.start)))
        return pose


def in_turn(
    start: Pose, *moves: tuple[str, float] | tuple[str, float, float] | tuple[str, float, float, float]
) -> Path:
    """A path of moves one after another, each as label, seconds, amount and distance to its subject."""
    made: list[Move] = []
    for label, seconds, *numbers in moves:
        began = made[-1].end if made else 0.0
        made.append(Move(label, began, began + seconds, *numbers))
    return Path(start, tuple(made))


def eased(share: float) -> float:
    """Distance made after a share of a move's time: gathering speed, steady, losing speed (0 before, 1 after)."""
    u = min(max(share, 0.0), 1.0)
    if u < RAMP:
        return u * u / (2 * RAMP * (1 - RAMP))
    if u > 1 - RAMP:
        return 1 - (1 - u) ** 2 / (2 * RAMP * (1 - RAMP))
    return (u - RAMP / 2) / (1 - RAMP)


def lens(pose: Pose, width: int, height: int) -> Matrix:
    """The matrix from camera coordinates to pixels, float64 (3, 3)."""
    focal = pose.focal * width
    return np.array([[focal, 0, width / 2 - 0.5], [0, focal, height / 2 - 0.5], [0, 0, 1]])


def projected(pose: Pose, points: Sequence[Vector], width: int, height: int) -> Matrix:
    """Where points of the world (N, 3) stand in the picture: float64 (N, 2) in pixels, x right, y down."""
    seen = lens(pose, width, height) @ pose.rotation().T @ (np.array(points) - np.array(pose.position)).T
    return np.asarray((seen[:2] / seen[2]).T, dtype=np.float64)
