import json
import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest
from benchmarks.dialogue import verdict
from tests.conftest import MakeFilm
from tests.dialogue.made import MADE, THREE

from cranework.dialogue.film_tracks import tracks
from cranework.dialogue.read import MOST_BYTES, read_subtitles
from cranework.errors import CraneworkError, InputError, NotSubtitles, PictureSubtitles, UsageError

SEEDS, CHANGES = range(100), 12
SECONDS = 20
"""No file takes longer, even on a busy machine."""

CUE = b"00:00:01,000 --> 00:00:02,000\n"
HOSTILE = {
    "entities": b'<!DOCTYPE tt [<!ENTITY a "aa">]><tt><p begin="1s">&a;</p></tt>',
    "nested": b"<tt>" + b"<a>" * 100_000,
    "sections": b'<tt><p begin="1s">' + b"<![CDATA[" * 100_000,
    "comments": CUE + b"<!--\n" * 80_000,
    "sami comments": b"<sami><sync start=1>" + b"<!--" * 300_000,
    "json depth": b"[" * 900_000 + b"]" * 900_000,
    "json exponent": b'{"segments": [{"start": 1e999999999, "end": 2, "text": "a"}]}',
    "json digits": b'{"segments": [{"start": ' + b"9" * 1_000_000 + b', "text": "a"}]}',
    "arrows": b"-->\n" * 300_000,
    "braces": CUE + b"{\\\n" * 300_000,
    "blank lines": b"\n" * 3_000_000,
    "one line": CUE + b"a" * 3_000_000,
    "numbers": b"9" * 3_000_000,
    "blocks without end": b"850STL25.01".ljust(1024, b"0") + (b"\0\0\0\1" + b"\0" * 12 + b"a" * 112) * 20_000,
    "later than any film": b"999999:00:00,000 --> 999999:00:01,000\na\n",
    "zeros": bytes(1_000_000),
}


def write(folder: Path, content: bytes) -> Path:
    path = folder / "film.srt"
    path.write_bytes(content)
    return path


def test_every_shared_file_is_read_rightly(shared: Path) -> None:
    folder = shared / "data" / "subtitles"
    if not folder.is_dir():
        pytest.skip("the subtitle files are not here")
    entries = json.loads((folder / "manifest.json").read_text("utf-8"))["files"]
    assert {e["file"]: fault for e in entries if (fault := verdict(folder / e["file"], e))} == {}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_files_are_read_or_refused_soon(name: str, tmp_path: Path) -> None:
    began = time.perf_counter()
    try:
        cues = read_subtitles(write(tmp_path, HOSTILE[name]))
    except InputError as error:
        assert "\n" not in str(error)
    else:
        assert all(len(cue.text) <= 2000 for cue in cues)
    assert time.perf_counter() - began < SECONDS


@pytest.mark.parametrize("name", MADE)
def test_damaged_files_are_read_or_refused(name: str, tmp_path: Path) -> None:
    made = MADE[name]
    sound = made if isinstance(made, bytes) else made.encode()
    pieces = (b"\0", b"<", b"{", b"[", b"-->", b"\n", b"\xff\xfe", b":", b"999999999999", b"&#xD800;", b"1e99")
    for seed in SEEDS:
        chance = random.Random(seed)
        content = bytearray(sound)
        for _ in range(chance.randrange(1, CHANGES)):
            at = chance.randrange(len(content))
            if chance.random() < 0.3:
                content[at] = chance.randrange(256)
            elif chance.random() < 0.5:
                content[at:at] = chance.choice(pieces)
            else:
                del content[at : at + chance.randrange(1, 20)]
            content = content or bytearray(b"a")
        try:
            cues = read_subtitles(write(tmp_path, bytes(content)))
        except InputError as error:
            assert "\n" not in str(error)
        else:
            assert all(cue.text and 0 <= cue.start <= cue.end for cue in cues)
            assert [cue.start for cue in cues] == sorted(cue.start for cue in cues)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "nothing in it"),
        (b"\xef\xbb\xbf\n", "nothing in it"),
        (b"Just some words.\n", "no times"),
        (b"<!DOCTYPE html><html></html>", "web page"),
        (b"\x89PNG\r\n\x1a\n" + bytes(50), "picture"),
        (b"PK\x03\x04" + bytes(50), "archive"),
        (b"1\n" + CUE + b"\n\n2\n" + CUE, "no cue in it has words"),
        (b"850STL25.01", "breaks off"),
        (b"a" * (MOST_BYTES + 1), "too large"),
    ],
)
def test_what_holds_no_words_is_said_to_be_what_it_is(content: bytes, words: str, tmp_path: Path) -> None:
    with pytest.raises(NotSubtitles, match=words):
        read_subtitles(write(tmp_path, content))


