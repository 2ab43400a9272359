"""Cues for what a film was made from, what it follows, and what else its makers made."""

from __future__ import annotations

from cranework.reading.statements.family import Cue

_LINK = (
    r"(?:(?!who\b|that\b|which\b|and\b|with\b|in\b|for\b|is\b|was\b|are\b|but\b|when\b|some|his own\b|a man\b)"
    r"(?:[\w'-]+,?|@duration|@country|@prize|@prize-winning) ){0,6}"
)
_SOURCE = (
    r"(?:stage ?play|play|novel|novella|book|short story|stor(?:y|ies)|memoirs?|best-?seller|comics?(?: book)?s?"
    r"|musical|poem|opera|manga|article|graphic novel|tale)"
)

CUES = (
    Cue("based_on",
        r"(?:@is |being )?(?:based (?:up)?on|adapted from|(?:an? |the )?(?:[\w-]+ )?adaptation of) "
        rf"['\"]?@title['\"]?,? (?:an?|the) (?:@date |[\w-]+ ){{0,3}}{_SOURCE} (?:by|of) {_LINK}(?P<o>@people)",
        prior=0.95, needs="adapt|based"),
    Cue("based_on",
        r"(?:@is )?(?:(?:loosely |partly |freely |very )?(?:based|adapted|taken|derived|drawn|inspired)(?: loosely"
        rf"| freely| in part)? (?:up)?(?:on|from|by)|from|adaptation (?:[\w]+ ){{0,3}}of|(?:film|screen) version "
        rf"of) (?:the |a |an )?(?:[\w-]+ ){{0,3}}(?:@date )?{_SOURCE},? ?['\"]?(?:@title)?[,'\"]{{0,2}} ?(?:by|of"
        rf"|from|written by) {_LINK}(?P<o>@people)", prior=0.95,
        needs="play|novel|book|stor|memoir|seller|comic|musical|poem|opera|manga|article|tale"),
    Cue("based_on",
        r"(?:@is )?(?:(?:loosely |partly |freely |very )?(?:based|adapted)(?: loosely| freely| in part)?(?: "
        rf"(?:up)?on| from)|from|adaptation of) (?:(?P<o>@person)'s? (?:[\w-]+ ){{0,3}}(?:{_SOURCE}\b"
        rf"|['\"]?@title['\"]?)|(?:the|a|an) (?:[\w-]+ ){{0,3}}{_SOURCE},? ?['\"]?@title['\"]?)", prior=0.9,
        needs="based|adapt|from"),
    Cue("based_on",
        rf"(?:@is )?(?:loosely |partly )?based (?:up)?on (?:an? |the )(?:[\w-]+ ){{0,2}}(?:(?:true|real)(?:[ "
        rf"-][\w-]+){{1,2}}|{_SOURCE}|@person)", prior=0.8, needs="based"),
    Cue("sequel_of",
        r"(?:(?:is|was) )?(?:an? |the )?(?:[\w-]+ ){0,2}(?:sequel|prequel|re-?make|follow-?up|spin-?off|companion "
        r"piece) (?:to|of) (?:the )?(?:@date )?(?:[\w-]+ ){0,3}['\"]?(?P<o>@title)", prior=0.85,
        needs="sequel|prequel|make|follow|spin|companion"),
    Cue("sequel_of",
        r"(?:sequel|prequel|re-?make|follow-?up|spin-?off) (?:to|of) (?:an?|the) (?:[\w-]+ ){0,3}?(?:@date )?"
        r"(?:film|movie|classic|original|series|one)(?: by (?P<o>@people))?(?: with the same title)?", prior=0.8,
        needs="sequel|prequel|make|follow|spin"),
    Cue("filmography",
        r"(?P<s>@people)(?:,? who)?(?: has| had)?(?: also| later| previously| then| earlier| once)? (?:went on to "
        r"(?P<deed>make|direct|shoot|star in|appear in|write)|(?P<verb>directed|made|did|wrote|helmed|shot|filmed"
        r"|produced|scripted|starred in|appeared in)) (?:the |a |an |such |other )?(?:[\w,-]+ ){0,6}?(?:@date )?"
        r"(?:[\w-]+ ){0,2}['\"(]{0,2}(?P<o>@films)(?:['\"]? \(@date\))?", prior=0.85,
        needs="went on|direct|made|did|wrote|helm|shot|film|produc|script|starred|appeared"),
    Cue("filmography",
        r"(?:he |she )?(?:also|later|previously|then|earlier) (?P<verb>directed|made|did|wrote|helmed|shot|filmed"
        r"|produced|starred in|appeared in) ['\"]?(?P<o>@films)(?:['\"]? \(@date\))?", subject="none", prior=0.85,
        needs="went on|direct|made|did|wrote|helm|shot|film|produc|script|starred|appeared"),
    Cue("filmography",
        r"(?:another|(?:an? |the |his |her )?(?:other|earlier|later|previous)) (?:[\w-]+ )?(?:film|movie|work"
        r"|picture)s? (?:by|from|of) (?P<s>@person),? (?:[\w]+ )?['\"]?(?P<o>@films)", prior=0.9,
        needs="other|earlier|later|previous"),
    Cue("filmography",
        r"(?P<s>@person)(?:,| is| was) (?:also )?(?:the )?(?:[\w-]+ )?(?P<deed>director|writer|star|maker|author"
        r"|cinematographer|(?:film )?editor) (?:of|on|behind) (?:the )?(?:[\w-]+ ){0,3}['\"]?(?P<o>@films)",
        prior=0.85, needs="director|writer|star|maker|author|cinemato|editor"),
    Cue("filmography",
        r"(?P<s>@person) \((?:also )?(?:(?:star|director|writer) )?(?:of |from |in )?['\"]?(?P<o>@films)['\"]?"
        r"(?:,? ?@date)?\)", prior=0.6, needs="("),
    Cue("filmography",
        r"(?P<s>@person) \w+ (?:best |most )?(?:known|famous|remembered) for (?:[\w-]+ ){0,4}['\"]?(?P<o>@films)",
        prior=0.8, needs="known|famous|remembered"),
    Cue("filmography", r"(?P<s>@person),? (?:of|from) ['\"]?(?P<o>@films)['\"]?(?: fame\b)", prior=0.85,
        needs=" of | from "),
)  # fmt: skip
