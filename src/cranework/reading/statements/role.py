"""Who plays whom, and who is whose cousin: actors, characters, kinship and professions in the story."""

from __future__ import annotations

import re
from dataclasses import replace

from cranework.reading.model import Mention, Statement
from cranework.reading.statements import kin
from cranework.reading.statements.context import Context
from cranework.reading.statements.family import Cue, Family
from cranework.reading.statements.mask import SIGNS, Masked, pattern

_AN = r"(?:the|a|an|his|her|their|this|our|@character's?)"
_STOP = (
    r"(?!(?:who|that|which|with|in|of|and|but|from|when|on|at|by|for|to|as|is|was|whose|does|also|has|had|can|will"
    r"|gives"
    r"|gets|comes|makes|takes|whom|where|while)\b|\w+n't\b)"
)
_BODY_WORD = rf"{_STOP}(?:\w[\w'/-]*|\([\w-]+\)|@country|@duration|@date|@count)"
_BODY = (
    rf"{_BODY_WORD}(?:, {_BODY_WORD}(?= [a-z]))?(?: {_BODY_WORD}){{0,6}}"
    r"(?:,? and (?:[\w-]+ ){0,2}[\w-]+(?= (?:named|called) |[,.;)]|$))?"
)
_SPELT = r"(?:[\w'-]+[.,]? )"
_WHOM = (
    rf"(?:(?P<whom>@character's? (?:['\"]?[\w-]+['\"]? ){{0,2}}?{kin.KIN}\b)|(?:{_AN}"
    rf" )?{_SPELT}{{0,4}}?['\"]?(?P<s>@character)['\"]?|(?:{_AN}|@count) (?P<who>{_BODY}(?: (?:named"
    r"|called) ['\"]?@name['\"]?)?(?: of (?:the |a )?[\w-]+)?))"
)
_PLAYS = (
    r"(?:plays?|played|playing|portrays?|portrayed|portraying|embod(?:y|ies|ied)|essays|impersonates|enacts"
    r"|incarnates|(?:co-?)?(?:stars?|starred|starring|appears?|appeared|appearing|turns? up|turned up|pops? up"
    r"|shows? up|cameos?|cast|shines?|excels?|returns?|seen) as|takes? (?:on )?the (?:role|part) of|takes? the lead"
    r" as|in the (?:title |lead |leading )?(?:role|part) of|reprises? (?:his|her|the) (?:[\w-]+ )?role (?:as|of))"
)
_IN = r"(?: \([^()]{2,60}\)|, (?:an?|the|who|one of|in (?:his|her|an?|the)) [^,;.()]{3,60}(?=,))?,? ?"
_WELL = (
    r"(?:(?:(?:is|was|are|were)(?: [\w-]+){1,7}?|,?(?: ?(?:[\w-]*cast|[\w-]+ly|superb|great|excellent|brilliant|perfect"
    r"|wonderful|hilarious|terrific|fine|good|effective|outstanding|memorable|marvell?ous|amazing|convincing|fantastic"
    r"|delightful|charming|menacing|funny|impressive|here|again|shines|excels|himself|herself)){1,3}) )?"
)
_FLATTERED = (
    r"(?:(?:the |an? )?(?:(?!(?:from|with|directed|by|starring|think|imagine|call|of|in|see|like|unlike"
    r"|director|who|not|for|to|co-stars?"
    r"|novel|book|films?|movies?|music|written|also|later|was|is|had|and)\b)[\w'-]+,? (?:but |and |- )?){0,6})"
)

