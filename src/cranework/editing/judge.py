"""The judge: a tiny network over the signals, applied with NumPy, that says of each frame what happens there.

A dense layer a frame, two layers that look at frames around (dilated, +-24 frames each), eight outputs: is there a cut
before the frame; is it part of nothing, of a dissolve, a fade in, a fade out, a wipe, of the rise or the fall of a
picture laid over the shot. Networks that differ by their seed are averaged: steadier, though hardly better than one.

The table `judge.npz` is learnt from films that `training.make` splices, from a seed, out of single shots: no labelled
film took part. docs/measurements.md says how to make it again. The weights are float16.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from cranework.editing.distances import Floats

KINDS = ("none", "dissolve", "fade_in", "fade_out", "wipe", "rise", "fall")
"""What a frame may be part of, in the order of the judge's answers; in a rise a second picture is laid over the first,
in a fall it is taken off again."""

AROUND = 48
"""Frames on each side whose signals an answer depends on: two layers of 24."""

OFFSETS = (-24, -12, -6, -3, -2, -1, 0, 1, 2, 3, 6, 12, 24)
_TABLE = Path(__file__).with_name("judge.npz")


class Judge:
    """Networks read from a table; the one that ships with the program if none is named."""

    def __init__(self, table: Path = _TABLE) -> None:
        with np.load(table, allow_pickle=False) as arrays:
            names = sorted({key.split(".")[0] for key in arrays.files})
            self._networks = [
                {
                    key.split(".")[1]: arrays[key].astype(np.float32)
                    for key in arrays.files
                    if key.startswith(f"{name}.")
                }
                for name in names
            ]

    def __call__(self, signals: Floats, outside: tuple[int, int] = (0, 0)) -> tuple[Floats, Floats]:
        """Probability of a cut before each frame, (count - 2 * AROUND,), and of each kind, (count - 2 * AROUND, 7).

        Args:
            signals: (319, count) of the frames asked for and AROUND frames on each side.
            outside: how many of those at the beginning, and at the end, lie outside the film and are not heard.
        """
        answers = np.stack([_logits(network, signals, outside) for network in self._networks])
        logits = answers.mean(0)[AROUND:-AROUND]
        exponentials = np.exp(logits[:, 1:] - logits[:, 1:].max(1, keepdims=True))
        return 1 / (1 + np.exp(-logits[:, 0])), exponentials / exponentials.sum(1, keepdims=True)


def _logits(w: dict[str, NDArray[np.float32]], signals: Floats, outside: tuple[int, int]) -> Floats:
    heard = slice(outside[0], signals.shape[1] - outside[1])
    x = (signals[:, heard] - w["mu"][:, None]) / w["sd"][:, None]
    np.clip(x, -4, 4, out=x)
    first = np.maximum(x.T @ w["w0"] + w["b0"], 0)
    second = np.maximum(_gathered(first) @ w["w1"] + w["b1"], 0)
    third = np.maximum(_gathered(second) @ w["w2"] + w["b2"], 0)
    logits = np.zeros((signals.shape[1], w["w3"].shape[1]), np.float32)
    logits[heard] = np.concatenate([first, second, third], axis=1) @ w["w3"] + w["b3"]
    return logits


def _gathered(rows: Floats) -> Floats:
    """(count, C) to (count, 13 C): the rows at t + offset, zero beyond the ends."""
    count, reach = len(rows), max(OFFSETS)
    padded = np.pad(rows, ((reach, reach), (0, 0)))
    return np.concatenate([padded[reach + o : reach + o + count] for o in OFFSETS], axis=1)
