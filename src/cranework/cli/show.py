"""`cranework show`: what a study holds, as tables in the terminal."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

import click

from cranework.cli.options import Voice, study_of, voice
from cranework.cli.words import clock, percent, printable

if TYPE_CHECKING:
    from cranework.study.store import Study

Table = tuple[list[str], Iterable[list[str]]]
# By the unit of a move's speed: digits behind its point; the unit of travel, and digits behind its point.
MEASURES = {"frame widths/s": (3, "widths", 3), "%/s": (1, "times", 3), "degrees/s": (1, "degrees", 1)}
UNKNOWN_MEASURE = (3, "", 3)
WHAT = ("shots", "moves", "transitions", "layers", "statistics", "reviews")


@click.command("show")
@click.argument("study", type=click.Path())
@click.argument("what", default="shots", type=click.Choice(WHAT))
@voice
def command(study: str, what: str, voice: Voice) -> None:
    """Show a table of a STUDY (or of a film): its shots by default."""
    with study_of(study, voice) as opened:
        headings, rows = TABLES[what](opened)
        _print(headings, rows, voice)


def _print(headings: list[str], rows: Iterable[list[str]], voice: Voice) -> None:
    from rich.table import Table as RichTable
    from rich.text import Text

    table = RichTable(box=None, pad_edge=False, header_style="bold")
    for heading in headings:
        table.add_column(heading.strip(), justify="right" if heading.startswith(" ") else "left", overflow="fold")
    for row in rows:
        table.add_row(*(Text(printable(cell)) for cell in row))
    voice.console().print(table)


def shots(study: Study) -> Table:
    """One row a shot."""
    headings = [" shot", " from", " to", " begins", " seconds", " luma", "color", "moves", "flags"]
    return headings, (
        [
            str(shot["index"] + 1),
            str(shot["start"]),
            str(shot["end"]),
            clock(shot["start_time"]),
            f"{float(shot['duration'] or 0):.2f}",
            "" if shot.get("luma_mean") is None else f"{shot['luma_mean']:.2f}",
            str(shot.get("color_kind") or ""),
            ", ".join(move.get("label") or "?" for move in shot["moves"]),
            ", ".join(shot["flags"]),
        ]
        for shot in study.shots
    )


def moves(study: Study) -> Table:
    """One row a camera move."""
    from cranework.study.document import length

    headings = [
        " shot", "move", " from", " to", " begins", " seconds", "speed", "travel", " confidence", "or", "evidence",
    ]  # fmt: skip
    return headings, (
        [
            str(shot["index"] + 1),
            str(move.get("label") or "?"),
            str(move["start"]),
            str(move["end"]),
            clock(move["start_time"]),
            f"{float(length(move['start_time'], move['end_time']) or 0):.2f}",
            *_speed_and_travel(move),
            percent(move.get("confidence")),
            ", ".join(move.get("ambiguous_with") or ()),
            "; ".join(str(move[name]) for name in ("why", "evidence") if move.get(name)),
        ]
        for shot in study.shots
        for move in shot["moves"]
    )


def _speed_and_travel(move: dict[str, Any]) -> tuple[str, str]:
    """0.120 frame widths/s, medium, 5 to 7 degrees/s; 0.240 widths. Nothing where they were not measured."""
    unit, word = str(move.get("speed_unit") or ""), move.get("speed_word")
    digits, travel_unit, travel_digits = MEASURES.get(unit, UNKNOWN_MEASURE)
    speed, travel, turn = move.get("speed"), move.get("travel"), move.get("degrees_per_s")
    words = ["" if speed is None else f"{speed:.{digits}f} {unit}", word or ""]
    words.append(f"{turn[0]:.0f} to {turn[1]:.0f} degrees/s" if turn else "")
    return (
        ", ".join(part for part in words if part),
        "" if travel is None else f"{travel:.{travel_digits}f} {travel_unit}",
    )


def transitions(study: Study) -> Table:
    """One row a transition."""
    headings = ["kind", " from", " to", " frames", " begins", " confidence"]
    return headings, (
        [
            t["kind"],
            str(t["start"]),
            str(t["end"]),
            str(t["end"] - t["start"]),
            clock(t["start_time"]),
            percent(t["confidence"]),
        ]
        for t in study.transitions
    )


def layers(study: Study) -> Table:
    """One row a layer that was measured."""
    headings = ["layer", " version", "made", " seconds", "what it says"]
    return headings, (
        [layer.name, str(layer.version), layer.made, f"{layer.seconds:.2f}", layer.meaning] for layer in study.layers
    )


def statistics(study: Study) -> Table:
    """One row a number of the whole film; those of every layer that gives some."""
    numbers = study.statistics
    others = [kind for kind in study.kinds.values() if kind.whole and kind.name != "statistics"]
    kinds = [(study.kinds["statistics"], numbers)] + [(kind, row) for kind in others for row in study.spans(kind.name)]
    return ["number", " value", "unit", "what it is"], (
        [c.name, _number(row.get(c.name)), c.unit, c.meaning] for kind, row in kinds for c in kind.columns
    )


def reviews(study: Study) -> Table:
    """One row a text about the film that was read, with how many of its statements are worth what."""
    from cranework.study.reviewed import VERDICTS, word

    headings = ["text", " statements", *(f" {word(verdict)}" for verdict in VERDICTS), "read"]
    verdicts = [(review, [one["verdict"] for one in review.document()["statements"]]) for review in study.reviews]
    return headings, (
        [review.name, str(len(found)), *(str(found.count(verdict)) for verdict in VERDICTS), review.made]
        for review, found in verdicts
    )


def _number(value: Any) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{name} {_number(part)}" for name, part in value.items())
    return "" if value is None else f"{value:.3f}" if isinstance(value, float) else str(value)


TABLES: dict[str, Callable[[Study], Table]] = {
    "shots": shots,
    "moves": moves,
    "transitions": transitions,
    "layers": layers,
    "statistics": statistics,
    "reviews": reviews,
}
