"""A second look at how a thing is said, before it is called wrong: jokes, dreams, hearsay, denials that deny nothing.

Whoever read the statement has looked already, clause by clause. Nothing here makes a verdict harder.
"""

from __future__ import annotations

import re
from dataclasses import replace

from cranework.reading.checks import countries
from cranework.reading.checks.world import World
from cranework.reading.model import Mention, Modality, Statement
from cranework.references.names import fold

_DENIAL = re.compile(
    r"\b(?:not|never|no|nobody|no one|none|neither|nor|without|hardly|nothing(?! (?:but|except|else|more))|cannot"
    r"|untrue|false(?:ly)?|wrong(?:ly)?|nonsense|myth|den(?:y|ies|ied)|far from|fail(?:s|ed)?|anything but|instead of"
    r"|rather than|contrary|mistaken(?:ly)?|other than)\b|n't\b",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"\([^()]{0,200}\)")
_NEAR = 40
"""Characters around a statement within which its denial stands."""
_WORDS: tuple[tuple[Modality, str], ...] = (
    ("ironic", r"\boh,? (?:sure|yes|right|yeah)\b|\byeah,? (?:right|sure)\b|\b(?:kidding|joking|sarcas\w*)\b"
               r"|;-?\)|\bas if\b"
               r"|\band i(?:'m| am) (?:the|a) (?:pope|queen|king|emperor)\b|\bnot!|\(!\)"),
    ("hypothetical", r"\b(?:if|had)\b.{0,80}\b(?:had|were|would|could|might)\b|\bimagine\b|\bif you (?:think"
                     r"|thought|believe)\b"
                     r"|\b(?:you|one|anybody|anyone) (?:could|would|might|may) (?:almost )?(?:swear|think|believe"
                     r"|say)\b|\bwhat if\b|\bi wish\b"
                     r"|\bif only\b"
                     r"|\b(?:would|could|should|might) have\b|\bas though\b|\bsuppose that\b"),
    ("reported", r"\b(?:some|many|people|they|critics?|others?|everybody|everyone|somebody|someone|legend"
                 r"|rumou?r|sources?)"
                 r" (?:\w+ ){0,3}(?:say|says|said|claim|claims|claimed|believe|believed|insist|think|thought"
                 r"|has it|have it)\b"
                 r"|\baccording to\b|\ballegedly\b|\breportedly\b|\bsupposedly\b|\bis said to\b|\bare said to\b"
                 r"|\bit is said\b"
                 r"|\bclaim(?:s|ed)? that\b|\bone (?:often )?(?:reads|hears)\b"),
)  # fmt: skip
_SIGNS = tuple((modality, re.compile(words, re.IGNORECASE)) for modality, words in _WORDS)
_HEARSAY = re.compile(
    r"(?<!\bi )\b(?:insist|swear|swore|claim|believ|maintain|think|thought|told|tell|say|said|wr(?:i|o)te|suggest|argu"
    r"|assum|pretend|suppos|hear|read)\w*\b",
    re.IGNORECASE,
)
_DOUBTED = re.compile(
    r"\b(?:doubt\w*|den(?:y|ies|ied)|disput\w+|wonder\w*|whether|unlikely|impossible that|hard to believe|not sure"
    r"|unsure"
    r"|disbelie\w+|can't believe|cannot believe|refuse to believe)\b",
    re.IGNORECASE,
)
_NOT_SO = re.compile(
    r"\b(?:not (?:true|so|the case|right|correct)|untrue|no truth|(?:false|wrong|nonsense|absurd|myth) that"
    r"|no one can say"
    r"|nobody can say|no one could say)\b",
    re.IGNORECASE,
)
"""Words that deny a whole clause; with a denial within it, or before a mere aside, what is meant is open."""
_PLANNED = re.compile(
    r"\b(?:offered|considered for|announced|first choice|turned (?:\w+ )?down|was to (?:have|be|direct|play|star|write)"
    r"|were to|slated|approached|auditioned|wanted to|originally|first asked|intended|planned|supposed to|hoped to"
    r"|almost"
    r" (?:play|direct|got)\w*|nearly (?:play|direct|got)\w*|in talks)\b",
    re.IGNORECASE,
)
_COMPARED = re.compile(
    r"(?:\b(?:like|unlike|than|(?<!well )as)\s+(?:an?\s+|the\s+)?$)|^(?:like|unlike|as|than)\s", re.IGNORECASE
)
_NAME_BEFORE = re.compile(r"\b([A-Z][\w'\u2019-]+)[\"*_']?(?:([,(])\s*\(?|\s*)$")
_PREDICATE = re.compile(r"(?:was|is|were|are|has|had|won|received|runs|lasts|came|opened|premiered|took)\b")
_THIS_FIRST = re.compile(r"\W*(?:this|it|the (?:film|movie|picture))\b", re.IGNORECASE)
_MADE_BY = re.compile(r"\b(?:by|and|with|director|starring|from)\s+(?:[A-Z][\w.'-]*\s?){1,4},?\s*\(?$")
_SMALL_WORDS = (
    "the a an and but or it its he she they this that here there in on at by of for with when while if so as then also"
    " was is after before although though yet still now not no even just only once what who which soviet russian"
    " american french german italian british english japanese ussr us usa dir director i"
    " ii iii iv war world"
)
_NO_NAMES = frozenset(_SMALL_WORDS.split())
_BACK = 170
"""Characters before a statement in which "it" may have been named."""
_IT = re.compile(r"\W*(?:it|he|she)\b", re.IGNORECASE)
_OURS = re.compile(r"\b(?:this|here|the (?:film|movie|picture))\b", re.IGNORECASE)
_THE_OTHER = re.compile(r"\bthe (?:latter|other|former|second)\b", re.IGNORECASE)
_RUN = r"[A-Z][\w'\u2019-]+(?:(?: (?:of|the|and|in|to|on|for|a|with))? [A-Z][\w'\u2019-]+){0,6}"
_TITLE = re.compile(
    rf"[\"*_]([A-Z][^\"*_]{{2,60}})[\"*_]|\b((?:The|A|An|To) {_RUN})|\b({_RUN}) \((?:18|19|20)\d\d\)"
    r"|\b(?:directed|made|shot|filmed|(?:film|movie|one) (?:is|was)|[Cc]ompare|prefer|watched|saw|seen|like|than)"
    rf"\s+({_RUN})"
)
_SPOKEN = re.compile(r"\"[A-Z][\w'\u2019]*(?:,? (?:[a-z][\w'\u2019]*|I)){7,}[.!?]?\"")
"""Eight words in quotes in small letters are a line of a film, and no title."""
_THIS = re.compile(r"\bthis\b|\bhere\b", re.IGNORECASE)
_OLDER = re.compile(
    r"\b(?:original|earlier|older|first (?:film|version)|silent|previous|remake|newer)\b", re.IGNORECASE
)
_TAKEN_BACK = re.compile(
    r"[.!?)\s]{1,4}(?:ok(?:ay)?,? |well,? |no,? )?(?:i'm |just |only |i am )?(?:kidding"
    r"|joking)\b",
    re.I,
)


