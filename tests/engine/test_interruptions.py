"""Whatever stops the program, at whatever moment: a new run goes on, and ends where an undisturbed one ends."""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from tests.engine.conftest import SEGMENTS
from tests.engine.contents import contents
from tests.engine.strange import SLOW, Install, command_environment, install

from cranework.study.store import Study

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals as POSIX has them")

Environment = dict[str, str]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a stranger's layer for which each frame takes a while, and which says what it was begun with."""
    return install(tmp_path_factory.mktemp("site"), "Slow", SLOW)


@pytest.fixture
def slow(site: Path, tmp_path: Path) -> Environment:
    """An environment in which each frame takes a while, and `segments.log` says which segments were begun."""
    return command_environment(site, SLOW_SECONDS="0.03", SLOW_LOG=str(tmp_path / "segments.log"))


def start(film: Path, folder: Path, environment: Environment, *options: str, **more: Any) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "cranework.cli.main", "analyze", str(film), "-o", "a.cranework", *options]
    pipe = subprocess.PIPE
    if signal.getsignal(signal.SIGINT) == signal.SIG_IGN:  # as in a job in the background, whose children inherit it
        signal.signal(signal.SIGINT, signal.default_int_handler)
    return subprocess.Popen(command, cwd=folder, stdout=pipe, stderr=pipe, text=True, env=environment, **more)


def finish(running: subprocess.Popen[str], seconds: float = 120) -> tuple[int, str, str]:
    out, err = running.communicate(timeout=seconds)
    return running.returncode, out, err


def begun_segments(folder: Path) -> list[int]:
    log = folder / "segments.log"
    return [int(line) for line in log.read_text().split()] if log.exists() else []


def kept_segments(folder: Path) -> set[int]:
    with sqlite3.connect(folder / "a.cranework") as database:
        kept = {row[0] for row in database.execute("SELECT segment FROM measured WHERE layer = 'slow'")}
    database.close()
    return kept


def check_integrity(study: Path) -> None:
    database = sqlite3.connect(study)
    assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    database.close()


@pytest.fixture(scope="module")
def undisturbed(film: Path, site: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """All that a study holds after a run that nobody disturbed."""
    folder = tmp_path_factory.mktemp("undisturbed")
    assert finish(start(film, folder, command_environment(site)))[0] == 0
    return contents(folder / "a.cranework")


def test_ctrl_c_keeps_what_was_finished(
    film: Path, tmp_path: Path, slow: Environment, undisturbed: dict[str, Any]
) -> None:
    running = start(film, tmp_path, slow, "--workers", "1", start_new_session=True)
    deadline = time.monotonic() + 60
    while len(begun_segments(tmp_path)) < 4 and time.monotonic() < deadline:
        time.sleep(0.01)
    running.send_signal(signal.SIGINT)
    asked = time.monotonic()
    code, out, err = finish(running)
    assert code == 130 and out == ""
    assert err.count("\n") == 1 and err.startswith("cranework: ") and "stopped" in err
    assert time.monotonic() - asked < 20
    kept = kept_segments(tmp_path)
    assert 2 <= len(kept) < SEGMENTS
    (tmp_path / "segments.log").unlink()
    assert finish(start(film, tmp_path, {**slow, "SLOW_SECONDS": "0"}))[0] == 0
    assert set(begun_segments(tmp_path)) == set(range(SEGMENTS)) - kept, "nothing is decoded twice"
    assert contents(tmp_path / "a.cranework") == undisturbed


def test_ctrl_c_of_a_terminal_reaches_the_workers_too(film: Path, tmp_path: Path, slow: Environment) -> None:
    running = start(film, tmp_path, slow, "--workers", "2", start_new_session=True)
    deadline = time.monotonic() + 60
    while not begun_segments(tmp_path) and time.monotonic() < deadline:
        time.sleep(0.01)
    os.killpg(running.pid, signal.SIGINT)
    code, _, err = finish(running)
    assert code == 130 and err.count("\n") == 1, err


def kill_at_random(
    times: int, film: Path, folder: Path, slow: Environment, undisturbed: dict[str, Any], seed: int
) -> None:
    moments = random.Random(seed)
    study = folder / "a.cranework"
    for _ in range(times):
        running = start(film, folder, {**slow, "SLOW_SECONDS": "0.01"}, "--workers", "2")
        try:
            running.wait(moments.uniform(0.3, 3.5))
        except subprocess.TimeoutExpired:
            running.kill()
        running.communicate()
        if study.exists() and study.stat().st_size:
            check_integrity(Path(shutil.copytree(folder, folder / "copy", ignore=others)) / "a.cranework")
            shutil.rmtree(folder / "copy")
            with Study.open(study) as opened:
                assert opened.path
        if moments.random() < 0.3:
            study.unlink(missing_ok=True)  # some of them die in their very first moments
    assert finish(start(film, folder, {**slow, "SLOW_SECONDS": "0"}))[0] == 0
    check_integrity(study)
    assert contents(study) == undisturbed


def others(_: str, names: list[str]) -> list[str]:
    """Names that are not of the study (with the journal that a killed process leaves)."""
    return [name for name in names if not name.startswith("a.cranework")]


def test_killed_at_random_moments(film: Path, tmp_path: Path, slow: Environment, undisturbed: dict[str, Any]) -> None:
    kill_at_random(4, film, tmp_path, slow, undisturbed, seed=4)


@pytest.mark.slow
def test_killed_at_many_random_moments(
    film: Path, tmp_path: Path, slow: Environment, undisturbed: dict[str, Any]
) -> None:
    kill_at_random(20, film, tmp_path, slow, undisturbed, seed=20)


@pytest.mark.parametrize("kilobytes", [6, 60, 200])
def test_a_full_disk(
    kilobytes: int, film: Path, tmp_path: Path, slow: Environment, undisturbed: dict[str, Any]
) -> None:
    resource = pytest.importorskip("resource")

    def limited() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (kilobytes * 1024,) * 2)

    environment = {**slow, "SLOW_SECONDS": "0"}
    code, out, err = finish(start(film, tmp_path, environment, preexec_fn=limited))
    assert (code, out, err.count("\n")) == (4, "", 1), err
    assert err.startswith("cranework: a.cranework: ") and "full" in err
    study = tmp_path / "a.cranework"
    if study.exists():
        with Study.open(study) as opened:
            assert opened.film.name == film.name
        check_integrity(study)
    assert finish(start(film, tmp_path, environment))[0] == 0
    assert contents(study) == undisturbed


