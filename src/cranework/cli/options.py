"""What all commands share: how much they say, and how a film or a study is named."""

from __future__ import annotations

import functools
import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

import click

from cranework.cli.words import printable

if TYPE_CHECKING:
    from rich.console import Console

    from cranework.study.store import Study

F = TypeVar("F", bound=Callable[..., Any])

SQLITE_HEADER = b"SQLite format 3\0"
"""How every study begins (www.sqlite.org/fileformat2.html, section 1.3.1)."""

ONE_LINE_A_ROW = 10_000
"""Characters of a line of a table that goes into a pipe or a file: what reads it there wants rows, not a screen."""


@dataclass(frozen=True)
class Voice:
    """How a command speaks: results on standard output, everything else on standard error."""

    quiet: bool
    verbose: bool
    no_color: bool

    def note(self, text: str) -> None:
        """A remark that is not the result."""
        if not self.quiet:
            click.echo(printable(text), err=True)

    def console(self, error: bool = False) -> Console:
        """For tables (on standard output) and progress (on standard error)."""
        from rich.console import Console

        stream = sys.stderr if error else sys.stdout
        plain = self.no_color or not stream.isatty()
        width = None if stream.isatty() else ONE_LINE_A_ROW
        return Console(file=stream, no_color=plain, highlight=False, markup=False, width=width)

    @property
    def shows_progress(self) -> bool:
        """Whether somebody watches standard error."""
        return not self.quiet and sys.stderr.isatty()


def voice(function: F) -> F:
    """Gives a command the options --quiet, --verbose and --no-color, as one argument `voice`."""

    @click.option("--quiet", is_flag=True, help="Say nothing but the result.")
    @click.option("--verbose", is_flag=True, help="Say more where something goes wrong.")
    @click.option("--no-color", is_flag=True, help="No color in the terminal.")
    @functools.wraps(function)
    def with_voice(*args: Any, quiet: bool, verbose: bool, no_color: bool, **kwargs: Any) -> Any:
        return function(*args, voice=Voice(quiet, verbose, no_color), **kwargs)

    return with_voice  # type: ignore[return-value]


def is_study(path: str) -> bool:
    """Whether a file looks like a study (or calls itself one), and not like a film."""
    if path.endswith(".cranework"):
        return True
    try:
        with open(path, "rb") as file:
            return file.read(len(SQLITE_HEADER)) == SQLITE_HEADER
    except OSError:
        return False


def study_of(path: str, voice: Voice) -> Study:
    """The study that a name means: itself, or that of the film of this name, found or made."""
    from cranework.study.store import Study

    if is_study(path):
        return Study.open(path)
    from cranework.cli.progress import shown
    from cranework.engine.run import analyze

    with shown(voice) as progress:
        analysis = analyze(path, progress=progress)
    if analysis.computed:
        voice.note(f"{path}: measured, kept in {analysis.study}")
    return Study.open(analysis.study)
