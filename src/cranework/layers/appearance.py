"""What each shot looks like on the whole: its light, its color, its sharpness, the area that its picture fills."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from cranework.layers.color import HUES
from cranework.study.layer import Column, Derived, DerivedLayer, Measurements, SpanKind

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from cranework.film.model import Film

GRAY_VARIETY, GRAY_TINT = 5.0, 5.0
"""Up to so much variety and tint (on the scale of colorfulness) a shot is black-and-white: noise of the color channels
alone stays below; Hasler and Suesstrunk call 15 'slightly colorful'."""

ONE_HUE_SHARE = 0.9
"""A shot whose color lies to this share in neighboring hues is tinted or toned, if its tint outweighs its variety."""

DOMINANT_SHARE = 0.2
"""A hue with this share of a shot's color is dominant."""

LIT = 0.1
"""Only frames with a mean luma above this show where bars end."""

BAR_CELLS = 3
"""Cells of 90 (or 160) that a bar has at least, and by which the bars of two opposite sides may differ at most."""

CELLS_DOWN, CELLS_ACROSS = 90, 160


class Appearance(DerivedLayer):
    """One row for each shot."""

    name = "appearance"
    version = 1
    title = "Appearance"
    meaning = "The light, color and sharpness of each shot, and the part of the picture that it fills."
    needs = ("shots", "luma", "color", "sharpness", "bars")
    gives = (
        SpanKind(
            "appearance",
            "What each shot looks like on the whole",
            per="shots",
            columns=(
                Column("luma_mean", "real", "Mean luma: 0 is black, 1 is white", "of white"),
                Column("contrast", "real", "Mean standard deviation of luma", "of white"),
                Column("black_share", "real", "Mean share of the picture that is black", "share"),
                Column("colorfulness", "real", "Mean colorfulness (Hasler and Suesstrunk, 2003)"),
                Column(
                    "color_kind", "text", "Whether the shot is in color", values=("black-and-white", "tinted", "color")
                ),
                Column(
                    "dominant_hues", "json", "Hues that hold a fifth of its color or more, strongest first", "degrees"
                ),
                Column("sharpness", "real", "Mean slope of luma at edges", "levels a pixel"),
                Column("active_area", "json", "x, y, width, height of the picture between bars", "coded pixels"),
            ),
        ),
    )

    def derive(self, measured: Measurements) -> Derived:
        rows = [self._row(measured, shot["start"], shot["end"]) for shot in measured.spans("shots")]
        return Derived(spans={"appearance": rows})

    def _row(self, measured: Measurements, start: int, end: int) -> dict[str, Any]:
        luma = measured.signal("luma.mean", start, end)
        tint, variety = (float(np.median(measured.signal(f"color.{n}", start, end))) for n in ("tint", "variety"))
        hues = measured.signal("color.hues", start, end).astype(np.float64).mean(0) / 255
        kind = color_kind(tint, variety, hues)
        return {
            "luma_mean": _mean(luma),
            "contrast": _mean(measured.signal("luma.contrast", start, end)),
            "black_share": _mean(measured.signal("luma.black", start, end)),
            "colorfulness": _mean(measured.signal("color.colorfulness", start, end)),
            "color_kind": kind,
            "dominant_hues": [] if kind == "black-and-white" else dominant_hues(hues),
            "sharpness": _mean(measured.signal("sharpness.gradient", start, end)),
            "active_area": area(measured.film, measured.signal("bars.sides", start, end)[luma > LIT]),
        }


def _mean(values: NDArray[np.float32]) -> float:
    return round(float(values.mean(dtype=np.float64)), 4)


def color_kind(tint: float, variety: float, hues: NDArray[np.float64]) -> str:
    """Black-and-white, tinted or color, from a shot's tint, variety and shares of hues (12,)."""
    if tint <= GRAY_TINT and variety <= GRAY_VARIETY:
        return "black-and-white"
    neighbors = hues + np.maximum(np.roll(hues, 1), np.roll(hues, -1))
    return "tinted" if neighbors.max() >= ONE_HUE_SHARE and tint > variety else "color"


def dominant_hues(hues: NDArray[np.float64]) -> list[int]:
    """The hues in degrees that hold much of a shot's color, strongest first, from shares of hues (12,)."""
    order = np.argsort(-hues, kind="stable")
    return [int(i) * 360 // HUES for i in order if hues[i] >= DOMINANT_SHARE]


def area(film: Film, sides: NDArray[np.uint8]) -> list[int]:
    """The area of a shot within the film's, from the bars of its lit frames (n, 4): top, bottom, left, right.

    Bars come in pairs: one dark side alone is part of the picture.
    """
    top, bottom, left, right = (int(v) for v in sides.min(0)) if len(sides) else (0, 0, 0, 0)
    if min(top, bottom) < BAR_CELLS or abs(top - bottom) > BAR_CELLS:
        top = bottom = 0
    if min(left, right) < BAR_CELLS or abs(left - right) > BAR_CELLS:
        left = right = 0
    turns = film.video.rotation // 90
    upright = [top / CELLS_DOWN, right / CELLS_ACROSS, bottom / CELLS_DOWN, left / CELLS_ACROSS]
    coded_top, coded_right, coded_bottom, coded_left = (upright[(i + turns) % 4] for i in range(4))
    if film.video.mirrored:
        coded_left, coded_right = coded_right, coded_left
    x, y, w, h = film.active_area
    return [
        x + round(coded_left * w),
        y + round(coded_top * h),
        round((1 - coded_left - coded_right) * w),
        round((1 - coded_top - coded_bottom) * h),
    ]
