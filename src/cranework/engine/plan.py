"""What must be computed, and what is still good: told by fingerprints of how a result was made."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict

from cranework.film.model import Film, Segment
from cranework.study.layer import FrameLayer, Layer

DECODING = 2
"""Version of decoding and views: raised when the same film gives other frames or other views."""


def plan_fingerprint(film: Film, segments: Sequence[Segment]) -> str:
    """What all frame layers rest on: the film, the stream, its area, the segments."""
    return _hash(DECODING, film.fingerprint, film.video.stream, film.active_area, [asdict(s) for s in segments])


def fingerprints(layers: Sequence[Layer], film: Film, planned: str) -> dict[str, str]:
    """For each layer (in order of their needs): by what its result is known to be current."""
    made: dict[str, str] = {}
    for layer in layers:
        ground = planned if isinstance(layer, FrameLayer) else film.fingerprint
        made[layer.name] = _hash(
            layer.name, layer.version, asdict(layer.parameters), ground, [made[need] for need in layer.needs]
        )
    return made


def stale(layers: Sequence[Layer], wanted: Mapping[str, str], kept: Mapping[str, str], force: bool) -> list[Layer]:
    """The layers to compute: all when forced, else those whose result was made otherwise or not at all."""
    return [layer for layer in layers if force or kept.get(layer.name) != wanted[layer.name]]


def _hash(*parts: object) -> str:
    text = json.dumps(parts, sort_keys=True, default=str)
    return hashlib.sha256(text.encode()).hexdigest()
