"""What else is said of prizes: nominations, prizes lost and missed, works that bear a prize."""

from __future__ import annotations

from cranework.reading.statements.family import Cue

_UNREAL = (
    r"could(?:'ve| have)|would(?:'ve| have)|should|deserv|worthy|endorsement|\bif\b|must|ought|\bmight\b|hope|wish"
    r"|\bi\b"
)
_WORK = (
    r"(?:novel|book|play|film|movie|director|actor|actress|performance|role|writer|author|cast|score|documentary"
    r"|screenplay|script|song|cinematographer|composer|musical|story|short|producer|team|filmmaker|star)s?"
)

CUES = (
    Cue("nomination",
        r"(?:(?:was|were|been|being|got|is|are|be|n't|not|also|never|even|twice) )(?:[\w-]+ ){0,2}?nominated\b(?: "
        r"(?:for|as|in|by) (?:[\w'-]+ |@count ){0,4}(?:@any|[\w-]+))?",
        prior=0.7, unless=_UNREAL, needs="nominated", clause=True, bare=True),
    Cue("nomination",
        r"(?:got|gets?|received?|receives|earn(?:ed|s|ing)|garnered|had|has|scored|with|won|picked up|snagged|nabbed"
        r"|landed) (?:(?:[\w'-]+|@count|@ordinal|@prize) ){0,5}?nominations?\b",
        prior=0.7, unless=_UNREAL, needs="nomination", clause=True, bare=True),
    Cue("nomination",
        r"(?:@prize|oscar|award|@count)[- ](?:award )?(?:nominated|nominee)\b(?: (?:[\w-]+ ){0,2}(?:@people|role"
        r"|performance|film|movie|score|song|actor|actress|director|screenplay))(?: for (?:[\w'-]+ ){0,2}(?:@any"
        r"|[\w'-]+))?",
        prior=0.6, unless=_UNREAL, needs="nomin", bare=True),
    Cue("nomination",
        r"(?:competing|competed|in competition|official (?:selection|entry|submission)|compet\w+ entr(?:y|ies)|entry"
        r"|entries|submission|screened in competition) (?:at|in|for|of|to) (?:the )?(?:that year's |@date )?"
        r"(?:@festival|@prize|@ordinal @festival)(?: in @date)?",
        prior=0.65, needs="compet|official|entry|entries|submission", clause=True, bare=True),
    Cue("award",
        r"(?:goes|go|went|going) on to win (?:(?:[\w'-]+|@count) ){0,4}?@prize",
        prior=0.7, needs="to win", clause=True, bare=True),
    Cue("award",
        r"(?:won|earned|got|brought|netted|garnered|gave|landed) (?:him|her|them|it|@people) (?:an?|the|his|her"
        r"|their|its|two|@count|another) (?:(?:[\w-]+|@ordinal) ){0,3}?@prize(?: (?:nomination|nod|award))?",
        prior=0.7, clause=True, bare=True, unless=_UNREAL),
    Cue("lost",
        r"(?:he|she|it|who|@people|which|@film['\"]?) (?:has |had |have |also |sadly |unfortunately |only )?(?:lost"
        r"|losing)(?: out)? (?:(?:the|an?|that|his|her) (?:[\w-]+ ){0,2}?(?:award|oscar|statue|prize|@prize)|(?:in"
        r" @date )?to @people|in @date)",
        prior=0.7, needs="lost|losing", clause=True, bare=True, unless=r"lost (?:the|his|her) (?:life|mind|job)"),
    Cue("award",
        rf"(?:(?:the|an?|his|her|this|its|multi) (?:(?:[\w-]+|@count|@prize|@date)[ -]){{0,2}}?)?(?:award|prize"
        rf"|oscar|@prize)[- ]?winn(?:ing|ers?)(?: (?:[\w-]+|@country)){{0,2}}? (?:{_WORK}|@people)(?:"
        r" ['\"]?@title['\"]?)?",
        prior=0.7, bare=True, unless=r"worthy|caliber|deserv", needs="winn"),
    Cue("award", rf"(?:the|an?) awarded {_WORK}(?: ['\"]?@title['\"]?)?", prior=0.65, bare=True, needs="awarded"),
    Cue("award",
        r"(?:won|wins?|winning|received?|receiving|took|takes|taking|got|gets|awarded|swept|collected|picked up"
        r"|nabbed|snagged|earned|garnered|took home|walked away with|deserved?|deserving) (?:(?:[\w'-]+|@count|@date"
        r"|@ordinal) ){0,5}?(?:@prize|oscars?|awards?|prizes?|trophy)\b(?! (?:nomin|nod|worthy|bait))",
        prior=0.6, clause=True, bare=True,
        unless=r"\b(?:if|hope|wish|should|could|would|might|not|worthy|i)\b|n't|deserv|nominat|\bto win\b|story"
        r"|plot|contest|lottery",
        needs="@prize|oscar|award|prize|trophy"),
    Cue("award",
        r"(?:despite|after|since|for|thanks to|besides|including|given) (?:an?|the|his|her|its|their|winning an?"
        r"|@count) (?:[\w'-]+ ){0,2}?@prize(?: for (?:the |his |her |its )?(?:[\w-]+ )?[\w-]+(?: (?:of|in|for)"
        r" ['\"]?@title['\"]?)?)?",
        prior=0.6, bare=True, unless=_UNREAL + r"|nominat|push|campaign",
        needs="@prize"),
    Cue("award",
        r"(?:@prize|oscars?) (?:went|goes|was given|were given) to (?:@people|@film|[\w-]+(?: [\w-]+)?)(?: for"
        r" ['\"]?(?:@any|[\w-]+)['\"]?)?",
        prior=0.7, clause=True, bare=True, unless=r"should|my\b",
        needs="@prize|oscar"),
)  # fmt: skip
