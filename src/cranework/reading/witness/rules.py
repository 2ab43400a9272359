"""Which measure a statement about form is held against: the table of what can be said and how it is checked.

One row for each thing that is said of form. A row names the wording by which it is known where the statement's
predicate does not tell, the layer that must have been measured, the signal and statistic, and the comparison (a
function of claim and view). Numbers stand in `thresholds.py`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from cranework.reading.witness import camera, cutting, picture
from cranework.reading.witness.findings import Finding, View
from cranework.reading.witness.wording import Claim


@dataclass(frozen=True, slots=True)
class Rule:
    """One row.

    Attributes:
        predicate: of the statement.
        wording: by which a statement of the predicate ``form`` is given to this row.
        layer: what must have been measured; empty where the file itself tells.
        signal, statistic: what is looked at, in words.
        region: the whole film alone, or the scene where one is meant.
        degree: how the words' degree sets the threshold, in words.
        compare: gives the finding.
    """

    predicate: str
    wording: re.Pattern[str]
    layer: str
    signal: str
    statistic: str
    region: str
    degree: str
    compare: Callable[[Claim, View], Finding]


def _rule(
    predicate: str,
    wording: str,
    layer: str,
    looked_at: tuple[str, str],
    degree: str,
    compare: Callable[[Claim, View], Finding],
    region: str = "scene",
) -> Rule:
    pattern = re.compile(rf"\b(?:{wording})(?!\w)", re.IGNORECASE)
    return Rule(predicate, pattern, layer, *looked_at, region, degree, compare)


FOUND = "one surely enough; “many” a tenth of the shots; “no” contradicted by several sure ones"
JOINED = "one; “many” the 75th percentile; “no” contradicted by several sure ones"
WHOLE = "film"

RULES = (
    _rule(
        "handheld", r"hand[- ]?held|shaky|shaking|wobbl\w+|jittery",
        "moves", ("how each shot is held", "share of shots held in the hand"), "one; “all” 0.6", camera.handheld,
    ),
    _rule(
        "crane", r"crane shots?|craning|cranes? (?:up|down|over|above)|boom shots?|"
        r"(?:camera|shot) (?:\w+ )?(?:rises|soars|climbs)",
        "moves", ("pedestals, flag crane", "shots with one"), FOUND, camera.presence("crane"),
    ),
    _rule(
        "tracking", r"track(?:s|ed|ing)|travell?ing shots?|doll(?:y|ies|ied|ying)|steadicam|"
        r"camera (?:\w+ )?follow\w*|follow\w* (?:her|him|them|shots?)",
        "moves", ("travel, flag tracking", "shots with it, their length"), FOUND + "; “long” 15 s",
        camera.presence("tracking"),
    ),
    _rule(
        "pan", r"pans?|panned|panning|whip[- ]pans?|panoramic (?:shots?|moves?)",
        "moves", ("pans", "shots with one"), FOUND, camera.presence("pan"),
    ),
    _rule(
        "tilt", r"tilts? (?:up|down)|tilting|tilt shots?",
        "moves", ("tilts", "shots with one"), FOUND, camera.presence("tilt"),
    ),
    _rule(
        "zoom", r"zoom\w*|dolly[- ]zoom|vertigo effect",
        "moves", ("zooms", "shots with one"), FOUND, camera.presence("zoom"),
    ),
    _rule(
        "spin", r"spin\w*|whirl\w*|swirl\w*|twirl\w*|revolv\w+|rotat\w+|camera rolls|(?:camera|picture|image) turns",
        "moves", ("rolls", "degrees turned in a shot, degrees a second"),
        "180 degrees or 60 a second; “turns” 45", camera.presence("spin"),
    ),
    _rule(
        "long_take", r"long takes?|sequence shots?|plan[- ]s[eé]quences?|"
        r"(?:single|one|continuous|unbroken|uninterrupted|extended|lengthy) (?:take|shot)s?|"
        r"(?:without|no|not) (?:an? |any |a single )?cuts?|uncut",
        "shots", ("lengths of shots", "the longest; the one nearest to a named length; sure cuts"),
        "named length ± 15 %, else the baseline's 95th percentile; “no cut” absolute", cutting.long_take,
    ),
    _rule(
        "fast_cutting", r"(?:fast|quick|rapid|frenetic|frantic|brisk|staccato|hectic)(?:ly)?[- ](?:\w+ )?"
        r"(?:cut|edit|montage|pac)\w*|(?:rapid|quick)[- ]fire|average shot lengths?|ASL",
        "shots", ("lengths of shots", "their mean"), "20th percentile or 4 s; a scene: half of the film's",
        cutting.cutting(fast=True),
    ),
    _rule(
        "slow_cutting", r"(?:slow|leisurely|unhurried|deliberate|languid)(?:ly)?[- ](?:\w+ )?(?:cut|edit)\w*",
        "shots", ("lengths of shots", "their mean"), "80th percentile or 10 s; a scene: twice the film's",
        cutting.cutting(fast=False),
    ),
    _rule(
        "montage", r"montages?",
        "transitions", ("shots and gradual transitions", "runs of five shots, three gradual ones in 30 s"),
        "half of the film's mean length", cutting.montage,
    ),
    _rule(
        "dissolve", r"dissolv\w+|cross[- ]?fad\w+|lap[- ]dissolves?",
        "transitions", ("dissolves", "their number and share"), JOINED, cutting.joins("dissolve"),
    ),
    _rule(
        "fade", r"fad(?:e|es|ed|ing)(?:[- ](?:in|out|to|from))?",
        "transitions", ("fades", "their number and share"), JOINED, cutting.joins("fade"),
    ),
    _rule(
        "wipe", r"wip(?:e|es|ed|ing)|iris(?:es)?",
        "transitions", ("wipes", "their number and share"), JOINED, cutting.joins("wipe"),
    ),
    _rule(
        "superimposition", r"superimpos\w+|(?:double|multiple)[- ]exposures?|lies? over|laid over|overlaid|overlays?",
        "transitions", ("superimpositions", "stretches, their length"), "one; named length ± 25 %", cutting.overlay,
    ),
    _rule(
        "static_camera", r"static|tableaux?|locked[- ](?:down|off)|motionless|immobile|stationary|"
        r"(?:sits?|stands?|stays?|holds?) (?:\w+ )?still",
        "moves", ("camera moves and holds", "share of time with a move"), "at most 0.25; “never” 0.02", camera.mobility,
    ),
    _rule(
        "camera_movement", r"moving shots?|camera (?:movements?|moves?)|mobile|restless|unchained",
        "moves", ("camera moves, weighted by confidence", "share of time with a move"),
        "65th percentile or 0.45; “very” the 90th or 0.65", camera.mobility,
    ),
    _rule(
        "color", r"black[- ]?(?:and|&|/)?[- ]?white|b ?[&/] ?w|monochrome|colou?rs?|technicolou?r|sepia|tinted",
        "appearance", ("tint and variety of color", "share of time of each kind"), "0.99 of the time", picture.color,
    ),
    _rule(
        "aspect", r"wide[- ]?screen|cinemascope|\d[.,]\d+ ?: ?1|aspect ratio|academy ratio|letterbox\w*|4:3|16:9",
        "", ("active area, pixel aspect", "width by height"), "± 2 %", picture.aspect, WHOLE,
    ),
    _rule(
        "sound", r"silent|soundtrack|subtitles?|subtitled|talkie|sound film",
        "", ("streams", "their number"), "one", picture.sound, WHOLE,
    ),
    _rule(
        "light", r"high[- ]key|low[- ]key|contrast\w*|chiaroscuro|dark(?:ly)?|bright(?:ly)?|shadow\w*",
        "appearance", ("luma", "its mean, its standard deviation"), "25th and 75th percentile", picture.light,
    ),
    _rule(
        "runtime_min", r"\d+ min(?:ute)?s?|running time",
        "", ("container and frames", "running time"), "± 1 %", picture.running_time, WHOLE,
    ),
)  # fmt: skip
DOES = {
    name: re.compile(rf"\bcamera\W+(?:\w+\W+){{0,3}}?(?:{verbs})\b", re.IGNORECASE)
    for name, verbs in (
        ("pan", "pans|panned|panning"), ("tilt", "tilts|tilted|tilting"), ("zoom", "zooms|zoomed|zooming"),
        ("crane", "cranes|craned|craning"), ("tracking", "follows|followed|following|tracks|tracked|tracking"),
    )
}  # fmt: skip
"""What a camera is said to do by its own word: not how mobile it is, but whether there is such a move."""

BY_PREDICATE = {rule.predicate: rule for rule in RULES}


def rule_of(claim: Claim) -> Rule | None:
    """The row for a statement: by its predicate, else by its wording."""
    known = BY_PREDICATE.get(claim.statement.predicate)
    if known is not None and known.predicate == "camera_movement":
        return next((BY_PREDICATE[name] for name, wording in DOES.items() if claim.says(wording)), known)
    if known is not None:
        return known
    return next((rule for rule in RULES if rule.wording.search(claim.words)), None)
