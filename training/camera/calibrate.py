"""Sets the confidence of camera moves by labelled clips: two numbers for each kind of move, kept in the judge's table.

    python -m training.camera.calibrate TABLE LABELS STUDIES [--apart FOLDER]

STUDIES is a folder with a study of each labelled clip. With `--apart`, each clip's document is written to FOLDER with
numbers set by all the other clips: what is scored there has not seen the clip. The networks see none of them.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from pathlib import Path
from typing import Any, cast

import numpy as np

from cranework.layers.moves import moves_of
from cranework.motion.judge import LIKELY, STATIC, Judge
from cranework.study.layer import Measurements
from cranework.study.store import Study
from training.camera.fit import family

STEADY = 1.0
"""Weight of the belief that the networks' own probabilities are right: as much as so many examples would have."""

Example = tuple[str, str, float, bool]
"""Clip, kind, log odds, whether the labels bear it out."""


def examples_of(clip: dict[str, Any], document: dict[str, Any]) -> list[Example]:
    """What was said of one clip, before any calibration, without what labels neither want nor forbid."""
    wanted = [move for move in clip["moves"] if not move.get("minor")]
    still = all(move["label"] == STATIC for move in wanted)
    found = []
    for move in (move for shot in document["shots"] for move in shot["moves"]):
        label, confidence = move["label"], move["confidence"]
        if label is None or not 0 < confidence < 1:
            continue
        right = any(label in (w["label"], *w.get("accept", ())) for w in wanted)
        neutral = any(label in (w["label"], *w.get("accept", ())) for w in clip["moves"])
        if right or not (neutral or (label == STATIC and not still)):
            odds = float(np.log(confidence / (1 - confidence)))
            found.append((clip["file"], family(label), odds, right))
    return found


def platt(examples: list[Example]) -> tuple[float, float]:
    """Slope and shift by which log odds become those of the labels, drawn towards 1 and 0 where there are few."""
    x, y = np.array([e[2] for e in examples]), np.array([e[3] for e in examples], float)
    slope, shift = 1.0, 0.0
    for _ in range(50):
        p = 1 / (1 + np.exp(-(slope * x + shift)))
        pull = np.array([((p - y) * x).sum() + STEADY * (slope - 1), (p - y).sum() + STEADY * shift])
        w = p * (1 - p)
        bend = np.array([[(w * x * x).sum() + STEADY, (w * x).sum()], [(w * x).sum(), w.sum() + STEADY]])
        slope, shift = np.array([slope, shift]) - np.linalg.solve(bend, pull)
    return max(float(slope), 0.1), float(shift)


def calibrated(examples: list[Example]) -> dict[str, tuple[float, float]]:
    """For each kind of move that was said."""
    by_kind = defaultdict(list)
    for example in examples:
        by_kind[example[1]].append(example)
    return {kind: platt(those) for kind, those in by_kind.items()}


def document_of(path: Path, judge: Judge) -> dict[str, Any]:
    """The shots of a study with their moves."""
    with Study.open(path) as study:
        derived = moves_of(cast(Measurements, study), judge)  # a whole study knows its frames
    shots = []
    for camera in derived.spans["camera"]:
        moves = [dict(m) for m in derived.spans["moves"] if camera["start"] <= m["start"] < camera["end"]]
        shots.append({**camera, "moves": [{k: v for k, v in m.items() if k != "tracks"} for m in moves]})
    return {"shots": shots}


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("table", "labels", "studies"):
        parser.add_argument(name, type=Path)
    parser.add_argument("--apart", type=Path)
    options = parser.parse_args()
    judge = Judge(options.table)
    judge.calibration = dict.fromkeys(judge.calibration, (1.0, 0.0))
    judge.likely = 0.0
    clips = json.loads(options.labels.read_text(encoding="utf-8"))["clips"]
    examples: list[Example] = []
    for clip in clips:
        examples += examples_of(clip, document_of(options.studies / f"{Path(clip['file']).stem}.cranework", judge))
    found = calibrated(examples)
    judge.likely = LIKELY
    if options.apart:
        options.apart.mkdir(parents=True, exist_ok=True)
        for clip in clips:
            judge.calibration |= calibrated([e for e in examples if e[0] != clip["file"]])
            stem = Path(clip["file"]).stem
            made = document_of(options.studies / f"{stem}.cranework", judge)
            (options.apart / f"{stem}.json").write_text(json.dumps(made, indent=1), encoding="utf-8")
    with np.load(options.table) as table:
        arrays = dict(table)
    arrays |= {f"calibration.{kind}": np.array(numbers, np.float32) for kind, numbers in found.items()}
    np.savez_compressed(options.table, **arrays)
    for kind, (slope, shift) in sorted(found.items()):
        print(f"{kind:12} slope {slope:.2f} shift {shift:+.2f}  from {sum(e[1] == kind for e in examples)}")


if __name__ == "__main__":
    main()
