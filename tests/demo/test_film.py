"""The demonstration film: its truth holds together, it is the same every time, and the file holds everything."""

import errno
import json
import os
import subprocess
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest
from numpy.typing import NDArray

from cranework.demo.camera import SIGNS
from cranework.demo.editing import Join, Reel
from cranework.demo.film import captions, chapters, pictures, render
from cranework.demo.script import demonstration
from cranework.errors import NoPermission, NoSpace

LONG_ENOUGH = 29
"""Frames: 1.2 seconds."""
SIZE = (160, 90)


@pytest.fixture(scope="module")
def film() -> Reel:
    return demonstration()


@pytest.fixture(scope="module")
def truth(film: Reel) -> dict[str, Any]:
    return film.truth()


def test_it_is_between_60_and_90_seconds_long(truth: dict[str, Any]) -> None:
    assert 60 <= truth["frames"] / 24 <= 90
    assert truth["frame_rate"] == "24/1"


def test_every_move_occurs_long_enough_to_be_seen(truth: dict[str, Any]) -> None:
    longest = dict.fromkeys(SIGNS, 0)
    for shot in truth["shots"]:
        for move in shot["moves"]:
            longest[move["label"]] = max(longest[move["label"]], move["end"] - move["start"])
    assert {label: frames for label, frames in longest.items() if frames < LONG_ENOUGH} == {}


def test_every_kind_of_transition_occurs(truth: dict[str, Any]) -> None:
    kinds = [one["kind"] for one in truth["transitions"]]
    assert set(kinds) == {"cut", "dissolve", "fade_in", "fade_out", "wipe"}
    assert kinds[0] == "fade_in" and kinds[-1] == "fade_out"
    assert kinds.count("dissolve") >= 2
    assert len(truth["superimpositions"]) == 1


def test_shots_tile_and_spans_lie_inside(truth: dict[str, Any]) -> None:
    shots = truth["shots"]
    assert shots[0]["start"] == 0 and shots[-1]["end"] == truth["frames"]
    assert all(a["end"] == b["start"] for a, b in pairwise(shots))
    for shot in shots:
        assert shot["moves"]
        assert all(shot["start"] <= move["start"] < move["end"] <= shot["end"] for move in shot["moves"])
    (span,) = truth["superimpositions"]
    assert any(shot["start"] < span["start"] < span["end"] < shot["end"] for shot in shots)


def test_no_transition_touches_another(truth: dict[str, Any]) -> None:
    spans = [(one["start"], one["end"]) for one in truth["transitions"]]
    assert all(a[1] + 12 <= b[0] for a, b in pairwise(spans))


def test_captions_and_chapters_lie_in_the_film(film: Reel) -> None:
    for words in captions(film):
        assert 0 <= words.start < words.end <= film.frames and words.text
    named = chapters(film)
    assert named[0].start == 0 and named[-1].end == film.frames
    assert len(named) == 4


DIGEST = """
import hashlib
from cranework.demo.script import demonstration

film = demonstration()
frames = [film.picture(film.starts[shot] + 40, 160, 90).tobytes() for shot in (1, 4, 7, 10)]
print(hashlib.sha256(b"".join(frames)).hexdigest())
"""


def test_frames_are_the_same_in_every_process() -> None:
    """Whatever order Python's sets and dictionaries of strings happen to have there."""
    seeds = [{**os.environ, "PYTHONHASHSEED": seed} for seed in ("1", "2")]
    calls = [subprocess.Popen([sys.executable, "-c", DIGEST], env=seed, stdout=subprocess.PIPE) for seed in seeds]
    once, again = (call.communicate(timeout=60)[0] for call in calls)
    assert [call.returncode for call in calls] == [0, 0]
    assert once == again


def test_grain_follows_from_the_number_of_the_frame(film: Reel) -> None:
    some = Reel(film.shots[:1], [], film.joins[0], Join())
    once, again = ([next(frames) for _ in range(16)] for frames in (pictures(some, *SIZE), pictures(some, *SIZE)))
    assert all(np.array_equal(a, b) for a, b in zip(once, again, strict=True))
    assert not np.array_equal(once[14], once[15])
    assert once[0].min() == once[0].max() == 16  # The film begins in video's black.


def test_a_folder_that_is_not_there_is_one_clear_error(film: Reel, tmp_path: Path) -> None:
    with pytest.raises(NoPermission, match="choose another folder"):
        render(tmp_path / "nowhere", scale=0.1, reel=Reel(film.shots[:1], [], Join(), Join()))


def test_a_failure_leaves_nothing_behind(film: Reel, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(self: Reel, frame: int, width: int, height: int) -> NDArray[Any]:
        raise OSError(errno.ENOSPC, "no space")

    monkeypatch.setattr(Reel, "picture", fail)
    with pytest.raises(NoSpace):
        render(tmp_path, scale=0.1, reel=Reel(film.shots[:1], [], Join(), Join()))
    assert list(tmp_path.iterdir()) == []


def test_the_file_holds_picture_sound_words_and_chapters(film: Reel, tmp_path: Path) -> None:
    short = Reel(film.shots[:2], [film.joins[1]], film.joins[0], film.joins[-1])
    path = render(tmp_path, scale=0.25, reel=short)
    with av.open(str(path)) as made:
        video, audio, words = made.streams.video[0], made.streams.audio[0], made.streams.subtitles[0]
        assert (video.codec_context.name, video.width, video.height) == ("h264", 160, 90)
        assert video.average_rate == 24
        assert audio.codec_context.name == "aac"
        assert audio.duration is not None and audio.time_base is not None
        assert float(audio.duration * audio.time_base) == pytest.approx(short.frames / 24, abs=0.1)
        assert [chapter["metadata"]["title"] for chapter in made.chapters()] == ["Morning"]
        lines = [bytes(packet)[2:].decode() for packet in made.demux(words) if packet.size > 2]
        assert lines == [shot.caption for shot in short.shots]
    with av.open(str(path)) as made:
        frames = [frame.to_ndarray(format="gray").mean() for frame in made.decode(video=0)]
    assert len(frames) == short.frames
    assert frames[0] < 2 < 60 < max(frames)
    assert json.loads((tmp_path / "truth.json").read_text()) == short.truth()
