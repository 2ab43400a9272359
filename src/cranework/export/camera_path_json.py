"""The camera's motion, frame for frame, as JSON: the same rows as `camera_path`, for programs that draw or reckon."""

from __future__ import annotations

import json
from typing import IO, TYPE_CHECKING

from cranework import __version__
from cranework.export.camera_path import COLUMNS, path
from cranework.export.json import INDENT
from cranework.study.declarations import plain
from cranework.study.document import decimal

if TYPE_CHECKING:
    from cranework.export.format import Export
    from cranework.study.store import Study

VERSION = 1  # of this form


class CameraPathJson:
    """One object: the film, what each column means, and an object for each frame, on a line of its own."""

    name = "camera-path-json"
    suffix = ".json"
    meaning = "the camera's motion, frame for frame, as JSON"

    def write(self, study: Study, stream: IO[str], shot: int | None = None) -> None:
        """Writes the path of all shots, or of one. Raises UsageError, StudyUnfinished."""
        with study.unchanged():
            rows = path(study, shot)
            film = study.film
            head = {
                "cranework": {"version": __version__, "camera_path": VERSION},
                "film": {
                    "name": film.name,
                    "fingerprint": film.fingerprint,
                    "frames": study.frames,
                    "frame_rate": plain(film.frame_rate),
                    "time_base": plain(film.time_base),
                },
                "shot": shot,
                "columns": {column.name: {"unit": column.unit, "meaning": column.meaning} for column in COLUMNS},
            }
            stream.write(json.dumps(head, ensure_ascii=False, indent=INDENT).removesuffix("\n}"))
            stream.write(',\n "frames": [')  # row by row, as a film has many
            names = [column.name for column in COLUMNS]
            for number, row in enumerate(rows):
                stream.write(",\n  " if number else "\n  ")
                stream.write(json.dumps(dict(zip(names, decimal(row), strict=True)), allow_nan=False))
            stream.write("\n ]\n}\n")


export: Export = CameraPathJson()
