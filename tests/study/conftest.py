"""What the tests of studies share: a finished study, and one that is begun."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.study.made import begun, whole_study

from cranework.study.store import Study
from cranework.study.writer import StudyWriter


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a study may be made; the name means something to SQLite's URIs, to shells and to SQL."""
    return tmp_path / "-a film?x=1#%41'\"; é 猫.cranework"


@pytest.fixture
def finished(path: Path) -> Path:
    """A finished study of the made film."""
    return whole_study(path)


@pytest.fixture
def study(finished: Path) -> Iterator[Study]:
    """The finished study, open."""
    with Study.open(finished) as study:
        yield study


@pytest.fixture
def writer(path: Path) -> Iterator[StudyWriter]:
    """A writer with a plan and its frame layers begun, nothing measured."""
    with begun(path) as writer:
        yield writer
