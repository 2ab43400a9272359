"""From what the sources say of a statement to its verdict: the lattice, and the gate before `refuted`.

A source votes for a statement, against it, near it, or says nothing. Only votes against, and the gate open in all its
eight conditions, make `refuted`; the first condition that is not met is named in the evidence.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from cranework.reading.model import Evidence, Judgement, Statement, Verdict
from cranework.references.model import Source
from cranework.references.store import RANK

SURE = 0.85
"""Likeness from which a link is sure enough to refute by it."""
NEEDED = 0.95
"""Confidence that `refuted` needs; below it stands `differs`."""
WEAK_CUE = 0.6
"""Share of right statements below which a cue does not carry a refutation."""
UNTOLD = 0.7
"""Confidence of `unverified`."""
UNRANKED = RANK["reference"]
"""Facts without a source count as those of a reference work."""
GRAVITY: tuple[Verdict, ...] = ("refuted", "differs", "unverified", "supported", "not_checkable")
_FLIPPED = {"+": "-", "-": "+", "~": "~", "0": "0"}


@dataclass(frozen=True, slots=True)
class Vote:
    """What one fact means for a statement.

    Attributes:
        sign: ``+`` states it, ``-`` excludes it, ``~`` is near it, ``0`` is silent.
        binding: a functional predicate or a complete list: what it does not hold is excluded.
        omission: excludes by a list in which something is missing; a source that states it is stronger than that.
        same: the qualifiers (film, version, country, category, date) are those of the statement.
        obsolete, fringe: neither refutes nor supports alone; an obsolete value may still be what a text repeats.
    """

    sign: str
    says: str
    source: Source | None = None
    binding: bool = False
    omission: bool = False
    same: bool = True
    obsolete: bool = False
    fringe: bool = False
    certainty: str = "sure"
    at: tuple[int, int] | None = None

    @property
    def weak(self) -> bool:
        """Whether it counts only beside others."""
        return self.obsolete or self.fringe

    @property
    def rank(self) -> int:
        """The rank of its source; less is better."""
        return UNRANKED if self.source is None else RANK.get(self.source.kind, len(RANK))


@dataclass(frozen=True, slots=True)
class Part:
    """One of the things that a statement says, with the votes on it.

    Attributes:
        subject_sure, object_sure: who is meant is certain (or whoever is meant is excluded).
        needs: what would tell, where nothing does.
    """

    votes: Sequence[Vote] = ()
    subject_sure: bool = True
    object_sure: bool = True
    needs: str = ""


class Gate(NamedTuple):
    """The eight conditions for `refuted`."""

    plain: bool
    """Asserted or hedged: not ironic, hypothetical or reported."""
    subject_sure: bool
    """The subject is surely linked; the store has no homonym."""
    object_sure: bool
    """The object is surely linked, or all that it may mean is excluded."""
    functional: bool
    """At most one value is true, or the list is complete."""
    stated: bool
    """A source states an excluding value with the same qualifiers."""
    outside: bool
    """The stated interval does not touch any source's interval with its tolerance."""
    unopposed: bool
    """No source of equal or better kind supports it, and no reference work."""
    uncorrected: bool
    """No other statement of the text corrects it."""

    @property
    def stopped(self) -> str | None:
        """The first condition that is not met."""
        return next((name for name, met in zip(self._fields, self, strict=True) if not met), None)


def may_refute(statement: Statement, part: Part) -> Gate:
    """Which of the eight conditions for `refuted` hold; all must."""
    votes = [vote for vote in part.votes if not vote.weak]
    against = [vote for vote in votes if vote.sign == "-"]
    best = max(min((vote.rank for vote in against), default=len(RANK)), RANK["reference"])
    return Gate(
        plain=statement.modality in ("asserted", "hedged"),
        subject_sure=part.subject_sure,
        object_sure=part.object_sure,
        functional=any(vote.binding for vote in against),
        stated=any(vote.same and (vote.certainty != "disputed" or len(against) > 1) for vote in against),
        outside=not any(
            vote.sign == "~" or (vote.sign == "+" and vote.obsolete) for vote in part.votes if not vote.fringe
        ),
        unopposed=not any(vote.sign == "+" and vote.rank <= best for vote in votes),
        uncorrected=not statement.corrected,
    )


