"""What the camera does in made films: its name, when, how fast, and what cannot be told."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest
from tests.film.made import write
from tests.layers.conftest import Measure
from tests.motion.made import CANVAS, SIZE, Bytes, eased, picture, similarity, take, texture, turned

from cranework.layers.moves import TOO_FEW, TOO_SHORT
from cranework.study.store import Study

RATE = 24
NEAR_S = 0.25
WALL, OTHER = texture(1), texture(2)
STILL = picture(WALL, similarity())
ROLL = np.radians(10)
GROWTH = 100 * np.log(1.1)
TWINS = {"pan": "truck", "tilt": "pedestal", "zoom": "dolly"}
SIGNALS = ("motion.horizontal", "motion.vertical", "motion.zoom", "motion.roll", "motion.mobility", "motion.inliers")
Content = Callable[[float], tuple[complex, complex]]


def seconds(length: float) -> list[float]:
    return [frame / RATE for frame in range(round(length * RATE))]


def shot(content: Content, length: float = 3.0, canvas: Bytes = WALL) -> list[Bytes]:
    """Pictures of a wall that goes, grows and turns as `content` says at each second."""
    return take(canvas, [content(t) for t in seconds(length)])


def turning(angles: list[float], focal: float, canvas: Bytes = WALL) -> list[Bytes]:
    """Pictures of a camera that turns right by these angles (radians), focal length in frame widths."""
    wide = focal * SIZE[0]
    here, there = (
        np.array([[wide, 0, (w - 1) / 2], [0, wide, (h - 1) / 2], [0, 0, 1]], float) for w, h in (SIZE, CANVAS)
    )
    flags, border = cv2.INTER_CUBIC, cv2.BORDER_REFLECT
    ways = [here @ turned(yaw) @ np.linalg.inv(there) for yaw in angles]
    return [np.asarray(cv2.warpPerspective(canvas, w, SIZE, flags=flags, borderMode=border), np.uint8) for w in ways]


def dissolved(first: list[Bytes], second: list[Bytes], frames: int) -> list[Bytes]:
    shares = (np.arange(frames) + 1) / (frames + 1)
    over = [(1 - s) * a + s * b for s, a, b in zip(shares, first[-frames:], second, strict=False)]
    return [*first[:-frames], *(one.round().astype(np.uint8) for one in over), *second[frames:]]


PAN = shot(lambda t: similarity(right=-0.15 * (t - 1.5)), 3.2)
ZOOM = shot(lambda t: similarity(scale=1.1**t), canvas=OTHER)

MOVES: dict[str, tuple[Content, float]] = {
    "pan_right": (lambda t: similarity(right=-0.15 * (t - 1.5)), 0.15),
    "pan_left": (lambda t: similarity(right=0.08 * (t - 1.5)), 0.08),
    "tilt_up": (lambda t: similarity(down=0.12 * (t - 1.5)), 0.12),
    "tilt_down": (lambda t: similarity(down=-0.06 * (t - 1.5)), 0.06),
    "zoom_in": (lambda t: similarity(scale=1.1**t), 10.0),
    "zoom_out": (lambda t: similarity(scale=1.4 * 1.1**-t), 10.0),
    "roll_cw": (lambda t: similarity(turn=-ROLL * t), 10.0),
    "roll_ccw": (lambda t: similarity(turn=ROLL * t), 10.0),
}
"""How the content goes, and the speed in the units of the label."""


@pytest.fixture
def seen(tmp_path: Path, measure: Measure) -> Callable[..., Any]:
    """`with seen(pictures) as study`: moves and motion of a film of these pictures."""

    def of(pictures: list[Bytes], rate: int = RATE) -> Any:
        film = write(tmp_path / "film.mp4", pictures, rate=rate, gop=1000, options={"crf": "14"})
        return measure(film, "moves", "motion", "shots")

    return of


def is_or_may_be(move: dict[str, Any], label: str) -> bool:
    """Whether a move is called so; where nothing shows depth, by the name of its twin with this one beside."""
    kind, _, way = label.partition("_")
    if move["label"] == label:
        return True
    return bool(move["label"] == f"{TWINS.get(kind)}_{way}" and label in move["ambiguous_with"])


def only(study: Study) -> dict[str, Any]:
    """The one move of a film."""
    rows = study.spans("moves")
    assert len(rows) == 1, [row["label"] for row in rows]
    return rows[0]


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
        ("tilt_down", "vertical", -0.06), ("zoom_in", "zoom", GROWTH), ("zoom_out", "zoom", -GROWTH),
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


class TestCourse:
    @pytest.mark.parametrize(("label", "content"), [
        ("pan_right", lambda share: similarity(right=-0.24 * (share - 0.5))),
        ("tilt_down", lambda share: similarity(down=-0.2 * (share - 0.5))),
        ("zoom_in", lambda share: similarity(scale=1.3**share)),
        ("roll_ccw", lambda share: similarity(turn=0.4 * share)),
    ])  # fmt: skip
    def test_a_move_between_two_holds(
        self, label: str, content: Callable[[float], tuple[complex, complex]], seen: Callable[..., Any]
    ) -> None:
        shares = eased(np.array(seconds(5)), 1.5, 3.5).tolist()
        with seen(take(WALL, [content(share) for share in shares])) as study:
            before, move, after = study.spans("moves")
            assert before["label"] == after["label"] == "static"
            assert is_or_may_be(move, label)
            assert move["start"] == pytest.approx(36, abs=NEAR_S * RATE)
            assert move["end"] == pytest.approx(84, abs=NEAR_S * RATE)
            assert (before["start"], before["end"]) == (0, move["start"])
            assert (after["start"], after["end"]) == (move["end"], 120)
            assert study.shots[0]["mobility"] == pytest.approx(0.4, abs=0.05)

    @pytest.mark.xfail(reason="windows that reach into the move beside are asked, too")
    def test_holds_beside_a_move_are_sure(self, seen: Callable[..., Any]) -> None:
        shares = eased(np.array(seconds(5)), 1.5, 3.5).tolist()
        with seen(take(WALL, [similarity(scale=1.3**share) for share in shares])) as study:
            before, _, after = study.spans("moves")
            assert min(before["confidence"], after["confidence"]) > 0.5

    def test_there_and_back_are_two(self, seen: Callable[..., Any]) -> None:
        with seen(shot(lambda t: similarity(right=0.15 * (1 - abs(t - 2))), 4)) as study:
            first, second = study.spans("moves")
            assert is_or_may_be(first, "pan_left") and is_or_may_be(second, "pan_right")
            assert first["end"] == pytest.approx(48, abs=NEAR_S * RATE)
            assert second["start"] == pytest.approx(48, abs=NEAR_S * RATE)

    def test_two_axes_at_once(self, seen: Callable[..., Any]) -> None:
        with seen(shot(lambda t: similarity(right=-0.12 * (t - 1.5), down=0.1 * (t - 1.5)))) as study:
            across, up = sorted(study.spans("moves"), key=lambda move: abs(move["travel"]), reverse=True)
            assert is_or_may_be(across, "pan_right") and is_or_may_be(up, "tilt_up")
            assert across["speed"] == pytest.approx(0.12, rel=0.05)
            assert up["speed"] == pytest.approx(0.1, rel=0.05)


class TestTwoShots:
    def test_with_a_cut_between(self, seen: Callable[..., Any]) -> None:
        with seen([*PAN[:72], *ZOOM[:-1]]) as study:
            assert [shot["start"] for shot in study.shots] == [0, 72]
            pan, zoom = study.spans("moves")
            assert is_or_may_be(pan, "pan_right") and is_or_may_be(zoom, "zoom_in")
            assert pan["end"] <= 72 <= zoom["start"]
            assert pan["end"] >= 72 - NEAR_S * RATE and zoom["start"] <= 72 + NEAR_S * RATE
            assert [len(shot["moves"]) for shot in study.shots] == [1, 1]

    @pytest.mark.parametrize("cut", [71, 72, 73])
    def test_nothing_is_measured_across_a_cut_and_all_else_is(self, cut: int, seen: Callable[..., Any]) -> None:
        with seen(PAN[:cut] + ZOOM[:48]) as study:
            for name in SIGNALS:
                missing = np.flatnonzero(np.isnan(study.signal(name)))
                assert cut in missing, name
                inner = missing[(missing > 0) & (missing < study.frames - 1)]
                assert (np.abs(inner - cut) <= 1).all(), name  # a step is two frames long
            horizontal = study.signal("motion.horizontal")
            assert np.nanmax(np.abs(horizontal[:cut] - 0.15)) < 0.01
            assert np.nanmax(np.abs(horizontal[cut:])) < 0.01

    def test_with_a_dissolve_between(self, seen: Callable[..., Any]) -> None:
        with seen(dissolved(PAN[:73], ZOOM, 20)) as study:
            (between,) = [t for t in study.spans("transitions") if t["kind"] == "dissolve"]
            start, end = between["start"], between["end"]
            pan, zoom = study.spans("moves")
            assert is_or_may_be(pan, "pan_right") and is_or_may_be(zoom, "zoom_in")
            assert pan["end"] == pytest.approx(start, abs=NEAR_S * RATE) and pan["end"] <= start
            assert zoom["start"] == pytest.approx(end, abs=NEAR_S * RATE) and zoom["start"] >= end
            assert pan["speed"] == pytest.approx(0.15, rel=0.05) and zoom["speed"] == pytest.approx(10, rel=0.05)
            for name in SIGNALS:
                missing = np.flatnonzero(np.isnan(study.signal(name)))
                assert set(range(start, end)) <= set(missing.tolist()), name
                inner = missing[(missing > 0) & (missing < study.frames - 1)]
                assert inner.min() >= start - 1 and inner.max() <= end + 1, name


class TestNothingToSee:
    def test_a_black_shot_has_no_moves(self, seen: Callable[..., Any]) -> None:
        black = [np.full((180, 320), 16, np.uint8)] * 72
        with seen([*PAN[:72], *black, *ZOOM]) as study:
            plain = study.shots[1]
            assert (plain["start"], plain["end"], plain["flags"]) == (72, 144, ["plain"])
            assert plain["moves"] == [] and plain["steadiness"] is None and plain["mobility"] is None
            assert [
                is_or_may_be(move, label)
                for move, label in zip(study.spans("moves"), ("pan_right", "zoom_in"), strict=True)
            ]
            assert np.isnan(study.signal("motion.horizontal")[73:144]).all()

    def test_noise_cannot_be_told(self, seen: Callable[..., Any]) -> None:
        random = np.random.default_rng(0)
        coarse = [random.integers(30, 220, (23, 40), np.uint8) for _ in range(48)]
        noise = [cv2.resize(one, SIZE, interpolation=cv2.INTER_CUBIC) for one in coarse]
        with seen([np.asarray(one, np.uint8) for one in noise]) as study:
            for move in study.spans("moves"):
                assert move["label"] is None
                assert move["why"] in (TOO_FEW, TOO_SHORT) and move["confidence"] == 0

    def test_one_frame_is_too_short(self, seen: Callable[..., Any]) -> None:
        with seen(PAN[:1]) as study:
            assert (only(study)["label"], only(study)["why"]) == (None, TOO_SHORT)

    @pytest.mark.xfail(reason="what goes less far than a move must is called static, however fast")
    def test_a_short_shot_that_moves_is_not_static(self, seen: Callable[..., Any]) -> None:
        with seen(PAN[:10]) as study:
            assert np.nanmedian(study.signal("motion.horizontal")) == pytest.approx(0.15, rel=0.05)
            assert only(study)["label"] != "static"


class TestFilm:
    def test_shares_and_lengths(self, seen: Callable[..., Any]) -> None:
        with seen([*PAN[:72], *[picture(texture(8), similarity())] * 72, *ZOOM]) as study:
            (row,) = study.spans("mobility")
            labels = [move["label"] for move in study.spans("moves")]
            assert labels[1] == "static" and len(labels) == 3
            assert row["moving_share"] == pytest.approx(2 / 3, abs=0.03)
            assert row["share_by_label"] == {label: pytest.approx(1 / 3, abs=0.03) for label in labels}
            kinds = row["turning_share"], row["travelling_share"], row["zooming_share"]
            assert sum(kinds) == pytest.approx(1, abs=0.02)
            assert row["path_length_widths"] == pytest.approx(3 * 0.15 + 3 * np.log(1.1) * 0.25, rel=0.05)
            assert row["not_told_share"] == 0

    def test_the_document_holds_the_moves(self, seen: Callable[..., Any]) -> None:
        with seen([*PAN[:72], *ZOOM]) as study:
            shots = study.document()["shots"]
            for one, move in zip(shots, study.spans("moves"), strict=True):
                (told,) = one["moves"]
                assert told["label"] == move["label"] and told["start"] == move["start"]
                assert one["steadiness"] == "smooth" and one["mobility"] > 0.9
