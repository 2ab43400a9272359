"""Packs and entities with anything anywhere: taken, or refused in one line, and then nothing is left."""

from __future__ import annotations

import copy
import json
import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.references.wikidata_made import FILM, HUMAN, amount, claim, entity, item, time, words

from cranework.errors import CraneworkError, NotImportable
from cranework.references import packs
from cranework.references.importers import Request, importer
from cranework.references.importers.yaml_file import parsed
from cranework.references.store import Store

ODD: list[Any] = [
    None, 0, -1, 1.5, float("inf"), float("nan"), True, "", "x", "Q1", "film:x", [], {}, [[]], [None], {"a": None},
    10**30, "\ud800", "\0", "\N{LATIN SMALL LETTER E WITH ACUTE}" * 300, [1, 2, 3], {"value": {}}, "2024-99-99",
]  # fmt: skip
ROUNDS = 300


def places(thing: Any, above: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    if above:
        yield above
    inside = thing.items() if isinstance(thing, dict) else enumerate(thing) if isinstance(thing, list) else ()
    for name, part in inside:
        yield from places(part, (*above, name))


def spoiled(thing: Any, chance: random.Random) -> Any:
    thing = copy.deepcopy(thing)
    for _ in range(chance.randint(1, 5)):
        *above, last = chance.choice(list(places(thing)))
        holder = thing
        for name in above:
            holder = holder[name]
        holder[last] = copy.deepcopy(chance.choice(ODD))
    return thing


def takes_or_refuses(bring: Callable[[Store], object]) -> None:
    with Store.in_memory() as store:
        try:
            bring(store)
        except CraneworkError as error:
            assert "\n" not in str(error)
            assert store.rows("SELECT * FROM import") == [] and not store.database.in_transaction
        store.facts()
        list(store.names())
        store.find("Mikhail Kalatozov")


@pytest.mark.parametrize("seed", range(3))
def test_spoiled_packs(seed: int) -> None:
    chance = random.Random(seed)
    [(name, text), *_] = packs.shipped()
    whole = parsed(text, name)
    for _ in range(ROUNDS):
        pack: dict[str, Any] = {
            "facts": chance.sample(whole["facts"], 8),
            "entities": chance.sample(whole["entities"], 4),
        }
        for part in ("sources", "predicates"):
            pack[part] = dict(chance.sample(list(whole[part].items()), 4))
        broken = spoiled(pack, chance)
        takes_or_refuses(lambda store, broken=broken: packs.load(store, broken))  # type: ignore[misc]


@pytest.mark.parametrize("seed", range(3))
def test_spoiled_entities(seed: int, tmp_path: Path) -> None:
    chance, path, read = random.Random(seed), tmp_path / "x.json", importer("wikidata")
    film = {
        "P57": [claim(item("Q21"), P580=time("+1957-00-00T00:00:00Z", 9))], "P2047": [claim(amount("+95"))],
        "P161": [claim(item("Q21"), P453=item("Q22"), P4633=words("Veronika"))], "P345": [claim(words("tt0050634"))],
        "P577": [claim(time("+1957-10-12T00:00:00Z"), P291=item("Q15180"))], "P1476": [claim(words("M", "de"))],
    }  # fmt: skip
    found = [entity("Q20", "A Film", FILM, film), entity("Q21", "Somebody", HUMAN)]
    for _ in range(ROUNDS):
        path.write_text(json.dumps({"entities": spoiled(found, chance)}), encoding="utf-8")
        takes_or_refuses(lambda store: read(store, Request(str(path))))


def test_half_a_character(tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    path.write_text(json.dumps({"entities": {"Q20": entity("Q20", "A \ud800 Film", FILM)}}), encoding="utf-8")
    with Store.in_memory() as store:
        with pytest.raises(NotImportable, match="half a character") as caught:
            importer("wikidata")(store, Request(str(path)))
        assert str(path) in str(caught.value) and store.rows("SELECT * FROM import") == []
        assert store.find("A \ud800 Film") == []
