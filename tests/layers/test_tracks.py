"""The tracks of a film: samples some four times a second, places in frame widths of the picture without its bars."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from tests.film.made import write
from tests.layers.conftest import Measure
from tests.motion.made import SIZE, Bytes, similarity, take, texture

from cranework.film import segments
from cranework.motion.windows import SLOTS, UNITS

WALL = texture(1)
OPTIONS = {"crf": "14"}


def moving(frames: int, rate: float = 24, speed: float = 0.12) -> list[Bytes]:
    """A wall that goes left by so many frame widths a second."""
    return take(WALL, [similarity(right=-speed * (k / rate - 1)) for k in range(frames)])


@pytest.fixture
def tracked(tmp_path: Path, measure: Measure) -> Callable[..., Any]:
    """`with tracked(pictures) as study`: the tracks of a film of these pictures."""

    def of(pictures: list[Bytes], rate: Fraction | int = 24, gop: int = 1000) -> Any:
        return measure(write(tmp_path / "film.mp4", pictures, rate=rate, gop=gop, options=OPTIONS), "tracks")

    return of


@pytest.mark.parametrize(("rate", "every"), [(8, 1), (12, 1), (18, 2), (24, 2), (25, 2), (30, 2), (48, 4), (60, 5)])
def test_some_four_samples_a_second(rate: int, every: int, tracked: Callable[..., Any]) -> None:
    with tracked(moving(2 * rate, rate), rate=rate) as study:
        sampled = study.signal("tracks.sampled")
        at = np.flatnonzero(sampled)
        assert at.tolist() == list(range(0, 2 * rate, 3 * every))
        span = study.signal("tracks.span")
        assert np.flatnonzero(span).tolist() == list(range(every, 2 * rate, every))
        assert set(span.tolist()) == {0, every}
        points = study.signal("tracks.points")
        assert points.dtype == np.dtype("<i2") and points.shape == (2 * rate, SLOTS, 3)
        assert not points[sampled == 0].any()
        assert (points[at, :, 2].max(1) == np.arange(1, len(at) + 1)).all()
        assert not points[points[..., 2] == 0].any()


def test_points_go_with_the_picture(tracked: Callable[..., Any]) -> None:
    with tracked(moving(49)) as study:
        points = study.signal("tracks.points")[study.signal("tracks.sampled") > 0].astype(int)
        for before, after in pairwise(points):
            kept = (before[:, 2] > 0) & (after[:, 2] == before[:, 2] + 1)
            assert kept.sum() > 60
            gone = (after - before)[kept, :2] / UNITS
            assert np.median(gone, axis=0) == pytest.approx([-0.03, 0], abs=0.3 / SIZE[0])  # of a coded film
        step, steps = study.signal("tracks.step"), study.signal("tracks.span") > 0
        assert step[steps] == pytest.approx(np.tile([0, 0, -0.01, 0], (24, 1)), abs=0.0008)
        assert not step[~steps].any()
        assert (study.signal("tracks.obeying")[steps] > 0.9).all()
        assert (study.signal("tracks.leftover")[steps] < 0.2 / SIZE[0]).all()


def test_ages_never_skip_and_begin_anew_at_a_cut(tracked: Callable[..., Any]) -> None:
    cut = 26
    with tracked(moving(cut) + take(texture(2), [similarity(scale=1.05 ** (k / 24)) for k in range(30)])) as study:
        at = np.flatnonzero(study.signal("tracks.sampled"))
        assert cut in at
        before = np.zeros(SLOTS, int)
        for frame in at.tolist():
            now = study.signal("tracks.points", frame, frame + 1)[0, :, 2].astype(int)
            assert ((now == 0) | (now == 1) | ((before > 0) & (now == before + 1))).all()
            if frame == cut:
                assert now.max() == 1 and np.count_nonzero(now) > 60
            before = now
        assert study.signal("tracks.span")[cut] == 0


def test_segments_begin_anew(tracked: Callable[..., Any], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(segments, "SEGMENT_SECONDS", 1)
    with tracked(moving(72), gop=24) as study:
        bounds = study.segment_bounds()
        assert len(bounds) == 3
        for first, _ in bounds:
            assert study.signal("tracks.sampled")[first] == 1
            assert study.signal("tracks.points", first, first + 1)[0, :, 2].max() == 1
            assert study.signal("tracks.span")[first] == 0


def test_places_are_those_of_the_picture_without_bars(tracked: Callable[..., Any]) -> None:
    framed = []
    for one in moving(25):
        framed.append(np.zeros((180, 320), np.uint8))
        framed[-1][:, 60:260] = one[:, 60:260]
    with tracked(framed) as study:
        x, _, width, _ = study.film.active_area
        assert (x, width) == (pytest.approx(60, abs=2), pytest.approx(200, abs=4))
        points = study.signal("tracks.points")[study.signal("tracks.sampled") > 0]
        places = points[points[..., 2] > 0][:, :2] / UNITS
        assert 0.4 < np.abs(places[:, 0]).max() <= 0.5
        step = study.signal("tracks.step")[study.signal("tracks.span") > 0]
        assert np.median(step[:, 2]) == pytest.approx(-0.01 * 320 / width, rel=0.05)


def test_a_black_film_has_none(tracked: Callable[..., Any]) -> None:
    with tracked([np.full((180, 320), 16, np.uint8)] * 30) as study:
        assert not study.signal("tracks.points").any()
        assert not study.signal("tracks.obeying").any() and not study.signal("tracks.step").any()


def test_the_same_film_gives_the_same_bytes(tmp_path: Path, measure: Measure) -> None:
    film, contents = write(tmp_path / "one.mp4", moving(30), options=OPTIONS), []
    for path in (film, Path(shutil.copy(film, tmp_path / "two.mp4"))):
        with measure(path, "tracks") as study:
            names = ("points", "sampled", "span", "step", "obeying", "leftover")
            contents.append([study.signal(f"tracks.{signal}").tobytes() for signal in names])
    assert contents[0] == contents[1]
