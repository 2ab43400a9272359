import io
import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from tests.export.moving import moving_study
from tests.study.made import begun, whole_study

from cranework.errors import StudyUnfinished
from cranework.export.json import export
from cranework.study.atomic import whole_file
from cranework.study.document import schema
from cranework.study.store import Study


def test_the_document_is_written_whole(tmp_path: Path) -> None:
    with Study.open(whole_study(tmp_path / "a.cranework")) as study:
        with whole_file(tmp_path / "a.json") as stream:
            export.write(study, stream)
        text = (tmp_path / "a.json").read_bytes().decode("utf-8")
        assert json.loads(text) == study.document() and text.endswith("}\n") and "Überfahrt" in text


def test_the_schema_describes_moves_whole(tmp_path: Path) -> None:
    with Study.open(moving_study(tmp_path / "a.cranework")) as study:
        stream = io.StringIO()
        export.write(study, stream)
        document = json.loads(stream.getvalue())
        jsonschema.validate(document, schema(), cls=jsonschema.Draft202012Validator)
        described = schema()["$defs"]["move"]["properties"]
        assert {column.name for column in study.kinds["moves"].columns} <= set(described)
        assert set(document["shots"][0]["moves"][0]) <= set(described)
        assert document["mobility"]["moving_share"] == 0.4
        assert document["mobility"]["share_by_label"] == {"pan_right": 0.2}


def test_mobility_stands_in_no_document_whose_moves_were_not_looked_for(tmp_path: Path) -> None:
    with Study.open(whole_study(tmp_path / "a.cranework")) as study:
        assert ("mobility" in study.document()) == ("mobility" in study.kinds)


@pytest.mark.parametrize(
    "wrong", [{"speed_unit": "miles"}, {"label": "swoop"}, {"degrees_per_s": [1.0]}, {"speed_word": "quick"},
              {"ambiguous_with": ["swoop"]}, {"tracks": {"first": 0}}, {"terms": {"ada": ["pan"]}}],
)  # fmt: skip
def test_the_schema_refuses_other_moves(wrong: dict[str, Any], tmp_path: Path) -> None:
    with Study.open(moving_study(tmp_path / "a.cranework")) as study:
        document = study.document()
    document["shots"][0]["moves"][0] |= wrong
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(document, schema(), cls=jsonschema.Draft202012Validator)


def test_nothing_is_left_of_an_unfinished_study(tmp_path: Path) -> None:
    begun(tmp_path / "a.cranework").close()
    with (
        Study.open(tmp_path / "a.cranework") as study,
        pytest.raises(StudyUnfinished),
        whole_file(tmp_path / "a.json") as stream,
    ):
        export.write(study, stream)
    assert not (tmp_path / "a.json").exists()


def test_what_it_says_of_itself() -> None:
    assert (export.name, export.suffix) == ("json", ".json") and export.meaning
