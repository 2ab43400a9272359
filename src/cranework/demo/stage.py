"""What stands before the virtual camera: flat textured things at their depths, drawn far to near.

Every thing is a parallelogram in space. A plane seen by a pinhole is a homography of its texture, so one warp a plane
draws it exactly, whatever the camera does (Hartley & Zisserman, Multiple View Geometry, 2004, chapter 8).
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import cv2
import numpy as np
from cv2.typing import MatLike
from numpy.typing import NDArray

from cranework.demo.camera import Matrix, Pose, Vector, lens

Picture = MatLike
"""Gray or transparency: always uint8 (height, width); the type is OpenCV's own word for what it takes and gives."""

NEAR = 0.3
"""Metres before the lens within which nothing is drawn."""
FARTHEST = 100_000
"""Pixels from the picture to which outlines are cut, so that OpenCV's fixed-point numbers hold them."""
SHIFT = 4
"""Binary places after the point in which outlines are drawn."""
FLATTEST = 1e-9
"""A plane seen edgewise, or nearly, is not drawn: its homography cannot be turned round."""
CORNERS: Matrix = np.array([[-1, 1, 1, -1], [-1, -1, 1, 1], [1, 1, 1, 1]], dtype=np.float64)
"""The corners of every plane, as (a, b, 1) in columns."""
SKY, FLOOR, WALL, SHADOW, THING = range(5)
"""What is drawn first: a floor never hides a thing that stands on it, however far that thing is."""
SMALLEST_LEVEL = 8
"""Pixels: below this, a texture is not halved any more."""


class Texture:
    """A picture with its transparency, gray already multiplied by it, and the same halved again and again.

    Args:
        gray: uint8 (H, W).
        alpha: uint8 (H, W), 255 where the thing is; None for a thing without holes.
    """

    def __init__(self, gray: Picture, alpha: Picture | None = None) -> None:
        self.solid, self.black = alpha is None, not gray.any()
        cover = np.full(gray.shape, 255, np.uint8) if alpha is None else alpha
        self.levels: list[tuple[Picture, Picture]] = [
            (gray if alpha is None else cv2.multiply(gray, alpha, scale=1 / 255), cover)
        ]
        while min(self.levels[-1][0].shape) >= 2 * SMALLEST_LEVEL:
            self.levels.append((_halved(self.levels[-1][0]), _halved(self.levels[-1][1])))

    @property
    def aspect(self) -> float:
        """Width over height."""
        height, width = self.levels[0][0].shape
        return float(width / height)


def _halved(picture: Picture) -> Picture:
    return cv2.resize(picture, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)


@dataclass(frozen=True)
class Plane:
    """A textured parallelogram: center + a * across + b * down, with a and b from -1 to 1 (metres, world axes).

    Attributes:
        order: planes of a lower order are drawn first; within one, the farther first.
        opacity: 0 to 1.
        fogged: whether the scene's fog lies over it (a floor has its fog in its texture).
    """

    texture: Texture
    center: Vector
    across: Vector
    down: Vector
    order: int = THING
    opacity: float = 1.0
    fogged: bool = True


@dataclass(frozen=True)
class Fog:
    """Air that hides what is far: at ``distance`` metres 63 % of a thing has become ``gray``."""

    gray: float = 200.0
    distance: float = 1e9

    def share(self, depth: float | Matrix) -> float | Matrix:
        """How much of a thing the fog hides at a depth in metres."""
        return 1 - np.exp(-np.maximum(depth, 0) / self.distance)


Actor = Callable[[float], Iterable[Plane]]
"""Something that moves: its planes at a second of the scene's own clock."""


@dataclass(frozen=True)
class Scene:
    """A set, its actors, and its air."""

    planes: tuple[Plane, ...]
    actors: tuple[Actor, ...] = ()
    fog: Fog = Fog()

    def at(self, second: float) -> list[Plane]:
        """Everything that there is at a moment."""
        return [*self.planes, *(plane for actor in self.actors for plane in actor(second))]

    def picture(self, pose: Pose, second: float, width: int, height: int) -> Picture:
        """What the camera sees: uint8 (height, width)."""
        canvas = np.full((height, width), round(self.fog.gray), np.uint8)
        planes = self.at(second)
        sides = np.array([(plane.across, plane.down, plane.center) for plane in planes]).transpose(0, 2, 1)
        sides[:, :, 2] -= pose.position
        turned = pose.rotation().T
        depths = sides[:, :, 2] @ turned[2]
        hazes = np.asarray(self.fog.share(depths))
        views = np.flatnonzero(_in_sight(matrices := lens(pose, width, height) @ turned @ sides, width, height))
        for k in sorted(views, key=lambda k: (planes[k].order, -depths[k])):
            haze = float(hazes[k]) if planes[k].fogged else 0.0
            View(planes[k], matrices[k]).paint(canvas, haze, self.fog.gray)
        return canvas


def _in_sight(matrices: Matrix, width: int, height: int) -> NDArray[np.bool_]:
    """Which of the planes (float64, N x 3 x 3, from (a, b, 1) to pixels times depth) may show in the picture."""
    seen = matrices @ CORNERS
    depths = seen[:, 2]
    cut = depths.min(1) < NEAR
    x, y = (seen[:, k] / np.maximum(depths, NEAR) for k in (0, 1))
    outside = (x.max(1) < 0) | (y.max(1) < 0) | (x.min(1) > width) | (y.min(1) > height)
    edgewise = np.abs(np.linalg.det(matrices)) < FLATTEST
    return np.asarray((depths.max(1) > NEAR) & (cut | ~outside) & ~edgewise)


