"""What else takes a place in a row: first-timers, places in a series and in the charts, first and only times."""

from __future__ import annotations

from cranework.reading.statements.family import Cue

_MAKER = (
    r"(?:director|film-?maker|writer|actor|actress|screenwriter|producer|feature director|writer-director"
    r"|writer/director|helmer|performer|novelist)"
)
_NTH = r"(?:first|second|third|fourth|fifth|sixth|seventh|last|final|latest|penultimate|@ordinal)"

CUES = (
    Cue("debut",
        rf"(?:(?:the|a) )?first[- ]time(?: feature)? {_MAKER}(?:(?:, | )@people)?",
        prior=0.75, needs="first", bare=True),
    Cue("debut",
        r"(?:(?:relative|complete|total|screen|an?|the|film) ){0,3}(?:newcomers?|d[\u00e9e]butante?s?"
        r"|first-?timers?)(?:,? @people)?(?: in (?:the )?(?:[\w-]+ )?(?:roles?|parts?|leads?))?",
        prior=0.7, bare=True, needs="newcomer|butant|timer"),
    Cue("debut",
        r"(?:@person's|the|an?|impressive|this) (?:[\w-]+ ){0,2}?(?:directorial|screen|film|feature|acting|movie"
        r"|directing|big[- ]screen)[- ]debuts?(?: (?:of|by|from|for) @person)?",
        prior=0.7, needs="debut", bare=True),
    Cue("debut",
        r"(?:debuts|debuted|debuting) (?:here|with|in|as) (?:this|the|an?|@any)",
        prior=0.6, needs="debut", clause=True, bare=True),
    Cue("rank",
        r"(?:it|this|that|which|far)(?:'s| is| was| not| will be| marks| marked){1,2}(?: far| also| actually| only|"
        r" not){0,2}(?: for)? the (?:very )?(?:first|only|last|second|third|@ordinal) time(?! (?:that )?(?:i|i've"
        r"|i'd|we|we've)\b(?! (?:recall|remember)))",
        prior=0.7, needs=" time", clause=True, bare=True, unless=r"\bmy\b"),
    Cue("rank",
        r"(?:@film['\"]?|(?:this|the [\w-]+) (?:film|movie|one|part)|it|which|that) (?:is|was) (?:actually |really"
        r" )?(?:the )?(?:first|second|third|fourth|fifth|last|final|@ordinal)(?: part| film| movie| one| entry"
        r"| chapter| installment)?(?: (?:in|of) (?:the|a|this|his|their) (?:@any |[\w-]+ ){0,2}(?:trilogy|series"
        r"|franchise|saga|two|three|four|films|movies|sequels))?(?=[,.;:!?)]|$| and | but )",
        prior=0.7, bare=True, unless=r"\b(?:i|if)\b",
        needs="first|second|third|fourth|fifth|last|final|@ordinal"),
    Cue("rank",
        r"(?:(?:it|this|which|@film)(?:'s| is| was| became) )?(?:the|his|her|its|their|@any's|one of the) (?:"
        r"(?:[\w-]+[- ])?(?:highest|top|biggest|best|most)[- ](?:commercially )?(?:grossing|selling|earning"
        r"|successful|expensive|popular|watched|profitable))(?: (?:[\w-]+|@country)){0,2}? (?:films?|movies?"
        r"|pictures?|hits?|releases?|comedy|musical|album|role|series|performer)(?: (?:of|in) (?:the )?(?:@date|@any"
        r"|year|[\w-]+))?",
        prior=0.65, needs="grossing|selling|earning|successful|expensive|popular|watched|profitable", bare=True),
    Cue("rank",
        r"(?:(?:it|this|which|@film) (?:is|was) )?(?:the |one of the )?(?:very )?(?:first|last|second|third) of "
        r"(?:its|their|his|her|the|a|many|several|three|four|two|@count)\b(?: @run3)?",
        prior=0.6, bare=True, needs=" of ",
        unless=r"\b(?:i|half|all|year|day|week|hour|month|century|january|may|june|july|august|september|october"
        r"|november|december)\b"),
    Cue("rank",
        r"(?:hit|hits|hitting|reach(?:ed|ing)|went to|was|at|top(?:ped|ping)) (?:the )?(?:#|number |no\.? ?)(?:\d+"
        r"|one|@count)\b(?: (?:on|in|at|for) (?:the )?(?:@any|[\w-]+)(?:'s)?(?: @any| [\w-]+){0,3})?|top(?:ped|ping"
        r"|s) the (?:charts?|box[- ]office)",
        prior=0.65, bare=True, needs="#|number|no|top"),
    Cue("rank",
        rf"(?:^|(?<=[,;:(.] )){_NTH} (?:(?!of\b|in\b|to\b|and\b|the\b|half\b|act\b|scene\b)[\w-]+ ){{0,2}}(?:film"
        r"|movie|feature|role|collaboration|installment|sequel|entry|outing|adaptation|picture|episode|part|season"
        r"|try|masterpiece)\b(?: (?:as|by|from|of|in|for|with|to|together)\b(?: @run3)?)?",
        prior=0.6, bare=True, unless=r"^(?:the )?first (?:film|movie)\b(?! (?:by|from|for|as)\b)",
        needs="first|second|third|fourth|fifth|sixth|seventh|last|final|latest|penultimate|@ordinal"),
)  # fmt: skip
