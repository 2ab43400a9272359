"""Reads the luma pictures of short stretches again, where a transition was found and its ends are to be measured."""

from __future__ import annotations

from collections import OrderedDict

import numpy as np

from cranework.editing.clock import Source
from cranework.editing.distances import BLACK, RANGE_LUMA, Floats

BLOCK = 512  # frames read at a time
KEPT = 4  # blocks kept: stretches are asked for nearly in order


class Luma:
    """The luma pictures of a film, on demand."""

    def __init__(self, pictures: Source, frames: int) -> None:
        self.frames = frames
        self._pictures = pictures
        self._blocks: OrderedDict[int, Floats] = OrderedDict()

    def __call__(self, start: int, end: int) -> Floats:
        """(end - start, 1344) float32: the cells of each frame, from 0 (black) to 1 (white); within the film."""
        parts = []
        for index in range(start // BLOCK, -(-end // BLOCK)):
            first = index * BLOCK
            parts.append(self._block(index)[max(0, start - first) : end - first])
        return np.concatenate(parts)

    def _block(self, index: int) -> Floats:
        if index not in self._blocks:
            luma = self._pictures(index * BLOCK, min((index + 1) * BLOCK, self.frames)).luma
            self._blocks[index] = (luma.reshape(len(luma), -1) - np.float32(BLACK)) / np.float32(RANGE_LUMA)
            if len(self._blocks) > KEPT:
                self._blocks.popitem(last=False)
        self._blocks.move_to_end(index)
        return self._blocks[index]
