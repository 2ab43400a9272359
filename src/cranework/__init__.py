"""Cranework measures the form of a film and checks what is written about it.

    import cranework

    cranework.analyze("film.mkv", "film.cranework")
    with cranework.Study.open("film.cranework") as study:
        print(study.statistics, study.signal("luma.mean"))
        print(cranework.review(text, study=study).document())

Importing this costs nothing heavy: what is named here is loaded when it is first used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cranework.dialogue.read import read_subtitles
    from cranework.engine.progress import Progress
    from cranework.engine.run import Analysis, analyze
    from cranework.errors import CraneworkError
    from cranework.reading.review import review
    from cranework.study.layer import DerivedLayer, FrameLayer, SourceLayer
    from cranework.study.store import Study

__version__ = "0.1.0"

__all__ = [
    "Analysis",
    "CraneworkError",
    "DerivedLayer",
    "FrameLayer",
    "Progress",
    "SourceLayer",
    "Study",
    "analyze",
    "read_subtitles",
    "review",
]

_HOMES = {
    "Analysis": "cranework.engine.run",
    "CraneworkError": "cranework.errors",
    "DerivedLayer": "cranework.study.layer",
    "FrameLayer": "cranework.study.layer",
    "Progress": "cranework.engine.progress",
    "SourceLayer": "cranework.study.layer",
    "Study": "cranework.study.store",
    "analyze": "cranework.engine.run",
    "read_subtitles": "cranework.dialogue.read",
    "review": "cranework.reading.review",
}


def __getattr__(name: str) -> object:
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module 'cranework' has no attribute '{name}'")


def __dir__() -> list[str]:
    return sorted([*globals(), *_HOMES])
