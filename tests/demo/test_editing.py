"""A film of plain pictures: what is mixed is what the truth says, frame by frame."""

from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from cranework.demo.camera import Pose, in_turn
from cranework.demo.editing import FRAME_RATE, Builder, Join, Overlay, Reel, Shot, wiped
from cranework.demo.stage import Fog, Plane, Scene

SIZE = (64, 36)


def gray() -> Scene:
    """A picture of one gray."""
    return Scene((_backdrop(100),), fog=Fog(100))


def bright() -> Scene:
    """A brighter one."""
    return Scene((_backdrop(200),), fog=Fog(200))


def _backdrop(tone: int) -> Plane:
    from cranework.demo.stage import Texture, standing

    return standing(Texture(np.full((16, 16), tone, np.uint8)), 0, 50, 200, -100, width=400)


def shot(scene: Builder, seconds: float = 2.0, **more: Any) -> Shot:
    return Shot("plain", scene, in_turn(Pose(), ("static", seconds, 0)), seconds, **more)


def tones(reel: Reel) -> NDArray[np.int_]:
    """The middle pixel of every frame."""
    return np.array([reel.picture(k, *SIZE)[18, 32] for k in range(reel.frames)], int)


def test_a_cut_is_the_first_frame_of_the_new_shot() -> None:
    reel = Reel([shot(gray), shot(bright)], [Join()], Join(), Join())
    assert tones(reel).tolist() == [100] * 48 + [200] * 48
    assert reel.truth()["transitions"] == [{"kind": "cut", "start": 48, "end": 48}]


def test_a_dissolve_is_a_mixture_in_its_span_and_nowhere_else() -> None:
    reel = Reel([shot(gray), shot(bright)], [Join("dissolve", 12)], Join(), Join())
    (span,) = reel.truth()["transitions"]
    seen = tones(reel)
    assert span == {"kind": "dissolve", "start": 36, "end": 48}
    assert (seen[:36] == 100).all()
    assert (seen[48:] == 200).all()
    assert seen[36:48] == pytest.approx(100 + 100 * np.arange(1, 13) / 13, abs=1)
    assert reel.bounds() == [(0, 42), (42, 84)]


def test_fades_end_in_plain_black_and_begin_after_it() -> None:
    reel = Reel([shot(gray), shot(bright)], [Join("fade", 10, 6)], Join("fade", 8, 4), Join("fade", 8, 4))
    seen = tones(reel)
    spans = {(one["kind"], one["start"], one["end"]) for one in reel.truth()["transitions"]}
    assert spans == {("fade_in", 4, 12), ("fade_out", 42, 52), ("fade_in", 58, 68), ("fade_out", 98, 106)}
    for kind, start, end in spans:
        steps = np.diff(seen[start:end])
        assert (steps > 0).all() if kind == "fade_in" else (steps < 0).all()
        assert seen[start:end].min() > 0
    assert not seen[:4].any() and not seen[52:58].any() and not seen[106:].any()
    assert seen[12] == seen[41] == 100
    assert reel.bounds() == [(0, 55), (55, 110)]


def test_a_wipe_uncovers_from_the_left() -> None:
    old, new = np.full((4, 200), 10, np.uint8), np.full((4, 200), 90, np.uint8)
    half = wiped(old, new, 0.5)
    assert half[0, 90] == 90 and half[0, 110] == 10
    assert (np.diff(half[0].astype(int)) <= 0).all()
    reel = Reel([shot(gray), shot(bright)], [Join("wipe", 11)], Join(), Join())
    frames = [reel.picture(k, *SIZE) for k in (36, 37, 42, 47, 48)]
    uncovered = [float((frame > 150).mean()) for frame in frames]
    assert uncovered == sorted(uncovered)
    assert uncovered[0] == 0 and uncovered[-1] == 1 and 0.4 < uncovered[2] < 0.6


def test_a_superimposition_shows_both_within_its_span() -> None:
    over = Overlay(bright, in_turn(Pose(), ("static", 2.0, 0)), 0.5, 1.5, ramp=0.25)
    reel = Reel([shot(gray, over=over)], [], Join(), Join())
    (span,) = reel.truth()["superimpositions"]
    seen = tones(reel)
    assert span == {"start": 12, "end": 36}
    assert (seen[:12] == 100).all() and (seen[36:] == 100).all()
    assert (seen[12:36] > 100).all()
    assert seen[18:30] == pytest.approx(100 * (1 - over.dimmed) + 200 * over.strength, abs=1)
    assert reel.truth()["transitions"] == []


def test_moves_end_where_their_shot_does() -> None:
    path = in_turn(Pose(), ("static", 1.0, 0), ("pan_left", 1.0, 5))
    reel = Reel([Shot("a", gray, path, 2.0), Shot("b", bright, path, 2.0)], [Join("dissolve", 12)], Join(), Join())
    first, second = reel.truth()["shots"]
    assert first["moves"] == [{"label": "static", "start": 0, "end": 24}, {"label": "pan_left", "start": 24, "end": 42}]
    assert second["moves"] == [
        {"label": "static", "start": 42, "end": 60},
        {"label": "pan_left", "start": 60, "end": 84},
    ]


JOINS = st.one_of(
    st.just(Join()),
    st.builds(Join, st.sampled_from(["dissolve", "wipe"]), st.integers(2, 20)),
    st.builds(Join, st.just("fade"), st.integers(2, 20), st.integers(1, 20)),
)


@settings(max_examples=60, deadline=None)
@given(
    joins=st.lists(JOINS, max_size=6), opening=st.builds(Join, st.just("fade"), st.integers(2, 12), st.integers(0, 9))
)
def test_shots_tile_the_film_and_transitions_lie_between_them(joins: list[Join], opening: Join) -> None:
    shots = [shot(gray, 2.0 + 0.1 * k) for k in range(len(joins) + 1)]
    truth = Reel(shots, joins, opening, Join()).truth()
    bounds = [(one["start"], one["end"]) for one in truth["shots"]]
    assert bounds[0][0] == 0 and bounds[-1][1] == truth["frames"]
    assert all(a[1] == b[0] for a, b in pairwise(bounds))
    assert all(start < end for start, end in bounds)
    spans = [(one["start"], one["end"]) for one in truth["transitions"]]
    assert spans == sorted(spans)
    assert all(0 <= start <= end <= truth["frames"] for start, end in spans)
    inner = {cut for _, cut in bounds[:-1]}
    for one in truth["transitions"]:
        if one["kind"] in ("cut", "dissolve", "wipe"):
            assert one["start"] + (one["end"] - one["start"]) // 2 in inner
    assert FRAME_RATE == 24
