"""What one look at the film finds of a claim, in words that a reader of films understands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from cranework.reading.model import Evidence, Judgement, Verdict
from cranework.reading.witness.baseline import Cell
from cranework.reading.witness.measured import MeasuredFilm, Shot
from cranework.reading.witness.wording import Claim

FILM, SUBTITLES = "the film", "subtitles"
KINDS = {FILM: "film", SUBTITLES: "subtitles"}
MOST_EXAMPLES = 3
"""Shots shown for a finding: the best ones tell."""

VOTES: dict[Verdict, str] = {"supported": "+", "refuted": "-", "differs": "~", "unverified": "0", "not_checkable": "0"}
SUREST = 0.97
"""No measure is surer than this, whatever single finds say."""

NO_BASELINE = 0.7
"""Factor of confidence where a degree had to be judged without a baseline."""


@dataclass(frozen=True, slots=True)
class Example:
    """A place in the film that shows what was found."""

    start: int
    end: int
    says: str
    confidence: float = 0.0


@dataclass(frozen=True, slots=True)
class Finding:
    """A verdict of the film, how sure, and why; ``refuted`` is still to pass what `form.py` asks of it."""

    verdict: Verdict
    confidence: float
    says: str
    examples: Sequence[Example] = ()

    def judgement(self, rule: str, remark: str = "") -> Judgement:
        """The finding as the document has it: what was found first, then the best places."""
        says = f"{self.says}; {remark}" if remark else self.says
        best = self.examples[:MOST_EXAMPLES]
        at = (best[0].start, best[0].end) if best else None
        if best:
            says = f"{says}. {best[0].says}"
        vote = VOTES[self.verdict]
        evidence = [Evidence(FILM, says, vote, at=at, rule=rule, kind=KINDS[FILM])]
        evidence += [replace(evidence[0], says=e.says, at=(e.start, e.end)) for e in best[1:]]
        return Judgement(self.verdict, round(self.confidence, 3), tuple(evidence))

    def instead(self, verdict: Verdict, confidence: float) -> Finding:
        """The same with another verdict."""
        return replace(self, verdict=verdict, confidence=confidence)


@dataclass(frozen=True, slots=True)
class View:
    """What a claim is held against: the part of the film that it speaks of, the whole, and other films."""

    part: MeasuredFilm
    whole: MeasuredFilm
    cell: Cell | None

    @property
    def of_part(self) -> bool:
        """Whether only a part is looked at."""
        return self.part is not self.whole


def silent(says: str) -> Finding:
    """Nothing that the film could say of it."""
    return Finding("unverified", 0.5, says)


def at_least_one(confidences: Iterable[float]) -> float:
    """Probability that one of the finds is right, bounded: their errors have causes in common."""
    wrong = 1.0
    for confidence in sorted(confidences, reverse=True)[:MOST_EXAMPLES]:
        wrong *= 1 - confidence
    return min(1 - wrong, SUREST)


def among_films(view: View, statistic: str, value: float) -> str:
    """Where a value lies among the films of the baseline, in words."""
    rank = view.cell and view.cell.rank(statistic, value)
    if rank is None or view.cell is None:
        return "there is no baseline of films for it"
    return f"more than in {rank:.0f} of 100 of the baseline's {view.cell.films} ({view.cell.made_of})"


def bound(view: View, statistic: str, percentile: float, number: float, high: bool = True) -> float:
    """From which value on (up to which, if not ``high``) a degree is reached: by percentile or number, the easier."""
    at = None if view.cell is None else view.cell.at(statistic, percentile)
    return number if at is None else min(at, number) if high else max(at, number)


def opposed(view: View, statistic: str, percentile: float, number: float, high: bool = True) -> float:
    """The same where it speaks against a claim: percentile and number, both."""
    at = None if view.cell is None else view.cell.at(statistic, percentile)
    return number if at is None else max(at, number) if high else min(at, number)


def clock(seconds: float) -> str:
    """A time in the film, h:mm:ss."""
    whole = int(seconds)
    return f"{whole // 3600}:{whole // 60 % 60:02d}:{whole % 60:02d}"


def shot_words(shot: Shot) -> str:
    """Which shot, and where."""
    return f"shot {shot.index + 1} ({clock(shot.start_s)}, {shot.seconds:.1f} s)"


def counted(number: int, one: str, many: str = "") -> str:
    """A number of things in words."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def percent(share: float) -> str:
    """A share in words."""
    return f"{share * 100:.0f} %"


def quoted(claim: Claim) -> str:
    """The claim's words, shortened."""
    words = " ".join(claim.words.split())
    return f"\u201c{words if len(words) <= 60 else words[:57] + '...'}\u201d"
