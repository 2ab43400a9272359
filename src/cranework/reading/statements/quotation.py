"""Words in quotation marks that somebody says: in the film, or about it."""

from __future__ import annotations

import re
from dataclasses import replace

from cranework.reading.model import Mention, Statement
from cranework.reading.statements.context import Context
from cranework.reading.statements.family import Cue, Family
from cranework.reading.statements.mask import Masked, compiled

LEAST_WORDS = 4
LONG = 7
"""From so many words on, what stands in quotes is quoted and no mere way of speaking."""

_SAID = (
    r"(?:said|says|declared|wrote|writes|remarked|commented|noted|explained|stated|claimed|recalled|once said"
    r"|observed|called it)"
)
_OPEN = r"(?:(?<=[\s(:\u2014-])|^)"
_Q = r"\"(?=\S)[^\"]{12,500}\"(?!\w)"
_CUES = (
    Cue("quotation",
        rf"{_OPEN}(?P<o>\"[^\"]{{1,300}},\") (?:he|she|@person|@character) (?:once |later |famously )?{_SAID},? "
        rf"(?P<p>{_Q})", prior=0.85),
    Cue("quotation", rf"{_OPEN}(?P<o>{_Q})", prior=0.75),
    Cue("quotation",
        r"(?:says|said|say|asks|asked|the (?:\w+ )?line|phrase|words|yells|shouts|replies|tells (?:him|her))[,:]? "
        r"(?P<span>'(?P<o>[^']{12,300})')(?!\w)", prior=0.7),
)  # fmt: skip
_MAKER = re.compile(
    r"\b(?:critics?|review(?:er)?s?|director|he once|she once|interview|according to|wrote|tagline|\bad\b|poster)\b",
    re.IGNORECASE,
)


def _finish(found: Statement, match: re.Match[str], masked: Masked, context: Context) -> Statement | None:
    """Quotes of four words at least; titles in quotes and scare quotes are none; makers and critics are no film."""
    words = re.findall(
        r"[^\W\d_]+(?:'\w+)?",
        masked.original(*match.span("o"))
        + (masked.original(*match.span("p")) if "p" in match.groupdict() and match["p"] else ""),
    )
    if len(words) < LEAST_WORDS:
        return None
    if (
        len(words) < LONG
        and not re.match(r"[\"'][A-Z]", masked.original(*match.span("o")))
        and not compiled(rf"{_SAID}|\bline|phrase|:\s*$").search(
            masked.text[max(0, match.start("o") - 40) : match.start("o")]
        )
    ):
        return None
    titled = [item for item in masked.within(*match.span()) if isinstance(item, Mention) and item.kind == "film"]
    if titled and sum(len(item.words) for item in titled) > 0.6 * (match.end() - match.start()):
        return None
    told = masked.text[max(0, match.start() - 60) : match.start()] + masked.text[match.end() : match.end() + 40]
    people = re.search(rf"{_SAID}", match[0][-200:] if "p" in match.groupdict() else "") or _MAKER.search(told)
    first, last = masked.span(*match.span("o"))
    quote = Mention(first, last, masked.original(*match.span("o")))
    return replace(found, predicate="quotation_person" if people else "quotation", objects=(quote,), qualifiers={})


FAMILY = Family("quotation", "\"|'", _CUES, {}, _finish)
