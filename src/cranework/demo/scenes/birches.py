"""A birch wood: white trunks one behind another in the haze, and its crowns seen from where somebody has fallen."""

import cv2
import numpy as np

from cranework.demo.actors import Person, Sun, crowd
from cranework.demo.figures import Dress, stander
from cranework.demo.ground import floor
from cranework.demo.scenes.sky import heaven
from cranework.demo.stage import FLOOR, SKY, THING, Fog, Picture, Plane, Scene, Texture, standing
from cranework.demo.textures import bark, earth, fringe, noise, sky, toned

AIR = Fog(206, 26)
TRUNKS = 48
TOP = 17.0
"""Metres: how tall the trees are that are seen from below."""
WOOD_SUN = Sun(1.1, -0.5, 0.45)
SOLDIER = Dress(coat=84, legs=60, skin=150, hem=0.72, wide=0.27, head="cap", hat=70, height=1.76)
WOMAN = Dress(coat=52, legs=110, skin=150, hem=0.5, wide=0.33, head="scarf", hat=228, height=1.64)


def trunk(rng: np.random.Generator) -> Texture:
    """A trunk that bends a little and grows thinner upwards, with a few bare branches: 1.6 by 9 metres."""
    height, width = 1080, 192
    gray, alpha = np.zeros((height, width), np.uint8), np.zeros((height, width), np.uint8)
    skin = bark(rng, height, 64)
    bend, turn = float(rng.uniform(-18, 18)), float(rng.uniform(0, 6))
    for y in range(height):
        up = 1 - y / height
        half = 8 + 9 * (1 - up) + (10 * (y / height - 0.95) * 20 if y > 0.95 * height else 0)
        x = width / 2 + bend * np.sin(2.2 * up + turn) - bend * np.sin(turn)
        left, wide = round(x - half), round(2 * half)
        left = min(max(left, 0), width - wide)
        gray[y, left : left + wide] = cv2.resize(skin[y : y + 1], (wide, 1), interpolation=cv2.INTER_AREA)
        alpha[y, left : left + wide] = 255
        if y < 0.6 * height and rng.random() < 0.012:
            _branch(rng, gray, alpha, (round(x), y))
    return Texture(gray, cv2.GaussianBlur(alpha, (3, 3), 0))


def _branch(rng: np.random.Generator, gray: Picture, alpha: Picture, root: tuple[int, int]) -> None:
    """A thin dark branch, upwards and then hanging, with twigs."""
    way = int(rng.choice([-1, 1]))
    points = [root]
    for step in range(5):
        x, y = points[-1]
        points.append((x + way * int(rng.uniform(8, 20)), y - int(rng.uniform(18, 30)) + 9 * step))
    line = [np.array(points, np.int32)]
    for sheet, tone in ((gray, 45), (alpha, 255)):
        cv2.polylines(sheet, line, False, tone, 3, cv2.LINE_AA)
        for x, y in points[2:]:
            cv2.line(sheet, (x, y), (x + way * 8, y + 34), tone, 1, cv2.LINE_AA)


def leaves(rng: np.random.Generator, size: int = 320, count: int = 900, tone: float = 70) -> Texture:
    """A cluster of hanging leaves on thin twigs, denser in its middle."""
    gray, alpha = np.full((size, size), round(tone), np.uint8), np.zeros((size, size), np.uint8)
    for _ in range(count):
        x, y = rng.normal(size / 2, size / 7, 2)
        across, high = int(rng.integers(2, 6)), int(rng.integers(2, 5))
        shade = float(np.clip(tone + rng.normal(0, 38) + 40 * (size / 2 - y) / size, 15, 235))
        for sheet, value in ((gray, shade), (alpha, 255)):
            cv2.ellipse(
                sheet, (int(x), int(y)), (across, high), float(rng.uniform(0, 180)), 0, 360, value, -1, cv2.LINE_AA
            )
    return Texture(gray, alpha)


def undergrowth(rng: np.random.Generator) -> Texture:
    """Grass and fern at the foot of trees: blades against the light."""
    height, width = 90, 480
    gray, alpha = np.zeros((height, width), np.uint8), np.zeros((height, width), np.uint8)
    for _ in range(520):
        x, tall = int(rng.integers(width)), int(abs(rng.normal(0, 26)) + 8)
        tip = (x + int(rng.normal(0, 9)), height - tall)
        for sheet, value in ((gray, float(rng.uniform(35, 150))), (alpha, 255)):
            cv2.line(sheet, (x, height), tip, value, 1, cv2.LINE_AA)
    return Texture(gray, alpha)


