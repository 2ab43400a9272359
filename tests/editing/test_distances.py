from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from cranework.editing.distances import REACH, Distances
from cranework.editing.judging import standing_still
from cranework.editing.noise import FLOOR, noise

Made = Callable[..., Any]


@pytest.fixture
def distances(source_of: Made) -> Made:
    def make(frames: Any) -> Any:
        source, count = source_of(frames)
        return Distances(standing_still(source, -REACH, count + REACH, count))

    return make


def test_block_distances_are_those_of_the_cells(distances: Made, pictures_of: Made, still: Made) -> None:
    frames = [still(i) for i in range(12)]
    luma = (pictures_of(frames).luma.astype(np.float64) - 16) / 219
    square = np.square(luma[7] - luma[3]).reshape(4, 7, 6, 8).mean((1, 3)).ravel()
    assert distances(frames).blocks(0, 4)[:, 3] == pytest.approx(square, rel=1e-6)


def test_correlation_follows_from_the_distances(distances: Made, pictures_of: Made, still: Made) -> None:
    frames = [still(i, 40 + 9 * i, 100 + 12 * i) for i in range(8)]
    flat = (pictures_of(frames).luma.reshape(8, -1).astype(np.float64) - 16) / 219
    normal = (flat - flat.mean(1, keepdims=True)) / (flat.std(1, keepdims=True) + 0.01)
    assert distances(frames).ncc(0, 2)[:6] == pytest.approx(np.square(normal[2:] - normal[:6]).mean(1), rel=1e-4)


def test_a_lamp_changes_luma_but_not_the_normalised_picture(distances: Made, still: Made) -> None:
    picture = still(1, 60, 120)
    measured = distances([picture] * 5 + [picture * (1.8, 1, 1)] * 5)
    assert measured.rms(-1, 0)[5] > 0.2
    assert measured.ncc(-1, 0)[5] < 0.02


def test_a_pan_is_small_once_shifted(distances: Made, still: Made) -> None:
    wide = np.hstack([still(1), still(2)])
    frames = [wide[:, 8 * i : 8 * i + 160] for i in range(10)]
    measured = distances(frames)
    assert measured.shifted(-1, 0)[5] < 0.2 * np.abs(np.diff(np.array(frames)[..., 0], axis=0)).mean() / 219


def test_before_and_after_the_film_nothing_changes(distances: Made, still: Made) -> None:
    measured = distances([still(1), still(2)])
    assert measured.rms(-1, 0).tolist() == [0, pytest.approx(float(measured.rms(-1, 0)[1]))]
    assert measured.rms(0, 1)[1] == 0
    assert measured.rms(-4, 3)[1] == measured.rms(-1, 0)[1] > 0.1


def test_noise_is_the_usual_change_and_held_frames_are_not_heard(distances: Made, still: Made, grainy: Made) -> None:
    alive = grainy([still(1)] * 60)
    usual = noise(distances(alive), 12)[30]
    held = noise(distances(np.repeat(alive[:30], 2, axis=0)), 12)[30]
    assert held == pytest.approx(usual, rel=0.1)
    assert usual > 2 * FLOOR


def test_an_odd_change_is_no_measure_of_itself(distances: Made, still: Made) -> None:
    assert (noise(distances([still(1)] * 5 + [still(2)] * 5), 12) == FLOOR).all()
