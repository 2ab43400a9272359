"""Makes films and keeps what the judge sees of them, to train on.

    python -m training.make CLIPS FOLDER FIRST LAST

One film for each seed FIRST..LAST-1 is spliced from the training half of the single shots in CLIPS (*.mp4), coded as
H.264, decoded as the program decodes, and its small pictures and its truth are kept in FOLDER/SEED.npz. Films that are
there already are left as they are.
"""

from __future__ import annotations

import argparse
import tempfile
from dataclasses import fields
from pathlib import Path

import av
import numpy as np

from cranework.editing.pictures import Pictures
from cranework.editing.reduction import reduce
from cranework.film.probe import probe
from cranework.film.views import BATCH_FRAMES, Batch
from cranework.layers.pictures import STEPS
from training.shots import Stock
from training.splice import Truth, film, write

QUALITIES = (16, 30)  # x264's constant rate factors: from very good to poor


def pictures_of(path: Path) -> Pictures:
    """The small pictures of a film, as a study gives them back."""
    looked_at = probe(str(path)).film
    parts: list[Pictures] = []
    with av.open(str(path)) as container:
        container.streams.video[0].codec_context.thread_count = 1
        batch: list[av.VideoFrame] = []
        for frame in container.decode(video=0):
            batch.append(frame)
            if len(batch) == BATCH_FRAMES:
                parts.append(_reduced(Batch(looked_at, batch, 0)))
                batch = []
        if batch:
            parts.append(_reduced(Batch(looked_at, batch, 0)))
    return Pictures(
        **{part.name: np.concatenate([getattr(one, part.name) for one in parts]) for part in fields(Pictures)}
    )


def _reduced(batch: Batch) -> Pictures:
    made = reduce(batch.small, batch.chroma, batch.gradient)
    for name, step in STEPS.items():
        values = getattr(made, name)
        values[:] = np.minimum((values.astype(np.uint16) + step // 2) // step * step, 255)
    return made


def kept(path: Path, pictures: Pictures, truth: Truth) -> None:
    """Write one film's pictures and truth."""
    names = ("none", "cut", "dissolve", "fade_in", "fade_out", "wipe")
    rows = [(names.index(one["kind"]), one["start"], one["end"]) for one in truth.transitions]
    arrays = {part.name: getattr(pictures, part.name) for part in fields(Pictures)}
    ramps = np.array(truth.ramps, np.int32).reshape(-1, 3)
    above = np.array([(one["start"], one["end"]) for one in truth.superimpositions], np.int32).reshape(-1, 2)
    with tempfile.NamedTemporaryFile(dir=path.parent, suffix=".part", delete=False) as stream:
        np.savez(
            stream,
            **arrays,
            transitions=np.array(rows, np.int32).reshape(-1, 3),
            ramps=ramps,
            above=above,
            traps=str(truth.traps),
        )
    Path(stream.name).replace(path)


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("clips", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("first", type=int)
    parser.add_argument("last", type=int)
    parser.add_argument("--continuity", type=float, default=0.0, help="share of the shots in the light of the last")
    parser.add_argument("--measuring", action="store_true", help="splice the other half, which is never trained on")
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    stock = Stock(options.clips, options.measuring)
    for seed in range(options.first, options.last):
        path = options.folder / f"{seed:05}.npz"
        if path.exists():
            continue
        shot, truth = film(seed, stock, shortest=3 if options.measuring else 2, continuity=options.continuity)
        with tempfile.TemporaryDirectory() as scratch:
            coded = Path(scratch) / "film.mp4"
            write(coded, shot, int(np.random.default_rng([seed, 1]).integers(*QUALITIES)))
            pictures = pictures_of(coded)
        assert len(pictures) == len(shot), "a frame was lost on the way"
        kept(path, pictures, truth)


if __name__ == "__main__":
    main()
