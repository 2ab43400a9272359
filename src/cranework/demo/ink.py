"""A sheet to draw figures on, in metres, with a little light from the left."""

from collections.abc import Sequence

import cv2
import numpy as np
from numpy.typing import NDArray

from cranework.demo.stage import Texture

Point = tuple[float, float]


class Ink:
    """A sheet to draw on in metres from the middle of its lower border, x right, y up."""

    def __init__(self, broad: float, tall: float, per_metre: float) -> None:
        size = (round(tall * per_metre), round(broad * per_metre))
        self.gray, self.alpha = np.zeros(size, np.uint8), np.zeros(size, np.uint8)
        self.per_metre = per_metre

    def _at(self, points: Sequence[Point]) -> NDArray[np.int32]:
        height, width = self.gray.shape
        spots = [(width / 2 + x * self.per_metre, height - 1 - y * self.per_metre) for x, y in points]
        return np.round(np.array(spots) * 16).astype(np.int32)

    def limb(self, points: Sequence[Point], thick: float, tone: float) -> None:
        """A thick bent line, ``thick`` metres across."""
        for sheet, color in ((self.gray, tone), (self.alpha, 255)):
            cv2.polylines(
                sheet, [self._at(points)], False, color, max(1, round(thick * self.per_metre)), cv2.LINE_AA, 4
            )

    def shape(self, points: Sequence[Point], tone: float) -> None:
        """A filled polygon."""
        for sheet, color in ((self.gray, tone), (self.alpha, 255)):
            cv2.fillPoly(sheet, [self._at(points)], color, cv2.LINE_AA, 4)

    def disc(self, center: Point, across: float, high: float, tone: float) -> None:
        """A filled ellipse with the half axes ``across`` and ``high``."""
        turn = np.linspace(0, 2 * np.pi, 24, endpoint=False)
        self.shape([(center[0] + across * np.cos(a), center[1] + high * np.sin(a)) for a in turn], tone)

    def texture(self, light: float = 0.35) -> Texture:
        """What was drawn, brighter on its left by ``light`` and a little darker towards its foot."""
        reach = 2 * round(self.per_metre * 0.08) + 1
        soft = cv2.blur(self.alpha, (reach, reach)).astype(np.float32) / 255
        rim = soft - np.roll(soft, round(self.per_metre * 0.05), 1)
        fall = np.linspace(1.06, 0.82, self.gray.shape[0], dtype=np.float32)[:, None]
        lit = self.gray * fall * (1 + 1.6 * light * rim) + 60 * light * np.clip(rim, 0, 1)
        inner = cv2.dilate(self.gray, np.ones((3, 3), np.uint8))
        edge = np.where(self.alpha < 255, inner, np.clip(lit, 0, 255))
        return Texture(edge.astype(np.uint8), self.alpha)


def turned(points: Sequence[Point], facing: int) -> list[Point]:
    """Points of something that faces right (1), or the same mirrored (-1)."""
    return [(x * facing, y) for x, y in points]
