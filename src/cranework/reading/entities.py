"""Who and what a text names: people, films, characters, prizes, countries, each linked to the reference store if it can be.

The film's own world comes first, then names that the text itself brings in, then everybody. A surname alone is linked
in the first two circles only.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from cranework.reading import gazetteer
from cranework.reading.film import TITLE_LIKENESS, films_called, identify
from cranework.reading.model import Mention, Sentence
from cranework.reading.shapes import Found, found
from cranework.references import names as likening
from cranework.references.model import Candidate, Entity
from cranework.references.store import Store

PERSON_LIKENESS = 0.86
SINGLE_LIKENESS = 0.92
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


_ACTS = re.compile(
    r"(?:,? (?:himself|herself|plays|played|directed|directs|wrote|died|was born|took|won|became|stars|starred|portrays|gives|sings"
    r"|had been|did not|didn't|filmed|shot|composed|makes (?:a|his|her)|made (?:a|his|her|this|it)|was \d+|and [A-Z]\w+ )\b|, (?:later|then|who|not)\b|'s? )"
)
_WORK_BEFORE = re.compile(
    r"\b(?:films?|movies?|(?:the|a|his|her|stage) play|novels?|books?|short story|musical|song|story|entitled|titled|called)\s$"
)


class Names:
    """All names of a text, and the film that it is about.

    Attributes:
        film: the film under review, if the store knows it.
        film_sure: nothing else can be meant; without that nothing is refuted.
        world: the film's people, characters and titles.
        titles: titles of films as they stand in the text, for whoever cuts it into sentences.
    """

    def __init__(
        self, store: Store, text: str, film: str | None = None, emphasis: Sequence[tuple[int, int]] = ()
    ) -> None:
        self._store, self._text = store, text
        self._links: dict[tuple[str, str], Mention | None] = {}
        marked = [Found(start, end, text[start:end], "quoted") for start, end in emphasis if end - start < 70]
        looks = sorted([*marked, *found(text)], key=lambda look: (look.start, -look.end))
        titles = [look for look in looks if look.look != "run" or " " in look.words]
        people = dict.fromkeys(look.words for look in looks if look.look == "run" and not look.head)
        self.world, self.film_sure = identify(store, text, titles, list(people), film)
        self._last: dict[str, Mention] = {}
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
        """All mentions of the text, without overlaps, in order."""
        taken = bytearray(len(self._text) + 1)
        mentions: list[Mention] = []

        def keep(mention: Mention | None) -> None:
            if mention is not None and not any(taken[mention.start : mention.end]):
                taken[mention.start : mention.end] = b"\1" * (mention.end - mention.start)
                mentions.append(mention)

        for mention in self._of_world_titles():
            keep(mention)
        for look in (look for look in looks if look.look in ("quoted", "caps")):
            keep(self._title_or_person(look))
        fixed = list(self._fixed(looks))
        runs = [look for look in looks if look.look in ("run", "title")]
        for look in sorted(runs, key=lambda look: look.start - look.end):
            if look.look == "title" or " " in look.words:
                keep(self._known_title(look))
        for look in (look for look in runs if look.look == "run" and re.search(r"\s", look.words)):
            if not any(mention.start == look.start and mention.end >= look.end for mention in fixed):
                keep(self._several(look, fixed))
        for mention in fixed:
            keep(mention)
        self._learn(mentions)
        often = {look.words for look in looks if look.look == "run" and not look.head}
        for look in (look for look in runs if look.look == "run"):
            keep(self._single(look, taken, often))
        return self._cast(sorted(mentions, key=lambda mention: mention.start))

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

    def _fixed(self, looks: Sequence[Found]) -> Iterator[Mention]:
        """Prizes, festivals, countries and the like, by the tables."""
        for kind, table in _FIXED:
            for match in table.finditer(self._text):
                if self._text[match.start() - 1 : match.start()].isalnum() or match.start() == match.end():
                    continue
                link = self._linked(match[0], kind) if kind in _LINKED else None
                bare = Mention(match.start(), match.end(), match[0], kind)
                yield replace(link, start=match.start(), end=match.end()) if link else bare

    def _title_or_person(self, look: Found) -> Mention | None:
        """Words in quotes, in italics or in capitals."""
        title = self._title(look)
        if title is not None:
            return title
        single = not re.search(r"[\s-]", look.words)
        if look.look == "caps" or single:
            person = self._person(look) if not single else self._of_world(look)
            if person is not None and (person.entity or look.look != "caps"):
                return person
        if look.look == "caps" and any(table.fullmatch(look.words) for _, table in _FIXED):
            return None
        small = {word.lower() for word in look.words.split()} & (gazetteer.CONNECTORS | gazetteer.COMMON)
        kind = "film" if (not single and (look.look == "quoted" or small)) or self._dated(look.end) else "words"
        if kind == "words" and look.look == "caps" and single:
            return None
        return Mention(look.start, look.end, look.words, kind)

    def _dated(self, end: int) -> bool:
        """Whether a year in brackets follows, as after a title."""
        return re.match(r"[\"'*_]{0,2}\s?[\[(]'?\d\d", self._text[end : end + 7]) is not None

    def _known_title(self, look: Found) -> Mention | None:
        """A run of words that the store knows as a title, whole or to one of its words."""
        words = look.words
        while " " in words:
            part = replace(look, end=look.start + len(words), words=words)
            title = self._title(part)
            if title is not None:
                return title
            words = words.rpartition(" ")[0]
        if look.look == "title" and self._dated(look.end):
            return Mention(look.start, look.end, look.words, "film")
        return self._title(replace(look, end=look.start + len(words), words=words)) if self._dated(look.end) else None

    def _title(self, look: Found) -> Mention | None:
        """A film of the store that is called so."""
        key = (look.words, "film")
        if key not in self._links:
            best = films_called(self._store, look.words, TITLE_LIKENESS)
            heavy = [word for word in look.words.split() if word.lower() not in gazetteer.CONNECTORS]
            plain = look.look not in ("quoted", "caps") and len(heavy) < 2
            if plain:
                best = [one for one in best if one.name.lower() == look.words.lower()]
            own = next((one for one in best if self.film and one.entity.id == self.film.id), None)
            one = own or (best[0] if best else None)
            self._links[key] = _link(look.words, one, surely=own is not None) if one else None
        link = self._links[key]
        return replace(link, start=look.start, end=look.end) if link else None

    def _several(self, look: Found, fixed: Sequence[Mention]) -> Mention | None:
        """A run of several words: a person, once countries and offices at its edges are cut away."""
        start, end = look.start, look.end
        for mention in fixed:
            if mention.start <= start < mention.end <= end and not (mention.kind == "country" and _land(mention.words)):
                start = mention.end + len(self._text[mention.end : end]) - len(self._text[mention.end : end].lstrip())
            elif start < mention.start < end and mention.kind not in ("place", "country"):
                end = mention.start
        words = self._text[start:end].strip()
        if not words or not re.search(r"\s", words):
            return None
        part = Found(start, start + len(words), words, "run")
        return self._person(part)

    def _person(self, look: Found) -> Mention | None:
        """Somebody named in full: of the film's world, of the store, or known to this text alone."""
        known = self._of_world(look)
        if known is not None:
            return known
        key = (look.words, "person")
        if key not in self._links:
            self._links[key] = self._linked(look.words, "person") or self._linked(look.words, "character")
        link = self._links[key]
        if link is not None:
            return replace(link, start=look.start, end=look.end)
        last = look.words.split()[-1].lower()
        if last in gazetteer.UNNAMED:
            return None
        if last in gazetteer.NO_PERSON:
            return Mention(look.start, look.end, look.words)
        titled = _WORK_BEFORE.search(self._text[max(0, look.start - 30) : look.start])
        return Mention(look.start, look.end, look.words, "film" if titled else "person")

    def _linked(self, words: str, kind: str) -> Mention | None:
        """What the store knows under a name; None where nothing is like enough."""
        best = [one for one in self._store.find(words, kinds=(kind,), limit=5) if one.score >= PERSON_LIKENESS]
        return _link(words, best[0]) if best else None

    def _of_world(self, look: Found) -> Mention | None:
        """A person or a character of the film."""
        key = (look.words, "world")
        if key not in self._links:
            self._links[key] = self._near(look.words)
        link = self._links[key]
        return replace(link, start=look.start, end=look.end) if link else None

    def _near(self, words: str) -> Mention | None:
        parts = likening.fold(words).split() or [words.lower()]
        single = len(words.split()) == 1
        best: list[tuple[float, Entity]] = []
        for entity in (*self.world.characters, *self.world.people):
            called = [name for name in (entity.name, *(name for name, _ in entity.names)) if "(" not in name] or [""]
            score = max(self._likeness(words, name, single, entity.kind) for name in called)
            if score >= (SINGLE_LIKENESS if single else PERSON_LIKENESS):
                best.append((score, entity))
        if not best or not parts:
            return None
        best.sort(key=lambda one: (-one[0], one[1].kind == "person", one[1].id))
        score, entity = best[0]
        rivals = [other for rated, other in best[1:] if rated >= score - 0.02 and other.kind == entity.kind]
        ids = tuple(one.id for _, one in best)
        return Mention(0, 0, words, entity.kind, entity.id, score, bool(rivals), ids)

    def _likeness(self, words: str, name: str, single: bool, kind: str) -> float:
        """Likeness of a name in the text to one of the store; a single word is held against surname or first name."""
        if not single:
            return likening.likeness(words, name) if " " in name else 0.0
        parts = name.split() or [""]
        part = parts[-1] if kind == "person" and len(parts) > 1 else parts[0]
        if likening.fold(words) == likening.fold(part):
            return 1.0
        return likening.likeness(words, part) if len(words) > 4 else 0.0

    def _learn(self, mentions: Iterable[Mention]) -> None:
        """Surnames of the people that the text names in full; of two who share one, neither."""
        shared: set[str] = set()
        for mention in mentions:
            parts = mention.words.split()
            if mention.kind not in ("person", "character") or len(parts) < 2:
                continue
            for part in {parts[-1].lower(), parts[0].lower()}:
                other = self._last.get(part)
                if other is not None and other.words != mention.words and other.entity != mention.entity:
                    shared.add(part)
                self._last.setdefault(part, mention)
        for part in shared:
            self._last[part] = replace(self._last[part], doubtful=True)

    def _single(self, look: Found, taken: bytearray, often: set[str]) -> Mention | None:
        """A word alone: a character, a surname of the world or of the text, or a name of which nothing is known."""
        words = look.words.split()[-1] if " " in look.words else look.words
        start = look.end - len(words)
        if any(taken[start : look.end]) or words.lower() in gazetteer.UNNAMED | gazetteer.COMMON or len(words) < 2:
            return None
        part = Found(start, look.end, words, "run", look.head)
        full = self._last.get(words.lower())
        near = self._of_world(part)
        if near is not None and near.kind == "person" and not (full and full.entity == near.entity):
            near = replace(near, doubtful=near.doubtful or full is not None)
        if near is not None and not (
            full and full.kind == "person" and near.kind == "character" and full.entity is None
        ):
            return near
        if full is not None:
            return replace(full, start=start, end=look.end, words=words)
        known = self._own_title(part) or self._of_this_film(part) or self._surname(part)
        if known is not None:
            return known
        if look.head and look.words not in often and words == look.words and not self._acts(look.end):
            return None
        return Mention(start, look.end, words, "film" if self._dated(look.end) and not look.head else "words")

    def _acts(self, end: int) -> bool:
        """Whether a word that opens a sentence does what only people do, so that its capital is a name's."""
        return _ACTS.match(self._text, end) is not None

    def _own_title(self, look: Found) -> Mention | None:
        """The film under review, where its title is a single word."""
        film = self.film
        if film is None or not any(look.words == name for name in (film.name, *(name for name, _ in film.names))):
            return None
        return Mention(look.start, look.end, look.words, "film", film.id, 1.0, False, (film.id,))

    def _of_this_film(self, look: Found) -> Mention | None:
        """A character of whom the store says no more than who plays it in this film."""
        key = (look.words, "character")
        if key not in self._links:
            word, film = likening.fold(look.words), self.film.id if self.film else None
            found = [
                one.entity.id
                for one in (self._store.find(look.words, kinds=("character",), limit=5) if film else ())
                if any(likening.fold(name) == word for name, _ in one.entity.names)
                and any(fact.qualifiers.get("film") == film for fact in self._store.facts(one.entity.id, "plays"))
            ]
            only = found[0] if len(found) == 1 else None
            self._links[key] = Mention(0, 0, look.words, "character", only, 1.0, False, (only,)) if only else None
        link = self._links[key]
        return replace(link, start=look.start, end=look.end) if link else None

    def _surname(self, look: Found) -> Mention | None:
        """The one person of the store with this surname; what hangs on a surname alone is doubtful."""
        key = (look.words, "surname")
        if key not in self._links:
            word = likening.fold(look.words)
            found = [
                one.entity
                for one in self._store.find(look.words, kinds=("person",), limit=5)
                if any(likening.fold(name).split()[-1:] == [word] for name, _ in one.entity.names)
            ]
            only = found[0].id if len(found) == 1 else None
            self._links[key] = Mention(0, 0, look.words, "person", only, 0.8, True, (only,)) if only else None
        link = self._links[key]
        return replace(link, start=look.start, end=look.end) if link else None

    def _cast(self, mentions: list[Mention]) -> list[Mention]:
        """Characters that the text itself brings in: ``Name (Actor's Name)``."""
        brought: set[str] = set()
        for left, right in zip(mentions, mentions[1:], strict=False):
            between = self._text[left.end : right.start]
            closed = self._text[right.end : right.end + 1] in (")", "]")
            if not (closed and _BRACKETED.match(between)) or right.kind not in ("person", "words"):
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


def _land(words: str) -> bool:
    """Whether words name a country and are no adjective: people are called Canada and Georgia, not Canadian."""
    return gazetteer.COUNTRY.fullmatch(words) is not None and words[-1:] in "aey" and not words.endswith(("ese", "ene"))


def _link(words: str, one: Candidate, surely: bool = False) -> Mention:
    """Words linked to an entity; doubtfully where others are called so too."""
    ids = (one.entity.id, *one.homonyms)
    return Mention(0, 0, words, one.entity.kind, one.entity.id, one.score, bool(one.homonyms) and not surely, ids)
