"""Learns where statements begin and end and of what kind they are, from labelled reviews.

    python -m training.reading.kinds GOLD... [-o TABLE] [--folds N]

GOLD are files of labelled reviews (`texts`: `text`, and `statements` with `start`, `end`, `kind`) and folders of marked
ones (`marked`). Reviews are left out in turn, fold by fold, and what the others teach is tried on them: stretches found
and kinds right are printed. Then the table is learnt from all. What a strong family is worth is learnt from the marked
ones alone: its cues were written with the others at hand, and are right there more often than elsewhere. Needs PyTorch.
"""

from __future__ import annotations

import argparse
import json
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

import cranework
from cranework.reading import statements as families
from cranework.reading import values as numbers
from cranework.reading.clues import TOLD, Clues
from cranework.reading.entities import Names
from cranework.reading.frame import frame
from cranework.reading.friends import friends
from cranework.reading.kinds import ALWAYS, KINDS, NOTHING, TABLE, TENTHS, Odds, Side
from cranework.reading.likely import chosen, pairs, row
from cranework.reading.sentences import split
from cranework.reading.text import clean
from cranework.references import shipped
from training.reading.marked import reviews as reviews_of

torch: Any = import_module("torch")

SHIPPED = Path(cranework.__file__).parent / "reading" / TABLE
RAREST = 6  # reviews in which a clue must stand
MOST_SIDES, MOST_KINDS = 8000, 5000  # clues kept: those that tell most
SHRINK_SIDES, SHRINK_KINDS = 2.0, 3.0  # weight of the squared log-odds
STEPS_SIDES, STEPS_KINDS, RATE = 60, 120, 0.05
SAME, NEAR = 0.8, 0.6  # shared characters from which a stretch is a labelled one, and under which it is none
INEXACT, BETWEEN = 0.5, 0.4  # weight of a stretch that is nearly a labelled one, and of one that is neither
FOUND = 0.5  # shared characters from which a stretch counts as found
SEED = 1
Array = NDArray[np.float32]


@dataclass
class Taught:
    """A sentence: its clues, and the labelled statements in it as (begin, stop, kind) of tokens."""

    clues: Clues
    labels: list[tuple[int, int, str]]
    begins: dict[int, list[str]] = field(default_factory=dict)
    ends: dict[int, list[str]] = field(default_factory=dict)
    found: list[tuple[int, int, float, float]] = field(default_factory=list)
    rows: list[list[str]] = field(default_factory=list)


Review = list[Taught]


def taught(text: dict[str, Any]) -> Review:
    """The sentences of a labelled review."""
    copy = clean(text["text"])
    places = [copy.span(at, at + 1)[0] for at in range(len(copy.text))]
    names = Names(shipped(), copy.text, None, copy.emphasis)
    context = families.Context(names=names, friends=friends(copy.text))
    values = numbers.find(copy.text)
    review = []
    for sentence in split(copy, names.titles):
        inside = [value for value in values if sentence.start <= value.start < sentence.end]
        mentions = names.mentions(sentence)
        found = families.find(sentence, mentions, inside, context)
        context.read(sentence, mentions, [frame(one, sentence, context) for one in found])
        clues = Clues(sentence, found, mentions, inside)
        labels = []
        for label in text["statements"]:
            start = bisect_left(places, label["start"]) - sentence.start
            end = bisect_left(places, label["end"]) - sentence.start
            held = [at for at, word in enumerate(clues.tokens) if word.start < end and start < word.end]
            if held and 0 <= start < sentence.end - sentence.start:
                labels.append((held[0], held[-1] + 1, label["kind"]))
        review.append(Taught(clues, labels, clues.begins(), clues.ends()))
    return review


def regression(rows: Sequence[list[str]], homes: Sequence[int], classes: NDArray[np.int64], weights: Array, count: int,
               shrink: float, steps: int, most: int) -> dict[str, list[float]]:  # fmt: skip
    """Log-odds of the clues that tell most, learnt again without the others: (clues, count)."""
    seen: dict[str, set[int]] = defaultdict(set)
    held: Counter[str] = Counter()
    for clues, home in zip(rows, homes, strict=True):
        for clue in clues:
            seen[clue].add(home)
            held[clue] += 1
    names = [ALWAYS, *sorted(clue for clue, reviews in seen.items() if len(reviews) >= RAREST)]
    truth = torch.tensor(classes)
    heavy = torch.tensor(weights)
    worth = softmax(table_of(rows, names), truth, heavy, count, shrink, steps)
    if len(names) > most:
        often = np.array([np.inf, *(np.sqrt(held[clue]) for clue in names[1:])])
        telling = ((worth - worth.mean(axis=1, keepdims=True)) ** 2).sum(axis=1) * often
        names = [names[at] for at in np.sort(np.argsort(-telling, kind="stable")[:most])]
        worth = softmax(table_of(rows, names), truth, heavy, count, shrink, steps)
    worth -= worth.mean(axis=1, keepdims=True)
    return {clue: worth[at].tolist() for at, clue in enumerate(names)}


