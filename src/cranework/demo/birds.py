"""Cranes in flight: one texture for each phase of a beat of the wings."""

import numpy as np

from cranework.demo.figures import Figure
from cranework.demo.ink import Ink, turned
from cranework.demo.stage import Texture


def crane(facing: int = 1, tone: float = 45) -> Figure:
    """A crane in flight, seen a little from below: long neck ahead, legs behind, wings that beat."""
    return Figure(lambda phase: _crane(phase, facing, tone))


def _crane(phase: float, facing: int, tone: float) -> Texture:
    ink = Ink(2.6, 2.4, 60)
    beat, y = float(np.sin(phase)), 1.2 - 0.05 * float(np.sin(phase))
    tip = 0.25 * float(np.sin(phase - 0.9))
    for near, shade in ((0, 0.8), (1, 1.0)):
        root, lean = (0.12, y + 0.03), -0.22 + 0.18 * near
        elbow = (lean * 0.5 - 0.02, y + 0.1 + 0.5 * beat)
        end = (lean - 0.3, y + 0.1 + 0.95 * beat + tip)
        ink.shape(
            turned(
                [
                    root,
                    elbow,
                    end,
                    (end[0] - 0.16, end[1] - 0.1 * beat),
                    (elbow[0] - 0.36, elbow[1] - 0.12 * beat),
                    (-0.3, y),
                ],
                facing,
            ),
            tone * shade,
        )
    ink.limb(turned([(-0.35, y), (-1.0, y - 0.04)], facing), 0.05, tone * 0.8)
    ink.limb(turned([(0.25, y + 0.02), (0.7, y + 0.08), (1.02, y + 0.1)], facing), 0.07, tone)
    ink.limb(turned([(1.0, y + 0.1), (1.22, y + 0.08)], facing), 0.035, tone)
    ink.disc((0.0, y), 0.38, 0.13, tone)
    return ink.texture(0.2)
