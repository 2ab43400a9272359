"""Judges a whole film in chunks that depend on its length alone: bounded memory, and always the same bytes."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from cranework.editing.clock import Source
from cranework.editing.distances import PLAIN, REACH, Floats
from cranework.editing.judge import AROUND, KINDS, Judge
from cranework.editing.mixtures import beyond_doubt
from cranework.editing.pictures import Pictures
from cranework.editing.signals import measure

CHUNK = 2048
CONTEXT = REACH + AROUND
"""Frames on each side of a chunk that its answers depend on."""

_DISSOLVE = [0.9 if kind == "dissolve" else 0.1 / (len(KINDS) - 1) for kind in KINDS]


@dataclass(frozen=True)
class Judged:
    """What the judge says of each frame.

    Attributes:
        cut: (N,) float32, probability that a new shot begins with the frame.
        kinds: (N, 7) float32, probability of each of KINDS; a mixture beyond doubt is a dissolve.
        std: (N,) float32, deviation of luma, 0..1.
    """

    cut: Floats
    kinds: Floats
    std: Floats


def judge(network: Judge, pictures: Source, frames: int, chunk: int = CHUNK) -> Judged:
    """Judge every frame of a film; the pictures are asked for in order, CONTEXT frames around each chunk included."""
    cut = np.empty(frames, np.float32)
    kinds = np.empty((frames, len(KINDS)), np.float32)
    std = np.empty(frames, np.float32)
    for start in range(0, frames, chunk):
        end = min(start + chunk, frames)
        signals = measure(standing_still(pictures, start - CONTEXT, end + CONTEXT, frames), start - AROUND, frames)
        outside = max(0, AROUND - start), max(0, end + AROUND - frames)
        cut[start:end], kinds[start:end] = network(signals.values, outside)
        std[start:end] = signals.std[AROUND:-AROUND]
        sure = beyond_doubt(dict(zip(signals.names, signals.values[:, AROUND:-AROUND], strict=True)), PLAIN)
        kinds[start:end][sure] = _DISSOLVE
    return Judged(cut, kinds, std)


def standing_still(pictures: Source, start: int, end: int, frames: int) -> Pictures:
    """Pictures of start..end, where frames before the film are its first, and frames after it its last."""
    first = max(0, start)
    wanted = np.clip(np.arange(start, end), 0, frames - 1) - first
    return pictures(first, min(end, frames)).take(wanted)
