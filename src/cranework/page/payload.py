"""What the page knows of a film: a study as plain JSON, small enough for one file.

Rows are lists in the order of their `columns`, which keeps a film of 3,600 shots small. Times are seconds from the
first frame, rounded to the microsecond: the page shows them, the document keeps them exactly.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import numpy as np

from cranework import __version__
from cranework.errors import StudyUnfinished
from cranework.page.barcode import barcode
from cranework.page.clock import Clock, seconds
from cranework.page.curves import MOST_BUCKETS, bucket_edges, pack_curve, reduce_curve
from cranework.page.table import table_of_shots
from cranework.page.tracks import COLUMN as TRACKS
from cranework.page.tracks import tracks
from cranework.study.layer import Column, Lane, Signal, SpanKind, Stills

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from cranework.film.model import Film, Track
    from cranework.page.stills import Pictures
    from cranework.study.store import Study

FORMAT = 1
MOST_CHARACTERS = 11_500_000  # of all the data; styles and scripts take some 150,000 of a page's 12 MB
FINE_CHARACTERS = 3_000_000  # of the curves' single frames: ten to twenty curves of a feature film
DEEPEST = 8  # levels of a column's value; no layer of ours has more than two
STRIPS = "strips"  # a kind of span that the page shows as pictures alone
HIDDEN_COLUMNS = frozenset({"stills"})  # frame numbers that the page shows as pictures
# What a reader of the page may look for: (what a layer may give, in words). Said where no layer of the study gave it.
EXPECTED = (
    ("transitions", "transitions"),
    ("superimpositions", "superimpositions"),
    ("shots", "shots"),
    ("statistics", "statistics"),
    ("moves", "camera moves"),
    ("chapters", "chapters"),
    ("subtitles", "subtitles"),
)


def payload(study: Study) -> dict[str, Any]:
    """Everything the page shows, as JSON-able values.

    Raises:
        StudyUnfinished: the film has not been measured to its end.
    """
    if study.frames is None:
        raise StudyUnfinished(study.path, "the film has not been measured to its end", "run: cranework analyze")
    with study.unchanged():
        return _payload(study, Clock(study, study.frames), study.frames)


def _payload(study: Study, clock: Clock, frames: int) -> dict[str, Any]:
    kinds = [gift for layer in study.layers for gift in layer.gives if isinstance(gift, SpanKind)]
    edges = bucket_edges(frames)
    told = {
        "format": FORMAT,
        "cranework": __version__,
        "film": _film(study.film, study.duration, frames),
        "statistics": _whole(study, kinds, "statistics"),
        "mobility": _whole(study, kinds, "mobility"),
        "shots": _shots(study, kinds, clock),
        "kinds": [_kind(study, kind, clock) for kind in kinds if _is_timed(kind)],
        "tracks": tracks(study),
        "buckets": {
            "frames": edges.tolist(),
            "times": [clock.at(int(frame)) for frame in edges],
            "steps": clock.steps(),
        },
        "signals": list(_signals(study, edges)),
        "barcode": barcode(study, edges),
        "layers": _layers(study),
        "missing": _missing(study, kinds),
        "table": table_of_shots(study),
    }
    room = MOST_CHARACTERS - len(json.dumps(told))
    strips = _strips(study, kinds, room)
    room -= sum(map(len, strips["images"])) if strips else 0
    return told | {"strips": strips, "stills": _stills(study, kinds, room)}


def _film(film: Film, duration: Fraction | None, frames: int) -> dict[str, Any]:
    video = film.video
    facts = ("codec", "width", "height", "display_width", "display_height", "bit_depth", "interlaced", "hdr")
    return {
        "name": film.name,
        "title": film.title,
        "size": film.size,
        "container": film.container,
        "frames": frames,
        "frame_rate": None if film.frame_rate is None else seconds(film.frame_rate),
        "duration": None if duration is None else seconds(duration),
        "active_area": list(film.active_area),
        "video": {name: getattr(video, name) for name in facts},
        "audio": [_track(track) for track in film.audio],
        "subtitles": [_track(track) for track in film.subtitles],
        "damage": list(film.damage),
    }


def _track(track: Track) -> dict[str, Any]:
    return {"codec": track.codec, "language": track.language, "title": track.title}


def _whole(study: Study, kinds: Iterable[SpanKind], name: str) -> list[dict[str, Any]]:
    """The figures of the whole film, in the order in which their layer declares them."""
    columns = [column for kind in kinds if kind.name == name and kind.whole for column in kind.columns]
    row = next(iter(study.spans(name)), {}) if columns else {}
    return [_column(column) | {"value": _plain(row.get(column.name))} for column in columns]


def _is_timed(kind: SpanKind) -> bool:
    return not kind.whole and kind.per is None and kind.name not in ("shots", STRIPS)


def _shots(study: Study, kinds: Sequence[SpanKind], clock: Clock) -> dict[str, Any]:
    """One row for each shot: its bounds, then the columns of the shots' kind and of every kind with `per="shots"`."""
    shown = [kind for kind in kinds if kind.name == "shots" or kind.per == "shots"]
    columns: dict[str, Column] = {}
    for column in (column for kind in shown for column in kind.columns if column.name not in HIDDEN_COLUMNS):
        columns.setdefault(column.name, column)  # of two with one name the first stays, as in the shots themselves
    rows = [
        [shot["start"], shot["end"], *clock.bounds(shot)] + [_plain(shot.get(name)) for name in columns]
        for shot in _all_shots(study, kinds)
    ]
    return {"columns": [_column(column) for column in columns.values()], "rows": rows}


