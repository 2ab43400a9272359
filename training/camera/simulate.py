"""Takes: shots of the virtual camera as a tracker of points would see them, without drawing a single picture.

    take(seed)

A point is found on a surface, goes where the camera's way sends it, and meets what points meet: noise, blur, things
that pass before it, edges that belong to two depths, the border of the picture.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from training.camera.scenes import Array
from training.camera.shots import SAMPLES_A_SECOND, shot
from training.camera.tracking import tracked
from training.camera.truth import Truth, effects, truths
from training.camera.views import views


@dataclass(frozen=True)
class Take:
    """What is seen of a shot, and the truth about it.

    Attributes:
        points: int16 (samples, 96, 3), in the format of the signal `tracks.points`.
        frames: int64 (samples,), the frame of each sample: about four a second.
        aspect: height over width.
        moves: the intended moves, and static stretches.
        effects: float64 (frames, 7), what the camera has done to the picture since frame 0: pan right, tilt up, roll
            clockwise (radians), zoom in (ln), truck right, pedestal up, dolly in (ln). Turning is the angle times the
            focal length in frame widths; travel goes along the camera's axes, times the focal length, over the median
            depth of what is seen; dolly is travel over that depth.
        intended: the same without the hand that holds the camera.
        arc: int8 (frames,), 1 while it arcs to the right, -1 to the left.
        dolly_zoom: bool (frames,).
        kind: of the set, with words for traps: crowd, mover, follow, leaves, water, subtitle, weave.
    """

    points: NDArray[np.int16]
    frames: NDArray[np.int64]
    rate: float
    aspect: float
    moves: tuple[Truth, ...]
    effects: Array
    intended: Array
    arc: NDArray[np.int8]
    dolly_zoom: NDArray[np.bool_]
    steadiness: str
    kind: str


def take(seed: int) -> Take:
    """The shot of a seed, tracked."""
    made = shot(seed)
    random = np.random.default_rng([seed, 1])
    seen = views(made.things, made.course, np.arange(0, len(made.seconds), round(made.rate / SAMPLES_A_SECOND)))
    points, words = tracked(random, seen, made.aspect)
    depths = np.interp(np.arange(len(made.seconds)), seen.frames, seen.depths(made.aspect))
    intended = effects(made.intended, depths)
    arc, against = np.zeros(len(depths), np.int8), np.zeros(len(depths), np.bool_)
    for leg in made.legs:
        during = (made.seconds >= leg.start) & (made.seconds < leg.end)
        if leg.label.startswith("arc"):
            arc[during] = np.sign(leg.amount)
        against |= during & (leg.label == "dolly_zoom")
    return Take(
        points=points,
        frames=seen.frames,
        rate=made.rate,
        aspect=made.aspect,
        moves=truths(made.legs, intended, made.course, made.rate),
        effects=effects(made.course, depths),
        intended=intended,
        arc=arc,
        dolly_zoom=against,
        steadiness=made.steadiness,
        kind=" ".join([made.kind, *words]),
    )
