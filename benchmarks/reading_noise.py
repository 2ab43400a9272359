"""A review and its double translation, made by rule: does the same reading come out?

Articles fall away, words of film come back as other words, long sentences come back as two. Each character of the new
text knows where in the old one it came from, so that statements can be laid over each other.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cranework.reading.review import review

ARTICLES = re.compile(r"\b(?:the|a|an) (?=[a-z])")
"""Before small letters: in titles and names they stay."""

SWAPPED = {
    "cinematographer": "operator", "cinematography": "operator work", "director of photography": "chief operator",
    "actress": "player", "actresses": "players", "actor": "player", "actors": "players", "shots": "photos",
    "editing": "assemblage", "prize": "price", "award": "prize", "performance": "interpretation",
    "performances": "interpretations", "movie": "film", "movies": "films", "screenplay": "scenario",
    "screenwriter": "scenarist", "directed": "realized", "starring": "with", "masterpiece": "chef d'oeuvre",
}  # fmt: skip
"""What translators into and out of Russian, French and German make of the words of film."""

TERM = re.compile(r"\b(?:" + "|".join(sorted(map(re.escape, SWAPPED), key=len, reverse=True)) + r")\b")
JOINT = re.compile(r", (?:and|but) (?=(?:he|she|it|they|we|there|this|the film)\b)")
"""Where a long sentence comes back as two: both halves have a subject."""

SAME_PLACE = 0.5
"""Overlap / union of two spans from which they are one statement, as in the scorer."""


@dataclass(frozen=True)
class Noisy:
    """A text, and for each of its characters the place of the old text that it came from."""

    text: str
    origin: list[int]


def translated(text: str) -> Noisy:
    """The text as it comes back from two translations."""
    now = Noisy(text, list(range(len(text))))
    now = _replaced(now, JOINT, lambda match: ". ")
    now = _replaced(now, TERM, lambda match: SWAPPED[match.group()])
    now = _replaced(now, ARTICLES, lambda match: "")
    starts = {match.start(1) for match in re.finditer(r"\. ([a-z])", now.text)}
    return Noisy("".join(c.upper() if n in starts else c for n, c in enumerate(now.text)), now.origin)


def _replaced(old: Noisy, pattern: re.Pattern[str], by: Any) -> Noisy:
    text, origin, done = [], [], 0
    for match in pattern.finditer(old.text):
        new = by(match)
        text += [old.text[done : match.start()], new]
        origin += old.origin[done : match.start()] + [old.origin[match.start()]] * len(new)
        done = match.end()
    return Noisy("".join([*text, old.text[done:]]), origin + old.origin[done:])


def noise(path: Path) -> None:
    """Print how many statements and verdicts stay the same over all texts of a labelled file."""
    found = same = agreed = 0
    for one in json.loads(path.read_text(encoding="utf-8"))["texts"]:
        noisy = translated(one["text"])
        before = review(one["text"]).document()["statements"]
        after = review(noisy.text).document()["statements"]
        pairs = _paired(before, after, noisy.origin)
        found += len(before)
        same += len(pairs)
        agreed += sum(a["verdict"] == b["verdict"] for a, b in pairs)
        print(f"{one['id']:4} {len(before):4} statements, {len(pairs):4} again")
    print(f"the same statements {same / max(found, 1):.3f} (at least 0.8)")
    print(f"the same verdicts   {agreed / max(same, 1):.3f} of those (at least 0.95)")


def _paired(
    before: list[dict[str, Any]], after: list[dict[str, Any]], origin: list[int]
) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    places = [(origin[b["start"]], origin[b["end"] - 1] + 1) for b in after]
    pairs, used = [], set()
    for a in before:
        best = max(
            (
                (_shared((a["start"], a["end"]), place), a["predicate"] == after[n]["predicate"], -n)
                for n, place in enumerate(places)
                if n not in used and after[n]["kind"] == a["kind"]
            ),
            default=(0.0, False, 0),
        )
        if best[0] >= SAME_PLACE:
            used.add(-best[2])
            pairs.append((a, after[-best[2]]))
    return pairs


def _shared(a: tuple[int, int], b: tuple[int, int]) -> float:
    both = min(a[1], b[1]) - max(a[0], b[0])
    return max(0, both) / max(max(a[1], b[1]) - min(a[0], b[0]), 1)
