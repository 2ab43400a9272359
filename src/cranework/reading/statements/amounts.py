"""What else is counted: ages, scenes and lines, people and things in numbers, budgets in words."""

from __future__ import annotations

from cranework.reading.statements.family import Cue

_YOUNG = (
    r"(?:boy|girl|man|woman|kid|child|son|daughter|brother|sister|mother|father|teenager|student|virgin|orphan|lad"
    r"|veteran|actor|actress|lady|guy|prostitute|nephew|niece|hero|heroine|bride|widow|soldier|schoolgirl|schoolboy)"
)
_SCENES = (
    r"(?:scenes?|lines?|songs?|sequences?|words|shots|takes|moments?|cast members|characters|actors|locations?|sets?)"
)
_SMALL = (
    r"(?:low|small|limited|tiny|shoestring|big|huge|modest|minimal|micro|high|higher|bigger|lower|smaller|meag(?:er|re)"
    r"|tight|enormous|large|massive|minuscule|non-existent|restricted)"
)
_THINGS = (
    r"(?:people|men|women|children|times|(?!does\b|goes\b|has\b|gets\b|comes\b|makes\b|takes\b|years\b|months\b"
    r"|weeks\b|days\b|minutes\b|hours\b|stars\b|this\b|was\b|is\b|us\b|others\b|his\b|thumbs\b|as\b|pages\b"
    r"|points\b|reasons\b|things\b|words\b(?= for))[a-z'-]{2,}[a-rt-z]s)"
)

CUES = (
    Cue("years_old",
        rf"(?:(?:the|an?|his|her|this|their|your) )?(?:[\w-]+ )?@duration[- ]?olds?(?:,? (?:(?!who\b|and\b|in\b|is\b"
        rf"|was\b|with\b|to\b)[\w-]+ |@country ){{0,2}}{_YOUNG}\b(?:(?:, | named | called )@person)?)?", prior=0.75,
        unless=r"\bi(?:'m| am| was)\b|\bmy\b|building|bottle|whisk|song|film|movie", needs="old", bare=True),
    Cue("years_old",
        r"(?:at|by|since|from|until) (?:the |an? )?(?:[\w-]+ )?age (?:of )?(?:@count|[a-z]+teen\b|@duration)",
        prior=0.75, unless=r"\bi\b|\bmy\b", needs=" age", bare=True),
    Cue("years_old", r"(?:@person,? )?(?:aged|age) @count(?: years)?(?:,? (?:[\w-]+ )?@person)?", prior=0.75,
        unless=r"\bi\b|\bmy\b|\bages?\b.* and ", needs="age", bare=True),
    Cue("years_old",
        r"(?:in|into) (?:his|her|their) (?:early |mid[- ]?|late )?(?:@count|@date|(?:twen|thir|for|fif|six|seven"
        r"|eigh|nine)ties|teens)'?s?",
        prior=0.7, unless=r"\bi\b|\bmy\b", needs=" his | her | their ", clause=True, bare=True),
    Cue("years_old", r"^at (?:the age of )?@count(?:, (?:[\w-]+ ){0,2}@person|(?=,))", prior=0.65, bare=True,
        needs="@count"),
    Cue("years_old",
        r"(?:(?:he|she|@person|who) )(?:(?:is|was|be|been|turned|turns|will|would|now|then|already|'s|at least|only"
        r"|just|about|almost|nearly|over|well|still|'ll) ){1,4}@count(?= (?:when|at the|now|and still|while|in "
        r"(?:this|the)|then|as)|[,.;)]|$)",
        prior=0.65, bare=True, clause=True,
        needs="@count"),
    Cue("scene_count",
        rf"(?:only|just|merely|mere) (?:has |have |had |get |gets )?(?:one|@count|a few|a handful of|a couple of) "
        rf"(?:[\w-]+ ){{0,2}}{_SCENES}", prior=0.7, unless=r"\b(?:i|good|worth|funny)\b", clause=True, bare=True,
        needs="only|just|mere"),
    Cue("scene_count", rf"there (?:are|were|is) (?:only |very |relatively )?(?:few|no more than @count) {_SCENES}",
        prior=0.65, clause=True, bare=True,
        needs="few|@count"),
    Cue("number",
        r"(?:(?:all|the|these|those|about|his|her|its) )?@count(?: of (?:the|these|his|her|their|its|those|them)(?:"
        r" @count)?)?(?: (?!when\b|that\b|who\b|if\b|as\b|but\b|is\b|was\b|are\b|best\b|worst\b|greatest\b|or\b"
        rf"|and\b|in\b|of\b|on\b|more\b|to\b|at\b|for\b|from\b|out\b|with\b|years?\b)[\w'-]+| @country){{0,2}}?"
        rf" {_THINGS}\b(?: (?:are|were|being|get|got) (?:[\w-]+ )?[\w-]+ed\b)?",
        prior=0.55, needs="@count", behind=r"\b(?:other|first|last|next|past|top|every|rate[sd]?|give|gave)",
        bare=True, unless=r"\b(?:i|i've|my|we)\b"),
    Cue("two",
        r"@count (?:@country )?(?:soldiers|children|kids|daughters"
        r"|sons|cops|families|tanks|businessmen|students|prisoners|teenagers)\b",
        prior=0.55, needs="@count", behind=r"\b(?:other|first|last|next|past|these|those|the|his|her|between|of)",
        bare=True, unless=r"\b(?:i|i've|my|we)\b"),
    Cue("sum",
        r"@money",
        prior=0.55, needs="@money", bare=True,
        unless=r"\b(?:i|i'd|i've|my|me|you|your|rent\w*|paid|pay|ticket|bargain|bin|buy|bought|store)\b"),
    Cue("budget",
        rf"(?:an?|its|the|his) (?:[\w-]+ )?{_SMALL}[- ]?(?:scale )?budget\b(?! (?:film|movie|picture|horror))",
        prior=0.65, needs="budget", unless=r"\b(?:if|given|despite)\b", clause=True, bare=True),
    Cue("budget",
        r"(?:(?:this|the|an?|its) )?(?P<o>@money)[- ]?(?:(?:plus )?budget(?:ed)?|dollar|production|movie|film"
        r"|picture|epic|flop|hit)(?: (?:film|movie|picture|production|epic|flop|hit|budget))?",
        prior=0.8, needs="@money", bare=True),
    Cue("tally", r"(?:body|corpse|death) (?:count|tally|toll)(?: (?:of|is|was|reaches|hits|at)){0,2} @count", prior=0.7,
        needs="body|corpse|death", bare=True),
    Cue("years_old",
        r"(?:(?:he|she|who|@person) )(?:[\w-]+ ){0,2}?(?:died|passed away|dies) (?:[\w-]+ )?at (?:the )?(?:[\w-]+"
        r" )?(?:age "
        r"(?:of )?)?(?:only |just )?@count",
        prior=0.75, needs=" at ", bare=True, unless=r"\bmy\b"),
    Cue("scene_count",
        rf"(?:has|have|gets?|had) (?:only |just |about )?(?:one|a few|a couple of|few|@count) (?:[\w-]+ )?{_SCENES}\b",
        prior=0.6, clause=True, bare=True, unless=r"\b(?:i|good|worth|funny|its|it|film|movie)\b",
        needs="scene|line|song|sequence|word|shot|take|moment|cast|character|actor|location|set"),
    Cue("height", r"(?:an? )?(?:@distance|@count[- ]f(?:oo|ee)t)[- ](?:tall|high|long|wide)(?: [\w-]+)?", prior=0.7,
        bare=True, needs="tall|high|long|wide"),
)  # fmt: skip
