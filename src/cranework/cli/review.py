"""`cranework review`: what a text says about a film, and what it is worth."""

from __future__ import annotations

import contextlib
import json
import os
import sys
from collections.abc import Mapping, Sequence
from typing import IO, TYPE_CHECKING, Any

import click

from cranework.cli.failures import DONE, tell
from cranework.cli.options import Voice, is_study, study_of, voice
from cranework.cli.words import printable
from cranework.errors import CraneworkError, NotAText, Stopped, UsageError

if TYPE_CHECKING:
    from rich.table import Table
    from rich.text import Text

    from cranework.dialogue.cues import Cues
    from cranework.references.store import Store
    from cranework.study.reviewed import Reviewed
    from cranework.study.store import Study

STANDARD_INPUT = "-"
PAGE_SUFFIXES = (".html", ".htm")
MOST_BYTES = 8_000_001  # of a text: one more than any that can be read
MOST_BESIDE = 20  # subtitle files of one film that are looked into
ENGLISH = "en"
READABLE = (None, "en", "und")  # languages of texts that are read, or so short that none is told
LONGEST_EVIDENCE = 300  # characters of a line in the terminal
STYLES = {
    "supported": "green",
    "refuted": "bold red",
    "differs": "yellow",
    "unverified": "blue",
    "not_checkable": "dim",
}
DECIDING = {"supported": "+", "refuted": "-", "differs": "~", "unverified": "0"}


@click.command("review")
@click.argument("texts", nargs=-1, required=True, metavar="TEXT...", type=click.Path())
@click.option("--study", type=click.Path(), help="The film's study (or the film): the witness of its form and words.")
@click.option("--film", metavar="TITLE", help="The film that the text is about, where the text does not make it plain.")
@click.option("--references", type=click.Path(), metavar="DB", help="The reference store; by default the user's own.")
@click.option("--subtitles", type=click.Path(), help="A file of the film's subtitles, for quotations and scenes.")
@click.option(
    "-o", "--output", multiple=True, type=click.Path(),
    help="A page (.html), or .json, .csv, .evidence.csv, .jsonld, .claims.jsonld; may be given several times.",
)  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help="Print one document a line.")
@voice
def command(
    texts: tuple[str, ...],
    study: str | None,
    film: str | None,
    references: str | None,
    subtitles: str | None,
    output: tuple[str, ...],
    as_json: bool,
    voice: Voice,
) -> int:
    """Find every statement in each TEXT about a film, and check it; - reads standard input."""
    from cranework.references import opened as opened_references

    _check_outputs(output)
    code, reviews = DONE, []
    with contextlib.ExitStack() as stack:
        film_study = stack.enter_context(study_of(study, voice)) if study is not None else None
        store = stack.enter_context(opened_references(references))
        cues = _cues(subtitles, study, film_study, voice)
        for text in texts:
            try:
                reviews.append(_read(text, film_study, film, store, cues))
            except CraneworkError as error:
                failed = tell(error, voice.verbose)
                if isinstance(error, Stopped):
                    return failed
                code = code or failed
        if reviews:
            for path in output:
                _write(reviews, path, film_study)
    for review in reviews:
        _tell(review, as_json, bool(output), voice)
    if reviews and film_study is not None:
        _keep(reviews, film_study, voice)
    if reviews and not as_json:
        for path in output:
            click.echo(path)
    return code


def _check_outputs(outputs: Sequence[str]) -> None:
    """Sees before anything is read that each file's name says what it is to hold. Raises UsageError."""
    from cranework.export.review_format import HOMES, export_for

    for path in outputs:
        if not path.lower().endswith(PAGE_SUFFIXES) and export_for(path) is None:
            raise UsageError(path, "its name does not say what it is to hold", f"end it in .html, {', '.join(HOMES)}")


def _cues(path: str | None, film: str | None, study: Study | None, voice: Voice) -> Cues | None:
    """The subtitles that are named, or lie beside the film that is named, where there are none in it."""
    from cranework.dialogue.read import read_subtitles

    if path is not None:
        return read_subtitles(path)
    if film is None or study is None or is_study(film) or ("subtitles" in study.kinds and study.spans("subtitles")):
        return None
    return _cues_beside(film, study, voice)


def _cues_beside(film: str, study: Study, voice: Voice) -> Cues | None:
    """Of the subtitle files with the film's name the first that is English, or the only one."""
    from cranework.dialogue.beside import beside
    from cranework.dialogue.read import read_subtitles
    from cranework.dialogue.times import sound_rate
    from cranework.reading.language import language

    found = []
    for path in beside(film)[:MOST_BESIDE]:
        with contextlib.suppress(CraneworkError):  # another text of that name, or drawn subtitles
            found.append((path, read_subtitles(path, film_rate=sound_rate(study.film.frame_rate))))
    english = [(path, cues) for path, cues in found if language(" ".join(cue.text for cue in cues)) == ENGLISH]
    for path, cues in english[:1] or (found if len(found) == 1 else []):
        voice.note(f"{path}: taken for the film's subtitles")
        return cues
    if found:
        voice.note(f"{film}: none of the {len(found)} subtitle files beside it is English; name one with --subtitles")
    return None


def _read(text: str, study: Study | None, film: str | None, store: Store, cues: Cues | None) -> Reviewed:
    """One text, read and checked. Raises NotAText, TextTooLong, NoPermission."""
    from cranework.reading.review import review
    from cranework.reading.text import decode

    given, _ = decode(_content(text), text)
    name = "standard input" if text == STANDARD_INPUT else os.path.basename(text)
    return review(given, study=study, film=film, references=store, name=name, subtitles=cues)


