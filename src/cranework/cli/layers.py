"""`cranework layers`: every layer that can be measured."""

from __future__ import annotations

import click

from cranework.cli.options import Voice, voice


@click.command("layers")
@voice
def command(voice: Voice) -> None:
    """List every layer that can be measured: name, version, what it needs, what it gives."""
    from rich.table import Table

    from cranework.engine import registry
    from cranework.study.layer import FrameLayer, Stills

    table = Table(box=None, pad_edge=False, header_style="bold")
    for heading in ("layer", "version", "needs", "gives", "what it says"):
        table.add_column(heading, overflow="fold")
    for layer in registry.layers().values():
        needs = [*(layer.views if isinstance(layer, FrameLayer) else ()), *layer.needs]
        gives = ["stills" if isinstance(gift, Stills) else gift.name for gift in layer.gives]
        table.add_row(layer.name, str(layer.version), ", ".join(needs), ", ".join(gives), layer.meaning)
    voice.console().print(table)
