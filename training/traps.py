"""What looks like a transition and is none: light, damage, movement, things in front of the lens, writing."""

from __future__ import annotations

from collections.abc import Callable

import cv2
import numpy as np

from training.mixing import mixed
from training.shots import HEIGHT, WIDTH, Random, Shot, Stock, word

Trap = Callable[[Random, Shot, Stock], tuple[int, int]]
"""Changes a shot of 24 frames or more in place; gives the frames it lies in, half open."""

LEAST = 24


def _start(random: Random, shot: Shot, length: int) -> int:
    return int(random.integers(4, max(5, len(shot) - length - 4)))


def _lit(shot: Shot, frame: int, light: np.ndarray | float) -> None:
    shot.luma[frame] = np.clip(shot.luma[frame] + light, 0, 255).astype(np.uint8)


def _spot(random: Random) -> np.ndarray:
    y, x = np.mgrid[0:HEIGHT, 0:WIDTH].astype(np.float32)
    away = (x - random.uniform(0, WIDTH)) ** 2 + (y - random.uniform(0, HEIGHT)) ** 2
    return np.asarray(np.exp(-away / (2 * random.uniform(60, 500) ** 2)))


def flash(random: Random, shot: Shot, stock: Stock) -> tuple[int, int]:
    """One, or a row of them (strobe, lightning, guns); each dies away in up to ten frames."""
    count = 1 if random.random() < 0.6 else int(random.integers(2, 7))
    start = frame = _start(random, shot, 12)
    spot, last = _spot(random), start + 1
    for _ in range(count):
        light, at = random.uniform(40, 320), frame
        decay = random.uniform(0.1, 0.9)
        while light > 5 and at < len(shot) - 3:
            _lit(shot, at, light * spot)
            light *= decay if random.random() < 0.7 else 1.0
            at += 1
            if at - frame > 10:
                break
        last = max(last, at)
        frame += int(random.integers(2, 9))
        if frame >= len(shot) - 4:
            break
    return start, last


def blackout(random: Random, shot: Shot, stock: Stock) -> tuple[int, int]:
    """Lightning's reverse: the light is gone for some frames."""
    length = int(random.integers(1, 6))
    start = _start(random, shot, length)
    shot.luma[start : start + length] = (shot.luma[start : start + length] * random.uniform(0, 0.4)).astype(np.uint8)
    return start, start + length


def damage(random: Random, shot: Shot, stock: Stock) -> tuple[int, int]:
    """A frame or two that are torn, missing, displaced or blotched."""
    length = int(random.integers(1, 3))
    start = _start(random, shot, length)
    for frame in range(start, start + length):
        way = int(random.integers(5))
        if way < 2:
            shot.luma[frame] = random.integers(0, 40) if way == 0 else 255 - random.integers(0, 40)
        elif way == 2:
            shot.luma[frame] = np.roll(shot.luma[frame], int(random.integers(20, 100)), axis=0)
        elif way == 3:
            shot.luma[frame, int(random.integers(0, HEIGHT - 40)) :] = random.integers(0, 255, (1, WIDTH))
        else:
            for _ in range(int(random.integers(2, 9))):
                place = (int(random.integers(WIDTH)), int(random.integers(HEIGHT)))
                cv2.circle(shot.luma[frame], place, int(random.integers(8, 60)), int(random.integers(256)), -1)
    return start, start + length


def passer_by(random: Random, shot: Shot, stock: Stock) -> tuple[int, int]:
    """Something soft passes close to the lens, fast or slow, hiding some or all of the picture."""
    length = int(random.integers(5, min(50, len(shot) - 8)))
    start = _start(random, shot, length)
    _, thing = stock.shot(random, 1)
    texture = cv2.GaussianBlur(thing.luma[0], (0, 0), random.uniform(2, 9)) * random.uniform(0.2, 1.0)
    width, soft = random.uniform(0.2, 1.3) * WIDTH, random.uniform(4, 16)
    top, backward = random.uniform(-0.5, 0.6) * HEIGHT, random.random() < 0.5
    x = np.arange(WIDTH)[None, :] + random.uniform(-0.4, 0.4) * np.arange(HEIGHT)[:, None]
    below = np.clip((np.arange(HEIGHT)[:, None] - top) / soft, 0, 1)
    for i in range(length):
        at = -width / 2 + (WIDTH + width) * (i + 0.5) / length
        at = WIDTH - at if backward else at
        mask = np.clip((width / 2 - np.abs(x - at)) / soft + 0.5, 0, 1) * below
        frame = shot.luma[start + i]
        shot.luma[start + i] = (frame * (1 - mask) + np.roll(texture, int(at), 1) * mask).astype(np.uint8)
    return start, start + length


def lamp(random: Random, shot: Shot, stock: Stock) -> tuple[int, int]:
    """A lamp goes on or off, at once or over some frames, for the whole picture or a part; or the exposure drifts."""
    length = int(random.integers(1, 4)) if random.random() < 0.5 else int(random.integers(8, 60))
    length = min(length, len(shot) - 10)
    start = _start(random, shot, length)
    gain = random.uniform(0.3, 0.8) if random.random() < 0.5 else random.uniform(1.2, 2.0)
    where = _spot(random) if random.random() < 0.5 else np.ones((HEIGHT, WIDTH))
    for frame in range(start, len(shot)):
        done = min(1.0, (frame - start + 1) / length)
        shot.luma[frame] = np.clip(shot.luma[frame] * (1 + (gain - 1) * done * where), 0, 255).astype(np.uint8)
    return start, start + length


