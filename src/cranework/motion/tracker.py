"""Points followed through a film: corners spread over the picture, found anew four times a second.

Sparse Lucas-Kanade in pyramids (Lucas & Kanade, An iterative image registration technique, 1981; Bouguet, Pyramidal
implementation of the Lucas Kanade feature tracker, 2000) on corners by the smaller eigenvalue (Shi & Tomasi, Good
features to track, 1994). At every sample the way back to the sample before must lead to where the point came from
(Kalal, Mikolajczyk & Matas, Forward-backward error, 2010); between samples the way forward is enough.
"""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from cranework.motion.windows import SLOTS, UNITS

STEPS_A_SECOND, SAMPLE_STEPS = 12, 3
"""Pictures looked at in a second, and of how many of them one is a sample. Fast pans need twelve."""

CELLS = 144
"""Cells in which corners are sought, so that neither a crowd nor a poster draws all of them to itself."""

MOST_IN_A_CELL = 2
MARGIN = 4
"""Pixels at the picture's edge where no corner is sought."""

GRAIN, FAINT, LEAST = 4.0, 0.01, 2e-6
"""A corner must be so many times as strong as the picture's median, as this share of its better corners, and as
rounding: grain makes corners out of nothing, and they do not move with the picture."""

WINDOW, LEVELS = 13, 3
"""Pixels of the patch that is followed, and how often the picture is halved to find it far away."""

WAY_BACK = 0.0016
"""Frame widths by which the way back may miss: half a pixel of 320."""

DOUBT_RATIO, DOUBT_LEVELS, BROKEN = 2.0, 6.0, 0.25
"""Where the patches fit so many times worse than at the step before, and by so many levels, another shot may have
begun; it has where the way back leads home for no more than this share of the points. Fast pans blur, too."""

FEW = 0.4
"""Share of the points of the last sample below which new ones are sought at once."""

NEAREST = 5
"""Pixels around a living point where no new one is sought."""

_LK = {
    "winSize": (WINDOW, WINDOW), "maxLevel": LEVELS, "minEigThreshold": 1e-4,
    "criteria": (cv2.TERM_CRITERIA_EPS | cv2.TERM_CRITERIA_COUNT, 12, 0.03),
}  # fmt: skip

TEXT_FROM, TEXT_BRIGHT, TEXT_ABOVE, TEXT_STROKE, TEXT_SHARE = 0.62, 150, 70, 7, 0.001
"""Burnt-in subtitles: in the lower part of the picture, lines thinner than so many pixels, this bright and by so many
levels brighter than what is around, and how much of the picture they take. A bright sky is no line."""

Floats = NDArray[np.float32]
Bytes = NDArray[np.uint8]


class Tracker:
    """Follows points from picture to picture; keeps each step and each sample until `steps` and `samples` are read."""

    def __init__(self) -> None:
        self._before: Bytes | None = None
        self._sampled: Bytes | None = None
        self._at = np.zeros((SLOTS, 2), np.float32)
        self._sampled_at = self._at
        self._age = np.zeros(SLOTS, np.int16)
        self._since_sample = 0
        self._misfit = np.inf
        self.steps: list[tuple[int, Floats, Floats, NDArray[np.bool_]]] = []
        """(place, where points were, where they are now, which were followed), in frame widths from the centre."""
        self.samples: list[tuple[int, NDArray[np.int16]]] = []
        """(place, (SLOTS, 3): x and y in `UNITS`, age in samples)."""

    def add(self, picture: Bytes, place: int) -> None:
        """The next picture (h, w), and its place in the caller's count."""
        sharp, picture = picture, np.asarray(cv2.GaussianBlur(picture, (3, 3), 0), np.uint8)
        if self._before is None or self._before.shape != picture.shape:
            self._begin(picture, sharp, place)
            return
        alive = np.flatnonzero(self._age)
        broken = len(alive) > 0 and not self._follow(picture, place, alive)
        self._since_sample += 1
        left = np.count_nonzero(self._age)
        if broken:
            self._begin(picture, sharp, place)
        elif self._since_sample == SAMPLE_STEPS or left < FEW * len(alive):
            self._check(picture)
            self._sample(picture, sharp, place)
        self._before = picture

    def _begin(self, picture: Bytes, sharp: Bytes, place: int) -> None:
        self._age[:] = 0
        self._misfit = np.inf
        self._sampled = None
        self._sample(picture, sharp, place)
        self._before = picture

    def _follow(self, picture: Bytes, place: int, alive: NDArray[np.intp]) -> bool:
        """Follow the living points into this picture; False where it is another shot's."""
        was = self._at[alive]
        now, found, misfits = cv2.calcOpticalFlowPyrLK(self._before, picture, was, None, **_LK)  # type: ignore[call-overload]
        found = found.ravel() > 0
        misfit = float(np.median(misfits[found])) if found.any() else 0.0  # of points not found it says nothing
        doubtful = misfit > DOUBT_RATIO * self._misfit and misfit > self._misfit + DOUBT_LEVELS
        if doubtful and self._home(picture, now, self._before, was).mean() <= BROKEN:
            return False
        self._misfit = misfit
        height, width = picture.shape
        inside = (now > 2).all(1) & (now[:, 0] < width - 3) & (now[:, 1] < height - 3)
        followed = found & inside
        self._age[alive[~followed]] = 0
        self._at[alive] = now
        then, here = (np.zeros((SLOTS, 2), np.float32) for _ in range(2))
        those, known = alive[followed], np.zeros(SLOTS, bool)
        then[those], here[those] = _widths(was[followed], picture), _widths(now[followed], picture)
        known[those] = True
        self.steps.append((place, then, here, known))
        return True

    def _check(self, picture: Bytes) -> None:
        """Let go of points whose way back to the sample before does not lead to where they were."""
        alive = np.flatnonzero(self._age)
        if not len(alive) or self._sampled is None:
            return
        home = self._home(picture, self._at[alive], self._sampled, self._sampled_at[alive])
        self._age[alive[~home]] = 0

    @staticmethod
    def _home(picture: Bytes, at: Floats, earlier: Bytes | None, came_from: Floats) -> NDArray[np.bool_]:
        """Of which points the way back from this picture to an earlier one leads to where they came from, (n,)."""
        back, found, _ = cv2.calcOpticalFlowPyrLK(  # type: ignore[call-overload]
            picture, earlier, at, came_from.copy(), flags=cv2.OPTFLOW_USE_INITIAL_FLOW, **_LK
        )
        near = np.abs(back - came_from).max(1) <= WAY_BACK * picture.shape[1]
        return np.asarray(near & (found.ravel() > 0), bool)

    def _sample(self, picture: Bytes, sharp: Bytes, place: int) -> None:
        """`sharp`: the picture before it was softened against grain, in which letters are still lines."""
        self._age[self._age > 0] += 1
        text = text_zone(sharp)
        if text is not None:
            spots = self._at.astype(int).clip(0, (picture.shape[1] - 1, picture.shape[0] - 1))
            self._age[text[spots[:, 1], spots[:, 0]]] = 0
        self._fill(picture, text)
        kept = np.zeros((SLOTS, 3), np.int16)
        alive = self._age > 0
        places = np.round(_widths(self._at[alive], picture) * UNITS)
        limits = np.iinfo(np.int16)
        kept[alive, :2] = np.clip(places, limits.min, limits.max)
        kept[:, 2] = self._age
        self.samples.append((place, kept))
        self._sampled, self._sampled_at, self._since_sample = picture, self._at.copy(), 0

    def _fill(self, picture: Bytes, text: NDArray[np.bool_] | None) -> None:
        """Seek corners for the empty slots: first in cells that hold no point, the strongest first."""
        empty = np.flatnonzero(self._age == 0)
        places = corners(picture, self._at[self._age > 0], text, len(empty))
        self._at[empty[: len(places)]] = places
        self._age[empty[: len(places)]] = 1


