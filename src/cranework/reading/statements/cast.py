"""Cues for who acts in a film: casts, lists of names, and actors who are praised or blamed."""

from __future__ import annotations

from cranework.reading.statements.family import Cue

_PLAYER = (
    r"(?:(?:co-?)?stars?|actors?|actress(?:es)?|leading (?:man|lady)|leads?|starlets?|comedians?|comic|newcomers?)"
)

CUES = (
    Cue("cast", rf"(?:(?:the |its |our )?@country )?\b{_PLAYER},? (?P<o>@people)(?!'s? @film)", prior=0.8, once=True,
        unless=r"\b(?:like|than|reminds?)\b", needs="star|actor|actress|lead|comedian|comic|newcomer"),
    Cue("cast",
        r"(?:(?:it|this|which|that|(?:this|the) (?:film|movie|picture)|@film|(?:an?|the) (?:[\w-]+ ){0,3}cast) )?"
        r"(?:also )?(?:(?:co-?)?stars|starring|co-?starred|stared|starred|features|featuring|includes|including"
        r"|headlined by|(?:cast|ensemble)(?: is| was)?,? (?:headed|led) by) (?:the |an? )?(?:[\w'-]+ ){0,4}"
        r"(?P<o>@people)(?! as\b|'s? )", prior=0.85,
        unless=r"(?:films?|movies|directors?|works?|titles|directions?|songs?|music|influences?) (?:also )?"
        r"(?:includ\w+|featur\w+)", needs="star|featur|includ|headline|led by|headed by"),
    Cue("cast",
        r"(?P<o>@people) (?:also |both |all |co-)?(?:stars?|starred|co-stars?|costars?|headlines?|heads? the cast"
        r"|leads? the cast)(?! as\b| (?:out|with|off))(?: in (?:this|it|the (?:film|movie))(?: [\w-]+){0,2})?",
        prior=0.85, needs="star|headline|cast"),
    Cue("cast",
        r"(?P<span>(?:performances?|acting|turns?(?! of)|cameos?|support(?:ing)?(?: \w+)?)(?:, (?:particularly"
        r"|especially|notably))? (?:by|from|of) (?:the )?(?:[\w-]+ ){0,3}(?P<o>@people))(?! as\b|'s? | ?\((?:as "
        r")?@)", prior=0.65, once=True, needs="perform|acting|turn|cameo|support"),
    Cue("cast",
        r"(?:the |an? )?(?:[\w-]+ ){0,3}cast(?: of (?:[\w-]+ ){0,2}[\w-]+)?(?:,|:| -| is| are) (?:(?:including|with"
        r"|led by) )?(?P<o>@people)", prior=0.75, needs="cast"),
    Cue("cast",
        r"(?P<o>@people)(?: himself| herself| themselves)? (?:also |even |briefly )?(?:appears?|appeared|turns? up"
        r"|pops? up|shows? up|can be seen|cameos|has a (?:[\w-]+ ){0,2}(?:part|role|cameo)|have (?:[\w-]+ ){0,2}"
        r"(?:parts|roles)|makes? an? (?:[\w-]+ ){0,2}(?:cameo|appearance)|sings?(?: @count songs)?|danc(?:es|ed))"
        r"(?: here| in (?:it|this(?: (?:film|movie))?|the (?:film|movie)|(?P<s>@film)))", prior=0.8,
        needs="appear|turn|pop|show|seen|cameo|has a|have|make|sing|danc"),
    Cue("cast",
        r"the (?:[\w-]+ )?(?:hero|heroine|lead|star|leads|stars|villain|protagonist|leading (?:man|lady|role)|main "
        r"role|title role) (?:is|was|are|is played by) (?P<o>@people)", prior=0.8,
        needs="hero|lead|star|villain|protagonist|role"),
)  # fmt: skip
