"""How many subtitle files are read rightly.

    python -m benchmarks.dialogue FOLDER

FOLDER has a `manifest.json`: what each file holds. A file is right when its cues, the start of the first and its text
are those of the manifest; a file with no cues when what is said of it is one sentence.
"""

from __future__ import annotations

import argparse
import json
import re
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from cranework.dialogue.read import read_subtitles
from cranework.errors import InputError

TOLERANCE_MS = 45
"""Where the manifest does not say how exact a format's times are."""

MS = 1000


def verdict(path: Path, entry: Mapping[str, Any]) -> str:
    """What is wrong with how a file is read, or an empty string."""
    try:
        cues = read_subtitles(path)
    except InputError as error:
        low = _counts(entry)[0]
        sentence = str(error)
        if "\n" in sentence or not sentence:
            return f"says {sentence!r}"
        return f"refused: {sentence}" if low else ""
    low, high = _counts(entry)
    if not low <= len(cues) <= high:
        return f"{len(cues)} cues instead of {low}" + (f" to {high}" if high != low else "")
    first = entry["first_cue"] or {"start_ms": None, "text": entry.get("first_text")}
    start = float(cues[0].start) * MS
    if first["start_ms"] is not None and abs(start - first["start_ms"]) > entry.get("time_tolerance_ms", TOLERANCE_MS):
        return f"the first cue begins at {start:.0f} ms instead of {first['start_ms']}"
    if first["text"] is not None and _plain(cues[0].text) != _plain(first["text"]):
        return f"the first cue reads {cues[0].text!r} instead of {first['text']!r}"
    return ""


def _counts(entry: Mapping[str, Any]) -> tuple[int, int]:
    """Fewest and most cues that are right."""
    if entry.get("cues_range"):
        low, high = entry["cues_range"]
        return int(low), int(high)
    return int(entry["cues"]), int(entry["cues"])


def _plain(text: str) -> str:
    return re.sub(r"[ \t\xa0]+", " ", text)


def main(arguments: Sequence[str] | None = None) -> int:
    """Print how many files are right, and each that is not."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args(arguments).folder
    entries = json.loads((folder / "manifest.json").read_text("utf-8"))["files"]
    began = time.perf_counter()
    wrong = {entry["file"]: fault for entry in entries if (fault := verdict(folder / entry["file"], entry))}
    took = time.perf_counter() - began
    for name, fault in wrong.items():
        print(f"{name}: {fault}")
    print(f"{len(entries) - len(wrong)} of {len(entries)} files are right ({took:.1f} s)")
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())
