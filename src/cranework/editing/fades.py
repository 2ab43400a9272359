"""Fades by rule: a plain stretch, and beside it a steady ramp of contrast of one and the same picture.

A fade keeps the normalised picture, F = c + w (A - c) with w falling or rising, and that is surer than any judge.
Plain is never quite 0: watermarks, and titles over black, leave a deviation of 0.02 to 0.03.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from cranework.editing.distances import PLAIN, Floats
from cranework.editing.luma import Luma
from cranework.editing.spans import Span, runs

RISE = 1.015  # contrast grows by this much a frame at least
LONGEST, SHORTEST = 120, 2  # frames
SINGLE_STEP = 0.75  # a step of more than this share of the rise is a cut
LIKENESS = 0.7  # least median correlation of the ramp with its strong end: lamp and shutter keep the picture
CONFIDENCE = 0.75  # of the rule by itself
DARKEST = 1.15  # inside the plain stretch, contrast this much above its least is still the ramp's


def plain_stretches(std: Floats) -> list[tuple[int, int]]:
    """(start, end) of each stretch of plain pictures; std (N,)."""
    return [(start, end) for plain, start, end in runs((std < PLAIN).astype(np.int8)) if plain]


def fades(luma: Luma, std: Floats) -> Iterator[Span]:
    """The fades of a film; std (N,) is the deviation of each frame's luma."""
    for start, end in plain_stretches(std):
        for kind, first, step in (("fade_out", start - 1, -1), ("fade_in", end, 1)):
            ramp = _ramp(std, first, step)
            if ramp is not None and _one_picture(luma, std, ramp):
                inner = _walk_in(std, start, end, first - step, step)
                low, high = sorted((inner, int(ramp[-1]) + step))
                yield Span(kind, low + 1, high, CONFIDENCE)


def _ramp(std: Floats, first: int, step: int) -> NDArray[np.intp] | None:
    """Frames of the ramp, from the plain side on, or None where there is none."""
    t, top = first, 0.0
    while 0 <= t < len(std) and std[t] > top * RISE and abs(t - first) < LONGEST:
        top = float(std[t])
        t += step
    if abs(t - first) < SHORTEST or not 0 <= t < len(std) or top < 2 * PLAIN:
        return None
    ramp = np.arange(first, t, step)
    contrast = std[np.concatenate([[first - step], ramp])]
    return None if np.diff(contrast).max() > SINGLE_STEP * top else ramp


def _one_picture(luma: Luma, std: Floats, ramp: NDArray[np.intp]) -> bool:
    """Whether the pictures of the ramp are those of its strong end, in another light."""
    low, high = int(ramp.min()), int(ramp.max()) + 1
    cells = luma(low, high)
    cells = (cells - cells.mean(1, keepdims=True)) / (std[low:high, None] + np.float32(1e-3))
    strong = ramp[max(1, len(ramp) // 4) :] - low
    return bool(np.median((cells[strong] * cells[ramp[-1] - low]).mean(1)) >= LIKENESS)


def _walk_in(std: Floats, start: int, end: int, inner: int, step: int) -> int:
    """The last plain frame: the stretch may still hold the darkest frames of the ramp."""
    least = float(std[start:end].min())
    while start <= inner < end and std[inner] > DARKEST * least + 0.002:
        inner -= step
    return inner


def ends(std: Floats, start: int, end: int, out: bool) -> tuple[int, int]:
    """Mend the plain end of a fade that the judge found at start..end: where the picture is plain, it ends (begins)."""
    around = max(6, (end - start) // 2)
    low, high = max(0, start - around), min(len(std), end + around)
    contrast = std[low:high] if out else std[low:high][::-1]
    plain = np.flatnonzero(contrast < max(PLAIN * 0.4, 0.08 * float(contrast.max())))
    core = (end - low if out else high - start) - 1
    near = plain[plain >= core - around]
    if len(near) == 0:
        return start, end
    bound = low + int(near[0]) if out else high - int(near[0])
    if out:
        return (start, bound) if bound > start + 2 else (start, end)
    return (bound, end) if end > bound + 2 else (start, end)
