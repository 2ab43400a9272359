"""The camera's motion, frame for frame, as CSV: speeds, and the path that they add up to within each shot."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import IO, TYPE_CHECKING, Any

from cranework.errors import StudyUnfinished, UsageError
from cranework.export.csv import cell
from cranework.study.layer import Column

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from cranework.export.format import Export
    from cranework.study.store import Study

    Numbers = NDArray[np.float64]

TICKS = "time.ticks"
HORIZONTAL, VERTICAL, ZOOM, ROLL, INLIERS = (
    f"motion.{part}" for part in ("horizontal", "vertical", "zoom", "roll", "inliers")
)
DIGITS = 6  # behind the point: a two-thousandth of a pixel of a picture 2,000 pixels wide
COLUMNS = (
    Column("frame", "integer", "Number of the frame in the film, from 0"),
    Column("time", "real", "Time from the film's first frame, exact to the tick", "s"),
    Column("shot", "integer", "Number of the shot, from 1"),
    Column("horizontal_widths_per_s", "real", "Speed sideways; positive: the camera goes or turns right",
           "frame widths/s"),
    Column("vertical_widths_per_s", "real", "Speed up and down; positive: the camera goes or turns up",
           "frame widths/s"),
    Column("zoom_percent_per_s", "real", "Growth of the picture; positive: it grows", "%/s"),
    Column("roll_degrees_per_s", "real", "Turning about the lens axis; positive: clockwise seen from behind the camera",
           "degrees/s"),
    Column("x_widths", "real", "Way to the right since the shot's first measured frame", "frame widths"),
    Column("y_widths", "real", "Way up since the shot's first measured frame", "frame widths"),
    Column("scale", "real", "Size of things against the shot's first measured frame", "ratio"),
    Column("roll_degrees", "real", "Angle against the shot's first measured frame, clockwise", "degrees"),
    Column("yaw_degrees", "real", "Angle to the right, in pans of which the field of view is known", "degrees"),
    Column("pitch_degrees", "real", "Angle upwards, in tilts of which the field of view is known", "degrees"),
    Column("inliers", "real", "Share of the tracked points that move with the camera's motion"),
)  # fmt: skip
Row = list[int | float | Fraction | None]


class CameraPath:
    """One row for each frame."""

    name = "camera-path"
    suffix = ".csv"
    meaning = "the camera's motion, frame for frame, as a table"

    def write(self, study: Study, stream: IO[str], shot: int | None = None) -> None:
        """Writes the path of all shots, or of one. Raises UsageError, StudyUnfinished."""
        with study.unchanged():
            rows = path(study, shot)
            writer = csv.writer(stream, lineterminator="\r\n")
            writer.writerow(column.name for column in COLUMNS)
            writer.writerows(map(cell, row) for row in rows)


export: Export = CameraPath()


def path(study: Study, number: int | None = None) -> Iterator[Row]:
    """A row of `COLUMNS` for each frame of the film, or of the shot with this number (from 1).

    None stands for what was not measured. Raises UsageError where there is no such shot, StudyUnfinished where the
    motion has not been measured: both before the first row.
    """
    missing = {HORIZONTAL, VERTICAL, ZOOM, ROLL, INLIERS} - study.signals.keys()
    if missing:
        raise StudyUnfinished(study.path, "the camera's motion has not been measured", "run: cranework analyze")
    shots = study.shots
    if number is None:
        return (row for shot in shots for row in _rows(study, shot))
    if not 1 <= number <= len(shots):
        count = f"it has {len(shots)} shots" if len(shots) != 1 else "it has one shot"
        raise UsageError(study.path, f"there is no shot {number} in it", count)
    return _rows(study, shots[number - 1])


def _rows(study: Study, shot: dict[str, Any]) -> Iterator[Row]:
    import numpy as np

    frames = range(shot["start"], shot["end"])
    film = study.film
    times = [(tick - film.start) * film.time_base for tick in study.signal(TICKS, frames.start, frames.stop).tolist()]
    seconds = np.array(times, np.float64)
    horizontal, vertical, zoom, roll, inliers = (
        study.signal(name, frames.start, frames.stop).astype(np.float64)
        for name in (HORIZONTAL, VERTICAL, ZOOM, ROLL, INLIERS)
    )
    with np.errstate(all="ignore"):  # a stranger's study may hold any number; what is none is left out
        columns = (
            horizontal,
            vertical,
            zoom,
            roll,
            cumulated(horizontal, seconds),
            cumulated(vertical, seconds),
            np.exp(cumulated(np.log1p(zoom / 100), seconds)),
            cumulated(roll, seconds),
            cumulated(horizontal * _degrees_per_width(shot["moves"], "pan_", frames), seconds),
            cumulated(vertical * _degrees_per_width(shot["moves"], "tilt_", frames), seconds),
            inliers,
        )
    measured = zip(*map(_numbers, columns), strict=True)
    for frame, time, values in zip(frames, times, measured, strict=True):
        yield [frame, time, shot["index"] + 1, *values]


def cumulated(speed: Numbers, seconds: Numbers) -> Numbers:
    """The way that a speed adds up to, by the trapezoidal rule; 0 at the first frame at which it is known.

    `speed` per second and `seconds`: shape (frames,). NaN where the speed is not known; the way goes on after such a
    gap from where it was, as nobody knows what happened in between.
    """
    import numpy as np

    known = np.isfinite(speed)
    filled = np.where(known, speed, 0.0)
    steps = (filled[1:] + filled[:-1]) / 2 * np.maximum(np.diff(seconds), 0) * (known[1:] & known[:-1])
    way = np.concatenate([np.zeros(min(len(speed), 1)), np.cumsum(steps)])
    return np.where(known, way, np.nan)


def _degrees_per_width(moves: Sequence[dict[str, Any]], label: str, frames: range) -> Numbers:
    """How many degrees the camera turns while the picture moves by its width, where moves with the label tell.

    The middle of the interval that a move's degrees per second lie in, by its speed in frame widths per second. Shape
    (frames,), NaN elsewhere.
    """
    import numpy as np

    degrees = np.full(len(frames), np.nan)
    for move in moves:
        told = str(move.get("label")).startswith(label)
        match move.get("degrees_per_s"), move.get("speed"):
            case [int() | float() as low, int() | float() as high], float(speed) if told and speed:
                first, after = (max(move[border] - frames.start, 0) for border in ("start", "end"))
                degrees[first:after] = abs((low + high) / 2 / speed)
    return degrees


def _numbers(values: Numbers) -> list[float | None]:
    import numpy as np

    rounded = np.round(values, DIGITS) + 0.0  # no -0.0
    return [value if finite else None for value, finite in zip(rounded.tolist(), np.isfinite(values), strict=True)]
