"""How well camera moves are told: in real clips, in rendered ones, among other shots, in other codings.

    python -m benchmarks.camera [--real] [--rendered] [--spliced] [--warped] [--variants] [--demo] [--clips N]

Without a choice all are measured. `--real` scores the labelled clips of ../shared by ../shared/eval/camera.py.
`--rendered` asks films of the virtual camera (`training.camera`), whose seeds nothing was trained on. `--spliced` asks
whether those are told the same among others, with cuts and dissolves. `--warped` measures pictures of real films before
a camera whose way is exact. `--variants` codes real clips otherwise. `--demo` takes the demonstration film.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks import camera_films, camera_scores
from benchmarks.camera_scores import NONE, Answer, Clip, Document, Move, amount, answers, bend, family, off, said, share
from benchmarks.films import SHARED, arguments
from benchmarks.process import Failed, cranework, run
from benchmarks.transitions import labelled_clips
from benchmarks.variants import Variant, coded

LABELS = SHARED / "data" / "film" / "camera" / "labels.json"
SCORER = SHARED / "eval" / "camera.py"
CLIPS, SPLICED, WARPED, VARIED = 420, 14, 12, 26
"""Rendered clips; films spliced from those; real clips that are warped; real clips that are coded otherwise."""
TOTAL_BAR = 0.03
UNUSABLE = 3
"""The exit code of an analysis of several films one of which cannot be used."""
VARIANTS = {
    "half the size": Variant("libx264", ".mp4", scale=0.5, options=(("crf", "20"),)),
    "half the rate": Variant("libx264", ".mp4", options=(("crf", "20"),), every=2),
    "a poor bit rate": Variant("libx264", ".mp4", options=(("crf", "36"),)),
    "MPEG-4 part 2": Variant("mpeg4", ".avi", options=(("qscale", "5"), ("flags", "+qscale"))),
    "HEVC": Variant(
        "libx265", ".mp4", options=(("crf", "26"), ("preset", "ultrafast"), ("x265-params", "log-level=0"))
    ),
}


def documents(films: Sequence[Path]) -> dict[str, Document]:
    """The documents of films, by the names of their files; those that fail have none."""
    with tempfile.TemporaryDirectory() as studies:
        used = run(cranework("analyze", *films, "-o", studies, "--json", "--quiet"), expected=None)
    if used.code not in (0, UNUSABLE):
        raise Failed(f"cranework analyze ended with code {used.code}: {used.output[-500:]}")
    found = [json.loads(line) for line in used.output.splitlines() if line.startswith("{")]
    print(f"{len(found)} documents of {len(films)} films, exit code {used.code}, CPU {used.cpu_s:.0f} s")
    return {one["film"]["name"]: one for one in found}


def scored(labels: Path, scorer: Path, found: dict[str, Document], *flags: str) -> None:
    """What the scorer of ../shared says of documents, and how far confidence can be trusted."""
    with tempfile.TemporaryDirectory() as folder:
        for name, document in found.items():
            Path(folder, f"{Path(name).stem}.json").write_text(json.dumps(document))
        print(run([sys.executable, str(scorer), str(labels), folder, *flags]).output, end="")
        clips = json.loads(labels.read_text("utf-8"))["clips"]
        results = [camera_scores.scorer(scorer).score_clip(clip, Path(folder)) for clip in clips]
    judged = [one for result in results for one in result.judged]
    camera_scores.print_trust({result.file: result.credit for result in results}, judged, found)


def real() -> None:
    """The labelled clips of ../shared."""
    scored(LABELS, SCORER, documents(labelled_clips(LABELS)), "--verbose")


def rendered_films(folder: Path, clips: Sequence[Clip]) -> None:
    """Every rendered clip by itself."""
    found = documents([folder / clip["file"] for clip in clips])
    every = [answer for clip in clips for answer in answers(clip, found.get(clip["file"], NONE))]
    camera_scores.print_names(every)
    camera_scores.print_sizes(every)
    steady = [
        shot["steadiness"] == clip["steadiness"]
        for clip in clips
        for shot in found.get(clip["file"], NONE)["shots"][:1]
        if shot.get("steadiness")
    ]
    print(f"steadiness right, where stated {share(steady)}")
    parted = sum(len(one["shots"]) > 1 for one in found.values())
    print(f"clips cut into several shots: {parted}")
    if SCORER.exists():
        labels = folder / f"labels-{len(clips)}.json"
        labels.write_text(json.dumps({"clips": clips}))
        scored(labels, SCORER, found)


def labels_of(moves: Iterable[Move]) -> set[str]:
    """The names that are given."""
    return {move["label"] for move in moves if move["label"] is not None}


def spliced_films(folder: Path, clips: Sequence[Clip], count: int) -> None:
    """Rendered clips among others against themselves alone."""
    films = camera_films.splice(folder, clips)[:count]
    if not films:
        print("too few clips to splice films from")
        return
    alone = documents([folder / clip["file"] for _, spans in films for clip, _, _ in spans])
    among = documents([path for path, _ in films])
    same, both, either = [], 0, 0
    for path, spans in films:
        moves = said(among.get(path.name, NONE))
        for clip, start, end in spans:
            here = labels_of(one for one in moves if start <= (one["start"] + one["end"]) / 2 < end)
            there = labels_of(said(alone.get(clip["file"], NONE)))
            if here != there:
                print(f"{path.name} {start}: alone {sorted(there)}, among others {sorted(here)}")
            same.append(here == there)
            both, either = both + len(here & there), either + len(here | there)
    print(f"clips with the same labels as alone {share(same)}; labels in both {both} of {either}")


def warped_films(folder: Path, count: int) -> None:
    """Whether what the camera did in all is measured."""
    clips = camera_films.warp(folder, labelled_clips(LABELS)[:: max(1, 100 // count)][:count])
    found = documents([folder / clip["file"] for clip in clips])
    print(f"{'':6}{'named':>22}{'total within 3 %':>22}   median error")
    for kind in camera_films.WARPED:
        here = [clip for clip in clips if family(clip["label"]) == kind]
        names = [clip["label"] in labels_of(said(found.get(clip["file"], NONE))) for clip in here]
        errors = [
            off(sum(totals), clip["travel"], bend(clip, kind))
            for clip in here
            if (totals := [amount(one) for one in said(found.get(clip["file"], NONE)) if _along(one, kind)])
        ]
        middle = f"{np.median(errors):.3f}" if errors else "-"
        print(f"{kind:6}{share(names):>22}{share(error <= TOTAL_BAR for error in errors):>22}   {middle}")


def _along(move: Move, kind: str) -> bool:
    """Whether a move goes along the axis of a kind of turning or zooming, whatever it is called."""
    alike = {"pan": ("pan", "truck"), "tilt": ("tilt", "pedestal"), "zoom": ("zoom", "dolly"), "roll": ("roll",)}
    return move["label"] is not None and family(move["label"]) in alike[kind]


def varied_films(films: Sequence[Path]) -> None:
    """Real clips in several codings; twice the labels that both have against all of both."""
    with tempfile.TemporaryDirectory() as scratch:
        targets = {}
        for film in films:
            for number, (name, how) in enumerate(VARIANTS.items()):
                targets[film, name] = Path(scratch, f"{film.stem}-{number}{how.suffix}")
                coded(film, targets[film, name], how)
        found = documents([*films, *targets.values()])
    labels = {name: labels_of(said(document)) for name, document in found.items()}
    for name in VARIANTS:
        pairs = [(labels.get(film.name, set()), labels.get(targets[film, name].name, set())) for film in films]
        both, all_of_both = sum(len(a & b) for a, b in pairs), sum(len(a) + len(b) for a, b in pairs)
        print(f"{name:18}{2 * both:5} of {all_of_both:4} {2 * both / max(1, all_of_both):7.3f}")


def demonstration(folder: Path) -> None:
    """The moves of the demonstration film, shot by shot."""
    from cranework.demo.film import FILM, TRUTH, render

    if not (folder / TRUTH).exists():
        folder.mkdir(parents=True, exist_ok=True)
        render(folder)
    truth = json.loads((folder / TRUTH).read_text("utf-8"))
    document = documents([folder / FILM]).get(FILM, NONE)
    found: list[Answer] = []
    for shot in truth["shots"]:
        clip = {**shot, "moves": [{**move, "minor": False} for move in shot["moves"]]}
        here = [one for one in said(document) if shot["start"] <= (one["start"] + one["end"]) / 2 < shot["end"]]
        told = answers(clip, {"shots": [{"moves": here}]})
        found += told
        wanted = ", ".join(f"{one.wanted['label']} {'' if one.right else 'by ' + one.word}".strip() for one in told)
        extra = sorted(labels_of(here) - labels_of(clip["moves"]) - {"static"})
        print(f"{shot['start']:6} {wanted or '-'}" + (f"; invented {', '.join(extra)}" if extra else ""))
    print(f"found {share(one.right for one in found)}")


def main() -> int:
    """Command line."""
    parser = arguments(__doc__ or "")
    parts = ("real", "rendered", "spliced", "warped", "variants", "demo")
    for name in parts:
        parser.add_argument(f"--{name}", action="store_true")
    parser.add_argument("--clips", type=int, default=CLIPS, help="rendered ones, %(default)s by default")
    options = parser.parse_args()
    chosen = [name for name in parts if getattr(options, name)] or parts
    folder = options.folder / "camera"
    try:
        for name in chosen:
            print(f"\n{name}", flush=True)
            _measure(name, folder, options.clips)
    except Failed as failure:
        sys.exit(str(failure))
    return 0


def _measure(name: str, folder: Path, count: int) -> None:
    if name in ("real", "warped", "variants") and not (LABELS.exists() and SCORER.exists()):
        print(f"the labelled clips and their scorer are not here: {SHARED}")
        return
    clips: list[Any] = camera_films.render(folder, count) if name in ("rendered", "spliced") else []
    match name:
        case "real":
            real()
        case "rendered":
            rendered_films(folder, clips)
        case "spliced":
            spliced_films(folder, clips, SPLICED)
        case "warped":
            warped_films(folder, WARPED)
        case "variants":
            varied_films(labelled_clips(LABELS)[::4][:VARIED])
        case _:
            demonstration(folder / "demo")


if __name__ == "__main__":
    sys.exit(main())
