from __future__ import annotations

import base64
from typing import cast

import numpy as np
import pytest
from tests.page.made_study import MadeLayer, made_study

from cranework.page.barcode import CHROMA, LUMA, barcode
from cranework.page.curves import bucket_edges
from cranework.study.layer import Signal
from cranework.study.store import Study

# Y, Cb, Cr in video range by ITU-R BT.601, and the color that they are.
COLORS = [
    ((16, 128, 128), (0, 0, 0)),
    ((235, 128, 128), (255, 255, 255)),
    ((81, 90, 240), (255, 0, 0)),
    ((145, 54, 34), (0, 255, 0)),
    ((41, 240, 110), (0, 0, 255)),
]


@pytest.mark.parametrize(("measured", "color"), COLORS)
def test_a_column_has_the_picture_s_colors(measured: tuple[int, int, int], color: tuple[int, int, int]) -> None:
    study = made_study([10])
    study.signals[LUMA][:] = measured[0]
    study.signals[CHROMA][:] = measured[1:]
    made = barcode(cast(Study, study), bucket_edges(10))
    assert made is not None and made["rows"] == 2
    colors = np.frombuffer(base64.b64decode(made["colors"]), np.uint8).reshape(10, 2, 3)
    np.testing.assert_allclose(colors.astype(int), np.broadcast_to(color, (10, 2, 3)), atol=2)


def test_a_long_film_has_a_column_for_each_bucket() -> None:
    study = made_study([5_000])
    study.signals[LUMA][:2_500], study.signals[LUMA][2_500:] = 16, 235
    study.signals[CHROMA][:] = 128
    made = barcode(cast(Study, study), bucket_edges(5_000))
    assert made is not None
    light = np.frombuffer(base64.b64decode(made["colors"]), np.uint8).reshape(2_000, 6).mean(1)
    assert (light[:1_000] == 0).all() and (light[1_000:] == 255).all()


def test_without_pictures_there_is_none() -> None:
    study = made_study([10])
    study.layers = [layer for layer in study.layers if layer.name != "pictures"]
    assert barcode(cast(Study, study), bucket_edges(10)) is None
    odd = (Signal(LUMA, "levels", "", "|u1", (5, 6)), Signal(CHROMA, "levels", "", "|u1", (2, 3, 2)))
    study.layers.append(MadeLayer("pictures", "Pictures of another shape", "", odd))
    assert barcode(cast(Study, study), bucket_edges(10)) is None
    assert barcode(cast(Study, made_study([])), bucket_edges(0)) is None