def table_of(rows: Sequence[list[str]], names: Sequence[str]) -> Any:
    """Which row has which clue: a sparse tensor of ones, (rows, clues)."""
    column = {clue: at for at, clue in enumerate(names)}
    told = [sorted({0, *(column[clue] for clue in clues if clue in column)}) for clues in rows]
    ends = np.cumsum([0, *(len(one) for one in told)])
    places = np.concatenate([np.array(one) for one in told])
    ones = torch.ones(len(places))
    return torch.sparse_csr_tensor(torch.tensor(ends), torch.tensor(places), ones, size=(len(rows), len(names)))


def softmax(told: Any, truth: Any, weights: Any, count: int, shrink: float, steps: int) -> Array:
    """Softmax regression, its squares shrunk, by Adam (D. Kingma, J. Ba, 2015): log-odds (clues, count)."""
    turned = told.t().to_sparse_csr()
    target = torch.nn.functional.one_hot(truth, count).float()
    worth = torch.zeros(told.shape[1], count)
    steepest = torch.optim.Adam([worth], lr=RATE, betas=(0.9, 0.95))
    for step in range(steps):
        for group in steepest.param_groups:
            group["lr"] = RATE * (1 - 0.9 * step / steps)
        shares = torch.softmax(told @ worth, dim=1)
        worth.grad = (turned @ ((shares - target) * weights[:, None]) + shrink * worth) / told.shape[0]
        steepest.step()
    return np.asarray(worth.numpy())


def sides(reviews: dict[int, Review]) -> dict[Side, dict[str, float]]:
    """Log-odds of beginnings and ends."""
    learnt: dict[Side, dict[str, float]] = {}
    for at in (0, 1):
        rows, homes, classes = [], [], []
        for home, review in reviews.items():
            for one in review:
                right = {label[at] for label in one.labels}
                for place, clues in (one.ends if at else one.begins).items():
                    rows.append(clues)
                    homes.append(home)
                    classes.append(int(place in right))
        even = np.ones(len(rows), np.float32)
        worth = regression(rows, homes, np.array(classes), even, 2, SHRINK_SIDES, STEPS_SIDES, MOST_SIDES)
        learnt["end" if at else "begin"] = {clue: yes - no for clue, (no, yes) in worth.items()}
    return learnt


def alike(clues: Clues, one: Sequence[Any], other: Sequence[Any]) -> float:
    """Characters that two stretches share, over those of both."""
    a, b = (clues.tokens[one[0]].start, clues.tokens[one[1] - 1].end)
    c, d = (clues.tokens[other[0]].start, clues.tokens[other[1] - 1].end)
    return float(max(0, min(b, d) - max(a, c)) / (max(b, d) - min(a, c)))


def kinds(reviews: dict[int, Review]) -> dict[str, list[float]]:
    """Log-odds of the kinds, from stretches whose clues are known."""
    rows: list[list[str]] = []
    homes, classes, weights = [], [], []
    for home, review in reviews.items():
        for one in review:
            for place, clues in zip(one.found, one.rows, strict=True):
                near, kind = max(
                    ((alike(one.clues, label, place), label[2]) for label in one.labels), default=(0.0, "")
                )
                rows.append(clues)
                homes.append(home)
                classes.append(KINDS.index(kind) if near >= SAME else NOTHING)
                inexact = INEXACT if near < 0.99 else 1.0
                weights.append(inexact if near >= SAME else 1.0 if near < NEAR else BETWEEN)
    count, heavy = NOTHING + 1, np.array(weights, np.float32)
    return regression(rows, homes, np.array(classes), heavy, count, SHRINK_KINDS, STEPS_KINDS, MOST_KINDS)


def rounded(table: Odds) -> Odds:
    """As the file gives it."""
    learnt: dict[Side, dict[str, float]] = {
        side: {clue: round(worth * TENTHS) / TENTHS for clue, worth in known.items()}
        for side, known in table.sides.items()
    }
    return Odds(learnt, {clue: np.round(table.table[at] * TENTHS) / TENTHS for clue, at in table.rows.items()})


