"""`cranework demo`: the demonstration film, rendered, measured and shown."""

from __future__ import annotations

from pathlib import Path

import click

from cranework.cli.options import Voice, voice


@click.command("demo")
@click.option("-o", "--output", default="demo-film", show_default=True, type=click.Path(), help="The folder to make.")
@voice
def command(output: str, voice: Voice) -> None:
    """Render the demonstration film, measure it and make its page."""
    from cranework.cli.progress import shown
    from cranework.demo.film import render
    from cranework.engine.run import analyze
    from cranework.page import build
    from cranework.study.store import Study

    folder = Path(output)
    folder.mkdir(parents=True, exist_ok=True)
    voice.note("rendering the demonstration film ...")
    film = render(folder)
    study, page = folder / f"{film.stem}.cranework", folder / f"{film.stem}.html"
    voice.note("measuring it ...")
    with shown(voice) as progress:
        analyze(film, study, progress=progress)
    with Study.open(study) as opened:
        build.write(opened, page)
    for path in (film, study, page):
        click.echo(path)
