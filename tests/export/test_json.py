import io
import json
from pathlib import Path

import pytest
from tests.study.made import begun, whole_study

from cranework.errors import StudyUnfinished, UsageError
from cranework.export.json import export
from cranework.study.atomic import whole_file
from cranework.study.store import Study


def test_the_document_is_written_whole(tmp_path: Path) -> None:
    with Study.open(whole_study(tmp_path / "a.cranework")) as study:
        with whole_file(tmp_path / "a.json") as stream:
            export.write(study, stream)
        text = (tmp_path / "a.json").read_bytes().decode("utf-8")
        assert json.loads(text) == study.document() and text.endswith("}\n") and "Überfahrt" in text


def test_there_are_no_tables(tmp_path: Path) -> None:
    with Study.open(whole_study(tmp_path / "a.cranework")) as study, pytest.raises(UsageError, match="without tables"):
        export.write(study, io.StringIO(), table="shots")


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
