"""A steam train, drawn from the side: an engine whose wheels turn, cars with lit windows, a puff of smoke."""

import cv2
import numpy as np

from cranework.demo.figures import Figure
from cranework.demo.stage import Texture
from cranework.demo.textures import noise

CAR = 13.0
"""Metres: the length of the engine with its tender, and of a car."""
SCALE = 40
SIZE = (round(4.6 * SCALE), round(CAR * SCALE))
"""Rows and columns of a drawing: 4.6 by 13 metres."""


def engine() -> Figure:
    """The engine with its tender, going left; its phases turn the wheels once."""
    return Figure(_engine)


def _engine(phase: float) -> Texture:
    height = SIZE[0]
    gray, alpha = np.full(SIZE, 30, np.uint8), np.zeros(SIZE, np.uint8)
    boiler = (34, 52, 250, 116)
    for x0, y0, x1, y1 in (boiler, (250, 24, 330, 140), (345, 60, 505, 140), (20, 116, 510, 140), (44, 18, 66, 60)):
        cv2.rectangle(alpha, (x0, y0), (x1, y1), 255, -1)
    cv2.ellipse(alpha, (34, 84), (12, 32), 0, 90, 270, 255, -1, cv2.LINE_AA)
    for x in (120, 185):
        cv2.ellipse(alpha, (x, 54), (16, 20), 0, 180, 360, 255, -1, cv2.LINE_AA)
    cv2.rectangle(alpha, (38, 12), (72, 20), 255, -1)
    cv2.rectangle(alpha, (242, 16), (340, 26), 255, -1)
    cv2.fillPoly(alpha, [np.array([[4, 160], [26, 118], [40, 118], [40, 160]], np.int32)], 255, cv2.LINE_AA)
    for y, tone in ((62, 150), (66, 110), (72, 70)):
        cv2.line(gray, (34, y), (248, y), tone, 4)
    for x in (80, 140, 200):
        cv2.line(gray, (x, 54), (x, 114), 75, 2)
    cv2.rectangle(gray, (266, 40), (312, 78), 235, -1)
    cv2.circle(gray, (24, 84), 9, 240, -1, cv2.LINE_AA)
    cv2.line(gray, (345, 64), (505, 64), 120, 3)
    crank = (np.cos(phase), np.sin(phase))
    for x, radius in ((60, 16), (112, 27), (172, 27), (232, 27), (300, 16), (370, 18), (425, 18), (480, 18)):
        spot = (x, height - radius - 2)
        cv2.circle(alpha, spot, radius, 255, -1, cv2.LINE_AA)
        cv2.circle(gray, spot, radius - 2, 105, 3, cv2.LINE_AA)
        for k in range(4):
            a = phase + k * np.pi / 4
            tip = (round(radius * 0.85 * np.cos(a)), round(radius * 0.85 * np.sin(a)))
            cv2.line(gray, (x - tip[0], spot[1] - tip[1]), (x + tip[0], spot[1] + tip[1]), 85, 2, cv2.LINE_AA)
    y = height - 29
    ends = [(round(x + 13 * crank[0]), round(y + 13 * crank[1])) for x in (112, 232)]
    cv2.line(gray, ends[0], ends[1], 200, 5, cv2.LINE_AA)
    cv2.line(gray, ends[0], (48, y), 170, 4, cv2.LINE_AA)
    cv2.line(alpha, ends[0], (48, y), 255, 5, cv2.LINE_AA)
    return Texture(gray, alpha)


def carriage(rng: np.random.Generator, kinds: int = 3) -> list[Texture]:
    """Cars with a row of lit windows, somebody behind some of them."""
    made = []
    for _ in range(kinds):
        gray, alpha = np.full(SIZE, 52, np.uint8), np.zeros(SIZE, np.uint8)
        height, width = SIZE
        cv2.rectangle(alpha, (6, 34), (width - 6, 148), 255, -1)
        cv2.ellipse(alpha, (width // 2, 38), (width // 2 - 4, 18), 0, 180, 360, 255, -1, cv2.LINE_AA)
        cv2.rectangle(gray, (0, 0), (width, 40), 78, -1)
        cv2.line(gray, (6, 41), (width - 6, 41), 24, 3)
        cv2.line(gray, (6, 104), (width - 6, 104), 95, 2)
        for x in range(24, width - 40, 42):
            glow = float(rng.uniform(200, 250) if rng.random() < 0.8 else 90)
            cv2.rectangle(gray, (x, 54), (x + 28, 88), glow, -1)
            if rng.random() < 0.5:
                cv2.circle(gray, (x + 14, 70), 6, 50, -1, cv2.LINE_AA)
                cv2.ellipse(gray, (x + 14, 90), (11, 14), 0, 180, 360, 50, -1, cv2.LINE_AA)
        for x in (60, 110, width - 110, width - 60):
            cv2.circle(alpha, (x, height - 19), 17, 255, -1, cv2.LINE_AA)
            cv2.circle(gray, (x, height - 19), 14, 95, 3, cv2.LINE_AA)
        cv2.rectangle(alpha, (0, 140), (width, 150), 255, -1)
        made.append(Texture(gray, alpha))
    return made


def puff(rng: np.random.Generator, size: int = 128) -> Texture:
    """A ball of smoke, lit from above, ragged at its border."""
    x, y = np.meshgrid(np.linspace(-1, 1, size), np.linspace(-1, 1, size))
    ragged = noise(rng, size, size, 4, 4)
    cover = np.clip((1 - np.hypot(x, y) - 0.55 * (ragged - 0.3)) * 2.2, 0, 1)
    light = np.clip(205 - 50 * y + 60 * (ragged - 0.5), 90, 250)
    return Texture(light.astype(np.uint8), np.round(230 * cover).astype(np.uint8))
