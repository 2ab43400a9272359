"""True sentences of real reviews, and the same with a wrong name, year or running time put in: which are found?

`true_sentences.yaml` names the sentences by their place in the reviews, what is known of their films, and the words
that are put wrong. Each is read as it stands in its review, against its own facts alone.
"""

from __future__ import annotations

import random
from collections import defaultdict
from pathlib import Path
from typing import Any

import yaml

from benchmarks.reading import reviews_of
from cranework.reading.review import review
from cranework.references import packs
from cranework.references.store import Store

SENTENCES = Path(__file__).parent / "true_sentences.yaml"
ROUNDS = 3
"""Wrong words that are tried in each place."""

PEOPLE = (
    "Federico Fellini", "Agnès Varda", "Humphrey Bogart", "Ida Lupino", "Toshiro Mifune", "Jeanne Moreau", "Nino Rota",
    "John Ford", "Billy Wilder", "Marlene Dietrich", "Satyajit Ray", "Cary Grant", "Bette Davis", "Gregg Toland",
    "Bernard Herrmann", "Vittorio Storaro", "Anna Magnani", "Jean Gabin", "Graham Greene", "Raymond Chandler",
)  # fmt: skip
YEARS_OFF = (4, 40)
RUNNING_TIMES_OFF = (0.45, 0.6, 1.5, 1.9)
GRAVEST = ("refuted", "differs", "supported", "unverified", "not_checkable")


def wrong(words: str, kind: str, chance: random.Random) -> str:
    """Other words of the same kind, which are surely not meant by the old ones."""
    if kind == "person":
        names = [name for name in PEOPLE if not set(name.split()) & set(words.split())]
        return chance.choice(names)
    if kind == "year":
        return str(int(words) + chance.choice((-1, 1)) * chance.randint(*YEARS_OFF))
    number, unit = words.split(" ", 1)
    return f"{round(int(number) * chance.choice(RUNNING_TIMES_OFF))} {unit}"


def verdict(text: str, start: int, end: int, case: dict[str, Any]) -> str:
    """The gravest verdict of the statements that touch a stretch of a text."""
    with Store.in_memory() as store:
        packs.load(store, {"facts": case["facts"]})
        document = review(text, film=case["film"], references=store).document()
    here = [one["verdict"] for one in document["statements"] if one["start"] < end and one["end"] > start]
    return min(here, key=GRAVEST.index, default="unread")


def corrupted(path: Path) -> None:
    """Print what becomes of the true sentences, and of the wrong ones, by predicate."""
    texts = {one["id"]: one["text"] for one in reviews_of(path)}
    cases: list[dict[str, Any]] = yaml.safe_load(SENTENCES.read_text(encoding="utf-8"))
    accused = 0
    of_predicate: dict[str, list[str]] = defaultdict(list)
    for number, case in enumerate(cases):
        text, start, end = texts[case["review"]], case["start"], case["end"]
        if verdict(text, start, end, case) == "refuted":
            accused += 1
            print(f"true, and called refuted: {text[start:end]}")
        for swap in case["swaps"]:
            chance = random.Random(f"{number} {swap['words']}")
            place = text.index(swap["words"], start)
            for _ in range(ROUNDS):
                new = wrong(swap["words"], swap["kind"], chance)
                changed = text[:place] + new + text[place + len(swap["words"]) :]
                told = verdict(changed, start, end + len(new) - len(swap["words"]), case)
                of_predicate[swap["predicate"]].append(told)
    print(f"{len(cases)} true sentences, {accused} called refuted ({accused / len(cases):.3f}, at most 0.005)")
    everything = [one for found in of_predicate.values() for one in found]
    for predicate, found in [*sorted(of_predicate.items()), ("all", everything)]:
        refuted, differs = found.count("refuted") / len(found), found.count("differs") / len(found)
        others = {one: found.count(one) for one in sorted(set(found) - {"refuted", "differs"})}
        print(
            f"{predicate:16} {len(found):4} refuted {refuted:.2f}, refuted or differs {refuted + differs:.2f}  {others}"
        )
    print("wanted: refuted or differs at least 0.6, refuted at least 0.3")
