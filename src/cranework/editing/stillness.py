"""Freezes: a picture that stands stiller than the film can.

A camera's picture is never still: grain, weave and air move in it even where nothing else does. A frame that is held
has none of that. How much there is of it differs from film to film, so the film's own stillest moments are the measure;
where they are as still as a held frame (drawn films, pictures cleaned by a coder), no freeze can be told from them.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from cranework.editing.cadence import largest_around
from cranework.editing.distances import Floats
from cranework.editing.spans import runs

STILL = 0.25  # levels of mean change up to which a frame may be held: what coders leave of a still picture
STILLER = 4  # times that a freeze changes less than the film does
STILLEST = 0.05  # share of the film's other frames that are its stillest moments
LEAST = 0.1  # levels of change in them from which a fourth of it can be told from rounding
SHORTEST_S = 1  # seconds: what is held for less is hardly seen to stand


def freezes(
    change: Floats, parts: Sequence[tuple[int, int]], others: Sequence[tuple[int, int]], rate: float
) -> list[tuple[int, int]]:
    """Stretches of held frames.

    Args:
        change: (N,) mean change into each frame of the film, in levels.
        parts: frames of each shot in which no transition is under way.
        others: parts that are no pictures of a camera, and tell nothing of the film's noise.
        rate: frames a second.
    """
    around = np.full(len(change), np.inf, np.float32)
    for start, end in parts:
        around[start + 1 : end] = largest_around(change[start + 1 : end])
    found = []
    camera = np.isfinite(around)
    for start, end in others:
        camera[start:end] = False
    for still, start, end in runs((around <= STILL).astype(np.int8)):
        if still and end - start >= SHORTEST_S * rate and camera[start]:
            rest = np.concatenate([around[:start][camera[:start]], around[end:][camera[end:]]])
            if len(rest) < SHORTEST_S * rate:
                continue
            stillest = float(np.quantile(rest, STILLEST))
            if stillest >= LEAST and STILLER * float(np.median(around[start:end])) <= stillest:
                found.append((start - 1, end))
    return found
