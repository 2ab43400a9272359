"""What a shot may be said to show of the camera, and how surely it does: one row for each kind of move."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from cranework.reading.witness.measured import Move, Shot
from cranework.reading.witness.thresholds import THRESHOLDS as T
from cranework.reading.witness.wording import Claim

HELD_RIGHT = 0.85
"""Share of real clips in which steadiness is told right (docs/measurements.md)."""


@dataclass(frozen=True, slots=True)
class Condition:
    """What a shot may be said to show.

    Attributes:
        wording: what calls for it.
        confidence: how surely a shot shows it.
        recall, precision: of the measure, on real clips (docs/measurements.md).
    """

    name: str
    wording: re.Pattern[str]
    confidence: Callable[[Shot, Claim], float]
    recall: float
    precision: float


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE)


DIRECTIONS = {
    "pan": (_words(r"pan\w*(?: \w+){0,2} (?:to the )?left(?:wards?)?(?! to)"), "left",
            _words(r"pan\w*(?: \w+){0,2} (?:to the )?right(?:wards?)?(?! (?:to|up|down|in|out))|left to right"),
            "right"),
    "tilt": (_words(r"(?:tilt\w*|looks?|rises?)(?: \w+){0,2} (?:up|upwards?|skywards?)"), "up",
             _words(r"tilt\w*(?: \w+){0,2} (?:down|downwards?)"), "down"),
    "zoom": (_words(r"zoom\w*[- ](?:\w+ )?in(?:to)?"), "in", _words(r"zoom\w*[- ](?:\w+ )?out"), "out"),
}  # fmt: skip
WHIP, VERTIGO = _words(r"whip|swish|flash pan"), _words(r"dolly[- ]zoom|zolly|vertigo|trombone|contra-zoom")
TRAVELS = {
    "dolly": _words(r"doll(?:y|ies|ied|ying)|push(?:es)? in|pulls? back"),
    "truck": _words(r"truck\w*|crab\w*|lateral\w*|sideways"),
    "arc": _words(r"arcs?|circl\w+|orbit\w*|360"),
}
SOFT_TURN = _words(r"turns?|turned|turning|rolls?|rolling|rotat\w+|cant(?:s|ed)?|revolv\w+|tilted|dutch|askew")
LONG = _words(r"long|lengthy|extended|sustained|unbroken|uninterrupted|minutes?[- ]long")
TRACKING_SURE, CRANE_SURE = 0.9, 0.6
"""How often the two flags are right where they are set; they carry no confidence of their own."""


def _of_labels(shot: Shot, *families: str, wanted: Callable[[Move], bool] = lambda move: True) -> float:
    return max((m.confidence for m in shot.moves if (m.label or "").startswith(families) and wanted(m)), default=0.0)


def _directed(family: str) -> Callable[[Shot, Claim], float]:
    one, first, two, second = DIRECTIONS[family]

    def confidence(shot: Shot, claim: Claim) -> float:
        toward = f"_{first}" if claim.says(one) else f"_{second}" if claim.says(two) else ""
        if family == "zoom" and claim.says(VERTIGO):
            return _of_labels(shot, "dolly_zoom")
        fast = family == "pan" and claim.says(WHIP)
        return _of_labels(shot, family + toward, wanted=lambda m: not fast or m.speed_word == "whip")

    return confidence


def _tracking(shot: Shot, claim: Claim) -> float:
    named = tuple(family for family, pattern in TRAVELS.items() if claim.says(pattern))
    found = _of_labels(shot, *(named or ("truck", "dolly_in", "dolly_out", "arc")))
    return found if named else max(found, TRACKING_SURE if "tracking" in shot.flags else 0.0)


def _crane(shot: Shot, claim: Claim) -> float:
    rises = _of_labels(shot, "pedestal", wanted=lambda m: abs(m.travel) >= T.crane_widths)
    return max(rises, CRANE_SURE if "crane" in shot.flags else 0.0)


def turned_degrees(shot: Shot) -> float:
    """How far the picture rolls in a shot, all in all one way."""
    ways = [sum(m.travel for m in shot.moves if m.label == way) for way in ("roll_cw", "roll_ccw")]
    return max(abs(way) for way in ways)


def _spin(shot: Shot, claim: Claim) -> float:
    def fast(move: Move) -> bool:
        return move.speed_unit == "degrees/s" and abs(move.speed) >= T.spin_degrees_per_s

    least = T.turn_degrees if claim.says(SOFT_TURN) else T.spin_degrees
    far = turned_degrees(shot) >= least
    return _of_labels(shot, "roll", wanted=lambda move: far or fast(move))


def _handheld(shot: Shot, claim: Claim) -> float:
    return HELD_RIGHT if shot.steadiness == "handheld" else 0.0


CONDITIONS = (
    Condition("pan", _words(r"pans?|panned|panning|panoram\w+"), _directed("pan"), 0.95, 0.93),
    Condition("tilt", _words(r"tilts? (?:up|down)|tilting|tilt shots?"), _directed("tilt"), 0.9, 1.0),
    Condition("zoom", _words(r"zoom\w*|zoll\w+|vertigo effect"), _directed("zoom"), 0.83, 0.85),
    Condition("crane", _words(r"cran(?:e shots?|es up|ing)|boom shots?|from a crane"), _crane, 0.33, 0.5),
    Condition("tracking", _words(r"track(?:s|ed|ing)|travell?ing shots?|doll(?:y|ies|ying)(?![- ]zoom)|follows|"
              r"following|truck\w*"), _tracking, 0.8, 0.8),
    Condition("spin", _words(r"spin\w*|whirl\w*|swirl\w*|twirl\w*|rotat\w+"), _spin, 0.85, 0.86),
    Condition("handheld", _words(r"hand[- ]?held|shaky|shaking"), _handheld, 0.85, 0.85),
)  # fmt: skip
BY_NAME = {condition.name: condition for condition in CONDITIONS}
