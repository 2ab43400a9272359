"""Names of people, taken apart and laid beside each other: order, initials, missing parts, marks of generation."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from cranework.references.names_fold import ascii_of, fold
from cranework.references.names_given import FAMILIES, LETTERS, given
from cranework.references.names_sounds import apart, bone, readings

SAME, LIKELY = 0.9, 0.85
"""Likeness from which two names are one; from which the only one of a list that fits is taken."""
ONE_SIDED = 0.87
"""Factor where only one of two names has a mark that tells namesakes apart ("(actor)", "(1983)")."""
SURNAME_ALONE, GIVEN_ALONE, NEAR, OTHER = 0.75, 0.6, 0.8, 0.5
"""The most that a surname or a given name alone, too many misspellings, or a differing part leave of a likeness."""
LONGEST = 300
"""Letters of a name that are looked at: what is longer is none."""


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


HONORS = _set(
    "sir dame lord lady dr doctor prof professor mr mrs ms miss mme madame mlle monsieur herr frau signor signora senor"
    " senora comrade marshal general colonel captain capt major sergeant president chairman premier"
)
_PARTICLES = _set(
    "de di da del della dello dei degli do dos das du des la le les el al von vom van der den ter ten zu zum zur af av"
    " bin ibn ben abu y e i"
)
BOUND = _set("mc mac o fitz saint san st")
_COMPOUND = _set("jean juan jose maria marie anne anna hans karl pier gian joao luis mary pedro johann")
"""First halves of double given names: Juan Luis and Luis are two people, Orson and George Orson are one."""
_GENERATION = {"jr": 2, "junior": 2, "jnr": 2, "fils": 2, "ii": 2, "sr": 1, "senior": 1, "snr": 1, "pere": 1, "iii": 3}

_GLUED = re.compile(r"\b(D[ei]|La|Le|Du|Von|Van)(?=[A-Z][a-z])")
_CAPITALS = re.compile(r"\b(?:[B-DF-HJ-NP-TV-XZ]{2,3}|[AEIOU][B-DF-HJ-NP-TV-Z])(?= )")
_TAG = re.compile(r"[(\[]([^()\[\]]{1,80})[)\]]")
_BLOCK = re.compile("[\u3400-\u9fff\uac00-\ud7af]{2,5}")
_VOWELLESS = re.compile("[b-df-hj-np-tv-xz]{2,3}")
_CONSONANTAL = re.compile("[\u0590-\u07bf\u0900-\u0dff]")
_PIECE = re.compile(r"([A-Za-z0-9]+)(\.?)([-\u2010\u2011]?)")
_FAMILY_SHARE, _GIVEN_SHARE, _SHARE, _SHORT_SHARE = 0.17, 0.2, 0.12, 0.07
"""Steps of misspelling for a letter that are borne: in the family name, a given name, all, all with a short family."""


@dataclass(frozen=True, slots=True)
class Part:
    """One word of a name; ``short``: an initial or an abbreviation; ``bare``: of a script that leaves out vowels."""

    word: str
    short: bool = False
    bare: bool = False


@dataclass(frozen=True, slots=True)
class Person:
    """A name taken apart: ways to join its parts, family name last as written; generation; what brackets say."""

    spellings: tuple[tuple[Part, ...], ...]
    generation: int
    tag: str


@lru_cache(1 << 16)
def person(name: str) -> Person:
    """Take a name apart."""
    name = name[:LONGEST]
    tag = " ".join(fold(t) for t in _TAG.findall(name))
    name = _TAG.sub(" ", name)
    last, comma, first = name.partition(",")
    if comma and fold(first) not in _GENERATION:
        name = f"{first} {last}"
    bare = bool(_CONSONANTAL.search(name))
    pieces = _pieces(name) or [(fold(name) or "?", False, False)]
    while len(pieces) > 1 and pieces[0][0] in HONORS and not bare:
        pieces.pop(0)
    generation = 0
    if len(pieces) > 2 and pieces[-1][0] in _GENERATION:
        generation = _GENERATION[pieces.pop()[0]]
    pieces[:-1] = [(w, short or bool(not bare and _VOWELLESS.fullmatch(w)), h) for w, short, h in pieces[:-1]]
    ways = {tuple(Part(word, short, bare) for word, short, _ in way): None for way in _ways(pieces)}
    return Person(tuple(ways), generation, tag)


def _pieces(name: str) -> list[tuple[str, bool, bool]]:
    """(word, whether it is short, whether a hyphen binds it to the next); particles are still there."""
    if _BLOCK.fullmatch(name.strip()):
        family, *given = re.findall("[A-Z][a-z]*", ascii_of(name)) or [fold(name)]
        return [(family.lower(), False, False)] + ([("".join(given).lower(), False, False)] if given else [])
    text = re.sub("['`\u2019\u02bc]", "", ascii_of(re.sub("[\u30fb\u00b7\uff1d]", " ", name)))
    text = _GLUED.sub(r"\1 ", text)
    if not text.isupper():
        text = _CAPITALS.sub(lambda m: " ".join(m[0]), text)
    out: list[tuple[str, bool, bool]] = []
    for found in _PIECE.finditer(text):
        word = found[1].lower()
        short = len(word) == 1 or (bool(found[2]) and len(word) <= 4 and word not in _GENERATION and word not in HONORS)
        out.append((word, short and word not in BOUND - {"o"}, bool(found[3])))
    joined: list[tuple[str, bool, bool]] = []
    for place, (word, short, hyphen) in enumerate(out):
        if joined and joined[-1][0] in BOUND and not joined[-1][1] and place:
            joined[-1] = (joined[-1][0] + word, False, hyphen)
        else:
            joined.append((word, short, hyphen))
    return joined


def _ways(pieces: list[tuple[str, bool, bool]]) -> list[list[tuple[str, bool, bool]]]:
    """The name without particles; with hyphened words in one; with a particle, or two syllables, grown together."""
    inner = range(1, len(pieces) - 1)
    kept = [p for i, p in enumerate(pieces) if not (i in inner and p[0] in _PARTICLES and not p[1])]
    ways = [kept]
    if any(hyphen for _, _, hyphen in kept[:-1]):
        ways.append(_grown(kept, [i for i, p in enumerate(kept[:-1]) if p[2]]))
    elif len(kept) == 3 and not any(p[1] for p in kept):
        ways += [_grown(kept, [i]) for i in (1, 0) if max(len(kept[i][0]), len(kept[i + 1][0])) <= 5]
    if len(kept) < len(pieces) and pieces[-2][0] in _PARTICLES:
        ways.append([*kept[:-1], (pieces[-2][0] + kept[-1][0], False, False)])
    return ways


def _grown(pieces: Sequence[tuple[str, bool, bool]], places: Sequence[int]) -> list[tuple[str, bool, bool]]:
    out: list[tuple[str, bool, bool]] = []
    for i, piece in enumerate(pieces):
        if i - 1 in places and out:
            out[-1] = (out[-1][0] + piece[0], False, False)
        else:
            out.append(piece)
    return out


def likeness(a: str, b: str) -> float:
    """How alike two people's names are, from 0 to 1; ``SAME`` and more is one name."""
    if fold(a) == fold(b):
        return 1.0 if fold(a) else float(a == b)
    one, other = person(a), person(b)
    return max(_laid(p, q) for p in one.spellings for q in other.spellings) * _marks(one, other)


