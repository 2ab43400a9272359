"""When and where a film was made and shown, from which country it comes, in which versions it is sold."""

from __future__ import annotations

import re
from dataclasses import replace

from cranework.reading.model import Statement, Value
from cranework.reading.statements.context import OTHER_FILM, Context
from cranework.reading.statements.family import Cue, Family, of_this_film
from cranework.reading.statements.mask import Masked
from cranework.reading.statements.showing import CUES as SHOWING

_MADE = (
    r"(?:made|released|produced|filmed|shot|completed|came out|come out|comes|issued|dat(?:es|ing) (?:back )?(?:from"
    r"|to)|finished|created|done)"
)
_IT = (
    r"(?:(?:(?:it|which|that|(?:this|the) (?:film|movie|picture|version)|@film['\"]?)(?: \(@date\))?)(?:(?: (?:is|was"
    r"|had been|has been)|'s) | )(?:\w+ )?|(?:is|was) )?"
)
_SHOWN = (
    r"(?:opened|premi[eè]red|debuted|(?:was|were|is|got|been|being) (?:[\w]+ )?(?:first )?(?:shown|screened|released"
    r"|presented|distributed|aired|issued)|released|came out|hit (?:the )?(?:theat(?:er|re)s|screens|cinemas))"
)
_DISC = r"(?:(?:r[124]|region \d)(?: dvds?)?|dvds?|blu-?rays?|video|vhs|laser ?disc|videotape)"
_WHERE = r"(?:the )?(?P<place>@where|theat(?:er|re)s|cinemas)"

_FINE = (
    r"(?:(?!first\b|second\b|third\b|last\b|only\b|of\b|in\b|from\b|to\b|than\b|as\b|and\b|with\b|not\b|no\b|any\b"
    r"|for\b|by\b|on\b)[\w-]+,? ){0,4}?"
)
_MORE = r"(?: (?!of\b|in\b|from\b|to\b|than\b|as\b|and\b|with\b)[\w-]+){0,3}?"

