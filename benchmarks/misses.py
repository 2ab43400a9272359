"""Strips of stills of what was told wrong of transitions: to look at, and to learn from.

    python -m benchmarks.splices --stills FOLDER

For each transition that is missed, and each that is invented, one picture: five frames from before it to behind it, and
under them what is true and what was said. By the scorer's rules: a cut within one frame, a gradual transition or a
superimposition by a third of overlap over union.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import av
import cv2
import numpy as np
from numpy.typing import NDArray

AROUND = 4
"""Frames shown before and behind."""
STILLS, HEIGHT, BORDER, LINE = 5, 120, 4, 22
"""Pictures in a strip; pixels of each, between them, and of the line of words."""
CUT_NEAR, OVERLAP = 1, 0.3

NOTHING_SAID: dict[str, Any] = {"transitions": [], "superimpositions": []}
"""Of a film that could not be analyzed: all of it is missed."""

Span = dict[str, Any]
Picture = NDArray[np.uint8]


@dataclass(frozen=True)
class Miss:
    """One thing told wrong, or not told, in frames [start, end) of a film."""

    start: int
    end: int
    words: str


def family(span: Span) -> str:
    """Cuts and superimpositions are answered by their like alone; gradual transitions by any of them."""
    return str(span["kind"]) if span["kind"] in ("cut", "superimposition") else "gradual"


def paired(true: Span, said: Span) -> bool:
    """Whether what was said answers what is true."""
    if family(true) != family(said):
        return False
    if family(true) == "cut":
        return bool(abs(true["start"] - said["start"]) <= CUT_NEAR)
    shared = min(true["end"], said["end"]) - max(true["start"], said["start"])
    return bool(shared >= OVERLAP * (max(true["end"], said["end"]) - min(true["start"], said["start"])))


def misses(true: Sequence[Span], said: Sequence[Span]) -> Iterator[Miss]:
    """What was told wrong of one film, in order: `true` and `said` hold transitions and superimpositions."""
    for one in sorted([*true, *said], key=lambda span: (span["start"], span["end"])):
        others, mine = (said, "missed") if any(one is span for span in true) else (true, "invented")
        if any(paired(one, other) for other in others):
            continue
        touching = {
            other["kind"] for other in others
            if other["start"] <= one["end"] + CUT_NEAR and one["start"] <= other["end"] + CUT_NEAR
        }  # fmt: skip
        beside = f", there: {', '.join(sorted(touching))}" if touching else ""
        yield Miss(one["start"], one["end"], f"{one['kind']} {mine} at {one['start']}-{one['end']}{beside}")


def spans(document: dict[str, Any]) -> list[Span]:
    """Transitions and superimpositions of a document, or of a film's truth, with their kinds."""
    shown = [{**one, "kind": "superimposition"} for one in document.get("superimpositions", ())]
    return [*document["transitions"], *shown]


def strip(film: Sequence[Picture], miss: Miss) -> Picture:
    """Frames across a miss, side by side, with its words below: uint8 (h, w, 3)."""
    at = np.linspace(miss.start - AROUND, miss.end + AROUND, STILLS).round().astype(int).clip(0, len(film) - 1)
    stills = []
    for place in at.tolist():
        height, width = film[place].shape[:2]
        still = cv2.resize(film[place], (round(HEIGHT * width / height), HEIGHT), interpolation=cv2.INTER_AREA)
        stills.append(cv2.copyMakeBorder(still, 0, LINE, 0, BORDER, cv2.BORDER_CONSTANT, value=(255, 255, 255)))
    joined = np.hstack(stills)
    place_of_words = (4, HEIGHT + LINE - 7)
    cv2.putText(joined, miss.words, place_of_words, cv2.FONT_HERSHEY_SIMPLEX, 0.45, (0, 0, 0), 1, cv2.LINE_AA)
    return np.asarray(joined, np.uint8)


def write(labels: Path, results: Path, folder: Path) -> int:
    """The strips of all films of a file of labels whose documents lie in `results`; how many they are."""
    folder.mkdir(parents=True, exist_ok=True)
    count = 0
    for clip in json.loads(labels.read_text("utf-8"))["clips"]:
        path = labels.parent / clip["file"]
        kept = results / f"{path.stem}.json"
        document = json.loads(kept.read_text("utf-8")) if kept.exists() else NOTHING_SAID
        found = list(misses(spans(clip), spans(document)))
        if not found:
            continue
        with av.open(str(path)) as container:
            film = [np.asarray(frame.to_ndarray(format="bgr24"), np.uint8) for frame in container.decode(video=0)]
        for miss in found:
            name = f"{path.stem}-{miss.start:06}-{miss.words.split(' at ')[0].replace(' ', '-')}.png"
            cv2.imwrite(str(folder / name), strip(film, miss))
        count += len(found)
    return count
