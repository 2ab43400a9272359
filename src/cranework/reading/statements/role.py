"""Who plays whom, and who is whose cousin: actors, characters, kinship and professions in the story."""

from __future__ import annotations

import re
from dataclasses import replace

from cranework.reading.model import Mention, Statement
from cranework.reading.statements.context import Context
from cranework.reading.statements.family import Cue, Family
from cranework.reading.statements.mask import SIGNS, Masked, compiled

_KIN = (
    r"(?:(?:step|half|god|grand|foster|adoptive |elder |older |younger |twin |big |little |kid |late |best |ex-?"
    r"|former |estranged )?-?(?:brothers?|sisters?|father|mother|son|daughter|cousin|uncle|aunt|nephew|niece|husband"
    r"|wife|fianc[ée]e?|lover|girlfriend|boyfriend|sweetheart|parents?|dad|mom|friends?|boss|partner|neighbou?r"
    r"|roommate|mentor|side-?kick|servant|maid|lawyer|secretary|colleague|rival|bride|groom|widow|companion|mistress)"
    r"(?:-in-law)?)"
)
_JOB = (
    r"(?:pianist|doctor|surgeon|nurse|teacher|professor|student|soldier|worker|engineer|lawyer|policeman|cop"
    r"|detective|sheriff|composer|musician|singer|dancer|actor|actress|writer|novelist|poet|painter|artist|journalist"
    r"|reporter|photographer|priest|nun|minister|rabbi|waitress|waiter|bartender|thief|pickpocket|gangster|hitman"
    r"|killer|prostitute|hooker|spy|agent|captain|pilot|sailor|officer|general|colonel|sergeant|lieutenant|scientist"
    r"|astronaut|inventor|banker|businessman|salesman|butcher|baker|farmer|rancher|cowboy|miner|driver|mechanic"
    r"|secretary|housewife|maid|butler|boxer|athlete|coach|king|queen|prince|princess|orphan|widow|widower|vampire"
    r"|magician|clown|gambler|drifter|hobo|convict|prisoner|librarian|geologist)"
)
_AN = r"(?:the|a|an|his|her|their|this|our|@character's?)"
_STOP = (
    r"(?!(?:who|that|which|with|in|and|but|from|when|on|at|by|for|to|as|is|was|whose|does|also|has|had|can|will|gives"
    r"|gets|comes|makes|takes|whom|where|while)\b|\w+n't\b)"
)
_BODY_WORD = rf"{_STOP}(?:\w[\w'-]*|@country|@duration|@count)"
_BODY = rf"{_BODY_WORD}(?: {_BODY_WORD}){{0,5}}"
_WHOM = (
    rf"(?:(?:{_AN} )?(?:[\w'-]+,? ){{0,4}}?['\"]?(?P<s>@character)['\"]?|{_AN} (?P<whom>{_BODY}(?: of (?:the |a "
    r")?[\w-]+)?))"
)
_PLAYS = (
    r"(?:plays?|played|playing|portrays?|portrayed|portraying|embod(?:y|ies|ied)|essays|impersonates|enacts"
    r"|incarnates|(?:co-?)?(?:stars?|starred|starring|appears?|appeared|appearing|turns? up|turned up|pops? up"
    r"|shows? up|cameos?|cast|shines?|excels?|returns?|seen) as|takes? (?:on )?the (?:role|part) of|in the (?:title "
    r"|lead |leading )?(?:role|part) of)"
)
_IN = r"(?: \([^()]{2,60}\)|, (?:an?|the|who|one of) [^,;.()]{3,60}(?=,))?,? ?"

