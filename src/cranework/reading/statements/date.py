"""When things happened in the world: events with their days, births and deaths, spans of life."""

from __future__ import annotations

import re
from dataclasses import replace

from cranework.reading.model import HISTORY, Mention, Statement, Value
from cranework.reading.statements.context import Context
from cranework.reading.statements.family import Cue, Family, before, clause_end
from cranework.reading.statements.mask import Masked, compiled
from cranework.reading.statements.times import CUES as TIMES
from cranework.reading.statements.times import FILM, LOOSE

_EVENT = (
    r"(?:(?:the )?@event|(?:the|a) (?:[\w'-]+ ){0,2}?(?:(?:@country|[\w-]+) )?(?:invasion|war|battle|revolution"
    r"|uprising|mutiny|congress|festival|strike|crash|disaster|massacre|attack|surrender|armistice|speech|coup|siege"
    r"|trial|murder|expedition|election|treaty|riots?|blitz|bombing|assassination|crackdown|earthquake|flight|launch"
    r"|operation)(?: of (?:the )?(?:@any|[\w-]+))?)"
)
_HAPPENED = (
    r"(?:attack(?:s|ed)|invad(?:es|ed)|declar(?:es|ed)|surrender(?:s|ed)|capitulated|began|begins|beg[iu]n|ended|ends"
    r"|broke out|started|starts|took place|occurred|happened|was (?:held|signed|fought|launched|overthrown|liberated"
    r"|besieged|founded|shot|killed|executed|murdered|assassinated)|bombed|fell|collapsed|came to power|seized power"
    r"|took over|occupied|crossed|entered|landed|liberated|marched|has held|held|opened|erupted|raged|lasted|resigned"
    r"|denounced|was elected|became)"
)
_ON = r"(?:in|on|from|since|until|of|at|by|during|around|back in)"

LONGEST_MONTH = 31
"""Days; a date as exact as that stands in no sentence by chance."""

_PART = re.compile(r"\b(?:early|mid|late)", re.IGNORECASE)
LONGEST_YEAR = 366
"""Days; a longer time is no date of what happened, unless a sentence begins with it."""