def _all_shots(study: Study, kinds: Iterable[SpanKind]) -> list[dict[str, Any]]:
    return study.shots if any(kind.name == "shots" for kind in kinds) else []


def _kind(study: Study, kind: SpanKind, clock: Clock) -> dict[str, Any]:
    columns = [column for column in kind.columns if _is_told(column)]
    rows = [
        [row["start"], row["end"], *clock.bounds(row)] + [_plain(row.get(column.name)) for column in columns]
        for row in study.spans(kind.name)
    ]
    return {
        "name": kind.name,
        "meaning": kind.meaning,
        "lane": _lane(kind.lane),
        "columns": [_column(column) for column in columns],
        "rows": rows,
    }


def _is_told(column: Column) -> bool:
    """Times stand before the columns, and what can only be drawn is told apart, if at all."""
    return not column.for_drawing and column.name not in ("start_time", "end_time", TRACKS)


def _signals(study: Study, edges: NDArray[np.int64]) -> Iterable[dict[str, Any]]:
    """Every signal with one number a frame that asks for a lane; with single frames where buckets hold several."""
    room = FINE_CHARACTERS if len(edges) > MOST_BUCKETS else 0
    for layer in study.layers:
        for gift in layer.gives:
            if isinstance(gift, Signal) and gift.shape == () and gift.lane is not None:
                declared = {"name": gift.name, "unit": gift.unit, "meaning": gift.meaning}
                scale = {"floor": _plain(gift.low), "ceiling": _plain(gift.high), "lane": _lane(gift.lane)}
                values = study.signal(gift.name)
                fine = pack_curve(values) if room else None
                room -= len(fine["bytes"]) if fine else 0
                yield declared | scale | reduce_curve(values, edges) | {"fine": fine if room >= 0 else None}


def _stills(study: Study, kinds: Sequence[SpanKind], room: int) -> dict[str, Any] | None:
    """The shots' pictures by frame; None where no layer keeps any."""
    if not keeps_stills(study):
        return None
    from cranework.page import stills  # OpenCV is imported only where there are pictures

    kept = set(map(int, study.still_frames()))
    shots = [frames_in(shot.get("stills"), kept) for shot in _all_shots(study, kinds)]
    return embedded_pictures(stills.small_pictures(shots, study.still, min(room, stills.BUDGET)))


def _strips(study: Study, kinds: Iterable[SpanKind], room: int) -> dict[str, Any] | None:
    """The pictures across transitions by frame, and start, end and frames of each; None where no layer keeps any."""
    if not any(kind.name == STRIPS for kind in kinds) or not keeps_stills(study):
        return None
    from cranework.page import stills

    kept = set(map(int, study.still_frames()))
    rows = study.spans(STRIPS)
    strips = [frames_in(row.get("stills"), kept) for row in rows]
    budget = min(room // 2, stills.STRIPS_BUDGET)
    pictures = stills.small_pictures(strips, study.still, budget, stills.STRIP_LADDER)
    shown = [sorted(pictures.images.keys() & set(strip)) for strip in strips]
    spans = [[row["start"], row["end"], *frames] for row, frames in zip(rows, shown, strict=True)]
    return embedded_pictures(pictures) | {"spans": spans}


def embedded_pictures(pictures: Pictures) -> dict[str, Any]:
    """Pictures as they lie in the page: their size, their frames in order, and the picture of each."""
    return {
        "width": pictures.width,
        "height": pictures.height,
        "frames": sorted(pictures.images),
        "images": [pictures.images[frame] for frame in sorted(pictures.images)],
    }


def frames_in(listed: Any, kept: set[int]) -> list[int]:
    """The frames of a list that are kept; a stranger's study may hold anything in its place."""
    return [frame for frame in listed if isinstance(frame, int) and frame in kept] if isinstance(listed, list) else []


def _layers(study: Study) -> list[dict[str, Any]]:
    names = ("name", "version", "title", "meaning", "made")
    return [{name: getattr(layer, name) for name in names} for layer in study.layers]


def _missing(study: Study, kinds: Iterable[SpanKind]) -> list[str]:
    """In words, what a reader may look for and no layer of this study has looked at."""
    given = {kind.name for kind in kinds}
    absent = [words for name, words in EXPECTED if name not in given]
    return absent if keeps_stills(study) else [*absent, "stills"]


def keeps_stills(study: Study) -> bool:
    """Whether a layer of the study keeps pictures of the film."""
    return any(isinstance(gift, Stills) for layer in study.layers for gift in layer.gives)


def _column(column: Column) -> dict[str, Any]:
    named = {"name": column.name, "type": column.type, "meaning": column.meaning, "unit": column.unit}
    return named | {"values": list(column.values)}


def _lane(lane: Lane | None) -> dict[str, str] | None:
    return None if lane is None else {"form": lane.form, "color": lane.color, "group": lane.group}


def _plain(value: Any, depth: int = 0) -> Any:
    """JSON-able: fractions as numbers, what is no number (NaN, infinity) as None; what lies too deep is left out."""
    if isinstance(value, Fraction):
        return seconds(value)
    if isinstance(value, float):
        return float(f"{value:.6g}") if math.isfinite(value) else None
    if isinstance(value, (Mapping, list, tuple)) and depth == DEEPEST:
        return None
    if isinstance(value, Mapping):
        return {str(key): _plain(item, depth + 1) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(item, depth + 1) for item in value]
    return value
