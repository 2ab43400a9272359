"""Countries by name and adjective, and which of them are said loosely for one another."""

from __future__ import annotations

import re

_TABLE = {
    "soviet union": r"soviet union|u\.?s\.?s\.?r\.?|soviets?|su\b",
    "russia": r"russians?|russia|ru\b",
    "georgia": r"georgian?",
    "ukraine": r"ukrain(?:e|ian)",
    "united states": r"united states(?: of america)?|u\.?s\.?(?:a\.?)?\b|americans?|america|hollywood|the states",
    "united kingdom": r"united kingdom|u\.?k\.?\b|great britain|brit(?:ain|ish)|gb\b",
    "england": r"england|english",
    "scotland": r"scotland|scottish",
    "germany": r"german(?:y|s)?|de\b",
    "west germany": r"west[ -]german(?:y)?|frg\b|federal republic of germany|brd\b",
    "east germany": r"east[ -]german(?:y)?|gdr\b|german democratic republic|ddr\b",
    "france": r"france|french|fr\b",
    "italy": r"italy|italians?|it\b",
    "japan": r"japan(?:ese)?|jp\b",
    "poland": r"poland|polish|pl\b",
    "czechoslovakia": r"czechoslovak(?:ia|ian)?|cs\b",
    "czech republic": r"czech(?: republic|ia)?",
    "slovakia": r"slovak(?:ia)?",
    "hungary": r"hungar(?:y|ian)",
    "yugoslavia": r"yugoslav(?:ia|ian)?",
    "serbia": r"serbian?",
    "croatia": r"croatian?",
    "spain": r"spain|spanish",
    "sweden": r"sweden|swedish|se\b",
    "denmark": r"denmark|danish",
    "norway": r"norway|norwegian",
    "finland": r"finland|finnish",
    "china": r"china|chinese",
    "hong kong": r"hong[ -]kong",
    "taiwan": r"taiwan(?:ese)?",
    "korea": r"(?:south |north )?korean?",
    "india": r"indian?|bollywood",
    "canada": r"canad(?:a|ian)",
    "australia": r"australian?",
    "new zealand": r"new zealand",
    "mexico": r"mexic(?:o|an)",
    "brazil": r"brazil(?:ian)?",
    "argentina": r"argentin(?:a|e|ean|ian)",
    "cuba": r"cuban?",
    "austria": r"austrian?",
    "switzerland": r"switzerland|swiss",
    "netherlands": r"netherlands|holland|dutch",
    "belgium": r"belgium|belgian",
    "greece": r"greece|greek",
    "turkey": r"turkey|turkish|türkiye",
    "israel": r"israeli?",
    "iran": r"iran(?:ian)?|persian?",
    "romania": r"romanian?",
    "bulgaria": r"bulgarian?",
    "ireland": r"ireland|irish",
    "portugal": r"portug(?:al|uese)",
    "thailand": r"thai(?:land)?",
    "vietnam": r"vietnam(?:ese)?",
    "algeria": r"algerian?",
    "egypt": r"egypt(?:ian)?",
    "senegal": r"senegal(?:ese)?",
}
_COMPILED = tuple((name, re.compile(rf"\b(?:{words})(?!\w)", re.IGNORECASE)) for name, words in _TABLE.items())
_KIN = (
    {"soviet union", "russia", "georgia", "ukraine"},
    {"united kingdom", "england", "scotland"},
    {"germany", "west germany", "east germany"},
    {"czechoslovakia", "czech republic", "slovakia"},
    {"yugoslavia", "serbia", "croatia"},
    {"china", "hong kong", "taiwan"},
    {"united kingdom", "ireland"},
)
"""States said for one another, or that were one."""


def named(words: str) -> set[str]:
    """All countries that words name, by noun, adjective or code."""
    found = {name for name, pattern in _COMPILED if pattern.search(words)}
    return found - {"germany"} if found & {"west germany", "east germany"} else found


def kin(a: str, b: str) -> bool:
    """Whether one is loosely said for the other."""
    return any({a, b} <= group for group in _KIN)
