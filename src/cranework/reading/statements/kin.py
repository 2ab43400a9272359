"""Who is whose cousin, and what they do: kinship and professions in the story."""

from __future__ import annotations

from cranework.reading.statements.family import Cue

KIN = (
    r"(?:(?:step|half|god|grand|foster|adoptive |elder |older |younger |twin |big |little |kid |late |best |ex-?"
    r"|former |estranged )?-?(?:brothers?|sisters?|father|mother|son|daughter|cousin|uncle|aunt|nephew|niece|husband"
    r"|wife|fianc[ée]e?|lover|girlfriend|boyfriend|sweetheart|parents?|dad|mom|friends?|boss|partner|neighbou?r"
    r"|roommate|mentor|side-?kick|servant|maid|lawyer|secretary|colleague|rival|bride|groom|widow(?:er)?|companion"
    r"|queen|mistress|guardian|nanny|(?:best )?pals?|budd(?:y|ies)|twins?|successor|assistant|co-worker"
    r"|classmate|suitor"
    r"|spouse|kids?|child(?:ren)?)"
    r"(?:-in-law)?)"
)
JOB = (
    r"(?:pianist|doctor|surgeon|nurse|teacher|professor|student|soldier|worker|engineer|lawyer|policeman|cop"
    r"|detective|sheriff|composer|musician|singer|dancer|actor|actress|writer|novelist|poet|painter|artist|journalist"
    r"|reporter|photographer|priest|nun|minister|rabbi|waitress|waiter|bartender|thief|pickpocket|gangster|hitman"
    r"|killer|prostitute|hooker|spy|agent|captain|pilot|sailor|officer|general|colonel|sergeant|lieutenant|scientist"
    r"|astronaut|inventor|banker|businessman|salesman|butcher|baker|farmer|rancher|cowboy|miner|driver|mechanic"
    r"|secretary|housewife|maid|butler|boxer|athlete|coach|king|queen|prince|princess|orphan|widow|widower|vampire"
    r"|magician|clown|gambler|drifter|hobo|convict|prisoner|librarian|geologist|missionary|schoolteacher|attorney"
    r"|judge|clerk"
    r"|executive|tycoon|millionaire|heiress|aristocrat|count(?:ess)?|duke|duchess|baron(?:ess)?|servant|governess|nanny"
    r"|psychiatrist|psychologist|therapist|archaeologist|explorer|hunter|fisherman|trucker|guard|warden|chef|cook|model"
    r"|dealer|robber|burglar|assassin|mercenary|veteran|marine|cadet|commander|major|private|inspector|constable|witch"
    r"|wizard|robot|alien|monster|werewolf|ghost|teenager|schoolgirl|schoolboy|cheerleader|stripper|courtesan|geisha"
    r"|samurai|monk|bishop|preacher|pastor|interrogator|representative|owner|manager|cleaner|janitor|gardener"
    r"|carpenter|translator"
    r"|editor|publisher|critic|playwright|politician|senator|mayor|president|ambassador|dictator|rebel|outlaw|bandit"
    r"|pirate)"
)
_MORE = r"(?: (?:of|at|from|in) (?:(?:the|an?) )?(?:[\w-]+|@any)(?: (?:[\w-]+|@any)){0,3}(?=[,.;)]|$))?"

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
    Cue("relation",
        rf"(?P<s>@character) (?:is|was) (?:the |an? )?(?:[\w-]+ ){{0,2}}(?P<kin>{KIN}) (?:of|to) (?:the )?(?:[\w-]+ "
        r"|@country ){0,3}?(?P<of>@character)", prior=0.8, needs=" of | to "),
    Cue("relation",
        rf"(?P<s>@character)(?:,| [\u2013-])? (?:the )?(?:[\w-]+ ){{0,2}}(?P<kin>{KIN}) (?:of|to) (?:the"
        rf" )?(?:[\w-]+ ){{0,2}}?"
        r"(?P<of>@character)", prior=0.75, needs=" of | to "),
    Cue("relation", rf"(?:his|her|their) (?:[\w-]+ ){{0,2}}?{KIN}'s (?:[\w-]+ )?(?P<kin>{KIN})\b", prior=0.7,
        subject="none", needs="his |her |their "),
    Cue("profession",
        rf"(?:the|an?) (?:[\w-]+,? |@country ){{0,3}}(?P<job>{JOB}|boy|girl|(?:main |lead |central |title"
        rf" )?(?:protagonist"
        r"|heroine|hero|villain|antagonist|character)),? (?:named |called )?['\"]?(?P<s>@@story)(?!'s?)", prior=0.7,
        unless=r"\b(?:actor|actress|writer|novelist|poet|composer|novel|by|editor|critic|playwright|singer|model) ",
        needs="the |a |an "),
    Cue("profession",
        r"(?P<s>@@story), the (?:[\w-]+ ){0,2}(?P<job>(?:protagonist|heroine|hero|villain|antagonist|(?:main |lead "
        r"|central |title )(?:role|part|character|female|male))|(?:fe)?male lead)(?: in @this)?",
        prior=0.75, needs=", the "),
    Cue("profession",
        rf"(?P<s>@@story) the (?P<job>{JOB})\b{_MORE}", prior=0.7, needs=" the "),
    Cue("profession", rf"(?P<s>@@story), (?P<job>(?:an?|the) (?:(?:[\w-]+|@any) ){{0,3}}?{JOB})\b{_MORE}(?! (?:who|and)"
        rf" plays)",
        prior=0.65, needs=", "),
    Cue("profession", rf"(?<=, )(?P<job>an? (?:[\w-]+ )?{JOB})(?= who\b| whose\b)", prior=0.55, subject="none",
        needs=", "),
    Cue("relation",
        rf"(?:(?<=as )(?P<of>@character)'s? |@character's? ['\"]?[\w-]+['\"]? (?:[\w-]+ )?)(?P<kin>{KIN})\b(?!"
        rf" (?:role|part|of|figure))", prior=0.7,
        subject="none", needs="'"),
    Cue("relation",
        rf"(?:the|his|her|their) (?:[\w-]+ ){{0,2}}(?:m[ae]n|wom[ae]n|girl|boy|hero|heroine|victim|doctor|{JOB}"
        rf"|{KIN})'s? "
        rf"(?P<kin>{KIN})\b", prior=0.7, subject="none", needs="'"),
    Cue("profession",
        rf"an? (?:[\w-]+,? |@country ){{0,3}}(?!(?:act|writ|compos|novel|poet|edit|crit|sing"
        rf"|direct)\w*)(?P<job>{JOB}|boy|girl|m[ae]n|wom[ae]n) "
        r"(?:named |called )?['\"]?(?P<s>[@@person])(?!'s?)", prior=0.7, needs="a |an "),
    Cue("profession",
        rf"(?P<s>@@role), (?P<job>(?:(?:an?|the) )?(?:[\w-]+ ){{0,2}}{JOB} (?:of|for|at|in) (?:the )?@name)",
        prior=0.7, needs=", "),
    Cue("profession", r"an? (?:[\w-]+ |@country ){1,4}(?:named|called) ['\"]?(?P<s>@character)['\"]?(?!'s?)", prior=0.7,
        unless=r"\b(?:films?|movies?|book|song|novel|play|place|town|village|city|island|show|band|game"
        r"|series|ship|company|story|planet|disease"
        r"|drug|club|bar|book|magazine|language|tune|dance|a man|a woman|a girl|a boy) (?:named|called)",
        needs="named |called "),
    Cue("alias",
        r"(?:@character,? )?(?:who (?:is|was) |is |was )?(?:referred to as|nicknamed|dubbed) ['\"]?@character['\"]?",
        prior=0.75,
        subject="none", needs="referred to|nicknamed|dubbed"),
    Cue("profession",
        rf"(?:he|she|who)(?:, [\w-]+,)? (?:is|was) (?:also )?(?:an?|the) (?:(?:[\w-]+|@country) ){{0,3}}(?!(?:act|writ"
        rf"|compos|sing|direct)\w*){JOB}\b{_MORE}", prior=0.55,
        subject="none", needs="he |she |who"),
    Cue("relation",
        rf"(?P<s>@character), (?:the )?(?:[\w-]+ )?(?P<kin>{KIN}) (?:of|to) (?:the|an?|his|her) [\w-]+(?=[,.;)]|$)",
        prior=0.7,
        needs=" of | to "),
    Cue("profession",
        rf"(?P<s>[@@person]), (?P<job>an? (?:(?:[\w-]+|@any) ){{0,3}}(?!(?:act|writ|compos|novel|poet|edit|crit"
        rf"|sing|direct|musici|danc|photog|journ|paint)"
        rf"\w*){JOB})\b{_MORE}(?=[,.;)]| who)", prior=0.65, needs=", a"),
    Cue("alias",
        r"(?:(?:going|goes|went|known) (?:only )?by the name(?: of)? ['\"]?@any['\"]?|@any,? (?:- )?as (?:he|she)(?:"
        r" is|'s)"
        r" (?:[\w-]+ )?(?:known|called|nicknamed))",
        prior=0.7, subject="none", bare=True, needs="the name|as he|as she"),
    Cue("relation",
        r"@person and (?:[\w-]+ )?(?:husband|wife|brother|sister|son|daughter|mother|father) @person",
        prior=0.65, subject="none", bare=True, needs=" and "),
    Cue("relation",
        rf"(?:older|younger|elder|former|young|best|late|little|big),? (?:[\w-]+ )?{KIN} @person",
        prior=0.6,
        subject="none", bare=True, cased=True, needs="older|elder|former|young|best|late|little|big"),
)  # fmt: skip
