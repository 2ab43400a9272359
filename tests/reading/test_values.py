"""Numbers, dates and quantities are found with the interval that their words leave open, and with every reading."""

from __future__ import annotations

import time
from datetime import date

import pytest

from cranework.reading.model import Value
from cranework.reading.values import find

MINUTE, HOUR, YEAR, MILE = 60, 3600, 31_557_600, 1609.344


def only(text: str) -> Value:
    found = find(text)
    assert len(found) == 1, found
    assert text[found[0].start : found[0].end] == found[0].words
    assert found[0].readings[0] == (found[0].lo, found[0].hi) or len(found[0].readings) > 2
    return found[0]


def days(start: str, end: str) -> tuple[float, float]:
    return float(date.fromisoformat(start).toordinal()), float(date.fromisoformat(end).toordinal())


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("made in 1957 by a master", "1957-01-01", "1958-01-01"),
        ("the film (1957) is short", "1957-01-01", "1958-01-01"),
        ("in the summer of '42 he", "1942-06-01", "1942-10-01"),
        ("on 22 June 1941 they came", "1941-06-22", "1941-06-23"),
        ("on June 22nd, 1941 they came", "1941-06-22", "1941-06-23"),
        ("on the 22nd of June, 1941", "1941-06-22", "1941-06-23"),
        ("on 22.6.41 they came", "1941-06-22", "1941-06-23"),
        ("on 1941-06-22 they came", "1941-06-22", "1941-06-23"),
        ("on 22/06/1941 they came", "1941-06-22", "1941-06-23"),
        ("from 2 to 18 May 1958 there", "1958-05-02", "1958-05-19"),
        ("May 2-18, 1958", "1958-05-02", "1958-05-19"),
        ("in May 1945 it ended", "1945-05-01", "1945-06-01"),
        ("a film of the fifties", "1950-01-01", "1960-01-01"),
        ("this fifties comedy", "1950-01-01", "1960-01-01"),
        ("in the 1940s people", "1940-01-01", "1950-01-01"),
        ("in the 40's people", "1940-01-01", "1950-01-01"),
        ("a film of the '40s", "1940-01-01", "1950-01-01"),
        ("from 1946 to 1948 he", "1946-01-01", "1949-01-01"),
        ("the war of 1941-45", "1941-01-01", "1946-01-01"),
        ("between 1941 and 1945", "1941-01-01", "1946-01-01"),
        ("made in nineteen fifty-seven", "1957-01-01", "1958-01-01"),
        ("in the winter of 1941-42", "1941-12-01", "1943-04-01"),
        ("around 1957 he", "1955-01-01", "1960-01-01"),
    ],
)
def test_dates(text: str, start: str, end: str) -> None:
    value = only(text)
    assert value.kind == "date"
    assert (value.lo, value.hi) == days(start, end)


def test_early_mid_late_are_parts_that_overlap() -> None:
    early, mid, late = (only(f"in the {part} 1950s") for part in ("early", "mid", "late"))
    assert early.lo < mid.lo < early.hi < late.hi
    assert mid.lo < late.lo < mid.hi


def test_day_and_month_keep_all_readings() -> None:
    assert only("on 06-02-41 it began").readings == (days("1941-02-06", "1941-02-07"), days("1941-06-02", "1941-06-03"))
    assert len(only("on 3/3/1941 it began").readings) == 1


def test_two_digit_years_follow_the_century_of_the_others() -> None:
    assert find("Founded in 1812, burnt on 14.9.12")[1].lo == date(1812, 9, 14).toordinal()


