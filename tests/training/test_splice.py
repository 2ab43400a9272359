from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from tests.conftest import MakeFilm
from training.make import kept, pictures_of
from training.shots import HEIGHT, WIDTH, Shot, Stock, plain
from training.splice import film, write

from training import mixing, traps

LENGTHS = (40, 60, 90, 120, 160)


@pytest.fixture(scope="module")
def stock(make_film: MakeFilm, tmp_path_factory: pytest.TempPathFactory) -> Stock:
    """Five clips; the first and the last are for measuring."""
    folder = tmp_path_factory.mktemp("clips")
    for number, length in enumerate(LENGTHS):
        make_film(folder / f"{number}.mp4", (length,), size=(WIDTH, HEIGHT))
    return Stock(folder, measuring=False)


def noisy(seed: int, count: int) -> Shot:
    shot = plain(count, 0)
    shot.luma[:] = np.random.default_rng(seed).integers(0, 256, (HEIGHT, WIDTH))
    return shot


def test_one_seed_is_one_film(stock: Stock) -> None:
    first, truth = film(3, stock, least=150)
    second, again = film(3, stock, least=150)
    assert truth == again
    assert np.array_equal(first.luma, second.luma) and np.array_equal(first.chroma, second.chroma)
    assert film(4, stock, least=150)[1] != truth


@pytest.mark.parametrize("seed", range(6))
def test_truth_lies_in_the_film_and_transitions_do_not_overlap(stock: Stock, seed: int) -> None:
    shot, truth = film(seed, stock, least=200)
    spans = sorted((one["start"], one["end"]) for one in truth.transitions)
    assert all(0 < start <= end <= len(shot) for start, end in spans)
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))
    assert all(0 <= one["start"] < one["end"] <= len(shot) for one in truth.superimpositions + truth.traps)
    assert all(start < end for start, end, _ in truth.ramps)


def test_clips_to_train_on_are_not_measured_with(make_film: MakeFilm, tmp_path: Path) -> None:
    for number in range(9):
        make_film(tmp_path / f"{number}.mp4", (8,), size=(WIDTH, HEIGHT))
    here, there = (set(Stock(tmp_path, measuring)._paths) for measuring in (True, False))
    assert len(here) == 3 and not here & there and len(here | there) == 9
    with pytest.raises(FileNotFoundError, match="no clips"):
        Stock(tmp_path / "nothing", measuring=True)


def test_a_dissolve_is_a_mixture_whose_share_rises() -> None:
    a, b = noisy(1, 10), noisy(2, 10)
    mixed = mixing.mixed(a, b, (np.arange(10) + 1) / 11)
    change = b.luma[0].astype(float) - a.luma[0]
    share = ((mixed.luma.astype(float) - a.luma) * change).sum((1, 2)) / (change**2).sum()
    assert share == pytest.approx((np.arange(10) + 1) / 11, abs=0.01)


@pytest.mark.parametrize("seed", range(12))
def test_a_wipe_begins_with_the_old_picture_and_ends_with_the_new(seed: int) -> None:
    a, b = plain(20, 40), plain(20, 200)
    wiped = mixing.wipe(np.random.default_rng(seed), a, b).luma.reshape(20, -1).mean(1)
    assert wiped[0] < 90 and wiped[-1] > 150
    assert (np.diff(wiped) > -2).all()


def test_what_is_laid_over_is_taken_off_again() -> None:
    below, over = plain(40, 80), plain(40, 250)
    means = mixing.laid_over(np.random.default_rng(1), below, over, 6, 8).luma.mean((1, 2))
    assert means[0] < means[6] and means[-1] < means[-9]
    assert np.ptp(means[6:32]) < 1, "nothing changes between the ramps"


@pytest.mark.parametrize("name", traps.TRAPS)
def test_a_trap_lies_where_it_says(stock: Stock, name: str) -> None:
    random = np.random.default_rng(5)
    _, shot = stock.shot(random, 60, 2)
    before = shot.copy()
    start, end = traps.TRAPS[name](random, shot, stock)
    assert 0 <= start < end <= 60
    changed = np.flatnonzero((shot.luma != before.luma).any((1, 2)))
    assert len(changed) == 0 or changed[0] >= start


def test_pictures_are_kept_as_a_study_gives_them(stock: Stock, tmp_path: Path) -> None:
    shot, truth = film(0, stock, least=60)
    write(tmp_path / "film.mp4", shot, 20)
    pictures = pictures_of(tmp_path / "film.mp4")
    assert len(pictures) == len(shot)
    assert not (pictures.edges % 2).any() or pictures.edges.max() == 255
    kept(tmp_path / "0.npz", pictures, truth)
    with np.load(tmp_path / "0.npz") as arrays:
        assert len(arrays["transitions"]) == len(truth.transitions)
