"""Studies come from strangers: whatever stands in one, it is read, or refused in one line, and nothing else happens."""

import json
import random
import sqlite3
import zlib
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from tests.page.made_review import MadeReview
from tests.study.made import FILM, whole_study

from cranework.errors import InputError, NotAStudy, SurroundingsError
from cranework.study.store import Study
from cranework.study.writer import StudyWriter

DOCUMENT = json.dumps(MadeReview().document())


def read_all(path: Path) -> None:
    """Asks for everything that a study can be asked for."""
    with Study.open(path) as study:
        study.document()
        for review in study.reviews:
            review.document()
        for name in study.signals:
            study.signal(name)
        for kind in study.kinds:
            study.spans(kind)
        for frame in study.still_frames()[:9].tolist():
            study.still(frame)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = whole_study(tmp_path_factory.mktemp("whole") / "a.cranework")
    with StudyWriter.hold(path, FILM) as writer:
        writer.keep_reviews([MadeReview()])
    return path.read_bytes()


@pytest.fixture
def alter(path: Path, whole: bytes) -> Callable[..., Path]:
    """The study after some SQL."""

    def altered(*statements: str) -> Path:
        path.write_bytes(whole)
        with closing(sqlite3.connect(path)) as database, database:
            for statement in statements:
                database.execute(statement)
        return path

    return altered


REFUSED = [
    "DELETE FROM film",
    "UPDATE film SET details = '{}'",
    "UPDATE film SET details = 'x'",
    "UPDATE film SET details = x'00'",
    "UPDATE film SET details = NULL WHERE 0; DROP TABLE text",
    "UPDATE film SET details = CAST(x'fffe' AS TEXT)",
    "UPDATE film SET frames = 'many'",
    "UPDATE film SET frames = 51",
    "UPDATE film SET frames = 9223372036854775807",
    "UPDATE segment SET frames = 1000000000000 WHERE idx = 1; UPDATE film SET frames = 1000000000020",
    "UPDATE segment SET frames = -5",
    "UPDATE segment SET first_frame = 3",
    "UPDATE segment SET frames = 2.5",
    "UPDATE chunk SET data = x'00'",
    "UPDATE chunk SET data = 'words'",
    "UPDATE chunk SET data = zeroblob(1000000)",
    "DELETE FROM chunk",
    "DELETE FROM signal",
    "UPDATE span_shots SET start_frame = 'a'",
    "UPDATE span_shots SET start_frame = -1",
    "UPDATE span_shots SET end_frame = 1000",
    "UPDATE span_shots SET end_frame = 5 WHERE number = 1",
    "UPDATE span_shots SET start_time = '1/0'",
    "UPDATE span_shots SET start_time = 7.5",
    "UPDATE span_shots SET flags = '[1, 2'",
    "UPDATE span_appearance SET luma_mean = 'bright'",
    "UPDATE span_appearance SET color_kind = x'00'",
    "UPDATE span_statistics SET shots = 1.5",
    "DROP TABLE span_shots",
    "DROP VIEW shots; ALTER TABLE span_shots DROP COLUMN flags",
    "DROP VIEW shots; DROP VIEW appearance; ALTER TABLE span_appearance DROP COLUMN color_kind",
    "UPDATE layer SET declaration = '[]'",
    'UPDATE layer SET declaration = \'{"kind": "frame", "meaning": "", "needs": [], "gives": [{}]}\'',
    "UPDATE layer SET version = 'one'",
    "UPDATE layer SET finished = 1, seconds = 'long'",
    "UPDATE still SET data = 'words'",
    "CREATE TRIGGER t AFTER UPDATE ON film BEGIN DELETE FROM correction; END",
    "CREATE VIRTUAL TABLE v USING fts5(a)",
    "DROP TABLE text; CREATE VIEW text AS SELECT 1",
    "UPDATE text SET content = 'shorter'",
    "UPDATE text SET content = x'00'",
    "UPDATE text SET content = CAST(x'fffe' AS TEXT)",
    "UPDATE text SET content = CAST(zeroblob(8000001) AS TEXT)",
    "UPDATE text SET name = x'00'",
    "UPDATE text SET name = CAST(zeroblob(4097) AS TEXT)",
    "UPDATE text SET made = x'00'",
    "UPDATE text SET made = NULL",
    "UPDATE text SET review = ''",
    "UPDATE text SET review = '{}'",
    "UPDATE text SET review = x'7b7d'",
    "UPDATE text SET review = json_set(review, '$.statements[0].end', 1000000)",
    "UPDATE text SET review = json_set(review, '$.statements[0].start', 99, '$.statements[0].end', 9)",
    "UPDATE text SET review = json_set(review, '$.statements[0].start', -1)",
    "UPDATE text SET review = json_set(review, '$.statements[0].verdict', 'true')",
    "UPDATE text SET review = json_set(review, '$.statements[0].confidence', '0.9')",
    "UPDATE text SET review = json_set(review, '$.statements[0].evidence', 7)",
    "UPDATE text SET review = json_set(review, '$.unread[0].end', 1000000)",
    "UPDATE text SET review = json_set(review, '$.film', 'Ozu')",
    "UPDATE text SET review = json_remove(review, '$.text')",
    "UPDATE text SET review = replace(review, '0.98', '1e999')",
    "UPDATE text SET review = replace(review, '0.98', 'NaN')",
    'UPDATE text SET review = replace(review, \'"unread":\', \'"more":1e999,"unread":\')',
    "DROP TABLE text; CREATE TABLE text (name, content, review); INSERT INTO text VALUES ('a', '', '{}')",
    "DROP TABLE text; CREATE TABLE text (id, name, content, review AS (zeroblob(1000000000)), made)",
    "DROP TABLE correction; CREATE TABLE correction (id, big AS (zeroblob(1000000000)))",
]