def without_false_denial(statement: Statement, world: World) -> Statement:
    """The statement, affirmed where it is read as denied and no denial stands in it or near it.

    A denial in a title or a bracket denies nothing. Without the text there is nothing to look at.
    """
    if statement.polarity == "positive" or not world.text:
        return statement
    words = world.words(statement, before=_NEAR, after=_NEAR)
    for part in (statement.subject, *statement.objects, *statement.qualifiers.values()):
        if isinstance(part, Mention) and part.kind == "film":
            words = words.replace(part.words, " ")
    return statement if _DENIAL.search(_ASIDE.sub(" ", words)) else replace(statement, polarity="positive")


def _said_of_another(statement: Statement, world: World) -> bool:
    """Whether a name stands right before a statement about the film that is neither the film's nor that of its people.

    "Vertigo, shot by", "like a film of 1970": what is said there is not said of the film under review.
    """
    before = world.text[max(0, statement.start - 80) : statement.start]
    if _COMPARED.search(before) or _COMPARED.match(world.words(statement)):
        return True
    named, film = _NAME_BEFORE.search(before), world.film
    if named is None or film is None or world.film_of(statement) != film.id:
        return False
    parted = named[2] or _PREDICATE.match(world.words(statement))
    if not parted or _MADE_BY.search(before) or _THIS_FIRST.match(world.sentence(statement)):
        return False
    known = {word for name in (*world.called(film.id), *world.makers(film.id)) for word in fold(name).split()}
    return not set(fold(named[1]).split()) & (known | _NO_NAMES)


