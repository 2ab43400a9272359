"""The 319 numbers of each frame, from which the judge decides; for a run of frames, so that memory stays bounded."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from cranework.editing import mixtures
from cranework.editing.borders import borders
from cranework.editing.boundary import boundary
from cranework.editing.distances import Distances, Floats
from cranework.editing.noise import NEAR, WIDE, noise
from cranework.editing.pictures import Pictures


@dataclass(frozen=True)
class Signals:
    """Signals of the frames start..start + count; row t speaks of the boundary before frame t and of frame t itself.

    Attributes:
        names: of the 319 signals.
        values: (319, count) float32.
        std: (count,) float32, deviation of luma, 0..1.
    """

    names: tuple[str, ...]
    values: Floats
    std: Floats


def measure(pictures: Pictures, start: int, frames: int) -> Signals:
    """Signals of a run of frames.

    Args:
        pictures: of the frames start - REACH .. end + REACH. A frame outside the film stands for the nearest one in
            it: before it begins and after it ends a film stands still, so that nothing seems to change there.
        start: the first frame spoken of.
        frames: length of the film.
    """
    distances = Distances(pictures)
    names, values = zip(*_all(distances, start, frames), strict=True)
    return Signals(names, np.stack(values), distances.std())


def _all(distances: Distances, start: int, frames: int) -> Iterator[tuple[str, Floats]]:
    near, wide = noise(distances, NEAR), noise(distances, WIDE)
    yield from boundary(distances, near, wide)
    frame = np.arange(start, start + distances.count)
    at_end = {h: ((frame < h) | (frame + h >= frames)).astype(np.float32) for h in mixtures.HALVES}
    yield from mixtures.mixtures(distances, near, at_end)
    yield from borders(distances, near)
