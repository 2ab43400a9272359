"""`cranework info`: what a film file is, without measuring it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from cranework.cli.options import Voice, voice
from cranework.cli.words import clock, printable, size

if TYPE_CHECKING:
    from cranework.film.probe import Probe


@click.command("info")
@click.argument("film", type=click.Path())
@click.option("--stream", type=click.IntRange(0), help="Number of the video stream to look at.")
@voice
def command(film: str, stream: int | None, voice: Voice) -> None:
    """Say what the file FILM is, without measuring it."""
    from cranework.engine import tasks
    from cranework.engine.pool import film_pool
    from cranework.film.container import check_file

    check_file(film)
    with film_pool(film, 1, None) as pool:
        probe: Probe = pool.do(tasks.probe_film, stream)
    for name, value in facts(probe):
        click.echo(f"{name:<14} {printable(value)}")


def facts(probe: Probe) -> list[tuple[str, str]]:
    """What is known of a file, line by line."""
    film, video = probe.film, probe.film.video
    x, y, w, h = film.active_area
    color = (video.color_range, video.color_space, video.color_primaries, video.color_transfer, video.hdr)
    lines = [
        ("file", f"{film.name}, {size(film.size)}, {film.container}"),
        ("title", film.title or ""),
        ("video", f"stream {video.stream}, {video.codec}, {video.pixel_format}, {video.bit_depth} bits"),
        ("picture", f"{video.width}x{video.height} coded, {video.display_width}x{video.display_height} seen"),
        (
            "turned",
            f"{video.rotation} degrees clockwise{', mirrored' if video.mirrored else ''}"
            if video.rotation or video.mirrored
            else "",
        ),
        ("pixel aspect", "" if video.pixel_aspect == 1 else str(video.pixel_aspect)),
        ("active area", "" if (w, h) == (video.width, video.height) else f"{w}x{h} at {x}, {y}"),
        ("interlaced", video.interlaced or ""),
        ("color", ", ".join(c for c in color if c)),
        (
            "frame rate",
            "not stated" if film.frame_rate is None else f"{film.frame_rate} ({float(film.frame_rate):.3f}/s) stated",
        ),
        ("packets", f"{len(probe.packets)}, {int(probe.packets.key.sum())} key frames"),
        ("begins at", clock(max(film.start, 0) * film.time_base) if film.start else ""),
        ("streams", "; ".join(probe.streams)),
    ]
    return [(name, value) for name, value in lines if value]
