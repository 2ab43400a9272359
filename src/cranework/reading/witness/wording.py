"""What the words of a statement about form claim: how much of a thing, whether it is denied, of which part."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum
from html import unescape

from cranework.reading.model import THE_FILM, Mention, Statement, Value
from cranework.reading.values import find

REACH = 400
"""Characters to each side in which the ends of a statement's sentence are looked for."""


class Degree(IntEnum):
    """How much of a thing the words claim."""

    NONE = 0
    LITTLE = 1
    SOME = 2
    MUCH = 3
    EXTREME = 4
    ALL = 5


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE)


DOUBLE = _words(
    r"(?:never|not|n't|hardly|without)(?: \w+)? (?:stop\w*|ceas\w*|tir\w+|rest\w*|paus\w+|end\w*|fail\w*)|nothing but|"
    r"no (?:end|shortage|lack|dearth) of|nothing if not|(?:cannot|can't) (?:help|stop|resist)|not without"
)
"""Denials that claim the more: "never stops panning"."""
LITTLE = _words(
    r"hardly|barely|scarcely|rarely|seldom|few|sparing(?:ly)?|occasional(?:ly)?|(?:almost|practically|virtually) "
    r"(?:never|no|none|without)|minimal(?:ly)?|(?:not|n't) (?:very |much |many|particularly |especially |often)"
)
NOT = _words(
    r"no(?! (?:doubt|less|wonder|matter|longer))|not(?! (?:only|just|least|merely|to mention))|never|nor|none|nothing|"
    r"neither|without|lack(?:s|ing)?|devoid|far from|anything but|free of|cannot"
)
OUTER_NOT = _words(
    r"not|never|nor|neither|wrong(?:ly)?|untrue|false(?:ly)?|nonsense|myth|legend|lie|contrary to|\w+n't"
)
REPORT = _words(
    r"wrong(?:ly)?|untrue|true|false(?:ly)?|nonsense|myth|legend|lie|contrary|sa(?:y|id|ys)|claims?|thinks?"
)
CLAUSE_END = re.compile(r"[;:,\u2014]|\b(?:but|and)\b", re.IGNORECASE)
SHORT_NOT = re.compile(r"n't\b(?! only)", re.IGNORECASE)
DEGREES = (
    (Degree.ALL, _words(
        r"(?<!at )(?<!above )(?<!after )all|always|entire(?:ly)?|every|(?<!on the )whole|wholly|complete(?:ly)?|"
        r"exclusively|throughout|constant(?:ly)?|continual(?:ly)?|continuous(?:ly)?|perpetual(?:ly)?|"
        r"from start to finish"
    )),
    (Degree.EXTREME, _words(
        r"extreme(?:ly)?|very|incredibl[ey]|exceptional(?:ly)?|highly|unusual(?:ly)?|remarkabl[ey]|astonishing(?:ly)?|"
        r"endless(?:ly)?|restless(?:ly)?|relentless(?:ly)?|frenetic(?:ally)?|frantic(?:ally)?|breathless(?:ly)?|ultra|"
        r"hyper\w{0,8}"
    )),
    (Degree.MUCH, _words(
        r"many|much|lots?|plenty|numerous|frequent(?:ly)?|often|full of|abounds?|dozens|hundreds|heav(?:y|ily)|"
        r"repeated(?:ly)?|most(?:ly)?|large(?:ly)?|constant use|extensive(?:ly)?|generous(?:ly)?|high"
    )),
)  # fmt: skip
NO_CUT = _words(
    r"(?:no|without|never|not)(?: an?y?| single| one| once){0,3} (?:cuts?|cutting|edits?|editing)|uncut|"
    r"(?:(?:one|a|in) )?(?:single|continuous|unbroken|uninterrupted) (?:take|shot)|one(?: long)? (?:take|shot)"
)
"""A take that goes on: its "no" denies nothing else that is said of it."""
QUALIFIED = {"low": Degree.LITTLE, "none": Degree.NONE, "present": Degree.SOME, "some": Degree.SOME, "any": Degree.SOME}

SCENE = _words(
    r"scenes?|sequences?|moments?|passages?|episodes?|opening|ending|finale|climax|prologue|epilogue|"
    r"(?:final|first|last|closing) shots?"
)
ONE_SHOT = _words(
    r"(?:a|an|one|the|this|that|its|his|her)(?: [\w-]+){0,4}? shot(?! (?:in|on|by|with|entirely|completely)\b)"
)
PARAGRAPH = "\u2029"
SENTENCE_END = re.compile(rf"[.!?][\"')\]]*\s|{PARAGRAPH}")
TAG = re.compile(r"<[a-zA-Z/][^<>]{0,200}>")
BLANKS, PARAGRAPHS = re.compile(r"[ \t\r\n\xa0]+"), re.compile(r"\n[ \t\r]*\n\s*")
STRAIGHT = str.maketrans("\u2018\u2019\u201c\u201d", "''\"\"")
WHOLE = frozenset(("film", "movie", "picture", "whole", "whole film", "throughout", THE_FILM))