def wandering_light(random: Random, shot: Shot, stock: Stock) -> tuple[int, int]:
    """Stage light: spots that sweep and pulse all through the shot."""
    y, x = np.mgrid[0:HEIGHT, 0:WIDTH].astype(np.float32)
    sweep, pulse, size = random.uniform(0.02, 0.3), random.uniform(0.05, 1.2), random.uniform(30, 150)
    strength, dark = random.uniform(40, 200), random.uniform(0.3, 1.0)
    for i in range(len(shot)):
        cx, cy = WIDTH * (0.5 + 0.6 * np.sin(sweep * i)), HEIGHT * (0.5 + 0.5 * np.cos(0.7 * sweep * i))
        spot = np.exp(-((x - cx) ** 2 + (y - cy) ** 2) / (2 * size**2)) * (0.5 + 0.5 * np.sin(pulse * i))
        shot.luma[i] = np.clip(shot.luma[i] * dark + strength * spot, 0, 255).astype(np.uint8)
    return 0, len(shot)


def smoke(random: Random, shot: Shot, stock: Stock) -> tuple[int, int]:
    """Smoke, fog, spray: a soft bright (or dark) cloud that drifts in, thickens, and clears."""
    length = int(random.integers(16, max(17, len(shot) - 8)))
    start = _start(random, shot, length)
    cloud = cv2.resize(random.uniform(0, 1, (12, 40)), (WIDTH * 3, HEIGHT), interpolation=cv2.INTER_CUBIC)
    shade, thick, speed = random.uniform(60, 245), random.uniform(0.3, 0.95), random.uniform(-6, 6)
    for i in range(length):
        grown = thick * np.sin(np.pi * (i + 0.5) / length) ** 0.7
        mask = np.clip(np.roll(cloud, int(speed * i), 1)[:, :WIDTH] * 1.6 * grown, 0, 1)
        frame = shot.luma[start + i]
        shot.luma[start + i] = (frame * (1 - mask) + shade * mask).astype(np.uint8)
    return start, start + length


def focus(random: Random, shot: Shot, stock: Stock) -> tuple[int, int]:
    """The focus is pulled away and back."""
    length = int(random.integers(8, min(50, len(shot) - 8)))
    start = _start(random, shot, length)
    strength = random.uniform(2, 9)
    for i in range(length):
        blur = 0.2 + strength * np.sin(np.pi * (i + 0.5) / length)
        shot.luma[start + i] = cv2.GaussianBlur(shot.luma[start + i], (0, 0), blur)
    return start, start + length


