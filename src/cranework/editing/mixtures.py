"""Signals of a mixture: is frame M = F(t) a mixture of A = F(t - h) and B = F(t + h)?

In a dissolve M = (1 - alpha) A + alpha B, so M lies between A and B: hardly any residual, alpha the same in all
blocks, contrast dips (Alattar, 1993; Meng, Juan, Chang, 1995). In a pan M is not between them. In a wipe each block is
A or B. All of it follows from the three distances |M - A|, |M - B| and |A - B|: the pictures are not needed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cranework.editing.boundary import EPSILON, log
from cranework.editing.distances import BLOCKS, Distances, Floats

HALVES = (2, 3, 6, 12, 24, 48)
"""Half lengths h, in frames: dissolves of 3 to 96 frames."""

UNEXPLAINED = 0.08  # of the squared distance of M to the nearer picture, what a mixture without doubt may leave
EVEN = 0.1  # largest spread of alpha over the blocks
UNLIKE = 0.5  # least normalised distance of A and B: otherwise it is a lamp, a focus pull, a slow move
APART, LOUD = 0.03, 4.0  # least distance of A and B, and that in multiples of the noise


@dataclass(frozen=True)
class Mixture:
    """The fit of a mixture, for each frame (count,) or for each block and frame (24, count).

    Attributes:
        ab: squared distance of A and B, block by block.
        alpha: share of B, by least squares, block by block: 1/2 + (|M-A|^2 - |M-B|^2) / (2 |A-B|^2).
        residual: what the mixture does not explain: (|M-A|^2 + |M-B|^2 - (alpha^2 + (1-alpha)^2) |A-B|^2) / 2.
        share: alpha of the whole picture, each block weighed by how far apart A and B are in it.
        spread: deviation of alpha over the blocks, weighed alike: small in a dissolve, large in a wipe.
        hard: squared distance to the nearer of A and B, against |A-B|^2: 0 in a wipe, 1/4 amid a dissolve.
        cosine: between the changes A to M and M to B: 1 if the change goes on the same way, -1/2 for noise.
    """

    ab: Floats
    alpha: Floats
    residual: Floats
    share: Floats
    spread: Floats
    hard: Floats
    cosine: Floats


def mixture(am: Floats, mb: Floats, ab: Floats) -> Mixture:
    """Fit from the squared distances of A and M, M and B, A and B: (24, count) each."""
    weight = ab.sum(0) + EPSILON * BLOCKS
    alpha = np.clip(0.5 + (am - mb) / (2 * ab + EPSILON), -0.5, 1.5)
    residual = np.maximum((am + mb - (alpha**2 + (1 - alpha) ** 2) * ab) / 2, 0)
    share = (alpha * ab).sum(0) / weight
    spread = np.sqrt(((alpha - share) ** 2 * ab).sum(0) / weight)
    hard = np.minimum(am, mb).sum(0) / weight
    cosine = ((ab - am - mb) / (2 * np.sqrt(am * mb) + EPSILON)).mean(0)
    return Mixture(ab, alpha, residual, share, spread, hard, cosine)


def mixtures(distances: Distances, noise: Floats, at_end: dict[int, Floats]) -> Iterator[tuple[str, Floats]]:
    """Name and values of each signal, in the order of the table; `at_end` is 1 where A or B lies outside the film."""
    for h in HALVES:
        yield from _pictures_apart(distances, noise, h)
        yield from _light(distances, h)
        lags = range(-h, h + 1, max(1, h // 6))
        yield f"steps{h}", log(np.maximum.reduce([distances.step(o) for o in lags]) / noise)
        yield f"end{h}", at_end[h]


def beyond_doubt(signals: Mapping[str, Floats], plain: float) -> NDArray[np.bool_]:
    """Frames (count,) that are a mixture of two unlike pictures with next to nothing left: a dissolve of stills.

    The judge has only seen pictures that move and dissolves between them; it doubts what is too perfect.

    Args:
        signals: by name.
        plain: deviation under which a picture is plain: what comes from it or goes to it is a fade.
    """
    found = np.zeros_like(signals["noise"], np.bool_)
    for h in HALVES:
        minor = np.clip(np.minimum(signals[f"alpha{h}"], 1 - signals[f"alpha{h}"]), 1e-3, None)
        found |= (
            (signals[f"residual{h}"] < np.log10(UNEXPLAINED * minor**2))
            & (signals[f"spread{h}"] < EVEN)
            & (signals[f"ncc_ab{h}"] > UNLIKE)
            & (signals[f"raw{h}"] > np.log10(APART))
            & (signals[f"ab{h}"] > np.log10(LOUD))
            & (np.minimum(signals[f"std_a{h}"], signals[f"std_b{h}"]) > np.log10(plain))
        )
    return found


def _pictures_apart(distances: Distances, noise: Floats, h: int) -> Iterator[tuple[str, Floats]]:
    """How well the mixture fits, and how far apart its pictures are, by every distance there is."""
    fit = mixture(distances.blocks(-h, 0), distances.blocks(0, h), distances.blocks(-h, h))
    apart = np.sqrt(fit.ab.mean(0))
    yield f"ab{h}", log(apart / noise)
    yield f"raw{h}", log(apart)
    yield f"residual{h}", log(fit.residual.sum(0) / (fit.ab.sum(0) + EPSILON * BLOCKS))
    yield f"median{h}", _median(fit.residual / (fit.ab + EPSILON * 10))
    yield f"alpha{h}", fit.share
    yield f"spread{h}", fit.spread
    yield f"hard{h}", fit.hard
    yield f"cosine{h}", fit.cosine
    yield f"ncc_ab{h}", distances.ncc(-h, h)
    yield f"ncc_am{h}", distances.ncc(-h, 0)
    yield f"ncc_mb{h}", distances.ncc(0, h)
    yield f"edges_ab{h}", distances.edges(-h, h)
    yield f"ghost{h}", distances.ghost(-h, h)
    color = distances.chroma(-h, h)
    yield f"color_ab{h}", log(color)
    yield (
        f"color_mixture{h}",
        np.minimum((distances.chroma(-h, 0) + distances.chroma(0, h)) / (color + 10 * EPSILON), 4),
    )
    yield f"bins_ab{h}", log(distances.bins(-h, h))
    yield f"before{h}", log(np.sqrt(distances.blocks(-2 * h, -h).mean(0)) / noise)
    yield f"after{h}", log(np.sqrt(distances.blocks(h, 2 * h).mean(0)) / noise)


def _light(distances: Distances, h: int) -> Iterator[tuple[str, Floats]]:
    """How contrast, edges and brightness run through the three pictures."""
    first, middle, last = (distances.std(o) for o in (-h, 0, h))
    yield f"dip{h}", middle**2 / ((first**2 + last**2) / 2 + EPSILON)
    edges = (distances.energy(-h) + distances.energy(h)) / 2
    yield f"edge_dip{h}", distances.energy() / (edges + EPSILON)
    yield f"std_a{h}", log(first)
    yield f"std_b{h}", log(last)
    yield f"slope{h}", distances.mean(h) - distances.mean(-h)
    yield f"bend{h}", distances.mean() - (distances.mean(h) + distances.mean(-h)) / 2


def _median(blocks: Floats) -> Floats:
    """Median over the blocks; a sort of 24 neighbors is much faster than np.median."""
    ordered = np.sort(blocks.T.copy(), axis=1)
    return (ordered[:, BLOCKS // 2 - 1] + ordered[:, BLOCKS // 2]) / 2
