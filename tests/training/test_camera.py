"""The virtual camera moves as its labels say, and its tracks and films show it."""

import json
from dataclasses import replace
from pathlib import Path

import av
import numpy as np
import pytest
from numpy.typing import NDArray
from training.camera import render
from training.camera.join import joined
from training.camera.paths import Course, Leg, course
from training.camera.scenes import PLACES, SHAPES, SKINS, Place
from training.camera.shots import SAMPLES_A_SECOND, shot
from training.camera.simulate import Take, take
from training.camera.skins import DRAWN
from training.camera.truth import effects
from training.camera.views import NOTHING, grid, views

from cranework.demo.camera import SIGNS
from cranework.demo.stage import Fog, Scene, Texture
from cranework.motion import judge
from cranework.motion.windows import UNITS

SECONDS = np.arange(25) / 24
FOCAL, ASPECT = 1.2, 9 / 16
AMOUNTS = {"pan": 0.15, "tilt": 0.1, "roll": 0.2, "zoom": 0.2, "truck": 0.8, "pedestal": 0.5, "dolly": 0.8, "arc": 0.2}


def place(kind: str = "street") -> Place:
    return replace(PLACES[kind](np.random.default_rng(3), SECONDS, FOCAL), pitch=0.0, eye=1.6)


def moved(label: str, subject: float = 4.0) -> tuple[NDArray, NDArray, NDArray, Course]:
    """Spots in the first picture, where what they show is in the last, how far off that is, and the camera's way."""
    amount = SIGNS[label] * AMOUNTS.get(label.rsplit("_", 1)[0], 0.8)
    leg = Leg(label, 0.0, 1.0, amount, 0.2, subject)
    way = course(np.random.default_rng(0), [leg], SECONDS, place(), FOCAL)
    seen = views(place().things, way, np.array([0, 24]))
    spots = grid(ASPECT)
    thing, where, depth = seen.hit(0, spots)
    shown = thing != NOTHING
    after, _ = seen.spots(1, thing[shown], where[shown])
    return spots[shown], after, depth[shown], way


@pytest.mark.parametrize(
    ("label", "axis", "sign"),
    [
        ("pan_right", 0, -1), ("pan_left", 0, 1), ("tilt_up", 1, 1), ("tilt_down", 1, -1), ("truck_right", 0, -1),
        ("truck_left", 0, 1), ("pedestal_up", 1, 1), ("pedestal_down", 1, -1),
    ],
)  # fmt: skip
def test_content_goes_against_the_camera(label: str, axis: int, sign: int) -> None:
    before, after, _, _ = moved(label)
    step = after - before
    assert sign * np.median(step[:, axis]) > 0.02
    assert abs(np.median(step[:, 1 - axis])) < 0.01


@pytest.mark.parametrize(("label", "sign"), [("zoom_in", 1), ("zoom_out", -1), ("dolly_in", 1), ("dolly_out", -1)])
def test_content_grows_towards_it(label: str, sign: int) -> None:
    before, after, _, _ = moved(label)
    assert sign * np.median(np.log(np.hypot(*after.T) / np.hypot(*before.T))) > 0.02


@pytest.mark.parametrize(("label", "sign"), [("roll_cw", -1), ("roll_ccw", 1)])
def test_content_rolls_the_other_way(label: str, sign: int) -> None:
    before, after, _, _ = moved(label)
    turned = np.angle((after @ [1, 1j]) / (before @ [1, 1j]))  # above zero: clockwise, since y goes down
    assert turned == pytest.approx(sign * 0.2, abs=0.01)


@pytest.mark.parametrize("label", ["truck_right", "pedestal_up", "dolly_in"])
def test_near_things_pass_faster_than_far_ones(label: str) -> None:
    before, after, depth, _ = moved(label)
    step = np.hypot(*(after - before).T) / (np.hypot(*before.T) if label == "dolly_in" else 1)
    near, far = depth < np.quantile(depth, 0.3), depth > np.quantile(depth, 0.7)
    assert np.median(step[near]) > 2 * np.median(step[far])


def test_turning_and_zooming_know_no_depth() -> None:
    before, after, _, _ = moved("zoom_in")
    assert np.median(np.abs(after - before * np.exp(0.2))) < 1e-9


