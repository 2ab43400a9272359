"""How many and how much: the dead of wars, spectators, money, distances, shares, films of a year."""

from __future__ import annotations

import re
from dataclasses import replace

from cranework.reading.model import HISTORY, Statement, Value
from cranework.reading.statements.amounts import CUES as AMOUNTS
from cranework.reading.statements.context import Context
from cranework.reading.statements.family import Cue, Family
from cranework.reading.statements.mask import Masked

_HEDGE = (
    r"(?:about |around |some |nearly |almost |over |more than |at least |up to |roughly |approximately |an estimated "
    r"|a mere |only |just |estimated |more as )?"
)
_FOLK = (
    r"(?P<who>(?:(?:@country|[\w'-]+) ){0,3}?(?:people|citizens|civilians|soldiers|men|women|children|humans|lives"
    r"|souls|troops|victims|dead|casualties|jews|@country|prisoners|inhabitants|deaths|persons|members))"
)
_NUMBER = r"(?P<o>[@@count])(?: (?:million|millions|thousand|hundred|@count))?(?: of)?"
_DIED = (
    r"(?:(?:(?:had|have|has|were|was|are|is|who|been|being|would|be) ){0,3}(?:died|die|dead|killed|fallen|fell"
    r"|perished|lost|murdered|slaughtered|starved|executed|wounded|deported|exterminated|massacred|drowned|gone)(?: "
    r"in (?:the )?(?:war|@event|@place|@country))?)"
)

LEAST_MONEY = 10_000
FEW = 3
"""From this number on, things are counted; two of a kind is a way of speaking."""
_VAGUE = re.compile(r"several|few|couple|dozens|hundreds|thousands|millions|scores", re.IGNORECASE)

