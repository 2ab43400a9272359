"""The reading page: what a text says of a film, marked where it says so, with what speaks for and against it.

It stands alone as one file, or as a section of the film's own page. Where there is a study, evidence that points into
the film is told in seconds, with the stills of its shots.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TextIO

from cranework import __version__
from cranework.page.barcode import barcode
from cranework.page.build import REVIEW_PAGE, put, render
from cranework.page.clock import Clock, seconds
from cranework.page.curves import bucket_edges
from cranework.page.payload import FORMAT, embedded_pictures, frames_in, keeps_stills
from cranework.study.reviewed import SIGNS, VOTES, Reviewed, word

if TYPE_CHECKING:
    from cranework.study.store import Study

STILLS_BUDGET = 4_000_000  # characters of base64: the pictures of some hundred shots
LANE = {"form": "spans", "color": "#8a6d3b", "group": ""}
COLUMNS = (
    ("verdict", "text", "What the statement is worth"),
    ("text", "text", "The statement"),
    ("confidence", "real", "How sure the verdict is"),
)
LONGEST_WORDS = 90  # characters of a statement in the film's timeline
NO_FILM = {"name": "", "title": None, "frames": 0, "duration": None}


def build_review(
    review: Reviewed | Sequence[Reviewed], target: str | os.PathLike[str] | TextIO, study: Study | None = None
) -> None:
    """Write the reading page of a review (or of several) to a file, whole or not at all, or to a text stream.

    `study` is that of the film; it gives the timeline and the pictures of what evidence points to.

    Raises:
        NoSpace, NoPermission: the file cannot be written.
    """
    reviews = review if isinstance(review, Sequence) else [review]
    put(render(alone(reviews, study), REVIEW_PAGE), target)


def alone(reviews: Sequence[Reviewed], study: Study | None = None) -> dict[str, Any]:
    """All that the reading page shows, as JSON-able values in the form of the film's page, as far as it goes."""
    if study is None or study.frames is None:
        return _page(NO_FILM, reviews, None)
    with study.unchanged():
        clock, edges = Clock(study, study.frames), bucket_edges(study.frames)
        duration = None if study.duration is None else seconds(study.duration)
        film = {"name": study.film.name, "title": study.film.title, "frames": study.frames, "duration": duration}
        shots = study.shots if "shots" in study.kinds else []
        page = _page(film, reviews, clock)
        page["shots"]["rows"] = [[shot["start"], shot["end"], *clock.bounds(shot)] for shot in shots]
        times = [clock.at(int(frame)) for frame in edges]
        page["buckets"] = {"frames": edges.tolist(), "times": times, "steps": clock.steps()}
        return page | {"barcode": barcode(study, edges), "stills": _stills(study, shots, _places(page["reviews"]))}


def _page(film: Mapping[str, Any], reviews: Iterable[Reviewed], clock: Clock | None) -> dict[str, Any]:
    nothing: dict[str, Any] = {"columns": [], "rows": []}
    empty: dict[str, Any] = {"shots": nothing, "kinds": [], "barcode": None, "stills": None}
    empty["buckets"] = {"frames": [], "times": [], "steps": None}
    return {"format": FORMAT, "cranework": __version__, "film": dict(film), **empty, **told(reviews, clock)}


def told(reviews: Iterable[Reviewed], clock: Clock | None) -> dict[str, Any]:
    """Reviews as a page tells them: each document with its text, and times beside the frames of its evidence."""
    return {
        "verdicts": [{"name": name, "sign": sign, "said": word(name)} for name, sign in SIGNS.items()],
        "votes": VOTES,
        "reviews": [_review(review, clock) for review in reviews],
    }


def _review(review: Reviewed, clock: Clock | None) -> dict[str, Any]:
    document = review.document()
    statements = [
        {**statement, "evidence": [_with_times(one, clock) for one in statement["evidence"]]}
        for statement in document["statements"]
    ]
    return {
        "name": review.name,
        "text": review.text,
        "language": document["text"].get("language"),
        "film": document.get("film"),
        "statements": statements,
        "unread": document["unread"],
    }


def _with_times(evidence: Mapping[str, Any], clock: Clock | None) -> dict[str, Any]:
    """The film's own clock knows best when a frame is shown; without it stands what the document says."""
    place = evidence.get("at")
    times = [clock.at(place[0]), clock.at(place[1])] if clock and place else evidence.get("at_time")
    return {**evidence, "at": place, "at_time": times}


def with_reviews(page: dict[str, Any], study: Study, reviews: Sequence[Reviewed]) -> dict[str, Any]:
    """The film's page (as `payload` gives it) with reviews as a section, and what they point to as a lane."""
    with study.unchanged():
        more = told(reviews, Clock(study, study.frames or 0))
    rows = [
        [*evidence["at"], *evidence["at_time"], word(one["verdict"]), _short(one), one["confidence"]]
        for review in more["reviews"]
        for one in review["statements"]
        for evidence in one["evidence"]
        if evidence["at"]
    ]
    found = {row[4] for row in rows}
    values = {"verdict": [word(name) for name in SIGNS if word(name) in found]}
    columns = [
        {"name": name, "type": type_, "meaning": meaning, "unit": "", "values": values.get(name, [])}
        for name, type_, meaning in COLUMNS
    ]
    meaning = "Where the film bears witness to what is written about it"
    kind = {"name": "statements", "meaning": meaning, "lane": LANE, "columns": columns, "rows": rows}
    return page | more | {"kinds": [*page["kinds"], *([kind] if rows else [])]}


def _short(statement: Mapping[str, Any]) -> str:
    words = " ".join(str(statement["text"]).split())
    words = words if len(words) <= LONGEST_WORDS else words[: LONGEST_WORDS - 1].rstrip() + "…"
    return f"{SIGNS[statement['verdict']]} {words}"


def _places(reviews: Iterable[Mapping[str, Any]]) -> list[Sequence[int]]:
    """The stretches of the film that evidence points to."""
    return [
        evidence["at"]
        for review in reviews
        for statement in review["statements"]
        for evidence in statement["evidence"]
        if evidence["at"]
    ]


def _stills(study: Study, shots: Iterable[Mapping[str, Any]], places: Sequence[Sequence[int]]) -> dict[str, Any] | None:
    """The pictures of the shots that evidence points to; None where there are none."""
    if not keeps_stills(study) or not places:
        return None
    from cranework.page import stills  # OpenCV is imported only where there are pictures

    kept = set(map(int, study.still_frames()))
    touched = [shot for shot in shots if any(shot["start"] < end and shot["end"] > start for start, end in places)]
    groups = [frames_in(shot.get("stills"), kept) for shot in touched]
    return embedded_pictures(stills.small_pictures(groups, study.still, STILLS_BUDGET))
