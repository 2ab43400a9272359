"""What Cranework reads and how it judges, as runs for a scorer, and by its own measures.

    python -m benchmarks.reading statements GOLD.json -o FOLDER   one review document for each labelled text
    python -m benchmarks.reading traps TRAPS.json -o RUN.json     the gravest verdict for each sentence on its own facts
    python -m benchmarks.reading names NAMES.json -o RUN.json     which canonical name each variant is
    python -m benchmarks.reading read TEXT                        how much of a text is read, kind by kind
    python -m benchmarks.reading unread REVIEWS.jsonl[.gz]        what is left unread of many reviews
    python -m benchmarks.reading noise GOLD.json                  a text and its double translation, made by rule
    python -m benchmarks.reading corrupted REVIEWS.jsonl[.gz]     true sentences, and the same with a wrong name or year

Statements are checked against the facts that come with the package alone: no film, no subtitles.
"""

from __future__ import annotations

import argparse
import gzip
import json
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from cranework.reading.review import review


def statements(gold: Path, folder: Path) -> None:
    """Write a review document for each text of a labelled file."""
    folder.mkdir(parents=True, exist_ok=True)
    for text in json.loads(gold.read_text(encoding="utf-8"))["texts"]:
        document = review(text["text"], name=text["id"]).document()
        (folder / f"{text['id']}.json").write_text(json.dumps(document, ensure_ascii=False, indent=1), "utf-8")


def reviews_of(path: Path) -> Iterator[dict[str, Any]]:
    """The reviews of a file with one JSON object a line."""
    packed = path.read_bytes()
    text = gzip.decompress(packed) if path.suffix == ".gz" else packed
    yield from (json.loads(line) for line in text.decode("utf-8").split("\n") if line)


def read(path: Path) -> None:
    """Print the statements of one text, and how much of it they cover."""
    began = time.perf_counter()
    done = review(path.read_bytes(), name=path.name)
    seconds = time.perf_counter() - began
    document = done.document()
    covered = [False] * len(done.text)
    for one in document["statements"]:
        covered[one["start"] : one["end"]] = [True] * (one["end"] - one["start"])
        print(f"{one['verdict']:13} {one['kind']:11} {one['predicate']:18} {' '.join(one['text'].split())}")
    print(f"{len(document['statements'])} statements over {sum(covered) / max(len(covered), 1):.0%} of the characters")
    print(", ".join(f"{verdict} {count}" for verdict, count in document["counts"].items()))
    print(f"{seconds:.2f} s")


def unread(path: Path) -> None:
    """Print how much of many reviews is not read and why, and how many statements there are."""
    characters = left = found = 0
    why: Counter[str] = Counter()
    kinds: Counter[str] = Counter()
    began = time.perf_counter()
    for one in reviews_of(path):
        document = review(one["text"], name=one["id"]).document()
        characters += len(one["text"])
        found += len(document["statements"])
        kinds.update(s["kind"] for s in document["statements"])
        for stretch in document["unread"]:
            left += stretch["end"] - stretch["start"]
            why[stretch["why"]] += 1
    print(
        f"{found} statements, {1000 * found / characters:.1f} to a thousand characters, {left / characters:.1%} unread"
    )
    for name, count in kinds.most_common():
        print(f"  {name:12} {count}")
    for name, count in why.most_common():
        print(f"  unread: {name}: {count}")
    print(f"{time.perf_counter() - began:.1f} s")


def main() -> None:
    """Run one of the measures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["statements", "traps", "names", "read", "unread", "noise", "corrupted"])
    parser.add_argument("file", type=Path)
    parser.add_argument("-o", "--output", type=Path, help="the run: a folder for statements, else a file")
    asked = parser.parse_args()
    if asked.what in ("statements", "traps", "names") and asked.output is None:
        parser.error("name the run with -o")
    if asked.what == "statements":
        statements(asked.file, asked.output)
    elif asked.what in ("traps", "names"):
        run = _run(asked.what, asked.file)
        asked.output.parent.mkdir(parents=True, exist_ok=True)
        asked.output.write_text(json.dumps(run, ensure_ascii=False, indent=1), "utf-8")
    elif asked.what == "noise":
        from benchmarks.reading_noise import noise

        noise(asked.file)
    elif asked.what == "corrupted":
        from benchmarks.reading_corrupted import corrupted

        corrupted(asked.file)
    else:
        {"read": read, "unread": unread}[asked.what](asked.file)


def _run(what: str, file: Path) -> dict[str, Any]:
    if what == "names":
        from benchmarks.reading_names import names_run

        return names_run(file)
    from benchmarks.reading_traps import traps_run

    return traps_run(file)


if __name__ == "__main__":
    main()
