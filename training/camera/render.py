"""Draws the shots of the virtual camera as films, with the truth beside each.

    python -m training.camera.render FOLDER SEED COUNT [--workers N]

For each seed from SEED on, FOLDER/camera-SEED.mp4 (H.264) and FOLDER/camera-SEED.json are made where they are not yet
there. Seeds from 1,000,000 on are for measuring, those below for training.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from fractions import Fraction
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import av
import cv2
import numpy as np

from cranework.demo.stage import Fog, Picture, Plane, Scene, Texture
from training.camera.scenes import Array, Random, Thing, between
from training.camera.shots import SAMPLES_A_SECOND, Shot, shot
from training.camera.skins import VARIANTS, texture
from training.camera.truth import Truth, effects, truths
from training.camera.views import views

LONGER_SIDE = 480
"""Pixels."""
QUALITY = {"crf": "20", "preset": "veryfast", "threads": "1"}
NO_COLOR, BLACK = 128, 16
SHUTTER = 0.5
"""Share of a frame's time in which the film is exposed."""
BLURRED, MOST_EXPOSURES = 2.0, 4
"""Pixels of movement in an exposure from which it is drawn more than once, and how often at most."""
LONG_REST_S = 1.0
"""Seconds: a shorter rest in a shot that moves is minor."""
HARDLY_SHOWN, BESIDE_A_LARGER = 0.03, 0.25
"""A move is minor if it shifts the picture by fewer frame widths, or by a smaller share of what one beside it does."""


@dataclass(frozen=True)
class Flaws:
    """What film, lens and print do to the pictures of one clip; gray levels, pixels, shares.

    Attributes:
        bars: rows of black above and below. contrast: share that is left of it.
        words: the burnt-in subtitle, if there is one.
    """

    grain: float
    flicker: float
    weave: float
    blur: float
    bars: int
    contrast: float
    words: str

    @classmethod
    def drawn(cls, random: Random, height: int) -> Flaws:
        """By chance."""
        bars = 2 * round(height * random.uniform(0.03, 0.09)) if random.random() < 0.2 else 0
        words = " ".join("".join(random.choice(list("aeinorstlmd"), 5)) for _ in range(random.integers(2, 5)))
        return cls(
            grain=float(random.choice([0, 1.5, 4, 8], p=[0.25, 0.35, 0.25, 0.15])),
            flicker=float(random.choice([0, 0.04], p=[0.8, 0.2])),
            weave=between(random, 0.15, 1.2) if random.random() < 0.15 else 0.0,
            blur=float(random.choice([0, 0.8, 1.6], p=[0.6, 0.25, 0.15])),
            bars=bars,
            contrast=float(random.choice([1, 0.5, 0.25], p=[0.7, 0.2, 0.1])),
            words=words if random.random() < 0.2 else "",
        )

    def put_on(self, random: Random, picture: Picture) -> Picture:
        """The luma of one frame of the film, uint8 (H + 2 bars, W)."""
        height, width = picture.shape
        if self.blur:
            picture = cv2.GaussianBlur(picture, (0, 0), self.blur)
        if self.weave:
            x, y = self.weave * random.normal(0, 1, 2)
            shift = np.array([[1, 0, x], [0, 1, y]])
            picture = cv2.warpAffine(picture, shift, (width, height), borderMode=cv2.BORDER_REPLICATE)
        light = ((picture.astype(np.float32) - 128) * self.contrast + 120) * (1 + self.flicker * random.normal())
        if self.grain:
            light += self.grain * random.standard_normal(light.shape, np.float32)
        luma = np.clip(np.round(light), BLACK, 235).astype(np.uint8)
        if self.words:
            _print(luma, self.words)
        return np.pad(luma, ((self.bars, self.bars), (0, 0)), constant_values=BLACK)


