from hypothesis import given
from hypothesis import strategies as st

from cranework.editing.spread import spread


def test_the_first_ones_lie_all_over_it() -> None:
    assert spread(0, 8, 9) == [0, 8, 4, 2, 6, 1, 3, 5, 7]
    assert spread(10, 12, 9) == [10, 12, 11]
    assert spread(5, 5, 9) == [5]


@given(st.integers(0, 1000), st.integers(0, 300), st.integers(1, 12))
def test_each_frame_once_and_both_ends(first: int, length: int, count: int) -> None:
    found = spread(first, first + length, count)
    assert len(found) == len(set(found)) == min(count, length + 1)
    assert all(first <= frame <= first + length for frame in found)
    assert count == 1 or {first, first + length} <= set(found)
