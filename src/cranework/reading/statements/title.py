"""What a film is called, in its own language and in others; what people are called beside their names."""

from __future__ import annotations

import re

from cranework.reading.model import Mention, Statement
from cranework.reading.statements.context import Context
from cranework.reading.statements.family import Cue, Family
from cranework.reading.statements.mask import Masked

_CALLED = (
    r"(?:(?:also |better |once |originally |best |formerly |previously |otherwise )?(?:known|released|issued|called"
    r"|titled|entitled|named|billed|marketed|shown|listed|translated)(?: (?:in|here|elsewhere|on|to|into|by) (?:the "
    r")?(?:@any|english|video|dvd|[\w-]+))?(?: (?:as|simply))?|a\.?k\.?a\.?|alias|translat(?:ed|es|ing) (?:as|to)"
    r"|lists it as|i/e|i\.e\.|literally)"
)
_Q = r"['\"*_]{0,2}"

_CUES = (
    Cue("title",
        rf"{_Q}(?P<s>@film){_Q},? ?[(\[]{_Q}(?:(?P<language>@country|[A-Z][a-z]+)(?: title)?:? ?)?{_Q}(?P<o>@film"
        rf"|[^\W\d][^()\d@duration]{{3,50}}, @film)(?:, @film)?{_Q}[)\]]", prior=0.9, needs="@film"),
    Cue("title",
        rf"{_Q}(?P<s>@film){_Q},? ?[(\[]?{_CALLED}:?,? {_Q}(?P<o>@title){_Q}(?: in (?:the )?(?P<language>@country"
        r"|english|french|german|[\w]+))?[)\]]?", prior=0.9, needs="@film"),
    Cue("title", rf"{_Q}(?P<s>@film) ?/ ?(?P<o>@film),?{_Q}", prior=0.85, needs="/"),
    Cue("title", rf"{_Q}(?P<s>@title){_Q} \({_Q}(?P<o>@title){_Q} in (?:@country|[A-Z]\w+)(?: [^()]{{2,40}})?\)?",
        prior=0.85, needs="("),
    Cue("title", r"^the (?:film|movie) ['\"](?P<o>@film)['\"]", prior=0.6, needs="film|movie"),
    Cue("title",
        r"(?:the |its )?(?:original|@country|english|french|german|working|alternate|alternative|international|us"
        rf"|uk|russian|italian|japanese) title(?: of (?:the|this) (?:film|movie))?(?:,| is| was|:|--?)? {_Q}"
        rf"(?P<o>@title|[^\W\d]\w+(?: [\w']+){{0,5}}){_Q}", prior=0.8, needs="title"),
    Cue("title",
        rf"(?:which |(?:it|film|movie|this) (?:is|was) )?(?:{_CALLED}) {_Q}(?P<o>@film){_Q}(?: in (?:the )?(?:@any"
        r"|english))?", prior=0.7,
        unless=r"\bbest known\b|known (?:for|as one)|film called|movie called|called [^\s\w]?$|(?:film|movie|book"
        r"|novel|song|play|one|show|series|sequel) (?:is |was )?(?:called|titled|entitled|named)", needs="@film"),
    Cue("title",
        r"(?:(?:(?:the )?@any, )?as|when|where) (?:it's|it is|it was) (?:called|known|titled|named)(?: as)?"
        r" (?:in (?:the )?@any|['\"]?@title['\"]?)",
        prior=0.75, subject="none", needs="called|known|titled|named"),
    Cue("title",
        r"(?:an? (?:[\w-]+ )?(?:novel|book|play|story|film|movie|novella|musical|song|series|poem) (?:of|with"
        r"|by)|with|under|of) the same "
        r"(?:name|title)", prior=0.7, subject="none", needs="same "),
    Cue("alias",
        r"(?:(?P<s>@person),? )?(?:better|best|also|otherwise|formerly) known (?:as|by|under)(?: the name(?: "
        r"of)?)? ['\"]?(?P<o>@person)['\"]?(?!'s)", prior=0.85, needs="known"),
    Cue("alias",
        r"(?P<s>@person),? (?:\()?(?:a\.?k\.?a\.?|alias|née|born|real name|whose real name (?:is|was)) ['\"]?"
        r"(?P<o>@person)['\"]?\)?", prior=0.85, needs="a.k.a|aka|alias|née|born|real name"),
    Cue("title", r"(?<=\w )\(['\"](?P<o>@title)['\"]\)", prior=0.65, subject="none", needs="("),
    Cue("title",
        r"(?:the|its|this) (?:[\w-]+ ){0,2}title (?:refers|reflects|comes|alludes|means|derives|is (?:taken"
        r"|derived|an? (?:reference|pun|allusion"
        r"|play))|suggests|stands)", prior=0.75, reach=True, subject="none", needs="title"),
    Cue("title",
        r"(?:gives?|gave|lends?|lent|provides?|provided) (?:the (?:film|movie) |this (?:film|movie) )?its title",
        prior=0.75, subject="none",
        needs="title"),
    Cue("alias", r"(?:entitled|re-?titled|titled|renamed) ['\"]@title['\"]", prior=0.7, bare=True,
        needs="titled|renamed"),
)  # fmt: skip


def _finish(found: Statement, match: re.Match[str], masked: Masked, context: Context) -> Statement | None:
    """Two names of one film; two films in a row are no titles of each other."""
    films = [item for item in (found.subject, *found.objects) if isinstance(item, Mention) and item.entity]
    if found.predicate == "title" and len({film.entity for film in films}) > 1:
        return None
    return found


FAMILY = Family(
    "title", "@film|@words|@person|same |called|known|title|renamed", _CUES, {}, _finish
)  # fmt: skip
