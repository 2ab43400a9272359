"""What the tests of layers share: small films of several segments, and a way to measure them in this very process."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Executor
from contextlib import contextmanager
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from tests.conftest import MakeFilm
from tests.engine.executors import Inline
from tests.film.made import write

from cranework.engine.run import analyze
from cranework.film import segments
from cranework.study.store import Study

Measure = Callable[..., Any]


@pytest.fixture(autouse=True)
def small_segments(monkeypatch: pytest.MonkeyPatch) -> None:
    """Segments of half a second, so that tiny films have several."""
    monkeypatch.setattr(segments, "SEGMENT_SECONDS", Fraction(1, 2))
    monkeypatch.setattr(segments, "STRAIGHT_FRAMES", 13)


@pytest.fixture
def measure(tmp_path: Path) -> Measure:
    """`with measure(film, "luma", ...) as study`: the study of some layers, measured here and now."""

    @contextmanager
    def measured(film: Path, *layers: str, executor: Executor | None = None) -> Iterator[Study]:
        study = tmp_path / f"{film.name}.cranework"
        analyze(film, study, layers=layers or None, executor=executor or Inline())
        with Study.open(study) as opened:
            yield opened

    return measured


@pytest.fixture
def seen(tmp_path: Path, measure: Measure) -> Callable[..., Any]:
    """`with seen(pictures) as study`: the camera's moves in a film of these pictures."""

    def of(pictures: list[Any], rate: int = 24) -> Any:
        film = write(tmp_path / "film.mp4", pictures, rate=rate, gop=1000, options={"crf": "14"})
        return measure(film, "moves", "motion", "shots")

    return of


@pytest.fixture(scope="session")
def films(tmp_path_factory: pytest.TempPathFactory, make_film: MakeFilm) -> list[Path]:
    """Three films with cuts: segments by ticks, segments of a straight decoding, and time stamps by a coarse clock."""
    folder = tmp_path_factory.mktemp("films")
    return [
        make_film(folder / "cuts.mp4", (20, 17, 30, 8), options={"bf": "2"}),
        make_film(folder / "cuts.ts", (25, 12, 20), codec="mpeg2video", rate=25),
        make_film(folder / "cuts.webm", (31, 30), size=(175, 99), rate=Fraction(24000, 1001)),
    ]
