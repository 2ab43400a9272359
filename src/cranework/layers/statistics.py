"""A film's shots in numbers, as scholars of film style count them."""

from __future__ import annotations

from typing import Any

import numpy as np

from cranework.study.layer import Column, Derived, DerivedLayer, Measurements, SpanKind

COUNTED = {"cut": "cuts", "dissolve": "dissolves", "fade_in": "fades_in", "fade_out": "fades_out", "wipe": "wipes"}
"""Kinds of transition and the columns that count them."""

TITLE = "title"
LEFT_OUT = {
    "plain": ("plain_stretches", "Stretches of plain picture"),
    TITLE: ("titles", "Titles and other cards"),
    "leader": ("leaders", "Parts of a leader: countdowns, color bars"),
}
"""Flags of what is not counted as a shot, and the columns that count it."""


class Statistics(DerivedLayer):
    """One row for the whole film."""

    name = "statistics"
    version = 2
    title = "Statistics"
    meaning = (
        "How many shots the film has and how long they are; "
        "titles, leaders and plain stretches of black or white are not counted."
    )
    needs = ("shots", "transitions")
    gives = (
        SpanKind(
            "statistics",
            "The film's shots in numbers",
            whole=True,
            columns=(
                Column("shots", "integer", "Shots, without plain stretches, titles and leaders"),
                *(Column(name, "integer", f"{said} that are not counted as shots") for name, said in LEFT_OUT.values()),
                Column("average_shot_length_s", "real", "ASL: their mean length", "s"),
                Column("median_shot_length_s", "real", "MSL: the length that half of them do not reach", "s"),
                Column("median_to_average", "real", "MSL / ASL: 1 where lengths are even, lower with few long takes"),
                Column("deviation_s", "real", "Standard deviation of their lengths", "s"),
                Column("coefficient_of_variation", "real", "Standard deviation / ASL"),
                Column("shortest_s", "real", "The shortest", "s"),
                Column("lower_quartile_s", "real", "The length that a quarter of them do not reach", "s"),
                Column("upper_quartile_s", "real", "The length that three quarters of them do not reach", "s"),
                Column("longest_s", "real", "The longest", "s"),
                Column(
                    "average_with_titles_s", "real", "ASL with the titles counted as shots, as for a silent film", "s"
                ),
                *(Column(name, "integer", f"Transitions of the kind {kind}") for kind, name in COUNTED.items()),
            ),
        ),
    )

    def derive(self, measured: Measurements) -> Derived:
        shots = [(float(s["end_time"] - s["start_time"]), set(s["flags"])) for s in measured.spans("shots")]
        counted = [length for length, flags in shots if not flags & LEFT_OUT.keys()]
        with_titles = [length for length, flags in shots if not flags & (LEFT_OUT.keys() - {TITLE})]
        kinds = [t["kind"] for t in measured.spans("transitions")]
        row = {
            "shots": len(counted),
            **{name: sum(flag in flags for _, flags in shots) for flag, (name, _) in LEFT_OUT.items()},
            **numbers(counted),
            "average_with_titles_s": numbers(with_titles).get("average_shot_length_s"),
            **{name: kinds.count(kind) for kind, name in COUNTED.items()},
        }
        return Derived(spans={"statistics": [row]})


def numbers(lengths_s: list[float]) -> dict[str, Any]:
    """Mean, median, spread and quartiles of shot lengths in seconds; empty where there are no shots.

    Median and quartiles by linear interpolation; the deviation is that of the shots themselves (divided by n), as they
    are all of the film's and no sample.
    """
    if not lengths_s:
        return {}
    values = np.array(lengths_s)
    mean, deviation = float(values.mean()), float(values.std())
    shortest, lower, median, upper, longest = (float(v) for v in np.quantile(values, [0, 0.25, 0.5, 0.75, 1]))
    found = {
        "average_shot_length_s": mean,
        "median_shot_length_s": median,
        "median_to_average": median / mean if mean else None,
        "deviation_s": deviation,
        "coefficient_of_variation": deviation / mean if mean else None,
        "shortest_s": shortest,
        "lower_quartile_s": lower,
        "upper_quartile_s": upper,
        "longest_s": longest,
    }
    return {name: value if value is None else round(value, 6) for name, value in found.items()}
