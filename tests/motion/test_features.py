"""What a window shows is the same for a scene and its mirror image, but for the numbers that tell left from right."""

from __future__ import annotations

import numpy as np
import pytest
from tests.motion.made import Floats, seen, spots, turned, windows_of

from cranework.motion.features import FOCALS, Measured, measure
from cranework.motion.masked import FEWEST
from cranework.motion.windows import Windows

LEFT_RIGHT, TOP_BOTTOM = (-1.0, 1.0), (1.0, -1.0)
TURNS = {
    LEFT_RIGHT: {"sideways": -1, "upright": 1, "depth": 1, "roll": -1},
    TOP_BOTTOM: {"sideways": 1, "upright": -1, "depth": 1, "roll": -1},
}
"""For each mirror, what becomes of the signs of each axis."""

UPPER_LOWER = (("upper", "lower"), ("lower", "upper"))


def windows(seed: int, count: int = 4) -> Windows:
    """Cameras that turn, travel and zoom at once past things at all depths, with noise and things that move."""
    random = np.random.default_rng(seed)
    parts = []
    for k in range(count):
        p = spots(10 * seed + k, 70)
        depth = random.uniform(2, 20, 70)
        yaw, pitch, roll, zoom = random.normal(0, 0.05, 4)
        travel = random.normal(0, 0.3, 3)
        ways = [
            seen(
                p,
                depth,
                1.2,
                turned(yaw * s, pitch * s, roll * s),
                (travel[0] * s, travel[1] * s, travel[2] * s),
                zoom * s,
            )
            for s in (0.5, 1)
        ]
        moves = random.random(70) < 0.1
        shift = np.where(moves[:, None], random.normal(0, 0.05, 2), 0)
        noise = random.normal(0, 0.0005, (2, 70, 2))
        parts.append(np.stack([p, ways[0] + shift / 2 + noise[0], ways[1] + shift + noise[1]]))
    made = windows_of(*np.stack(parts, axis=1))
    known = random.random(made.known.shape) < 0.8
    return Windows(made.first, made.last, made.seconds, made.start, made.middle, made.end, known)


def mirrored(w: Windows, signs: tuple[float, float]) -> Windows:
    return Windows(w.first, w.last, w.seconds, w.start * signs, w.middle * signs, w.end * signs, w.known)


def measured(
    depth: Floats | float, focal: float = 1.2, turn: Floats | None = None,
    travel: tuple[float, float, float] = (0, 0, 0), zoom: float = 0.0,
) -> Measured:  # fmt: skip
    """What one window shows of a camera that goes so; halfway it has gone half."""
    p = spots(1, 80)
    end = seen(p, depth, focal, turn, travel, zoom)
    return measure(windows_of(p[None], ((p + end) / 2)[None], end[None]))


DEPTHS = np.random.default_rng(5).uniform(2, 15, 80)


SWAPPED = {f"{way}_{a}": f"{way}_{b}" for way in ("across", "down", "growth") for a, b in UPPER_LOWER}
"""Near things are mostly low in the picture: what is told of its parts changes places where it is upside down."""

NEGATED = ("leftover_x_by_y", "leftover_y_by_y", "growth_by_y")
ROUNDS_UP = pytest.mark.xfail(reason="of an even number of values the median is the upper one, which the mirror sees")


class TestMirrors:
    def test_left_and_right_all_but_the_same(self) -> None:
        w = windows(0, 40)
        one, other = measure(w), measure(mirrored(w, LEFT_RIGHT))
        for k, name in enumerate(one.names):
            assert np.median(np.abs(other.features[:, k] - one.features[:, k])) < 0.02, name
        for axis, sign in TURNS[LEFT_RIGHT].items():
            assert np.median(np.abs(other.odd[axis] - sign * one.odd[axis]), axis=0).max() < 0.05, axis

    @ROUNDS_UP
    def test_left_and_right_the_same(self) -> None:
        w = windows(0, 40)
        one, other = measure(w), measure(mirrored(w, LEFT_RIGHT))
        assert other.features == pytest.approx(one.features, abs=1e-3)
        for axis, sign in TURNS[LEFT_RIGHT].items():
            assert other.odd[axis] == pytest.approx(sign * one.odd[axis], abs=1e-3), axis

    def test_top_and_bottom_but_for_what_is_near_below(self) -> None:
        w = windows(1, 40)
        one, other = measure(w), measure(mirrored(w, TOP_BOTTOM))
        names = list(one.names)
        for k, name in enumerate(names):
            there = other.features[:, names.index(SWAPPED.get(name, name))] * (-1 if name in NEGATED else 1)
            assert np.median(np.abs(there - one.features[:, k])) < 0.03, name
        assert other.odd["depth"] == pytest.approx(one.odd["depth"], abs=0.1)
        assert other.odd["roll"] == pytest.approx(-one.odd["roll"], abs=0.1)
        for axis, sign in (("sideways", 1), ("upright", -1)):  # the first two: the shift of the whole, the median one
            here, there = one.odd[axis][:, :2], other.odd[axis][:, :2]
            assert np.median(np.abs(there - sign * here)) < 0.01, axis

    @pytest.mark.parametrize("signs", [LEFT_RIGHT, TOP_BOTTOM], ids=["left-right", "top-bottom"])
    def test_what_is_told_beside(self, signs: tuple[float, float]) -> None:
        w = windows(3, 40)
        one, other = measure(w), measure(mirrored(w, signs))
        alike = (one.known == other.known).all(1)  # letters are looked for below alone
        assert alike.mean() > 0.8
        x, y = signs
        assert other.similarity[alike] == pytest.approx(one.similarity[alike] * (1, x * y, x, y), abs=1e-3)
        assert other.turn[alike] == pytest.approx(one.turn[alike] * (x, y, x * y, 1), abs=1e-3)
        assert other.leftover[alike] == pytest.approx(one.leftover[alike] * signs, abs=1e-3)
        for name in ("focal", "parallax", "motion", "obeying", "still_at_border"):
            assert getattr(other, name)[alike] == pytest.approx(getattr(one, name)[alike], abs=1e-3), name


