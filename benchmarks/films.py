"""Makes the films that the benchmarks measure, out of the real clips in ../shared, and keeps them.

    python -m benchmarks.films [NAME …] [--folder FOLDER]

Five minutes of 720p and of 1080p, ten minutes and two hours of 1080p: H.264, 25 frames a second, 4 or 6 Mbit/s. The
clips follow one another, scaled up until they fill the picture. The long films are the packets of five minutes over and
over again: encoding is what takes time.
"""

from __future__ import annotations

import argparse
import itertools
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from av.video.frame import VideoFrame

RATE = 25
"""Frames a second."""

SHARED = Path(__file__).resolve().parents[2] / "shared"
CLIPS = "transitions", "camera"
"""Folders of real clips: edited films, and single shots with much camera movement."""

CACHE = Path(tempfile.gettempdir(), "cranework-benchmarks")
PRESET = "veryfast"


class NoMaterial(Exception):
    """The clips that films are made of are not here."""


@dataclass(frozen=True)
class Recipe:
    """What a film is like: lines, seconds, bits a second, and how often that follows itself."""

    height: int
    seconds: int
    bit_rate: int
    times: int = 1

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in pixels."""
        return self.height * 16 // 9, self.height

    @property
    def file_name(self) -> str:
        """A name that says all of it."""
        return f"{self.height}p-{self.seconds * self.times}s-{self.bit_rate // 1000}k.mp4"


FILMS = {
    "720p": Recipe(720, 300, 4_000_000),
    "1080p": Recipe(1080, 300, 6_000_000),
    "ten-minutes": Recipe(1080, 300, 6_000_000, times=2),
    "two-hours": Recipe(1080, 300, 6_000_000, times=24),
}


def real_clips() -> list[Path]:
    """Edited clips and single shots in turns; raises `NoMaterial` where there are none."""
    edited, shots = (sorted((SHARED / "data" / "film" / name).glob("*.mp4")) for name in CLIPS)
    mixed = [clip for pair in itertools.zip_longest(edited, shots) for clip in pair if clip is not None]
    if not mixed:
        raise NoMaterial(f"the clips that films are made of are not here: {SHARED / 'data' / 'film'}")
    return mixed


def film(name: str, folder: Path = CACHE) -> Path:
    """The path of one of `FILMS`, made if it is not there yet."""
    return made(FILMS[name], folder, real_clips())


def made(recipe: Recipe, folder: Path, clips: Sequence[Path]) -> Path:
    """The path of a film after a recipe, made of clips if it is not there yet."""
    path = folder / recipe.file_name
    if path.exists():
        return path
    folder.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_suffix(".part.mp4")
    print(f"making {path} …", file=sys.stderr, flush=True)
    if recipe.times > 1:
        once = Recipe(recipe.height, recipe.seconds, recipe.bit_rate)
        repeat(made(once, folder, clips), recipe.times, unfinished)
    else:
        encode(recipe, clips, unfinished)
    return unfinished.rename(path)


def encode(recipe: Recipe, clips: Sequence[Path], target: Path) -> None:
    """Encode the pictures of the clips, one clip after another and from the beginning again."""
    import av
    from av.video.frame import PictureType

    with av.open(str(target), "w") as output:
        stream: Any = output.add_stream("libx264", rate=RATE)
        stream.width, stream.height = recipe.size
        stream.pix_fmt = "yuv420p"
        stream.bit_rate = recipe.bit_rate
        stream.options = {"preset": PRESET}
        pictures = (picture for clip in itertools.cycle(clips) for picture in _pictures(clip, recipe.size))
        for number, picture in enumerate(itertools.islice(pictures, recipe.seconds * RATE)):
            picture.pts, picture.time_base, picture.pict_type = number, Fraction(1, RATE), PictureType.NONE
            output.mux(stream.encode(picture))
        output.mux(stream.encode(None))


def _pictures(clip: Path, size: tuple[int, int]) -> Iterator[VideoFrame]:
    """The frames of a clip, scaled until they fill the size, what is over cut off."""
    import av
    from av.filter import Graph

    graph = Graph()
    with av.open(str(clip)) as container:
        stream = container.streams.video[0]
        width, height = size
        graph.link_nodes(
            graph.add_buffer(template=stream, time_base=stream.time_base),
            graph.add("scale", f"{width}:{height}:force_original_aspect_ratio=increase"),
            graph.add("crop", f"{width}:{height}"),
            graph.add("setsar", "1"),
            graph.add("format", "yuv420p"),
            graph.add("buffersink"),
        ).configure()
        for frame in container.decode(stream):
            graph.vpush(frame)
            yield graph.vpull()


def repeat(source: Path, times: int, target: Path) -> None:
    """Copy a film's packets several times over, each time later by the film's length; nothing is encoded."""
    import av

    with av.open(str(target), "w") as output:
        stream: Any = None
        for turn in range(times):
            with av.open(str(source)) as container:
                video = container.streams.video[0]
                stream = stream or output.add_stream_from_template(video)
                assert video.time_base is not None
                later = turn * round(video.frames / RATE / video.time_base)
                for packet in container.demux(video):
                    if packet.dts is not None and packet.pts is not None:
                        packet.dts, packet.pts, packet.stream = packet.dts + later, packet.pts + later, stream
                        output.mux(packet)


def arguments(description: str) -> argparse.ArgumentParser:
    """A parser with the options that all benchmarks on films have."""
    form = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=description, formatter_class=form)
    parser.add_argument("--folder", type=Path, default=CACHE, help="where made films are kept (%(default)s)")
    return parser


def main() -> int:
    """Command line."""
    parser = arguments(__doc__ or "")
    parser.add_argument("names", nargs="*", choices=[*FILMS, []], metavar="NAME", help=", ".join(FILMS))
    options = parser.parse_args()
    try:
        for name in options.names or FILMS:
            path = film(name, options.folder)
            print(f"{name:12} {path.stat().st_size / 1e6:9.1f} MB  {path}")
    except NoMaterial as missing:
        print(missing)
    return 0


if __name__ == "__main__":
    sys.exit(main())
