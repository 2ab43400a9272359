"""Small worlds and hand-made statements for the tests of checks: facts of a few lines, a sentence, what it says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from cranework.reading.checks import judge
from cranework.reading.checks.world import World
from cranework.reading.model import Judgement, Kind, Mention, Modality, Polarity, Statement, Value, Verdict
from cranework.reading.values import find
from cranework.references import packs
from cranework.references.store import Store

Facts = Sequence[Mapping[str, Any]]
SURE = 0.8


def fact(s: str, p: str, o: Any, closed: bool = False, **rest: Any) -> dict[str, Any]:
    """One fact of a pack: ``src``, ``certainty``, ``obsolete``, ``fringe`` as they are, all else as qualifiers."""
    own: dict[str, Any] = {name: rest.pop(name) for name in ("src", "certainty", "obsolete", "fringe") if name in rest}
    return {
        "s": s,
        "p": p,
        "o": o,
        "closed": closed,
        "q": {name.rstrip("_"): value for name, value in rest.items()},
        **own,
    }


class Saying:
    """A store with a film under review, of which statements are made and judged."""

    def __init__(self, store: Store, film: str | None, film_sure: bool = True) -> None:
        self.store, self.film_sure = store, film_sure
        found = store.find(film, kinds=("film",), limit=1) if film else []
        self.film = found[0].entity if found else None

    def who(self, words: str, kind: str = "person") -> Mention:
        """A mention, linked as a reader links: a name that fits two, or a surname alone, is doubtful."""
        found = [one for one in self.store.find(words, kinds=(kind,), limit=3) if one.score >= SURE]
        if not found:
            return Mention(0, 0, words, kind)
        best = found[0]
        return Mention(
            0, 0, words, kind, best.entity.id, best.score, bool(best.homonyms), (best.entity.id, *best.homonyms)
        )

    def judge(
        self, text: str, kind: Kind, predicate: str, subject: Mention | None = None,
        objects: Sequence[Mention | Value | str] = (), modality: Modality = "asserted", polarity: Polarity = "positive",
        about: str = "film", corrected: bool = False, prior: float = 0.85, **qualifiers: Mention | Value | str,
    ) -> Judgement:  # fmt: skip
        """The judgement of a statement that is the whole text; values are found in it where no object is given."""
        parts = tuple(self.who(part) if isinstance(part, str) else part for part in objects)
        values = tuple(find(text)) if not any(isinstance(part, Value) for part in parts) else ()
        statement = Statement(
            0, len(text), kind, predicate, about, subject, (*parts, *values), qualifiers, modality, polarity, prior,
            corrected=corrected,
        )  # fmt: skip
        return judge(statement, World(self.store, self.film, self.film_sure, text))

    def verdict(self, *args: Any, **rest: Any) -> Verdict:
        """The verdict alone."""
        return self.judge(*args, **rest).verdict


@contextmanager
def world(
    facts: Facts, film: str | None = None, sources: Mapping[str, Any] | None = None, sure: bool = True
) -> Iterator[Saying]:
    """A store of these facts alone."""
    with Store.in_memory() as store:
        packs.load(store, {"facts": list(facts), "sources": dict(sources or {})})
        yield Saying(store, film, sure)
