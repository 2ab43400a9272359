"""Learns the judge of camera moves from simulated tracks; the only part of this folder that needs PyTorch.

    python -m training.camera.fit TABLE [--takes N] [--networks N] [--epochs N] [--units FIRST SECOND]

Takes are simulated from the seeds 0..N-1; each ninth is kept back, and what is reached on those is printed. The
temperature of the answers is set on them, too (Guo, Pleiss, Sun & Weinberger, On calibration of modern neural networks,
2017), and is part of the last layer's weights.
"""

from __future__ import annotations

import argparse
import json
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from cranework.motion.features import Measured, measure
from cranework.motion.judge import AXES, DIRECTED, NONE, SIGNED
from cranework.motion.naming import TRAVELS
from cranework.motion.windows import Windows, windows
from training.camera.simulate import Take, take

Floats = NDArray[np.float64]

HELD_BACK = 9
UNKNOWN = -1
"""The answer where a window shows too little of a move to be called by its name, or more than none of it."""

HALF, HARDLY = 0.5, 0.08
"""Share of a window that a move must fill to be its answer, and that one may fill which is none."""

VISIBLE = {"sideways": 0.006, "upright": 0.006, "depth": 0.012, "roll": 0.008}
"""Frame widths, ln of the scale, radians: less of a move in a window cannot be seen."""

DEPTHLESS, DEPTHLESS_KEPT = ("flat", "far"), 5
"""Sets without depth, and of how many of them travel is learnt from one: there it looks like turning or zooming, which
is what a camera before such a set mostly does."""

EFFECTS = {"pan": 0, "tilt": 1, "roll": 2, "zoom": 3, "truck": 4, "pedestal": 5, "dolly": 6}
"""Columns of `Take.effects`."""

UNITS = (64, 48)
"""Of the two hidden layers."""

BATCH, RATE, DECAY, DROPOUT = 512, 3e-3, 1e-3, 0.1
NEWTON_STEPS, SHRINK = 12, 1e-3


@dataclass(frozen=True)
class Examples:
    """Windows of many takes: features (N, F), answers (N, axes), directions (N, axes), odd numbers, take."""

    names: tuple[str, ...]
    features: Floats
    answers: NDArray[np.int64]
    directions: NDArray[np.int64]
    odd: dict[str, Floats]
    of_take: NDArray[np.int64]


def family(label: str) -> str:
    """The kind of move, without its direction."""
    return next((kind for kind, labels in SIGNED.items() if label in labels), label)


def answers_of(one: Take, w: Windows) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """What each window shows on each axis, and in which direction: (N, axes) each."""
    answers = np.full((len(w), len(AXES)), UNKNOWN)
    directions = np.zeros((len(w), len(AXES)), int)
    for n, (first, last) in enumerate(zip(w.first.tolist(), w.last.tolist(), strict=True)):
        for a, (axis, kinds) in enumerate(AXES.items()):
            filled: dict[str, tuple[float, int, float]] = {}
            for move in one.moves:
                kind = family(move.label)
                if kind not in kinds:
                    continue
                share = max(0, min(last, move.end) - max(first, move.start)) / (last - first)
                if share > filled.get(kind, (0.0, 0, 0.0))[0]:
                    sign = 1 if move.label == SIGNED[kind][0] else -1
                    filled[kind] = share, sign, _effect(one, kind, first, last)
            longest = max((share for share, *_ in filled.values()), default=0.0)
            if longest <= HARDLY:
                answers[n, a] = kinds.index(NONE)
                continue
            seen = {k: f for k, f in filled.items() if f[0] >= HALF and f[2] >= VISIBLE[axis]}
            if seen:
                kind = max(seen, key=lambda k: seen[k][2])
                answers[n, a], directions[n, a] = kinds.index(kind), seen[kind][1]
    return answers, directions


def _effect(one: Take, kind: str, first: int, last: int) -> float:
    if kind not in EFFECTS:  # an arc and a dolly zoom leave their subject where it is
        return np.inf
    column = one.effects[:, EFFECTS[kind]]
    last = min(last, len(column) - 1)
    return float(abs(column[last] - column[first]))


def examples_of(seed: int) -> tuple[Measured, NDArray[np.int64], NDArray[np.int64]] | None:
    """The windows of one take."""
    one = take(seed)
    w = windows(one.points, one.frames, one.frames / one.rate)
    if not len(w):
        return None
    answers, directions = answers_of(one, w)
    if one.kind.startswith(DEPTHLESS) and seed % DEPTHLESS_KEPT:
        for a, kinds in enumerate(AXES.values()):
            travels = np.isin(answers[:, a], [kinds.index(kind) for kind in TRAVELS if kind in kinds])
            answers[travels, a] = UNKNOWN
    return measure(w), answers, directions


def gathered(seeds: range, workers: int) -> Examples:
    """The windows of many takes."""
    with ProcessPoolExecutor(workers) as pool:
        found = [(seed, e) for seed, e in zip(seeds, pool.map(examples_of, seeds, chunksize=16), strict=True) if e]
    measured = [e[0] for _, e in found]
    return Examples(
        measured[0].names,
        np.concatenate([m.features for m in measured]),
        np.concatenate([e[1] for _, e in found]),
        np.concatenate([e[2] for _, e in found]),
        {name: np.concatenate([m.odd[name] for m in measured]) for name in measured[0].odd},
        np.concatenate([np.full(len(e[0].features), seed) for seed, e in found]),
    )


