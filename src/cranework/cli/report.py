"""`cranework report`: the page of a film."""

from __future__ import annotations

import os
from pathlib import Path

import click

from cranework.cli.options import Voice, study_of, voice


@click.command("report")
@click.argument("study", type=click.Path())
@click.option("-o", "--output", type=click.Path(), help="The page; NAME.html in the current folder by default.")
@click.option("--open", "open_it", is_flag=True, help="Open it in the browser.")
@voice
def command(study: str, output: str | None, open_it: bool, voice: Voice) -> None:
    """Make one self-contained HTML page of a STUDY (or of a film)."""
    from cranework.page import build

    page = output or os.path.splitext(os.path.basename(study))[0] + ".html"
    with study_of(study, voice) as opened:
        build.write(opened, page, opened.reviews)
    click.echo(page)
    if open_it:
        import webbrowser

        webbrowser.open(Path(page).absolute().as_uri())
