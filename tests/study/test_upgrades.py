import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from tests.study.made import FILM

from cranework.errors import NewerStudy, NotAStudy
from cranework.study import tables, upgrades
from cranework.study.store import Study
from cranework.study.writer import StudyWriter


def to_2(database: sqlite3.Connection) -> None:
    database.execute("ALTER TABLE film ADD COLUMN director TEXT")


def to_3(database: sqlite3.Connection) -> None:
    database.execute("UPDATE film SET director = 'Ozu'")


def broken(database: sqlite3.Connection) -> None:
    database.execute("DELETE FROM film")
    raise sqlite3.OperationalError("broken")


@pytest.fixture
def later(finished: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The finished study is of today; Cranework is two versions of the format later."""
    monkeypatch.setattr(tables, "VERSION", 3)
    monkeypatch.setattr(upgrades, "STEPS", {1: to_2, 2: to_3})


def version(path: Path) -> int:
    with closing(sqlite3.connect(path)) as database:
        found: int = database.execute("PRAGMA user_version").fetchone()[0]
        return found


def test_every_version_but_the_last_has_a_step() -> None:
    assert sorted(upgrades.STEPS) == list(range(1, tables.VERSION))


@pytest.mark.usefixtures("later")
def test_a_reader_reads_an_older_study_and_leaves_it_as_it_is(finished: Path) -> None:
    before = finished.read_bytes()
    with Study.open(finished) as study:
        assert len(study.shots) == 3 and study.signal("time.ticks").size == 50
        assert study._rows("SELECT director FROM film")[0]["director"] == "Ozu"
    assert finished.read_bytes() == before and os.listdir(finished.parent) == [finished.name]


@pytest.mark.usefixtures("later")
def test_a_writer_brings_an_older_study_up_to_date(finished: Path) -> None:
    with StudyWriter.hold(finished, FILM) as writer:
        assert not writer.created and len(writer.shots) == 3
    assert version(finished) == 3
    with Study.open(finished) as study:
        assert study._rows("SELECT director FROM film")[0]["director"] == "Ozu"


@pytest.mark.usefixtures("later")
def test_a_new_study_is_of_the_last_version(tmp_path: Path) -> None:
    path = tmp_path / "new.cranework"
    StudyWriter.hold(path, FILM).close()
    assert version(path) == 3


def test_a_step_that_fails_changes_nothing(finished: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "VERSION", 3)
    monkeypatch.setattr(upgrades, "STEPS", {1: to_2, 2: broken})
    before = finished.read_bytes()
    for take in (Study.open, lambda path: StudyWriter.hold(path, FILM)):
        with pytest.raises(NotAStudy):
            take(finished)
    assert version(finished) == 1
    monkeypatch.undo()
    with Study.open(finished) as study:
        assert len(study.shots) == 3
    assert len(finished.read_bytes()) == len(before)


def test_a_version_without_a_way_on_is_told(finished: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "VERSION", 2)
    with pytest.raises(NotAStudy):
        Study.open(finished)


@pytest.mark.usefixtures("later")
def test_a_study_newer_than_later(finished: Path) -> None:
    with closing(sqlite3.connect(finished)) as database:
        database.execute("PRAGMA user_version = 4")
    with pytest.raises(NewerStudy, match="format 4"):
        Study.open(finished)
