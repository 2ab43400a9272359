"""Who is whose cousin, and what they do: kinship and professions in the story."""

from __future__ import annotations

from cranework.reading.statements.family import Cue

KIN = (
    r"(?:(?:step|half|god|grand|foster|adoptive |elder |older |younger |twin |big |little |kid |late |best |ex-?"
    r"|former |estranged )?-?(?:brothers?|sisters?|father|mother|son|daughter|cousin|uncle|aunt|nephew|niece|husband"
    r"|wife|fianc[ée]e?|lover|girlfriend|boyfriend|sweetheart|parents?|dad|mom|friends?|boss|partner|neighbou?r"
    r"|roommate|mentor|side-?kick|servant|maid|lawyer|secretary|colleague|rival|bride|groom|widow|companion|mistress)"
    r"(?:-in-law)?)"
)
JOB = (
    r"(?:pianist|doctor|surgeon|nurse|teacher|professor|student|soldier|worker|engineer|lawyer|policeman|cop"
    r"|detective|sheriff|composer|musician|singer|dancer|actor|actress|writer|novelist|poet|painter|artist|journalist"
    r"|reporter|photographer|priest|nun|minister|rabbi|waitress|waiter|bartender|thief|pickpocket|gangster|hitman"
    r"|killer|prostitute|hooker|spy|agent|captain|pilot|sailor|officer|general|colonel|sergeant|lieutenant|scientist"
    r"|astronaut|inventor|banker|businessman|salesman|butcher|baker|farmer|rancher|cowboy|miner|driver|mechanic"
    r"|secretary|housewife|maid|butler|boxer|athlete|coach|king|queen|prince|princess|orphan|widow|widower|vampire"
    r"|magician|clown|gambler|drifter|hobo|convict|prisoner|librarian|geologist)"
)

CUES = (
    Cue("relation", rf"(?P<o>@person) ?[(,] ?(?:as )?(?P<of>@character)'s? (?P<kin>{KIN})\)?", prior=0.85,
        unless=r"^$", needs="(|,"),
    Cue("relation",
        rf"(?:his|her|their|(?P<of>@character)'s?) (?:[\w-]+ ){{0,2}}?(?P<kin>{KIN}),? ['\"]?(?P<s>@character)"
        rf"(?:['\"]?, an? (?:[\w-]+ )?{JOB}\b)?", prior=0.85, needs="his |her |their |'"),
    Cue("relation", rf"the (?P<kin>{KIN}), (?P<s>@character)", prior=0.75, needs="the "),
    Cue("relation",
        rf"(?P<s>@character),? (?:is )?(?:his|her|their|(?P<of>@character)'s?) (?:[\w-]+ ){{0,2}}?(?P<kin>{KIN})\b",
        prior=0.85, needs="his |her |their |'"),
    Cue("profession", rf"(?P<s>@@story), (?P<job>(?:an?|the) (?:[\w-]+ ){{0,3}}?{JOB})\b(?! (?:who|and) plays)",
        prior=0.65, needs=", "),
    Cue("profession", rf"(?<=, )(?P<job>an? (?:[\w-]+ )?{JOB})(?= who\b| whose\b)", prior=0.55, subject="none",
        needs=", "),
)  # fmt: skip
