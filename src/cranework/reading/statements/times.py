"""Times of stories and of the world that are only named, and what was before, while or after something else."""

from __future__ import annotations

from cranework.reading.statements.family import Cue

_I = r"\b(?:i|i'm|i've|me|my|we|our)\b"
FILM = (
    r"\b(?:film|movie|picture|version|remake|series|sequel|known for|credit\w*|direct\w*|released?|filmed|premi\w+"
    r"|aired|dvd|shot|directed)\b|@film"
)
_LONG = r"(?:years?|decades?|months?|centur(?:y|ies)|generations?)"

LOOSE = ("setting", "period", "when", "decade")
"""Predicates of times that nothing is compared with."""

CUES = (
    Cue("setting",
        r"(?:(?:(?:this|the|a) (?:[\w-]+ )?(?:film|movie|story|tale)|it|which|@film['\"]?)(?: is|'s| was|,)? )?"
        r"(?:[\w-]+ly )?set (?:[\w-]+ ){0,3}?(?:in|during|around|against|at|back in|before|after)(?: (?:the|a|an"
        r"|@where,?|[\w-]+)){0,4}? @date",
        prior=0.65, needs=" set|set ", bare=True),
    Cue("setting",
        r"(?:(?:the|an?|this) )?@date(?:'s)?[- ]era\b(?! films?\b| movies?\b)(?: [\w-]+)?",
        prior=0.6, needs="era", bare=True),
    Cue("setting",
        r"(?:takes?|took|taking) place (?:[\w-]+ ){0,2}?(?:in|during|between|around|on|from) (?:@where,? (?:in "
        r"|during )?)?(?:the )?@date",
        prior=0.65, needs="place", bare=True),
    Cue("setting", r"^(?:it's|it is|the time is|the setting is) @date", prior=0.6, bare=True),
    Cue("setting", r"@date to be (?:exact|precise)", prior=0.7, bare=True, needs="to be "),
    Cue("setting",
        r"(?:the )?@date (?:[\w-]+ )?(?:years|days|society|period|setting|backdrop|atmosphere|england|america|london"
        r"|new york|paris|hollywood)\b",
        prior=0.55, bare=True, behind=r"\b(?:in|of|by|on) \w+"),
    Cue("setting",
        r"(?:(?:late|early|mid|turn of the) )?(?:@date|@ordinal[- ]century) @place",
        prior=0.55, bare=True, unless=r"^\W*(?:in|by) (?:the )?@date"),
    Cue("setting",
        r"(?:an?|the|its) (?:[\w-]+ )?(?:ww ?ii|ww ?[12i]|world war (?:ii|two|i|one|2|1)|@event|post-?war|pre-?war"
        r"|wartime|@date)[- ](?:setting|era|backdrop|period)",
        prior=0.6, bare=True),
    Cue("setting",
        r"(?:the )?(?:period|story|action|plot|events?|years?)(?: [\w-]+){0,8}? (?:is|are|covers?|spans?|takes?"
        r" place (?:in|between|during|from)|unfolds? in|from) (?:the )?@date(?: ?(?:to|and|-) ?@date)?",
        prior=0.6, bare=True, needs="@date"),
    Cue("decade",
        r"(?:during|from|in) (?:the )?@date(?:(?: and|,| to| through|,? and| -) (?:the )?@date){0,2}",
        prior=0.5, bare=True, unless=_I),
    Cue("period", r"back in (?:the )?@date", prior=0.6, needs="back in", bare=True, unless=_I),
    Cue("when",
        r"(?:the|an?|this) (?:[\w'-]+ ){0,2}?(?:uprising|revolution|war|battle|massacre|invasion|strike|crash"
        r"|murders?|riots?|trial|coup|election|assassination|events?|expedition|earthquake|scandal|depression) (?:of"
        r"|in) (?:the )?(?:@date|@where in @date)",
        prior=0.75, bare=True),
    Cue("when",
        r"^(?:\W*)(?:in|by|during|after|since|around|from|throughout|before|until) (?:the )?@date(?:(?:,|,? and|-|"
        r" to) (?:the )?@date){0,3}(?=,? [^.;]{8})",
        prior=0.6, clause=True, bare=True, unless=_I + "|" + FILM),
    Cue("when",
        r"(?:in|by|since|until|during|on) (?:the )?@date",
        prior=0.5, clause=True, bare=True, unless=_I + "|" + FILM + r"|set |@prize|award"),
    Cue("decade",
        r"(?:(?:the|an?) )?(?:[\w-]+|@any) of (?:the )?(?:late |early |mid-? ?)?@date(?: ?(?:/|-|,? and"
        r"|,? or) ?(?:the )?"
        r"@date)?(?! @any)",
        prior=0.5, bare=True, needs="@date",
        unless=_I + r"|\b(?:films?|movies?|cinema|comed\w+|thrillers?|horrors?|noirs?|westerns?|musicals?|series|one"
        r"|best|worst|some|summer|spring|winter|end|rest|most|all) of|\b(?:in|on|by) (?:the )?\w+ of"),
    Cue("setting", r"the (?:date|time|year)(?: is| was|:) @date", prior=0.6, bare=True, needs="the "),
    Cue("setting", r"^\W*(?:in |on )?@date(?: in @where)?(?=\W*$)", prior=0.6, bare=True, needs="@date"),
)  # fmt: skip
ORDER = (
    Cue("interval",
        r"(?:(?:some|about|nearly|almost|over|more than|only|just|many|several|a few|a couple of|less than|exactly)"
        rf" )*(?:@duration|(?:@count|an?|many|several|few) {_LONG}) (?:later|earlier|afterwards?|before|prior"
        r"|previously|hence)(?=\W|$)(?! (?:i|me|we)\b)",
        prior=0.6, bare=True, unless=r"minutes|hours?\b|seconds|weeks?\b|days?\b|sooner or",
        needs="later|earlier|afterward|before|prior|previously|hence"),
    Cue("interval",
        r"(?:['\"]?@film['\"]? )?the (?:[\w-]+ )?(?:year|decade|month|week) (?:before|after|earlier|later|previous)",
        prior=0.6, bare=True, needs="the ", unless=_I),
    Cue("interval",
        r"@ordinal[- ](?:year )?anniversary (?:of|edition)(?: (?:the )?(?:[\w-]+ of )?(?:@any|[\w-]+))?",
        prior=0.65, clause=True, bare=True, needs="anniversary"),
    Cue("while",
        r"(?:was|were|is|being|got) (?:being )?(?:made|shot|filmed|released|written|produced|published|completed) "
        r"(?:just |right |shortly |only |exactly |soon |long )?(?:as|when|while|before|after|during) (?:@any"
        r"|[\w'-]+)",
        prior=0.65, clause=True, bare=True, unless=_I,
        needs="made|shot|filmed|released|written|produced|published|completed"),
    Cue("while",
        r"(?:when|while|as|after|before|since) (?:he|she|they|@people) (?:was |were |had |first )?(?:wrote|made"
        r"|directed|shot|filmed|making|writing|filming|shooting|directing|produced|written) (?:the|this|it|that|his"
        r"|her|their|@film)",
        prior=0.6, clause=True, bare=True, unless=_I,
        needs="wrote|made|direct|shot|film|making|writing|shoot|produced|written"),
    Cue("after",
        r"(?:got|won|landed|took|given|cast|hired|offered|accepted)\b[^,.;]{0,40}\b(?:part|role|job|lead|film"
        r"|project)\b[^,.;]{0,20} (?:after|before|when|only after)\b",
        prior=0.6, clause=True, bare=True, unless=_I,
        needs="after|before|when"),
    Cue("after",
        r"(?:shortly|just|soon|long|immediately|right|years|months) (?:before|after) (?:the|his|her|this|that|he|she"
        r"|it|they|@any)",
        prior=0.55, reach=True, bare=True, unless=_I,
        needs="before|after"),
    Cue("after",
        r"after (?:his |her |their |the |an? |@person's )(?:[\w-]+ ){0,3}(?:films?|movies?|success|debut|hits?|flop"
        r"|novel|series|role|performance|win|oscar|original|sequel|@film)\b",
        prior=0.6, bare=True, unless=_I + r"|shortly|soon|after (?:the|this) (?:film|movie)\b",
        needs="after "),
    Cue("before",
        r"(?:before|after) (?:he|she|they|it) (?:was|were|became|got|had become|hit) (?:a |an |so |really )?"
        r"(?:famous|stars?|big|known|popular|successful|well-known)\b",
        prior=0.6, bare=True, unless=_I,
        needs="before |after "),
    Cue("before",
        r"(?:before|after) (?:the )?(?:(?P<e>@event)(?! (?:of|in|from)\b| \()|@country (?:crackdown|invasion"
        r"|revolution|occupation|takeover|collapse|uprising|war)|wwii?|ww ?[12i]+|world war (?:ii|i|two|one|1|2))",
        prior=0.55, bare=True, reach=True, unless=_I,
        needs="before |after "),
    Cue("before",
        r"by the time (?:it|this|the (?:film|movie|picture)|@film) (?:was|came|got|opened|hit)(?: [\w-]+)?, [^,;."
        r"()]{8,140}(?=[,;.()]|$)",
        prior=0.65, bare=True, needs="by the time", unless=_I),
    Cue("after", r"(?:was|is)(?: not|n't) until", prior=0.55, clause=True, bare=True, needs="until", unless=_I),
    Cue("interval",
        r"(?:(?:almost|some|about|nearly|over|more than|only|just|exactly) ){0,2}(?:@duration|(?:@count|an?|several"
        rf"|few) {_LONG}) (?:after|before) (?:the|his|her|their|its|@any)",
        prior=0.55, bare=True, unless=_I, needs="after|before", reach=True),
    Cue("while",
        r"(?:while|during|before|after) (?:(?:[\w-]+|@any) (?:was|were) )?(?:filming|shooting|making|rehearsing"
        r"|directing|writing|editing|working on|promoting) (?:(?:the|an?|his|her|this|their) )?(?:[\w-]+|@any)",
        prior=0.55, clause=True, bare=True, unless=_I,
        needs="filming|shooting|making|rehears|directing|writing|editing|working|promoting"),
)  # fmt: skip