def lines(table: Odds) -> Iterable[str]:
    """The table's lines; clues that tell nothing are left out."""
    for side, known in table.sides.items():
        for clue, worth in known.items():
            if round(worth * TENTHS):
                yield f"{side}\t{clue}\t{round(worth * TENTHS)}"
    for clue, at in table.rows.items():
        tenths = [round(worth * TENTHS) for worth in table.table[at].tolist()]
        if any(tenths):
            yield "\t".join(["kind", clue, *map(str, tenths)])


def tried(reviews: dict[int, Review], table: Odds) -> NDArray[np.int64]:
    """Labelled, found, both, and of the right kind: over all statements, the strong ones too."""
    counts = np.zeros(4, np.int64)
    for review in reviews.values():
        for one in review:
            places = [(begin, stop) for begin, stop, _, _ in one.found]
            weak = chosen(one.clues, places, table.kinds(one.rows)) if places else []
            run = [(place.begin, place.stop, place.kind) for place in weak]
            run += [found for found in one.clues.strong if found[0] < found[1]]
            pairs_ = sorted(
                (-alike(one.clues, label, found), label[2] != found[2], i, j)
                for i, label in enumerate(one.labels)
                for j, found in enumerate(run)
            )
            labels, founds = set[int](), set[int]()
            for shared, other, i, j in pairs_:
                if -shared >= FOUND and i not in labels and j not in founds:
                    labels.add(i)
                    founds.add(j)
                    counts += (0, 0, 1, not other)
            counts += (len(one.labels), len(run), 0, 0)
    return counts


def told(counts: NDArray[np.int64]) -> str:
    """The counts in words."""
    labelled, found, both, right = counts.tolist()
    return (
        f"stretches: precision {both / found:.3f}, recall {both / labelled:.3f}, "
        f"F1 {2 * both / (found + labelled):.3f}; kinds right {right / both:.3f}"
    )


def untold(clues: Iterable[str]) -> list[str]:
    """The clues without what the strong families found."""
    return [clue for clue in clues if not clue.startswith(TOLD)]


def learn(reviews: dict[int, Review], known: set[int], folds: int) -> Odds:
    """The table of all reviews; what it would be worth on reviews left out is printed.

    `known` are the reviews that the cues were written with.

    Stretches are those that places learnt without their own review propose: so they are as on texts to come.
    """
    order = np.random.default_rng(SEED).permutation(len(reviews))
    fold = {int(home): at % folds for at, home in enumerate(order)}
    for left in range(folds):
        others = Odds(sides({home: review for home, review in reviews.items() if fold[home] != left}), {})
        for home in (home for home in reviews if fold[home] == left):
            for one in reviews[home]:
                one.found = pairs(others.shares("begin", one.begins), others.shares("end", one.ends))
                one.rows = [row(one.clues, *place) for place in one.found]
                if home in known:
                    one.rows = [untold(clues) for clues in one.rows]
    total = np.zeros(4, np.int64)
    for left in range(folds):
        table = rounded(Odds({}, kinds({home: review for home, review in reviews.items() if fold[home] != left})))
        counts = tried({home: review for home, review in reviews.items() if fold[home] == left}, table)
        total += counts
        print(f"left out, fold {left + 1}: {told(counts)}", flush=True)
    print(f"left out, all: {told(total)}")
    return rounded(Odds(sides(reviews), kinds(reviews)))


def labelled(path: Path) -> list[dict[str, Any]]:
    """The labelled reviews of a file or a folder."""
    if path.is_dir():
        return reviews_of(path)
    found: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))["texts"]
    return found


def main() -> None:
    """Reads the labelled reviews and writes the table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("gold", nargs="+", type=Path, metavar="GOLD")
    parser.add_argument("-o", "--output", type=Path, default=SHIPPED, metavar="TABLE")
    parser.add_argument("--folds", type=int, default=5, metavar="N")
    given = parser.parse_args()
    texts = [(text, not path.is_dir()) for path in given.gold for text in labelled(path)]
    reviews = {at: taught(text) for at, (text, _) in enumerate(texts)}
    table = learn(reviews, {at for at, (_, known) in enumerate(texts) if known}, given.folds)
    given.output.write_text("\n".join(lines(table)) + "\n", encoding="utf-8")
    print(f"{given.output}: {given.output.stat().st_size} bytes, {len(table.rows)} clues")


if __name__ == "__main__":
    main()
