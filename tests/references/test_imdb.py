"""IMDb's tables: what becomes of their cells; twice, newer, cut off and gone on with."""

from __future__ import annotations

import gzip
import os
from collections.abc import Sequence
from pathlib import Path

import pytest
from tests.references.conftest import Bring, WriteTable

from cranework.errors import NotImportable
from cranework.references.importers import Progress, Request, imdb, importer, run
from cranework.references.store import Store
from cranework.references.writing import Import

FILM = r"tt0000001|movie|The Gold Rush|The Gold Rush|0|1925|\N|95|Comedy,Drama"
SERIES = r"tt0000002|tvSeries|Sherlock|Sherlock|0|2010|2017|88|Crime"
FOREIGN = r"tt0000003|short|The Red Balloon|Le ballon rouge|0|1956|\N|\N|\N"


def test_titles(bring: Bring, store: Store, table: WriteTable) -> None:
    outcome = bring("imdb", table("title.basics", [FILM, SERIES, FOREIGN]))
    assert (outcome.id, outcome.rows, outcome.changed) == ("imdb:title.basics", 4, True)
    said = {(fact.predicate, fact.object, fact.id) for fact in store.facts("tt0000001")}
    wanted = (("year", "1925"), ("runtime_min", "95"), ("genre", "comedy"), ("genre", "drama"))
    assert said == {(*one, "imdb:title.basics:2") for one in wanted}
    assert store.facts("tt0000001", "runtime_min")[0].hi == 5700
    assert store.find("Ballon rouge", {"film"})[0].entity.names == (
        ("The Red Balloon", "canonical"), ("Le ballon rouge", "original")
    )  # fmt: skip
    series = store.entity("tt0000002")
    assert series is not None and (series.kind, series.note) == ("series", "2010")
    assert [fact.predicate for fact in store.facts("tt0000003")] == ["year"]
    source = store.source("imdb:title.basics")
    assert (source.kind, source.copies_of) == ("reference", "imdb") and source.as_of


def test_credits_are_one_voice_and_complete_only_from_the_crew(bring: Bring, store: Store, table: WriteTable) -> None:
    bring("imdb", table("title.basics", [FILM]))
    rows = [
        r'tt0000001|1|nm0000001|actor|\N|["The Lone Prospector"]',
        r'tt0000001|2|nm0000002|actress|\N|["Georgia","A \"lady\""]',
        r"tt0000001|3|nm0000001|director|\N|\N",
        r"tt0000001|4|nm0000003|writer|novel|\N",
        r"tt0000001|5|nm0000004|cinematographer|cinematographer|\N",
        r"tt0000001|6|nm0000005|self|\N|[broken",
    ]
    bring("imdb", table("title.principals", rows))
    cast = [fact.qualifiers for fact in store.facts("tt0000001", "cast")]
    assert cast == [{"as": "The Lone Prospector"}, {"as": 'Georgia / A "lady"'}, {"as": "[broken"}]
    assert not store.facts("tt0000001", "director")[0].complete
    assert store.facts("tt0000001", "screenwriter")[0].qualifiers == {"job": "novel"}
    assert store.facts("tt0000001", "cinematographer")[0].qualifiers == {}
    bring("imdb", table("title.crew", [r"tt0000001|nm0000001|nm0000001,nm0000003"]))
    [director] = store.facts("tt0000001", "director")
    assert director.complete and director.object == "nm0000001"
    assert not any(fact.complete for fact in store.facts("tt0000001", "screenwriter"))
    assert [fact.predicate for fact in store.facts(object="nm0000003")] == ["screenwriter", "screenwriter"]


def test_people_and_other_titles(bring: Bring, store: Store, table: WriteTable) -> None:
    bring("imdb", table("name.basics", [r"nm0000001|Charles Chaplin|1889|1977|actor,sound_department|tt0000001"]))
    said = [(fact.predicate, fact.object) for fact in store.facts("nm0000001")]
    assert {("born", "1889"), ("died", "1977")} < set(said) and len(said) == 4
    assert {object for predicate, object in said if predicate == "profession"} == {"actor", "sound department"}
    rows = [r"tt0000001|1|La quimera del oro|ES|\N|\N|\N|0", r"tt0000001|2|The Gold Rush|\N|\N|original|\N|1"]
    bring("imdb", table("title.akas", rows))
    bring("imdb", table("title.basics", [FILM]))
    [found] = store.find("La quimera del oro", {"film"})
    assert found.entity.id == "tt0000001" and found.score == 1
    assert store.facts("tt0000001", "title")[0].qualifiers == {"kind": "translated", "language": "ES"}


