"""Statements about the camera against its measured moves: how mobile it is, and whether a move is there."""

from __future__ import annotations

import re
from collections.abc import Callable

from cranework.reading.witness.conditions import BY_NAME, CONDITIONS, HELD_RIGHT, LONG, Condition, turned_degrees
from cranework.reading.witness.findings import (
    NO_BASELINE,
    Example,
    Finding,
    View,
    among_films,
    at_least_one,
    bound,
    counted,
    opposed,
    percent,
    shot_words,
    silent,
)  # fmt: skip
from cranework.reading.witness.measured import LIKELY, STATIC, SURE_MOVE, Move, Shot
from cranework.reading.witness.thresholds import THRESHOLDS as T
from cranework.reading.witness.wording import MORE_THAN_ONE, Claim, Degree, Movement, movement_of

MOVING_RIGHT = 0.93
"""Share of real clips in which moving is told from static (docs/measurements.md)."""

SURE_AGAINST = 0.96
"""Confidence of a contradiction beyond both of its bounds."""

ERROR = 0.02
"""By which a share of moving time may be off without anybody's seeing it."""


def mobility(claim: Claim, view: View) -> Finding:
    """How much the camera moves, against what is said of it."""
    share = view.part.statistics.get("moving_share")
    if share is None:
        return silent("nothing could be told of the camera in these shots")
    said = movement_of(claim)
    if said is None:
        return silent("what the camera is said to do is nothing that is measured")
    if said.degree is Degree.SOME and MORE_THAN_ONE.search(claim.words):
        return some_shots(view, said.moves)
    says = f"the camera moves in {percent(share)} of the time; {among_films(view, 'moving_share', share)}"
    finding = _mobile(view, said, share, says) if said.moves else _still(view, said, share, says)
    if finding.verdict == "refuted" and not (said.clear and said.degree is not Degree.SOME):
        finding = finding.instead("differs", 0.6)  # "a static camera" may be that of one shot
    return finding


def _mobile(view: View, said: Movement, share: float, says: str) -> Finding:
    strong = said.degree >= Degree.EXTREME
    percentile, number = (T.very_mobile_percentile, T.very_mobile) if strong else (T.mobile_percentile, T.mobile)
    least = bound(view, "moving_share", percentile, number)
    says = f"{says}; {percent(least)} are asked of a {'very ' if strong else ''}mobile camera"
    sure = MOVING_RIGHT * (1 if view.cell else NO_BASELINE)
    if share >= least + ERROR:
        return Finding("supported", sure, says, most_moving(view))
    most = share + view.part.share(Shot.untold_s)
    few = len(view.whole.shots) < T.told_shots
    travels = any(shot.flags & {"crane", "tracking"} for shot in view.whole.shots)
    if most <= opposed(view, "moving_share", T.opposite_low, T.surely_still, high=False) and not (few or travels):
        return Finding("refuted", SURE_AGAINST, says)
    return Finding("differs", 0.6, says, most_moving(view))


def _still(view: View, said: Movement, share: float, says: str) -> Finding:
    never = said.degree in (Degree.NONE, Degree.ALL)
    most = T.quite_still if never else T.mostly_still
    untold, sure = view.part.share(Shot.untold_s), view.part.share(lambda shot: shot.moving_s(SURE_MOVE))
    says = f"{says}; at most {percent(most)} are asked of a camera that {'never' if never else 'hardly'} moves"
    against = T.surely_moving if never else opposed(view, "moving_share", T.opposite_high, T.surely_mobile)
    if share + untold <= most - (0 if never else ERROR):
        return Finding("supported", MOVING_RIGHT, says, _held(view))
    if sure >= against:
        return Finding("refuted", SURE_AGAINST, says, most_moving(view))
    return Finding("differs", 0.6, says, most_moving(view))


def some_shots(view: View, moving: bool) -> Finding:
    """Whether there are shots that move, or that stand."""
    examples = most_moving(view) if moving else _held(view)
    what = "with a camera move" if moving else "in which the camera stands"
    if not examples:
        return silent(f"no shot {what} was found")
    return Finding("supported", at_least_one(e.confidence for e in examples), f"there are shots {what}", examples)


def most_moving(view: View) -> list[Example]:
    """Shots whose camera moves most, the surest first."""
    shots = sorted(view.part.shots, key=lambda shot: (-shot.moving_s(), shot.index))
    return [
        Example(shot.start, shot.end, f"{shot_words(shot)}: {_moves_of(shot)}", max(m.confidence for m in moves))
        for shot in shots[:3]
        if (moves := [m for m in shot.moves if m.moves and m.confidence >= LIKELY])
    ]


def _held(view: View) -> list[Example]:
    still = [
        (max(m.confidence for m in shot.moves), shot)
        for shot in view.part.shots
        if shot.moves and all(m.label == STATIC for m in shot.moves)
    ]
    still.sort(key=lambda found: (-found[0], found[1].index))
    return [
        Example(s.start, s.end, f"{shot_words(s)}: the camera stands, sure to {c:.2f}", c)
        for c, s in still[:3]
        if c >= LIKELY
    ]


def _moves_of(shot: Shot) -> str:
    return ", ".join(move_words(m) for m in shot.moves if m.moves and m.confidence >= LIKELY)


def move_words(move: Move) -> str:
    """A move with its confidence."""
    return f"{(move.label or '').replace('_', ' ')}, sure to {move.confidence:.2f}"


