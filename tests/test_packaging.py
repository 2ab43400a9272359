"""What a user installs: complete, light to start, built from locked dependencies that name no address."""

from __future__ import annotations

import ast
import importlib
import re
import subprocess
import sys
import tomllib
import zipfile
from importlib.metadata import EntryPoint, entry_points, packages_distributions
from inspect import isabstract
from pathlib import Path
from typing import Any

import pytest

import cranework
from cranework.study.layer import Layer

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "cranework"
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
LOCKS = sorted((ROOT / "requirements").glob("*.txt"))
HEAVY = {"av", "cv2", "jinja2", "numpy", "rich", "sqlite3"}


def distribution(requirement: str) -> str:
    """The name alone: ``numpy>=2.1`` is numpy."""
    return re.split(r"[^\w-]", requirement)[0]


def our_entry_points(group: str) -> list[EntryPoint]:
    declared = PROJECT["project"]["entry-points"][group]
    return [EntryPoint(name, value, group) for name, value in declared.items()]


@pytest.mark.parametrize(
    "start",
    [
        "import cranework",
        "import sys; sys.argv = ['cranework', '--help']; from cranework.cli.main import main; main()",
        "import sys; sys.argv = ['cranework', '--version']; from cranework.cli.main import main; main()",
    ],
)
def test_starting_loads_nothing_heavy(start: str) -> None:
    report = f"import atexit, sys; atexit.register(lambda: print('loaded:', *sorted(set(sys.modules) & {HEAVY!r})))\n"
    run = subprocess.run([sys.executable, "-c", report + start], capture_output=True, text=True, timeout=60)
    assert run.returncode == 0, run.stderr
    assert run.stdout.splitlines()[-1] == "loaded:"


@pytest.mark.parametrize("entry", our_entry_points("cranework.layers"), ids=lambda entry: entry.name)
def test_a_layers_entry_point_names_the_layer(entry: EntryPoint) -> None:
    layer = entry.load()
    assert issubclass(layer, Layer)
    assert layer.name == entry.name


@pytest.mark.parametrize("entry", our_entry_points("cranework.exports"), ids=lambda entry: entry.name)
def test_an_exports_entry_point_loads(entry: EntryPoint) -> None:
    assert entry.load().name == entry.name


@pytest.mark.parametrize("group", ["cranework.layers", "cranework.exports"])
def test_the_installed_package_declares_what_the_source_declares(group: str) -> None:
    installed = {(e.name, e.value) for e in entry_points(group=group) if e.value.startswith("cranework.")}
    assert installed == {(e.name, e.value) for e in our_entry_points(group)}


def test_every_layer_has_an_entry_point() -> None:
    modules = [f"cranework.layers.{path.stem}" for path in (SOURCE / "layers").glob("[!_]*.py")]
    found = {
        f"{module}:{name}"
        for module in modules
        for name, thing in vars(importlib.import_module(module)).items()
        if isinstance(thing, type) and issubclass(thing, Layer) and thing.__module__ == module and not isabstract(thing)
    }
    assert found == {entry.value for entry in our_entry_points("cranework.layers")}


def test_every_import_is_of_a_declared_dependency() -> None:
    declared = {distribution(line) for line in PROJECT["project"]["dependencies"]}
    providers = packages_distributions()
    for path in SOURCE.rglob("*.py"):
        for module in _imported(path) - set(sys.stdlib_module_names) - {"cranework"}:
            assert declared & {name.lower() for name in providers[module]}, f"{path}: {module}"


def _imported(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names.add(node.module.partition(".")[0])
    return names


def test_the_wheel_holds_every_file_of_the_package(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(tmp_path), str(ROOT)]
    run = subprocess.run(command, capture_output=True, text=True, timeout=120)
    assert run.returncode == 0, run.stdout + run.stderr
    (wheel,) = tmp_path.glob("*.whl")
    assert wheel.name == f"cranework-{cranework.__version__}-py3-none-any.whl"
    with zipfile.ZipFile(wheel) as archive:
        packed = {name for name in archive.namelist() if name.startswith("cranework/")}
    source = {path.relative_to(SOURCE.parent).as_posix() for path in SOURCE.rglob("*") if path.is_file()}
    assert packed == {name for name in source if "__pycache__" not in name}


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.stem)
def test_locks_hold_hashes_and_no_address(lock: Path) -> None:
    text = lock.read_text(encoding="utf-8")
    assert not re.search(r"://|--index-url|--extra-index-url|--find-links", text)
    pins = re.split(r"^(?=\S)", text, flags=re.MULTILINE)[1:]
    for pin in pins:
        assert re.match(r"[\w-]+==[\w.]+", pin)
        assert "--hash=sha256:" in pin


def test_locks_agree_with_one_another() -> None:
    versions: dict[str, set[str]] = {}
    for lock in LOCKS:
        for name, version in re.findall(r"^([\w-]+)==([\w.]+)", lock.read_text(encoding="utf-8"), re.MULTILINE):
            versions.setdefault(name, set()).add(version)
    assert {name: found for name, found in versions.items() if len(found) > 1} == {}


def test_the_runtime_lock_holds_every_dependency() -> None:
    locked = (ROOT / "requirements" / "runtime.txt").read_text(encoding="utf-8")
    for line in PROJECT["project"]["dependencies"]:
        assert re.search(f"^{distribution(line)}==", locked, re.MULTILINE), line