def corners(picture: Bytes, living: Floats, text: NDArray[np.bool_] | None, most: int) -> Floats:
    """Corners apart from the living points: float32 (n, 2) in pixels, at most `most`."""
    height, width = picture.shape
    across = max(2, round((CELLS * width / height) ** 0.5))
    down = max(2, round(CELLS / across))
    cell_w, cell_h = width // across, height // down
    if cell_w < 3 or cell_h < 3:
        return np.zeros((0, 2), np.float32)
    strength = cv2.cornerMinEigenVal(picture, 5)
    floor = GRAIN * float(np.median(strength[::3, ::3]))
    strength[:MARGIN] = strength[-MARGIN:] = 0
    strength[:, :MARGIN] = strength[:, -MARGIN:] = 0
    if text is not None:
        strength[text] = 0
    for x, y in living.astype(int):
        strength[max(0, y - NEAREST) : y + NEAREST + 1, max(0, x - NEAREST) : x + NEAREST + 1] = 0
    parts = strength[: down * cell_h, : across * cell_w].reshape(down, cell_h, across, cell_w)
    cells = parts.transpose(0, 2, 1, 3).reshape(down * across, -1)
    best = cells.argmax(1)
    strongest = np.take_along_axis(cells, best[:, None], 1)[:, 0]
    columns = np.clip(living[:, 0] // cell_w, 0, across - 1).astype(int)
    rows = np.clip(living[:, 1] // cell_h, 0, down - 1).astype(int)
    held = np.bincount(rows * across + columns, minlength=down * across)
    floor = max(floor, FAINT * float(np.quantile(strongest, 0.85)), LEAST)
    good = np.flatnonzero((strongest > floor) & (held < MOST_IN_A_CELL))
    good = good[np.lexsort((-strongest[good], held[good]))][:most]
    x = good % across * cell_w + best[good] % cell_w
    y = good // across * cell_h + best[good] // cell_w
    return np.column_stack([x, y]).astype(np.float32)


def text_zone(picture: Bytes) -> NDArray[np.bool_] | None:
    """Where burnt-in subtitles stand, bool (h, w), with some pixels around; None where there are none.

    Letters stand still while the picture moves, and points on their edges slide a little: worse than no points.
    """
    height, width = picture.shape
    top = int(height * TEXT_FROM)
    lower = picture[top:]
    bright = lower > TEXT_BRIGHT
    if np.count_nonzero(bright) <= TEXT_SHARE * picture.size:
        return None
    around = cv2.morphologyEx(lower, cv2.MORPH_OPEN, np.ones((TEXT_STROKE, TEXT_STROKE), np.uint8))
    letters = (bright & (cv2.subtract(lower, around) > TEXT_ABOVE)).astype(np.uint8)
    letters[:, : int(width * 0.08)] = letters[:, int(width * 0.92) :] = 0
    if letters.sum() <= TEXT_SHARE * picture.size:
        return None
    zone = np.zeros(picture.shape, bool)
    zone[top:] = cv2.dilate(letters, np.ones((11, 11), np.uint8)) > 0
    return zone


def _widths(pixels: Floats, picture: Bytes) -> Floats:
    """From pixels to frame widths from the picture's centre."""
    height, width = picture.shape
    return np.asarray((pixels - ((width - 1) / 2, (height - 1) / 2)) / width, np.float32)
