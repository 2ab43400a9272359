"""Statements about editing against the measured shots and joins: long takes, tempo, montage, dissolves, overlays."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from cranework.reading.model import Value
from cranework.reading.witness.camera import SURE_AGAINST, UNCLEAR, conditions_of, presence
from cranework.reading.witness.findings import (
    NO_BASELINE,
    Example,
    Finding,
    View,
    among_films,
    at_least_one,
    bound,
    clock,
    counted,
    opposed,
    shot_words,
    silent,
)  # fmt: skip
from cranework.reading.witness.measured import LIKELY, Join, Shot
from cranework.reading.witness.thresholds import THRESHOLDS as T
from cranework.reading.witness.wording import NO_CUT, Claim, Degree

CUTS_RIGHT = 0.98
"""Share of cuts found, and of found cuts that are right, on real clips (docs/measurements.md)."""

RECALL = {"dissolve": 0.96, "fade": 0.96, "wipe": 0.83}
"""Share of gradual transitions that are found on real clips; 12 wipes alone were labelled."""


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE)


WHOLE_FILM = _words(
    r"(?:whole|entire|complete) (?:film|movie|picture|thing|story)|(?:the|this) (?:film|movie|picture) (?:is|was|has|"
    r"contains|runs|unfolds|consists)|throughout|from (?:start|beginning) to (?:finish|end)"
)
SEEMING = _words(
    r"seem\w*|appear\w*|look\w*|as if|as though|illusion|apparent(?:ly)?|virtually|practically|almost|nearly"
)


def long_take(claim: Claim, view: View) -> Finding:
    """A shot of a named length, an unusually long one, or a film in one take."""
    if not view.part.shots:
        return silent("no shots were found in it")
    if claim.says(NO_CUT) and not claim.of_scene and WHOLE_FILM.search(claim.sentence):
        return _one_take(claim, view)
    named = claim.duration()
    if named is not None:
        return _named_take(named, view)
    least = long_take_s(view)
    longest = sorted((s for s in view.part.shots if s.seconds >= least), key=lambda s: (-s.seconds, s.index))
    top = max(view.part.shots, key=lambda s: s.seconds)
    says = f"the longest shot lasts {top.seconds:.1f} s; a long take has {least:.0f} s or more"
    if claim.denied and not claim.says(NO_CUT):
        return (
            Finding("differs", 0.6, says, _shots(longest))
            if longest
            else Finding("supported", 0.85, says, _shots([top]))
        )
    if not longest:
        return Finding("differs", 0.6, says, _shots([top]))
    others = presence("long take")(claim, _only(view, longest)) if _names_a_move(claim) else None
    if others is not None and others.verdict != "supported":
        return silent(f"{says}; none of them shows what else is said of it: {others.says}")
    return Finding("supported", CUTS_RIGHT * (1 if view.cell else NO_BASELINE), says, _shots(longest))


def long_take_s(view: View) -> float:
    """From which length on a shot is a long take."""
    return max(T.least_long_take_s, bound(view, "shot_length_s", T.long_percentile, T.long_take_s))


def _names_a_move(claim: Claim) -> bool:
    return bool(conditions_of(claim, "long take"))


def _only(view: View, shots: Sequence[Shot]) -> View:
    return View(replace(view.part, shots=tuple(shots)), view.whole, view.cell)


def _one_take(claim: Claim, view: View) -> Finding:
    cuts = [j for j in view.part.joins if j.kind == "cut" and j.confidence >= T.sure_find]
    minutes = max((view.part.seconds or view.part.shot_seconds) / 60, 1e-9)
    says = f"{len(cuts)} cuts were surely found"
    examples = [_example(j) for j in cuts[:3]]
    if not view.part.joins:
        return Finding("supported", CUTS_RIGHT, "no cut was found")
    far = len(cuts) >= T.cuts_in_one_take and len(cuts) / minutes >= T.cuts_a_minute
    if far and not SEEMING.search(claim.sentence):
        return Finding("refuted", SURE_AGAINST, says, examples)
    return Finding("differs", 0.6, says, examples)


def _named_take(named: Value, view: View) -> Finding:
    low, high = named.lo * (1 - T.named_length), named.hi * (1 + T.named_length)
    fit = [shot for shot in view.part.shots if low <= shot.seconds <= high]
    middle = (max(low, 0.0) + min(high, 1e6)) / 2
    near = min(view.part.shots, key=lambda shot: abs(shot.seconds - middle))
    if fit:
        return Finding("supported", 0.9, f"there is a shot as long as \u201c{named.words}\u201d", _shots(fit))
    says = f"no shot lasts \u201c{named.words}\u201d; the nearest has {near.seconds:.1f} s"
    return Finding("differs", 0.6, says, _shots([near]))


def _shots(shots: Sequence[Shot]) -> list[Example]:
    return [Example(shot.start, shot.end, shot_words(shot)) for shot in shots]


# Tempo

NAMED_AVERAGE = _words(r"average shot|shot lengths?|ASL")
ABOUT_CUTS = _words(r"cut(?:s|ting)?|edit(?:s|ed|ing)?|shots?|montage")


def cutting(fast: bool) -> Callable[[Claim, View], Finding]:
    """Whether the film, or a scene of it, is cut fast or slowly."""

    def find(claim: Claim, view: View) -> Finding:
        average = view.part.statistics.get("average_shot_length_s")
        usual = view.whole.statistics.get("average_shot_length_s")
        if average is None or usual is None:
            return silent("no shots were found in it")
        named = claim.duration()
        if named is not None and claim.says(NAMED_AVERAGE):
            return _named_average(named, average)
        if view.of_part:
            return _tempo_of_scene(fast, average, usual)
        return _tempo_of_film(claim, view, fast, average)

    return find


def _named_average(named: Value, average: float) -> Finding:
    low, high = named.lo * (1 - T.named_average), named.hi * (1 + T.named_average)
    says = f"the average shot lasts {average:.2f} s; \u201c{named.words}\u201d is said"
    return Finding("supported", 0.95, says) if low <= average <= high else Finding("differs", 0.8, says)


def _tempo_of_scene(fast: bool, average: float, usual: float) -> Finding:
    ratio = average / max(usual, 1e-9)
    says = f"shots of this part last {average:.1f} s on average, {ratio:.2f} times the film's {usual:.1f} s"
    fits = ratio <= T.scene_fast if fast else ratio >= T.scene_slow
    return Finding("supported", 0.85, says) if fits else Finding("differs", 0.55, says)


def _tempo_of_film(claim: Claim, view: View, fast: bool, average: float) -> Finding:
    percentile, number = (T.fast_percentile, T.fast_s) if fast else (T.slow_percentile, T.slow_s)
    limit = bound(view, "average_shot_length_s", percentile, number, high=not fast)
    says = (
        f"the average shot lasts {average:.1f} s; {among_films(view, 'average_shot_length_s', average)}; "
        f"{'up to' if fast else 'from'} {limit:.1f} s cutting is called {'fast' if fast else 'slow'}"
    )
    fits = average <= limit if fast else average >= limit
    sure = 0.9 * (1 if view.cell else NO_BASELINE)
    if claim.denied:
        return Finding("differs", 0.6, says) if fits else Finding("supported", sure, says)
    if fits:
        return Finding("supported", sure, says)
    if (burst := fast_stretch(view)) and fast and claim.degree <= Degree.SOME:
        return Finding("supported", 0.7, f"{says}; there are stretches cut twice as fast", [burst])
    plain = claim.degree > Degree.SOME and claim.says(ABOUT_CUTS) and len(view.part.shots) >= T.shots_of_a_film
    if plain and _opposite(view, fast, average, burst):
        return Finding("refuted", SURE_AGAINST, says)
    return Finding("differs", 0.6, says)


def _opposite(view: View, fast: bool, average: float, burst: Example | None) -> bool:
    """Whether tempo is the very opposite, in the whole film and in every part of it."""
    lengths = view.part.statistics
    if fast:
        slow = average >= opposed(view, "average_shot_length_s", T.opposite_high, T.surely_slow_s)
        return slow and burst is None and lengths["tenth_shot_length_s"] >= T.fast_s
    quick = average <= opposed(view, "average_shot_length_s", T.opposite_low, T.surely_fast_s, high=False)
    return quick and lengths["longest_shot_s"] < T.least_long_take_s


def fast_stretch(view: View) -> Example | None:
    """The run of shots that is cut fastest, if twice as fast as the film."""
    shots, n = view.part.shots, T.shots_in_montage
    usual = view.whole.statistics.get("average_shot_length_s", 0.0)
    runs = [(sum(s.seconds for s in shots[k : k + n]) / n, k) for k in range(len(shots) - n + 1)]
    if not runs or min(runs)[0] > T.scene_fast * usual:
        return None
    average, k = min(runs)
    first, last = shots[k], shots[k + n - 1]
    return Example(first.start, last.end, f"{n} shots from {clock(first.start_s)} last {average:.1f} s on average")


MONTAGE_SCENE = _words(r"montage (?:sequences?|scenes?|passages?|of)|an?(?: \w+){0,2} montage|montages")


def montage(claim: Claim, view: View) -> Finding:
    """A montage sequence: a stretch cut fast, or held together by gradual transitions."""
    if not claim.says(MONTAGE_SCENE):
        return silent("\u201cmontage\u201d as another word for editing is nothing that can be measured")
    burst = fast_stretch(view)
    gradual = [j for j in view.part.joins if j.kind != "cut" and j.confidence >= LIKELY]
    n = T.gradual_in_montage
    for first, last in zip(gradual, gradual[n - 1 :], strict=False):
        if last.start_s - first.start_s <= T.montage_s:
            says = f"{n} gradual transitions within {last.start_s - first.start_s:.0f} s from {clock(first.start_s)}"
            return Finding("supported", 0.75, says, [Example(first.start, last.end, "the stretch of them")])
    if burst is not None:
        return Finding("supported", 0.7, "there is a stretch cut twice as fast as the film", [burst])
    return silent("no stretch is cut twice as fast as the film, or held together by gradual transitions")


# Transitions and overlays

IRIS = _words(r"iris(?:es)?(?:[- ](?:in|out))?")


def joins(kind: str) -> Callable[[Claim, View], Finding]:
    """Whether transitions of a kind are there, and how many."""

    def find(claim: Claim, view: View) -> Finding:
        found = [j for j in view.part.joins if j.kind.startswith(kind) and j.confidence >= LIKELY]
        found.sort(key=lambda j: (-j.confidence, j.start))
        examples = [_example(j) for j in found]
        says = f"{counted(len(found), kind)} among {counted(len(view.part.joins), 'transition')}"
        if claim.says(IRIS):
            return silent(f"{says}; an iris is not told from other wipes")
        if claim.denied and not claim.clear:
            return silent(UNCLEAR)
        if claim.denied:
            return _denied(kind, found, examples, view, says)
        if (named := claim.named("count")) is not None:
            low, high = named.lo * (1 - T.named_count), named.hi * (1 + T.named_count)
            fits = low <= len(found) <= high
            return Finding("supported" if fits else "differs", 0.85 if fits else 0.6, says, examples)
        if not found:
            return silent(f"no {kind} was found, which refutes nothing")
        if claim.degree >= Degree.MUCH:
            return _many(kind, found, examples, view, says)
        return Finding("supported", at_least_one(j.confidence for j in found), says, examples)

    return find


def _many(kind: str, found: Sequence[Join], examples: Sequence[Example], view: View, says: str) -> Finding:
    share = len(found) / max(len(view.part.joins), 1)
    least = bound(view, f"{kind}_share", T.many_percentile, T.many_share)
    says = f"{says}; {among_films(view, f'{kind}_share', share)}"
    if share >= least and len(found) >= T.many_least:
        return Finding("supported", 0.85 * (1 if view.cell else NO_BASELINE), says, examples)
    return Finding("differs", 0.55, says, examples)


def _denied(kind: str, found: Sequence[Join], examples: Sequence[Example], view: View, says: str) -> Finding:
    sure = sum(j.confidence >= T.sure_find for j in found)
    enough = max(T.contradicting_finds, T.contradicting_share * len(view.part.joins))
    if sure >= enough and kind != "wipe":
        return Finding("refuted", SURE_AGAINST, says, examples)
    if found:
        return Finding("differs", 0.6, says, examples)
    return Finding("supported", RECALL[kind], f"no {kind} was found")


def _example(join: Join) -> Example:
    """Where it is; a cut, which has no length, with a frame to each side."""
    start, end = (join.start, join.end) if join.start < join.end else (max(join.start - 1, 0), join.end + 1)
    says = f"a {join.kind.replace('_', ' ')} at {clock(join.start_s)}, sure to {join.confidence:.2f}"
    return Example(start, end, says, join.confidence)


def overlay(claim: Claim, view: View) -> Finding:
    """Whether two pictures are held together, and how long."""
    found = sorted(
        (s for s in view.part.superimpositions if s.confidence >= LIKELY), key=lambda s: (-s.confidence, s.start)
    )
    examples = [_example(s) for s in found]
    says = f"two pictures are held together in {counted(len(found), 'stretch', 'stretches')}"
    if claim.denied:
        return Finding("differs", 0.55, says, examples) if found else silent(f"{says}; not all of them are found")
    if not found:
        return silent("no superimposition was found; not all of them are, so that this refutes nothing")
    if (named := claim.duration()) is not None:
        low, high = named.lo * (1 - T.named_overlay), named.hi * (1 + T.named_overlay)
        fit = [e for e, s in zip(examples, found, strict=True) if low <= s.seconds <= high]
        lengths = ", ".join(f"{s.seconds:.1f} s" for s in found[:3])
        return Finding("supported" if fit else "differs", 0.7, f"{says}, of {lengths}", fit or examples)
    return Finding("supported", at_least_one(s.confidence for s in found), says, examples)
