"""The demonstration film becomes a file, with its whole truth beside it."""

import errno
import json
import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from cranework.demo.container import Words, write
from cranework.demo.editing import FRAME_RATE, Reel
from cranework.demo.grain import Stock
from cranework.demo.script import demonstration
from cranework.demo.sound import soundtrack
from cranework.demo.stage import Picture
from cranework.errors import NoPermission, NoSpace, SurroundingsError

WIDTH, HEIGHT = 640, 360
"""Pixels of the film at full size."""
FILM, TRUTH = "demonstration.mp4", "truth.json"
CAPTION_DELAY, LONGEST_CAPTION = round(0.3 * FRAME_RATE), round(3.2 * FRAME_RATE)
"""Frames from a shot's beginning to its words, and for which words stay at most."""


def render(folder: Path, *, scale: float = 1.0, reel: Reel | None = None) -> Path:
    """Renders a film and writes what is true of it beside it.

    Args:
        folder: where ``demonstration.mp4`` and ``truth.json`` are written; it must be there.
        scale: the size of the picture, as a share of 640 x 360.
        reel: the film; the demonstration film if it is not given.

    Returns:
        The film's path.

    Raises:
        NoSpace, NoPermission: the film cannot be written; what was begun is taken away.
    """
    film = demonstration() if reel is None else reel
    size = (2 * round(WIDTH * scale / 2), 2 * round(HEIGHT * scale / 2))
    target, begun = folder / FILM, folder / f".{FILM}.part"
    try:
        write(begun, pictures(film, *size), size, soundtrack(film), captions(film), chapters(film))
        (folder / TRUTH).write_text(json.dumps(film.truth(), indent=1) + "\n", encoding="utf-8")
        os.replace(begun, target)
    except OSError as error:
        raise _refused(target, error) from error
    finally:
        with suppress(OSError):
            begun.unlink(missing_ok=True)
    return target


def _refused(target: Path, error: OSError) -> SurroundingsError:
    if error.errno == errno.ENOSPC:
        return NoSpace(str(target), "the disk is full", "free some space and try again", str(error))
    return NoPermission(str(target), "the film may not be written", "choose another folder", str(error))


def pictures(film: Reel, width: int, height: int) -> Iterator[Picture]:
    """Every frame as luma, with the flaws of film stock: uint8 (height, width)."""
    stock = Stock(width, height)
    for frame in range(film.frames):
        yield stock.exposed(film.picture(frame, width, height), frame)


def captions(film: Reel) -> list[Words]:
    """The subtitles: each shot's words, within the shot."""
    return [
        Words(start + CAPTION_DELAY, min(end - 2, start + CAPTION_DELAY + LONGEST_CAPTION), shot.caption)
        for shot, (start, end) in zip(film.shots, film.bounds(), strict=True)
        if shot.caption
    ]


def chapters(film: Reel) -> list[Words]:
    """The chapters: each begins with a shot that names one, and lasts to the next."""
    begun = [(start, shot.chapter) for shot, (start, _) in zip(film.shots, film.bounds(), strict=True) if shot.chapter]
    ends = [*(start for start, _ in begun[1:]), film.frames]
    return [Words(start, end, name) for (start, name), end in zip(begun, ends, strict=True)]