_CUES = (
    Cue("plays",
        rf"(?:the (?:actor|actress|player) )?(?P<o>@people){_IN}(?:who |which |that )?(?:(?:is|was|has|had|also"
        rf"|both|ably|[\w-]+ly|now|here) ){{0,3}}{_PLAYS} {_WHOM}", prior=0.9,
        unless=r"\b(?:play(?:s|ing|ed)? (?:the |an? |with )?(?:it|games?|cards|piano|guitar|fire|havoc|tricks?|down|up"
        r"|out|off|on|against|to|himself|herself|"
        r"by|(?:[\w-]+ )?roles?|parts))\b",
        needs="play|portray|embod|essay|imperson|enact|incarnat| as |role|part"),
    Cue("plays",
        rf"(?P<o>[@@person]){_IN}{_WELL}as (?:(?P<whom>@character's? (?:['\"]?[\w-]+['\"]? ){{0,2}}?{kin.KIN}\b)|"
        rf"['\"]?(?:(?:the|his|her|a|an) )?{_SPELT}{{0,3}}?['\"]?(?P<s>@character))",
        prior=0.9,
        unless=r"\b(?:known|credited|such|same|well|much|serv\w+|work\w*|act\w*|regarded) $|\b(?:grouped|described"
        r"|regarded"
        r"|labell?ed|classified|used|marketed|billed|shown|considered|thought of|remembered|dressed|disguised) as"
        r"|(?:as (?:well|good|much"
        r"|far|soon|long|if|though))\b|known as|referred to as", needs=" as "),
    Cue("plays",
        rf"(?P<o>@@person){_IN}{_WELL}as (?P<whom>(?:the|his|her|a|an) {_BODY}(?: (?:named|called) @name| (?:of|to) "
        r"(?:the |a )?(?:\w+|@any))?)", prior=0.75,
        unless=r"\b(?:known|such|same|well|serv\w+|work\w*|act\w*|regarded|as (?:the|a) (?:whole|result|director"
        r"|film|movie|kid|child))\b", needs=" as "),
    Cue("plays",
        r"(?P<o>@person)(?:, not @person,)? is (?P<s>@@strict)(?: (?:here|in (?:this|the) (?:film|movie|one)))?",
        prior=0.7, needs=" is "),
    Cue("plays",
        r"(?:(?:(?<=with )|(?<=and )|(?<=by ))(?:(?!(?:the|an?|his|her|their|this|in|of|to|as)\b)[\w-]+,? (?:but"
        r" )?){1,6})?"
        r"['\"]?(?P<s>@@role)['\"]?(?:'s)?,? ?[(\[](?:(?:played|portrayed|voiced|acted|a \w+) (?:\w+ ){{0,2}}by )?"
        rf"{_FLATTERED}(?P<o>@@person)(?:[,;][^()]{{2,90}})?[)\]]", prior=0.95, needs="(|["),
    Cue("plays", rf"(?P<o>@@person),? ?[(\[](?:as |playing |who plays )?{_FLATTERED}['\"]?(?P<s>@@role)['\"]?[)\]]",
        prior=0.85, needs="(|["),
    Cue("plays",
        rf"(?P<whom>(?:the|a|an|his|her|their) (?:[\w-]+ and )?{_BODY}(?: in [\w-]+)?) ?[(\[](?:(?:played|portrayed) "
        rf"(?:\w+ ){{0,2}}by |an? (?:[\w-]+ )?performance (?:by|from) )?{_FLATTERED}(?P<o>@@person)[)\]]", prior=0.85,
        unless=r"\b(?:films?|movies?|director|novel|book|play|score|music|version|writer|screenplay|photography)\b",
        needs="(|["),
    Cue("plays",
        rf"(?:(?P<s>@character)|(?P<whom>(?:the|an?|his|her) {_BODY}))(?:, (?:who|an?|the|his|her)"
        rf" [^,;()]{{3,60}}, (?:is|was) |, | \(| (?:is|was|as|being) |,? (?:who"
        rf"|which) (?:is|was) | ){{0,2}}(?:[\w-]+ly )?(?:played|portrayed|acted|interpreted|voiced|embodied|essayed)"
        rf"(?: [\w-]+| to [\w-]+(?: [\w-]+)?)? by (?:the )?(?:[\w'-]+,? |@duration |@country ){{0,6}}(?P<o>@person)\)?",
        prior=0.95, needs=" by "),
    Cue("plays", r"(?P<o>@@person)'s? (?P<s>@@strict)", prior=0.6, needs="'"),
    Cue("plays",
        rf"(?P<o>@@person)(?: [\w'-]+| @any){{1,8}}? (?:his|her) (?:(?:[\w-]+|@prize[\w-]*) ){{0,3}}(?:role"
        rf"|performance|portrayal|part|turn) (?:as"
        rf"|of) {_WHOM}", prior=0.75, needs="role|perform|portray|part|turn"),
    Cue("plays", r"(?:as |^)played by (?P<o>@people),? (?P<s>@character)(?!'s?)", prior=0.85, needs="played by"),
    Cue("plays",
        rf"(?P<o>@@person)(?:'s?| in (?:his|her|the|an?)) (?:[\w-]+ ){{0,3}}(?:role|part|turn|performance|portrayal"
        rf"|appearance|characteri[sz]ation|depiction|interpretation|work)s?(?: (?:is|are|was|were))? (?:as|of) {_WHOM}",
        prior=0.8, needs="role|part|turn|perform|portray|appear|character|depict|interpret|work"),
    Cue("plays", rf"^as (?:(?:the )?['\"]?(?P<s>@character)|(?P<whom>(?:the|an?|his|her) ['\"]?{_BODY})),?['\"]?,? ?"
        r"(?P<o>[@@person](?: and [@@person])?)", prior=0.7,
        unless=r"^as (?:an?|the) (?:director|writer|film-?maker|actor|actress|star|fan|viewer|result|whole|child)\b",
        needs="as "),
    Cue("plays", rf"^\({_FLATTERED}(?P<o>@@person)(?=[,;)])", prior=0.8, fixed={"before": "yes"}, needs="("),
    Cue("plays",
        r"(?P<o>[@@person])'s? (?:(?!(?:the|an?|best|last|first|new|old|own|great|late|later|other|next|real"
        r"|that|though|character|film|movie|novel|theme|was|did|does|\w+s)\b)[\w-]+,? (?:and )?){1,4}"
        r"(?P<s>[@@person]|@@strict)(?:,? in ['\"]?@film['\"]?)?(?!'s?| (?:film|movie|novel))",
        fixed={"nameless": "yes"}, prior=0.65, needs="'"),
    Cue("plays",
        rf"(?P<o>[@@person])'s? (?P<whom>(?:(?!(?:the|an?|best|last|first|own)\b)[\w-]+,? (?:and"
        rf" )?){{0,5}}(?!(?:act|writ|compos|novel|poet|edit"
        r"|crit|sing|direct|part|fan|career|film-?mak|work)\w*)"
        rf"(?:{kin.JOB}|character|villain|hero|heroine|juror|survivor|handyman|housewife|madman|cowboy"
        rf"|gunfighter|loner|nerd|bully"
        r"|gangster|psycho|lunatic|lion|patriarch|matriarch|stranger|drunk|alcoholic|addict|teenager|cop"
        r"|sergeant|man|woman|girl|boy))\b"
        r"(?:,? in ['\"]?@title['\"]?)?(?!'s?)", fixed={"nameless": "yes"}, prior=0.65, needs="'"),
    Cue("plays", r"(?P<o>[@@person]) is (?P<s>@@story)(?=, (?:an?|the|who)\b)", prior=0.75, needs=" is "),
    Cue("plays",
        rf"(?P<o>[@@person]) is (?P<whom>an? (?:(?:[\w-]+|@duration|@country),? (?:old,? )?){{0,5}}?(?!(?:act|writ"
        rf"|compos|novel|poet|edit|crit|sing|direct"
        rf"|artist|photog|danc|musici)\w*){kin.JOB})\b(?: at the [\w-]+)?",
        fixed={"nameless": "yes"}, prior=0.65, needs=" is "),
    Cue("plays",
        rf"(?P<o>[@@person]) (?:is|was) (?:[\w'-]+ ){{1,7}}(?:to play|playing|portraying) {_WHOM}",
        fixed={"nameless": "yes"}, prior=0.85, needs="play|portray"),
    Cue("plays",
        rf"(?:(?:the )?(?:actor|actress|guy|man|woman|girl|kid|boy|one|lady) )?who (?:also |once |later |went"
        rf" on to |previously ){{0,2}}(?:plays?|played"
        rf"|portrays?|portrayed|originated|voiced|voices) (?:the (?:part|role) of )?(?:(?:@any|everyone)'s"
        rf" (?:[\w-]+ ){{0,6}}[\w-]+|{_WHOM})(?:,? in (?:the )?(?:[\w-]+ ){{0,3}}['\"]@title['\"])?", prior=0.75,
        fixed={"nameless": "yes"},
        unless=r"\b(?:plays?|played) (?:an? |the )?(?:(?:[\w-]+ )?(?:role|part|piano|guitar|games?|cards"
        r"|violin|trick)s?)\b",
        needs="who "),
)  # fmt: skip
_HUMAN = re.compile(
    r"(?:\b(?:m[ae]n|wom[ae]n|girls?|boys?|guys?|(?:land)?lady|kids?|child|hero|heroine|villain|lead|mama|cop|punk|maid"
    r"|duke|lord|god|devil|brat|bitch|youth|adult|half|[\w-]+(?:er|or|ist|man|woman|ian|ant|ess|eer|head|ster)s?"
    rf"|{kin.JOB}s?|{kin.KIN}s?))\s*(?:of (?:the |a )?[\w]+)?$",
    re.IGNORECASE,
)
_LIKENED = re.compile(r"[(\[]an? ", re.IGNORECASE)
"""*Rosa (a Russian Audrey Hepburn)* need not be played by her."""

