"""What a window of tracks shows, in plain numbers: how far, how alike, how still, and what turning leaves over.

The numbers are the same for a picture and its mirror image, and scaled by the window's own motion; sizes come along as
logarithms, so that a judge can see what is below the noise. The growth of single points, their spread, and where in the
picture what moves how: near things are mostly low in the picture, what moves by itself mostly in its middle.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cranework.motion import rotation, similarity
from cranework.motion.masked import (
    FEWEST,
    correlation,
    mean,
    median,
    median_in,
    plane,
    quantiles,
    share,
    signed,
    spread,
)
from cranework.motion.windows import Windows

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]

FOCALS = (0.9, 1.9)
"""Focal lengths in frame widths that are tried: 32 and 68 mm on 36 mm film; two are enough for a name."""

NOISE = 0.0015
"""Frame widths by which the places of points are uncertain over a window."""

TOLERANCE = 0.006
"""Frame widths within which points obey the similarity of a window."""

OFF_CENTRE, CENTRE = 0.12, 0.14
"""Frame widths from the centre: beyond, growth can be told; within, a held subject is looked for."""

BORDER_X, BORDER_Y = 0.36, 0.7
"""Share of the width, and of the half height, beyond which a point is at the border."""

STILL, EXACTLY_STILL = 0.0045, 0.0022
"""Frame widths: who moves less stands still; a tripod's points do so at the start, half way and at the end."""

UNTOLD_TEXT_STILL, MOVING = 0.002, 0.01
"""Frame widths: points low in the picture that stand still while the upper part moves are subtitles."""

SIMILARITY = ("log_scale", "turn", "right", "down")


@dataclass(frozen=True)
class Measured:
    """What N windows show."""

    names: tuple[str, ...]
    """Of the features."""
    features: Floats
    """(N, F) the same for mirror images."""
    odd: dict[str, Floats]
    """For each axis (`sideways`, `upright`, `depth`, `roll`) numbers whose sign turns with a mirror, (N, K)."""
    similarity: Floats
    """(N, 4) ln of the scale, turn clockwise in the picture, shift right, shift down."""
    obeying: Floats
    """(N,) share of the points that obey it."""
    turn: Floats
    """(N, 4) turn right, up, clockwise in radians and ln of the zoom, by the better of `FOCALS`."""
    focal: Floats
    """(N,) which that was."""
    leftover: Floats
    """(N, P, 2) what that turn leaves over, in frame widths."""
    parallax: Floats
    """(N,) the size that four of five leftovers do not reach."""
    motion: Floats
    """(N,) median motion of the points in frame widths, with `NOISE` added."""
    still_at_border: Floats
    """(N,) share of the points at the border that stand exactly still."""
    known: Bools
    """(N, P) the points that were asked: without those of subtitles."""


