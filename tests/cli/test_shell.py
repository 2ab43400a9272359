"""The command as a user meets it in a shell: quick to start, quiet in pipes, plain in files."""

from __future__ import annotations

import json
import os
import pty
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from tests.cli.conftest import Command

MOST_CPU_SECONDS = 0.15
HEAVY = {"numpy", "cv2", "av", "rich", "jinja2", "sqlite3", "concurrent.futures", "multiprocessing"}


@pytest.mark.parametrize(
    "code", ["import cranework", "import cranework.cli.main", "from cranework import CraneworkError"]
)
def test_what_is_heavy_is_imported_late(code: str) -> None:
    check = f"import sys; {code}; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", check], capture_output=True, text=True, check=True)
    assert not HEAVY & set(done.stdout.split())


def test_help_is_quick() -> None:
    """The best of some runs, in CPU time of the process: what a busy machine does besides does not count."""
    resource = pytest.importorskip("resource")
    spent = []
    for _ in range(5):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        done = subprocess.run([sys.executable, "-m", "cranework.cli.main", "--help"], capture_output=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        assert done.returncode == 0
        spent.append(after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime)
    assert min(spent) < MOST_CPU_SECONDS


@pytest.mark.parametrize("line", ["export {} csv --table signals", "export {} json", "show {}", "layers", "--help"])
@pytest.mark.parametrize("reader", ["head -1", "true"])
def test_a_reader_who_has_seen_enough(line: str, reader: str, shell: Command, measured: Path) -> None:
    ended = shell(f"cranework {line.format(measured)} | {reader}")
    assert (ended.code, ended.err) == (0, "")
    assert ended.out.count("\n") == (1 if reader == "head -1" else 0)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize("line", ["export {} csv", "show {}", "layers", "--version"])
def test_a_full_disk_behind_the_output(line: str, shell: Command, measured: Path) -> None:
    ended = shell(f"cranework {line.format(measured)} > /dev/full")
    assert ended.code == 4 and ended.err.count("\n") == 1 and "full" in ended.err


def test_films_in_processes_of_their_own(shell: Command, film: Path, tmp_path: Path) -> None:
    ended = shell(f"cranework analyze {film} --json --workers 2")
    assert (ended.code, ended.err) == (0, "")
    assert json.loads(ended.out)["film"]["frames"] == 50
    assert [path.name for path in tmp_path.iterdir()] == ["film.cranework"]


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_any_encoding_of_the_terminal(
    encoding: str, shell: Command, film: Path, measured: Path, tmp_path: Path
) -> None:
    shutil.copy(film, tmp_path / "猫 é.mp4")
    shutil.copy(measured, tmp_path / "猫 é.cranework")
    for line in ("analyze '猫 é.mp4'", "show '猫 é.cranework'", "analyze 'missing 猫.mp4'", "report '猫 é.cranework'"):
        ended = shell(f"cranework {line}", PYTHONIOENCODING=encoding, PYTHONUTF8="0")
        assert ended.code == (3 if "missing" in line else 0), ended.err
    ended = shell("cranework analyze '猫 é.mp4' --json", PYTHONIOENCODING=encoding, PYTHONUTF8="0")
    assert json.loads(ended.out)["film"]["name"] == "猫 é.mp4"


def in_a_terminal(*words: str | Path) -> tuple[int, bytes]:
    """Exit code and everything that a terminal would get to see."""
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "cranework.cli.main", *map(str, words)]
    environment = {**os.environ, "TERM": "xterm-256color", "COLUMNS": "120"}
    running = subprocess.Popen(command, stdout=theirs, stderr=theirs, stdin=theirs, env=environment)
    os.close(theirs)
    seen = b""
    while True:
        try:
            seen += (part := os.read(ours, 4096))
        except OSError:
            break
        if not part:
            break
    os.close(ours)
    return running.wait(60), seen


def test_a_terminal_has_color_and_a_bar_unless_told_otherwise(film: Path, measured: Path, tmp_path: Path) -> None:
    code, seen = in_a_terminal("analyze", film, "-o", tmp_path / "a.cranework")
    assert code == 0 and b"frames/s" in seen
    code, seen = in_a_terminal("analyze", film, "-o", tmp_path / "b.cranework", "--quiet")
    assert code == 0 and seen == b""
    code, seen = in_a_terminal("show", measured)
    assert code == 0 and b"\x1b[" in seen
    for escape in (b"\x1b[3", b"\x1b[9"):  # colors; bold stays
        assert escape not in in_a_terminal("show", measured, "--no-color")[1]