@pytest.mark.parametrize("sql", REFUSED)
def test_what_no_writer_would_have_written_is_refused(alter: Callable[..., Path], sql: str) -> None:
    path = alter(*sql.split("; ") if "BEGIN" not in sql else [sql])
    with pytest.raises(InputError) as told:
        read_all(path)
    assert str(told.value).startswith(f"{path}: ") and "\n" not in str(told.value)


def declare(alter: Callable[..., Path], layer: str, change: Callable[[dict[str, Any]], None]) -> Path:
    """The study with another declaration of a layer."""
    path = alter()
    with closing(sqlite3.connect(path)) as database, database:
        (text,) = database.execute("SELECT declaration FROM layer WHERE name = ?", (layer,)).fetchone()
        stored = json.loads(text)
        change(stored)
        database.execute("UPDATE layer SET declaration = ? WHERE name = ?", (json.dumps(stored), layer))
    return path


@pytest.mark.parametrize("name", ['shots"; DROP TABLE film; --', "film", "sqlite_schema", "shots' OR 1", "", "SHOTS"])
def test_names_are_never_sql(alter: Callable[..., Path], name: str) -> None:
    path = declare(alter, "shots", lambda stored: stored["gives"][1].update(name=name))
    with pytest.raises(InputError):
        read_all(path)
    with closing(sqlite3.connect(path)) as database:
        assert database.execute("SELECT count(*) FROM film").fetchone() == (1,)


@pytest.mark.parametrize("name", ['flags" FROM film --', "start", "(SELECT details FROM film)", "fl*gs"])
def test_columns_are_never_sql(alter: Callable[..., Path], name: str) -> None:
    path = declare(alter, "shots", lambda stored: stored["gives"][1]["columns"][0].update(name=name))
    with pytest.raises(InputError):
        read_all(path)


@pytest.mark.parametrize(
    "change",
    [{"dtype": "O"}, {"dtype": "f4,f4"}, {"shape": [1 << 40]}, {"shape": [-1]}, {"shape": [5]}, {"dtype": "<f8"}],
)
def test_values_are_only_what_they_say_they_are(alter: Callable[..., Path], change: dict[str, Any]) -> None:
    path = declare(alter, "light", lambda stored: stored["gives"][0].update(change))
    with pytest.raises(NotAStudy):
        read_all(path)


@pytest.mark.parametrize("change", [{"dtype": "<f8"}, {"shape": [2]}, {"dtype": "|b1"}])
def test_times_are_whole_numbers(alter: Callable[..., Path], change: dict[str, Any]) -> None:
    path = declare(alter, "time", lambda stored: stored["gives"][0].update(change))
    with pytest.raises(NotAStudy):
        Study.open(path)


@pytest.mark.parametrize("change", [{"per": "shots"}, {"whole": True}])
def test_shots_have_places(alter: Callable[..., Path], change: dict[str, Any]) -> None:
    path = declare(alter, "shots", lambda stored: stored["gives"][1].update(change))
    with pytest.raises(NotAStudy):
        read_all(path)