def _print(luma: Picture, words: str) -> None:
    height, width = luma.shape
    size = width / 700
    (long, _), _ = cv2.getTextSize(words, cv2.FONT_HERSHEY_SIMPLEX, size, 2)
    place = ((width - long) // 2, round(height * 0.92))
    for gray, weight in ((20.0, 4), (230.0, 2)):
        cv2.putText(luma, words, place, cv2.FONT_HERSHEY_SIMPLEX, size, gray, weight, cv2.LINE_AA)


def stage(made: Shot, random: Random) -> Scene:
    """The shot's things, covered; the clock of this scene counts frames."""
    common = {skin: int(random.integers(VARIANTS)) for skin in ("ground", "plain", "water")}
    standing, moving = [], []
    for one in made.things:
        variant = common.get(one.skin, int(random.integers(VARIANTS)))
        cover = texture(one.skin, one.shape, variant)
        if one.offsets is None:
            standing.append(plane(one, cover, one.center))
        else:
            moving.append(partial(_moving, one, cover))
    return Scene(tuple(standing), tuple(moving), Fog(gray=float(random.uniform(170, 235))))


def plane(one: Thing, cover: Texture, center: Array) -> Plane:
    """A thing as the stage draws it, at a place of its way."""
    (x, y, z), (a, b, c), (d, e, f) = center.tolist(), one.across.tolist(), one.down.tolist()
    return Plane(cover, (x, y, z), (a, b, c), (d, e, f), one.order)


def _moving(one: Thing, cover: Texture, frame: float) -> tuple[Plane]:
    assert one.offsets is not None
    last = len(one.offsets) - 1
    low, high = min(max(int(frame), 0), last), min(max(int(frame), 0) + 1, last)
    part = min(max(frame - low, 0.0), 1.0)
    return (plane(one, cover, one.center + one.offsets[low] * (1 - part) + one.offsets[high] * part),)


def pictures(made: Shot, scene: Scene, size: tuple[int, int], done: Array) -> Iterator[Picture]:
    """Every frame, uint8 (H, W), blurred where the camera is fast; ``done`` are the effects (frames, 7)."""
    width, height = size
    speed = np.abs(np.gradient(done, axis=0) * (1, 1, 0.4, 0.4, 1, 1, 0.4)).sum(1) * width * SHUTTER
    for frame in range(len(done)):
        count = int(np.clip(np.ceil(speed[frame] / BLURRED), 1, MOST_EXPOSURES))
        moments = frame + SHUTTER * ((np.arange(count) + 0.5) / count - 0.5)
        moments = np.clip(moments, 0, len(done) - 1)
        exposures = [scene.picture(made.course.pose(moment), moment, width, height) for moment in moments.tolist()]
        yield np.mean(exposures, 0).astype(np.uint8) if count > 1 else exposures[0]


def write(path: Path, frames: Iterator[Picture], size: tuple[int, int], rate: float) -> None:
    """As H.264 in MP4; frames are luma, uint8 (H, W), and ``size`` is (W, H), both even."""
    with av.open(str(path), "w") as out:
        stream: Any = out.add_stream("libx264", rate=Fraction(rate), options=QUALITY)
        stream.width, stream.height = size
        stream.pix_fmt = "yuv420p"
        gray = np.full((size[1] // 2, size[0]), NO_COLOR, np.uint8)
        for luma in frames:
            out.mux(stream.encode(av.VideoFrame.from_ndarray(np.vstack([luma, gray]), format="yuv420p")))
        out.mux(stream.encode())


def told(moves: tuple[Truth, ...], rate: float) -> list[dict[str, Any]]:
    """Moves as files of labels tell them, with units of the document; minor ones are those that hardly show."""
    rows = []
    for one in moves:
        beside = [two.shown for two in moves if two.start < one.end and one.start < two.end]
        minor = one.shown < HARDLY_SHOWN or one.shown < BESIDE_A_LARGER * max(beside)
        if one.label == "static":
            minor = len(moves) > 1 and one.end - one.start < LONG_REST_S * rate
        speed, unit = one.speed, "frame widths/s"
        if one.label.startswith(("zoom", "dolly")):
            grows = -1 if one.label.endswith("_out") else 1
            speed, unit = abs(float(np.expm1(grows * speed))) * 100, "%/s"  # what halves shrinks by 50 %
        elif one.label.startswith("roll"):
            unit = "degrees/s"
        rows.append({
            "label": one.label, "start": one.start, "end": one.end, "minor": minor, "speed": round(speed, 5),
            "speed_unit": unit, "travel": round(one.travel, 5), "shown": round(one.shown, 5),
            "degrees_per_s": one.degrees_per_s and round(one.degrees_per_s, 4),
        })  # fmt: skip
    return rows


def rendered(folder: Path, seed: int) -> Path:
    """The film of a seed, drawn if it is not there yet, and its truth beside it."""
    path, truth = folder / f"camera-{seed:07}.mp4", folder / f"camera-{seed:07}.json"
    if truth.exists():
        return path
    made, random = shot(seed), np.random.default_rng([seed, 2])
    shorter = 2 * round(LONGER_SIDE * min(made.aspect, 1 / made.aspect) / 2)
    width, height = (LONGER_SIDE, shorter) if made.aspect < 1 else (shorter, LONGER_SIDE)
    flaws = Flaws.drawn(random, height)
    whole = width, height + 2 * flaws.bars
    seen = views(made.things, made.course, np.arange(0, len(made.seconds), round(made.rate / SAMPLES_A_SECOND)))
    depths = np.interp(np.arange(len(made.seconds)), seen.frames, seen.depths(made.aspect))
    frames = pictures(made, stage(made, random), (width, height), effects(made.course, depths))
    begun = path.with_suffix(".part.mp4")
    write(begun, (flaws.put_on(random, picture) for picture in frames), whole, made.rate)
    begun.replace(path)
    kind, *traps = made.kind.split()
    moves = truths(made.legs, effects(made.intended, depths), made.course, made.rate)
    truth.write_text(json.dumps({
        "file": path.name, "seed": seed, "frames": len(depths), "fps": str(Fraction(made.rate)), "width": whole[0],
        "height": whole[1], "active_area": [0, flaws.bars, width, height], "kind": kind, "traps": traps,
        "steadiness": made.steadiness, "tracking": "follow" in traps,
        "lens_mm": (made.course.focal[[0, -1]] * 36).round(2).tolist(), "flaws": vars(flaws),
        "moves": told(moves, made.rate),
    }) + "\n")  # fmt: skip
    return path


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("seed", type=int)
    parser.add_argument("count", type=int)
    parser.add_argument("--workers", type=int, default=1)
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    seeds = range(options.seed, options.seed + options.count)
    with ProcessPoolExecutor(options.workers, mp_context=get_context("spawn")) as pool:
        for path in pool.map(partial(rendered, options.folder), seeds, chunksize=4):
            print(path, flush=True)


if __name__ == "__main__":
    main()
