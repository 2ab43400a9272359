"""Names and titles in many spellings: are they the same? By rules of writing alone, so that any name may come.

What letters cannot tell (birth names, stage names, titles in another language) must come from a store of names; what is
joined here is what one name becomes on its way through alphabets, customs of transliteration and typing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from cranework.references.names_fold import fold
from cranework.references.names_keys import keys, sought
from cranework.references.names_people import LIKELY, SAME, likeness
from cranework.references.names_titles import title_likeness

__all__ = [
    "LIKELY", "SAME", "Canonicals", "best", "fold", "keys", "likeness", "same_person", "same_title", "sought",
    "title_likeness",
]  # fmt: skip

MARGIN = 0.01
"""By how much the best of a list must be ahead of the second to be meant surely."""

Likeness = Callable[[str, str], float]


def same_person(a: str, b: str) -> bool:
    """Whether two names are one, as far as letters tell."""
    return likeness(a, b) >= SAME


def same_title(a: str, b: str) -> bool:
    """Whether two titles are one, as far as letters tell."""
    return title_likeness(a, b) >= SAME


class Canonicals:
    """A list of names to be searched many times: only those that share a key with a variant are looked at."""

    def __init__(self, names: Iterable[str], alike: Likeness = likeness) -> None:
        self._alike = alike
        self._kind = "film" if alike is title_likeness else "person"
        self._by_key: dict[str, list[str]] = {}
        for name in dict.fromkeys(names):
            for key in keys(name, self._kind):
                self._by_key.setdefault(key, []).append(name)

    def best(self, variant: str) -> str | None:
        """The one name that the variant means, or None where none fits or several fit as well."""
        near = {name for key in sought(variant, self._kind) for name in self._by_key.get(key, ())}
        scored = sorted(((self._alike(variant, name), name) for name in near), reverse=True)
        if not scored or scored[0][0] < LIKELY:
            return None
        return None if len(scored) > 1 and scored[1][0] > scored[0][0] - MARGIN else scored[0][1]


def best(variant: str, canonicals: Iterable[str], alike: Likeness = likeness) -> str | None:
    """The one of the names that the variant means, or None; ``alike=title_likeness`` for titles."""
    return Canonicals(canonicals, alike).best(variant)
