"""What is seen in one piece of the film, or never shown: scenes, openings and endings, *we see*."""

from __future__ import annotations

import re
from dataclasses import replace

from cranework.reading.model import Statement
from cranework.reading.statements.context import Context
from cranework.reading.statements.family import Cue, Family
from cranework.reading.statements.mask import Masked

_WORD = r"(?:[\w'-]+|@any)"
_THE = (
    r"(?:the|an?|one|another|that|this|those|these|some|several|two|three|many|his|her|its|their|@person's"
    r"|@character's)"
)
_FEW = rf"(?:{_THE} (?:(?!(?:of|in|is|was|to|that|has|with|for|as|on|by|i) ){_WORD},? ){{0,5}}?)?"
_PIECE = r"(?:scenes?|sequences?|set[- ]pieces?|vignettes?)"
_FILM = r"(?:(?:the|this) (?:film|movie|picture|story)|it)"
_SORT = (
    r"(?:fight|fighting|battle|chase|love|sex|nude|bed|death|murder|kissing|shower|trial|courtroom|torture|rape"
    r"|bath|dinner|dream|fantasy|wedding|funeral|hospital|title|credits?|party|dance|dancing|train|car|flashback"
    r"|crash|suicide|shoot-?out|training|swimming|pool|church|prison|killing|execution|bar|restaurant|kitchen"
    r"|beach|birth|opening|closing|night-?time|interrogation)"
)
_HOW = (
    r"(?:(?:do|don't|does|actually|then|also|only|never|just|even|first|later|finally|now|again|once|can|get to"
    r"|will) )"
)
_SHOWN = r"(?:shown|seen|depicted|glimpsed)"

_STOP = (
    r"(?=[,.;:()!?]| - |$| (?:is|was|are|were|that|which|as|has|have|had|for|represents?|who|and (?:it|the|this|he"
    r"|she))\b)"
)
_RUN = rf"(?: {_WORD}){{1,14}}?{_STOP}"
_LONG = (
    r"[^.;:()!?]{3,150}?(?=[.;:()!?]| - |$|,? (?:but|which|who|while|although|because|and (?:it|this|he|she|they|the"
    r"|i))\b|, and\b)"
)
_NOT_FILM = (
    r"sequence of|behind[- ]the|(?:music|art|club|cabaret|punk|party) scene|(?:scenes?|sequences?) (?:"
    r"of the|in) (?:the |this |any |a )?(?:@film|film|movie|crime|picture"
    r"|century)|steal|onto the|\bno (?:scene|sequence)|play|with (?:excellent"
    r"|great|good|the best)"
)

_CUES = (
    Cue("scene", rf"{_FEW}{_PIECE} (?:where|wherein|in which|when)\b {_WORD}(?: {_WORD})+", prior=0.75,
        reach=True, unless=_NOT_FILM, needs="scene|sequence|piece|vignette"),
    Cue("scene",
        rf"{_FEW}{_PIECE} (?:with|of|on|at|in|during|near|showing|featuring|involving|depicting){_RUN}",
        prior=0.65, unless=_NOT_FILM, needs="scene|sequence|piece|vignette"),
    Cue("scene", rf"{_THE} (?:{_WORD} ){{0,3}}?{_SORT} (?:scene|sequence)", prior=0.6,
        unless=_NOT_FILM + r"|\b(?:most|best)\b", needs="scene|sequence|piece"),
    Cue("scene", r"in the (?:very )?(?:final|last|opening|first|closing) (?:scene|shot|sequence)", prior=0.65,
        clause=True, unless=r"\bi\b|\bi'", needs="scene|shot|sequence"),
    Cue("scene",
        rf"{_THE} (?:{_WORD} ){{0,3}}?(?:finale|ending|climax|opening|moments?|shots?) (?:where|in which|when|with|of)"
        rf"{_RUN}", prior=0.65,
        unless=r"tracking|crane|dolly|aerial|static|camera|tight|of (?:the|this|both) ?(?:@film|film|movie)|of my"
        r"|@duration|best|favou?rite|great", needs="finale|ending|climax|opening|moment|shot"),
    Cue("scene",
        rf"\bwe {_HOW}{{0,2}}(?:see|watch|glimpse|witness|are {_HOW}?(?:shown|treated to)) {_LONG}", prior=0.65,
        unless=r"\bi\b|(?:what|when|can|will) we |(?:see|watch) (?:it|this|that|@film|films?|movies?|in|why|them)\b",
        needs="we "),
    Cue("scene",
        rf"(?:if you look[^,]{{0,30}}, )?\byou (?:will |actually |can |also |then ){{1,2}}see (?:the|an?|his|her|@any)"
        rf" {_LONG}", prior=0.6,
        unless=r"\bi\b|@film|(?:when|until|after|before|where) you|the (?:film|movie|trailer|dvd)|why|find",
        needs="you "),
    Cue("scene",
        rf"(?:{_FILM}|@film) (?:then )?(?:opens|begins|starts|ends|closes|concludes|opened|ended|began) (?:up |off )?"
        rf"(?:with|on|in){_RUN}", prior=0.7, unless=r"\bi\b|note|whimper|a bang|promis|potential|theat|cinema|@date"
        r"|in (?:@number|a )|on (?:tv|dvd)", needs="open|begin|start|end|close|conclude|began"),
    Cue("scene",
        rf"\b(?:is|are) (?:(?:only|never|not|first|briefly|explicitly|later|then) ){{0,2}}{_SHOWN} (?:as an?|at the"
        r"|wearing|[\w-]+ing\b|explicitly|on screen)", prior=0.65, clause=True,
        unless=r"\bi\b|(?:film|movie|version|documentary|it|which|this) (?:is|are)",
        needs="shown|seen|depicted|glimpsed"),
    Cue("scene",
        rf"\b(?:there's|there (?:is|are)|contains?|features?|lots of|plenty of|plentiful) (?:{_WORD},? "
        r"){0,9}?(?:nudity|gore|violence|bloodshed|swearing)\b(?:,? (?:and )?(?:nudity|gore|violence|sex|swearing"
        r"|drug taking|blood)){0,4}", prior=0.6, unless=r"\bi\b|\b(?:no|domestic|themes?|about)\b",
        needs="nudity|gore|violence|bloodshed|swearing"),
)  # fmt: skip


def _finish(found: Statement, match: re.Match[str], masked: Masked, context: Context) -> Statement | None:
    """A scene is looked for in the film, and compared with nothing else."""
    return replace(found, subject=None)


FAMILY = Family("scene", "", _CUES, {}, _finish)
