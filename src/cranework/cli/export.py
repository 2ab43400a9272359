"""`cranework export`: take the results along."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Any

import click

from cranework.cli.options import Voice, study_of, voice
from cranework.errors import UsageError

if TYPE_CHECKING:
    from cranework.export.format import Export

GROUP = "cranework.exports"


@click.command("export")
@click.argument("study", type=click.Path())
@click.argument("format_name", metavar="FORMAT")
@click.option("-o", "--output", type=click.Path(), help="The file; standard output by default.")
@click.option("--table", help="For csv: shots (the default), transitions, moves, signals, ...")
@click.option("--shot", type=click.IntRange(1), metavar="N", help="For camera-path: one shot, by its number from 1.")
@click.option("--vocabulary", metavar="V", help="For json: terms of ada, camerabench, movieshots or trecvid as well.")
@voice
def command(
    study: str,
    format_name: str,
    output: str | None,
    table: str | None,
    shot: int | None,
    vocabulary: str | None,
    voice: Voice,
) -> None:
    """Write the results of a STUDY (or of a film) in a FORMAT: json, csv, camera-path, camera-path-json."""
    from cranework.export.vocabulary import vocabulary_named
    from cranework.study.atomic import whole_file

    chosen = export_named(format_name, output)
    options = taken(chosen, table=table, shot=shot, vocabulary=vocabulary)
    if vocabulary is not None:
        options["vocabulary"] = vocabulary_named(vocabulary)
    with study_of(study, voice) as opened:
        if output is None:
            sys.stdout.reconfigure(encoding="utf-8", newline="")  # type: ignore[union-attr]
            chosen.write(opened, sys.stdout, **options)
            sys.stdout.flush()
        else:
            with whole_file(output) as stream:
                chosen.write(opened, stream, **options)


def export_named(name: str, output: str | None = None) -> Export:
    """The export of this name, in the form that suits the file's suffix where it has several.

    Ours and other packages' come through the same door, the entry points. Raises UsageError.
    """
    from importlib.metadata import entry_points

    found = {point.name: point for point in entry_points(group=GROUP)}
    suffix = os.path.splitext(output or "")[1].removeprefix(".").lower()
    point = found.get(f"{name}-{suffix}") or found.get(name)
    if point is None:
        raise UsageError(name, "there is no such format", f"there are: {', '.join(sorted(found))}")
    export: Export = point.load()
    return export


def taken(export: Export, **options: Any) -> dict[str, Any]:
    """The options that were given. Raises UsageError where the format has no such option."""
    from inspect import signature

    given = {name: value for name, value in options.items() if value is not None}
    for name in given:
        if name not in signature(export.write).parameters:
            raise UsageError(export.name, f"this format has no --{name}", "leave it out, or choose another format")
    return given
