"""How a command ends: one clear line on standard error, and the exit code of the contract."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import click

from cranework.cli.words import printable
from cranework.errors import CraneworkError, NoSpace, Stopped

DONE, DEFECT, WRONG_COMMAND_LINE, STOPPED = 0, 1, 2, 130


def tell(error: CraneworkError, verbose: bool = False) -> int:
    """Say an error in one line; gives its exit code."""
    click.echo(printable(f"cranework: {error}"), err=True)
    if verbose and error.detail:
        click.echo(printable(f"  {error.detail}"), err=True)
    return error.exit_code


def run(command: Callable[[], int | None]) -> int:
    """Run a command; whatever happens, there is one line and an exit code, and no traceback."""
    try:
        return command() or DONE
    except CraneworkError as error:
        return tell(error, verbose="--verbose" in sys.argv)
    except click.exceptions.Exit as exit_:
        return exit_.exit_code
    except click.ClickException as error:
        return _wrong_command_line(error)
    except (KeyboardInterrupt, click.Abort):
        return tell(Stopped("", "stopped", "what was finished is kept"))
    except SystemExit:
        return DONE  # how click and rich leave when whoever reads our output has seen enough
    except OSError as error:
        return _output_refused(error)
    except Exception as defect:
        return _defect(defect)


def _output_refused(error: OSError) -> int:
    """Our output goes nowhere any more: its reader has seen enough, or the disk that it is written to is full."""
    from cranework.study.atomic import NO_SPACE

    if not isinstance(error, BrokenPipeError) and error.errno not in NO_SPACE:
        return _defect(error)
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # or Python complains again while it ends
    if isinstance(error, BrokenPipeError):
        return DONE
    return tell(NoSpace("", "the disk is full", "free some space and try again", str(error)))


def _wrong_command_line(error: click.ClickException) -> int:
    context = getattr(error, "ctx", None)
    path = context.command_path if context is not None else "cranework"
    message = " ".join(error.format_message().split())
    click.echo(f"cranework: {message.rstrip('.')}; see {path} --help", err=True)
    return WRONG_COMMAND_LINE


def _defect(defect: Exception) -> int:
    if "--verbose" in sys.argv:
        traceback.print_exception(defect)
    what = " ".join(f"{type(defect).__name__}: {defect}".split())
    click.echo(f"cranework: this is a defect of Cranework ({what}); please send the report {_report(defect)}", err=True)
    return DEFECT


def _report(defect: Exception) -> str:
    """Write down what went wrong, and say where; in the log folder, or else beside other temporary files."""
    import platform
    import tempfile

    from platformdirs import user_log_path

    from cranework import __version__

    text = f"Cranework {__version__}, Python {platform.python_version()}, {platform.platform()}\n"
    text += "".join(traceback.format_exception(defect))
    name = f"report-{datetime.now():%Y%m%d-%H%M%S}-{os.getpid()}.txt"
    places: list[Callable[[], Path]] = [lambda: user_log_path("cranework"), lambda: Path(tempfile.gettempdir())]
    for place in places:
        try:
            folder = place()
            folder.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(text, encoding="utf-8")
            return str(folder / name)
        except OSError:
            continue
    return "(it could not be written; --verbose shows it)"