_CUES = (
    Cue("year_country", r"(?P<country>@country),? (?P<o>@date)(?=[,.;)]|$)", prior=0.85,
        behind=r"\b(?:in|of|from|to|since|after|against|invaded|attacked|entered|left)(?: the)?", needs="@date"),
    Cue("year_country",
        r"(?:(?:is|was|'s|this|from|in) )?(?:(?:the|an?|this|his|her|another) (?:[\w-]+ ){0,2})?(?P<o>@date) "
        r"(?:[\w-]+[, ]+){0,3}?(?P<country>@country)(?:[- ]@country)*(?: [\w-]+){0,3}? @work", prior=0.9,
        needs="@date"),
    Cue("year",
        r"(?:(?:is|was|'s) )?(?:(?:this|the|an?|his|her|its|@person's?) (?:(?!of\b|in\b|from\b|to\b|than\b|as\b"
        r"|and\b|with\b|who\b|that\b|which\b|is\b|was\b|for\b)[\w-]+,? ){0,3})?(?P<o>@date)(?:'s)? (?:(?:(?!the\b"
        r"|a\b|of\b|in\b|than\b|rather\b|was\b|is\b|it\b|he\b|she\b|and\b|when\b|to\b)[\w-]+|@country|@person),?"
        r" ){0,4}?@work\b(?:,? ?['\"]?@film['\"]?)?",
        prior=0.85, behind=r"\b(?:since|until|best)", needs="@date"),
    Cue("year",
        r"(?:the )?(?P<o>@date) (?:(?:(?!is\b|was\b|a\b|the\b|of\b|in\b|and\b)[\w-]+|@people),? ){0,2}(?:(?:version"
        r"|original|remake|adaptation)(?: of ['\"]?@film['\"]?)?|(?P<s>@film))", prior=0.85, needs="@date"),
    Cue("year",
        r"['\"*_]?(?P<s>@title)['\"*_]{0,2},? ?[(\[](?P<o>@date)(?:(?:,? ?(?:-|/) ?(?:@duration|@date))?[)\]]|"
        r"(?=[;,]))", prior=0.95, needs="@date"),
    Cue("year", r"(?P<s>@title)['\"]?,? ?\((?:[\w. ]{1,20}|@person|@country|@people),? (?P<o>@date)\)", prior=0.85,
        needs="@date"),
    Cue("year", r"['\"](?P<s>@title)['\"],? ?(?P<o>@date)(?=[,.;)]|$)", prior=0.7, needs="@date"),
    Cue("year",
        rf"{_IT}(?:(?:an?|the|this|another) (?:(?!of\b|in\b|for\b|from\b|to\b|by\b)[\w-]+,? ){{0,4}}?)?(?:@country"
        r" (?:[\w-]+ ){0,2}?)?@work (?:(?:made |released |produced |shot |dating )?(?:from|of)|(?:made|released"
        r"|produced|shot|filmed) in) (?:the year )?(?:the )?(?P<o>@date)(?! (?:classic|film|movie|original|hit|series"
        r"|show|cult|era)\b)",
        prior=0.85,
        unless=r"\b(?:best|greatest|finest|favou?rite|worst|top|films|movies|grossing|thrillers|many)\b|set (?:in"
        r"|during)", needs="@date"),
    Cue("year",
        rf"{_IT}(?:originally |first |only |also |actually |finally )?{_MADE}(?: way)?(?: back)?,? (?:again )?(?:in"
        r"|during|around|from|of) (?:the year )?(?:the )?(?:early |late |mid-?)?(?P<o>@date)", prior=0.9,
        unless=r"\b(?:films?|movies|pictures) (?:were|are)\b|scenes?|sequence|comes from|\bdvd\b|\bnovel|\bbook",
        needs="@date"),
    Cue("year",
        r"(?:directed|made|shot|filmed|produced|written|adapted|helmed) by (?:(?:[\w'-]+|@country) ){0,4}@people,? "
        r"(?P<span>(?:back )?in (?P<o>@date))", prior=0.85, needs="@date"),
    Cue("year",
        r"(?:made|shot|filmed|released|did) (?:this|the|it)(?: (?:film|movie|picture))?,? (?:back )?in (?P<o>@date)",
        prior=0.85, needs="@date"),
    Cue("year", r"['\"]?(?P<s>@film)['\"]?,? (?:in|from) (?P<o>@date)", prior=0.7,
        behind=r"\b(?:see|saw|seen|watched|catch|caught|bought|for|won|shown|after)(?: [\w-]+)?", needs="@date"),
    Cue("year", r"(?P<o>@date)(?:'s)? ['\"]?(?P<s>@film)['\"]?", prior=0.7, behind=r"\b(?:in|since|until|on)",
        needs="@date"),
    Cue("year",
        r"the (?:very )?same year (?:that )?(?:it|the (?:film|movie)|this) (?:came out|was (?:made|released))",
        prior=0.85, needs="same year"),
    Cue("year",
        r"it (?:was|wasn't|was not) until (?P<o>@date) that(?: [\w']+| @any){1,14}? (?:produce|make|direct|release"
        r"|film|shoot|complete|came out|released|made)d?\b", prior=0.85, needs="@date"),
    Cue("year",
        r"(?:(?:even|especially) |(?:is|was|are|were|looks?|seems?|quite|very|pretty|really|so) (?:[\w-]+ "
        r"){1,3})(?P<span>for (?P<o>@date))(?=[,.;:)!]|$| standards)", prior=0.6,
        unless=r"award|nominat|oscar|@prize", needs="@date"),
    Cue("premiere",
        rf"{_IT}(?:originally |first |finally |world )?{_SHOWN}(?: [\w-]+)?(?: (?:in|at) {_WHERE})(?:,? (?:in|on"
        rf"|from|only in|as early as|at) (?:the )?(?P<o>@date))?(?: (?:and|,)(?: [\w-]+){{0,4}} in @where(?: and "
        r"in @where)?)?", prior=0.9, unless=r"\b(?:films?|movies) (?:were|are)\b|@disc".replace("@disc", _DISC),
        needs="open|premi|debut|shown|screen|releas|present|distrib|aired|issued|came out|hit "),
    Cue("premiere",
        r"(?:(?:it|which|(?:this|the) (?:film|movie|picture)|@film|the @ordinal part(?: of @title)?) )?(?:was|were)"
        r"(?: not|n't)? (?:[\w-]+ )?(?:shown|screened|released|seen|distributed)(?: [\w-]+| @country| @place){0,3} "
        r"(?:until|before|till) (?P<o>@date)", prior=0.85, needs="shown|screened|released|seen|distributed"),
    Cue("premiere",
        rf"{_IT}(?:originally |first |finally |world )?{_SHOWN}(?: [\w-]+)? (?:on|in|from|at) (?P<o>@date)(?: (?:in"
        rf"|at|on) {_WHERE})?", prior=0.9, unless=r"\b(?:films?|movies|features?) (?:were|are)\b|feature-films",
        needs="@date"),
    Cue("premiere",
        r"(?:(?:its|the|a) (?:[\w-]+ ){0,2})?(?P<o>@date) (?:[\w-]+ ){0,2}?(?:release|premi[eè]re|showing|run)(?: "
        r"(?:in|at) (?:the )?(?P<place>@where))?", prior=0.9, needs="@date"),
    Cue("premiere", r"(?:world )?premi[eè]red? (?:at|in) (?:the )?(?:@date )?(?P<place>@where)", prior=0.85,
        needs="premi"),
    Cue("dvd",
        r"(?:(?:it|they|this|which|the (?:film|movie)|@film) (?:(?:is|was|were|are|will|has|have|been|be|both"
        rf"|likewise|now|finally|also) ){{0,4}})?(?:issued|released|available|coming out|comes out|came out|out"
        rf"|put out)(?: [\w-]+){{0,2}} on (?:(?:a|an|the) )?(?:[\w-]+ ){{0,2}}?{_DISC}(?: by [\w-]+(?: [\w-]+)?| "
        r"by @any)?(?: in @date)?", prior=0.85,
        needs="dvd|blu|video|vhs|disc|r1|r2|r4|region|print|version|edition|transfer|release"),
    Cue("dvd",
        rf"(?:(?:the|an?|this|his|her) (?:[\w-]+ ){{0,2}}?)?(?:restored|remastered|criterion|r[12]|region \d"
        r"|special edition|collector's|anniversary|widescreen|bare-bones|unrated|uncut|@date(?= dvd))(?: @any)?"
        rf"(?: [\w-]+){{0,2}}? (?:{_DISC}|print|version|edition|transfer|release)\b(?: (?:by|from|of) (?:@any"
        r"|[\w-]+))?", prior=0.75, unless=r"\b(?:hope|wish|waiting for|will get)\b",
        needs="dvd|blu|video|vhs|disc|r1|r2|r4|region|print|version|edition|transfer|release"),
    Cue("dvd",
        rf"{_DISC} (?:release|version|edition|transfer|print) (?:of|by|from) (?:this|the|@any)(?: (?:film|movie"
        r"|picture|version))?", prior=0.7,
        needs="dvd|blu|video|vhs|disc|r1|r2|r4|region|print|version|edition|transfer|release"),
    Cue("version",
        r"(?:a |the )?new version (?:is|was|will be) (?:[\w-]+ ){1,3}@date(?: with (?:[\w-]+ ){1,4}[\w-]+)?",
        prior=0.75, needs="version"),
    Cue("restored",
        r"(?:(?:this|the) (?:film|movie|print|version)|it) (?:has been|was|is|had been|had)(?: not only| also| been"
        r"| recently| beautifully| digitally| never)? (?:restored|remastered|colou?ri[sz]ed|preserved)(?: [\w-]+ly"
        r"| well at all)?", prior=0.8, needs="restor|remaster|color|colour|preserv"),
    Cue("version",
        r"(?<=\b)(?:also )?(?:re-?edited|recut|re-?released|re-?issued)(?: (?:in|for|by|on|as) (?:the )?(?:@any"
        r"|[\w-]+))?", prior=0.65, needs="re-edit|reedit|recut|release|issued"),
    Cue("version",
        r"(?:the |an? )?(?:director'?s'? cut|much-shorter @country[.-]* ?(?:release )?version|(?:full|extended"
        r"|longer|shorter|theatrical|uncut|dubbed|restored|subtitled) (?:cut|version))(?: (?:of|with|which) [\w "
        r"-]{3,40})?", prior=0.55, unless=r"\b(?:prefer|final cut|see|saw|than|i)\b", needs="cut|version"),
    Cue("country",
        r"(?:(?:it|this|he|which|that|@film)(?: is|'s| was) (?:an?|the|another) |(?:^an? |this |another |the "
        rf"other )){_FINE}(?P<country>@country)(?:[- ]@country)?{_MORE} (?:@work|cinema|tv series)(?:,? ['\"]?"
        r"(?P<s>@film)(?!['\"]? ?\(@date)['\"]?)?", prior=0.65,
        unless=r"\b(?:like|many|most|typical|usual|average|conventional|as in)\b", needs="@country"),
    Cue("country",
        rf"(?:an?|the|another) {_FINE}(?P<country>@country)(?:[- ]@country)?{_MORE} @work,? ['\"]?"
        r"(?P<s>@film)(?!['\"]? ?\(@date)['\"]?", prior=0.7, unless=r"\b(?:like|many|most)\b", needs="@country"),
    Cue("country", r"(?:an?|the) (?P<country>@country)[- ]@country co-?production", prior=0.8, needs="@country"),
    Cue("country", r"(?<=[\w)] )from (?:the )?(?P<country>@country)(?! (?:to|and back)\b)(?=[ ,.;)]|$)", prior=0.45,
        unless=r"\b(?:came|come|returns?|escap\w+|home|back|letters?|flee\w*|far|travel\w*|troops|soldiers?|man"
        r"|woman|girl|boy|people|immigrants?|miles|up|away|distance)\b", needs="@country"),
)  # fmt: skip