def weigh(statement: Statement, parts: Sequence[Part]) -> Judgement:
    """The judgement of a statement: the gravest of its parts, with the evidence of all."""
    if statement.modality in ("hypothetical", "ironic"):
        return unasked(f"said as {statement.modality}: nobody claims it", statement.predicate)
    weighed = [_weigh(statement, _turned(part) if statement.polarity == "negative" else part) for part in parts]
    if not weighed:
        return silent(statement.predicate, "a source that speaks of it")
    gravest = min(weighed, key=lambda judgement: GRAVITY.index(judgement.verdict))
    alike = [judgement.confidence for judgement in weighed if judgement.verdict == gravest.verdict]
    evidence = tuple(dict.fromkeys(item for judgement in weighed for item in judgement.evidence))
    return Judgement(gravest.verdict, min(alike), evidence)


def unasked(why: str, rule: str) -> Judgement:
    """An opinion, an interpretation, a story: nothing to be checked."""
    return Judgement("not_checkable", 0.9, (Evidence("", why, "0", rule=rule),))


def silent(rule: str, needs: str) -> Judgement:
    """Nothing at hand speaks of it; what would is named."""
    return Judgement(
        "unverified", UNTOLD, (Evidence("", f"nothing at hand speaks of it; {needs} would", "0", rule=rule),)
    )


def _turned(part: Part) -> Part:
    """The votes on a negated statement: who states the thing contradicts, who excludes it agrees.

    That something is missing from an open list says nothing of a statement that it is not so.
    """
    turned = []
    for vote in part.votes:
        if vote.sign == "-" and not vote.binding:
            turned.append(replace(vote, sign="0"))
        else:
            turned.append(replace(vote, sign=_FLIPPED[vote.sign], binding=vote.sign == "+", omission=False))
    return replace(part, votes=tuple(turned))


def _weigh(statement: Statement, part: Part) -> Judgement:
    votes = _counted(part.votes)
    strong = [vote for vote in votes if not vote.weak]
    signs = {vote.sign for vote in strong}
    stopped: str | None = None
    verdict: Verdict
    if "-" in signs:
        stopped = may_refute(statement, replace(part, votes=votes)).stopped
        verdict = "refuted" if stopped is None else _stopped(stopped, signs)
    elif "+" in signs:
        verdict = "supported"
    elif "~" in signs or any(vote.sign in "+-~" for vote in votes if vote.weak):
        verdict = "differs"
    else:
        return silent(statement.predicate, part.needs or "a source that speaks of it")
    sure = confidence(statement, part, verdict, strong or votes)
    if verdict == "refuted" and sure < NEEDED:
        verdict, stopped = "differs", "confidence"
    rule = statement.predicate if stopped is None else f"{statement.predicate}: {stopped}"
    return Judgement(verdict, sure, tuple(_evidence(vote, rule) for vote in votes))


def _counted(votes: Sequence[Vote]) -> tuple[Vote, ...]:
    """The votes without lists that lack what a source of equal or better kind states."""
    stating = min((vote.rank for vote in votes if vote.sign == "+" and not vote.weak), default=len(RANK) + 1)
    return tuple(vote for vote in votes if not (vote.sign == "-" and vote.omission and vote.rank >= stating))


def _stopped(condition: str, signs: set[str]) -> Verdict:
    """The verdict where a vote against meets a closed gate: sources that disagree or are near, else doubt."""
    if condition in ("outside", "unopposed", "plain", "uncorrected") or {"+", "~"} & signs:
        return "differs"
    return "unverified"


def _evidence(vote: Vote, rule: str) -> Evidence:
    source = vote.source
    if source is None:
        return Evidence("references", vote.says, vote.sign, at=vote.at, rule=rule)
    as_of = source.as_of or source.edition
    return Evidence(source.title or "references", vote.says, vote.sign, as_of, vote.at, rule, source.kind)


def confidence(statement: Statement, part: Part, verdict: Verdict, votes: Sequence[Vote]) -> float:
    """How sure a verdict is that the statement was read right: less for weak cues, doubtful links and lone sources."""
    sure = {"supported": 0.96, "refuted": 0.99, "differs": 0.8}.get(verdict, 0.7)
    best = min((vote.rank for vote in votes), default=len(RANK))
    voices = {_voice(vote) for vote in votes if vote.sign != "0"}
    sure -= 0.02 if best > RANK["reference"] else 0.0
    sure -= 0.01 if all(vote.certainty != "sure" for vote in votes) else 0.0
    sure += 0.01 if len(voices) > 1 and verdict == "supported" else 0.0
    sure -= 0.1 if not (part.subject_sure and part.object_sure) else 0.0
    sure -= 0.05 if statement.prior < WEAK_CUE else 0.0
    return round(min(sure, 0.99), 3)


def _voice(vote: Vote) -> str:
    """Sources that copy another are one voice with it."""
    return "" if vote.source is None else vote.source.copies_of or vote.source.id
