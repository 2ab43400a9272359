"""What an analysis withstands: being killed at any moment, and a full disk.

    python -m benchmarks.faults [FILM] [--kills N] [--seed N]

The main process is killed (kill -9) at N random moments, each of a new study with two workers, and the analysis run
again to its end: every signal, span and still must have the bytes that an undisturbed analysis gives, and SQLite's
integrity check must pass before and after. Then the disk is full, by a limit on the size of files and (as root on
Linux) by a small file system: the exit code must be 4, the study must open, and more space must lead to the same end.
"""

from __future__ import annotations

import hashlib
import os
import random
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from functools import partial
from pathlib import Path

from benchmarks.films import NoMaterial, Recipe, arguments, made, real_clips
from benchmarks.process import Failed, cranework, python, run
from cranework.errors import CraneworkError
from cranework.study.layer import Signal, SpanKind
from cranework.study.store import Study

FILM = Recipe(720, 60, 4_000_000)
KILLS, SEED = 20, 9
MB = 1e6
LAST_WORDS = 300
"""Characters shown of what a command said."""
SAME, BROKEN = "same", "BROKEN"
NO_SPACE = 4
"""The exit code that says that the surroundings do not allow it."""

SHARES = 0.05, 0.3, 0.6, 0.95
"""Of the finished study's size: where the disk is full."""

LIMITED = """\
import os, resource, sys
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]), int(sys.argv[1])))
os.execv(sys.argv[2], sys.argv[2:])
"""

Contents = dict[str, str]


def analysis(film: Path, study: Path) -> list[str]:
    """The command under test."""
    return cranework("analyze", film, "-o", study, "--workers", "2")


def contents(path: Path) -> Contents:
    """A hash of each signal, of each kind of span and of the stills of a study."""
    with Study.open(path) as study:
        found: Contents = {}
        for gift in (gift for layer in study.layers for gift in layer.gives):
            if isinstance(gift, Signal):
                found[f"signal {gift.name}"] = _hash(study.signal(gift.name).tobytes())
            elif isinstance(gift, SpanKind):
                found[f"spans {gift.name}"] = _hash(repr(study.spans(gift.name)).encode())
        frames = study.still_frames().tolist()
        found["stills"] = _hash(b"".join(f"{frame}:".encode() + study.still(frame) for frame in frames))
        return found


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def intact(path: Path) -> bool:
    """Whether SQLite finds the file whole."""
    with closing(sqlite3.connect(path)) as database:
        return bool(database.execute("PRAGMA integrity_check").fetchall() == [("ok",)])


def opens(path: Path) -> bool:
    """Whether the study can be read, finished or not."""
    try:
        with Study.open(path):
            return True
    except CraneworkError as error:
        print(error)
        return False


def finished(film: Path, study: Path, wanted: Contents) -> str:
    """Run an analysis to its end and tell what differs from an undisturbed one: `SAME`, or names."""
    run(analysis(film, study))
    found = contents(study)
    differing = [name for name in sorted(wanted.keys() | found.keys()) if wanted.get(name) != found.get(name)]
    if not intact(study):
        differing.append("integrity")
    return f"DIFFERS: {', '.join(differing)}" if differing else SAME