_AS = re.compile(r"\bas ", re.IGNORECASE)
_ACTED = re.compile(
    pattern(rf"{_PLAYS}|\b(?:role|performance|portrayal|part|turn|cast|characteri[sz]ation)s?\b"), re.IGNORECASE
)
_PART = re.compile(r"\b(?:part|role|cameo)$", re.IGNORECASE)
_SETS = {
    "@@person": f"[{SIGNS['person']}]",
    "@@role": f"[{SIGNS['character']}{SIGNS['words']}{SIGNS['person']}]",
    "@@story": f"[{SIGNS['character']}{SIGNS['words']}]",
    "@@strict": f"[{SIGNS['character']}]",
}


def _narrow(cue: Cue) -> Cue:
    """Where a name must surely be a person's: unknown names are left out."""
    text = cue.pattern.replace("[@@person]", _SETS["@@person"])
    for name, signs in _SETS.items():
        text = text.replace(name, signs)
    return replace(cue, pattern=text, subject="none")


def _finish(found: Statement, match: re.Match[str], masked: Masked, context: Context) -> Statement | None:
    """The words of a nameless part stand for it; actor and character change places where the store knows better."""
    qualifiers = dict(found.qualifiers)
    if qualifiers.pop("before", None):
        return _bracketed(found, context)
    subject, objects = found.subject, found.objects
    for name in ("whom", "who", "kin", "job"):
        words = qualifiers.pop(name, None)
        if not isinstance(words, Mention):
            continue
        if name in ("whom", "who"):
            if _AS.search(match[0]) and not _ACTED.search(match[0]) and not _HUMAN.search(words.words.strip("'\"")):
                return None
            if _PART.search(words.words):
                return replace(found, kind="credit", predicate="cast", subject=None, qualifiers={})
            subject = subject or words
        else:
            if found.predicate == "relation" and subject is None:
                subject = next((item for item in objects if isinstance(item, Mention)), None)
            objects = (words,)
    people = [item for item in objects if isinstance(item, Mention)]
    if qualifiers.pop("nameless", None):
        return replace(found, subject=None, objects=(), qualifiers={})
    if found.predicate == "plays":
        if not people or subject is None or subject.words == people[0].words:
            return None
        if _LIKENED.search(match[0]):
            return replace(found, subject=None, objects=(), qualifiers={})
        if subject.kind == "person" and subject.entity and (people[0].kind == "character" or not people[0].entity):
            subject, objects = people[0], (subject,)
        if people[0].kind == "person" and subject.kind == "person" and subject.entity and people[0].entity:
            return None
    return replace(found, subject=subject, objects=objects, qualifiers=qualifiers)


def _bracketed(found: Statement, context: Context) -> Statement | None:
    """An actor at the head of a long bracket plays whom the sentence before it named last."""
    sentence, mentions = context.before[-1] if context.before else (None, ())
    if sentence is None or not mentions or mentions[-1].end != sentence.end or found.start - sentence.end > 40:
        return None
    part = mentions[-1]
    known = part.kind == "person" and part.entity
    return None if known else replace(found, start=part.start, subject=part, qualifiers={})


FAMILY = Family(
    "role",
    "",
    tuple(_narrow(cue) for cue in (*_CUES, *kin.CUES)),
    {},
    _finish,
    nested=True,
)
