from itertools import pairwise
from typing import Any

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays
from numpy.typing import NDArray

from cranework.editing.judge import KINDS
from cranework.editing.spans import SWITCH_NATS, cut_peaks, gradual, likeliest_path, runs


def probabilities(logits: NDArray[Any]) -> NDArray[Any]:
    e = np.exp(logits - logits.max(1, keepdims=True))
    return (e / e.sum(1, keepdims=True)).astype(np.float32)


def said(**shares: float) -> NDArray[Any]:
    """Probabilities of all kinds; those not named share the rest."""
    rest = (1 - sum(shares.values())) / (len(KINDS) - len(shares))
    return np.array([shares.get(kind, rest) for kind in KINDS], np.float32)


def worth(path: NDArray[Any], kinds: NDArray[Any]) -> float:
    score = np.log(np.maximum(kinds.astype(np.float64), 1e-4))[np.arange(len(path)), path].sum()
    return score - SWITCH_NATS * np.count_nonzero(np.diff(path))


def plain_viterbi(kinds: NDArray[Any]) -> NDArray[Any]:
    scores = np.log(np.maximum(kinds.astype(np.float64), 1e-4))
    total, back = scores[0], []
    for row in scores[1:]:
        moves = total[:, None] - SWITCH_NATS * (1 - np.eye(len(row)))
        back.append(moves.argmax(0))
        total = moves.max(0) + row
    path = [int(total.argmax())]
    for step in reversed(back):
        path.append(int(step[path[-1]]))
    return np.array(path[::-1])


@given(arrays.arrays(np.float64, st.tuples(st.integers(1, 40), st.just(6)), elements=st.floats(-4, 4)), st.floats(0, 6))
def test_the_path_is_the_likeliest(logits: NDArray[Any], lead: float) -> None:
    logits[:, 0] += lead
    kinds = probabilities(logits)
    assert abs(worth(likeliest_path(kinds), kinds) - worth(plain_viterbi(kinds), kinds)) < 1e-4


def test_spans_lie_where_a_kind_lasts() -> None:
    kinds = np.tile(said(none=0.94), (80, 1))
    kinds[10:30] = said(none=0.1, wipe=0.85)
    kinds[40] = said(none=0.1, fade_in=0.85)
    (span,) = gradual(kinds)
    assert (span.kind, span.start, span.end) == ("wipe", 10, 30)
    assert abs(span.confidence - 0.85) < 1e-6
    assert gradual(kinds[:0]) == []


def test_what_kind_of_mixture_it_is_is_told_over_the_whole_stretch() -> None:
    kinds = np.tile(said(none=0.94), (60, 1))
    kinds[10:16] = said(none=0.1, dissolve=0.45, rise=0.4)
    kinds[16:30] = said(none=0.1, dissolve=0.3, rise=0.55)
    (span,) = gradual(kinds)
    assert (span.kind, span.start, span.end) == ("rise", 10, 30)
    assert span.confidence > 0.8, "that it is a mixture is surer than of which kind"


@given(st.lists(st.floats(0, 1, width=32), max_size=60))
def test_cuts_are_peaks_apart_from_each_other(values: Any) -> None:
    cut = np.array(values, np.float32)
    found = cut_peaks(cut)
    assert found == sorted(found)
    assert all(b - a > 2 for a, b in pairwise(found))
    assert all(cut[t] >= 0.5 for t in found)
    if len(cut) and cut.max() >= 0.5:
        assert int(cut.argmax()) in found


@given(st.lists(st.integers(0, 2), max_size=30))
def test_runs_tile(values: Any) -> None:
    path = np.array(values, np.int8)
    parts = list(runs(path))
    assert [v for v, a, b in parts for _ in range(a, b)] == values
