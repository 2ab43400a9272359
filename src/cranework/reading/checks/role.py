"""Who plays whom, and who is who in the story."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cranework.reading.checks.world import World, is_name, mentions
from cranework.reading.model import Mention, Statement
from cranework.reading.verdicts import SURE, Part, Vote
from cranework.references.model import Fact

_ANOTHER_AGE = re.compile(
    r"\b(?:young(?:er)?|old(?:er)?|elder(?:ly)?|child(?:hood)?|boy|girl|adult|grown|teen\w*|baby|voice[sd]?|dub\w*"
    r"|double"
    r"|stunt\w*|sing\w*|understudy|originally|stage|remake|version|series)\b",
    re.IGNORECASE,
)
"""A character may have several players: as a child, in another voice, in another film or on the stage."""

_ELSEWHERE = re.compile(
    r"\bin (?:the|his|her|a|another) (?:play|musical|novel|book)\b|\bstage[sd]?\b|\btheat(?:re|er)\b|\bremakes?\b"
    r"|\btelevision\b|\btv\b|\bradio\b|\bopera\b|\bballet\b|\bversions?\b|\bsequels?\b|\bprequels?\b"
    r"|\boriginal(?:ly)?\b",
    re.IGNORECASE,
)
_LOOSE = (
    {"brother", "cousin", "half-brother", "stepbrother", "foster brother", "brother-in-law"},
    {"sister", "cousin", "half-sister", "stepsister", "sister-in-law"},
    {"fiance", "fiancee", "boyfriend", "girlfriend", "lover", "sweetheart", "beloved", "husband", "wife", "betrothed",
     "bride", "groom", "spouse", "love"},
    {"father", "stepfather", "foster father", "guardian", "dad"},
    {"mother", "stepmother", "foster mother", "mum", "mom", "guardian"},
    {"friend", "comrade", "colleague", "buddy", "companion"},
    {"daughter", "stepdaughter", "girl"},
    {"son", "stepson", "boy"},
)  # fmt: skip
"""Relations that loose talk mixes up: near, and no contradiction."""
_KIN = "father mother brother sister cousin uncle aunt nephew niece grandfather grandmother grandson granddaughter son"
_KINSHIP = frozenset([*_KIN.split(), "daughter"])
"""Relations of which one excludes another between the same two people."""
_CHILDREN, _PARENTS, _SIBLINGS = {"son", "daughter", "child"}, {"father", "mother", "parent"}, {"brother", "sister"}
_INVERSE = {
    "father": _CHILDREN, "mother": _CHILDREN, "son": _PARENTS, "daughter": _PARENTS, "brother": _SIBLINGS,
    "sister": _SIBLINGS, "cousin": {"cousin"}, "uncle": {"nephew", "niece"}, "aunt": {"nephew", "niece"},
    "wife": {"husband"}, "husband": {"wife"},
}  # fmt: skip


def plays(statement: Statement, world: World) -> Sequence[Part]:
    """One part for each player named."""
    film, character = world.film_of(statement), statement.subject
    people = mentions(statement.objects)
    if (
        character is not None
        and len(people) == 1
        and _swapped(world, character, people[0], film)
        and " by " in world.words(statement)
    ):
        character, people = people[0], [character]
    if character is None or character.kind == "film":
        return [_cast(world, person, film) for person in people]
    parts = []
    own = world.film.id if world.film is not None and statement.about == "film" else None
    for person in people:
        if world.plays_in(person, film or own) and "cast" not in world.work_of(person, film or own or ""):
            continue
        found = world.characters(character, film or own)
        facts = [fact for id in found for fact in world.plays(id, film or own)]
        sure = world.film_sure and len(found) == 1 and not character.doubtful and (film or own) is not None
        parts.append(_player(statement, world, person, facts, sure))
    return parts or [Part(needs="a cast list that names the character")]


def _swapped(world: World, character: Mention, person: Mention, film: str | None) -> bool:
    """Whether the player stands where the character should: "she is played by"."""
    return not world.plays_in(character, film) and world.plays_in(person, film)


def _player(statement: Statement, world: World, person: Mention, facts: Sequence[Fact], sure: bool) -> Part:
    votes = []
    for fact in facts:
        says = f"{world.shown(fact.subject)} is played by {world.shown(fact.object)}"
        same = world.same(person, fact.object)
        sign = {"yes": "+", "maybe": "~", "no": "-"}[same]
        elsewhere = _ELSEWHERE.search(world.sentence(statement)) or _ANOTHER_AGE.search(world.words(statement, 12))
        if sign == "-" and elsewhere:
            sign = "0"
        votes.append(world.vote(sign, fact, says, binding=world.functional("plays"), omission=True))
    return Part(votes, sure, is_name(person), "a cast list that names the character")


def _cast(world: World, person: Mention, film: str | None) -> Part:
    """That somebody plays in a film; the lists are open."""
    votes = [Vote("+", f"{person.words} plays in it")] if film and "cast" in world.work_of(person, film) else []
    return Part(votes, needs="a complete cast list")


def relation(statement: Statement, world: World) -> Sequence[Part]:
    """Whose cousin, father, fiancé a character is."""
    said = [word for word in _words(statement)]
    of = statement.qualifiers.get("of")
    other = of if isinstance(of, Mention) else None
    votes = []
    for id in _characters(statement, world):
        for fact in world.facts(id, "relation"):
            if other is None or _means(world, other, fact.qualifiers.get("of")):
                votes.append(_related(world, fact, said, other is not None))
        for fact in world.facts(None, "relation"):
            meant = fact.qualifiers.get("of") == id and (other is None or _means(world, other, fact.subject))
            if meant and any(word in _INVERSE.get(fact.object or "", ()) for word in said):
                votes.append(world.vote("+", fact, _says(world, fact)))
    if any(vote.sign == "+" for vote in votes):
        votes = [vote for vote in votes if vote.sign == "+"]
    return [Part(votes, _sure(statement, world), needs="a source that says who is who in the story")]


def _related(world: World, fact: Fact, said: Sequence[str], bound: bool) -> Vote:
    stated = (fact.object or "").lower()
    says = _says(world, fact)
    if stated in said:
        return world.vote("+", fact, says)
    if any({stated, word} <= group for word in said for group in _LOOSE):
        return world.vote("~", fact, says)
    apart = stated in _KINSHIP and any(word in _KINSHIP for word in said)
    if apart and bound:
        return world.vote("-", fact, says, binding=world.functional("relation"))
    return world.vote("0", fact, says)


def _says(world: World, fact: Fact) -> str:
    return f"{world.shown(fact.subject)}: {fact.object} of {world.shown(fact.qualifiers.get('of'))}"


def _words(statement: Statement) -> list[str]:
    words = " ".join(part.words for part in statement.objects).lower()
    return re.findall(r"[a-z][a-z-]+", words.replace("é", "e"))


def _characters(statement: Statement, world: World) -> list[str]:
    """The character meant; of a player named instead, the characters that they play."""
    subject = statement.subject
    if subject is None:
        return []
    film = world.film.id if world.film is not None else None
    if subject.kind == "person" and subject.entity is not None:
        return [fact.subject for fact in world.facts(None, "plays", subject.entity) if world.in_film(fact, film)]
    return world.characters(subject, film)


def _means(world: World, said: Mention, id: str | None) -> bool:
    if id is None:
        return False
    if said.entity is not None and said.kind == "person":
        return any(fact.subject == id for fact in world.facts(None, "plays", said.entity))
    return said.entity == id or world.same(said, id) == "yes"


def _sure(statement: Statement, world: World) -> bool:
    subject, of = statement.subject, statement.qualifiers.get("of")
    linked = [part for part in (subject, of) if isinstance(part, Mention)]
    return world.film_sure and all(part.score >= SURE and not part.doubtful for part in linked)


def profession(statement: Statement, world: World) -> Sequence[Part]:
    """What a character or person does; one may do several things, so that another word refutes nothing."""
    said = _words(statement)
    votes = []
    subject = statement.subject
    ids = [subject.entity] if subject is not None and subject.kind == "person" and subject.entity else []
    for id in (*ids, *_characters(statement, world)):
        for fact in world.facts(id, "profession"):
            stated = (fact.object or "").lower().split()
            if set(stated) & set(said):
                votes.append(world.vote("+", fact, f"{world.shown(id)}: {fact.object}"))
    return [Part(votes, needs="a source on that character")]
