"""What came before or after what: films and the deaths of rulers, inventions, wars."""

from __future__ import annotations

import re

from cranework.reading.model import Statement, Value
from cranework.reading.statements.context import Context
from cranework.reading.statements.family import Cue, Family
from cranework.reading.statements.mask import Masked
from cranework.reading.statements.times import ORDER

_SOME_WAR = re.compile(r"(?:the )?wars?", re.IGNORECASE)
"""The war of the story, of which nothing is told."""
SHORTEST_S = 27 * 86_400

_THING = (
    r"(?:(?P<o>@person)(?:'s? (?:death|fall|reign|rise|departure|arrest|birth)| (?:died|breathed (?:his|her) last(?: "
    r"breath)?|had died|was dead))|(?:the |his |her )?(?:death|fall|rise|end|start|beginning|outbreak|advent|coming"
    r"|success|release|days|collapse) of (?:the )?(?:[\w-]+ ){0,2}(?P<b>@any)|(?:the )?(?:@person's? )?['\"]?"
    r"(?P<c>@film|@event|@prize)['\"]?|['\"](?P<d>@words)['\"]|the (?:[\w-]+ ){0,2}(?:original|war|revolution|film"
    r"|movie|version|first|events?|release|code|collapse|show|series|book|novel)(?: [\w-]+)?)"
)
_MADE = (
    r"(?:(?:(?:it|which|this|that|the (?:film|movie)|@film) )?(?:@is )?(?:[\w-]+ly )?(?:made|released|produced|shot"
    r"|filmed|came out|written|set|done|finished) )"
)
_SPAN = (
    r"(?:(?:only |just |some |about |almost |nearly |over |more than )?(?P<years>@duration|(?:an?|one|two|three|four"
    r"|five|six|seven|eight|nine|ten|@count|several|a few|few|many) (?:years?|months?|weeks?|days?|decades?)))"
)
_AFTER = r"(?:after|before|following|behind|prior to|since|later than|earlier than|ahead of)"

_CUES = (
    Cue("interval", rf"{_MADE}?{_SPAN} {_AFTER} {_THING}", prior=0.9, unless=r"\b(?:i|me|we)\b",
        needs="after|before|following|behind|prior|since|later|earlier|ahead"),
    Cue("after",
        rf"{_MADE}(?:just |shortly |soon |right |immediately |long )?(?:after|following|in the wake of) {_THING}",
        prior=0.9, needs="after|following|wake"),
    Cue("before", rf"{_MADE}(?:just |shortly |right |immediately |long |well )?(?:before|prior to) {_THING}",
        prior=0.9, needs="before|prior"),
    Cue("after",
        r"(?:just |shortly |soon |right |immediately |long )?after (?P<o>@person)(?: (?:died|breathed (?:his|her) "
        r"last(?: breath)?|had died|passed away)|'s? death)", prior=0.75, needs="after "),
    Cue("alive_at", rf"{_MADE}under (?P<o>@person)", prior=0.85, unless=r"\bif\b", needs="under "),
    Cue("age",
        r"(?P<s>@person|he|she),? (?:(?:was|is|turned|then|aged|only|just|already|barely) ){1,3}(?:an? )?"
        r"(?P<years>@count|@duration|@ordinal)(?: years?)?(?:[- ]old)?,? (?:(?:when|at the time|in the week that"
        r"|the year|as) (?:(?P<o>@film|@event)|(?:he|she) (?:made|directed|shot|filmed|played|wrote|won|died) (?:it"
        r"|this|the (?:film|movie|role))|(?:it|this|the (?:film|movie)))(?: (?:was (?:made|released|shot|filmed)"
        r"|opened|came out|premiered))?|in (?P<at>@date))", prior=0.85, needs="@count|@duration|@ordinal"),
    Cue("alive_at",
        r"(?P<o>@person) (?:himself|herself) (?:once |also |never )?(?:saw|watched|liked|disliked|hated|loved"
        r"|praised|banned|approved|attended|applauded|visited) (?:the )?(?:[\w-]+ )?(?:film|movie|picture"
        r"|premi[eè]re|@film)(?: in (?P<at>@date))?", prior=0.75, needs="himself|herself"),
    Cue("alive_at",
        r"(?P<o>@person) (?:saw|watched|praised|banned|approved|attended) (?:the )?(?:[\w-]+ )?(?:film|movie"
        r"|picture|premi[eè]re|@film) in (?P<at>@date)", prior=0.75, needs="@date"),
    Cue("alive_at",
        r"(?P<o>@person) (?:was|is|were) (?:still |already |long |now )?(?:alive|dead|in power|in office|ruling"
        r"|living)(?: by then| already)?(?: when (?:it|this|the (?:film|movie)) was (?:made|shot|released|filmed))?",
        prior=0.8, unless=r"\bif\b", needs="alive|dead|power|office|ruling|living"),
    Cue("before",
        r"(?:(?:that|which|it|this) )?(?:[\w-]+ly )?(?:predates?|predated|precedes?|preceded|antedates?"
        r"|anticipates)(?: [\w-]+){0,3}? (?:(?P<o>@any)(?:'s? ['\"]?@title)?|[\w-]+(?=[,.;)]|$))(?: (?:by|in) "
        r"@any)?", prior=0.8, needs="predat|preced|antedat|anticipat"),
    Cue("before",
        r"(?:(?:@date|years|decades|@duration) )before (?:the )?(?:[\w-]+ ){0,2}(?P<o>@film|@person|@event)(?:'s "
        r"[\w-]+)?", prior=0.7, unless=r"\b(?:i|me|we)\b", needs="before"),
)  # fmt: skip


def _finish(found: Statement, match: re.Match[str], masked: Masked, context: Context) -> Statement | None:
    """Minutes, days and weeks later something happens in the story, and not in the world."""
    times = [item for item in masked.within(*match.span()) if isinstance(item, Value) and item.kind == "duration"]
    if match.groupdict().get("e") and _SOME_WAR.fullmatch(masked.original(*match.span("e"))):
        return None
    loose = "years" not in found.qualifiers
    return None if loose and times and times[0].hi < SHORTEST_S else found


FAMILY = Family("event_order", "", _CUES + ORDER, {}, _finish)
