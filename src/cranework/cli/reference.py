"""`cranework reference`: the reference data that facts are checked against."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from cranework.cli.failures import DONE, tell
from cranework.cli.options import Voice, voice
from cranework.cli.words import printable

if TYPE_CHECKING:
    from cranework.references.importers import Outcome, Progress
    from cranework.references.model import Entity, Fact
    from cranework.references.store import Store

MOST_CANDIDATES, MOST_MENTIONS = 3, 20


@click.group("reference")
def command() -> None:
    """Keep the reference data that facts are checked against."""


references = click.option(
    "--references", type=click.Path(), metavar="DB", help="The reference store; by default the user's own."
)


@command.command("import")
@click.argument("kind")
@click.argument("files", type=click.Path(), nargs=-1, required=True, metavar="FILE...")
@references
@click.option("--mapping", type=click.Path(), help="What the columns of a CSV mean, in YAML.")
@click.option("--edition", default="", help="What its maker calls this edition.")
@click.option("--as-of", default="", metavar="DATE", help="The day that the file holds for; by default its own date.")
@click.option("--films-only", is_flag=True, help="Leave out series, episodes and games.")
@voice
def import_(
    kind: str,
    files: tuple[str, ...],
    references: str | None,
    mapping: str | None,
    edition: str,
    as_of: str,
    films_only: bool,
    voice: Voice,
) -> int:
    """Read each FILE of the given KIND into the reference store.

    KIND is imdb, wikidata, awards, offices, csv or pack; or wikidata-query, which asks Wikidata's service for the film
    or person that FILE names, and is the only one that goes online.
    """
    from cranework.errors import InputError
    from cranework.references import keep_shipped
    from cranework.references.importers import Request, importer

    read, as_of, code = importer(kind), _checked_day(as_of), DONE
    with _written(references) as store, _shown(voice) as progress:
        keep_shipped(store)
        for file in files:
            try:
                outcome = read(store, Request(file, edition, as_of, mapping, films_only, progress))
            except InputError as error:  # of this file; the others are read
                failed = tell(error, voice.verbose)
                code = code or failed
            else:
                voice.note(_told(file, outcome))
    return code


def _checked_day(as_of: str) -> str:
    from datetime import date

    if as_of:
        try:
            date.fromisoformat(as_of)
        except ValueError:
            raise click.BadParameter("this is no date like 2024-05-31", param_hint="--as-of") from None
    return as_of


def _told(file: str, outcome: Outcome) -> str:
    if not outcome.changed:
        return f"{file}: is in the store already, nothing changed"
    return f"{file}: {outcome.rows:,} rows, kept as {outcome.id}"


@contextmanager
def _written(path: str | None) -> Iterator[Store]:
    """The store to write to; the user's own folder is made where it is missing."""
    from cranework.references import default_path
    from cranework.references.store import Store
    from cranework.study.atomic import surroundings_error

    name = path if path is not None else str(default_path())
    if path is None:
        try:
            default_path().parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise surroundings_error(name, error) from error
    with Store.open(name, write=True) as store:
        yield store


@contextmanager
def _shown(voice: Voice) -> Iterator[Callable[[Progress], None] | None]:
    """A callback that draws a bar while the block lasts; None where nobody watches."""
    if not voice.shows_progress:
        yield None
        return
    import rich.progress as bars

    columns = (bars.TextColumn("{task.description}"), bars.BarColumn(), bars.TextColumn("{task.fields[rows]:,} rows"))
    with bars.Progress(*columns, console=voice.console(error=True), transient=True) as bar:
        task = bar.add_task("", total=1.0, rows=0)

        def show(at: Progress) -> None:
            words = printable(at.file) if at.share is not None else f"{printable(at.file)}: making it findable"
            bar.update(task, description=words, completed=at.share or 0.0, rows=at.rows)

        yield show


@command.command("list")
@references
@voice
def list_(references: str | None, voice: Voice) -> None:
    """Say what is in the reference store, from where, and of which date."""
    from cranework.references import opened

    with opened(references) as store:
        for line in _contents(store):
            click.echo(printable(line))


