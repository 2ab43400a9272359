"""In which language a text is written, by its stop words: what is not English is said to be so, not misread."""

from __future__ import annotations

import re
from collections import Counter

SAMPLE = 20_000
"""Code points that are looked at."""

_STOP_WORDS = {
    "en": (
        "the of and to in is that it was for with as his on be at by this had not are but from or have an they "
        "which you were her she there their we him been has when who will no more if out so what up said about "
        "than them can only other some could these two may then do first any my now such like our over me even "
        "most made after also did many"
    ),
    "de": (
        "der die und das den von zu mit sich des auf für ist im dem nicht ein eine als auch es werden aus er hat "
        "dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben"
    ),
    "fr": (
        "de la le et les des en un du une que est pour qui dans par plus pas au sur ne se ce il sont avec ou son "
        "mais comme cette ses être été aux"
    ),
    "es": (
        "de la que el en y los se del las un por con una para es su al lo como más pero sus le ha sí este cuando "
        "muy sobre también fue"
    ),
    "it": (
        "di e il la che in un per è una con non del si da sono come dei della le ha al nel più gli alla delle "
        "anche ma lo film"
    ),
    "pt": (
        "de a que e o da em um para com não uma os no se na por mais as dos como mas ao ele das seu sua ou quando "
        "muito também"
    ),
    "nl": (
        "de van het een en in is dat op te zijn met voor niet aan er om ook als dan maar bij wordt door naar "
        "heeft ze hij"
    ),
    "sv": ("och i att det som en på är av för med den till inte om ett har de var men sig så från vi kan när hon han"),
    "pl": ("w i z na do nie się że to jest o jak a po co przez od za dla czy ale jego był jako są tak film"),
}
_STOPS = {code: frozenset(words.split()) for code, words in _STOP_WORDS.items()}
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")


def language(text: str) -> str:
    """``en``, the code of another language, or ``und`` for words in letters or of a language not known here.

    A few words tell nothing: such a text is taken for English.
    """
    words = Counter(word.lower() for word in _WORD.findall(text[:SAMPLE]))
    other = foreign(text)
    if other:
        return other
    english = sum(words[word] for word in _STOPS["en"])
    return "und" if words.total() >= 25 and english < 0.08 * words.total() else "en"


def foreign(text: str) -> str:
    """The code of another language whose stop words clearly prevail (``und`` for other letters), or nothing."""
    sample = text[:SAMPLE]
    letters = sum(character.isalpha() for character in sample)
    if letters and len(_LATIN.findall(sample)) < letters / 2:
        return "und"
    words = Counter(word.lower() for word in _WORD.findall(sample))
    hits = {code: sum(words[word] for word in stops) for code, stops in _STOPS.items()}
    best = max(hits, key=lambda code: (hits[code], code == "en"))
    return best if best != "en" and hits[best] > 1.3 * hits["en"] + 2 else ""
