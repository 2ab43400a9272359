"""How fast reference data comes in, how much memory that takes, and how fast it is found again.

    python -m benchmarks.references [--titles N] [--folder FOLDER]

Makes files as large as those of a film data base (from a seed, always the same): titles, five credits for each, and
the people. Imports each with `cranework reference import` and prints rows a second and the most memory held (Linux),
then asks the store for names and for facts. The files stay in the folder if one is given.
"""

from __future__ import annotations

import argparse
import random
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate
from pathlib import Path
from statistics import median

from benchmarks.process import Failed, cranework, peak_memory
from cranework.references.store import Store

TITLES, CREDITS_OF_A_TITLE, TITLES_OF_A_PERSON = 1_000_000, 5, 2
ROWS_BAR, MEMORY_BAR_MB, LOOK_UP_BAR_MS = 100_000, 300, 5
QUESTIONS, SEED, MB = 300, 1957, 1e6
WORDS, SURNAMES, GIVEN = 20_000, 60_000, 1_500
SMALL_WORDS = ["the", "of", "a", "and", "in", "to", "la", "der", "le"]
ROLES = ["actor", "actress", "director", "writer", "composer"]
ONSETS = ("b", "br", "ch", "d", "f", "gr", "h", "k", "kr", "l", "m", "n", "p", "r", "s", "sh", "st", "t", "v", "w", "z")
VOWELS, ENDS = ("a", "e", "i", "o", "u", "ai", "ou"), ("", "", "n", "r", "l", "s", "t", "ng", "ck")


