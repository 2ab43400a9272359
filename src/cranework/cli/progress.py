"""The progress bar in the terminal: frames, frames a second, time left."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cranework.cli.options import Voice
    from cranework.engine.progress import Callback, Progress


@contextmanager
def shown(voice: Voice) -> Iterator[Callback | None]:
    """A callback that draws a bar on standard error while the block lasts; None where nobody watches."""
    if not voice.shows_progress:
        yield None
        return
    import rich.progress as bars

    columns = (
        bars.TextColumn("{task.fields[film]}: {task.description}"),
        bars.BarColumn(),
        bars.MofNCompleteColumn(),
        bars.TextColumn("{task.fields[rate]:.0f} frames/s"),
        bars.TextColumn("{task.fields[left]} left"),
    )
    with bars.Progress(*columns, console=voice.console(error=True), transient=True) as bar:
        task = bar.add_task("", total=None, film="", rate=0, left="?")

        def show(at: Progress) -> None:
            left = "?" if at.seconds_left is None else f"{at.seconds_left // 60:.0f}:{at.seconds_left % 60:02.0f}"
            bar.update(
                task,
                description=at.stage,
                completed=at.frames,
                total=at.total or None,
                film=at.film,
                rate=at.rate,
                left=left,
            )

        yield show
