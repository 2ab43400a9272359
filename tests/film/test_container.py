"""A film file is opened by itself alone; what is none is refused in clear words."""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import pytest
from tests.film.made import write

from cranework.errors import CraneworkError, InputError, NoPermission, NotAFilm
from cranework.film.container import check_file, opened
from cranework.film.fingerprint import END_BYTES, fingerprint
from cranework.film.probe import probe

PICTURES = [np.full((48, 64, 3), 30 * i, np.uint8) for i in range(6)]


@pytest.fixture
def film(tmp_path: Path) -> Path:
    return write(tmp_path / "film.mp4", PICTURES)


def refused(path: Path, words: str) -> None:
    with pytest.raises(NotAFilm, match=words) as caught:
        probe(str(path))
    assert caught.value.exit_code == 3 and caught.value.subject == str(path)
    assert "\n" not in str(caught.value)


def test_what_is_no_file(tmp_path: Path) -> None:
    refused(tmp_path / "missing.mp4", "there is no such file")
    refused(tmp_path, "folder")
    (tmp_path / "empty.mp4").touch()
    refused(tmp_path / "empty.mp4", "empty")
    (tmp_path / "dangling.mp4").symlink_to(tmp_path / "nothing")
    refused(tmp_path / "dangling.mp4", "no ordinary file")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.mp4")
    refused(tmp_path / "pipe.mp4", "no ordinary file")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="everything may be read here")
def test_a_file_that_may_not_be_read(film: Path) -> None:
    film.chmod(0)
    with pytest.raises(NoPermission):
        check_file(str(film))


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("list.m3u8", "#EXTM3U\n#EXT-X-TARGETDURATION:5\n#EXTINF:5,\nfilm.mp4\n#EXT-X-ENDLIST\n"),
        ("named.mp4", "#EXTM3U\n#EXT-X-TARGETDURATION:5\n#EXTINF:5,\nfilm.mp4\n#EXT-X-ENDLIST\n"),
        ("list.ffconcat", "ffconcat version 1.0\nfile film.mp4\n"),
        ("named.mkv", "ffconcat version 1.0\nfile film.mp4\n"),
        ("film.sdp", "v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nc=IN IP4 127.0.0.1\nt=0 0\nm=video 18998 RTP/AVP 96\n"),
        ("film.avs", 'LWLibavVideoSource("film.mp4")\n'),
        ("text.mp4", "no film at all\n" * 200),
    ],
)
def test_playlists_and_scripts_are_refused(film: Path, name: str, text: str) -> None:
    path = film.parent / name
    path.write_text(text)
    refused(path, "no film that can be read")


@pytest.mark.parametrize(
    "name", ["%03d.mp4", "a b.mp4", "http:film.mp4", "concat:x|y.mp4", "-i.mp4", "é猫.mp4", "*.mp4"]
)
def test_a_name_means_nothing_but_itself(film: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(film.parent)
    film.rename(film.parent / name)
    assert probe(name).film.name == name


def test_still_pictures_are_no_films(tmp_path: Path) -> None:
    import cv2

    cv2.imwrite(str(tmp_path / "still.png"), PICTURES[2])
    refused(tmp_path / "still.png", "no film")


def test_errors_say_which_streams_there_are(film: Path, tmp_path: Path) -> None:
    with pytest.raises(NotAFilm, match="its video streams are: 0"):
        probe(str(film), 7)


def test_sound_alone_is_no_film(tmp_path: Path) -> None:
    import av

    path = tmp_path / "sound.mka"
    with av.open(str(path), "w") as output:
        stream = output.add_stream("pcm_s16le", rate=8000)
        frame = av.AudioFrame.from_ndarray(np.zeros((1, 800), np.int16), format="s16", layout="mono")
        frame.rate = 8000
        output.mux(stream.encode(frame))
        output.mux(stream.encode(None))
    refused(path, r"no moving picture in it \(only audio\)")


def test_the_container_is_closed_after_an_error(film: Path) -> None:
    with pytest.raises(InputError), opened(str(film)) as container:
        raise NotAFilm("", "enough")
    with pytest.raises((AssertionError, ValueError, CraneworkError, OSError)):
        next(container.demux())


def test_the_fingerprint_is_of_the_bytes_not_the_name(film: Path, tmp_path: Path) -> None:
    before = fingerprint(str(film))
    assert fingerprint(str(film.rename(tmp_path / "renamed.mp4"))) == before


@pytest.mark.parametrize("size", [1, 1000, 2 * END_BYTES - 1, 2 * END_BYTES, 3 * END_BYTES + 5])
def test_the_fingerprint_sees_both_ends(size: int, tmp_path: Path) -> None:
    path = tmp_path / "bytes"
    seen = set()
    for changed in (None, 0, size - 1):
        data = bytearray(size)
        if changed is not None:
            data[changed] = 1
        path.write_bytes(data)
        seen.add(fingerprint(str(path)))
    path.write_bytes(bytes(size + 1))
    seen.add(fingerprint(str(path)))
    assert len(seen) == (3 if size == 1 else 4)
