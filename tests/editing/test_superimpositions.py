from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from cranework.editing.judge import KINDS
from cranework.editing.luma import BLOCK, Luma
from cranework.editing.spans import Span
from cranework.editing.superimpositions import CLEAR, candidates, ghost, paired, probability
from cranework.editing.transitions import find

Made = Callable[..., Any]


def over(ways: Any, still: Made) -> Any:
    """Picture 2 over picture 1, in shares that change at frames: [(frame, share), …]."""
    frames, shares = zip(*ways, strict=True)
    share = np.interp(np.arange(frames[-1]), frames, shares)[:, None, None, None]
    return (1 - share) * still(1) + share * still(2)


def ramps(*places: tuple[str, int, int]) -> list[Span]:
    return [Span(kind, start, end, 0.8) for kind, start, end in places]


def test_a_picture_laid_over_and_taken_off_is_no_dissolve(source_of: Made, still: Made, grainy: Made) -> None:
    frames = over([(0, 0), (60, 0), (72, 0.5), (110, 0.5), (122, 0), (200, 0)], still)
    source, count = source_of(grainy(frames, 2.0))
    found = find(source, count, 24.0)
    (above,) = found.superimpositions
    assert abs(above.start - 61) <= 4 and abs(above.end - 122) <= 4
    assert 0.5 < above.confidence <= 0.99
    assert found.transitions == ()


def test_two_dissolves_are_no_superimposition(source_of: Made, still: Made, grainy: Made) -> None:
    frames = over([(0, 0), (60, 0), (80, 1), (140, 1), (160, 0), (220, 0)], still)
    source, count = source_of(grainy(frames, 2.0))
    found = find(source, count, 24.0)
    assert [one.kind for one in found.transitions] == ["dissolve", "dissolve"]
    assert found.superimpositions == ()


def test_a_ghost_is_what_still_shows(source_of: Made, still: Made) -> None:
    luma = Luma(*source_of([still(1), still(2), (still(1) + still(2)) / 2, np.roll(still(1), (2, 3), (0, 1))]))
    first, second, both, moved = (luma(i, i + 1)[0] for i in range(4))
    assert ghost(first, second) < 0.2 < ghost(first, both) <= CLEAR
    assert ghost(first, moved) == ghost(first, first) == CLEAR


def test_ramps_are_paired_within_a_shot() -> None:
    spans = ramps(("rise", 10, 20), ("fall", 60, 70), ("wipe", 90, 100), ("dissolve", 200, 210), ("fall", 2000, 2010))
    assert candidates(spans, []) == [(spans[0], spans[1])]
    assert candidates(spans, [40]) == [], "a cut lies between"
    assert candidates(ramps(("rise", 10, 12), ("fall", 14, 16)), []) == [], "a flash of another picture"


def test_a_lone_ramp_is_a_dissolve_if_it_may_be_one(source_of: Made, still: Made) -> None:
    luma = Luma(*source_of([still(1)] * 50))
    kinds = np.zeros((50, len(KINDS)), np.float32)
    kinds[:, KINDS.index("rise")], kinds[:, KINDS.index("dissolve")] = 0.5, 0.4
    assert [s.kind for s in paired(ramps(("rise", 10, 20)), [], kinds, luma)[1]] == ["dissolve"]
    kinds[:, KINDS.index("dissolve")] = 0.1
    assert paired(ramps(("rise", 10, 20)), [], kinds, luma) == ([], [])


def test_a_lone_ramp_that_leaves_no_ghost_is_a_dissolve(source_of: Made, still: Made) -> None:
    kinds = np.full((80, len(KINDS)), 0.01, np.float32)
    kinds[:, KINDS.index("rise")] = 0.94
    for share, kind in ((1.0, ["dissolve"]), (0.5, [])):
        luma = Luma(*source_of(over([(0, 0), (20, 0), (30, share), (80, share)], still)))
        assert [s.kind for s in paired(ramps(("rise", 20, 30)), [], kinds, luma)[1]] == kind


def test_a_pair_is_as_likely_as_both_of_its_ramps() -> None:
    rise, fall = ramps(("rise", 20, 30), ("fall", 50, 60))
    kinds = np.full((80, len(KINDS)), 0.02, np.float32)
    kinds[20:30, KINDS.index("rise")] = kinds[50:60, KINDS.index("fall")] = 0.8
    assert probability(rise, fall, kinds) > 0.9
    kinds[50:60, KINDS.index("fall")], kinds[50:60, KINDS.index("dissolve")] = 0.02, 0.9
    assert probability(rise, fall, kinds) < 0.5


def test_luma_reads_across_blocks(source_of: Made) -> None:
    frames = np.broadcast_to((16 + np.arange(1100) % 200)[:, None, None, None], (1100, 90, 160, 3))
    luma = Luma(*source_of(frames))
    stretch = luma(BLOCK - 3, 2 * BLOCK + 5)
    assert stretch.shape == (BLOCK + 8, 1344)
    assert stretch[:, 0] * 219 == pytest.approx((np.arange(BLOCK - 3, 2 * BLOCK + 5) % 200).astype(float), abs=1e-3)
