"""What things are made of, drawn by the program: clouds, plaster, paving, water, bark, windows, leaves.

Everything is gray, uint8, and follows from a random generator alone. Tiles can be laid side by side without a seam.
"""

import cv2
import numpy as np
from numpy.typing import NDArray

from cranework.demo.stage import Picture

Field = NDArray[np.float32]


def noise(
    rng: np.random.Generator, height: int, width: int, cells: float, octaves: int = 4, stretch: float = 1.0
) -> Field:
    """Cloudy noise that tiles: float32 (height, width), mean 0.5, mostly within 0 to 1.

    Args:
        rng: where chance comes from.
        height: rows.
        width: columns.
        cells: blobs over the height in the coarsest octave; each next has twice as many and is half as strong
            (Perlin, An Image Synthesizer, 1985).
        octaves: how many of them at most.
        stretch: how much wider than high a blob is.
    """
    total = np.zeros((height, width), np.float32)
    weight = 1.0
    for octave in range(octaves):
        rows = max(2, round(cells * 2**octave))
        columns = max(2, round(rows * width / height / stretch))
        if rows > height or columns > width:
            break
        grid = rng.normal(0, 1, (rows, columns)).astype(np.float32)
        total += weight * _enlarged(grid, height, width)
        weight /= 2
    return np.asarray(0.5 + 0.22 * total / max(float(total.std()), 1e-6), np.float32)


def _enlarged(grid: Field, height: int, width: int) -> Field:
    """The grid, smoothly enlarged, its right and lower border meeting the left and upper one."""
    rows, columns = grid.shape
    spots = [np.arange(size) * cells / size for size, cells in ((width, columns), (height, rows))]
    eased = [np.floor(k) + (k % 1) ** 2 * (3 - 2 * (k % 1)) for k in spots]
    across, down = np.meshgrid(*(k.astype(np.float32) for k in eased))
    grid = np.pad(grid, ((0, 1), (0, 1)), mode="wrap")
    return np.asarray(cv2.remap(grid, across, down, cv2.INTER_LINEAR), np.float32)


def toned(field: Field | NDArray[np.float64], dark: float, light: float) -> Picture:
    """A field of 0 to 1 as gray between two tones."""
    return np.clip(np.round(dark + (light - dark) * field), 0, 255).astype(np.uint8)


