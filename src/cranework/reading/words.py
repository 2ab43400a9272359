"""Words of closed classes, irregular verbs, endings and shapes: no more grammar than stretches and kinds need."""

from __future__ import annotations


def bag(words: str) -> frozenset[str]:
    """A set of words written with blanks between them."""
    return frozenset(words.split())
