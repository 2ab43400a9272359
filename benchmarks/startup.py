"""How light Cranework is to start and to install.

    python -m benchmarks.startup [--rounds N]

Prints the processor time of `cranework --help`, the heavy modules that `import cranework` and `cranework --help` load,
and the size of the core with each of its dependencies as they are installed here.
"""

from __future__ import annotations

import argparse
import re
import sys
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from statistics import median

from benchmarks.process import Failed, cranework, python, run

ROUNDS, START_BAR_S = 15, 0.15
MB = 1e6

ROOT = Path(__file__).resolve().parent.parent
HEAVY = ("av", "cv2", "jinja2", "numpy", "rich", "sqlite3")

IMPORT = "import sys; import cranework; print(*sys.modules)"
HELP = """\
import contextlib, sys
from cranework.cli.main import main
with contextlib.suppress(SystemExit):
    sys.argv = ["cranework", "--help"]
    sys.exit(main())
print(*sys.modules)
"""


def help_cpu_s(rounds: int) -> list[float]:
    """Seconds of processor time of `cranework --help`, each round, after one that warms the disk's cache."""
    return [run(cranework("--help")).cpu_s for _ in range(rounds + 1)][1:]


def loaded(script: str) -> list[str]:
    """Names of the modules that a script prints as its last line."""
    return run(python(script)).output.splitlines()[-1].split()


def installed_bytes() -> dict[str, int]:
    """Bytes of Cranework and of each distribution that it runs on, as locked in requirements/runtime.txt."""
    sizes = {"cranework": _source_bytes()}
    lock = (ROOT / "requirements" / "runtime.txt").read_text("utf-8")
    for name in re.findall(r"^([a-z0-9-]+)==", lock, re.MULTILINE):
        try:
            files = distribution(name).files or []
        except PackageNotFoundError:  # of another operating system
            continue
        paths = [Path(str(file.locate())) for file in files]
        sizes[name] = sum(path.stat().st_size for path in paths if path.is_file())
    return sizes


def _source_bytes() -> int:
    files = (ROOT / "src" / "cranework").rglob("*")
    return sum(path.stat().st_size for path in files if path.is_file() and "__pycache__" not in path.parts)


def main() -> int:
    """Command line."""
    form = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=form)
    parser.add_argument("--rounds", type=int, default=ROUNDS, help="%(default)s by default")
    options = parser.parse_args()
    try:
        times = help_cpu_s(options.rounds)
        print(f"start of cranework --help: {median(times):.3f} s of CPU, median of {len(times)} (bar {START_BAR_S})")
        for title, script in (("import cranework", IMPORT), ("cranework --help", HELP)):
            modules = loaded(script)
            heavy = ", ".join(name for name in HEAVY if name in modules) or "none"
            print(f"loaded by {title}: {len(modules)} modules in all; of {', '.join(HEAVY)}: {heavy}")
    except Failed as failure:
        sys.exit(str(failure))
    sizes = installed_bytes()
    print("installed, MB:")
    for name, size in sorted(sizes.items(), key=lambda item: -item[1]):
        print(f"  {name:24}{size / MB:9.1f}")
    print(f"  {'together':24}{sum(sizes.values()) / MB:9.1f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
