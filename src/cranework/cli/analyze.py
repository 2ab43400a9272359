"""`cranework analyze`: measure films and keep what was found."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from cranework.cli.failures import DONE, tell
from cranework.cli.options import Voice, voice
from cranework.cli.words import clock, printable
from cranework.errors import CraneworkError, DecoderFailed, NoPermission, Stopped, UsageError

if TYPE_CHECKING:
    from cranework.engine.run import Analysis
    from cranework.study.store import Study


@click.command("analyze")
@click.argument("films", nargs=-1, required=True, metavar="FILM...", type=click.Path())
@click.option("-o", "--output", type=click.Path(), help="The study; with several films, a folder for their studies.")
@click.option("--layers", metavar="L,...", help="Measure only these layers and what they need.")
@click.option("--workers", type=click.IntRange(1, 256), help="Processes; as many as there are cores by default.")
@click.option("--stream", type=click.IntRange(0), help="Number of the video stream to study.")
@click.option("--force", is_flag=True, help="Measure everything anew.")
@click.option("--json", "as_json", is_flag=True, help="Print one document a line.")
@voice
def command(
    films: tuple[str, ...],
    output: str | None,
    layers: str | None,
    workers: int | None,
    stream: int | None,
    force: bool,
    as_json: bool,
    voice: Voice,
) -> int:
    """Measure each FILM and keep the results in a study; a second run computes only what changed."""
    from cranework.cli.progress import shown
    from cranework.engine import registry
    from cranework.engine.pool import own_workers
    from cranework.engine.run import analyze

    names = [name.strip() for name in layers.split(",") if name.strip()] if layers is not None else None
    registry.chosen(names)  # a wrong name is told once, not for each film
    code = DONE
    crew = own_workers("", workers)
    try:
        for film in films:
            try:
                study = target(film, output, films)
                with shown(voice) as progress:
                    analysis = analyze(
                        film, study, layers=names, stream=stream, force=force, progress=progress, executor=crew
                    )
                _tell_result(film, analysis, as_json, voice)
            except CraneworkError as error:
                failed = tell(error, voice.verbose)
                if isinstance(error, Stopped):
                    return failed
                if isinstance(error, DecoderFailed):  # which may have killed its workers
                    crew.shutdown(wait=False, cancel_futures=True)
                    crew = own_workers("", workers)
                code = code or failed
    finally:
        crew.shutdown(wait=True, cancel_futures=True)
    return code


def target(film: str, output: str | None, films: Sequence[str]) -> str:
    """Where the study of one of the films goes; films of one name with different suffixes keep them."""
    from cranework.engine.run import study_name

    names = [study_name(one) for one in films]
    name = study_name(film)
    if names.count(name) > 1:
        name = os.path.basename(film) + ".cranework"
    if output is None:
        return name
    if len(films) == 1 and not os.path.isdir(output):
        return output
    try:
        os.makedirs(output, exist_ok=True)
    except FileExistsError:
        raise UsageError("-o", f"{output} is a file", "name a folder for the studies of several films") from None
    except OSError as error:
        raise NoPermission(output, "this folder cannot be made", "name another with -o", str(error)) from None
    return os.path.join(output, name)


def _tell_result(film: str, analysis: Analysis, as_json: bool, voice: Voice) -> None:
    from cranework.study.store import Study

    with Study.open(analysis.study) as study:
        if as_json:
            sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
            click.echo(json.dumps(study.document(), ensure_ascii=False))
        elif not voice.quiet:
            click.echo(printable(f"{film}: {summary(study)}"))
    if not analysis.computed:
        voice.note(f"{film}: nothing has changed, nothing was computed")
    elif analysis.kept:
        voice.note(
            f"{film}: computed {', '.join(analysis.computed)}; the other {len(analysis.kept)} layers are current"
        )
    for damage in study.film.damage:
        voice.note(f"{film}: damage: {damage}")


def summary(study: Study) -> str:
    """One line: what the film is and what was found."""
    video = study.film.video
    parts = [f"{study.frames} frames", clock(study.duration), f"{video.display_width}x{video.display_height}"]
    if "statistics" in study.kinds:
        numbers = study.statistics
        parts.append(f"{numbers['shots']} shots")
        if numbers.get("average_shot_length_s") is not None:
            parts.append(
                f"average {numbers['average_shot_length_s']:.2f} s, median {numbers['median_shot_length_s']:.2f} s"
            )
    return ", ".join(parts) + f" -> {study.path}"