@dataclass(frozen=True)
class View:
    """One plane as one camera sees it; ``matrix`` leads from (a, b, 1) to pixels times depth."""

    plane: Plane
    matrix: Matrix

    def outline(self) -> Matrix:
        """The part of the plane before the lens, as (a, b, 1) in columns: float64 (3, N)."""
        depths = self.matrix[2] @ CORNERS - NEAR
        if depths.min() >= 0:
            return CORNERS
        kept = []
        for k in range(4):
            here, there = depths[k], depths[(k + 1) % 4]
            if here >= 0:
                kept.append(CORNERS[:, k])
            if (here >= 0) != (there >= 0):
                kept.append(CORNERS[:, k] + (CORNERS[:, (k + 1) % 4] - CORNERS[:, k]) * here / (here - there))
        return np.array(kept).T.reshape(3, -1)

    def paint(self, canvas: Picture, haze: float, fog: float) -> None:
        """Draws the plane over ``canvas`` (uint8, H x W)."""
        shape = self.outline()
        if shape.shape[1] < 3:
            return
        seen = self.matrix @ shape
        spots = (seen[:2] / seen[2]).T
        (left, top), (right, bottom) = spots.min(0) - 1, spots.max(0) + 2
        x0, y0 = max(int(left), 0), max(int(top), 0)
        x1, y1 = int(min(right, canvas.shape[1])), int(min(bottom, canvas.shape[0]))
        if x1 <= x0 or y1 <= y0:
            return
        gray, alpha = self._warped(
            (4.0 if shape is CORNERS else _area(shape[:2].T)) / max(_area(spots), 1e-6), x0, y0, x1, y1
        )
        if self.plane.texture.solid or shape is not CORNERS:
            mask = np.zeros_like(gray)
            inside = np.clip(spots - (x0, y0), -FARTHEST, FARTHEST) * 2**SHIFT
            cv2.fillConvexPoly(mask, np.round(inside).astype(np.int32), 255, cv2.LINE_AA, SHIFT)
            gray = cv2.multiply(gray, mask, scale=1 / 255)
            alpha = mask if self.plane.texture.solid else cv2.multiply(alpha, mask, scale=1 / 255)
        if haze > 0.004 or self.plane.opacity < 1:
            part = self.plane.opacity
            gray = cv2.addWeighted(gray, (1 - haze) * part, alpha, haze * part * fog / 255, 0)
            alpha = cv2.convertScaleAbs(alpha, alpha=part) if part < 1 else alpha
        spot = canvas[y0:y1, x0:x1]
        cv2.add(cv2.multiply(spot, cv2.bitwise_not(alpha), scale=1 / 255), gray, dst=spot)

    def _warped(self, plane_per_pixel: float, x0: int, y0: int, x1: int, y1: int) -> tuple[Picture, Picture]:
        """Gray and transparency of the texture in a window of the picture, from the level that fits its size.

        A texture without holes gets its transparency from its outline, a black one has no gray: one warp less.
        """
        texture = self.plane.texture
        height, width = texture.levels[0][0].shape
        wanted = 0.5 * np.log2(max(plane_per_pixel * height * width / 4, 1e-6))
        gray, alpha = texture.levels[min(max(round(float(wanted)), 0), len(texture.levels) - 1)]
        height, width = gray.shape
        from_texel = np.array([[2 / width, 0, 1 / width - 1], [0, 2 / height, 1 / height - 1], [0, 0, 1]])
        homography = self.matrix @ from_texel
        homography[0] -= x0 * homography[2]
        homography[1] -= y0 * homography[2]
        size = (x1 - x0, y1 - y0)
        if texture.solid:
            gray = cv2.warpPerspective(gray, homography, size, flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
            return gray, gray
        alpha = cv2.warpPerspective(alpha, homography, size, flags=cv2.INTER_LINEAR)
        if texture.black:
            return np.zeros_like(alpha), alpha
        return cv2.warpPerspective(gray, homography, size, flags=cv2.INTER_LINEAR), alpha


def _area(polygon: Matrix) -> float:
    return float(cv2.contourArea(polygon.astype(np.float32)))


def standing(
    texture: Texture,
    x: float,
    z: float,
    height: float,
    base: float = 0.0,
    *,
    width: float | None = None,
    order: int = THING,
    opacity: float = 1.0,
) -> Plane:
    """A thing that stands upright and faces back along z, its foot ``base`` metres above the ground."""
    half = (height * texture.aspect if width is None else width) / 2
    return Plane(texture, (x, -base - height / 2, z), (half, 0, 0), (0, height / 2, 0), order, opacity)


def wall(
    texture: Texture,
    start: tuple[float, float],
    end: tuple[float, float],
    height: float,
    base: float = 0.0,
    order: int = WALL,
) -> Plane:
    """An upright plane over the line from ``start`` to ``end``, both (x, z)."""
    (x0, z0), (x1, z1) = start, end
    center = ((x0 + x1) / 2, -base - height / 2, (z0 + z1) / 2)
    return Plane(texture, center, ((x1 - x0) / 2, 0, (z1 - z0) / 2), (0, height / 2, 0), order)
