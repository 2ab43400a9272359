"""Whether a picture was laid over another and taken away again: what was there before must come back.

The judge alone names mere movement so; of the eight it named on labelled films, none had one. So its word counts only
where the picture after is like the picture before, and the picture between is not.
"""

from __future__ import annotations

import numpy as np

from cranework.editing.distances import Floats
from cranework.editing.luma import Luma

BEFORE, AFTER = 2, 1  # frames before and after the span that stand for the picture alone
RETURN = 0.5  # the pictures before and after are this much nearer to each other than to that between
SHORTEST = 12  # frames


def returns(luma: Luma, start: int, end: int) -> bool:
    """Whether start..end is a superimposition: longer than a moment, and what was before returns after it."""
    if end - start < SHORTEST:
        return False
    before, middle, after = (
        luma(frame, frame + 1)[0]
        for frame in (max(0, start - BEFORE), (start + end) // 2, min(luma.frames - 1, end + AFTER))
    )
    least = min(apart(before, middle), apart(middle, after))
    return apart(before, after) < RETURN * least


def apart(first: Floats, second: Floats) -> float:
    """1 - correlation of two pictures (cells,): 0 for the same picture in any light, about 1 for unrelated ones."""
    a, b = first - first.mean(), second - second.mean()
    return 1 - float((a * b).sum() / np.sqrt((a * a).sum() * (b * b).sum() + 1e-9))