def _finish(found: Statement, match: re.Match[str], masked: Masked, context: Context) -> Statement | None:
    """A decade or a century is no year of release; ``1984`` beside nothing is a title."""
    if not found.objects and _LIFE.search(masked.original(*match.span())):
        return None
    if found.predicate == "year_alone":
        year = masked.within(*match.span())[0]
        return replace(found, predicate="year") if isinstance(year, Value) and year.hi - year.lo <= 366 else None
    if found.predicate == "titled":
        films = masked.within(*match.span())
        named = next((predicate for predicate, words in _WITHIN.items() if words.search(films[-1].words)), None)
        return replace(found, predicate=named) if named else None
    if found.predicate in ("year", "year_country"):
        if (bare := _decade(found, match, masked)) is not None:
            return bare
        years = [item for item in found.objects if isinstance(item, Value)]
        if years and not _may_be(years[0]):
            return None
        named = match.groupdict().get("s") or match.groupdict().get("place")
        if not named and not of_this_film(match, masked):
            found = replace(found, subject=None, about=OTHER_FILM)
        if years and years[0].hi - years[0].lo > 366 * 4:
            plain = re.search(r"\b(?:this|filmed|made|shot|came out|released|produced)\b", match[0], re.IGNORECASE)
            loose = replace(found, kind="date", predicate="period", subject=None, objects=(), about=OTHER_FILM)
            return replace(found, predicate="decade") if plain and "s of" not in match[0] else loose
    return found