def sky(
    rng: np.random.Generator,
    height: int,
    width: int,
    *,
    zenith: float = 90,
    horizon: float = 225,
    cover: float = 0.5,
    cells: float = 2.5,
) -> Picture:
    """A sky through a red filter: dark above, bright at the horizon, with clouds lit from the upper left."""
    heights = np.linspace(0, 1, height, dtype=np.float32)[:, None] ** 0.8
    air = zenith + (horizon - zenith) * heights
    billow = noise(rng, height, width, cells, 6, stretch=2.2)
    dense = np.clip((billow - (1 - cover)) * 3.2, 0, 1) * (0.35 + 0.65 * np.clip(np.sin(np.pi * heights), 0, 1) ** 0.6)
    soft = cv2.GaussianBlur(billow, (0, 0), height / 90)
    lit = np.clip((soft - np.roll(np.roll(soft, -height // 40, 0), -height // 50, 1)) * 6 + 0.62, 0.1, 1)
    cloud = 95 + 155 * lit
    return toned((air + (cloud - air) * dense) / 255, 0, 255)


def plaster(rng: np.random.Generator, height: int, width: int, gray: float, rough: float = 30) -> Picture:
    """An old wall: stains that run down it, and fine roughness."""
    stains = noise(rng, height, width, 3, 4, stretch=0.4)
    fine = noise(rng, height, width, height / 8, 2)
    return toned(gray / 255 + (stains - 0.5) * rough / 255 + (fine - 0.5) * rough / 500, 0, 255)


def facade(
    rng: np.random.Generator, floors: int, columns: int, gray: float, *, cell: int = 72, lit: float = 0.06
) -> Picture:
    """The front of a house: rows of windows with sills and lintels, cornices between the floors, a darker base."""
    height, width = floors * cell, columns * cell
    front = plaster(rng, height, width, gray).astype(np.float32)
    front *= np.linspace(1.06, 0.88, height, dtype=np.float32)[:, None]
    for row in range(floors):
        top = row * cell
        ground = row == floors - 1
        cv2.rectangle(front, (0, top), (width, top + (6 if row == 0 else 2)), gray * 1.22, -1)
        cv2.rectangle(front, (0, top + (7 if row == 0 else 3)), (width, top + (9 if row == 0 else 4)), gray * 0.55, -1)
        for column in range(columns):
            x = column * cell
            window = (
                (x + round(cell * 0.28), top + round(cell * 0.24)),
                (x + round(cell * 0.72), top + round(cell * 0.86)),
            )
            _window(front, *window, gray, lamp=rng.random() < lit, glass=float(rng.uniform(20, 75)), arched=ground)
    front[-cell // 5 :] *= 0.72
    return toned(front / 255, 0, 255)


def _window(
    front: Field, upper: tuple[int, int], lower: tuple[int, int], gray: float, *, lamp: bool, glass: float, arched: bool
) -> None:
    """One window in a front: lintel, sill, frame, panes that mirror the sky in their upper part."""
    (x0, y0), (x1, y1) = upper, lower
    if arched:
        cv2.ellipse(front, ((x0 + x1) // 2, y0 + 2), ((x1 - x0) // 2 + 2, 9), 0, 180, 360, gray * 1.18, -1)
        cv2.ellipse(front, ((x0 + x1) // 2, y0 + 2), ((x1 - x0) // 2 - 1, 6), 0, 180, 360, glass, -1)
    cv2.rectangle(front, (x0 - 4, y0 - 4), (x1 + 4, y1 + 2), min(gray * 1.18, 245), -1)
    cv2.rectangle(front, (x0, y0), (x1, y1), 232 if lamp else glass, -1)
    if not lamp:
        rows = np.linspace(1.9, 0.7, y1 - y0, dtype=np.float32)[:, None]
        front[y0:y1, x0:x1] *= rows
    middle = (x0 + x1) // 2
    cv2.line(front, (middle, y0), (middle, y1), gray * 0.9, 2)
    cv2.line(front, (x0, y0 + (y1 - y0) // 3), (x1, y0 + (y1 - y0) // 3), gray * 0.9, 2)
    cv2.rectangle(front, (x0 - 7, y1 + 2), (x1 + 7, y1 + 5), min(gray * 1.3, 250), -1)
    cv2.rectangle(front, (x0 - 5, y1 + 6), (x1 + 5, y1 + 8), gray * 0.6, -1)


def cobbles(rng: np.random.Generator, size: int = 512, stones: int = 16, gray: float = 120) -> Picture:
    """A tile of paving stones, each rounded and of its own gray, with dark joints and wet patches."""
    tile = np.full((size, size), gray * 0.35, np.float32)
    step, tones = size / stones, rng.uniform(0.75, 1.25, (stones, stones))
    for row in range(stones):
        for column in range(-1, stones + 1):
            x, y = (column + 0.5 * (row % 2)) * step, row * step
            tone = gray * float(tones[row, column % stones])
            corner = (round(x + step * 0.08), round(y + step * 0.1)), (round(x + step * 0.92), round(y + step * 0.9))
            cv2.rectangle(tile, *corner, tone, -1)
    soft = cv2.GaussianBlur(np.pad(tile, 8, mode="wrap"), (0, 0), step / 14)[8:-8, 8:-8]
    wet = noise(rng, size, size, 3, 3)
    rough = noise(rng, size, size, size / 6, 2)
    return toned((soft * (0.75 + 0.5 * wet) + (rough - 0.5) * 30) / 255, 0, 255)


def water(rng: np.random.Generator, size: int = 512, gray: float = 120, glint: float = 0.8) -> Picture:
    """A tile of a river: long low waves, their crests catching the light."""
    waves = noise(rng, size, size, 24, 4, stretch=5)
    crests = np.clip((waves - 0.72) * 5, 0, 1) * glint
    return toned(gray / 255 + (waves - 0.5) * 0.35 + crests * 0.5, 0, 255)


def earth(rng: np.random.Generator, size: int = 512, gray: float = 95) -> Picture:
    """A tile of forest floor or trampled ground: leaves, grass and shadow."""
    clumps, fine = noise(rng, size, size, 5, 4), noise(rng, size, size, size / 5, 2)
    return toned(gray / 255 + (clumps - 0.5) * 0.5 + (fine - 0.5) * 0.28, 0, 255)


def bark(rng: np.random.Generator, height: int, width: int) -> Picture:
    """A birch's bark, round and lit from the left: white, with dark short lines across and black scars at its foot."""
    x = np.linspace(-1, 1, width)
    side = np.clip(0.5 + 0.62 * np.sqrt(np.clip(1 - (x * 0.97 + 0.25) ** 2, 0.02, 1)) - 0.22 * x, 0.18, 1.05)
    skin = np.full((height, width), 225, np.float32) + (noise(rng, height, width, height / 20, 3, stretch=2) - 0.5) * 40
    for _ in range(height // 5):
        y, left = int(rng.integers(height)), int(rng.integers(-width // 4, width))
        long, tone = int(rng.uniform(0.06, 0.34) * width), float(rng.uniform(60, 165))
        cv2.ellipse(skin, (left, y), (long, 1 if rng.random() < 0.8 else 2), 0, 0, 360, tone, -1, cv2.LINE_AA)
    for _ in range(max(3, height // 130)):
        y, spot = int(rng.integers(height)), int(rng.integers(width))
        size = float(rng.uniform(0.06, 0.16)) * width
        cv2.ellipse(
            skin, (spot, y), (round(size * 1.6), round(size)), float(rng.uniform(-20, 20)), 0, 360, 38, -1, cv2.LINE_AA
        )
    foot = np.clip((np.linspace(0, 1, height, dtype=np.float32)[:, None] - 0.82) * 5, 0, 1)
    cracks = np.clip((noise(rng, height, width, height / 24, 3, stretch=0.6) - 0.35) * 4, 0, 1)
    skin *= 1 - foot * cracks * 0.85
    return toned(skin * side.astype(np.float32) / 255, 0, 255)


def fringe(rng: np.random.Generator, height: int, width: int, level: float, rough: float, cells: float = 3) -> Picture:
    """Transparency of something with a ragged upper border (a far wood): 255 below it, uint8 (height, width)."""
    line = noise(rng, 8, width, 1, 7, stretch=width / 8 / cells)[0]
    top = height * (1 - level + (line - 0.5) * rough)
    rows = np.arange(height)[:, None]
    return np.asarray(np.clip((rows - top) * 160 + 128, 0, 255), np.uint8)
