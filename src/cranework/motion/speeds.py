"""How fast and how far a move goes, in the units of its axis, and in a word."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from cranework.motion.naming import Named
from cranework.motion.path import Steps

WIDTHS, PERCENT, DEGREES = "frame widths/s", "%/s", "degrees/s"
UNITS = {"sideways": WIDTHS, "upright": WIDTHS, "depth": PERCENT, "roll": DEGREES}

WORDS = ("slow", "medium", "fast", "whip")
LIMITS = {WIDTHS: (0.08, 0.3, 1.2), PERCENT: (8, 30, 120), DEGREES: (8, 30, 120)}
"""Where each word ends; a proposal, not measured against people."""

LARGEST = math.log(20)
"""ln of the most that things can be said to grow: on a way down a long corridor what is near goes out of the picture
and other things come near, and their growths multiplied are nobody's."""


def speed_of(move: Named, steps: Steps) -> float | None:
    """The median speed of a move, without its direction; None where the picture as a whole does not show it."""
    inside = (steps.start_s >= move.start_s - 1e-6) & (steps.end_s <= move.end_s + 1e-6)
    if not inside.any() or move.travel == 0:
        return None
    return abs(float(in_units(np.median(steps.smooth_speed(move.axis)[inside]), move.axis)))


def travel_of(move: Named) -> float | None:
    """Net: frame widths, the ratio of sizes, or degrees; None where nothing is seen both at first and at last."""
    if move.axis == "depth":
        return math.exp(move.travel) if abs(move.travel) <= LARGEST else None
    return math.degrees(move.travel) if move.axis == "roll" else move.travel


def in_units(speed: Any, axis: str) -> Any:
    """Speeds on an axis (a number or an array) in `UNITS`: a picture that halves in a second shrinks by 50 %/s."""
    if axis == "depth":
        return np.expm1(speed) * 100
    return np.degrees(speed) if axis == "roll" else speed


def word_of(speed: float, unit: str) -> str:
    """slow, medium, fast or whip."""
    return WORDS[sum(speed >= limit for limit in LIMITS[unit])]
