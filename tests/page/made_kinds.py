"""What the layers of a made study declare."""

from __future__ import annotations

from cranework.study.layer import Column, Lane, Signal, SpanKind

EDITING = Lane("spans", "#b4543c", group="editing")
TRANSITIONS = SpanKind(
    "transitions",
    "Where one shot gives way to the next",
    (
        Column("kind", "text", "How it is done", values=("cut", "dissolve", "fade_in", "fade_out", "wipe")),
        Column("confidence", "real", "Probability that it is one"),
    ),
    EDITING,
)
SUPERIMPOSITIONS = SpanKind(
    "superimpositions",
    "Two pictures held together",
    (Column("confidence", "real", "Probability that it is one"),),
    Lane("spans", "#8a63b8", group="editing"),
)
STRIPS = SpanKind("strips", "Stills across what is gradual", (Column("stills", "json", "Frames of its stills"),))
SHOTS = SpanKind(
    "shots",
    "Stretches between two transitions",
    (Column("flags", "json", "What is special about it"), Column("stills", "json", "Frames of its stills")),
)
APPEARANCE = SpanKind(
    "appearance",
    "What a shot looks like",
    (
        Column("luma_mean", "real", "Mean luma, 0 black to 1 white"),
        Column("color_kind", "text", "Kind of color", values=("black-and-white", "tinted", "color")),
        Column("dominant_hues", "json", "Strongest hues", "degrees"),
        Column("sharpness", "real", "Variance of the Laplacian"),
    ),
    per="shots",
)
STATISTICS = SpanKind(
    "statistics",
    "The film in figures",
    (
        Column("shots", "integer", "Number of shots"),
        Column("average_shot_length_s", "real", "Average shot length", "s"),
        Column("median_shot_length_s", "real", "Median shot length", "s"),
        Column("deviation_s", "real", "Standard deviation of shot length", "s"),
        Column("shortest_s", "real", "Shortest shot", "s"),
        Column("longest_s", "real", "Longest shot", "s"),
        Column("cuts", "integer", "Cuts"),
        Column("dissolves", "integer", "Dissolves"),
        Column("fades", "integer", "Fades"),
        Column("wipes", "integer", "Wipes"),
    ),
    whole=True,
)
CHAPTERS = SpanKind("chapters", "Chapters of the file", (Column("title", "text", "Title"),), Lane("spans", "#5b7f95"))
SUBTITLES = SpanKind(
    "subtitles",
    "Lines of the subtitle tracks",
    (
        Column("stream", "integer", "Stream"),
        Column("language", "text", "Language"),
        Column("text", "text", "What is said"),
    ),
    Lane("spans", "#7c8a55"),
)
LUMA = Signal(
    "luma.mean", "", "Mean luma of the picture, 0 black to 1 white", low=0, high=1, lane=Lane("curve", "#b08a2e")
)
BLACK = Signal("luma.black", "", "Share of black", low=0, high=1, lane=Lane("curve", "#7d7d86", group="dark"))
DIFFERENCE = Signal("difference.mean", "", "Difference from the frame before", low=0, lane=Lane("curve", "#3f8f86"))
PICTURES = (
    Signal("pictures.luma", "levels", "Luma", "|u1", (4, 6)),
    Signal("pictures.chroma", "levels", "Chroma", "|u1", (2, 3, 2)),
)
UNKNOWN = Signal("aura.glow", "lm", "A layer that is not installed", lane=Lane("curve", "#b2507f"))