class Made:
    """A data base that was never there: words, and names of people, the common ones often."""

    def __init__(self, titles: int) -> None:
        self.titles, self.people = titles, max(titles // TITLES_OF_A_PERSON, 10)
        chance = random.Random(SEED)
        self._words = _some_words(chance, WORDS)
        self._weights = list(accumulate(1 / (rank + 2) for rank in range(WORDS)))
        self._given = [word.title() for word in _some_words(chance, GIVEN)]
        self._surnames = [word.title() for word in _some_words(chance, SURNAMES)]

    def basics(self) -> Iterator[str]:
        """Lines of title.basics."""
        chance = random.Random(SEED + 1)
        yield "tconst\ttitleType\tprimaryTitle\toriginalTitle\tisAdult\tstartYear\tendYear\truntimeMinutes\tgenres\n"
        for number in range(self.titles):
            words = chance.choices(self._words, cum_weights=self._weights, k=chance.randint(1, 4))
            if chance.random() < 0.6:
                words.insert(0, chance.choice(SMALL_WORDS))
            title = " ".join(words).title()
            original = title if chance.random() < 0.8 else " ".join(chance.choices(self._words, k=3)).title()
            year, minutes = chance.randint(1895, 2024), chance.randint(1, 240)
            yield f"tt{number:07}\tmovie\t{title}\t{original}\t0\t{year}\t\\N\t{minutes}\tDrama,War\n"

    def principals(self) -> Iterator[str]:
        """Lines of title.principals."""
        chance = random.Random(SEED + 2)
        yield "tconst\tordering\tnconst\tcategory\tjob\tcharacters\n"
        for number in range(self.titles):
            for order in range(CREDITS_OF_A_TITLE):
                role, person = ROLES[order % len(ROLES)], int(chance.random() ** 1.5 * self.people)
                plays = f'["{chance.choice(self._given)}"]' if order < 2 else "\\N"
                yield f"tt{number:07}\t{order + 1}\tnm{person:07}\t{role}\t\\N\t{plays}\n"

    def names(self) -> Iterator[str]:
        """Lines of name.basics."""
        chance = random.Random(SEED + 3)
        yield "nconst\tprimaryName\tbirthYear\tdeathYear\tprimaryProfession\tknownForTitles\n"
        for number in range(self.people):
            surname = self._surnames[int(chance.random() ** 2 * SURNAMES)]
            name, year = f"{chance.choice(self._given)} {surname}", chance.randint(1850, 2000)
            yield f"nm{number:07}\t{name}\t{year}\t\\N\tactor\ttt{number:07}\n"


def _some_words(chance: random.Random, count: int) -> list[str]:
    def syllable() -> str:
        return chance.choice(ONSETS) + chance.choice(VOWELS) + chance.choice(ENDS)

    return ["".join(syllable() for _ in range(chance.randint(1, 3))) for _ in range(count)]


def write(folder: Path, made: Made) -> list[Path]:
    """The three files, in the order in which they are imported."""
    tables: dict[str, Callable[[], Iterator[str]]] = {
        "title.basics.tsv": made.basics, "title.principals.tsv": made.principals, "name.basics.tsv": made.names
    }  # fmt: skip
    for name, lines in tables.items():
        if not (folder / name).exists():
            with open(folder / name, "w", encoding="utf-8") as file:
                file.writelines(lines())
    return [folder / name for name in tables]


def bring_in(files: Sequence[Path], store: Path) -> None:
    """Import all files and print how it went."""
    rows_of_all, seconds_of_all, cpu_of_all, most = 0, 0.0, 0.0, 0.0
    for path in files:
        with open(path, "rb") as file:
            rows = sum(chunk.count(b"\n") for chunk in iter(lambda: file.read(1 << 20), b""))
        command = cranework("reference", "import", "imdb", path, "--references", store)
        began, cpu_began = time.perf_counter(), _cpu_of_children()
        peak = peak_memory(command).rss / MB
        seconds, cpu = time.perf_counter() - began, _cpu_of_children() - cpu_began
        _print_line(path.name, rows, seconds, cpu, peak)
        rows_of_all, seconds_of_all = rows_of_all + rows, seconds_of_all + seconds
        cpu_of_all, most = cpu_of_all + cpu, max(most, peak)
    _print_line("all", rows_of_all, seconds_of_all, cpu_of_all, most)
    print(f"(bars {ROWS_BAR:,} rows/s, {MEMORY_BAR_MB} MB; by the processor's own time: what an idle machine would do)")
    print(f"{'store':24}{store.stat().st_size / MB:12,.0f} MB")


def _print_line(what: str, rows: int, seconds: float, cpu: float, peak: float) -> None:
    rates = f"{rows / seconds:12,.0f} rows/s{rows / cpu:12,.0f} by processor time"
    print(f"{what:24}{rows:12,} rows{rates}{peak:10.0f} MB", flush=True)


def _cpu_of_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def ask(store: Path, made: Made) -> None:
    """Ask for names and facts, and print how long that takes."""
    chance = random.Random(SEED + 4)
    people, titles = (_sample(chance, lines()) for lines in (made.names, made.basics))
    with Store.open(store) as opened:
        opened.find("warm up")
        questions: dict[str, tuple[Callable[[str], object], list[str]]] = {
            "a person by name": (lambda name: opened.find(name, {"person"}), [name for _, name in people]),
            "a misspelt person": (lambda name: opened.find(name + "e", {"person"}), [name for _, name in people]),
            "a film by title": (lambda title: opened.find(title, {"film"}), [title for _, title in titles]),
            "facts of a film": (lambda id: opened.facts(subject=id), [id for id, _ in titles]),
            "directors of a film": (lambda id: opened.facts(id, "director"), [id for id, _ in titles]),
            "films of a person": (lambda id: opened.facts(object=id), [id for id, _ in people]),
        }
        for what, (ask_for, words) in questions.items():
            times = [_ms(ask_for, word) for word in words]
            clock, cpu = (sorted(one) for one in zip(*times, strict=True))
            last = len(clock) * 99 // 100
            by_cpu = f"{median(cpu):6.2f} and {cpu[last]:6.2f} by processor time"
            print(f"{what:24}{median(clock):8.2f} ms, 99 of 100 within {clock[last]:7.2f} ms ({by_cpu})")
    print(f"(bar {LOOK_UP_BAR_MS} ms)")


def _sample(chance: random.Random, lines: Iterator[str]) -> list[tuple[str, str]]:
    rows = [line.split("\t") for number, line in enumerate(lines) if number % 1000 == 1]
    chosen = [rows[chance.randrange(len(rows))] for _ in range(QUESTIONS)]
    return [(row[0], row[1] if row[0].startswith("nm") else row[2]) for row in chosen]


def _ms(ask_for: Callable[[str], object], words: str) -> tuple[float, float]:
    """Milliseconds by the clock and of the processor."""
    began, cpu_began = time.perf_counter(), time.process_time()
    ask_for(words)
    return (time.perf_counter() - began) * 1000, (time.process_time() - cpu_began) * 1000


def main() -> int:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--titles", type=int, default=TITLES)
    parser.add_argument("--folder", type=Path, help="where the made files are kept; default: a folder for this run")
    options = parser.parse_args()
    try:
        with tempfile.TemporaryDirectory() as temporary:
            folder = options.folder or Path(temporary)
            folder.mkdir(parents=True, exist_ok=True)
            made, store = Made(options.titles), Path(temporary, "references.db")
            bring_in(write(folder, made), store)
            ask(store, made)
    except Failed as failure:
        print(failure)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