def _marks(a: Person, b: Person) -> float:
    """What generation and brackets leave of a likeness; a son's mark is never left out, a father's often."""
    if a.generation != b.generation and max(a.generation, b.generation) > 1:
        return OTHER
    if a.tag == b.tag:
        return 1.0
    return OTHER if a.tag and b.tag else ONE_SIDED


def _laid(p: tuple[Part, ...], q: tuple[Part, ...]) -> float:
    """Two names beside each other as they stand, and with the first word of one as its family name."""
    straight = _beside(p, q)
    if straight >= SAME or min(len(p), len(q)) < 2 or len(p) != len(q):
        return straight
    return max(straight, _beside(p[1:] + p[:1], q), _beside(p, q[1:] + q[:1]))


def _beside(p: tuple[Part, ...], q: tuple[Part, ...]) -> float:
    family = _family(p[-1], q[-1])
    if family is None:
        alone = _given(p[0], q[0]) if min(len(p), len(q)) == 1 < max(len(p), len(q)) else None
        return GIVEN_ALONE * (1 - alone[0] / alone[1]) if alone else 0.4 * (p[0].word == q[0].word)
    steps, letters = family
    if min(len(p), len(q)) == 1:
        likely = 1 - steps / letters
        return likely * (1.0 if len(p) == len(q) and steps <= 1 else SURNAME_ALONE)
    firsts = _givens(*sorted((p[:-1], q[:-1]), key=len))
    if firsts is None:
        return OTHER
    shorter = min(len(p[-1].word), len(q[-1].word))
    share = (steps + firsts[0]) / (letters + firsts[1])
    if share > (_SHORT_SHARE if steps and shorter <= 4 else _SHARE):
        return NEAR
    return 1 - (1 - SAME) * min(1.0, share / _SHARE * 0.8 + 0.1 * abs(len(p) - len(q)))