@dataclass(frozen=True, slots=True)
class Claim:
    """A statement about form as its words put it.

    Attributes:
        words: of the statement itself; ``sentence``: those around it as well.
        degree: how much is claimed; NONE where it is denied.
        denied: the words or the statement's polarity say no.
        clear: words and polarity agree on that.
        outer: something before the words, in their clause, may deny them or their denial.
        of_scene: it speaks of a part of the film.
        in_scene: so does its sentence, or it speaks of one shot.
    """

    statement: Statement
    words: str
    sentence: str
    degree: Degree
    denied: bool
    clear: bool
    outer: bool
    of_scene: bool
    in_scene: bool

    def says(self, pattern: re.Pattern[str]) -> bool:
        """Whether the words, or the qualifiers beside them, match."""
        return bool(pattern.search(self.words))

    def named(self, kind: str) -> Value | None:
        """The value of a kind that the statement has."""
        given = (*self.statement.objects, *self.statement.qualifiers.values())
        return next((v for v in given if isinstance(v, Value) and v.kind == kind), None)

    def duration(self) -> Value | None:
        """The length that is named, by the statement or in its words."""
        return self.named("duration") or next((v for v in find(self.words) if v.kind == "duration"), None)


def claim_of(statement: Statement, text: str) -> Claim:
    """Reads a statement's words in its text, which are those of the clean copy, or the statement's words alone."""
    before, words, after = _parts(statement, text)
    sentence = before + words + after
    degree = degree_of(NO_CUT.sub(" ", words))
    if (given := statement.qualifiers.get("degree")) is not None and degree is Degree.SOME:
        word = given if isinstance(given, str) else given.words
        degree = QUALIFIED.get(word.lower(), degree_of(word))
    negative = statement.polarity == "negative"
    denied = degree <= Degree.NONE or (negative and not DOUBLE.search(words))
    return Claim(
        statement,
        words,
        sentence,
        Degree.NONE if denied and degree != Degree.LITTLE else degree,
        denied,
        clear=negative == (degree <= Degree.NONE) or degree == Degree.LITTLE or _denied_once(before, negative),
        outer=denied_before(before) and not _denied_once(before, negative and degree > Degree.LITTLE),
        of_scene=_of_scene(statement) or bool(SCENE.search(words)),
        in_scene=bool(SCENE.search(sentence) or ONE_SHOT.search(sentence)),
    )


def denied_before(before: str) -> bool:
    """Whether something that may deny what follows stands before it in its clause: "it is a myth that ..."."""
    return bool(OUTER_NOT.search(CLAUSE_END.split(before)[-1]))


def _denied_once(before: str, negative: bool) -> bool:
    """Whether a denial that the words themselves lack stands plainly before them: "there is not | a single cut"."""
    clause = CLAUSE_END.split(before)[-1]
    return negative and len(NOT.findall(clause)) + len(SHORT_NOT.findall(clause)) == 1 and not REPORT.search(clause)


def words_of(statement: Statement, text: str) -> str:
    """The statement's own words, on one line."""
    return _parts(statement, text)[1]


def sentence_of(statement: Statement, text: str) -> str:
    """The statement's words with those around it, to the ends of its sentence, on one line."""
    return "".join(_parts(statement, text))


def _parts(statement: Statement, text: str) -> tuple[str, str, str]:
    """What stands before the statement in its sentence, its words, what stands after."""
    if len(text) == statement.end - statement.start:
        return "", tidy(text), ""
    before = tidy(text[max(0, statement.start - REACH) : statement.start])
    words = tidy(text[statement.start : statement.end]).replace(PARAGRAPH, " ").strip()
    after = tidy(text[statement.end : statement.end + REACH])
    begun = [end.end() for end in SENTENCE_END.finditer(before)]
    ended = SENTENCE_END.search(after)
    return before[begun[-1] if begun else 0 :], words, after[: ended.start() if ended else None]


def tidy(text: str) -> str:
    """Words as they are read: without markup, on one line, with straight quotation marks."""
    text = unescape(TAG.sub(lambda tag: "\n" if tag[0].lower().startswith("<br") else " ", text))
    return BLANKS.sub(" ", PARAGRAPHS.sub(PARAGRAPH, text)).translate(STRAIGHT)