def killed(film: Path, study: Path, after_s: float) -> str:
    """Kill an analysis at one moment; where it stood in words, or `BROKEN` where the study is not whole."""
    process = subprocess.Popen(analysis(film, study), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    time.sleep(after_s)
    process.kill()
    if process.wait() == 0:
        return "it had ended"
    if not study.exists():
        return "no study yet"
    if not (opens(study) and intact(study)):
        return BROKEN
    with closing(sqlite3.connect(study)) as database:
        kept = database.execute("SELECT count(DISTINCT segment) FROM measured").fetchone()[0]
    return f"{kept} segments kept"


def kills(film: Path, count: int, seed: int, within_s: float, wanted: Contents) -> bool:
    """Kill analyses at random moments, a line for each; whether all ended well."""
    moments = random.Random(seed)
    well = True
    for number in range(1, count + 1):
        after_s = moments.uniform(0, within_s)
        with tempfile.TemporaryDirectory() as folder:
            study = Path(folder, "study.cranework")
            stood = killed(film, study, after_s)
            ended = finished(film, study, wanted)
        well &= stood != BROKEN and ended == SAME
        print(f"  kill {number:2} after {after_s:6.2f} s: {stood}; then to the end: {ended}", flush=True)
    return well


def full_disk(film: Path, study: Path, cramped: Sequence[str], widen: Callable[[], object], wanted: Contents) -> bool:
    """Run a cramped analysis, then make room and run it to its end; tells what happened, and whether all went well."""
    used = run(cramped, expected=None)
    left = "no study" if not study.exists() else "the study opens" if opens(study) and intact(study) else BROKEN
    widen()
    ended = finished(film, study, wanted)
    print(f"    exit code {used.code}, {left}; then with space: {ended}", flush=True)
    print(f"    it said: {used.output.strip()[-LAST_WORDS:]}", flush=True)
    return used.code == NO_SPACE and left != BROKEN and ended == SAME


def small_files(film: Path, size: int, wanted: Contents) -> bool:
    """A full disk by a limit on the size of files, at several shares of the study's size."""
    well = True
    for limit in (int(size * share) for share in SHARES):
        print(f"  files of at most {limit / MB:.2f} MB", flush=True)
        with tempfile.TemporaryDirectory() as folder:
            study = Path(folder, "study.cranework")
            cramped = python(LIMITED, str(limit), *analysis(film, study))
            well &= full_disk(film, study, cramped, lambda: None, wanted)
    return well


def small_disks(film: Path, size: int, wanted: Contents) -> bool:
    """A full disk by a small file system in memory, at several shares of the study's size."""
    well = True
    for limit in (int(size * share) for share in SHARES):
        print(f"  a disk of {limit / MB:.2f} MB", flush=True)
        with tempfile.TemporaryDirectory() as folder:
            _mount(folder, f"size={limit}")
            try:
                study = Path(folder, "study.cranework")
                widen = partial(_mount, folder, f"remount,size={4 * size}")
                well &= full_disk(film, study, analysis(film, study), widen, wanted)
            finally:
                subprocess.run(["umount", folder], check=True)
    return well


def _mount(folder: str, options: str) -> None:
    subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", folder], check=True)


def _may_mount() -> bool:
    if not (sys.platform == "linux" and os.geteuid() == 0):
        return False
    with tempfile.TemporaryDirectory() as folder:
        mount = ["mount", "-t", "tmpfs", "tmpfs", folder]
        return subprocess.run(mount, capture_output=True).returncode == 0 and not subprocess.call(["umount", folder])


def all_faults(film: Path, count: int, seed: int) -> bool:
    """Everything that this module is about, for one film; whether all went well."""
    with tempfile.TemporaryDirectory() as folder:
        study = Path(folder, "study.cranework")
        undisturbed = run(analysis(film, study))
        wanted, size = contents(study), study.stat().st_size
    print(
        f"{film.name}: undisturbed {undisturbed.wall_s:.1f} s, study {size / MB:.2f} MB, {len(wanted)} parts compared"
    )
    well = kills(film, count, seed, undisturbed.wall_s, wanted)
    well &= small_files(film, size, wanted)
    if _may_mount():
        well &= small_disks(film, size, wanted)
    else:
        print("  small disks: left out, since only root on Linux may mount them")
    return well


def main() -> int:
    """Command line."""
    parser = arguments(__doc__ or "")
    parser.add_argument("film", nargs="?", type=Path, help="default: one minute of 720p, made if need be")
    parser.add_argument("--kills", type=int, default=KILLS, help="%(default)s by default")
    parser.add_argument("--seed", type=int, default=SEED, help="of the moments, %(default)s by default")
    options = parser.parse_args()
    try:
        film = options.film or made(FILM, options.folder, real_clips())
        well = all_faults(film, options.kills, options.seed)
    except NoMaterial as missing:
        print(missing)
        return 0
    except Failed as failure:
        sys.exit(str(failure))
    print("all went well" if well else "NOT all went well")
    return 0 if well else 1


if __name__ == "__main__":
    sys.exit(main())
