"""Sentences for a family, one a line: ``predicate: words with «the statement» marked``, or ``not: sentence``."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent / "sentences"
FAMILIES = tuple(sorted(file.stem for file in FOLDER.glob("*.txt")))


@dataclass(frozen=True)
class Line:
    """A sentence, and what is found in it; nothing where the predicate is ``not``."""

    family: str
    predicate: str
    text: str
    words: str

    def __str__(self) -> str:
        return f"{self.family}: {self.text}"


def lines(family: str) -> list[Line]:
    """The sentences of a family."""
    found = []
    for line in (FOLDER / f"{family}.txt").read_text(encoding="utf-8").splitlines():
        predicate, _, marked = line.partition(": ")
        words = marked.partition("«")[2].partition("»")[0]
        found.append(Line(family, predicate, marked.replace("«", "").replace("»", ""), words))
    return found