def test_films_only(bring: Bring, store: Store, table: WriteTable) -> None:
    bring("imdb", table("title.basics", [FILM, SERIES]), films_only=True)
    assert store.entity("tt0000002") is None
    rows = [rf"tt000000{title}|1|nm0000001|director|\N|\N" for title in (2, 1)]
    bring("imdb", table("title.principals", rows), films_only=True)
    assert [fact.id for fact in store.facts(object="nm0000001")] == ["imdb:title.principals:3"]


@pytest.mark.parametrize("packing", ["", ".gz"])
def test_twice_changes_nothing_and_a_newer_edition_takes_its_place(
    store: Store, table: WriteTable, packing: str, tmp_path: Path
) -> None:
    read = importer("imdb")
    path = table("title.basics", [FILM])
    if packing:
        packed = tmp_path / "title.basics.tsv.gz"
        packed.write_bytes(gzip.compress(path.read_bytes(), mtime=1_500_000_000))
        path = packed
    first = read(store, Request(str(path)))
    before = store.database.serialize()
    again = read(store, Request(str(path)))
    assert (again.id, again.rows, again.changed) == (first.id, first.rows, False)
    assert store.database.serialize() == before
    newer = table("title.basics", [FILM.replace("1925", "1926")], "newer.tsv")
    assert read(store, Request(str(newer), as_of="2999-01-01")).changed
    assert [fact.object for fact in store.facts("tt0000001", "year")] == ["1926"]
    assert len(store.find("The Gold Rush")) == 1 and len(store.rows("SELECT * FROM import")) == 1
    with pytest.raises(NotImportable, match=r"the store has imdb:title\.basics of 2999-01-01"):
        read(store, Request(str(path)))
    assert [fact.object for fact in store.facts("tt0000001", "year")] == ["1926"]


def test_a_packed_file_is_of_the_day_of_its_packing(store: Store, table: WriteTable, tmp_path: Path) -> None:
    packed = tmp_path / "x.gz"
    packed.write_bytes(gzip.compress(table("title.basics", [FILM]).read_bytes(), mtime=1_500_000_000))
    importer("imdb")(store, Request(str(packed)))
    assert store.source("imdb:title.basics").as_of == "2017-07-14"


