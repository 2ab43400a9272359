"""How far the work is: told to a callback, so that a program can show it in its own way."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

Callback = Callable[["Progress"], None]


@dataclass(frozen=True)
class Progress:
    """Where an analysis stands.

    `stage` in a few words. `frames` of about `total` frames are measured (0 of 0 before that is known), at `rate`
    frames a second; `seconds_left` is None until it can be told.
    """

    film: str
    stage: str
    frames: int = 0
    total: int = 0
    rate: float = 0.0
    seconds_left: float | None = None


class Meter:
    """Counts frames and tells a callback."""

    def __init__(self, film: str, callback: Callback | None) -> None:
        self._film, self._callback = film, callback
        self._stage, self._frames, self._total = "", 0, 0
        self._begun_at, self._kept = time.monotonic(), 0

    def stage(self, name: str) -> None:
        """A new stage of the work has begun."""
        self._stage = name
        self._tell()

    def expect(self, total: int, kept: int) -> None:
        """About `total` frames are to be measured, of which `kept` are already there."""
        self._begun_at, self._kept = time.monotonic(), kept
        self._total, self._frames = total, kept
        self._tell()

    def add(self, frames: int) -> None:
        """So many more frames are measured."""
        self._frames += frames
        self._tell()

    def _tell(self) -> None:
        if self._callback is None:
            return
        passed = max(1e-6, time.monotonic() - self._begun_at)
        rate = (self._frames - self._kept) / passed
        left = max(0, self._total - self._frames) / rate if rate else None
        self._callback(Progress(self._film, self._stage, self._frames, self._total, rate, left))
