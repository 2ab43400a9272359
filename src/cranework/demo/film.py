"""The demonstration film: its script, and how it becomes a file with its truth beside it."""

import json
from pathlib import Path

import av
import numpy as np

from cranework.demo.camera import Pose, in_turn
from cranework.demo.editing import FRAME_RATE, Join, Overlay, Reel, Shot
from cranework.demo.grain import Stock
from cranework.demo.scenes.birches import birches_with_a_soldier, birches_with_a_woman, crowns
from cranework.demo.scenes.bridge import bridge_with_a_runner, bridge_with_a_train
from cranework.demo.scenes.embankment import embankment_pair, embankment_walk
from cranework.demo.scenes.sky import cranes_over_the_city
from cranework.demo.scenes.staircase import staircase
from cranework.demo.scenes.street import quiet_street, street_with_a_crowd
from cranework.demo.scenes.wedding import wedding

WIDTH, HEIGHT = 640, 360


def reel() -> Reel:
    shots = [
        Shot("Cranes", cranes_over_the_city, in_turn(Pose(pitch=0.16), ("static", 2.0), ("pan_right", 3.5, 14)), 5.5),
        Shot("A walk", embankment_walk, in_turn(Pose((0, -1.5, 0)), ("truck_right", 4.0, 5.5)), 4.0),
        Shot("The pair", embankment_pair, in_turn(Pose((0, -1.5, 0)), ("arc_left", 3.0, 22, 4.5)), 3.0),
        Shot("Over the roofs", quiet_street, in_turn(Pose(pitch=0.02), ("tilt_up", 2.5, 22), ("static", 1.5)), 4.0),
        Shot("The crowd", street_with_a_crowd, in_turn(Pose(), ("dolly_in", 3.0, 3.0)), 3.0),
        Shot("Past the crowd", street_with_a_crowd, in_turn(Pose((1.5, -1.6, -1)), ("truck_left", 3.0, 3.0)), 3.0, 3.0),
        Shot("Down to them", street_with_a_crowd, in_turn(Pose((0, -4.7, 0), pitch=-0.1), ("pedestal_down", 3.0, 3.0), ("static", 1.5)), 4.5, 6),
        Shot("The stairs", staircase, in_turn(Pose((0, -1.8, -2.5)), ("pedestal_up", 4.2, 4.6)), 4.2, 0.3),
        Shot("Down the well", staircase, in_turn(Pose((0, -9, -2.0), pitch=0.1), ("tilt_down", 2.5, 26), ("static", 1.2)), 3.7, 4.0),
        Shot("Birches", birches_with_a_soldier, in_turn(Pose(), ("arc_right", 3.5, 24, 6.0)), 3.5),
        Shot("Birches", birches_with_a_soldier, in_turn(Pose((0, -1.6, 1.5), focal=0.8), ("dolly_zoom", 3.0, -5.5, 4.5)), 3.0),
        Shot("The fall", crowns, in_turn(Pose((0, 0, 0), focal=0.75), ("roll_cw", 8.0, 150)), 8.0,
             over=Overlay(wedding, in_turn(Pose((0, -1.5, 0)), ("static", 8.0)), 2.0, 6.0)),
        Shot("The bridge", bridge_with_a_train, in_turn(Pose((0, -1.6, 0), yaw=0.25, pitch=0.1), ("static", 1.5), ("pan_left", 3.0, 32)), 4.5),
        Shot("The engine", bridge_with_a_train, in_turn(Pose((0, -1.6, 0), pitch=0.14), ("zoom_in", 2.5, 1.8)), 2.5, 1.5),
        Shot("The runner", bridge_with_a_runner, in_turn(Pose((0, -1.5, 0), pitch=0.05, roll=0.1), ("roll_ccw", 2.5, 16)), 2.5),
        Shot("Waiting", birches_with_a_woman, in_turn(Pose((0, -1.6, 2.6)), ("dolly_out", 3.0, 3.4)), 3.0),
        Shot("The river", embankment_pair, in_turn(Pose((0, -1.5, 0), focal=2.2), ("zoom_out", 3.0, 2.4)), 3.5, 20),
        Shot("Cranes again", cranes_over_the_city, in_turn(Pose(pitch=0.3), ("static", 4.5)), 4.5, 3),
    ]
    joins = [Join("dissolve", 24), Join(), Join(), Join(), Join(), Join(), Join("wipe", 20), Join(), Join("dissolve", 20),
             Join(), Join(), Join("fade", 20, 12), Join(), Join(), Join("dissolve", 18), Join(), Join("dissolve", 24)]
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
