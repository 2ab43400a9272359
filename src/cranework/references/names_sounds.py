"""What a folded word may sound like: one reading for each custom of writing, so that transliterations meet.

Tchoukhraï, Tschuchrai and Chukhrai are one word, written for French, German and English eyes. Which eyes a name was
written for is not known; so a word is read by every custom, and two words are alike when any two readings are. Sounds
are written as letters: S sh, Z zh, C ch, J dj, c ts, x kh, the others as usual; ``bone`` leaves the consonants in six
classes and two liquids, so that what is left of a word outlasts most misspelling. ``skeletons`` are bones made without
readings, for the sake of speed: they are the keys of millions of names, and tell in a moment what cannot be alike.

The scheme of several readings is that of A. Beider and S. P. Morse, "Beider-Morse phonetic matching" (2008), cut down.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from rapidfuzz.distance import OSA, Levenshtein

_SILENT = "(?<=[aeiou])h(?![aeiou]):"
_CUSTOMS = {
    "English, and most transliterations": "shch:SC tch:C sch:S sh:S dzh:J zh:Z ch:C kh:x ph:f th:t gh:g ck:k ts:c tz:c"
    " dj:J wh:v oo:u ee:i ou:u yo:e c(?=[eiy]):s c:k qu:k q:k x:ks w:v y:i j:J " + _SILENT,
    "German": "schtsch:SC tsch:C dsch:J shch:SC sch:S chs:ks ch:x ck:k kh:x tz:c ts:c zh:Z sh:S ph:f th:t ss:s z:c"
    " s(?=[aeiouy]):z w:v x:ks c:k qu:kv q:k jo:e j:i ei:ai ey:ai ay:ai eu:oi ie:i ae:e oe:o ue:u y:i ff$:v " + _SILENT,
    "French": "chtch:SC tch:C ch:S sh:S zh:Z dj:J j:Z gu(?=[eiy]):g g(?=[eiy]):Z qu:k q:k c(?=[eiy]):s c:k ou:u"
    " eau:o au:o ai:e ay:e (?<=[aeiou])[stdx]s?$: ph:f th:t kh:x ss:s (?<=[aeiou])s(?=[aeiou]):z"
    " tz:c ts:c w:v x:ks ine$:in ff$:v io:e y:i h:",
    "Polish, Czech, and the scholars' Slavic": "szcz:SC shch:SC sch:S sz:S cz:C rz:Z ch:x sh:S zh:Z kh:x ts:c w:v jo:e"
    " io:e ye:e je:e j:i y:i x:ks q:k",
    "Spanish": "ch:C sh:S j:x qu:k gu(?=[ei]):g g(?=[ei]):x c(?=[ei]):s c:k z:s ll:l y:i w:v v:b x:ks h:",
    "Italian": "sci(?=[aou]):S sc(?=[ei]):S sh:S zh:Z ch:k gh:g ci(?=[aou]):C c(?=[eiy]):C gi(?=[aou]):J g(?=[eiy]):J"
    " gli:l gn:n z:c c:k qu:k j:i y:i w:v x:ks h:",
    "Chinese and Korean": "hs:S x:S q:C zh:C ch:C j:C ts:c tz:c z:c sh:S c:c oo:u eo:o ung:ong r(?=k$): y:i w:u",
    "Japanese": "sh:S si:Si ch:C ti:Ci tsu:cu tu:cu hu:fu zi:Ji sy:S ty:C zy:J j:J ou:o oh(?![aeiou]):o oo:o y:i w:v",
    "Greek": "oy:u ou:u gg:ng gk:g mp:b nt:d ch:x kh:x ph:f th:t ei:i oi:i ai:e x:ks c:k y:i w:v",
}
_BONES = str.maketrans("bpvfdtszcSZCJgkxhmnrl", "ppffttsssssssggghmnrl", "aeiou")
_TWICE = re.compile(r"(.)\1+")


def _reader(custom: str) -> Callable[[str], str]:
    rules = [rule.rsplit(":", 1) for rule in custom.split()]
    sound = dict(enumerate((out for _, out in rules), 1))
    pattern = re.compile("|".join(f"({seen})" for seen, _ in rules))
    return lambda word: _TWICE.sub(r"\1", pattern.sub(lambda m: sound[m.lastindex or 0], _meet(word)))


def _meet(word: str) -> str:
    """N before a lip's sound is spoken, and often written, as m: Yojinbo, Yojimbo."""
    return word.replace("nb", "mb").replace("np", "mp")


_READERS = tuple(_reader(custom) for custom in _CUSTOMS.values())


@lru_cache(1 << 16)
def readings(word: str) -> tuple[str, ...]:
    """A word's sounds by every custom, the English one first, each once."""
    return tuple(dict.fromkeys(read(word) for read in _READERS))


@lru_cache(1 << 16)
def bone(sounds: str) -> str:
    """The classes of the consonants of a reading."""
    return _TWICE.sub(r"\1", sounds.translate(_BONES))


_SIBILANT = "schtsch shch szcz chtch tsch dsch sch tch dzh cz sz sh zh rz ts tz dz dj ce ci cy"
_SIBILANTS = _SIBILANT.split()
_PLAIN = (
    ("x", "ks"),
    ("ph", "f"),
    ("th", "t"),
    ("kh", "k"),
    ("ck", "k"),
    ("gh", "k"),
    ("wh", "f"),
    ("nb", "mb"),
    ("np", "mp"),
)
_SKELETON = str.maketrans("bpvfwdtszgkqcmnrl", "ppfffttsskkkkmnrl", "aeiouyhj")


@lru_cache(1 << 15)
def skeletons(word: str) -> tuple[str, ...]:
    """The bone of a word by all customs at once; two, where "ch" or "j" may be a sibilant or something else."""
    word = _meet(word)
    for group in _SIBILANTS:
        if group in word:
            word = word.replace(group, "s")
    for group, sound in _PLAIN:
        if group in word:
            word = word.replace(group, sound)
    if word[0] == "h":
        word = "k" + word[1:]
    if "ch" in word or "j" in word[:-1]:
        hard = word.replace("ch", "k").translate(_SKELETON)
        soft = (word[:-1].replace("j", "s") + word[-1]).replace("ch", "s").translate(_SKELETON)
        return tuple(dict.fromkeys(_TWICE.sub(r"\1", bones) or word[:1] for bones in (soft, hard)))
    return (_TWICE.sub(r"\1", word.translate(_SKELETON)) or word[:1],)


_FAR = 99, 1


@lru_cache(1 << 16)
def apart(a: str, b: str) -> tuple[int, int]:
    """How far two words are apart at least, and how long they are.

    A vowel too many, or another of its kind, or a consonant for its neighbor (b, p) is one step; any other consonant
    is two; two letters turned round are one or two. The length is that of the longer word, consonants counted twice.
    """
    nearest = _FAR
    if all(Levenshtein.distance(x, y, score_cutoff=2) > 2 for x in skeletons(a) for y in skeletons(b)):
        return nearest
    ones, others = readings(a), readings(b)
    if not set(ones).isdisjoint(others):
        return 0, max(len(a), len(b)) + max(len(bone(ones[0])), len(bone(others[0])))
    for one in ones:
        for other in others:
            bones = bone(one), bone(other)
            steps = OSA.distance(one, other, score_cutoff=5) + Levenshtein.distance(*bones, score_cutoff=3)
            nearest = min(nearest, (steps, max(len(one), len(other)) + max(map(len, bones))))
    return nearest