_WITHIN = {
    "year": re.compile(r"\((?:18|19|20)\d\d\)['\"]?$"), "dvd": re.compile(r"\b(?:DVD|Blu-ray|VHS)$"),
    "rating": re.compile(r"^Rated (?:R|PG(?:-13)?|G|NC-17|X)$"),
}  # fmt: skip
"""What a name may hold beside the name."""
_LIFE = re.compile(r"\(\D{0,6}\d{4} ?[-\u2013\u2014] ?\d{2,4}")
_EDGES = re.compile(r"\b(?:end|beginning|start|close) of\b", re.IGNORECASE)
_TENS = re.compile(r"\d0'?s\b|ties\b", re.IGNORECASE)


def _decade(found: Statement, match: re.Match[str], masked: Masked) -> Statement | None:
    """Films of a decade: a period and no year; that this film was made then is told of its release."""
    dates = [item for item in masked.within(*match.span()) if isinstance(item, Value) and item.kind == "date"]
    if dates and _EDGES.search(dates[0].words):
        return None
    if not dates or not _TENS.search(dates[0].words) or found.objects:
        return None
    return replace(found, kind="date", predicate="period")


def _may_be(value: Value) -> bool:
    """Whether films were made at that time: from 1888 on."""
    return value.lo >= 689_000 and value.hi - value.lo < 366 * 25


FAMILY = Family(
    "release",
    "",
    _CUES + SHOWING,
    {},
    _finish,
)
