"""A plain ground and what stands on it: words, a digit, a logo; or nothing at all.

A plain picture is not told by its contrast alone: a dark landscape may have as little as black with a logo in its
corner. But a landscape is uneven all over, and the unevenness stays where it is while grain does not.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cranework.editing.distances import Floats
from cranework.editing.pictures import Bytes

GROUND = 8  # levels of 8 bits from its middle tone within which a ground is one tone: fog, uneven light, compression
INK = 6  # levels from which a cell holds more than ground
SHADES = 4  # levels between the tenth and nine tenths of the cells of a plain picture: no eye sees them side by side
GROUND_SHARE = 0.6  # of the picture that is ground at least: a page full of words still is
RIM_SHARE = 0.9  # of the rim that is ground where there is one: a shot's picture runs on to the rim somewhere
RIM = 2  # cells at each side that show the ground where there is one


@dataclass(frozen=True)
class Figure:
    """What stands on the ground of one picture.

    Attributes:
        level: luma of the ground, in levels.
        rim: share of the picture's rim that is ground.
        ink: (28, 48) float32, how far each cell is from the ground, in levels; 0 where it is ground.
    """

    level: float
    rim: float
    ink: Floats


def figure(luma: Bytes) -> Figure:
    """What stands on the ground of a picture, luma (28, 48) uint8; the rim is taken for the ground."""
    rim = luma[rim_of(luma.shape)]
    level = np.float32(np.median(rim))
    ink = np.abs(luma.astype(np.float32) - level)
    return Figure(float(level), float((np.abs(rim - level) <= GROUND).mean()), np.where(ink < INK, np.float32(0), ink))


def rim_of(shape: tuple[int, ...]) -> NDArray[np.bool_]:
    """The outermost cells of a small picture."""
    rim = np.ones(shape, np.bool_)
    rim[RIM:-RIM, RIM:-RIM] = False
    return rim


def is_even(luma: Bytes) -> bool:
    """Whether pictures of one stretch, luma (n, 28, 48) uint8, show one tone, whatever stands in a corner of it.

    The median over time takes grain and flicker away and leaves what stays: the scene, if there is one.
    """
    low, high = np.quantile(np.median(luma - np.median(luma, (1, 2), keepdims=True), axis=0), [0.1, 0.9])
    return bool(high - low <= SHADES)