_CUES = (
    Cue("losses", rf"{_HEDGE}{_NUMBER} {_FOLK} {_DIED}", prior=0.9),
    Cue("losses",
        r"(?:(?:the )?@country |which |who |that )?(?:lost|losing|killed|killing|claimed|claiming|cost|costing"
        rf"|sacrificed|murdered|left) (?:the lives of )?{_HEDGE}{_NUMBER} {_FOLK}(?: (?:lives|dead|deaths))?",
        prior=0.85, unless=r"\b(?:guy|cop|hero|villain|he|she|film|movie)\b"),
    Cue("losses", rf"{_HEDGE}{_NUMBER} {_FOLK}? ?(?:casualties|deaths|losses|fatalities|victims)\b", prior=0.75),
    Cue("share",
        r"(?:or |about |nearly |some |over |almost |only )?(?P<o>@share) (?:of|from) (?P<of>(?:the |all |its |his "
        r"|their |this )?(?:(?:whole|entire|total) )?(?:@country )?(?:[\w'-]+ )?(?:population|people|inhabitants"
        r"|citizens|soldiers|men|army|@country|audience|budget|money|cast|crew|nation|country|city|films|profits"
        r"|gross))", prior=0.75),
    Cue("distance",
        r"(?:(?:stood|stands|came|come|got|get|advanced|reached|located|situated|only|just|is|was|were|are|to "
        r"within|within|nearly|about|some|almost|succeeded|lay|stopped) ){0,3}(?:at the end of the year )?"
        r"(?P<o>@distance) (?:(?:away )?(?:from|before|outside|of|off|north|south|east|west|short of|to|out of|in "
        r"front of)(?: of| from)?) (?:the )?(?P<place>@any|[\w-]+)", prior=0.85),
    Cue("admissions",
        rf"(?:(?:it|the film|which|@film) )?(?:was |been )?(?:seen|watched|viewed|attended|visited) by {_HEDGE}"
        r"(?P<o>@count)(?: (?:million|thousand))? ?(?:people|viewers|spectators|@country|moviegoers|persons"
        r"|cinemagoers|visitors)?(?: in (?:the )?(?P<place>@country))?", prior=0.9),
    Cue("admissions",
        rf"{_HEDGE}(?P<o>@count)(?: (?:million|thousand|@count))? (?P<who>(?:@country )?(?:cinemagoers|people"
        r"|viewers|spectators|moviegoers|filmgoers|citizens|@country)) (?:bought a ticket|bought tickets|saw (?:it"
        r"|the film|this film|this)|went to see (?:it|the film|this)|watched it|flocked to)(?: in (?:the )?"
        r"(?P<place>@country))?", prior=0.9),
    Cue("share",
        rf"(?:about |nearly |some |over |almost |only |roughly )?(?P<o>@share) (?:of (?:the |all )?)?{_FOLK} "
        rf"{_DIED}(?: (?:by|in) (?P<at>@date))?", prior=0.85),
    Cue("admissions",
        rf"{_HEDGE}(?P<o>@count)(?: (?:million|thousand))? (?:viewers|spectators|admissions|tickets|moviegoers"
        r"|filmgoers|cinemagoers)(?: [\w]+)??(?: in (?:the )?(?P<place>@country))?", prior=0.85),
    Cue("budget",
        r"(?:(?:it|which|the (?:film|movie)|@film) )?(?:cost|costing|budgeted at|made for|shot for|produced for|"
        r"(?:on )?(?:a|its|an estimated) (?:[\w-]+ )?budget of|with a budget of|(?:at )?a cost of|(?:on )?an?) "
        r"(?:a |an |over |under |about |only |just |some |around |nearly |estimated |reported |mere |paltry "
        r"|whopping |less than |more than ){0,2}(?P<o>@money)(?:[- ](?:budgeted )?(?:\w+ )?(?:budget|film|movie"
        r"|production|picture)| to (?:make|produce))?", prior=0.85),
    Cue("budget",
        r"(?:gross(?:ed|ing)?|earn(?:ed|ing)|took in|raked in|brought in|made|(?:with )?box[- ]office (?:gross"
        r"|receipts|takings|take) of|returned) (?:a |an |over |about |only |just |some |around |nearly |almost "
        r"|more than )?(?P<o>@money)(?: (?:at|in) the (?:@country )?box[- ]office| worldwide| in (?:the "
        r")?@country)?", prior=0.85),
    Cue("count",
        r"(?:selling|sold|ran for|shown in|opened (?:in|on)) (?:over |more than |about |nearly |almost )?"
        r"(?P<o>@count)(?: (?:million|thousand|@count))? (?P<of>copies|tickets|performances|theat(?:er|re)s|screens"
        r"|records|albums|weeks)(?: in (?:the )?@any(?: alone)?)?", prior=0.8),
    Cue("count",
        rf"{_HEDGE}(?:[\w]+ ){{0,2}}?(?P<o>[@@count]) (?P<of>(?:(?!of\b|or\b|and\b)[\w'-]+ ){{0,2}}?"
        r"(?:feature-films?|films|movies|features|pictures|sequels|episodes|prints|copies|theat(?:er|re)s|screens"
        r"|extras|takes|negatives)) (?:were|was|had been|have been|are|being)(?: [\w-]+)? (?:released|made|produced"
        r"|shot|filmed|shown|used|printed|employed|directed)(?: (?:in|that|each|this|every|by|at) (?:the )?(?:@any"
        r"|year|[\w-]+))?", prior=0.8),
    Cue("count",
        r"(?:only |has |have |with |made |directed |produced |wrote |starred in |appeared in |just |some |over "
        r"|more than )(?:only |just |made |directed |some |over |more than |about |nearly )?(?P<o>[@@count]) "
        r"(?P<of>(?:(?!of\b|or\b|and\b|more\b)[\w'-]+ ){0,2}?(?:feature-films?|films|movies|features|pictures"
        r"|sequels|extras|shots|cuts|takes))\b(?! (?:ago|later))", prior=0.55,
        unless=r"\b(?:i|i've|seen|these|top|of the)\b"),
    Cue("count",
        r"(?:only )?(?P<o>[@@count]|one|two|three) of (?:the |its |his )?(?:(?:[\w'-]+|@film) )?(?P<of>(?:[\w'-]+ "
        r")?(?:sequences|scenes|shots|films|episodes|characters|songs|actors))(?: [\w'-]+| @any){0,5}", prior=0.7),
    Cue("count",
        rf"{_HEDGE}(?P<o>[@@count]) (?P<who>(?:[\w'-]+ )?(?:people|spectators|concertgoers|soldiers|troops|extras"
        rf"|men|kids|fans)) (?:[\w-]+ ){{0,2}}?(?:attended|showed up|came|were used|were there|appeared|took part"
        r"|marched|gathered)", prior=0.7),
)  # fmt: skip


def _open(cue: Cue) -> Cue:
    """Counts and bare ordinals have two signs."""
    return replace(cue, pattern=cue.pattern.replace("[@@count]", "@count"))


def _finish(found: Statement, match: re.Match[str], masked: Masked, context: Context) -> Statement | None:
    """Losses, shares and distances are of the world; what is counted of a film is about the film."""
    if " of " in match[0] and found.predicate == "count" and "only" not in masked.original(*match.span()).lower():
        return None
    if found.predicate == "sum":
        spent = masked.within(*match.span())[0]
        return found if isinstance(spent, Value) and spent.hi >= LEAST_MONEY else None
    if found.predicate in ("number", "two"):
        counted = masked.within(*match.span())[0]
        exact = (
            isinstance(counted, Value)
            and counted.lo >= (FEW if found.predicate == "number" else 2)
            and not _VAGUE.search(counted.words)
        )
        return found if exact else None
    if found.predicate in ("losses", "share", "distance"):
        return replace(found, about=HISTORY, subject=None)
    return found


FAMILY = Family(
    "quantity",
    "@count|@share|@distance|@money|only |one in |one out of|old|age|budget|in his |in her |in their |there are"
    "|body|corpse|death",
    tuple(_open(cue) for cue in _CUES) + AMOUNTS,
    {},
    _finish,
)
