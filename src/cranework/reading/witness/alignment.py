"""Lays a few words beside a stretch of many: local alignment of words.

T. F. Smith and M. S. Waterman, "Identification of common molecular subsequences" (1981), with words for molecules.
"""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz import fuzz

EQUAL, NEAR, GAP = 2, 1, -1
NEAR_RATIO, NEAR_LETTERS = 85, 4
"""Likeness in percent, and letters at least, of two words of which one may be a misspelling of the other."""

Pair = tuple[int, int]


def _near(few: Sequence[str], many: Sequence[str]) -> dict[str, set[str]]:
    """For each of the few words, which of the many are nearly it."""
    long = {word for word in many if len(word) >= NEAR_LETTERS}
    return {
        word: {other for other in long if other != word and fuzz.ratio(word, other, score_cutoff=NEAR_RATIO)}
        for word in {*few}
        if len(word) >= NEAR_LETTERS
    }


def aligned(few: Sequence[str], many: Sequence[str]) -> tuple[int, list[Pair]]:
    """Score of the best local alignment, and its pairs (place among the few, place among the many), in order.

    Time and space grow with the product of the two lengths.
    """
    near = _near(few, many)
    rows = [[0] * (len(many) + 1)]
    best, end = 0, (0, 0)
    for i, word in enumerate(few, 1):
        above, row, alike = rows[-1], [0], near.get(word, ())
        for j, other in enumerate(many, 1):
            fit = EQUAL if word == other else NEAR if other in alike else GAP
            score = max(0, above[j - 1] + fit, above[j] + GAP, row[-1] + GAP)
            row.append(score)
            if score > best:
                best, end = score, (i, j)
        rows.append(row)
    pairs: list[Pair] = []
    i, j = end
    while rows[i][j]:
        word, other = few[i - 1], many[j - 1]
        fit = EQUAL if word == other else NEAR if other in near.get(word, ()) else GAP
        if rows[i][j] == rows[i - 1][j - 1] + fit:
            i, j = i - 1, j - 1
            if fit > 0:
                pairs.append((i, j))
        elif rows[i][j] == rows[i - 1][j] + GAP:
            i -= 1
        else:
            j -= 1
    return best, pairs[::-1]