def test_figures_of_the_whole_film_that_are_not(alter: Callable[..., Path]) -> None:
    path = declare(alter, "appearance", lambda stored: stored["gives"][1].update(whole=False))
    with pytest.raises(NotAStudy):
        read_all(path)


def test_a_bomb_takes_no_memory(alter: Callable[..., Path]) -> None:
    path = alter()
    bomb = zlib.compress(bytes(100_000_000), 9)
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("UPDATE chunk SET data = ?", (bomb,))
    import tracemalloc

    tracemalloc.start()
    with pytest.raises(NotAStudy):
        read_all(path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 5_000_000


def put_text(path: Path, review: str) -> None:
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("UPDATE text SET review = ?", (review,))


@pytest.mark.parametrize("added", ["[" * 900 + "]" * 900, '{"a":' * 900 + "1" + "}" * 900, "[" * 100_000])
def test_a_review_nested_without_end_is_refused(alter: Callable[..., Path], added: str) -> None:
    path = alter()
    put_text(path, f'{DOCUMENT[:-1]},"more":{added}}}')
    with pytest.raises(NotAStudy):
        read_all(path)


def test_members_of_a_later_version_are_kept(alter: Callable[..., Path]) -> None:
    path = alter()
    put_text(path, f'{DOCUMENT[:-1]},"more":[{{"a":1.5}}]}}')
    with Study.open(path) as study:
        assert study.reviews[0].document()["more"] == [{"a": 1.5}]


@pytest.mark.parametrize("sql", [
    "UPDATE text SET review = CAST(zeroblob(32000001) AS TEXT)",
    "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n LIMIT 1000)"
    " INSERT INTO text (name, content, review, made) SELECT x, '', '', '' FROM n",
])  # fmt: skip
def test_more_texts_than_are_kept_take_no_memory(alter: Callable[..., Path], sql: str) -> None:
    path = alter(sql)
    import tracemalloc

    tracemalloc.start()
    with Study.open(path) as study, pytest.raises(NotAStudy):
        study.reviews  # noqa: B018
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 2_000_000


def test_places_that_no_film_has_are_no_places(alter: Callable[..., Path]) -> None:
    huge = "9" * 400
    for place in ("[99, 0]", f"[0, {huge}]", f"[{huge}, {huge}]"):
        path = alter()
        put_text(path, DOCUMENT.replace("[0, 2400]", place))
        with Study.open(path) as study:
            evidence = [one for said in study.reviews[0].document()["statements"] for one in said["evidence"]]
        assert not any(one["at"] for one in evidence)


def test_views_of_a_stranger_are_not_asked(alter: Callable[..., Path]) -> None:
    """They may run for ever; only plain tables are read."""
    endless = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT max(x) AS flags FROM n"
    path = alter("DROP VIEW shots", f"CREATE VIEW shots AS {endless}", f"CREATE VIEW other AS {endless}")
    read_all(path)
    with StudyWriter.hold(path, FILM) as writer:
        writer.forget([])
    with closing(sqlite3.connect(path)) as database:
        assert len(database.execute("SELECT * FROM shots").fetchall()) == 3


def test_a_writer_refuses_what_a_reader_refuses(alter: Callable[..., Path]) -> None:
    for sql in ("CREATE TRIGGER t AFTER UPDATE ON film BEGIN DELETE FROM correction; END", "DELETE FROM film"):
        path = alter(sql)
        before = path.read_bytes()
        with pytest.raises(NotAStudy):
            StudyWriter.hold(path, FILM)
        assert path.read_bytes() == before


def test_what_stands_in_a_study_besides_is_passed_over(alter: Callable[..., Path]) -> None:
    read_all(alter("CREATE TABLE mine (a)", "CREATE INDEX fast ON span_shots (end_frame)", "ANALYZE"))


@pytest.mark.parametrize("seed", range(60))
def test_damage_anywhere_is_told_in_one_line(path: Path, whole: bytes, seed: int) -> None:
    rng = random.Random(seed)
    damaged = bytearray(whole)
    for _ in range(rng.choice((1, 10, 1000))):
        damaged[rng.randrange(len(damaged))] = rng.randrange(256)
    if rng.random() < 0.2:
        del damaged[rng.randrange(len(damaged)) :]
    path.write_bytes(damaged)
    for use in (read_all, _write_all):
        try:
            use(path)
        except (InputError, SurroundingsError) as error:
            assert "\n" not in str(error) and error.subject


def _write_all(path: Path) -> None:
    with StudyWriter.hold(path, FILM) as writer:
        writer.forget(["shots", "light"])
