"""The small pictures of each frame: all that the judge of transitions ever looks at, so that it can judge again later.

Made while decoding, from views that other layers share, and kept as bytes. Cells of about three by three pixels of a
picture 160 wide are also the reason for tolerance: grain, dust and small movement average out over a cell. Rounding
to bytes costs nothing that can be measured, and makes the distances between pictures exact whole numbers.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields

import numpy as np
from numpy.typing import NDArray

Bytes = NDArray[np.uint8]

SHAPES: Mapping[str, tuple[int, ...]] = {
    "luma": (28, 48),
    "chroma": (14, 24, 2),
    "edges": (14, 24),
    "bins": (48,),
    "cols": (80,),
    "rows": (45,),
}
"""The pictures of one frame by name, and the shape of each."""


@dataclass(frozen=True)
class Pictures:
    """The small pictures of N frames.

    Attributes:
        luma: (N, 28, 48) uint8, video range 16..235.
        chroma: (N, 14, 24, 2) uint8, gray at 128.
        edges: (N, 14, 24) uint8, mean strength of the luma's gradient.
        bins: (N, 48) uint8, 255 times the square root of each bin's share: 32 bins of luma, 8 and 8 of chroma.
        cols: (N, 80) uint8, mean luma of each column of a picture 80 wide.
        rows: (N, 45) uint8, mean luma of each row of a picture 45 high.
    """

    luma: Bytes
    chroma: Bytes
    edges: Bytes
    bins: Bytes
    cols: Bytes
    rows: Bytes

    def __len__(self) -> int:
        return len(self.luma)

    def take(self, frames: NDArray[np.intp]) -> Pictures:
        """The pictures of these frames, in this order; a frame may come more than once."""
        return Pictures(*(getattr(self, name.name)[frames] for name in fields(self)))