def _content(text: str) -> bytes:
    """The bytes of a text, no more than can be read."""
    if text == STANDARD_INPUT:
        return sys.stdin.buffer.read(MOST_BYTES)
    from cranework.study.atomic import surroundings_error

    try:
        with open(text, "rb") as file:
            return file.read(MOST_BYTES)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise NotAText(text, "there is no such file", "check its name", str(error)) from error
    except IsADirectoryError as error:
        raise NotAText(text, "this is a folder", "name the texts in it", str(error)) from error
    except OSError as error:
        raise surroundings_error(text, error) from error


def _write(reviews: Sequence[Reviewed], path: str, study: Study | None) -> None:
    from cranework.export.review_format import export_for
    from cranework.study.atomic import whole_file

    export = export_for(path)
    if export is None:
        from cranework.page.review import build_review

        build_review(reviews, path, study)
        return
    with whole_file(path) as stream:
        export.write(reviews, stream)


def _keep(reviews: Sequence[Reviewed], study: Study, voice: Voice) -> None:
    """Keeps the reviews in the study. Where that cannot be, a line says so: they were read all the same."""
    from cranework.study.writer import StudyWriter

    try:
        with StudyWriter.hold(study.path, study.film) as writer:
            writer.keep_reviews(reviews)
    except CraneworkError as error:
        voice.note(f"{error.subject}: {error.problem}; it does not keep what was read")
        return
    names = list(dict.fromkeys(review.name for review in reviews))
    kept = f"what was read of {names[0]}" if len(names) == 1 else f"{len(names)} reviews"
    voice.note(f"{study.path}: keeps {kept}")


def _tell(review: Reviewed, as_json: bool, is_written: bool, voice: Voice) -> None:
    """The document, or a table; only a line on standard error where files hold it all."""
    document = review.document()
    if as_json:
        _print_json(document, sys.stdout)
    elif is_written:
        voice.note(f"{review.name}: {summary(document).plain}")
    else:
        console = voice.console()
        console.print(heading(review.name, document))
        console.print(summary(document))
        if any(row["verdict"] != "not_checkable" for row in document["statements"]):
            console.print(table(document))
        if left_out := remarks(document):
            console.print(left_out)


def _print_json(document: Mapping[str, Any], stream: IO[str]) -> None:
    stream.reconfigure(encoding="utf-8")  # type: ignore[attr-defined]
    click.echo(json.dumps(document, ensure_ascii=False))


def heading(name: str, document: Mapping[str, Any]) -> Text:
    """What the text is, and which film it is about."""
    from rich.text import Text

    film = document.get("film") or {}
    about = f"about {film['title']}" if film.get("title") else "it is not known which film it is about"
    sure = "" if not film.get("title") or film["sure"] else ", as it seems"
    return Text.assemble((printable(name), "bold"), printable(f": {about}{sure}"))


def summary(document: Mapping[str, Any]) -> Text:
    """How many statements are worth what."""
    from rich.text import Text

    from cranework.study.reviewed import SIGNS, word

    verdicts = [statement["verdict"] for statement in document["statements"]]
    told = Text(f"{len(verdicts)} {'statement' if len(verdicts) == 1 else 'statements'}")
    for verdict, sign in SIGNS.items():
        if number := verdicts.count(verdict):
            told.append(f"  {sign} {number} {word(verdict)}", STYLES[verdict])
    return told


def table(document: Mapping[str, Any]) -> Table:
    """A row for each statement that can be checked, with what speaks for its verdict."""
    from rich.table import Table
    from rich.text import Text

    from cranework.study.reviewed import SIGNS, word

    made = Table(box=None, pad_edge=False, header_style="bold", padding=(0, 2, 0, 0))
    for name, justify in (("at", "right"), ("verdict", "left"), ("sure", "right"), ("kind", "left")):
        made.add_column(name, justify=justify, no_wrap=True)  # type: ignore[arg-type]
    made.add_column("statement", overflow="fold", ratio=1)
    made.add_column("what speaks", overflow="fold", ratio=1)
    for statement in document["statements"]:
        verdict = statement["verdict"]
        if verdict != "not_checkable":
            made.add_row(
                str(statement["start"]),
                Text(f"{SIGNS[verdict]} {word(verdict)}", STYLES[verdict]),
                f"{statement['confidence']:.2f}",
                word(statement["kind"]),
                Text(_line(statement["text"])),
                Text(_line(evidence_words(statement)), "dim"),
            )
    return made


def evidence_words(statement: Mapping[str, Any]) -> str:
    """The witness that decided, and what it says; nothing where none speaks."""
    deciding = [one for one in statement["evidence"] if one.get("vote") == DECIDING[statement["verdict"]]]
    for one in (*deciding, *statement["evidence"]):
        return f"{one['source']}: {one['says']}" if one["source"] else str(one["says"])
    return ""


def remarks(document: Mapping[str, Any]) -> Text | None:
    """What the table leaves out; None where that is nothing."""
    from rich.text import Text

    opinions = sum(statement["verdict"] == "not_checkable" for statement in document["statements"])
    unread = len(document["unread"])
    said = []
    if document["text"]["language"] not in READABLE:
        said.append("this is not English, and only English is read")
    if opinions:
        said.append(f"{opinions} that nothing can settle {'is' if opinions == 1 else 'are'} not listed")
    if unread:
        said.append(f"{unread} {'stretch was' if unread == 1 else 'stretches were'} not read")
    return Text("; ".join(said), "dim") if said else None


def _line(words: str) -> str:
    """Any text as one line that steers no terminal."""
    told = " ".join(printable(words).split())
    return told if len(told) <= LONGEST_EVIDENCE else told[: LONGEST_EVIDENCE - 1] + "…"
