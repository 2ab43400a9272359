"""What a camera sees of the things before it at some frames: which thing a spot of the picture shows, and how far off.

A plane seen by a pinhole is a homography of its own coordinates (Hartley & Zisserman, Multiple View Geometry, 2004,
chapter 8): M (a, b, 1) = Z (x, y, 1), with its inverse for the way back.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from training.camera.paths import Course
from training.camera.scenes import SHAPES, SKINS, Array, Thing

Numbers = NDArray[np.int64]

NOTHING = -1
"""The number of the thing where there is none: sky."""
NEAREST = 0.1
"""Metres before the lens."""
EDGEWISE = 1e-9
GRID = (16, 9)


@dataclass(frozen=True)
class Views:
    """Things as seen in some frames.

    Attributes:
        frames: int64 (samples,).
        forth: M of each thing, with x and y in picture widths from the centre, y down, float64 (samples, things, 3, 3).
        back: its inverse.
        richness: how readily a corner is found on each thing, float64 (things,).
        free: which of them go their own way, bool (things,).
        shaped: things with an outline, by the name of that.
    """

    frames: Numbers
    forth: Array
    back: Array
    richness: Array
    free: NDArray[np.bool_]
    shaped: dict[str, Numbers]

    def hit(self, sample: int, spots: Array) -> tuple[Numbers, Array, Array]:
        """What spots (float64, N x 2) show: the thing's number (N,), its (a, b) there (N, 2), depth in metres (N,)."""
        rays = np.vstack([spots.T, np.ones(len(spots))])
        seen = self.back[sample] @ rays
        nearness = seen[:, 2]
        with np.errstate(divide="ignore", invalid="ignore"):
            a, b = seen[:, 0] / nearness, seen[:, 1] / nearness
        there = (nearness > 0) & (nearness < 1 / NEAREST) & (np.abs(a) <= 1) & (np.abs(b) <= 1)
        for name, rows in self.shaped.items():
            there[rows] &= SHAPES[name](np.where(there[rows], a[rows], 2), np.where(there[rows], b[rows], 2))
        nearness = np.where(there, nearness, 0)
        thing, every = nearness.argmax(0), np.arange(len(spots))
        nearest = nearness[thing, every]
        found = nearest > 0
        places = np.where(found[:, None], np.column_stack([a[thing, every], b[thing, every]]), 0)
        return (
            np.where(found, thing, NOTHING),
            np.asarray(places, np.float64),
            np.asarray(1 / np.maximum(nearest, 1e-9), np.float64),
        )

    def spots(self, sample: int, thing: Numbers, places: Array) -> tuple[Array, Array]:
        """Where points (a, b) of things (N, 2) are in the picture (N, 2), and their depths (N,)."""
        lifted = np.column_stack([places, np.ones(len(places))])
        seen = np.einsum("nij,nj->ni", self.forth[sample, thing], lifted)
        depth = np.maximum(seen[:, 2], 1e-6)
        return np.asarray(seen[:, :2] / depth[:, None], np.float64), np.asarray(seen[:, 2], np.float64)

    def depths(self, aspect: float) -> Array:
        """The median depth of what is seen and does not go its own way, metres, float64 (samples,)."""
        spots, found = grid(aspect), np.full(len(self.frames), np.nan)
        for sample in range(len(self.frames)):
            thing, _, depth = self.hit(sample, spots)
            counted = (thing >= 0) & ~self.free[thing]
            if counted.any():
                found[sample] = np.median(depth[counted])
        known = np.isfinite(found)
        if not known.any():
            return np.full(len(found), 10.0)
        return np.asarray(np.interp(np.arange(len(found)), np.flatnonzero(known), found[known]), np.float64)


def grid(aspect: float) -> Array:
    """The middles of the cells of a picture, float64 (cells, 2) in widths from its centre."""
    x, y = np.meshgrid((np.arange(GRID[0]) + 0.5) / GRID[0] - 0.5, (np.arange(GRID[1]) + 0.5) / GRID[1] - 0.5)
    return np.column_stack([x.ravel(), y.ravel() * aspect])


def views(things: Sequence[Thing], course: Course, frames: Numbers) -> Views:
    """Look at the things from the camera's way at some frames."""
    centers = np.array([one.center for one in things])[None].repeat(len(frames), 0)
    for k, one in enumerate(things):
        if one.offsets is not None:
            centers[:, k] += one.offsets[frames]
    sides = np.empty((len(frames), len(things), 3, 3))
    sides[..., 0], sides[..., 1] = [one.across for one in things], [one.down for one in things]
    sides[..., 2] = centers - course.positions[frames][:, None]
    forth = np.stack([course.pose(int(frame)).rotation().T for frame in frames])[:, None] @ sides
    forth[:, :, :2] *= course.focal[frames][:, None, None, None]
    edgewise = np.abs(np.linalg.det(forth)) < EDGEWISE
    back = np.linalg.inv(np.where(edgewise[..., None, None], np.eye(3), forth))
    back[edgewise] = 0.0  # infinitely far, whatever the spot
    shapes = {one.shape for one in things} - {"full"}
    return Views(
        frames, forth, back, np.array([SKINS[one.skin] for one in things]), np.array([one.free for one in things]),
        {name: np.array([k for k, one in enumerate(things) if one.shape == name]) for name in sorted(shapes)},
    )  # fmt: skip
