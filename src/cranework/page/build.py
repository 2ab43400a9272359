"""Puts the page together: template, styles, modules and data become one HTML file that asks nobody for anything."""

from __future__ import annotations

import base64
import hashlib
import json
import os
import re
from importlib.resources import files
from typing import TYPE_CHECKING, Any, TextIO

from cranework.page.payload import payload
from cranework.study.atomic import whole_file

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

    from cranework.study.store import Study

# The cascade follows this order.
STYLES = ("base.css", "timeline.css", "strips.css", "shots.css", "charts.css", "shot.css", "moves.css", "print.css")
FIRST_MODULE = "main.js"
# uPlot 1.6.32 by Leon Sorokin (MIT), as its authors publish it: script, style, license.
UPLOT = ("uPlot.iife.min.js", "uPlot.min.css", "uPlot.LICENSE")
HEADING = re.compile(r"\A/\*!.*?\*/\s*", re.DOTALL)
IMPORT = re.compile(r'^import \{[^}]*\} from "\./([a-z_]+\.js)";\n', re.MULTILINE)
EXPORT = re.compile(r"^export (?=(?:async )?(?:function|class|const|let)\b)", re.MULTILINE)


def write(study: Study, target: str | os.PathLike[str] | TextIO) -> None:
    """Write the page of a study to a file, whole or not at all, or to a text stream.

    Raises:
        StudyUnfinished: the film has not been measured to its end.
        NoSpace, NoPermission: the file cannot be written.
    """
    page = render(payload(study))
    if isinstance(target, (str, os.PathLike)):
        with whole_file(target) as stream:
            stream.write(page)
    else:
        target.write(page)


def render(data: dict[str, Any]) -> str:
    """The page as one HTML text, from what `payload` gives."""
    import jinja2

    style, script = _styles(), _script()
    environment = jinja2.Environment(autoescape=True, undefined=jinja2.StrictUndefined, keep_trailing_newline=True)
    template = environment.from_string(_room().joinpath("page.html.j2").read_text("utf-8"))
    page = template.render(
        title=data["film"]["title"] or data["film"]["name"],
        version=data["cranework"],
        policy=_policy(style, script),
        style=style,
        script=script,
        data=embedded(data),
    )
    # A lone surrogate (from an undecodable file name) has no UTF-8: shown as a question mark.
    return page.encode("utf-8", "replace").decode("utf-8")


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


def _styles() -> str:
    own = [_room().joinpath("styles", name).read_text("utf-8") for name in STYLES]
    return "\n".join([_vendored(UPLOT[1]), *own])


def _vendored(name: str) -> str:
    """A file of another's, without the line that gives its address: a page names none."""
    return HEADING.sub("", _room().joinpath("vendor", name).read_text("utf-8"))


def _script() -> str:
    """The script of the page: uPlot with its license, then our modules."""
    return f"/* uPlot\n{_vendored(UPLOT[2])}\n*/\n{_vendored(UPLOT[0])}\n{_modules()}"


def _modules() -> str:
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

    take(FIRST_MODULE)
    return "\n".join(ordered.values())