def handheld(claim: Claim, view: View) -> Finding:
    """Whether shots, or all of them, are held in the hand."""
    share = view.part.statistics.get("handheld_share")
    if share is None or not any(shot.steadiness for shot in view.part.shots):
        return silent("it could not be told how the camera is held")
    shots = [shot for shot in view.part.shots if shot.steadiness == "handheld"]
    examples = [Example(s.start, s.end, f"{shot_words(s)}: as in a hand", HELD_RIGHT) for s in shots]
    says = f"{len(shots)} of {len(view.part.shots)} shots ({percent(share)}) sway as in a hand"
    if claim.degree >= Degree.MUCH:
        enough = share >= T.all_handheld
        says = f"{says}; {percent(T.all_handheld)} are asked where all or most is hand-held"
        return Finding("supported" if enough else "differs", HELD_RIGHT if enough else 0.6, says, examples)
    if claim.denied:
        return Finding("differs", 0.5, says, examples) if len(shots) >= T.few_shots else silent(says)
    if not shots:
        return silent(f"{says}; steadiness is told right in 85 of 100 shots, so that this refutes nothing")
    return Finding("supported", HELD_RIGHT if len(shots) >= T.few_shots else 0.6, says, examples)


CRANED = re.compile(r"\b(?:camera|shots?|craning|craned|crane (?:moves?|movements?|work)|frame|lens)\b", re.IGNORECASE)
UNCLEAR = "it is not plain whether it is said to be there"
NOT_MEASURED = re.compile(r"\b(?:angles?|aerial|overhead|helicopter|drone|upside[- ]down)\b", re.IGNORECASE)


def conditions_of(claim: Claim, first: str) -> list[Condition]:
    """What a shot must show at once: the statement's own thing, and whatever else its words name."""
    others = [c for c in CONDITIONS if c.name != first and c.wording.search(claim.words)]
    return [BY_NAME[first], *others] if first in BY_NAME else others


def presence(first: str) -> Callable[[Claim, View], Finding]:
    """Whether there is a shot with such a move; that none was found refutes nothing."""

    def find(claim: Claim, view: View) -> Finding:
        if first == "crane" and not CRANED.search(claim.sentence):
            return silent("whether a camera is meant, or a bird, is not plain: no move is looked for")
        if claim.says(NOT_MEASURED):
            return silent("angles of the camera, and whether it flies, are not measured")
        wanted = conditions_of(claim, first)
        long = T.long_tracking_s if claim.says(LONG) and first in ("tracking", "handheld", "crane") else 0.0
        what = " and ".join(c.name for c in wanted) + (f" of {long:.0f} s or more" if long else "")
        found = _examples(claim, view, wanted, long)
        if claim.denied:
            return _denied(BY_NAME[first], found, view) if claim.clear else silent(UNCLEAR)
        if found:
            return _found(claim, view, found, what)
        near = _near(first, claim, view)
        recall = min(c.recall for c in wanted)
        says = f"no shot with {what} was found; {percent(recall)} of such shots are found, so that this refutes nothing"
        return near or silent(says)

    return find


def _examples(claim: Claim, view: View, wanted: list[Condition], long_s: float) -> list[Example]:
    found = []
    for shot in view.part.shots:
        confidence = min(c.confidence(shot, claim) for c in wanted)
        if confidence >= LIKELY and shot.seconds >= long_s:
            told = _moves_of(shot) or f"{wanted[0].name}, sure to {confidence:.2f}"
            found.append(Example(shot.start, shot.end, f"{shot_words(shot)}: {told}", confidence))
    return sorted(found, key=lambda example: (-example.confidence, example.start))


def _found(claim: Claim, view: View, found: list[Example], what: str) -> Finding:
    says = f"{what}: in {len(found)} of {counted(len(view.part.shots), 'shot')}"
    if claim.degree >= Degree.MUCH and len(found) < max(T.contradicting_finds, len(view.part.shots) / 10):
        return Finding("differs", 0.6, f"{says}: not many", found)
    return Finding("supported", at_least_one(e.confidence for e in found), says, found)


def _denied(condition: Condition, found: list[Example], view: View) -> Finding:
    """Something is said not to be there."""
    sure = [example for example in found if example.confidence >= T.sure_find]
    shots = max(len(view.part.shots), 1)
    if len(sure) >= T.contradicting_finds and len(sure) >= T.contradicting_share * shots and condition.precision >= 0.9:
        return Finding("refuted", SURE_AGAINST, f"{len(sure)} shots surely with {condition.name}", sure)
    if found:
        return Finding("differs", 0.6, f"{counted(len(found), 'shot')} with {condition.name}, it seems", found)
    says = f"no shot with {condition.name} was found; {percent(condition.recall)} of such shots are found"
    return Finding("supported", condition.recall, says) if condition.recall >= SURE_MOVE else silent(says)


def _near(first: str, claim: Claim, view: View) -> Finding | None:
    """A turn that is no spin."""
    if first != "spin":
        return None
    shot = max(view.part.shots, key=turned_degrees, default=None)
    if shot is None or turned_degrees(shot) < T.turn_degrees:
        return None
    says = f"the picture turns by {turned_degrees(shot):.0f} degrees at most; {T.spin_degrees:.0f} are asked of a spin"
    return Finding("differs", 0.6, says, [Example(shot.start, shot.end, f"{shot_words(shot)}: {_moves_of(shot)}")])
