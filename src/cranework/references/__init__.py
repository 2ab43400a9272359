"""Reference data: what sources say of films, people and history, each fact with where it comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cranework.references.store import Store


def shipped() -> Store:
    """A store in memory of the fact packs that come with the program."""
    import yaml

    from cranework.references import packs
    from cranework.references.store import Store

    store = Store.in_memory()
    for name, text in packs.shipped():
        packs.load(store, yaml.load(text, getattr(yaml, "CSafeLoader", yaml.SafeLoader)), id=f"pack:{name}")
    return store
