"""The benchmark of imports measures what it says, on a small data base."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self/smaps_rollup").exists(), reason="memory is told in /proc alone")
def test_a_small_data_base(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "benchmarks.references", "--titles", "300", "--folder", str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    lines = {line[:24].strip(): line[24:].split() for line in done.stdout.splitlines()}
    assert lines["title.principals.tsv"][0] == "1,501" and lines["all"][0] == "1,953"
    assert "a person by name" in lines and "films of a person" in lines
    first = (tmp_path / "title.basics.tsv").read_bytes()
    again = [*command[:-1], str(tmp_path / "again")]
    subprocess.run(again, cwd=ROOT, capture_output=True, check=True)
    assert (tmp_path / "again" / "title.basics.tsv").read_bytes() == first