def jolt(random: Random, shot: Shot, stock: Stock) -> tuple[int, int]:
    """The camera is knocked."""
    length = int(random.integers(1, 5))
    start = _start(random, shot, length)
    for frame in range(start, start + length):
        across, down = (int(v) for v in random.integers(-25, 26, 2))
        shot.luma[frame] = np.roll(shot.luma[frame], (down, across), (0, 1))
        shot.chroma[frame] = np.roll(shot.chroma[frame], (down // 2, across // 2), (0, 1))
    return start, start + length


def whip(random: Random, shot: Shot, stock: Stock) -> tuple[int, int]:
    """A whip pan within the shot, blurred by its speed; the world goes on beyond the frame's edge, mirrored."""
    length = int(random.integers(4, 16))
    start = _start(random, shot, length)
    speed = int(random.choice([-1, 1]) * random.integers(12, 70))
    axis = 1 if random.random() < 0.8 else 0
    for frame in range(start, len(shot)):
        steps = min(frame - start + 1, length)
        for planes, scale in ((shot.luma, 1), (shot.chroma, 2)):
            picture = planes[frame]
            world = np.concatenate([picture, np.flip(picture, axis)], axis)
            size = picture.shape[axis]
            seen = np.roll(world, speed * steps // scale, axis).take(range(size), axis)
            if steps < length:
                reach = max(1, abs(speed) // scale)
                seen = cv2.blur(seen, (reach, 1) if axis else (1, reach))
            planes[frame] = seen
    return start, start + length


def push_in(random: Random, shot: Shot, stock: Stock) -> tuple[int, int]:
    """A zoom, slow or crashing, on a moving picture or a still."""
    if random.random() < 0.4:
        shot.luma[:], shot.chroma[:] = shot.luma[0], shot.chroma[0]
    end, power = random.uniform(1.15, 3.0), random.uniform(0.6, 4.0)
    backward = random.random() < 0.4
    center = random.uniform(0.3, 0.7, 2)
    for i in range(len(shot)):
        done = (i / max(1, len(shot) - 1)) ** power
        zoom = end ** (1 - done if backward else done)
        for planes in (shot.luma, shot.chroma):
            height, width = planes.shape[1:3]
            x, y = center * [width, height] * (1 - zoom)
            planes[i] = cv2.warpAffine(planes[i], np.array([[zoom, 0, x], [0, zoom, y]]), (width, height))
    return 0, len(shot)


def hold(random: Random, shot: Shot, stock: Stock) -> tuple[int, int]:
    """The picture freezes, then jumps on in time."""
    length = int(random.integers(2, 12))
    start = _start(random, shot, length)
    shot.luma[start : start + length] = shot.luma[start]
    shot.chroma[start : start + length] = shot.chroma[start]
    return start, start + length


def writing(random: Random, shot: Shot, stock: Stock) -> tuple[int, int]:
    """A title, a subtitle, credits that roll, a logo that flies in; at once, faded, or letter by letter."""
    length = int(random.integers(12, max(13, min(90, len(shot) - 8))))
    start = _start(random, shot, length)
    ramp = int(random.choice([1, 1, 6, 12, 24]))
    lines = [(word(random, 4, 22), int(random.integers(20, HEIGHT - 8))) for _ in range(int(random.integers(1, 5)))]
    size, weight, left = random.uniform(0.4, 2.0), int(random.integers(1, 5)), int(random.integers(5, 90))
    rolls = random.uniform(-2, 2) if random.random() < 0.25 else 0.0
    by_letter, bright = random.random() < 0.2, int(random.choice([240, 240, 200, 20]))
    flies = random.normal(0, 12, 2) if random.random() < 0.2 else np.zeros(2)
    for i in range(min(length, len(shot) - start)):
        layer = np.zeros((HEIGHT, WIDTH), np.uint8)
        away = flies * max(0.0, 8 - i)
        for text, y in lines:
            shown = text[: 1 + i * len(text) // max(1, length // 2)] if by_letter else text
            place = (int(left + away[0]), int(y + rolls * i + away[1]))
            cv2.putText(layer, shown, place, cv2.FONT_HERSHEY_SIMPLEX, size, 255, weight, cv2.LINE_AA)
        mask = layer / 255 * min(1.0, (i + 1) / ramp, (length - i) / ramp)
        frame = shot.luma[start + i]
        shot.luma[start + i] = (frame * (1 - mask) + bright * mask).astype(np.uint8)
    return start, min(start + length, len(shot))


def inset(random: Random, shot: Shot, stock: Stock) -> tuple[int, int]:
    """A picture in the picture appears and goes, or a graphic covers a part: the shot goes on around it."""
    length = int(random.integers(8, max(9, min(70, len(shot) - 8))))
    start = _start(random, shot, length)
    _, other = stock.shot(random, length)
    height, width = int(random.integers(30, 100)) // 2 * 2, int(random.integers(40, 170)) // 2 * 2
    y, x = int(random.integers(0, HEIGHT - height)) // 2 * 2, int(random.integers(0, WIDTH - width)) // 2 * 2
    ramp = int(random.choice([1, 1, 8]))
    for i in range(length):
        mask = np.zeros((1, HEIGHT, WIDTH), np.float32)
        mask[0, y : y + height, x : x + width] = min(1.0, (i + 1) / ramp, (length - i) / ramp)
        part = mixed(shot[start + i : start + i + 1], other[i : i + 1], mask)
        shot.luma[start + i], shot.chroma[start + i] = part.luma[0], part.chroma[0]
    return start, start + length


def ripples(random: Random, shot: Shot, stock: Stock) -> tuple[int, int]:
    """Water, fire, leaves: the picture trembles and flows."""
    y, x = np.mgrid[0:HEIGHT, 0:WIDTH].astype(np.float32)
    depth, scale, pace = random.uniform(2, 18), random.uniform(8, 40), random.uniform(0.1, 1.5)
    glow = random.uniform(0, 50)
    for i in range(len(shot)):
        wave = np.sin(y / scale + pace * i) + np.sin(x / scale * 0.7 - 1.3 * pace * i)
        moved = cv2.remap(
            shot.luma[i], x + depth * wave, y + depth * np.roll(wave, 7, 1), cv2.INTER_LINEAR, None, cv2.BORDER_REFLECT
        )
        shot.luma[i] = np.clip(moved + glow * np.sin(pace * 2.7 * i), 0, 255).astype(np.uint8)
    return 0, len(shot)


TRAPS: dict[str, Trap] = {
    "flash": flash, "flash again": flash, "blackout": blackout, "damage": damage, "passer-by": passer_by, "lamp": lamp,
    "exposure": lamp, "stage light": wandering_light, "smoke": smoke, "focus": focus, "jolt": jolt, "whip": whip,
    "zoom": push_in, "hold": hold, "writing": writing, "writing again": writing, "inset": inset, "ripples": ripples,
}  # fmt: skip
"""By name; what happens often stands here twice."""


def set_trap(random: Random, shot: Shot, stock: Stock) -> tuple[str, int, int]:
    """Change a shot in place: the trap's kind, and the frames it lies in."""
    name = str(random.choice(list(TRAPS)))
    start, end = TRAPS[name](random, shot, stock)
    return name.removesuffix(" again"), start, end
