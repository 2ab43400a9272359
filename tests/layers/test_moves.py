"""What the camera does in made films of one move, or of none: its name, its speed, and how it is held."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from tests.layers.walls import (
    NEAR_S,
    OTHER,
    PAN,
    RATE,
    STILL,
    TWINS,
    WALL,
    Content,
    is_or_may_be,
    only,
    seconds,
    shot,
    turning,
)
from tests.motion.made import picture, similarity, take, texture

ROLL = np.radians(10)
SHRINKING = 100 * (1 - 1 / 1.1)

MOVES: dict[str, tuple[Content, float]] = {
    "pan_right": (lambda t: similarity(right=-0.15 * (t - 1.5)), 0.15),
    "pan_left": (lambda t: similarity(right=0.08 * (t - 1.5)), 0.08),
    "tilt_up": (lambda t: similarity(down=0.12 * (t - 1.5)), 0.12),
    "tilt_down": (lambda t: similarity(down=-0.06 * (t - 1.5)), 0.06),
    "zoom_in": (lambda t: similarity(scale=1.1**t), 10.0),
    "zoom_out": (lambda t: similarity(scale=1.4 * 1.1**-t), SHRINKING),
    "roll_cw": (lambda t: similarity(turn=-ROLL * t), 10.0),
    "roll_ccw": (lambda t: similarity(turn=ROLL * t), 10.0),
}
"""How the content goes, and the speed in the units of the label."""


class TestOneMove:
    @pytest.mark.parametrize("label", MOVES)
    def test_is_named_and_measured(self, label: str, seen: Callable[..., Any]) -> None:
        content, speed = MOVES[label]
        with seen(shot(content)) as study:
            move = only(study)
            assert is_or_may_be(move, label), (move["label"], move["ambiguous_with"])
            if label.partition("_")[0] in TWINS:  # a wall and a steady pace: turning and travelling look the same
                assert {label, f"{TWINS[label.partition('_')[0]]}_{label.partition('_')[2]}"} == {
                    move["label"],
                    *move["ambiguous_with"],
                }
            assert move["start"] <= NEAR_S * RATE and move["end"] >= 72 - NEAR_S * RATE
            assert move["speed"] == pytest.approx(speed, rel=0.05)
            assert move["speed_unit"] == {"zoom": "%/s", "roll": "degrees/s"}.get(label[:4], "frame widths/s")
            assert 0 < move["confidence"] <= 1 and move["why"] is None and move["evidence"]
            first, last = (content(frame / RATE) for frame in (move["start"], move["end"]))
            if label.startswith("zoom"):
                assert move["travel"] == pytest.approx(abs(last[0] / first[0]), rel=0.02)
            elif label.startswith("roll"):
                assert move["travel"] == pytest.approx(-np.degrees(np.angle(last[0] / first[0])), rel=0.05)
            else:
                gone = last[1] - first[1]
                assert move["travel"] == pytest.approx(-gone.real + gone.imag, rel=0.05)

    @pytest.mark.parametrize(("label", "signal", "speed"), [
        ("pan_right", "horizontal", 0.15), ("pan_left", "horizontal", -0.08), ("tilt_up", "vertical", 0.12),
        ("tilt_down", "vertical", -0.06), ("zoom_in", "zoom", 10.0), ("zoom_out", "zoom", -SHRINKING),
        ("roll_cw", "roll", 10.0), ("roll_ccw", "roll", -10.0),
    ])  # fmt: skip
    def test_its_curve_has_the_cameras_sign(
        self, label: str, signal: str, speed: float, seen: Callable[..., Any]
    ) -> None:
        with seen(shot(MOVES[label][0], 1.0)) as study:
            values = study.signal(f"motion.{signal}")
            assert np.nanmedian(values) == pytest.approx(speed, rel=0.05)
            assert np.nanstd(values) < 0.15 * abs(speed)
            others = {"horizontal", "vertical"} - {signal}
            assert all(abs(np.nanmedian(study.signal(f"motion.{other}"))) < 0.01 for other in others)

    @pytest.mark.parametrize("rate", [12, 25, 30, 50])
    def test_whatever_the_rate(self, rate: int, seen: Callable[..., Any]) -> None:
        way = [similarity(right=-0.15 * (k / rate - 1)) for k in range(2 * rate)]
        with seen(take(WALL, way), rate=rate) as study:
            move = only(study)
            assert is_or_may_be(move, "pan_right")
            assert move["speed"] == pytest.approx(0.15, rel=0.05)
            assert move["start"] <= NEAR_S * rate and move["end"] >= (2 - NEAR_S) * rate

    def test_layers_at_depths_are_a_truck(self, seen: Callable[..., Any]) -> None:
        canvases = [texture(seed) for seed in (1, 5, 6, 7)]
        pictures = []
        for t in seconds(3):
            passing = [
                picture(c, similarity(right=-0.1 * f * (t - 1.5)))
                for c, f in zip(canvases, (0.4, 0.7, 1, 1.8), strict=True)
            ]
            pictures.append(
                np.concatenate(
                    [one[a:b] for one, a, b in zip(passing, (0, 70, 115, 150), (70, 115, 150, 180), strict=True)]
                )
            )
        with seen(pictures) as study:
            move = only(study)
            assert move["label"] == "truck_right" and not move["ambiguous_with"]
            assert move["degrees_per_s"] is None
            near = {y > 0.1: n for _, y, _, _, n in move["tracks"]["points"] if n}
            assert near == {True: 1, False: -1}

    def test_a_wide_pan_bends_and_so_is_no_truck(self, seen: Callable[..., Any]) -> None:
        with seen(turning([0.2 * (t - 1.5) for t in seconds(3)], 0.8)) as study:
            move = only(study)
            assert move["label"] == "pan_right" and not move["ambiguous_with"]
            low, high = move["degrees_per_s"]
            assert low <= np.degrees(0.2) <= high <= 1.5 * low

    @pytest.mark.parametrize("focal", [1.4, 1.9, 2.5, 3.2])
    @pytest.mark.parametrize("speed", [0.1, 0.25, 0.5])
    def test_a_long_lens_bends_less(self, focal: float, speed: float, seen: Callable[..., Any]) -> None:
        with seen(turning([speed / focal * (t - 0.75) for t in seconds(1.5)], focal)) as study:
            move = only(study)
            assert is_or_may_be(move, "pan_right")
            if move["degrees_per_s"] is not None:
                low, high = move["degrees_per_s"]
                assert low <= np.degrees(speed / focal) <= high

    @pytest.mark.xfail(reason="no bend is taken for travel along a wall, though a still may be moved before the camera")
    def test_a_fast_slide_over_a_still_may_be_either(self, seen: Callable[..., Any]) -> None:
        with seen(shot(lambda t: similarity(right=-0.4 * (t - 0.75)), 1.5)) as study:
            assert is_or_may_be(only(study), "pan_right")

    def test_tracks_are_drawn_where_the_points_go(self, seen: Callable[..., Any]) -> None:
        with seen(PAN) as study:
            move = only(study)
            drawn = move["tracks"]
            assert move["start"] <= drawn["first"] < drawn["last"] <= move["end"]
            assert 20 < len(drawn["points"]) <= 40
            x0, y0, x1, y1, near = np.array(drawn["points"]).T
            assert x1 - x0 == pytest.approx(-0.15 * (drawn["last"] - drawn["first"]) / RATE, abs=0.005)
            assert y1 == pytest.approx(y0, abs=0.005)
            assert not near.any()


class TestStatic:
    def test_a_square_that_passes_moves_no_camera(self, seen: Callable[..., Any]) -> None:
        thing, pictures = picture(OTHER, similarity())[:90, :90], [STILL.copy() for _ in range(72)]
        for k, one in enumerate(pictures):
            one[50:140, 20 + 2 * k : 110 + 2 * k] = thing
        with seen(pictures) as study:
            move = only(study)
            assert (move["label"], move["start"], move["end"]) == ("static", 0, 72)
            assert move["speed"] is None and move["confidence"] > 0.8
            assert study.shots[0]["steadiness"] == "locked" and study.shots[0]["mobility"] == 0

    @pytest.mark.parametrize("jitter", ["grain", "weave", "flicker"])
    def test_neither_do_grain_weave_and_flicker(self, jitter: str, seen: Callable[..., Any]) -> None:
        random = np.random.default_rng(0)
        pictures: list[Any]
        match jitter:
            case "grain":
                pictures = [STILL + random.normal(0, 8, STILL.shape) for _ in range(72)]
            case "weave":
                pictures = [picture(WALL, similarity(right=a, down=b)) for a, b in random.normal(0, 0.0012, (72, 2))]
            case _:
                pictures = [16 + (STILL - 16.0) * random.uniform(0.85, 1) for _ in range(72)]
        with seen([np.clip(one, 0, 255).astype(np.uint8) for one in pictures]) as study:
            assert only(study)["label"] == "static"
            assert study.shots[0]["steadiness"] == "locked"

    def test_a_hand_sways(self, seen: Callable[..., Any]) -> None:
        def swaying(t: float) -> tuple[complex, complex]:
            across, down, turn = np.sin(2 * np.pi * np.array([1.7 * t, 2.1 * t + 0.2, 2 * t]))
            return similarity(1, 0.006 * turn, 0.012 * across, 0.01 * down)

        with seen(shot(swaying, 4)) as study:
            assert [move["label"] for move in study.spans("moves")] == ["static"]
            assert study.shots[0]["steadiness"] == "handheld"
