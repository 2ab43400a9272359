"""Classes of common words: those used alike, as *directed*, *filmed* and *wrote*, stand near each other in a tree.

A clue that names a class holds for words that no labelled review ever held. The classes are Brown clusters (P. Brown
and others, Class-based n-gram models of natural language, 1992), learnt elsewhere from very much text; the table's
head says where.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files

TABLE = "word_classes.tsv"
DEPTHS = (4, 7, 10)
"""Steps from the root of the tree at which a class is named: wide, middling, narrow."""


def parse(lines: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """The classes of each word, widest first: from lines of a path and its words, parted by a tab."""
    classes: dict[str, tuple[str, ...]] = {}
    for line in lines:
        if line.startswith("#"):
            continue
        path, _, words = line.rstrip("\n").partition("\t")
        named = tuple(f"*{path[:depth]}" for depth in DEPTHS)
        classes.update((word, named) for word in words.split())
    return classes


@cache
def word_classes() -> Mapping[str, tuple[str, ...]]:
    """The classes that come with Cranework, by word in small letters; a word that is not there has none."""
    return parse(files("cranework.reading").joinpath(TABLE).read_text(encoding="utf-8").splitlines())
