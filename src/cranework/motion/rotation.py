"""What a camera that only turns and zooms would do to points, and what is left over: parallax, and things that move.

The picture of a camera that turns by a rotation R and zooms by k is q = k f pi(R (p / f, 1)), whatever the depths of
the things seen (Hartley, Self-calibration of stationary cameras, 1997); what such a model leaves over is travel past
things at different depths, or things that move (Irani & Anandan, A unified approach to moving object detection in 2D
and 3D scenes, 1998).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from cranework.motion.masked import median

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]

ROUNDS = 4
LEAST_SCALE = 0.0012
"""Frame widths: the smallest leftover that counts as usual; places are no more exact."""


def fit(p: Floats, q: Floats, focal: float, keep: Bools, known: Bools) -> tuple[Floats, Floats]:
    """The turn and zoom of N windows at once, by Gauss and Newton with weights that forget what lies far off.

    Args:
        p: places before in frame widths, (N, P, 2).
        q: places after.
        focal: focal length in frame widths.
        keep: the points to begin with, (N, P).
        known: the points that count, (N, P).

    Returns:
        (N, 4): turn right, up and clockwise in radians, ln of the zoom; and what is left over, (N, P, 2).
    """
    count = len(p)
    rotation = np.tile(np.eye(3), (count, 1, 1))
    zoom = np.zeros(count)
    rays = np.concatenate([p / focal, np.ones((*p.shape[:2], 1))], axis=2)
    weight = keep.astype(float)
    for step in range(ROUNDS + 1):
        turned = rays @ rotation.transpose(0, 2, 1)
        depth = np.where(np.abs(turned[..., 2]) < 1e-3, 1e-3, turned[..., 2])
        x, y = turned[..., 0] / depth, turned[..., 1] / depth
        one = (focal * np.exp(zoom))[:, None]
        left = q - one[..., None] * np.stack([x, y], axis=2)
        if step == ROUNDS:
            break
        if step > 1:
            off = np.hypot(left[..., 0], left[..., 1])
            scale = np.maximum(LEAST_SCALE, 1.5 * median(off, keep))[:, None]
            weight = known / (1 + (off / (2 * scale)) ** 2) ** 2
        across = np.stack([-(1 + x * x), x * y, y, x], axis=2) * one[..., None]
        down = np.stack([-x * y, 1 + y * y, -x, y], axis=2) * one[..., None]
        weighted = weight[..., None]
        normal = (across * weighted).transpose(0, 2, 1) @ across + (down * weighted).transpose(0, 2, 1) @ down
        pull = ((across * weighted).transpose(0, 2, 1) @ left[..., :1]) + (
            (down * weighted).transpose(0, 2, 1) @ left[..., 1:]
        )
        change = np.linalg.solve(normal + 1e-7 * np.eye(4), pull)[..., 0]
        yaw, pitch, roll = np.clip(change[:, :3], -0.3, 0.3).T
        still = np.zeros(count)
        small = np.array([[still, roll, -yaw], [-roll, still, pitch], [yaw, -pitch, still]]).transpose(2, 0, 1)
        u, _, vt = np.linalg.svd((np.eye(3) + small) @ rotation)
        rotation, zoom = u @ vt, np.clip(zoom + change[:, 3], -1, 1)
    sines = np.stack([-rotation[:, 0, 2], rotation[:, 1, 2], rotation[:, 0, 1]], axis=1)
    angles = np.column_stack([np.arcsin(np.clip(sines, -1, 1)), zoom])
    return angles, left
