"""Labelled reviews of this project's own, with their texts put back, in the form that the reading part's scorer takes.

    python -m benchmarks.labelled FILE REVIEWS.jsonl[.gz] -o GOLD.json

FILE (one of `labelled_reviews_*.json`; docs/measurements.md says which were used for what) names each review in
`origin` and holds offsets only: the texts belong to those who wrote them, and are not kept with the code.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any


def gold(labels: Mapping[str, Any], texts: Mapping[str, str]) -> dict[str, Any]:
    """The labels with the text of each review and the words of each statement."""
    missing = [one["origin"] for one in labels["texts"] if one["origin"] not in texts]
    if missing:
        raise KeyError(f"reviews without a text: {', '.join(missing)}")
    return {**labels, "texts": [_with_text(one, texts[one["origin"]]) for one in labels["texts"]]}


def _with_text(labelled: Mapping[str, Any], text: str) -> dict[str, Any]:
    statements = []
    for one in labelled["statements"]:
        if not 0 <= one["start"] < one["end"] <= len(text):
            raise ValueError(f"{one['id']} lies outside its text")
        statements.append({**one, "text": text[one["start"] : one["end"]]})
    return {**labelled, "text": text, "statements": statements}


def texts_of(reviews: Path) -> dict[str, str]:
    """The text of each review of a file with one JSON object a line, by its id."""
    packed = reviews.read_bytes()
    text = gzip.decompress(packed) if reviews.suffix == ".gz" else packed
    # Not splitlines: a text may hold other marks that end a line, as U+0085.
    lines = (json.loads(line) for line in text.decode("utf-8").split("\n") if line.strip())
    return {one["id"]: one["text"] for one in lines}


def main() -> None:
    """Write a file of labels with its texts."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("labels", type=Path, metavar="FILE")
    options.add_argument("reviews", type=Path, metavar="REVIEWS")
    options.add_argument("-o", dest="out", type=Path, metavar="GOLD.json", required=True)
    given = options.parse_args()
    done = gold(json.loads(given.labels.read_text("utf-8")), texts_of(given.reviews))
    given.out.write_text(json.dumps(done, ensure_ascii=False, indent=1), "utf-8")


if __name__ == "__main__":
    main()