def loss_of(torch: Any, logits: Any, answers: Any) -> Any:
    """Cross entropy, summed over the axes; unknown answers count nothing."""
    parts = logits.split([len(kinds) for kinds in AXES.values()], dim=1)
    entropy = torch.nn.functional.cross_entropy
    return sum(entropy(part, answers[:, a], ignore_index=UNKNOWN) for a, part in enumerate(parts))


def trained(torch: Any, x: Any, answers: Any, seed: int, epochs: int, units: tuple[int, int]) -> Any:
    """One network: two hidden layers, one group of answers for each axis."""
    torch.manual_seed(seed)
    nn = torch.nn
    network = nn.Sequential(
        *(nn.Linear(x.shape[1], units[0]), nn.ReLU(), nn.Dropout(DROPOUT)),
        *(nn.Linear(*units), nn.ReLU(), nn.Dropout(DROPOUT)),
        nn.Linear(units[1], sum(map(len, AXES.values()))),
    )
    steps = epochs * (-(-len(x) // BATCH))
    optimizer = torch.optim.AdamW(network.parameters(), lr=RATE, weight_decay=DECAY)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, RATE, total_steps=steps)
    network.train()
    for _ in range(epochs):
        for rows in torch.randperm(len(x)).split(BATCH):
            optimizer.zero_grad()
            loss_of(torch, network(x[rows]), answers[rows]).backward()
            optimizer.step()
            schedule.step()
    return network.eval()


def direction(odd: Floats, signs: NDArray[np.int64]) -> Floats:
    """The linear function without a constant whose sign is the direction, by logistic regression (Newton's steps)."""
    w = np.zeros(odd.shape[1])
    for _ in range(NEWTON_STEPS):
        right = 1 / (1 + np.exp(-signs * (odd @ w)))
        slope = -(odd * (signs * (1 - right))[:, None]).mean(0) + 2 * SHRINK * w
        bend = (odd * (right * (1 - right))[:, None]).T @ odd / len(odd) + 2 * SHRINK * np.eye(len(w))
        w -= np.linalg.solve(bend, slope)
    return w


def fit(
    examples: Examples, networks: int, epochs: int, units: tuple[int, int]
) -> tuple[dict[str, NDArray[Any]], dict[str, Any]]:
    """The table, and what was reached on the windows kept back."""
    torch: Any = import_module("torch")
    kept_back = examples.of_take % HELD_BACK == 0
    mean, deviation = examples.features[~kept_back].mean(0), examples.features[~kept_back].std(0) + 1e-6
    x = torch.tensor(np.clip((examples.features - mean) / deviation, -4, 4), dtype=torch.float32)
    answers = torch.tensor(examples.answers)
    learn = torch.tensor(~kept_back)
    made = [trained(torch, x[learn], answers[learn], seed, epochs, units) for seed in range(networks)]
    with torch.no_grad():
        logits = torch.stack([network(x[~learn]) for network in made]).mean(0)
    temperatures = np.linspace(0.8, 2.5, 35)
    losses = [float(loss_of(torch, logits / t, answers[~learn])) for t in temperatures]
    temperature = float(temperatures[int(np.argmin(losses))])
    table: dict[str, NDArray[Any]] = {"mean": mean.astype(np.float32), "deviation": deviation.astype(np.float32)}
    for n, network in enumerate(made):
        layers = [layer for layer in network if hasattr(layer, "weight")]
        for k, layer in enumerate(layers):
            scale = temperature if k == len(layers) - 1 else 1.0
            table[f"network{n}.w{k}"] = (layer.weight.detach().numpy().T / scale).astype(np.float16)
            table[f"network{n}.b{k}"] = (layer.bias.detach().numpy() / scale).astype(np.float16)
    report: dict[str, Any] = {"windows": len(x), "temperature": temperature, "loss": min(losses)}
    start = 0
    for a, (axis, kinds) in enumerate(AXES.items()):
        told = examples.answers[~kept_back, a]
        table[f"shares.{axis}"] = (np.bincount(told[told >= 0], minlength=len(kinds)) / (told >= 0).sum()).astype(
            np.float32
        )
        said = logits[:, start : start + len(kinds)].argmax(1).numpy()
        start += len(kinds)
        truth = examples.answers[kept_back, a]
        confusion = np.zeros((len(kinds), len(kinds)), int)
        np.add.at(confusion, (truth[truth >= 0], said[truth >= 0]), 1)
        report[axis] = {"right": float(np.mean(said[truth >= 0] == truth[truth >= 0])), "confusion": confusion.tolist()}
    for kind, odd in DIRECTED.items():
        a = list(AXES).index(odd)
        rows = (examples.answers[:, a] == AXES[odd].index(kind)) & (examples.directions[:, a] != 0)
        w = direction(examples.odd[odd][rows & ~kept_back], examples.directions[rows & ~kept_back, a])
        table[f"direction.{kind}"] = w.astype(np.float32)
        held = rows & kept_back
        report[f"direction of {kind}"] = float(
            np.mean(np.sign(examples.odd[odd][held] @ w) == examples.directions[held, a])
        )
    return table, report


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("table", type=Path)
    parser.add_argument("--takes", type=int, default=6000)
    parser.add_argument("--networks", type=int, default=3)
    parser.add_argument("--epochs", type=int, default=40)
    parser.add_argument("--units", type=int, nargs=2, default=UNITS, metavar=("FIRST", "SECOND"))
    parser.add_argument("--workers", type=int, default=2)
    options = parser.parse_args()
    examples = gathered(range(options.takes), options.workers)
    table, report = fit(examples, options.networks, options.epochs, tuple(options.units))
    np.savez_compressed(options.table, **table)  # type: ignore[arg-type]
    print(json.dumps(report, indent=1))


if __name__ == "__main__":
    main()
