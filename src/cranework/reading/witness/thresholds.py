"""From which number on a word about form is true, and why."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Thresholds:
    """All of them; shares are from 0 to 1, lengths in seconds. A percentile is one of the baseline's films.

    Where a percentile and a number stand for one word, either is enough to support it, and both must speak against it
    before anything is refuted: the baseline may be of other films than those the writer has in mind.
    """

    mobile: float = 0.45
    """Share of the time of shots in which the camera moves: about half of what is seen."""
    mobile_percentile: int = 65
    very_mobile: float = 0.65
    very_mobile_percentile: int = 90
    mostly_still: float = 0.25
    """A camera that is "static" or "hardly moves" stands for three quarters of the time."""
    quite_still: float = 0.02
    """"Never moves": so little is what the measure itself invents."""
    surely_moving: float = 0.15
    """So much sure movement contradicts "never moves": several times what the measure invents."""
    surely_mobile: float = 0.5
    """Sure movement for half of the time contradicts "hardly moves", "static"."""
    told_shots: int = 8
    """Fewer shots do not show how a camera is used."""
    surely_still: float = 0.05
    """So little movement, with all that cannot be told, contradicts "mobile"."""
    opposite_low: int = 33
    opposite_high: int = 67
    """A degree word is contradicted in the opposite third of the baseline alone."""

    all_handheld: float = 0.6
    """Share of shots: steadiness is told right in 0.85 of real clips, so that all of them are never told."""
    few_shots: int = 3
    """Fewer hand-held shots than these may be an error of the measure."""
    crane_widths: float = 0.25
    """A pedestal of so many frame widths is a rise that a viewer sees."""
    long_tracking_s: float = 15.0
    spin_degrees: float = 180.0
    spin_degrees_per_s: float = 60.0
    turn_degrees: float = 45.0
    """The picture "turns" or "is tilted" from an eighth of a circle on; it "spins" from half a circle."""

    long_take_s: float = 30.0
    least_long_take_s: float = 15.0
    """A shot above the baseline's 95th percentile is long, but not below this: clips are cut faster than films."""
    long_percentile: int = 95
    named_length: float = 0.15
    """Share by which a named length of a shot may be off: people count, or remember."""
    cuts_in_one_take: int = 10
    cuts_a_minute: float = 1.0
    """So many sure cuts, and so close, contradict "without a cut": 1 found cut of 70 is none."""

    fast_s: float = 4.0
    fast_percentile: int = 20
    slow_s: float = 10.0
    slow_percentile: int = 80
    """Average shot length: 8 to 11 s were usual in Hollywood until 1960, 3 to 6 s about 2000 (David Bordwell, The Way
    Hollywood Tells It, 2006)."""
    surely_slow_s: float = 12.0
    surely_fast_s: float = 3.0
    shots_of_a_film: int = 30
    """Fewer shots are no film whose tempo could be contradicted."""
    scene_fast: float = 0.5
    scene_slow: float = 2.0
    """The average shot length of a scene, as a share of the film's."""
    named_average: float = 0.1

    gradual_in_montage: int = 3
    montage_s: float = 30.0
    """So many gradual transitions in so many seconds."""
    shots_in_montage: int = 5
    many_percentile: int = 75
    many_share: float = 0.15
    many_least: int = 5
    """"Many" dissolves: share of the transitions, and number."""
    named_count: float = 0.25
    named_overlay: float = 0.25
    contradicting_finds: int = 3
    contradicting_share: float = 0.02
    """So many sure finds, and so large a share of shots or joins, contradict "no" and "never"."""
    sure_find: float = 0.9

    gray_share: float = 0.99
    some_share: float = 0.02
    """Share of the time in black-and-white that makes a film so; and from which a second kind makes it mixed."""

    dark_percentile: int = 25
    bright_percentile: int = 75
    dark_luma: float = 0.22
    bright_luma: float = 0.55
    low_contrast: float = 0.12
    high_contrast: float = 0.24
    """Of white: mean luma and its standard deviation; used where the baseline has no row."""

    ratio: float = 0.02
    widescreen: float = 1.6
    scope: float = 2.15
    squarish: float = 1.4
    """Width by height: 1.66 is wide, 2.2 and more is scope, 1.19 to 1.38 the old frame."""

    running_time: float = 0.01
    running_time_s: float = 30.0
    """Share and seconds by which a named running time may differ from the file's: rounding, leader, logos."""
    short_running_time: float = 0.05
    """Nor by more than this share, where a film is so short that half a minute is much of it."""
    pal: float = 25 / 24
    """Films of 24 frames a second are shown at 25 on European television and its discs."""


THRESHOLDS = Thresholds()
