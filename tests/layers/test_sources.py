"""What the file itself says: chapters and subtitles, at the frames where they belong, whatever is written in them."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import pytest
from tests.film.made import noise
from tests.layers.conftest import Measure

RATE, FRAMES = 25, 50

Cue = tuple[int, int, bytes]
"""Begin and length in milliseconds, text."""


def film_with(
    path: Path,
    chapters: Sequence[tuple[int, int, str]] = (),
    cues: Sequence[Cue] = (),
    codec: str = "subrip",
    late: int = 0,
) -> Path:
    """A film of two seconds with chapters (begin, end in milliseconds, title) and one track of subtitles."""
    with av.open(str(path), "w") as output:
        video: Any = output.add_stream("libx264", rate=RATE)
        video.width, video.height, video.pix_fmt = 64, 48, "yuv420p"
        text: Any = None
        if cues:
            text = output.add_mux_stream(codec)
            text.time_base = Fraction(1, 1000)
            text.metadata["language"] = "fra"
        if chapters:
            output.set_chapters(
                [
                    {"id": i, "start": a, "end": b, "time_base": Fraction(1, 1000), "metadata": {"title": title}}
                    for i, (a, b, title) in enumerate(chapters)
                ]
            )
        for i, picture in enumerate(noise(FRAMES, (64, 48))):
            frame = av.VideoFrame.from_ndarray(picture, format="rgb24")
            frame.pts, frame.time_base = i + late, Fraction(1, RATE)
            output.mux(video.encode(frame))
        output.mux(video.encode(None))
        for begin, length, words in cues:
            packet = av.Packet(words)
            packet.stream, packet.time_base = text, Fraction(1, 1000)
            packet.pts = packet.dts = begin
            packet.duration = length
            output.mux(packet)
    return path


@pytest.mark.parametrize("name", ["film.mkv", "film.mp4"])
def test_chapters(name: str, tmp_path: Path, measure: Measure) -> None:
    told = [(0, 1000, "The first"), (1000, 2000, "Größe, 猫 & <b>")]
    with measure(film_with(tmp_path / name, told), "chapters") as study:
        rows = study.spans("chapters")
        assert [(row["start"], row["end"], row["title"]) for row in rows] == [(0, 25, told[0][2]), (25, 50, told[1][2])]
        assert [row["start_time"] for row in rows] == [0, 1]


def test_chapters_without_titles_or_beyond_the_film(tmp_path: Path, measure: Measure) -> None:
    with measure(film_with(tmp_path / "a.mkv", [(500, 600, ""), (9000, 9900, "x" * 1000)]), "chapters") as study:
        first, second = study.spans("chapters")
        assert first["title"] == "Chapter 1" and (first["start"], first["end"]) == (12, 15)
        assert len(second["title"]) == 300 and 0 <= second["start"] <= second["end"] <= FRAMES


def test_no_chapters_no_subtitles(tmp_path: Path, measure: Measure) -> None:
    with measure(film_with(tmp_path / "a.mp4"), "chapters", "subtitles") as study:
        assert study.spans("chapters") == study.spans("subtitles") == []


def test_subtitles(tmp_path: Path, measure: Measure) -> None:
    cues = [(200, 400, b"Who is there?"), (1000, 500, "Personne.\nNiemand — 誰も".encode()), (1600, 100, b"")]
    with measure(film_with(tmp_path / "a.mkv", cues=cues), "subtitles") as study:
        assert [track.language for track in study.film.subtitles] == ["fra"]
        rows = study.spans("subtitles")
        assert [row["text"] for row in rows] == ["Who is there?", "Personne.\nNiemand — 誰も"]
        assert [(row["start"], row["end"]) for row in rows] == [(5, 15), (25, 38)]
        assert [(row["start_time"], row["end_time"]) for row in rows] == [
            (Fraction(1, 5), Fraction(3, 5)), (1, Fraction(3, 2)),
        ]  # fmt: skip
        assert {row["language"] for row in rows} == {"fra"} and {row["stream"] for row in rows} == {1}


def test_subtitles_count_from_the_first_frame(tmp_path: Path, measure: Measure) -> None:
    film = film_with(tmp_path / "late.mkv", cues=[(2200, 400, b"late")], late=50)
    with measure(film, "subtitles") as study:
        (row,) = study.spans("subtitles")
        assert (row["start"], row["end"], row["start_time"]) == (5, 15, Fraction(1, 5))


CODED = [
    ("subrip", b"<i>Hello</i> <font color='red'>you</font>", "Hello you"),
    ("subrip", b"{\\an8}On top\r\nand below", "On top\nand below"),
    ("subrip", b"a < b & c", "a < b & c"),
    ("ass", b"0,0,Default,,0,0,0,,{\\an8\\i1}Top{\\i0}\\Nsecond\\hline, too", "Top\nsecond line, too"),
]


@pytest.mark.parametrize(("codec", "words", "text"), CODED)
def test_codes_are_no_words(codec: str, words: bytes, text: str, tmp_path: Path, measure: Measure) -> None:
    film = film_with(tmp_path / "a.mkv", cues=[(0, 500, words)], codec=codec)
    with measure(film, "subtitles") as study:
        assert [row["text"] for row in study.spans("subtitles")] == [text]


def test_hostile_words_are_words(tmp_path: Path, measure: Measure) -> None:
    words = [b"\xff\xfe broken \x00 utf-8", b"<script>alert(1)</script>", b"{\\an8}{\\p1}m 0 0 l 9 9", b"x" * 5000]
    cues = [(i * 100, 50, text) for i, text in enumerate(words)]
    with measure(film_with(tmp_path / "a.mkv", cues=cues), "subtitles") as study:
        rows = study.spans("subtitles")
        assert all(len(row["text"]) <= 2000 for row in rows)
        assert "alert(1)" in [row["text"] for row in rows]
        study.document()


def test_the_chapters_of_a_real_muxer(shared: Path, measure: Measure) -> None:
    film = shared / "data" / "odd" / "chapters.mkv"
    if not film.is_file():
        pytest.skip("the folder with odd films (../shared/data/odd) is not here")
    with measure(film, "chapters") as study:
        rows = study.spans("chapters")
        assert rows and all(row["title"] for row in rows)


def test_many_tracks_of_subtitles(shared: Path, measure: Measure) -> None:
    film = shared / "data" / "odd" / "many_subtitles.mkv"
    if not film.is_file():
        pytest.skip("the folder with odd films (../shared/data/odd) is not here")
    with measure(film, "subtitles") as study:
        assert len({row["stream"] for row in study.spans("subtitles")}) > 10
