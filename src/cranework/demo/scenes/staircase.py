"""A staircase in an old house, flight over flight, with tall windows behind it: somebody runs up."""

from collections.abc import Iterable

import cv2
import numpy as np

from cranework.demo.actors import Person
from cranework.demo.figures import TALL, Dress, walker
from cranework.demo.stage import FLOOR, THING, WALL, Actor, Fog, Picture, Plane, Scene, Texture, standing, wall
from cranework.demo.textures import noise, plaster, toned

STOREY = 3.6
"""Metres from floor to floor; each flight climbs half of it."""
HALF = 2.6
"""Metres from the middle of the stairs to a landing."""
FRONT, BACK, REAR = 4.6, 6.2, 7.6
"""Metres from the camera to the front flights, the back flights, and the wall."""
SCALE = 90
"""Pixels for a metre of a flight."""
RAIL, SLAB, STEPS = 1.0, 0.32, 11
BETWEEN_FLIGHTS_S = 1.55
"""Seconds that the runner needs for a flight."""
AIR = Fog(70, 40)


def flight(rising_right: bool, light: float) -> Texture:
    """One flight from the side: its slab with the steps, balusters and a handrail."""
    width, rise = round(2 * HALF * SCALE), STOREY / 2
    height = round((rise + RAIL + SLAB) * SCALE)
    gray, alpha = np.full((height, width), round(light), np.uint8), np.zeros((height, width), np.uint8)
    foot = height - round(SLAB * SCALE)
    steps = [(0, foot)]
    for k in range(STEPS):
        y = foot - round((k + 1) * rise * SCALE / STEPS)
        steps += [(k * width // STEPS, y), ((k + 1) * width // STEPS, y)]
    under = [(width, height - round(rise * SCALE)), (0, height)]
    for sheet, tone in ((alpha, 255), (gray, light * 0.62)):
        cv2.fillPoly(sheet, [np.array([*steps, *under], np.int32)], tone, cv2.LINE_AA)
    cv2.polylines(gray, [np.array(steps, np.int32)], False, light * 1.5, 3, cv2.LINE_AA)
    cv2.line(gray, under[0], under[1], light * 0.3, 9, cv2.LINE_AA)
    for k in range(2 * STEPS):
        x = round((k + 0.5) * width / STEPS / 2)
        y = foot - round((k // 2 + 1) * rise * SCALE / STEPS)
        cv2.line(alpha, (x, y), (x, y - round(0.86 * SCALE)), 255, 3, cv2.LINE_AA)
        cv2.line(gray, (x, y), (x, y - round(0.86 * SCALE)), light * 0.4, 4)
    ends = (0, foot - round(0.95 * SCALE)), (width, foot - round((rise + 0.95) * SCALE))
    cv2.line(alpha, *ends, 255, 9, cv2.LINE_AA)
    cv2.line(gray, *ends, light * 0.55, 9, cv2.LINE_AA)
    cv2.line(gray, (ends[0][0], ends[0][1] - 3), (ends[1][0], ends[1][1] - 3), min(light * 1.7, 250), 2, cv2.LINE_AA)
    return Texture(gray, alpha) if rising_right else Texture(cv2.flip(gray, 1), cv2.flip(alpha, 1))


def rear_wall(rng: np.random.Generator, metres: float) -> Picture:
    """The wall behind the stairs: one storey of plaster with a tall window whose light falls on it."""
    scale = 64
    height, width = round(STOREY * scale), round(metres * scale)
    paint = plaster(rng, height, width, 92, 45).astype(np.float32)
    middle, sill = width // 2, round(height * 0.86)
    glow = np.exp(-(((np.arange(width) - middle) / (0.2 * width)) ** 2))[None, :]
    paint *= 0.55 + 0.95 * glow
    half, top = round(0.62 * scale), round(height * 0.3)
    cv2.ellipse(paint, (middle, top), (half + 8, half + 8), 0, 180, 360, 60, -1, cv2.LINE_AA)
    cv2.rectangle(paint, (middle - half - 8, top), (middle + half + 8, sill), 60, -1)
    cv2.ellipse(paint, (middle, top), (half, half), 0, 180, 360, 248, -1, cv2.LINE_AA)
    cv2.rectangle(paint, (middle - half, top), (middle + half, sill), 248, -1)
    for x in np.linspace(middle - half, middle + half, 5)[1:-1]:
        cv2.line(paint, (round(x), top - half), (round(x), sill), 75, 3)
    for y in range(top, sill, 26):
        cv2.line(paint, (middle - half, y), (middle + half, y), 75, 2)
    cv2.rectangle(paint, (middle - half - 14, sill), (middle + half + 14, sill + 6), 190, -1)
    return toned(paint / 255, 0, 255)


def beam(rng: np.random.Generator) -> Texture:
    """Light from a window, made visible by dust: a slanting band that fades."""
    height, width = 220, 300
    x, y = np.meshgrid(np.linspace(0, 1, width), np.linspace(0, 1, height))
    band = np.exp(-(((x - 0.25 - 0.5 * y) / 0.15) ** 2)) * np.clip(1 - y, 0, 1) ** 0.7 * np.clip(y * 8, 0, 1)
    cover = band * (0.7 + 0.6 * (noise(rng, height, width, 4, 3) - 0.5))
    return Texture(np.full((height, width), 250, np.uint8), toned(cover, 0, 120))


def stairwell(rng: np.random.Generator, storeys: int) -> list[Plane]:
    """The whole staircase, from one storey below the ground to the top."""
    back, front = flight(False, 120), flight(True, 165)
    rear = Texture(rear_wall(rng, 12))
    side, dust = Texture(plaster(rng, 300, 300, 66, 40)), beam(rng)
    landing, edge = Texture(np.full((16, 64), 190, np.uint8)), Texture(np.full((24, 64), 70, np.uint8))
    planes: list[Plane] = []
    for k in range(-1, storeys):
        y = k * STOREY
        planes.append(standing(rear, 0, REAR, STOREY, y, width=12, order=FLOOR))
        for x in (-5.2, 5.2):
            planes.append(wall(side, (x, 0.5), (x, REAR), STOREY, y, order=FLOOR))
        planes.append(
            standing(back, 0, BACK, STOREY / 2 + RAIL + SLAB, y + STOREY / 2 - SLAB, width=2 * HALF, order=WALL)
        )
        planes.append(standing(front, 0, FRONT, STOREY / 2 + RAIL + SLAB, y - SLAB, width=2 * HALF, order=THING))
        for x, base in ((-3.7, y), (3.7, y + STOREY / 2)):
            for z in np.linspace(REAR - 0.1, FRONT, 6):
                planes.append(standing(edge, x, float(z), 0.3, base - SLAB, width=2.25, order=WALL))
            flat = ((FRONT + REAR) / 2, (REAR - FRONT) / 2)
            planes.append(Plane(landing, (x, -base, flat[0]), (1.12, 0, 0), (0, 0, -flat[1]), WALL))
        planes.append(standing(dust, 1.2, FRONT + 0.9, 4.2, y - 2.4, width=5.4, opacity=0.75))
    return planes


def runner(dress: Dress, first: int) -> Actor:
    """Somebody who runs up from flight ``first`` on (two flights a storey)."""
    right, left = walker(dress, 1), walker(dress, -1)

    def planes(second: float) -> Iterable[Plane]:
        done = second / BETWEEN_FLIGHTS_S
        number, share = first + int(np.floor(done)), done - np.floor(done)
        up = number % 2 == 0
        along = (HALF + 0.2) * (2 * share - 1) * (1 if up else -1)
        base = (number + float(np.clip(1.08 * share - 0.04, 0, 1))) * STOREY / 2
        who = Person(right if up else left, along, FRONT + 0.25 if up else BACK + 0.25, base=base, beats=1.5)
        plane = next(iter(who.planes(second, None)))
        yield Plane(plane.texture, plane.center, plane.across, (0, TALL / 2, 0), THING if up else WALL)

    return planes


def staircase() -> Scene:
    """Five storeys, and somebody on the way up."""
    rng = np.random.default_rng(41)
    dress = Dress(coat=215, legs=90, skin=150, hem=0.72, wide=0.26, head="hair", hat=30, height=1.76)
    return Scene(tuple(stairwell(rng, 6)), (runner(dress, 0),), AIR)