_CUES = (
    Cue("plays",
        rf"(?:the (?:actor|actress|player) )?(?P<o>@people){_IN}(?:who |which |that )?(?:(?:is|was|has|had|also"
        rf"|both|ably|[\w-]+ly|now|here) ){{0,3}}{_PLAYS} {_WHOM}", prior=0.9,
        unless=r"\b(?:plays? (?:an? )?(?:important|big|major|key|part|role|role in|it|games?|cards|piano|guitar|"
        r"(?:an? |the |his |her )?(?:[\w-]+ )?(?:part|role)s?(?! of)))\b",
        needs="play|portray|embod|essay|imperson|enact|incarnat| as |role|part"),
    Cue("plays",
        rf"(?P<o>[@@person]){_IN}(?:(?:is|was|are|were)(?: [\w-]+){{1,4}} )?as ['\"]?(?:(?:the|his|her|a|an) )?"
        rf"(?:[\w'-]+,? ){{0,3}}?['\"]?(?P<s>@character)", prior=0.9,
        unless=r"\b(?:known|credited|such|same|well|much|serv\w+|work\w*|act\w*|regarded) $|(?:as (?:well|good|much"
        r"|far|soon|long|if|though))\b|known as|referred to as", needs=" as "),
    Cue("plays",
        rf"(?P<o>@@person){_IN}(?:(?:is|was)(?: [\w-]+){{1,3}} )?as (?P<whom>(?:the|his|her|a|an) {_BODY}(?: of "
        r"(?:the |a )?(?:\w+|@any))?)", prior=0.75,
        unless=r"\b(?:known|such|same|well|serv\w+|work\w*|act\w*|regarded|as (?:the|a) (?:whole|result|director"
        r"|film|movie|kid|child))\b", needs=" as "),
    Cue("plays",
        r"(?P<o>@person)(?:, not @person,)? is (?P<s>@@strict)(?: (?:here|in (?:this|the) (?:film|movie|one)))?",
        prior=0.7, needs=" is "),
    Cue("plays",
        r"['\"]?(?P<s>@@role)['\"]?,? ?[(\[](?:(?:played|portrayed|voiced|acted|a \w+) (?:\w+ )?by |(?:the )?"
        r"(?:great |excellent |wonderful |always \w+ )?(?:actor |actress )?)?(?P<o>@@person)(?:,[^()]{2,50})?[)\]]",
        prior=0.95, needs="(|["),
    Cue("plays", r"(?P<o>@@person),? ?[(\[](?:as |playing |who plays )?(?:the )?['\"]?(?P<s>@@role)['\"]?[)\]]",
        prior=0.85, needs="(|["),
    Cue("plays",
        rf"(?P<whom>(?:the|a|an|his|her|their) {_BODY}) ?[(\[](?:(?:played|portrayed) (?:\w+ )?by |the (?:actor "
        r"|actress )|an? (?:[\w-]+ )?performance (?:by|from) )?(?P<o>@@person)[)\]]", prior=0.85,
        unless=r"\b(?:films?|movies?|director|novel|book|play|score|music|version|writer|screenplay|photography)\b",
        needs="(|["),
    Cue("plays",
        rf"(?:(?P<s>@character)|(?P<whom>(?:the|an?|his|her) {_BODY}))(?:, | \(| (?:is|was|as|being) |,? (?:who"
        rf"|which) (?:is|was) ){{0,2}}(?:[\w-]+ly )?(?:played|portrayed|acted|interpreted|voiced|embodied|essayed)"
        rf"(?: [\w-]+)? by (?:the )?(?:[\w'-]+ ){{0,5}}(?P<o>@person)\)?", prior=0.95, needs=" by "),
    Cue("plays", r"(?P<o>@@person)'s? (?P<s>@@strict)", prior=0.6, needs="'"),
    Cue("plays",
        rf"(?P<o>@@person)(?: [\w'-]+| @any){{1,8}}? (?:his|her) (?:role|performance|portrayal|part|turn) (?:as"
        rf"|of) {_WHOM}", prior=0.75, needs="role|perform|portray|part|turn"),
    Cue("plays", r"(?:as |^)played by (?P<o>@people),? (?P<s>@character)(?!'s?)", prior=0.85, needs="played by"),
    Cue("plays",
        rf"(?P<o>@@person)'s? (?:[\w-]+ ){{0,2}}(?:role|part|turn|performance|portrayal|appearance|work) (?:as|of) "
        rf"{_WHOM}", prior=0.8, needs="role|part|turn|perform|portray|appear|work"),
    Cue("relation", rf"(?P<o>@person) ?[(,] ?(?:as )?(?P<of>@character)'s? (?P<kin>{_KIN})\)?", prior=0.85,
        unless=r"^$", needs="(|,"),
    Cue("relation",
        rf"(?:his|her|their|(?P<of>@character)'s?) (?:[\w-]+ ){{0,2}}?(?P<kin>{_KIN}),? ['\"]?(?P<s>@character)"
        rf"(?:['\"]?, an? (?:[\w-]+ )?{_JOB}\b)?", prior=0.85, needs="his |her |their |'"),
    Cue("relation", rf"the (?P<kin>{_KIN}), (?P<s>@character)", prior=0.75, needs="the "),
    Cue("relation",
        rf"(?P<s>@character),? (?:is )?(?:his|her|their|(?P<of>@character)'s?) (?:[\w-]+ ){{0,2}}?(?P<kin>{_KIN})\b",
        prior=0.85, needs="his |her |their |'"),
    Cue("profession", rf"(?P<s>@@story), (?P<job>(?:an?|the) (?:[\w-]+ ){{0,3}}?{_JOB})\b(?! (?:who|and) plays)",
        prior=0.65, needs=", "),
    Cue("profession", rf"(?<=, )(?P<job>an? (?:[\w-]+ )?{_JOB})(?= who\b| whose\b)", prior=0.55, subject="none",
        needs=", "),
)  # fmt: skip
_HUMAN = re.compile(
    r"(?:\b(?:m[ae]n|wom[ae]n|girls?|boys?|guys?|lady|kids?|child|hero|heroine|villain|lead|mama|cop|punk|maid"
    r"|duke|lord|god|devil|brat|bitch|youth|adult|half|[\w-]+(?:er|or|ist|man|woman|ian|ant|ess|eer|head|ster)s?"
    rf"|{_JOB}|{_KIN}))\s*(?:of (?:the |a )?[\w]+)?$",
    re.IGNORECASE,
)
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
    subject, objects = found.subject, found.objects
    for name in ("whom", "kin", "job"):
        words = qualifiers.pop(name, None)
        if not isinstance(words, Mention):
            continue
        if name == "whom":
            if " as " in match[0] and not compiled(_PLAYS).search(match[0]) and not _HUMAN.search(words.words):
                return None
            subject = subject or words
        else:
            if found.predicate == "relation" and subject is None:
                subject = next((item for item in objects if isinstance(item, Mention)), None)
            objects = (words,)
    people = [item for item in objects if isinstance(item, Mention)]
    if found.predicate == "plays":
        if not people or subject is None or subject.words == people[0].words:
            return None
        if subject.kind == "person" and subject.entity and (people[0].kind == "character" or not people[0].entity):
            subject, objects = people[0], (subject,)
        if people[0].kind == "person" and subject.kind == "person" and subject.entity and people[0].entity:
            return None
    return replace(found, subject=subject, objects=objects, qualifiers=qualifiers)


FAMILY = Family(
    "role",
    "",
    tuple(_narrow(cue) for cue in _CUES),
    {},
    _finish,
    nested=True,
)
