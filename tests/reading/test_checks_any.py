"""Whatever is said of whatever, it is judged: no statement of any form makes the checks fail."""

from __future__ import annotations

import random
from typing import Any, get_args

import pytest

from cranework.reading.checks import judge
from cranework.reading.checks.world import World
from cranework.reading.model import Kind, Mention, Modality, Polarity, Statement, Value, Verdict
from cranework.reading.values import find
from cranework.references import shipped
from cranework.references.store import Store

WORDS = (
    "director cinematographer screenwriter composer editor producer production_designer cast based_on sequel_of"
    " filmography plays relation profession award nomination event_date born died lifespan before after interval"
    " alive_at age runtime_min duration_years admissions losses share distance count budget office jury_president first"
    " only last ordinal year premiere country year_country decade dvd title alias color camera_movement scene quotation"
    " reception opinion plot something_new"
)
PREDICATES = WORDS.split()
TEXT = (
    "In May 1958 it won the Palme d'Or; \"Veronika\" is Boris's cousin, played by nobody, 95 minutes, 20 %"
    " of 27 million, not before Stalin's death on 3/4/1953 (if at all)."
)
ENTITIES = (
    None, "film:cranes", "person:kalatozov", "person:stalin", "character:veronika", "character:boris", "nobody:at_all",
    "festival:cannes1958", "event:barbarossa", "office:ussr_premier",
)  # fmt: skip
QUALIFIERS = ("category", "festival", "year", "count", "of", "at", "who", "place", "years", "number", "scope", "role")
KINDS = ("person", "film", "character", "prize", "festival", "event", "office", "country", "place", "words")


@pytest.fixture(scope="module")
def store() -> Store:
    return shipped()


def part(chance: random.Random) -> Mention | Value:
    if chance.random() < 0.4:
        values = find(TEXT)
        odd = Value(0, 3, "odd", "date", float("-inf"), float("inf"), "day", ((float("-inf"), float("inf")),))
        return chance.choice([*values, odd, Value(0, 1, "", "count", 0.0, float("inf"), "1", ())])
    start = chance.randrange(len(TEXT) - 20)
    entity = chance.choice(ENTITIES)
    words = chance.choice(["", "it", "Boris", "Mikhail Kalatozov", TEXT[start : start + 20]])
    return Mention(start, start + 20, words, chance.choice(KINDS), entity, chance.random(), chance.random() < 0.3,
                   (entity,) if entity else ())  # fmt: skip


@pytest.mark.parametrize("seed", range(12))
def test_any_statement_is_judged(seed: int, store: Store) -> None:
    chance = random.Random(seed)
    film = store.entity("film:cranes")
    world = World(store, chance.choice([film, None]), chance.random() < 0.7, chance.choice([TEXT, ""]))
    for _ in range(60):
        start = chance.randrange(len(TEXT))
        named: dict[str, Any] = {
            name: chance.choice([part(chance), "words", ""])
            for name in (
                "category",
                "festival",
                "year",
                "count",
                "of",
                "at",
                "who",
                "place",
                "years",
                "number",
                "scope",
                "role",
            )
            if chance.random() < 0.3
        }
        subject = part(chance)
        statement = Statement(
            start, min(len(TEXT), start + chance.randrange(1, 60)), chance.choice(get_args(Kind)),
            chance.choice(PREDICATES),
            chance.choice(["film", "history", "writer", "film:x", "film:cranes", "person:y"]),
            subject if isinstance(subject, Mention) else None, tuple(part(chance) for _ in range(chance.randrange(4))),
            named, chance.choice(get_args(Modality)), chance.choice(get_args(Polarity)), chance.random(),
        )  # fmt: skip
        judgement = judge(statement, world)
        assert judgement.verdict in get_args(Verdict)
        assert 0 <= judgement.confidence <= 1
        assert judgement.evidence
