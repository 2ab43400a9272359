"""A second analysis computes only what changed; whatever stops one, what was finished is kept."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from concurrent.futures import Executor, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from tests.engine.conftest import SEGMENTS
from tests.engine.contents import contents
from tests.engine.executors import Inline
from tests.film.made import noise, write

import cranework
from cranework.engine import registry
from cranework.engine.progress import Progress
from cranework.engine.run import analyze, study_name
from cranework.errors import NotAFilm, Stopped, StudyInUse, UsageError
from cranework.film.probe import probe
from cranework.study.layer import Layer
from cranework.study.store import Study
from cranework.study.writer import StudyWriter

ALL = tuple(registry.layers())


@pytest.fixture(scope="module")
def undisturbed(film: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The study of the film from one run that nobody disturbed. Copy it to write to it."""
    study = tmp_path_factory.mktemp("undisturbed") / "film.cranework"
    analyze(film, study, executor=Inline())
    return study


@pytest.fixture
def study(undisturbed: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(undisturbed, tmp_path / "film.cranework"))


@pytest.fixture
def change(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """`change("luma", version=2)`: the registry gives that layer with other attributes."""

    def changed(name: str, **attributes: Any) -> None:
        layers: dict[str, Layer] = dict(registry.layers())
        layers[name] = type("Changed", (type(layers[name]),), attributes)()
        monkeypatch.setattr(registry, "layers", lambda: layers)

    yield changed


def run(film: Path, study: Path, **options: Any) -> tuple[cranework.Analysis, list[str]]:
    executor = Inline()
    return analyze(film, study, executor=executor, **options), executor.tasks


def test_a_second_run_computes_nothing(film: Path, study: Path, undisturbed: Path) -> None:
    before = study.read_bytes()
    analysis, tasks = run(film, study)
    assert (analysis.computed, analysis.kept, analysis.study) == ((), ALL, str(study))
    assert tasks == ["probe_film"]
    assert contents(study) == contents(undisturbed)
    assert len(study.read_bytes()) == len(before)


def needing(name: str) -> set[str]:
    """A layer and all that need it, directly or not."""
    found = {name}
    for layer in registry.layers().values():
        if found & set(layer.needs):
            found.add(layer.name)
    return found


@pytest.mark.parametrize("name", ["luma", "pictures", "transitions", "statistics", "chapters", "time"])
def test_another_version_recomputes_that_layer_and_what_needs_it(
    name: str, film: Path, study: Path, undisturbed: Path, change: Any
) -> None:
    change(name, version=99)
    analysis, tasks = run(film, study)
    assert set(analysis.computed) == needing(name)
    assert set(analysis.kept) == set(ALL) - needing(name)
    assert tasks.count("measure_segment") == (SEGMENTS if name in ("luma", "pictures") else 0)
    assert contents(study) == contents(undisturbed)


@dataclass(frozen=True)
class Threshold:
    levels: int = 28


def test_other_parameters_recompute_that_layer(film: Path, study: Path, change: Any) -> None:
    change("luma", parameters=Threshold())
    assert set(run(film, study)[0].computed) == needing("luma")
    assert run(film, study)[0].computed == ()
    change("luma", parameters=Threshold(30))
    assert set(run(film, study)[0].computed) == needing("luma")


def test_some_layers_and_then_all(film: Path, undisturbed: Path, tmp_path: Path) -> None:
    study = tmp_path / "some.cranework"
    some, _ = run(film, study, layers=["luma", "chapters"])
    assert set(some.computed) == {"luma", "chapters", "time", "frames"}
    with Study.open(study) as opened:
        assert {layer.name for layer in opened.layers} == set(some.computed)
    rest, _ = run(film, study)
    assert set(rest.computed) == set(ALL) - set(some.computed)
    assert contents(study) == contents(undisturbed)


def test_some_layers_of_a_whole_study_leave_the_others(film: Path, study: Path, undisturbed: Path) -> None:
    analysis, _ = run(film, study, layers=["luma"])
    assert (analysis.computed, analysis.kept) == ((), ("luma",))
    assert contents(study) == contents(undisturbed)


def test_force_measures_everything_anew(film: Path, study: Path, undisturbed: Path) -> None:
    analysis, tasks = run(film, study, force=True)
    assert (analysis.computed, analysis.kept) == (ALL, ())
    assert tasks.count("measure_segment") == SEGMENTS
    assert contents(study) == contents(undisturbed)


def test_a_renamed_film_is_the_same_film(film: Path, study: Path, tmp_path: Path) -> None:
    renamed = Path(shutil.copy(film, tmp_path / "renamed.mp4"))
    assert run(renamed, study)[0].computed == ()
    with Study.open(study) as opened:
        assert opened.film.name == "renamed.mp4"


def test_any_executor_will_do(film: Path, undisturbed: Path, tmp_path: Path, pool: Executor) -> None:
    with ThreadPoolExecutor(3) as threads:
        for number, executor in enumerate([threads, pool]):
            study = tmp_path / f"{number}.cranework"
            analyze(film, study, executor=executor)
            assert contents(study) == contents(undisturbed)
    executor.submit(int).result()  # it is the caller's, and still works


def test_the_default_name(film: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    analysis = analyze(str(film), layers=["frames"], executor=Inline())
    assert Path(analysis.study).resolve() == tmp_path / study_name(str(film))
    assert (tmp_path / "film.cranework").exists()


def test_progress_is_told(film: Path, tmp_path: Path) -> None:
    told: list[Progress] = []
    run(film, tmp_path / "a.cranework", progress=told.append)
    assert {at.film for at in told} == {str(film)}
    stages = list(dict.fromkeys(at.stage for at in told))
    assert stages == ["looking at the film", "measuring", "finding shots"]
    frames = [at.frames for at in told]
    assert frames == sorted(frames) and frames[-1] == told[-1].total == 96
    assert all(at.seconds_left is None or at.seconds_left >= 0 for at in told)
    assert all(at.rate >= 0 for at in told)


class StopAfter:
    """A progress callback as the user's Ctrl-C, after some segments."""

    def __init__(self, frames: int, error: type[BaseException] = KeyboardInterrupt) -> None:
        self.frames, self.error = frames, error

    def __call__(self, at: Progress) -> None:
        if at.stage == "measuring" and at.frames >= self.frames:
            raise self.error


@pytest.mark.parametrize("segments", [1, 3, 7, 8])
def test_a_stopped_analysis_goes_on_where_it_was(segments: int, film: Path, undisturbed: Path, tmp_path: Path) -> None:
    study = tmp_path / "stopped.cranework"
    with pytest.raises(Stopped) as caught:
        run(film, study, progress=StopAfter(12 * segments))
    assert caught.value.exit_code == 130
    told: list[Progress] = []
    _, tasks = run(film, study, progress=told.append)
    assert tasks.count("measure_segment") == SEGMENTS - segments
    measuring = [at.frames for at in told if at.stage == "measuring"]
    assert 12 * segments in measuring and measuring[-1] == 96
    assert contents(study) == contents(undisturbed)


def test_a_defect_in_a_callback_is_told_and_loses_nothing(film: Path, undisturbed: Path, tmp_path: Path) -> None:
    study = tmp_path / "a.cranework"
    with pytest.raises(ZeroDivisionError):
        run(film, study, progress=StopAfter(24, ZeroDivisionError))
    _, tasks = run(film, study)
    assert tasks.count("measure_segment") == SEGMENTS - 2
    assert contents(study) == contents(undisturbed)


def test_an_unknown_layer(film: Path, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="there is no layer 'lumo'"):
        run(film, tmp_path / "a.cranework", layers=["lumo"])
    assert not (tmp_path / "a.cranework").exists()


def test_the_study_of_another_film_is_left_alone(other_film: Path, study: Path) -> None:
    before = contents(study)
    with pytest.raises(UsageError, match="another film"):
        run(other_film, study)
    assert contents(study) == before


def test_a_study_in_use(film: Path, study: Path, undisturbed: Path) -> None:
    with StudyWriter.hold(study, probe(str(film)).film), pytest.raises(StudyInUse) as caught:
        run(film, study)
    assert caught.value.exit_code == 4
    assert contents(study) == contents(undisturbed)
    assert run(film, study)[0].computed == ()


def test_a_missing_film_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(NotAFilm):
        run(tmp_path / "missing.mp4", tmp_path / "a.cranework")
    assert list(tmp_path.iterdir()) == []


def test_another_stream_is_another_measurement(shared: Path, tmp_path: Path) -> None:
    film = shared / "data" / "odd" / "two_angles.mp4"
    if not film.is_file():
        pytest.skip("the folder with odd films (../shared/data/odd) is not here")
    study = tmp_path / "angles.cranework"
    run(film, study)
    first = contents(study)
    analysis, _ = run(film, study, stream=1)
    assert set(analysis.computed) >= {"luma", "frames", "shots"}
    with Study.open(study) as opened:
        assert opened.film.video.stream == 1
    assert run(film, study, stream=1)[0].computed == ()
    run(film, study, stream=0)
    assert contents(study) == first


def damaged(path: Path) -> Path:
    """A film that looks sound from outside, and in whose middle some packets cannot be decoded."""
    film = write(path, noise(96, (160, 96)), rate=1, gop=12, options={"sc_threshold": "0", "bf": "0"})
    data = bytearray(film.read_bytes())
    media = data.index(b"mdat")
    middle = media + (data.index(b"moov") - media) // 2
    data[middle : middle + 3000] = bytes(255 for _ in range(3000))
    film.write_bytes(data)
    return film


def test_a_film_damaged_in_the_middle_is_decoded_straight_through(tmp_path: Path) -> None:
    film, study = damaged(tmp_path / "damaged.mp4"), tmp_path / "damaged.cranework"
    assert probe(str(film)).packets.exact
    run(film, study)
    with Study.open(study) as opened:
        assert opened.film.damage
        assert len(opened.segment_bounds()) == 1
        assert opened.frames is not None and 0 < opened.frames <= 96
        opened.document()
    analysis, tasks = run(film, study)
    assert (analysis.computed, tasks) == ((), ["probe_film"])
    with ThreadPoolExecutor(3) as threads:
        analyze(film, tmp_path / "again.cranework", executor=threads)
    assert contents(tmp_path / "again.cranework") == contents(study)


def test_damage_is_still_told_after_another_layer_is_added(tmp_path: Path) -> None:
    film, study = damaged(tmp_path / "damaged.mp4"), tmp_path / "damaged.cranework"
    run(film, study, layers=["luma"])
    with Study.open(study) as opened:
        told = opened.film.damage
    run(film, study)
    with Study.open(study) as opened:
        assert opened.film.damage == told != ()
