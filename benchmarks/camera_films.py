"""Makes the films that camera moves are measured on: rendered, spliced from those, and warped from real pictures."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import av
import cv2
import numpy as np
from training.camera.paths import Leg
from training.camera.render import rendered, write

from cranework.demo.camera import SIGNS, Pose
from cranework.demo.stage import Picture

Clip = dict[str, Any]

FIRST_SEED = 1_000_000
"""Those below are for training."""
DISSOLVE = 12
PIECES = 6
"""Clips of one spliced film."""
SIZE, RATE = (480, 270), 24
"""Of the films that are spliced and warped."""
WARPED = {"pan": 0.22, "tilt": 0.13, "zoom": 0.4, "roll": 0.5}
"""How far the moves of real pictures go: radians, ln of the ratio."""
NARROW, WIDE = 1.5, 1.0
"""Focal lengths, widths: of the picture that is made, and of the one that it is cut out of."""
SECONDS, HELD_S, RAMP = 3.5, 0.5, 0.2


def render(folder: Path, count: int) -> list[Clip]:
    """The rendered clips with their truth; what is there is not made again."""
    folder.mkdir(parents=True, exist_ok=True)
    clips = []
    for seed in range(FIRST_SEED, FIRST_SEED + count):
        path = rendered(folder, seed)
        clips.append(json.loads(path.with_suffix(".json").read_text()))
        if (seed + 1) % 50 == 0:
            print(f"{path.name}", file=sys.stderr, flush=True)
    return clips


def lumas(path: Path) -> Iterator[Picture]:
    """The pictures of a film as they are coded, in the range of video, uint8 (H, W)."""
    with av.open(str(path)) as film:
        for frame in film.decode(video=0):
            plane, stride = memoryview(frame.planes[0]), frame.planes[0].line_size
            yield np.frombuffer(plane, np.uint8).reshape(-1, stride)[: frame.height, : frame.width].copy()


def splice(folder: Path, clips: Sequence[Clip]) -> list[tuple[Path, list[tuple[Clip, int, int]]]]:
    """Films of several clips, cut and dissolved in turns: each with its clips, and the frames that are theirs alone."""
    fitting = [
        clip for clip in clips if (clip["width"], clip["height"]) == SIZE and clip["fps"] == str(RATE)
        and not clip["flaws"]["bars"]
    ]  # fmt: skip
    films = []
    for first in range(0, len(fitting) - PIECES + 1, PIECES):
        parts, path = fitting[first : first + PIECES], folder / f"spliced-{PIECES}-{fitting[first]['seed']}.mp4"
        spans, start = [], 0
        for k, clip in enumerate(parts):
            shared = DISSOLVE if k % 2 else 0  # frames that this one has in common with the one before it
            before, after = start - shared, start - shared + clip["frames"]
            spans.append((clip, before + shared, after - (0 if k % 2 else DISSOLVE) * (k + 1 < len(parts))))
            start = after
        if not path.exists():
            begun = path.with_suffix(".part.mp4")
            write(begun, _spliced([folder / clip["file"] for clip in parts]), SIZE, RATE)
            begun.rename(path)
        films.append((path, spans))
    return films


def _spliced(paths: Sequence[Path]) -> Iterator[Picture]:
    held: list[Picture] = []
    for k, path in enumerate(paths):
        pictures = list(lumas(path))
        for i, old in enumerate(held):
            part = (i + 1) / (len(held) + 1)
            yield cv2.addWeighted(old, 1 - part, pictures[i], part, 0)
        last = len(pictures) - (DISSOLVE if k % 2 == 0 and k + 1 < len(paths) else 0)
        yield from pictures[len(held) : last]
        held = pictures[last:]


def warp(folder: Path, sources: Sequence[Path]) -> list[Clip]:
    """Pictures of real films before a camera that turns, zooms and rolls exactly; coded well."""
    folder.mkdir(parents=True, exist_ok=True)
    clips = []
    for number, source in enumerate(sources):
        for label in [one for one in SIGNS if one.rsplit("_", 1)[0] in WARPED]:
            path = folder / f"warped-{source.stem}-{label}.mp4"
            kind = label.rsplit("_", 1)[0]
            size = WARPED[kind] * (0.5 + 0.5 * (number % 3) / 2)
            leg = Leg(label, HELD_S, SECONDS - HELD_S, SIGNS[label] * size, RAMP)
            if not path.exists():
                begun = path.with_suffix(".part.mp4")
                write(begun, _warped(next(lumas(source)), leg), SIZE, RATE)
                begun.rename(path)
            travel = float(np.degrees(size)) if kind == "roll" else size if kind == "zoom" else size * NARROW
            area, lens = [0, 0, *SIZE], [36 * NARROW] * 2
            clips.append({"file": path.name, "label": label, "travel": travel, "active_area": area, "lens_mm": lens})
    return clips


def _warped(picture: Picture, leg: Leg) -> Iterator[Picture]:
    height, width = picture.shape
    shares = leg.share(np.arange(round(SECONDS * RATE)) / RATE)
    kind = leg.label.rsplit("_", 1)[0]
    for done in (leg.amount * (shares - 0.5)).tolist():
        angle = {name: done if kind == name else 0.0 for name in ("pan", "tilt", "roll")}
        pose = Pose(yaw=angle["pan"], pitch=angle["tilt"], roll=angle["roll"])
        focal = NARROW * float(np.exp(done if kind == "zoom" else 0))
        # a ray of the new picture, turned into the old camera's axes, meets the old picture
        homography = _lens(WIDE, width, height) @ pose.rotation() @ np.linalg.inv(_lens(focal, *SIZE))
        flags = cv2.INTER_CUBIC | cv2.WARP_INVERSE_MAP
        yield cv2.warpPerspective(picture, homography, SIZE, flags=flags, borderMode=cv2.BORDER_REFLECT)


def _lens(focal: float, width: int, height: int) -> Any:
    return np.array([[focal * width, 0, width / 2 - 0.5], [0, focal * width, height / 2 - 0.5], [0, 0, 1]])
