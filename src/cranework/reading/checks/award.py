"""Prizes: won, nominated for, counted. Complete lists of a year's category exclude whom they don't hold."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from cranework.reading.checks import likeness, prizes
from cranework.reading.checks.prizes import Prize
from cranework.reading.checks.world import World, is_name, mentions, said, values
from cranework.reading.model import Mention, Statement, Value
from cranework.reading.values import find
from cranework.reading.verdicts import Part, Vote
from cranework.references.model import Fact

_YEAR = re.compile(r"\b(?:18|19|20)\d\d\b")
_WORK = r"(?:films?|movies?|picture|masterpiece|drama|classic|work)\b"
_PRIZES = re.compile(
    r" (?:\w+ )?(?:oscars?|academy awards?|awards|prizes|baftas?|golden globes?|cesars?)\b", re.IGNORECASE
)
_NEAR_YEARS = 1
"""Years by which the year of a film, of a festival and of a ceremony may differ."""


@dataclass(frozen=True, slots=True)
class Won:
    """One prize that a source gives to somebody."""

    fact: Fact
    prize: Prize
    years: frozenset[int]
    winners: tuple[str, ...]
    complete: bool
    says: str


def check(statement: Statement, world: World) -> Sequence[Part]:
    """One part for each prize named, or for the count of them."""
    if counted := _count(statement, world):
        return counted
    named = [part for part in mentions(statement.objects) if part.kind != "country"]
    festival = said(statement, "festival")
    category = said(statement, "category") or _behind(statement, world)
    asked = [prizes.best(category, one.words, festival) for one in named] or [prizes.best(category, festival)]
    winners = _winners(statement, world)
    years = _years(statement)
    return [_prize(statement, world, prize, winners, years) for prize in asked]


def _behind(statement: Statement, world: World) -> str:
    """What a prize was for, in the words behind it: "the Oscar | for best picture"."""
    return found[0] if (found := re.match(r"\s*(?:for|as) .*", world.following(statement))) else ""


def nomination(statement: Statement, world: World) -> Sequence[Part]:
    """Nominated: so says a source, or it says that the prize was won; lists of nominations refute nothing."""
    won = [part for part in check(statement, world) if any(vote.sign == "+" for vote in part.votes)]
    if won:
        return won
    named = prizes.best(said(statement, "category"), *(part.words for part in mentions(statement.objects)))
    votes = []
    for winner in _winners(statement, world):
        for fact in world.facts(winner.entity, "nomination") if winner.entity else ():
            stated = prizes.prize(fact.object or "")
            if named.fits(stated) and (named.category in (None, stated.category) or named.kin(stated)):
                votes.append(world.vote("+", fact, f"nominated: {fact.object}"))
    return [Part(votes, needs="a list of nominations")]


def _prize(statement: Statement, world: World, asked: Prize, winners: Sequence[Mention], years: frozenset[int]) -> Part:
    votes: list[Vote] = []
    strange = bool(winners) and all(is_name(winner) for winner in winners)
    body = asked.body or prizes.prize(world.sentence(statement)).body
    for won in _prizes(world, winners):
        if not asked.fits(won.prize):
            continue
        alike = asked.category in (None, won.prize.category)
        acting = asked.category == "acting" and won.prize.category in ("actor", "actress")
        dated = not years or not won.years or bool(years & won.years)
        if not (alike or acting or asked.kin(won.prize)):
            continue
        same = _is_winner(world, won, winners)
        if same:
            votes.append(
                world.vote(_sign(won, alike or acting, dated, years, winners), won.fact, won.says, binding=True)
            )
        elif same is None and alike and dated and asked.category:
            votes.append(world.vote("~", won.fact, won.says))
        elif same is False and alike and asked.category and _excludes(world, won, body, years):
            votes.append(world.vote("-", won.fact, won.says, binding=True, omission=True))
    if any(vote.sign == "+" for vote in votes):
        votes = [vote for vote in votes if vote.sign in "+-"]
    elif any(vote.sign == "-" for vote in votes):
        votes = [_remark(vote) for vote in votes]
    needs = "a complete list of the prizes of that year"
    return Part(votes, _sure(statement, world, winners), strange, needs)


def _excludes(world: World, won: Won, body: str | None, years: frozenset[int]) -> bool:
    """Whether a list is complete, of the same giver (none is guessed) and of the year meant."""
    return won.complete and body == won.prize.body and _same_year(world, won, years)


def _remark(vote: Vote) -> Vote:
    """A kin prize that was won is a remark where the one named has other winners."""
    return Vote("0", vote.says, vote.source) if vote.sign == "~" else vote


def _sign(won: Won, alike: bool, dated: bool, years: frozenset[int], winners: Sequence[Mention]) -> str:
    if dated:
        return "+" if alike else "~"
    if any(abs(a - b) <= _NEAR_YEARS for a in years for b in won.years):
        return "+" if won.prize.body == "academy" and alike else "~"
    return "-" if alike and won.prize.category and winners and winners[0].kind == "film" else "0"


def _same_year(world: World, won: Won, years: frozenset[int]) -> bool:
    """Whether a list is of the year meant: the year said, or that in which a film of theirs could win."""
    if years:
        return bool(years & won.years)
    film = world.film.id if world.film is not None else None
    made = {year for fact in world.facts(film, "year") for year in _of(fact)} if film else set()
    made |= {year for fact in world.facts(film, "award") for year in _of_qualifiers(fact)} if film else set()
    return not made or any(0 <= a - b <= 2 for a in won.years for b in made)


def _winners(statement: Statement, world: World) -> list[Mention]:
    """Who is said to have won: the subject, or the film under review."""
    subject, own = statement.subject, world.film if statement.about == "film" else None
    film = [Mention(0, 0, own.name, "film", own.id, 1.0, not world.film_sure)] if own is not None else []
    if subject is None:
        return film
    of_them = rf"{re.escape(subject.words)}(?:'s?)? (?:\w+ ){{0,3}}{_WORK}"
    return film if film and re.search(of_them, world.words(statement), re.IGNORECASE) else [subject]


def _sure(statement: Statement, world: World, winners: Sequence[Mention]) -> bool:
    if not winners:
        return False
    if winners[0].kind == "film":
        return world.film_is_sure(statement)
    return not winners[0].doubtful or winners[0].entity is None or len(winners[0].candidates) <= 1


def _years(statement: Statement) -> frozenset[int]:
    """The years that the prize may be of, by the words."""
    year = statement.qualifiers.get("year")
    found = [year] if isinstance(year, Value) else values(statement, "date")
    if isinstance(year, str):
        return frozenset(int(one) for one in _YEAR.findall(year))
    return frozenset(one for value in found for low, high in value.readings[:3] for one in _span(low, high))


def _span(low: float, high: float) -> range:
    if not (1 <= low < high <= date.max.toordinal()):
        return range(0)
    return range(date.fromordinal(int(low)).year, date.fromordinal(int(high) - 1).year + 1)


def _of(fact: Fact) -> set[int]:
    return set(_span(fact.lo, fact.hi)) if fact.lo is not None and fact.hi is not None else set()


def _of_qualifiers(fact: Fact) -> set[int]:
    found = (fact.qualifiers.get(name) for name in ("year", "for_year", "ceremony_year"))
    return {int(year) for value in found for year in _YEAR.findall(str(value or ""))}


def _prizes(world: World, winners: Sequence[Mention]) -> Iterator[Won]:
    """All prizes that the store knows of: lists of festivals, and those of the winners themselves."""
    yield from world.once("prizes", lambda: list(_of_lists(world)))
    for winner in winners:
        for fact in world.facts(winner.entity, "award") if winner.entity else ():
            given = [str(fact.qualifiers.get(name, "")) for name in ("category", "festival")]
            years = _of_qualifiers(fact)
            says = f"{fact.object}, {' '.join(filter(None, given))} {' '.join(map(str, sorted(years)))}".strip(" ,")
            prize = prizes.best(given[0], fact.object or "", given[1])
            yield Won(fact, prize, frozenset(years), (winner.entity or "",), False, says)


def _of_lists(world: World) -> Iterator[Won]:
    """The prizes of all lists of festivals."""
    for fact in world.facts(predicate="award_winner"):
        festival = " ".join([fact.subject.replace("_", " "), *world.called(fact.subject)])
        category = str(fact.qualifiers.get("category", ""))
        years = _of_qualifiers(fact) | {int(year) for year in _YEAR.findall(re.sub(r"([a-z])(\d)", r"\1 \2", festival))}
        for dated in world.facts(fact.subject, "event_date"):
            years |= _of(dated)
        film = fact.qualifiers.get("film")
        winning = tuple(filter(None, (fact.object, str(film) if film else None)))
        says = f"{category or 'prize'}, {world.shown(fact.subject)}: {world.shown(fact.object)}"
        prize = prizes.best(category, str(fact.qualifiers.get("festival", "")), festival)
        yield Won(fact, prize, frozenset(years), winning, fact.complete, says)


def _is_winner(world: World, won: Won, winners: Sequence[Mention]) -> bool | None:
    """Whether somebody named is among the winners, with their film or as one of its makers; None: perhaps."""
    found: set[str] = set()
    for winner in winners:
        for object in won.winners:
            found.add(world.same(winner, object))
            if winner.kind == "film" and world.entity(object) is None:
                found.update(
                    likeness.titles(piece, world.called(winner.entity or winner.words))
                    for piece in likeness.pieces(object)
                )
            if winner.kind == "film" and winner.entity and _made(world, object, winner.entity):
                found.add("yes")
            if winner.kind != "film" and (entity := world.entity(object)) is not None and entity.kind == "film":
                made = _filmed(world, winner, object)
                found.add("yes" if made else "maybe" if object == won.fact.object else "no")
    return True if "yes" in found else None if "maybe" in found else False


def _made(world: World, person: str, film: str) -> bool:
    """Whether a prize of a person is one of the film."""
    entity = world.entity(person)
    if entity is None or entity.kind != "person":
        return False
    own = Mention(0, 0, entity.name, "person", person, 1.0)
    return bool({"director", "screenwriter", "cinematographer", "composer", "editor"} & world.work_of(own, film))


def _filmed(world: World, person: Mention, film: str) -> bool:
    """Whether a prize of a film is one of its director."""
    entity = world.entity(film)
    return entity is not None and entity.kind == "film" and "director" in world.work_of(person, film)


def _number(words: str) -> Value | None:
    """The number that stands right before a prize."""
    counted = (value for value in find(words) if value.kind == "count")
    return next((value for value in counted if _PRIZES.match(words, value.end)), None)


def _count(statement: Statement, world: World) -> list[Part]:
    """How many prizes: compared with a stated number, else nothing."""
    counted = statement.qualifiers.get("count") or _number(world.words(statement))
    if not isinstance(counted, Value):
        return []
    asked = prizes.best(*(part.words for part in mentions(statement.objects)), said(statement, "festival"))
    votes = []
    for winner in _winners(statement, world):
        for fact in world.facts(winner.entity, "award_count") if winner.entity else ():
            if (
                fact.lo is None
                or fact.hi is None
                or not asked.fits(prizes.prize(str(fact.qualifiers.get("award", ""))))
            ):
                continue
            inside = counted.lo <= fact.hi and fact.lo <= counted.hi
            says = f"{fact.lo:g} {fact.qualifiers.get('award', 'prizes')}"
            votes.append(world.vote("+" if inside else "-", fact, says, binding=True))
    return [Part(votes, _sure(statement, world, _winners(statement, world)))] if votes else []
