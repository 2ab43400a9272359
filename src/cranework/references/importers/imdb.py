"""IMDb's data sets (developer.imdb.com/non-commercial-datasets): tables of millions of rows, told by their heads.

Principals are cut to some ten people for a title, so nothing in them is complete; the list of directors in
title.crew is. All of these files are one voice.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence

from cranework.errors import NotImportable
from cranework.references.identity import IN_ONE_QUESTION
from cranework.references.importers import Outcome, Request
from cranework.references.importers.run import batches, run
from cranework.references.importers.stream import Stream
from cranework.references.intervals import MINUTE, days
from cranework.references.model import Source
from cranework.references.store import Store
from cranework.references.writing import Import

NOTHING = "\\N"
LICENCE = "IMDb, for personal and non-commercial use"
KINDS = {"tvSeries": "series", "tvEpisode": "episode", "tvPilot": "episode", "videoGame": "game", "musicVideo": "clip"}
ROLES = {
    "actor": "cast",
    "actress": "cast",
    "self": "cast",
    "writer": "screenwriter",
    "archive_footage": "archive_cast",
}
HEADS = {
    "title.basics": "tconst titleType primaryTitle originalTitle isAdult startYear endYear runtimeMinutes genres",
    "title.akas": "titleId ordering title region language types attributes isOriginalTitle",
    "title.crew": "tconst directors writers",
    "title.principals": "tconst ordering nconst category job characters",
    "name.basics": "nconst primaryName birthYear deathYear primaryProfession knownForTitles",
}
LEFT_OUT = "\n"  # stands for a line that is not wanted, so that the others keep their numbers


def read(store: Store, request: Request) -> Outcome:
    """Imports one of the files, plain or packed. Raises NotImportable."""
    with Stream(request.path) as head:
        first = next(head.pieces(), [""])[0]
    table = next((name for name, columns in HEADS.items() if first.split("\t") == columns.split()), None)
    if table is None:
        raise NotImportable(request.path, "its first line is that of no table of IMDb", f"one of {', '.join(HEADS)}")
    source = Source(f"imdb:{table}", f"IMDb, {table}", "reference", licence=LICENCE, copies_of="imdb")
    with Stream(request.path) as stream:
        return run(store, request, "imdb", source, stream, lambda writing, _: _read(writing, stream, request, table))


def _read(writing: Import, stream: Stream, request: Request, table: str) -> int:
    for first, lines in batches(writing, stream, request):
        if first == 1:
            first, lines = 2, lines[1:]
        if lines and not lines[-1]:
            del lines[-1]  # after the last line's end
        if request.films_only:
            lines = _of_films(writing, lines, table)
        try:
            TAKES[table](writing, first, lines)
        except ValueError as error:
            raise _not_so(request.path, first, lines, table) from error
    return stream.line


def _not_so(path: str, first: int, lines: Sequence[str], table: str) -> NotImportable:
    """Which of the lines has not the columns of the table."""
    columns = len(HEADS[table].split())
    for number, line in enumerate(lines, first):
        if line != LEFT_OUT and (found := line.count("\t") + 1) != columns:
            return NotImportable(path, f"line {number} has {found} columns, not {columns}", "fetch it again")
    return NotImportable(path, f"a line after {first} cannot be read", "fetch it again")


def _of_films(writing: Import, lines: list[str], table: str) -> list[str]:
    """Lines of series, episodes and games left out: by their kind, or because the store does not know them as films."""
    if table == "name.basics":
        return lines
    if table == "title.basics":
        return [LEFT_OUT if line.split("\t", 2)[1:2] and line.split("\t", 2)[1] in KINDS else line for line in lines]
    ids, known = list({line.partition("\t")[0] for line in lines}), set[str]()
    for start in range(0, len(ids), IN_ONE_QUESTION):
        part = ids[start : start + IN_ONE_QUESTION]
        query = f"SELECT id FROM entity WHERE kind = 'film' AND id IN ({', '.join('?' * len(part))})"
        known.update(row[0] for row in writing.store.rows(query, part))
    return [line if line.partition("\t")[0] in known else LEFT_OUT for line in lines]


def _cells(first: int, lines: Sequence[str]) -> Iterator[tuple[int, list[str]]]:
    """(number, cells) of the lines that are not left out."""
    return ((number, line.split("\t")) for number, line in enumerate(lines, first) if line != LEFT_OUT)


_YEARS = {str(year): days(year) for year in range(1800, 2200)}


def _year(writing: Import, subject: str, predicate: str, year: str, number: int) -> None:
    interval = _YEARS.get(year)
    if interval:
        writing.values.append((subject, predicate, year, *interval, "day", writing.number, number))


def _titles(writing: Import, first: int, lines: Sequence[str]) -> None:
    origin, values, credits = writing.number, writing.values, writing.credits
    add_entity, add_name = writing.entities.append, writing.names.append
    for number, (id, kind, title, original, _, year, _, minutes, genres) in _cells(first, lines):
        add_entity((id, origin, KINDS.get(kind, "film"), title, "" if year == NOTHING else year, 0))
        add_name((id, title, "canonical", "", origin))
        if original != title and original != NOTHING:
            add_name((id, original, "original", "", origin))
        _year(writing, id, "year", year, number)
        if minutes.isdecimal():
            seconds = int(minutes) * MINUTE
            values.append((id, "runtime_min", minutes, seconds, seconds, "s", origin, number))
        if genres != NOTHING:
            for genre in genres.lower().split(","):
                credits.append((id, "genre", genre, None, 0, origin, number))


def _akas(writing: Import, first: int, lines: Sequence[str]) -> None:
    for number, (id, _, title, region, language, types, _, original) in _cells(first, lines):
        lang = language if language != NOTHING else region if region != NOTHING else ""
        kind = "original" if original == "1" or types == "original" else "translated"
        writing.name(id, title, kind, lang)
        said = json.dumps({"kind": kind, "language": lang} if lang else {"kind": kind})
        writing.credits.append((id, "title", title, said, 0, writing.number, number))


def _crew(writing: Import, first: int, lines: Sequence[str]) -> None:
    origin, credits = writing.number, writing.credits
    for number, (id, directors, writers) in _cells(first, lines):
        if directors != NOTHING:
            credits.extend((id, "director", person, None, 1, origin, number) for person in directors.split(","))
        if writers != NOTHING:
            credits.extend((id, "screenwriter", person, None, 0, origin, number) for person in writers.split(","))


def _principals(writing: Import, first: int, lines: Sequence[str]) -> None:
    origin, add, role = writing.number, writing.credits.append, ROLES.get
    for number, line in enumerate(lines, first):
        if line != LEFT_OUT:
            id, _, person, category, job, characters = line.split("\t")
            said = None if characters == job == NOTHING else _said(category, job, characters)
            add((id, role(category, category), person, said, 0, origin, number))


def _said(category: str, job: str, characters: str) -> str | None:
    """Whom somebody plays, and as what somebody worked, as qualifiers in JSON."""
    if characters == NOTHING:
        return None if job == category else json.dumps({"job": job}, ensure_ascii=False)
    if characters.count('"') == 2 and "\\" not in characters:
        return '{"as": ' + characters[1:-1] + "}"  # ["N"]: one character, as JSON already
    try:
        listed = json.loads(characters)
    except ValueError:
        listed = [characters]
    return json.dumps({"as": " / ".join(map(str, listed))}, ensure_ascii=False)


def _people(writing: Import, first: int, lines: Sequence[str]) -> None:
    for number, (id, name, born, died, professions, _) in _cells(first, lines):
        writing.entity(id, "person", name, "" if born == NOTHING else born)
        writing.name(id, name, "canonical")
        _year(writing, id, "born", born, number)
        _year(writing, id, "died", died, number)
        if professions not in (NOTHING, ""):
            for profession in professions.replace("_", " ").split(","):
                writing.credits.append((id, "profession", profession, None, 0, writing.number, number))


TAKES: dict[str, Callable[[Import, int, Sequence[str]], None]] = {
    "title.basics": _titles,
    "title.akas": _akas,
    "title.crew": _crew,
    "title.principals": _principals,
    "name.basics": _people,
}
