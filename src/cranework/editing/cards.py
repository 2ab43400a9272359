"""Titles and other cards: words that stand still on a plain ground.

Words are thin strokes with hard edges, wide rather than lost at the rim, and they stay where they are. Night scenes
have a plain ground as well, but their lights are soft or broad, or they move. Stroke width is the sign by which
Epshtein, Ofek and Wexler ("Detecting text in natural scenes with stroke width transform", 2010) tell text; here it is
the mean width that ink and edges together allow, as single strokes cannot be seen in pictures so small.
"""

from __future__ import annotations

import numpy as np

from cranework.editing.distances import Floats
from cranework.editing.ground import GROUND_SHARE, RIM_SHARE, Figure, figure, rim_of
from cranework.editing.pictures import Bytes, Pictures

TONE = 12  # levels around the ground's that count as ground: a bin and a half of the histogram
BIN = 8  # levels of one bin
LUMA_BINS = 32
CONTRAST = 24  # levels between ground and the strongest cell of words
STROKE = 5  # widest mean stroke, in 160ths of the width: a letter's, not a lamp's
HARD = 0.3  # least slope of an edge in parts of the contrast, a pixel of 320: letters are drawn hard, light falls soft
EDGES = 8  # what the edges' filter gives for a step of one level
FINER = 2  # the pictures that sharpness is measured on have twice the pixels across
SAME = 0.9  # least correlation of the pictures of one card, in any light
SPAN = 1 / 6  # of the width that words take at least
MIDDLE = (0.25, 0.75)  # where their center lies: what stands in a corner is a logo, at the foot a subtitle
SHORTEST_S = 0.5  # seconds: what stands for less cannot be read
SEEN = 1 / 500  # share of the picture that the brightest (darkest) part of words takes


def is_card(pictures: Pictures, sharpness: Floats) -> bool:
    """Whether frames of one shot, spread over it, show a card.

    Words may come and go, as they fade; where they stand, they must be the same, and they must stand half the time.

    Args:
        pictures: of n frames.
        sharpness: (n,) slope of luma in levels a pixel.
    """
    figures = [figure(luma) for luma in pictures.luma]
    amounts = np.array([f.ink.mean(dtype=np.float64) for f in figures])
    shown = np.flatnonzero(amounts >= np.quantile(amounts, 0.75) / 2)
    if not amounts.any() or 2 * len(shown) < len(figures):
        return False
    middle = np.median([figures[i].ink for i in shown], axis=0)
    steady = np.quantile([_likeness(figures[i].ink, middle) for i in shown], 0.1)
    words = [_words(figures[i], pictures.edges[i], pictures.bins[i], float(sharpness[i])) for i in shown]
    return bool(steady >= SAME and 2 * sum(words) > len(words) and _placed_as_words(middle))


def _words(figure: Figure, edges: Bytes, bins: Bytes, sharpness: float) -> bool:
    """Whether what stands on the ground is drawn like words."""
    tones, shares = _tones(figure, bins)
    if figure.rim < RIM_SHARE or not on_ground(figure, bins) or figure.ink.max() < CONTRAST:
        return False
    contrast = tones[shares >= SEEN].max()
    ground = np.median(edges[rim_of(edges.shape)])
    slopes = np.maximum(edges - ground.astype(np.float64), 0).mean() / EDGES
    stroke = figure.ink.mean() / max(slopes, 1e-6)
    hard = sharpness**2 / max(slopes * contrast, 1e-6)
    return bool(stroke <= STROKE and hard >= HARD)


def on_ground(figure: Figure, bins: Bytes) -> bool:
    """Whether most of a picture is ground; bins (48,) as `Pictures` has them."""
    tones, shares = _tones(figure, bins)
    return bool(shares[tones <= TONE].sum() >= GROUND_SHARE)


def _tones(figure: Figure, bins: Bytes) -> tuple[Floats, Floats]:
    """How far each tone of the histogram is from the ground, in levels, and its share of the picture: (32,) each."""
    tones = np.abs(np.arange(LUMA_BINS, dtype=np.float32) * BIN + BIN / 2 - np.float32(figure.level))
    return tones, np.square(bins[:LUMA_BINS] / np.float32(255))


def _placed_as_words(ink: Floats) -> bool:
    """Whether ink (28, 48) lies where words lie: wide enough, about the middle."""
    for axis in (0, 1):
        along = ink.sum(axis)
        center = (along * (np.arange(len(along)) + 0.5)).sum() / (along.sum() * len(along))
        if not MIDDLE[0] <= center <= MIDDLE[1]:
            return False
    return bool((ink.max(0) > 0).mean() >= SPAN)


def _likeness(first: Floats, second: Floats) -> float:
    a, b = first - first.mean(), second - second.mean()
    return float((a * b).sum() / np.sqrt((a * a).sum() * (b * b).sum() + 1e-9))
