"""Numbers as people read them, and words that do nothing but say something."""

from __future__ import annotations

import doctest
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cranework.cli import words
from cranework.cli.words import clock, percent, printable, size


def test_examples_in_the_docstrings() -> None:
    result = doctest.testmod(words)
    assert result.attempted and not result.failed


@given(st.fractions(0, 10**6))
def test_a_clock_is_right_to_the_thousandth(seconds: Fraction) -> None:
    hours, minutes, rest = clock(seconds).split(":")
    assert abs(int(hours) * 3600 + int(minutes) * 60 + Fraction(rest) - seconds) <= Fraction(1, 2000)
    assert int(minutes) < 60 and Fraction(rest) < 60


@given(st.text())
def test_nothing_printable_is_lost_and_nothing_else_is_kept(text: str) -> None:
    shown = printable(text)
    assert len(shown) == len(text) and shown.isprintable()
    assert all(a == b or not b.isprintable() for a, b in zip(shown, text, strict=True))


@pytest.mark.parametrize(
    ("count", "told"), [(0, "0 bytes"), (999, "999 bytes"), (1000, "1.0 kB"), (10**9, "1.0 GB"), (10**13, "10000.0 GB")]
)
def test_sizes(count: int, told: str) -> None:
    assert size(count) == told


def test_what_is_not_known() -> None:
    assert (clock(None), percent(None)) == ("?", "")