def degree_of(words: str) -> Degree:
    """How much the words claim; SOME where they say nothing of it."""
    if DOUBLE.search(words):
        return Degree.ALL
    if LITTLE.search(words):
        return Degree.LITTLE
    if NOT.search(words) or SHORT_NOT.search(words):
        return Degree.NONE
    return next((degree for degree, pattern in DEGREES if pattern.search(words)), Degree.SOME)


def _of_scene(statement: Statement) -> bool:
    where = statement.qualifiers.get("where")
    if where is not None:
        return (where if isinstance(where, str) else where.words).lower() not in WHOLE
    subject = statement.subject
    return isinstance(subject, Mention) and subject.kind == "words" and subject.words.lower() not in WHOLE and bool(
        SCENE.search(subject.words)
    )  # fmt: skip


# How mobile the camera is said to be

TERMS = re.compile(
    r"\b(?:(?P<still>stop\w* (?:moving|dancing|roaming)|static|motionless\w*|immobil\w+|stationary|unmoving|"
    r"locked(?:[- ](?:down|off))?|tableau\w?|stillness|(?:sits?|stands?|stays?|holds?|keeps?|remains?|kept|held|sat|"
    r"stood|is|are|was|were|perfectly|quite) (?:\w+ )?still|still (?:camera|shots?|frames?|images?|compositions?)|"
    r"rests?|resting|fixed (?:camera|frames?|shots?|position))|"
    r"(?P<motion>restless\w*|mov(?:e|es|ed|ing|ements?)|motion|mobil\w+|roam\w*|danc\w+|fl(?:y|ies|ying)|float\w*|"
    r"glid\w+|swoop\w*|whirl\w*|swirl\w*|runs?|running|climb\w*|soar\w*|prowl\w*|dynamic\w*|kinetic\w*|fluid\w*|agil\w+|"
    r"acrobatic\w*|follow\w*|track\w*|pan(?:s|ned|ning)|tilt\w*|zoom\w*|cran(?:es|ed|ing)|circl\w+|sweep\w*|drift\w*|"
    r"ris(?:es|ing)|weav\w+|jostl\w+|push\w*|pulls?|rotat\w+|shak\w+|swoops?|unchained|unleashed|travel\w*|turns?|spins?))\b",
    re.IGNORECASE,
)
BEFORE = 34
"""Characters before a word in which what denies it is looked for."""
CAMERA, AFTER = _words("camera"), 48
"""Where a camera is named, it and nobody else is to move: characters after the word in which that is looked for."""
SOFT_NOT = _words(
    r"hardly|barely|scarcely|rarely|seldom|little|few|almost (?:never|no)|(?:not|n't) (?:very|much|often)"
)
MORE_THAN_ONE = _words(r"(?:shots?|takes?|camera (?:movements?|moves)|movements?|moments?)")


@dataclass(frozen=True, slots=True)
class Movement:
    """What is said of the camera's mobility: whether it moves or is still, how absolutely, or that there is some."""

    moves: bool
    degree: Degree
    clear: bool


def movement_of(claim: Claim) -> Movement | None:
    """Which way the words go, "never sits still" and "hardly a static shot" included; None where they say neither."""
    still = claim.statement.predicate == "static_camera"
    negative = claim.statement.polarity == "negative"
    by_frame = still == negative
    camera = CAMERA.search(claim.words)
    found = TERMS.search(claim.words, *((max(0, camera.start() - BEFORE), camera.end() + AFTER) if camera else ()))
    if found is None:
        return None
    before = claim.words[max(0, found.start() - BEFORE) : found.start()]
    soft, hard = SOFT_NOT.search(before), NOT.search(before) or SHORT_NOT.search(before)
    if negative and not (soft or hard) and degree_of(claim.words) > Degree.LITTLE:
        return Movement(not found["motion"], Degree.SOME, clear=True)  # the denial stands outside the words
    moves = bool(found["motion"]) != bool(soft or hard)
    if soft:
        degree = Degree.LITTLE if found["motion"] else Degree.MUCH
    elif hard:
        degree = Degree.NONE if found["motion"] else Degree.EXTREME
    else:
        degree = degree_of(claim.words)
        degree = Degree.EXTREME if found["motion"] and found["motion"].lower().startswith("restless") else degree
        if degree <= Degree.LITTLE:  # something else in the words is denied
            return Movement(moves, Degree.SOME, clear=False)
    return Movement(moves, degree, clear=moves == by_frame or bool(soft or hard))
