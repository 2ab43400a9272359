"""All words of a film's subtitles as one stream, each knowing its subtitle; and words made plain to be compared."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from cranework.dialogue.cues import Cue
from cranework.reading.witness.ranking import STOP, stem
from cranework.references.names_fold import ascii_of

_WORD = re.compile(r"[a-z0-9]+")
_APOSTROPHE = re.compile("['`\u2018\u2019\u02bc\u00b4]")
_SHORT = (("can't", "can not"), ("won't", "will not"), ("shan't", "shall not"), ("n't", " not"),
          ("'re", " are"), ("'ll", " will"), ("'ve", " have"), ("i'm", "i am"), ("let's", "let us"), ("'em", "them"),
          ("'d", " would"), ("in'", "ing"), ("'s", "s"))  # fmt: skip
_SPELT = {"gonna": "going to", "wanna": "want to", "gotta": "got to",
          "cannot": "can not", "ok": "okay", "mr": "mister", "mrs": "missus",
          "dr": "doctor", "isnt": "is not", "dont": "do not", "its": "it is", "thats": "that is"}  # fmt: skip
_NUMBERS = {
    word: str(number)
    for number, word in enumerate(
        ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
    )
}
_NOTES = re.compile(r"[\[(][^\])]{0,200}[\])]|^[A-Z][A-Z .'-]{1,30}:|[\u266a\u266b#]", re.M)
"""What is in subtitles for the deaf and nobody says: noises, who speaks, signs for songs (whose words are kept)."""


@lru_cache(1 << 14)
def _plain(word: str) -> tuple[str, ...]:
    return tuple(_SPELT[word].split()) if word in _SPELT else (_NUMBERS.get(word, word),)


def words_in(text: str) -> list[str]:
    """The words of a text: lower case, no marks, contractions written out, small numbers as figures."""
    text = ascii_of(_APOSTROPHE.sub("'", text)).lower()
    if "'" in text:
        for short, long in _SHORT:
            text = text.replace(short, long)
        text = text.replace("'", "")
    return [plain for word in _WORD.findall(text) for plain in _plain(word)]


def telling(words: Sequence[str]) -> list[str]:
    """Stems of the words that tell one line from another; "one" and "two" are as common as articles."""
    return [stem(word) for word in words if word not in STOP and not (word.isdigit() and len(word) == 1)]


class Stream:
    """What is said in a film.

    Attributes:
        words: all words in their order.
        cue: the number of the subtitle that each is in.
    """

    def __init__(self, cues: Sequence[Cue]) -> None:
        self.cues = cues
        self.words: list[str] = []
        self.cue: list[int] = []
        for number, cue in enumerate(cues):
            found = words_in(_NOTES.sub(" ", cue.text))
            self.words += found
            self.cue += [number] * len(found)

    def text(self, first: int, last: int) -> str:
        """The subtitles from one to another (both included) as one line."""
        return " / ".join(" ".join(cue.text.split()) for cue in self.cues[first : last + 1])
