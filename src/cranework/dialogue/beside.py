"""Finds the subtitle files that lie beside a film and belong to it by their names."""

from __future__ import annotations

import os
import re
from pathlib import Path

SUFFIXES = {
    ".srt", ".vtt", ".ass", ".ssa", ".ttml", ".dfxp", ".itt", ".xml", ".smi", ".sami", ".sub", ".mpl", ".mpl2", ".txt",
    ".sbv", ".lrc", ".stl", ".scc", ".json3", ".rt", ".tsv",
}  # fmt: skip
"""What subtitle files are called; `.json` is left out, since too much else is."""

WORD = re.compile(
    r"[a-z]{2,3}(?:[-_][a-z0-9]{2,8}){0,2}|forced|sdh|cc|hi|default|full|auto|orig|\d{1,2}", re.IGNORECASE
)
"""What may stand between the film's name and the suffix: a language (BCP 47), a kind, a number."""

ANOTHER_FILM = re.compile(r"[-_ ]\d")
"""A number that belongs to the film's title."""

FOLDERS = ("", "subs", "subtitles")
MOST_FILES = 10_000
"""Names looked at in one folder."""


def beside(film_path: str | os.PathLike[str]) -> list[Path]:
    """Subtitle files with the film's name, and perhaps words for language and kind; the plainest name first.

    Looks beside the film and into folders `Subs` and `Subtitles` there. Only names are looked at.
    """
    film = Path(film_path)
    found: list[Path] = []
    for folder in _folders(film.parent):
        try:
            with os.scandir(folder) as entries:
                names = [entry.name for entry, _ in zip(entries, range(MOST_FILES), strict=False) if entry.is_file()]
        except OSError:
            continue
        found += (folder / name for name in names if name != film.name and _belongs(name, film.stem))
    return sorted(found, key=lambda p: (len(p.parts), len(p.name), p.name))


def _folders(parent: Path) -> list[Path]:
    try:
        with os.scandir(parent) as entries:
            inner = [e.name for e, _ in zip(entries, range(MOST_FILES), strict=False) if e.name.lower() in FOLDERS[1:]]
    except OSError:
        return []
    return [parent, *(parent / name for name in sorted(inner))]


def _belongs(name: str, stem: str) -> bool:
    """Whether a file's name is the film's with a subtitle's suffix, and words that subtitles have between.

    >>> _belongs("Film.en.forced.srt", "Film"), _belongs("Film 2.srt", "Film")
    (True, False)
    """
    base, suffix = os.path.splitext(name)
    if suffix.lower() not in SUFFIXES or not base.lower().startswith(stem.lower()):
        return False
    words = base[len(stem) :]
    if ANOTHER_FILM.match(words):
        return False
    return not words or (words[0] in ".-_ " and all(map(WORD.fullmatch, re.split(r"[. ]", words[1:])[:9])))
