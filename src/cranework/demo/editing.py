"""Joins shots into a film, and keeps the whole truth about it: shots, transitions, superimpositions and moves.

Frames are counted from 0, spans are half open, and a gradual transition's frames are those in which both pictures
(or a picture and the plain black) are mixed: the first is no longer purely the old one, the end is purely the new.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np

from cranework.demo.camera import Path
from cranework.demo.stage import Picture, Scene

FRAME_RATE = 24
"""Frames a second, as in the cinema."""
WIPE_EDGE = 0.02
"""Softness of a wipe's border, in picture widths."""

Builder = Callable[[], Scene]


@dataclass(frozen=True)
class Overlay:
    """A second picture that is held over a shot.

    Attributes:
        start, end: seconds of the shot in which it shows.
        ramp: seconds in which it comes, and goes.
        strength: its light in between, 0 to 1.
        dimmed: how much of the light of the first picture is taken away for it, 0 to 1.
    """

    scene: Builder
    path: Path
    start: float
    end: float
    ramp: float = 0.75
    strength: float = 0.85
    dimmed: float = 0.5


@dataclass(frozen=True)
class Shot:
    """One run of the camera.

    Attributes:
        title: what is seen.
        seconds: its length, what is mixed with its neighbors included.
        clock: the second of the scene's own clock at which it begins.
        caption: words for the subtitles.
        chapter: the name of the chapter that begins with it.
        sound: a key of ``sound.VOICES``.
    """

    title: str
    scene: Builder
    path: Path
    seconds: float
    clock: float = 0.0
    over: Overlay | None = None
    caption: str = ""
    chapter: str = ""
    sound: str = "wind"

    @property
    def frames(self) -> int:
        """Length in frames."""
        return round(self.seconds * FRAME_RATE)


@dataclass(frozen=True)
class Join:
    """How one shot follows another.

    A ``cut``; a ``dissolve`` or a ``wipe`` over ``frames``; or a ``fade``: out within ``frames``, ``plain`` black
    frames, in within ``frames``. At a film's beginning and end only one half of it.
    """

    kind: str = "cut"
    frames: int = 0
    plain: int = 0

    @property
    def shared(self) -> int:
        """Frames in which both shots run (below zero: the frames between them)."""
        return -self.plain if self.kind == "fade" else self.frames


