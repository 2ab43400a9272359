"""Every line of every family's table has two sentences that it finds, and sentences that it leaves alone."""

from __future__ import annotations

import re
from typing import Any

import pytest
from tests.reading.statements import table

from cranework.reading.statements import FAMILIES
from cranework.reading.statements.mask import whole

BY_KIND = {family.kind: family for family in FAMILIES}
ALL = [line for family in table.FAMILIES for line in table.lines(family)]


@pytest.mark.parametrize("line", [one for one in ALL if one.predicate != "not"], ids=str)
def test_a_statement_is_found_with_its_words(line: Any, said: Any) -> None:
    found = [(one.kind, one.predicate, words) for one, words in said(line.text)]
    assert (line.family, line.predicate, line.words) in found


@pytest.mark.parametrize("line", [one for one in ALL if one.predicate == "not"], ids=str)
def test_other_sentences_are_left_alone(line: Any, said: Any) -> None:
    assert [words for one, words in said(line.text) if one.kind == line.family] == []


@pytest.mark.parametrize("kind", sorted(BY_KIND))
def test_every_line_of_the_table_has_two_sentences_and_two_that_it_leaves(kind: Any, masked: Any) -> None:
    lines = table.lines(kind)
    good = [one.text for line in lines if line.predicate != "not" for one in masked(line.text)]
    bad = [one.text for line in lines if line.predicate == "not" for one in masked(line.text)]
    assert len(bad) >= 2
    few = []
    for place, cue in enumerate(BY_KIND[kind].cues):
        pattern = whole(cue.pattern, 0 if cue.cased else re.IGNORECASE)
        count = sum(pattern.search(text) is not None for text in good)
        if count < 2:
            few.append((place, cue.predicate, count))
    assert few == []
