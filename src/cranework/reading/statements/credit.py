"""Who made a film: direction, camera, script, music, cast; what it was made from; what else they made."""

from __future__ import annotations

import re
from dataclasses import replace

from cranework.reading.model import Mention, Statement
from cranework.reading.statements.context import Context
from cranework.reading.statements.family import Cue, Family, named
from cranework.reading.statements.mask import Masked

_ROLES = {
    r"photograph|camera|lens|\bd\.?o?\.?p\b|cinemato|\bshot\b|\bfilmed\b|visuals": "cinematographer",
    r"art direct|design|\bsets\b|costume": "production_designer",
    r"direct(?!or of photo)|helm|filmm?maker|film-maker|auteur|\bmade\b|realiz|turned|behind the camera": "director",
    r"writ|wrote|script|screenplay|scenar|penned|\bpen\b|adapted|author|story": "screenwriter",
    r"music|score|compos|song|soundtrack": "composer",
    r"edit": "editor",
    r"produc": "producer",
    r"act|star|perform|play|lead|cast|featur": "cast",
}
_MAKER = (
    r"(?:(?:co-?|writer[-/ ]|actor[-/ ]|producer[-/ ])?directors? of photography|cinematographers?|camera ?m[ae]n"
    r"|lensm[ae]n|\bDo?P|(?:co-?|writer[-/ ](?:and )?|actor[-/ ]|producer[-/ ])?directors?|film-?makers?|helmers?"
    r"|auteurs?|(?:co-?|screen-?|script-?)?writers?|scenarists?|composers?|(?:film )?editors?|(?:executive "
    r"|co-)?producers?|(?:art|production) designers?|art directors?)"
)
_PLAYER = (
    r"(?:(?:co-?)?stars?|actors?|actress(?:es)?|leading (?:man|lady)|leads?|starlets?|comedians?|comic|newcomers?)"
)
_DONE = (
    r"(?:(?:co-?)?directed|helmed|photographed|lensed|shot|(?:co-?)?written|scripted|penned|adapted|edited|"
    r"(?:co-?)?produced|composed|scored|designed|made|filmed)"
)
_CRAFT = (
    r"(?:screenplay|script|scenario|music|(?:musical |original |orchestral )?score|soundtrack|songs?|cinematography"
    r"|photography|camera[- ]?work|photographic work|editing|direction|production design|set design|sets|costumes?"
    r"(?: design)?|story)"
)
_LINK = (
    r"(?:(?!who\b|that\b|which\b|and\b|with\b|in\b|for\b|is\b|was\b|are\b|but\b|when\b|some|his own\b|a man\b)"
    r"(?:[\w'-]+,?|@duration|@country|@prize|@prize-winning) ){0,6}"
)
_SOURCE = (
    r"(?:stage ?play|play|novel|novella|book|short story|stor(?:y|ies)|memoirs?|best-?seller|comics?(?: book)?s?"
    r"|musical|poem|opera|manga|article|graphic novel|tale)"
)
_QUALITY = (
    r"(?:(?!the\b|a\b|an\b|this\b|in\b|on\b|of\b|and\b|for\b|at\b|from\b|as\b|with\b|to\b|is\b|was\b|who\b|that\b"
    r"|last\b|first(?![\w-])|final\b|second\b|penultimate\b|describ|role|character|best\b|favou?rite)[\w'-]+,? "
    r"){0,4}?"
)
_HEAD = (
    r"(?:(?:it|this|which|that|(?:this|the) (?:film|movie|picture)|@film) )?(?:@is )?(?:also |well |skillfully "
    r"|[\w-]+ly )?"
)

