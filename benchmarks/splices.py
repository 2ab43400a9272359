"""How well transitions are told in films made of single shots, whose truth is known to the frame.

    python -m benchmarks.splices [--films N] [--folder FOLDER] [--stills FOLDER] [--peers] [--transnetv2 PYTHON]

Films of some 700 frames are spliced (`training.splice`) from the single shots of ../shared that no network was trained
on, and from rendered scenes: cuts, dissolves, fades, wipes, superimpositions, and traps; half of the films gray, with
grain. Each is coded as H.264 and analyzed, and its document scored by ../shared/eval/transitions.py. Other programs
(`benchmarks.peers`) are scored in the same run when asked for.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import numpy as np
from training.shots import Stock
from training.splice import film, write

from benchmarks import peers
from benchmarks.films import SHARED, arguments
from benchmarks.process import Failed
from benchmarks.transitions import SCORER, analyze, scored

CLIPS = SHARED / "data" / "film" / "training"
FIRST_SEED, FILMS = 1_000_000, 56  # 56 films hold some 700 transitions
SHORTEST = 3  # frames of a dissolve: what takes two is a blended cut
QUALITIES = (16, 30)  # x264's constant rate factors


def made(folder: Path, count: int) -> Path:
    """Make the films that are not there yet, and the labels of all: the path of those."""
    folder.mkdir(parents=True, exist_ok=True)
    stock = Stock(CLIPS, measuring=True)
    clips = []
    for seed in range(FIRST_SEED, FIRST_SEED + count):
        path, kept = folder / f"splice-{seed}.mp4", folder / f"splice-{seed}.json"
        if not kept.exists():
            print(f"making {path.name}", file=sys.stderr, flush=True)
            shot, truth = film(seed, stock, shortest=SHORTEST)
            write(path, shot, int(np.random.default_rng([seed, 1]).integers(*QUALITIES)))
            kinds = {"transitions": truth.transitions, "superimpositions": truth.superimpositions, "traps": truth.traps}
            kept.write_text(json.dumps({"file": path.name, "frames": len(shot), **kinds}))
        clips.append(json.loads(kept.read_text()))
    labels = folder / f"splices-{count}.json"
    labels.write_text(json.dumps({"clips": clips}))
    marked = [one["kind"] for clip in clips for one in clip["transitions"]]
    print(f"{count} films, {len(marked)} transitions:", {kind: marked.count(kind) for kind in sorted(set(marked))})
    return labels


def main() -> int:
    """Command line."""
    parser = arguments(__doc__ or "")
    parser.add_argument("--films", type=int, default=FILMS, help="%(default)s by default")
    parser.add_argument("--stills", type=Path, metavar="FOLDER", help="keep strips of what was told wrong")
    peers.add_arguments(parser)
    options = parser.parse_args()
    if not (CLIPS.is_dir() and SCORER.exists()):
        print(f"the single shots that films are spliced from, or their scorer, are not here: {SHARED}")
        return 0
    labels = made(options.folder / "splices", options.films)
    try:
        scored("cranework", analyze, labels, SCORER, options.stills)
        for name, find in peers.chosen(options):
            scored(name, find, labels, SCORER)
    except Failed as failure:
        sys.exit(str(failure))
    return 0


if __name__ == "__main__":
    sys.exit(main())
