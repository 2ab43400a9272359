"""The film's colors from the first frame to the last: each picture squeezed to one column."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING, Any

import numpy as np

from cranework.study.layer import Signal

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from cranework.study.store import Study

# Small pictures of each frame in video range: luma (h, w), and chroma (h', w', 2), Cb before Cr, gray at 128.
LUMA, CHROMA = "pictures.luma", "pictures.chroma"
# What red and blue take of luma (ITU-R BT.601-7 and BT.709-6).
WEIGHTS = {False: (0.299, 0.114), True: (0.2126, 0.0722)}
HD_LINES = 720  # where a film does not say it: pictures of so many lines are taken for BT.709


def barcode(study: Study, edges: NDArray[np.int64]) -> dict[str, Any] | None:
    """One column of colors for each bucket, of the frame in its middle; None where no pictures were measured.

    Returns:
        `rows`: colors in a column, top to bottom; `colors`: base64 of RGB bytes, column by column.
    """
    given = {gift.name: gift.shape for layer in study.layers for gift in layer.gives if isinstance(gift, Signal)}
    if len(edges) < 2 or not _fit(given.get(LUMA, ()), given.get(CHROMA, ())):
        return None
    middles = (edges[:-1] + edges[1:] - 1) // 2
    columns = []
    for first, end in study.segment_bounds():
        frames = middles[np.searchsorted(middles, first) : np.searchsorted(middles, end)]
        if len(frames):
            luma, chroma = (study.signal(name, first, end)[frames - first] for name in (LUMA, CHROMA))
            columns.append(_colors(luma, chroma, _is_709(study)))
    colors = np.concatenate(columns)
    return {"rows": colors.shape[1], "colors": base64.b64encode(colors.tobytes()).decode("ascii")}


def _fit(luma: tuple[int, ...], chroma: tuple[int, ...]) -> bool:
    """Whether these are the shapes of pictures whose rows lie on each other."""
    return len(luma) == 2 and len(chroma) == 3 and chroma[2] == 2 and chroma[0] > 0 and luma[0] % chroma[0] == 0


def _is_709(study: Study) -> bool:
    video = study.film.video
    if video.color_space is None:
        return min(video.width, video.height) >= HD_LINES
    return video.color_space == "bt709"


def _colors(luma: NDArray[np.uint8], chroma: NDArray[np.uint8], is_709: bool) -> NDArray[np.uint8]:
    """The mean color of each row of chroma.

    Args:
        luma: (n, h, w), where h is a multiple of h'.
        chroma: (n, h', w', 2).
        is_709: the film's colors are those of BT.709, else of BT.601.

    Returns:
        RGB, uint8, shape (n, h', 3).
    """
    count, rows = chroma.shape[:2]
    light = (luma.reshape(count, rows, -1).mean(2) - 16) / 219
    blue, red = np.moveaxis((chroma.mean(2) - 128) / 224, 2, 0)
    of_red, of_blue = WEIGHTS[is_709]
    r = light + 2 * (1 - of_red) * red
    b = light + 2 * (1 - of_blue) * blue
    g = (light - of_red * r - of_blue * b) / (1 - of_red - of_blue)
    colors: NDArray[np.uint8] = np.round(255 * np.clip(np.stack([r, g, b], axis=2), 0, 1)).astype(np.uint8)
    return colors
