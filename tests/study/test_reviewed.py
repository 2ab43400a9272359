import json
from typing import Any

import jsonschema
import pytest
from tests.page.made_review import MadeReview

from cranework.study.reviewed import KINDS, VERDICTS, VOTES, schema


def valid(document: dict[str, Any]) -> bool:
    jsonschema.validate(json.loads(json.dumps(document)), schema(), cls=jsonschema.Draft202012Validator)
    return True


def test_the_schema_is_one_and_a_document_keeps_it() -> None:
    jsonschema.Draft202012Validator.check_schema(schema())
    assert valid(MadeReview().document())


def test_what_the_contract_names_is_enough() -> None:
    document = MadeReview(film=None).document()
    for added in ("film", "counts"):
        del document[added]
    for statement in document["statements"]:
        for added in ("runner_up", "subject", "objects"):
            del statement[added]
        statement["evidence"] = [{name: one[name] for name in ("source", "says", "as_of", "at")} for one in
                                 statement["evidence"]]  # fmt: skip
    assert valid(document)


def test_kinds_verdicts_and_votes_are_those_of_the_schema() -> None:
    defined = schema()["$defs"]
    assert defined["kind"]["enum"] == list(KINDS)
    assert defined["statement"]["properties"]["verdict"]["enum"] == list(VERDICTS)
    assert defined["evidence"]["properties"]["vote"]["enum"] == list(VOTES)
    assert schema()["properties"]["counts"]["required"] == list(VERDICTS)


@pytest.mark.parametrize(
    "wrong", [{"verdict": "true"}, {"kind": "fact"}, {"confidence": 1.5}, {"start": -1}, {"modality": "sure"},
              {"id": "s 1"}, {"about": "someone"}, {"evidence": [{"says": "no source"}]}, {"runner_up": "fact"},
              {"evidence": [{"source": "a", "says": "b", "as_of": "", "at": [1]}]}],
)  # fmt: skip
def test_the_schema_refuses_other_statements(wrong: dict[str, Any]) -> None:
    document = MadeReview().document()
    document["statements"][0] |= wrong
    with pytest.raises(jsonschema.ValidationError):
        valid(document)