def measure(w: Windows) -> Measured:
    """The features of windows."""
    known = _without_subtitles(w)
    p, q = w.start, w.end
    x, y = p[..., 0], p[..., 1]
    moved = (q - p) * known[..., None]
    u, v = moved[..., 0], moved[..., 1]
    size = np.hypot(u, v)
    half_height = np.maximum(0.2, quantiles(np.abs(y), known, 1.0)[:, 0])
    radius = np.hypot(x, y)
    border = known & ((np.abs(x) > BORDER_X) | (np.abs(y) > BORDER_Y * half_height[:, None]))
    inner = known & ~border
    fixed = known & (size < EXACTLY_STILL) & (np.hypot(*np.moveaxis(w.middle - p, 2, 0)) < EXACTLY_STILL)

    found, obeying, off = similarity.fit(p.astype(np.float32), q.astype(np.float32), known, TOLERANCE)
    alike = known & (off < 1.5 * TOLERANCE)
    start = np.where((alike.sum(1) > 8)[:, None], alike, known)
    fits = [rotation.fit(p, q, focal, start, known) for focal in FOCALS]
    sizes = [np.hypot(left[..., 0], left[..., 1]) for _, left in fits]
    costs = np.stack([mean(np.minimum(off, 0.02), known) for off in sizes], axis=1)
    best = costs.argmin(1)
    rows = np.arange(len(best))
    turn = np.stack([angles for angles, _ in fits])[best, rows]
    left = np.stack([left for _, left in fits])[best, rows]
    left_size = np.stack(sizes)[best, rows]

    motion = median(size, known) + NOISE
    scale, turned, right, down = found.astype(float).T
    ls, lx, ly = left_size, left[..., 0], left[..., 1]
    parallax = quantiles(ls, known, 0.8)[:, 0]
    spread_x, spread_y = spread(lx, known), spread(ly, known)

    far_out = known & (radius > OFF_CENTRE)
    square = np.maximum(radius, OFF_CENTRE) ** 2
    growth, tangent = (u * x + v * y) / square, (v * x - u * y) / square
    g = quantiles(growth, far_out, 0.1, 0.5, 0.9)
    t = quantiles(tangent, far_out, 0.1, 0.5, 0.9)
    uq, vq = (quantiles(one, known, 0.05, 0.25, 0.5, 0.75, 0.95) for one in (u, v))
    us, un, u_top = signed(uq, NOISE)
    vs, vn, v_top = signed(vq, NOISE)
    gs, gn, g_top = signed(g, 4 * NOISE)
    upper, lower = y < -half_height[:, None] / 3, y > half_height[:, None] / 3
    central = known & (radius < CENTRE)
    parts = {"upper": known & upper, "middle": known & ~upper & ~lower, "lower": known & lower}
    us_by, vs_by = ({name: median_in(one, part) for name, part in parts.items()} for one in (u, v))
    gs_by = {name: median_in(growth, far_out & parts[name]) for name in ("upper", "lower")}
    au, au_off = plane(x, y, u, known)
    av, av_off = plane(x, y, v, known)
    bent = median(np.abs((w.middle - p - 0.5 * (q - p)) * known[..., None]).max(2), known)
    cells = _cells(x, y, half_height)
    seen, held = _cells_with(cells, known), _cells_with(cells, fixed)
    travel = _travel(x, y, lx, ly, known, FOCALS, best)
    log = np.log
    named: dict[str, Floats] = {
        "seconds": w.seconds,
        "points": known.sum(1) / known.shape[1],
        "log_motion": log(motion),
        "log_fast": log(quantiles(size, known, 0.9)[:, 0] + NOISE),
        "log_slow": log(quantiles(size, known, 0.1)[:, 0] + NOISE),
        "still": share(known & (size < STILL), known),
        "still_border": share(border & (size < STILL), border),
        "fixed": share(fixed, known),
        "fixed_border": share(fixed & border, border),
        "fixed_inner": share(fixed & inner, inner),
        "fixed_cells": held / np.maximum(seen, 1),
        "fixed_spread": np.ptp(quantiles(x, fixed, 0.1, 0.9), axis=1) * (fixed.sum(1) > 5),
        "log_moving": log(median(size, known & ~fixed) + NOISE),
        "obeying": obeying.astype(float),
        "log_shift": log(np.hypot(right, down) + NOISE),
        "shift_across": np.abs(right) / motion,
        "shift_down": np.abs(down) / motion,
        "scale": np.abs(scale) * 0.25 / motion,
        "turn": np.abs(turned) * 0.25 / motion,
        "log_scale": log(np.abs(scale) * 0.25 + NOISE),
        "log_turn": log(np.abs(turned) * 0.25 + NOISE),
        "turns_only": share(known & (ls < 0.004), known),
        "log_leftover": log(median(ls, known) + NOISE),
        "log_parallax": log(parallax + NOISE),
        "parallax": parallax / motion,
        "leftover_x": spread_x / motion,
        "leftover_y": spread_y / motion,
        "log_leftover_x": log(spread_x + NOISE),
        "log_leftover_y": log(spread_y + NOISE),
        "leftover_across": spread_x / (spread_x + spread_y + NOISE),
        "growth_low": gn[:, 0],
        "growth_middle": gn[:, 1],
        "log_growth": log(g_top),
        "growth_spread": (g[:, 2] - g[:, 0]) * 0.25 / motion,
        "log_tangent_spread": log((t[:, 2] - t[:, 0]) * 0.25 + NOISE),
        **{f"across_{k}": un[:, k] for k in range(4)},
        **{f"down_{k}": vn[:, k] for k in range(4)},
        "log_across": log(u_top),
        "log_down": log(v_top),
        "across_by_x": np.abs(au[:, 1]) * 0.25 / motion,
        "across_by_y": np.abs(au[:, 2]) * 0.15 / motion,
        "down_by_x": np.abs(av[:, 1]) * 0.25 / motion,
        "down_by_y": np.abs(av[:, 2]) * 0.15 / motion,
        "stretch": (au[:, 1] - av[:, 2]) * np.sign(au[:, 1] + av[:, 2]) * 0.2 / motion,
        "shear": (au[:, 2] + av[:, 1]) * np.sign(au[:, 2] - av[:, 1]) * 0.2 / motion,
        "leftover_x_by_y": correlation(lx, y, known) * np.sign(right),
        "leftover_y_by_y": correlation(ly, y, known) * np.sign(down),
        "leftover_x_by_x": np.abs(correlation(lx, x, known)),
        "leftover_y_by_x": np.abs(correlation(ly, x, known)),
        "leftover_x_by_xy": np.abs(correlation(lx, x * y, known)),
        "leftover_x_by_y_size": np.abs(correlation(lx, y, known)),
        "leftover_y_by_y_size": np.abs(correlation(ly, y, known)),
        "growth_by_y": correlation(growth, y, far_out) * gs,
        "centre_motion": np.where(central.sum(1) >= FEWEST, median_in(size, central) / motion, 1),
        "border_motion": np.where(border.sum(1) >= FEWEST, median_in(size, border) / motion, 1),
        **{f"across_{name}": us * one / u_top for name, one in us_by.items()},
        **{f"down_{name}": vs * one / v_top for name, one in vs_by.items()},
        **{f"growth_{name}": gs * one / g_top for name, one in gs_by.items()},
        "wide_cost": costs[:, 0] / (costs.min(1) + NOISE),
        "long_cost": costs[:, 1] / (costs.min(1) + NOISE),
        "log_across_off": log(median(au_off, known) + NOISE),
        "log_down_off": log(median(av_off, known) + NOISE),
        "off_ratio": np.clip((mean(au_off, known) + NOISE) / (mean(av_off, known) + NOISE), 0, 10),
        "log_bent": log(bent + NOISE / 2),
        "zoom_of_scale": np.clip(np.abs(turn[:, 3]) / (np.abs(scale) + 0.01), 0, 5),
        **travel,
    }
    lower_less_upper = (us_by["lower"] - us_by["upper"], vs_by["lower"] - vs_by["upper"])
    odd = {
        "sideways": _columns(
            u_top, right, uq[:, 2], uq[:, 0] + uq[:, 4], au[:, 2] * 0.15, lower_less_upper[0],
            correlation(lx, y, known) * u_top, median_in(u, central), median_in(u, border), us_by["upper"],
            correlation(u, radius, known) * u_top, turn[:, 0], median_in(u, border & upper), us_by["lower"],
        ),
        "upright": _columns(
            v_top, down, vq[:, 2], vq[:, 0] + vq[:, 4], av[:, 2] * 0.15, lower_less_upper[1],
            correlation(ly, y, known) * v_top, median_in(v, central), median_in(v, border), turn[:, 1],
        ),
        "depth": _columns(g_top, scale, g[:, 1], g[:, 0] + g[:, 2], turn[:, 3]),
        "roll": _columns(motion, turned * 0.25, (av[:, 1] - au[:, 2]) * 0.25),
    }  # fmt: skip
    features = np.nan_to_num(np.clip(np.stack(list(named.values()), axis=1), -30, 30))
    focals = np.array(FOCALS)[best]
    at_border = share(fixed & border, border)
    return Measured(
        tuple(named), features, odd, found.astype(float), obeying.astype(float), turn, focals, left, parallax, motion,
        at_border, known,
    )  # fmt: skip


