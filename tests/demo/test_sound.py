"""The sound track is as long as the picture, quiet, and the same every time."""

import numpy as np
import pytest

from cranework.demo.editing import Join, Reel
from cranework.demo.script import demonstration
from cranework.demo.sound import LOUDNESS, RATE, VOICES, soundtrack


def test_length_loudness_and_silence_at_both_ends() -> None:
    whole = demonstration()
    short = Reel(whole.shots[:2], [Join()], Join(), Join())
    track = soundtrack(short)
    assert len(track) == pytest.approx(short.frames / 24 * RATE, abs=1)
    assert np.abs(track).max() == pytest.approx(LOUDNESS, abs=1e-3)
    assert abs(track[0]) < 1e-3 and abs(track[-1]) < 1e-3
    assert np.array_equal(track, soundtrack(short))


@pytest.mark.parametrize("name", VOICES)
def test_every_voice_is_heard(name: str) -> None:
    sound = VOICES[name](np.random.default_rng(0), np.arange(RATE) / RATE)
    assert sound.shape == (RATE,)
    assert np.isfinite(sound).all()
    assert sound.std() > 0.01
