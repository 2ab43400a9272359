"""How well transitions are told: every labelled clip of ../shared is analyzed, and its document scored.

    python -m benchmarks.transitions [--peers] [--transnetv2 PYTHON]

The scores are printed by ../shared/eval/transitions.py, which says by what rules; processor time is told beside them.
Other programs (`benchmarks.peers`) are scored in the same run when asked for.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks import misses, peers
from benchmarks.films import SHARED
from benchmarks.peers import Finder
from benchmarks.process import Failed, Used, cranework, run

LABELS = SHARED / "data" / "film" / "transitions" / "labels.json"
SCORER = SHARED / "eval" / "transitions.py"


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


def scored(name: str, find: Finder, labels: Path, scorer: Path, stills: Path | None = None) -> None:
    """Run one finder over all clips and print what the scorer says; keep `stills` of what was told wrong."""
    with tempfile.TemporaryDirectory() as results:
        clips = labelled_clips(labels)
        used = find(clips, Path(results))
        documents = len(list(Path(results).glob("*.json")))
        print(f"\n{name}: {documents} documents of {len(clips)} clips, exit code {used.code}, CPU {used.cpu_s:.0f} s")
        print(run([sys.executable, str(scorer), str(labels), results]).output, end="")
        if stills is not None:
            print(f"{misses.write(labels, Path(results), stills)} strips of what was told wrong: {stills}")


def main() -> int:
    """Command line."""
    form = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=form)
    peers.add_arguments(parser)
    options = parser.parse_args()
    if not (LABELS.exists() and SCORER.exists()):
        print(f"the labelled clips and their scorer are not here: {SHARED}")
        return 0
    try:
        scored("cranework", analyze, LABELS, SCORER)
        for name, find in peers.chosen(options):
            scored(name, find, LABELS, SCORER)
    except Failed as failure:
        sys.exit(str(failure))
    return 0


if __name__ == "__main__":
    sys.exit(main())
