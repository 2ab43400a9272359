"""Stills across dissolves and fades: which frames, how large, and made once."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pytest
from tests.film.made import write
from tests.layers.conftest import Measure

from cranework.engine import tasks
from cranework.engine.run import analyze
from cranework.layers.strips import SIDE


def film(path: Path) -> Path:
    """A dissolve of frames 40..60 and a cut at 100."""
    rng = np.random.default_rng(1)
    first, second, third = (cv2.resize(rng.integers(20, 235, (9, 16), np.uint8), (320, 180)) for _ in range(3))
    shares = np.clip((np.arange(100) - 39) / 21, 0, 1)
    mixed = [(1 - share) * first.astype(np.float64) + share * second for share in shares]
    grain = rng.normal(0, 3, (140, 180, 320))
    pictures = [np.clip(p + g, 0, 255).astype(np.uint8) for p, g in zip([*mixed, *[third] * 40], grain, strict=True)]
    return write(path, pictures, rate=24, gop=50, options={"crf": "20"})


def test_a_dissolve_has_its_strip(tmp_path: Path, measure: Measure, monkeypatch: pytest.MonkeyPatch) -> None:
    made = film(tmp_path / "dissolve.mp4")
    with measure(made) as study:
        (dissolve,) = (t for t in study.transitions if t["kind"] == "dissolve")
        (strip,) = study.spans("strips")
        assert (strip["start"], strip["end"]) == (dissolve["start"], dissolve["end"])
        assert len(strip["stills"]) == 9
        assert (min(strip["stills"]), max(strip["stills"])) == (dissolve["start"] - 1, dissolve["end"])
        assert set(strip["stills"]) == set(study.still_frames("strips").tolist())
        assert not set(study.still_frames("strips").tolist()) & {f for shot in study.shots for f in shot["stills"]}
        for frame in strip["stills"]:
            picture = cv2.imdecode(np.frombuffer(study.still(frame), np.uint8), cv2.IMREAD_COLOR)
            assert picture is not None
            assert max(picture.shape) in (SIDE, 320), "its own, or the one that a shot may be known by"
    monkeypatch.setattr(tasks, "stills_at", lambda *_: pytest.fail("they are kept"))
    analyze(made, tmp_path / "dissolve.mp4.cranework", workers=1)