class Reel:
    """A film: shots and the joins between them, with a fade in before the first and a fade out after the last."""

    def __init__(self, shots: Sequence[Shot], joins: Sequence[Join], opening: Join, closing: Join) -> None:
        self.shots, self.joins = tuple(shots), (opening, *joins, closing)
        self.starts = [opening.plain]
        for shot, join in zip(shots[:-1], joins, strict=True):
            self.starts.append(self.starts[-1] + shot.frames - join.shared)
        self.frames = self.ends[-1] + closing.plain
        self._built: dict[Builder, Scene] = {}

    @property
    def ends(self) -> list[int]:
        """The frame after the last one of each shot's run."""
        return [start + shot.frames for start, shot in zip(self.starts, self.shots, strict=True)]

    def bounds(self) -> list[tuple[int, int]]:
        """First frame and end of every shot: they tile the film, a gradual transition belongs half to each side."""
        cuts = [0]
        for k, join in enumerate(self.joins[1:-1]):
            cuts.append(
                self.ends[k] + join.plain // 2 if join.kind == "fade" else self.starts[k + 1] + join.frames // 2
            )
        return list(zip(cuts, [*cuts[1:], self.frames], strict=True))

    def picture(self, frame: int, width: int, height: int) -> Picture:
        """One frame of the film without the flaws of film stock: uint8 (height, width)."""
        runs = [k for k, start in enumerate(self.starts) if start <= frame < start + self.shots[k].frames]
        pictures = [self._lit(k, frame, width, height) for k in runs]
        if not pictures:
            return np.zeros((height, width), np.uint8)
        if len(pictures) == 1:
            return pictures[0]
        join = self.joins[runs[1]]
        share = (frame - self.starts[runs[1]] + 1) / (join.frames + 1)
        if join.kind == "wipe":
            return wiped(pictures[0], pictures[1], share)
        return mixed(pictures[0], pictures[1], share)

    def _lit(self, k: int, frame: int, width: int, height: int) -> Picture:
        """Shot ``k`` with what is superimposed on it, darkened where it fades in or out."""
        shot, since = self.shots[k], frame - self.starts[k]
        picture = self._seen(shot.scene, shot.path, shot.clock, since / FRAME_RATE, width, height)
        if shot.over is not None and (share := shown(shot.over, since)) > 0:
            second = self._seen(shot.over.scene, shot.over.path, shot.clock, since / FRAME_RATE, width, height)
            picture = twice_exposed(picture, second, shot.over, share)
        light, before, after = 1.0, self.joins[k], self.joins[k + 1]
        if before.kind == "fade":
            light = min(light, (since + 1) / (before.frames + 1))
        if after.kind == "fade":
            light = min(light, (shot.frames - since) / (after.frames + 1))
        return cv2.convertScaleAbs(picture, alpha=light) if light < 1 else picture

    def _seen(self, builder: Builder, path: Path, clock: float, second: float, width: int, height: int) -> Picture:
        scene = self._built.get(builder)
        if scene is None:
            scene = self._built[builder] = builder()
        return scene.picture(path.pose(second), clock + second, width, height)

    def truth(self) -> dict[str, Any]:
        """Everything that is known of the film, as it is written to ``truth.json``."""
        return {
            "frames": self.frames,
            "frame_rate": f"{FRAME_RATE}/1",
            "transitions": [one for k in range(len(self.joins)) for one in self._transitions(k)],
            "superimpositions": [
                span
                for k, shot in enumerate(self.shots)
                if shot.over
                for span in [_span(shot.over.start, shot.over.end, self.starts[k])]
            ],
            "shots": [
                {"start": start, "end": end, "title": self.shots[k].title, "moves": self._moves(k, start, end)}
                for k, (start, end) in enumerate(self.bounds())
            ],
        }

    def _transitions(self, k: int) -> list[dict[str, Any]]:
        """What lies before shot ``k``, or after the last one."""
        join = self.joins[k]
        if join.kind != "fade":
            if k in (0, len(self.shots)):
                return []
            start = self.starts[k]
            return [{"kind": join.kind, "start": start, "end": start + join.frames}]
        found = []
        if k > 0:
            end = self.ends[k - 1]
            found.append({"kind": "fade_out", "start": end - join.frames, "end": end})
        if k < len(self.shots):
            found.append({"kind": "fade_in", "start": self.starts[k], "end": self.starts[k] + join.frames})
        return found

    def _moves(self, k: int, start: int, end: int) -> list[dict[str, Any]]:
        """The camera's moves within the bounds of shot ``k``."""
        run = (max(start, self.starts[k]), min(end, self.ends[k]))
        moves = []
        for move in self.shots[k].path.moves:
            span = _span(move.start, move.end, self.starts[k])
            begin, stop = max(span["start"], run[0]), min(span["end"], run[1])
            if begin < stop:
                moves.append({"label": move.label, "start": begin, "end": stop})
        return moves


def shown(over: Overlay, since: int) -> float:
    """How far a superimposed picture has come, ``since`` frames after the shot's beginning: 0 not at all, 1 wholly."""
    span, ramp = _span(over.start, over.end, 0), round(over.ramp * FRAME_RATE)
    inside = min(since - span["start"] + 1, span["end"] - since)
    return min(max(inside, 0) / (ramp + 1), 1.0)


def mixed(old: Picture, new: Picture, share: float) -> Picture:
    """Both pictures at once, ``share`` (0 to 1) of the new one."""
    return cv2.addWeighted(old, 1 - share, new, share, 0)


def twice_exposed(first: Picture, second: Picture, over: Overlay, share: float) -> Picture:
    """Two pictures on one strip of film: their light adds up, the first being dimmed as far as the second has come."""
    return cv2.addWeighted(first, 1 - over.dimmed * share, second, over.strength * share, 0)


def wiped(old: Picture, new: Picture, share: float) -> Picture:
    """A soft upright border, moving from left to right, has uncovered ``share`` of the new picture."""
    width = old.shape[1]
    edge = max(2.0, WIPE_EDGE * width)
    cover = np.clip((share * (width + edge) - np.arange(width)) / edge, 0, 1)
    return np.asarray(np.round(old + (new.astype(np.float32) - old) * cover), np.uint8)


def _span(start: float, end: float, first: int) -> dict[str, int]:
    return {"start": first + round(start * FRAME_RATE), "end": first + round(end * FRAME_RATE)}
