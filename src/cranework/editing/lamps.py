"""Whether a sudden change is one of light alone: a lamp that goes on or off, a shutter, an iris; not a cut.

Light multiplies: F = g A + c for the same picture A. So the change is a lamp's if a gain and an offset explain nearly
all of it. A jump cut has a gain of one and is not explained; a cut to black has a gain of nothing.
"""

from __future__ import annotations

from cranework.editing.luma import Luma

UNEXPLAINED = 0.1  # of the squared change, and of the new picture's contrast, what a gain and an offset may leave
LEAST_GAIN, MOST_GAIN = 0.25, 4.0  # two stops of the iris


def is_lamp(luma: Luma, frame: int) -> bool:
    """Whether the picture before a frame becomes that of the frame by a gain and an offset."""
    before, after = luma(frame - 1, frame + 1)
    a, b = before - before.mean(), after - after.mean()
    gain = float((a * b).sum() / ((a * a).sum() + 1e-9))
    left = float(((b - gain * a) ** 2).sum())
    change, structure = float(((after - before) ** 2).sum()), float((b * b).sum())
    return LEAST_GAIN < gain < MOST_GAIN and left < UNEXPLAINED * min(change, structure)