def test_cut_off_and_gone_on_with(tmp_path: Path, table: WriteTable, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was kept when the work was stopped is not read again, and in the end all is there once."""
    monkeypatch.setattr(run, "ROWS_KEPT_AT_ONCE", 100)
    monkeypatch.setattr("cranework.references.importers.stream.PIECE_BYTES", 2000)
    rows = [rf"tt{n:07}|movie|Film {n}|Film {n}|0|{1900 + n % 100}|\N|90|\N" for n in range(1000)]
    path, read = table("title.basics", rows), importer("imdb")

    def stop(at: Progress) -> None:
        if at.rows > 500:
            raise KeyboardInterrupt

    with Store.open(tmp_path / "store.db", write=True) as store:
        with pytest.raises(KeyboardInterrupt):
            read(store, Request(str(path), progress=stop))
        assert store.facts() == [] and not store.database.in_transaction
    with Store.open(tmp_path / "store.db", write=True) as store:
        [cut_off] = store.rows("SELECT rows, finished FROM import")
        assert 500 < cut_off["rows"] < 700 and not cut_off["finished"]
        began: list[int] = []
        original = imdb.TAKES["title.basics"]

        def watched(writing: Import, first: int, lines: Sequence[str]) -> None:
            began.append(first)
            original(writing, first, lines)

        monkeypatch.setitem(imdb.TAKES, "title.basics", watched)
        assert read(store, Request(str(path))).rows == 1001
        assert began[0] == cut_off["rows"] + 1
        assert [row[0] for row in store.rows("SELECT count(*) FROM fact WHERE predicate = 'year'")] == [1000]
        assert len(store.rows("SELECT DISTINCT place FROM fact WHERE predicate = 'year'")) == 1000
        assert store.find("Film 999", {"film"})[0].entity.id == "tt0000999"


def test_cut_off_and_another_file_instead(bring: Bring, store: Store, table: WriteTable) -> None:
    path = table("title.basics", [FILM])

    def stop(at: Progress) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        bring("imdb", path, progress=stop)
    bring("imdb", table("title.basics", [FOREIGN], "other.tsv"))
    assert store.entity("tt0000001") is None and len(store.rows("SELECT * FROM import")) == 1


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", "no table of IMDb"),
        (b"tconst\taverageRating\tnumVotes\n", "no table of IMDb"),
        (b"\x00\x01\x02\x03" * 500, "no table of IMDb|not UTF-8"),
        (b"PK\x03\x04", "zip archive"),
        ("\t".join(imdb.HEADS["title.crew"].split()).encode() + b"\ntt1\tnm1\n", "line 2 has 2 columns, not 3"),
        ("\t".join(imdb.HEADS["title.crew"].split()).encode() + b"\ntt1\tnm1\t\xff\n", "line 2 is not UTF-8"),
    ],
)
def test_files_that_are_none_leave_nothing(
    bring: Bring, store: Store, tmp_path: Path, content: bytes, problem: str
) -> None:
    (tmp_path / "file.tsv").write_bytes(content)
    with pytest.raises(NotImportable, match=problem) as caught:
        bring("imdb", tmp_path / "file.tsv")
    assert "\n" not in str(caught.value)
    assert store.rows("SELECT * FROM import") == [] == store.rows("SELECT * FROM fact")


def test_a_file_cut_off_in_its_packing(bring: Bring, store: Store, table: WriteTable, tmp_path: Path) -> None:
    rows = [rf"tt{number:07}|movie|{os.urandom(20).hex()}|x|0|1900|\N|90|\N" for number in range(2000)]
    packed = gzip.compress(table("title.basics", rows).read_bytes())
    (tmp_path / "cut.gz").write_bytes(packed[: len(packed) // 2])
    with pytest.raises(NotImportable, match="damaged or cut off"):
        bring("imdb", tmp_path / "cut.gz")
    assert store.rows("SELECT * FROM import") == []


def test_a_line_without_end(bring: Bring, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cranework.references.importers.stream.LONGEST_LINE_BYTES", 10_000)
    monkeypatch.setattr("cranework.references.importers.stream.PIECE_BYTES", 1000)
    (tmp_path / "long").write_bytes(b"x" * 100_000)
    with pytest.raises(NotImportable, match="line 1 has no end"):
        bring("imdb", tmp_path / "long")


@pytest.mark.parametrize("name", ["nowhere.tsv", ".", "a\0b"])
def test_what_is_no_file(bring: Bring, tmp_path: Path, name: str) -> None:
    with pytest.raises(NotImportable):
        bring("imdb", f"{tmp_path}/{name}")


def test_windows_line_ends_and_a_byte_order_mark(bring: Bring, store: Store, table: WriteTable) -> None:
    path = table("title.basics", [FILM])
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    bring("imdb", path)
    assert [fact.object for fact in store.facts("tt0000001", "genre")] == ["comedy", "drama"]


def test_the_shared_samples(bring: Bring, store: Store, shared: Path) -> None:
    folder = shared / "data" / "reading" / "facts" / "samples"
    for path in sorted(folder.glob("*.tsv")):
        lines = path.read_text(encoding="utf-8").count("\n")
        assert bring("imdb", path).rows == lines
        assert not bring("imdb", path).changed
    assert {found.entity.note for found in store.find("Solaris", {"film"}) if found.score == 1} == {"1972", "2002"}
    [film] = [found.entity for found in store.find("Quand passent les cigognes", {"film"}) if found.score == 1]
    [director] = store.facts(film.id, "director")
    person = store.entity(str(director.object))
    assert person is not None and person.name == "Mikhail Kalatozov"
