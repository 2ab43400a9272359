"""One film from one seed: shots, transitions between them, pictures laid over them, traps; then what age does."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import cv2
import numpy as np

from training import mixing, traps
from training.shots import GRAY, HEIGHT, WIDTH, Random, Shot, Stock, joined, plain, word

KINDS = {
    "cut": 0.36, "jump cut": 0.04, "blended cut": 0.05, "dissolve": 0.27, "wipe": 0.13,
    "fades": 0.09, "fade to cut": 0.03, "cut to fade": 0.03,
}  # fmt: skip
"""How two shots are joined, and in what share."""
MIXES = {"dissolve": (2, 96), "wipe": (4, 60)}  # shortest and longest, in frames
FADE = (2, 60)
SAME_PLACE = 0.5  # share of the shots in the light of the one before that are of its clip as well
SAME_CLIP = 0.08  # share of the dissolves that join two moments of one clip
TRAP_SHARE, OVER_SHARE = 0.38, 0.3  # of the shots long enough
FAINT, LIKE_A_CUT = 7.0, 14.0  # levels: less is not seen; less, within one clip, looks like its movement
REDRAWN = 3  # times that another shot is looked for where a change would not be seen
RATE = 24
MARKED = 0.12  # share of the films that a sign lies over


@dataclass
class Truth:
    """What was made, in frames; spans half open, as in the document of `cranework export json`."""

    transitions: list[dict[str, Any]] = field(default_factory=list)
    superimpositions: list[dict[str, int]] = field(default_factory=list)
    ramps: list[tuple[int, int, bool]] = field(default_factory=list)
    traps: list[dict[str, Any]] = field(default_factory=list)

    def resampled(self, source: np.ndarray) -> Truth:
        """The truth of a film in which frame i is frame `source[i]` (rising) of this one."""

        def at(frame: int) -> int:
            return int(np.searchsorted(source, frame))

        def placed(span: dict[str, Any]) -> dict[str, Any]:
            return {**span, "start": at(span["start"]), "end": at(span["end"])}

        return Truth(
            [placed(one) for one in self.transitions],
            [placed(one) for one in self.superimpositions],
            [(at(start), at(end), rises) for start, end, rises in self.ramps],
            [placed(one) for one in self.traps],
        )


class _Editor:
    def __init__(self, random: Random, stock: Stock, shortest: int, continuity: float) -> None:
        self.random, self.stock, self.shortest, self.truth = random, stock, shortest, Truth()
        self.continuity = continuity
        self.parts: list[Shot] = []
        self.frames = 0

    def add(self, shot: Shot) -> None:
        self.parts.append(shot)
        self.frames += len(shot)

    def mark(self, kind: str, length: int) -> None:
        """The next `length` frames are this transition."""
        self.truth.transitions.append({"kind": kind, "start": self.frames, "end": self.frames + length})

    def body(self, shot: Shot) -> None:
        """A shot's own part: as it is, with a trap in it, or with a picture laid over it."""
        random, count = self.random, len(shot)
        if count >= traps.LEAST and random.random() < TRAP_SHARE:
            shot = shot.copy()
            kind, start, end = traps.set_trap(random, shot, self.stock)
            self.truth.traps.append({"kind": kind, "start": self.frames + start, "end": self.frames + end})
        elif count >= 60 and random.random() < OVER_SHARE / (1 - TRAP_SHARE):
            shot = self.overlaid(shot.copy())
        self.add(shot)

    def overlaid(self, shot: Shot) -> Shot:
        random = self.random
        rise, fall = (int(np.exp(random.uniform(np.log(2), np.log(30)))) for _ in range(2))
        room = len(shot) - 8
        length = int(np.clip(rise + fall + random.integers(12, 150), 24, room))
        rise, fall = min(rise, length // 3), min(fall, length // 3)
        start = int(random.integers(4, len(shot) - length - 3))
        _, over = self.stock.shot(random, length)
        done = mixing.laid_over(random, shot[start : start + length], over, rise, fall)
        if _alike(shot[: start + length // 2 + 1], done[length // 2 :], FAINT):
            return shot
        first = self.frames + start
        self.truth.superimpositions.append({"start": first, "end": first + length})
        self.truth.ramps += [(first, first + rise, True), (first + length - fall, first + length, False)]
        return joined([shot[:start], done, shot[start + length :]])


def film(seed: int, stock: Stock, least: int = 700, shortest: int = 2, continuity: float = 0.0) -> tuple[Shot, Truth]:
    """A film of at least so many frames, and what is in it.

    No dissolve takes less than `shortest` frames. A share `continuity` of the shots goes on in the light of the shot
    before, and half of those in its place: shot and reverse shot, as most films are cut.
    """
    random = np.random.default_rng(seed)
    editor = _Editor(random, stock, shortest, continuity)
    kinds = deque(_kinds(random))
    clip, shot = stock.shot(random, int(random.integers(20, 110)))
    while True:
        kind = kinds.popleft()
        if editor.frames + len(shot) >= least:
            editor.body(shot)
            break
        clip, shot = _join(editor, kind, clip, shot)
    return _aged(random, joined(editor.parts), editor.truth)


def _kinds(random: Random) -> list[str]:
    """The kinds of the transitions to come: now and then a run of quick cuts."""
    names, weights = list(KINDS), np.array(list(KINDS.values()))
    found: list[str] = []
    while len(found) < 400:
        if random.random() < 0.04:
            found += ["quick cut"] * int(random.integers(3, 8))
        found.append(str(random.choice(names, p=weights / weights.sum())))
    return found


def _length(random: Random, shortest: int, longest: int) -> int:
    return round(float(np.exp(random.uniform(np.log(shortest), np.log(longest)))))


def _join(editor: _Editor, kind: str, clip: int | None, shot: Shot) -> tuple[int | None, Shot]:
    """Put the body of a shot and the transition after it into the film: the next shot, what of it is left to show."""
    random = editor.random
    count = int(random.integers(3, 9)) if kind == "quick cut" else int(np.clip(random.lognormal(3.9, 0.6), 10, 240))
    mix = max(editor.shortest, _length(random, *MIXES[kind])) if kind in MIXES else 0
    if len(shot) < mix + 4:
        kind, mix = ("cut", 0) if mix else (kind, 0)
    same = clip if kind == "jump cut" or (kind == "dissolve" and random.random() < SAME_CLIP) else None
    look = shot.look if editor.continuity and random.random() < editor.continuity else None
    if look is not None and random.random() < SAME_PLACE:
        same = clip
    following, after = editor.stock.shot(random, count + mix, same, look)
    for _ in range(REDRAWN):
        if _alike(shot, after, FAINT if same is None else LIKE_A_CUT):
            following, after = editor.stock.shot(random, count + mix)
    if mix:
        editor.body(shot[: len(shot) - mix])
        editor.mark(kind, mix)
        editor.add(
            (mixing.dissolve if kind == "dissolve" else mixing.wipe)(random, shot[len(shot) - mix :], after[:mix])
        )
        return following, after[mix:]
    if "fade" in kind and min(len(shot), len(after)) > 8:
        return following, _faded(editor, kind, shot, after)
    editor.body(shot)
    editor.mark("cut", 0)
    if kind == "blended cut":
        after = after.copy()
        first = mixing.mixed(shot[-1:], after[:1], np.array([random.uniform(0.3, 0.8)]))
        after.luma[0], after.chroma[0] = first.luma[0], first.chroma[0]
    return following, after


def _alike(before: Shot, after: Shot, least: float) -> bool:
    """Whether the last picture of one and the first of the other differ by less than `least` levels."""
    a, b = (cv2.resize(p, (40, 22), interpolation=cv2.INTER_AREA).astype(int) for p in (before.luma[-1], after.luma[0]))
    return bool(np.abs(a - b).mean() < least)


def _faded(editor: _Editor, kind: str, shot: Shot, after: Shot) -> Shot:
    random = editor.random
    color = (int(random.integers(0, 14)), GRAY, GRAY)
    if random.random() < 0.25:
        color = (255 - int(random.integers(0, 10)), GRAY, GRAY) if random.random() < 0.6 else _any_color(random)
    leaving = min(_length(random, *FADE), len(shot) - 4) if kind != "cut to fade" else 0
    coming = min(_length(random, *FADE), len(after) - 4) if kind != "fade to cut" else 0
    editor.body(shot[: len(shot) - leaving])
    if leaving:
        editor.mark("fade_out", leaving)
        editor.add(mixing.fade(random, shot[len(shot) - leaving :], color, out=True))
    else:
        editor.mark("cut", 0)
    editor.add(plain(int(random.integers(1, 30)), color[0], color[1:]))
    if not coming:
        editor.mark("cut", 0)
        return after
    editor.mark("fade_in", coming)
    editor.add(mixing.fade(random, after[:coming], color, out=False))
    return after[coming:]


def _any_color(random: Random) -> tuple[int, int, int]:
    luma, u, v = (int(x) for x in random.integers([30, 70, 70], [220, 187, 187]))
    return luma, u, v


def _aged(random: Random, shot: Shot, truth: Truth) -> tuple[Shot, Truth]:
    """The whole film's look: gray with grain, flicker, weave and dust, or color; bars; frames repeated or blended."""
    gray = random.random() < 0.5
    if gray:
        shot.chroma[:] = GRAY if random.random() < 0.8 else random.integers(110, 146, 2)
    grain = random.uniform(1, 14) if gray else random.exponential(2)
    flicker = random.exponential(0.015) if gray else 0.0
    weave = random.exponential(0.4) if gray and random.random() < 0.6 else 0.0
    dust = random.exponential(0.6) if gray and random.random() < 0.6 else 0.0
    soft = random.uniform(0.5, 2.0) if random.random() < 0.2 else 0.0
    noise = random.normal(0, grain, (6, HEIGHT + 40, WIDTH + 40)).astype(np.float32)
    if random.random() < 0.4:
        noise = np.stack([cv2.GaussianBlur(one, (0, 0), 0.8) * 1.8 for one in noise])
    bars = int(random.choice([0, 0, 0, 12, 22]))
    sides = int(random.choice([0, 0, 0, 0, 40]))
    mark = _mark(random) if random.random() < MARKED else None
    for i, frame in enumerate(shot.luma):
        if mark is not None:
            frame = np.maximum(frame, mark)
        if soft:
            frame = cv2.GaussianBlur(frame, (0, 0), soft)
        if weave:
            matrix = np.array([[1, 0, random.normal(0, weave)], [0, 1, random.normal(0, weave)]])
            frame = cv2.warpAffine(frame, matrix, (WIDTH, HEIGHT), borderMode=cv2.BORDER_REFLECT)
        y, x = random.integers(0, 40, 2)
        seen = (
            frame * np.float32(1 + random.normal(0, flicker)) + noise[random.integers(6), y : y + HEIGHT, x : x + WIDTH]
        )
        frame = np.clip(seen, 0, 255).astype(np.uint8)
        for _ in range(random.poisson(dust)):
            place = (int(random.integers(WIDTH)), int(random.integers(HEIGHT)))
            size = (int(random.integers(1, 5)), int(random.integers(1, 12)))
            cv2.ellipse(frame, place, size, float(random.uniform(0, 180)), 0, 360, int(random.choice([10, 240])), -1)
        shot.luma[i] = frame
    if bars:
        shot.luma[:, :bars], shot.luma[:, HEIGHT - bars :] = 0, 0
        shot.chroma[:, : bars // 2], shot.chroma[:, (HEIGHT - bars) // 2 :] = GRAY, GRAY
    if sides:
        shot.luma[:, :, :sides], shot.luma[:, :, WIDTH - sides :] = 0, 0
        shot.chroma[:, :, : sides // 2], shot.chroma[:, :, (WIDTH - sides) // 2 :] = GRAY, GRAY
    return _paced(random, shot, truth)


def _mark(random: Random) -> np.ndarray:
    """A channel's sign, a time code, a watermark: what lies over the whole film. (180, 320) uint8."""
    layer = np.zeros((HEIGHT, WIDTH), np.uint8)
    place = (int(random.choice([8, 230])), int(random.choice([22, 170, 95])))
    size, bright = random.uniform(0.4, 1.0), int(random.integers(60, 240))
    cv2.putText(layer, word(random, 2, 9), place, cv2.FONT_HERSHEY_SIMPLEX, size, bright, 2, cv2.LINE_AA)
    return layer


def _paced(random: Random, shot: Shot, truth: Truth) -> tuple[Shot, Truth]:
    """Frames repeated as telecine, silent speed or animation repeat them, or blended as a rate conversion does."""
    way = random.random()
    if way > 0.14:
        return shot, truth
    repeated = int(random.choice([2, 4, 5])) if way < 0.09 else 4
    source = np.arange(len(shot) * (repeated + 1) // repeated) * repeated // (repeated + 1)
    source = np.minimum(source, len(shot) - 1)
    paced = shot.take(source)
    if way >= 0.09:  # every fifth frame is half of each of its neighbors
        between = np.flatnonzero(np.diff(source) == 0) + 1
        between = between[between < len(paced) - 1]
        halves = mixing.mixed(paced.take(between - 1), paced.take(between + 1), np.full(len(between), 0.5))
        paced.luma[between], paced.chroma[between] = halves.luma, halves.chroma
    return paced, truth.resampled(source)


def write(path: Path, shot: Shot, quality: int) -> None:
    """As H.264 in MP4, in the range of video; `quality` is x264's constant rate factor."""
    luma = np.round(16 + np.arange(256) * 219 / 255).astype(np.uint8)
    chroma = np.round(GRAY + (np.arange(256) - GRAY) * 224 / 255).astype(np.uint8)
    with av.open(str(path), "w") as out:
        options = {"crf": str(quality), "preset": "veryfast", "threads": "1"}
        stream: Any = out.add_stream("libx264", rate=Fraction(RATE), options=options)
        stream.width, stream.height, stream.pix_fmt = WIDTH, HEIGHT, "yuv420p"
        for y, c in zip(shot.luma, shot.chroma, strict=True):
            flat = np.concatenate([luma[y], chroma[c].transpose(2, 0, 1).reshape(-1, WIDTH)])
            out.mux(stream.encode(av.VideoFrame.from_ndarray(flat, format="yuv420p")))
        out.mux(stream.encode())
