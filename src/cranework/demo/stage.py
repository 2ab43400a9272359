"""What stands before the virtual camera: flat textured things at their depths, drawn far to near.

Every thing is a parallelogram in space. A plane seen by a pinhole is a homography of its texture, so one warp a plane
draws it exactly, whatever the camera does (Hartley & Zisserman, Multiple View Geometry, 2004, chapter 8).
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from math import log2

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
THINNEST = 0.004
"""A share of fog below which it changes no gray."""
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
        self.spread = [_spread(gray) for gray, _ in self.levels]
        """For each level, the matrix from its pixels to (a, b, 1)."""

    @property
    def aspect(self) -> float:
        """Width over height."""
        height, width = self.levels[0][0].shape
        return float(width / height)


def _halved(picture: Picture) -> Picture:
    return cv2.resize(picture, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)


def _spread(picture: Picture) -> Matrix:
    height, width = picture.shape
    return np.array([[2 / width, 0, 1 / width - 1], [0, 2 / height, 1 / height - 1], [0, 0, 1]])


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
        matrices = lens(pose, width, height) @ turned @ sides
        views = _views(planes, matrices, width, height)
        for k, view in sorted(views, key=lambda one: (planes[one[0]].order, -depths[one[0]])):
            haze = float(hazes[k]) if planes[k].fogged else 0.0
            view.paint(canvas, haze, self.fog.gray)
        return canvas


@dataclass(frozen=True)
class View:
    """One plane as one camera sees it.

    Attributes:
        matrix: leads from (a, b, 1) to pixels times depth, float64 (3, 3).
        shape: the part of the plane before the lens, as (a, b, 1) in columns, float64 (3, N).
        spots: where its corners are in the picture, float64 (N, 2).
        box: the window of the picture that it needs: left, top, right and lower end.
    """

    plane: Plane
    matrix: Matrix
    shape: Matrix
    spots: Matrix
    box: tuple[int, int, int, int]

    def paint(self, canvas: Picture, haze: float, fog: float) -> None:
        """Draws the plane over ``canvas`` (uint8, H x W)."""
        (x0, y0, x1, y1), part, texture = self.box, self.plane.opacity, self.plane.texture
        spot = canvas[y0:y1, x0:x1]
        gray, alpha = self._warped()
        if texture.solid or self.shape is not CORNERS:
            mask = np.zeros(spot.shape, np.uint8)
            inside = np.clip(self.spots - (x0, y0), -FARTHEST, FARTHEST) * 2**SHIFT
            cv2.fillConvexPoly(mask, np.round(inside).astype(np.int32), 255, cv2.LINE_AA, SHIFT)
            gray = cv2.multiply(gray, mask, scale=1 / 255)
            alpha = mask if texture.solid else cv2.multiply(alpha, mask, scale=1 / 255)
        if texture.black:  # A shadow darkens, and fog thins it.
            shade = cv2.convertScaleAbs(alpha, alpha=part * (1 - haze))
            cv2.multiply(spot, cv2.bitwise_not(shade), dst=spot, scale=1 / 255)
            return
        if haze > THINNEST or part < 1:
            gray = cv2.addWeighted(gray, (1 - haze) * part, alpha, haze * part * fog / 255, 0)
            alpha = cv2.convertScaleAbs(alpha, alpha=part) if part < 1 else alpha
        cv2.add(cv2.multiply(spot, cv2.bitwise_not(alpha), scale=1 / 255), gray, dst=spot)

    def _warped(self) -> tuple[Picture, Picture]:
        """Gray and transparency of the texture in the view's window, from the level that fits its size.

        A texture without holes gets its transparency from its outline, a black one has no gray: one warp less.
        """
        texture, (x0, y0, x1, y1) = self.plane.texture, self.box
        share = 1.0 if self.shape is CORNERS else _area(self.shape[:2].T) / 4
        texels = share * texture.levels[0][0].size / max(_area(self.spots), 1e-6)
        level = min(max(round(0.5 * log2(max(texels, 1e-6))), 0), len(texture.levels) - 1)
        gray, alpha = texture.levels[level]
        homography = self.matrix @ texture.spread[level]
        homography[0] -= x0 * homography[2]
        homography[1] -= y0 * homography[2]
        size = (x1 - x0, y1 - y0)
        if texture.solid:
            gray = cv2.warpPerspective(gray, homography, size, flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
            return gray, gray
        alpha = cv2.warpPerspective(alpha, homography, size, flags=cv2.INTER_LINEAR)
        if texture.black:
            return alpha, alpha
        return cv2.warpPerspective(gray, homography, size, flags=cv2.INTER_LINEAR), alpha


def _views(planes: Sequence[Plane], matrices: Matrix, width: int, height: int) -> Iterable[tuple[int, View]]:
    """The planes that show in the picture, by their numbers; ``matrices`` is float64 (N, 3, 3)."""
    seen = matrices @ CORNERS
    depths = seen[:, 2]
    spots = (seen[:, :2] / np.maximum(depths, NEAR)[:, None]).transpose(0, 2, 1)
    boxes = _boxes(spots, width, height)
    before = (depths.max(1) > NEAR) & (np.abs(np.linalg.det(matrices)) > FLATTEST)
    whole = depths.min(1) >= NEAR
    for k in np.flatnonzero(before).tolist():
        shape, corners, box = CORNERS, spots[k], boxes[k]
        if not whole[k]:
            shape = clipped(depths[k] - NEAR)
            cut = matrices[k] @ shape
            corners = (cut[:2] / cut[2]).T
            box = _boxes(corners[None], width, height)[0]
        x0, y0, x1, y1 = box.tolist()
        if x0 < x1 and y0 < y1:
            yield k, View(planes[k], matrices[k], shape, corners, (x0, y0, x1, y1))


def _boxes(spots: Matrix, width: int, height: int) -> NDArray[np.int64]:
    """The windows of the picture that hold outlines (float64, N x M x 2): left, top, right and lower end, (N, 4)."""
    low, high = np.floor(spots.min(1)) - 1, np.ceil(spots.max(1)) + 2
    return np.hstack([np.maximum(low, 0), np.minimum(high, (width, height))]).astype(np.int64)


def clipped(depths: Matrix) -> Matrix:
    """What is left of a plane before the lens, as (a, b, 1) in columns: float64 (3, N), N from 3 to 5.

    Args:
        depths: how far before the nearest drawn depth each corner is, below zero behind it, float64 (4,).
    """
    kept = []
    for k in range(4):
        here, there = depths[k], depths[(k + 1) % 4]
        if here >= 0:
            kept.append(CORNERS[:, k])
        if (here >= 0) != (there >= 0):
            kept.append(CORNERS[:, k] + (CORNERS[:, (k + 1) % 4] - CORNERS[:, k]) * here / (here - there))
    return np.array(kept).T


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