def _contents(store: Store) -> Iterator[str]:
    sources = store.sources()
    cited = {row["id"]: row["origin"] for row in store.rows("SELECT id, origin FROM source")}
    for row in store.rows("SELECT * FROM import ORDER BY id, number"):
        if not row["finished"]:
            if row["id"]:
                yield f"{row['id']}: cut off after {row['rows']:,} rows; import {row['file']} again to go on"
            continue
        told = [f"{row['rows']:,} rows" if row["rows"] else "", row["edition"], row["as_of"], row["file"]]
        yield f"{row['id']} ({row['kind']}): {', '.join(word for word in told if word)}"
        for source in sources:
            if cited.get(source.id) == row["number"] and source.id != row["id"]:
                dated = f", {source.as_of}" if source.as_of else ""
                yield f"    {source.id}: {source.title} ({source.kind}{dated})"


@command.command("show")
@click.argument("name")
@references
@voice
def show(name: str, references: str | None, voice: Voice) -> None:
    """Show what the reference store knows of NAME: a film, a person, an event, or an id."""
    from cranework.errors import NotReferences
    from cranework.references import opened

    with opened(references) as store:
        known = store.entity(name)
        found = [known] if known else [candidate.entity for candidate in store.find(name, limit=MOST_CANDIDATES)]
        if not found:
            raise NotReferences(name, "the reference store knows nothing of this name", "try: cranework reference list")
        for entity in found:
            for line in _told_of(store, entity):
                click.echo(printable(line))


def _told_of(store: Store, entity: Entity) -> Iterator[str]:
    yield f"{entity.name} ({entity.kind}, {entity.id}{', ' + entity.note if entity.note else ''})"
    if others := [name for name, _ in entity.names if name != entity.name]:
        yield f"    also called: {', '.join(others)}"
    for fact in store.facts(subject=entity.id):
        yield f"    {fact.predicate}: {_words(store, fact.object)}{_rest(store, fact)}"
    mentions = store.facts(object=entity.id)
    for fact in mentions[:MOST_MENTIONS]:
        yield f"    {fact.predicate} of {_words(store, fact.subject)}{_rest(store, fact)}"
    if len(mentions) > MOST_MENTIONS:
        yield f"    … and {len(mentions) - MOST_MENTIONS} more"


def _words(store: Store, id: str | None) -> str:
    known = store.entity(id) if id else None
    return known.name if known else id or "?"


def _rest(store: Store, fact: Fact) -> str:
    """Qualifiers, how sure it is, and who says so."""
    hidden = ("complete", "note", "aliases")
    words = [f"{name} {value}" for name, value in fact.qualifiers.items() if name not in hidden]
    words += [word for word, holds in (("list complete", fact.complete), ("obsolete", fact.obsolete)) if holds]
    words += ["fringe"] if fact.fringe else [fact.certainty] if fact.certainty != "sure" else []
    said = "; ".join(store.source(source).title for source in fact.sources)
    return f"{' (' + ', '.join(words) + ')' if words else ''}{' — ' + said if said else ''}"


@command.command("forget")
@click.argument("source")
@references
@voice
def forget(source: str, references: str | None, voice: Voice) -> None:
    """Take SOURCE, an import that `list` names, and all that came with it out of the reference store."""
    from cranework.errors import NotReferences
    from cranework.references import default_path
    from cranework.references.store import Store
    from cranework.references.writing import take_out

    name = references if references is not None else str(default_path())
    Store.open(name).close()  # one that is not there is not made
    with Store.open(name, write=True) as store:
        numbers = [row["number"] for row in store.rows("SELECT number FROM import WHERE id = ?", [source])]
        if not numbers or not source:
            raise NotReferences(name, f"there is no import {source!r} in it", "see: cranework reference list")
        for number in numbers:
            take_out(store, number)
    voice.note(f"{name}: {source} is out")
