"""The demonstration film: its script, and how it becomes a file with its truth beside it."""

import json
from pathlib import Path

import av
import numpy as np

from cranework.demo.camera import Pose, in_turn
from cranework.demo.editing import FRAME_RATE, Join, Reel, Shot
from cranework.demo.grain import Stock
from cranework.demo.scenes.embankment import embankment_pair, embankment_walk
from cranework.demo.scenes.sky import cranes_over_the_city
from cranework.demo.scenes.street import quiet_street, street_with_a_crowd

WIDTH, HEIGHT = 640, 360


def reel() -> Reel:
    shots = [
        Shot("Cranes", cranes_over_the_city, in_turn(Pose(pitch=0.16), ("static", 1.5), ("pan_right", 3.5, 14)), 5.5),
        Shot("A walk", embankment_walk, in_turn(Pose((0, -1.5, 0)), ("truck_right", 4.0, 5.5)), 4.0),
        Shot("The pair", embankment_pair, in_turn(Pose((0, -1.5, 0)), ("arc_left", 3.0, 22, 4.5)), 3.0),
        Shot("Cranes", quiet_street, in_turn(Pose(pitch=0.02), ("tilt_up", 2.5, 22), ("static", 1.5)), 4.0),
        Shot("The crowd", street_with_a_crowd, in_turn(Pose(), ("dolly_in", 3.0, 3.0)), 3.5),
        Shot("The crowd", street_with_a_crowd, in_turn(Pose((0, -4.5, 0), pitch=-0.1), ("pedestal_down", 3.0, 3.0)), 4.0, 3.0),
    ]
    joins = [Join("dissolve", 24), Join(), Join("dissolve", 18), Join(), Join()]
    return Reel(shots, joins, Join("fade", 24, 12), Join("fade", 24, 12))


def render(folder: Path) -> Path:
    film = reel()
    target = folder / "demonstration.mp4"
    stock = Stock(WIDTH, HEIGHT)
    with av.open(str(target), "w") as out:
        stream = out.add_stream("libx264", rate=FRAME_RATE, options={"preset": "veryfast", "crf": "21"})
        stream.width, stream.height, stream.pix_fmt = WIDTH, HEIGHT, "yuv420p"
        color = np.full((HEIGHT // 2, WIDTH), 128, np.uint8)
        for number in range(film.frames):
            picture = stock.exposed(film.picture(number, WIDTH, HEIGHT), number)
            frame = av.VideoFrame.from_ndarray(np.vstack([picture, color]), format="yuv420p")
            frame.pts = number
            out.mux(stream.encode(frame))
        out.mux(stream.encode())
    (folder / "truth.json").write_text(json.dumps(film.truth(), indent=1), encoding="utf-8")
    return target
