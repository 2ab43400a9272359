"""Who and what a text names: people, films, characters, prizes, countries, each linked to the store if it can be.

The film's own world comes first, then names that the text itself brings in, then everybody. A surname alone is linked
in the first two circles only, or doubtfully.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from cranework.reading import gazetteer
from cranework.reading.film import identify
from cranework.reading.links import Links
from cranework.reading.model import Mention, Sentence
from cranework.reading.shapes import Found, found
from cranework.references.model import Entity
from cranework.references.store import Store

LONGEST_TITLE = 70
PRIZE_BEFORE, PRIZE_BEHIND = 80, 20
"""Code points around "best film" in which a word of prizes makes it one."""

_PRIZED = re.compile(
    r"\b(?:w[io]n\w*|nominat\w*|nominee|award\w*|prizes?|oscars?|receiv\w*|lost|honou?r\w*|bafta|emmy)\b", re.IGNORECASE
)
_FIXED = (
    ("prize", gazetteer.PRIZE),
    ("festival", gazetteer.FESTIVAL),
    ("event", gazetteer.EVENT),
    ("office", gazetteer.OFFICE),
    ("place", gazetteer.PLACE),
    ("country", gazetteer.COUNTRY),
)
_LINKED = ("festival", "event", "office")
_BRACKETED = re.compile(r"\s?[(\[]\s?$")
_DATED = re.compile(r"[\"'*_]{0,2}\s?[\[(]'?\d\d")
_ACTS = re.compile(
    r"(?:,? (?:himself|herself|plays|played|directed|directs|wrote|died|was born|took|won|became|stars|starred|portrays"
    r"|gives|sings|had been|did not|didn't|filmed|shot|composed|makes (?:a|his|her)|made (?:a|his|her|this|it)|was \d+"
    r"|and [A-Z]\w+ )\b|, (?:later|then|who|not)\b|'s? "
    r"| \([^()\n]{0,60}?\b[A-Z][\w'-]+ [A-Z][a-z][^()\n]{0,40}\))"
)
_WORK_BEFORE = re.compile(
    r"\b(?:films?|movies?|(?:the|a|his|her|stage) play|novels?|books?|short story|musical|song|story|entitled|titled"
    r"|(?:films?|movie|book|novel|play|series|documentary|picture|it|one|is|was) called)\s$"
)


class Names:
    """All names of a text, and the film that it is about.

    Attributes:
        film_sure: nothing else can be meant by `film`; without that nothing is refuted.
        world: the film's people, characters and titles.
        titles: titles of films as they stand in the text, for whoever cuts it into sentences.
    """

    def __init__(
        self, store: Store, text: str, film: str | None = None, emphasis: Sequence[tuple[int, int]] = ()
    ) -> None:
        self._store, self._text = store, text
        looks = sorted([*found(text), *_stressed(text, emphasis)], key=lambda look: (look.start, -look.end))
        titles = [look for look in looks if look.look != "run" or " " in look.words]
        people = dict.fromkeys(look.words for look in looks if look.look == "run" and not look.head)
        self.world, self.film_sure = identify(store, text, titles, list(people), film)
        self._links = Links(store, self.world)
        self._last: dict[str, Mention] = {}
        self._taken = bytearray(len(text) + 1)
        self._mentions = self._resolved(looks)
        self._starts = [mention.start for mention in self._mentions]
        self.titles = tuple(dict.fromkeys(m.words for m in self._mentions if m.kind == "film"))

    @property
    def film(self) -> Entity | None:
        """The film under review, if the store knows it."""
        return self.world.film

    def roles(self, person: str) -> frozenset[str]:
        """The predicates under which somebody stands among the makers of the film under review."""
        if self.film is None:
            return frozenset()
        return frozenset(fact.predicate for fact in self._store.facts(subject=self.film.id, object=person))

    def mentions(self, sentence: Sentence) -> list[Mention]:
        """What a sentence names; offsets are those of the clean copy."""
        first = bisect_left(self._starts, sentence.start)
        last = bisect_left(self._starts, sentence.end)
        return [mention for mention in self._mentions[first:last] if mention.end <= sentence.end]

    def _resolved(self, looks: Sequence[Found]) -> list[Mention]:
        """All mentions of the text, without overlaps, in order; what is surest takes its words first."""
        fixed = sorted(self._fixed(), key=lambda mention: mention.start)
        runs = [look for look in looks if look.look in ("run", "title")]
        several = sorted((look for look in runs if " " in look.words), key=lambda look: look.start - look.end)
        kept = list(self._kept(self._of_world_titles()))
        kept += self._kept(self._marked(look) for look in looks if look.look in ("quoted", "caps"))
        kept += self._kept(self._known_title(look) for look in several)
        kept += self._kept(self._somebody(look, fixed) for look in several if look.look == "run")
        kept += self._kept(fixed)
        self._learn(kept)
        often = {look.words for look in looks if look.look == "run" and not look.head}
        kept += self._kept(self._single(look, often) for look in runs if look.look == "run")
        return self._cast(sorted(kept, key=lambda mention: mention.start))

    def _kept(self, mentions: Iterable[Mention | None]) -> Iterator[Mention]:
        """Those whose words are still free."""
        for mention in mentions:
            if mention is not None and not any(self._taken[mention.start : mention.end]):
                self._taken[mention.start : mention.end] = b"\1" * (mention.end - mention.start)
                yield mention

    def _of_world_titles(self) -> Iterator[Mention]:
        """Titles of the film and of its makers' other films, however they are written."""
        titles: dict[str, Entity] = {}
        for entity in (*([self.world.film] if self.world.film else []), *self.world.films):
            for name in dict.fromkeys((entity.name, *(name for name, _ in entity.names))):
                if " " in name:
                    titles.setdefault(name.lower(), entity)
        if not titles:
            return
        longest = sorted(titles, key=len, reverse=True)
        words = "|".join(re.escape(title).replace(r"\ ", r"[ \n]") for title in longest)
        for match in re.finditer(rf"(?<!\w)(?:{words})(?!\w)", self._text, re.IGNORECASE):
            entity = titles[re.sub(r"\s", " ", match[0].lower())]
            yield Mention(match.start(), match.end(), match[0], "film", entity.id, 1.0, False, (entity.id,))

    def _fixed(self) -> Iterator[Mention]:
        """Prizes, festivals, countries and the like, by the tables."""
        for kind, table in _FIXED:
            for match in table.finditer(self._text):
                if match.start() < match.end() and not (kind == "prize" and self._mere_praise(match)):
                    link = self._links.known(match[0], kind) if kind in _LINKED else None
                    yield _at(link or Mention(0, 0, match[0], kind), match.start(), match.end())

    def _mere_praise(self, match: re.Match[str]) -> bool:
        """Whether ``best film`` in small letters stands where no prize is spoken of."""
        before = self._text[max(0, match.start() - PRIZE_BEFORE) : match.start()]
        around = f"{before}|{match[0]}|{self._text[match.end() : match.end() + PRIZE_BEHIND]}"
        return match[0].startswith("best ") and not _PRIZED.search(around)

    def _marked(self, look: Found) -> Mention | None:
        """Words in quotes, in italics or in capitals: a title, or somebody's name."""
        title = self._links.title(look.words, marked=True)
        if title is not None:
            return _at(title, look.start, look.end)
        single, shouted = not re.search(r"[\s-]", look.words), look.look == "caps"
        if shouted or single:
            person = self._links.of_world(look.words) if single else self._person(look)
            if person is not None and (person.entity or not shouted):
                return _at(person, look.start, look.end)
        if shouted and any(table.fullmatch(look.words) for _, table in _FIXED):
            return None
        small = {word.lower() for word in look.words.split()} & (gazetteer.CONNECTORS | gazetteer.COMMON)
        titled = self._dated(look.end) or (not single and (not shouted or small))
        if shouted and single and not titled:
            return None
        return Mention(look.start, look.end, look.words, "film" if titled else "words")

    def _dated(self, end: int) -> bool:
        """Whether a year in brackets follows, as after a title."""
        return _DATED.match(self._text, end) is not None

    def _known_title(self, look: Found) -> Mention | None:
        """A run of words that the store knows as a title, whole or to one of its words; or that a year marks as one."""
        words, dated = look.words, self._dated(look.end)
        while " " in words or (dated and words == look.words):
            title = self._links.title(words, marked=False)
            if title is not None:
                return _at(title, look.start, look.start + len(words))
            if " " not in words:
                return None
            words = words.rpartition(" ")[0]
        return Mention(look.start, look.end, look.words, "film") if look.look == "title" and dated else None

    def _somebody(self, look: Found, fixed: Sequence[Mention]) -> Mention | None:
        """A run of several words: a person, once countries and offices at its edges are cut away."""
        start, end = look.start, look.end
        near = bisect_left(fixed, start, key=lambda one: one.start)
        for mention in fixed[max(0, near - 1) :]:
            if mention.start >= end:
                break
            if mention.start <= start and mention.end >= look.end:
                return None
            if mention.start <= start < mention.end and not (mention.kind == "country" and _land(mention.words)):
                start = mention.end + len(self._text[mention.end : end]) - len(self._text[mention.end : end].lstrip())
            elif start < mention.start and mention.kind not in ("place", "country"):
                end = mention.start
        words = self._text[start:end].strip()
        return self._person(Found(start, start + len(words), words, "run")) if re.search(r"\s", words) else None

    def _person(self, look: Found) -> Mention | None:
        """Somebody named in full: of the film's world, of the store, or known to this text alone."""
        link = self._links.person(look.words)
        if link is not None:
            return _at(link, look.start, look.end)
        last = look.words.split()[-1].lower()
        if last in gazetteer.UNNAMED - gazetteer.SURNAMES:
            return None
        if last in gazetteer.NO_PERSON:
            return Mention(look.start, look.end, look.words)
        titled = _WORK_BEFORE.search(self._text[max(0, look.start - 30) : look.start])
        return Mention(look.start, look.end, look.words, "film" if titled else "person")

    def _learn(self, mentions: Iterable[Mention]) -> None:
        """Names of the people that the text names in full; one that two share is doubtful."""
        for mention in mentions:
            parts = mention.words.lower().split()
            if mention.kind not in ("person", "character") or len(parts) < 2:
                continue
            for part in {parts[-1], parts[0]}:
                other = self._last.setdefault(part, mention)
                if other.words != mention.words and other.entity != mention.entity:
                    self._last[part] = replace(other, doubtful=True)

    def _single(self, look: Found, often: set[str]) -> Mention | None:
        """A word alone: a character, a surname of the world or of the text, or a name of which nothing is known."""
        words = look.words.split()[-1]
        start, end = look.end - len(words), look.end
        if any(self._taken[start:end]) or words.lower() in gazetteer.UNNAMED | gazetteer.COMMON or len(words) < 2:
            return None
        full, near = self._last.get(words.lower()), self._links.of_world(words)
        stranger = full is not None and full.kind == "person" and full.entity is None
        if near is not None and not (stranger and near.kind == "character"):
            known = near.kind == "character" or full is None or full.entity == near.entity
            return _at(near if known else replace(near, doubtful=True), start, end)
        if full is not None:
            return replace(full, start=start, end=end, words=words)
        link = self._links.own_title(words) or self._links.of_this_film(words) or self._links.surname(words)
        if link is not None:
            return _at(link, start, end)
        if look.head and words == look.words and words not in often and not _ACTS.match(self._text, end):
            return None
        return Mention(start, end, words, "film" if self._dated(end) and not look.head else "words")

    def _cast(self, mentions: list[Mention]) -> list[Mention]:
        """Characters that the text itself brings in: ``Name (Actor's Name)``."""
        brought: set[str] = set()
        for left, right in pairwise(mentions):
            closed = self._text[right.end : right.end + 1] in (")", "]")
            if not closed or not _BRACKETED.match(self._text[left.end : right.start]):
                continue
            if right.kind == "person" and left.kind == "words":
                brought.add(left.words.lower())
            elif left.kind == "person" and right.kind == "words" and " " not in right.words:
                brought.add(right.words.lower())
        return [
            replace(mention, kind="character")
            if mention.words.lower() in brought and mention.entity is None and mention.kind in ("words", "person")
            else mention
            for mention in mentions
        ]


def _stressed(text: str, emphasis: Sequence[tuple[int, int]]) -> Iterator[Found]:
    """Words in italics as titles, unless they are a part of a longer name."""
    for start, end in emphasis:
        beside = re.match(r"\s[A-Z][a-z]", text[end : end + 3]) and " " not in text[start:end]
        if end - start < LONGEST_TITLE and not beside:
            yield Found(start, end, text[start:end], "quoted")


def _at(link: Mention, start: int, end: int) -> Mention:
    return replace(link, start=start, end=end)


def _land(words: str) -> bool:
    """Whether words name a country and are no adjective: people are called Canada and Georgia, not Canadian."""
    return gazetteer.COUNTRY.fullmatch(words) is not None and words[-1:] in "aey" and not words.endswith(("ese", "ene"))
