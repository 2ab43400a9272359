from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from cranework.editing.judge import KINDS, Judge
from cranework.editing.judging import CONTEXT, Judged
from cranework.editing.judging import judge as judge_with

Made = Callable[..., Any]


BLACK = (16, 128, 128)


def judge(*arguments: Any, **more: Any) -> Judged:
    return judge_with(Judge(), *arguments, **more)


@pytest.fixture(scope="module")
def film(source_of: Made, still: Made, grainy: Made) -> Any:
    """700 frames: cuts, a dissolve, a fade, movement of grain; a source, and the number of frames."""
    pictures = [still(i) for i in range(12)]
    shots = [np.repeat(p[None], 50, axis=0) for p in pictures]
    way = np.linspace(0, 1, 50)[:, None, None, None]
    shots.insert(3, (1 - way) * pictures[2] + way * pictures[3])
    shots.insert(8, BLACK + (pictures[6] - BLACK) * (1 - way))
    return source_of(grainy(np.concatenate(shots), 4.0))


def test_chunks_change_nothing(film: Any) -> None:
    source, count = film
    whole = judge(source, count, chunk=count)
    for chunk in (97, 256):
        parts = judge(source, count, chunk=chunk)
        assert np.abs(parts.cut - whole.cut).max() < 1e-5
        assert np.abs(parts.kinds - whole.kinds).max() < 1e-5
        assert (parts.std == whole.std).all()


def test_the_same_chunks_give_the_same_bytes(film: Any) -> None:
    source, count = film
    first, second = (judge(source, count, chunk=256) for _ in range(2))
    assert first.cut.tobytes() == second.cut.tobytes()
    assert first.kinds.tobytes() == second.kinds.tobytes()


def test_what_is_far_away_is_not_heard(film: Any) -> None:
    source, count = film
    start = 200
    part = judge(lambda a, b: source(a + start, b + start), count - start, chunk=100)
    whole = judge(source, count)
    assert np.abs(part.cut[CONTEXT:] - whole.cut[start + CONTEXT :]).max() < 1e-5


@pytest.mark.parametrize("count", [0, 1, 2, 3])
def test_the_shortest_films(source_of: Made, still: Made, count: int) -> None:
    judged = judge(*source_of([still(1)] * count))
    assert judged.cut.shape == (count,) and judged.kinds.shape == (count, len(KINDS)) and judged.std.shape == (count,)
    assert np.isfinite(judged.cut).all() and (judged.cut < 0.5).all()
    assert judged.kinds.sum(1) == pytest.approx(1)
