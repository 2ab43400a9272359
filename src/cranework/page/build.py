"""Puts the page together: template, styles, modules and data become one HTML file that asks nobody for anything."""

from __future__ import annotations

import base64
import hashlib
import json
import os
import re
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import TYPE_CHECKING, Any, TextIO

from cranework.page.payload import payload
from cranework.study.atomic import whole_file

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

    from cranework.study.reviewed import Reviewed
    from cranework.study.store import Study


@dataclass(frozen=True)
class Sheet:
    """One kind of page: its template, its styles in the order of the cascade, its first module."""

    template: str
    styles: tuple[str, ...]
    first_module: str
    has_curves: bool


FILM_PAGE = Sheet(
    "page.html.j2",
    ("base.css", "timeline.css", "strips.css", "shots.css", "charts.css", "shot.css", "moves.css", "review.css",
     "cards.css", "print.css", "review_print.css"),
    "main.js",
    has_curves=True,
)  # fmt: skip
REVIEW_PAGE = Sheet(
    "review.html.j2",
    ("base.css", "timeline.css", "review.css", "cards.css", "print.css", "review_print.css"),
    "review_main.js",
    has_curves=False,
)
# uPlot 1.6.32 by Leon Sorokin (MIT), as its authors publish it: script, style, license.
UPLOT = ("uPlot.iife.min.js", "uPlot.min.css", "uPlot.LICENSE")
HEADING = re.compile(r"\A/\*!.*?\*/\s*", re.DOTALL)
IMPORT = re.compile(r'^import \{[^}]*\} from "\./([a-z_]+\.js)";\n', re.MULTILINE)
EXPORT = re.compile(r"^export (?=(?:async )?(?:function|class|const|let)\b)", re.MULTILINE)


def write(study: Study, target: str | os.PathLike[str] | TextIO, reviews: Sequence[Reviewed] = ()) -> None:
    """Write the page of a study to a file, whole or not at all, or to a text stream.

    `reviews` are texts about the film that have been read; each is a section of the page.

    Raises:
        StudyUnfinished: the film has not been measured to its end.
        NoSpace, NoPermission: the file cannot be written.
    """
    data = payload(study)
    if reviews:
        from cranework.page.review import with_reviews

        data = with_reviews(data, study, reviews)
    put(render(data), target)


def put(page: str, target: str | os.PathLike[str] | TextIO) -> None:
    """Write a page to a file, whole or not at all, or to a text stream. Raises NoSpace, NoPermission."""
    if isinstance(target, (str, os.PathLike)):
        with whole_file(target) as stream:
            stream.write(page)
    else:
        target.write(page)


def render(data: dict[str, Any], sheet: Sheet = FILM_PAGE) -> str:
    """A page as one HTML text, from what `payload` gives for a film, or `review.alone` for a review."""
    import jinja2

    style, script = _styles(sheet), _script(sheet)
    environment = jinja2.Environment(autoescape=True, undefined=jinja2.StrictUndefined, keep_trailing_newline=True)
    template = environment.from_string(_room().joinpath(sheet.template).read_text("utf-8"))
    page = template.render(
        title=_title(data),
        version=data["cranework"],
        policy=_policy(style, script),
        style=style,
        script=script,
        data=embedded(data),
    )
    # A lone surrogate (from an undecodable file name) has no UTF-8: shown as a question mark.
    return page.encode("utf-8", "replace").decode("utf-8")


def _title(data: dict[str, Any]) -> str:
    """Of the film as its file says it; else as the first review says it, or the name of what there is."""
    film, reviews = data["film"], data.get("reviews", [])
    about = next((review["film"]["title"] for review in reviews if (review["film"] or {}).get("title")), None)
    names = (film["title"], about, film["name"], *(review["name"] for review in reviews))
    return next((str(name) for name in names if name), "A review")


def embedded(data: dict[str, Any]) -> str:
    """JSON that can stand within a `script` element: no character of it means anything to an HTML parser."""
    text = json.dumps(data, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text


def _policy(style: str, script: str) -> str:
    """Only this style and this script may act, only embedded pictures load, and the film beside the page."""
    return "; ".join(
        [
            "default-src 'none'",
            "img-src data:",
            "media-src 'self' file: blob:",  # the film beside the page, or the one that the reader opens
            f"style-src '{_hash(style)}'",
            f"script-src '{_hash(script)}'",
            "base-uri 'none'",
            "form-action 'none'",
        ]
    )


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")


def _room() -> Traversable:
    return files("cranework.page")


def _styles(sheet: Sheet) -> str:
    own = [_room().joinpath("styles", name).read_text("utf-8") for name in sheet.styles]
    return "\n".join([*([_vendored(UPLOT[1])] if sheet.has_curves else []), *own])


def _vendored(name: str) -> str:
    """A file of another's, without the line that gives its address: a page names none."""
    return HEADING.sub("", _room().joinpath("vendor", name).read_text("utf-8"))


def _script(sheet: Sheet) -> str:
    """The script of the page: uPlot with its license where it draws curves, then our modules."""
    curves = f"/* uPlot\n{_vendored(UPLOT[2])}\n*/\n{_vendored(UPLOT[0])}\n" if sheet.has_curves else ""
    return curves + _modules(sheet.first_module)


def _modules(first: str) -> str:
    """All modules as one: each after those that it imports, without the import and export words.

    They share one scope then, so a name is declared in one module only; the browser reports a second one.
    """
    ordered: dict[str, str] = {}

    def take(name: str) -> None:
        if name in ordered:
            return
        text = _room().joinpath("modules", name).read_text("utf-8")
        for needed in IMPORT.findall(text):
            take(needed)
        ordered[name] = EXPORT.sub("", IMPORT.sub("", text))

    take(first)
    return "\n".join(ordered.values())
