import gzip
import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from tests.page.made_review import MadeReview
from tests.study.made import FILM, ticks

from cranework.errors import NewerStudy, NotAStudy
from cranework.study import tables, upgrades
from cranework.study.store import Study
from cranework.study.writer import StudyWriter

TODAY = tables.VERSION
OLD = sorted(
    Path(__file__).parent.glob("version_*.cranework.gz")
)  # studies of the made film, each by a Cranework of its day


def one_later(database: sqlite3.Connection) -> None:
    database.execute("ALTER TABLE film ADD COLUMN director TEXT")


def two_later(database: sqlite3.Connection) -> None:
    database.execute("UPDATE film SET director = 'Ozu'")


def broken(database: sqlite3.Connection) -> None:
    database.execute("DELETE FROM film")
    raise sqlite3.OperationalError("broken")


@pytest.fixture
def later(finished: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The finished study is of today; Cranework is two versions of the format later."""
    monkeypatch.setattr(tables, "VERSION", TODAY + 2)
    monkeypatch.setattr(upgrades, "STEPS", {TODAY: one_later, TODAY + 1: two_later})


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
    assert version(finished) == TODAY + 2
    with Study.open(finished) as study:
        assert study._rows("SELECT director FROM film")[0]["director"] == "Ozu"


@pytest.mark.usefixtures("later")
def test_a_new_study_is_of_the_last_version(tmp_path: Path) -> None:
    path = tmp_path / "new.cranework"
    StudyWriter.hold(path, FILM).close()
    assert version(path) == TODAY + 2


def test_a_step_that_fails_changes_nothing(finished: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "VERSION", TODAY + 2)
    monkeypatch.setattr(upgrades, "STEPS", {TODAY: one_later, TODAY + 1: broken})
    before = finished.read_bytes()
    for take in (Study.open, lambda path: StudyWriter.hold(path, FILM)):
        with pytest.raises(NotAStudy):
            take(finished)
    assert version(finished) == TODAY
    monkeypatch.undo()
    with Study.open(finished) as study:
        assert len(study.shots) == 3
    assert len(finished.read_bytes()) == len(before)


def test_a_version_without_a_way_on_is_told(finished: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "VERSION", TODAY + 1)
    with pytest.raises(NotAStudy):
        Study.open(finished)


@pytest.mark.usefixtures("later")
def test_a_study_newer_than_later(finished: Path) -> None:
    with closing(sqlite3.connect(finished)) as database:
        database.execute(f"PRAGMA user_version = {TODAY + 3}")
    with pytest.raises(NewerStudy, match=f"format {TODAY + 3}"):
        Study.open(finished)


# Studies that older versions made


@pytest.fixture(params=OLD, ids=lambda kept: kept.name)
def old(request: pytest.FixtureRequest, path: Path) -> Path:
    path.write_bytes(gzip.decompress(request.param.read_bytes()))
    return path


def test_a_study_of_every_older_version_is_kept() -> None:
    assert [kept.name for kept in OLD] == [f"version_{version}.cranework.gz" for version in range(1, TODAY)]


def test_an_old_study_is_read_and_left_as_it_is(old: Path) -> None:
    before = old.read_bytes()
    with Study.open(old) as study:
        assert study.signal("time.ticks").tolist() == ticks().tolist()
        assert len(study.document()["shots"]) == 3 and study.reviews == []
    assert old.read_bytes() == before and os.listdir(old.parent) == [old.name]


def test_an_old_study_is_brought_up_to_date_and_keeps_all(old: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(old)) as database, database:
        for words in ("first", "last"):
            database.execute("INSERT INTO text (name, content) VALUES ('by hand', ?)", (words,))
    with Study.open(old) as study:
        before = study.document()
        assert study.reviews == []
    with StudyWriter.hold(old, FILM) as writer:
        writer.keep_reviews([MadeReview()])
    assert version(old) == TODAY
    with Study.open(old) as study:
        assert study.document() == before
        assert [review.name for review in study.reviews] == ["lantern.txt"]
        assert [row["content"] for row in study._rows("SELECT content FROM text")] == ["last", MadeReview().text]
    StudyWriter.hold(tmp_path / "new.cranework", FILM).close()
    assert tables_of(old) >= tables_of(tmp_path / "new.cranework")


def tables_of(path: Path) -> set[tuple[str, str]]:
    with closing(sqlite3.connect(path)) as database:
        found = database.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'table'").fetchall()
    return {(name, " ".join(sql.split())) for name, sql in found}
