"""Shots: the stuff that films are spliced from. Planes of luma and color, as a coder takes them.

Real single shots come from a folder of clips; cartoons and graphics are drawn. Each shot drawn from the stock is seen
by a virtual camera of its own, at its own speed, in its own light.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import av
import cv2
import numpy as np
from numpy.typing import NDArray

from cranework.demo.script import demonstration

WIDTH, HEIGHT = 320, 180
GRAY = 128
JOINED = 24  # frames at each end of a rendered shot in which it may be joined to another
CARTOON_SHARE, CARD_SHARE = 0.1, 0.07  # of the shots
RENDERED_SHARE = 0.15  # of the shots of films to measure with: scenes rendered by the program are for measuring alone
MEASURE_EVERY = 4  # each fourth clip is for measuring, the others are for training: no clip serves both

Bytes = NDArray[np.uint8]
Random = np.random.Generator


@dataclass(frozen=True)
class Look:
    """The light of a shot, (256,) uint8 for luma and for chroma, and whether it is seen in a mirror."""

    light: Bytes
    color: Bytes
    flipped: bool


@dataclass
class Shot:
    """Successive frames: `luma` uint8 (n, 180, 320), `chroma` uint8 (n, 90, 160, 2) with gray at 128, full range."""

    luma: Bytes
    chroma: Bytes
    look: Look | None = None

    def __len__(self) -> int:
        return len(self.luma)

    def __getitem__(self, some: slice) -> Shot:
        return Shot(self.luma[some], self.chroma[some], self.look)

    def take(self, frames: NDArray[Any]) -> Shot:
        """These frames, in this order."""
        return Shot(self.luma[frames], self.chroma[frames])

    def copy(self) -> Shot:
        """The same frames in memory of their own."""
        return Shot(self.luma.copy(), self.chroma.copy())


def joined(shots: Sequence[Shot]) -> Shot:
    """One after the other."""
    return Shot(np.concatenate([s.luma for s in shots]), np.concatenate([s.chroma for s in shots]))


def plain(count: int, luma: int, chroma: tuple[int, int] = (GRAY, GRAY)) -> Shot:
    """Frames of one color."""
    colors = np.broadcast_to(np.array(chroma, np.uint8), (count, HEIGHT // 2, WIDTH // 2, 2)).copy()
    return Shot(np.full((count, HEIGHT, WIDTH), luma, np.uint8), colors)


class Stock:
    """The clips of a folder, for training or for measuring, and shots drawn from them."""

    def __init__(self, folder: Path, measuring: bool) -> None:
        paths = sorted(folder.glob("*.mp4"))
        self._paths = [p for i, p in enumerate(paths) if (i % MEASURE_EVERY == 0) == measuring]
        if not self._paths:
            raise FileNotFoundError(f"no clips (*.mp4) in {folder}")
        self._rendered = RENDERED_SHARE if measuring else 0.0

    def shot(
        self, random: Random, count: int, clip: int | None = None, look: Look | None = None
    ) -> tuple[int | None, Shot]:
        """A shot of `count` frames, and the clip it comes from (None: it is drawn); `clip` asks for one, `look` too."""
        if clip is None and random.random() < CARTOON_SHARE:
            return None, cartoon(random, count)
        if clip is None and random.random() < CARD_SHARE:
            return None, card(random, count)
        if clip is None and self._rendered and random.random() < self._rendered:
            source = _rendered()[int(random.integers(len(_rendered())))]
            return None, _filmed(random, source, _frames(random, len(source), count), look)
        number = int(random.integers(len(self._paths))) if clip is None else clip
        source = _decoded(self._paths[number])
        return number, _filmed(random, source, _frames(random, len(source), count), look)


@cache
def _rendered() -> list[Shot]:
    """The shots of the demonstration film that hold one picture alone, without what joins them."""
    film, found = demonstration(), []
    for shot, (start, end) in zip(film.shots, film.bounds(), strict=True):
        frames = range(start + JOINED, end - JOINED)
        if shot.over is None and len(frames) >= JOINED:
            found.append(plain(len(frames), 0))
            found[-1].luma[:] = [film.picture(frame, WIDTH, HEIGHT) for frame in frames]
    return found


@cache
def _decoded(path: Path) -> Shot:
    """A clip whole, its range stretched to the full one."""
    luma, chroma = [], []
    with av.open(path) as film:
        for frame in film.decode(video=0):
            flat = frame.reformat(WIDTH, HEIGHT, "yuvj420p").to_ndarray()
            luma.append(flat[:HEIGHT])
            chroma.append(flat[HEIGHT:].reshape(2, HEIGHT // 2, WIDTH // 2).transpose(1, 2, 0))
    return Shot(np.stack(luma), np.stack(chroma))


def _frames(random: Random, length: int, count: int) -> NDArray[np.intp]:
    """Which frames of a clip: at half to three times its speed, standing still now and then, back and forth."""
    if random.random() < 0.08:
        return np.full(count, int(random.integers(length)))  # a still, a card, a slide
    step = float(random.choice([0.5, 1, 1, 1, 1, 1.5, 2, 3]))
    need = int(count * step) + 1
    first = int(random.integers(0, max(1, length - min(need, length) + 1)))
    frames = first + (np.arange(count) * step).astype(int)
    period = max(1, 2 * length - 2)
    frames = frames % period
    frames = np.where(frames >= length, period - frames, frames)
    return frames[::-1].copy() if random.random() < 0.2 else frames


def _filmed(random: Random, source: Shot, frames: NDArray[np.intp], look: Look | None) -> Shot:
    """The frames as a virtual camera sees them: a crop that stays, pans, zooms or shakes; flipped; in another light."""
    count = len(frames)
    zoom = random.uniform(1.0, 1.9)
    zooms = np.full(count, zoom)
    if random.random() < 0.3:
        zooms = np.maximum(1.0, zoom * random.uniform(0.7, 1.5) ** (np.arange(count) / max(count - 1, 1)))
    center = random.uniform(-1, 1, 2) * [WIDTH, HEIGHT] * (1 - 1 / zoom) / 2
    speed = random.normal(0, 2.5, 2) if random.random() < 0.25 else np.zeros(2)
    path = center + speed * (np.arange(count)[:, None] - count / 2)
    if random.random() < 0.25:
        walk = np.cumsum(random.normal(0, 1, (count, 2)), axis=0).astype(np.float32)
        path = path + (walk - cv2.blur(walk, (1, 15))) * random.exponential(1.5)
    flipped = random.random() < 0.5
    bright = random.uniform(0.5, 1.15) * (np.arange(256) / 255) ** random.uniform(0.75, 1.5)
    light = np.clip(255 * bright, 0, 255).astype(np.uint8)
    vivid = random.uniform(0.3, 1.3)
    color = np.clip(GRAY + (np.arange(256) - GRAY) * vivid, 0, 255).astype(np.uint8)
    look = look or Look(light, color, flipped)
    out = plain(count, 0)
    out.look = look
    for i, frame in enumerate(frames):
        most = np.array([WIDTH, HEIGHT]) * (1 - 1 / zooms[i]) / 2
        place = np.clip(path[i], -most, most)
        out.luma[i] = cv2.LUT(_warped(source.luma[frame], zooms[i], place, look.flipped), look.light)
        out.chroma[i] = cv2.LUT(_warped(source.chroma[frame], zooms[i], place / 2, look.flipped), look.color)
    return out


def _warped(picture: Bytes, zoom: float, place: NDArray[np.float64], flipped: bool) -> Bytes:
    height, width = picture.shape[:2]
    sign = -1 if flipped else 1
    matrix = np.array(
        [
            [sign * zoom, 0, width / 2 - sign * zoom * (width / 2 + place[0])],
            [0, zoom, height / 2 - zoom * (height / 2 + place[1])],
        ]
    )
    return np.asarray(cv2.warpAffine(picture, matrix, (width, height), borderMode=cv2.BORDER_REFLECT), np.uint8)


def cartoon(random: Random, count: int) -> Shot:
    """Flat figures on a painted ground, each drawing held for one to four frames; or graphics that fly about."""
    held = int(random.choice([1, 1, 2, 2, 3, 4]))
    out = plain(count, 0)
    ground = _painted(random)
    figures = [_Figure(random) for _ in range(int(random.integers(1, 7)))]
    drift = random.normal(0, 3) if random.random() < 0.3 else 0.0
    for i in range(count):
        moment = i // held * held
        luma, chroma = (np.roll(plane, round(drift * moment) // (1 + at), 1).copy() for at, plane in enumerate(ground))
        for figure in figures:
            figure.draw(luma, chroma, moment)
        out.luma[i], out.chroma[i] = luma, chroma
    return out


def card(random: Random, count: int) -> Shot:
    """Lines of writing, dark or bright, on a plain or a painted ground; they stand, creep or grow."""
    ground = _painted(random)
    if random.random() < 0.7:
        ground = plain(1, int(random.choice([0, 4, 16, 255, int(random.integers(256))]))).luma[0], ground[1]
        if random.random() < 0.7:
            ground[1][:] = GRAY
    lines = [(word(random, 3, 20), int(random.integers(25, HEIGHT - 8))) for _ in range(int(random.integers(1, 7)))]
    ink = int(random.integers(150, 256)) if float(ground[0].mean()) < 110 else int(random.integers(0, 70))
    size, weight, left = random.uniform(0.4, 1.8), int(random.integers(1, 4)), int(random.integers(5, 120))
    creeps, grows = random.choice([0, 0, 0, 0.3, -1.5]), random.choice([0, 0, 0.002])
    out = plain(count, 0)
    for i in range(count):
        luma = ground[0].copy()
        for text, y in lines:
            place = (int(left - 40 * grows * i), int(y + creeps * i))
            cv2.putText(luma, text, place, cv2.FONT_HERSHEY_TRIPLEX, size * (1 + grows * i), ink, weight, cv2.LINE_AA)
        out.luma[i], out.chroma[i] = luma, ground[1]
    return out


def _painted(random: Random) -> tuple[Bytes, Bytes]:
    coarse = random.uniform(0, 255, (int(random.integers(1, 6)), int(random.integers(1, 8))))
    luma = cv2.resize(coarse, (WIDTH, HEIGHT), interpolation=int(random.choice([cv2.INTER_CUBIC, cv2.INTER_NEAREST])))
    chroma = np.empty((HEIGHT // 2, WIDTH // 2, 2), np.uint8)
    chroma[:] = random.integers(70, 187, 2)
    return np.clip(luma, 0, 255).astype(np.uint8), chroma


class _Figure:
    """An ellipse, a box or a word that jumps, swings or stands."""

    def __init__(self, random: Random) -> None:
        self._place = random.uniform(0, [WIDTH, HEIGHT])
        self._speed = random.normal(0, 2, 2) * (random.random() < 0.7)
        self._swing, self._pace = random.uniform(0, 30, 2), random.uniform(0.05, 0.6)
        self._size = random.uniform(6, 70, 2)
        self._luma, self._chroma = int(random.integers(256)), tuple(int(v) for v in random.integers(60, 200, 2))
        self._word = word(random, 3, 12) if random.random() < 0.25 else ""

    def draw(self, luma: Bytes, chroma: Bytes, moment: int) -> None:
        x, y = self._place + self._speed * moment + self._swing * np.sin(self._pace * moment)
        x, y = int(x % WIDTH), int(y % HEIGHT)
        if self._word:
            cv2.putText(luma, self._word, (x // 2, y), cv2.FONT_HERSHEY_DUPLEX, self._size[0] / 40, self._luma, 2)
            return
        size = (int(self._size[0]), int(self._size[1]))
        cv2.ellipse(luma, (x, y), size, moment * self._pace * 20, 0, 360, self._luma, -1)
        half = (size[0] // 2 + 1, size[1] // 2 + 1)
        cv2.ellipse(chroma, (x // 2, y // 2), half, moment * self._pace * 20, 0, 360, self._chroma, -1)


def word(random: Random, shortest: int, longest: int) -> str:
    """Letters without a meaning."""
    return "".join(chr(int(code)) for code in random.integers(65, 91, int(random.integers(shortest, longest + 1))))
