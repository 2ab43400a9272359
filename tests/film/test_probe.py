"""What a film file is, is told as it is: streams, sizes, rates, aspect, color, fields, times."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest
from tests.film.made import noise, write

from cranework.film.model import Film
from cranework.film.probe import TITLE_LENGTH, probe

PICTURES = noise(6, (64, 48))


def film(path: Path, name: str = "film.mkv", **options: Any) -> Film:
    return probe(str(write(path / name, PICTURES, **options))).film


def test_a_plain_film(tmp_path: Path) -> None:
    found = film(tmp_path, "plain.mp4")
    video = found.video
    assert (found.name, found.size) == ("plain.mp4", (tmp_path / "plain.mp4").stat().st_size)
    assert (video.stream, video.codec, video.width, video.height) == (0, "h264", 64, 48)
    assert (video.display_width, video.display_height, video.rotation, video.mirrored) == (64, 48, 0, False)
    assert (video.bit_depth, video.interlaced, video.hdr) == (8, None, None)
    assert video.pixel_aspect == 1 and found.frame_rate == 25
    assert (found.start, found.damage, found.title) == (0, (), None)
    assert found.active_area == (0, 0, 64, 48)
    assert "mp4" in found.container


@pytest.mark.parametrize(
    "rate", [Fraction(24000, 1001), 25, Fraction(30000, 1001), Fraction(60000, 1001), 1, Fraction(1, 10)], ids=str
)
@pytest.mark.parametrize("name", ["film.mp4", "film.mkv"])
def test_rates(rate: Fraction | int, name: str, tmp_path: Path) -> None:
    stated = film(tmp_path, name, rate=rate).frame_rate
    assert stated is not None and abs(stated - rate) < rate / 100_000


@pytest.mark.parametrize(
    ("pix_fmt", "depth"), [("yuv420p", 8), ("yuv420p10le", 10), ("yuv422p12le", 12), ("gray16le", 16), ("gray", 8)]
)
def test_depth(pix_fmt: str, depth: int, tmp_path: Path) -> None:
    video = film(tmp_path, codec="ffv1", pix_fmt=pix_fmt).video
    assert (video.bit_depth, video.pixel_format) == (depth, pix_fmt)


def test_color_and_high_dynamic_range(tmp_path: Path) -> None:
    params = "colorprim=bt2020:transfer=smpte2084:colormatrix=bt2020nc:range=tv"
    video = film(tmp_path, options={"x264-params": params}).video
    assert (video.color_primaries, video.color_transfer, video.color_space) == ("bt2020", "smpte2084", "bt2020nc")
    assert (video.hdr, video.color_range) == ("PQ", "limited")
    hlg = film(tmp_path, options={"x264-params": "transfer=arib-std-b67"}).video
    assert (hlg.hdr, hlg.color_transfer) == ("HLG", "arib-std-b67")
    full = film(tmp_path, pix_fmt="yuvj420p", codec="mjpeg").video
    assert full.color_range == "full"


@pytest.mark.parametrize(("params", "order"), [("tff=1", "tff"), ("bff=1", "bff"), ("threads=1", None)])
def test_fields(params: str, order: str | None, tmp_path: Path) -> None:
    assert film(tmp_path, options={"x264-params": params}).video.interlaced == order


@pytest.mark.parametrize(
    ("aspect", "wide"), [(Fraction(16, 11), 93), (Fraction(1, 2), 32), (Fraction(2), 128), (Fraction(1), 64)], ids=str
)
def test_pixel_aspect(aspect: Fraction, wide: int, tmp_path: Path) -> None:
    def shape(stream: Any) -> None:
        stream.codec_context.sample_aspect_ratio = aspect

    video = film(tmp_path, set_up=shape).video
    assert (video.pixel_aspect, video.display_width, video.display_height) == (aspect, wide, 48)


@pytest.mark.parametrize("offset", [0, 250, 25 * 36000])
def test_films_that_do_not_start_at_zero(offset: int, tmp_path: Path) -> None:
    found = film(tmp_path, ticks=[offset + i for i in range(len(PICTURES))])
    assert found.start * found.time_base == Fraction(offset, 25)


def test_the_largest_stream_is_chosen_and_another_on_demand(tmp_path: Path) -> None:
    path = tmp_path / "two.mkv"
    with av.open(str(path), "w") as output:
        streams: list[Any] = []
        for size in ((32, 32), (64, 48)):
            stream: Any = output.add_stream("libx264", rate=25)
            stream.width, stream.height, stream.pix_fmt = *size, "yuv420p"
            stream.disposition = 0
            streams.append(stream)
        for i in range(4):
            for stream in streams:
                frame = av.VideoFrame(stream.width, stream.height, "yuv420p")
                frame.pts, frame.time_base = i, Fraction(1, 25)
                output.mux(stream.encode(frame))
        for stream in streams:
            output.mux(stream.encode(None))
    assert probe(str(path)).film.video.stream == 1
    assert probe(str(path), 0).film.video.width == 32
    assert probe(str(path)).streams == ("0: video, h264", "1: video, h264")


def test_titles_are_kept_short(tmp_path: Path) -> None:
    path = tmp_path / "title.mkv"
    with av.open(str(path), "w") as output:
        output.metadata["title"] = "  " + "A very long title " * 100
        stream: Any = output.add_stream("libx264", rate=25)
        stream.width, stream.height, stream.pix_fmt = 64, 48, "yuv420p"
        for picture in PICTURES:
            output.mux(stream.encode(av.VideoFrame.from_ndarray(picture, format="rgb24")))
        output.mux(stream.encode(None))
    title = probe(str(path)).film.title
    assert title is not None and title.startswith("A very long") and len(title) == TITLE_LENGTH


def test_the_table_of_packets(tmp_path: Path) -> None:
    path = write(tmp_path / "film.mp4", noise(30, (64, 48)), gop=10, options={"bf": "2", "sc_threshold": "0"})
    table = probe(str(path)).packets
    assert len(table) == 30 and table.exact and not table.hidden.any()
    assert table.key.sum() == 3
    assert len(np.unique(table.pts)) == 30
