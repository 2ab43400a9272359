"""What was won and what was nominated; prizes in a list take festival and year from the first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from cranework.reading.model import Mention, Statement
from cranework.reading.statements.context import Context
from cranework.reading.statements.family import Cue, Family, apart, clause_end, trimmed
from cranework.reading.statements.mask import Masked, compiled
from cranework.reading.statements.prizes import CUES as PRIZES

_WON = (
    r"(?:(?:has |have |had |has also |also |later |went on to |deservedly |justly |rightly |even |then )?(?:won|wins?"
    r"|winning|received|receives|receiving|took(?: home)?|taking(?: home)?|earn(?:ed|ing)|garner(?:ed|ing)|got|gets"
    r"|claimed|bagged|captur(?:ed|ing)|collected|nabbed|scored|picked up|copped|landed|shared|snagged|swept)|(?:@is "
    r")?(?:also )?(?:awarded|given|presented)(?: with)?|(?:@is )?hono(?:u)?red with|recipient of|winner of|winners of"
    r"|crowned with)"
)
_WHO = (
    r"(?:(?:it|he|she|they|which|who|that|(?:this|the) (?:film|movie|picture)|@person's (?:film|movie)|@people"
    r"|@film['\"]?) )?"
)
_WHEN = (
    r"(?:(?:in|at|for) (?:the )?(?:(?P<year>@date)(?:'s)? ?)?(?:(?P<festival>@festival)|@prize)?(?:'s)?|in (?:@where))"
)
_TAIL = (
    r"(?:,? (?:(?:of|from|at|in) )?(?:the )?(?:(?P<year>@date) )?(?:@ordinal )?(?:(?P<festival>@festival)|"
    r"(?P<place>@place))(?:(?: in| of|,) (?P<later>@date))?)?(?: (?:in|of|for) (?P<then>@date))?"
)
_FOR = (
    r"(?P<why> for (?:(?:his|her|its|their|the|best|playing|work|role|this|@person's?|@film|@country)(?: "
    r"[\w'-]+){0,4}?|(?:\w+ing) @any)(?=[,.;:)!?]|$| (?:and|but|at|in|when|which|while|as|to|that|with)\b))?"
)
_PRIZES = (
    r"(?:(?:no|nothing) less than )?(?:(?:the|an?|its|his|her|their|two|three|four|five|six|seven|eight|nine|ten"
    r"|eleven|several|many|numerous|@count|@ordinal|both) )?(?:[\w'-]+ ){0,3}?(?:@country )?['\"]?(?P<o>@prize)['\"]?"
    r"(?:,? (?:and|plus|&) (?:@count|an?|another|several|two) @prize)?"
)
_NOT = (
    r"nominat|(?:second|third|next|\dth|\dnd|\drd|@ordinal) best|should(?:'ve| have)|deserv|hop(?:ed|ing)|\blost\b"
    r"|could have|would have|might|wannabe|if (?:he|she|it)|worth|ought|\bto win\b"
)

_UNREAL = r"could(?:'ve| have)|would(?:'ve| have)|should|deserv|\bif\b|might"

_CUES = (
    Cue("award",
        rf"(?:in (?P<early>@date),? )?{_WHO}{_WON} {_PRIZES}(?: @prize)?(?: (?:award|prize|trophy))?(?! (?:award )?"
        rf"(?:nomination|nod|nominee))(?:-winner)?{_TAIL}{_FOR}(?: at the @festival)?", unless=_NOT, prior=0.95),
    Cue("award",
        rf"(?:in (?P<early>@date),? )?{_WHO}{_WON} (?:in|at) (?:the )?(?P<festival>@festival|@place) {_PRIZES}",
        unless=_NOT, prior=0.9),
    Cue("award",
        rf"{_WHO}{_WON} (?P<o>(?:(?:the|an?|some|its|his|her|several|many|numerous|two|three|four|five|@count) )?"
        rf"(?:[\w'-]+ ){{0,3}}?(?:awards?|prizes?))\b(?: (?:at|in|from) (?:the )?(?P<festival>@festival|@place)| "
        r"in (?P<year>@date))?(?: for (?:its|his|her|best) [\w-]+)?", unless=_NOT + r"|nominations?", prior=0.85),
    Cue("award",
        r"(?:the )?(?:[\w-]+ )?(?P<o>@prize)(?: for (?:[\w-]+ ){0,3}[\w-]+)?(?: at (?P<festival>@festival))?(?: "
        r"that year| (?P<year>@date))? (?:went|was (?:awarded|given|presented)|were (?:awarded|given)|goes|going) "
        r"(?:instead )?to (?:the )?(?:[\w-]+ ){0,3}(?P<s>@people|@film)(?: for [\w'-]+(?: [\w'-]+){0,2}(?: "
        r"?@film)?)?", prior=0.95),
    Cue("award", r"won (?P<s>@people) (?:an?|the|his|her) (?P<o>@prize)", unless=_NOT, prior=0.9),
    Cue("award",
        r"(?:an?|his|her|the) (?P<o>@prize) for (?:the |his |her |its )?(?:[\w-]+ )?(?:script|screenplay|role"
        r"|performance|score|work|direction|song|music|cinematography|acting)(?: (?:of|in|on) ['\"]?@title['\"]?)?",
        unless=_NOT, prior=0.75),
    Cue("nomination",
        rf"{_WHO}(?:is|was|were) up for (?:(?:[\w-]+|@count) ){{0,4}}(?:(?P<o>@prize)|awards)(?: including @prize)?",
        prior=0.85),
    Cue("award",
        r"(?P<o>@prize)(?: (?:at|in) (?:the )?(?P<festival>@festival))? (?:was|were) (?:[\w-]+ ){0,2}(?:deserved"
        r"|earned|justified|merited)", prior=0.85),
    Cue("award",
        r"(?P<s>@people|he|she|it|the film|@film) (?:was|were) (?:also |specially )?(?P<o>hono(?:u)?red"
        r"|recogni[sz]ed|singled out|commended|awarded|distinguished) by the (?:(?P<festival>@festival) )?jury(?: "
        r"(?:of|at|in) (?:the )?@festival)?", prior=0.85),
    Cue("award",
        r"(?:the )?jury (?:gave|made|awarded|presented|bestowed|stressed) (?:[\w-]+ ){0,3}(?:@prize|prize|award)"
        r"(?: (?:of|to|for) (?:the )?(?P<s>@people))?", prior=0.9),
    Cue("award",
        r"(?:the )?(?:@date )?(?P<o>@prize)[- ]winn(?:ing|er) (?:(?:[\w-]+ ){0,2}(?P<s>@people)|(?:[\w-]+ ){0,2}"
        r"(?:film|movie|documentary|picture|performance|role|actor|actress|director|short|score|screenplay|song"
        r"|script|cinematography|turn))(?: (?:for|of) (?P<festival>@festival|@date))?", prior=0.8,
        unless=r"worthy|by comparison"),
    Cue("award",
        r"(?:his|her|its|their|@person's?|the film's) (?:[\w-]+ ){0,3}?(?P<o>@prize)(?: (?:win|award|prize))?(?! "
        r"(?:nominat|nominee|campaign|worthy|caliber|bid|chances))(?: (?:for|at|in) (?:[\w-]+ ){0,2}(?:@any"
        r"|[\w-]+))?", prior=0.65, unless=r"want|desir|hop|crav|" + _NOT),
    Cue("award", r"(?:[\w-]+ )?winner at (?:the )?(?P<festival>@festival)(?: (?P<year>@date))?", prior=0.8),
    Cue("nomination",
        rf"{_WHO}(?:@is |wasn't |weren't |isn't |has |had |have )?(?:[\w-]+ ){{0,2}}?nominated (?:[\w-]+ ){{0,3}}?"
        r"(?:for|as) (?:(?:an?|the|@count|two|three|four|five|six|seven|eight|nine|ten|eleven) )?(?:[\w'-]+"
        rf" ){{0,3}}?(?:(?P<o>@prize)|(?:awards|prizes))(?: for (?:the )?(?:@date )?@prize)?(?: (?:in|for|at) (?:the"
        r" )?(?P<year>@date|@festival))?(?: for (?:his|her|its|best) [\w-]+(?: [\w-]+)?)?",
        prior=0.95, clause=True),
    Cue("nomination",
        rf"{_WHO}(?:{_WON} |(?:his|her|its|their|@person's?) )(?:(?:[\w'-]+|@count) ){{0,4}}?(?:@ordinal )?"
        rf"(?P<o>@prize)(?: award)? (?:nominations?|nods?|noms)(?: (?:in|for) (?:[\w'-]+ ){{0,3}}(?:@any|[\w'-]+))?",
        prior=0.9, unless=_UNREAL),
    Cue("nomination",
        r"(?P<o>@prize)[- ](?:award )?(?:nominated|nominations?(?= for)|nominee(?= @person)|nods?(?= for)|contender)"
        r"(?: (?:[\w-]+ ){0,2}(?:@people|film|movie|role|performance|portrayal|actor|actress|director|documentary"
        r"|script|screenplay))?(?: (?:for|of) (?:[\w'-]+ ){0,2}(?:@any|[\w'-]+))?",
        prior=0.75),
    Cue("nomination", r"nominations? for (?:[\w'-]+ ){0,3}(?P<o>@prize)", prior=0.85),
    Cue("nomination",
        rf"{_WHO}lost (?:out )?(?:the (?P<o>@prize) )?(?:to|in) (?:[\w-]+ ){{0,3}}(?P<to>@people)(?: (?:for|in) "
        r"['\"]?@title)?", prior=0.6, unless=r"\blost (?:in|his|her)\b(?! (?:19|20))"),
)  # fmt: skip
_TABLE = Family(
    "award", "@prize|award|prize|winner at|nominat|jury|lost|compet|official|entry|entries|submission", _CUES + PRIZES
)

_NEXT = (
    r"\s?(?:,\s?(?:and |as well as |along with |plus )?|\band |as well as |along with |plus |& )(?:also )?(?:(?:the"
    r"|an?|its|another|for|two|three|four|five|six|seven|@count) )?(?:(?P<who>@people|the (?:film|movie)) (?:for "
    r"|received |won )?(?:the )?)?(?P<o>@prize)(?: \(?(?P<s>@people)\)?)?(?: of (?P<year>@date))?(?: to "
    r"(?P<to>@people)(?: and to (?:(?:[\w'-]+|@any) ){0,4}(?:@person's )?@title)?)?"
)
_INHERITED = ("festival", "year", "early", "then", "later", "place")


class _Awards(Family):
    """The table, and after it the bare prizes of a list."""

    def find(self, masked: Masked, context: Context) -> list[Statement]:
        found = super().find(masked, context)
        return apart([*found, *_listed(masked, found, context)]) if found else found


def _listed(masked: Masked, found: list[Statement], context: Context) -> Iterator[Statement]:
    """Prizes in a row after one that was won: won too, at the same place and by the same unless it is said."""
    for match in compiled(_NEXT).finditer(masked.text):
        place = match.start("o")
        first, last = masked.span(*trimmed(masked.text, match.start("who") if match["who"] else place, match.end()))
        before = [one for one in found if one.end <= first + 1]
        if not before or any(one.start < last and first < one.end for one in found):
            continue
        head = before[-1]
        gap = [place for place, start in enumerate(masked.starts) if start >= head.end][:1]
        if (
            not gap
            or clause_end(masked.text.replace(",", " "), gap[0]) < place
            or len(masked.text[gap[0] : place]) > 60
        ):
            continue
        items = {name: masked.within(*match.span(name)) for name in ("o", "s", "who", "to", "year") if match[name]}
        who = next((items[name] for name in ("s", "who", "to") if items.get(name)), [])
        subject = next((item for item in who if isinstance(item, Mention)), None)
        if match["who"] and subject is None:
            subject = context.film
        inherited = {name: head.qualifiers[name] for name in _INHERITED if name in head.qualifiers}
        if "year" in items:
            inherited["year"] = items["year"][0]
        made = replace(
            head, start=first, end=last, subject=subject or head.subject, objects=tuple(items["o"]),
            qualifiers=inherited, prior=0.85,
        )  # fmt: skip
        found.append(made)
        found.sort(key=lambda one: one.start)
        yield made


def _finish(found: Statement, match: re.Match[str], masked: Masked, context: Context) -> Statement | None:
    """One year, wherever it stood; who won, where the subject is named; the category where it stands in words."""
    qualifiers = dict(found.qualifiers)
    for name in ("early", "then", "later"):
        if name in qualifiers:
            qualifiers.setdefault("year", qualifiers.pop(name))
    why = qualifiers.pop("why", None)
    if why is not None and match.group("why"):
        qualifiers["category"] = match.group("why").strip()
    subject = found.subject
    if "s" not in match.groupdict() or not match["s"]:
        head = match.end() if "o" not in match.groupdict() or not match["o"] else match.start("o")
        people = _named(masked, match.start(), head, ("words",))
        pronoun = re.search(r"\b(?:he|she|his|her)\b", match[0][: head - match.start()], re.IGNORECASE)
        bare = re.match(r"(?:won|received|took|got|earned|was|were)\b", match[0], re.IGNORECASE)
        if bare and not people:
            people = _named(masked, 0, match.start())
        subject = people[0] if people else context.last(("person",)) if pronoun else subject
    return replace(found, subject=subject, qualifiers=qualifiers)


def _named(masked: Masked, start: int, end: int, more: tuple[str, ...] = ()) -> list[Mention]:
    """Who and what that can win is named in a stretch."""
    return [
        item
        for item in masked.within(start, end)
        if isinstance(item, Mention) and item.kind in ("person", "film", "character", *more)
    ]


FAMILY = _Awards(_TABLE.kind, _TABLE.trigger, _TABLE.cues, {}, _finish)