@pytest.mark.parametrize(("label", "sign"), [("arc_right", 1), ("arc_left", -1)])
def test_an_arc_keeps_its_subject_and_turns_against_its_travel(label: str, sign: int) -> None:
    _, _, _, way = moved(label, subject=5.0)
    axes = way.rotations()[:, :, 2]
    subjects = way.positions + 5 * axes
    assert np.ptp(subjects, axis=0).max() < 0.05
    assert sign * (way.positions[-1, 0] - way.positions[0, 0]) > 0.5
    assert sign * (way.turned[-1, 0] - way.turned[0, 0]) < -0.1


def test_a_dolly_zoom_keeps_the_size_of_its_subject() -> None:
    _, _, _, way = moved("dolly_zoom", subject=4.0)
    size = way.focal / (4.0 - way.positions[:, 2])
    assert np.ptp(size) / size[0] < 1e-6 and way.focal[-1] < way.focal[0]


@pytest.mark.parametrize("label", [label for label in SIGNS if label not in ("static", "dolly_zoom")])
def test_effects_tell_the_move_and_its_direction(label: str) -> None:
    *_, depth, way = moved(label)
    done = effects(way, np.full(25, np.median(depth)))[-1]
    family, sign = label.rsplit("_", 1)[0], SIGNS[label]
    axis = ["pan", "tilt", "roll", "zoom", "truck", "pedestal", "dolly"].index("truck" if family == "arc" else family)
    assert sign * done[axis] > 0.02
    assert axis == np.abs(done).argmax() or family == "arc"
    if family == "pan":
        assert done[0] == pytest.approx(sign * 0.15 * FOCAL, rel=0.01)


def steps(one: Take) -> tuple[NDArray, NDArray]:
    """Median motion of the points between samples, and what the truth makes of it (widths, samples - 1 x 2)."""
    seen, made = [], []
    for k in range(len(one.frames) - 1):
        kept = one.points[k + 1, :, 2] > 1
        if kept.sum() < 20:
            continue
        seen.append(np.median((one.points[k + 1, kept, :2].astype(float) - one.points[k, kept, :2]) / UNITS, axis=0))
        done = one.effects[one.frames[k + 1]] - one.effects[one.frames[k]]
        made.append((-(done[0] + done[4]), done[1] + done[5]))
    return np.array(seen).reshape(-1, 2), np.array(made).reshape(-1, 2)


def test_effects_agree_with_what_the_points_do() -> None:
    seen, made = (np.concatenate(parts) for parts in zip(*(steps(take(seed)) for seed in PLAIN), strict=True))
    large = np.abs(made) > 0.02
    ratio = seen[large] / made[large]
    assert large.sum() > 50
    assert 0.85 < np.median(ratio) < 1.15 and (ratio > 0).mean() > 0.95


PLAIN = [seed for seed in range(60) if not {"mover", "follow", "crowd"} & set(shot(seed).kind.split())][:30]


def test_one_seed_is_one_take() -> None:
    first, again, other = take(7), take(7), take(8)
    assert first.points.tobytes() == again.points.tobytes() and first.effects.tobytes() == again.effects.tobytes()
    assert first.moves == again.moves
    assert first.points.tobytes() != other.points.tobytes()


@pytest.mark.parametrize("seed", range(20))
def test_a_take_is_what_a_study_would_hold(seed: int) -> None:
    one = take(seed)
    frames, age = len(one.effects), one.points[:, :, 2].astype(int)
    assert one.points.dtype == np.int16 and one.points.shape == (len(one.frames), 96, 3)
    assert (np.diff(one.frames) == round(one.rate / SAMPLES_A_SECOND)).all()
    assert one.frames[-1] < frames == len(one.arc) == len(one.dolly_zoom)
    assert set(np.unique(age[0])) <= {0, 1}
    older = age[1:] > 1
    assert (age[1:][older] == age[:-1][older] + 1).all()
    assert (one.points[:, :, :2][age == 0] == 0).all()
    assert (np.abs(one.points[:, :, 1]) <= UNITS * (one.aspect / 2 + 0.15)).all()
    assert one.moves and all(0 <= move.start < move.end <= frames for move in one.moves)
    assert np.isfinite(one.effects).all() and np.isfinite(one.intended).all()
    for move in one.moves:
        assert move.label in SIGNS


