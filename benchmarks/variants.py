"""Whether the same film gives the same transitions at another size, bit rate, codec, and in gray.

    python -m benchmarks.variants [FILM …]

Each film (by default some edited clips of ../shared) is coded anew in several ways and analyzed as it is and in each of
them. Told is the share of agreement: transitions that both have (a cut within one frame, a gradual one of the same kind
with an overlap of half the union), twice counted, against all transitions of both.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import islice
from pathlib import Path
from typing import Any

import av

from benchmarks.films import SHARED, arguments
from benchmarks.process import Failed
from benchmarks.transitions import LABELS, analyze, labelled_clips

CLIPS = 8
BAR = 0.97
ALIKE = 0.5  # least overlap / union of two gradual transitions that are the same


@dataclass(frozen=True)
class Variant:
    """How a film is coded anew; of its frames each first one of `every` is kept."""

    codec: str
    suffix: str
    scale: float = 1.0
    gray: bool = False
    options: tuple[tuple[str, str], ...] = ()
    every: int = 1


VARIANTS = {
    "half the size": Variant("libx264", ".mp4", scale=0.5, options=(("crf", "20"),)),
    "a third of the size": Variant("libx264", ".mp4", scale=1 / 3, options=(("crf", "20"),)),
    "a poor bit rate": Variant("libx264", ".mp4", options=(("crf", "36"),)),
    "in gray": Variant("libx264", ".mp4", gray=True, options=(("crf", "20"),)),
    "MPEG-4 part 2": Variant("mpeg4", ".avi", options=(("qscale", "5"), ("flags", "+qscale"))),
    "VP9": Variant(
        "libvpx-vp9", ".webm", options=(("crf", "34"), ("b", "0"), ("cpu-used", "8"), ("deadline", "realtime"))
    ),
}


def coded(source: Path, target: Path, how: Variant) -> None:
    """Code the video of a film anew, frame by frame."""
    with av.open(str(source)) as film, av.open(str(target), "w") as out:
        video = film.streams.video[0]
        rate = Fraction(video.average_rate or 25).limit_denominator(1001) / how.every
        stream: Any = out.add_stream(how.codec, rate=rate, options=dict(how.options))
        width, height = (max(2, round(side * how.scale / 2) * 2) for side in (video.width, video.height))
        stream.width, stream.height, stream.pix_fmt = width, height, "yuv420p"
        for number, frame in enumerate(islice(film.decode(video), 0, None, how.every)):
            if how.gray:
                frame = frame.reformat(format="gray")
            frame = frame.reformat(width, height, "yuv420p")
            frame.pts, frame.time_base = number, 1 / rate
            out.mux(stream.encode(frame))
        out.mux(stream.encode())


Place = tuple[str, int, int]


def places(document: dict[str, Any]) -> list[Place]:
    """Kind, start and end of each transition."""
    return [(one["kind"], one["start"], one["end"]) for one in document["transitions"]]


def shared(first: Sequence[Place], second: Sequence[Place]) -> int:
    """How many transitions two documents share, one to one."""
    left, count = list(second), 0
    for one in first:
        partner = next((other for other in left if same(one, other)), None)
        if partner is not None:
            left.remove(partner)
            count += 1
    return count


def same(one: Place, other: Place) -> bool:
    """Whether both are the same transition."""
    if one[0] != other[0]:
        return False
    if one[0] == "cut":
        return abs(one[1] - other[1]) <= 1
    overlap = min(one[2], other[2]) - max(one[1], other[1])
    return overlap >= ALIKE * (max(one[2], other[2]) - min(one[1], other[1]))


def main() -> int:
    """Command line."""
    parser = arguments(__doc__ or "")
    parser.add_argument("films", nargs="*", type=Path, metavar="FILM")
    options = parser.parse_args()
    films = options.films or (labelled_clips(LABELS)[::4][:CLIPS] if LABELS.exists() else [])
    if not films:
        print(f"the edited clips are not here: {SHARED}; name films of your own")
        return 0
    totals = {name: [0, 0] for name in VARIANTS}
    try:
        with tempfile.TemporaryDirectory() as scratch:
            for film in films:
                _compare(film, Path(scratch, film.stem), totals)
    except Failed as failure:
        sys.exit(str(failure))
    for name, (both, either) in totals.items():
        print(f"{name:22}{2 * both:5} of {either:5} {2 * both / max(1, either):7.3f}")
    both, either = (sum(total[i] for total in totals.values()) for i in (0, 1))
    print(f"{'agreement':22}{2 * both:5} of {either:5} {2 * both / max(1, either):7.3f} (bar {BAR})")
    return 0


def _compare(film: Path, folder: Path, totals: dict[str, list[int]]) -> None:
    folder.mkdir()
    targets = {name: folder / f"v{i}{how.suffix}" for i, (name, how) in enumerate(VARIANTS.items())}
    for name, target in targets.items():
        coded(film, target, VARIANTS[name])
    results = folder / "documents"
    results.mkdir()
    analyze([film, *targets.values()], results)
    found = {
        path: places(json.loads((results / f"{path.stem}.json").read_text("utf-8")))
        for path in (film, *targets.values())
    }
    for name, target in targets.items():
        totals[name][0] += shared(found[film], found[target])
        totals[name][1] += len(found[film]) + len(found[target])
    print(f"{film.name}: {len(found[film])} transitions", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
