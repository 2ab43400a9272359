"""The sound track, synthesised: wind, steps, a crowd's murmur, a bell, the rhythm of a train, a low chord beneath.

Every voice is a function of time at one rate, quiet, and seeded; each shot names the voice that is heard under it.
"""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from cranework.demo.editing import FRAME_RATE, Reel

RATE = 44_100
"""Samples a second."""
CROSSING_S = 0.35
"""Seconds in which one voice gives way to the next."""
LOUDNESS = 0.5
"""Peak of the finished track, of full scale."""
CHORDS = ((110.0, 164.8, 261.6), (87.3, 130.8, 220.0), (98.0, 146.8, 246.9), (82.4, 123.5, 196.0))
"""Hertz: A minor, F, G, E minor, in turn."""
CHORD_S = 4.0

Samples = NDArray[np.float32]
Wave = NDArray[np.float64]
Voice = Callable[[np.random.Generator, Wave], Wave]


def colored(rng: np.random.Generator, count: int, low: float, high: float) -> Wave:
    """Noise between two frequencies in hertz, float64 (count,), peak 1."""
    padded = 2 ** int(np.ceil(np.log2(count)))
    spectrum = np.fft.rfft(rng.normal(0, 1, padded))
    hertz = np.fft.rfftfreq(padded, 1 / RATE)
    spectrum *= np.exp(-((np.log(np.maximum(hertz, 1) / np.sqrt(low * high)) / np.log(np.sqrt(high / low))) ** 2))
    noise = np.fft.irfft(spectrum, padded)[:count]
    return np.asarray(noise / np.abs(noise).max(), np.float64)


def wind(rng: np.random.Generator, t: Wave) -> Wave:
    """Air that rises and falls."""
    gusts: Wave = 0.45 + 0.3 * np.sin(1.3 * t + 1) + 0.2 * np.sin(2.9 * t)
    return gusts * colored(rng, len(t), 180, 900)


def murmur(rng: np.random.Generator, t: Wave) -> Wave:
    """Many voices, none of them clear."""
    voices = np.zeros(len(t))
    for k, low in enumerate((160.0, 320.0, 640.0)):
        voices += colored(rng, len(t), low, low * 2) * (0.5 + 0.5 * np.sin(rng.uniform(4, 9) * t + k))
    return voices


def steps(rng: np.random.Generator, t: Wave) -> Wave:
    """Shoes on stone, two a second."""
    struck: Wave = 1.2 * np.exp(-np.mod(t, 0.5) * 45)
    return 0.3 * wind(rng, t) + struck * colored(rng, len(t), 300, 1800)


def running(rng: np.random.Generator, t: Wave) -> Wave:
    """Quick steps in a stairwell, with its echo."""
    since = np.mod(t, 0.3)
    echoed: Wave = 1.3 * np.exp(-since * 40) + 0.5 * np.exp(-np.mod(t - 0.11, 0.3) * 25)
    return echoed * colored(rng, len(t), 250, 1500)


def bells(rng: np.random.Generator, t: Wave) -> Wave:
    """A bell over the wind: its partials are those of a church bell, hum to nominal."""
    since = np.mod(t, 1.6)
    partials = ((0.5, 0.5, 0.7), (1.0, 0.8, 1.0), (1.2, 0.6, 1.4), (1.5, 0.35, 1.8), (2.0, 0.5, 2.2), (2.74, 0.2, 3.5))
    ring = np.zeros(len(t))
    for ratio, loud, fade in partials:
        ring += loud * np.exp(-since * fade) * np.sin(2 * np.pi * 392 * ratio * since)
    tolled: Wave = 0.4 * ring * np.clip(since * 200, 0, 1)
    return tolled + 0.35 * wind(rng, t)


def train(rng: np.random.Generator, t: Wave) -> Wave:
    """Wheels over the joints of the rails, and steam."""
    beat = np.mod(t, 0.62)
    knocks = sum((np.exp(-np.mod(beat - late, 0.62) * 32) for late in (0.0, 0.13)), np.zeros(len(t)))
    steam = colored(rng, len(t), 900, 5000) * (0.5 + 0.5 * np.sin(2 * np.pi * t / 0.31)) ** 2
    return 1.2 * colored(rng, len(t), 60, 260) * (0.35 + knocks) + 0.35 * steam


VOICES: dict[str, Voice] = {
    "wind": wind,
    "murmur": murmur,
    "steps": steps,
    "running": running,
    "bells": bells,
    "train": train,
}


def soundtrack(reel: Reel, seed: int = 0) -> Samples:
    """The whole film's sound, one channel: float32 (samples,), as long as the picture, silent at both ends."""
    rng = np.random.default_rng(seed)
    track = np.zeros(round(reel.frames * RATE / FRAME_RATE))
    margin = round(CROSSING_S * RATE)
    for shot, (start, end) in zip(reel.shots, reel.bounds(), strict=True):
        first, last = round(start * RATE / FRAME_RATE), round(end * RATE / FRAME_RATE)
        begin, stop = max(first - margin // 2, 0), min(last + margin // 2, len(track))
        t = np.arange(stop - begin) / RATE
        edges = np.clip(np.minimum(np.arange(stop - begin), np.arange(stop - begin)[::-1]) / margin, 0, 1)
        track[begin:stop] += VOICES[shot.sound](rng, t) * edges
    t = np.arange(len(track)) / RATE
    track = 0.45 * track + 0.3 * chords(t)
    ends = np.clip(np.minimum(t, t[::-1]) / 1.5, 0, 1)
    return np.asarray(track * ends * LOUDNESS / np.abs(track).max(), np.float32)


def chords(t: Wave) -> Wave:
    """A slow row of soft chords."""
    sound = np.zeros(len(t))
    for k in range(int(t[-1] // CHORD_S) + 1):
        part = (t >= k * CHORD_S) & (t < (k + 1) * CHORD_S)
        since = t[part] - k * CHORD_S
        swell = np.sin(np.pi * since / CHORD_S) ** 0.7
        for n, hertz in enumerate(CHORDS[k % 4]):
            sound[part] += swell * np.sin(2 * np.pi * hertz * since) / (n + 1)
    return sound
