"""Runs commands and tells what they and all the processes they start use, since that is how a user pays for them.

Needs an operating system with `wait4` (Linux, macOS); memory is told where there is `/proc` (Linux).
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event, Thread

SAMPLING_S = 0.05
"""Seconds between two looks at the memory of all processes."""

KIB = 1024


class Failed(Exception):
    """A command did not end as it should; what it said last is the message."""


@dataclass(frozen=True)
class Used:
    """What one command used: seconds of processor and by the clock, and what it wrote."""

    cpu_s: float
    wall_s: float
    code: int
    output: str


def python(script: str, *arguments: str | Path) -> list[str]:
    """The command that runs a short script with this Python."""
    return [sys.executable, "-c", script, *map(str, arguments)]


def cranework(*arguments: str | Path) -> list[str]:
    """The command `cranework` of this environment with arguments."""
    found = shutil.which("cranework", path=str(Path(sys.executable).parent))
    if found is None:
        raise Failed("cranework is not installed beside this Python; run: make test")
    return [found, *map(str, arguments)]


def run(command: Sequence[str], expected: int | None = 0) -> Used:
    """Run a command to its end; None expects any exit code.

    The processor time is that of the process and of all that it waited for, as the kernel adds it up.
    """
    return side_by_side([command], expected)[0]


def side_by_side(commands: Sequence[Sequence[str]], expected: int | None = 0) -> list[Used]:
    """Run commands at the same time; the clock of each runs from the common start."""
    with tempfile.TemporaryDirectory() as folder:
        outputs = [Path(folder, str(i)) for i in range(len(commands))]
        begun = time.monotonic()
        started = [_start(command, output) for command, output in zip(commands, outputs, strict=True)]
        used: list[Used] = []
        for process, output in zip(started, outputs, strict=True):
            _, status, usage = os.wait4(process.pid, 0)
            wall = time.monotonic() - begun
            process.returncode = code = os.waitstatus_to_exitcode(status)
            used.append(Used(usage.ru_utime + usage.ru_stime, wall, code, output.read_text("utf-8", "replace")))
    for command, one in zip(commands, used, strict=True):
        if expected is not None and one.code != expected:
            raise Failed(f"{Path(command[0]).name} … ended with code {one.code}: {one.output[-500:]}")
    return used


def _start(command: Sequence[str], output: Path) -> subprocess.Popen[bytes]:
    with output.open("wb") as file:
        return subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=file, stderr=subprocess.STDOUT)


@dataclass
class Peak:
    """The most memory that a process and all below it held at one moment, in bytes.

    `rss` counts a page for each process that maps it; `pss` shares it out among them, so that it counts once.
    """

    rss: int = 0
    pss: int = 0
    processes: int = 0
    _done: Event = field(default_factory=Event)

    def watch(self, root: int) -> None:
        """Look again and again until told that it is over."""
        while not self._done.wait(SAMPLING_S):
            sizes = [size for pid in tree(root) if (size := memory(pid)) is not None]
            self.rss = max(self.rss, sum(rss for rss, _ in sizes))
            self.pss = max(self.pss, sum(pss for _, pss in sizes))
            self.processes = max(self.processes, len(sizes))

    def end(self) -> None:
        """It is over."""
        self._done.set()


def peak_memory(command: Sequence[str]) -> Peak:
    """Run a command and watch its memory; raises `Failed` where it does not end well or nothing can be seen."""
    if not Path("/proc/self/smaps_rollup").exists():
        raise Failed("this system does not tell the memory of processes in /proc")
    peak = Peak()
    with tempfile.TemporaryFile() as output:
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT)
        watcher = Thread(target=peak.watch, args=(process.pid,))
        watcher.start()
        code = process.wait()
        peak.end()
        watcher.join()
        output.seek(0)
        if code:
            raise Failed(f"{Path(command[0]).name} … ended with code {code}: {output.read()[-500:].decode()}")
    return peak


def tree(root: int) -> list[int]:
    """The process and all below it that live now."""
    below: dict[int, list[int]] = {}
    for entry in os.scandir("/proc"):
        if entry.name.isdigit() and (parent := _parent(int(entry.name))) is not None:
            below.setdefault(parent, []).append(int(entry.name))
    found = [root]
    for pid in found:
        found += below.get(pid, [])
    return found


def _parent(pid: int) -> int | None:
    try:
        stat = Path(f"/proc/{pid}/stat").read_text()
    except OSError:  # it has ended meanwhile
        return None
    return int(stat.rpartition(")")[2].split()[1])


def memory(pid: int) -> tuple[int, int] | None:
    """Bytes of memory (rss, pss) that a process holds; None if it has ended."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return None
    sizes = {name: int(rest.split()[0]) * KIB for name, _, rest in (line.partition(":") for line in lines[1:])}
    return (sizes["Rss"], sizes["Pss"]) if sizes else None
