"""The script of the demonstration film: an homage to Mikhail Kalatozov's The Cranes Are Flying (1957).

Every kind of transition and every move of the camera that Cranework can name is in it, each long enough to be seen.
"""

from cranework.demo.camera import Pose, in_turn
from cranework.demo.editing import Join, Overlay, Reel, Shot
from cranework.demo.scenes.birches import birches_with_a_soldier, birches_with_a_woman, crowns
from cranework.demo.scenes.bridge import bridge_with_a_runner, bridge_with_a_train
from cranework.demo.scenes.embankment import embankment_pair, embankment_walk
from cranework.demo.scenes.sky import cranes_over_the_city
from cranework.demo.scenes.staircase import staircase
from cranework.demo.scenes.street import quiet_street, street_with_a_crowd
from cranework.demo.scenes.wedding import wedding

CUT = Join()


def demonstration() -> Reel:
    """The film: four chapters, 18 shots."""
    parts = (morning(), farewell(), war(), waiting())
    shots = [shot for part in parts for shot, _ in part]
    joins = [join for part in parts for _, join in part]
    return Reel(shots, joins[:-1], Join("fade", 24, 12), joins[-1])


Part = list[tuple[Shot, Join]]
"""Shots, each with what follows it."""


def morning() -> Part:
    """Cranes over the city; two people by the river."""
    return [
        (
            Shot(
                "Cranes over the city",
                cranes_over_the_city,
                in_turn(Pose(pitch=0.16), ("static", 2.5), ("pan_right", 3.5, 14)),
                6.0,
                caption="Look, the cranes!",
                chapter="Morning",
            ),
            Join("dissolve", 24),
        ),
        (
            Shot(
                "Two people walk by the river",
                embankment_walk,
                in_turn(Pose((0, -1.5, 0)), ("truck_right", 4.5, 6.2)),
                4.5,
                sound="steps",
                caption="Like ships across the sky.",
            ),
            CUT,
        ),
        (
            Shot(
                "They look at the water", embankment_pair, in_turn(Pose((0, -1.5, 0)), ("arc_left", 3.5, 26, 4.5)), 3.5
            ),
            CUT,
        ),
        (
            Shot(
                "Cranes over the roofs",
                quiet_street,
                in_turn(Pose(pitch=0.02), ("tilt_up", 2.5, 22), ("static", 1.5)),
                4.0,
                sound="steps",
            ),
            CUT,
        ),
    ]


def farewell() -> Part:
    """The crowd that sees the soldiers off; somebody runs up the stairs, too late."""
    return [
        (
            Shot(
                "Into the crowd",
                street_with_a_crowd,
                in_turn(Pose(), ("dolly_in", 3.0, 3.2)),
                3.0,
                sound="murmur",
                caption="Has anybody seen Boris?",
                chapter="Farewell",
            ),
            CUT,
        ),
        (
            Shot(
                "Past the crowd",
                street_with_a_crowd,
                in_turn(Pose((1.7, -1.6, -1)), ("truck_left", 3.0, 3.2)),
                3.0,
                3.0,
                sound="murmur",
            ),
            CUT,
        ),
        (
            Shot(
                "Down to the crowd",
                street_with_a_crowd,
                in_turn(Pose((0, -4.9, 0), pitch=-0.1), ("pedestal_down", 3.0, 3.2), ("static", 2.0)),
                5.0,
                6.0,
                sound="murmur",
            ),
            Join("wipe", 20),
        ),
        (
            Shot(
                "Up the stairs",
                staircase,
                in_turn(Pose((0, -1.8, -2.5)), ("pedestal_up", 4.2, 4.6)),
                4.2,
                0.3,
                sound="running",
                caption="Wait for me!",
            ),
            CUT,
        ),
        (
            Shot(
                "Down the stairwell",
                staircase,
                in_turn(Pose((-1.6, -10.2, 0.2), yaw=0.3, pitch=0.25), ("tilt_down", 2.5, 34), ("static", 1.5)),
                4.0,
                2.9,
                sound="running",
            ),
            Join("dissolve", 20),
        ),
    ]


def war() -> Part:
    """A soldier in a birch wood; as he falls, the crowns turn over a wedding that will not be."""
    falling = Overlay(wedding, in_turn(Pose((0, -1.5, 0)), ("static", 8.0)), 2.2, 6.4)
    return [
        (
            Shot(
                "A soldier among birches",
                birches_with_a_soldier,
                in_turn(Pose(), ("arc_right", 3.8, 26, 6.0)),
                3.8,
                chapter="Birches",
            ),
            CUT,
        ),
        (
            Shot(
                "The soldier stops",
                birches_with_a_soldier,
                in_turn(Pose((0, -1.6, 1.5), focal=0.8), ("dolly_zoom", 3.0, -5.5, 4.5)),
                3.0,
                2.0,
            ),
            CUT,
        ),
        (
            Shot(
                "The crowns turn",
                crowns,
                in_turn(Pose((0, 0, 0), focal=0.75), ("roll_cw", 8.2, 115)),
                8.2,
                over=falling,
                sound="bells",
                caption="The birches are turning.",
            ),
            Join("fade", 20, 12),
        ),
    ]


def waiting() -> Part:
    """A train, a woman who runs, the wood again, the river, and the cranes."""
    return [
        (
            Shot(
                "A train on the bridge",
                bridge_with_a_train,
                in_turn(Pose((0, -1.6, 0), yaw=0.3, pitch=0.17, focal=0.85), ("static", 2.0), ("pan_left", 3.0, 32)),
                5.0,
                sound="train",
                chapter="Waiting",
            ),
            CUT,
        ),
        (
            Shot(
                "The engine",
                bridge_with_a_train,
                in_turn(Pose((0, -1.6, 0), pitch=0.2, focal=0.9), ("zoom_in", 2.5, 1.6)),
                2.5,
                1.2,
                sound="train",
            ),
            CUT,
        ),
        (
            Shot(
                "She runs",
                bridge_with_a_runner,
                in_turn(Pose((0, -1.5, 0), pitch=0.15, roll=0.12, focal=0.85), ("roll_ccw", 2.8, 16)),
                2.8,
                sound="train",
                caption="He will come back.",
            ),
            Join("dissolve", 18),
        ),
        (Shot("She waits", birches_with_a_woman, in_turn(Pose((0, -1.5, 2.4)), ("dolly_out", 3.5, 3.6)), 3.5), CUT),
        (
            Shot(
                "By the river",
                embankment_pair,
                in_turn(Pose((0, -1.5, 0), focal=2.2), ("zoom_out", 3.0, 2.4), ("static", 2.0)),
                5.0,
                20,
                caption="They are flying again.",
            ),
            Join("dissolve", 24),
        ),
        (
            Shot("Cranes", cranes_over_the_city, in_turn(Pose(pitch=0.3), ("static", 5.5)), 5.5, 2.0, sound="bells"),
            Join("fade", 24, 12),
        ),
    ]
