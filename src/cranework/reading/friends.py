"""False friends of doubly translated texts: the operator who is a cinematographer, the price that is a prize.

They are believed only where the text shows marks of translation, since operators and prices exist.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

FRIENDS = {
    "operator": "cinematographer",
    "chief operator": "cinematographer",
    "operator work": "cinematography",
    "operator's work": "cinematography",
    "camera of operator": "cinematography by cinematographer",
    "realized": "directed",
    "realised": "directed",
    "realization": "direction",
    "chef d'oeuvre": "masterpiece",
    "interpretations": "performances",
    "realizer": "director",
    "realiser": "director",
    "regisseur": "director",
    "realisator": "director",
    "interpretation": "performance",
    "interpreter": "actor",
    "interpreters": "actors",
    "price": "prize",
    "prices": "prizes",
    "turned": "shot",
    "rotated": "shot",
    "players": "actors",
    "assemblage": "montage",
    "photos": "shots",
    "photograph": "photography",
    "party day": "party congress",
    "behind": "after",
    "actuation": "acting",
    "scenarist": "writer",
    "scenario": "script",
    "premiated": "awarded",
    "distribution": "cast",
    "protagonists": "stars",
    "embodies": "plays",
}
"""What stands in the text, and what was meant."""

LEAST_MARKS = 2
LEAST_WORDS, FEW_ARTICLES = 40, 0.02
"""English has an article in every twelve words; a text with one in fifty was written in a language that has none."""

_WORD = re.compile(r"[^\W\d_]+")
_ARTICLES = frozenset(("the", "a", "an"))
_SEEN = re.compile(
    r"\b(?:the (?:chief )?operator (?=[A-Z])|reali[sz]er|reali[sz]ator|regisseur|the players? (?=[A-Z])|(?:won"
    r"|received|got|awarded)(?: [\w']+){1,3} price\b|the prices? for (?:the )?best|best (?:female|male|feminine"
    r"|masculine) interpretation|was (?:turned|rotated) (?:by|in)|(?:film|movie) turned in|party day|(?:an?"
    r"|beautiful) assemblage of|photos of (?:crane|track|aerial)|more as \d|years behind the|so one (?:says|tells)"
    r"|in direction (?:to|of)|actuations?|operator work|(?:film|movie)? ?reali[sz]ed by (?=[A-Z])"
    r"|chef d'oeuvre|scenarist"
    r"|is given as dead|premiated|[A-Z]\w+, which (?:plays|embodies|interprets"
    r"|is|was|in) |interprets the role|the music wrote|the script wrote|black-white|\d+ millions of|has (?:held|won"
    r"|received|made) .{0,30} in \d{4}|informations|the spectators are|the scenario of)",
)
"""Turns of phrase that no English writer uses of films."""


def friends(text: str) -> Mapping[str, str]:
    """The table, for a text with marks of translation; an empty one for any other."""
    marks = len({found[0].lower() for found in _SEEN.finditer(text)})
    words = _WORD.findall(text)
    if len(words) >= LEAST_WORDS and sum(word.lower() in _ARTICLES for word in words) < FEW_ARTICLES * len(words):
        marks += LEAST_MARKS
    return FRIENDS if marks >= LEAST_MARKS else {}