def test_every_skin_can_be_drawn() -> None:
    assert set(DRAWN) == set(SKINS)


@pytest.mark.slow
@pytest.mark.parametrize("kind", PLACES)
def test_a_film_shows_what_its_tracks_see(kind: str) -> None:
    """The thing that a ray meets first is the one that is drawn last."""
    seed = next(seed for seed in range(100) if shot(seed).kind.split()[0] == kind)
    made = shot(seed)
    seen = views(made.things, made.course, np.array([0]))
    spots = grid(made.aspect)
    thing, _, _ = seen.hit(0, spots)
    width, height = 320, round(320 * made.aspect)
    planes = [render.plane(one, gray_of(k, one.shape), one.center) for k, one in enumerate(made.things)]
    drawn = Scene(tuple(planes), fog=Fog(gray=0)).picture(made.course.pose(0), 0, width, height)
    at = np.round(spots * width + (width / 2 - 0.5, height / 2 - 0.5)).astype(int)
    same = drawn[at[:, 1], at[:, 0]] == np.where(thing >= 0, 20 + thing % 230, 0)
    assert same.mean() > 0.8  # outlines are finer than the textures that draw them


def gray_of(number: int, shape: str) -> Texture:
    """A texture of one gray in an outline."""
    a, b = np.meshgrid(*2 * ((np.arange(128) + 0.5) / 64 - 1,))
    inside = np.ones((128, 128), bool) if shape == "full" else SHAPES[shape](a, b)
    gray = np.full((128, 128), 20 + number % 230, np.uint8)
    return Texture(gray, None if shape == "full" else inside.astype(np.uint8) * 255)


@pytest.mark.slow
def test_films_are_drawn_once_with_their_truth(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(render, "LONGER_SIDE", 96)
    path = render.rendered(tmp_path, 5)
    truth = json.loads(path.with_suffix(".json").read_text())
    with av.open(str(path)) as film:
        frames = [frame.to_ndarray(format="gray") for frame in film.decode(video=0)]
    assert len(frames) == truth["frames"] and frames[0].shape == (truth["height"], truth["width"])
    assert truth["moves"] and all(0 <= one["start"] < one["end"] <= len(frames) for one in truth["moves"])
    made = path.stat().st_mtime_ns
    assert render.rendered(tmp_path, 5) == path and path.stat().st_mtime_ns == made
    path.with_suffix(".json").unlink()
    with av.open(str(render.rendered(tmp_path, 5))) as film:
        again = [frame.to_ndarray(format="gray") for frame in film.decode(video=0)]
    assert json.loads(path.with_suffix(".json").read_text()) == truth
    # The same pictures were drawn; x264 does not code the same pictures to the same bytes each time.
    assert len(again) == len(frames)
    assert np.abs(np.array(again, float) - np.array(frames, float)).mean() < 4  # levels of 255


def test_networks_of_another_mean_and_deviation_answer_the_same_in_a_joined_table(tmp_path: Path) -> None:
    with np.load(Path(judge.__file__).with_name("judge.npz")) as shipped:
        table = dict(shipped)
    other = dict(table) | {"mean": table["mean"] + table["deviation"] / 10, "deviation": table["deviation"] * 2}
    for name in {name.partition(".")[0] for name in table if name.startswith("network")}:
        first = table[f"{name}.w0"].astype(float)  # the same function of numbers that are (x - 0.1) / 2
        other |= {f"{name}.w0": first * 2, f"{name}.b0": table[f"{name}.b0"] + first.sum(0) / 10}
    both = joined(table, other)
    assert sum(name.endswith(".w0") for name in both) == 2 * sum(name.endswith(".w0") for name in table)
    np.savez(tmp_path / "joined.npz", **both)
    shown = table["mean"] + np.random.default_rng(3).uniform(-1, 1, (6, len(table["mean"]))) * table["deviation"]
    alone, together = judge.Judge().kinds(shown), judge.Judge(tmp_path / "joined.npz").kinds(shown)
    assert all(np.allclose(alone[axis], together[axis], atol=0.02) for axis in judge.AXES)
