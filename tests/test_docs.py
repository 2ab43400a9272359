"""The docs and the program say the same: commands, options, exit codes, links."""

from __future__ import annotations

import importlib
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from cranework import errors

ROOT = Path(__file__).resolve().parent.parent
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
FENCE = re.compile(r"^```(\w*)\n(.*?)^```", re.MULTILINE | re.DOTALL)
COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)


def program() -> click.Group:
    module = importlib.import_module("cranework.cli.main")
    return next(thing for thing in vars(module).values() if isinstance(thing, click.Group))


def commands(group: click.Group) -> dict[str, click.Command]:
    context = click.Context(group)
    found = {name: group.get_command(context, name) for name in group.list_commands(context)}
    return {name: command for name, command in found.items() if command is not None and not command.hidden}


def leaves(group: click.Group) -> dict[str, click.Command]:
    """The commands that do something, those of groups by the group's name and theirs."""
    found: dict[str, click.Command] = {}
    for name, command in commands(group).items():
        if isinstance(command, click.Group):
            found |= {f"{name} {below}": one for below, one in leaves(command).items()}
        else:
            found[name] = command
    return found


def options(command: click.Command) -> list[click.Option]:
    return [p for p in command.params if isinstance(p, click.Option) and not p.hidden]


def documented_lines() -> Iterator[tuple[str, str]]:
    """(page, line) of every `cranework …` in a block of shell or between backticks."""
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        blocks = [body for language, body in FENCE.findall(text) if language in ("", "sh", "console")]
        inline = re.findall(r"`([^`\n]+)`", FENCE.sub("", text))
        for line in [*"\n".join(blocks).splitlines(), *inline]:
            line = line.strip().removeprefix("$ ").removeprefix(".venv/bin/")
            if line == "cranework" or line.startswith("cranework "):
                yield page.relative_to(ROOT).as_posix(), line


def words(line: str) -> list[str]:
    """The arguments after `cranework`, up to a pipe or a redirection."""
    found = shlex.split(line, comments=True)[1:]
    end = next((i for i, word in enumerate(found) if word in ("|", ">", ">>", "&&", "2>")), len(found))
    return found[:end]


@pytest.mark.parametrize(("page", "line"), list(documented_lines()))
def test_a_documented_line_is_one_the_program_takes(page: str, line: str) -> None:
    command: click.Command = program()
    arguments = words(line)
    while True:
        # As the program itself makes it: a command keeps the help option of the first context that it sees.
        context = click.Context(command, info_name=command.name, help_option_names=["-h", "--help"])
        values, arguments, _ = command.make_parser(context).parse_args(arguments)
        for parameter in command.params:
            if isinstance(parameter.type, click.Choice) and isinstance(value := values.get(parameter.name or ""), str):
                parameter.type.convert(value, parameter, context)
        if not isinstance(command, click.Group) or not arguments:
            break
        name, *arguments = arguments
        found = command.get_command(context, name)
        assert found is not None, f"{page}: there is no command {name!r}"
        command = found
    assert not arguments, f"{page}: nothing takes {arguments}"


def test_every_command_and_option_is_documented_and_explained() -> None:
    reference = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    shared = set.intersection(*({o for option in options(c) for o in option.opts} for c in leaves(program()).values()))
    for name, command in leaves(program()).items():
        assert command.help, f"{name} has no help"
        section = re.search(rf"^## `cranework {name.split()[0]}.*?(?=^## |\Z)", reference, re.MULTILINE | re.DOTALL)
        assert section, f"docs/commands.md has no section on {name}"
        for option in options(command):
            assert option.help, f"{name} {option.opts[-1]} has no help"
            if not shared.intersection(option.opts):
                assert f"`{option.opts[-1]}" in section[0], f"docs/commands.md: {name} has {option.opts[-1]}"
    for opt in shared:
        assert f"`{opt}" in reference, f"docs/commands.md: {opt}"


def test_every_exit_code_is_explained() -> None:
    page = (ROOT / "docs" / "troubleshooting.md").read_text(encoding="utf-8")
    explained = {int(code) for code in re.findall(r"^\| (\d+) \|", page, re.MULTILINE)}
    kinds = [kind for kind in vars(errors).values() if isinstance(kind, type)]
    raised = {kind.exit_code for kind in kinds if issubclass(kind, errors.CraneworkError)}
    assert explained == raised | {0}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    for target in re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", FENCE.sub("", COMMENT.sub("", text))):
        assert "://" in target or (page.parent / target).exists(), target


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_python_in_the_docs_is_python(page: Path) -> None:
    for language, body in FENCE.findall(page.read_text(encoding="utf-8")):
        if language == "python":
            compile(body, page.name, "exec")
