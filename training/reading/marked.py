"""Reviews that carry their labels as marks in the text: `{{kind|stretch}}`, marks within marks allowed.

The reviews in `training/reading/reviews` were written for Cranework, in the manner of those that people write, and
marked by those who wrote them; some of what they say of their films is wrong, as in other reviews.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from cranework.reading.kinds import KINDS

MARK = re.compile(r"\{\{(\w+)\||\}\}")


class MarkError(ValueError):
    """A mark that is not closed, not opened, or names no kind."""


def unmarked(text: str) -> tuple[str, list[dict[str, Any]]]:
    """The text without its marks, and its statements (`start`, `end` in code points, `kind`) in the order of starts."""
    parts: list[str] = []
    open_marks: list[tuple[int, str]] = []
    statements: list[dict[str, Any]] = []
    length = behind = 0
    for mark in MARK.finditer(text):
        parts.append(text[behind : mark.start()])
        length += mark.start() - behind
        behind = mark.end()
        if kind := mark[1]:
            if kind not in KINDS:
                raise MarkError(f"{kind} is no kind of statement")
            open_marks.append((length, kind))
        elif open_marks:
            start, kind = open_marks.pop()
            statements.append({"start": start, "end": length, "kind": kind})
        else:
            raise MarkError(f"closed but not opened: {text[max(0, mark.start() - 40) : mark.end()]}")
    if open_marks:
        raise MarkError(f"opened but not closed: {open_marks[-1][1]} at {open_marks[-1][0]}")
    parts.append(text[behind:])
    return "".join(parts), sorted(statements, key=lambda one: (one["start"], -one["end"]))


def reviews(folder: Path) -> list[dict[str, Any]]:
    """Every marked review of a folder: `film`, `text`, `statements`.

    A file's first line names the film, its second is empty.

    Raises:
        MarkError: marks that do not fit, with the file's name.
    """
    found = []
    for path in sorted(folder.glob("*.txt")):
        film, _, body = path.read_text(encoding="utf-8").partition("\n\n")
        try:
            text, statements = unmarked(body.strip())
        except MarkError as error:
            raise MarkError(f"{path.name}: {error}") from error
        found.append({"id": path.stem, "film": film.removeprefix("film: "), "text": text, "statements": statements})
    return found
