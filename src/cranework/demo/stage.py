"""What stands before the virtual camera: flat textured things at their depths, drawn far to near.

Every thing is a parallelogram in space. A plane seen by a pinhole is a homography of its texture, so one warp a plane
draws it exactly, whatever the camera does (Hartley & Zisserman, Multiple View Geometry, 2004, chapter 8).
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property

import cv2
import numpy as np
from numpy.typing import NDArray

from cranework.demo.camera import Matrix, Pose, Vector, lens

Picture = NDArray[np.uint8]

NEAR = 0.3
"""Metres before the lens within which nothing is drawn."""
FARTHEST = 200_000
"""Pixels from the picture to which outlines are cut, so that OpenCV's fixed-point numbers hold them."""
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
        cover = np.full(gray.shape, 255, np.uint8) if alpha is None else alpha
        self.levels = [(gray if alpha is None else cv2.multiply(gray, alpha, scale=1 / 255), cover)]
        while min(self.levels[-1][0].shape) >= 2 * SMALLEST_LEVEL:
            self.levels.append(tuple(cv2.resize(k, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)
                                     for k in self.levels[-1]))  # type: ignore[arg-type]

    @property
    def aspect(self) -> float:
        """Width over height."""
        height, width = self.levels[0][0].shape
        return float(width / height)


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
        turned, place = pose.rotation().T, np.array(pose.position)
        optics = lens(pose, width, height) @ turned
        views = []
        for plane in self.at(second):
            offset = np.array(plane.center) - place
            depth = float(turned[2] @ offset)
            views.append((plane.order, -depth, View(plane, optics @ np.column_stack([plane.across, plane.down, offset]))))
        for _, nearness, view in sorted(views, key=lambda one: one[:2]):
            haze = float(self.fog.share(-nearness)) if view.plane.fogged else 0.0
            view.paint(canvas, haze, self.fog.gray)
        return canvas


@dataclass(frozen=True)
class View:
    """One plane as one camera sees it; ``matrix`` leads from (a, b, 1) to pixels times depth."""

    plane: Plane
    matrix: Matrix

    @property
    def cut_short(self) -> bool:
        """Whether a part of the plane lies behind the lens, where a homography would draw it upside down."""
        return float(self.matrix[2, 2] - abs(self.matrix[2, 0]) - abs(self.matrix[2, 1])) < NEAR

    @cached_property
    def outline(self) -> Matrix:
        """The part of the plane before the lens, as (a, b, 1) in columns: float64 (3, N), N = 0 if there is none."""
        corners = np.array([[-1, 1, 1, -1], [-1, -1, 1, 1], [1, 1, 1, 1]], dtype=np.float64)
        depths = self.matrix[2] @ corners - NEAR
        kept = []
        for k in range(4):
            here, there = depths[k], depths[(k + 1) % 4]
            if here >= 0:
                kept.append(corners[:, k])
            if (here >= 0) != (there >= 0):
                kept.append(corners[:, k] + (corners[:, (k + 1) % 4] - corners[:, k]) * here / (here - there))
        return np.array(kept).T.reshape(3, -1)

    def paint(self, canvas: Picture, haze: float, fog: float) -> None:
        """Draws the plane over ``canvas`` (uint8, H x W)."""
        shape = self.outline
        if shape.shape[1] < 3 or self.plane.opacity <= 0:
            return
        seen = self.matrix @ shape
        spots = (seen[:2] / seen[2]).T
        (left, top), (right, bottom) = np.floor(spots.min(0)) - 1, np.ceil(spots.max(0)) + 2
        x0, y0 = int(max(left, 0)), int(max(top, 0))
        x1, y1 = int(min(right, canvas.shape[1])), int(min(bottom, canvas.shape[0]))
        if x1 <= x0 or y1 <= y0:
            return
        gray, alpha = self._warped(_area(shape[:2].T) / max(_area(spots), 1e-6), x0, y0, x1, y1)
        if self.cut_short:
            mask = np.zeros_like(alpha)
            cv2.fillConvexPoly(mask, np.round(np.clip(spots - (x0, y0), -FARTHEST, FARTHEST)).astype(np.int32), 255)
            gray, alpha = cv2.bitwise_and(gray, mask), cv2.bitwise_and(alpha, mask)
        if haze > 0.004 or self.plane.opacity < 1:
            part = self.plane.opacity
            gray = cv2.addWeighted(gray, (1 - haze) * part, alpha, haze * part * fog / 255, 0)
            alpha = cv2.convertScaleAbs(alpha, alpha=part)
        spot = canvas[y0:y1, x0:x1]
        cv2.add(cv2.multiply(spot, 255 - alpha, scale=1 / 255), gray, dst=spot)

    def _warped(self, plane_per_pixel: float, x0: int, y0: int, x1: int, y1: int) -> tuple[Picture, Picture]:
        """Gray and transparency of the texture in a window of the picture, from the level that fits its size."""
        levels = self.plane.texture.levels
        height, width = levels[0][0].shape
        texels = plane_per_pixel * height * width / 4
        gray, alpha = levels[int(np.clip(round(0.5 * np.log2(max(texels, 1e-6))), 0, len(levels) - 1))]
        height, width = gray.shape
        from_texel = np.array([[2 / width, 0, 1 / width - 1], [0, 2 / height, 1 / height - 1], [0, 0, 1]])
        homography = np.array([[1, 0, -x0], [0, 1, -y0], [0, 0, 1]]) @ self.matrix @ from_texel
        if abs(np.linalg.det(homography)) < 1e-12:
            empty = np.zeros((y1 - y0, x1 - x0), np.uint8)
            return empty, empty
        size = (x1 - x0, y1 - y0)
        return (cv2.warpPerspective(gray, homography, size, flags=cv2.INTER_LINEAR),  # type: ignore[return-value]
                cv2.warpPerspective(alpha, homography, size, flags=cv2.INTER_LINEAR))


def _area(polygon: Matrix) -> float:
    x, y = polygon[:, 0], polygon[:, 1]
    return float(abs(np.sum(x * np.roll(y, -1) - np.roll(x, -1) * y))) / 2


def standing(texture: Texture, x: float, z: float, height: float, base: float = 0.0, *, width: float | None = None,
             order: int = THING, opacity: float = 1.0) -> Plane:
    """A thing that stands upright and faces back along z, its foot ``base`` metres above the ground."""
    half = (height * texture.aspect if width is None else width) / 2
    return Plane(texture, (x, -base - height / 2, z), (half, 0, 0), (0, height / 2, 0), order, opacity)


def wall(texture: Texture, start: tuple[float, float], end: tuple[float, float], height: float, base: float = 0.0,
         order: int = WALL) -> Plane:
    """An upright plane over the line from ``start`` to ``end``, both (x, z)."""
    (x0, z0), (x1, z1) = start, end
    center = ((x0 + x1) / 2, -base - height / 2, (z0 + z1) / 2)
    return Plane(texture, center, ((x1 - x0) / 2, 0, (z1 - z0) / 2), (0, height / 2, 0), order)
