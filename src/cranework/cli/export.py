"""`cranework export`: take the results along."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

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
@click.option("--table", help="For formats with one table a file: shots (the default), transitions, signals, ...")
@voice
def command(study: str, format_name: str, output: str | None, table: str | None, voice: Voice) -> None:
    """Write the results of a STUDY (or of a film) in a FORMAT: json, csv."""
    from cranework.study.atomic import whole_file

    chosen = export_named(format_name)
    with study_of(study, voice) as opened:
        if output is None:
            sys.stdout.reconfigure(encoding="utf-8", newline="")  # type: ignore[union-attr]
            chosen.write(opened, sys.stdout, table)
            sys.stdout.flush()
        else:
            with whole_file(output) as stream:
                chosen.write(opened, stream, table)


def export_named(name: str) -> Export:
    """The export of this name: ours and other packages' come through the same door, the entry points."""
    from importlib.metadata import entry_points

    found = {point.name: point for point in entry_points(group=GROUP)}
    if name not in found:
        raise UsageError(name, "there is no such format", f"there are: {', '.join(sorted(found))}")
    export: Export = found[name].load()
    return export