@pytest.mark.parametrize(
    "content",
    [
        b"# VobSub index file, v7\nid: en, index: 0\n",
        b"\0\0\x01\xba" + bytes(100),
        b"PG" + bytes(8) + b"\x16" + bytes(20),
        b'<tt><body><div smpte:backgroundImage="#a" begin="1s"/></body></tt>',
    ],
)
def test_pictures_of_subtitles_are_said_to_be_pictures(content: bytes, tmp_path: Path) -> None:
    with pytest.raises(PictureSubtitles, match="pictures"):
        read_subtitles(write(tmp_path, content))


def test_control_characters_and_terminal_codes_are_taken_away(tmp_path: Path) -> None:
    assert read_subtitles(write(tmp_path, CUE + b"pro\0mise\x1b[31md\x07\n"))[0].text == "promised"


def test_no_file_a_folder_and_a_pipe(tmp_path: Path) -> None:
    for path in (tmp_path / "missing.srt", tmp_path):
        with pytest.raises(NotSubtitles):
            read_subtitles(path)
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe")
        with pytest.raises(NotSubtitles):
            read_subtitles(tmp_path / "pipe")


def test_what_the_user_says_must_make_sense(tmp_path: Path) -> None:
    path = write(tmp_path, CUE + "дом".encode("cp1251"))
    assert read_subtitles(path, encoding="cp1251")[0].text == "дом"
    with pytest.raises(UsageError, match="encoding"):
        read_subtitles(path, encoding="no such thing")
    with pytest.raises(UsageError, match="frames"):
        read_subtitles(path, film_rate=0)


def test_a_film_without_subtitles(make_film: MakeFilm, tmp_path: Path) -> None:
    with pytest.raises(NotSubtitles, match="no subtitles in this film"):
        read_subtitles(make_film(tmp_path / "film.mkv", (3,)))


def test_tracks_inside_a_film(shared: Path) -> None:
    film = shared / "data" / "subtitles" / "embedded_two.mkv"
    if not film.is_file():
        pytest.skip("the subtitle files are not here")
    assert [(t.language, t.codec, len(t.cues)) for t in tracks(film)] == [("eng", "subrip", 8), ("rus", "subrip", 8)]


def test_a_damaged_film_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CraneworkError):
        read_subtitles(write(tmp_path, b"\x1aE\xdf\xa3" + bytes(range(256)) * 20))


def test_cues_are_a_sequence(tmp_path: Path) -> None:
    cues = read_subtitles(write(tmp_path, str(MADE["srt"]).encode()))
    assert len(cues) == len(THREE)
    assert cues[:2] == (cues[0], cues[1])
    assert (cues.format, cues.encoding) == ("srt", "utf-8")


def test_reading_loads_nothing_heavy(tmp_path: Path) -> None:
    program = "import sys; from cranework.dialogue.read import read_subtitles; read_subtitles(sys.argv[1]); "
    program += "assert not {'av', 'cv2', 'numpy'} & set(sys.modules)"
    subprocess.run([sys.executable, "-c", program, write(tmp_path, CUE + b"a")], check=True)
