"""Finds the layers: ours and other packages' come through the same door, the entry points `cranework.layers`."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from functools import cache
from importlib.metadata import entry_points

from cranework.errors import UsageError
from cranework.study.layer import Layer

GROUP = "cranework.layers"


@cache
def layers() -> dict[str, Layer]:
    """All layers by name, each after the layers that it needs."""
    found: dict[str, Layer] = {}
    for point in sorted(entry_points(group=GROUP), key=lambda p: p.name):
        try:
            layer = point.load()()
        except Exception as error:
            raise UsageError(
                point.name, "this layer cannot be loaded", f"mend or remove {point.value}", repr(error)
            ) from error
        if not isinstance(layer, Layer) or layer.name != point.name:
            raise UsageError(point.name, "this is no layer of that name", f"mend or remove {point.value}")
        found[layer.name] = layer
    return in_order(found)


def in_order(found: dict[str, Layer]) -> dict[str, Layer]:
    """The same layers, each after those that it needs; raises `UsageError` for needs that cannot be met."""
    done: dict[str, Layer] = {}

    def place(name: str, above: tuple[str, ...]) -> None:
        if name in done:
            return
        if name in above:
            raise UsageError(name, "this layer needs itself", f"through {' and '.join(above)}")
        if name not in found:
            raise UsageError(above[-1], f"this layer needs a layer '{name}', which is not installed")
        for need in found[name].needs:
            place(need, (*above, name))
        done[name] = found[name]

    for name in found:
        place(name, ())
    return done


def chosen(names: Collection[str] | None) -> list[Layer]:
    """The layers named, and those that they need, in order; all of them for None."""
    known = layers()
    if names is None:
        return list(known.values())
    wanted: set[str] = set()

    def want(some: Iterable[str]) -> None:
        for name in some:
            if name not in known:
                raise UsageError("--layers", f"there is no layer '{name}'", f"there are: {', '.join(known)}")
            if name not in wanted:
                wanted.add(name)
                want(known[name].needs)

    want(names)
    return [layer for name, layer in known.items() if name in wanted]
