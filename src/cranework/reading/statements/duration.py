"""How long a film runs, and how long a war lasted."""

from __future__ import annotations

import re
from dataclasses import replace

from cranework.reading.model import HISTORY, Statement, Value
from cranework.reading.statements.context import OTHER_FILM, Context
from cranework.reading.statements.family import Cue, Family, of_this_film
from cranework.reading.statements.lasting import CUES as LASTING
from cranework.reading.statements.lasting import SPENT
from cranework.reading.statements.mask import Masked

_IT = r"(?:(?:it|which|that|this|(?:the|this) (?:film|movie|picture|version|thing|whole thing)|@film['\"]?) )?"
SHORTEST_S, LONGEST_S = 3 * 60, 16 * 3600
SHORTEST_LENGTH_S = 40 * 60
"""From this on, a time of which nothing is said is that of a film, or of watching it."""

A_YEAR_S = 360 * 86_400
_ADJECTIVE = re.compile(r"(?:minute|min|hour|hr)$", re.IGNORECASE)
_ONE = re.compile(r"(?:an|a|one|1|half an?|hour)\b", re.IGNORECASE)

_CUES = (
    Cue("runtime_min",
        r"(?:the |a |its |with a )?(?:(?:total|short|long|brief|whole|official) )?(?:running|run|screen|playing)[- "
        r"]?time(?: (?:is|was|of|at|to|up to|given|listed|clocks|comes|in|as|just|only|about|nearly|under|over|a"
        r"|mere)){0,5}(?: of)? (?:@number or )?(?P<o>@duration)(?: or @duration)?", prior=0.95),
    Cue("runtime_min",
        rf"{_IT}(?:only |just |also )?(?:runs?|ran|running|lasts|will last|lasted|clock(?:s|ed|ing)? in|weigh(?:s|ed"
        r"|ing)? in|coming in|timed|times|comes in|weighs in|goes on|is)(?: (?:in|at|for|a|about|only|just|nearly"
        rf"|almost|over|under|well over|some|an?|to|around|approximately|a mere|a full|exactly)){{0,3}} "
        r"(?P<o>@duration)(?: (?:long|in length))?",
        prior=0.85,
        unless=r"\b(?:scene|sequence|shot|take|war|episode|segment|fight|battle|chase|cameo|prologue|song|number"
        r"|dance|opening|drive|flight|late|old|into|after(?! all)|later|earlier|ago|away)\b"),
    Cue("runtime_min",
        r"(?:(?:a|an|the|this|its|is|entire|whole|mere|full|short|long|original|complete|uncut|restored|@film)"
        r" ){0,3}(?P<o>@duration)[- ]?(?:long )?(?:(?!this\b|is\b|was\b|of\b|it\b)[\w-]+ ){0,3}?(?:film|movie"
        r"|picture|feature|documentary|(?:running|playing) time|epic|version|cut|short|flick|movies|production|saga"
        r"|work|print)\b",
        prior=0.85, behind=r"\b(?:later|ago|first|last|final|within|every|until|next|other|opening)(?: \w+)?"),
    Cue("runtime_min", r"(?<=[(,;:/\-\u2013] )(?P<o>@duration)(?=\s?[),.;/!]|$)", prior=0.85,
        behind=r"\b(?:after|first|last|later|for|in|within)|[a-z]{4,} [\w]+"),
    Cue("runtime_min", r"(?<=[(\[])(?P<o>@duration)(?=\s?[)\],;/])", prior=0.9),
    Cue("runtime_min",
        r"at (?:only |just |nearly |almost |over |under |about |well over |a mere |a |around |roughly )?"
        r"(?P<o>@duration)(?: (?:long|in length))?(?=[ ,.;:)!?]|$)", prior=0.7, unless=r"\b(?:party|work|school)\b"),
    Cue("runtime_min", r"through (?:its|the|all) (?P<o>@duration)", prior=0.7),
    Cue("runtime_min",
        r"(?:it's|it is|(?:this|the) (?:film|movie) is|is) (?:just |only )?an? (?:[\w-]+ ){1,3}(?P<span>"
        r"(?P<o>@duration))(?= of|[,.;!]|$)",
        prior=0.6),
    Cue("runtime_min",
        r"(?:out|up|down|stretched|padded|cut|trimmed|dragged|drags|edited) (?:[\w-]+ ){0,4}(?:to|at) "
        r"(?P<o>@duration)", prior=0.6),
    Cue("runtime_min", r"(?P<o>@duration)[- ](?:long|in length)\b", prior=0.75,
        unless=r"\b(?:scene|sequence|shot|take|concert|day|week)\b"),
    Cue("runtime_min", r"(?:too long|a bit long|overlong|long|short|padded out) (?:at|for) (?P<o>@duration)",
        prior=0.8),
    Cue("duration_years",
        r"(?:the )?(?P<s>@country|@event) (?:fought|was at war with|resisted|occupied|battled) (?:against )?(?:the "
        r")?(?:@any )?(?:for )?(?P<o>@duration)", prior=0.8),
    Cue("duration_years",
        r"(?:(?:the |a )?(?:@event|[\w]+ war|war|siege|battle|occupation|conflict|revolution|regime)(?: "
        r"[\w]+){0,3} |(?:lasted|maintained|prolonged|continued|raged|dragged on|went on)(?: [\w]+){0,3} )(?:for )?"
        r"(?:another |some |nearly |over |almost |about )?(?P<o>@duration)(?: until (?:[\w]+ ){1,3}[\w]+)?",
        prior=0.8, unless=r"\b(?:after|later|before|ago)\b"),
)  # fmt: skip


def _finish(found: Statement, match: re.Match[str], masked: Masked, context: Context) -> Statement | None:
    """A film lasts minutes or hours, a part of it seconds or minutes; years are a war's, or somebody's."""
    if found.predicate == "screen_time" and not match.groupdict().get("o"):
        return found
    times = [item for item in found.objects if isinstance(item, Value) and item.kind == "duration"]
    if not times:
        return None
    seconds = times[0].hi if times[0].hi != float("inf") else times[0].lo
    if found.predicate in ("screen_time", "production"):
        return found if seconds <= LONGEST_S or found.predicate == "production" else None
    if found.predicate == "interval":
        return found if seconds >= A_YEAR_S else None
    if found.predicate == "adjectival":
        return (
            found
            if (_ADJECTIVE.search(times[0].words) or "long" in match[0]) and not _ONE.match(times[0].words)
            else None
        )
    if found.predicate == "length":
        return found if SHORTEST_LENGTH_S <= seconds <= LONGEST_S * 2 else None
    if found.predicate == "runtime_min":
        if not of_this_film(match, masked):
            found = replace(found, subject=None, about=OTHER_FILM)
        return found if SHORTEST_S <= seconds <= LONGEST_S else None
    if seconds < 7 * 86_400:
        return None
    return replace(found, about=HISTORY, subject=None)


FAMILY = Family("duration", "@duration|screen time|screen-time", _CUES + LASTING + SPENT, {}, _finish)
