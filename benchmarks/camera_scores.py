"""Compares the moves of documents with what is true of the films: names, speeds, ends, confidence."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from importlib.util import module_from_spec, spec_from_file_location
from itertools import pairwise
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np

Document = dict[str, Any]
Move = dict[str, Any]
Clip = dict[str, Any]

LEAST_OVERLAP = 0.3
"""Intersection over union, in time, of a move and its answer."""
BESIDE = ("static", "not told", "nothing")
FAMILIES = ("pan", "tilt", "roll", "zoom", "truck", "pedestal", "dolly", "arc", "dolly_zoom")
COVERAGES = (0.25, 0.5, 0.75, 0.8, 1.0)
BINS = (0.0, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)
SPEED_BAR, DEGREES_BAR, ENDS_BAR_S = 0.05, 0.15, 0.25
FLAT = ("flat", "far")
ALONG = (("pan", "truck", "arc"), ("tilt", "pedestal"), ("zoom", "dolly", "dolly_zoom"), ("roll",))
"""Kinds of moves that shift the picture along one axis, and so add up where they are made at once."""


@dataclass(frozen=True)
class Answer:
    """One true move of a clip, and what the document says of it; `said` is None where it says nothing."""

    clip: Clip
    wanted: Move
    said: Move | None

    @property
    def word(self) -> str:
        """The label that was given."""
        return "nothing" if self.said is None else str(self.said["label"] or "not told")

    @property
    def right(self) -> bool:
        """Whether move and direction are."""
        return self.word == str(self.wanted["label"])

    @property
    def confidence(self) -> float:
        """Of what was said; nothing and what cannot be told come last."""
        return 0.0 if self.said is None or self.said["label"] is None else float(self.said["confidence"])


def family(label: str) -> str:
    """The kind of move, without its direction."""
    return label if label in (*BESIDE, "dolly_zoom") else label.rsplit("_", 1)[0]


def said(document: Document) -> list[Move]:
    """The moves of all shots of a document."""
    return [move for shot in document["shots"] for move in shot.get("moves") or []]


def overlap(one: Move, other: Move) -> float:
    """Intersection over union in time."""
    common = min(one["end"], other["end"]) - max(one["start"], other["start"])
    return float(max(0, common) / (max(one["end"], other["end"]) - min(one["start"], other["start"])))


def answers(clip: Clip, document: Document) -> list[Answer]:
    """What the document says of each move of a clip that is not minor.

    A move is answered by the one of its own name that overlaps most; else by the one that overlaps most of those that
    answer no other.
    """
    wanted = [move for move in clip["moves"] if not move["minor"]]
    left, found = said(document), {}
    for same in (True, False):
        for k, move in enumerate(wanted):
            fitting = [
                one
                for one in left
                if overlap(move, one) >= (LEAST_OVERLAP if same else 0.1)
                and (one["label"] == move["label"] or not same)
            ]
            if k not in found and fitting:
                found[k] = max(fitting, key=lambda one: overlap(one, wanted[k]))
                left = [one for one in left if one is not found[k]]
    return [Answer(clip, move, found.get(k)) for k, move in enumerate(wanted)]


def share(values: Iterable[bool]) -> str:
    """How many of them hold, and the share of that."""
    counted = list(values)
    return f"{np.mean(counted):.3f} ({sum(counted)} of {len(counted)})" if counted else "- (none)"


def print_names(all_answers: Sequence[Answer]) -> None:
    """Right names, the confusion of kinds, and static shots with and without what moves in them."""
    moves = [one for one in all_answers if one.wanted["label"] != "static"]
    sure = sorted(all_answers, key=lambda one: -one.confidence)[: round(0.8 * len(all_answers))]
    print(f"move with direction right: all {share(one.right for one in all_answers)}")
    print(
        f"  80 % most confident {share(one.right for one in sure)}; without static {share(one.right for one in moves)}"
    )
    alike = [one for one in moves if family(one.word) == family(one.wanted["label"])]
    print(f"  direction, where the kind is right {share(one.right for one in alike)}")
    for name, kept in (("single moves", 1), ("two or more at once or in turns", 2)):
        chosen = [one for one in moves if min(sum(not m["minor"] for m in _moving(one.clip)), 2) == kept]
        print(f"  {name} {share(one.right for one in chosen)}")
    columns = [*FAMILIES, *BESIDE]
    print(f"\n{'true':11}" + "".join(f"{name[:9]:>10}" for name in columns) + "    right")
    for row in ("static", *FAMILIES):
        here = [one for one in all_answers if family(one.wanted["label"]) == row]
        count = Counter(family(one.word) for one in here)
        right = f"{np.mean([one.right for one in here]):9.2f}" if here else "        -"
        print(f"{row:11}" + "".join(f"{count[name] or '':>10}" for name in columns) + right)
    print()
    still = [one for one in all_answers if one.wanted["label"] == "static" and not _moving(one.clip)]
    for name, trap in (("mover", "mover"), ("crowd", "crowd"), ("neither", "")):
        chosen = [
            one
            for one in still
            if (trap in one.clip["traps"] if trap else not {"mover", "crowd"} & {*one.clip["traps"]})
        ]
        print(f"static, {name:8} {share(one.right for one in chosen)}")
    here = [one for one in moves if one.clip["kind"] in FLAT and one.said]
    told = [bool(one.said and (one.said["ambiguous_with"] or one.said["label"] is None)) for one in here]
    print(f"flat and far: said to be ambiguous {share(told)}, right {share(one.right for one in here)}")


def _moving(clip: Clip) -> list[Move]:
    return [move for move in clip["moves"] if move["label"] != "static"]


def amount(move: Move) -> float:
    """How far a move goes, as truths tell it: the logarithm of what a document tells as a ratio."""
    if str(move["label"]).startswith(("zoom", "dolly")):
        return abs(float(np.log(move["travel"])))
    return abs(float(move["travel"]))


def bend(clip: Clip, kind: str) -> float:
    """How much more than at its centre a turn moves the picture over the whole of it, as a share.

    A point x widths from the centre moves by 1 + (x / focal length)^2 as much (Longuet-Higgins & Prazdny, The
    interpretation of a moving retinal image, 1980); this is the mean of that. Which is told is a matter of taste.
    """
    side = {"pan": 1.0, "tilt": clip["active_area"][3] / clip["active_area"][2]}.get(kind, 0.0)
    return float(side**2 / 12 / (np.mean(clip["lens_mm"]) / 36) ** 2)


def off(told: float, true: float, bend: float) -> float:
    """By what share a number is off the nearest of what may be told."""
    return abs(told / min(max(told, true), true * (1 + bend)) - 1)


def alone(one: Answer) -> bool:
    """Whether nothing else shifts the picture along the axis of a move while it is made."""
    (axis,) = (kinds for kinds in ALONG if family(one.wanted["label"]) in kinds)
    others = [move for move in one.clip["moves"] if move is not one.wanted and family(move["label"]) in axis]
    return not any(overlap(one.wanted, move) > 0 for move in others)


def print_sizes(all_answers: Sequence[Answer]) -> None:
    """Speeds and ways of the moves that were named rightly and are alone on their axis; degrees a second, and ends."""
    named = [
        (one, one.said) for one in all_answers if one.right and one.said is not None and one.wanted["label"] != "static"
    ]
    print(f"\n{'of those':11}{'speed within 5 %':>26}{'way within 5 %':>26}   median error of both")
    for kind in FAMILIES:
        here = [
            (one, move, bend(one.clip, kind))
            for one, move in named
            if family(one.wanted["label"]) == kind
            and alone(one)
            and move["speed"] is not None
            and move["travel"] is not None
        ]
        speeds = [off(move["speed"], one.wanted["speed"], more) for one, move, more in here]
        ways = [off(amount(move), one.wanted["travel"], more) for one, move, more in here]
        errors = "".join(f"{np.median(row):9.3f}" if row else "        -" for row in (speeds, ways))
        within = (share(one <= SPEED_BAR for one in row) for row in (speeds, ways))
        print(f"{kind:11}" + "".join(f"{text:>26}" for text in within) + errors)
    degrees = [
        (one.wanted["degrees_per_s"], *move["degrees_per_s"])
        for one, move in named
        if one.wanted["degrees_per_s"] and move.get("degrees_per_s")
    ]
    near = [low * (1 - DEGREES_BAR) <= true <= high * (1 + DEGREES_BAR) for true, low, high in degrees]
    print(f"degrees a second: true value in the range or within 15 % of it {share(near)}")
    for name, key, at_border in (
        ("starts", "start", lambda one: one.wanted["start"] == 0),
        ("ends", "end", lambda one: one.wanted["end"] == one.clip["frames"]),
    ):
        _print_ends(name, key, at_border, named)


def _print_ends(name: str, key: str, at_border: Callable[[Answer], bool], named: Sequence[tuple[Answer, Move]]) -> None:
    inner = [
        abs(move[key] - one.wanted[key]) / float(Fraction(one.clip["fps"])) for one, move in named if not at_border(one)
    ]
    outer = [abs(move[key] - one.wanted[key]) for one, move in named if at_border(one)]
    if inner and outer:
        print(
            f"{name} within a quarter second: inside a shot {share(late <= ENDS_BAR_S for late in inner)}, median "
            f"{np.median(inner):.2f} s; at its border to the frame {share(late == 0 for late in outer)}"
        )


def scorer(path: Path) -> ModuleType:
    """The scorer of ../shared as a module, for its results clip by clip."""
    spec = spec_from_file_location(path.stem + "_scorer", path)
    assert spec is not None and spec.loader is not None
    module = module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def print_trust(
    credits: dict[str, float], judged: Sequence[tuple[float, bool]], documents: dict[str, Document]
) -> None:
    """Right clips among those most surely judged, and how often a confidence keeps its word.

    A clip is as sure as the least sure of its moves; one with a move that cannot be told comes last.
    """

    def surety(name: str) -> float:
        sure = [0.0 if one["label"] is None else float(one["confidence"]) for one in said(documents.get(name, NONE))]
        return min(sure, default=0.0)

    order = sorted(credits, key=lambda name: -surety(name))
    for part in COVERAGES:
        kept = order[: round(part * len(order))]
        if kept:
            right = np.mean([credits[name] for name in kept])
            print(f"most confident {part:4.0%} of clips (from {surety(kept[-1]):.2f}): all right {right:.3f}")
    print("confidence    moves   mean    right")
    error = 0.0
    for low, high in pairwise(BINS):
        inside = [(sure, ok) for sure, ok in judged if low <= sure < high or sure == high == 1]
        if inside:
            sure, ok = np.mean(inside, 0)
            error += abs(sure - ok) * len(inside) / len(judged)
            print(f"{low:.1f} to {high:.1f} {len(inside):8} {sure:7.3f} {ok:7.3f}")
    print(f"expected calibration error {error:.3f}")


NONE: Document = {"shots": []}
"""A document of nothing, for a film that could not be analyzed."""
