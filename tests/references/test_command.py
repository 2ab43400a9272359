"""`cranework reference`: what it prints, and how it ends."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from tests.cli.conftest import Command
from tests.cli.conftest import command as command
from tests.references.conftest import WriteTable

from cranework.references.importers import imdb
from cranework.references.store import Store

PACK = "title: My notes\nfacts:\n  - {s: Man with a Movie Camera, p: year, o: 1929, certainty: likely}\n"


@pytest.fixture(autouse=True)
def users_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("CRANEWORK_REFERENCES", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    return tmp_path / "data"


def test_a_fresh_machine_knows_what_is_shipped(command: Command, users_folder: Path) -> None:
    listed = command("reference", "list")
    assert listed.code == 0 and listed.out.startswith("pack:cranes (pack): ") and listed.err == ""
    shown = command("reference", "show", "Tatjana Samojlowa")
    assert shown.code == 0 and shown.out.startswith("Tatyana Samoilova (person, person:samoilova)\n")
    assert "born: 1934-05-04" in shown.out and "plays of Veronika" in shown.out
    assert not users_folder.exists()


def test_import_list_show_forget(command: Command, tmp_path: Path) -> None:
    (tmp_path / "notes.yaml").write_text(PACK, encoding="utf-8")
    store = ("--references", "store.db")
    done = command("reference", "import", "pack", "notes.yaml", *store, "--as-of", "2020-02-03")
    assert done == (0, "", "notes.yaml: 1 rows, kept as pack:notes\n")
    again = command("reference", "import", "pack", "notes.yaml", *store)
    assert again == (0, "", "notes.yaml: is in the store already, nothing changed\n")
    assert "pack:notes (pack): 2020-02-03, notes.yaml\n" in command("reference", "list", *store).out
    shown = command("reference", "show", "man with a movie camera", *store).out
    assert "    year: 1929 (likely) — My notes\n" in shown
    assert command("reference", "show", "film:cranes", *store).code == 0
    assert command("reference", "forget", "pack:notes", *store).code == 0
    gone = command("reference", "show", "Man with a Movie Camera", *store)
    assert gone.code == 3 and gone.err.count("\n") == 1
    assert command("reference", "forget", "pack:notes", *store).code == 3


def test_the_users_own_store(
    command: Command, users_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "notes.yaml").write_text(PACK, encoding="utf-8")
    assert command("reference", "import", "pack", "notes.yaml", "--quiet") == (0, "", "")
    assert "pack:notes" in command("reference", "list").out
    monkeypatch.setenv("CRANEWORK_REFERENCES", str(tmp_path / "other.db"))
    assert command("reference", "list").code == 3
    assert command("reference", "forget", "pack:notes").code == 3
    assert not (tmp_path / "other.db").exists()


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["import", "gossip", "x"], 2, "no importer 'gossip'"),
        (["import", "imdb", "nowhere.tsv"], 3, "nowhere.tsv: there is no such file"),
        (["import", "csv", "nowhere.csv"], 2, "--mapping"),
        (["import", "imdb"], 2, "Missing argument"),
        (["import", "imdb", "x", "--as-of", "soon"], 2, "no date"),
        (["import", "imdb", "x", "--references", "no/folder/store.db"], 4, "no/folder/store.db"),
        (["list", "--references", "nowhere.db"], 3, "nowhere.db: there is no such file"),
        (["show", "Nobody At All Xyz"], 3, "knows nothing of this name"),
    ],
)
def test_failures_are_one_line(command: Command, words: list[str], code: int, said: str) -> None:
    ended = command("reference", *words)
    assert (ended.code, ended.out, ended.err.count("\n")) == (code, "", 1)
    assert said in ended.err and ended.err.startswith("cranework: ")


def test_one_bad_file_among_good_ones(command: Command, tmp_path: Path) -> None:
    (tmp_path / "notes.yaml").write_text(PACK, encoding="utf-8")
    ended = command("reference", "import", "pack", "nowhere.yaml", "notes.yaml", "--references", "store.db")
    assert ended.code == 3 and "nowhere.yaml: there is no such file" in ended.err
    assert "notes.yaml: 1 rows" in ended.err


def test_stopped_and_gone_on_with(
    command: Command, tmp_path: Path, table: WriteTable, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cranework.references.importers.run.ROWS_KEPT_AT_ONCE", 10)
    monkeypatch.setattr("cranework.references.importers.stream.PIECE_BYTES", 500)
    path = table("title.basics", [rf"tt{n:07}|movie|Film {n}|Film {n}|0|1957|\N|90|\N" for n in range(100)])
    original = imdb.TAKES["title.basics"]

    def stop(writing: object, first: int, lines: object) -> None:
        if first > 50:
            raise KeyboardInterrupt
        original(writing, first, lines)  # type: ignore[arg-type]

    monkeypatch.setitem(imdb.TAKES, "title.basics", stop)
    ended = command("reference", "import", "imdb", path, "--references", "store.db")
    assert ended.code == 130 and ended.err.strip() == "cranework: stopped; what was finished is kept"
    assert "imdb:title.basics: cut off after" in command("reference", "list", "--references", "store.db").out
    monkeypatch.setitem(imdb.TAKES, "title.basics", original)
    assert command("reference", "import", "imdb", path, "--references", "store.db").code == 0
    with Store.open(tmp_path / "store.db") as store:
        assert len(store.rows("SELECT 1 FROM fact WHERE predicate = 'year' AND subject LIKE 'tt%'")) == 100


def test_a_strangers_names_do_not_steer_the_terminal(command: Command, tmp_path: Path) -> None:
    (tmp_path / "x.yaml").write_text('facts:\n  - {s: "M\\e[2J", p: year, o: "1931"}\n', encoding="utf-8")
    command("reference", "import", "pack", "x.yaml", "--references", "store.db")
    shown = command("reference", "show", "film:m_2j", "--references", "store.db")
    assert shown.code == 0 and "\x1b" not in shown.out


def test_the_command_loads_nothing_heavy() -> None:
    heavy = "sqlite3", "yaml", "rapidfuzz", "rich"
    script = f"import sys, cranework.cli.reference; print([m for m in {heavy} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