def wood(rng: np.random.Generator, *, clear: float = 1.1) -> list[Plane]:
    """Trunks from near to far with a clearing of ``clear`` metres each side of the middle, ground, crowns, far wood."""
    trunks, crowns, grass = (
        [trunk(rng) for _ in range(5)],
        [leaves(rng, tone=t) for t in (60, 95, 140)],
        undergrowth(rng),
    )
    planes = [heaven(rng, far=400, wide=3, high=1.5, low=0.1, zenith=190, horizon=232, cover=0.4)]
    for z, tone in ((58, 150), (44, 110)):
        edge = Texture(toned(noise(rng, 200, 1600, 12, 4), tone - 45, tone + 45), fringe(rng, 200, 1600, 0.8, 0.16, 30))
        planes.append(standing(edge, 0, z, 15, -0.5, width=130, order=FLOOR))
    planes += floor(earth(rng, gray=88), 6.0, -45, 45, 0.6, 46, AIR)
    for k in range(TRUNKS):
        z = 3.4 * (40 / 3.4) ** ((k + float(rng.random())) / TRUNKS)
        x = float(rng.uniform(-0.62, 0.62)) * z
        if abs(x) < clear:
            x += clear * 1.3 * np.sign(x)
        tall = float(rng.uniform(7.5, 10))
        planes.append(standing(trunks[k % 5], float(x), z, tall, -0.05, width=tall * 0.17))
        planes.append(
            standing(crowns[k % 3], float(x + rng.normal(0, 0.6)), z - 0.05, float(rng.uniform(3, 4.5)), tall * 0.62)
        )
        if k % 2 == 0:
            planes.append(standing(grass, float(x), z - 0.1, float(rng.uniform(0.35, 0.6)), -0.03, width=3.0))
    return planes


def birches_with_a_soldier() -> Scene:
    """Somebody stands alone in the clearing, six metres away."""
    rng = np.random.default_rng(51)
    return Scene(tuple(wood(rng)), (crowd([Person(stander(SOLDIER), 0.0, 6.0, beats=0.2)], WOOD_SUN),), AIR)


def birches_with_a_woman() -> Scene:
    """She waits with flowers among the trees."""
    rng = np.random.default_rng(52)
    waiting = Dress(
        WOMAN.coat, WOMAN.legs, WOMAN.skin, WOMAN.hem, WOMAN.wide, WOMAN.head, WOMAN.hat, WOMAN.height, "flowers"
    )
    return Scene(tuple(wood(rng)), (crowd([Person(stander(waiting), 0.0, 6.0, beats=0.25)], WOOD_SUN),), AIR)


def crowns() -> Scene:
    """Straight up: here z is upwards, and the trunks run together in the middle of the sky."""
    rng = np.random.default_rng(53)
    barks = [Texture(bark(rng, 900, 64)) for _ in range(4)]
    clusters = [leaves(rng, tone=t, count=1100) for t in (35, 60, 90)]
    far = 120.0
    paint = Texture(sky(rng, 900, 900, zenith=205, horizon=235, cover=0.5))
    planes = [Plane(paint, (0, 0, far), (far, 0, 0), (0, far, 0), SKY, fogged=False)]
    for k in range(18):
        angle = 2 * np.pi * (k + float(rng.uniform(0.1, 0.9))) / 18
        radius, half = float(rng.uniform(1.5, 7.5)), float(rng.uniform(0.1, 0.17))
        out, turn = np.array([np.cos(angle), np.sin(angle)]), (-np.sin(angle), np.cos(angle))
        lean = out * float(rng.uniform(-0.5, 0.6))
        across = (float(turn[0] * half), float(turn[1] * half), 0.0)
        low = radius  # Nearer than that it is outside of any lens.
        x, y = out * radius + lean * (low + TOP) / 2 / TOP
        down = (float(-lean[0]) / 2, float(-lean[1]) / 2, (low - TOP) / 2)
        planes.append(Plane(barks[k % 4], (float(x), float(y), (low + TOP) / 2), across, down, THING))
        for height in (11.0, 16.0):
            cx, cy = out * radius + lean * height / TOP + rng.normal(0, 0.9, 2)
            wide = float(rng.uniform(1.5, 2.6))
            planes.append(
                Plane(clusters[int(rng.integers(3))], (float(cx), float(cy), height), (wide, 0, 0), (0, wide, 0), THING)
            )
    return Scene(tuple(planes), (), Fog(220, 60))
