"""Countries by name and adjective, and which of them are said loosely for one another."""

from __future__ import annotations

import re

_TABLE = {
    "soviet union": r"soviet union|soviets?",
    "russia": r"russians?|russia",
    "georgia": r"georgian?",
    "ukraine": r"ukrain(?:e|ian)",
    "united states": r"united states(?: of america)?|americans?|america|hollywood",
    "united kingdom": r"united kingdom|great britain|brit(?:ain|ish)",
    "england": r"england|english",
    "scotland": r"scotland|scottish",
    "germany": r"german(?:y|s)?",
    "west germany": r"west[ -]german(?:y)?|federal republic of germany",
    "east germany": r"east[ -]german(?:y)?|german democratic republic",
    "france": r"france|french(?:m[ae]n)?",
    "italy": r"italy|italians?",
    "japan": r"japan(?:ese)?",
    "poland": r"poland|polish|poles",
    "czechoslovakia": r"czechoslovak(?:ia|ian)?",
    "czech republic": r"czech(?: republic|ia)?",
    "slovakia": r"slovak(?:ia)?",
    "hungary": r"hungar(?:y|ian)",
    "yugoslavia": r"yugoslav(?:ia|ian)?",
    "serbia": r"serbian?",
    "croatia": r"croatian?",
    "spain": r"spain|spanish",
    "sweden": r"sweden|swedish",
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
    "belarus": r"b[iy]?el[ao]russ?(?:ia|ians?)?",
    "egypt": r"egypt(?:ian)?",
    "senegal": r"senegal(?:ese)?",
}
_NAMES = tuple(_TABLE)
_PATTERN = re.compile(
    r"\b(?:" + "|".join(f"(?P<c{n}>{words})" for n, words in enumerate(_TABLE.values())) + r")(?!\w)", re.IGNORECASE
)
_SHORT = {
    "U.S.S.R": "soviet union", "USSR": "soviet union", "U.S": "united states", "U.S.A": "united states",
    "US": "united states", "USA": "united states", "UK": "united kingdom", "U.K": "united kingdom",
    "FRG": "west germany", "GDR": "east germany", "DDR": "east germany",
}  # fmt: skip
_CAPITALS = re.compile(r"\b(?:" + "|".join(re.escape(short) for short in _SHORT) + r")(?!\w)")
_CODES = {
    "SU": "soviet union", "RU": "russia", "GB": "united kingdom", "DE": "germany", "FR": "france", "IT": "italy",
    "JP": "japan", "PL": "poland", "CS": "czechoslovakia", "SE": "sweden", "DK": "denmark", "ES": "spain",
    "CN": "china", "IN": "india", "CA": "canada", "AT": "austria", "CH": "switzerland", "HU": "hungary", "CU": "cuba",
    "MX": "mexico",
    "AU": "australia", "NL": "netherlands", "BE": "belgium", "FI": "finland", "NO": "norway", "GR": "greece",
}  # fmt: skip
"""Codes that sources write; in a text they are words ("it", "in")."""
_SAID_FOR = (
    {"soviet union", "russia"},
    {"united kingdom", "england"},
    {"germany", "west germany", "east germany"},
    {"czechoslovakia", "czech republic"},
)
_KIN = (
    {"soviet union", "russia", "georgia", "ukraine", "belarus"},
    {"united kingdom", "england", "scotland"},
    {"germany", "west germany", "east germany"},
    {"czechoslovakia", "czech republic", "slovakia"},
    {"yugoslavia", "serbia", "croatia"},
    {"china", "hong kong", "taiwan"},
    {"united kingdom", "ireland"},
)
"""States said for one another, or that were one."""


def named(words: str) -> set[str]:
    """All countries that words name, by noun, adjective or abbreviation; of a source, by its code alone."""
    if words in _CODES:
        return {_CODES[words]}
    found = {_NAMES[int((m.lastgroup or "c0")[1:])] for m in _PATTERN.finditer(words)}
    return found | {_SHORT[m[0]] for m in _CAPITALS.finditer(words)}


def said_for(a: str, b: str) -> bool:
    """Whether the people of one are loosely called those of the other."""
    return any({a, b} <= group for group in _SAID_FOR)


def kin(a: str, b: str) -> bool:
    """Whether one is loosely said for the other."""
    return any({a, b} <= group for group in _KIN)
