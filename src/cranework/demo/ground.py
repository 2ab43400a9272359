"""Floors: a plane that runs from the camera's feet to the horizon needs a texture that is finer near than far.

A floor is cut into strips, each sampled from one tile as finely as the picture can show it and no finer, with the fog
already in it. That is what keeps a street from glittering, and it is done once, when the scene is built.
"""

import cv2
import numpy as np

from cranework.demo.stage import FLOOR, Fog, Picture, Plane, Texture

STRIP = 1.6
"""How much farther each strip reaches than the one before it."""
OVERLAP = 1.03
"""Each strip begins a little under the nearer one, so that no seam shows."""
WIDEST, ROOM = 1.4, 12.0
"""No strip reaches farther to a side than so many times its distance, and so many metres for a camera that travels."""
SHARPNESS = 640.0
"""Texels for a metre at a distance of one metre: a picture of 640 pixels through a lens as long as it is wide."""
SAMPLES = 3
"""At most so many rows of the tile are averaged for one row of a strip, which is seen at a slant."""
LARGEST = 2200
"""Texels: no strip is wider."""


def floor(
    tile: Picture,
    tile_metres: float,
    left: float,
    right: float,
    near: float,
    far: float,
    fog: Fog,
    *,
    height: float = 0.0,
    eye: float = 1.6,
    order: int = FLOOR,
) -> tuple[Plane, ...]:
    """A level floor from ``near`` to ``far``, paved with a tile that repeats (uint8, square, ``tile_metres`` wide)."""
    levels = Texture(tile).levels
    strips = []
    begin = near
    while begin < far:
        end = min(begin * STRIP, far)
        start = begin if begin == near else begin / OVERLAP
        west, east = max(left, -WIDEST * end - ROOM), min(right, WIDEST * end + ROOM)
        texture = _strip(levels, tile_metres, (west, east), (start, end), fog, eye)
        center = ((west + east) / 2, -height, (start + end) / 2)
        strips.append(Plane(texture, center, ((east - west) / 2, 0, 0), (0, 0, (start - end) / 2), order, fogged=False))
        begin = end
    return tuple(strips)


def _strip(
    levels: list[tuple[Picture, Picture]],
    tile_metres: float,
    across: tuple[float, float],
    depth: tuple[float, float],
    fog: Fog,
    eye: float,
) -> Texture:
    """One strip's texture: its first row is the farthest."""
    (left, right), (near, far) = across, depth
    per_metre = min(SHARPNESS / near, LARGEST / (right - left))
    flat = max(16, round(min(1.5 * SHARPNESS * eye / near**2, per_metre) * (far - near)))
    width = max(16, round((right - left) * per_metre))
    rows = max(flat, min(SAMPLES * flat, round((far - near) * per_metre)))
    level = int(np.clip(round(np.log2(levels[0][0].shape[0] / tile_metres / per_metre)), 0, len(levels) - 1))
    tile = levels[level][0]
    scale = tile.shape[0] / tile_metres
    from_strip = np.array([[scale / per_metre, 0, left * scale], [0, -scale * (far - near) / rows, far * scale]])
    gray = cv2.warpAffine(
        tile,
        from_strip,
        (width, rows),
        flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP,
        borderMode=cv2.BORDER_WRAP,
    )
    gray = cv2.resize(gray, (width, flat), interpolation=cv2.INTER_AREA)
    haze = np.asarray(fog.share(np.linspace(far, near, flat))).reshape(-1, 1)
    return Texture(np.round(gray * (1 - haze) + haze * fog.gray).astype(np.uint8))
