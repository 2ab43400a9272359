"""How fast and how far a move goes, in the units of its axis, and in a word."""

from __future__ import annotations

import math

import numpy as np

from cranework.motion.naming import Named
from cranework.motion.path import Steps

WIDTHS, PERCENT, DEGREES = "frame widths/s", "%/s", "degrees/s"
UNITS = {"sideways": WIDTHS, "upright": WIDTHS, "depth": PERCENT, "roll": DEGREES}

WORDS = ("slow", "medium", "fast", "whip")
LIMITS = {WIDTHS: (0.08, 0.3, 1.2), PERCENT: (8, 30, 120), DEGREES: (8, 30, 120)}
"""Where each word ends; a proposal, not measured against people."""


def speed_of(move: Named, steps: Steps) -> float | None:
    """The median speed of a move, without its direction; None where the picture as a whole does not show it."""
    inside = (steps.start_s >= move.start_s - 1e-6) & (steps.end_s <= move.end_s + 1e-6)
    if not inside.any() or move.travel == 0:
        return None
    speed = abs(float(np.median(steps.smooth_speed(move.axis)[inside])))
    return _in_units(speed, move.axis)


def travel_of(move: Named) -> float:
    """Net: frame widths, the ratio of sizes, or degrees."""
    if move.axis == "depth":
        return math.exp(move.travel)
    return math.degrees(move.travel) if move.axis == "roll" else move.travel


def _in_units(speed: float, axis: str) -> float:
    if axis == "depth":
        return (math.exp(speed) - 1) * 100
    return math.degrees(speed) if axis == "roll" else speed


def word_of(speed: float, unit: str) -> str:
    """slow, medium, fast or whip."""
    return WORDS[sum(speed >= limit for limit in LIMITS[unit])]
