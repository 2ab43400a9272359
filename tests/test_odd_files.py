"""Every odd, awkward and broken file that was ever met: a study that is right, or one clear line and exit code 3."""

from __future__ import annotations

import json
import shutil
import socket
import threading
from collections.abc import Iterator
from concurrent.futures import Executor
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from cranework.engine.run import analyze
from cranework.engine.workers import WorkerPool
from cranework.errors import InputError
from cranework.study.store import Study

ODD = Path(__file__).parents[2] / "shared" / "data" / "odd"
WATCHED_PORT = 18999
"""Some of the files name this port of the local machine: nobody must call it."""

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not ODD.is_dir(), reason="the folder with odd films (../shared/data/odd) is not here"),
]


def entries() -> list[dict[str, Any]]:
    if not ODD.is_dir():
        return []
    return json.loads((ODD / "manifest.json").read_text(encoding="utf-8"))["files"]


@pytest.fixture(scope="module")
def pool() -> Iterator[list[Executor]]:
    """One worker for all files; replaced when a file has killed it."""
    held: list[Executor] = [WorkerPool(1)]
    yield held
    held[0].shutdown()


@pytest.fixture(scope="module")
def calls() -> Iterator[list[str]]:
    """Who called the watched port."""
    callers: list[str] = []
    with socket.create_server(("127.0.0.1", WATCHED_PORT)) as server:
        server.settimeout(0.2)
        done = threading.Event()

        def listen() -> None:
            while not done.is_set():
                try:
                    connection, address = server.accept()
                except TimeoutError:
                    continue
                callers.append(str(address))
                connection.close()

        thread = threading.Thread(target=listen)
        thread.start()
        yield callers
        done.set()
        thread.join()


@pytest.mark.parametrize("entry", entries(), ids=lambda e: e.get("copy_as") or e["file"])
def test_ends_as_expected(entry: dict[str, Any], tmp_path: Path, pool: list[Executor], calls: list[str]) -> None:
    film = ODD / entry["file"]
    if "copy_as" in entry:
        film = Path(shutil.copy(film, tmp_path / entry["copy_as"]))
    study = tmp_path / "a.cranework"
    try:
        analyze(film, study, executor=pool[0])
    except InputError as error:
        assert entry["expect"] != "study", error
        assert "\n" not in str(error) and str(film) in str(error)
        assert not study.exists(), "nothing is left behind"
        pool[0] = _alive(pool[0])
        return
    assert entry["expect"] != "error"
    assert not calls, "nothing is fetched"
    with Study.open(study) as opened:
        _check_facts(opened, entry.get("facts") or {})


def _alive(executor: Executor) -> Executor:
    try:
        executor.submit(int).result()
    except Exception:
        return WorkerPool(1)
    return executor


def _check_facts(study: Study, facts: dict[str, Any]) -> None:
    document = study.document()
    film = document["film"]
    video = film["video"]
    if "frames" in facts:
        assert film["frames"] == facts["frames"]
    if "frames_less_than" in facts:
        assert 0 < film["frames"] < facts["frames_less_than"]
    if "frames_at_most" in facts:
        assert 0 < film["frames"] <= facts["frames_at_most"]
    if "container_crop" not in facts:
        for name in ("width", "height"):
            if name in facts:
                assert video[f"display_{name}"] == facts[name]
    if "coded" in facts:
        assert f"{video['width']}x{video['height']}" == facts["coded"]
    if "rotation" in facts:
        assert video["rotation"] == facts["rotation"]
    if "fps" in facts and "frames" in facts and film["frames"] > 1:
        assert film["frame_rate"] is not None and Fraction(film["frame_rate"]) == Fraction(facts["fps"])
    if "bit_depth" in facts:
        assert video["bit_depth"] == facts["bit_depth"]
    if facts.get("color_range") == "full":
        assert video["color_range"] == "full"
    if "transfer" in facts:
        assert video["color_transfer"] == facts["transfer"]
    if str(facts.get("interlaced", "")).startswith(("tff", "bff")):
        assert video["interlaced"] is not None
    shots = document["shots"]
    assert [s["start"] for s in shots[1:]] == [s["end"] for s in shots[:-1]], "shots tile the film"
    assert not shots or (shots[0]["start"], shots[-1]["end"]) == (0, film["frames"])
