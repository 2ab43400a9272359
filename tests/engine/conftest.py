"""What the tests of the engine share."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import Executor
from pathlib import Path

import pytest
from tests.conftest import ROOT, MakeFilm
from tests.engine.strange import Install, install, installed

from cranework.engine.workers import WorkerPool

SEGMENTS, SEGMENT_FRAMES = 8, 12
"""At one frame a second and a key frame every twelve, the film has segments of its own accord."""


@pytest.fixture(scope="session")
def film(tmp_path_factory: pytest.TempPathFactory, make_film: MakeFilm) -> Path:
    """A film of 96 frames in eight segments."""
    options = {"sc_threshold": "0"}
    return make_film(tmp_path_factory.mktemp("engine") / "film.mp4", (40, 30, 26), rate=1, options=options)


@pytest.fixture(scope="session")
def other_film(tmp_path_factory: pytest.TempPathFactory, make_film: MakeFilm) -> Path:
    return make_film(tmp_path_factory.mktemp("engine") / "other.mkv", (10, 14), rate=1)


@pytest.fixture(scope="session")
def pool() -> Iterator[Executor]:
    """Two worker processes for all tests that harm none."""
    with WorkerPool(2) as pool:
        yield pool


@pytest.fixture
def strange(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Install]:
    """Installs a stranger's layer for the length of a test; gives the folder that must be on the path."""
    folder = tmp_path / "site"
    folder.mkdir()
    with installed(folder, monkeypatch):
        from cranework.engine import registry

        def add(name: str, body: str) -> Path:
            install(folder, name, body)
            registry.layers.cache_clear()
            return folder

        yield add


@pytest.fixture(scope="session")
def example_layer(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package of docs/example-layer, installed by pip into a folder of its own."""
    folder, source = tmp_path_factory.mktemp("site"), tmp_path_factory.mktemp("source") / "example"
    shutil.copytree(ROOT / "docs" / "example-layer", source)  # building leaves traces
    options = ["--no-deps", "--no-build-isolation", "--no-index", "--quiet", "--disable-pip-version-check"]
    command = [sys.executable, "-m", "pip", "install", *options, "--target", str(folder), str(source)]
    subprocess.run(command, check=True, timeout=120)
    return folder
