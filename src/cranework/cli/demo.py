"""`cranework demo`: the demonstration film, rendered, measured and shown, and two reviews read."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from cranework.cli.options import Voice, voice

if TYPE_CHECKING:
    from cranework.study.store import Study


@click.command("demo")
@click.option("-o", "--output", default="demo-film", show_default=True, type=click.Path(), help="The folder to make.")
@voice
def command(output: str, voice: Voice) -> None:
    """Render the demonstration film, measure it, make its page; read a review of it, and one of a real film."""
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
    voice.note("reading the reviews ...")
    with Study.open(study) as opened:
        build.write(opened, page)
        reviews = [_review_of_it(opened, folder), _first_review(folder)]
    for path in (film, study, page, *reviews):
        click.echo(path)


def _review_of_it(study: Study, folder: Path) -> Path:
    """The page of the review of the demonstration film, checked against the film itself and the facts about it."""
    from cranework.demo import review as demo
    from cranework.page.review import build_review
    from cranework.reading.review import review
    from cranework.references import packs, shipped

    page = folder / "review.html"
    with shipped() as store:
        packs.load(store, demo.facts())
        read = review(demo.text(), study=study, film=demo.TITLE, references=store, name=demo.TEXT)
        build_review(read, page, study)
    return page


def _first_review(folder: Path) -> Path:
    """The page of the review with which Cranework began, of The Cranes Are Flying; without a film at hand."""
    from cranework.demo.review import SEED, seed
    from cranework.page.review import build_review
    from cranework.reading.review import review

    page = folder / "the-cranes-are-flying-review.html"
    build_review(review(seed(), name=SEED), page)
    return page
