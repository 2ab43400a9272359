"""How a text says a thing: surely, with a hedge, from hearsay, as a joke, as a dream; affirmed or denied; of whom.

Everything is decided inside the clause of the statement, and from the few words that reach over its edges.
"""

from __future__ import annotations

import re
from dataclasses import replace

from cranework.reading.model import HISTORY, THE_FILM, WRITER, Mention, Modality, Polarity, Sentence, Statement
from cranework.reading.statements.context import Context

_EDGE = re.compile(
    r"[;:()\[\]{}]|[.!?](?=\s)|\s[-\u2013\u2014]+\s|--|,?\s(?:but|while|whereas|although|though)\s|,\s(?:and|which|who)\s"
)
_HEDGE = re.compile(
    r"\b(?:apparently|probably|possibly|perhaps|presumably|supposedly|maybe|i (?:think|believe|guess|suppose|assume"
    r"|imagine|seem to)|seems?(?: to| that| as)?|seemingly|appears to|if (?:i|memory)(?: \w+){0,2} (?:remember"
    r"|recall|serves|correctly|mistaken)|might|may (?:be|have|well)|must have|could be|can be|not sure|i remember"
    r"|as far as i know|afaik|likely|arguably|practically|almost certainly|more or less|i'm guessing|feels? like"
    r"|sort of|kind of)\b|\(\?\)|\?\)|\bsic\b",
    re.IGNORECASE,
)
_REPORT = re.compile(
    r"\b(?:(?:is|are|was|were|been) (?:widely |generally |often |commonly |usually |sometimes )?(?:said|reported"
    r"|rumou?red|believed|thought|considered|regarded|claimed|alleged|given|supposed|reputed|known) (?:to|as|that"
    r"|by)|widely[- ](?:considered|regarded)|(?:people|some|many|others|critics?|somebody|someone|they|everyone"
    r"|reviewers?|friends?|[\w']+ (?:grandmother|father|mother|friend|pal|teacher)) (?:(?:on|in) the \w+ )?(?:say"
    r"|says|said|claims?|claimed|believes?|believed|insist|insists|argues?|wrote|writes|thinks?|told|has told)"
    r"|according to|legend has it|one (?:often )?(?:reads|hears|tells)|so one tells|rumou?r has it|it is said|they "
    r"say|i (?:have )?(?:read|heard|hear)|i've (?:read|heard)|i was told|reportedly|allegedly|reputedly|he (?:once "
    r")?(?:declared|said|claimed|wrote|remarked)|she (?:once )?(?:declared|said|claimed|wrote|remarked)|once "
    r"(?:declared|said)|so-called)\b",
    re.IGNORECASE,
)
_REJECTED = re.compile(
    r"\b(?:which is (?:nonsense|wrong|untrue|false|not true|absurd|rubbish|ridiculous|a myth)|(?:he|she|they|it) "
    r"(?:is|are) wrong|wrongly|mistakenly|erroneously|falsely|contrary to|not true|untrue|no truth|a (?:common )?"
    r"(?:myth|misconception)|incorrectly|nonsense|that's wrong|couldn't be further)\b",
    re.IGNORECASE,
)
_DREAM = re.compile(
    r"\b(?:if (?:[\w']+ ){1,4}?(?:had|were|was|would|could)|had (?:it|he|she|they|this|the (?:film|movie)) (?:been"
    r"|not)|(?:would|could|should|might|ought to)(?:n't|'ve| not)? (?:have|be(?:en)?|win|direct|play|never)|"
    r"(?:would|could|should|might)'ve|imagine|as if|as though|i wish|deserve[sd]? (?:an?|the|to)|hope(?:d|fully)? "
    r"(?:to|for|it|that)|what if|suppose (?:that)?)\b",
    re.IGNORECASE,
)
_JOKE = re.compile(
    r"(?:\boh,? sure\b|\byeah,? right\b|\b(?:i'm|just|only) (?:kidding|joking)\b|\band i'm the (?:pope|queen"
    r"|king)\b|;-?\)|\bnot!|\bwink\b|\bha(?:ha)+\b|\(not\)|\bsarcasm\b|\bas if\b!|/s\b)",
    re.IGNORECASE,
)
_KIDDING = re.compile(r"\b(?:kidding|joking)\b", re.IGNORECASE)
_TAKEN_BACK = re.compile(
    r"^\W{0,3}(?:(?:ok(?:ay)?|well|no|alright|all right),? )?(?:i'm (?:kidding|joking|lying)|just kidding|only "
    r"joking|(?:no|nope|not really|just kidding|sorry|wrong)\b[,.:!]|of course not|not\b!|that's not true"
    r"|actually,? no)",
    re.IGNORECASE,
)
_NOT = re.compile(
    r"\b(?:not|never|nobody|no one|none|neither|nor|without|far from|fail(?:s|ed)? to|anything but|other than"
    r"|hardly|nothing|isn't|wasn't|aren't|weren't|don't|doesn't|didn't|won't|wouldn't|can't|cannot|couldn't|hasn't"
    r"|haven't|hadn't|ain't|shouldn't|unable to|refus(?:es|ed) to|instead of|rather than)\b|\bno (?!less|more|fewer"
    r"|later|doubt|wonder|question|matter|cuts?\b|1\b|\.)",
    re.IGNORECASE,
)
_NO_NEGATION = re.compile(
    r"\b(?:wasn't|weren't|isn't|was not|is not|not)(?: [\w-]+){0,3} until|\b(?:nothing|no one|nobody|none) "
    r"(?:except|but|other than)|\bno (?:less|fewer|later) than|\bnot (?:only|just|merely|simply|to mention"
    r"|surprisingly|least)|\bnot (?:a |an )?un\w+|\bnot without|\bnever (?:fail|ceas|not)\w*|\bcan(?:'t|not) "
    r"(?:help|deny|wait|go wrong|be denied|take your eyes|praise)|\bwhy not\b|\bif not\b|\bdon't (?:get me wrong"
    r"|miss|forget|be fooled)|\bwithout (?:a )?(?:doubt|question)|\bno doubt|\bcan't say enough|\bnot (?:a )?bad\b"
    r"|\bwithout (?:a|any|one)(?: single)? cuts?|\bno cuts?\b|\bnever (?:sits? still|stops? moving|rests)|\bhardly "
    r"ever\b|\bnot (?:long|much|only) (?:after|before)",
    re.IGNORECASE,
)
_ABOUT_THIS = re.compile(
    r"\b(?:this|the present) (?:film|movie|picture|one|version|feature|documentary|remake|classic)\b|\bthis is\b"
    r"|\bhere\b|\bthis (?:was|has|had)\b",
    re.IGNORECASE,
)
_OTHER_FILM = re.compile(
    r"\b(?:unlike|reminds? (?:\w+ )?of|reminded|reminiscent of|compared (?:to|with)|similar to|(?:earlier|later"
    r"|original|previous|other|first|newer|older|\d{4}) (?:version|adaptation|film|movie)|the original\b|better "
    r"than|as in|such as|sequel|prequel|remake of)\b",
    re.IGNORECASE,
)
_DENIES = re.compile(
    r"(?:\b(?:not|never|no|neither|nor|without|far from|other than|anything but|isn't|wasn't|aren't|weren't|didn't"
    r"|doesn't|hasn't|hadn't)(?: [\w']+)?\s*$|\b(?:not|isn't|wasn't) (?:true|the case|correct|so) that\s*$|\b"
    r"(?:don't|doesn't|didn't) (?:believe|think|mean) (?:that )?$)",
    re.IGNORECASE,
)
"""A denial right before a statement, at most one word away, or of the whole that follows."""

