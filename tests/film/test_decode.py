"""Segments decoded one by one are one straight decoding, frame for frame, in every container that can be made here."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.film.made import Decoded, hash_of, noise, straight_decoding, write

from cranework.film import segments
from cranework.film.decode import Reader
from cranework.film.model import Segment
from cranework.film.packets import PacketTable
from cranework.film.probe import Probe, probe

FRAMES, SIZE = 60, (96, 64)

B_FRAMES = {"bf": "3", "sc_threshold": "0"}
OPEN_GOP = {"x264-params": "open-gop=1:bframes=3:scenecut=0:keyint=10:min-keyint=10"}
HEVC = {"x265-params": "bframes=4:keyint=10:min-keyint=10:scenecut=0:log-level=none:pools=none:frame-threads=1"}
OPEN_HEVC = {"x265-params": HEVC["x265-params"] + ":open-gop=1"}
ALTREF = {"auto-alt-ref": "1", "lag-in-frames": "12", "deadline": "realtime", "cpu-used": "5", "b": "200k"}
AV1 = {"preset": "12", "svtav1-params": "keyint=10"}

FILMS: dict[str, dict[str, Any]] = {
    "h264.mp4": {"options": B_FRAMES},
    "h264.mov": {"options": B_FRAMES},
    "h264.mkv": {"options": B_FRAMES},
    "h264.avi": {"options": B_FRAMES},
    "h264.flv": {"options": B_FRAMES},
    "h264.ts": {"options": B_FRAMES},
    "h264.nut": {"options": B_FRAMES},
    "bare.h264": {"container": "h264", "options": B_FRAMES},
    "fragmented.mp4": {"options": B_FRAMES, "container_options": {"movflags": "frag_keyframe+empty_moov"}},
    "open-gop.mp4": {"options": OPEN_GOP},
    "open-gop.mkv": {"options": OPEN_GOP},
    "open-gop.ts": {"options": OPEN_GOP},
    "hevc.mp4": {"codec": "libx265", "options": HEVC},
    "hevc.mkv": {"codec": "libx265", "options": HEVC},
    "open-gop-hevc.mp4": {"codec": "libx265", "options": OPEN_HEVC},
    "open-gop-hevc.mkv": {"codec": "libx265", "options": OPEN_HEVC},
    "bare.hevc": {"codec": "libx265", "container": "hevc", "options": HEVC},
    "av1.mp4": {"codec": "libsvtav1", "options": AV1},
    "av1.webm": {"codec": "libsvtav1", "options": AV1},
    "vp9.webm": {"codec": "libvpx-vp9", "options": {"deadline": "realtime", "cpu-used": "8"}},
    "vp9-altref.webm": {"codec": "libvpx-vp9", "options": ALTREF},
    "vp8.webm": {"codec": "libvpx", "options": {"deadline": "realtime"}},
    "vp8-altref.webm": {"codec": "libvpx", "options": ALTREF},
    "mpeg4.avi": {"codec": "mpeg4", "options": {"bf": "2"}},
    "mpeg4.mp4": {"codec": "mpeg4", "options": {"bf": "2"}},
    "mpeg2.mkv": {"codec": "mpeg2video", "options": {"bf": "2"}},
    "mpeg2.ts": {"codec": "mpeg2video", "options": {"bf": "2"}},
    "mpeg2.mpg": {"codec": "mpeg2video", "options": {"bf": "2"}},
    "mpeg2.vob": {"codec": "mpeg2video", "container": "vob", "options": {"bf": "2"}},
    "mpeg2.mxf": {"codec": "mpeg2video", "options": {"bf": "2"}},
    "bare.m2v": {"codec": "mpeg2video", "container": "mpeg2video", "options": {"bf": "2"}},
    "mpeg1.mpg": {"codec": "mpeg1video", "options": {"bf": "2"}},
    "mjpeg.avi": {"codec": "mjpeg", "pix_fmt": "yuvj420p"},
    "mjpeg.mov": {"codec": "mjpeg", "pix_fmt": "yuvj420p"},
    "prores.mov": {"codec": "prores_ks", "pix_fmt": "yuv422p10le"},
    "animation.mov": {"codec": "qtrle", "pix_fmt": "rgb24"},
    "flv1.flv": {"codec": "flv"},
    "wmv2.wmv": {"codec": "wmv2", "container": "asf"},
    "msmpeg4.asf": {"codec": "msmpeg4v3"},
    "ffv1.mkv": {"codec": "ffv1"},
    "ffv1.avi": {"codec": "ffv1"},
    "raw.y4m": {"codec": "rawvideo"},
    "animation.gif": {"codec": "gif", "pix_fmt": "rgb8", "rate": 10},
    "animation.apng": {"codec": "apng", "pix_fmt": "rgb24"},
    "uneven.mkv": {"options": B_FRAMES, "ticks": np.cumsum(np.tile([1, 1, 5, 2], 15)).tolist()},
    "late.mkv": {"options": B_FRAMES, "ticks": list(range(2500, 2500 + FRAMES))},
    "late.mp4": {"options": B_FRAMES, "ticks": list(range(75, 75 + FRAMES))},
}
NAMES = list(FILMS)

MUST_BE_CUT = [n for n in NAMES if n.endswith((".mp4", ".mov", ".mkv", ".webm")) and "altref" not in n]
"""Films of which a straight decoding only would waste a core."""

MakeFilm = Callable[[str], Path]


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> MakeFilm:
    """Makes one of the films above, once."""
    folder = tmp_path_factory.mktemp("containers")
    pictures = noise(FRAMES, SIZE)

    def make(name: str) -> Path:
        path = folder / name
        if not path.exists():
            write(path, pictures, **FILMS[name])
        return path

    return make


@pytest.fixture(autouse=True)
def small_segments(monkeypatch: pytest.MonkeyPatch) -> None:
    """Segments of half a second, so that tiny films have several."""
    monkeypatch.setattr(segments, "SEGMENT_SECONDS", Fraction(1, 2))
    monkeypatch.setattr(segments, "STRAIGHT_FRAMES", 13)


def before(table: PacketTable, segment: Segment, lead_in: int) -> int | None:
    """The latest key frame from which `lead_in` frames before the segment can be decoded."""
    if not segment.by_ticks or segment.start is None:
        return None
    keys = table.pts[table.key & (table.pts < segment.start)]
    between = [int(((table.pts >= key) & (table.pts < segment.start)).sum()) for key in keys]
    enough = [int(key) for key, count in zip(keys, between, strict=True) if count >= lead_in]
    return enough[-1] if enough else int(keys[0])


def parts(reader: Reader, looked_at: Probe, segment: Segment, lead_in: int, lead_out: int) -> dict[str, Decoded]:
    found: dict[str, Decoded] = {"lead_in": [], "inside": [], "lead_out": []}
    start = before(looked_at.packets, segment, lead_in)
    for part, frame in reader.segment(segment, lead_in, lead_out, start):
        found[part].append((frame.pts, hash_of(frame)))
    return found


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("lead_out", [0, 2])
def test_segments_together_are_one_straight_decoding(name: str, lead_out: int, made: MakeFilm) -> None:
    path = made(name)
    expected = straight_decoding(path)
    assert len(expected) >= FRAMES - 2, "the film itself holds its frames"
    looked_at = probe(str(path))
    planned = segments.plan(looked_at.packets, looked_at.film.time_base)
    assert len(planned) > 1
    assert planned[0].by_ticks or name not in MUST_BE_CUT
    reader = Reader(str(path), looked_at.film)
    together: Decoded = []
    for segment in planned:
        found = parts(reader, looked_at, segment, 3, lead_out)
        assert not reader.damage
        first, end = len(together), len(together) + len(found["inside"])
        together += found["inside"]
        assert together == expected[:end]
        assert found["lead_in"] == expected[max(0, first - 3) : first]
        assert found["lead_out"] == expected[end : end + lead_out]
    assert together == expected
    reader.close()


@pytest.mark.parametrize("name", ["open-gop.mp4", "hevc.mkv", "vp9.webm", "h264.avi", "mpeg2.ts"])
@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_in_any_order_with_any_lead(name: str, made: MakeFilm, data: st.DataObject) -> None:
    path = made(name)
    expected = straight_decoding(path)
    looked_at = probe(str(path))
    planned = segments.plan(looked_at.packets, looked_at.film.time_base)
    order = data.draw(st.permutations(planned))
    lead_in, lead_out = data.draw(st.integers(0, 25)), data.draw(st.integers(0, 25))
    reader = Reader(str(path), looked_at.film)
    found = {segment.index: parts(reader, looked_at, segment, lead_in, lead_out) for segment in order}
    reader.close()
    together = [frame for index in sorted(found) for frame in found[index]["inside"]]
    assert together == expected
    at = 0
    for index in sorted(found):
        end = at + len(found[index]["inside"])
        assert found[index]["lead_in"] == expected[max(0, at - lead_in) : at]
        assert found[index]["lead_out"] == expected[end : end + lead_out]
        at = end


def test_a_segment_left_in_the_middle_does_not_spoil_the_next(made: MakeFilm) -> None:
    for name in ("h264.mp4", "h264.ts"):
        path = made(name)
        expected = straight_decoding(path)
        looked_at = probe(str(path))
        planned = segments.plan(looked_at.packets, looked_at.film.time_base)
        reader = Reader(str(path), looked_at.film)
        begun = reader.segment(planned[1])
        next(begun)
        del begun
        together = [f for s in planned for f in parts(reader, looked_at, s, 0, 0)["inside"]]
        assert together == expected
        reader.close()


def test_damage_is_counted_and_what_can_be_decoded_is_given(made: MakeFilm, tmp_path: Path) -> None:
    data = bytearray(made("h264.mkv").read_bytes())
    middle = len(data) // 2
    data[middle : middle + 400] = bytes(400)
    path = tmp_path / "damaged.mkv"
    path.write_bytes(data)
    looked_at = probe(str(path))
    reader = Reader(str(path), looked_at.film)
    damage, together = 0, Decoded()
    for segment in segments.straight(len(looked_at.packets)):
        together += parts(reader, looked_at, segment, 3, 2)["inside"]
        damage += bool(reader.damage)
    reader.close()
    assert damage
    assert 0 < len(together) <= FRAMES
    assert together == straight_decoding(path), "whatever frames are held meanwhile"


@pytest.mark.parametrize(
    "name",
    ["editlist_trim.mp4", "editlist_delay.mp4", "editlist_twice.mp4", "editlist_slow.mp4", "start_negative.mkv",
     "start_negative.mp4", "vp9_altref.webm", "open_gop.mp4", "pts_duplicate.mkv", "pts_backwards.mkv", "joined.mp4",
     "ts_wrap.ts", "size_change.ts", "telecine_32.mpg", "xvid_packed.avi", "theora.ogv", "h263.3gp", "dnxhr.mxf",
     "video_late.mkv", "vfr_gap.webm", "real/h265_bframes.mp4", "real/iibbibb_editlist_videoonly.mp4"],
)  # fmt: skip
def test_odd_films(name: str, shared: Path) -> None:
    path = shared / "data" / "odd" / name
    if not path.is_file():
        pytest.skip("the folder with odd films (../shared/data/odd) is not here")
    looked_at = probe(str(path))
    expected = straight_decoding(path, looked_at.film.video.stream)
    reader = Reader(str(path), looked_at.film)
    together: Decoded = []
    for segment in segments.plan(looked_at.packets, looked_at.film.time_base):
        found = parts(reader, looked_at, segment, 2, 1)
        first, end = len(together), len(together) + len(found["inside"])
        assert found["lead_in"] == expected[max(0, first - 2) : first]
        assert found["lead_out"] == expected[end : end + 1]
        together += found["inside"]
    reader.close()
    assert together == expected