def _givens(few: tuple[Part, ...], many: tuple[Part, ...]) -> tuple[int, int] | None:
    """Steps and letters of given names in their order, each of the fewer found among the more; None: one differs."""
    steps = letters = place = 0
    for number, part in enumerate(few):
        for other in range(place, len(many)):
            fit = _given(part, many[other])
            skipped_first = number == 0 and other > 0
            if fit and skipped_first and (part.short or many[other].short or many[0].word in _COMPOUND or fit[0]):
                fit = None
            if fit:
                steps, letters, place = steps + fit[0], letters + fit[1], other + 1
                break
        else:
            return None
        if len(few) - number > 1 and place >= len(many):
            return None
    return steps, letters


@lru_cache(1 << 16)
def _given(a: Part, b: Part) -> tuple[int, int] | None:
    """(steps, letters) from one given name to another, None where they are two names."""
    x, y = a.word, b.word
    longest = max(len(x), len(y))
    if a.short or b.short:
        return (0, 1) if _abbreviates(a, b) or _abbreviates(b, a) else None
    if x == y:
        return 0, 2 * len(x)
    known, other = given(x), given(y)
    if known and other:
        return (0, longest) if known & other else None
    if a.bare or b.bare:
        return (0, longest) if bone(readings(x)[0]) == bone(readings(y)[0]) else None
    if _two_sexes(x, y):
        return None
    steps, letters = apart(x, y)
    borne = 0 if min(len(x), len(y)) <= 3 else 1 if min(len(x), len(y)) == 4 else _GIVEN_SHARE * letters
    return (steps, letters) if steps <= borne else None


def _abbreviates(a: Part, b: Part) -> bool:
    if not a.short:
        return False
    first, rest = a.word[0], a.word[1:]
    if first not in {b.word[0], *LETTERS.get(b.word, "")} and {first, b.word[0]} not in _ALIKE:
        return False
    letters = iter(b.word[1:])
    return b.short or all(c in letters for c in rest)


_ALIKE = ({"w", "v"}, {"k", "c"}, {"j", "y"}, {"i", "y"}, {"e", "y"}, {"i", "j"}, {"f", "p"}, {"k", "h"}, {"d", "j"})


def _two_sexes(x: str, y: str) -> bool:
    """Whether two given names are a man's and a woman's by their ends: Paul and Paula, Claudio and Claudia."""
    short, long = sorted((x, y), key=len)
    if len(short) == len(long):
        return x[:-1] == y[:-1] and ("a" in (x[-1], y[-1])) and (x[-1] in "oiuey" or y[-1] in "oiuy")
    return (long[:-1] == short and long[-1] in "ae") or (long[:-2] == short and long[-2:] in ("ne", "te", "le"))


@lru_cache(1 << 16)
def _family(a: Part, b: Part) -> tuple[int, int] | None:
    """(steps, letters) from one family name to another, None where they are two names."""
    x, y = a.word, b.word
    longest = max(len(x), len(y))
    if x == y:
        return 0, 2 * len(x)
    if FAMILIES.get(x, frozenset()) & FAMILIES.get(y, frozenset()):
        return 0, longest
    if a.short or b.short:
        return (0, 1) if _abbreviates(a, b) or _abbreviates(b, a) else None
    if a.bare or b.bare:
        bones = {bone(readings(word)[0]) for word in (x, y, x.removeprefix("al"), y.removeprefix("al"))}
        return (0, longest) if len(bones) < 2 else None
    steps, letters = apart(x, y)
    least = min(len(x), len(y))
    if steps > (0 if least <= 2 else 1 if least <= 6 else max(2, _FAMILY_SHARE * letters)):
        return None
    return steps, letters
