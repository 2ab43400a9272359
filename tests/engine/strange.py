"""Packages with layers of their own, as strangers write them: installed by hand into a folder of the path."""

from __future__ import annotations

import os
import textwrap
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from cranework.engine import registry

HEAD = """
import os, time
import numpy as np
from cranework.study.layer import DerivedLayer, Derived, FrameLayer, Measured, Signal


class {name}(FrameLayer):
    name = "{lower}"
    version = 1
    title = "{name}"
    meaning = "A layer that a stranger wrote."
    views = ()
    gives = (Signal("{lower}.frame", "", "Place of the frame in its segment", "<i8"),)

    def begin(self, film, segment):
        return Measurer(segment)


class Measurer:
    def __init__(self, segment):
        self.segment, self.count = segment, 0
        begun(segment)

    def add(self, batch):
        for _ in range(len(batch)):
            seen(self.segment, self.count)
            self.count += 1

    def finish(self):
        return Measured({{"{lower}.frame": np.arange(self.count)}})


def begun(segment):
    pass


def seen(segment, frame):
    pass

"""

SLOW = """
def begun(segment):
    if "SLOW_LOG" in os.environ:
        with open(os.environ["SLOW_LOG"], "a") as log:
            log.write(f"{segment.index}\\n")


def seen(segment, frame):
    time.sleep(float(os.environ.get("SLOW_SECONDS", "0")))
"""


def install(folder: Path, name: str, body: str) -> Path:
    """Put a layer `name` into a folder: its module, which may define `begun` and `seen` anew, and its entry point."""
    lower = name.lower()
    (folder / f"strange_{lower}.py").write_text(HEAD.format(name=name, lower=lower) + textwrap.dedent(body))
    told = folder / f"strange_{lower}-1.0.dist-info"
    told.mkdir()
    (told / "METADATA").write_text(f"Metadata-Version: 2.1\nName: strange-{lower}\nVersion: 1.0\n")
    (told / "entry_points.txt").write_text(f"[cranework.layers]\n{lower} = strange_{lower}:{name}\n")
    return folder


@contextmanager
def installed(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The folder's layers are found, in this process and in those that it starts."""
    with monkeypatch.context() as patch:
        patch.syspath_prepend(str(folder))
        registry.layers.cache_clear()
        try:
            yield
        finally:
            registry.layers.cache_clear()
    registry.layers.cache_clear()


Install = Callable[[str, str], Path]


def command_environment(folder: Path, **values: str) -> dict[str, str]:
    """The environment for a command that is to find the layers of a folder."""
    path = os.pathsep.join([str(folder), *filter(None, [os.environ.get("PYTHONPATH")])])
    return {**os.environ, "PYTHONPATH": path, **values}
