"""How well transitions are told: every labelled clip of ../shared is analyzed, and its document scored.

    python -m benchmarks.transitions [--peers]

The scores are printed by ../shared/eval/transitions.py, which says by what rules. `--peers` scores PySceneDetect's
adaptive detector in the same run.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Callable, Sequence
from importlib.util import find_spec
from pathlib import Path

from benchmarks.films import SHARED
from benchmarks.process import Failed, Used, cranework, python, run

LABELS = SHARED / "data" / "film" / "transitions" / "labels.json"
SCORER = SHARED / "eval" / "transitions.py"

PEER = """\
import json, pathlib, sys
from scenedetect import AdaptiveDetector, detect
for clip in map(pathlib.Path, sys.argv[2:]):
    starts = [start.frame_num for start, end in detect(str(clip), AdaptiveDetector())][1:]
    found = {"transitions": [{"kind": "cut", "start": n, "end": n} for n in starts], "superimpositions": []}
    pathlib.Path(sys.argv[1], clip.stem + ".json").write_text(json.dumps(found))
"""


def labelled_clips(labels: Path) -> list[Path]:
    """The clips that a file of labels speaks of."""
    return [labels.parent / clip["file"] for clip in json.loads(labels.read_text("utf-8"))["clips"]]


def analyze(clips: Sequence[Path], results: Path) -> Used:
    """Analyze all clips in one call and write the document of each into a folder; those that fail leave none."""
    with tempfile.TemporaryDirectory() as studies:
        used = run(cranework("analyze", *clips, "-o", studies, "--json", "--quiet"), expected=None)
        for study in Path(studies).glob("*.cranework"):
            name = study.name.removesuffix(".cranework")
            run(cranework("export", study, "json", "-o", results / f"{Path(name).stem}.json"))
    return used


def peer(clips: Sequence[Path], results: Path) -> Used:
    """Let PySceneDetect find the cuts of all clips, into a folder."""
    return run(python(PEER, results, *clips))


def scored(name: str, find: Callable[[Sequence[Path], Path], Used], labels: Path, scorer: Path) -> None:
    """Run one finder over all clips and print what the scorer says."""
    with tempfile.TemporaryDirectory() as results:
        clips = labelled_clips(labels)
        used = find(clips, Path(results))
        documents = len(list(Path(results).glob("*.json")))
        print(f"\n{name}: {documents} documents of {len(clips)} clips, exit code {used.code}, CPU {used.cpu_s:.0f} s")
        print(run([sys.executable, str(scorer), str(labels), results]).output, end="")


def main() -> int:
    """Command line."""
    form = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=form)
    parser.add_argument("--peers", action="store_true", help="also score PySceneDetect")
    options = parser.parse_args()
    if not (LABELS.exists() and SCORER.exists()):
        print(f"the labelled clips and their scorer are not here: {SHARED}")
        return 0
    try:
        scored("cranework", analyze, LABELS, SCORER)
        if options.peers and find_spec("scenedetect") is None:
            print("PySceneDetect is not installed here (requirements/benchmark.txt): left out")
        elif options.peers:
            scored("PySceneDetect adaptive", peer, LABELS, SCORER)
    except Failed as failure:
        sys.exit(str(failure))
    return 0


if __name__ == "__main__":
    sys.exit(main())
