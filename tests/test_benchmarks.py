"""The benchmarks run: each on a film of a few frames, since a measurement that breaks is found out too late."""

from __future__ import annotations

import itertools
import json
import os
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not hasattr(os, "wait4"), reason="the benchmarks need wait4 (Linux, macOS)"),
]

from benchmarks import (  # noqa: E402
    camera,
    camera_films,
    camera_scores,
    cost,
    faults,
    films,
    memory,
    misses,
    page,
    process,
    splices,
    startup,
    transitions,
    variants,
)
from tests.conftest import MakeFilm  # noqa: E402

SCORER = "import json, sys; from pathlib import Path; print(len(list(Path(sys.argv[2]).glob('*.json'))), 'scored')"


@pytest.fixture(scope="module")
def tiny(make_film: MakeFilm, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_film(tmp_path_factory.mktemp("film") / "tiny.mp4", (20, 20))


def test_a_command_and_all_that_it_waits_for_are_counted() -> None:
    busy = "import subprocess, sys; subprocess.run([sys.executable, '-c', 'sum(range(10**7))'])"
    assert process.run(process.python(busy)).cpu_s > process.run(process.python("pass")).cpu_s


def test_a_command_that_fails_says_so() -> None:
    with pytest.raises(process.Failed, match="oh no"):
        process.run(process.python("raise SystemExit('oh no')"))


def test_films_are_made_once_and_repeated(tiny: Path, tmp_path: Path) -> None:
    import av

    recipe = films.Recipe(72, 1, 100_000, times=3)
    path = films.made(recipe, tmp_path, [tiny])
    assert films.made(recipe, tmp_path, []) == path
    with av.open(str(path)) as film:
        ticks = [frame.pts for frame in film.decode(video=0) if frame.pts is not None]
    assert len(ticks) == 3 * films.RATE
    assert len({b - a for a, b in itertools.pairwise(ticks)}) == 1


def test_no_clips_no_films(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(films, "SHARED", tmp_path)
    monkeypatch.setattr(sys, "argv", ["films", "720p"])
    assert films.main() == 0
    assert "not here" in capsys.readouterr().out


def test_cost(tiny: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "argv", ["cost", str(tiny), "--rounds", "1"])
    assert cost.main() == 0
    printed = capsys.readouterr().out
    assert "tiny.mp4: 40 frames" in printed
    assert cost.TWO_WORKERS in printed and "two workers gain" in printed


@pytest.mark.skipif(not Path("/proc/self/smaps_rollup").exists(), reason="needs /proc, which Linux has")
def test_memory(tiny: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "argv", ["memory", str(tiny)])
    assert memory.main() == 0
    rss, pss, study, page = map(float, capsys.readouterr().out.splitlines()[-1].split()[-4:])
    assert rss >= pss > study > 0 and page > 0


def test_transitions(tiny: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    labels, scorer = tiny.parent / "labels.json", tmp_path / "scorer.py"
    labels.write_text(json.dumps({"clips": [{"file": tiny.name}]}))
    scorer.write_text(SCORER)
    transitions.scored("ours", transitions.analyze, labels, scorer)
    printed = capsys.readouterr().out
    assert "1 documents of 1 clips, exit code 0" in printed and "1 scored" in printed


def test_spliced_films_are_made_with_their_labels(
    make_film: MakeFilm, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (clips := tmp_path / "clips").mkdir()
    make_film(clips / "0.mp4", (60,), size=(320, 180))
    monkeypatch.setattr(splices, "CLIPS", clips)
    (clip,) = json.loads(splices.made(tmp_path / "films", 1).read_text())["clips"]
    assert (tmp_path / "films" / clip["file"]).exists() and clip["frames"] > 700
    assert clip["transitions"] and {"superimpositions", "traps"} <= set(clip)


def test_variants(tiny: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    chosen = {name: variants.VARIANTS[name] for name in ("half the size", "in gray")}
    monkeypatch.setattr(variants, "VARIANTS", chosen)
    monkeypatch.setattr(sys, "argv", ["variants", str(tiny)])
    assert variants.main() == 0
    assert "agreement" in capsys.readouterr().out


def move(label: str | None, start: int, end: int, **more: object) -> dict:
    measured = {"confidence": 0.9, "speed": 0.2, "travel": 0.4, "ambiguous_with": [], "degrees_per_s": [10.0, 14.0]}
    return {"label": label, "start": start, "end": end, "minor": False, "shown": 0.4, **measured, **more}


def test_what_is_said_of_moves_is_compared_with_the_truth(capsys: pytest.CaptureFixture[str]) -> None:
    clip = {
        "file": "a.mp4", "fps": "24", "frames": 72, "kind": "flat", "traps": [], "lens_mm": [50, 50],
        "active_area": [0, 0, 480, 270],
        "moves": [move("pan_left", 0, 48, degrees_per_s=12.0), move("tilt_up", 12, 48), move("static", 48, 72)],
    }  # fmt: skip
    found = [move("pan_left", 0, 44), move("pedestal_up", 12, 48, confidence=0.6, ambiguous_with=["tilt_up"])]
    document = {"shots": [{"moves": found[:1]}, {"moves": found[1:]}]}
    told = camera_scores.answers(clip, document)
    assert [one.word for one in told] == ["pan_left", "pedestal_up", "nothing"]
    assert [one.right for one in told] == [True, False, False]
    camera_scores.print_names(told)
    camera_scores.print_sizes(told)
    camera_scores.print_trust({"a.mp4": 0.0}, [(0.9, True), (0.6, False)], {"a.mp4": document})
    printed = capsys.readouterr().out
    assert "all 0.333 (1 of 3)" in printed and "said to be ambiguous 0.500 (1 of 2)" in printed
    assert "true value in the range or within 15 % of it 1.000 (1 of 1)" in printed
    assert "most confident 100% of clips (from 0.60): all right 0.000" in printed


def test_a_turn_may_be_measured_at_the_centre_or_over_the_picture() -> None:
    wide = {"lens_mm": [36, 36], "active_area": [0, 0, 480, 270]}
    more = camera_scores.bend(wide, "pan")
    assert more == pytest.approx(1 / 12) and camera_scores.bend(wide, "zoom") == 0
    assert camera_scores.off(1.05, 1.0, more) == pytest.approx(0) and camera_scores.off(0.9, 1.0, more) > 0.09


def test_spliced_clips_lie_where_they_are_said_to(make_film: MakeFilm, tmp_path: Path) -> None:
    clips = []
    for seed in range(camera_films.PIECES):
        name = make_film(tmp_path / f"{seed}.mp4", (30,), size=camera_films.SIZE).name
        clips.append({"file": name, "seed": seed, "frames": 30, "width": 480, "height": 270, "fps": "24"})
        clips[-1]["flaws"] = {"bars": 0}
    ((path, spans),) = camera_films.splice(tmp_path, clips)
    frames = list(camera_films.lumas(path))
    assert len(frames) == spans[-1][2] == 6 * 30 - 3 * camera_films.DISSOLVE
    assert [(start, end) for _, start, end in spans][:3] == [(0, 18), (30, 48), (48, 66)]
    for clip, start, end in spans:
        own = list(camera_films.lumas(tmp_path / clip["file"]))
        assert any(abs(frames[start].astype(int) - one).mean() < 4 for one in own) and end - start in (18, 30)


def test_the_picture_of_a_real_film_is_turned_exactly(make_film: MakeFilm, tmp_path: Path) -> None:
    clips = camera_films.warp(tmp_path / "films", [make_film(tmp_path / "source.mp4", (3,), size=camera_films.SIZE)])
    assert {one["label"] for one in clips} >= {"pan_left", "tilt_up", "zoom_in", "roll_cw"}
    assert len(list(camera_films.lumas(tmp_path / "films" / clips[0]["file"]))) == 84


def test_camera(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from training.camera import render

    monkeypatch.setattr(render, "LONGER_SIDE", 96)
    monkeypatch.setattr(sys, "argv", ["camera", "--rendered", "--spliced", "--clips", "2", "--folder", str(tmp_path)])
    assert camera.main() == 0
    printed = capsys.readouterr().out
    assert "2 documents of 2 films, exit code 0" in printed and "move with direction right" in printed
    assert "too few clips" in printed


def test_what_counts_as_the_same_transition() -> None:
    assert variants.same(("cut", 10, 10), ("cut", 11, 11)) and not variants.same(("cut", 10, 10), ("cut", 12, 12))
    assert variants.same(("wipe", 10, 30), ("wipe", 15, 30)) and not variants.same(("wipe", 10, 30), ("wipe", 25, 60))
    assert not variants.same(("wipe", 10, 30), ("dissolve", 10, 30))
    twice = [("cut", 10, 10), ("cut", 11, 11)]
    assert variants.shared(twice, twice[:1]) == 1, "one to one"


def test_startup(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "argv", ["startup", "--rounds", "1"])
    assert startup.main() == 0
    printed = capsys.readouterr().out
    assert "cranework --help" in printed and "numpy" in printed and "together" in printed


def test_faults(tiny: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(faults, "SHARES", (0.3,))
    monkeypatch.setattr(sys, "argv", ["faults", str(tiny), "--kills", "1"])
    assert faults.main() == 0
    assert "all went well" in capsys.readouterr().out


def test_page(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "argv", ["page", "--shots", "20"])
    assert page.main() == 0
    assert "chromium" in (told := capsys.readouterr().out.lower()) or "first picture" in told


REVIEW = "The Cranes Are Flying was directed by Mikhail Kalatozov. I liked it a lot, and the end is sad."


def test_reading(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from benchmarks import labelled, reading

    def run(module: Any, *words: str | Path) -> str:
        monkeypatch.setattr(sys, "argv", ["x", *map(str, words)])
        module.main()
        return capsys.readouterr().out

    reviews, text = tmp_path / "reviews.jsonl", tmp_path / "review.txt"
    reviews.write_text(json.dumps({"id": "one", "text": REVIEW}) + "\n", "utf-8")
    text.write_text(REVIEW, "utf-8")
    labels = {"texts": [{"id": "L1", "origin": "one", "statements": [{"id": "1", "start": 0, "end": 55}]}]}
    (tmp_path / "labels.json").write_text(json.dumps(labels), "utf-8")
    run(labelled, tmp_path / "labels.json", reviews, "-o", tmp_path / "gold.json")
    gold = json.loads((tmp_path / "gold.json").read_text("utf-8"))["texts"][0]
    assert gold["text"] == REVIEW and gold["statements"][0]["text"] == REVIEW[:55]
    run(reading, "statements", tmp_path / "gold.json", "-o", tmp_path / "run")
    found = json.loads((tmp_path / "run" / "L1.json").read_text("utf-8"))["statements"]
    assert any(one["predicate"] == "director" and one["verdict"] == "supported" for one in found)
    assert "supported 1" in run(reading, "read", text) and "statements" in run(reading, "unread", reviews)
    assert "the same verdicts" in run(reading, "noise", tmp_path / "gold.json")


def test_a_text_translated_twice_knows_where_it_came_from() -> None:
    from benchmarks.reading_noise import translated

    noisy = translated("I saw the movie, and it is directed by a master.")
    assert noisy.text == "I saw film. It is realized by master."
    assert len(noisy.origin) == len(noisy.text) and noisy.origin == sorted(noisy.origin)
    assert noisy.origin[noisy.text.index("master")] == "I saw the movie, and it is directed by a master.".index(
        "master"
    )


def test_a_wrong_word_is_of_the_kind_of_the_right_one_and_another() -> None:
    import random

    from benchmarks.reading_corrupted import YEARS_OFF, wrong

    chance = random.Random(1)
    assert all(YEARS_OFF[0] <= abs(int(wrong("1957", "year", chance)) - 1957) <= YEARS_OFF[1] for _ in range(50))
    assert all("Ford" not in wrong("John Ford", "person", chance) for _ in range(50))
    assert wrong("95 minutes", "minutes", chance).endswith(" minutes")


def test_what_is_missed_and_what_is_invented_is_told_apart() -> None:
    true = [
        {"kind": "cut", "start": 10, "end": 10},
        {"kind": "dissolve", "start": 40, "end": 60},
        {"kind": "superimposition", "start": 80, "end": 120},
    ]
    said = [
        {"kind": "cut", "start": 11, "end": 11},
        {"kind": "wipe", "start": 42, "end": 61},
        {"kind": "dissolve", "start": 82, "end": 118},
    ]
    found = [(miss.start, miss.end, miss.words) for miss in misses.misses(true, said)]
    assert found == [
        (80, 120, "superimposition missed at 80-120, there: dissolve"),
        (82, 118, "dissolve invented at 82-118, there: superimposition"),
    ]
    film = [np.full((90, 160, 3), n, np.uint8) for n in range(130)]
    picture = misses.strip(film, misses.Miss(80, 90, "said"))
    assert picture.shape[0] == misses.HEIGHT + misses.LINE
    assert [int(picture[10, 20 + n * (213 + misses.BORDER), 0]) for n in range(5)] == [76, 80, 85, 90, 94]
