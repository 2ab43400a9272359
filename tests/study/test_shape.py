import copy
import json
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.page.made_review import MadeReview

from cranework.study.reviewed import schema
from cranework.study.shape import is_tame, keeps

SCHEMA = schema()
KNOWN = {
    "$ref", "additionalProperties", "anyOf", "const", "enum", "items", "maxItems", "maximum", "minItems", "minimum",
    "pattern", "properties", "required", "type",
}  # fmt: skip
SAYS_NOTHING = {"$schema", "$defs", "title", "description"}
FRACTIONS = st.floats(allow_nan=False, allow_infinity=False).filter(lambda number: not number.is_integer())
# To JSON Schema 1.0 is an integer as well; what counts places here must be a true one.
OTHER = st.one_of(
    st.none(), st.booleans(), st.integers(-3, 3), FRACTIONS, st.text(max_size=9),
    st.sampled_from(["refuted", "film", "film:x", "+", "credit"]),
    st.lists(st.integers(-2, 9), max_size=3), st.dictionaries(st.sampled_from(["words", "start", "x"]), st.text()),
)  # fmt: skip


def places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Of every value within a value."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(place for name, content in inner for place in places(content, (*path, name)))]


DOCUMENT = json.loads(json.dumps(MadeReview().document()))
PLACES = places(DOCUMENT)[1:]


def words_of(schema: Any) -> set[str]:
    """Every word of JSON Schema in a schema."""
    found = set(schema)
    for name in ("properties", "$defs"):
        found |= {word for inner in schema.get(name, {}).values() for word in words_of(inner)}
    for name in ("items", "additionalProperties"):
        found |= words_of(schema[name]) if name in schema else set()
    return found | {word for inner in schema.get("anyOf", ()) for word in words_of(inner)}


def test_every_word_of_the_schema_is_known() -> None:
    assert words_of(SCHEMA) <= KNOWN | SAYS_NOTHING


@given(st.sampled_from(PLACES), st.one_of(OTHER, st.just(...)))
def test_it_says_what_json_schema_says(place: tuple[Any, ...], other: Any) -> None:
    document = copy.deepcopy(DOCUMENT)
    holder = document
    for name in place[:-1]:
        holder = holder[name]
    if other is ...:
        del holder[place[-1]]
    else:
        holder[place[-1]] = other
    expected = jsonschema.Draft202012Validator(SCHEMA).is_valid(document)
    assert keeps(document, SCHEMA, SCHEMA) == expected


@pytest.mark.parametrize("value", [None, True, 1, "x", [], {}, [1], {"statements": []}])
def test_other_values_are_no_review(value: Any) -> None:
    assert not keeps(value, SCHEMA, SCHEMA)


def test_what_can_be_written_again_is_tame() -> None:
    assert is_tame(DOCUMENT, 8) and is_tame([[1]], 3) and is_tame("x", 1)
    assert not is_tame([[1]], 2) and not is_tame({"a": [float("inf")]}, 9) and not is_tame(float("nan"), 9)
