"""Judges statements about form by the film: the claim is read, measured, and allowed to be contradicted or not."""

from __future__ import annotations

import shlex
from dataclasses import dataclass, replace

from cranework.reading.model import THE_FILM, Evidence, Judgement, Statement
from cranework.reading.witness.baseline import Cell
from cranework.reading.witness.findings import FILM, KINDS, Finding, View
from cranework.reading.witness.measured import MeasuredFilm
from cranework.reading.witness.rules import BY_PREDICATE, Rule, rule_of
from cranework.reading.witness.wording import Claim, claim_of

LEAST_TO_REFUTE = 0.95
"""Confidence below which a contradiction is only said to differ."""

SOMEWHERE = 0.8
"""Factor of confidence where a scene was not located and the whole film had to do."""

NEEDS = {
    "shots": ("shots",),
    "transitions": ("transitions", "shots"),
    "moves": ("moves",),
    "appearance": ("appearance",),
    "": (),
}
"""What must be in the study for a row that names a layer."""


READ_APART = tuple(BY_PREDICATE[name] for name in ("camera_movement", "static_camera", "color", "long_take"))
"""Rows whose comparison reads by itself what is denied in the words."""


@dataclass(frozen=True, slots=True)
class Place:
    """A located scene: frames, and why it is thought to be the one that is meant."""

    start: int
    end: int
    says: str


def judge(statement: Statement, text: str, film: MeasuredFilm, cell: Cell | None, place: Place | None) -> Judgement:
    """What the film says of a statement about its form.

    Args:
        statement: of kind form, or a running time.
        text: that its offsets are of, or its words alone.
        film: the film under review, measured.
        cell: the baseline's films that it is compared with.
        place: the scene that is meant, if one is and it was located.
    """
    claim = claim_of(statement, text)
    rule = rule_of(claim)
    if statement.about != THE_FILM:
        return unheard(statement, "another film is meant than the one at hand")
    if statement.modality == "hypothetical":
        evidence = Evidence(FILM, "it is not said to be so", rule=statement.predicate, kind=KINDS[FILM])
        return Judgement("not_checkable", 0.9, (evidence,))
    if rule is None:
        return unheard(statement, "no measure of the film tells of it")
    if missing := missing_layer(rule, film):
        return unheard(statement, f"{missing}; with it {rule.signal} would tell")
    return _gated(claim, *_found(claim, rule, film, cell, place)).judgement(rule.predicate)


def missing_layer(rule: Rule, film: MeasuredFilm) -> str:
    """Names a layer that has not been measured, and how it would be; empty where all are there."""
    for layer in NEEDS[rule.layer]:
        if layer not in film.layers:
            name = "".join(letter if letter.isprintable() else "?" for letter in film.name)
            command = f"cranework analyze {shlex.quote(name)} --layers {layer}"
            return f"the layer {layer} was not measured: {command}"
    return ""


def unheard(statement: Statement, says: str, source: str = FILM) -> Judgement:
    """Nothing at hand speaks of it, and why."""
    return Judgement("unverified", 0.5, (Evidence(source, says, rule=statement.predicate, kind=KINDS[source]),))


def no_film(statement: Statement, text: str) -> Judgement:
    """The judgement where there is no film: what would tell."""
    rule = rule_of(claim_of(statement, text))
    if rule is None:
        return unheard(statement, "no film is at hand, and no measure tells of it")
    layer = f"its layer {rule.layer} " if rule.layer else "its file "
    return unheard(statement, f"no film is at hand; with a study, {layer}({rule.signal}) would tell")


def _found(
    claim: Claim, rule: Rule, film: MeasuredFilm, cell: Cell | None, place: Place | None
) -> tuple[Finding, bool]:
    """The finding, and whether it is of the whole film, which alone may be contradicted."""
    whole = View(film, film, cell)
    if rule.region == "film" or not claim.of_scene:
        return rule.compare(claim, whole), not claim.in_scene
    if place is not None:
        part = View(film.within(place.start, place.end), film, cell)
        finding = rule.compare(claim, part)
        if finding.verdict == "supported":
            return replace(finding, says=f"{finding.says} ({place.says})"), False
    anywhere = rule.compare(claim, whole)
    if anywhere.verdict == "supported" and not claim.denied:
        remark = "somewhere in the film: the scene that is meant was not surely found"
        return replace(anywhere, confidence=anywhere.confidence * SOMEWHERE, says=f"{anywhere.says}; {remark}"), False
    says = f"{anywhere.says}; the scene that is meant was not surely found"
    return replace(anywhere, verdict="unverified", confidence=0.5, says=says), False


def _gated(claim: Claim, finding: Finding, of_film: bool) -> Finding:
    """Lets a contradiction stand only where nothing speaks for another reading; else it differs, and says why."""
    if finding.verdict != "refuted":
        return finding
    statement = claim.statement
    conditions = {
        "it is not plainly said": statement.modality in ("asserted", "hedged"),
        "the text takes it back": not statement.corrected,
        "it may be denied": not claim.outer and (claim.clear or rule_of(claim) in READ_APART),
        "it may speak of one scene": of_film,
        "it is not sure enough": finding.confidence >= LEAST_TO_REFUTE,
    }
    stopped = next((why for why, holds in conditions.items() if not holds), None)
    if stopped is None:
        return finding
    return replace(finding, verdict="differs", confidence=0.6, says=f"{finding.says}; not contradicted, as {stopped}")
