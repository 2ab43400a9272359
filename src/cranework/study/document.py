"""The document: a study as one JSON object, the same for every reader, described by `schema/document.schema.json`.

Frames are integers, times `Fraction` seconds here in Python; in the document, times are decimal numbers, exact to the
tick: rounded to a billionth of a second, far below any tick.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from fractions import Fraction
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from cranework import __version__
from cranework.study.declarations import plain

if TYPE_CHECKING:
    from cranework.study.store import Study

DOCUMENT_VERSION = 1
DECIMALS = 9  # of a second
MOVES, MOVEMENT = "moves", ("steadiness", "mobility")
EXTRA_LISTS = ("chapters", "subtitles")  # kinds of span that stand in the document when they were read
MOBILITY = "mobility"  # figures of the whole film that stand in the document when camera moves were looked for


def shots(study: Study) -> list[dict[str, Any]]:
    """The shots in order, each with all that the study's layers say of it.

    index, start, end (frames), start_time, end_time, duration (seconds, Fraction or None), moves, steadiness, mobility
    (empty and None where camera moves were not looked for), flags (all layers' together), and the columns of the shots
    and of every kind of span that has a row for each shot. Raises StudyUnfinished where shots were not looked for.
    """
    result = [_shot(index, row) for index, row in enumerate(study.spans("shots"))]
    for kind in study.kinds.values():
        if kind.per == "shots":
            for shot, row in zip(result, study.spans(kind.name), strict=False):
                _add(shot, {column.name: row[column.name] for column in kind.columns})
    for move in study.spans(MOVES) if MOVES in study.kinds and result else ():
        home = bisect_right(result, move["start"], key=lambda shot: int(shot["start"])) - 1
        result[max(home, 0)]["moves"].append(move)
    return result


def _shot(index: int, row: dict[str, Any]) -> dict[str, Any]:
    place = {name: row[name] for name in ("start", "end", "start_time", "end_time")}
    shot = {"index": index, **place, "duration": length(row["start_time"], row["end_time"])}
    shot |= {"moves": [], "steadiness": None, "mobility": None, "flags": []}
    _add(shot, {name: value for name, value in row.items() if name not in place})
    return shot


def _add(shot: dict[str, Any], columns: dict[str, Any]) -> None:
    """Flags come together; of two columns with one name the first stays."""
    flags = columns.pop("flags", None)
    if isinstance(flags, list):
        shot["flags"] += [flag for flag in flags if flag not in shot["flags"]]
    for name, value in columns.items():
        if name not in shot or (name in MOVEMENT and shot[name] is None):
            shot[name] = value


def length(start: Fraction | None, end: Fraction | None) -> Fraction | None:
    """Seconds from start to end; never less than none, whatever a damaged film's times say."""
    return None if start is None or end is None else max(end - start, Fraction(0))


def decimal(value: Any) -> Any:
    """Fractions as decimal numbers, tuples as lists, in whatever they lie."""
    if isinstance(value, Fraction):
        return round(float(value), DECIMALS)
    if isinstance(value, dict):
        return {name: decimal(content) for name, content in value.items()}
    if isinstance(value, list | tuple):
        return [decimal(content) for content in value]
    return value


def document(study: Study) -> dict[str, Any]:
    """The whole document. Kinds that were not looked for are empty; `layers` says what was.

    Raises StudyUnfinished where the film has not been measured to its end.
    """
    study.segment_bounds()
    with study.unchanged():
        result = {
            "cranework": {"version": __version__, "document": DOCUMENT_VERSION},
            "film": _film(study),
            "transitions": _found(study, "transitions"),
            "superimpositions": _found(study, "superimpositions"),
            "shots": decimal(study.shots) if "shots" in study.kinds else [],
            "statistics": decimal(study.statistics) if "statistics" in study.kinds else {},
        }
        if MOBILITY in study.kinds:
            result[MOBILITY] = next(iter(_found(study, MOBILITY)), {})
        result |= {kind: _found(study, kind) for kind in EXTRA_LISTS if kind in study.kinds}
    result["layers"] = {
        layer.name: {
            "version": layer.version, "parameters": layer.parameters, "made": layer.made, "seconds": layer.seconds,
        }
        for layer in study.layers
    }  # fmt: skip
    return result


def _found(study: Study, kind: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = decimal(study.spans(kind)) if kind in study.kinds else []
    return found


def _film(study: Study) -> dict[str, Any]:
    film = plain(study.film)
    order = ("name", "title", "size", "fingerprint", "container", "video")
    later = ("active_area", "audio", "subtitles", "damage")
    times = {
        "frames": study.frames,
        "frame_rate": film["frame_rate"],
        "time_base": film["time_base"],
        "start": film["start"],
        "duration": decimal(study.duration),
    }
    return {**{name: film[name] for name in order}, **times, **{name: film[name] for name in later}}


def schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) that every document keeps."""
    text = files("cranework.study").joinpath("schema/document.schema.json").read_text(encoding="utf-8")
    result: dict[str, Any] = json.loads(text)
    return result
