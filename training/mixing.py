"""Transitions as an editor or a laboratory makes them: dissolves, fades, wipes, pictures laid over others."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from training.shots import GRAY, HEIGHT, WIDTH, Random, Shot, plain

Floats = NDArray[np.floating]
LIGHT = 2.0  # exponent by which code values become light, as an optical printer mixes it


def curve(random: Random, count: int) -> Floats:
    """Share of the new picture in `count` mixed frames, strictly within 0..1 and rising: straight, S-shaped, bent."""
    share = (np.arange(count) + 1) / (count + 1)
    choice = random.random()
    if choice < 0.5:
        return share
    return share * share * (3 - 2 * share) if choice < 0.75 else share ** random.uniform(0.7, 1.5)


def mixed(a: Shot, b: Shot, share: Floats, in_light: bool = False) -> Shot:
    """(1 - share) a + share b; share (n,), or (n, h, w) for each pixel."""
    small = share if share.ndim == 1 else np.stack([cv2.resize(one, (WIDTH // 2, HEIGHT // 2)) for one in share])
    out = plain(len(a), 0)
    for i in range(len(a)):
        out.luma[i] = _blended(a.luma[i], b.luma[i], share[i], LIGHT if in_light else 1.0)
        out.chroma[i] = _blended(a.chroma[i], b.chroma[i], small[i] if share.ndim == 1 else small[i][..., None], 1.0)
    return out


def _blended(a: NDArray[np.uint8], b: NDArray[np.uint8], share: Floats, power: float) -> NDArray[np.uint8]:
    x, y, share = a.astype(np.float32), b.astype(np.float32), np.asarray(share, np.float32)
    if power == 1.0:
        return np.rint(x + share * (y - x)).astype(np.uint8)
    light = (1 - share) * (x / 255) ** power + share * (y / 255) ** power
    return np.rint(255 * light ** (1 / power)).astype(np.uint8)


def dissolve(random: Random, a: Shot, b: Shot) -> Shot:
    """From a to b, in code values or in light."""
    return mixed(a, b, curve(random, len(a)), in_light=random.random() < 0.3)


def fade(random: Random, shot: Shot, color: tuple[int, int, int], out: bool) -> Shot:
    """To a plain color (or from it), now and then under a title that stays."""
    share = ((np.arange(len(shot)) + 1) / (len(shot) + 1)) ** random.uniform(0.7, 1.6)
    ground = plain(len(shot), color[0], color[1:])
    return mixed(shot, ground, share if out else 1 - share, in_light=random.random() < 0.2)


def wipe(random: Random, a: Shot, b: Shot) -> Shot:
    """From a to b behind a border: straight, slanting, iris, clock, barn doors, blinds; push, slide, page turn."""
    count = len(a)
    kind = str(
        random.choice(
            ["straight"] * 5 + ["iris", "iris", "clock", "barn", "blinds", "push", "push", "slide", "slide", "page"]
        )
    )
    share = (np.arange(count) + 1) / (count + 1)
    if random.random() < 0.4:
        share = share * share * (3 - 2 * share)  # which gathers speed and loses it
    if kind in ("push", "slide"):
        return _pushed(random, a, b, share, kind)
    if kind == "page":
        return _turned_page(random, a, b, share)
    soft = float(random.choice([0.5, 0.5, 3, 10, 30]))
    field = _field(random, kind)
    field = field - field.min()
    top = float(field.max())
    return mixed(
        a, b, np.stack([np.clip((s * (top + 2 * soft) - soft - field) / (2 * soft) + 0.5, 0, 1) for s in share])
    )


def _field(random: Random, kind: str) -> Floats:
    """When each pixel changes."""
    y, x = np.mgrid[0:HEIGHT, 0:WIDTH].astype(np.float32)
    if kind == "straight":
        angle = random.choice([0, 1, 2, 3]) * np.pi / 2 if random.random() < 0.7 else random.uniform(0, 2 * np.pi)
        return np.asarray(np.cos(angle) * x + np.sin(angle) * y)
    if kind == "iris":
        cx, cy = random.uniform(0.3, 0.7) * WIDTH, random.uniform(0.3, 0.7) * HEIGHT
        u, v = np.abs(x - cx), np.abs(y - cy)
        shape = [np.hypot(u, v), u + v, np.maximum(u * HEIGHT / WIDTH, v)][int(random.integers(3))]
        return np.asarray(shape if random.random() < 0.5 else -shape)
    if kind == "clock":
        turned = random.uniform(0, 2 * np.pi)
        return np.asarray((np.arctan2(y - HEIGHT / 2, x - WIDTH / 2) + turned) % (2 * np.pi) * 50)
    if kind == "barn":
        away = np.abs(x - WIDTH / 2) if random.random() < 0.7 else np.abs(y - HEIGHT / 2) * 1.7
        return np.asarray(away if random.random() < 0.5 else -away)
    return np.asarray(x % 40 * 8 if random.random() < 0.5 else y % 30 * 10)


def _pushed(random: Random, a: Shot, b: Shot, share: Floats, kind: str) -> Shot:
    """The new one comes in from a side; the old one goes out before it (push), or lies still under it (slide)."""
    axis, backward = (2 if random.random() < 0.7 else 1), random.random() < 0.5
    out = plain(len(a), 0)
    for name in ("luma", "chroma"):
        old, new, made = (getattr(s, name) for s in (a, b, out))
        size = old.shape[axis]
        for i, s in enumerate(share):
            at = round(float(s) * size)
            f, g = (np.moveaxis(p[i], axis - 1, 0) for p in (old, new))
            if backward:
                f, g = f[::-1], g[::-1]
            row = np.concatenate([f[at:], g[:at]]) if kind == "push" else np.concatenate([f[: size - at], g[:at]])
            made[i] = np.moveaxis(row[::-1] if backward else row, 0, axis - 1)
    return out


def _turned_page(random: Random, a: Shot, b: Shot, share: Floats) -> Shot:
    """The old one is rolled up from one side like a page, its back dark, and the new one lies below."""
    backward, back, roll = random.random() < 0.5, int(random.integers(40, 220)), 24
    out = plain(len(a), 0)
    for name, scale, shade in (("luma", 1, back), ("chroma", 2, GRAY)):
        old, new, made = (getattr(s, name) for s in (a, b, out))
        width = old.shape[2]
        for i, s in enumerate(share):
            edge = round((1 - float(s)) * (width + roll // scale)) - roll // scale
            f = (old[i][:, ::-1] if backward else old[i]).copy()
            g = new[i][:, ::-1] if backward else new[i]
            f[:, max(0, edge + roll // scale) :] = g[:, max(0, edge + roll // scale) :]
            f[:, max(0, edge) : max(0, edge + roll // scale)] = shade
            made[i] = f[:, ::-1] if backward else f
    return out


def laid_over(random: Random, shot: Shot, over: Shot, rise: int, fall: int) -> Shot:
    """`over` laid over a shot: mixed, added (printed in the camera) or screened; rising, staying, falling."""
    count = len(shot)
    most = random.uniform(0.3, 0.65)
    share = most * np.minimum(
        1, np.minimum((np.arange(count) + 1) / (rise + 1), (count - np.arange(count)) / (fall + 1))
    )
    way = random.random()
    if way < 0.5:
        return mixed(shot, over, share, in_light=random.random() < 0.3)
    out = shot.copy()
    for i in range(count):
        below, above = shot.luma[i].astype(np.float32), over.luma[i] * np.float32(min(1.0, 1.4 * share[i]))
        both = below + above if way < 0.75 else 255 - (255 - below) * (255 - above) / 255
        out.luma[i] = np.clip(both, 0, 255).astype(np.uint8)
        out.chroma[i] = _blended(shot.chroma[i], over.chroma[i], share[i], 1.0)
    return out
