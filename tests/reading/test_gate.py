"""Only when eight conditions hold is anything refuted; the one that is not met is named."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from cranework.reading.model import Statement
from cranework.reading.verdicts import Gate, Part, Vote, may_refute, weigh
from cranework.references.model import Source

PRIMARY, REFERENCE, SECONDARY = (Source(kind, kind, kind) for kind in ("primary", "reference", "secondary"))
AGAINST = Vote("-", "another", REFERENCE, binding=True)


def said(**rest: Any) -> Statement:
    return Statement(0, 10, "credit", "director", **rest)


def verdict(votes: Sequence[Vote], statement: Statement | None = None, **rest: Any) -> str:
    return weigh(statement or said(), [Part(votes, **rest)]).verdict


def test_the_open_gate_refutes() -> None:
    assert may_refute(said(), Part([AGAINST])).stopped is None
    assert verdict([AGAINST]) == "refuted"


CLOSED: list[tuple[str, Statement, Part, str]] = [
    ("plain", said(modality="reported"), Part([AGAINST]), "differs"),
    ("subject_sure", said(), Part([AGAINST], subject_sure=False), "unverified"),
    ("object_sure", said(), Part([AGAINST], object_sure=False), "unverified"),
    ("functional", said(), Part([Vote("-", "another", REFERENCE)]), "unverified"),
    ("stated", said(), Part([Vote("-", "of another version", REFERENCE, binding=True, same=False)]), "unverified"),
    ("outside", said(), Part([AGAINST, Vote("~", "near", REFERENCE)]), "differs"),
    ("unopposed", said(), Part([AGAINST, Vote("+", "this", REFERENCE)]), "differs"),
    ("uncorrected", said(corrected=True), Part([AGAINST]), "differs"),
]


@pytest.mark.parametrize(("condition", "statement", "part", "wanted"), CLOSED, ids=[case[0] for case in CLOSED])
def test_each_condition_stops_a_refutation(condition: str, statement: Statement, part: Part, wanted: str) -> None:
    assert may_refute(statement, part).stopped == condition
    judgement = weigh(statement, [part])
    assert judgement.verdict == wanted
    assert any(condition in item.rule for item in judgement.evidence)


def test_all_eight_are_tested() -> None:
    assert {case[0] for case in CLOSED} == set(Gate._fields)


def test_the_lattice() -> None:
    plus, near, silent = Vote("+", "this", REFERENCE), Vote("~", "near", REFERENCE), Vote("0", "nothing")
    assert verdict([plus]) == "supported"
    assert verdict([near]) == "differs"
    assert verdict([silent]) == "unverified"
    assert verdict([]) == "unverified"
    assert verdict([plus, silent]) == "supported"


def test_a_lesser_source_does_not_stand_against_a_primary_one() -> None:
    assert verdict([Vote("-", "another", PRIMARY, binding=True), Vote("+", "this", SECONDARY)]) == "refuted"
    assert verdict([Vote("-", "another", PRIMARY, binding=True), Vote("+", "this", REFERENCE)]) == "differs"


def test_a_list_that_lacks_what_an_equal_source_states_is_not_complete() -> None:
    lacking = Vote("-", "the list", REFERENCE, binding=True, omission=True)
    assert verdict([lacking, Vote("+", "this", REFERENCE)]) == "supported"


def test_fringe_and_obsolete_facts_neither_refute_nor_support_alone() -> None:
    assert verdict([Vote("-", "another", REFERENCE, binding=True, fringe=True)]) == "differs"
    assert verdict([Vote("+", "this", REFERENCE, obsolete=True)]) == "differs"
    assert verdict([AGAINST, Vote("+", "the old figure", REFERENCE, obsolete=True)]) == "differs"
    assert verdict([AGAINST, Vote("+", "a crank's figure", REFERENCE, fringe=True)]) == "refuted"


def test_a_denial_turns_the_votes() -> None:
    denied = said(polarity="negative")
    assert verdict([AGAINST], denied) == "supported"
    assert verdict([Vote("+", "this", REFERENCE)], denied) == "refuted"
    assert verdict([Vote("-", "an open list", REFERENCE)], denied) == "unverified"


@pytest.mark.parametrize("modality", ["ironic", "hypothetical"])
def test_what_nobody_claims_is_not_checked(modality: Any) -> None:
    assert verdict([AGAINST], said(modality=modality)) == "not_checkable"


def test_what_some_say_is_never_refuted_and_may_be_supported() -> None:
    reported = said(modality="reported")
    assert verdict([AGAINST], reported) == "differs"
    assert verdict([Vote("+", "this", REFERENCE)], reported) == "supported"


def test_a_weak_cue_does_not_carry_a_refutation() -> None:
    judgement = weigh(said(prior=0.4), [Part([AGAINST])])
    assert judgement.verdict == "differs"
    assert "confidence" in judgement.evidence[0].rule


def test_a_compound_takes_the_gravest_verdict_and_lists_its_parts() -> None:
    judgement = weigh(said(), [Part([Vote("+", "this", REFERENCE)]), Part([AGAINST])])
    assert judgement.verdict == "refuted"
    assert {item.vote for item in judgement.evidence} == {"+", "-"}


def test_what_would_tell_is_named() -> None:
    assert "a cast list" in weigh(said(), [Part(needs="a cast list")]).evidence[0].says


def test_sources_that_copy_are_one_voice() -> None:
    copy = Source("copy", "copy", "reference", copies_of="reference")
    other = Source("other", "other", "reference")
    alone = weigh(said(), [Part([Vote("+", "this", REFERENCE), Vote("+", "this", copy)])])
    both = weigh(said(), [Part([Vote("+", "this", REFERENCE), Vote("+", "this", other)])])
    assert alone.confidence < both.confidence


def test_nothing_surer_than_needed_is_refuted_by_a_disputed_value_alone() -> None:
    assert verdict([Vote("-", "another", REFERENCE, binding=True, certainty="disputed")]) == "unverified"


def test_evidence_says_of_what_kind_its_source_is() -> None:
    judgement = weigh(said(), [Part([Vote("+", "this", REFERENCE), Vote("+", "this")])])
    assert [evidence.kind for evidence in judgement.evidence] == ["reference", ""]
