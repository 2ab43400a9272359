"""Prizes by what they are for and who gives them, in the many words that texts and sources have for them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from cranework.references.names import fold

_BODIES = (
    ("fipresci", r"fipresci|critics|ecumenical|ocic|audience award|technical (?:grand )?prize"),
    ("academy", r"\boscars?\b|academy award|\bacademy\b"),
    ("golden globe", r"golden globe"),
    ("bafta", r"\bbaftas?\b|british academy"),
    ("cesar", r"\bcesars?\b"),
    ("emmy", r"\bemm(?:y|ys|ies)\b"),
    ("cannes", r"\bcannes\b|palme? d ?or|palms? d ?or|golden palm|palm of gold|camera d ?or|gold palm"),
    ("venice", r"\bvenice\b|\bvenezia\b|golden lion|silver lion|volpi"),
    ("berlin", r"\bberlin\b|berlinale|(?:golden|silver) bears?"),
    ("moscow", r"\bmoscow\b"),
    ("karlovy vary", r"karlovy vary|crystal globe"),
    ("locarno", r"locarno|golden leopard"),
    ("stalin", r"stalin prize|lenin prize|state prize"),
)
_CATEGORIES = (
    ("mention", r"mention|special (?:award|prize|recognition|distinction)|recognition|homage|stress"),
    ("honorary", r"honorary|special oscar|special academy"),
    ("jury", r"(?:special )?jury(?: s)? (?:special |grand )?(?:prize|award)|special jury|grand prix of the jury"
             r"|prix du jury"),
    ("palme", r"palme? d ?or|palms? d ?or|palms? of gold|gold(?:en)? palm|(?:first|main|top|highest|grand"
              r"|big) (?:prize|award)"
              r"|grand pri[xz]e?|golden (?:lion|bear)|best in show"),
    ("supporting actress", r"supporting actress|supporting role.*actress"),
    ("supporting actor", r"supporting actor|supporting role|supporting performance"),
    ("actress", r"actress|female (?:lead|role|performance|acting|interpretation)|interpretation feminine"),
    ("actor", r"\bactor\b|male (?:lead|role|performance|acting|interpretation)"),
    ("acting", r"\bacting\b|performance|interpretation"),
    ("cinematography", r"cinematograph|photograph|camera ?work|\bcamera\b(?! d)"),
    ("foreign", r"foreign|international feature"),
    ("documentary", r"documentary"),
    ("animated", r"animat"),
    ("short", r"\bshort\b"),
    ("screenplay", r"screenplay|script|writing|scenario|screenwrit|\bstory\b"),
    ("song", r"\bsongs?\b"),
    ("score", r"\bscore\b|\bmusic\b|soundtrack"),
    ("editing", r"editing|montage"),
    ("design", r"art direction|production design|set design|decor|sets?\b"),
    ("costume", r"costume"),
    ("sound", r"\bsound\b"),
    ("effects", r"effects"),
    ("make-up", r"make ?up"),
    ("director", r"direct(?:or|ion|ing)|mise en scene"),
    ("picture", r"best (?:motion )?(?:picture|film|movie)\b|\bpicture\b"),
)  # fmt: skip
_BODY = tuple((name, re.compile(words)) for name, words in _BODIES)
_CATEGORY = tuple((name, re.compile(words)) for name, words in _CATEGORIES)
_KIN = (
    {"acting", "actress", "actor", "supporting actress", "supporting actor"},
    {"acting", "actress", "actor", "mention"},
    {"palme", "picture"},
    {"jury", "mention"},
    {"score", "song"},
    {"palme", "jury"},
    {"honorary", "foreign"},
)
"""Categories that loose words don't keep apart."""


@dataclass(frozen=True, slots=True)
class Prize:
    """Who gives a prize (None: not said), and what for (None: any)."""

    body: str | None
    category: str | None

    def fits(self, other: Prize) -> bool:
        """Whether the other may be meant as far as its giver goes."""
        return self.body is None or other.body is None or self.body == other.body

    def kin(self, other: Prize) -> bool:
        """Whether the categories are near one another."""
        return any({self.category, other.category} <= group for group in _KIN)


def prize(words: str) -> Prize:
    """The prize that words name."""
    plain = fold(words)
    body = next((name for name, pattern in _BODY if pattern.search(plain)), None)
    category = next((name for name, pattern in _CATEGORY if pattern.search(plain)), None)
    return Prize(body, category)


def best(*several: str) -> Prize:
    """The prize that several words name together; who stands first decides."""
    found = [prize(words) for words in several if words]
    body = next((one.body for one in found if one.body), None)
    return Prize(body, next((one.category for one in found if one.category), None))
