"""What kind a stretch is of, where no strong cue tells: plot, opinion, reception, scene or form, all of them weighed.

A stretch's words are counted in a few classes; each class speaks for or against each kind by its log-odds. The odds
were learnt (logistic regression) on labelled reviews. Opinion and plot are never refuted: a wrong choice costs little.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from . import cues
from .model import Kind, Mention
from .words import FORMS, Word, bag, finite

MOST = 3
"""More words of one class than this tell nothing more."""

RARE = 2.0
"""What a turn of phrase counts: it is rarer than a word and tells more."""

WEAK: tuple[Kind, ...] = ("opinion", "plot", "reception", "scene", "form")

NEEDED: Mapping[Kind, tuple[str, ...]] = {
    "reception": ("received", "history", "regarded", "then"),
    "scene": ("scenes", "scene of", "shown", "at the end", "shapes around"),
    "form": ("shapes", "colors"),
}
"""Without any of these a stretch is of another kind."""

_CLASSES: Mapping[str, frozenset[str]] = {
    "judging": cues.JUDGING,
    "feeling": cues.FEELING,
    "film": cues.FILM_WORDS,
    "people": cues.PEOPLE,
    "plotting": cues.PLOTTING,
    "received": cues.RECEIVED,
    "scenes": cues.SCENES,
    "shapes": cues.SHAPES,
    "history": cues.HISTORY,
}
_NOW, _THEN = (
    bag("is are has isn't aren't doesn't don't it's that's he's she's there's"),
    bag("was were had did wasn't weren't didn't"),
)
_BE = bag("is are was were be been being gets got get")
_THIS = bag("film movie picture it it's this")
_SCENE_OF = re.compile(
    r"\b(?:scenes?|sequences?|shots?|moments?|images?|ending|finale?|opening)\b(?: \S+){0,6} "
    r"(?:where|when|which|in which|with|of|as)\b"
)
_SHOWN = re.compile(r"\bwe (?:\S+ )?(?:see|are shown|watch|follow|hear)\b|\b(?:is|are) (?:seen|shown)\b|\bon screen\b")
_COLORS = re.compile(r"\bblack (?:and|&) white\b|\bb&w\b|\b(?:in|of) colou?r\b|\btechnicolor\b")
_TELLS = re.compile(
    r"\b(?:story|tale|film|movie|plot|it) (?:\S+ ){0,2}"
    r"(?:of|about|tells|follows|concerns|involves|centers|centres|depicts|revolves)\b"
)
_ABOUT = re.compile(
    r"\b(?:(?:film|movie|story|plot|it|it's|picture|which|that|this|drama|series|book|version) )"
    r"(?:is |was )?(?:\S+ ){0,1}(?:about|follows|concerns|revolves|deals|narrates|depicts|centers|centres|tells"
    r"|recounts|chronicles|portrays)\b"
)
_REGARDED = re.compile(
    r"\b(?:widely|generally|often|frequently|highly|best|critically|universally|commonly|long) ?-?"
    r"(?:regarded|considered|known|linked|bundled|remembered|compared|praised|acclaimed|thought|seen|cited|loved|rated|said)\b"
    r"|\bat the time\b|\bbox[- ]office\b|\bto this day\b|\bover the years\b|\bhistory of (?:the )?(?:cinema|film)"
)
_AT_THE_END = re.compile(
    r"\b(?:at|in|near|towards?|by|from|over) (?:the|its) (?:very )?(?:\S+ )?"
    r"(?:end|ending|beginning|start|opening|final|finale|last|climax|credits)\b"
)


@dataclass(frozen=True, slots=True)
class Weighed:
    """A stretch's kind, the kind that came second, and how far the first is ahead in log-odds."""

    kind: Kind
    runner_up: Kind
    lead: float