_CUES = (
    Cue("lifespan", r"(?P<s>@person) ?[(\[](?:b\. |born )?(?P<o>@date(?: ?(?:-|\u2013|\u2014|to) ?@date)?)[)\]]",
        prior=0.85),
    Cue("died",
        r"(?P<s>@person|he|she)(?: [\w]+)? (?:died|passed away|was killed|was executed|committed suicide)(?: [\w]+"
        rf"| @any){{0,4}}? (?:{_ON}) (?P<o>@date)", prior=0.9),
    Cue("died", rf"(?:the |his |her )?(?:(?P<s>@person)'s? death|death (?:of|for) (?P<t>@person)) {_ON} (?P<o>@date)",
        prior=0.95),
    Cue("born",
        rf"(?P<s>@person|he|she)(?: was| is|,)? born(?: ?,)?(?: [\w']+(?: ?,)?| @any(?: ?,)?){{0,5}}? {_ON} "
        r"(?P<o>@date)", prior=0.95),
    Cue("event_date",
        rf"(?:{_ON} )?(?P<o>@date),? (?:when )?(?P<s>(?:the )?@country|{_EVENT})(?: [\w]+)? {_HAPPENED}(?: (?:the "
        rf")?(?:@any|[\w-]+)){{0,3}}", prior=0.9),
    Cue("event_date",
        rf"(?P<s>(?:the )?@country|{_EVENT}|@person)(?: [\w]+)? {_HAPPENED}(?: (?:the )?(?:@any|[\w-]+)){{0,4}}? "
        rf"{_ON} (?:the )?(?P<o>@date)", prior=0.85,
        unless=r"\b(?:film|movie|picture|version|remake|series|role|story|award|prize|@prize|sequel|episode)\b"
        r"|['\"]"),
    Cue("event_date",
        rf"(?P<s>{_EVENT})(?: [\w-]+){{0,3}}?,? (?:which )?(?:(?:was|is|had been) )?(?:(?:begun|dated|held|fought"
        rf"|started|signed|launched) )?(?:{_ON} (?:the )?)?(?:early |late |mid-?)?(?P<o>@date(?: ?[-\u2013] "
        r"?@date)?)", prior=0.85,
        unless=r"@prize|\b(?:film|movie|drama|picture|novel|comedy|epic|romance|story|classic|festival award)\b"),
    Cue("event_date",
        r"(?:the )?(?P<o>@date) (?P<s>(?:@country )?(?:[\w-]+ )?(?:invasion|war|battle|revolution|uprising|mutiny"
        r"|congress|strike|crash|disaster|massacre|coup|expedition|airship expedition|riots?|blitz))(?: (?:of|to|in"
        r"|on) (?:the )?(?:@any|[\w-]+))?", prior=0.8),
    Cue("event_date", r"(?:the )?(?P<s>events?|attacks?|morning|night|day|evening) (?:of|on) (?P<day>@date)",
        prior=0.7),
    Cue("event_date",
        r"(?:^|(?<=\w, )|(?<=and ))(?:on|in|by) (?P<day>@date),? (?P<s>(?:the |an? |his |her )?[\w-]+|@any)(?: "
        r"[\w'-]+| @any){1,6}?(?=[,.;]|$)", prior=0.5,
        unless=r"@film|@prize|\b(?:i|we|my|film|movie|released|premi\w+|shown|opened|won)\b"),
    Cue("event_date", r"(?:the )?(?P<o>@date) (?P<s>@event)", prior=0.85),
    Cue("event_date",
        rf"(?P<o>@date),? (?:was|is|saw|marked|brought|is the year of|was the year of) (?P<s>{_EVENT}|the @event)",
        prior=0.85),
    Cue("event_date",
        r"(?P<o>@date),? (?:is |was )?(?P<s>the (?:[\w-]+ )?(?:@country )?(?:invasion|attack|outbreak|start"
        r"|beginning|end|fall)(?: of (?:the )?(?:@any|[\w-]+))?)", prior=0.85),
    Cue("event_date",
        r"(?:the )?@ordinal? ?(?P<s>@festival),? (?:which was )?(?:held|took place|ran) (?:from |in |on |between )?"
        r"(?P<o>@date)", prior=0.9),
    Cue("event_date",
        r"(?:which |who |that )?in (?P<o>@date) (?:has |had )?(?:held|gave|given|made|delivered) (?:the|a|his) "
        r"(?P<s>(?:[\w-]+ ){0,2}speech)(?: (?:on|at|before|to) (?:the )?(?:@event|(?:[\w@ordinal-]+ ){0,3}"
        r"(?:congress|party day)))?", prior=0.9),
    Cue("event_date",
        r"in (?P<o>@date),? (?P<s>@person) (?:was|had|became|moved|returned|joined|left|came|went|fled|emigrated"
        r"|fought|served|started|began|founded|worked|became)(?: [\w'-]+| @any){1,5}", prior=0.6,
        unless=r"\b(?:remake|version|@film)\b"),
    Cue("event_date",
        r"(?P<s>@person|who|he|she) (?:was|became|moved|returned|joined|came|fled|emigrated|served|retired|began"
        r"|started)(?: [\w'-]+| @any){1,5}? in (?P<o>@date)", prior=0.6,
        unless=r"@film|\b(?:remake|version|nominated|made|released|directed|shot|filmed|award|role)\b"),
    Cue("event_date",
        r"(?P<s>@person|@country|he|she|they|the [\w-]+)(?: [\w'.-]+| @any){1,8}? (?:on|in) (?P<day>@date)",
        prior=0.5,
        unless=r"@film|\b(?:i|my|we|released|made|shown|opened|premiered?|aired|came out|filmed|shot|dvd|saw"
        r"|watch\w*|nominated|won|set)\b"),
)  # fmt: skip


def _finish(found: Statement, match: re.Match[str], masked: Masked, context: Context) -> Statement | None:
    """What happened in the world is about the world; a pronoun is the person named last."""
    if found.predicate == "decade":
        date = _when(match, masked)
        vague = match[0].lower().startswith("in ") and not _PART.search(date.words)
        return found if date.hi - date.lo > LONGEST_YEAR and not vague else None
    if found.predicate in LOOSE:
        return found if found.predicate != "when" or _of_the_world(match, masked) else None
    subject = found.subject if match.groupdict().get("s") else None
    qualifiers = dict(found.qualifiers)
    other = qualifiers.pop("t", None)
    day = qualifiers.pop("day", None)
    if isinstance(day, Value):
        if day.hi - day.lo > LONGEST_MONTH:
            return None
        found = replace(found, objects=(day,))
    if subject is None and isinstance(other, Mention):
        subject = other
    if subject is not None and subject.words.lower() in ("he", "she", "who"):
        subject = context.last(("person",)) or subject
    if found.predicate == "lifespan" and not re.search(r"\d\D{1,4}\d|born|b\.", masked.original(*match.span("o"))):
        return None
    if subject is not None and subject.kind == "film":
        return None
    return replace(found, about=HISTORY, subject=subject, qualifiers=qualifiers)


def _when(match: re.Match[str], masked: Masked) -> Value:
    """The first date of a match."""
    return next(item for item in masked.within(*match.span()) if isinstance(item, Value) and item.kind == "date")


def _of_the_world(match: re.Match[str], masked: Masked) -> bool:
    """Whether a clause with a date tells of no film and nobody's viewing; a decade must stand at its head."""
    date = _when(match, masked)
    around = before(masked.text, match.start()) + masked.text[match.start() : clause_end(masked.text, match.end())]
    if compiled(FILM).search(around):
        return False
    return date.hi - date.lo <= LONGEST_YEAR or not re.search(r"\w", masked.text[: match.start()])


FAMILY = Family("date", "@date|setting|era|backdrop|period", _CUES + TIMES, {}, _finish)
