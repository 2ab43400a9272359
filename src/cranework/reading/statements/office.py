"""Who held which office: rulers, ministers, heads of studios and of juries."""

from __future__ import annotations

import re
from dataclasses import replace

from cranework.reading.model import HISTORY, Mention, Statement
from cranework.reading.statements.context import Context
from cranework.reading.statements.family import Cue, Family
from cranework.reading.statements.mask import Masked

_POST = (
    r"(?:(?:deputy |vice[- ]|assistant |studio |production |party |state )?(?:head|chief|chairman|minister|president"
    r"|secretary|commissar|director|boss|leader|governor|mayor|ambassador|dictator|chancellor|premier|prime minister"
    r"|producer|mogul|ruler))"
)
_OF = r"(?: (?:of|for|at) (?:the )?(?:@person's? )?@lazy4)"
_HELD = rf"(?:@office(?:{_OF})?|{_POST}{_OF})"
_THEN = (
    r"(?:once|then|later|now|former|formerly|at (?:that|the) time|at the time|previously|soon to be|the later|the "
    r"future|one-time|who (?:had been|was|became|later became|would become|is|had once been))"
)

_CALLING = (
    r"(?:character actor|character actress|(?:stand-?up )?comic|comedian|(?:[\w-]+ )?icon|rock star|rapper"
    r"|wrestler|boxer"
    r"|supermodel|model|(?:film |movie )?critic|poet|painter|politician|historian|philosopher|photographer|journalist"
    r"|astronaut|scientist|footballer|athlete|dancer|choreographer|conductor|pianist|sculptor|playwright|(?:porn|pop|tv"
    r"|country|rock) star|theat(?:er|re) veteran|(?:pop |folk |opera |jazz |blues |rock |country )?(?:singer"
    r"|musician|composer)|magician|general"
    r"|mogul|tycoon|designer|stuntm[ae]n|bodybuilder|activist)"
)

_CUES = (
    Cue("profession",
        rf"(?:the )?(?:@date |@country |(?!married|then|when|and then|with|by|and|from|as|to|of|like|is|was)[\w-]+"
        rf" ){{0,2}}(?:(?P<o>{_CALLING})|(?:actor|writer|producer)(?:[/-]| and )(?:director"
        r"|producer|writer)),? (?P<s>@someone)", prior=0.7,
        unless=r"\b(?:play\w*|portray\w*|by|music|score|songs?|about|story|life) (?:the |an? )?(?:[\w-]+"
        r" ){0,2}$|\((?:the )?$",
        needs="comic|comedian|icon|star|rapper|wrestler|boxer|model|critic|poet|paint|politic|histor|philo"
        "|photo|journal"
        "|astro|scien|footb|athlete|danc|choreo|conduct|pianist|sculpt|playwr|singer|music|composer|magic|general|mogul"
        "|tycoon|design|stunt|body|activ|lawyer|prof|psych|actor|actress|director|writer|producer"),
    Cue("profession",
        r"who (?:is|was|had been) (?:himself |herself |also |once |then |originally ){1,2}(?P<o>an?(?:"
        r" [\w-]+){1,4})(?= ?[,.;)(]|$"
        r"| and )", prior=0.7, subject="none", needs="who "),
    Cue("office",
        rf"(?P<s>@someone), (?:the |an? )?(?P<o>(?:co-)?{_POST} (?:of|for|at) (?:the )?(?:[\w-]+|@any)(?:"
        rf" (?:[\w-]+|@any)){{0,3}})"
        r"(?=[,.;)]|$)",
        prior=0.75,
        unless=r"director of photo|producer of|director of (?:the |this )?(?:film|movie|@film)",
        needs=" of | for | at "),
    Cue("office",
        r"(?:the )?(?:then |former |@country |party |communist )?(?P<o>@office),? (?:of (?:the )?@country,? )?"
        r"(?P<s>@person)(?!'s? (?:film|movie))", prior=0.9, needs="@office"),
    Cue("office",
        r"\b(?:studio|production|party) (?P<o>(?:head|boss|chief|mogul|leader|secretary))s?,? (?P<s>@people)",
        prior=0.8, needs="studio |production |party "),
    Cue("office",
        rf"(?P<s>@person),? {_THEN} (?:the |an? )?(?P<o>{_HELD})(?: (?:from|in|between|since|until) (?P<at>@date)"
        r"(?: (?:to|and|until) @date)?)?(?=[,.;)]| and| when| who| during| from| in|$)", prior=0.85,
        needs="@office|head|chief|chair|minister|president|secretary|commissar|director|boss|leader|governor|mayor"
        "|ambassador|dictator|chancellor|premier|producer|mogul|ruler"),
    Cue("office",
        rf"(?P<s>@person),? (?:was |is |became )?(?:the )?(?P<o>{_HELD}),? (?:from|in|between|since|until) "
        r"(?P<at>@date)", prior=0.85,
        needs="@office|head|chief|chair|minister|president|secretary|commissar|director|boss|leader|governor|mayor"
        "|ambassador|dictator|chancellor|premier|producer|mogul|ruler"),
    Cue("office",
        r"(?P<s>@person) (?:was|became|had become|had been) (?:elected |named |appointed |made )?(?P<o>@office)(?: "
        r"of (?:the )?@country)?(?: in (?P<at>@date))?", prior=0.8, needs="@office"),
    Cue("office", rf"led by (?P<s>@person),? (?:once |then |former |formerly )?(?P<o>{_HELD})(?=[,.;)]|$)", prior=0.8,
        needs="led by"),
    Cue("jury_president",
        r"(?:under the presidency of|(?:the )?jury (?:@office|president|chairman|head|presided(?: over)? by|headed "
        r"by|led by|chaired by)|jury,? (?:was |is |which was )?(?:headed|led|chaired|presided over) by|president "
        r"of the jury(?: was| is|,)?),? (?P<s>@person)", prior=0.95, needs="jury|presidency"),
    Cue("jury_president",
        r"(?P<s>@person),? (?:was |is |as |presided over |headed |chaired |led )(?:the )?(?:president of the |head "
        r"of the |chairman of the |)jury(?: president)?", prior=0.9, needs="jury"),
    Cue("office",
        r"(?P<s>@person)(?: first| @ordinal)? (?:was|worked as|served as|had been|became|acquired (?:[\w]+ "
        r"){2,4}as) an? (?P<o>(?:military|war|newsreel|army|official|court|state) [\w-]+)(?: (?:during|in|for) "
        r"(?:the )?(?:war|@event|@date|[\w]+))?", prior=0.6, needs="military|war|newsreel|army|official|court|state"),
)  # fmt: skip


def _finish(found: Statement, match: re.Match[str], masked: Masked, context: Context) -> Statement | None:
    """An office is of the world, not of the film; offices of the story belong to characters."""
    if not match.groupdict().get("s"):
        found = replace(found, subject=None)
    if isinstance(found.subject, Mention) and found.subject.kind == "character":
        return None
    return replace(found, about=HISTORY)


FAMILY = Family(
    "office",
    "@person|jury",
    _CUES,
    {},
    _finish,
)
