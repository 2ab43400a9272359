"""What many tests share: the material beside the repository, and tiny films whose cuts are known."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any, Protocol

import numpy as np
import pytest
from hypothesis import settings
from numpy.typing import NDArray

ROOT = Path(__file__).resolve().parent.parent
CODECS = {".mp4": "libx264", ".mov": "libx264", ".mkv": "libx264", ".webm": "libvpx-vp9", ".avi": "mpeg4"}

# A busy machine must not fail a test, and a check before merging must not depend on luck.
settings.register_profile("here", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "here")


class MakeFilm(Protocol):
    """Writes a tiny film and gives its path back; see the fixture `make_film`."""

    def __call__(
        self,
        path: Path,
        shots: Sequence[int] = (24, 24, 24),
        *,
        container: str | None = None,
        codec: str | None = None,
        size: tuple[int, int] = (160, 120),
        rate: Fraction | int = 24,
        options: dict[str, str] | None = None,
    ) -> Path: ...


@pytest.fixture(autouse=True)
def scheduling_kept() -> Iterator[None]:
    """No test leaves this process with another scheduling than it had: whatever it starts later would inherit that."""
    scheduling = getattr(os, "sched_getscheduler", lambda _: None)
    before = scheduling(0)
    yield
    assert scheduling(0) == before


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of shared material, a sibling of the repository."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("the material in ../shared is not here")
    return folder


@pytest.fixture(scope="session")
def demonstration_study(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The study of the demonstration film, with the film and its truth (`truth.json`) beside it."""
    from cranework.demo.film import render
    from cranework.engine.run import analyze

    folder = tmp_path_factory.mktemp("demonstration")
    analyze(render(folder), folder / "film.cranework")
    return folder / "film.cranework"


@pytest.fixture(scope="session")
def picture() -> Callable[[int, int, tuple[int, int]], NDArray[np.uint8]]:
    """The picture of a made film: `picture(shot, frame of the shot, (width, height))`, RGB uint8 (height, width, 3)."""
    return _picture


@pytest.fixture(scope="session")
def make_film() -> MakeFilm:
    """Write a film of moving gradients: `shots` are lengths in frames, so that cuts lie at their running sums.

    `container` and `codec` follow from the path's suffix unless given; `options` go to the encoder. A film of no
    frames is made with `shots=()`.
    """
    return _make_film


def _make_film(
    path: Path,
    shots: Sequence[int] = (24, 24, 24),
    *,
    container: str | None = None,
    codec: str | None = None,
    size: tuple[int, int] = (160, 120),
    rate: Fraction | int = 24,
    options: dict[str, str] | None = None,
) -> Path:
    import av

    with av.open(str(path), "w", format=container) as output:
        stream: Any = output.add_stream(codec or CODECS.get(path.suffix, "mpeg2video"), rate=Fraction(rate))
        stream.width, stream.height = size
        stream.pix_fmt = "yuv420p"
        stream.gop_size = 12
        stream.options = options or {}
        stream.thread_count = 1
        output.start_encoding()  # writes the header even of a film of no frames
        pictures = (_picture(shot, frame, size) for shot, length in enumerate(shots) for frame in range(length))
        for index, array in enumerate(pictures):
            frame = av.VideoFrame.from_ndarray(array, format="rgb24")
            frame.pts, frame.time_base = index, 1 / Fraction(rate)
            output.mux(stream.encode(frame))
        output.mux(stream.encode(None))
    return path


def _picture(shot: int, frame: int, size: tuple[int, int]) -> NDArray[np.uint8]:
    """A gradient that drifts by one pixel a frame; neighbouring shots differ in color, light and direction."""
    width, height = size
    rng = np.random.default_rng(shot)
    y, x = np.mgrid[0:height, 0:width].astype(np.float64)
    angle = rng.uniform(0, 2 * np.pi)
    phase = (x * np.cos(angle) + y * np.sin(angle) + frame) * 2 * np.pi / rng.uniform(40, 80)
    base = np.array([60.0 + 110.0 * (shot % 2), rng.uniform(40, 210), rng.uniform(40, 210)])
    return np.clip(base + 40 * np.sin(phase)[..., None], 0, 255).astype(np.uint8)
