"""Makes the table of word classes from Brown clusters.

    python -m training.reading.word_classes CLUSTERS.json.gz PROBABILITIES.json.gz [-o TABLE]

Both files are `en_lexeme_cluster` and `en_lexeme_prob` of the package spacy-lookups-data 1.0.5 (Explosion, MIT
license): a number for each of a million word forms, whose binary digits, last one first, are the word's path in the
tree of classes, and the logarithm of its frequency. Kept are the commonest words in small letters.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import cast

import cranework
from cranework.reading.word_classes import TABLE

SHIPPED = Path(cranework.__file__).parent / "reading" / TABLE
WORD = re.compile(r"[a-z][a-z'-]*")
MOST = 20_000
"""Words kept: below them stand misspellings and words that no review holds twice."""

HEAD = """\
# Classes of common words: path in the tree of classes, then its words.
# From the Brown clusters of spacy-lookups-data 1.0.5, under this license:
#
# MIT License
#
# Copyright (c) 2019 ExplosionAI GmbH
#
# Permission is hereby granted, free of charge, to any person obtaining a copy
# of this software and associated documentation files (the "Software"), to deal
# in the Software without restriction, including without limitation the rights
# to use, copy, modify, merge, publish, distribute, sublicense, and/or sell
# copies of the Software, and to permit persons to whom the Software is
# furnished to do so, subject to the following conditions:
#
# The above copyright notice and this permission notice shall be included in all
# copies or substantial portions of the Software.
#
# THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
# IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
# FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
# AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
# LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,
# OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE
# SOFTWARE.
"""


def lines(clusters: Mapping[str, int], log_probabilities: Mapping[str, float]) -> Iterator[str]:
    """The table's lines: a path and its words, commonest words first."""
    known = [word for word in log_probabilities if clusters.get(word) and WORD.fullmatch(word)]
    known.sort(key=lambda word: (-log_probabilities[word], word))
    of_path: dict[str, list[str]] = defaultdict(list)
    for word in known[:MOST]:
        of_path[f"{clusters[word]:b}"[::-1]].append(word)
    for path in sorted(of_path):
        yield f"{path}\t{' '.join(of_path[path])}\n"


def unpacked(path: Path) -> dict[str, float]:
    """The numbers of a packed JSON file, by word."""
    return cast(dict[str, float], json.loads(gzip.decompress(path.read_bytes())))


def main() -> None:
    """Reads both files and writes the table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("clusters", type=Path, metavar="CLUSTERS.json.gz")
    parser.add_argument("probabilities", type=Path, metavar="PROBABILITIES.json.gz")
    parser.add_argument("-o", "--output", type=Path, default=SHIPPED, metavar="TABLE")
    given = parser.parse_args()
    clusters = {word: int(number) for word, number in unpacked(given.clusters).items()}
    given.output.write_text(HEAD + "".join(lines(clusters, unpacked(given.probabilities))), encoding="utf-8")
    print(f"{given.output}: {given.output.stat().st_size} bytes")


if __name__ == "__main__":
    main()
