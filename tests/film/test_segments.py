"""Segments cover a film without gap or overlap, and depend on nothing but the film."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from cranework.film.packets import PacketTable
from cranework.film.segments import SEGMENT_SECONDS, STRAIGHT_FRAMES, plan, straight

BASE = Fraction(1, 10)


@given(st.lists(st.booleans(), min_size=1, max_size=2000), st.integers(-100, 10**6), st.integers(1, 40))
def test_segments_of_a_sound_film(keys: list[bool], start: int, step: int) -> None:
    key = np.array([True, *keys])
    pts = start + step * np.arange(len(key))
    planned = plan(PacketTable(pts, key, np.zeros(len(key), bool), exact=True), BASE)
    assert [segment.index for segment in planned] == list(range(len(planned)))
    assert all(segment.by_ticks for segment in planned)
    assert planned[0].start is None and planned[-1].end is None
    assert [s.start for s in planned[1:]] == [s.end for s in planned[:-1]]
    begins = [int(pts[0]), *(s.start for s in planned[1:] if s.start is not None)]
    assert set(begins) <= set(pts[key].tolist())
    assert all(b - a >= SEGMENT_SECONDS / BASE for a, b in pairwise(begins))


@given(st.integers(0, 10_000))
def test_segments_of_a_straight_decoding(packets: int) -> None:
    planned = straight(packets)
    assert planned[0].start == 0 and planned[-1].end is None and not any(s.by_ticks for s in planned)
    assert [s.start for s in planned[1:]] == [s.end for s in planned[:-1]]
    assert all(s.end - s.start == STRAIGHT_FRAMES for s in planned[:-1] if s.end is not None and s.start is not None)
    assert len(planned) == max(1, -(-packets // STRAIGHT_FRAMES))


def test_a_segment_needs_no_packet_after_its_last() -> None:
    """Also where pictures that are shown before a key frame follow it in the file (open GOP)."""
    pts = np.array([0, 2, 1, 300, 298, 299, 301])
    key = np.array([True, False, False, True, False, False, False])
    first, second = plan(PacketTable(pts, key, np.zeros(7, bool), exact=True), BASE)
    assert (first.end, first.last_packet, second.last_packet) == (300, 299, None)


def test_a_film_whose_times_are_not_sound_is_decoded_straight_through() -> None:
    pts = np.arange(2000)
    table = PacketTable(pts, pts % 10 == 0, np.zeros(2000, bool), exact=False)
    assert plan(table, BASE) == straight(2000)
