"""Words that tell where in a film a scene lies, and how it looks: position and form as evidence beside the dialogue."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from cranework.reading.witness.conditions import turned_degrees
from cranework.reading.witness.measured import LIKELY, MeasuredFilm
from cranework.reading.witness.thresholds import THRESHOLDS as T

PIECE = r"(?:scenes?|sequences?|shots?|images?|minutes?|moments?|passages?|act|reel|credits|third|part)"
FADING = 0.1
"""Share of the film over which a position loses its weight beyond its borders."""


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE)


POSITIONS = (
    (_words(rf"opening|prologue|(?:first|initial) {PIECE}|(?:film|movie|picture) (?:opens|begins|starts)|"
            r"(?:at|in|from) the (?:very )?(?:beginning|start|outset)"), 0.0, 0.1),
    (_words(rf"(?:near|toward|towards) the (?:beginning|start)|early (?:in|on|{PIECE})"), 0.0, 0.25),
    (_words(rf"final|finale|closing|ending|epilogue|last {PIECE}|(?:film|movie|picture) (?:ends|closes|concludes)|"
            r"(?:at|by) the (?:very )?end"), 0.88, 1.0),
    (_words(rf"(?:near|toward|towards) the end|late (?:in|on|{PIECE})|climax|climactic"), 0.7, 1.0),
    (_words(rf"(?:in|towards?|about|around) the middle|halfway|midway|middle {PIECE}"), 0.35, 0.65),
    (_words(r"before the war|on the eve"), 0.0, 0.35),
    (_words(r"after the war|when the war is over|homecoming|come back from|return(?:s|ed|ing)? from"), 0.6, 1.0),
)  # fmt: skip
"""Words, and the share of the film's time from which and to which they point; the first that is found counts."""


def position_of(words: str) -> tuple[float, float] | None:
    """Where in the film the words point to; None where they say nothing of it."""
    return next(((low, high) for pattern, low, high in POSITIONS if pattern.search(words)), None)


def fit_of_position(low: float, high: float, at: float) -> float:
    """How well a moment (share of the film's time) fits a position, from 0 to 1."""
    away = max(low - at, at - high, 0.0)
    return max(0.0, 1.0 - away / FADING)


@dataclass(frozen=True, slots=True)
class Look:
    """What a scene looks like by its form: the words for it, and how well a part of the film has it."""

    name: str
    wording: re.Pattern[str]
    fit: Callable[[MeasuredFilm], float]


def _has(*labels: str, flag: str = "") -> Callable[[MeasuredFilm], float]:
    def fit(part: MeasuredFilm) -> float:
        found = [m.confidence for s in part.shots for m in s.moves if (m.label or "").startswith(labels)]
        flagged = any(flag in shot.flags for shot in part.shots) if flag else False
        return max([*found, 0.9 if flagged else 0.0], default=0.0)

    return fit


def _turns(part: MeasuredFilm) -> float:
    return min(1.0, max(map(turned_degrees, part.shots), default=0.0) / T.spin_degrees * 2)


def _joined(kind: str) -> Callable[[MeasuredFilm], float]:
    return lambda part: max((j.confidence for j in part.joins if j.kind.startswith(kind)), default=0.0)


def _overlaid(part: MeasuredFilm) -> float:
    return max((s.confidence for s in part.superimpositions if s.confidence >= LIKELY), default=0.0)


def _long(part: MeasuredFilm) -> float:
    return min(1.0, max((shot.seconds for shot in part.shots), default=0.0) / T.long_take_s)


LOOKS = (
    Look("a turn of the picture", _words(r"spin\w*|[wst]w?h?irl\w*|turning|turns|rotat\w+|revolv\w+"), _turns),
    Look("a superimposition", _words(r"superimpos\w+|double[- ]exposures?|lies? over|laid over|overlaid"), _overlaid),
    Look("a dissolve", _words(r"dissolv\w+"), _joined("dissolve")),
    Look("a fade", _words(r"fad(?:e|es|ing)"), _joined("fade")),
    Look("a wipe", _words(r"wipes?"), _joined("wipe")),
    Look("a crane", _words(r"cran(?:e shot|ing|es (?:up|over|above))|rises above|soars"),
         _has("pedestal", flag="crane")),
    Look("travel", _words(r"track(?:s|ing)|doll(?:y|ies)|follow(?:s|ing)|running|runs|races|chas\w+"),
         _has("truck", "dolly_in", "dolly_out", "arc", flag="tracking")),
    Look("a zoom", _words(r"zoom\w*"), _has("zoom", "dolly_zoom")),
    Look("a pan", _words(r"pans?|panning"), _has("pan")),
    Look("a long take", _words(r"long take|(?:without|no) (?:a )?cuts?|sequence shot|unbroken"), _long),
)  # fmt: skip
"""Form by which scenes are known; a crowd or a run is no form, but cameras travel with them."""


def looks_of(words: str) -> list[Look]:
    """What the words say of a scene's form."""
    return [look for look in LOOKS if look.wording.search(words)]
