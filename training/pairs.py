"""Teaches the judge to weigh pairs of ramps: is a picture laid over a shot and taken off again, or are they dissolves?

    python -m training.pairs FOLDER TABLE

FOLDER holds films made by `python -m training.make` that the networks of TABLE were not trained on: on films that they
know they are surer than they should be. A logistic regression, by Newton's method, with a little weight decay; the
weights are added to TABLE.
"""

from __future__ import annotations

import argparse
from dataclasses import fields
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from cranework.editing.judge import Judge
from cranework.editing.judging import judge
from cranework.editing.luma import Luma
from cranework.editing.pictures import Pictures
from cranework.editing.spans import cut_peaks, gradual
from cranework.editing.superimpositions import candidates, signs

ALIKE = 0.3  # least overlap / union of a pair with what was laid over the film
DECAY, STEPS = 0.02, 30
SHARE = 0.1  # of the pairs of ramps in edited films that are superimpositions: made films hold many more


def pairs(path: Path, network: Judge) -> tuple[list[NDArray[Any]], list[bool]]:
    """The signs of all pairs of a film, and which of them are superimpositions."""
    with np.load(path, allow_pickle=False) as kept:
        pictures = Pictures(**{part.name: kept[part.name] for part in fields(Pictures)})
        above = kept["above"].tolist()
    frames = len(pictures)

    def source(start: int, end: int) -> Pictures:
        return pictures.take(np.arange(start, end))

    judged, luma = judge(network, source, frames), Luma(source, frames)
    found, true = [], []
    for first, second in candidates(gradual(judged.kinds), cut_peaks(judged.cut)):
        found.append(signs(first, second, judged.kinds, luma))
        true.append(any(_alike((first.start, second.end), (start, end)) for start, end in above))
    return found, true


def _alike(one: tuple[int, int], other: tuple[int, int]) -> bool:
    overlap = min(one[1], other[1]) - max(one[0], other[0])
    return overlap >= ALIKE * (max(one[1], other[1]) - min(one[0], other[0]))


def regression(values: NDArray[np.float64], true: NDArray[np.float64]) -> NDArray[np.float64]:
    """Weights (S + 1,), the last of them constant, of signs (n, S)."""
    design = np.concatenate([values, np.ones((len(values), 1))], axis=1)
    decay = DECAY * np.diag([1.0] * values.shape[1] + [0.0])
    weights = np.zeros(design.shape[1])
    for _ in range(STEPS):
        share = 1 / (1 + np.exp(-design @ weights))
        slope = design.T @ (share - true) + decay @ weights
        curve = (design * (share * (1 - share))[:, None]).T @ design + decay
        weights -= np.linalg.solve(curve, slope)
    return weights


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("table", type=Path)
    options = parser.parse_args()
    network = Judge(options.table)
    all_signs, all_true = [], []
    for path in sorted(options.folder.glob("*.npz")):
        found, true = pairs(path, network)
        all_signs += found
        all_true += true
    values, true_ones = np.array(all_signs, np.float64), np.array(all_true, np.float64)
    weights = regression(values, true_ones)
    weights[-1] += np.log(SHARE / (1 - SHARE)) - np.log(true_ones.mean() / (1 - true_ones.mean()))
    right = (values @ weights[:-1] + weights[-1] > 0) == (true_ones > 0)
    print(f"{len(true_ones)} pairs, {int(true_ones.sum())} superimpositions, {right.mean():.3f} told right")
    print("weights:", " ".join(f"{weight:.2f}" for weight in weights))
    with np.load(options.table, allow_pickle=False) as kept:
        arrays: dict[str, Any] = {name: kept[name] for name in kept.files}
    np.savez_compressed(options.table, **{**arrays, "pair": weights.astype(np.float16)})


if __name__ == "__main__":
    main()
