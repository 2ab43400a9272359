"""Statements about the picture and the file against what was measured: color, light, shape, sound, running time."""

from __future__ import annotations

import re

from cranework.reading.model import Value
from cranework.reading.witness.findings import (
    Example,
    Finding,
    View,
    among_films,
    bound,
    counted,
    percent,
    shot_words,
    silent,
)
from cranework.reading.witness.measured import Shot
from cranework.reading.witness.thresholds import THRESHOLDS as T
from cranework.reading.witness.wording import NOT, SHORT_NOT, Claim

COLOR_RIGHT = 0.97
"""Confidence that a film all of whose shots are gray is black-and-white, and the like."""


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{pattern})(?!\w)", re.IGNORECASE)


KINDS = {
    "black-and-white": _words(r"black[- ]?(?:and|&|n|'n'|/)?[- ]?white|b ?[&/] ?w|bw|monochrom\w*|grayscale"),
    "tinted": _words(r"tint(?:ed|s|ing)?|ton(?:ed|ing)|sepia"),
    "color": _words(r"colou?rs?|technicolou?r|eastman ?colou?r|sovcolou?r|agfacolou?r|kodachrome|in full colou?r"),
}
TASTE = _words(r"colou?rful(?:ly)?|colou?rless|local colou?r|off-colou?r|colou?rs? of")
IN_COLOR = _words(
    r"in (?:\w+ ){0,3}colou?r|colou?r (?:film|movie|picture|photography|cinematography|stock)|"
    r"(?:techni|sov|agfa|eastman ?)colou?r"
)
CONTRAST_WITH = _words(r"unlike|instead of|rather than|as opposed to")
BEFORE = 28
PARTLY = _words(
    r"part(?:ly|s|ial\w*)?|alternat\w+|switch\w*|both|some|half|mix\w*|sequences?|scenes?|then|to|into|turns?"
)


def color(claim: Claim, view: View) -> Finding:
    """Black-and-white, tinted or in color."""
    known = [shot for shot in view.part.shots if shot.color]
    if not known:
        return silent("the color of no shot is known")
    said, denied = _said(claim)
    seconds = sum(shot.seconds for shot in known)
    shares = {kind: sum(s.seconds for s in known if s.color == kind) / seconds for kind in KINDS}
    says = "of the time of shots " + ", ".join(f"{percent(share)} is {kind}" for kind, share in shares.items() if share)
    if denied and not said:
        return _not_in(denied, shares, says, claim.clear)
    if not said:
        return silent(f"{says}; how colors please is a matter of taste")
    if len(said) > 1:
        mixed = all(shares[kind] >= T.some_share for kind in said)
        return Finding("supported" if mixed else "differs", 0.9 if mixed else 0.6, says, _shown(known, said[-1]))
    (kind,) = said
    if shares[kind] >= (T.gray_share if kind == "black-and-white" else 1 - T.gray_share / 2):
        return Finding("supported", COLOR_RIGHT, says, _shown(known, kind))
    partly = PARTLY.search(claim.words) and shares[kind] >= T.some_share
    if partly:
        return Finding("supported", 0.85, says, _shown(known, kind))
    gray = shares["black-and-white"] >= T.gray_share and not shares["color"]
    if kind == "color" and gray and claim.says(IN_COLOR) and not denied_too(claim):
        return Finding("refuted", COLOR_RIGHT, says, _shown(known, "black-and-white"))
    if kind == "black-and-white" and shares["color"]:
        says = f"{says}; a coloured version would look so"
    return Finding("differs", 0.7, says, _shown(known, max(shares, key=lambda k: shares[k])))


def denied_too(claim: Claim) -> bool:
    """Words that speak of black-and-white as well, whichever way: too much for a contradiction."""
    return bool(KINDS["black-and-white"].search(claim.sentence) or KINDS["tinted"].search(claim.sentence))


def _said(claim: Claim) -> tuple[list[str], list[str]]:
    """The kinds that the words claim, and those that they deny."""
    said: list[str] = []
    denied: list[str] = []
    outside = claim.statement.polarity == "negative" and not (NOT.search(claim.words) or SHORT_NOT.search(claim.words))
    for kind, pattern in KINDS.items():
        found = pattern.search(TASTE.sub(" ", claim.words))
        if found is not None:
            before = TASTE.sub(" ", claim.words)[max(0, found.start() - BEFORE) : found.start()]
            no = outside or NOT.search(before) or SHORT_NOT.search(before) or CONTRAST_WITH.search(before)
            (denied if no else said).append(kind)
    return said, denied


def _not_in(denied: list[str], shares: dict[str, float], says: str, clear: bool) -> Finding:
    if sum(shares[kind] for kind in denied) <= 1 - T.gray_share:
        return Finding("supported", COLOR_RIGHT, says)
    only_gray = denied == ["black-and-white"] and shares["black-and-white"] >= T.gray_share and not shares["color"]
    return Finding("refuted", COLOR_RIGHT, says) if only_gray and clear else Finding("differs", 0.6, says)


def _shown(shots: list[Shot], kind: str) -> list[Example]:
    alike = sorted((s for s in shots if s.color == kind), key=lambda s: (-s.seconds, s.index))
    return [Example(s.start, s.end, f"{shot_words(s)} is {kind}") for s in alike[:3]]


CONTRAST = _words(r"contrast\w*|chiaroscuro|stark(?:ly)?")
DARK = _words(r"dark(?:ly|ness)?|low[- ]key|shadow\w*|noir\w*|gloom\w*|underexposed|dim(?:ly)?|murky|nocturnal")
BRIGHT = _words(r"high[- ]key|bright\w*|luminous\w*|radiant|overexposed")
LOW = _words(r"low[- ]contrast|flat|soft(?:ly)?|low")


