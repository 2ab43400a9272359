"""Who made a film: direction, camera, script, music, cast; what it was made from; what else they made."""

from __future__ import annotations

import re
from dataclasses import replace

from cranework.reading.model import Mention, Statement
from cranework.reading.statements import cast, sources
from cranework.reading.statements.context import OTHER_FILM, Context, same
from cranework.reading.statements.family import Cue, Family, named
from cranework.reading.statements.mask import Masked

_ROLES = {
    r"photograph|camera|lens|\bd\.?o?\.?p\b|cinemato|\bshot\b|\bfilmed\b|visuals": "cinematographer",
    r"art direct|design|\bsets\b|costume": "production_designer",
    r"direct(?!or of photo)|helm|filmm?maker|film-maker|auteur|\bmade\b|realiz|turned|behind the camera": "director",
    r"writ|wrote|script|screenplay|scenar|penned|\bpen\b|adapted|author|story": "screenwriter",
    r"music|score|compos|song|soundtrack": "composer",
    r"effects|make-?up": "effects",
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
_DONE = (
    r"(?:(?:co-?)?directed|helmed|photographed|lensed|shot|(?:co-?)?written|scripted|penned|adapted|edited|"
    r"(?:co-?)?produced|composed|scored|designed|made|filmed)"
)
_CRAFT = (
    r"(?:screenplay|script|scenario|music|(?:musical |original |orchestral )?score|soundtrack|songs?|cinematography"
    r"|photography|camera[- ]?work|photographic work|editing|direction|production design|set design|(?:special "
    r"|visual )?effects|sets|costumes?"
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
    r"(?:(?:it|this|which|that|(?:this|the) (?:film|movie|picture)|['\"]?@film['\"]?(?:"
    r" ?\([^()]{1,4}\)){0,2},?) )?(?:@is )?(?:also |well |skillfully "
    r"|[\w-]+ly )?"
)

_ADORNED = r"(?:(?!(?:the|an?|its|is|has|and|with|of|in|to|for|by)\b)[\w'-]+,? )"
_WORK = (
    r"(?:features?|films?|movies?|pictures?|(?:directorial )?debut|effort|masterpieces?|milestone|classics?"
    r"|versions?|remake"
    r"|rendering|rendition|retelling|opus|masterwork|outings?|thrillers?|comed(?:y|ies)|western|drama|epic"
    r"|biopic|vehicle)"
)

_CUES = (
    Cue("director",
        rf"{_HEAD}(?P<role>{_DONE})(?! and directed) (?:and (?:{_DONE}|starred in) )?(?:[\w-]+ )?(?:(?:at|in|for) "
        rf"@any )?(?:- [\w-]+ - )?by (?:- [\w-]+ - )?(?:(?:him|her)self and )?{_LINK}(?P<o>@people)(?: in"
        rf" collaboration with @people(?:"
        rf" himself)?)?(?: (?:after|from) (?:his|her|the|their) "
        rf"(?:own )?{_SOURCE} ['\"]?@title['\"]?)?", prior=0.95, needs=" by "),
    Cue("director", rf"{_HEAD}{_DONE} and (?P<role>directed) by {_LINK}(?P<o>@people)", prior=0.9, needs=" by "),
    Cue("",
        rf"(?:the |@country |@country-born )?(?P<role>\b{_MAKER})(?: and (?:star|{_MAKER}))?,? (?P<o>@people)"
        r"(?!'s? ?(?:[\w-]+ )?@film|' )", prior=0.9,
        needs="direct|cinemato|camera|lens|dp|dop|film|helm|auteur|writer|scenar|compos|editor|produc|design"),
    Cue("director", rf"(?P<o>@person)'s? {_QUALITY}['\"(]{{0,2}}(?P<s>@film)(?! ?\([\w ]*@person)", prior=0.75,
        once=True, behind=r"\b(?:music from|theme from|soundtrack of)", needs="'"),
    Cue("director",
        r"(?P<o>@person) (?:makes|made|delivers|delivered) (?:his|her) (?:[\w-]+ ){0,3}(?:film|movie|picture"
        r"|directorial debut|feature)", prior=0.75, needs="film|movie|picture|debut|feature"),
    Cue("director",
        rf"(?P<o>@person)'s? (?:(?:[\w-]+|@date) ){{0,3}}{_WORK},? ['\"]?(?P<s>@title)['\"]?(?!'s?)",
        prior=0.85, once=True, needs="'"),
    Cue("director",
        rf"(?P<o>@person)'s? {_QUALITY}(?:film|movie|picture|masterpiece|(?:directorial )?debut|classic|adaptation"
        r"|remake|version|thriller|western|drama|comedy|epic|documentary|direction|rendering|rendition"
        r"|retelling|opus|masterwork)\b(?! (?:production|industry"
        r"|career|company|studio|festival|making|noir|score|debut|crew|school|world|buffs?|theor\w+|people))",
        prior=0.8, once=True, unless=r"performance|favou?rite", needs="'"),
    Cue("", rf"(?P<o>@person)'s? (?:[\w,-]+ ){{0,4}}?(?P<role>{_CRAFT}|camera)\b(?! (?:man|is used))", prior=0.75,
        once=True, unless=r"life story|'s? story|love story|'s? songs?$", needs="'"),
    Cue("",
        rf"(?:(?:the|its|with|an?) {_ADORNED}{{0,5}}|{_ADORNED}?)(?P<role>{_CRAFT}),? (?:(?:is|was|are|were)"
        rf" )?(?:all )?"
        rf"(?:composed |written |done |provided |credited |supplied |given )?(?:by|from) {_LINK}(?P<o>@people)(?!'s )",
        prior=0.9,
        unless=r"\bbased\b|(?:work|photography|cinematography) (?:by|from) (?:the )?(?:cinematographer|cameram[ae]n"
        r"|director of)", needs="by |from "),
    Cue("",
        r"(?:(?:the|its) )?(?:[\w-]+ )?(?P<role>photography|photograph|music|cinematography|direction|screenplay"
        r"|script|score) of (?P<o>@people)(?!'s?)", prior=0.8, needs=" of "),
    Cue("director", r"\(?\bdir(?:\.|ector)?(?: ?[:-] ?|\. ?)(?P<o>@people)\)?", prior=0.9, needs="dir"),
    Cue("director",
        r"(?P<o>@person) directed @people in\b(?: (?:an?|the|this) (?:[\w-]+ ){0,2}(?:adaptation|film|movie"
        r"|version|picture))?", prior=0.8, needs="directed"),
    Cue("composer", r"the music wrote (?P<o>@people)", prior=0.9, needs="wrote"),
    Cue("",
        r"(?P<o>@people)(?:, who [^,;.]{{3,90}},| has| had|,? who)? (?P<role>directed|helmed|produced|edited"
        r"|photographed|shot|wrote|scripted|composed|scored|penned) (?:and \w+ )?(?:it|this|the (?:film|movie"
        r"|picture|score|music|script|screenplay|songs?))\b(?: (?:film|movie|picture|one))?", prior=0.9,
        needs="direct|helm|produc|edit|photogra|shot|wrote|script|compos|scor|penned"),
    Cue("", r"(?P<o>@people) (?P<role>directs?|writes|composes)\b(?! (?:a|an|his|her) )", prior=0.6,
        needs="direct|writes|compose"),
    Cue("director",
        r"it (?:was|is|wasn't|isn't)(?: not)? (?P<o>@people) (?:who|that) (?P<role>directed|made|shot|wrote|filmed"
        r"|composed|edited|produced|scored|photographed)(?: (?:the )?(?:it|this|film|movie|picture|music|score"
        r"|script|screenplay)(?: (?:film|movie))?)?", prior=0.9, needs="who|that"),
    Cue("director",
        r"(?P<o>@people) (?:did not|didn't|never) (?:actually |really )?(?P<role>direct(?:ed)?|make|made|shoot|shot"
        r"|write|wrote|film(?:ed)?|composed?|edit(?:ed)?|produced?|scored?)(?: (?:it|this|the|that)(?: (?:film"
        r"|movie|picture|music|score|script|screenplay))?| @film)", prior=0.9, needs="not|n't|never"),
    Cue("director",
        rf"(?:an?|the|this|another) (?:(?!(?:of|to|an?|the)\b)[\w-]+ |@date |@country ){{0,3}}{_WORK} (?:by"
        rf"|from) (?P<o>@person)"
        r"(?!'s?)", prior=0.85, subject="none", needs=" by | from "),
    Cue("director",
        r"['\"]?(?P<s>@film)['\"]?(?: ?\(@date\))?,? by (?:director )?(?P<o>@someone)(?!'s?)",
        fixed={"loose": "yes"}, prior=0.85,
        needs=" by "),
    Cue("director",
        rf"the (?P<o>@someone) {_WORK},? ['\"]?(?P<s>@title)['\"]?", fixed={"loose": "yes"}, prior=0.8, once=True),
    Cue("director",
        r"(?P<o>@someone)'s? ['\"]?(?:The |A )?(?P<s>@words)['\"]?(?=[,.;:!?)]| \(|$| (?:is|was|in|and|has|with|or|for"
        r"|that|which|from|but|as|than|by)\b)",
        fixed={"loose": "yes"}, prior=0.6, once=True, subject="none", needs="'"),
    Cue("director", r"(?P<o>@someone) directing(?=[.,;!)]|$)", prior=0.85, needs="directing"),
    Cue("",
        r"(?P<o>@someone) (?:is|was) (?:an? |the )(?:[\w-]+ ){0,3}(?P<role>director|film-?maker|cinematographer"
        r"|composer"
        r"|screenwriter|editor)\b(?! of)",
        prior=0.7, subject="none", needs="direct|film|cinemato|compos|writer|editor"),
    Cue("",
        r"(?:who|he|she|and|himself|herself)(?:,)? (?:also |later |even |co-|[\w-]+ly ){0,2}(?P<role>directed"
        r"|helmed|produced|edited"
        r"|photographed|wrote|scripted|composed|scored|penned|co-wrote) (?:and \w+ )?(?:it|this|(?:the|its)"
        r" (?:[\w-]+ ){0,3}(?:film|movie"
        r"|picture|score|music|script|screenplay|songs?))\b", prior=0.8, subject="none",
        needs="direct|helm|produc|edit|photogra|wrote|script|compos|scor|penned"),
    Cue("lyrics",
        r"(?:with )?(?:the )?lyrics (?:are |were )?(?:written )?(?:by|from) (?P<o>@people)",
        prior=0.85, needs="lyrics"),
    Cue("cinematographer", r"with (?P<o>@person) (?:behind|at|on) (?:the )?camera", prior=0.85, needs="camera"),
    Cue("director",
        r"(?:the )?(?P<o>@someone) (?:film|movie|version|remake|original|picture|adaptation)\b(?! (?:fan|buff"
        r"|star|set|score))",
        prior=0.7,
        once=True,
        subject="none", fixed={"full": "yes"}, needs="film|movie|version|remake|original|picture|adaptation"),
    Cue("director",
        rf"(?P<o>@someone) (?:makes|made|sets|unfolds|presents|crafts|creates|shoots|delivers|opens|begins"
        rf"|fills|directs|conceived) "
        rf"(?:his|her) (?:[\w-]+ ){{0,3}}{_WORK}(?:,? ['\"]?@title['\"]?)?",
        prior=0.8, subject="none", needs="his |her "),
    Cue("director",
        r"(?P<o>@person)'s? ['\"](?P<s>@title)['\"]",
        fixed={"loose": "yes"}, prior=0.7, once=True, subject="none", needs="'"),
    Cue("",
        r"(?:the )?(?P<o>@person)-(?P<role>directed|written|penned|scripted|produced|composed|scored"
        r"|starring)(?: ['\"]?@title['\"]?)?",
        prior=0.85, subject="none", needs="-directed|-written|-penned|-scripted|-produced|-composed|-scored|-starring"),
    Cue("studio",
        r"(?:(?:[Tt]h(?:e|is)|a) (?:film|movie|picture) |[Ii]t )?(?:(?:was|is|had been|has been) )?(?:made"
        r"|produced|released|distributed|financed"
        r"|backed) by (?:[A-Z]{2,5}\b|@words)", prior=0.7, subject="none", cased=True, needs=" by "),
    Cue("studio",
        r"(?:[A-Z]{2,5}\b|@words) (?:released|produced|made|distributed|financed|backed) (?:this|the|it)(?:"
        r" (?:film|movie|picture))?",
        prior=0.7, subject="none", cased=True, needs="released|produced|made|distrib|financ|backed"),
    Cue("filmography",
        r"(?:(?:the )?(?:composer|director|writer|editor)|@person|he|she|who) (?:also |later )?did the (?:score|music"
        r"|script|screenplay|effects|cinematography|songs|make-?up|sets|costumes) (?:for|to|on|of|in)"
        r" (?:the )?['\"]?@name['\"]?",
        prior=0.8, bare=True, needs=" did the"),
    Cue("director",
        r"@person (?:was|is|had been|got) (?:originally |first )?(?:hired|asked|brought in|chosen|signed|slated"
        r"|approached) to (?:direct|write|star|play|produce|film|shoot|score|edit|make)\b(?: (?:in"
        r" )?(?:the|this|it|an?)(?: [\w-]+)?)?",
        prior=0.7, bare=True, needs="hired|asked|brought in|chosen|signed|slated|approached"),
)  # fmt: skip


_WRITTEN = re.compile(
    r"'s? (?:[\w-]+ ){0,3}(?:masterpieces?|milestone|classics?|versions?|rendering|rendition|retelling|opus|masterwork"
    r"|outings?|thrillers?|comed(?:y|ies)|drama|epic|biopic|vehicle)\b",
    re.IGNORECASE,
)
"""What may as well be a book: whose masterpiece it is, does not say who directed the film of its name."""


def _finish(found: Statement, match: re.Match[str], masked: Masked, context: Context) -> Statement | None:
    """This film, when somebody made it, has a credit of its own; a camera credit of its director is none."""
    if found.qualifiers.get("full"):
        told = " " in found.objects[0].words or "version" in match[0]
        return replace(found, qualifiers={}, about=OTHER_FILM) if told else None
    if found.predicate == "cast" and found.subject is None and _known(found, context):
        return None
    if found.predicate == "director" and (found.qualifiers.get("loose") or _WRITTEN.search(match[0])):
        found = replace(found, subject=None, qualifiers={})
    if found.subject is None and found.predicate != "filmography" and context.film is not None:
        found = replace(found, about=OTHER_FILM)
    own = context.names.film.id if context.names and context.names.film else None
    if found.predicate == "filmography":
        verb = (match.groupdict().get("verb") or match.groupdict().get("deed") or "").lower()
        role = named(_ROLES, verb) or "director"
        films = [item for item in found.objects if isinstance(item, Mention)]
        if not verb and " by " not in match[0]:
            return replace(found, subject=None, objects=(), qualifiers={})
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


def _known(found: Statement, context: Context) -> bool:
    """Whether the text has said before what those who are praised do here: play a part, or make the film."""
    people = {same(item) for item in found.objects}
    deeds = ("plays", "part", "director", "screenwriter")
    return bool(people) and all(any((deed, one) in context.told for deed in deeds) for one in people)


FAMILY = Family(
    "credit",
    "",
    (*_CUES, *cast.CUES, *sources.CUES),
    _ROLES,
    _finish,
    nested=True,
)