class TestWhatIsShown:
    def test_a_still_picture(self) -> None:
        p = spots(1, 80)[None]
        shown = measure(windows_of(p, p, p))
        value = dict(zip(shown.names, shown.features[0].tolist(), strict=True))
        assert value["still"] == value["fixed"] == value["fixed_border"] == 1
        assert shown.still_at_border[0] == 1 and shown.parallax[0] == 0
        assert shown.similarity[0] == pytest.approx([0, 0, 0, 0], abs=1e-6)

    @pytest.mark.parametrize("focal", FOCALS)
    def test_turning_leaves_nothing_over(self, focal: float) -> None:
        shown = measured(DEPTHS, focal, turned(0.1, -0.03, 0.02), zoom=0.05)
        assert shown.focal[0] == focal
        assert shown.parallax[0] < 1e-4
        assert shown.features[0, shown.names.index("turns_only")] == 1
        assert shown.turn[0] == pytest.approx([0.1, -0.03, 0.02, 0.05], abs=0.004)

    @pytest.mark.parametrize("travel", [(0.5, 0, 0), (0, 0.5, 0), (0, 0, 0.6)])
    def test_travelling_leaves_parallax_over_and_its_direction(self, travel: tuple[float, float, float]) -> None:
        shown = measured(DEPTHS, travel=travel)
        value = dict(zip(shown.names, shown.features[0].tolist(), strict=True))
        shares = [value[name] for name in ("travel_across", "travel_down", "travel_forward")]
        assert shown.parallax[0] > 0.01
        assert int(np.argmax(shares)) == int(np.argmax(travel))
        assert max(shares) > 0.9

    @pytest.mark.parametrize(("axis", "turn", "zoom"), [
        ("sideways", turned(yaw=0.1), 0.0), ("upright", turned(pitch=0.1), 0.0), ("roll", turned(roll=0.1), 0.0),
        ("depth", None, 0.1),
    ])  # fmt: skip
    def test_odd_numbers_turn_with_the_move(self, axis: str, turn: Floats | None, zoom: float) -> None:
        one = measured(DEPTHS, turn=turn, zoom=zoom).odd[axis][0, :2]  # the picture as a whole, and its middle point
        back = measured(DEPTHS, turn=None if turn is None else turn.T, zoom=-zoom).odd[axis][0, :2]
        assert (np.abs(one) > 0.2).all()
        assert back == pytest.approx(-one, rel=0.15)


class TestFewPoints:
    @pytest.mark.parametrize("count", [0, 1, FEWEST - 1, 14])
    def test_no_number_is_none(self, count: int) -> None:
        made = windows(7)
        known = np.zeros_like(made.known)
        known[:, :count] = True
        shown = measure(Windows(made.first, made.last, made.seconds, made.start, made.middle, made.end, known))
        assert np.isfinite(shown.features).all()
        assert all(np.isfinite(values).all() for values in shown.odd.values())

    def test_letters_are_not_asked(self) -> None:
        p = spots(1, 80)
        letters = (p[:, 1] > 0.18) & (np.abs(p[:, 0]) < 0.25)
        assert letters.sum() > 3
        end = p + np.where(letters[:, None], 0.0, (-0.05, 0.0))
        shown = measure(windows_of(p[None], ((p + end) / 2)[None], end[None]))
        assert np.array_equal(shown.known[0], ~letters)
        assert shown.obeying[0] == pytest.approx(1)
