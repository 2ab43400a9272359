from collections.abc import Sequence
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from cranework.editing.shots import Shot, shots
from cranework.editing.spans import Span


def at_24(frame: int) -> Fraction:
    return Fraction(frame, 24)


def made(*spans: tuple[str, int, int]) -> list[Span]:
    return [Span(kind, a, b, 0.9) for kind, a, b in spans]


def places(found: Sequence[Shot]) -> list[tuple[int, int]]:
    return [(s.start, s.end) for s in found]


@st.composite
def films(draw: st.DrawFn) -> tuple[list[Span], list[tuple[int, int]], int]:
    frames = draw(st.integers(0, 300))
    bounds = sorted(draw(st.lists(st.integers(0, frames), max_size=16)))
    spans = []
    for a, b in zip(bounds[::2], bounds[1::2], strict=False):
        kind = draw(st.sampled_from(["dissolve", "fade_in", "fade_out", "wipe"])) if b > a else "cut"
        if kind != "cut" or 0 < a < frames:
            spans.append(Span(kind, a, b, 0.5))
    edges = sorted(draw(st.lists(st.integers(0, frames), max_size=8)))
    return spans, [(a, b) for a, b in zip(edges[::2], edges[1::2], strict=False) if a < b], frames


@given(films())
def test_shots_tile_the_film(film: tuple[list[Span], list[tuple[int, int]], int]) -> None:
    transitions, plain, frames = film
    found = shots(transitions, plain, frames, at_24)
    assert [f for s in found for f in range(s.start, s.end)] == list(range(frames))
    assert all(s.start < s.end for s in found)
    assert len(found) <= len(transitions) + 1


def test_a_film_without_transitions_is_one_shot() -> None:
    assert shots([], [], 10, at_24) == [Shot(0, 10)]
    assert shots([], [], 0, at_24) == []


def test_a_gradual_transition_belongs_half_to_each_side() -> None:
    found = shots(made(("cut", 50, 50), ("dissolve", 100, 125)), [], 200, at_24)
    assert places(found) == [(0, 50), (50, 112), (112, 200)]


def test_fades_with_little_plain_picture_between_are_one_boundary() -> None:
    found = shots(made(("fade_out", 40, 50), ("fade_in", 70, 80)), [(48, 71)], 120, at_24)
    assert found == [Shot(0, 60), Shot(60, 120)]


def test_longer_plain_picture_is_a_shot() -> None:
    found = shots(made(("fade_out", 40, 50), ("fade_in", 100, 110)), [(48, 101)], 150, at_24)
    assert found == [Shot(0, 45), Shot(45, 105, ("plain",)), Shot(105, 150)]


def test_time_counts_and_not_frames() -> None:
    transitions = made(("fade_out", 40, 50), ("fade_in", 70, 80))
    assert len(shots(transitions, [(48, 71)], 120, lambda frame: frame / 8)) == 3


def test_plain_picture_between_two_cuts_is_a_shot() -> None:
    found = shots(made(("cut", 40, 40), ("cut", 50, 50)), [(40, 50)], 100, at_24)
    assert found == [Shot(0, 40), Shot(40, 50, ("plain",)), Shot(50, 100)]


def test_a_cut_to_black_before_a_fade_in_is_the_boundary() -> None:
    found = shots(made(("cut", 40, 40), ("fade_in", 50, 60)), [(40, 51)], 100, at_24)
    assert places(found) == [(0, 40), (40, 100)]
    found = shots(made(("fade_out", 30, 40), ("cut", 50, 50)), [(39, 50)], 100, at_24)
    assert places(found) == [(0, 50), (50, 100)]


def test_the_ends_of_the_film_count_as_cuts() -> None:
    transitions = made(("fade_in", 10, 20), ("fade_out", 80, 90))
    assert shots(transitions, [(0, 11), (89, 100)], 100, at_24) == [Shot(0, 100)]
    late = made(("fade_in", 100, 120))
    assert shots(late, [(0, 100)], 200, at_24) == [Shot(0, 110, ("plain",)), Shot(110, 200)]


def test_fades_with_a_picture_between_are_two_boundaries() -> None:
    found = shots(made(("fade_out", 40, 50), ("fade_in", 60, 70)), [(49, 51)], 120, at_24)
    assert places(found) == [(0, 45), (45, 65), (65, 120)]