_CONTRAST = re.compile(r",\s(?:and )?not [^,.;]{1,40},|,\s(?:and )?not [^,.;]{1,40}$", re.IGNORECASE)
"""What is set against a thing is denied, not the thing: *Brando, not De Niro, is in it*."""

REACH = 30
"""Code points before a statement in which such a denial is sought."""

_WORLD_KINDS = ("date", "office", "event_order")
_OF_WRITER = re.compile(r"\b(?:i|my|me|we|our)\b", re.IGNORECASE)
_WRITES = re.compile(
    r"\b(?:i|we)(?:'ve| have| had| just| first| finally| also)? (?:saw|seen|see|watched|watch|caught|rented|bought"
    r"|viewed|remember|recall|was|taped|own)\b",
    re.IGNORECASE,
)


def frame(statement: Statement, sentence: Sentence, context: Context) -> Statement:
    """The statement with its modality, polarity and what it is about."""
    clause = _clause(statement, sentence)
    modality = _modality(statement, sentence, clause, context)
    polarity = _polarity(statement, sentence, clause, modality, context)
    return replace(statement, modality=modality, polarity=polarity, about=_about(statement, sentence, clause, context))


def _inner(statement: Statement, sentence: Sentence) -> str:
    return sentence.text[max(0, statement.start - sentence.start) : statement.end - sentence.start]


def _clause(statement: Statement, sentence: Sentence) -> str:
    """The clause around a statement: from the last edge before it to the first one after it."""
    first, last = statement.start - sentence.start, statement.end - sentence.start
    start = max((edge.end() for edge in _EDGE.finditer(sentence.text, 0, max(0, first))), default=0)
    after = _EDGE.search(sentence.text, last)
    return sentence.text[start : after.start() if after else len(sentence.text)]


def _modality(statement: Statement, sentence: Sentence, clause: str, context: Context) -> Modality:
    if _JOKE.search(sentence.text) or (context.after and _TAKEN_BACK.search(context.after.text)):
        plain = _taken_back(statement, sentence)
        if not plain:
            return "ironic"
    before = _before(statement, sentence)
    inner = _inner(statement, sentence)
    if _reaches(_DREAM, before) or _DREAM.search(inner):
        return "hypothetical"
    after = _following(statement, sentence)
    if (
        statement.predicate == "quotation_person"
        or _reaches(_REPORT, before)
        or _REPORT.search(inner)
        or _REPORT.search(after)
    ):
        return "reported"
    if _reaches(_HEDGE, before) or _HEDGE.search(inner) or _HEDGE.search(after):
        return "hedged"
    return "asserted"


