"""How much memory an analysis with two workers holds, all processes together, for ten minutes and two hours.

    python -m benchmarks.memory [FILM …]

Looks at all processes every 50 ms. RSS counts a page of a library once for each process that has it, PSS once in all.
The sizes of the study and of its page are printed beside it. Linux only.
"""

from __future__ import annotations

import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from benchmarks.films import NoMaterial, arguments, film
from benchmarks.process import Failed, Peak, cranework, peak_memory, run

MB = 1e6
WORKERS = 2
BARS = "bars: RSS 500 MB, and no more for two hours than for ten minutes; study 150 MB; page 12 MB"


@dataclass(frozen=True)
class Sizes:
    """The most memory that was held, and bytes of the study and of its page."""

    peak: Peak
    study: int
    page: int


def measured(path: Path) -> Sizes:
    """Analyze a film, make its page."""
    with tempfile.TemporaryDirectory() as folder:
        study, page = Path(folder, "study.cranework"), Path(folder, "page.html")
        peak = peak_memory(cranework("analyze", path, "-o", study, "--workers", str(WORKERS)))
        run(cranework("report", study, "-o", page))
        return Sizes(peak, study.stat().st_size, page.stat().st_size)


def print_line(path: Path, sizes: Sizes) -> None:
    """One line of the table."""
    numbers = sizes.peak.rss, sizes.peak.pss, sizes.study, sizes.page
    print(f"{path.name:28}{sizes.peak.processes:10}" + "".join(f"{n / MB:12.1f}" for n in numbers), flush=True)


def main() -> int:
    """Command line."""
    parser = arguments(__doc__ or "")
    parser.add_argument("films", nargs="*", type=Path, metavar="FILM", help="default: ten minutes, two hours")
    options = parser.parse_args()
    try:
        films = options.films or [film(name, options.folder) for name in ("ten-minutes", "two-hours")]
        print(f"{WORKERS} workers, MB ({BARS})")
        print(f"{'':28}{'processes':>10}{'peak RSS':>12}{'peak PSS':>12}{'study':>12}{'page':>12}")
        for path in films:
            print_line(path, measured(path))
    except NoMaterial as missing:
        print(missing)
    except Failed as failure:
        sys.exit(str(failure))
    return 0


if __name__ == "__main__":
    sys.exit(main())
