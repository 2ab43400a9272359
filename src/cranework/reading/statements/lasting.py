"""How long else something lasts: parts of a film, its making, what happens in it, times that are only named."""

from __future__ import annotations

from cranework.reading.statements.family import Cue

_PART = r"(?:first|last|final|opening|closing|remaining|next|following|middle|initial|preceding)"

CUES = (
    Cue("screen_time",
        rf"(?:(?:the|its|his|her|their|a) )?(?:very |whole |entire )?{_PART} (?:[\w-]+ )?(?P<o>@duration)(?: of (?:the"
        r"|this|its) ['\"]?(?:[\w-]+ )?(?:@film|film|movie|picture|show|sequel|running time|story)['\"]?)?",
        prior=0.65, bare=True),
    Cue("screen_time",
        r"(?:in|on|appears?|appeared|seen|visible|around|on[- ]screen) (?:(?:the|this|his|her|their) )?(?:film|movie"
        r"|picture|show|screen|role|part|scene)?s? ?for (?P<o>@duration)", prior=0.7, clause=True, bare=True),
    Cue("screen_time",
        r"(?:role|part|appearance|cameo|scene|sequence|number|speech|segment|song|battle|fight|chase|credits)s? "
        r"(?:@is|lasts?|lasted|runs?|goes on|went on|takes?|took)(?: for| all of| up){0,2} (?P<o>@duration)",
        prior=0.7, clause=True, bare=True),
    Cue("screen_time",
        r"(?:(?:the|an?|this|that) )?(?:[\w-]+ )?(?P<o>@duration)(?:[- ]long)?(?: (?!of\b|or\b|and\b|in\b|with\b"
        r"|later\b|ago\b)[\w-]+)? (?:scene|sequence|shot|take|dance|number|speech|segment|battle|fight|chase|montage"
        r"|monologue|cameo|flashback|prologue|trailer|interval|intermission|episode|appearance)\b", prior=0.6,
        bare=True),
    Cue("production",
        r"(?:made|shot|filmed|completed|finished|written|wrapped|edited|produced|put together|done) (?:it )?(?:in"
        r"|within|over) (?:all of |a period of |the space of )?(?P<o>@duration)", prior=0.75, clause=True, bare=True),
    Cue("screen_time",
        r"(?:happens?|occurs?|comes?|appears?|takes? place|shows? up|dies|gone|over|done) (?:with)?in (?:the"
        rf" )?{_PART} (?P<o>@duration)",
        prior=0.65, clause=True, bare=True),
    Cue("production", r"(?P<o>@duration) in the making", prior=0.7, bare=True),
    Cue("production",
        r"(?:took|spent|spending|takes) (?:@any |him |her |them |us )?(?P<o>@duration) (?:to (?:make|film|shoot"
        r"|write|complete|produce|finish)|making|filming|shooting|writing|researching|working)",
        prior=0.7, clause=True, bare=True),
    Cue("screen_time", r"(?P<o>@duration) (?:[\w-]+ )?(?:is|are|was|were) (?:spent|devoted|given|wasted)",
        prior=0.7, clause=True, bare=True),
    Cue("interval", r"(?P<o>@duration) of (?:@country )?[\w-]+(?: (?:and|&) [\w-]+| [a-z]+y\b)?", prior=0.6, bare=True,
        unless=r"\b(?:i|my|me|our|your)\b|of (?:his|her|their|age|age's)\b", behind=r"\b(?:last|first|after)"),
    Cue("adjectival",
        r"(?:(?:an?|the|this|its|his|her) (?:[\w-]+ ){0,2}?)?(?P<o>@duration)(?:[- ]long)?(?: (?!of\b|or\b|and\b"
        r"|in\b|with\b|later\b|ago\b|old\b|olds?\b|is\b|was\b|before\b|after\b|to\b|too\b)[\w-]+)",
        prior=0.6, bare=True),
    Cue("length", r"(?:@words|running|run|play)[- ]?time:? (?P<o>@duration)", prior=0.7, bare=True),
    Cue("length",
        r"(?P<o>@duration)(?![- ](?:later|earlier|ago|old|before|after|apart|per|each|every)\b)", prior=0.6,
        behind=r"\b(?:every|another|per|after|ago|each)", bare=True),
)  # fmt: skip
SPENT = (
    Cue("screen_time",
        r"(?:minutes|seconds|amount|little|much|enough|limited|brief|more|less|minimal)(?: of)? (?:actual |total )?"
        r"screen[- ]time", prior=0.6, clause=True, bare=True),
)  # fmt: skip