def test_two_at_once(film: Path, tmp_path: Path, slow: Environment, undisturbed: dict[str, Any]) -> None:
    first = start(film, tmp_path, slow, "--workers", "1")
    deadline = time.monotonic() + 60
    while len(begun_segments(tmp_path)) < 2 and time.monotonic() < deadline:
        time.sleep(0.01)
    code, out, err = finish(start(film, tmp_path, slow, "--workers", "1"))
    assert (code, out) == (4, "")
    assert err.count("\n") == 1 and "in use" in err
    assert finish(first)[0] == 0
    assert contents(tmp_path / "a.cranework") == undisturbed


def test_two_that_begin_together(film: Path, tmp_path: Path, slow: Environment, undisturbed: dict[str, Any]) -> None:
    ended = [finish(running) for running in [start(film, tmp_path, slow, "--workers", "1") for _ in range(2)]]
    assert sorted(code for code, _, _ in ended) == [0, 4], ended
    assert contents(tmp_path / "a.cranework") == undisturbed


def test_a_crash_is_told_in_one_line(film: Path, tmp_path: Path, strange: Install) -> None:
    folder = strange("Faulty", "def seen(segment, frame):\n    if segment.index == 2:\n        os.abort()\n")
    code, out, err = finish(start(film, tmp_path, command_environment(folder)))
    assert (code, out, err.count("\n")) == (3, "", 1), err
    assert str(film) in err and "crashed" in err
    assert not list(tmp_path.glob("a.cranework*"))


def test_a_defect_is_told_in_one_line_and_reported(film: Path, tmp_path: Path, strange: Install) -> None:
    folder = strange("Wrong", "def seen(segment, frame):\n    raise LookupError('a mistake\\nof the layer')\n")
    environment = command_environment(folder, HOME=str(tmp_path), XDG_STATE_HOME=str(tmp_path / "state"))
    code, out, err = finish(start(film, tmp_path, environment))
    assert (code, out, err.count("\n")) == (1, "", 1), err
    assert "a mistake of the layer" in err
    report = Path(err.split("report ")[-1].strip())
    assert "LookupError" in report.read_text() and "Cranework" in report.read_text()


def test_a_strangers_layer_is_everywhere(film: Path, tmp_path: Path, example_layer: Path) -> None:
    environment = command_environment(example_layer)

    def run(*words: str) -> str:
        command = [sys.executable, "-m", "cranework.cli.main", *words]
        done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=120)
        assert done.returncode == 0, done.stderr
        return done.stdout

    assert "skyline" in run("layers")
    document = json.loads(run("analyze", str(film), "-o", "a.cranework", "--json"))
    assert "skyline" in document["layers"]
    header, *rows = run("export", "a.cranework", "csv", "--table", "signals").splitlines()
    assert "skyline.luma" in header and len(rows) == 96
    run("report", "a.cranework", "-o", "page.html")
    page = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert "Skyline" in page and "skyline.luma" in page
    with Study.open(tmp_path / "a.cranework") as study:  # the layer is not installed here
        values = study.signal("skyline.luma")
        assert values.shape == (96,) and values.min() >= 0 and values.max() <= 1
