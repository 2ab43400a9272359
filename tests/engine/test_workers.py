"""A worker may crash, hang, or want all memory: the film fails, the program does not, and nothing is left behind."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from concurrent.futures import Executor
from pathlib import Path

import pytest
from tests.engine.executors import Inline
from tests.engine.strange import SLOW, Install, command_environment

from cranework.engine import registry, workers
from cranework.engine.run import analyze
from cranework.engine.workers import WorkerPool
from cranework.errors import DecoderFailed, UsageError
from cranework.study.store import Study

PATIENCE_S = 4.0

FAULTS = {
    "abort": "os.abort()",
    "exit": "os._exit(9)",
    "sleep": "time.sleep(600)",
    "loop": "\nwhile True: pass",
    "greed": "bytearray(1 << 42)",
}


def faulty(fault: str) -> str:
    body = "\n".join(f"        {line}" for line in FAULTS[fault].splitlines() if line)
    return f"def seen(segment, frame):\n    if segment.index == 1 and frame == 5:\n{body}\n"


@pytest.mark.parametrize("fault", FAULTS)
def test_a_worker_that_fails_is_a_film_that_fails(fault: str, film: Path, tmp_path: Path, strange: Install) -> None:
    strange("Faulty", faulty(fault))
    study = tmp_path / "a.cranework"
    with WorkerPool(1, PATIENCE_S) as pool, pytest.raises(DecoderFailed) as caught:
        analyze(film, study, layers=["faulty"], executor=pool)
    assert caught.value.exit_code == 3 and caught.value.subject == str(film)
    assert not study.exists() and not list(tmp_path.glob("a.cranework*"))


def test_a_failure_leaves_an_older_study_as_it_was(film: Path, tmp_path: Path, strange: Install) -> None:
    study = tmp_path / "a.cranework"
    analyze(film, study, layers=["luma", "time"], executor=Inline())
    with Study.open(study) as opened:
        luma = opened.signal("luma.mean")
    strange("Faulty", faulty("exit"))
    with WorkerPool(1) as pool, pytest.raises(DecoderFailed):
        analyze(film, study, layers=["faulty"], executor=pool)
    with Study.open(study) as opened:
        assert (opened.signal("luma.mean") == luma).all()
        assert "faulty" not in {layer.name for layer in opened.layers}


def test_an_exception_in_a_layer_is_a_defect(film: Path, tmp_path: Path, strange: Install, pool: Executor) -> None:
    strange("Wrong", "def seen(segment, frame):\n    raise LookupError('a mistake of the layer')\n")
    with WorkerPool(1) as own, pytest.raises(LookupError, match="a mistake of the layer"):
        analyze(film, tmp_path / "a.cranework", layers=["wrong"], executor=own)


@pytest.mark.parametrize(
    "body", ["raise ImportError('broken')", "class Broken: name = 'other'"], ids=["import", "class"]
)
def test_a_package_that_is_broken_is_named(body: str, strange: Install) -> None:
    strange("Broken", body)
    with pytest.raises(UsageError, match="broken: this") as caught:
        registry.layers()
    assert "strange_broken" in str(caught.value)


def test_this_process_is_not_limited_by_tasks_of_ours(film: Path, tmp_path: Path) -> None:
    resource = pytest.importorskip("resource")
    before = resource.getrlimit(resource.RLIMIT_AS)
    analyze(film, tmp_path / "a.cranework", layers=["frames"], executor=Inline())
    assert resource.getrlimit(resource.RLIMIT_AS) == before


def test_workers_have_one_thread_and_a_limit_of_memory(pool: Executor) -> None:
    resource = pytest.importorskip("resource")
    environment = pool.submit(os.getenv, "OPENBLAS_NUM_THREADS").result()
    assert environment == "1"
    soft, _ = pool.submit(resource.getrlimit, resource.RLIMIT_AS).result()
    assert soft != resource.RLIM_INFINITY
    assert os.environ.get("OPENBLAS_NUM_THREADS") != "1" or "OPENBLAS_NUM_THREADS" in os.environ


def test_memory_for_large_pictures() -> None:
    assert workers.memory_for(0, 0) == workers.MEMORY_BYTES
    assert workers.memory_for(7680, 4320) > 20 * 1.5 * 7680 * 4320


def test_a_plain_script_needs_no_guard(film: Path, tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(
        "import sys, cranework\n"
        "print('once')\n"
        f"cranework.analyze({str(film)!r}, 'plain.cranework', workers=2, layers=['luma', 'time'])\n"
        "print(len(cranework.Study.open('plain.cranework').signal('luma.mean')))\n"
    )
    done = subprocess.run([sys.executable, script], cwd=tmp_path, capture_output=True, text=True, timeout=120)
    assert (done.returncode, done.stdout.split(), done.stderr) == (0, ["once", "96"], "")


def children(of: int) -> list[int]:
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                fields = (entry / "stat").read_text().rpartition(")")[2].split()
            except OSError:
                continue
            if int(fields[1]) == of and fields[0] != "Z":
                found.append(int(entry.name))
    return found


def alive(process: int) -> bool:
    try:
        return (Path("/proc") / str(process) / "stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="needs /proc to see processes")
def test_no_process_outlives_its_parent(film: Path, tmp_path: Path, strange: Install) -> None:
    folder = strange("Slow", SLOW)
    command = [sys.executable, "-m", "cranework.cli.main", "analyze", str(film), "--workers", "2"]
    environment = command_environment(folder, SLOW_SECONDS="60")
    running = subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.PIPE, stdout=subprocess.PIPE, env=environment)
    deadline = time.monotonic() + 60
    while len(found := children(running.pid)) < 2 and time.monotonic() < deadline and running.poll() is None:
        time.sleep(0.02)
    running.kill()
    running.communicate()
    assert found
    while any(alive(process) for process in found) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not [process for process in found if alive(process)]


def test_a_process_of_the_caller_keeps_its_own_limits(film: Path, tmp_path: Path) -> None:
    resource = pytest.importorskip("resource")
    before = resource.getrlimit(resource.RLIMIT_AS)
    analyze(film, tmp_path / "a.cranework", layers=["luma"], executor=Inline())
    assert resource.getrlimit(resource.RLIMIT_AS) == before
