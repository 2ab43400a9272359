"""Runs the command line, in this process or in one of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from tests.conftest import MakeFilm
from tests.engine.executors import Inline
from tests.film.made import noise, write

from cranework.cli import failures
from cranework.cli.main import cranework
from cranework.engine import workers
from cranework.engine.run import analyze


class Ended(NamedTuple):
    """How a command ended."""

    code: int
    out: str
    err: str


Command = Callable[..., Ended]


@pytest.fixture
def command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Command:
    """`command("analyze", film)` in this very process, in an empty folder; films are decoded here, too."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setattr(workers, "WorkerPool", lambda size: Inline())

    def run(*words: str | Path) -> Ended:
        arguments = [str(word) for word in words]
        monkeypatch.setattr(sys, "argv", ["cranework", *arguments])
        code = failures.run(lambda: cranework.main(arguments, prog_name="cranework", standalone_mode=False))
        return Ended(code, *capfd.readouterr())

    return run


@pytest.fixture
def shell(tmp_path: Path) -> Command:
    """`shell("cranework analyze film.mp4 | head -1")` as a user types it, in a process of its own."""
    program = f'"{sys.executable}" -m cranework.cli.main'
    environment = {name: value for name, value in os.environ.items() if name not in ("FORCE_COLOR", "NO_COLOR")}

    def run(line: str, **more: str) -> Ended:
        done = subprocess.run(
            ["bash", "-o", "pipefail", "-c", line.replace("cranework ", f"{program} ", 1)],
            cwd=tmp_path, capture_output=True, encoding="utf-8", errors="replace", timeout=120,
            env={**environment, **more},
        )  # fmt: skip
        return Ended(done.returncode, done.stdout, done.stderr)

    if sys.platform == "win32":
        pytest.skip("needs bash")
    return run


@pytest.fixture(scope="session")
def film(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A film of two shots, of 30 and of 20 frames."""
    pictures = [*noise(30, (160, 120), 1), *[picture // 2 + 110 for picture in noise(20, (160, 120), 2)]]
    return write(tmp_path_factory.mktemp("cli") / "film.mp4", pictures, rate=24)


@pytest.fixture(scope="session")
def other(tmp_path_factory: pytest.TempPathFactory, make_film: MakeFilm) -> Path:
    return make_film(tmp_path_factory.mktemp("cli") / "other.mkv", (12,))


@pytest.fixture(scope="session")
def measured(film: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The study of the film. Tests only read it."""
    study = tmp_path_factory.mktemp("cli") / "film.cranework"
    analyze(film, study, executor=Inline())
    return study
