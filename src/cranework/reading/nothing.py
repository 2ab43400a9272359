"""Stretches that are no statement about a film: ratings, the writer's own viewing, advice, questions, bare words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .cues import FILM_WORDS, JUDGING
from .words import CLOSED, FINITE, Word

LEAST_WORDS = 4
"""Words without a verb or a judgement that say something."""

FEW_WORDS = 12
"""Words up to which advice and questions are nothing else."""

COMMENT_WORDS = 7

_RATING = re.compile(
    r"\d(?:\.\d)?\s?/\s?(?:10|5|4|\*)|\bout of (?:\*+|\d+|ten|five|four)\b|\*{2,}"
    r"|\b(?:[\d.]+|one|two|three|four|no) stars?\b|\bgrade:?",
    re.IGNORECASE,
)
_VIEWING = re.compile(
    r"^\W*(?:\S+ ){0,5}(?:i|we|i've|we've|i'd)"
    r"(?: (?:have|had|just|first|finally|also|never|recently|only|actually|did|got|eventually|really|even|then|once"
    r"|last|ever|long|wanted|able|was|went|to|already)){0,4} "
    r"(?:saw|seen|watched|rented|bought|caught|viewed|taped|recorded|borrowed|downloaded|stumbled"
    r"|(?<=to )(?:see|watch)|(?<=eventually )watch)\b",
    re.IGNORECASE,
)
_ADVICE = re.compile(
    r"^\W*(?:please |so |just |and |do ){0,3}"
    r"(?:see|watch|go|don't|rent|avoid|skip|buy|check|take|give|try|look|miss|trust|get"
    r"|keep|do yourself|stay|enjoy|hang|read|run|find|grab|let)\b",
    re.IGNORECASE,
)
_TO_READER = re.compile(
    r"\byou(?:'ll| will| need| should| must| ought| have|'d| might| may| could| can)(?: \S+){0,2} "
    r"(?:see|watch|enjoy|rent|check|find|miss|look|buy|seek|give|go)\b",
    re.IGNORECASE,
)
_EXCLAIMED = re.compile(r"\W*(?:what an?|how)\b", re.IGNORECASE)
_COMMENT = re.compile(
    r"\b(?:kidding|joking|nonsense|wrong|mistaken|untrue|not true|never mind|so what"
    r"|that's it|that's all|get me wrong)\b",
    re.IGNORECASE,
)
_ADDRESS = re.compile(
    r"\bspoilers?\b|\bif you (?:have|haven't|like|love|enjoy|want|are)\b|\bby the way\b|\bsumming up\b"
    r"|^\W*(?:\S+ ){0,2}(?:i|my|i'm|i've|i'd)\b",
    re.IGNORECASE,
)


def why_nothing(text: str, said: Sequence[Word], asked: bool = False, verb: bool = False) -> str:
    """Why a stretch is no statement, or an empty string."""
    lows = [word.low for word in said if not word.mark]
    telling = [low for low in lows if low not in CLOSED and low not in FINITE]
    judged = any(low in JUDGING for low in lows)
    if not any(character.isalpha() for character in text):
        return "no words"
    if sum(low in JUDGING for low in lows) < 2 and _VIEWING.match(text):
        return "the writer's own viewing"
    if sum(low in JUDGING for low in lows) < 2 and _TO_READER.search(text):
        return "advice to the reader"
    if text.lower().startswith("according to"):
        return "who says it"
    if judged and len(telling) > 1 and not _COMMENT.search(text):
        return ""
    if asked and len(lows) <= FEW_WORDS:
        return "a question"
    if _RATING.search(text) and len(lows) <= FEW_WORDS:
        return "a rating"
    if _COMMENT.search(text) and len(lows) <= COMMENT_WORDS:
        return "a word on what was said before"
    if _ADVICE.search(text) and len(lows) <= FEW_WORDS:
        return "advice to the reader"
    if not telling and not judged:
        return "words that tell nothing by themselves"
    if _ADDRESS.search(text) and not judged and not any(low in FILM_WORDS for low in lows):
        return "about the writer or the reader"
    if len(lows) < LEAST_WORDS and not (judged or verb or _EXCLAIMED.match(text)):
        return "too short to say anything"
    return ""
