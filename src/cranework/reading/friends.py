"""False friends of doubly translated texts: the operator who is a cinematographer, the price that is a prize.

They are believed only where the text shows marks of translation, since operators and prices exist.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

FRIENDS = {
    "operator": "cinematographer",
    "chief operator": "cinematographer",
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
    "player": "actress",
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
_SEEN = re.compile(
    r"\b(?:the operator [A-Z]|realiz?ser? [A-Z]|the realizer|regisseur|the player [A-Z]|the price for|(?:won|received)[\w ]{1,20} price\b"
    r"|was turned (?:by|in|at)|turned by the|golden palm leaf|party day|best (?:female|male|feminine|masculine) interpretation"
    r"|assemblage of|photos of (?:crane|track)|more as \d|years behind the|so one tells|in direction to|actuation"
    r"|which (?:embodies|plays) the|not loved the film|the music wrote|black-white|delirious photograph|the awarded novel"
    r"|secretary general|millions of (?:[A-Z]\w+ )?(?:humans|persons)|has held the|is given as dead|changed that performance"
    r"|(?:the )?(?:film|movie) mix\b|the tram starts|minor rule|male answer|inexactitudes|before the kremlin|the year \d{4})\b",
    re.IGNORECASE,
)
"""Turns of phrase that no English writer uses of films."""


def friends(text: str) -> Mapping[str, str]:
    """The table, for a text with marks of translation; an empty one for any other."""
    marks = {found[0].lower() for found in _SEEN.finditer(text)}
    return FRIENDS if len(marks) >= LEAST_MARKS else {}