def _before(statement: Statement, sentence: Sentence) -> str:
    """The words of the clause before a statement."""
    first = statement.start - sentence.start
    return _EDGE.split(sentence.text[max(0, first - 90) : max(0, first)])[-1]


def _reaches(sign: re.Pattern[str], before: str) -> bool:
    """Whether a sign before a statement reaches it: no comma parts them, save one right behind the sign."""
    found = list(sign.finditer(before))
    return bool(found) and "," not in before[found[-1].end() + 1 :]


def _taken_back(statement: Statement, sentence: Sentence) -> bool:
    """Whether the joke stands in this sentence before the statement, which then sets things right."""
    joke = _KIDDING.search(sentence.text)
    return joke is not None and joke.end() <= statement.start - sentence.start


def _following(statement: Statement, sentence: Sentence) -> str:
    """The few words behind a statement that say where it comes from (", so one tells") or how sure it is ("(?)")."""
    rest = sentence.text[statement.end - sentence.start :]
    tag = re.match(
        r"\s?(?:,|\(|-)? ?(?:(?:so|or so|as|according|it is said|they say|one|i think|i believe|if i|if memory|\?)\b"
        r"[^,.;]{0,40}|\?\))",
        rest,
        re.IGNORECASE,
    )
    return tag[0] if tag else ""


def _polarity(statement: Statement, sentence: Sentence, clause: str, modality: Modality, context: Context) -> Polarity:
    """Denials in the clause before the end of the statement, double ones apart; a rejected report is denied."""
    if statement.kind == "quotation":
        return "positive"
    rest = sentence.text[statement.end - sentence.start :]
    denied = modality == "reported" and (_REJECTED.search(clause) or _REJECTED.search(rest[:50]))
    text = _without_names(sentence, context)
    first, last = statement.start - sentence.start, statement.end - sentence.start
    before = _NO_NEGATION.sub(" ", _EDGE.split(text[max(0, first - REACH) : max(0, first)])[-1])
    inner = _NO_NEGATION.sub(" ", _first_clause(_CONTRAST.sub(" ", text[first:last]), 0))
    count = len(_NOT.findall(inner)) + (_DENIES.search(before) is not None)
    return "negative" if (count % 2 == 1) != bool(denied) else "positive"


def _without_names(sentence: Sentence, context: Context) -> str:
    """The sentence with its titles and names blotted out: *Letter Never Sent* denies nothing."""
    text = sentence.text
    for name in context.names.mentions(sentence) if context.names else ():
        first, last = name.start - sentence.start, name.end - sentence.start
        text = text[:first] + "x" * (last - first) + text[last:]
    return re.sub(r"\([^()]{0,60}\)", lambda aside: "x" * len(aside[0]), text)


def _first_clause(text: str, start: int) -> str:
    """What of a stretch one denial can deny: to its first edge."""
    edge = _EDGE.search(text, start)
    return text[: edge.start()] if edge else text


def _about(statement: Statement, sentence: Sentence, clause: str, context: Context) -> str:
    """Of this film, another, somebody, the world or the writer himself."""
    own = context.names.film.id if context.names and context.names.film else None
    if statement.about != THE_FILM or statement.kind in _WORLD_KINDS:
        person = statement.subject
        if statement.kind in ("date", "office") and person is not None and person.kind == "person" and person.entity:
            return f"person:{person.entity.removeprefix('person:')}"
        return HISTORY if statement.about == THE_FILM and statement.kind in ("date", "office") else statement.about
    if _WRITES.search(clause) and statement.kind in ("release", "first", "date", "quantity", "duration"):
        return WRITER if statement.kind in ("first", "quantity", "duration") else THE_FILM
    subject = statement.subject
    if subject is not None and subject.kind == "film" and subject.start < subject.end:
        return THE_FILM if subject.entity is not None and subject.entity == own else _film(subject)
    if statement.predicate == "filmography" and subject is not None and subject.entity:
        return f"person:{subject.entity.removeprefix('person:')}"
    others = [film for film in _films(sentence, context) if film.entity != own or own is None]
    if statement.kind in ("credit", "role", "release", "form", "duration", "award") and others and own is not None:
        near = [film for film in others if statement.start - 120 < film.start <= statement.end + 3]
        ours = [film for film in _films(sentence, context) if film.entity == own]
        if near and not ours and not _ABOUT_THIS.search(sentence.text):
            return _film(near[0])
    if _OTHER_FILM.search(clause) and not _ABOUT_THIS.search(clause):
        return "film:other"
    return THE_FILM


def _film(mention: Mention) -> str:
    return f"film:{mention.entity.removeprefix('film:')}" if mention.entity else "film:other"


def _films(sentence: Sentence, context: Context) -> list[Mention]:
    return [name for name in context.names.mentions(sentence) if name.kind == "film"] if context.names else []
