"""Trains the judge's networks on made films and writes their table. Needs PyTorch, which nothing at run time does.

    python -m training.fit FOLDER TABLE [--networks N] [--epochs N] [--films N]

FOLDER holds what `python -m training.make` keeps. The same folder, seeds and version of PyTorch give the same table.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, fields
from importlib import import_module
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from cranework.editing.distances import REACH
from cranework.editing.judge import AROUND, KINDS, OFFSETS
from cranework.editing.judging import standing_still
from cranework.editing.pictures import Pictures
from cranework.editing.signals import measure

LAYERS = (64, 40, 40)  # units of the layer over the signals, and of the two that look around
WINDOW, BATCH = 384, 6  # frames of a stretch, stretches of a step
RATE, DECAY = 4e-3, 2e-2
NOISE, DROPPED_EARLY, DROPPED_LATE = 0.1, 0.1, 0.15
CUT_WEIGHT, CUT_POSITIVE, SMOOTHING = 6.0, 3.0, 0.02
AT_AN_END = 0.2  # weight of frames beside the ends of a gradual transition: where it ends is a matter of taste
LARGEST = 6e4  # what half precision holds
RAREST = 0.002  # share of a signal's values, at each end, that do not count for its scale
AVERAGED = 0.998  # share of the running mean of the weights that a step keeps
MADE = ("none", "cut", "dissolve", "fade_in", "fade_out", "wipe")  # as `training.make` numbers kinds
BACKWARD = {"fade_in": "fade_out", "fade_out": "fade_in", "rise": "fall", "fall": "rise"}


@dataclass
class Taught:
    """One film as the networks see it: `signals` float16 (n, S); and each frame's cut, kind, weight (n,)."""

    signals: NDArray[np.float16]
    cut: NDArray[np.float32]
    kind: NDArray[np.int64]
    weight: NDArray[np.float32]