def test_a_date_without_its_year_may_be_of_any() -> None:
    value = only("on 9 May it ended")
    assert days("1945-05-09", "1945-05-10") in value.readings
    assert value.hedged


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("it runs 97 minutes", 97 * MINUTE, 97 * MINUTE),
        ("a 95-minute film", 95 * MINUTE, 95 * MINUTE),
        ("(95')", 95 * MINUTE, 95 * MINUTE),
        ("it runs 1h37 here", 97 * MINUTE, 97 * MINUTE),
        ("it runs 1 hr 37 min here", 97 * MINUTE, 97 * MINUTE),
        ("an hour and forty minutes", 100 * MINUTE, 100 * MINUTE),
        ("two hours twenty.", 140 * MINUTE, 140 * MINUTE),
        ("two and a half hours", 135 * MINUTE, 165 * MINUTE),
        ("well over three hours", 3 * HOUR, float("inf")),
        ("almost three and a half hours", 210 * 0.85 * MINUTE, 210 * MINUTE),
        ("under two hours", 0, 2 * HOUR),
        ("four years", 3.5 * YEAR, 4.5 * YEAR),
        ("30+ years", 30 * YEAR, float("inf")),
        ("90 minutes", 85.5 * MINUTE, 94.5 * MINUTE),
    ],
)
def test_durations(text: str, low: float, high: float) -> None:
    value = only(text)
    assert value.kind == "duration"
    assert (value.lo, value.hi) == pytest.approx((low, high), rel=0.01)


@pytest.mark.parametrize(
    ("text", "kind", "low", "high"),
    [
        ("between 20 and 27 million people", "count", 20e6, 27e6),
        ("3 to 4 million dead", "count", 3e6, 4e6),
        ("20-27 million dead", "count", 20e6, 27e6),
        ("more than 25 million cinemagoers", "count", 25e6, float("inf")),
        ("up to 30 people", "count", 0, 30),
        ("27,000,000 dead", "count", 26.5e6, 27.5e6),
        ("1.5m tickets", "count", 1.45e6, 1.55e6),
        ("two and a half million men", "count", 2.45e6, 2.55e6),
        ("about 40 films", "count", 36, 44),
        ("a dozen films", "count", 12, 12),
        ("two hundred and five films", "count", 205, 205),
        ("dozens of films", "count", 20, 400),
        ("one in seven citizens", "share", 1 / 7.5, 1 / 6.5),
        ("13.5 % of them", "share", 0.135, 0.135),
        ("twenty per cent of them", "share", 0.15, 0.25),
        ("two thirds of the city", "share", 0.6, 0.74),
        ("nearly 20 miles from there", "distance", 15 * MILE, 20 * MILE),
        ("30 km from there", "distance", 25_000, 35_000),
        ("$20 million for that", "money", 15e6, 25e6),
        ("5 million roubles for that", "money", 4.5e6, 5.5e6),
        ("his third film", "ordinal", 3, 3),
        ("the 20th congress", "ordinal", 20, 20),
        ("in 2.35:1 here", "count", 2.35, 2.35),
    ],
)
def test_quantities(text: str, kind: str, low: float, high: float) -> None:
    value = only(text)
    assert value.kind == kind
    assert (value.lo, value.hi) == pytest.approx((low, high), rel=0.01)


@pytest.mark.parametrize(
    "text",
    [
        "one of the best", "I give it 8/10", "9 out of 10", "three stars", "at 7:30 pm", "shot on 35mm", "Apollo 13",
        "Catch-22", "12 Angry Men", "Fahrenheit 451", "World War 2", "Part 2 is worse", "in his fifties", "Rocky 4",
        "the boy of 'Number 13'", "may it march on", "a couple in love", "8 1/2",
    ],
)  # fmt: skip
def test_what_is_no_value(text: str) -> None:
    assert find(text) == []


def test_a_year_that_counts_is_a_count() -> None:
    assert [v.kind for v in find("1942 soldiers in 1942")] == ["count", "date"]


def test_time_is_linear_in_the_length() -> None:
    text = (
        "On 22 June 1941, nearly 20 miles away, two and a half million men of the fifties ran for one in seven. " * 500
    )
    began = time.perf_counter()
    assert len(find(text)) == 5 * 500
    assert time.perf_counter() - began < 10