def light(claim: Claim, view: View) -> Finding:
    """Dark, bright or full of contrast, among the baseline's films; mood and taste are never contradicted."""
    name = "contrast" if claim.says(CONTRAST) else "luma"
    if not any(claim.says(pattern) for pattern in (CONTRAST, BRIGHT, DARK)):
        return silent("how light pleases is a matter of taste")
    value = view.part.statistics.get(name)
    if value is None:
        return silent("its light was not measured")
    high = not claim.says(LOW) if name == "contrast" else claim.says(BRIGHT)
    number = {("luma", True): T.bright_luma, ("luma", False): T.dark_luma, ("contrast", True): T.high_contrast,
              ("contrast", False): T.low_contrast}[name, high]  # fmt: skip
    limit = bound(view, name, T.bright_percentile if high else T.dark_percentile, number, high)
    what = "the mean luma" if name == "luma" else "the standard deviation of luma"
    says = f"{what} is {value:.2f} of white; {among_films(view, name, value)}; the bound is {limit:.2f}"
    fits = value >= limit if high else value <= limit
    return Finding("supported" if fits != claim.denied else "differs", 0.75 if fits != claim.denied else 0.5, says)


RATIO = re.compile(r"\b(\d(?:[.,]\d{1,3})?) ?(?:: ?|to |x )1\b|\b([12][.,]\d{1,3})\b|\b(4|16|3|5) ?[:x/] ?(3|9|2)\b")
SHAPES = (
    (_words(r"cinemascope|scope|anamorphic|panavision|sovscope"), T.scope, 10.0),
    (_words(r"wide[- ]?screen|letterbox\w*|widescope"), T.widescreen, 10.0),
    (_words(r"square\w*|academy|full[- ]?(?:screen|frame)|boxy|old frame"), 0.9, T.squarish),
)  # fmt: skip


def aspect(claim: Claim, view: View) -> Finding:
    """The shape of the picture; a file of another shape contradicts nobody: copies are cropped and matted."""
    says = f"the picture is {view.whole.ratio:.2f} times as wide as high"
    named = RATIO.search(claim.words)
    if named is not None:
        one, two, wide, high = named.groups()
        ratio = float(wide) / float(high) if wide else float((one or two).replace(",", "."))
        fits = abs(view.whole.ratio / ratio - 1) <= T.ratio
    else:
        shape = next((bounds for pattern, *bounds in SHAPES if claim.says(pattern)), None)
        if shape is None:
            return silent(says)
        fits = shape[0] <= view.whole.ratio <= shape[1]
    return Finding("supported" if fits != claim.denied else "differs", 0.95 if fits != claim.denied else 0.6, says)


SILENT = _words(r"silent|no (?:sound|dialogue)|mute|without sound")
SOUND = _words(r"sound(?:track)?|talkies?|talking|music")
SUBTITLED = _words(r"subtit\w+|titles in")


def sound(claim: Claim, view: View) -> Finding:
    """Silent, with sound, with subtitles: what streams the file has; that one is missing says nothing of the film."""
    film = view.whole
    says = f"the file has {counted(film.sound, 'sound track')} and {counted(film.subtitle_streams, 'subtitle track')}"
    if claim.says(SUBTITLED):
        found = film.subtitle_streams > 0 and not claim.denied
        return Finding("supported", 0.9, says) if found else silent(f"{says}; other copies may have others")
    if claim.says(SILENT):
        if film.sound:
            return silent(f"{says}; silent films are given music, so that this refutes nothing")
        return Finding("supported", 0.6, f"{says}; the copy may have lost its sound")
    if not claim.says(SOUND):
        return silent("what is heard or read in it is not measured")
    if film.sound and not claim.denied:
        return Finding("supported", 0.8, says)
    return silent(f"{says}; the copy may have lost its sound")


def running_time(claim: Claim, view: View) -> Finding:
    """A named running time against the file's, at its own speed and at television's; other versions may be meant."""
    named = claim.duration()
    seconds = view.whole.seconds
    if named is None or seconds is None:
        return silent("no length in minutes is named" if seconds else "the file's running time is not known")
    says = f"the file runs {minutes(seconds)}"
    if fits(named, seconds):
        return Finding("supported", 0.95, says)
    for ratio, how in ((T.pal, "at 24 frames a second"), (1 / T.pal, "at 25 frames a second, as television shows it")):
        if fits(named, seconds * ratio) and _may_be(view.whole.rate, ratio):
            return Finding("supported", 0.85, f"{says}, which is {minutes(seconds * ratio)} {how}")
    return Finding("differs", 0.7, f"{says}; another version may be meant")


def fits(named: Value, seconds: float) -> bool:
    """Whether a length lies within a named one, each rounded as people round."""
    slack = max(T.running_time * seconds, min(T.running_time_s, T.short_running_time * seconds))
    return named.lo - slack <= seconds <= named.hi + slack


def _may_be(rate: float | None, ratio: float) -> bool:
    """Whether a file of this frame rate may be a film that runs so much longer, or shorter, elsewhere."""
    return rate is None or (round(rate) == 25 if ratio > 1 else round(rate) in (24, 30))


def minutes(seconds: float) -> str:
    """A running time in words."""
    return f"{seconds / 60:.1f} minutes" if seconds >= 120 else f"{seconds:.0f} seconds"
