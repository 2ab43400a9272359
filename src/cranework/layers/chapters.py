"""The chapters that the file itself names."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from cranework.study.layer import Column, Derived, Lane, SourceLayer, SpanKind

if TYPE_CHECKING:
    from cranework.film.model import Film

TITLE_LENGTH = 300
"""Characters of a chapter's title that are kept."""

MOST = 10_000
"""Chapters that are kept: more are no chapters."""


class Chapters(SourceLayer):
    """Chapters from the container."""

    name = "chapters"
    version = 1
    title = "Chapters"
    meaning = "The chapters that the film's file names."
    gives = (
        SpanKind(
            "chapters",
            "Chapters as the file names them",
            columns=(Column("title", "text", "The chapter's title"),),
            lane=Lane("spans", "#8a6fb0", "chapters"),
        ),
    )

    def read(self, path: str, film: Film) -> Derived:
        from cranework.film.container import decoder_errors, opened

        with opened(path) as container, decoder_errors(path):
            found = list(container.chapters())[:MOST]
        begin = film.start * film.time_base
        rows = []
        for number, chapter in enumerate(found, 1):
            tick = chapter["time_base"] or Fraction(1, 1000)
            start = max(Fraction(0), chapter["start"] * tick - begin)
            end = max(start, chapter["end"] * tick - begin)
            title = chapter["metadata"].get("title", "").strip()[:TITLE_LENGTH] or f"Chapter {number}"
            rows.append({"start_time": start, "end_time": end, "title": title})
        return Derived(spans={"chapters": sorted(rows, key=lambda row: (row["start_time"], row["end_time"]))})
