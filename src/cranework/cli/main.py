"""The command `cranework`: finds the subcommand, and sees that it ends well."""

from __future__ import annotations

import sys

import click

from cranework import __version__
from cranework.cli import analyze, demo, export, failures, info, layers, reference, report, review, show


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="cranework", message="%(prog)s %(version)s")
def cranework() -> None:
    """Measure the form of a film, and check what is written about it."""


for module in (analyze, report, show, export, review, reference, info, layers, demo):
    cranework.add_command(module.command)


def main() -> None:
    """Run the command line and leave with its exit code."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]  # names that a terminal cannot show
    sys.exit(failures.run(lambda: cranework.main(prog_name="cranework", standalone_mode=False)))


if __name__ == "__main__":
    main()
