"""The flaws of film stock: grain, the flicker of the lamp, and the darker corners of an old lens."""

import cv2
import numpy as np

from cranework.demo.stage import Picture
from cranework.demo.textures import toned

FIELDS = 5
"""Pieces of grain to choose from; each frame cuts another window out of one of them."""
SPARE = 64
"""Pixels by which a piece of grain is larger than the picture."""
GRAIN = 0.026
"""Standard deviation of the grain, as a share of the light."""
FLICKER = 0.012
"""Standard deviation of the lamp's brightness, as a share of it."""
CORNERS = 0.28
"""How much darker the corners are than the middle."""
BLACK, WHITE = 16, 235
"""What video calls black and white (ITU-R BT.601)."""


class Stock:
    """A film stock, drawn once: its flaws depend on the size, the seed and the number of the frame alone."""

    def __init__(self, width: int, height: int, seed: int = 0) -> None:
        rng = np.random.default_rng(seed)
        self.width, self.height, self.seed = width, height, seed
        self.fields = [_field(rng, width + SPARE, height + SPARE) for _ in range(FIELDS)]
        x, y = np.meshgrid(np.linspace(-1, 1, width), np.linspace(-1, 1, height))
        self.corners = np.round(255 * (1 - CORNERS * ((x**2 + y**2) / 2) ** 1.5)).astype(np.uint8)
        self.curve = _curve()

    def exposed(self, picture: Picture, frame: int) -> Picture:
        """A picture (uint8, H x W, 0 black to 255 white) as the luma of a film frame: uint8 (H, W), 16 to 235."""
        rng = np.random.default_rng((self.seed, frame))
        x, y = rng.integers(0, SPARE, 2)
        grain = self.fields[int(rng.integers(FIELDS))][y : y + self.height, x : x + self.width]
        lamp = 1 + FLICKER * float(np.clip(rng.normal(), -2, 2))
        lit = cv2.multiply(picture, self.corners, scale=lamp / 255)
        return cv2.LUT(cv2.multiply(lit, grain, scale=1 / 128), self.curve)


def _field(rng: np.random.Generator, width: int, height: int) -> Picture:
    """Grain around 128: clumps of about a pixel and a half, as silver makes them."""
    noise = np.asarray(cv2.GaussianBlur(rng.normal(0, 1, (height, width)), (0, 0), 0.65), np.float32)
    return toned(1 + GRAIN * noise / noise.std(), 0, 128)


def _curve() -> Picture:
    """The curve of the print: a soft toe and shoulder between video's black and white."""
    light = np.linspace(0, 1, 256)
    bent = 0.3 * light + 0.7 * (light**2 * (3 - 2 * light))
    return toned(bent, BLACK, WHITE)