def _it_is_another(statement: Statement, world: World) -> bool:
    """Whether "it" may be another film, whose title stands before and nearer than that of the film under review."""
    film, words = world.film, world.words(statement)
    if film is None or world.film_of(statement) != film.id or _OURS.search(world.untitled(words, film.id)):
        return False
    before = world.untitled(world.text[max(0, statement.start - _BACK) : statement.start], film.id)
    before = before[before.rfind("_") + 1 :]
    if "_" in world.untitled(words, film.id) or (_THIS_FIRST.match(world.sentence(statement)) and not _IT.match(words)):
        return False
    before = _SPOKEN.sub("", before)
    known = {word for name in world.makers(film.id) for word in fold(name).split()} | _NO_NAMES
    titles = [found[1] or found[2] or found[3] or found[4] for found in _TITLE.finditer(before)]
    return bool(_THE_OTHER.search(before)) or any(
        not countries.named(title) and not set(fold(title).split()) <= known for title in titles
    )


def _of_a_namesake(statement: Statement, world: World, sentence: str) -> bool:
    """Whether the sentence may be about another film of the same title: it names the maker, or calls it older."""
    film = world.film
    if film is None or world.film_of(statement) != film.id or _THIS.search(sentence):
        return False
    others = world.namesakes(film.id)
    if others and _OLDER.search(sentence):
        return True
    own = {surname for name in world.makers(film.id) for surname in name.casefold().split()[-1:]}
    theirs = {surname for id in others for name in world.makers(id) for surname in name.casefold().split()[-1:]}
    return any(re.search(rf"\b{re.escape(surname)}\b", sentence, re.IGNORECASE) for surname in theirs - own)


def _told(statement: Statement, world: World) -> bool:
    """Whether the words before a statement, in its sentence, make it what others say or what was only planned."""
    film = world.film_of(statement)
    sentence = world.untitled(world.sentence(statement), film)
    at = sentence.find(world.untitled(world.words(statement), film))
    before = sentence[: max(0, at)]
    if _HEARSAY.search(before) or _DOUBTED.search(before) or _PLANNED.search(sentence):
        return True
    denials = len(_DENIAL.findall(sentence[: max(0, at) + len(world.words(statement))]))
    return bool(_NOT_SO.search(before)) and (statement.polarity == "positive" or denials > 1)


def in_doubt(statement: Statement, world: World) -> Statement | None:
    """The statement as its sentence has it, where a sign in it says that it is no plain claim; else None."""
    sentence = world.untitled(world.sentence(statement), world.film_of(statement))
    for modality, sign in _SIGNS:
        if sign.search(sentence):
            return replace(statement, modality=modality)
    if _told(statement, world):
        return replace(statement, modality="reported")
    if (
        _said_of_another(statement, world)
        or _it_is_another(statement, world)
        or _of_a_namesake(statement, world, sentence)
    ):
        return replace(statement, about="film:")
    rest = world.text[statement.end : statement.end + 200]
    after = re.search(r"[.!?]", rest)
    if after and _TAKEN_BACK.match(rest, after.start()):
        return replace(statement, modality="ironic")
    return None