def _without_subtitles(w: Windows) -> Bools:
    """Points low in the picture that stand still while what is above them moves are letters."""
    moved = np.abs(w.end - w.start).max(2)
    half_height = np.maximum(0.2, quantiles(np.abs(w.start[..., 1]), w.known, 1.0)[:, 0])
    above = w.known & (w.start[..., 1] < 0.3 * half_height[:, None])
    moves = (above.sum(1) > 8) & (median(moved, above) > MOVING)
    stands = (moved < UNTOLD_TEXT_STILL) & (np.abs(w.middle - w.start).max(2) < UNTOLD_TEXT_STILL)
    return np.asarray(w.known & ~(moves[:, None] & stands & ~above), bool)


def _columns(scale: Floats, *values: Floats) -> Floats:
    return np.clip(np.stack(values, axis=1) / scale[:, None], -3, 3)


def _cells(x: Floats, y: Floats, half_height: Floats) -> NDArray[np.intp]:
    """The cell, of 4 by 3, that each point lies in."""
    column = np.clip((x + 0.5) * 4, 0, 3).astype(int)
    row = np.clip((y / half_height[:, None] + 1) * 1.5, 0, 2).astype(int)
    return np.asarray(column + 4 * row, np.intp)


def _cells_with(cells: NDArray[np.intp], some: Bools) -> Floats:
    return np.asarray(np.stack([(some & (cells == cell)).any(1) for cell in range(12)]).sum(0), np.float64)


def _travel(
    x: Floats, y: Floats, lx: Floats, ly: Floats, known: Bools, focals: tuple[float, ...], best: NDArray[np.intp]
) -> dict[str, Floats]:
    """The direction of travel that the leftovers point along, whatever the depths: its three shares, and how well.

    Each leftover is parallel to (f Tx - x Tz, f Ty - y Tz); the T that is nearest to all of them is an eigenvector
    (Heeger & Jepson, Subspace methods for recovering rigid motion, 1992, in its linear form).
    """
    f = np.array(focals)[best][:, None]
    size = np.hypot(lx, ly)
    weight = known * np.minimum(size, 3 * median(size, known)[:, None] + 1e-6)
    ux, uy = lx / (size + 1e-9), ly / (size + 1e-9)
    rows = np.stack([f * uy, -f * ux, y * ux - x * uy], axis=2) * weight[..., None]
    values, vectors = np.linalg.eigh(rows.transpose(0, 2, 1) @ rows)
    tx, ty, tz = np.abs(vectors[:, :, 0]).T
    return {
        "travel_across": tx,
        "travel_down": ty,
        "travel_forward": tz,
        "travel_told": 1 - values[:, 0] / (values.sum(1) / 3 + 1e-12),
    }
