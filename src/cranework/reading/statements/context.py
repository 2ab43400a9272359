"""What a family may ask for beside the sentence itself: the names, what stands before, the habits of the text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from cranework.reading.entities import Names
from cranework.reading.model import Mention, Sentence, Statement, Value

OTHER_FILM = "film:other"
"""What a statement is about that speaks of some film, and not surely of the one under review."""


@dataclass(slots=True)
class Context:
    """The text around a sentence; `read` keeps it up to date from sentence to sentence.

    Attributes:
        names: all that is named, and the film under review.
        before: sentences already read, with what they named.
        told: predicates with the people or works of whom they were said.
        after: the sentence that follows, where there is one (it may take back what was said).
        friends: words that a translation put for others, or nothing.
    """

    names: Names | None = None
    before: list[tuple[Sentence, Sequence[Mention]]] = field(default_factory=list)
    told: set[tuple[str, str]] = field(default_factory=set)
    after: Sentence | None = None
    friends: Mapping[str, str] = field(default_factory=dict)

    def read(self, sentence: Sentence, mentions: Sequence[Mention], statements: Sequence[Statement]) -> None:
        """Remember a sentence that is done."""
        self.before.append((sentence, mentions))
        self.told.update((one.predicate, same(item)) for one in statements for item in one.objects)
        self.told.update(("part", same(one.subject)) for one in statements if one.kind == "role" and one.subject)

    def last(self, kinds: Sequence[str], paragraph: int | None = None) -> Mention | None:
        """The mention of such a kind that was named last, in the same paragraph where one is given."""
        for sentence, mentions in reversed(self.before[-6:]):
            if paragraph is not None and sentence.paragraph != paragraph:
                return None
            for mention in reversed(mentions):
                if mention.kind in kinds:
                    return mention
        return None

    @property
    def film(self) -> Mention | None:
        """The film under review, as the subject of what is said about `it`."""
        film = self.names.film if self.names else None
        if film is None or self.names is None:
            return None
        sure = self.names.film_sure
        return Mention(0, 0, film.name, "film", film.id, 1.0 if sure else 0.5, not sure)


def same(item: Mention | Value) -> str:
    """What two mentions of one thing have in common: the entity, else the last of its words."""
    entity = item.entity if isinstance(item, Mention) else None
    return entity or item.words.lower().split()[-1]