def features(tokens: Sequence[Word], mentions: Sequence[Mention] = (), around: Sequence[Word] = ()) -> dict[str, float]:
    """How often each class of words stands in a stretch, and some of them in the sentence around it."""
    lows = [word.low.removesuffix("'s") for word in tokens if not word.mark]
    lows = ["killed" if low == "shot" and at and lows[at - 1] in _BE else low for at, low in enumerate(lows)]
    said = " ".join(lows)
    found = {name: float(min(MOST, sum(low in words for low in lows))) for name, words in _CLASSES.items()}
    opening = [low for low in lows[:4] if low not in ("and", "but", "the")]
    verbs = [tokens[at].low for at in range(len(tokens)) if finite(tokens, at)]
    found["story verb"] = float(
        min(MOST, sum(FORMS.get(low) == "s" or (low not in FORMS and low.endswith("s")) for low in verbs))
    )
    found["now"] = float(min(MOST, sum(low in _NOW for low in verbs)))
    found["then"] = float(min(MOST, sum(low in _THEN or FORMS.get(low) == "past" for low in verbs)))
    found["no verb"] = float(not verbs)
    found["this film"] = float(bool(set(opening[:3]) & _THIS))
    found["he or she"] = float(any(low in ("he", "she", "they", "who", "his", "her") for low in lows))
    found["character"] = float(min(MOST, sum(mention.kind == "character" for mention in mentions)))
    found["person"] = float(min(MOST, sum(mention.kind == "person" for mention in mentions)))
    found["names"] = float(min(MOST, sum(word.name for word in tokens)))
    found["scene of"] = RARE * bool(_SCENE_OF.search(said))
    found["shown"] = RARE * bool(_SHOWN.search(said))
    found["colors"] = RARE * bool(_COLORS.search(said))
    found["is about"] = RARE * bool(_ABOUT.search(said))
    found["tells of"] = RARE * bool(_TELLS.search(said))
    found["regarded"] = RARE * bool(_REGARDED.search(said))
    found["at the end"] = RARE * bool(_AT_THE_END.search(said))
    wide = [word.low for word in around] or lows
    found["people around"] = float(min(MOST, sum(low in cues.PEOPLE or low in cues.PLOTTING for low in wide)))
    found["judging around"] = float(min(MOST, sum(low in cues.JUDGING for low in wide)))
    found["shapes around"] = float(min(MOST, sum(low in cues.SHAPES or low in cues.SCENES for low in wide)))
    found["length"] = math.log1p(len(lows))
    return found


def points(found: Mapping[str, float]) -> dict[Kind, float]:
    """What speaks for each kind, in log-odds; kinds that need a word of their own have none without it."""
    return {
        kind: ODDS[""][at] + sum(ODDS[name][at] * value for name, value in found.items())
        for at, kind in enumerate(WEAK)
        if kind not in NEEDED or any(found[name] for name in NEEDED[kind])
    }


def weigh(tokens: Sequence[Word], mentions: Sequence[Mention] = (), around: Sequence[Word] = ()) -> Weighed:
    """The kind of a stretch, among those that need no strong cue."""
    ranked = sorted(
        points(features(tokens, mentions, around)).items(), key=lambda item: (-item[1], WEAK.index(item[0]))
    )
    return Weighed(ranked[0][0], ranked[1][0], ranked[0][1] - ranked[1][1])


ODDS: Mapping[str, tuple[float, ...]] = {
    "": (2.67, -0.01, 0.23, -2.72, -0.18),
    "judging": (0.76, 0.05, -0.13, -0.21, -0.47),
    "feeling": (1.33, -0.27, -0.54, 0.44, -0.97),
    "film": (0.80, -0.39, 0.67, -0.13, -0.95),
    "people": (-0.16, 0.19, -0.05, 0.10, -0.08),
    "plotting": (0.16, 0.18, -0.29, -0.59, 0.55),
    "received": (-0.33, -0.96, 1.77, -0.72, 0.23),
    "scenes": (0.13, -1.14, 0.23, 0.92, -0.14),
    "shapes": (-0.03, -0.76, -0.20, -1.13, 2.12),
    "history": (0.19, 0.32, 0.63, -0.72, -0.42),
    "story verb": (-0.14, 0.13, -0.75, -0.04, 0.81),
    "now": (0.64, 0.04, 0.23, -0.11, -0.81),
    "then": (-0.27, -0.38, 1.19, -0.53, -0.02),
    "no verb": (-0.11, 0.18, -0.40, 0.12, 0.21),
    "this film": (0.28, -0.72, 0.42, -0.19, 0.21),
    "he or she": (0.33, 0.72, -0.61, -0.64, 0.20),
    "character": (-0.76, 0.80, -0.55, -0.08, 0.59),
    "person": (0.01, -0.21, 0.16, 0.01, 0.03),
    "names": (0.11, 0.16, 0.47, -0.27, -0.46),
    "scene of": (-0.14, -0.49, 0.48, 0.54, -0.38),
    "shown": (-0.70, -0.15, -0.15, 0.45, 0.55),
    "colors": (-0.73, -0.19, -0.31, -0.22, 1.44),
    "is about": (-0.07, 0.61, -0.37, -0.15, -0.02),
    "tells of": (-0.05, 0.58, -0.04, -0.40, -0.09),
    "regarded": (-0.65, 0.06, 0.94, -0.28, -0.08),
    "at the end": (-0.04, -0.17, -0.50, 0.92, -0.21),
    "people around": (-0.64, 0.22, -0.21, 0.59, 0.05),
    "judging around": (0.46, -0.51, 0.20, -0.31, 0.17),
    "shapes around": (-0.05, -0.56, -0.99, 0.76, 0.84),
    "length": (-0.32, 0.47, -0.20, 0.93, -0.88),
}
"""Log-odds of each class of words, and of no word at all, for the kinds in the order of `WEAK`."""