def taught(path: Path) -> list[Taught]:
    """A film forwards, backwards, and with every second frame."""
    with np.load(path, allow_pickle=False) as kept:
        arrays = {name: kept[name] for name in kept.files}
    pictures = Pictures(**{part.name: arrays[part.name] for part in fields(Pictures)})
    spans = [(MADE[kind], start, end) for kind, start, end in arrays["transitions"].tolist()]
    spans += [("rise" if rises else "fall", start, end) for start, end, rises in arrays["ramps"].tolist()]
    length = len(pictures)
    turned = [(BACKWARD.get(kind, kind), length - end, length - start) for kind, start, end in spans]
    halved = [(kind, (start + 1) // 2, (end + 1) // 2) for kind, start, end in spans]
    halved = [("cut" if a == b else kind, a, b) for kind, a, b in halved]
    every, backward, second = np.arange(length), np.arange(length)[::-1], np.arange(0, length, 2)
    return [
        _film(pictures.take(order), truth) for order, truth in ((every, spans), (backward, turned), (second, halved))
    ]


def _film(pictures: Pictures, spans: Sequence[tuple[str, int, int]]) -> Taught:
    count = len(pictures)

    def source(start: int, end: int) -> Pictures:
        return pictures.take(np.arange(start, end))

    signals = measure(standing_still(source, -REACH, count + REACH, count), 0, count)
    cut, kind, weight = np.zeros(count, np.float32), np.zeros(count, np.int64), np.ones(count, np.float32)
    for name, start, end in spans:
        if name == "cut":
            if 0 < start < count:
                cut[start] = 1
            continue
        kind[start:end] = KINDS.index(name)
        weight[max(0, start - 1) : start + 1] = weight[max(0, end - 1) : end + 1] = AT_AN_END
    values = np.clip(signals.values.T, -LARGEST, LARGEST).astype(np.float16)
    return Taught(values, cut, kind, weight)


def fit(films: Sequence[Taught], seed: int, epochs: int) -> dict[str, NDArray[np.float32]]:
    """Train one network; `films` are all there are to learn from."""
    torch: Any = import_module("torch")
    functional = torch.nn.functional
    torch.set_num_threads(1)
    torch.manual_seed(seed)
    random = np.random.default_rng(seed)
    mean, deviation = _scale(films)
    weights = _begun(torch, len(mean))
    stretches = [(film, start) for film in films for start in range(0, len(film.cut), WINDOW)]
    steps = epochs * (len(stretches) // BATCH)
    optimizer = torch.optim.AdamW(weights.values(), lr=RATE, weight_decay=DECAY)
    pace = torch.optim.lr_scheduler.OneCycleLR(optimizer, RATE, total_steps=steps)
    averaged = {name: value.detach().clone() for name, value in weights.items()}
    begun, step = time.monotonic(), 0
    for epoch in range(epochs):
        shift, total = int(random.integers(WINDOW)), 0.0
        order = random.permutation(len(stretches))
        for first in range(0, len(order) - BATCH + 1, BATCH):
            chosen = [stretches[i] for i in order[first : first + BATCH]]
            x, heard, cut, kind, weight = map(torch.from_numpy, _batch(chosen, shift, mean, deviation))
            x = functional.dropout(x + NOISE * torch.randn_like(x), DROPPED_EARLY) * heard
            first_layer = functional.dropout(torch.relu(x @ weights["w0"] + weights["b0"]), DROPPED_EARLY) * heard
            second = (
                functional.dropout(
                    torch.relu(_around(torch, first_layer) @ weights["w1"] + weights["b1"]), DROPPED_LATE
                )
                * heard
            )
            third = functional.dropout(torch.relu(_around(torch, second) @ weights["w2"] + weights["b2"]), DROPPED_LATE)
            logits = torch.cat([first_layer, second, third], 2) @ weights["w3"] + weights["b3"]
            inner = logits[:, AROUND:-AROUND].reshape(-1, logits.shape[2])
            there = heard[:, AROUND:-AROUND].reshape(-1)
            positive = torch.tensor(CUT_POSITIVE)
            cuts = functional.binary_cross_entropy_with_logits(inner[:, 0], cut, pos_weight=positive, reduction="none")
            kinds = functional.cross_entropy(inner[:, 1:], kind, reduction="none", label_smoothing=SMOOTHING)
            loss = ((CUT_WEIGHT * cuts + kinds * weight) * there).sum() / there.sum()
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            pace.step()
            step += 1
            keep = min(AVERAGED, step / (step + 10))
            with torch.no_grad():
                for name, value in weights.items():
                    averaged[name].mul_(keep).add_(value, alpha=1 - keep)
            total += float(loss.detach())
        spent = time.monotonic() - begun
        print(
            f"network {seed}: epoch {epoch + 1} of {epochs}, loss {total * BATCH / len(order):.4f}, {spent:.0f} s",
            flush=True,
        )
    return {"mu": mean, "sd": deviation, **{name: value.numpy() for name, value in averaged.items()}}


def _scale(films: Sequence[Taught]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Mean and deviation of each signal, its rarest values brought nearer: a few may be a thousand times as large."""
    some = np.concatenate([film.signals[::11] for film in films]).astype(np.float32)
    some = np.clip(some, *np.quantile(some, [RAREST, 1 - RAREST], axis=0))
    return some.mean(0).astype(np.float32), some.std(0).astype(np.float32) + np.float32(1e-3)


def _begun(torch: Any, signals: int) -> dict[str, Any]:
    """Weights to begin with (He et al., "Delving deep into rectifiers", 2015)."""
    first, second, third = LAYERS
    taps, outputs = len(OFFSETS), 1 + len(KINDS)
    shapes = ((signals, first), (first * taps, second), (second * taps, third), (first + second + third, outputs))
    weights: dict[str, Any] = {}
    for i, (fed, units) in enumerate(shapes):
        scale = np.sqrt(2 / fed) * (0.3 if i == 3 else 1.0)
        weights[f"w{i}"] = torch.nn.Parameter(torch.randn(fed, units) * scale)
        weights[f"b{i}"] = torch.nn.Parameter(torch.zeros(units))
    with torch.no_grad():
        weights["b3"][0] = -3.0  # cuts are rare
    return weights


def _batch(chosen: Sequence[tuple[Taught, int]], shift: int, mean: Any, deviation: Any) -> Iterator[NDArray[Any]]:
    """Signals (B, T, S), which frames are the film's (B, T, 1), and of the inner frames: cut, kind, weight."""
    size = WINDOW + 2 * AROUND
    x = np.zeros((len(chosen), size, len(mean)), np.float32)
    heard = np.zeros((len(chosen), size, 1), np.float32)
    cut, weight = (np.zeros((len(chosen), WINDOW), np.float32) for _ in range(2))
    kind = np.zeros((len(chosen), WINDOW), np.int64)
    for row, (film, begins) in enumerate(chosen):
        start = begins - shift
        low, high = max(0, start - AROUND), min(len(film.cut), start + WINDOW + AROUND)
        if high > low:
            place = slice(low - start + AROUND, high - start + AROUND)
            x[row, place] = np.clip((film.signals[low:high] - mean) / deviation, -4, 4)
            heard[row, place] = 1
        low, high = max(0, start), min(len(film.cut), start + WINDOW)
        if high > low:
            place = slice(low - start, high - start)
            cut[row, place], kind[row, place] = film.cut[low:high], film.kind[low:high]
            weight[row, place] = film.weight[low:high]
    yield from (x, heard, cut.reshape(-1), kind.reshape(-1), weight.reshape(-1))


def _around(torch: Any, rows: Any) -> Any:
    """(B, T, C) to (B, T, 13 C): the rows at t + offset, zero beyond the ends."""
    reach, length = max(OFFSETS), rows.shape[1]
    padded = torch.nn.functional.pad(rows, (0, 0, reach, reach))
    return torch.cat([padded[:, reach + o : reach + o + length] for o in OFFSETS], 2)


def write(table: Path, networks: Sequence[dict[str, NDArray[np.float32]]]) -> None:
    """The table that `cranework.editing.judge` reads."""
    arrays: dict[str, Any] = {
        f"n{i}.{name}": value.astype(np.float16) for i, net in enumerate(networks) for name, value in net.items()
    }
    np.savez_compressed(table, **arrays)


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("table", type=Path)
    parser.add_argument("--networks", type=int, default=2)
    parser.add_argument("--epochs", type=int, default=14)
    parser.add_argument("--films", type=int, default=None, help="only the first so many")
    parser.add_argument("--first-seed", type=int, default=1)
    options = parser.parse_args()
    paths = sorted(options.folder.glob("*.npz"))[: options.films]
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        films = [film for group in pool.map(taught, paths, chunksize=4) for film in group]
    print(f"{len(paths)} films, {sum(len(film.cut) for film in films)} frames with their variants", flush=True)
    seeds = range(options.first_seed, options.first_seed + options.networks)
    write(options.table, [fit(films, seed, options.epochs) for seed in seeds])


if __name__ == "__main__":
    main()