_CUES = (
    Cue("director",
        rf"{_HEAD}(?P<role>{_DONE})(?! and directed) (?:and (?:{_DONE}|starred in) )?(?:[\w-]+ )?(?:(?:at|in|for) "
        rf"@any )?(?:- [\w-]+ - )?by (?:- [\w-]+ - )?{_LINK}(?P<o>@people)(?: (?:after|from) (?:his|her|the|their) "
        rf"(?:own )?{_SOURCE} ['\"]?@title['\"]?)?", prior=0.95, needs=" by "),
    Cue("director", rf"{_HEAD}{_DONE} and (?P<role>directed) by {_LINK}(?P<o>@people)", prior=0.9, needs=" by "),
    Cue("",
        rf"(?:the |@country |@country-born )?(?P<role>\b{_MAKER})(?: and (?:star|{_MAKER}))?,? (?P<o>@people)"
        r"(?!'s? ?(?:[\w-]+ )?@film|' )", prior=0.9,
        needs="direct|cinemato|camera|lens|dp|dop|film|helm|auteur|writer|scenar|compos|editor|produc|design"),
    Cue("cast", rf"(?:(?:the |its |our )?@country )?\b{_PLAYER},? (?P<o>@people)(?!'s? @film)", prior=0.8, once=True,
        unless=r"\b(?:like|than|reminds?)\b", needs="star|actor|actress|lead|comedian|comic|newcomer"),
    Cue("director", rf"(?P<o>@person)'s? {_QUALITY}['\"(]{{0,2}}(?P<s>@film)(?! ?\([\w ]*@person)", prior=0.75,
        once=True, behind=r"\b(?:music from|theme from|soundtrack of)", needs="'"),
    Cue("director",
        r"(?P<o>@person) (?:makes|made|delivers|delivered) (?:his|her) (?:[\w-]+ ){0,3}(?:film|movie|picture"
        r"|directorial debut|feature)", prior=0.75, needs="film|movie|picture|debut|feature"),
    Cue("director",
        r"(?P<o>@person)'s? (?:[\w-]+ ){0,2}(?:feature|film|movie|picture|debut|effort),? ['\"]?(?P<s>@film)['\"]?",
        prior=0.85, once=True, needs="'"),
    Cue("director",
        rf"(?P<o>@person)'s? {_QUALITY}(?:film|movie|picture|masterpiece|(?:directorial )?debut|classic|adaptation"
        r"|remake|version|thriller|western|drama|comedy|epic|documentary|direction)\b(?! (?:production|industry"
        r"|career|company|studio|festival|making|noir|score|debut|crew|school|world|buffs?|theor\w+|people))",
        prior=0.8, once=True, unless=r"performance|favou?rite", needs="'"),
    Cue("", rf"(?P<o>@person)'s? (?:[\w,-]+ ){{0,4}}?(?P<role>{_CRAFT}|camera)\b(?! (?:man|is used))", prior=0.75,
        once=True, unless=r"life story|'s? story|love story|'s? songs?$", needs="'"),
    Cue("",
        rf"(?:(?:the|its|with|an?) )?(?:[\w-]+ ){{0,2}}(?P<role>{_CRAFT}),? (?:(?:is|was|are|were) )?(?:all )?"
        rf"(?:composed |written |done |provided |credited |supplied |given )?(?:by|from) {_LINK}(?P<o>@people)",
        prior=0.9,
        unless=r"\bbased\b|(?:work|photography|cinematography) (?:by|from) (?:the )?(?:cinematographer|cameram[ae]n"
        r"|director of)", needs="by |from "),
    Cue("",
        r"(?:(?:the|its) )?(?:[\w-]+ )?(?P<role>photography|photograph|music|cinematography|direction|screenplay"
        r"|script|score) of (?P<o>@people)(?!'s)", prior=0.8, needs=" of "),
    Cue("based_on",
        r"(?:@is |being )?(?:based (?:up)?on|adapted from|(?:an? |the )?(?:[\w-]+ )?adaptation of) "
        rf"['\"]?@title['\"]?,? (?:an?|the) (?:@date |[\w-]+ ){{0,3}}{_SOURCE} (?:by|of) {_LINK}(?P<o>@people)",
        prior=0.95, needs="adapt|based"),
    Cue("director", r"\(?\bdir(?:\.|ector)?(?: ?[:-] ?|\. ?)(?P<o>@people)\)?", prior=0.9, needs="dir"),
    Cue("director", r"(?P<o>@person) directed @people in\b", prior=0.8, needs="directed"),
    Cue("composer", r"the music wrote (?P<o>@people)", prior=0.9, needs="wrote"),
    Cue("",
        r"(?P<o>@people)(?:, who [^,;.]{{3,90}},| has| had|,? who)? (?P<role>directed|helmed|produced|edited"
        r"|photographed|shot|wrote|scripted|composed|scored|penned) (?:and \w+ )?(?:it|this|the (?:film|movie"
        r"|picture|score|music|script|screenplay|songs?))\b(?: (?:film|movie|picture|one))?", prior=0.9,
        needs="direct|helm|produc|edit|photogra|shot|wrote|script|compos|scor|penned"),
    Cue("", r"(?P<o>@people) (?P<role>directs?|writes|composes)\b(?! (?:a|an|his|her) )", prior=0.6,
        needs="direct|writes|compose"),
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
    Cue("director",
        r"it (?:was|is|wasn't|isn't)(?: not)? (?P<o>@people) (?:who|that) (?P<role>directed|made|shot|wrote|filmed"
        r"|composed|edited|produced|scored|photographed)(?: (?:the )?(?:it|this|film|movie|picture|music|score"
        r"|script|screenplay)(?: (?:film|movie))?)?", prior=0.9, needs="who|that"),
    Cue("director",
        r"(?P<o>@people) (?:did not|didn't|never) (?:actually |really )?(?P<role>direct(?:ed)?|make|made|shoot|shot"
        r"|write|wrote|film(?:ed)?|composed?|edit(?:ed)?|produced?|scored?)(?: (?:it|this|the|that)(?: (?:film"
        r"|movie|picture|music|score|script|screenplay))?| @film)", prior=0.9, needs="not|n't|never"),
    Cue("cinematographer", r"with (?P<o>@person) (?:behind|at|on) (?:the )?camera", prior=0.85, needs="camera"),
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


def _finish(found: Statement, match: re.Match[str], masked: Masked, context: Context) -> Statement | None:
    """This film, when somebody made it, has a credit of its own; a camera credit of its director is none."""
    own = context.names.film.id if context.names and context.names.film else None
    if found.predicate == "filmography":
        verb = (match.groupdict().get("verb") or match.groupdict().get("deed") or "").lower()
        role = named(_ROLES, verb) or "director"
        films = [item for item in found.objects if isinstance(item, Mention)]
        if found.subject is None:
            before = [
                item for item in masked.within(0, match.start()) if isinstance(item, Mention) and item.kind == "person"
            ]
            found = replace(found, subject=before[-1] if before else context.last(("person",)))
        if own and any(film.entity == own for film in films) and found.subject is not None:
            return replace(found, predicate=role, subject=films[0], objects=(found.subject,), qualifiers={})
        return replace(found, qualifiers={"role": role})
    if found.predicate == "cinematographer" and re.search(r"\b(?:shot|filmed)\b", match[0]) and context.names:
        people = [item.entity for item in found.objects if isinstance(item, Mention) and item.entity]
        if any("director" in context.names.roles(person) for person in people):
            return replace(found, predicate="director")
    return found


FAMILY = Family(
    "credit",
    "",
    _CUES,
    _ROLES,
    _finish,
    nested=True,
)
