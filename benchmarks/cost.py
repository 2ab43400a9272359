"""What an analysis costs beside bare decoding and PySceneDetect: processor time of all processes, start-up included.

    python -m benchmarks.cost [FILM …] [--rounds N]

Everything is run in turns, N rounds long, and ratios are taken within a round and then their median, so that a machine
whose speed changes misleads least. Bare decoding is PyAV on one thread and nothing else. PySceneDetect is its adaptive
detector with the PyAV backend. The gain of two workers is told beside what two bare decoders side by side gain.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from statistics import median

from benchmarks.films import NoMaterial, arguments, film
from benchmarks.process import Failed, Used, cranework, python, run, side_by_side

BARE = """\
import av, sys
with av.open(sys.argv[1]) as film:
    stream = film.streams.video[0]
    stream.codec_context.thread_count = 1
    print(sum(1 for frame in film.decode(stream)))
"""

PEER = """\
import sys
from scenedetect import AdaptiveDetector, detect
print(len(detect(sys.argv[1], AdaptiveDetector(), backend="pyav")))
"""

ROUNDS = 5
COST_BARS, GAIN_BAR = "1.8 x bare at 720p, 1.5 x at 1080p", 0.9
"""What is aimed at: processor time of an analysis over bare decoding; gain of two workers over that of two decoders."""

ONE_BARE, TWO_BARE, PEER_NAME = "bare decoding, one", "bare decoding, two at once", "PySceneDetect adaptive"
ONE_WORKER, TWO_WORKERS = "cranework, 1 worker", "cranework, 2 workers"

Round = dict[str, Used]


def measured(path: Path, rounds: int) -> list[Round]:
    """Run everything in turns: for each round what each of them used."""
    with tempfile.TemporaryDirectory() as folder:
        turns = _turns(path, Path(folder))
        found: list[Round] = []
        for number in range(rounds):
            print(f"{path.name}: round {number + 1} of {rounds}", file=sys.stderr, flush=True)
            found.append({name: turn() for name, turn in turns.items()})
        return found


def _turns(path: Path, folder: Path) -> dict[str, Callable[[], Used]]:
    def analysis(workers: int) -> Used:
        study = folder / "study.cranework"
        study.unlink(missing_ok=True)
        return run(cranework("analyze", path, "-o", study, "--force", "--workers", str(workers)))

    bare = python(BARE, path)
    turns: dict[str, Callable[[], Used]] = {
        ONE_BARE: lambda: run(bare),
        TWO_WORKERS: lambda: analysis(2),
        TWO_BARE: lambda: _together(side_by_side([bare, bare])),
        ONE_WORKER: lambda: analysis(1),
    }
    if find_spec("scenedetect") is not None:
        turns[PEER_NAME] = lambda: run(python(PEER, path))
    return turns


def _together(used: list[Used]) -> Used:
    return Used(sum(one.cpu_s for one in used), max(one.wall_s for one in used), 0, used[0].output)


def over_bare(rounds: list[Round], name: str) -> float:
    """Median over the rounds of the processor time of one, divided by that of bare decoding."""
    return median(one[name].cpu_s / one[ONE_BARE].cpu_s for one in rounds)


def gain_of_workers(rounds: list[Round]) -> float:
    """How many times faster by the clock two workers are than one (median)."""
    return median(one[ONE_WORKER].wall_s / one[TWO_WORKERS].wall_s for one in rounds)


def gain_of_decoders(rounds: list[Round]) -> float:
    """How many times more two bare decoders side by side decode in the same time than one (median)."""
    return median(2 * one[ONE_BARE].wall_s / one[TWO_BARE].wall_s for one in rounds)


def print_table(path: Path, rounds: list[Round]) -> None:
    """One line for each of those that were run, then the gains."""
    frames = int(rounds[0][ONE_BARE].output.split()[-1])
    print(f"\n{path.name}: {frames} frames, {len(rounds)} rounds, medians (bars for cranework: {COST_BARS})")
    print(f"{'':28}{'CPU s':>9}{'x bare':>9}{'ms a frame over bare':>23}{'wall s':>9}")
    for name in rounds[0]:
        cpu, wall = median(one[name].cpu_s for one in rounds), median(one[name].wall_s for one in rounds)
        more = median(one[name].cpu_s - one[ONE_BARE].cpu_s for one in rounds) * 1000 / frames
        print(f"{name:28}{cpu:9.2f}{over_bare(rounds, name):9.3f}{more:23.3f}{wall:9.2f}")
    ours, bare = gain_of_workers(rounds), gain_of_decoders(rounds)
    print(f"two workers gain {ours:.2f}, two bare decoders {bare:.2f}: share {ours / bare:.2f} (bar {GAIN_BAR})")
    if PEER_NAME not in rounds[0]:
        print("PySceneDetect is not installed here (requirements/benchmark.txt): left out")


def main() -> int:
    """Command line."""
    parser = arguments(__doc__ or "")
    parser.add_argument("films", nargs="*", type=Path, metavar="FILM", help="default: 720p and 1080p, made if need be")
    parser.add_argument("--rounds", type=int, default=ROUNDS, help="%(default)s by default")
    options = parser.parse_args()
    try:
        for path in options.films or [film(name, options.folder) for name in ("720p", "1080p")]:
            print_table(path, measured(path, options.rounds))
    except NoMaterial as missing:
        print(missing)
    except Failed as failure:
        sys.exit(str(failure))
    return 0


if __name__ == "__main__":
    sys.exit(main())
