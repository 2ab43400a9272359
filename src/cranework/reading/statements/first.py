"""What is the first, the only or the last of its kind."""

from __future__ import annotations

import re
from dataclasses import replace

from cranework.reading.model import Statement
from cranework.reading.statements.context import Context
from cranework.reading.statements.family import Cue, Family
from cranework.reading.statements.mask import Masked
from cranework.reading.statements.ranks import CUES as RANKS

_NTH = (
    r"(?P<nth>first(?:-ever)?|only|last|final|second|third|fourth|fifth|sixth|seventh|penultimate"
    r"|(?:next|second)[- ]to[- ]last|last but one|debut|maiden|earliest|sole|@ordinal)"
)
_KIND = (
    r"(?:(?:(?!time\b|convincing\b|decent\b|redeeming\b|interesting\b|funny\b|memorable\b|great\b|real\b|true\b"
    r"|truly\b|best\b|finest\b|half\b|thing\b|scenes?\b|act\b|reel\b|hour\b|reason\b|problem\b|good\b|that\b"
    r"|with\b|in\b|of\b|and\b|to\b)[\w'/-]+|@any(?:'s?)?) ){0,4}?(?:films?|movies?|pictures?|features?|talkies?"
    r"|documentar(?:y|ies)|western|musical|comedy|roles?|performance|debut|directors?|screenplay|script|starring"
    r" role|outing|installment|entry|sequel|novel|actor|actress|wom[ae]n|production|cartoon|series|foray"
    r"|appearance|feature-length movie|collaboration|effort|work|nomination|@prize|@country to|version|adaptation"
    r"|pairing|teaming|attempt|project|vehicle|lead role|season|number|album|single|instal?lment|take|outing|stab"
    r"|try|chapter|episode|part(?= (?:of|in|to) the)|western)(?! (?:films?|movies?|pictures?|roles?|feature"
    r"|time)\b)"
)
_TAIL = (
    r"(?: (?:to|since|ever|from|that|of|with|in|at|for|by|so far|made|outside|not|shot|who|which|directed"
    r"|written)\b[^,.;:()!?]{0,90}?(?=[,.;:()!?]|$| and | but | which | who | -+ ))?"
)

_CUES = (
    Cue("ordinal",
        r"(?:in what (?:proved|turned out) to be |(?:(?:it|this|he|she|which|and|@film['\"]?)? ?(?:is|was|'s|as|in"
        r"|became|marks|marked|(?:@words|@person) (?:is|was))(?: \w+ly| also| in fact)? )|(?:to date,? )?(?:this )?"
        r"(?:is|was) )?(?P<whose>the|his|her|its|their|an?|@any's?|director @person's|the world's|@country's"
        rf"|hollywood's) (?:very )?{_NTH} (?P<o>{_KIND})(?! (?:i|that i|you|we)\b){_TAIL}(?:,? (?:the )?(?:[\w-]+"
        rf" ){{0,3}}?['\"]?(?P<s>@film)['\"]?(?:, (?:an?|the) (?:[\w-]+|@country)(?:[ -](?:[\w-]+|@country)){{0,4}}|"
        r" \(@date\))?)?",
        prior=0.8,
        unless=r"\b(?:time i|i've|i ever|my|impression|not the|whether)\b|for the (?:first|last) time i|(?:first"
        r"|only|last) (?:great|good|thing|reason|problem|complaint)",
        needs="first|only|last|final|second|third|fourth|fifth|sixth|seventh|penultimate|next|debut|maiden"
        "|earliest|sole|@ordinal"),
    Cue("ordinal",
        r"(?:(?:it|this|which|@film) )?(?:is|was|as) (?:only )?the (?P<nth>first|second|third|fourth|fifth|last"
        r"|@ordinal) of (?:the |his |her )?(?:@count )?(?P<o>(?:(?:[\w-]+|@country|@any's?) ){0,3}(?:films?|movies"
        r"|pictures|features|versions|adaptations|sequels|collaborations|roles))(?: (?:to|that|about|with|in|by"
        r"|from|made|which)\b[^,.;:()!?]{0,90}?(?=[,.;:()!?]|$| and | but | which ))?", prior=0.85,
        needs="first|only|last|final|second|third|fourth|fifth|sixth|seventh|penultimate|next|debut|maiden|earliest"
        "|sole|@ordinal"),
    Cue("first",
        r"for the (?P<nth>first|@ordinal) time (?P<o>since (?:the )?(?:@person's? )?['\"]?(?:@any|[\w-]+)['\"]?(?: "
        r"in (?:the )?@date)?|(?:in|on) @run4)", prior=0.7,
        unless=r"\b(?:i|me|my|we|seen|saw|watch\w*|meet\w*|see)\b", needs="first|@ordinal"),
    Cue("first",
        r"in (?:his|her|their) (?:[\w-]+ )?(?P<o>(?:film|screen|directorial|movie|acting|big[- ]screen|feature) "
        r"debut)(?: role)?", prior=0.75, needs="debut"),
    Cue("first",
        r"(?:made|makes|making) (?:his|her|their|its) (?:[\w-]+ )?(?P<o>(?:film |screen |directorial |movie "
        r"|acting |big[- ]screen |feature )?debut)(?: (?:as|in|with|here)(?: @run3)?)?", prior=0.8, needs="debut"),
    Cue("only",
        r"the only (?:[\w-]+ ){0,2}(?:film|movie|one|@country|@country film|actor|director|woman|person)(?: in "
        r"(?:history|the history of [\w ]+))? (?:to|that|who) @run5", prior=0.7, unless=r"\b(?:i|me|my)\b|good thing",
        needs="only"),
)  # fmt: skip
_BARE = re.compile(
    r"(?:(?:in|with|for|of|as) )?(?:the|a|an) (?:very )?(?:first|second|third|last|final|original) (?:\S+ )?"
    r"(?:film|movie|one|part|version|work|musical|series|feature)(?: (?:in|of) (?:the|this) (?:trilogy|series"
    r"|franchise))?",
    re.IGNORECASE,
)
"""The film before a sequel, and no place in any row."""

_PREDICATES = {
    r"first|debut|maiden|earliest": "first",
    r"next[- ]to|penultimate|but one|second|third|fourth|fifth|sixth|seventh": "ordinal",
    r"only|sole": "only",
    r"last|final": "last",
}


def _finish(found: Statement, match: re.Match[str], masked: Masked, context: Context) -> Statement | None:
    """Which place in the row, in a word of its own; what follows *since* or *to* narrows it."""
    groups = match.groupdict()
    if found.predicate in ("rank", "debut"):
        return found
    words = (masked.original(*match.span("nth")) if groups.get("nth") else "first").lower()
    predicate = next((name for key, name in _PREDICATES.items() if re.search(key, words)), "ordinal")
    words_given = masked.original(*match.span())
    if _BARE.fullmatch(match[0].strip()) or re.search(r"\b(?:second|third|next) best\b", words_given):
        return None
    if _BARE.fullmatch(words_given.strip()):
        return None
    scope = re.search(r"\b(?:since|to|in|of|from|by|ever)\b.*", words_given)
    qualifiers = {name: value for name, value in found.qualifiers.items() if name not in ("nth", "whose")}
    if scope:
        qualifiers["scope"] = scope[0]
    if predicate == "ordinal":
        qualifiers["number"] = words
    return replace(found, predicate=predicate if found.predicate != "only" else "only", qualifiers=qualifiers)


FAMILY = Family(
    "first",
    "",
    _CUES + RANKS,
    {},
    _finish,
)
